//! A run: a scenario from its text to the verdict.
//!
//! [`Run::of`] does all of it. It has three steps, which can also be called one by one: [`Run::prepare`] finds every mistake before the
//! long part, [`Run::simulate`] runs the designs, [`Run::conclude`] compares them. Invariant: the [`Outcome`] depends on the scenario and
//! the [`Options`] alone. Nothing here prints, writes a file or reads a clock.

use std::path::PathBuf;

use crate::charts::Fonts;
use crate::error::Error;
use crate::experiment::size::Size;
use crate::experiment::{Done, Ensemble, Experiment, Hands, programmes, with_design};
use crate::findings;
use crate::report;
use crate::say;
use crate::scenario::{Patch, Scenario};
use crate::stats::regret::{self, Regret};
use crate::stats::screening::{self, Screening};
use crate::stats::{self, Summary, cohorts, gain_intervals, sequential};
use crate::store::tables;
use crate::store::{RunFolder, Timing};
use crate::sweep;

/// What a run needs besides its scenario. The default is what `zaoshi run` does without arguments.
///
/// ```
/// use zaoshi::{Options, Screen};
///
/// let options = Options { replicates: Some(256), screen: Screen::Never, ..Options::default() };
/// assert_eq!(options.seed, None);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Seed of the experiment, instead of the scenario's.
    pub seed: Option<u64>,
    /// Paired runs of each design, instead of the scenario's number.
    pub replicates: Option<usize>,
    /// Runs go on until the mean gain of every design is known to this share of the baseline: 0.04 is 4 %.
    pub until: Option<f64>,
    /// Changes of the scenario itself, for all designs, each as `PATH=VALUE`.
    pub set: Vec<String>,
    /// Changes of the scenario, each as `PATH=VALUE`. Together they make one more design; if the list is empty, there is none.
    /// `treatment.NAME.PATH=VALUE` changes a copy of a design of the scenario, and `from=DATE` sets the day on which the design begins.
    pub with: Vec<String>,
    /// Presets, each of which is one design in place of the scenario's own designs.
    pub presets: Vec<String>,
    /// The day on which these designs begin, instead of the first day of the scenario's own designs.
    pub from: Option<jiff::civil::Date>,
    /// Whether assumptions are screened.
    pub screen: Screen,
    /// The file of a font for letters in pictures that the program's own fonts lack. It is asked before the fonts of the system.
    pub font: Option<PathBuf>,
}

/// When the assumptions of the baseline are screened, in further runs over a part of the horizon ([`screening`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// If it takes no more work than the designs themselves.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// Not at all.
    Never,
}

/// The share of the horizon over which assumptions are screened if that takes more work than the designs.
const HALF: f64 = 0.5;

/// A run that is ready to begin.
pub struct Run {
    /// Its designs. [`simulate`](Run::simulate) sets how many replicates were run.
    pub experiment: Experiment,
    /// Sentences on how the designs were made, and on the files that were read.
    pub notes: Vec<String>,
    options: Options,
    /// The scenario and the files that it reads, as its folder keeps them.
    inputs: Vec<(String, Vec<u8>)>,
    /// Share of the horizon over which assumptions are screened; `None` if they are not.
    screened: Option<f64>,
}

impl Run {
    /// Runs every design of a scenario and compares them. `progress` is called after each run, from many threads.
    ///
    /// # Errors
    /// A mistake of the scenario or of the options; replicates that are all identical although something in the scenario is random.
    ///
    /// ```
    /// use zaoshi::{Options, Run, Scenario};
    ///
    /// let text = r#"
    ///     extends = "first-step" # a scenario that comes with the crate
    ///     horizon = "1 year"
    ///     replicates = 8
    ///     segment.developers.people = 400
    ///     segment.developers.members_at_start = 100
    /// "#;
    /// let scenario = Scenario::parse("small.toml", text)?;
    /// let outcome = Run::of(&scenario, &Options::default(), &|_| {})?;
    /// assert_eq!(outcome.ensemble.runs.len(), 3, "the baseline and two treatments");
    /// println!("{}", outcome.summary.recommendation);
    /// # Ok::<(), zaoshi::Error>(())
    /// ```
    pub fn of(scenario: &Scenario, options: &Options, progress: &(dyn Fn(Done) + Sync)) -> Result<Outcome, Error> {
        let mut run = Run::prepare(scenario, options)?;
        let ensemble = run.simulate(progress);
        run.conclude(ensemble, progress)
    }

