//! Points from a CSV file: one row per point, one column per factor that they set.
//!
//! Invariant: an empty cell keeps the value of the scenario; any other cell is a value that the factor's knob accepts.

use super::{Factor, Level, Point};
use crate::error::{Error, Mistake};
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario, builtin, nearest};

/// The points of `[plan] file`.
///
/// # Errors
/// A file that cannot be read, a column that names no factor, a cell that its knob does not accept.
pub(super) fn read_points(scenario: &Scenario, factors: &[Factor]) -> Result<Vec<Point>, Error> {
    let name = scenario.table::<schema::Plan>("plan").file;
    let wrong = |says: String, help: String, label: String| -> Mistake {
        scenario.mistake("plan.file", says, Some(help), label)
    };
    let fail = |mistake: Mistake| Err(scenario.mistakes(vec![mistake]));
    let Some(path) = scenario.file("plan.file") else {
        return fail(wrong(say!("plan-no-file"), say!("plan-no-file-help"), say!("plan-no-file-label")));
    };
    let text = match builtin::read(&path) {
        Ok(text) => text,
        Err(why) => {
            let says = say!("plan-file-unreadable", file = name, why = why.to_string());
            let help = say!("plan-file-unreadable-help", path = path.display().to_string());
            return fail(wrong(says, help, say!("plan-here")));
        }
    };
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().map(|h| h.iter().map(str::to_owned).collect()).unwrap_or_default();
    let mut columns: Vec<usize> = Vec::new();
    for (k, head) in heads.iter().enumerate() {
        let Some(factor) = factors.iter().position(|f| f.name == *head) else {
            let near = nearest(head, factors.iter().map(|f| f.name.as_str()));
            let help = match near {
                Some(near) => say!("experiment-did-you-mean", name = near),
                None if factors.is_empty() => say!("plan-factors-none"),
                None => {
                    let names = factors.iter().map(|f| f.name.as_str()).collect::<Vec<_>>();
                    say!("plan-factors-are", names = names.join(", "))
                }
            };
            let says = say!("plan-unknown-column", column = (k + 1).to_string(), file = name, head = head);
            return fail(wrong(says, help, say!("plan-unknown-column-label")));
        };
        if let Some(first) = columns.iter().position(|known| *known == factor) {
            let (one, other) = ((first + 1).to_string(), (k + 1).to_string());
            let says = say!("plan-column-twice", one = one, other = other, file = name, head = head);
            return fail(wrong(says, say!("plan-column-twice-help"), say!("plan-here")));
        }
        columns.push(factor);
    }
    let mut points = Vec::new();
    // The scenario accepts every number between two accepted ones, so only numbers outside are tried.
    let mut accepted: Vec<Option<(f64, f64)>> = vec![None; factors.len()];
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(why) => {
                let says = say!("plan-file-torn", file = name, why = why.to_string());
                return fail(wrong(says, say!("plan-file-torn-help"), say!("plan-here")));
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let mut point: Point = vec![None; factors.len()];
        for (cell, &j) in record.iter().zip(&columns).filter(|(cell, _)| !cell.is_empty()) {
            let factor = &factors[j];
            let level = match cell.parse::<f64>() {
                Ok(x) if factor.range.is_some() && !x.is_finite() => {
                    let wrong_cell = say!("plan-cell-no-number", cell = cell);
                    let says = at_cell(line, &name, factor, &wrong_cell);
                    return fail(wrong(says, say!("plan-cell-no-number-help"), say!("plan-here")));
                }
                Ok(x) if factor.range.is_some() => Level::Number(x),
                _ => Level::Word(cell.to_owned()),
            };
            let known = |x: f64| accepted[j].is_some_and(|(low, high)| (low..=high).contains(&x));
            if let Level::Number(x) = &level
                && known(*x)
            {
                point[j] = Some(level);
                continue;
            }
            let tried = Patch::from_args(&[factor.set(&level)]).and_then(|patch| scenario.patched(&patch));
            if let Err(Error::Scenario(mistakes)) = tried {
                let first = mistakes.list.into_iter().next();
                let (says, help) = first.map(|m| (m.says, m.help.unwrap_or_default())).unwrap_or_default();
                return fail(wrong(at_cell(line, &name, factor, &says), help, say!("plan-here")));
            }
            if let Level::Number(x) = &level {
                let (low, high) = accepted[j].unwrap_or((*x, *x));
                accepted[j] = Some((low.min(*x), high.max(*x)));
            }
            point[j] = Some(level);
        }
        points.push(point);
    }
    if points.is_empty() {
        let says = say!("plan-no-points", file = name);
        return fail(wrong(says, say!("plan-no-points-help"), say!("plan-no-points-label")));
    }
    Ok(points)
}

/// The message for a cell: its place, then the fault.
fn at_cell(line: u64, file: &str, factor: &Factor, fault: &str) -> String {
    say!("plan-cell", line = line.to_string(), file = file, column = &factor.name, fault = fault)
}

/// The points as a CSV file; reading it gives the same points.
pub(super) fn to_csv(factors: &[Factor], points: &[Point]) -> Vec<u8> {
    let cell = |level: &Option<Level>| match level {
        Some(Level::Number(x)) => format!("{x:?}"),
        Some(Level::Word(word)) => word.clone(),
        None => String::new(),
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and all rows have the same length.
    let _ = writer.write_record(factors.iter().map(|factor| factor.name.as_str()));
    for point in points {
        let _ = writer.write_record(point.iter().map(cell));
    }
    writer.into_inner().unwrap_or_default()
}
