//! The specification of a search: the table `[search]` of a scenario.
//!
//! Invariant: a [`Search`] can be run: its levers stay in their ranges, and every metric that it names exists.

use crate::error::{Error, Mistake};
use crate::experiment::Experiment;
use crate::experiment::size::{Load, Memory, Size};
use crate::metrics::Metric;
use crate::metrics::names;
use crate::plan::{Factor, Level, Role, sampling};
use crate::say;
use crate::scenario::condition::Condition;
use crate::scenario::schema;
use crate::scenario::{Objective, Patch, SHARED, Scenario, nearest};
use crate::stats::is_in_force;

/// The specification of a search.
#[derive(Clone)]
pub struct Search {
    pub(super) scenario: Scenario,
    /// The scenario as given, with the parts that the runs of a search leave out.
    pub source: Scenario,
    /// The levers to vary.
    pub levers: Vec<Factor>,
    /// The uncertainties.
    pub uncertain: Vec<Factor>,
    /// The objectives.
    pub objectives: Vec<Objective>,
    pub(super) limits: Option<Condition>,
    /// Money that a design may spend.
    pub budget: Option<f64>,
    pub(super) robust: String,
    /// Patches in which levers are set; an empty patch for the scenario's own rules.
    pub(super) designs: Vec<Patch>,
    /// Metrics that are kept of each run, the headline first.
    pub(super) metrics: Vec<Metric>,
    /// People × ticks of a run of the baseline.
    pub work: f64,
    load: Load,
    pub(super) seed: u64,
    /// Number of draws of the uncertainties.
    pub worlds: usize,
    /// Designs per generation.
    pub population: usize,
    /// Generations after the first.
    pub generations: usize,
    pub(super) replicates: usize,
    pub(super) elite: usize,
    pub(super) last: usize,
}

impl std::fmt::Debug for Search {
    /// All fields but the scenarios, whose text would hide the differences.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = |list: &[Patch]| list.iter().map(|patch| patch.name.clone()).collect::<Vec<_>>();
        f.debug_struct("Search")
            .field("levers", &self.levers)
            .field("uncertain", &self.uncertain)
            .field("objectives", &self.objectives)
            .field("limits", &self.limits)
            .field("budget", &self.budget)
            .field("robust", &self.robust)
            .field("designs", &names(&self.designs))
            .field("worlds", &self.worlds)
            .field("sizes", &[self.population, self.generations, self.replicates, self.elite, self.last])
            .finish_non_exhaustive()
    }
}

/// The objectives and the limits.
fn goals_and_limits(scenario: &Scenario, found: &mut Vec<Mistake>) -> (Vec<Objective>, Option<Condition>) {
    let objectives = scenario.objectives().unwrap_or_else(|mistakes| {
        found.extend(mistakes);
        Vec::new()
    });
    let limits = scenario.limits().unwrap_or_else(|mistake| {
        found.push(*mistake);
        None
    });
    (objectives, limits)
}

/// Checks that objectives and limits name metrics that exist and have values within the horizon, even if there is nothing to search.
///
/// # Errors
/// Each invalid objective or limit, and each name in them that is not a metric, or not known within the horizon.
pub fn check_metrics(scenario: &Scenario, experiment: &Experiment) -> Result<(), Error> {
    let mut found = Vec::new();
    let (objectives, limits) = goals_and_limits(scenario, &mut found);
    found.extend(wrong_metrics(scenario, &objectives, limits.as_ref(), experiment));
    if found.is_empty() { Ok(()) } else { Err(scenario.mistakes(found)) }
}

/// Bytes of a result of a run in memory, and as text on disk.
const RESULT: (f64, f64) = (40.0, 20.0);
/// Bytes of the charts of a search.
const CHARTS: f64 = 1e6;

/// Metrics that are kept of every run, for any goals.
pub(super) const ALWAYS_KEPT: [&str; 2] = [names::MONEY_PAID, names::BURNOUT_EXITS];

