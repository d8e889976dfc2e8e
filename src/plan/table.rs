//! Points from a CSV file: one row per point, one column per factor that they set.
//!
//! Invariant: an empty cell keeps the value of the scenario; any other cell is a value that the factor's knob accepts.

use super::{Factor, Level, Point};
use crate::error::{Error, Mistake};
use crate::say;
use crate::scenario::rows::{Fault, Rows, shown};
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario, nearest};
use crate::world::calendar::day_number;

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
    let torn = |fault: Fault| scenario.mistakes(vec![wrong(fault.says, fault.help, say!("plan-here"))]);
    let Some(path) = scenario.file("plan.file") else {
        return fail(wrong(say!("plan-no-file"), say!("plan-no-file-help"), say!("plan-no-file-label")));
    };
    let mut rows = Rows::open(&path, &name)
        .map_err(|refusal| torn(Fault { says: refusal.says(&name), help: refusal.help(&path) }))?;
    let mut columns: Vec<usize> = Vec::new();
    if let Some(head) = rows.next_row().map_err(torn)? {
        if let Some(fault) = head.separated(2) {
            return Err(torn(fault));
        }
        for (k, name) in head.iter().enumerate() {
            match column(factors, &columns, k, name) {
                Ok(factor) => columns.push(factor),
                Err((says, help, label)) => {
                    let fault = head.fault(k, &says, help);
                    return fail(wrong(fault.says, fault.help, label));
                }
            }
        }
    }
    let mut points = Vec::new();
    // The scenario accepts every number between two accepted ones, so only numbers outside are tried.
    let mut accepted: Vec<Option<(f64, f64)>> = vec![None; factors.len()];
    while let Some(row) = rows.next_row().map_err(torn)? {
        if let Some(fault) = row.uneven(columns.len()) {
            return Err(torn(fault));
        }
        let mut point: Point = vec![None; factors.len()];
        for (k, (cell, &j)) in row.iter().zip(&columns).enumerate().filter(|(_, (cell, _))| !cell.is_empty()) {
            let factor = &factors[j];
            let at_cell = |fault: &str| say!("plan-cell", place = row.place(k), column = &factor.name, fault = fault);
            let level = match cell.parse::<f64>() {
                _ if factor.is_date() => match cell.parse::<jiff::civil::Date>() {
                    Ok(date) => Level::Number(day_number(date)),
                    Err(_) => {
                        let says = at_cell(&say!("plan-cell-no-date", cell = shown(cell)));
                        return fail(wrong(says, say!("plan-cell-no-date-help"), say!("plan-here")));
                    }
                },
                Ok(x) if factor.range.is_some() && !x.is_finite() => {
                    let says = at_cell(&say!("plan-cell-no-number", cell = shown(cell)));
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
                return fail(wrong(at_cell(&says), help, say!("plan-here")));
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

/// The factor of column `k`, behind the columns that are known; or what is wrong with its name, help and label.
fn column(factors: &[Factor], known: &[usize], k: usize, head: &str) -> Result<usize, (String, String, String)> {
    let Some(factor) = factors.iter().position(|factor| factor.name == head) else {
        let help = match nearest(head, factors.iter().map(|factor| factor.name.as_str())) {
            Some(near) => say!("experiment-did-you-mean", name = near),
            None if factors.is_empty() => say!("plan-factors-none"),
            None => {
                let names = factors.iter().map(|factor| factor.name.as_str()).collect::<Vec<_>>();
                say!("plan-factors-are", names = names.join(", "))
            }
        };
        return Err((say!("plan-unknown-column", head = shown(head)), help, say!("plan-unknown-column-label")));
    };
    if let Some(first) = known.iter().position(|known| *known == factor) {
        let (one, other) = ((first + 1).to_string(), (k + 1).to_string());
        let says = say!("plan-column-twice", one = one, other = other, head = shown(head));
        return Err((says, say!("plan-column-twice-help"), say!("plan-here")));
    }
    Ok(factor)
}

/// The points as a CSV file; reading it gives the same points.
pub(super) fn to_csv(factors: &[Factor], points: &[Point]) -> Vec<u8> {
    let cell = |(factor, level): (&Factor, &Option<Level>)| match level.as_ref().map(|level| factor.told(level)) {
        Some(Level::Number(x)) => format!("{x:?}"),
        Some(Level::Word(word)) => word,
        None => String::new(),
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and all rows have the same length.
    let _ = writer.write_record(factors.iter().map(|factor| factor.name.as_str()));
    for point in points {
        let _ = writer.write_record(factors.iter().zip(point).map(cell));
    }
    writer.into_inner().unwrap_or_default()
}
