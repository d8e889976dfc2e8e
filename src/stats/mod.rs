//! Statistics of an ensemble: bands, paired differences and verdicts, as numbers and enums.
//!
//! All higher floors (sentences, charts, pages, tables, the terminal) read these and compute nothing themselves.
//! [`crate::findings`] composes the sentences; fields of a struct here that hold a sentence are slots which that floor
//! fills in. Invariant: designs are in the order of the scenario, the baseline first; quantiles are over replicates.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::metrics::Better;
use crate::words::number;

mod adequacy;
mod band;
mod bimodal;
mod birth_facts;
pub mod cohorts;
pub mod evidence;
pub mod facts;
pub mod flips;
pub mod front;
mod history;
pub mod lever_map;
mod metric_name;
pub mod plausible;
pub mod present_value;
pub mod prim;
mod quantiles;
pub mod ratio;
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
pub use band::Band;
pub(crate) use band::is_zero;
pub use bimodal::{Split, split};
pub use evidence::{Evidence, Interval, Paired, TOLERANCE, Tally};
pub use history::{histories, history_notes};
pub use metric_name::{MetricName, Span};
pub use quantiles::{better, mean, quantile, stretch};
pub use ratio::Ratio;
pub use recommendation::{Mean, Next, Raise, Recommendation, TieBreak};
pub use run_table::compared_values;
pub use summarise::{Judgement, gain_intervals, is_in_force, standing_of, summarise};
pub(crate) use warnings::guesses;
pub use warnings::{Guesses, Warning};

/// The gain, as a share of the baseline, from which two levels are shown instead of percent.
const LEAP: f64 = 3.0;
/// Smallest number of paired runs for an 80 % interval.
const FEW: usize = 8;

/// Numbers in JSON, where `null` is a value that is not a number.
fn read_numbers<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Vec<Vec<f64>>>, D::Error> {
    let read: Vec<Vec<Vec<Option<f64>>>> = Deserialize::deserialize(from)?;
    let numbers = |row: Vec<Option<f64>>| row.into_iter().map(|x| x.unwrap_or(f64::NAN)).collect();
    Ok(read.into_iter().map(|design| design.into_iter().map(numbers).collect()).collect())
}

/// The names of a design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    /// Its name in the scenario; "baseline" for the empty patch.
    pub name: String,
    /// Its name in charts and verdicts.
    pub says: String,
}

/// The effect of a design on the headline metric.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Headline, mean over the last half year; quantiles over replicates.
    pub level: Band,
    /// The same for the metrics beside the headline, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Band>,
    /// The two clusters of its runs; `None` if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<Split>,
    /// Paired gain over the baseline, as a share of the baseline's mean; `None` for the baseline, and if the baseline
    /// is zero.
    pub gain: Option<Gain>,
    /// Money that the design costs until the horizon: paid, and owed for points; mean over replicates.
    pub cost: f64,
    /// Part of it: what unspent points would cost in the shop.
    #[serde(default)]
    pub owed: f64,
    /// The pools that paid, and how much; mean over replicates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paid_from: Vec<(String, f64)>,
    /// Hours that paid staff and reviewers worked until the horizon; mean over replicates.
    #[serde(default)]
    pub hours: Hours,
    /// Money beyond that of the baseline, for each extra unit of the headline over the whole run: for a month of it,
    /// or once if the headline is a running total. `None` for the baseline, if no more is spent than there, and if the
    /// design is worse.
    pub cost_per_extra: Option<Ratio>,
    /// Net present value of the design: the headline's worth minus the money paid; `None` if the budget gives no worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net: Option<Band>,
    /// Paired differences of the net present value from the baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net_extra: Option<Band>,
    /// Activity a year after all spending stopped, over activity in the paired continuation with spending. The mean is
    /// the activity of all runs together over that of all their pairs.
    pub coast: Option<Band>,
    /// Share of the gain that is left then: the gain over the stopped baseline after the spending stopped, divided by
    /// the gain over the continued baseline at the same date while it goes on. So what money did not buy is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gain_kept: Option<Ratio>,
    /// The same at each of the summary's [`coast_days`](Summary::coast_days): quantiles over runs. The mean is the
    /// activity of all runs together over that of all their pairs, which is robust to single runs with few people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coasting: Vec<Band>,
    /// Share of all points that go to accounts that game the rules.
    pub farmed_points: Option<f64>,
    /// People who left or stopped contributing because of overload; mean over replicates.
    pub burnout: f64,
    /// Promises that an empty pool broke; mean over replicates.
    pub unpaid: f64,
}

