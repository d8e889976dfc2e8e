//! The verdict on each design: level, gain, cost and coast.
//!
//! Invariant: a gain is over paired runs; there is none if the baseline is zero and the share is undefined.

use super::bimodal::split;
use super::present_value;
use super::quantiles::{better, known_to, mean, wins};
use super::run_table::Table;
use super::{Band, Gain, Summary, Verdict};
use crate::engine::Coast;
use crate::error::Error;
use crate::metrics::names;
use crate::say;

/// One verdict for each design of a summary.
pub(super) fn verdicts(summary: &Summary, table: &Table) -> Vec<Verdict> {
    let headline = summary.headline;
    let base = table.lately(0, headline);
    let scale = mean(&base);
    let kept_metric = match summary.metrics[headline].name.contains("contribut") {
        true => names::KEPT_CONTRIBUTORS,
        false => names::KEPT_PEOPLE,
    };
    let budget = table.experiment.scenario.budget();
    let (worth, discount) = (budget.worth, budget.discount);
    let net = |design: usize| present_value::net(table, design, headline, worth, discount);
    let verdict = |design: usize| {
        let mine = table.lately(design, headline);
        let beyond = || net(design).iter().zip(net(0)).map(|(mine, base)| mine - base).collect::<Vec<f64>>();
        let extra = mean(&mine) - scale;
        let cost = table.at_end(design, names::MONEY_PAID);
        let spent = cost - table.at_end(0, names::MONEY_PAID);
        // If the baseline is zero, a share is undefined, unless the design has the same values.
        let gain = (design > 0 && (scale != 0.0 || mine == base)).then(|| gain(&base, &mine, scale));
        let pays_off = gain.is_some_and(|g| g.band.p10 > 0.0) && spent > 0.0 && extra > 0.0;
        let keeps =
            summary.metric(kept_metric).map_or(0.0, |m| mean(&table.lately(design, m)) - mean(&table.lately(0, m)));
        let issued = table.at_end(design, names::POINTS_ISSUED);
        // Without spending, nothing stops.
        let coasts: Vec<&Coast> = match cost > 0.0 {
            true => table.ensemble.runs[design].iter().filter_map(|t| t.coast.as_ref()).collect(),
            false => Vec::new(),
        };
        Verdict {
            level: Band::of(&mine),
            split: split(&mine),
            beside: summary.beside.iter().map(|&metric| Band::of(&table.lately(design, metric))).collect(),
            gain,
            cost,
            cost_per_extra: pays_off.then(|| spent / extra),
            cost_per_kept: (pays_off && keeps > 0.0).then(|| spent / keeps),
            net: (worth > 0.0).then(|| Band::of(&net(design))),
            net_extra: (worth > 0.0 && design > 0).then(|| Band::of(&beyond())),
            coast: (!coasts.is_empty()).then(|| Band::of(&coasts.iter().map(|c| c.left).collect::<Vec<_>>())),
            coasting: coasting(&coasts),
            farmed_points: (issued > 0.0).then(|| table.at_end(design, names::POINTS_FARMED) / issued),
            burnout: table.at_end(design, names::BURNOUT_EXITS),
            unpaid: table.at_end(design, "unpaid"),
        }
    };
    (0..summary.designs.len()).map(verdict).collect()
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

/// The paired gain, as shares of `scale`, the mean of the baseline.
fn gain(base: &[f64], mine: &[f64], scale: f64) -> Gain {
    let differences: Vec<f64> = base.iter().zip(mine).map(|(b, m)| m - b).collect();
    let share = if scale.abs() > 0.0 { 1.0 / scale.abs() } else { 0.0 };
    // A single run can lose more than the mean baseline; a loss is limited to 100 %.
    let shares: Vec<f64> = differences.iter().map(|d| (d * share).max(-1.0)).collect();
    Gain {
        band: Band::of(&shares),
        known_to: if differences.len() < 2 { 0.0 } else { known_to(&differences) * share },
        better: better(wins(base, mine), base.len()),
        coincides: differences.iter().all(|d| *d == 0.0),
    }
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

#[cfg(test)]
mod tests {
    use super::super::quantiles::coverage::as_often;
    use super::*;
    use crate::world::maths::normal_quantile;
    use crate::world::stream::Stream;

    #[test]
    fn a_gain_is_known_as_well_as_is_said() {
        // The design doubles a luck that both share and adds two, plus luck of its own.
        for (replicates, skewed) in [(8_u64, false), (64, false), (64, true)] {
            let (mut held, tries) = (0, 1500);
            for at in 0..tries {
                let luck = Stream::seeded(31).at(replicates).at(at);
                let unit = |r: u64, what: u64| luck.at(r).at(what).unit().clamp(1e-12, 1.0 - 1e-12);
                let shaken = |u: f64| if skewed { -libm::log(1.0 - u) - 1.0 } else { normal_quantile(u) };
                let base: Vec<f64> = (0..replicates).map(|r| 20.0 + unit(r, 0) - 0.5).collect();
                let mine: Vec<f64> = (0..replicates).map(|r| base[r as usize] + 2.0 + shaken(unit(r, 1))).collect();
                let found = gain(&base, &mine, mean(&base));
                held += u32::from((found.band.mean - 0.1).abs() <= found.known_to);
            }
            as_often(held, tries as u32, 0.80);
        }
    }
}
