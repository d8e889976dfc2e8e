//! An experiment: every design of a scenario, in replicates that share their luck.
//!
//! Replicate r has the same address of luck in every design, so it has the same people, weather and random draws. A
//! replicate does not depend on the number of replicates. Invariant: the ensemble depends on the scenario and the seed
//! alone.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::engine::{CROWD, RunOptions, Trajectory, run};
use crate::error::{Error, Mistake};
use crate::mechanisms::engagement::Engagement;
use crate::metrics::{self, Better, Metric, names};
use crate::model::Model;
use crate::say;
use crate::scenario::condition::Measure;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario, nearest};
use crate::world::calendar::MONTH;
use crate::world::contacts::Contacts;
use crate::world::stream::Stream;

mod added;
mod compared;
mod likeness;
mod lints;
mod traces;

pub use added::with_design;
use compared::{Compared, Expression};
pub use likeness::Alike;

/// Progress of the runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Number of finished runs.
    pub runs: usize,
    /// Number of all runs.
    pub of: usize,
}

/// One design: its names and its model.
pub struct Design {
    /// Its name in the scenario; "baseline" for the empty patch.
    pub name: String,
    /// Its name in charts and verdicts.
    pub says: String,
    /// Its model.
    pub model: Model,
    /// Its patch of the scenario; `None` for the baseline.
    patch: Option<Patch>,
    /// Its own metrics, in the order of its rows.
    names: Vec<Metric>,
}

impl Design {
    fn of(scenario: &Scenario, patch: Option<&Patch>) -> Result<Self, Error> {
        let root = scenario.root();
        let (name, says) = match patch {
            None => ("baseline".to_owned(), root.baseline),
            Some(patch) if patch.says.is_empty() => (patch.name.clone(), patch.name.clone()),
            Some(patch) => (patch.name.clone(), patch.says.clone()),
        };
        let model = Model::resolve(scenario, patch.map(|patch| (patch, patch.from)))?;
        Ok(Design { names: metrics::names(&model), name, says, patch: patch.cloned(), model })
    }

    /// Whether it ever has paid staff.
    fn has_staff(&self) -> bool {
        let staffed = |terms: &Option<_>| terms.as_ref().is_some_and(|e: &Engagement| e.staff > 0);
        self.model.ever(|rules| rules.segments.iter().any(|segment| staffed(&segment.terms.engagement)))
    }
}

/// The designs of a scenario, ready to run.
pub struct Experiment {
    /// Their scenario.
    pub scenario: Scenario,
    /// All designs, the baseline first.
    pub designs: Vec<Design>,
    /// All metrics, in the order of a trajectory's rows: those of the baseline, then further metrics of other designs, then expressions.
    pub metrics: Vec<Metric>,
    /// Those of the last metrics that are expressions.
    expressions: Vec<Expression>,
    /// Index of the metric that the verdict compares.
    pub headline: usize,
    /// Index of the metric that the scenario names, if paid staff are part of it: then the verdict compares the part
    /// without them, and staff stand beside it.
    pub with_staff: Option<usize>,
    /// Indices of the metrics that the verdict shows beside it.
    pub beside: Vec<usize>,
    /// Number of paired runs of each design.
    pub replicates: usize,
    /// Number of replicates that have a coast: a continuation with and without spending.
    pub coasts: usize,
    /// The seed.
    pub seed: u64,
    /// People in a crowd; its size does not change the results.
    pub crowd: usize,
}

/// All trajectories of an experiment.
pub struct Ensemble {
    /// `runs[design][replicate]`.
    pub runs: Vec<Vec<Trajectory>>,
}

