//! `run`: every design of a scenario in paired runs; prints the verdict and writes the folder.
//!
//! Invariant: a run that is interrupted leaves no folder.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use crate::error::Error;
use crate::experiment::Done;
use crate::report::terminal::{Footer, verdict};
use crate::run::{Options, Run, Screen};
use crate::say;
use crate::scenario::Scenario;
use crate::store::{self, Stored, Timing};

use super::args::{self, RunArgs};
use super::progress::Bar;
use super::source::Source;
use super::stop::{stopped, stopping, unless_stopped};
use super::{note, print, width};

pub(super) fn run(asked: &RunArgs) -> Result<(), Error> {
    super::threads(asked.threads)?;
    let source = Source::of(asked.scenario.as_deref())?;
    store::ready(&asked.out)?;
    let bar = Arc::new(Bar::of(asked.json));
    let finished = source.read(|path| {
        let (path, options, bar) = (path.to_owned(), options(asked), Arc::clone(&bar));
        unless_stopped(move || {
            let progress = |done: Done| {
                if !stopping() {
                    bar.at(done.runs, done.of);
                }
            };
            let mut run = Run::prepare(&Scenario::load(&path)?, &options)?;
            note(run.notes.iter());
            let begun = Instant::now();
            let ensemble = run.simulate(&progress);
            let wall_seconds = begun.elapsed().as_secs_f64();
            let outcome = run.conclude(ensemble, &progress)?;
            let threads = rayon::current_num_threads();
            let folder = outcome.folder(Timing { wall_seconds, threads, agent_ticks: outcome.agent_ticks() })?;
            Ok((outcome.summary, folder, wall_seconds))
        })
    });
    bar.clear();
    let (summary, folder, seconds) = finished?;
    // Writing takes a moment and is not interrupted.
    if stopping() {
        return Err(stopped());
    }
    let stored = store::write(&asked.out, &folder)?;
    if asked.json {
        let json = serde_json::to_string_pretty(&summary)
            .map_err(|fault| Error::Drawing { what: say!("run-summary-as-json"), says: fault.to_string() })?;
        return print(&(json + "\n"));
    }
    // `print` removes colour if the reader is no terminal.
    print(&verdict(&summary, &Footer { seconds: Some(seconds), wrote: Some(wrote(&stored)) }, width(), true))
}

/// The arguments as the library takes them.
fn options(asked: &RunArgs) -> Options {
    Options {
        seed: asked.seed,
        replicates: asked.replicates.map(|replicates| replicates as usize),
        until: asked.until,
        set: asked.set.clone(),
        with: asked.with.clone(),
        screen: match asked.screen {
            args::Screen::Auto => Screen::Auto,
            args::Screen::Always => Screen::Always,
            args::Screen::Never => Screen::Never,
        },
    }
}

/// The path of the folder, and whether it is new.
fn wrote(stored: &Stored) -> String {
    let folder = |path: &Path| path.display().to_string();
    match stored {
        Stored::Written(path) => say!("run-wrote", folder = folder(path)),
        Stored::Verified(path) => say!("run-verified", folder = folder(path)),
    }
}