/// A paired difference, as a share of the baseline's mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Gain {
    /// Quantiles of the paired differences of single runs; the mean is that of all runs.
    pub band: Band,
    /// The 80 % interval of the *mean* difference: the doubt about the mean, not the spread of single runs.
    pub interval: Interval,
    /// In how many pairs the design leads.
    pub tally: Tally,
    /// What follows from the interval.
    pub evidence: Evidence,
    /// Whether every run equals its paired baseline run, up to the tolerance.
    pub coincides: bool,
}

impl Gain {
    /// Half width of the interval of the mean.
    pub fn known_to(&self) -> f64 {
        self.interval.half_width()
    }
}

/// Hours of people whose time is paid or given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hours {
    /// Of paid staff: their deeds, and complaints.
    pub staff: f64,
    /// Of reviewers.
    pub review: f64,
}

/// One tier of a ladder of people or a path of organisations, under one design; counts are means over replicates, from
/// the day on which the tier begins to the horizon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TierFlow {
    pub ladder: String,
    pub tier: String,
    pub title: String,
    /// The day on which the ladder begins.
    pub since: Date,
    /// Index of the tier below in the same ladder's list; `None`: the open community.
    pub from: Option<usize>,
    pub seats: Option<u64>,
    /// Number of organisations that may climb it; `None` for people.
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
    /// Their source.
    pub source: String,
    /// Date and value.
    pub points: Vec<(Date, f64)>,
    /// How its months compare with those of a run.
    #[serde(default)]
    pub months: Months,
}

/// How the values of a history compare with those of a run, whose months have 30.4 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Months {
    /// They are states on a day.
    #[default]
    States,
    /// They count what happened in calendar months, and were scaled to 30.4 days.
    Scaled,
    /// They count the people who did something in a calendar month of 28 to 31 days, which cannot be scaled.
    Calendar,
}

/// One assumption that the result depends on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumption {
    /// TOML path.
    pub path: String,
    /// Its sentence.
    pub says: String,
    /// The value in force, in the syntax of a scenario.
    pub value: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// The citation or target; the scenario's own comment if it sets the value.
    pub source: String,
}

