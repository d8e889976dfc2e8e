//! Regret: the distance of each design from the best design of each world; and the share of worlds in which it is good
//! enough.
//!
//! Savage 1951 (Journal of the American Statistical Association 46): the minimax choice is the design whose largest
//! regret is smallest. The best of several sample means overestimates the truth, so a regret is only as precise as the
//! comparison with every other design (multiple comparisons with the best, Hsu 1984, Annals of Statistics 12).
//! Invariant: a regret is never negative, in each world some design has none, and differences are paired by luck. What
//! is best is the least where less is better; a regret below the tolerance is none.

use serde::{Deserialize, Serialize};

use super::evidence::tolerance_of;
use super::quantiles::{eighty, known_to_among, mean, sd};
use super::run_table::compared_values;
use super::{Design, MetricName};
use crate::error::Error;
use crate::experiment::{Done, Ensemble, Experiment};
use crate::metrics::Better;
use crate::scenario::{Patch, Scenario};
use crate::words::number;

/// Designs by worlds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Regret {
    /// The compared metric.
    pub metric: MetricName,
    /// ISO currency code.
    pub currency: String,
    /// Number of paired runs of each design in each world.
    pub replicates: usize,
    /// The names of the worlds in tables.
    pub worlds: Vec<String>,
    /// All designs, the baseline first.
    pub designs: Vec<Design>,
    /// `values[design][world]`: mean of the headline.
    pub values: Vec<Vec<f64>>,
    /// `regrets[design][world]`: mean of the best design there minus the design's own.
    pub regrets: Vec<Vec<f64>>,
    /// `known_to[design][world]`: half width of an interval that contains the regret in at least eight of ten tables;
    /// the largest `f64` for a single run, from which nothing is known.
    pub known_to: Vec<Vec<f64>>,
    /// The largest regret of each design.
    pub largest: Vec<f64>,
    /// The design whose largest regret is smallest; among equals the first.
    pub minimax: usize,
    /// Whether paired runs distinguish it from each other design: it loses less in the world where the other loses
    /// most.
    #[serde(default)]
    pub sure: bool,
    /// The target of the headline, if the scenario has one.
    pub target: Option<f64>,
    /// Share of worlds in which each design reaches the target; empty without a target.
    pub reaches: Vec<f64>,
}

/// `regrets[design][world]`, the largest regret of each design, and the minimax choice, from means alone.
pub fn regrets(values: &[Vec<f64>], better: Better) -> (Vec<Vec<f64>>, Vec<f64>, usize) {
    let worlds = values.first().map_or(0, Vec::len);
    let regret = |own: &[f64], w: usize| {
        let best = best(values.iter().map(|own| own[w]), better);
        let lost = better.sign() * (best - own[w]);
        // What is undefined stays so.
        if lost <= tolerance_of(best, own[w]) { 0.0 } else { lost }
    };
    let regrets: Vec<Vec<f64>> = values.iter().map(|own| (0..worlds).map(|w| regret(own, w)).collect()).collect();
    // Worlds in which a design has no value are left out for all.
    let known: Vec<usize> = (0..worlds).filter(|w| values.iter().all(|own| !own[*w].is_nan())).collect();
    let most = |own: &Vec<f64>| known.iter().map(|w| own[*w]).fold(f64::NAN, f64::max);
    let largest: Vec<f64> = regrets.iter().map(most).collect();
    let minimax = (0..largest.len()).min_by(|a, b| largest[*a].total_cmp(&largest[*b])).unwrap_or(0);
    (regrets, largest, minimax)
}

/// The best of some levels; NaN if all are undefined.
pub fn best(levels: impl Iterator<Item = f64>, better: Better) -> f64 {
    let best = |a: f64, b: f64| if better.sign() * b > better.sign() * a { b } else { a };
    levels.filter(|x| x.is_finite()).reduce(best).unwrap_or(f64::NAN)
}

/// Whether a level reaches a target: it is at least as high, or as low where less is better.
pub fn is_reached(level: f64, target: f64, better: Better) -> bool {
    better.sign() * level >= better.sign() * target
}

/// Share of worlds in which each design reaches a target: `[design]`.
pub fn reaches(values: &[Vec<f64>], target: f64, better: Better) -> Vec<f64> {
    let count = |own: &[f64]| own.iter().filter(|x| is_reached(**x, target, better)).count();
    values.iter().map(|own| count(own) as f64 / own.len().max(1) as f64).collect()
}

/// The regret of the minimax choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// The runs cannot distinguish it from the next one.
    NotApart {
        /// The design with the second smallest largest regret.
        next: usize,
    },
    /// It is best in every world.
    Never,
    /// It loses in some world.
    Loses {
        /// The world in which it loses most.
        world: usize,
    },
}

