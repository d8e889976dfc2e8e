//! The verdict on each design: level, gain, cost, and what is left when spending stops.
//!
//! Invariant: a gain is over paired runs; there is none if the baseline is zero and the share is undefined. A mean stands
//! beside a mean, and each has the interval of the mean beside the spread of single runs.

use super::bimodal::split;
use super::evidence::{Paired, tolerance};
use super::present_value;
use super::quantiles::mean;
use super::run_table::Table;
use super::{Band, Evidence, Gain, Hours, Interval, Ratio, Summary, Verdict};
use crate::engine::Coast;
use crate::error::Error;
use crate::metrics::{Better, names};
use crate::say;

/// One verdict for each design of a summary.
pub(super) fn verdicts(summary: &Summary, table: &Table) -> Vec<Verdict> {
    let (headline, better) = (summary.headline, summary.better());
    let base = table.lately(0, headline);
    let scale = mean_of_defined(&base);
    let budget = table.experiment.scenario.budget();
    let (worth, discount) = (budget.worth, budget.discount);
    let net = |design: usize| present_value::net(table, design, headline, worth, discount);
    let verdict = |design: usize| {
        let mine = table.lately(design, headline);
        let beyond = || net(design).iter().zip(net(0)).map(|(mine, base)| mine - base).collect::<Vec<f64>>();
        let end = |metric: &str| table.at_end(design, metric);
        let (paid, owed) = (end(names::MONEY_PAID), end(names::POINTS_OWED));
        let paired = Paired::of(&base, &mine, better);
        // If the baseline is zero, a share is undefined, unless the design has the same values; without pairs, nothing is known.
        let compared = design > 0 && paired.tally.runs() > 0;
        let gain = (compared && (scale != 0.0 || paired.coincides())).then(|| gain(&base, &mine, better));
        let issued = end(names::POINTS_ISSUED);
        // Without spending, nothing stops.
        let coasts = if paid > 0.0 { coasts(table, design) } else { Vec::new() };
        Verdict {
            level: Band::of(&mine),
            split: split(&mine),
            beside: summary.beside.iter().map(|&metric| Band::of(&table.lately(design, metric))).collect(),
            gain,
            cost: paid + owed,
            owed,
            paid_from: paid_from(table, design),
            hours: Hours { staff: end(names::STAFF_HOURS), review: end(names::REVIEW_HOURS) },
            cost_per_extra: if compared { cost_per_extra(table, design, headline, better) } else { None },
            net: (worth > 0.0).then(|| Band::of(&net(design))),
            net_extra: (worth > 0.0 && design > 0).then(|| Band::of(&beyond())),
            coast: left(table, &coasts),
            gain_kept: if compared && !coasts.is_empty() { gain_kept(table, design, &coasts) } else { None },
            coasting: coasting(&coasts),
            farmed_points: (issued > 0.0).then(|| end(names::POINTS_FARMED) / issued),
            burnout: end(names::BURNOUT_EXITS),
            unpaid: end(names::UNPAID),
        }
    };
    (0..summary.designs.len()).map(verdict).collect()
}

fn mean_of_defined(values: &[f64]) -> f64 {
    mean(&values.iter().copied().filter(|x| !x.is_nan()).collect::<Vec<_>>())
}

/// The paired gain, as shares of the mean of the baseline.
fn gain(base: &[f64], mine: &[f64], better: Better) -> Gain {
    let paired = Paired::of(base, mine, better);
    let scale = mean_of_defined(base).abs();
    let share = if scale > 0.0 { 1.0 / scale } else { 0.0 };
    // A single run can lose more than the mean baseline; a loss is limited to 100 %.
    let shares: Vec<f64> = base.iter().zip(mine).map(|(b, m)| ((m - b) * share).max(-1.0)).collect();
    Gain {
        band: Band { mean: paired.mean * share, ..Band::of(&shares) },
        interval: if share > 0.0 { paired.interval.times(share) } else { Interval { low: 0.0, high: 0.0 } },
        tally: paired.tally,
        evidence: paired.evidence,
        coincides: paired.coincides(),
    }
}

/// The pools that paid under a design, with what they paid.
fn paid_from(table: &Table, design: usize) -> Vec<(String, f64)> {
    let of = |name: &str| name.strip_prefix(names::PAID).and_then(|rest| rest.strip_prefix(':')).map(str::to_owned);
    let pools = table.experiment.metrics.iter().filter_map(|metric| Some((of(&metric.name)?, &metric.name)));
    pools.map(|(pool, name)| (pool, table.at_end(design, name))).filter(|(_, paid)| *paid > 0.0).collect()
}

/// What a design costs in each run: paid, and owed for points.
fn costs(table: &Table, design: usize) -> Vec<f64> {
    let (paid, owed) = (table.ends(design, names::MONEY_PAID), table.ends(design, names::POINTS_OWED));
    paid.iter().zip(owed).map(|(paid, owed)| paid + owed).collect()
}