/// All results of an experiment that are shown.
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
/// let read = Summary::read(&summary.json()).map(|read| read.json());
/// assert_eq!(read, Some(summary.json()), "a stored summary reads back");
/// # Ok::<(), zaoshi::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Kebab-case name of the scenario.
    pub scenario: String,
    /// The name of the scenario in charts.
    pub title: String,
    /// The question it answers.
    pub question: String,
    /// ISO currency code.
    pub currency: String,
    /// Number of all people whom the product could ever reach.
    pub people: u64,
    /// Length of a tick: "1 week".
    pub tick: String,
    /// Length of the comparison: "3 years".
    pub horizon: String,
    /// Number of paired runs per design.
    pub replicates: usize,
    /// Number of replicates with a coast.
    pub coast_replicates: usize,
    /// Days after the horizon at which coasts are measured; designs are compared at the last of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coast_days: Vec<f64>,
    /// Seed of the experiment.
    pub seed: u64,
    /// Ends of the periods: one per row of a trajectory.
    pub dates: Vec<Date>,
    /// All designs, the baseline first.
    pub designs: Vec<Design>,
    /// All metrics, in the order of the registry.
    pub metrics: Vec<MetricName>,
    /// Index into `metrics`.
    pub headline: usize,
    /// The metric that the scenario names, if paid staff are part of it: the headline is then the part without them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_staff: Option<usize>,
    /// Indices of the metrics that the verdict shows beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<usize>,
    /// `compared[design][metric]`: what verdicts compare, the mean of the last half year (a running total: the last value).
    pub compared: Vec<Vec<Band>>,
    /// `bands[design][metric][period]`.
    pub bands: Vec<Vec<Vec<Band>>>,
    /// `gains[design][metric][period]`: paired differences from the baseline, in the metric's unit.
    pub gains: Vec<Vec<Vec<Band>>>,
    /// `ahead[design][metric][period]`: share of replicates above the paired baseline run, ties as halves, among the pairs in which
    /// both have a value; NaN if there is none.
    #[serde(deserialize_with = "read_numbers")]
    pub ahead: Vec<Vec<Vec<f64>>>,
    /// `trends[design][period]`: paired differences of the headline, each the mean of the half year up to the period.
    pub trends: Vec<Vec<Band>>,
    /// `doubts[design][period]`: the 80 % interval of the mean of each.
    #[serde(default)]
    pub doubts: Vec<Vec<Interval>>,
    /// `holds[design][other]`: whether more activity is left under the design than under the other when spending stops,
    /// by the interval of the mean paired difference; empty without coasts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<Vec<Evidence>>,
    /// `verdicts[design]`.
    pub verdicts: Vec<Verdict>,
    /// A sentence; filled in by [`crate::findings`].
    pub recommendation: String,
    /// Things to watch out for, a sentence each; filled in by [`crate::findings`].
    pub warnings: Vec<String>,
    /// What happened in the runs and lies outside of what is known, a sentence each; filled in by [`crate::findings`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub odd: Vec<String>,
    /// Designs that are the baseline under another name: what they set is so already, or has no effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<usize>,
    /// Whether there are enough replicates, in a sentence; filled in by [`crate::findings`].
    pub adequacy: String,
    /// `flows[design][tier]`: tiers of all ladders and paths.
    pub flows: Vec<Vec<TierFlow>>,
    /// Dated changes of the scenario, for annotations.
    pub interventions: Vec<(Date, String)>,
    /// Histories of the scenario.
    pub dots: Vec<Dots>,
    /// The register of assumptions.
    pub assumptions: Vec<Assumption>,
    /// The assumptions with the largest effect on the headline, if they were screened.
    pub screening: Option<screening::Screening>,
    /// The regret of each design in the worlds of the scenario, if it has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worlds: Option<regret::Regret>,
}

impl Summary {
    /// The summary as JSON, which [`Summary::read`] reads back.
    pub fn json(&self) -> Vec<u8> {
        // Numbers, texts and lists of them always have a JSON form.
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
    /// Reads a summary from JSON; `None` if it is not one of this version.
    pub fn read(json: &[u8]) -> Option<Summary> {
        serde_json::from_slice(json).ok()
    }
    /// Index of a metric.
    pub fn metric(&self, name: &str) -> Option<usize> {
        self.metrics.iter().position(|m| m.name == name)
    }
    /// Bands of a metric under a design: `[period]`.
    pub fn band(&self, design: usize, metric: &str) -> Option<&[Band]> {
        self.metric(metric).map(|m| self.bands[design][m].as_slice())
    }
    /// The means of the baseline and of a design, if percentages say little: the baseline is so near zero that some
    /// design gains three times as much in at least one run of ten. It holds for all designs or for none.
    pub fn leap(&self, design: usize) -> Option<(f64, f64)> {
        let verdict = self.verdicts.get(design).filter(|verdict| verdict.gain.is_some())?;
        let leaps = self.verdicts.iter().any(|v| v.gain.is_some_and(|gain| gain.band.p90 >= LEAP));
        leaps.then(|| (self.verdicts[0].level.mean, verdict.level.mean))
    }
    /// Which way the headline should move.
    pub fn better(&self) -> Better {
        self.metrics.get(self.headline).map_or(Better::More, |metric| metric.better)
    }
    /// Whether every design is the baseline under another name.
    pub fn is_one_design(&self) -> bool {
        !self.same.is_empty() && self.same.len() + 1 == self.designs.len()
    }
    /// A value of the headline, formatted.
    pub fn value(&self, x: f64) -> String {
        let unit = self.metrics.get(self.headline).map_or("", |metric| metric.unit.as_str());
        number::value(unit, &self.currency, x)
    }
    /// Bands of the paired differences of a metric: `[period]`.
    pub fn gain(&self, design: usize, metric: &str) -> Option<&[Band]> {
        self.metric(metric).map(|m| self.gains[design][m].as_slice())
    }
}
