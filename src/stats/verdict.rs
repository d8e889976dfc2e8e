//! The verdict: levels, gains, costs, coast, warnings, and one sentence that claims no more than the intervals carry.

use super::bimodal::split;
use super::present_value;
use super::quantiles::{better, known_to, mean, wins};
use super::run_table::Table;
use super::{Band, Gain, Summary, Verdict};
use crate::engine::Coast;
use crate::error::Error;
use crate::words::number::{self, GLUE, many};

/// Runs beyond which nobody would go.
const MOST: f64 = 10_000.0;
/// Half width to which a gain should be known before runs are called enough, as a share of the baseline.
const ENOUGH: f64 = 0.05;
/// Fewer paired runs than this say nothing about eight in ten.
const FEW: usize = 8;

/// Fills in verdicts, recommendation, warnings and adequacy.
pub(super) fn judge(summary: &mut Summary, table: &Table) -> Result<(), Error> {
    random(summary, table)?;
    let headline = summary.headline;
    let base = table.lately(0, headline);
    let scale = mean(&base);
    let kept = match summary.metrics[headline].name.contains("contribut") {
        true => "kept-contributors",
        false => "kept-people",
    };
    let budget = table.experiment.scenario.settings("budget");
    let (worth, discount) = (budget.number("worth"), budget.number("discount"));
    let net = |design: usize| present_value::net(table, design, headline, worth, discount);
    for design in 0..summary.designs.len() {
        let mine = table.lately(design, headline);
        let beyond = || net(design).iter().zip(net(0)).map(|(mine, base)| mine - base).collect::<Vec<f64>>();
        let extra = mean(&mine) - scale;
        let cost = table.at_end(design, "money-paid");
        let spent = cost - table.at_end(0, "money-paid");
        // Beside nothing there is no share to tell, unless there is nothing on both sides.
        let gain = (design > 0 && (scale != 0.0 || mine == base)).then(|| gain(&base, &mine, scale));
        let worth_saying = gain.is_some_and(|g| g.band.p10 > 0.0) && spent > 0.0 && extra > 0.0;
        let keeps = summary.metric(kept).map_or(0.0, |m| mean(&table.lately(design, m)) - mean(&table.lately(0, m)));
        let issued = table.at_end(design, "points-issued");
        // Where nothing is paid for, nothing stops.
        let coasts: Vec<&Coast> = match cost > 0.0 {
            true => table.ensemble.runs[design].iter().filter_map(|t| t.coast.as_ref()).collect(),
            false => Vec::new(),
        };
        summary.verdicts.push(Verdict {
            level: Band::of(&mine),
            split: split(&mine),
            beside: summary.beside.iter().map(|&metric| Band::of(&table.lately(design, metric))).collect(),
            gain,
            cost,
            cost_per_extra: worth_saying.then(|| spent / extra),
            cost_per_kept: (worth_saying && keeps > 0.0).then(|| spent / keeps),
            net: (worth > 0.0).then(|| Band::of(&net(design))),
            net_extra: (worth > 0.0 && design > 0).then(|| Band::of(&beyond())),
            coast: (!coasts.is_empty()).then(|| Band::of(&coasts.iter().map(|c| c.left).collect::<Vec<_>>())),
            coasting: coasting(&coasts),
            farmed_points: (issued > 0.0).then(|| table.at_end(design, "points-farmed") / issued),
            burnout: table.at_end(design, "burnout-exits"),
            unpaid: table.at_end(design, "unpaid"),
        });
    }
    summary.recommendation = recommendation(summary, table);
    summary.warnings = warnings(summary);
    let until = table.experiment.scenario.settings("").number("replicates_until");
    summary.adequacy = adequacy(summary, until);
    Ok(())
}

/// What is left at each mark of some coasts.
fn coasting(coasts: &[&Coast]) -> Vec<Band> {
    let at = |mark: usize| {
        let each: Vec<f64> = coasts.iter().map(|c| Coast::share(c.stopped[mark], c.going[mark])).collect();
        let all = |of: fn(&Coast) -> &[f64]| coasts.iter().map(|c| of(c)[mark]).sum::<f64>();
        Band { mean: Coast::share(all(|c| &c.stopped), all(|c| &c.going)), ..Band::of(&each) }
    };
    (0..coasts.first().map_or(0, |c| c.going.len())).map(at).collect()
}

