//! Regret: what each design loses, world by world, against the design that would have been best there; and in how many worlds it is good
//! enough.
//!
//! Savage 1951 (Journal of the American Statistical Association 46): the minimax choice is the design whose largest regret is smallest.
//! Invariant: a regret is never negative, in each world some design has none, and differences are paired under one luck.

use serde::{Deserialize, Serialize};

use super::number::{self, many};
use super::quantiles::{mean, sd};
use super::table::outcome;
use super::{Design, MetricName};
use crate::error::Error;
use crate::experiment::{Done, Ensemble, Experiment};
use crate::scenario::{Patch, Scenario};

/// The normal quantile of an 80 % interval.
const Z80: f64 = 1.281_55;

/// Designs against worlds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Regret {
    /// What is compared.
    pub metric: MetricName,
    /// ISO currency code.
    pub currency: String,
    /// Paired runs of each design in each world.
    pub replicates: usize,
    /// What tables call the worlds.
    pub worlds: Vec<String>,
    /// The baseline first.
    pub designs: Vec<Design>,
    /// `values[design][world]`: mean of the headline.
    pub values: Vec<Vec<f64>>,
    /// `regrets[design][world]`: mean of the best design there less the own.
    pub regrets: Vec<Vec<f64>>,
    /// `known_to[design][world]`: half width of the 80 % interval of the regret.
    pub known_to: Vec<Vec<f64>>,
    /// The largest regret of each design.
    pub largest: Vec<f64>,
    /// The design whose largest regret is smallest; the first of equals.
    pub minimax: usize,
    /// What the headline must reach, where somebody says so.
    pub target: Option<f64>,
    /// Share of worlds in which each design reaches it; empty without a target.
    pub reaches: Vec<f64>,
}

/// What can be told from means alone: regrets, the largest of each design, the minimax choice.
pub fn regrets(values: &[Vec<f64>]) -> (Vec<Vec<f64>>, Vec<f64>, usize) {
    let worlds = values.first().map_or(0, Vec::len);
    let best = |w: usize| values.iter().map(|own| own[w]).filter(|x| x.is_finite()).fold(f64::NEG_INFINITY, f64::max);
    let regrets: Vec<Vec<f64>> =
        values.iter().map(|own| (0..worlds).map(|w| (best(w) - own[w]).max(0.0)).collect()).collect();
    let largest: Vec<f64> = regrets.iter().map(|own| own.iter().copied().fold(0.0, f64::max)).collect();
    let minimax = (0..largest.len()).min_by(|a, b| largest[*a].total_cmp(&largest[*b])).unwrap_or(0);
    (regrets, largest, minimax)
}

/// Share of worlds in which each design reaches a target.
pub fn reaches(values: &[Vec<f64>], target: f64) -> Vec<f64> {
    let share = |own: &Vec<f64>| own.iter().filter(|x| **x >= target).count() as f64 / own.len().max(1) as f64;
    values.iter().map(share).collect()
}

impl Regret {
    /// The table of an experiment over the worlds that its scenario names, beside the scenario as it stands; nothing where it names none.
    /// `more` are the designs that the call adds; `progress` hears of each further run.
    ///
    /// # Errors
    /// A design that does not go with a world.
    pub fn over_worlds(
        experiment: &Experiment,
        ensemble: &Ensemble,
        more: &[Patch],
        progress: &(dyn Fn(Done) + Sync),
    ) -> Result<Option<Regret>, Error> {
        let scenario = &experiment.scenario;
        let worlds = scenario.worlds();
        if worlds.is_empty() {
            return Ok(None);
        }
        let headline = &experiment.metrics[experiment.headline];
        let mut runs: Vec<Vec<Vec<f64>>> = lately(experiment, ensemble).into_iter().map(|own| vec![own]).collect();
        for (k, world) in worlds.iter().enumerate() {
            let mut there = self::experiment(scenario, world, more)?;
            there.replicates = experiment.replicates;
            let before = k * there.runs();
            let found = there.run(&|done| progress(Done { runs: before + done.runs, of: worlds.len() * done.of }));
            for (own, values) in runs.iter_mut().zip(lately(&there, &found)) {
                own.push(values);
            }
        }
        let named = std::iter::once("As the scenario says".to_owned()).chain(worlds.into_iter().map(|w| w.says));
        let target = match scenario.settings("").value("target") {
            Some(crate::shelf::Set::Number(target)) => Some(*target),
            _ => None,
        };
        let mut regret = Regret::of(&runs, named.collect(), target);
        regret.metric =
            MetricName { name: headline.name.clone(), title: headline.title.clone(), unit: headline.unit.to_owned() };
        regret.currency = scenario.settings("budget").text("currency");
        regret.designs =
            experiment.designs.iter().map(|d| Design { name: d.name.clone(), says: d.says.clone() }).collect();
        Ok(Some(regret))
    }

