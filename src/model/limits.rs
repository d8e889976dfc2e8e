//! How many tables of a part a scenario may have, where the engine numbers them in few bits, and how far a run may go.
//!
//! Invariant: no number of a table wraps, and no tick lies beyond the calendar.

use super::ordered::ordered;
use crate::error::Mistake;
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::{Calendar, Tick};

/// Tiers of a ladder or a path: a person keeps the number of the own one in a byte, and 0 is none.
pub(super) const TIERS: usize = u8::MAX as usize;
/// Badges: a person keeps those won as the bits of a word.
pub(super) const BADGES: usize = u64::BITS as usize;

/// Segments: each has its own rules on every date, and a check looks at each pair.
pub(super) const SEGMENTS: usize = 1000;

/// The names of a part's tables in alphabetical order, at most `most`; more are one mistake, at the first one too many.
pub(super) fn limited(scenario: &Scenario, part: &str, most: usize, found: &mut Vec<Mistake>) -> Vec<String> {
    let names = scenario.all_names(part);
    if let Some(name) = names.get(most) {
        let (count, over) = (names.len().to_string(), names.len() - most);
        let says = say!("model-too-many", part = part, count = count, most = most);
        let help = say!("model-too-many-help", over = over, most = most);
        found.push(scenario.mistake(&format!("{part}.{name}"), says, Some(help), say!("model-one-too-many-label")));
    }
    let mut names = ordered(names);
    names.truncate(most);
    names
}

/// The mistake of a run that goes on beyond the last day of the calendar.
pub(super) fn beyond_calendar(scenario: &Scenario, calendar: &Calendar, ticks: Tick) -> Option<Mistake> {
    if calendar.holds(ticks) {
        return None;
    }
    let (start, last) = (calendar.start.to_string(), jiff::civil::Date::MAX.to_string());
    let says = say!("model-beyond-calendar", last = &last, start = start);
    let help = say!("model-beyond-calendar-help", last = last);
    Some(scenario.mistake("start", says, Some(help), say!("model-beyond-calendar-label")))
}
