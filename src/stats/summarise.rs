//! From an ensemble to its summary.

use jiff::civil::Date;

use super::history::dots;
use super::quantiles::{mean, wins};
use super::run_table::Table;
use super::{Assumption, Band, Design, MetricName, Summary, TierFlow, verdict};
use crate::error::Error;
use crate::experiment::{Ensemble, Experiment};
use crate::registry::{Set, Source};
use crate::scenario::Scenario;
use crate::world::TierState;

impl Summary {
    /// What is said of an ensemble.
    ///
    /// # Errors
    /// A history that cannot be read; replicates that are all alike though something in the scenario is random.
    pub fn of(experiment: &Experiment, ensemble: &Ensemble) -> Result<Summary, Error> {
        let scenario = &experiment.scenario;
        let root = scenario.settings("");
        let text = |name: &str| root.text(name);
        let name = text("name");
        let given = |path: &str| scenario.given(path).map(|(value, _)| value.trim_matches('"').to_owned());
        let currency = scenario.settings("budget").text("currency");
        let base = &experiment.designs[0].model;
        let dates: Vec<Date> = base.rows.iter().map(|row| row.date).collect();
        let table = Table { experiment, ensemble };
        let title = text("title");
        let mut summary = Summary {
            title: if title.is_empty() { name.clone() } else { title },
            scenario: name,
            question: text("question"),
            currency,
            people: u64::from(base.people()),
            tick: text("tick"),
            horizon: given("horizon").unwrap_or_else(|| "3 years".to_owned()),
            replicates: experiment.replicates,
            coast_replicates: experiment.coasts,
            coast_days: match experiment.coasts {
                0 => Vec::new(),
                _ => base.coast_marks().into_iter().map(|after| f64::from(after) * base.calendar.step.days()).collect(),
            },
            seed: experiment.seed,
            designs: experiment.designs.iter().map(|d| Design { name: d.name.clone(), says: d.says.clone() }).collect(),
            metrics: experiment
                .metrics
                .iter()
                .map(|m| MetricName { name: m.name.clone(), title: m.title.clone(), unit: m.unit.text().to_owned() })
                .collect(),
            headline: experiment.headline,
            beside: experiment.beside.clone(),
            bands: table.over(|design, metric, row| Band::of(&table.values(design, metric, row))),
            gains: table.over(|design, metric, row| Band::of(&table.differences(design, metric, row))),
            ahead: table.over(|design, metric, row| {
                wins(&table.values(0, metric, row), &table.values(design, metric, row)) / experiment.replicates as f64
            }),
            trends: (0..experiment.designs.len()).map(|design| trend(&table, design)).collect(),
            flows: (0..experiment.designs.len()).map(|d| flows(experiment, ensemble, d)).collect(),
            interventions: interventions(scenario),
            dots: dots(scenario)?,
            assumptions: assumptions(scenario),
            dates,
            verdicts: Vec::new(),
            recommendation: String::new(),
            screening: None,
            worlds: None,
            warnings: Vec::new(),
            adequacy: String::new(),
        };
        verdict::judge(&mut summary, &table)?;
        Ok(summary)
    }
}

/// Months of few people jump; the half year up to each of them does not, and its last value is the verdict's.
fn trend(table: &Table, design: usize) -> Vec<Band> {
    let headline = table.experiment.headline;
    let upto = |row: usize| {
        let base = table.half_year(0, headline, row);
        let differences: Vec<f64> =
            table.half_year(design, headline, row).iter().zip(base).map(|(x, b)| x - b).collect();
        Band::of(&differences)
    };
    (0..table.rows()).map(upto).collect()
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
        climbed(&mut list, &stairs, step, runs.iter().map(|run| &run.tiers[l]).collect(), model.calendar.step.days());
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
        climbed(&mut list, &stairs, step, runs.iter().map(|run| &run.paths[p]).collect(), model.calendar.step.days());
    }
    list
}

/// A ladder or a path, as far as all its tiers share it.
struct Stairs<'a> {
    name: &'a str,
    since: Date,
    top_first: &'a [usize],
    organisations: Option<u64>,
}