impl Experiment {
    /// The baseline and every treatment of a scenario.
    ///
    /// # Errors
    /// The mistakes of the scenario under any of its designs.
    ///
    /// ```
    /// use zaoshi::{Experiment, Scenario};
    ///
    /// let text = "extends = \"first-step\"\nhorizon = \"1 year\"\nreplicates = 2\nsegment.developers.people = 2_000";
    /// let experiment = Experiment::design(&Scenario::parse("small.toml", text)?)?;
    /// let names: Vec<&str> = experiment.designs.iter().map(|design| design.name.as_str()).collect();
    /// assert_eq!(names, ["baseline", "low-step", "usual-step"]);
    ///
    /// let ensemble = experiment.run(&|_| {});
    /// assert_eq!((ensemble.runs.len(), ensemble.runs[0].len()), (3, 2), "designs, replicates");
    /// assert_eq!(ensemble.runs[0][0].rows.len(), 12, "a row a month");
    /// # Ok::<(), zaoshi::Error>(())
    /// ```
    pub fn design(scenario: &Scenario) -> Result<Self, Error> {
        Self::from_patches(scenario, &scenario.treatments())
    }

    /// The baseline alone.
    ///
    /// # Errors
    /// The mistakes of the scenario.
    pub fn baseline(scenario: &Scenario) -> Result<Self, Error> {
        Self::from_patches(scenario, &[])
    }

    /// The baseline and some of the treatments, by name.
    ///
    /// # Errors
    /// The mistakes of the scenario under any of these designs.
    pub fn among(scenario: &Scenario, names: &[String]) -> Result<Self, Error> {
        let patches: Vec<Patch> = scenario.treatments().into_iter().filter(|p| names.contains(&p.name)).collect();
        Self::from_patches(scenario, &patches)
    }

    /// Every combination of a treatment's groups of rules: design `s` has group `k` if bit `k` of `s` is set. The
    /// baseline is the first, the whole treatment the last.
    ///
    /// # Errors
    /// The mistakes of the scenario under any combination.
    pub fn choices(scenario: &Scenario, treatment: &Patch) -> Result<Self, Error> {
        let groups = treatment.groups();
        let patches: Vec<Patch> = (1..1_usize << groups.len())
            .map(|set| {
                let some: Vec<String> =
                    (0..groups.len()).filter(|k| set & (1 << k) != 0).map(|k| groups[k].clone()).collect();
                treatment.only(&some)
            })
            .collect();
        Self::from_patches(scenario, &patches)
    }

    /// The baseline and one design per patch.
    ///
    /// # Errors
    /// The mistakes of the scenario under any of these designs.
    pub fn from_patches(scenario: &Scenario, patches: &[Patch]) -> Result<Self, Error> {
        let root = scenario.root();
        let all = [None].into_iter().chain(patches.iter().map(Some));
        let designs = all.map(|patch| Design::of(scenario, patch)).collect::<Result<Vec<_>, _>>()?;
        // A design may add a tier or a pool, and with it metrics that the others lack.
        let mut metrics: Vec<Metric> = designs[0].names.clone();
        for name in designs.iter().flat_map(|d| &d.names) {
            if !metrics.iter().any(|known| known.name == name.name) {
                metrics.push(name.clone());
            }
        }
        let unknown: Vec<Mistake> = designs.iter().flat_map(|design| unknown_metrics(scenario, design)).collect();
        if !unknown.is_empty() {
            return Err(scenario.mistakes(unknown));
        }
        let model = &designs[0].model;
        let months = f64::from(model.ticks) * model.calendar.step.days() / MONTH;
        let Compared { mut metrics, expressions, headline: named, beside } =
            Compared::of(scenario, metrics, months).map_err(|mistakes| scenario.mistakes(mistakes))?;
        let asked = scenario.headline();
        let replicates = root.replicates.max(1) as usize;
        let place = |name: &str| metrics.iter().position(|m| m.name == name);
        let staffed = metrics[named].name == names::ACTIVE_CONTRIBUTORS && designs.iter().any(Design::has_staff);
        let (headline, with_staff) = match place(names::ACTIVE_COMMUNITY) {
            Some(community) if staffed => (community, Some(named)),
            _ => (named, None),
        };
        let mut beside = beside;
        beside.extend(place(names::ACTIVE_STAFF).filter(|staff| staffed && !beside.contains(staff)));
        if let Some(most) = asked.most {
            metrics[headline].better = if most { Better::More } else { Better::Less };
        }
        Ok(Experiment {
            coasts: (scenario.table::<schema::Coast>("coast").replicates as usize).min(replicates),
            seed: root.seed as u64,
            scenario: scenario.clone(),
            designs,
            metrics,
            expressions,
            headline,
            with_staff,
            beside,
            replicates,
            crowd: CROWD,
        })
    }

