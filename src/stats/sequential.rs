//! Sequential runs: batches of paired runs, until the mean gain of every design is as precise as the scenario requires.
//!
//! A fixed-width interval after Chow & Robbins (1965, Annals of Mathematical Statistics 36): the half width is checked
//! after each batch until it is small enough. Repeated checks stop too early if the spread happens to look small. Four
//! rules prevent that: a minimum number of runs before the first check, Student's quantile instead of the normal one,
//! checks only after whole batches, and two sufficient checks in a row. Invariant: the decision depends only on the
//! results in the order of the replicates.

use super::evidence::Interval;
use super::quantiles::mean;
use super::run_table::Table;
use crate::experiment::{Done, Ensemble, Experiment, Hands};

/// Number of runs between two checks.
pub const BATCH: usize = 16;

/// Runs an experiment as its scenario requires: a fixed number of replicates, or until the gain is precise enough.
/// Afterwards `replicates` is the number of replicates that were run.
pub fn run(experiment: &mut Experiment, progress: &(dyn Fn(Done) + Sync)) -> Ensemble {
    run_with(experiment, Hands::default(), progress)
}

/// As [`run`], with a keeper of what is done and files for traces.
pub fn run_with(experiment: &mut Experiment, hands: Hands, progress: &(dyn Fn(Done) + Sync)) -> Ensemble {
    let root = experiment.scenario.root();
    let until = root.replicates_until;
    if until <= 0.0 || experiment.designs.len() < 2 {
        return Ensemble { runs: experiment.run_with(0..experiment.replicates, hands, progress) };
    }
    let most = (root.replicates_most as usize).max(experiment.replicates);
    let mut ensemble = Ensemble { runs: experiment.designs.iter().map(|_| Vec::new()).collect() };
    let mut next = experiment.replicates.max(BATCH).min(most);
    let mut looks = Looks::until(until);
    loop {
        let done = ensemble.runs[0].len();
        experiment.replicates = next;
        for (design, more) in ensemble.runs.iter_mut().zip(experiment.run_with(done..next, hands, progress)) {
            design.extend(more);
        }
        if next >= most || looks.enough(largest_width(experiment, &ensemble)) {
            return ensemble;
        }
        next = (next + BATCH).min(most);
    }
}

/// The checks of the half width, one after each batch.
struct Looks {
    until: f64,
    /// Whether the previous check was sufficient.
    before: bool,
}

impl Looks {
    fn until(until: f64) -> Looks {
        Looks { until, before: false }
    }

    /// Whether the runs may end: at the second sufficient check in a row, or if the half width is zero.
    fn enough(&mut self, width: f64) -> bool {
        let now = width <= self.until;
        let enough = width == 0.0 || (now && self.before);
        self.before = now;
        enough
    }
}

/// The largest half width of a design's gain, as a share of the baseline.
fn largest_width(experiment: &Experiment, ensemble: &Ensemble) -> f64 {
    let table = Table { experiment, ensemble };
    let base = table.lately(0, experiment.headline);
    let widths = (1..experiment.designs.len()).map(|d| width(&base, &table.lately(d, experiment.headline)));
    widths.fold(0.0, f64::max)
}

/// Half width of the 80 % interval of a mean paired difference, as a share of the mean of the baseline.
fn width(base: &[f64], mine: &[f64]) -> f64 {
    let differences: Vec<f64> = base.iter().zip(mine).map(|(b, m)| m - b).collect();
    let to = Interval::of_mean(&differences).half_width();
    // Designs that coincide have a known gain, even if the baseline is zero.
    if to == 0.0 { 0.0 } else { to / mean(base).abs() }
}

#[cfg(test)]
mod tests {
    use super::super::quantiles::coverage::at_least;
    use super::*;
    use crate::world::maths::normal_quantile;
    use crate::world::stream::Stream;

    /// The number of replicates at the stop, and the mean gain then, for draws of a baseline and a difference.
    fn stopped(first: usize, until: f64, most: usize, draw: impl Fn(usize) -> (f64, f64)) -> (usize, f64) {
        let (mut n, mut looks) = (first, Looks::until(until));
        loop {
            let (base, gain): (Vec<f64>, Vec<f64>) = (0..n).map(&draw).unzip();
            let mine: Vec<f64> = base.iter().zip(&gain).map(|(b, g)| b + g).collect();
            if n >= most || looks.enough(width(&base, &mine)) {
                return (n, mean(&gain) / mean(&base));
            }
            n += BATCH;
        }
    }

    #[test]
    fn intervals_hold_the_truth_about_as_often_as_they_say_wherever_the_runs_stop() {
        // Normal gains and skewed gains; the intervals must have the claimed coverage.
        let normal = |u: f64| normal_quantile(u.clamp(1e-12, 1.0 - 1e-12));
        let skewed = |u: f64| -libm::log(1.0 - u) - 1.0;
        for shape in [&normal as &dyn Fn(f64) -> f64, &skewed] {
            for until in [0.03, 0.05, 0.08] {
                let (mut held, mut spent, tries) = (0, 0, 1000);
                for at in 0..tries {
                    let luck = Stream::seeded(3).at(at);
                    let draw =
                        |r: usize| (10.0 + luck.at(r as u64).at(1).unit(), 2.0 + 3.0 * shape(luck.at(r as u64).unit()));
                    let (n, gain) = stopped(BATCH, until, 10_000, draw);
                    held += u32::from((gain - 2.0 / 10.5).abs() <= until);
                    spent += n;
                }
                // The coverage is at least the claimed one; higher if the batches are large relative to the needed
                // runs.
                at_least(held, tries as u32, 0.80);
                // At most the number of runs that the spread requires, (1.2816 · 3/10.5 / until)², plus two batches.
                let fair = (1.2816 * 3.0 / 10.5 / until) * (1.2816 * 3.0 / 10.5 / until);
                let mean = spent as f64 / tries as f64;
                assert!(mean < fair * 1.1 + 2.0 * BATCH as f64, "{mean} runs where {fair} are fair");
            }
        }
    }

    #[test]
    fn what_coincides_is_known_at_once_and_what_is_never_known_stops_at_the_most() {
        assert_eq!(stopped(16, 0.01, 400, |r| (r as f64, 0.0)).0, 16);
        assert_eq!(stopped(16, 0.01, 400, |r| (1.0, if r % 2 == 0 { 9.0 } else { -9.0 })).0, 400);
    }
}
