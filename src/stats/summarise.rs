//! From an ensemble to its summary, and to the facts for its sentences.
//!
//! Invariant: the summary holds no sentence; each slot for one is empty, and the [`Judgement`] has the facts for it.

use jiff::civil::Date;

use super::adequacy::{Adequacy, adequacy};
use super::evidence::{Interval, Tally, tolerance};
use super::history::histories;
use super::quantiles::mean;
use super::recommendation::{Recommendation, recommendation};
use super::run_table::Table;
use super::verdict::{check_replicates_differ, holds, verdicts};
use super::warnings::{Warning, warnings};
use super::{Assumption, Band, Design, MetricName, Summary, TierFlow};
use crate::error::Error;
use crate::experiment::{Ensemble, Experiment};
use crate::incentives::{announcement::Announcement, endorsement::Endorsement};
use crate::metrics::Better;
use crate::registry::{Set, Source};
use crate::scenario::schema::Shock;
use crate::scenario::{self, Scenario};
use crate::world::TierState;

/// The facts for the sentences that [`crate::findings`] writes into a summary.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// For [`Summary::recommendation`].
    pub recommendation: Recommendation,
    /// For [`Summary::warnings`], in their order.
    pub warnings: Vec<Warning>,
    /// For [`Summary::adequacy`].
    pub adequacy: Adequacy,
    /// The dates on which designs begin, for [`Summary::interventions`].
    pub begins: Vec<Date>,
    /// Indices into [`Summary::assumptions`] of values that the scenario sets without a source.
    pub unsourced: Vec<usize>,
}

/// The summary of an ensemble without its sentences, and the facts for them.
///
/// # Errors
/// A history that cannot be read; identical replicates though the scenario has randomness.
pub fn summarise(experiment: &Experiment, ensemble: &Ensemble) -> Result<(Summary, Judgement), Error> {
    let scenario = &experiment.scenario;
    let root = scenario.root();
    let name = root.name.clone();
    let given = |path: &str| scenario.written_value(path).map(|(value, _)| value.trim_matches('"').to_owned());
    let currency = scenario.budget().currency;
    let base = &experiment.designs[0].model;
    let dates: Vec<Date> = base.rows.iter().map(|row| row.date).collect();
    let table = Table { experiment, ensemble };
    let title = root.title.clone();
    let (assumptions, unsourced) = assumptions(scenario);
    let mut summary = Summary {
        title: if title.is_empty() { name.clone() } else { title },
        scenario: name,
        question: root.question.clone(),
        currency,
        people: u64::from(base.people()),
        tick: root.tick.clone(),
        horizon: base.told(given("horizon").unwrap_or_else(|| default_value(scenario, "horizon"))),
        replicates: experiment.replicates,
        coast_replicates: experiment.coasts,
        coast_days: match experiment.coasts {
            0 => Vec::new(),
            _ => base.coast_marks().into_iter().map(|after| f64::from(after) * base.calendar.step.days()).collect(),
        },
        seed: experiment.seed,
        designs: experiment.designs.iter().map(|d| Design { name: d.name.clone(), says: d.says.clone() }).collect(),
        metrics: experiment.metrics.iter().map(|m| MetricName::of(m, base)).collect(),
        headline: experiment.headline,
        with_staff: experiment.with_staff,
        beside: experiment.beside.clone(),
        compared: (0..experiment.designs.len())
            .map(|design| (0..experiment.metrics.len()).map(|m| Band::of(&table.lately(design, m))).collect())
            .collect(),
        bands: table.over(|design, metric, row| Band::of(&table.values(design, metric, row))),
        gains: table.over(|design, metric, row| Band::of(&table.differences(design, metric, row))),
        ahead: table.over(|design, metric, row| {
            let (base, own) = (table.values(0, metric, row), table.values(design, metric, row));
            Tally::of(&table.differences(design, metric, row), tolerance(&base, &own), Better::More).share()
        }),
        trends: trend(&table, Band::of),
        doubts: trend(&table, Interval::of_mean),
        holds: holds(&table),
        flows: (0..experiment.designs.len()).map(|d| flows(experiment, ensemble, d)).collect(),
        interventions: interventions(scenario),
        dots: histories(scenario)?,
        assumptions,
        dates,
        verdicts: Vec::new(),
        recommendation: String::new(),
        screening: None,
        worlds: None,
        warnings: Vec::new(),
        odd: Vec::new(),
        same: experiment.alike().into_iter().filter(|alike| alike.of == Some(0)).map(|alike| alike.design).collect(),
        adequacy: String::new(),
    };
    check_replicates_differ(&table)?;
    summary.verdicts = verdicts(&summary, &table);
    let judgement = Judgement {
        recommendation: recommendation(&summary, &table),
        warnings: warnings(&summary, base.calendar.step),
        adequacy: adequacy(&summary, root.replicates_until),
        begins: begins(scenario),
        unsourced,
    };
    Ok((summary, judgement))
}