    /// Whether the baseline has any randomness.
    pub fn is_random(&self) -> bool {
        self.designs[0].model.is_random()
    }

    /// Number of runs, without coasts.
    pub fn runs(&self) -> usize {
        self.designs.len() * self.replicates
    }

    /// Runs all replicates, on all threads of the current pool; `progress` is called after each run.
    pub fn run(&self, progress: &(dyn Fn(Done) + Sync)) -> Ensemble {
        Ensemble { runs: self.run_replicates(0..self.replicates, progress) }
    }

    /// Runs some replicates of every design: `[design][replicate]`. Earlier replicates count as done in `progress`.
    pub fn run_replicates(&self, replicates: Range<usize>, progress: &(dyn Fn(Done) + Sync)) -> Vec<Vec<Trajectory>> {
        let done = AtomicUsize::new(replicates.start * self.designs.len());
        let of = self.runs();
        let shared = self.network();
        let size = replicates.len();
        // Replicate by replicate, so that all designs of one share a network.
        let by_replicate: Vec<Vec<Trajectory>> = replicates
            .into_par_iter()
            .map(|replicate| {
                self.run_paired(replicate, shared.as_ref(), &|| {
                    progress(Done { runs: done.fetch_add(1, Ordering::Relaxed) + 1, of });
                })
            })
            .collect();
        let mut runs: Vec<Vec<Trajectory>> = self.designs.iter().map(|_| Vec::with_capacity(size)).collect();
        for replicate in by_replicate {
            for (design, trajectory) in runs.iter_mut().zip(replicate) {
                design.push(trajectory);
            }
        }
        runs
    }

    /// The network that all replicates share; `None` if each replicate draws its own.
    pub fn network(&self) -> Option<Arc<Contacts>> {
        let base = &self.designs[0].model;
        (!base.redraw && base.contact_kind.is_network()).then(|| contacts(base, Stream::seeded(self.seed)))
    }

    /// Runs all designs of one replicate: `[design]`. `shared` is the network of all replicates; `done` is called after
    /// each run.
    pub fn run_paired(
        &self,
        replicate: usize,
        shared: Option<&Arc<Contacts>>,
        done: &(dyn Fn() + Sync),
    ) -> Vec<Trajectory> {
        let all: Vec<usize> = (0..self.designs.len()).collect();
        self.run_designs(&all, replicate, shared, done)
    }

    /// Runs some designs of one replicate, by their indices.
    pub fn run_designs(
        &self,
        designs: &[usize],
        replicate: usize,
        shared: Option<&Arc<Contacts>>,
        done: &(dyn Fn() + Sync),
    ) -> Vec<Trajectory> {
        let base = &self.designs[0].model;
        let common =
            shared.map_or_else(|| contacts(base, Model::replicate_stream(self.seed, replicate as u64)), Arc::clone);
        let one = |design: &usize| {
            let trajectory = self.run_on_contacts(&self.designs[*design], replicate, &common);
            done();
            trajectory
        };
        designs.par_iter().map(one).collect()
    }

    /// Runs one replicate of one design, by its index.
    pub fn run_one(&self, design: usize, replicate: usize) -> Trajectory {
        let base = &self.designs[0].model;
        let at =
            if base.redraw { Model::replicate_stream(self.seed, replicate as u64) } else { Stream::seeded(self.seed) };
        self.run_on_contacts(&self.designs[design], replicate, &contacts(base, at))
    }

