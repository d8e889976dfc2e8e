//! The front of a search, judged on fresh luck, as a summary for charts and tables.
//!
//! Invariant: the front holds the best designs of the final judgement, and none of its figures was used for selection.

use super::evaluation::Base;
use super::generations::{Found, GenerationRecord};
use super::nsga2::{Candidate, fronts, hypervolume};
use super::spec::Search;
use crate::metrics::names;
use crate::plan::Level;
use crate::say;
use crate::scenario::Objective;
use crate::scenario::schema;
use crate::stats::front::{Front, Generation, Goal, Member, Turned};
use crate::stats::{Band, better, is_in_force, mean};
use crate::words::number;
use crate::world::stream::Stream;

/// The result of a search as a summary.
pub fn front(search: &Search, found: &Found) -> Front {
    let root = search.scenario.root();
    let base = Base::of(&found.last_base);
    let judged: Vec<Candidate> = found
        .last
        .iter()
        .map(|(k, runs)| {
            let replicates: Vec<usize> = runs.keys().copied().collect();
            let worth = search.worth(&base, runs, &replicates).to_found(search);
            Candidate { shares: found.tried[*k].shares.clone(), found: worth }
        })
        .collect();
    let first = fronts(&judged).into_iter().next().unwrap_or_default();
    let members = first.iter().map(|at| member(search, found, &base, *at)).collect();
    let holds = first.iter().all(|at| judged[*at].found.broken == 0.0);
    let title = root.title;
    let name = root.name;
    let given = |path: &str| search.scenario.written_value(path).map(|(value, _)| value.trim_matches('"').to_owned());
    let tried = (0..found.tried.len()).map(|k| found.worth(search, k));
    let mut front = Front {
        title: if title.is_empty() { name.clone() } else { title },
        scenario: name,
        question: root.question,
        currency: search.scenario.budget().currency,
        horizon: given("horizon").unwrap_or_else(|| say!("search-horizon")),
        seed: search.seed,
        people: people(search),
        headline: search.metrics[0].title.clone(),
        relative: base.relative,
        goals: search.objectives.iter().map(|objective| goal(search, &base, objective)).collect(),
        robust: search.robust.clone(),
        worlds: search.worlds,
        budget: search.budget,
        limits: search.limit_texts(),
        levers: search.levers.len(),
        members,
        holds,
        tried: tried.filter(|w| w.broken == 0.0 && w.goals.iter().all(|x| x.is_finite())).map(|w| w.goals).collect(),
        fallen: found.last.len() - first.len(),
        generations: generations(&found.generations),
        runs: found.runs,
    };
    front.arrange();
    front
}

fn people(search: &Search) -> u64 {
    let of = |name: &String| search.scenario.table::<schema::Segment>(&format!("segment.{name}")).people.max(0) as u64;
    search.scenario.names("segment").iter().map(of).sum()
}

fn goal(search: &Search, base: &Base, objective: &Objective) -> Goal {
    let known = objective.measure.metric().and_then(|name| search.metrics.iter().find(|m| m.name == name));
    let (says, unit) = match (objective.text.as_str(), known) {
        ("gain", _) => (say!("search-goal-gain"), if base.relative { "gain" } else { search.metrics[0].unit.text() }),
        ("money-paid", _) => (say!("search-goal-money-paid"), "money"),
        ("burnout-exits", _) => (say!("search-goal-burnout-exits"), "people"),
        (_, Some(metric)) => (metric.title.to_lowercase(), metric.unit.text()),
        (text, None) => (text.to_owned(), ""),
    };
    Goal { text: objective.text.clone(), says, most: objective.most, unit: unit.to_owned() }
}

fn member(search: &Search, found: &Found, base: &Base, at: usize) -> Member {
    let (k, runs) = &found.last[at];
    let own = &found.tried[*k];
    let gains = base.gains(runs);
    let wins = gains.iter().map(|gain| if *gain > 0.0 { 1.0 } else { f64::from(u8::from(*gain == 0.0)) * 0.5 }).sum();
    let mean_of = |name: &str| {
        let metric = search.metrics.iter().position(|m| m.name == name);
        let all = runs.values().flatten().map(|metrics| metric.map_or(0.0, |m| metrics[m]));
        mean(&all.collect::<Vec<f64>>())
    };
    let (design, levels) = search.settings(&own.shares);
    // Levers of rules that the treatment switches off have no effect.
    let there = search.patch(&own.shares).and_then(|patch| search.scenario.patched(&patch)).ok();
    let off = |path: &str| there.as_ref().is_some_and(|there| !is_in_force(there, path));
    let turned_lever = |(lever, level): (&crate::plan::Factor, &Level)| {
        let (value, number) = match level {
            Level::Word(word) => (word.clone(), None),
            Level::Number(x) => (number::figure(*x).replace(number::GLUE, " "), Some(*x)),
        };
        Turned { lever: lever.name.clone(), says: lever.says.clone(), value, number, stands: !off(&lever.path) }
    };
    let patch = &search.designs[design];
    // The same luck for all designs, so that they are compared on the same replicates.
    let again = Stream::seeded(search.seed).named("intervals");
    let (goals, drawn) = search.intervals(base, runs, again).into_iter().unzip();
    let named = search.designs.len() > 1;
    Member {
        letter: String::new(),
        called: Vec::new(),
        design: if named { patch.says.clone() } else { String::new() },
        levers: search.levers.iter().zip(&levels).map(turned_lever).collect(),
        rules: search.patch(&own.shares).map(|patch| patch.toml()).unwrap_or_default(),
        from: search.scenario.table::<schema::Treatment>(&format!("treatment.{}", patch.name)).from.unwrap_or_default(),
        goals,
        drawn,
        gain: Band::of(&gains),
        better: better(wins, gains.len()),
        cost: mean_of(names::MONEY_PAID),
        overload: mean_of(names::BURNOUT_EXITS),
        promised: found.worth(search, *k).goals,
        runs: runs.len() * search.worlds,
    }
}

/// Each generation with the share of the box between the best and the worst of all fronts that its front dominates.
fn generations(records: &[GenerationRecord]) -> Vec<Generation> {
    let points = || records.iter().flat_map(|p| &p.front);
    let wide = points().next().map_or(0, Vec::len);
    let ends: Vec<(f64, f64)> = (0..wide)
        .map(|m| {
            let all = || points().map(|point| point[m]);
            (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max))
        })
        .collect();
    // A goal that never changes is left out; the corner is slightly beyond the worst, so that the ends count.
    let inside = |point: &Vec<f64>| -> Vec<f64> {
        let moving = ends.iter().zip(point).filter(|((low, high), _)| high > low);
        moving.map(|((low, high), x)| (x - low) / (high - low)).collect()
    };
    let goals = ends.iter().filter(|(low, high)| high > low).count();
    let corner = vec![1.1; goals];
    let whole = libm::pow(1.1, goals as f64);
    let generation = |p: &GenerationRecord| {
        let front: Vec<Vec<f64>> = p.front.iter().map(inside).collect();
        Generation {
            designs: p.designs,
            runs: p.runs,
            front: p.front.len(),
            volume: if goals == 0 { 0.0 } else { hypervolume(&front, &corner) / whole },
        }
    };
    records.iter().map(generation).collect()
}