impl Search {
    /// The search of a scenario.
    ///
    /// # Errors
    /// Mistakes in levers, uncertainties, objectives and limits, each with its place.
    pub fn of(scenario: &Scenario) -> Result<Search, Error> {
        let own: schema::Search = scenario.table("search");
        let (factors, mut found) = Factor::all(scenario);
        let (mut levers, uncertain): (Vec<Factor>, Vec<Factor>) =
            factors.into_iter().partition(|f| f.role == Role::Lever);
        if scenario.names("lever").is_empty() {
            let help = say!("search-no-levers-help");
            found.push(scenario.mistake(
                "search",
                say!("search-no-levers"),
                Some(help),
                say!("search-no-levers-label"),
            ));
        }
        found.extend(levers.iter().filter(|lever| is_shared(lever)).map(|lever| {
            let (says, help) = (say!("search-lever-shared", path = &lever.path), say!("search-lever-shared-help"));
            scenario.mistake(&format!("lever.{}.path", lever.name), says, Some(help), say!("search-lever-shared-label"))
        }));
        let (objectives, limits) = goals_and_limits(scenario, &mut found);
        if !found.is_empty() {
            return Err(scenario.mistakes(found));
        }
        let source = scenario.clone();
        let quick = ["coast.replicates=0", "record.people=0"].map(str::to_owned);
        let scenario = scenario.patched(&Patch::from_args(&quick)?)?;
        let named = own.designs;
        let mut designs: Vec<Patch> = scenario.treatments().into_iter().filter(|p| named.contains(&p.name)).collect();
        if designs.is_empty() {
            designs.push(Patch::from_args(&[])?);
        }
        let experiment = Experiment::from_patches(&scenario, &designs)?;
        let wrong = wrong_metrics(&scenario, &objectives, limits.as_ref(), &experiment);
        if !wrong.is_empty() {
            return Err(scenario.mistakes(wrong));
        }
        let idle = idle_levers(&scenario, &levers, &designs)?;
        // If the scenario names designs, an idle lever is dropped; if not, the treatments were probably forgotten.
        if !idle.is_empty() && (named.is_empty() || idle.len() == levers.len()) {
            return Err(scenario.mistakes(idle.into_iter().map(|(_, mistake)| mistake).collect()));
        }
        levers.retain(|lever| !idle.iter().any(|(name, _)| *name == lever.name));
        let measures = objectives.iter().flat_map(|o| o.measure.metrics());
        let limiting = limits.iter().flat_map(Condition::metrics);
        let asked: Vec<&str> = measures.chain(limiting).map(|(name, _)| name).chain(ALWAYS_KEPT).collect();
        let mut metrics = vec![experiment.metrics[experiment.headline].clone()];
        metrics.extend(experiment.metrics.iter().filter(|m| asked.contains(&m.name.as_str())).cloned());
        let replicates = own.replicates as usize;
        Ok(Search {
            worlds: if uncertain.is_empty() { 1 } else { own.worlds as usize },
            load: experiment.load(),
            work: experiment.work() / experiment.runs().max(1) as f64,
            budget: own.budget,
            robust: own.robust,
            seed: experiment.seed,
            population: own.population as usize,
            generations: own.generations as usize,
            elite: (own.elite as usize).max(replicates),
            last: own.r#final as usize,
            replicates,
            scenario,
            source,
            levers,
            uncertain,
            objectives,
            limits,
            designs,
            metrics,
        })
    }

    /// The limits in the words of the scenario.
    pub(super) fn limit_texts(&self) -> Vec<String> {
        let budget = self.budget.map(|budget| format!("money-paid <= {budget}"));
        let limits = self.limits.as_ref().map(|_| self.scenario.table::<schema::Search>("search").limits);
        budget.into_iter().chain(limits).collect()
    }

    /// Number of shares of a design: one per lever, and one for the treatment if there is a choice.
    pub(super) fn share_count(&self) -> usize {
        self.levers.len() + usize::from(self.designs.len() > 1)
    }

    /// Which shares select a word.
    pub(super) fn takes_word(&self) -> Vec<bool> {
        let mut takes_word: Vec<bool> = self.levers.iter().map(|lever| lever.range.is_none()).collect();
        takes_word.resize(self.share_count(), true);
        takes_word
    }

    /// Index of the treatment, and the value of each lever.
    pub(super) fn settings(&self, shares: &[f64]) -> (usize, Vec<Level>) {
        // The last share of a whole range means its end.
        let below = |u: f64| u.clamp(0.0, 1.0 - f64::EPSILON);
        let levels = self.levers.iter().zip(shares).map(|(lever, u)| {
            lever.at(if matches!(lever.spread, crate::plan::spread::Spread::Among { .. }) { below(*u) } else { *u })
        });
        let design = shares.get(self.levers.len()).map_or(0, |u| (below(*u) * self.designs.len() as f64) as usize);
        (design, levels.collect())
    }

    /// Index of the treatment, and one `path=value` text per lever.
    pub(super) fn sets(&self, shares: &[f64]) -> (usize, Vec<String>) {
        let (design, levels) = self.settings(shares);
        (design, self.levers.iter().zip(&levels).map(|(lever, level)| lever.set(level)).collect())
    }

    /// The patch of a design.
    pub(super) fn patch(&self, shares: &[f64]) -> Result<Patch, Error> {
        let (design, sets) = self.sets(shares);
        Ok(self.designs[design].and(&Patch::from_args(&sets)?))
    }

    /// The designs of the first generation: a Latin hypercube over the levers.
    pub(super) fn first_generation(&self) -> Vec<Vec<f64>> {
        sampling::latin_hypercube(self.population, self.share_count(), self.seed)
    }