impl Regret {
    /// The table of an experiment over the scenario itself, which tables name `own`, and over the worlds of the
    /// scenario; `None` if it has no worlds. `progress` is called after each further run.
    ///
    /// # Errors
    /// A design that is not valid in a world.
    pub(crate) fn over_worlds(
        experiment: &Experiment,
        ensemble: &Ensemble,
        own: String,
        progress: &(dyn Fn(Done) + Sync),
    ) -> Result<Option<Regret>, Error> {
        let scenario = &experiment.scenario;
        let worlds = scenario.worlds();
        if worlds.is_empty() {
            return Ok(None);
        }
        let headline = &experiment.metrics[experiment.headline];
        let mut runs: Vec<Vec<Vec<f64>>> = headlines(experiment, ensemble).into_iter().map(|own| vec![own]).collect();
        for (k, world) in worlds.iter().enumerate() {
            let mut there = in_world(scenario, world)?;
            there.replicates = experiment.replicates;
            let before = k * there.runs();
            let found = there.run(&|done| progress(Done { runs: before + done.runs, of: worlds.len() * done.of }));
            for (own, values) in runs.iter_mut().zip(headlines(&there, &found)) {
                own.push(values);
            }
        }
        let named = std::iter::once(own).chain(worlds.into_iter().map(|w| w.says));
        let target = scenario.root().target;
        let mut regret = Regret::from_runs(&runs, named.collect(), target, headline.better);
        let model = &experiment.designs[0].model;
        regret.metric = MetricName::of(headline, model);
        regret.currency = scenario.budget().currency;
        regret.designs =
            experiment.designs.iter().map(|d| Design { name: d.name.clone(), says: d.says.clone() }).collect();
        Ok(Some(regret))
    }

    /// The numbers of a table, from `runs[design][world][replicate]`.
    pub fn from_runs(runs: &[Vec<Vec<f64>>], worlds: Vec<String>, target: Option<f64>, better: Better) -> Regret {
        let values: Vec<Vec<f64>> = runs.iter().map(|own| own.iter().map(|runs| mean(runs)).collect()).collect();
        let (regrets, largest, minimax) = regrets(&values, better);
        let known_to = |d: usize| -> Vec<f64> {
            (0..worlds.len())
                .map(|w| half_width(&runs.iter().map(|own| own[w].as_slice()).collect::<Vec<_>>(), d, better))
                .collect()
        };
        let worst =
            |d: usize| (0..worlds.len()).rev().max_by(|a, b| regrets[d][*a].total_cmp(&regrets[d][*b])).unwrap_or(0);
        let looks = worlds.len() * (runs.len().max(2) - 1);
        let less = |d: usize| {
            let w = worst(d);
            let pairs = runs[minimax][w].iter().zip(&runs[d][w]);
            let apart: Vec<f64> = pairs.map(|(best, own)| better.sign() * (best - own)).collect();
            let tolerance = tolerance_of(values[minimax][w], values[d][w]);
            largest[d] > largest[minimax] && mean(&apart) > known_to_among(&apart, looks) + tolerance
        };
        Regret {
            metric: MetricName { better, ..MetricName::default() },
            currency: String::new(),
            replicates: runs.first().and_then(|own| own.first()).map_or(0, Vec::len),
            designs: Vec::new(),
            known_to: (0..runs.len()).map(known_to).collect(),
            sure: (0..runs.len()).filter(|d| *d != minimax).all(less),
            reaches: target.map_or(Vec::new(), |target| reaches(&values, target, better)),
            worlds,
            values,
            regrets,
            largest,
            minimax,
            target,
        }
    }

    /// The worlds in which the headline has no value under some design; they are left out.
    pub fn left_out(&self) -> Vec<&str> {
        let undefined = |w: &usize| self.values.iter().any(|own| own[*w].is_nan());
        (0..self.worlds.len()).filter(undefined).map(|w| self.worlds[w].as_str()).collect()
    }

    /// A value of the metric, formatted for tables.
    pub fn figure(&self, x: f64) -> String {
        number::value(&self.metric.unit, &self.currency, x)
    }

    /// The world in which a design loses most.
    pub fn worst(&self, design: usize) -> usize {
        let own = &self.regrets[design];
        let known = (0..own.len()).rev().filter(|w| self.values.iter().all(|own| !own[*w].is_nan()));
        known.max_by(|a, b| own[*a].total_cmp(&own[*b])).unwrap_or(0)
    }

    /// What the runs show about the minimax choice.
    pub fn least(&self) -> Least {
        match self.next() {
            Some(next) if !self.sure => Least::NotApart { next },
            _ if self.largest[self.minimax] == 0.0 => Least::Never,
            _ => Least::Loses { world: self.worst(self.minimax) },
        }
    }