    /// Resolves every design and reads every file that the run needs, so that a mistake is found before the first run.
    ///
    /// # Errors
    /// The mistakes of the scenario under any of its designs; an option that the scenario does not allow.
    pub fn prepare(scenario: &Scenario, options: &Options) -> Result<Run, Error> {
        let mut fixed = options.set.clone();
        fixed.extend(options.seed.map(|seed| format!("seed={seed}")));
        fixed.extend(options.replicates.map(|replicates| format!("replicates={replicates}")));
        fixed.extend(options.until.map(|share| format!("replicates_until={share:?}")));
        let patched = if fixed.is_empty() { None } else { Some(scenario.patched(&Patch::from_args(&fixed)?)?) };
        let scenario = patched.as_ref().unwrap_or(scenario);
        let (programmes, mut notes) = programmes(scenario, &options.presets, options.from)?;
        let (scenario, note) = with_design(programmes.as_ref().unwrap_or(scenario), &options.with)?;
        let experiment = Experiment::design(&scenario)?;
        notes.extend(note);
        for design in &experiment.designs {
            let new = design.model.contact_notes.iter().filter(|told| !notes.contains(told)).cloned();
            let new: Vec<String> = new.collect();
            notes.extend(new);
        }
        Fonts::with(options.font.as_slice())?;
        notes.extend(experiment.lints()?);
        // Histories are read again for the summary; reading them here finds a missing file early.
        notes.extend(stats::history_notes(&experiment)?);
        let screened = match options.screen {
            Screen::Auto => screening::affordable(&experiment),
            Screen::Always => Some(screening::affordable(&experiment).unwrap_or(HALF)),
            Screen::Never => None,
        };
        if options.screen == Screen::Auto && screened.is_none() && screening::runs(&scenario) > 0 {
            notes.push(say!("run-not-screened"));
        }
        // The files that the scenario reads lie beside it, so that it repeats the run.
        let mut inputs = vec![("scenario.toml".to_owned(), scenario.kept_toml().into_bytes())];
        inputs.extend(scenario.files()?);
        Ok(Run { experiment, notes, options: options.clone(), inputs, screened })
    }

    /// How many runs there are: of the designs, of the worlds and of the screening. [`Options::until`] may add more.
    pub fn runs(&self) -> usize {
        self.experiment.runs() + self.added_runs()
    }

    /// The runs that follow those of the designs.
    fn added_runs(&self) -> usize {
        let screening = if self.screened.is_some() { screening::runs(&self.experiment.scenario) } else { 0 };
        screening + regret::world_runs(&self.experiment)
    }

    /// What all of it takes on that number of threads. [`Options::until`] may add runs.
    pub fn size(&self, threads: usize) -> Size {
        size_of(&self.experiment, self.screened, threads)
    }

    /// Runs every design in all replicates, on all threads of the pool it is called in.
    pub fn simulate(&mut self, progress: &(dyn Fn(Done) + Sync)) -> Ensemble {
        self.simulate_with(Hands::default(), progress)
    }

    /// As [`simulate`](Run::simulate), with a keeper of what is done and files for traces.
    pub fn simulate_with(&mut self, hands: Hands, progress: &(dyn Fn(Done) + Sync)) -> Ensemble {
        let further = self.added_runs();
        sequential::run_with(&mut self.experiment, hands, &|done| progress(Done { of: done.of + further, ..done }))
    }

    /// Summarises the ensemble, then runs the worlds and the screening if there are any.
    ///
    /// # Errors
    /// A design that is not valid in a world; replicates that are all identical although something in the scenario is random.
    pub fn conclude(self, ensemble: Ensemble, progress: &(dyn Fn(Done) + Sync)) -> Result<Outcome, Error> {
        let screened = self.screened;
        let mut outcome = self.compare(ensemble, progress)?;
        if let Some(share) = screened {
            outcome.screen(share, progress)?;
        }
        Ok(outcome)
    }

    /// The share of the horizon over which assumptions are screened; `None` if they are not.
    pub fn screened(&self) -> Option<f64> {
        self.screened
    }

