//! The results of a design's runs, and their worth under the goals and limits of a search.
//!
//! Invariant: a run is compared with the baseline run of the same world and luck. A goal is measured in the runs in which it has a value; if
//! it has none in more than half of them, it has none at all, and the design is worse than any that has one.

use std::collections::BTreeMap;

use super::nsga2;
use super::spec::Search;
use crate::metrics::names;
use crate::scenario::Objective;
use crate::stats::front::Estimate;
use crate::stats::{mean, quantile, stretch};
use crate::world::stream::Stream;

/// `runs[replicate][world][metric]` of the kept metrics.
pub(super) type Runs = BTreeMap<usize, Vec<Vec<f64>>>;

/// Number of bootstrap resamples of an interval.
const RESAMPLES: u64 = 200;

/// The worth of a design.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Worth {
    /// One value per goal; NaN if it has none in more than half of the runs.
    pub(super) goals: Vec<f64>,
    /// Number of runs in which each goal has no value.
    pub(super) missing: Vec<usize>,
    /// Number of runs.
    pub(super) runs: usize,
    /// The amount by which limits are broken; 0 if they hold.
    pub(super) broken: f64,
}

impl Worth {
    /// The worth in the form of NSGA-II.
    pub(super) fn to_found(&self, search: &Search) -> nsga2::Found {
        let sign = |most: bool| if most { -1.0 } else { 1.0 };
        let objectives: Vec<f64> = self.goals.iter().zip(&search.objectives).map(|(x, o)| sign(o.most) * x).collect();
        // Among designs without a value, those with more values come first, so that the search finds its way out.
        let share = self.missing.iter().sum::<usize>() as f64 / (self.runs * self.missing.len()).max(1) as f64;
        let finite = objectives.iter().all(|x| x.is_finite());
        nsga2::Found { broken: if finite { self.broken } else { f64::MAX * (0.5 + 0.5 * share) }, objectives }
    }

    /// The worth of a design that cannot be made.
    pub(super) fn none(search: &Search) -> Worth {
        let goals = search.objectives.len();
        Worth { goals: vec![f64::NAN; goals], missing: vec![1; goals], runs: 1, broken: f64::MAX }
    }
}

/// The runs of the baseline, and the scale of gains.
pub(super) struct Base<'a> {
    pub(super) runs: &'a Runs,
    /// Mean of the baseline's headline; 1 if that is zero.
    pub(super) scale: f64,
    /// Whether gains are divided by the scale.
    pub(super) relative: bool,
}