    /// The design with the second smallest largest regret.
    pub(crate) fn next(&self) -> Option<usize> {
        let others = (0..self.designs.len()).filter(|d| *d != self.minimax);
        others.min_by(|a, b| self.largest[*a].total_cmp(&self.largest[*b]))
    }

    /// The table as CSV: one row per design and world.
    pub fn csv(&self) -> Vec<u8> {
        let mut table = csv::Writer::from_writer(Vec::new());
        let heads = ["design", "world", self.metric.name.as_str(), "regret", "known_to", "largest_regret", "minimax"];
        // Writing to memory cannot fail, and all rows have the same length.
        let _ = table.write_record(heads);
        for (d, design) in self.designs.iter().enumerate() {
            for (w, world) in self.worlds.iter().enumerate() {
                let numbers = [self.values[d][w], self.regrets[d][w], self.known_to[d][w], self.largest[d]];
                let mut row = vec![design.name.clone(), world.clone()];
                row.extend(numbers.map(|x| if x == f64::MAX || x.is_nan() { String::new() } else { x.to_string() }));
                row.push((d == self.minimax).to_string());
                let _ = table.write_record(row);
            }
        }
        table.into_inner().unwrap_or_default()
    }
}

/// Whether the mean of `pairs[world]` exceeds chance and `tolerance`, if the world was selected among `looks`. With a
/// single run per world, nothing exceeds chance.
pub fn exceeds(pairs: &[Vec<f64>], world: usize, looks: usize, tolerance: f64) -> bool {
    pairs.get(world).is_some_and(|own| mean(own) > known_among(pairs, world, looks) + tolerance)
}

/// Half width of the 80 % interval of the mean of `pairs[world]`, if the world was selected among `looks`; one variance
/// for all worlds, so that few runs of each are enough. Infinite for a single run per world.
pub fn known_among(pairs: &[Vec<f64>], world: usize, looks: usize) -> f64 {
    let degrees: usize = pairs.iter().map(|own| own.len().saturating_sub(1)).sum();
    let runs = pairs.get(world).map_or(0, Vec::len);
    if degrees == 0 || runs == 0 {
        return f64::INFINITY;
    }
    let spread = |own: &Vec<f64>| sd(own) * sd(own) * own.len().saturating_sub(1) as f64;
    let variance = pairs.iter().map(spread).sum::<f64>() / degrees as f64;
    eighty(degrees as f64, looks) * libm::sqrt(variance / runs as f64)
}

/// Half width of the interval of a design's regret in one world, from `runs[design][replicate]` there.
fn half_width(runs: &[&[f64]], own: usize, better: Better) -> f64 {
    let ahead =
        |other: &&[f64]| other.iter().zip(runs[own]).map(|(b, a)| better.sign() * (b - a)).collect::<Vec<f64>>();
    let (mut regret, mut low, mut high) = (0.0_f64, 0.0_f64, 0.0_f64);
    for apart in runs.iter().enumerate().filter(|(d, _)| *d != own).map(|(_, other)| ahead(other)) {
        let (mean, to) = (mean(&apart), known_to_among(&apart, runs.len() - 1));
        (regret, low, high) = (regret.max(mean), low.max(mean - to), high.max(mean + to));
    }
    (high - regret).max(regret - low).min(f64::MAX)
}

/// Number of further runs for the worlds of a scenario.
pub fn world_runs(experiment: &Experiment) -> usize {
    experiment.scenario.worlds().len() * experiment.runs()
}

/// The experiment in one world, without coasts and traces.
fn in_world(scenario: &Scenario, world: &Patch) -> Result<Experiment, Error> {
    let quick = Patch::from_args(&["coast.replicates=0".to_owned(), "record.people=0".to_owned()])?;
    Experiment::design(&scenario.patched(world)?.patched(&quick)?)
}

/// The headline as verdicts compare it: `[design][replicate]`.
fn headlines(experiment: &Experiment, ensemble: &Ensemble) -> Vec<Vec<f64>> {
    let level = |(d, runs): (usize, &Vec<crate::engine::Trajectory>)| {
        runs.iter().map(|trajectory| compared_values(experiment, d, trajectory)[experiment.headline]).collect()
    };
    ensemble.runs.iter().enumerate().map(level).collect()
}

#[cfg(test)]
mod tests {
    use super::super::quantiles::coverage::at_least;
    use super::*;
    use crate::world::maths::normal_quantile;
    use crate::world::stream::Stream;

    #[test]
    fn the_minimax_choice_is_savages_own() {
        // Savage's omelette as utilities. Rows: break the egg into the bowl, into a saucer, throw it away. Columns: the
        // egg is good, or rotten.
        let omelette = vec![vec![6.0, 0.0], vec![5.9, 4.9], vec![5.0, 5.0]];
        let (regrets, largest, minimax) = regrets(&omelette, Better::More);
        let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
        assert!(near(regrets[0][1], 5.0) && near(regrets[1][0], 0.1) && near(regrets[2][0], 1.0));
        assert!(near(largest[0], 5.0) && near(largest[1], 0.1) && near(largest[2], 1.0));
        assert_eq!(minimax, 1);
        assert_eq!(reaches(&omelette, 5.0, Better::More), [0.5, 0.5, 1.0]);
    }

