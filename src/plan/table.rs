//! Points from a file: a row each, a column for each factor that they set.
//!
//! Invariant: an empty cell leaves the factor as the scenario says; anything else is a value that the factor's knob takes.

use super::{Factor, Level, Point};
use crate::error::{Error, Mistake};
use crate::scenario::{Patch, Scenario, builtin, nearest};

/// The points that `[plan] file` holds.
///
/// # Errors
/// A file that cannot be read, a column that is no lever and no uncertainty, a cell that its knob does not take.
pub(super) fn points(scenario: &Scenario, factors: &[Factor]) -> Result<Vec<Point>, Error> {
    let name = scenario.settings("plan").text("file");
    let wrong =
        |says: String, help: String, label: &str| -> Mistake { scenario.mistake("plan.file", says, Some(help), label) };
    let fail = |mistake: Mistake| Err(scenario.mistakes(vec![mistake]));
    let Some(path) = scenario.file("plan.file") else {
        let help = "name a CSV, such as `file = \"points.csv\"`".to_owned();
        return fail(wrong("sampling by a table needs a `file`".to_owned(), help, "no file"));
    };
    let text = match builtin::read(&path) {
        Ok(text) => text,
        Err(why) => {
            let help = format!("a CSV file, looked for at {}", path.display());
            return fail(wrong(format!("cannot read {name}: {why}"), help, "here"));
        }
    };
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().map(|h| h.iter().map(str::to_owned).collect()).unwrap_or_default();
    let mut columns: Vec<usize> = Vec::new();
    for (k, head) in heads.iter().enumerate() {
        let Some(factor) = factors.iter().position(|f| f.name == *head) else {
            let near = nearest(head, factors.iter().map(|f| f.name.as_str()));
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None if factors.is_empty() => "there are none".to_owned(),
                None => format!("there are {}", factors.iter().map(|f| f.name.as_str()).collect::<Vec<_>>().join(", ")),
            };
            let says = format!("column {} of {name}, `{head}`, is no lever and no uncertainty", k + 1);
            return fail(wrong(says, help, "unknown column"));
        };
        if let Some(first) = columns.iter().position(|known| *known == factor) {
            let says = format!("columns {} and {} of {name} are both `{head}`", first + 1, k + 1);
            return fail(wrong(says, "one column for each lever or uncertainty".to_owned(), "here"));
        }
        columns.push(factor);
    }
    let mut points = Vec::new();
    // Between two numbers that the scenario takes it takes all others: each is tried only where it lies outside.
    let mut sound: Vec<Option<(f64, f64)>> = vec![None; factors.len()];
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(why) => {
                return fail(wrong(
                    format!("{name} cannot be read as CSV: {why}"),
                    "a row has as many cells as there are columns".to_owned(),
                    "here",
                ));
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let mut point: Point = vec![None; factors.len()];
        for (cell, &j) in record.iter().zip(&columns).filter(|(cell, _)| !cell.is_empty()) {
            let factor = &factors[j];
            let level = match cell.parse::<f64>() {
                Ok(x) if factor.range.is_some() && !x.is_finite() => {
                    let says = format!("line {line} of {name}, column `{}`: `{cell}` is no number", factor.name);
                    return fail(wrong(says, "a number, or nothing: as the scenario says".to_owned(), "here"));
                }
                Ok(x) if factor.range.is_some() => Level::Number(x),
                _ => Level::Word(cell.to_owned()),
            };
            let known = |x: f64| sound[j].is_some_and(|(low, high)| (low..=high).contains(&x));
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
                return fail(wrong(format!("line {line} of {name}, column `{}`: {says}", factor.name), help, "here"));
            }
            if let Level::Number(x) = &level {
                let (low, high) = sound[j].unwrap_or((*x, *x));
                sound[j] = Some((low.min(*x), high.max(*x)));
            }
            point[j] = Some(level);
        }
        points.push(point);
    }
    if points.is_empty() {
        return fail(wrong(
            format!("{name} holds no points"),
            "a row for each point, below the names of the columns".to_owned(),
            "no rows",
        ));
    }
    Ok(points)
}

/// The points as such a file: from it come the same points.
pub(super) fn written(factors: &[Factor], points: &[Point]) -> Vec<u8> {
    let cell = |level: &Option<Level>| match level {
        Some(Level::Number(x)) => format!("{x:?}"),
        Some(Level::Word(word)) => word.clone(),
        None => String::new(),
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and all rows are of one length.
    let _ = writer.write_record(factors.iter().map(|factor| factor.name.as_str()));
    for point in points {
        let _ = writer.write_record(point.iter().map(cell));
    }
    writer.into_inner().unwrap_or_default()
}
