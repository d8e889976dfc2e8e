//! Where the commands meet the library: one short function per verb, and nothing else.

use std::path::Path;

use zaoshi::error::{Error, Mistakes};
use zaoshi::stats::Summary;
use zaoshi::store::tables::Cell;

use super::run::Args;

/// What a run leaves in memory.
pub(super) struct Simulated {
    pub(super) summary: Summary,
    /// As resolved.
    pub(super) scenario_toml: String,
    pub(super) scenario_hash: String,
    /// Reads one number off the ensemble.
    pub(super) value: Box<dyn Fn(Cell) -> f64>,
    /// People who were traced, where the scenario asks for it: a finished CSV.
    pub(super) traces: Option<Vec<u8>>,
    /// People times ticks, over all runs.
    pub(super) agent_ticks: u64,
}

/// One line of `facts`.
pub(super) struct Fact {
    /// A sentence.
    pub(super) fact: String,
    /// As published, with its source.
    pub(super) range: String,
    /// What the scenario gives.
    pub(super) ours: String,
}

fn unwired<T>(verb: &str) -> Result<T, Error> {
    Err(Error::Asked(format!("`{verb}` is not built in yet")))
}

/// To wire: load (with `Patch::from_args(&args.with)`, replicates and seed as patches), design, run, summarise.
pub(super) fn simulate(
    _scenario: &Path,
    _args: &Args,
    _progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Simulated, Error> {
    unwired("run")
}

/// To wire: `charts::draw_all`, each as `charts/<name>.svg` and `.png`, and `report::html::page` as `report.html`.
pub(super) fn drawn(_summary: &Summary) -> Result<Vec<(String, Vec<u8>)>, Error> {
    unwired("run")
}

/// To wire: `Scenario::load`, `Experiment::design`; one line that says what was found to be right.
pub(super) fn check(_scenario: &Path) -> Result<String, Error> {
    unwired("check")
}

/// To wire: `scenario::template::commented`.
pub(super) fn commented(_scenario: &Path, _name: &str) -> Result<String, Error> {
    unwired("new")
}

/// To wire: `scenario::schema_json`.
pub(super) fn schema() -> Result<String, Error> {
    unwired("schema")
}

/// To wire: the stylised facts.
pub(super) fn facts(_scenario: &Path) -> Result<Vec<Fact>, Error> {
    unwired("facts")
}

/// To wire: name and sentence of each row of `metrics::SHELF`.
pub(super) fn metrics() -> Vec<(String, String)> {
    Vec::new()
}

/// To wire: name and sentence of each row of `charts::SHELF`.
pub(super) fn charts() -> Vec<(String, String)> {
    Vec::new()
}

/// To wire: `mistakes.render(colour)`, with the caret under each mistake.
pub(super) fn rendered(mistakes: &Mistakes, _colour: bool) -> String {
    let line = |m: &zaoshi::error::Mistake| format!("error: {}: {}\n", m.path, m.says);
    mistakes.list.iter().map(line).collect()
}
