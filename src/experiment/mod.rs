//! An experiment: every design of a scenario, in replicates that share their luck.
//!
//! Replicate r has the same address of luck in every design, so it has the same people, weather and random draws. A
//! replicate does not depend on the number of replicates. Invariant: the ensemble depends on the scenario and the seed
//! alone.

use crate::engine::{CROWD, Trajectory};
use crate::error::{Error, Mistake};
use crate::mechanisms::engagement::Engagement;
use crate::metrics::{self, Better, Metric, names};
use crate::model::Model;
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario, nearest};
use crate::world::calendar::MONTH;

mod added;
mod compared;
pub mod kept;
mod likeness;
mod lints;
mod running;
pub mod size;
mod traces;

pub use added::{programmes, with_design};
use compared::{Compared, Expression};
pub use likeness::Alike;
pub use running::Hands;
pub use traces::TraceFiles;

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
        let metrics = metrics_of_all(&designs);
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

    /// The metrics of a scenario and its designs, with the expressions that it compares if there is no mistake in them.
    ///
    /// # Errors
    /// The mistakes of the scenario under any of its designs, but not those of the metrics that it names.
    pub fn metrics_of(scenario: &Scenario) -> Result<Vec<Metric>, Error> {
        let treatments = scenario.treatments();
        let all = [None].into_iter().chain(treatments.iter().map(Some));
        let designs = all.map(|patch| Design::of(scenario, patch)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self::design(scenario).map_or_else(|_| metrics_of_all(&designs), |experiment| experiment.metrics))
    }

    /// Whether the baseline has any randomness.
    pub fn is_random(&self) -> bool {
        self.designs[0].model.is_random()
    }

    /// Number of runs, without coasts.
    pub fn runs(&self) -> usize {
        self.designs.len() * self.replicates
    }

    /// People × ticks of all runs, without coasts.
    pub fn work(&self) -> f64 {
        let of = |d: &Design| f64::from(d.model.people()) * f64::from(d.model.ticks);
        self.designs.iter().map(of).sum::<f64>() * self.replicates as f64
    }

    /// What is wrong with a metric that has no value within the horizon: what it says, label and help.
    pub(crate) fn unknown_within(&self, name: &str) -> Option<(String, String, String)> {
        let model = &self.designs[0].model;
        compared::unknown_within(name, f64::from(model.ticks) * model.calendar.step.days() / MONTH)
    }
}

/// The metrics of all designs: one may add a tier or a pool, and with it metrics that the others lack.
fn metrics_of_all(designs: &[Design]) -> Vec<Metric> {
    let mut metrics: Vec<Metric> = designs[0].names.clone();
    for name in designs.iter().flat_map(|d| &d.names) {
        if !metrics.iter().any(|known| known.name == name.name) {
            metrics.push(name.clone());
        }
    }
    metrics
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

/// The mistake and the label for an unknown metric; the label names the nearest metric, or says how a minus is written.
fn no_metric(name: &str, metrics: &[Metric]) -> (String, String) {
    let family = |name: &str| name.split_once(':').map(|(family, _)| family.to_owned());
    let known = |name: &str| {
        let alike = |metric: &Metric| family(name).is_some() && family(&metric.name) == family(name);
        metrics.iter().any(|metric| metric.name == name || alike(metric))
    };
    // Two metrics with a hyphen between them were meant as a difference.
    let minus = name.match_indices('-').find(|(at, _)| known(&name[..*at]) && known(&name[at + 1..]));
    let label = match (minus, nearest(name, metrics.iter().map(|m| m.name.as_str()))) {
        (Some((at, _)), _) => say!("experiment-minus", left = &name[..at], right = &name[at + 1..]),
        (None, Some(near)) => say!("experiment-did-you-mean", name = near),
        (None, None) => say!("experiment-unknown-metric"),
    };
    (say!("experiment-no-metric", name = name), label)
}
