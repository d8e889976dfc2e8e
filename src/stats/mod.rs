//! Statistics of an ensemble: bands, paired differences, verdicts, as numbers and enums.
//!
//! All floors above (sentences, charts, pages, tables, the terminal) read these and compute nothing of their own. The sentences are
//! composed in [`crate::findings`]; fields of a struct here that hold one are slots which that floor fills in.
//! Invariant: designs stand in the order of the scenario, the baseline first; quantiles are over replicates.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::words::number;

mod adequacy;
mod bimodal;
mod birth_facts;
pub mod cohorts;
pub mod facts;
pub mod flips;
pub mod front;
mod history;
pub mod lever_map;
mod metric_name;
pub mod present_value;
pub mod prim;
mod quantiles;
mod recommendation;
pub mod regret;
mod run_table;
pub mod screening;
mod seasons;
pub mod sensitivity;
pub mod sequential;
pub mod shapley;
mod summarise;
pub mod sweep_points;
pub mod tornado;
pub mod tree;
mod verdict;
mod warnings;
pub mod waterfall;

pub use adequacy::Adequacy;
pub use bimodal::{Split, split};
pub use history::histories;
pub use metric_name::MetricName;
pub use quantiles::{better, mean, quantile, stretch, wins};
pub use recommendation::{Next, Raise, Recommendation, TieBreak};
pub use run_table::compared_values;
pub use summarise::{Judgement, is_in_force, standing_of, summarise};
pub(crate) use warnings::guesses;
pub use warnings::{Guesses, Warning};

/// The gain from which two levels are given instead of percent, as a share of the baseline.
const LEAP: f64 = 3.0;
/// Fewer paired runs than this give no interval of eight in ten.
const FEW: usize = 8;

/// Quantiles over replicates of one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "ReadBand")]
#[expect(missing_docs, reason = "the names say it")]
pub struct Band {
    pub p10: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p90: f64,
    pub mean: f64,
}

/// A band as JSON holds it, where nothing stands for what is not a number.
#[derive(Deserialize)]
struct ReadBand {
    p10: Option<f64>,
    p25: Option<f64>,
    p50: Option<f64>,
    p75: Option<f64>,
    p90: Option<f64>,
    mean: Option<f64>,
}

impl From<ReadBand> for Band {
    fn from(read: ReadBand) -> Band {
        let number = |x: Option<f64>| x.unwrap_or(f64::NAN);
        Band {
            p10: number(read.p10),
            p25: number(read.p25),
            p50: number(read.p50),
            p75: number(read.p75),
            p90: number(read.p90),
            mean: number(read.mean),
        }
    }
}

/// A design, as charts call it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    /// As the scenario names it; "baseline" for the empty patch.
    pub name: String,
    /// What charts and verdicts call it.
    pub says: String,
}

/// What a design does to the headline metric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Mean of the headline over the last half year, over replicates.
    pub level: Band,
    /// The same of the metrics that stand beside it, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Band>,
    /// The two clusters in which its runs fall, where they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<Split>,
    /// Paired gain over the baseline, as a share of the baseline's mean; `None` for the baseline, and beside a baseline of zero.
    pub gain: Option<Gain>,
    /// Money spent until the horizon, mean over replicates.
    pub cost: f64,
    /// Money per extra unit of the headline, sustained over the last half year; `None` where eight in ten runs show no gain, or nothing
    /// more is spent.
    pub cost_per_extra: Option<f64>,
    /// Money per extra kept member (active in each of the last three months).
    pub cost_per_kept: Option<f64>,
    /// Net present value of the design: the headline's worth less the money paid; `None` where the budget gives no worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net: Option<Band>,
    /// Paired differences of that from the baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net_extra: Option<Band>,
    /// Activity a year after all spending stopped, over activity in the twin that went on.
    pub coast: Option<Band>,
    /// The same at each of the summary's [`coast_days`](Summary::coast_days): quantiles over runs, and as their mean the activity of all
    /// runs together over that of all their twins, which single runs of few people do not shake.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coasting: Vec<Band>,
    /// Share of all points that go to accounts that game the rules.
    pub farmed_points: Option<f64>,
    /// People who left, or stopped contributing, because of overload; mean over replicates.
    pub burnout: f64,
    /// Promises that an empty pool broke, mean over replicates.
    pub unpaid: f64,
}

/// A paired difference, as shares of the baseline's mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gain {
    /// Quantiles of the paired differences over replicates.
    pub band: Band,
    /// Half width of the 80 % interval of the *mean* difference.
    pub known_to: f64,
    /// Posterior mean (Jeffreys prior) that a run of the design beats its twin.
    pub better: f64,
    /// Whether every run gives what its twin of the baseline gave.
    pub coincides: bool,
}

/// One tier of one ladder, or of one path of organisations, under one design; counts are means over replicates, from the day on which it
/// stands to the horizon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TierFlow {
    pub ladder: String,
    pub tier: String,
    pub title: String,
    /// The day on which the ladder begins to stand.
    pub since: Date,
    /// Index of the tier below in the same ladder's list; `None`: the open community.
    pub from: Option<usize>,
    pub seats: Option<u64>,
    /// How many organisations may climb it; `None` where people do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisations: Option<u64>,
    pub holders_at_start: f64,
    pub holders_at_end: f64,
    pub entered: f64,
    pub promoted: f64,
    pub demoted: f64,
    pub exited: f64,
    /// Mean time on the tier of people who left it, days.
    pub dwell_days: f64,
}

