//! The waterfall: which group of rules earned how much of a design's gain.
//!
//! Every choice of groups is run under the same luck, and each run's gain is shared out by Shapley. Invariant: baseline, shares and design add
//! up, run by run.

use serde::Serialize;

use super::quantiles::{mean, sd};
use super::table::Table;
use super::{Band, shapley};
use crate::experiment::{Ensemble, Experiment};

/// The normal quantile of an 80 % interval.
const Z80: f64 = 1.281_55;

/// What one group of rules earned.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Share {
    /// As paths name it: "points", "ladder".
    pub group: String,
    /// In units of the headline, over runs.
    pub share: Band,
    /// Half width of the 80 % interval of the mean share.
    pub known_to: f64,
    /// What the group gains where it stands alone, mean.
    pub alone: f64,
}

/// From the baseline to a design.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Waterfall {
    /// The metric.
    pub headline: String,
    /// Its mean in the baseline, over the last half year.
    pub baseline: f64,
    /// And under the design.
    pub design: f64,
    /// In the order in which the design names them.
    pub shares: Vec<Share>,
    /// What the groups gain together beyond the sum of what each gains alone.
    pub interaction: Band,
}

impl Waterfall {
    /// From the runs of every choice of groups (see [`Experiment::choices`]).
    pub fn of(experiment: &Experiment, ensemble: &Ensemble, groups: &[String]) -> Waterfall {
        let table = Table { experiment, ensemble };
        let levels: Vec<Vec<f64>> =
            (0..experiment.designs.len()).map(|d| table.lately(d, experiment.headline)).collect();
        let runs: Vec<Vec<f64>> = (0..experiment.replicates).map(|r| levels.iter().map(|of| of[r]).collect()).collect();
        let shares: Vec<Vec<f64>> = runs.iter().map(|gains| shapley::shares(gains)).collect();
        let each = |k: usize| shares.iter().map(|run| run[k]).collect::<Vec<f64>>();
        let whole = levels.len() - 1;
        Waterfall {
            headline: experiment.metrics[experiment.headline].name.clone(),
            baseline: mean(&levels[0]),
            design: mean(&levels[whole]),
            shares: (groups.iter().enumerate())
                .map(|(k, group)| Share {
                    group: group.clone(),
                    share: Band::of(&each(k)),
                    known_to: Z80 * sd(&each(k)) / libm::sqrt(runs.len().max(1) as f64),
                    alone: mean(&levels[1 << k]) - mean(&levels[0]),
                })
                .collect(),
            interaction: Band::of(&runs.iter().map(|gains| shapley::interaction(gains)).collect::<Vec<_>>()),
        }
    }
}