    #[test]
    fn what_is_best_everywhere_regrets_nothing() {
        let (regrets, largest, minimax) = regrets(&[vec![1.0, -2.0], vec![3.0, 7.0], vec![3.0, 6.0]], Better::More);
        assert_eq!((largest[1], minimax), (0.0, 1));
        assert!(regrets.iter().flatten().all(|x| *x >= 0.0));
        for world in 0..2 {
            assert!(regrets.iter().any(|own| own[world] == 0.0));
        }
    }

    #[test]
    fn where_less_is_better_the_least_is_best_and_a_loss_below_rounding_is_none() {
        let (found, largest, minimax) = regrets(&[vec![10.0, 4.0], vec![6.0, 4.001], vec![9.0, 5.0]], Better::Less);
        assert_eq!((found[0].clone(), found[1].clone(), minimax), (vec![4.0, 0.0], vec![0.0, 0.0], 1));
        assert_eq!(largest, [4.0, 0.0, 3.0]);
        assert_eq!(reaches(&[vec![3.0, 7.0]], 5.0, Better::Less), [0.5]);
    }

    #[test]
    fn a_regret_is_known_as_well_as_its_pairs() {
        // The second design is always three ahead under the same luck: nothing is uncertain, whatever the luck.
        let runs = [vec![vec![1.0, 9.0, 5.0, 40.0]], vec![vec![4.0, 12.0, 8.0, 43.0]]];
        let regret = Regret::from_runs(&runs, vec!["one".to_owned()], None, Better::More);
        assert_eq!((regret.regrets[0][0], regret.known_to[0][0]), (3.0, 0.0));
        let loose = [vec![vec![1.0, 9.0, 5.0, 40.0]], vec![vec![8.0, 8.0, 2.0, 49.0]]];
        assert!(Regret::from_runs(&loose, vec!["one".to_owned()], None, Better::More).known_to[0][0] > 1.0);
    }

    #[test]
    fn a_regret_is_known_no_worse_than_is_said() {
        // Four designs under common luck: all equal, one ahead, and a staircase.
        for truth in [[5.0; 4], [5.0, 5.0, 5.0, 7.0], [4.0, 5.0, 6.0, 9.0]] {
            let (mut held, tries) = ([0; 4], 800);
            for at in 0..tries {
                let luck = Stream::seeded(41).at(at);
                let normal = |a: u64, b: u64| normal_quantile(luck.at(a).at(b).unit().clamp(1e-9, 1.0 - 1e-9));
                let run = |d: usize, r: u64| truth[d] + 3.0 * normal(r, 9) + normal(r, d as u64);
                let runs: Vec<Vec<Vec<f64>>> = (0..4).map(|d| vec![(0..12).map(|r| run(d, r)).collect()]).collect();
                let found = Regret::from_runs(&runs, vec!["one".to_owned()], None, Better::More);
                let best = truth.iter().copied().fold(f64::MIN, f64::max);
                for d in 0..4 {
                    held[d] += u32::from((found.regrets[d][0] - (best - truth[d])).abs() <= found.known_to[d][0]);
                }
            }
            held.into_iter().for_each(|held| at_least(held, tries as u32, 0.80));
        }
    }

    #[test]
    fn a_choice_that_chance_made_is_not_said_to_be_sure() {
        // Three worlds and three designs, of which the first two are equal.
        let (mut said, mut right, tries) = (0, 0, 500);
        for at in 0..tries {
            let luck = Stream::seeded(42).at(at);
            let normal = |a: u64, b: u64| normal_quantile(luck.at(a).at(b).unit().clamp(1e-9, 1.0 - 1e-9));
            let table = |level: [f64; 3]| {
                let run = |d: usize, w: u64, r: u64| level[d] + 3.0 * normal(r, 9) + normal(100 * w + r, d as u64);
                let of = |d: usize| (0..3).map(|w| (0..12).map(|r| run(d, w, r)).collect()).collect();
                Regret::from_runs(
                    &(0..3).map(of).collect::<Vec<_>>(),
                    ["a", "b", "c"].map(str::to_owned).to_vec(),
                    None,
                    Better::More,
                )
            };
            said += u32::from(table([5.0, 5.0, 1.0]).sure);
            right += u32::from(table([9.0, 5.0, 1.0]).sure);
        }
        at_least(tries as u32 - said, tries as u32, 0.80);
        assert!(right > 450, "{right}");
    }
}