/// Adds the tiers of a ladder or path, from the bottom up, as people and organisations climb.
fn climbed<'a>(
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
        let of = |value: &dyn Fn(&TierState) -> f64| mean(&runs.iter().map(|run| value(&run[k])).collect::<Vec<_>>());
        let went = of(&|s| (s.promoted + s.demoted + s.exited) as f64);
        list.push(TierFlow {
            ladder: stairs.name.to_owned(),
            tier: tier.to_owned(),
            title: title.to_owned(),
            since: stairs.since,
            from: below.map(|at| first + at),
            seats: seats.map(u64::from),
            organisations: stairs.organisations,
            holders_at_start: of(&|s| f64::from(s.at_start)),
            holders_at_end: of(&|s| s.holders.len() as f64),
            entered: of(&|s| s.entered as f64),
            promoted: of(&|s| s.promoted as f64),
            demoted: of(&|s| s.demoted as f64),
            exited: of(&|s| s.exited as f64),
            dwell_days: if went > 0.0 { of(&|s| s.dwelt) * days / went } else { 0.0 },
        });
    }
}

fn interventions(scenario: &Scenario) -> Vec<(Date, String)> {
    let mut list: Vec<(Date, String)> = scenario.interventions().into_iter().map(|(date, p)| (date, p.says)).collect();
    for part in ["shock", "announcement", "endorsement"] {
        for name in scenario.names(part) {
            let once = scenario.settings(&format!("{part}.{name}"));
            if let Ok(date) = once.text("on").parse() {
                let says = once.text("says");
                list.push((date, if says.is_empty() { name } else { says }));
            }
        }
    }
    for patch in scenario.treatments() {
        if let Some(Set::Text(date)) = scenario.settings(&format!("treatment.{}", patch.name)).value("from")
            && let Ok(date) = date.parse()
        {
            list.push((date, "designs begin".to_owned()));
        }
    }
    list.sort();
    list.dedup();
    list
}

/// Everything that the result hangs on; choices of the user's are no assumptions.
fn assumptions(scenario: &Scenario) -> Vec<Assumption> {
    scenario
        .assumptions()
        .into_iter()
        .filter(|a| a.value != "not set" && is_assumption(a))
        .map(|a| {
            let (standing, source) = standing(&a);
            Assumption { path: a.path, says: a.knob.says(), value: a.value, standing, source }
        })
        .collect()
}

/// Whether a value says something about the world, or the scenario says that it does.
pub(super) fn is_assumption(a: &crate::scenario::Assumption) -> bool {
    a.knob.source != Source::Choice || said(a).is_some()
}

/// What the scenario's own comment says of a value: its standing, and where it comes from.
fn said(a: &crate::scenario::Assumption) -> Option<(String, String)> {
    let comment = a.comment.as_ref()?;
    let lower = comment.to_lowercase();
    [("source", "sourced"), ("calibrated", "calibrated"), ("guess", "guess")].into_iter().find_map(
        |(word, standing)| {
            let rest = lower.starts_with(word).then(|| comment[word.len()..].trim_start_matches([':', ' ']))?;
            Some((standing.to_owned(), rest.to_owned()))
        },
    )
}

/// Sourced, calibrated or guess: what the scenario says of its own value, or else what the knob says of its default.
pub(super) fn standing(a: &crate::scenario::Assumption) -> (String, String) {
    let owned = |s: &str, t: &str| (s.to_owned(), t.to_owned());
    if let Some(said) = said(a) {
        return said;
    }
    if a.at.is_some() {
        return owned("guess", "set in the scenario, without a source");
    }
    match a.knob.source {
        Source::Cited { .. } => ("sourced".to_owned(), a.knob.origin()),
        Source::Calibrated => ("calibrated".to_owned(), a.knob.origin()),
        Source::Guess | Source::Choice => owned("guess", ""),
    }
}

/// Whether what a path turns is in force: a lever of a shop that is shut turns nothing.
pub fn stands(scenario: &Scenario, path: &str) -> bool {
    let mut words = path.split('.');
    let (Some(part), Some(name)) = (words.next(), words.next()) else { return true };
    !scenario.all_names(part).iter().any(|n| n == name) || scenario.names(part).iter().any(|n| n == name)
}

/// What is known of a range that turns a path: what its own source says ("sourced: …", "calibrated …"), or else the standing of the value.
pub fn standing_of(scenario: &Scenario, path: &str, source: &str) -> String {
    let own = ["sourced", "calibrated", "guess"].into_iter().find(|word| source.to_lowercase().starts_with(word));
    let value = || scenario.assumptions().into_iter().find(|a| a.path == path).map(|a| standing(&a).0);
    match own {
        Some(word) => word.to_owned(),
        None if !source.is_empty() => "sourced".to_owned(),
        None => value().unwrap_or_else(|| "guess".to_owned()),
    }
}