    /// The numbers of a table, from `runs[design][world][replicate]`.
    pub fn of(runs: &[Vec<Vec<f64>>], worlds: Vec<String>, target: Option<f64>) -> Regret {
        let values: Vec<Vec<f64>> = runs.iter().map(|own| own.iter().map(|runs| mean(runs)).collect()).collect();
        let (regrets, largest, minimax) = regrets(&values);
        let best = |w: usize| (0..runs.len()).find(|d| regrets[*d][w] == 0.0).unwrap_or(0);
        let known_to = |own: &Vec<Vec<f64>>| -> Vec<f64> {
            let width = |w: usize| {
                let apart: Vec<f64> = runs[best(w)][w].iter().zip(&own[w]).map(|(best, own)| best - own).collect();
                Z80 * sd(&apart) / libm::sqrt(apart.len().max(1) as f64)
            };
            (0..worlds.len()).map(width).collect()
        };
        Regret {
            metric: MetricName { name: String::new(), title: String::new(), unit: String::new() },
            currency: String::new(),
            replicates: runs.first().and_then(|own| own.first()).map_or(0, Vec::len),
            designs: Vec::new(),
            known_to: runs.iter().map(known_to).collect(),
            reaches: target.map_or(Vec::new(), |target| reaches(&values, target)),
            worlds,
            values,
            regrets,
            largest,
            minimax,
            target,
        }
    }

    /// An amount of what is compared, as tables write it.
    pub fn figure(&self, x: f64) -> String {
        number::value(&self.metric.unit, &self.currency, x)
    }

    /// The world in which a design loses most.
    pub fn worst(&self, design: usize) -> usize {
        let own = &self.regrets[design];
        (0..own.len()).rev().max_by(|a, b| own[*a].total_cmp(&own[*b])).unwrap_or(0)
    }

    /// What the table says, in a sentence or two that claim no more than the intervals carry.
    pub fn sentence(&self) -> String {
        let says = |d: usize| self.designs.get(d).map_or("", |d| d.says.as_str());
        let best = self.minimax;
        let others: Vec<usize> = (0..self.designs.len()).filter(|d| *d != best).collect();
        let next = others.iter().copied().min_by(|a, b| self.largest[*a].total_cmp(&self.largest[*b]));
        let mut text = if self.largest[best] == 0.0 {
            format!("{} is best in every world", says(best))
        } else {
            format!(
                "{} gives away least where we are wrong: at most {}, in {}",
                says(best),
                self.figure(self.largest[best]),
                quoted(&self.worlds[self.worst(best)])
            )
        };
        if let Some(next) = next {
            let world = self.worst(next);
            let lost = self.figure(self.largest[next]);
            text += &format!("; {} may give away {lost}, in {}", says(next), quoted(&self.worlds[world]));
            if self.largest[next] - self.known_to[next][world] <= self.largest[best] {
                text += &format!(", which {} cannot tell apart", many(self.replicates, "run"));
            }
        }
        text.push('.');
        if let Some(target) = self.target {
            let most = self.reaches.iter().copied().fold(0.0, f64::max);
            let there: Vec<&str> = (0..self.designs.len()).filter(|d| self.reaches[*d] == most).map(says).collect();
            let count = (most * self.worlds.len() as f64).round() as usize;
            text += &if count == 0 {
                format!(" No design reaches {} in any world.", self.figure(target))
            } else {
                let of = self.worlds.len();
                let verb = if there.len() == 1 { "reaches" } else { "reach" };
                format!(" {} {verb} {} in {count} of {of} worlds.", there.join(" and "), self.figure(target))
            };
        }
        text
    }