impl<'a> Base<'a> {
    pub(super) fn of(runs: &'a Runs) -> Base<'a> {
        let all: Vec<f64> = runs.values().flatten().map(|metrics| metrics[0]).collect();
        let level = mean(&all).abs();
        Base { runs, scale: if level > 0.0 { level } else { 1.0 }, relative: level > 0.0 }
    }

    /// The gain of a run over its paired baseline run.
    fn gain(&self, replicate: usize, world: usize, metrics: &[f64]) -> f64 {
        let twin = self.runs.get(&replicate).and_then(|worlds| worlds.get(world));
        twin.map_or(f64::NAN, |twin| (metrics[0] - twin[0]) / self.scale)
    }

    /// Gains of all runs, world by world.
    pub(super) fn gains(&self, runs: &Runs) -> Vec<f64> {
        let all = runs.iter().flat_map(|(r, worlds)| worlds.iter().enumerate().map(move |(w, m)| (*r, w, m)));
        all.map(|(r, w, metrics)| self.gain(r, w, metrics)).collect()
    }
}

impl Search {
    /// The worth of a design from some of its replicates.
    pub(super) fn worth(&self, base: &Base, runs: &Runs, replicates: &[usize]) -> Worth {
        let metric = |metrics: &[f64], gain: f64, name: &str| match name {
            "gain" => gain,
            name => self.metrics.iter().position(|m| m.name == name).map_or(f64::NAN, |k| metrics[k]),
        };
        let worlds: Vec<usize> = (0..self.worlds).collect();
        // The mean over luck in each world.
        let in_world = |w: usize, of: &dyn Fn(usize, &[f64]) -> f64| {
            mean(&replicates.iter().map(|r| of(*r, &runs[r][w])).collect::<Vec<f64>>())
        };
        let runs_of_all = replicates.len() * self.worlds;
        let goal = |objective: &Objective| {
            let of = |w: usize, r: usize| {
                let metrics = &runs[&r][w];
                objective.measure.defined(&|name| metric(metrics, base.gain(r, w, metrics), name))
            };
            let all = || worlds.iter().flat_map(|w| replicates.iter().map(|r| of(*w, *r)));
            let missing = all().filter(|x| x.is_nan()).count();
            let run = |w: usize| mean(&replicates.iter().map(|r| of(w, *r)).collect::<Vec<f64>>());
            let value = self.over_worlds(worlds.iter().map(|w| run(*w)).collect(), objective.most);
            (if 2 * missing > runs_of_all { f64::NAN } else { value }, missing)
        };
        let (goals, missing) = self.objectives.iter().map(goal).unzip();
        let level = |w: usize, name: &str| in_world(w, &|r, m| metric(m, base.gain(r, w, m), name));
        let shortfall = |of: &dyn Fn(&str) -> f64| {
            let over = |budget: f64| ((of(names::MONEY_PAID) - budget) / budget.max(1.0)).max(0.0);
            self.budget.map_or(0.0, over) + self.limits.as_ref().map_or(0.0, |limits| limits.shortfall(of))
        };
        let broken = if self.robust == "mean" {
            shortfall(&|name| mean(&worlds.iter().map(|w| level(*w, name)).collect::<Vec<f64>>()))
        } else {
            self.over_worlds(worlds.iter().map(|w| shortfall(&|name| level(*w, name))).collect(), false)
        };
        Worth { goals, missing, runs: runs_of_all, broken: if broken.is_nan() { f64::MAX } else { broken } }
    }

    /// Reduces one number per world to one number, as the goal requires; worlds without a value are left out.
    fn over_worlds(&self, mut worlds: Vec<f64>, most: bool) -> f64 {
        worlds.retain(|x| !x.is_nan());
        let bad = match self.robust.as_str() {
            "p25" => 0.25,
            "p10" => 0.10,
            "worst" => 0.0,
            _ => return mean(&worlds),
        };
        worlds.sort_by(f64::total_cmp);
        quantile(&worlds, if most { bad } else { 1.0 - bad })
    }