fn gain(base: &[f64], mine: &[f64], scale: f64) -> Gain {
    let differences: Vec<f64> = base.iter().zip(mine).map(|(b, m)| m - b).collect();
    let share = if scale.abs() > 0.0 { 1.0 / scale.abs() } else { 0.0 };
    // A run can lose more than the mean run has: nothing below nothing.
    let shares: Vec<f64> = differences.iter().map(|d| (d * share).max(-1.0)).collect();
    Gain {
        band: Band::of(&shares),
        known_to: if differences.len() < 2 { 0.0 } else { known_to(&differences) * share },
        better: better(wins(base, mine), base.len()),
        coincides: differences.iter().all(|d| *d == 0.0),
    }
}

/// Replicates that are all alike say nothing about luck: an error, unless nothing in the scenario is random.
fn random(summary: &Summary, table: &Table) -> Result<(), Error> {
    let runs = &table.ensemble.runs[0];
    let alike = runs.len() > 1 && runs.windows(2).all(|pair| pair[0].rows == pair[1].rows);
    if alike && table.experiment.is_random() {
        return Err(Error::Experiment(format!(
            "all {} replicates of {} are alike, though the scenario has chance in it: nothing ever happens to anybody; \
             check rates, members at the start and the horizon",
            runs.len(),
            summary.scenario
        )));
    }
    Ok(())
}

/// A value of the headline, with a blank that programs can search for.
fn told(summary: &Summary, x: f64) -> String {
    summary.value(x).replace(GLUE, " ")
}

/// As charts write it, with a blank that programs can search for.
fn percent(x: f64) -> String {
    number::percent(x).replace(GLUE, " ")
}

/// What the designs are compared on, inside a sentence: "contributors", "deeds (answer)", "partners’ revenue".
fn subject(summary: &Summary) -> String {
    let metric = &summary.metrics[summary.headline];
    if metric.name == "active-contributors" {
        return "contributors".to_owned();
    }
    metric.spoken().trim_end_matches(" a month").to_owned()
}

fn recommendation(summary: &Summary, table: &Table) -> String {
    let on = subject(summary);
    let says = |d: usize| summary.designs[d].says.as_str();
    let gain = |d: usize| summary.verdicts[d].gain;
    let baseline = says(0).to_lowercase();
    let mut order: Vec<usize> = (1..summary.designs.len()).collect();
    let Some(&only) = order.first() else {
        return format!(
            "There is one design, so there is nothing to compare: add a treatment or --with to see what a rule does to {on}."
        );
    };
    if summary.replicates < FEW {
        return format!(
            "{} {} too few to compare designs on {on}: take {FEW} at least.",
            many(summary.replicates, "paired run"),
            if summary.replicates == 1 { "is" } else { "are" }
        );
    }
    order.retain(|d| !gain(*d).is_some_and(|g| g.coincides));
    if order.is_empty() {
        let all = if summary.designs.len() > 2 { "All designs".to_owned() } else { says(only).to_owned() };
        return format!("{all} and {baseline} coincide: nothing about {on} changes.");
    }
    if summary.verdicts[0].level.mean == 0.0 {
        let most = order
            .iter()
            .copied()
            .max_by(|a, b| summary.verdicts[*a].level.mean.total_cmp(&summary.verdicts[*b].level.mean).then(b.cmp(a)));
        let most = most.unwrap_or(only);
        return format!(
            "{} has no {on}, so a gain in percent has no sense; {} reaches {}.",
            says(0),
            says(most),
            told(summary, summary.verdicts[most].level.p50)
        );
    }
    order.sort_by(|a, b| {
        let at = |d: usize| gain(d).map_or(0.0, |g| g.band.mean);
        at(*b).total_cmp(&at(*a)).then(a.cmp(b))
    });
    let best = order[0];
    let Some(lead) = gain(best) else { return String::new() };
    if lead.band.p90 < 0.0 {
        return format!(
            "No design helps: {} does least harm and still loses {} of {on} against {baseline}.",
            says(best),
            percent(-lead.band.p50)
        );
    }
    if lead.band.spans_zero() {
        return format!(
            "No design can be told apart from {baseline} on {on}: the best, {}, is {}.",
            says(best),
            likely(lead.better)
        );
    }
    let level = &summary.verdicts[best].level;
    let first = match summary.leap(best) {
        Some((from, _)) if summary.verdicts[best].split.is_some() => {
            let split = summary.verdicts[best].split.unwrap_or(super::Split { low: 0.0, high: 0.0, runs: 0 });
            let n = summary.replicates;
            format!(
                "{} raises {on} from {} to about {} in {} of {n} runs, and to about {} in the other {}",
                says(best),
                told(summary, from),
                told(summary, split.high),
                split.runs,
                told(summary, split.low),
                n - split.runs
            )
        }
        Some((from, to)) => format!(
            "{} raises {on} from {} to {} ({} to {} in eight of ten runs)",
            says(best),
            told(summary, from),
            told(summary, to),
            told(summary, level.p10),
            told(summary, level.p90)
        ),
        None => format!(
            "{} raises {on} by {} to {} in eight of ten runs",
            says(best),
            percent(lead.band.p10),
            percent(lead.band.p90)
        ),
    };
    let Some(&second) = order.get(1) else { return format!("{first}, against {baseline}.") };
    let headline = summary.headline;
    let (a, b) = (table.lately(best, headline), table.lately(second, headline));
    if a == b {
        return format!("{first}; {} coincides with it{}.", says(second), tie_break(summary, best, second));
    }
    let apart = Band::of(&a.iter().zip(&b).map(|(a, b)| a - b).collect::<Vec<_>>());
    let ahead = better(wins(&b, &a), a.len());
    if !apart.spans_zero() {
        return format!("{first} and is {} of {}.", likely(ahead), says(second));
    }
    format!(
        "{first}; it cannot be told apart from {} on {on} ({}){}.",
        says(second),
        likely(ahead),
        tie_break(summary, best, second)
    )
}