    /// The table as CSV: a line for each design and world.
    pub fn csv(&self) -> Vec<u8> {
        let mut table = csv::Writer::from_writer(Vec::new());
        let heads = ["design", "world", self.metric.name.as_str(), "regret", "known_to", "largest_regret", "minimax"];
        // Writing into memory does not fail, and all rows are of one length.
        let _ = table.write_record(heads);
        for (d, design) in self.designs.iter().enumerate() {
            for (w, world) in self.worlds.iter().enumerate() {
                let numbers = [self.values[d][w], self.regrets[d][w], self.known_to[d][w], self.largest[d]];
                let mut row = vec![design.name.clone(), world.clone()];
                row.extend(numbers.map(|x| x.to_string()));
                row.push((d == self.minimax).to_string());
                let _ = table.write_record(row);
            }
        }
        table.into_inner().unwrap_or_default()
    }
}

fn quoted(world: &str) -> String {
    format!("“{world}”")
}

/// How many further runs the worlds of a scenario take.
pub fn further(experiment: &Experiment) -> usize {
    experiment.scenario.worlds().len() * experiment.runs()
}

fn experiment(scenario: &Scenario, world: &Patch, more: &[Patch]) -> Result<Experiment, Error> {
    let quick = Patch::from_args(&["coast.replicates=0".to_owned(), "record.people=0".to_owned()])?;
    Experiment::with(&scenario.patched(world)?.patched(&quick)?, more)
}

/// What verdicts compare: `[design][replicate]`.
fn lately(experiment: &Experiment, ensemble: &Ensemble) -> Vec<Vec<f64>> {
    let of = |(d, runs): (usize, &Vec<crate::engine::Trajectory>)| {
        runs.iter().map(|trajectory| outcome(experiment, d, trajectory)[experiment.headline]).collect()
    };
    ensemble.runs.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minimax_choice_is_savages_own() {
        // Savage's omelette, as utilities: into the bowl, into the saucer, throw away; a good egg, a rotten one.
        let omelette = vec![vec![6.0, 0.0], vec![5.9, 4.9], vec![5.0, 5.0]];
        let (regrets, largest, minimax) = regrets(&omelette);
        let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
        assert!(near(regrets[0][1], 5.0) && near(regrets[1][0], 0.1) && near(regrets[2][0], 1.0));
        assert!(near(largest[0], 5.0) && near(largest[1], 0.1) && near(largest[2], 1.0));
        assert_eq!(minimax, 1);
        assert_eq!(reaches(&omelette, 5.0), [0.5, 0.5, 1.0]);
    }

    #[test]
    fn what_is_best_everywhere_regrets_nothing() {
        let (regrets, largest, minimax) = regrets(&[vec![1.0, -2.0], vec![3.0, 7.0], vec![3.0, 6.0]]);
        assert_eq!((largest[1], minimax), (0.0, 1));
        assert!(regrets.iter().flatten().all(|x| *x >= 0.0));
        for world in 0..2 {
            assert!(regrets.iter().any(|own| own[world] == 0.0));
        }
    }

    #[test]
    fn a_regret_is_known_as_well_as_its_pairs() {
        // The second design is always three ahead under the same luck: nothing is uncertain, however far luck reaches.
        let runs = [vec![vec![1.0, 9.0, 5.0, 40.0]], vec![vec![4.0, 12.0, 8.0, 43.0]]];
        let regret = Regret::of(&runs, vec!["one".to_owned()], None);
        assert_eq!((regret.regrets[0][0], regret.known_to[0][0]), (3.0, 0.0));
        let loose = [vec![vec![1.0, 9.0, 5.0, 40.0]], vec![vec![8.0, 8.0, 2.0, 49.0]]];
        assert!(Regret::of(&loose, vec!["one".to_owned()], None).known_to[0][0] > 1.0);
    }
}