    /// Each goal with its 80 % interval over luck, and its bootstrap values.
    ///
    /// A bootstrap of few replicates is too narrow, so its draws are stretched to Student's width (Hesterberg 2015,
    /// American Statistician 69). Designs with the same `at` draw the same replicates, so their draws are paired. A goal with a value in
    /// fewer than two replicates has no interval.
    pub(super) fn intervals(&self, base: &Base, runs: &Runs, at: Stream) -> Vec<(Estimate, Vec<f64>)> {
        let all: Vec<usize> = runs.keys().copied().collect();
        let worth = self.worth(base, runs, &all);
        let mut drawn: Vec<Vec<f64>> = vec![Vec::new(); worth.goals.len()];
        for k in 0..RESAMPLES {
            let mut luck = at.at(k).luck();
            let again: Vec<usize> = all.iter().map(|_| all[(luck.unit() * all.len() as f64) as usize]).collect();
            for (list, x) in drawn.iter_mut().zip(self.worth(base, runs, &again).goals) {
                list.push(x);
            }
        }
        let own: Vec<Worth> = all.iter().map(|r| self.worth(base, runs, &[*r])).collect();
        let interval = |(goal, (value, list)): (usize, (f64, Vec<f64>))| {
            let valued = own.iter().filter(|worth| !worth.goals[goal].is_nan()).count();
            let wider = if valued < 2 { f64::NAN } else { stretch(valued) };
            let list: Vec<f64> = list.into_iter().map(|x| value + wider * (x - value)).collect();
            let mut sorted: Vec<f64> = list.iter().copied().filter(|x| !x.is_nan()).collect();
            sorted.sort_by(f64::total_cmp);
            let missing = worth.missing[goal];
            (Estimate { value, low: quantile(&sorted, 0.1), high: quantile(&sorted, 0.9), missing }, list)
        };
        worth.goals.iter().copied().zip(drawn).enumerate().map(interval).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::world::maths::normal_quantile;

    #[test]
    fn a_goal_without_a_value_in_most_runs_has_none_and_comes_last() {
        let small = include_str!("../../tests/it/searched/small.toml");
        let search = Search::of(&Scenario::parse("small.toml", small).unwrap()).unwrap();
        let of = |undefined: usize| -> Runs {
            let run = |r: usize, w: usize| {
                let mut metrics = vec![1.0; search.metrics.len()];
                metrics[0] = if r * search.worlds + w < undefined { f64::NAN } else { 30.0 };
                metrics
            };
            (0..4).map(|r| (r, (0..search.worlds).map(|w| run(r, w)).collect())).collect()
        };
        let twin = (0..4).map(|r| (r, vec![vec![20.0; search.metrics.len()]; search.worlds])).collect();
        let base = Base::of(&twin);
        let all: Vec<usize> = (0..4).collect();
        let (some, few, none) = (of(3), of(6), of(8));
        let worth = |runs: &Runs| search.worth(&base, runs, &all);
        assert_eq!((worth(&some).goals[0], worth(&some).missing[0]), (0.5, 3));
        assert!(worth(&few).goals[0].is_nan() && worth(&none).goals[0].is_nan());
        let found = |runs: &Runs| worth(runs).to_found(&search);
        assert!(nsga2::dominates(&found(&some), &found(&few)) && nsga2::dominates(&found(&few), &found(&none)));
        let intervals = search.intervals(&base, &none, Stream::seeded(1));
        let Estimate { value, low, high, missing } = intervals[0].0;
        assert!(value.is_nan() && low.is_nan() && high.is_nan());
        assert_eq!(missing, 8);
    }

    #[test]
    fn whiskers_hold_the_truth_as_often_as_they_say() {
        let small = include_str!("../../tests/it/searched/small.toml");
        let search = Search::of(&Scenario::parse("small.toml", small).unwrap()).unwrap();
        let paid = search.metrics.iter().position(|m| m.name == "money-paid").unwrap();
        let wide = search.metrics.len();
        // Skewed luck (as of costs and numbers of people) is tested only with enough runs: with six runs of exponential
        // luck, only 71 % of the intervals contain the truth.
        for (replicates, skew) in [(6_usize, false), (16, false), (16, true)] {
            let (mut held, tries) = ([0_u32; 2], 600);
            for at in 0..tries {
                let luck = Stream::seeded(17).at(replicates as u64).at(at);
                let shaken = |r: usize, what: u64| {
                    let u = luck.at(r as u64).at(what).unit().clamp(1e-9, 1.0 - 1e-9);
                    if skew { -libm::log(1.0 - u) - 1.0 } else { normal_quantile(u) }
                };
                // Luck that both share, luck of the design, and money that depends on neither; worlds of one replicate
                // share all of them.
                let of = |gain: f64, what: u64| -> Runs {
                    let run = |r: usize, w: usize| {
                        let mut metrics = vec![0.0; wide];
                        metrics[0] = 20.0 + w as f64 + shaken(r, 0) + gain + shaken(r, what);
                        metrics[paid] = 500.0 + 100.0 * shaken(r, what + 7);
                        metrics
                    };
                    (0..replicates).map(|r| (r, (0..search.worlds).map(|w| run(r, w)).collect())).collect()
                };
                let (twin, own) = (of(0.0, 1), of(2.0, 2));
                let base = Base::of(&twin);
                let found = search.intervals(&base, &own, luck.named("again"));
                // The truth is divided by the scale of the same runs, because only the gain is uncertain.
                for (k, truth) in [2.0 / base.scale, 500.0].into_iter().enumerate() {
                    held[k] += u32::from(found[k].0.low <= truth && truth <= found[k].0.high);
                }
            }
            for held in held {
                let share = f64::from(held) / tries as f64;
                // Three standard errors of the count.
                assert!((share - 0.8).abs() <= 0.049, "{share} of 80 % with {replicates} replicates");
            }
        }
    }
}
