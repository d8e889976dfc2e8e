//! Who may hear from whom, as the scenario says it: the kind, or an edge list read from a file.

use super::segments::Segment;
use crate::error::Mistake;
use crate::scenario::schema::Contacts;
use crate::scenario::{Scenario, builtin};
use crate::world::contacts::Kind;

/// Kind of contacts, mean degree, and whether each replicate draws its own network.
pub(super) fn resolve(scenario: &Scenario, segments: &[Segment], found: &mut Vec<Mistake>) -> (Kind, f64, bool) {
    let own: Contacts = scenario.table("contacts");
    let degree = own.mean_degree;
    let redraw = own.redraw;
    let kind = match own.kind.as_str() {
        "blocks" => Kind::Blocks { own: own.own_block as f32 },
        "random" => Kind::Random,
        "small-world" => Kind::SmallWorld { rewire: own.rewire },
        "scale-free" => Kind::ScaleFree,
        "file" => Kind::Given(given(scenario, segments, found)),
        _ => Kind::WellMixed,
    };
    (kind, degree, redraw)
}

fn given(scenario: &Scenario, segments: &[Segment], found: &mut Vec<Mistake>) -> Vec<(u32, u32)> {
    let people: u64 = segments.iter().map(|s| u64::from(s.people)).sum();
    // Relative to the file that names it, which may be one that the scenario extends.
    let path = scenario.file("contacts.file").unwrap_or_else(|| scenario.directory().to_owned());
    let mut wrong = |says: String, help: &str| {
        found.push(scenario.mistake("contacts.file", &says, Some(help.to_owned()), "this file"));
    };
    let text = match builtin::read(&path) {
        Ok(text) => text,
        Err(fault) => {
            wrong(format!("cannot read {}: {fault}", path.display()), "a CSV of two columns, from and to");
            return Vec::new();
        }
    };
    let mut pairs = Vec::new();
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(text.as_bytes());
    for (line, record) in reader.records().enumerate() {
        let pair = record.ok().and_then(|r| Some((r.get(0)?.trim().parse().ok()?, r.get(1)?.trim().parse().ok()?)));
        match pair {
            Some((a, b)) if u64::from(a) < people && u64::from(b) < people => pairs.push((a, b)),
            _ => {
                wrong(
                    format!("line {} of {} is not a pair of people", line + 2, path.display()),
                    &format!("two numbers from 0 to {}", people.saturating_sub(1)),
                );
                return Vec::new();
            }
        }
    }
    pairs
}
