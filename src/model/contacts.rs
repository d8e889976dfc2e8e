//! The network of contacts: its kind, or an edge list read from a file.
//!
//! Invariant: every edge joins two people of the segments.

use super::segments::Segment;
use crate::error::Mistake;
use crate::say;
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
        "file" => Kind::Given(edge_list(scenario, segments, found)),
        _ => Kind::WellMixed,
    };
    (kind, degree, redraw)
}

/// The edges of the file that the scenario names: `[(from, to)]`.
fn edge_list(scenario: &Scenario, segments: &[Segment], found: &mut Vec<Mistake>) -> Vec<(u32, u32)> {
    let people: u64 = segments.iter().map(|s| u64::from(s.people)).sum();
    // Relative to the file that names it, which may be one that the scenario extends.
    let path = scenario.file("contacts.file").unwrap_or_else(|| scenario.directory().to_owned());
    let shown = path.display().to_string();
    let mut add = |says: String, help: String| {
        found.push(scenario.mistake("contacts.file", says, Some(help), say!("model-contacts-label")));
    };
    let text = match builtin::read(&path) {
        Ok(text) => text,
        Err(fault) => {
            add(
                say!("model-contacts-unreadable", path = &shown, reason = fault.to_string()),
                say!("model-contacts-unreadable-help"),
            );
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
                add(
                    say!("model-contacts-row", line = (line + 2).to_string(), path = &shown),
                    say!("model-contacts-row-help", last = people.saturating_sub(1).to_string()),
                );
                return Vec::new();
            }
        }
    }
    pairs
}
