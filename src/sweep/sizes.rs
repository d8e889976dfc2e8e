//! The size of a sweep before it runs, and a probe for its time.
//!
//! Invariant: a size is reckoned from the manifest and the model, without laying anything out.

use super::Planned;
use crate::error::Error;
use crate::experiment::Experiment;
use crate::experiment::size::{Memory, Size};
use crate::scenario::{Patch, Scenario};

/// Bytes of a row of a series beside its metrics: run, tick, date.
const SERIES_KEYS: f64 = 60.0;
/// Bytes of a part on disk per byte of its numbers.
const ON_DISK: f64 = 0.44;

/// People × ticks of a probe.
const PROBE: f64 = 5e6;

impl Planned {
    /// What the runs that are missing take on that number of threads, each thread with the rows of a shard.
    pub fn size(&self, threads: usize) -> Size {
        let (m, threads) = (&self.manifest, threads as f64);
        let runs = m.points as f64 * m.designs.len() as f64 * m.replicates as f64;
        let row = (m.columns.len() + 1) as f64 * 8.0;
        let recorded = self.recorded * (m.series.len() as f64 * 8.0 + SERIES_KEYS);
        let shard = threads.min(m.shards() as f64) * m.shard_runs as f64 * (row + recorded);
        // A part is held as rows, as columns and as bytes.
        let memory = Memory { results: 3.0 * shard, points: self.points, ..Memory::default() };
        let memory = memory + self.load.memory(threads as usize, runs);
        let disk = runs * (row + recorded) * ON_DISK + self.design.len() as f64;
        Size { memory, disk, work: self.work }
    }
}

/// Runs a small part of a scenario's baseline for timing. `run` is the size of a whole run, in people × ticks; `part` is the share of the
/// usual probe, and 0 gives one tick. Returns the size of the part.
///
/// # Errors
/// Only errors that the scenario already had.
pub fn probe(scenario: &Scenario, run: f64, part: f64) -> Result<u64, Error> {
    let share = (PROBE * part / run).min(1.0);
    let days = scenario.root().horizon * share;
    let sets =
        [format!("horizon={:?} days", days.max(1.0)), "replicates=1".to_owned(), "coast.replicates=0".to_owned()];
    let sets = [&sets[..], &["record.people=0".to_owned()]].concat();
    let part = scenario.patched(&Patch::from_args(&sets)?)?;
    Ok(Experiment::baseline(&part)?.run_one(0, 0).agent_ticks)
}
