//! `run`: every design of a scenario in paired runs; prints the verdict and writes the folder.
//!
//! Invariant: a run that is interrupted leaves no folder under a run's name; what is done of a long one is kept, and the same command goes on
//! from there.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use crate::error::{Attempt, Error};
use crate::experiment::{Done, Hands, TraceFiles};
use crate::report::terminal::{Footer, Took, verdict};
use crate::run::{Options, Run, Screen};
use crate::say;
use crate::scenario::Scenario;
use crate::stats::Summary;
use crate::store::begun::{Begun, PAUSE};
use crate::store::{self, RunFolder, Stored, Timing};

use super::args::{self, RunArgs};
use super::progress::Bar;
use super::sizes;
use super::source::Source;
use super::stop::{stopped, stopping, unless_stopped};
use super::{log, note, print, width};

/// What the work gives: the summary, its folder, and the time that each part took.
type Finished = (Summary, RunFolder, Took);

pub(super) fn run(asked: &RunArgs) -> Result<(), Error> {
    let began = Instant::now();
    let how = &asked.how;
    super::threads(how.threads)?;
    let source = Source::of(asked.scenario.as_deref())?;
    let bar = Arc::new(Bar::of(how.json));
    let begun = Arc::new(OnceLock::new());
    let finished = source.read(|path| {
        let (path, options, out) = (path.to_owned(), options(asked), how.out.clone());
        let (bar, begun) = (Arc::clone(&bar), Arc::clone(&begun));
        unless_stopped(move || work(&path, &options, &out, &bar, &begun))
    });
    bar.clear();
    // Writing takes a moment and is not interrupted.
    let finished = finished.and_then(|finished| if stopping() { Err(stopped()) } else { Ok(finished) });
    let (summary, folder, mut took) = finished.map_err(|fault| ended(fault, begun.get()))?;
    note(folder.notes().iter());
    let stored = store::write(&how.out, &folder)?;
    if let Some(begun) = begun.get() {
        begun.forget();
    }
    took.whole = began.elapsed().as_secs_f64();
    if how.json {
        let json = serde_json::to_string_pretty(&summary)
            .map_err(|fault| Error::Drawing { what: say!("run-summary-as-json"), says: fault.to_string() })?;
        return print(&(json + "\n"));
    }
    // `print` removes colour if the reader is no terminal.
    print(&verdict(&summary, &Footer { took: Some(took), wrote: Some(wrote(&stored, &folder)) }, width(), true))
}

/// All of a run but the writing of its folder.
fn work(path: &Path, options: &Options, out: &PathBuf, bar: &Bar, begun: &OnceLock<Begun>) -> Result<Finished, Error> {
    let progress = |done: Done| {
        if !stopping() {
            bar.at(done.runs, done.of);
        }
    };
    let mut run = Run::prepare(&Scenario::load(path)?, options)?;
    sizes::must_fit(&|threads| run.size(threads), out)?;
    sizes::extremes_fit(&run.experiment.scenario, false)?;
    store::ready(out)?;
    note(run.notes.iter());
    let begun = begun.get_or_init(|| Begun::of(out, &run.experiment, PAUSE));
    let (before, all) = (begun.before(), run.experiment.replicates);
    if before > 0 {
        log(&(say!("run-goes-on", done = before, all = all.max(before).to_string()) + "\n"));
    }
    let mut size = run.size(rayon::current_num_threads());
    let left = run.runs().saturating_sub(before * run.experiment.designs.len()) as f64;
    size.work *= left / run.runs().max(1) as f64;
    sizes::say_if_long(&size, &run.experiment.scenario, left);
    let started = Instant::now();
    bar.begin(before * run.experiment.designs.len(), run.runs());
    let traces = TraceFiles::of(&run.experiment, out);
    if traces.is_some() {
        let failed = |source| Error::File { attempt: Attempt::MakeFolder, path: out.clone(), source };
        std::fs::create_dir_all(out).map_err(failed)?;
    }
    let ensemble = run.simulate_with(Hands { keeper: begun, traces: traces.as_ref() }, &progress);
    let share = run.screened();
    let mut outcome = run.compare(ensemble, &progress)?;
    let designs = started.elapsed().as_secs_f64();
    let screening = Instant::now();
    if let Some(share) = share {
        outcome.screen(share, &progress)?;
    }
    let screening = share.map(|_| screening.elapsed().as_secs_f64());
    let (threads, agent_ticks) = (rayon::current_num_threads(), outcome.agent_ticks());
    let timing = Timing { wall_seconds: started.elapsed().as_secs_f64(), threads, agent_ticks };
    let mut folder = outcome.folder(timing)?;
    if let Some(traces) = traces {
        let failed = |source| Error::File { attempt: Attempt::WriteInto, path: out.clone(), source };
        folder = folder.with_streamed("traces.csv", move |to| traces.write(to)).map_err(failed)?;
    }
    Ok((outcome.summary, folder, Took { designs, screening, whole: 0.0 }))
}

/// The error of a run that ended early; what is done of one that was stopped is kept first.
fn ended(fault: Error, begun: Option<&Begun>) -> Error {
    match (fault, begun.map(Begun::close)) {
        (Error::Stopped(_), Some(Ok(done))) if done > 0 => Error::Stopped(say!("run-stopped", done = done)),
        (Error::Stopped(says), Some(Err(fault))) => {
            Error::Stopped(say!("run-not-kept", says = says, fault = fault.to_string()))
        }
        (fault, _) => fault,
    }
}

/// The arguments as the library takes them.
fn options(asked: &RunArgs) -> Options {
    let RunArgs { how, programmes, .. } = asked;
    Options {
        seed: how.seed,
        replicates: how.replicates.map(|replicates| replicates as usize),
        until: how.until,
        set: how.set.clone(),
        with: how.with.clone(),
        presets: programmes.0.clone(),
        from: programmes.1,
        screen: match how.screen {
            args::Screen::Auto => Screen::Auto,
            args::Screen::Always => Screen::Always,
            args::Screen::Never => Screen::Never,
        },
        font: how.font.clone(),
    }
}

/// The path of the folder, whether it is new, and what is in it.
fn wrote(stored: &Stored, run: &RunFolder) -> String {
    let folder = |path: &Path| path.display().to_string();
    let files = top(run).join("  ");
    match stored {
        Stored::Written(path) => say!("run-wrote", folder = folder(path), files = files),
        Stored::Verified(path) => say!("run-verified", folder = folder(path), files = files),
    }
}

/// What lies in the folder: the page first, then files and folders by name.
fn top(run: &RunFolder) -> Vec<String> {
    let first = |path: &str| match path.split_once('/') {
        Some((folder, _)) => format!("{folder}/"),
        None => path.to_owned(),
    };
    let own = ["manifest.json", "timing.json"];
    let mut names: Vec<String> = run.manifest().files.keys().map(|p| first(p)).chain(own.map(str::to_owned)).collect();
    names.sort_by_key(|name| (name != "report.html", name.ends_with('/'), name.clone()));
    names.dedup();
    names
}
