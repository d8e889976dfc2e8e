//! Counters of people that are kept all through a run, whatever rule is in force.
//!
//! There is a ring of counters for each width of a window of a ladder, and a score for each half-life of points, over all dates.
//! Invariant: a rule that begins or changes on a date has its count from the start of the run, and does not change other counts.

use std::collections::BTreeSet;
use std::ops::Range;

use super::ordered::ordered;
use crate::incentives::balance::Balance;
use crate::incentives::ladder::{Entry, Review};
use crate::incentives::points::Points;
use crate::scenario::Scenario;
use crate::world::window::{BUCKETS, Span, width};

/// The counters of everybody who has a dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Counters {
    /// Ladder and ticks in a bucket of each ring, ordered by name, then by width.
    rings: Vec<(String, f64)>,
    /// Half-lives of scores, ticks; infinite: no decay.
    pub half_lives: Vec<f32>,
    /// Whether points expire at any date, so that the tick in which they were earned is kept.
    pub lots: bool,
}

impl Counters {
    /// The counters that the rules of all dates need; `days`: length of a tick.
    pub(super) fn resolve<'a>(dates: impl Iterator<Item = &'a Scenario>, days: f64) -> Self {
        let (mut windows, mut halves) = (Vec::new(), BTreeSet::new());
        let mut lots = false;
        for scenario in dates {
            lots |= scenario.table::<Balance>("balance").expires.is_some_and(|days| days > 0.0);
            for ladder in ordered(scenario.all_names("ladder")) {
                for tier in scenario.all_names(&format!("ladder.{ladder}.tier")) {
                    let path = format!("ladder.{ladder}.tier.{tier}");
                    let entry: Entry = scenario.table(&format!("{path}.entry"));
                    let review: Review = scenario.table(&format!("{path}.review"));
                    for within in [entry.window(), review.window(&entry)] {
                        windows.push((ladder.clone(), width(within / days)));
                    }
                }
            }
            for name in scenario.all_names("points") {
                let half_life = scenario.table::<Points>(&format!("points.{name}")).half_life.unwrap_or(0.0) / days;
                // The bits of positive numbers have the same order as the numbers.
                halves.insert((if half_life > 0.0 { half_life as f32 } else { f32::INFINITY }).to_bits());
            }
        }
        windows.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        windows.dedup();
        Counters { rings: windows, half_lives: halves.into_iter().map(f32::from_bits).collect(), lots }
    }
    /// Ticks in a bucket of each ring.
    pub fn widths(&self) -> Vec<f64> {
        self.rings.iter().map(|(_, width)| *width).collect()
    }
    /// Indices of the rings of a ladder, the widest last.
    pub(super) fn rings(&self, ladder: &str) -> Range<usize> {
        let from = self.rings.partition_point(|(name, _)| name.as_str() < ladder);
        from..self.rings.partition_point(|(name, _)| name.as_str() <= ladder)
    }
    /// The window of a ladder, given in ticks.
    pub(super) fn span(&self, ladder: &str, ticks: f64) -> Span {
        let width = width(ticks);
        let of = self.rings(ladder);
        let ring = of.start + self.rings[of].iter().position(|(_, w)| *w == width).unwrap_or(0);
        Span { ring, buckets: ((ticks / width).round() as u32).clamp(1, BUCKETS as u32) }
    }
    /// Index of the score for a half-life in ticks.
    pub(super) fn score(&self, half_life: Option<f64>) -> usize {
        let half_life = half_life.map_or(f32::INFINITY, |ticks| ticks as f32);
        self.half_lives.iter().position(|h| *h == half_life).unwrap_or(0)
    }
}