    /// Summarises the ensemble, and runs the worlds if there are any: all but the screening.
    ///
    /// # Errors
    /// As those of [`conclude`](Run::conclude).
    pub fn compare(self, ensemble: Ensemble, progress: &(dyn Fn(Done) + Sync)) -> Result<Outcome, Error> {
        let (designs, of) = (self.experiment.runs(), self.runs());
        let Run { experiment, options, inputs, .. } = self;
        let mut summary = findings::summary(&experiment, &ensemble)?;
        summary.worlds = findings::over_worlds(&experiment, &ensemble, &|done| {
            progress(Done { runs: designs + done.runs, of });
        })?;
        Ok(Outcome { options, experiment, ensemble, summary, inputs })
    }
}

/// What a run of an experiment takes: its designs, their worlds, and a screening over a share of the horizon.
pub fn size_of(experiment: &Experiment, screened: Option<f64>, threads: usize) -> Size {
    let mut size = experiment.size(threads);
    size.work += experiment.work() * experiment.scenario.worlds().len() as f64;
    if let Some(share) = screened {
        let base = &experiment.designs[0].model;
        let one = f64::from(base.people()) * f64::from(base.ticks);
        size.work += share * one * screening::runs(&experiment.scenario) as f64;
    }
    size
}

/// The results of a run, in memory.
pub struct Outcome {
    /// The options of the run.
    pub options: Options,
    /// The designs that were run, and how many replicates of each.
    pub experiment: Experiment,
    /// Every trajectory: `runs[design][replicate].rows[period][metric]`.
    pub ensemble: Ensemble,
    /// What is shown of it: numbers and sentences.
    pub summary: Summary,
    inputs: Vec<(String, Vec<u8>)>,
}

impl Outcome {
    /// Screens the assumptions of the baseline over a share of the horizon: the last runs.
    ///
    /// # Errors
    /// Only errors that the scenario already had.
    pub fn screen(&mut self, share: f64, progress: &(dyn Fn(Done) + Sync)) -> Result<(), Error> {
        let before = self.experiment.runs() + regret::world_runs(&self.experiment);
        let of = before + screening::runs(&self.experiment.scenario);
        let found = screening::screen(&self.experiment.scenario, share, &|done| {
            progress(Done { runs: before + done, of });
        })?;
        found.into_iter().for_each(|found| self.summary.screened(found));
        Ok(())
    }

    /// The scenario as it was run, with all that the options change in it.
    pub fn scenario(&self) -> &Scenario {
        &self.experiment.scenario
    }