    /// The worlds of the search, or with `fresh` those of the final judgement: other draws of the same uncertainties.
    pub(super) fn draw_worlds(&self, fresh: bool) -> Result<Vec<Scenario>, Error> {
        if self.uncertain.is_empty() {
            return Ok(vec![self.scenario.clone()]);
        }
        let seed = self.seed.wrapping_mul(2).wrapping_add(u64::from(fresh));
        let rows = sampling::sobol(self.worlds, self.uncertain.len(), seed);
        let world = |row: &Vec<f64>| {
            let sets: Vec<String> = self.uncertain.iter().zip(row).map(|(f, u)| f.set(&f.at(*u))).collect();
            self.scenario.patched(&Patch::from_args(&sets)?)
        };
        rows.iter().map(world).collect()
    }

    /// What it takes on that number of threads; every result of every run is held and stored.
    pub fn size(&self, threads: usize) -> Size {
        let runs = self.runs() as f64;
        let results = Memory { results: runs * self.metrics.len() as f64 * RESULT.0, ..Memory::default() };
        let disk = runs * self.metrics.len() as f64 * RESULT.1 + CHARTS;
        Size { memory: self.load.memory(threads, runs) + results, disk, work: self.work * runs }
    }

    /// Approximate number of runs: every design of every generation, half of them run again, and half a population in
    /// the final judgement.
    pub fn runs(&self) -> usize {
        let (n, half) = (self.population, self.population / 2);
        let search = (n * (self.generations + 1) + half * self.generations) * self.replicates;
        (search + half * self.last) * self.worlds
    }
}

/// Whether a lever sets what all designs share with the baseline, so that no search can compare its values.
fn is_shared(lever: &Factor) -> bool {
    lever.path.split('.').next().is_some_and(|first| SHARED.contains(&first))
}

/// Whether the levers of a scenario can be searched: none sets what all designs share, or it says how to search.
pub fn has_levers(scenario: &Scenario) -> bool {
    let shared = || Factor::all(scenario).0.iter().any(|factor| factor.role == Role::Lever && is_shared(factor));
    !scenario.names("lever").is_empty() && (scenario.is_on("search") || !shared())
}

/// Levers without effect, because the rule that they set is off in every searched design.
fn idle_levers(scenario: &Scenario, levers: &[Factor], designs: &[Patch]) -> Result<Vec<(String, Mistake)>, Error> {
    let there = designs.iter().map(|patch| scenario.patched(patch)).collect::<Result<Vec<_>, _>>()?;
    let idle = |lever: &&Factor| !lever.is_switch() && !there.iter().any(|there| is_in_force(there, &lever.path));
    let mistake = |lever: &Factor| {
        let table = lever.path.split('.').take(2).collect::<Vec<_>>().join(".");
        let says = say!("search-idle-lever", path = &lever.path, table = table);
        let help = say!("search-idle-lever-help");
        let path = format!("lever.{}.path", lever.name);
        (lever.name.clone(), scenario.mistake(&path, says, Some(help), say!("search-idle-lever-label")))
    };
    Ok(levers.iter().filter(idle).map(mistake).collect())
}

/// Metrics of objectives and limits that no design has, or that have no value within the horizon.
fn wrong_metrics(
    scenario: &Scenario,
    objectives: &[Objective],
    limits: Option<&Condition>,
    experiment: &Experiment,
) -> Vec<Mistake> {
    let known = &experiment.metrics;
    let near = |name: &str| {
        let names = known.iter().map(|m| m.name.as_str()).chain(["gain"]);
        match nearest(name, names) {
            Some(near) => say!("experiment-did-you-mean", name = near),
            None => say!("experiment-unknown-metric"),
        }
    };
    let exists = |name: &str| name == "gain" || known.iter().any(|m| m.name == name);
    let help = || say!("search-metrics-listed");
    let mut found = Vec::new();
    for (k, objective) in objectives.iter().enumerate() {
        for (name, at) in objective.measure.metrics() {
            let (says, label, help) = match experiment.unknown_within(name) {
                _ if !exists(name) => (say!("search-goal-no-metric", name = name), near(name), help()),
                Some(unknown) => unknown,
                None => continue,
            };
            found.push(scenario.mistake_in_objective(k, scenario.in_objective(k, &at), says, label, help));
        }
    }
    for (name, at) in limits.iter().flat_map(|limits| limits.metrics()) {
        const LIMITS: &str = "search.limits";
        let (says, label, help) = match experiment.unknown_within(name) {
            _ if !exists(name) => (say!("experiment-no-metric", name = name), near(name), help()),
            Some((says, label, help)) => (say!("mistake-at-path", path = LIMITS, says = says), label, help),
            None => continue,
        };
        found.push(scenario.mistake_inside(LIMITS, at, says, label, help));
    }
    found
}