/// Real observations, drawn as dots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dots {
    /// The metric they belong to.
    pub metric: String,
    /// Where they come from.
    pub source: String,
    /// Date and value.
    pub points: Vec<(Date, f64)>,
}

/// One assumption that the result depends on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumption {
    /// TOML path.
    pub path: String,
    /// Its sentence.
    pub says: String,
    /// The value in force, as a scenario would write it.
    pub value: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// The citation or target; the scenario's own comment where it sets the value.
    pub source: String,
}

/// Everything that is shown of an experiment.
///
/// ```
/// use zaoshi::{Experiment, Scenario, Summary, findings};
///
/// let text = "extends = \"first-step\"\nhorizon = \"1 year\"\nreplicates = 8\nsegment.developers.people = 2_000";
/// let experiment = Experiment::design(&Scenario::parse("small.toml", text)?)?;
/// let summary = findings::summary(&experiment, &experiment.run(&|_| {}))?;
///
/// assert_eq!(summary.designs[1].says, "Ladder, 2 PRs");
/// let members = summary.band(1, "members").expect("every scenario counts its members");
/// assert_eq!(members.len(), summary.dates.len(), "a band for each date");
/// assert_eq!(Summary::read(&summary.json()), Some(summary), "a stored summary reads back");
/// # Ok::<(), zaoshi::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Kebab-case name of the scenario.
    pub scenario: String,
    /// What charts call it.
    pub title: String,
    /// The question it answers.
    pub question: String,
    /// ISO currency code.
    pub currency: String,
    /// All people whom the product could ever reach.
    pub people: u64,
    /// Length of a tick: "1 week".
    pub tick: String,
    /// Length of the comparison: "3 years".
    pub horizon: String,
    /// Paired runs per design.
    pub replicates: usize,
    /// Replicates with a coast.
    pub coast_replicates: usize,
    /// Days after the horizon at which coasts are measured; designs are compared at the last of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coast_days: Vec<f64>,
    /// Seed of the experiment.
    pub seed: u64,
    /// Ends of the periods; one per row of a trajectory.
    pub dates: Vec<Date>,
    /// Baseline first.
    pub designs: Vec<Design>,
    /// In the order of the shelf.
    pub metrics: Vec<MetricName>,
    /// Index into `metrics`.
    pub headline: usize,
    /// Indices of the metrics that the verdict shows beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<usize>,
    /// `bands[design][metric][period]`.
    pub bands: Vec<Vec<Vec<Band>>>,
    /// `gains[design][metric][period]`: paired differences from the baseline, in the metric's unit.
    pub gains: Vec<Vec<Vec<Band>>>,
    /// `ahead[design][metric][period]`: share of replicates above the baseline's twin, ties as halves.
    pub ahead: Vec<Vec<Vec<f64>>>,
    /// `trends[design][period]`: paired differences of the headline, each the mean of the half year up to the period.
    pub trends: Vec<Vec<Band>>,
    /// One per design.
    pub verdicts: Vec<Verdict>,
    /// A sentence; filled in by [`crate::findings`].
    pub recommendation: String,
    /// Things to watch out for, a sentence each; filled in by [`crate::findings`].
    pub warnings: Vec<String>,
    /// Whether the replicates are enough, in a sentence; filled in by [`crate::findings`].
    pub adequacy: String,
    /// `flows[design]`: tiers of all ladders.
    pub flows: Vec<Vec<TierFlow>>,
    /// Dated patches, for annotations.
    pub interventions: Vec<(Date, String)>,
    /// Histories given with the scenario.
    pub dots: Vec<Dots>,
    /// The register.
    pub assumptions: Vec<Assumption>,
    /// Which of them the headline depends on most, where they were screened.
    pub screening: Option<screening::Screening>,
    /// The regret of each design in the worlds that the scenario names, where it names any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worlds: Option<regret::Regret>,
}

impl Summary {
    /// As JSON, from which [`Summary::read`] makes the same again.
    pub fn json(&self) -> Vec<u8> {
        // Numbers, texts and lists of them always have a JSON form.
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
    /// The summary that JSON holds; `None` where it is not one of this version.
    pub fn read(json: &[u8]) -> Option<Summary> {
        serde_json::from_slice(json).ok()
    }
    /// Index of a metric.
    pub fn metric(&self, name: &str) -> Option<usize> {
        self.metrics.iter().position(|m| m.name == name)
    }
    /// Bands of a metric under a design, one per period.
    pub fn band(&self, design: usize, metric: &str) -> Option<&[Band]> {
        self.metric(metric).map(|m| self.bands[design][m].as_slice())
    }
    /// The medians of the baseline and of a design, where percent say little: the baseline is so near zero that some design gains three
    /// times as much in at least one run of ten. It holds for all designs or for none.
    pub fn leap(&self, design: usize) -> Option<(f64, f64)> {
        let verdict = self.verdicts.get(design).filter(|verdict| verdict.gain.is_some())?;
        let leaps = self.verdicts.iter().any(|v| v.gain.is_some_and(|gain| gain.band.p90 >= LEAP));
        leaps.then(|| (self.verdicts[0].level.p50, verdict.level.p50))
    }
    /// A value of the headline.
    pub fn value(&self, x: f64) -> String {
        let unit = self.metrics.get(self.headline).map_or("", |metric| metric.unit.as_str());
        number::value(unit, &self.currency, x)
    }
    /// Bands of the paired differences of a metric, one per period.
    pub fn gain(&self, design: usize, metric: &str) -> Option<&[Band]> {
        self.metric(metric).map(|m| self.gains[design][m].as_slice())
    }
}
