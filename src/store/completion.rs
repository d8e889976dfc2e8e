//! How many points of a sweep have runs, and why the others have none.
//!
//! Invariant: a point that cannot be run never counts as one that ran; readers of a store check this first.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::sweep::SweepStore;
use crate::error::Error;
use crate::say;

/// Counts of the points in finished shards.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// Points of the plan.
    pub of: usize,
    /// Points that have runs.
    pub points: usize,
    /// Number of runs.
    pub runs: usize,
    /// Points that cannot be run.
    pub cannot: usize,
    /// Why the first of them cannot be run.
    pub why: String,
}

impl Completion {
    /// `3 of 8 points ran; 5 cannot: …`; `None` if no point failed.
    pub fn failures(&self) -> Option<String> {
        let Completion { of, points, cannot, why, .. } = self;
        (*cannot > 0).then(|| {
            say!("store-points-ran", points = points.to_string(), of = *of, cannot = cannot.to_string(), why = why)
        })
    }
}

impl SweepStore {
    /// Counts of the points so far.
    ///
    /// # Errors
    /// I/O errors; a file of failures that cannot be read.
    pub fn completion(&self) -> Result<Completion, Error> {
        let m = &self.manifest;
        let per_point = m.replicates * m.designs.len();
        let (mut tried, mut next, mut runs) = (0, 0, 0);
        let done = self.done()?;
        for shard in &done {
            let there = m.of_shard(*shard);
            runs += there.len();
            // A point may begin in one shard and end in the next.
            let (from, past) = (next.max(there.start / per_point), there.end.div_ceil(per_point));
            tried += past.saturating_sub(from);
            next = past;
        }
        let shard_of = |name: String| name.strip_suffix(".json").and_then(|stem| stem.parse::<usize>().ok());
        let shards: Vec<usize> = self.place.names("failed")?.into_iter().filter_map(shard_of).collect();
        let shards: Vec<usize> = shards.into_iter().filter(|shard| done.binary_search(shard).is_ok()).collect();
        let lists = shards.par_iter().map(|shard| Ok((*shard, self.failures(*shard)?)));
        let mut cannot: BTreeMap<usize, String> = BTreeMap::new();
        for (shard, failures) in lists.collect::<Result<Vec<_>, Error>>()? {
            let there = m.of_shard(shard);
            for failure in failures {
                let own = failure.point * per_point..(failure.point + 1) * per_point;
                runs -= own.end.min(there.end).saturating_sub(own.start.max(there.start));
                cannot.entry(failure.point).or_insert(failure.says);
            }
        }
        let why = cannot.values().next().cloned().unwrap_or_default();
        Ok(Completion { of: m.points, points: tried - cannot.len(), runs, cannot: cannot.len(), why })
    }

    /// As [`SweepStore::completion`], but requires at least one point with runs.
    ///
    /// # Errors
    /// A sweep without a point that ran; I/O errors.
    pub fn require_runs(&self) -> Result<Completion, Error> {
        let completion = self.completion()?;
        if completion.points > 0 {
            return Ok(completion);
        }
        let folder = self.place.root().display().to_string();
        Err(Error::Argument(match completion.failures() {
            Some(short) => say!("store-nothing-to-tell", folder = folder, why = short),
            None => say!("store-no-point-yet", folder = folder),
        }))
    }
}