/// What else tells two designs apart that are alike on the headline.
fn tie_break(summary: &Summary, a: usize, b: usize) -> String {
    let (x, y) = (&summary.verdicts[a], &summary.verdicts[b]);
    let says = |d: usize| summary.designs[d].says.clone();
    let (dear, cheap, cheaper) = if x.cost >= y.cost { (x, y, b) } else { (y, x, a) };
    let mut words = Vec::new();
    if dear.cost > 0.0 && cheap.cost < 0.8 * dear.cost {
        let share = cheap.cost / dear.cost;
        words.push(if share < 0.05 {
            format!("{} costs next to nothing beside the other", says(cheaper))
        } else {
            format!("{} costs {} of the other", says(cheaper), percent(share))
        });
    }
    if let (Some(p), Some(q)) = (x.coast, y.coast)
        && (p.p50 - q.p50).abs() > 0.03
        && (p.p25 > q.p75 || q.p25 > p.p75)
    {
        words.push(format!("{} holds better when funding stops", says(if p.p50 > q.p50 { a } else { b })));
    }
    if words.is_empty() { String::new() } else { format!("; {}", words.join(" and ")) }
}

fn likely(p: f64) -> String {
    format!("{} likely to be ahead", number::chance(p).replace(GLUE, " "))
}