/// Paired differences of the headline, of each design and row; each is the mean of the half year up to the row, so the
/// last is that of the verdict. Single months with few people fluctuate.
fn trend<T>(table: &Table, of: fn(&[f64]) -> T) -> Vec<Vec<T>> {
    let headline = table.experiment.headline;
    let upto = |design: usize, row: usize| {
        let base = table.half_year(0, headline, row);
        let pairs = table.half_year(design, headline, row).into_iter().zip(base).map(|(x, b)| x - b);
        of(&pairs.filter(|x| !x.is_nan()).collect::<Vec<f64>>())
    };
    let designs = 0..table.experiment.designs.len();
    designs.map(|design| (0..table.rows()).map(|row| upto(design, row)).collect()).collect()
}

/// The tiers of all ladders, then those of all paths.
fn flows(experiment: &Experiment, ensemble: &Ensemble, design: usize) -> Vec<TierFlow> {
    let model = &experiment.designs[design].model;
    let (rules, _) = model.rules(model.ticks);
    let runs = &ensemble.runs[design];
    let first =
        |stands: &dyn Fn(u32) -> bool| model.calendar.date((0..=model.ticks).find(|&tick| stands(tick)).unwrap_or(0));
    let mut list = Vec::new();
    for (l, ladder) in rules.ladders.iter().enumerate() {
        let stairs = Stairs {
            name: &ladder.name,
            since: first(&|tick| model.rules(tick).0.ladders.get(l).is_some_and(|ladder| ladder.on_now)),
            top_first: &ladder.top_first,
            organisations: None,
        };
        let step = |k: usize| {
            let tier = &ladder.tiers[k];
            (tier.name.as_str(), tier.title.as_str(), tier.from as usize, tier.seats)
        };
        add_tiers(&mut list, &stairs, step, runs.iter().map(|run| &run.tiers[l]).collect(), model.calendar.step.days());
    }
    for (p, path) in rules.paths.iter().enumerate() {
        let may = rules.organisations.iter().zip(&path.admits).filter(|(_, admits)| **admits);
        let stairs = Stairs {
            name: &path.name,
            since: first(&|tick| model.rules(tick).0.paths.get(p).is_some_and(|path| path.on_now)),
            top_first: &path.top_first,
            organisations: Some(may.map(|(group, _)| u64::from(group.common.number)).sum()),
        };
        let step = |k: usize| {
            let tier = &path.tiers[k];
            (tier.name.as_str(), tier.title.as_str(), usize::from(tier.from), tier.seats)
        };
        add_tiers(&mut list, &stairs, step, runs.iter().map(|run| &run.paths[p]).collect(), model.calendar.step.days());
    }
    list
}

/// The common data of the tiers of a ladder or a path.
struct Stairs<'a> {
    name: &'a str,
    since: Date,
    top_first: &'a [usize],
    organisations: Option<u64>,
}

/// Adds the tiers of a ladder or path, from the bottom up.
fn add_tiers<'a>(
    list: &mut Vec<TierFlow>,
    stairs: &Stairs,
    step: impl Fn(usize) -> (&'a str, &'a str, usize, Option<u32>),
    runs: Vec<&Vec<TierState>>,
    days: f64,
) {
    let first = list.len();
    let order: Vec<usize> = stairs.top_first.iter().rev().copied().collect();
    for &k in &order {
        let (tier, title, from, seats) = step(k);
        let below = order.iter().position(|&t| t + 1 == from);
        let average =
            |value: &dyn Fn(&TierState) -> f64| mean(&runs.iter().map(|run| value(&run[k])).collect::<Vec<_>>());
        let left = average(&|s| (s.promoted + s.demoted + s.exited) as f64);
        list.push(TierFlow {
            ladder: stairs.name.to_owned(),
            tier: tier.to_owned(),
            title: title.to_owned(),
            since: stairs.since,
            from: below.map(|at| first + at),
            seats: seats.map(u64::from),
            organisations: stairs.organisations,
            holders_at_start: average(&|s| f64::from(s.at_start)),
            holders_at_end: average(&|s| s.holders.len() as f64),
            entered: average(&|s| s.entered as f64),
            promoted: average(&|s| s.promoted as f64),
            demoted: average(&|s| s.demoted as f64),
            exited: average(&|s| s.exited as f64),
            dwell_days: if left > 0.0 { average(&|s| s.dwelt) * days / left } else { 0.0 },
        });
    }
}