    /// One metric of one run, a number for each of the summary's [`dates`](Summary::dates). The indices are those of the summary's
    /// designs and metrics ([`Summary::metric`]).
    ///
    /// # Panics
    /// If an index is out of range.
    pub fn series(&self, design: usize, replicate: usize, metric: usize) -> impl Iterator<Item = f64> + '_ {
        self.ensemble.runs[design][replicate].rows.iter().map(move |row| row[metric])
    }

    /// People times ticks, over all runs of the designs.
    pub fn agent_ticks(&self) -> u64 {
        self.ensemble.agent_ticks()
    }

    /// Retention by cohort as CSV ([`cohorts`]).
    ///
    /// # Errors
    /// Only those of writing to memory.
    pub fn cohorts(&self) -> Result<Vec<u8>, Error> {
        cohorts::table(&self.experiment, &self.ensemble)
            .map_err(|fault| Error::Drawing { what: "cohorts.csv".to_owned(), says: fault.to_string() })
    }

    /// The strongest assumptions as CSV, if they were screened.
    pub fn strongest(&self) -> Option<Vec<u8>> {
        self.summary.screening.as_ref().map(Screening::table)
    }

    /// People who were traced as CSV, if the scenario asks for it.
    pub fn traces(&self) -> Option<Vec<u8>> {
        self.ensemble.traces(&self.experiment)
    }

    /// The folder of the run with every file that `zaoshi run` writes. [`store::write`](crate::store::write) puts it on disk.
    ///
    /// # Errors
    /// A chart, page or table that cannot be drawn.
    pub fn folder(&self, timing: Timing) -> Result<RunFolder, Error> {
        let strongest = self.strongest();
        let (hash, inputs) = (self.scenario().hash(), self.inputs.clone());
        let mut folder = RunFolder::of(&self.summary, &hash, &self.identity(), inputs, timing);
        for (name, bytes) in sweep::parts(folder.manifest(), &self.experiment, &self.ensemble)? {
            folder = folder.with(&name, bytes);
        }
        let intervals = gain_intervals(&self.experiment, &self.ensemble);
        folder = folder
            .with("summary.csv", tables::summary(&self.summary, &intervals))
            .with("metrics.csv", tables::metrics(&self.summary))
            .with("verdict.csv", tables::verdict(&self.summary))
            .with("summary.json", self.summary.json())
            .with("cohorts.csv", self.cohorts()?);
        let regret = self.summary.worlds.as_ref().map(Regret::csv);
        let optional = [
            ("coast.csv", tables::coast(&self.summary)),
            ("strongest.csv", strongest),
            ("regret.csv", regret),
            ("traces.csv", self.traces()),
        ];
        for (name, bytes) in optional {
            if let Some(bytes) = bytes {
                folder = folder.with(name, bytes);
            }
        }
        let fonts = Fonts::with(self.options.font.as_slice())?;
        let report::Files { files, notes } = report::files(&self.summary, &fonts)?;
        for (path, bytes) in files {
            folder = folder.with(&path, bytes);
        }
        Ok(folder.noting(notes))
    }

    /// What the manifest lists under `with`: the arguments that change the files of the folder and are not in the scenario. A screening is
    /// one of them if [`Screen::Auto`] would have decided otherwise.
    fn identity(&self) -> Vec<String> {
        let mut arguments = Vec::new();
        let screened = self.summary.screening.is_some();
        if screened != screening::affordable(&self.experiment).is_some() {
            arguments.push(["--screen", if screened { "always" } else { "never" }].join(" "));
        }
        let font = self.options.font.as_ref().and_then(|path| path.file_name());
        arguments.extend(font.map(|name| format!("--font {}", name.display())));
        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Scenario {
        let text = "extends = \"first-step\"\nhorizon = \"1 year\"\nreplicates = 4\nsegment.developers.people = 300\n\
                    segment.developers.members_at_start = 100\n";
        Scenario::parse("small.toml", text).unwrap()
    }

    fn with(arguments: &[&str]) -> Options {
        Options { with: arguments.iter().map(|text| (*text).to_owned()).collect(), ..Options::default() }
    }

    #[test]
    fn options_take_the_place_of_what_the_scenario_says() {
        let options = Options { seed: Some(7), replicates: Some(2), ..with(&["ladder.contributor=on"]) };
        let run = Run::prepare(&small(), &options).unwrap();
        let experiment = &run.experiment;
        assert_eq!((experiment.seed, experiment.replicates, experiment.designs.len()), (7, 2, 4));
        assert_eq!(experiment.designs[3].says, "ladder.contributor=on");
    }

    #[test]
    fn progress_ends_at_the_number_of_runs_and_the_folder_holds_every_file() {
        let options = Options { screen: Screen::Always, replicates: Some(2), ..Options::default() };
        let runs = Run::prepare(&small(), &options).unwrap().runs();
        let last = std::sync::Mutex::new(0);
        let outcome = Run::of(&small(), &options, &|done| {
            assert_eq!(done.of, runs);
            let mut last = last.lock().unwrap();
            *last = done.runs.max(*last);
        })
        .unwrap();
        assert_eq!(*last.lock().unwrap(), runs);
        let folder = outcome.folder(Timing::default()).unwrap();
        let files: Vec<&str> = folder.files().map(|(path, _)| path).collect();
        for file in
            ["scenario.toml", "summary.csv", "metrics.csv", "verdict.csv", "summary.json", "cohorts.csv", "report.html"]
        {
            assert!(files.contains(&file), "no {file} in {files:?}");
        }
        assert_eq!(folder.manifest().with, ["--screen always"]);
    }

    #[test]
    fn a_run_that_was_not_screened_has_another_name_than_one_that_was() {
        let short = Patch::from_args(&["horizon=8 weeks".to_owned(), "coast.replicates=0".to_owned()]).unwrap();
        let tiny = small().patched(&short).unwrap();
        let named = |screen: Screen| {
            let options = Options { screen, replicates: Some(400), ..Options::default() };
            let outcome = Run::of(&tiny, &options, &|_| {}).unwrap();
            (outcome.summary.screening.is_some(), outcome.identity())
        };
        assert_eq!(named(Screen::Auto), (true, Vec::new()), "there is time for a screening beside 400 runs");
        assert_eq!(named(Screen::Never), (false, vec!["--screen never".to_owned()]));
    }
}