fn warnings(summary: &Summary) -> Vec<String> {
    let mut list = Vec::new();
    for (design, verdict) in summary.designs.iter().zip(&summary.verdicts) {
        let says = &design.says;
        if let Some(share) = verdict.farmed_points.filter(|s| *s >= 0.05) {
            list.push(format!("with {says}, {} of all points go to deeds that game the rules", percent(share)));
        }
        if verdict.unpaid >= 1.0 {
            let times = match verdict.unpaid.round() as usize {
                1 => "once".to_owned(),
                n => many(n, "time"),
            };
            list.push(format!("with {says}, an empty pool breaks its word {times} a run"));
        }
    }
    let worst = summary.designs.iter().zip(&summary.verdicts).max_by(|a, b| a.1.burnout.total_cmp(&b.1.burnout));
    if let Some((design, verdict)) = worst.filter(|(_, v)| v.burnout >= 0.5) {
        list.push(format!("with {}, {:.1} reviewers a run leave because of overload", design.says, verdict.burnout));
    }
    for (design, verdict) in summary.designs.iter().zip(&summary.verdicts) {
        if let Some(split) = verdict.split {
            let n = summary.replicates;
            list.push(format!(
                "{} has two outcomes: about {} in {} of {n} runs and about {} in {}, and no middle describes them",
                design.says,
                told(summary, split.high),
                split.runs,
                told(summary, split.low),
                n - split.runs
            ));
        }
    }
    for (k, design) in summary.designs.iter().enumerate().skip(1) {
        if summary.verdicts[k].gain.is_some_and(|g| g.coincides) {
            list.push(format!(
                "{} and {} coincide: the curves lie on each other",
                design.says, summary.designs[0].says
            ));
        }
    }
    let bias = match summary.tick.as_str() {
        "1 month" => Some("F(5) of a Bass curve by 0.7 points"),
        "1 quarter" => Some("F(5) of a Bass curve by 2 points"),
        "1 year" => Some("F(5) of a Bass curve by 7 points"),
        _ => None,
    };
    if let Some(bias) = bias {
        list.push(format!("a tick of {} biases diffusion ({bias}); a week does not", summary.tick));
    }
    list.extend(guesses(summary));
    list
}

/// How many of all assumptions are guesses.
pub(super) fn guesses(summary: &Summary) -> Option<String> {
    let guesses = summary.assumptions.iter().filter(|a| a.standing == "guess").count();
    (guesses > 0).then(|| format!("{guesses} of the {} assumptions in force are guesses", summary.assumptions.len()))
}

/// Whether the runs are enough; `until`: to which share of the baseline the gain was to be known, where the scenario says it.
fn adequacy(summary: &Summary, until: f64) -> String {
    let n = summary.replicates;
    let runs = many(n, "run");
    if summary.designs.len() == 1 {
        return format!("{runs} of one design.");
    }
    if n < FEW {
        let say = if n == 1 { "says" } else { "say" };
        return format!("{runs} {say} little about chance: take 16 at least (--replicates 16).");
    }
    let gains = summary.verdicts.iter().filter_map(|v| v.gain).filter(|gain| !gain.coincides);
    let Some(widest) = gains.map(|gain| gain.known_to).reduce(f64::max) else {
        return format!("{runs} of each design, and no gain in percent to be known.");
    };
    let leaps = (1..summary.designs.len()).any(|design| summary.leap(design).is_some());
    if leaps && until <= 0.0 {
        // Beside next to nothing a share says little: what is known is told in the unit of the headline.
        let to = told(summary, widest * summary.verdicts[0].level.mean.abs());
        return format!("{runs} know the mean gain of every design to ±{to}.");
    }
    let points = widest * 100.0;
    if until > 0.0 {
        let (known, asked) = (one_digit(points), one_digit(until * 100.0));
        return if widest <= until {
            format!("{runs} were needed to know the gain to ±{asked} points, as asked.")
        } else {
            format!(
                "{runs}, the most allowed, know the gain to ±{known} points and not to ±{asked}: raise replicates_most."
            )
        };
    }
    if widest <= ENOUGH {
        return format!("{runs} are enough: the gain is known to ±{} points.", one_digit(points));
    }
    let wanted = (n as f64 * (widest / ENOUGH) * (widest / ENOUGH) / 8.0).ceil() * 8.0;
    if wanted > MOST {
        return format!("{runs} know the gain to ±{} points only, beside a baseline near nothing.", one_digit(points));
    }
    format!(
        "{runs} know the gain to ±{} points only; about {wanted:.0} would know it to ±{:.0} (--replicates {wanted:.0}).",
        if one_digit(points) == one_digit(ENOUGH * 100.0) { format!("{points:.1}") } else { one_digit(points) },
        ENOUGH * 100.0
    )
}

fn one_digit(x: f64) -> String {
    if x >= 1.0 { format!("{x:.0}") } else { format!("{x:.1}") }
}

#[cfg(test)]
mod tests {
    use super::super::quantiles::coverage::as_often;
    use super::*;
    use crate::world::maths::normal_quantile;
    use crate::world::stream::Stream;

    #[test]
    fn a_gain_is_known_as_well_as_is_said() {
        // The design doubles a luck that both share and adds two; beside the luck of its own.
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