/// Dated patches, shocks, announcements and endorsements, each with its name in charts.
fn interventions(scenario: &Scenario) -> Vec<(Date, String)> {
    let mut list: Vec<(Date, String)> = scenario.interventions().into_iter().map(|(date, p)| (date, p.says)).collect();
    for part in ["shock", "announcement", "endorsement"] {
        for name in scenario.names(part) {
            let path = format!("{part}.{name}");
            let (on, says) = match part {
                "shock" => {
                    let own: Shock = scenario.table(&path);
                    (own.on, own.says)
                }
                "announcement" => (scenario.table::<Announcement>(&path).on, String::new()),
                _ => (scenario.table::<Endorsement>(&path).on, String::new()),
            };
            if let Ok(date) = on.parse() {
                list.push((date, if says.is_empty() { name } else { says }));
            }
        }
    }
    list
}

/// The dates from which treatments apply.
fn begins(scenario: &Scenario) -> Vec<Date> {
    scenario.treatments().iter().filter_map(|patch| patch.from).collect()
}

/// The default of a root knob in the syntax of a scenario: "3 years".
fn default_value(scenario: &Scenario, knob: &str) -> String {
    scenario.assumptions().into_iter().find(|a| a.path == knob).map_or(String::new(), |a| a.value)
}

/// All assumptions, without choices of the user; and the indices of those without a source.
fn assumptions(scenario: &Scenario) -> (Vec<Assumption>, Vec<usize>) {
    let is_set = |a: &scenario::Assumption| a.at.is_some() || a.knob.default() != Set::Absent;
    let all: Vec<_> = scenario.assumptions().into_iter().filter(|a| is_set(a) && is_assumption(a)).collect();
    let unsourced = (0..all.len()).filter(|k| source(&all[*k]).is_none()).collect();
    let row = |a: scenario::Assumption| Assumption {
        standing: standing(&a),
        source: source(&a).unwrap_or_default(),
        path: a.path,
        says: a.knob.says(),
        value: a.value,
    };
    (all.into_iter().map(row).collect(), unsourced)
}

/// The 80 % intervals of the mean paired differences from the baseline: `[design][metric][period]`.
pub fn gain_intervals(experiment: &Experiment, ensemble: &Ensemble) -> Vec<Vec<Vec<Interval>>> {
    let table = Table { experiment, ensemble };
    table.over(|design, metric, row| Interval::of_mean(&table.differences(design, metric, row)))
}

/// Whether a value is an assumption about the world, or the scenario says that it is.
pub(super) fn is_assumption(a: &scenario::Assumption) -> bool {
    a.knob.source != Source::Choice || commented(a).is_some()
}

/// Standing and source of a value, from the scenario's own comment.
fn commented(a: &scenario::Assumption) -> Option<(&'static str, String)> {
    let comment = a.comment.as_ref()?;
    let lower = comment.to_lowercase();
    [("source", "sourced"), ("calibrated", "calibrated"), ("guess", "guess")].into_iter().find_map(
        |(word, standing)| {
            let rest = lower.starts_with(word).then(|| comment[word.len()..].trim_start_matches([':', ' ']))?;
            Some((standing, rest.to_owned()))
        },
    )
}

/// "sourced", "calibrated" or "guess": from the scenario if it sets the value, otherwise from the knob's default.
pub(super) fn standing(a: &scenario::Assumption) -> String {
    let word = match (commented(a), a.at.is_some(), a.knob.source) {
        (Some((standing, _)), _, _) => standing,
        (None, false, Source::Cited { .. }) => "sourced",
        (None, false, Source::Calibrated) => "calibrated",
        (None, ..) => "guess",
    };
    word.to_owned()
}

/// The source of a value; empty for a guess of the program, and `None` if the scenario sets it without a source.
fn source(a: &scenario::Assumption) -> Option<String> {
    match (commented(a), a.at.is_some(), a.knob.source) {
        (Some((_, source)), _, _) => Some(source),
        (None, true, _) => None,
        (None, false, Source::Cited { .. } | Source::Calibrated) => Some(a.knob.origin()),
        (None, false, Source::Guess | Source::Choice) => Some(String::new()),
    }
}

/// Whether the table of a path is active; a lever of a shop that is switched off has no effect.
pub fn is_in_force(scenario: &Scenario, path: &str) -> bool {
    let mut words = path.split('.');
    let (Some(part), Some(name)) = (words.next(), words.next()) else { return true };
    !scenario.all_names(part).iter().any(|n| n == name) || scenario.names(part).iter().any(|n| n == name)
}

/// The standing of a factor's range: from its own source ("sourced: …", "calibrated …"), otherwise that of the value.
pub fn standing_of(scenario: &Scenario, path: &str, source: &str) -> String {
    let own = ["sourced", "calibrated", "guess"].into_iter().find(|word| source.to_lowercase().starts_with(word));
    let value = || scenario.assumptions().into_iter().find(|a| a.path == path).map(|a| standing(&a));
    match own {
        Some(word) => word.to_owned(),
        None if !source.is_empty() => "sourced".to_owned(),
        None => value().unwrap_or_else(|| "guess".to_owned()),
    }
}
