//! `run`: baseline and all designs, paired; the verdict, and the folder.

use std::path::Path;
use std::sync::Arc;

use zaoshi::error::Error;
use zaoshi::report::terminal::{Told, verdict};
use zaoshi::store::tables::{self, Cell};
use zaoshi::store::{self, Outcome, RunFolder, Timing};

use super::args::{Asked, Screen};
use super::progress::Bar;
use super::source::Source;
use super::stop::{stopped, stopping, unless_stopped};
use super::wiring::{self, Simulated};
use super::{print, width};

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi run
  zaoshi run open-source-database --replicates 256
  zaoshi run mine.toml --with budget.total=200000 --with ladder.contributor.tier.sig.entry.seats=8
  zaoshi run mine.toml --json | jq .verdicts

The folder is <out>/<scenario>/<run>. The same run again gives the same bytes: it is verified, not overwritten.";

pub(super) fn run(asked: &Asked) -> Result<(), Error> {
    super::threads(asked.threads)?;
    let source = Source::of(asked.scenario.as_deref())?;
    store::ready(&asked.out)?;
    let bar = Arc::new(Bar::of(asked.json));
    let done = source.read(|path| {
        let (path, asked, bar) = (path.to_owned(), asked.clone(), Arc::clone(&bar));
        unless_stopped(move || {
            let shown = |runs, of| {
                if !stopping() {
                    bar.at(runs, of);
                }
            };
            let done = wiring::simulate(&path, &asked, &shown)?;
            let folder = folder(&asked, &done)?;
            Ok((done, folder))
        })
    });
    bar.clear();
    let (done, folder) = done?;
    // From here it is a moment until it stands there whole.
    if stopping() {
        return Err(stopped());
    }
    let outcome = store::write(&asked.out, &folder)?;
    if asked.json {
        let json = serde_json::to_string_pretty(&done.summary)
            .map_err(|fault| Error::Drawing { what: "the summary as JSON".to_owned(), says: fault.to_string() })?;
        return print(&(json + "\n"));
    }
    let told = Told { seconds: Some(done.seconds), wrote: Some(wrote(&outcome)) };
    // Standard output takes colour away again where nobody wants it.
    print(&verdict(&done.summary, &told, width(), true))
}

/// Everything that is written of a run.
fn folder(asked: &Asked, done: &Simulated) -> Result<RunFolder, Error> {
    let timing =
        Timing { wall_seconds: done.seconds, threads: rayon::current_num_threads(), agent_ticks: done.agent_ticks };
    let mut more = asked.with.clone();
    if done.strongest.is_some() != (asked.screen == Screen::Auto) {
        more.push(format!("--screen {}", if done.strongest.is_some() { "always" } else { "never" }));
    }
    let mut folder = RunFolder::of(&done.summary, &done.scenario_hash, &more, timing);
    for (name, bytes) in zaoshi::sweep::parts(folder.manifest(), &done.experiment, &done.ensemble)? {
        folder = folder.with(&name, bytes);
    }
    let value = |c: Cell| done.ensemble.runs[c.design][c.replicate].rows[c.period][c.metric];
    folder = folder
        .with("scenario.toml", done.scenario_toml.as_str())
        .with("trajectories.csv", tables::trajectories(&done.summary, &value))
        .with("summary.csv", tables::summary(&done.summary))
        .with("summary.json", done.summary.json())
        .with("cohorts.csv", done.cohorts.as_slice());
    if let Some(coast) = tables::coast(&done.summary) {
        folder = folder.with("coast.csv", coast);
    }
    if let Some(strongest) = &done.strongest {
        folder = folder.with("strongest.csv", strongest.as_slice());
    }
    if let Some(regret) = &done.summary.worlds {
        folder = folder.with("regret.csv", regret.csv());
    }
    if let Some(traces) = &done.traces {
        folder = folder.with("traces.csv", traces.as_slice());
    }
    for (path, bytes) in wiring::drawn(&done.summary)? {
        folder = folder.with(&path, bytes);
    }
    Ok(folder)
}

fn wrote(outcome: &Outcome) -> String {
    let shown = |path: &Path| {
        format!("{}/  report.html  summary.csv  trajectories.csv  charts/  results/  manifest.json", path.display())
    };
    match outcome {
        Outcome::Written(path) => format!("Wrote {}", shown(path)),
        Outcome::Verified(path) => format!("Already there, the same to the byte: {}", shown(path)),
    }
}