    /// Runs one replicate; `common` is the network of the baseline.
    fn run_on_contacts(&self, design: &Design, replicate: usize, common: &Arc<Contacts>) -> Trajectory {
        let (model, luck) = (&design.model, Model::replicate_stream(self.seed, replicate as u64));
        let headline = self.measure(self.headline);
        let options = RunOptions {
            crowd: self.crowd,
            coast: replicate < self.coasts,
            headline: &headline,
            names: &design.names,
            traces: replicate == 0 && model.traces > 0,
        };
        // A design with other people or other contacts needs its own network.
        let contacts = if same_contacts(model, &self.designs[0].model) {
            Arc::clone(common)
        } else {
            contacts(model, if model.redraw { luck } else { Stream::seeded(self.seed) })
        };
        let mut trajectory = run(model, luck, contacts, options);
        self.align(design, &mut trajectory);
        trajectory
    }

    /// People × ticks of all runs, without coasts.
    pub fn work(&self) -> u64 {
        let of = |d: &Design| u64::from(d.model.people()) * u64::from(d.model.ticks);
        self.designs.iter().map(of).sum::<u64>() * self.replicates as u64
    }

    /// Puts a design's rows into the order of all metrics, expressions last; those that it lacks have the value
    /// [without what they measure](names::without).
    fn align(&self, design: &Design, trajectory: &mut Trajectory) {
        let plain = &self.metrics[..self.metrics.len() - self.expressions.len()];
        if design.names != plain {
            let at = |m: &Metric| design.names.iter().position(|n| n.name == m.name).ok_or(names::without(&m.name));
            let at: Vec<Result<usize, f64>> = plain.iter().map(at).collect();
            for row in &mut trajectory.rows {
                *row = at.iter().map(|at| at.map_or_else(|nothing| nothing, |at| row[at])).collect();
            }
        }
        for row in &mut trajectory.rows {
            self.expressions.iter().for_each(|expression| row.push(expression.value(row)));
        }
    }

    /// A metric as a measure of the metrics of a design.
    fn measure(&self, metric: usize) -> Measure {
        let plain = self.metrics.len() - self.expressions.len();
        match metric.checked_sub(plain) {
            Some(k) => self.expressions[k].measure.clone(),
            None => Measure::of(&self.metrics[metric].name),
        }
    }

    /// What is wrong with a metric that has no value within the horizon: what it says, label and help.
    pub(crate) fn unknown_within(&self, name: &str) -> Option<(String, String, String)> {
        let model = &self.designs[0].model;
        compared::unknown_within(name, f64::from(model.ticks) * model.calendar.step.days() / MONTH)
    }
}

fn contacts(model: &Model, luck: Stream) -> Arc<Contacts> {
    Arc::new(Contacts::build(&model.contact_kind, model.people(), model.mean_degree, luck.named("contacts")))
}

fn same_contacts(one: &Model, other: &Model) -> bool {
    let size = |model: &Model| (model.people(), model.mean_degree.to_bits(), model.redraw);
    one.contact_kind == other.contact_kind && size(one) == size(other)
}

impl Ensemble {
    /// People × ticks that were simulated.
    pub fn agent_ticks(&self) -> u64 {
        self.runs.iter().flatten().map(|t| t.agent_ticks).sum()
    }
}

/// Metrics that the conditions of a design name and that do not exist.
fn unknown_metrics(scenario: &Scenario, design: &Design) -> Vec<Mistake> {
    let mut found = Vec::new();
    let model = &design.model;
    let all = model.watches.iter().map(|watch| ("intervention", watch));
    for (part, watch) in all.chain(model.milestones.iter().map(|watch| ("milestone", watch))) {
        for (name, at) in watch.condition.metrics() {
            if design.names.iter().any(|known| known.name == name) {
                continue;
            }
            let path = format!("{part}.{}.when", watch.name);
            let (says, label) = no_metric(name, &design.names);
            found.push(scenario.mistake_inside(&path, at, says, label, say!("experiment-metrics-listed")));
        }
    }
    found
}

/// The mistake and the label for an unknown metric; the label names the nearest metric.
fn no_metric(name: &str, metrics: &[Metric]) -> (String, String) {
    let label = match nearest(name, metrics.iter().map(|m| m.name.as_str())) {
        Some(near) => say!("experiment-did-you-mean", name = near),
        None => say!("experiment-unknown-metric"),
    };
    (say!("experiment-no-metric", name = name), label)
}
