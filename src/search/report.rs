//! The front of a search, judged on fresh luck, as a summary for charts and tables.
//!
//! Invariant: the front holds the best designs of the final judgement, the baseline among them, and none of its figures was used for
//! selection. A design that is no better than the baseline in any goal is not on it.

use super::evaluation::{Base, Runs};
use super::generations::{Found, GenerationRecord};
use super::nsga2::{self, Candidate, dominates, fronts, hypervolume};
use super::spec::Search;
use crate::metrics::{Better, names, spoken};
use crate::plan::{Factor, Level};
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Objective, Patch};
use crate::stats::front::{Front, Generation, Goal, Member, Standing, Turned};
use crate::stats::{Band, TOLERANCE, Tally, better, is_in_force, mean};
use crate::words::number;
use crate::world::stream::Stream;

/// The result of a search as a summary.
pub fn front(search: &Search, found: &Found) -> Front {
    let root = search.scenario.root();
    let base = Base::of(&found.last_base);
    let of = |runs: &Runs| search.worth(&base, runs, &runs.keys().copied().collect::<Vec<_>>()).to_found(search);
    let judged: Vec<Candidate> = found
        .last
        .iter()
        .map(|(k, runs)| Candidate { shares: found.tried[*k].shares.clone(), found: of(runs) })
        .collect();
    let nothing = of(&found.last_base);
    let first = fronts(&judged).into_iter().next().unwrap_or_default();
    let holds = first.iter().all(|at| judged[*at].found.broken == 0.0);
    // What costs more and gives no more than doing nothing is no choice.
    let better = |at: &usize| nothing.broken > 0.0 || !holds || !no_better(&judged[*at].found, &nothing);
    let kept: Vec<usize> = first.iter().copied().filter(better).collect();
    let standing = match () {
        () if nothing.objectives.iter().any(|x| x.is_nan()) => Standing::Undefined,
        () if nothing.broken > 0.0 => Standing::BreaksLimits,
        () if holds && kept.iter().any(|at| dominates(&judged[*at].found, &nothing)) => Standing::Beaten,
        () => Standing::OnFront,
    };
    let mut members: Vec<Member> = kept.iter().map(|at| member(search, found, &base, *at)).collect();
    members.push(baseline(search, &base, &found.last_base, standing));
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
        no_better: first.len() - kept.len(),
        generations: generations(&found.generations),
        runs: found.runs,
    };
    front.arrange();
    front
}

/// Whether a design is no better than the baseline in any objective.
fn no_better(design: &nsga2::Found, baseline: &nsga2::Found) -> bool {
    let pairs = design.objectives.iter().zip(&baseline.objectives);
    // A difference below rounding is none.
    pairs.into_iter().all(|(own, nothing)| own - nothing >= -TOLERANCE * own.abs().max(nothing.abs()))
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
        (_, Some(metric)) => (spoken(&metric.title), metric.unit.text()),
        (text, None) => (text.to_owned(), ""),
    };
    Goal { text: objective.text.clone(), says, most: objective.most, unit: unit.to_owned() }
}

/// A design of the front.
fn member(search: &Search, found: &Found, base: &Base, at: usize) -> Member {
    let (k, runs) = &found.last[at];
    let own = &found.tried[*k];
    let (design, levels) = search.settings(&own.shares);
    // Levers of rules that the treatment switches off have no effect.
    let there = search.patch(&own.shares).and_then(|patch| search.scenario.patched(&patch)).ok();
    let stands =
        |lever: &Factor| lever.is_switch() || there.as_ref().is_none_or(|there| is_in_force(there, &lever.path));
    let turned_lever = |(lever, level): (&Factor, &Level)| {
        let (value, number) = match level {
            Level::Word(word) => (word.clone(), None),
            level if lever.is_date() => (lever.text(level), None),
            Level::Number(x) => (number::figure(*x).replace(number::GLUE, " "), Some(*x)),
        };
        let (lever, says, stands, edge) = (lever.name.clone(), lever.says.clone(), stands(lever), lever.edge(level));
        Turned { lever, says, value, number, stands, edge }
    };
    let patch = &search.designs[design];
    let standing: Vec<(&Factor, &Level)> =
        search.levers.iter().zip(&levels).filter(|(lever, _)| stands(lever)).collect();
    let sets: Vec<String> = standing.iter().map(|(lever, level)| lever.set(level)).collect();
    let named = search.designs.len() > 1;
    Member {
        design: if named { patch.says.clone() } else { String::new() },
        levers: search.levers.iter().zip(&levels).map(turned_lever).collect(),
        rules: Patch::from_args(&sets).map(|levers| patch.and(&levers).toml()).unwrap_or_default(),
        from: search.scenario.table::<schema::Treatment>(&format!("treatment.{}", patch.name)).from.unwrap_or_default(),
        promised: found.worth(search, *k).goals,
        ..judged(search, base, runs)
    }
}

/// The baseline among the designs of the front: the scenario as it is.
fn baseline(search: &Search, base: &Base, runs: &Runs, standing: Standing) -> Member {
    let off = |lever: &Factor| Turned {
        lever: lever.name.clone(),
        says: lever.says.clone(),
        value: String::new(),
        number: None,
        stands: false,
        edge: None,
    };
    let own = judged(search, base, runs);
    Member {
        design: search.scenario.root().baseline,
        levers: search.levers.iter().map(off).collect(),
        promised: own.goals.iter().map(|goal| goal.value).collect(),
        standing: Some(standing),
        // It is not compared with itself.
        better: f64::NAN,
        ..own
    }
}

/// What the runs of a design give.
fn judged(search: &Search, base: &Base, runs: &Runs) -> Member {
    let gains = base.gains(runs);
    // Gains are shares of the baseline, unless that is zero.
    let tally = Tally::of(&gains, if base.relative { TOLERANCE } else { 0.0 }, Better::More);
    let wins = tally.ahead as f64 + tally.even as f64 / 2.0;
    let mean_of = |name: &str| {
        let metric = search.metrics.iter().position(|m| m.name == name);
        let all = runs.values().flatten().map(|metrics| metric.map_or(0.0, |m| metrics[m]));
        mean(&all.collect::<Vec<f64>>())
    };
    // The same luck for all designs, so that they are compared on the same replicates.
    let again = Stream::seeded(search.seed).named("intervals");
    let (goals, drawn) = search.intervals(base, runs, again).into_iter().unzip();
    Member {
        letter: String::new(),
        called: Vec::new(),
        keys: Vec::new(),
        design: String::new(),
        levers: Vec::new(),
        rules: String::new(),
        from: String::new(),
        goals,
        drawn,
        gain: Band::of(&gains),
        better: if tally.runs() == 0 { f64::NAN } else { better((wins, tally.runs())) },
        cost: mean_of(names::MONEY_PAID),
        overload: mean_of(names::BURNOUT_EXITS),
        promised: Vec::new(),
        runs: runs.len() * search.worlds,
        standing: None,
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
