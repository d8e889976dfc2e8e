//! A stored sweep, point by point, for explanations.
//!
//! Invariant: everything comes from the folder alone, so an explanation can be repeated wherever the folder is.

use crate::error::Error;
use crate::experiment::Experiment;
use crate::metrics::Better;
use crate::plan::{Level, Plan, Role};
use crate::registry::{Ask, Set, unit_says};
use crate::say;
use crate::scenario::Scenario;
use crate::stats::sweep_points::{Axis, DATE, Origin, Points, Values};
use crate::stats::{Design, MetricName, standing_of};
use crate::store::sweep::SweepStore;
use crate::world::calendar::day_number;

/// The finished points of a sweep.
///
/// # Errors
/// A store that cannot be read, or without a point that ran.
pub fn points(store: &SweepStore) -> Result<Points, Error> {
    let manifest = &store.manifest;
    let ran = store.require_runs()?;
    let (scenario, _read) = super::load_scenario(store)?;
    let plan = Plan::of(&scenario)?;
    let base = Experiment::baseline(&scenario)?;
    let mut runs = vec![vec![Vec::new(); manifest.points]; manifest.designs.len()];
    for (run, value) in store.column(&manifest.headline)? {
        let (point, _, design) = manifest.run(run);
        runs[design][point].push(value);
    }
    let mut unpaid = vec![vec![0.0; manifest.points]; manifest.designs.len()];
    if manifest.columns.iter().any(|name| name == UNPAID) {
        for (run, value) in store.column(UNPAID)? {
            let (point, _, design) = manifest.run(run);
            unpaid[design][point] += value / manifest.replicates as f64;
        }
    }
    let treatments = scenario.treatments();
    let whole = manifest.designs.last();
    // Among combinations of rules, a name is that of a group, even if a treatment has the same name.
    let treatment = |name: &String| treatments.iter().find(|p| plan.choices.is_none() && p.name == *name);
    let says = |name: &String| match treatment(name) {
        Some(patch) => patch.says.clone(),
        None if plan.choices.is_some() && Some(name) == whole => {
            let chosen = treatments.iter().find(|patch| Some(&patch.name) == plan.choices.as_ref());
            chosen.map_or(name.clone(), |patch| patch.says.clone())
        }
        None if *name == manifest.designs[0] => scenario.root().baseline,
        None => name.split('+').map(|group| group_title(&scenario, group)).collect::<Vec<_>>().join(" + "),
    };
    let metric = base.metrics.iter().find(|m| m.name == manifest.headline);
    let metric = metric.map(|m| MetricName::of(m, &base.designs[0].model));
    Ok(Points {
        origin: Origin {
            scenario: manifest.scenario.clone(),
            seed: manifest.seed,
            people: u64::from(base.designs[0].model.people()),
            points: ran.points,
            replicates: manifest.replicates,
            currency: scenario.budget().currency,
            headline: metric.as_ref().map_or(manifest.headline.clone(), MetricName::compared),
            better: metric.as_ref().map_or(Better::More, |m| m.better),
            unit: metric.map_or(String::new(), |m| m.unit),
        },
        designs: manifest.designs.iter().map(|name| Design { name: name.clone(), says: says(name) }).collect(),
        axes: (0..plan.factors.len()).map(|j| axis(&scenario, &plan, j)).collect(),
        runs,
        unpaid,
    })
}

/// A group of rules in words: "Shop (hoodie)" for `shop`, "Contributor ladder" for `ladder.contributor`.
fn group_title(scenario: &Scenario, group: &str) -> String {
    let spaced = |name: &str| name.replace('-', " ");
    let title = match group.split_once('.') {
        Some((part, name)) => format!("{} {part}", spaced(name)),
        None => match scenario.all_names(group).as_slice() {
            names @ ([_] | [_, _]) => {
                format!("{} ({})", spaced(group), names.iter().map(|n| spaced(n)).collect::<Vec<_>>().join(", "))
            }
            _ => spaced(group),
        },
    };
    let mut letters = title.chars();
    letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}

/// The unit of an amount in a span of days: "per week".
fn per(days: f64) -> String {
    match days {
        1.0 => say!("sweep-per-day"),
        7.0 => say!("sweep-per-week"),
        30.4375 => say!("sweep-per-month"),
        91.3125 => say!("sweep-per-quarter"),
        365.25 => say!("sweep-per-year"),
        days => say!("sweep-per-days", days = days.to_string()),
    }
}

const UNPAID: &str = "unpaid.end";

fn axis(scenario: &Scenario, plan: &Plan, j: usize) -> Axis {
    let factor = &plan.factors[j];
    let (table, name) = factor.path.rsplit_once('.').unwrap_or(("", &factor.path));
    let settings = scenario.settings(table);
    let own = match settings.value(name) {
        Some(Set::Number(x) | Set::Quota(x, _)) => Some(*x),
        Some(Set::Count(n)) => Some(*n as f64),
        Some(Set::Text(date)) if factor.is_date() => date.parse().ok().map(day_number),
        _ => None,
    };
    let at = |point: usize| plan.points[point][j].as_ref();
    let count = plan.points.len();
    let values = if factor.range.is_some() {
        let number = |point| match at(point) {
            Some(Level::Number(x)) => *x,
            _ => own.unwrap_or(f64::NAN),
        };
        Values::Numbers((0..count).map(number).collect())
    } else {
        let word = |point| match (at(point), settings.value(name)) {
            (Some(Level::Word(word)), _) | (None, Some(Set::Text(word))) => word.clone(),
            (None, Some(Set::Flag(flag))) => flag.to_string(),
            _ => say!("sweep-as-it-is"),
        };
        let list: Vec<String> = (0..count).map(word).collect();
        let mut words: Vec<String> = Vec::new();
        for word in &list {
            if !words.contains(word) {
                words.push(word.clone());
            }
        }
        Values::Words(list.iter().map(|w| words.iter().position(|k| k == w).unwrap_or(0)).collect(), words)
    };
    let unit = match Scenario::knob(&factor.path).map(|knob| knob.ask) {
        Some(Ask::Number { unit: "money", .. } | Ask::Count { unit: "money", .. }) => scenario.budget().currency,
        Some(Ask::Number { unit: "share" | "chance", .. }) => String::new(),
        Some(Ask::Number { unit, .. } | Ask::Count { unit, .. }) => unit_says(unit),
        Some(Ask::Rate { .. }) => say!("sweep-per-year"),
        Some(Ask::Duration { .. }) => say!("sweep-days"),
        Some(Ask::Date { .. }) => DATE.to_owned(),
        Some(Ask::Quota { .. }) => match settings.value(name) {
            Some(Set::Quota(_, days)) => per(*days),
            _ => say!("sweep-per-year"),
        },
        _ => String::new(),
    };
    Axis {
        name: factor.name.clone(),
        says: factor.says.clone(),
        path: factor.path.clone(),
        lever: factor.role == Role::Lever,
        standing: match factor.role {
            Role::Lever => "lever".to_owned(),
            Role::Uncertainty => standing_of(scenario, &factor.path, &factor.source),
        },
        unit,
        values,
        set: (0..count).map(|point| at(point).is_some()).collect(),
        own,
    }
}