/// Extra money for each extra unit of the headline over the whole run.
fn cost_per_extra(table: &Table, design: usize, headline: usize, better: Better) -> Option<Ratio> {
    let minus = |mine: Vec<f64>, base: Vec<f64>| mine.iter().zip(base).map(|(m, b)| m - b).collect::<Vec<f64>>();
    let money = minus(costs(table, design), costs(table, 0));
    let (mine, base) = (table.over_months(design, headline), table.over_months(0, headline));
    let none = tolerance(&mine, &base);
    let extra: Vec<f64> = minus(mine, base).iter().map(|x| better.sign() * x).collect();
    let worse = Interval::of_mean(&extra).high < -none;
    (mean(&money) > 0.0 && !worse).then(|| Ratio::of(&money, &extra, none))
}

/// The coasts of a design.
fn coasts<'a>(table: &'a Table, design: usize) -> Vec<&'a Coast> {
    table.ensemble.runs[design].iter().filter_map(|t| t.coast.as_ref()).collect()
}

/// The mean of the last quarter of a coast, in which designs are compared.
fn lately(table: &Table, marks: &[f64]) -> f64 {
    mean(&marks[table.experiment.designs[0].model.late_marks().min(marks.len())..])
}

/// Activity after the spending stopped, as a share of that in the twins; `None` without a coast.
fn left(table: &Table, coasts: &[&Coast]) -> Option<Band> {
    let all = |of: fn(&Coast) -> &[f64]| coasts.iter().map(|c| lately(table, of(c))).sum::<f64>();
    let each: Vec<f64> = coasts.iter().map(|c| c.left).collect();
    let mean = Coast::share(all(|c| &c.stopped), all(|c| &c.going));
    (!coasts.is_empty()).then(|| Band { mean, ..Band::of(&each) })
}

/// The share of the gain that is left, against the baseline's twins at the same date; `None` if the design is not ahead
/// while it pays.
fn gain_kept(table: &Table, design: usize, own: &[&Coast]) -> Option<Ratio> {
    let base = coasts(table, 0);
    debug_assert!(design > 0 && base.len() == own.len());
    let of = |part: fn(&Coast) -> &[f64]| -> (Vec<f64>, f64) {
        let at = |coast: &&Coast| lately(table, part(coast));
        let (mine, base): (Vec<f64>, Vec<f64>) = (own.iter().map(at).collect(), base.iter().map(at).collect());
        let none = tolerance(&mine, &base);
        (mine.iter().zip(base).map(|(m, b)| m - b).collect(), none)
    };
    let ((after, _), (while_paying, none)) = (of(|c| &c.stopped), of(|c| &c.going));
    let better = table.experiment.metrics[table.experiment.headline].better;
    let gains: Vec<f64> = while_paying.iter().map(|x| better.sign() * x).collect();
    (Interval::of_mean(&gains).high > none).then(|| Ratio::of(&after, &while_paying, none))
}

/// Under which designs more activity is left: `[design][other]`. The same runs coast under all designs, so they are
/// paired.
pub(super) fn holds(table: &Table) -> Vec<Vec<Evidence>> {
    let left = |design: usize| coasts(table, design).iter().map(|c| c.left).collect::<Vec<f64>>();
    let all: Vec<Vec<f64>> = (0..table.experiment.designs.len()).map(left).collect();
    if all.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let against = |mine: &Vec<f64>| all.iter().map(|other| Paired::of(other, mine, Better::More).evidence).collect();
    all.iter().map(against).collect()
}

/// What is left at each mark of the coasts: one band per mark.
fn coasting(coasts: &[&Coast]) -> Vec<Band> {
    let at = |mark: usize| {
        let each: Vec<f64> = coasts.iter().map(|c| Coast::share(c.stopped[mark], c.going[mark])).collect();
        let all = |of: fn(&Coast) -> &[f64]| coasts.iter().map(|c| of(c)[mark]).sum::<f64>();
        Band { mean: Coast::share(all(|c| &c.stopped), all(|c| &c.going)), ..Band::of(&each) }
    };
    (0..coasts.first().map_or(0, |c| c.going.len())).map(at).collect()
}

/// Refuses identical replicates, since they give no information about chance; unless the scenario has no randomness.
///
/// # Errors
/// All replicates of the baseline are identical though the scenario has randomness.
pub(super) fn check_replicates_differ(table: &Table) -> Result<(), Error> {
    let runs = &table.ensemble.runs[0];
    let alike = runs.len() > 1 && runs.windows(2).all(|pair| pair[0].rows == pair[1].rows);
    if alike && table.experiment.is_random() {
        let scenario = table.experiment.scenario.root().name;
        let count = runs.len().to_string();
        return Err(Error::Experiment(say!("stats-replicates-alike", replicates = count, scenario = scenario)));
    }
    Ok(())
}
