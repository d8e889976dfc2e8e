//! Findings: the sentences over the charts, computed from the numbers.
//!
//! Always: a design is said to help, or to hurt, only where its 80 % interval and its chance of being better both carry it;
//! otherwise the sentence says that they do not. One run says nothing about chance.

use super::colour;
use crate::stats::{Gain, MetricName, Summary};
use crate::words::number::{self, chance, signed};

/// What the interval of a gain carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// Better than the baseline.
    Better,
    /// Worse than the baseline.
    Worse,
    /// The same curve.
    Same,
    /// Nothing that may be said aloud.
    Unclear,
}

/// The gain of a design, where it is a number.
pub fn gain(summary: &Summary, design: usize) -> Option<Gain> {
    summary.verdicts.get(design).and_then(|v| v.gain)
}

/// What may be said of a design against the baseline.
pub fn carries(summary: &Summary, design: usize) -> Carries {
    match gain(summary, design) {
        Some(g) if g.coincides => Carries::Same,
        Some(g) if summary.replicates > 1 && g.band.p10 > 0.0 && g.better >= 0.9 => Carries::Better,
        Some(g) if summary.replicates > 1 && g.band.p90 < 0.0 && g.better <= 0.1 => Carries::Worse,
        _ => Carries::Unclear,
    }
}

/// The name of a design, short enough for a sentence.
pub fn name(summary: &Summary, design: usize) -> String {
    let says = summary.designs.get(design).map_or("", |d| d.says.as_str());
    if says.chars().count() <= 32 {
        return says.to_owned();
    }
    let start: String = says.chars().take(31).collect();
    // Cut at a word where there is one.
    let start = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{start}…")
}

/// That not all designs are shown, and which: the end of a subtitle.
pub fn of_designs(summary: &Summary, shown: &[usize]) -> String {
    let (some, all) = (shown.len(), summary.designs.len());
    if some < all { format!("; {some} of {all} designs: the baseline and those that gain most") } else { String::new() }
}

/// "two outcomes: about 15 in 40 of 64 runs, about 0 in the others", where the runs of a design fall in two clusters.
pub fn two_outcomes(summary: &Summary, design: usize) -> Option<String> {
    let split = summary.verdicts.get(design)?.split?;
    let (few, many) = (summary.replicates - split.runs, split.runs);
    Some(format!(
        "two outcomes: about {} in {many} of {} runs, about {} in {few}",
        summary.value(split.high),
        summary.replicates,
        summary.value(split.low)
    ))
}

/// The headline metric inside a sentence.
pub fn metric(summary: &Summary) -> String {
    summary.metrics.get(summary.headline).map_or(String::new(), MetricName::spoken)
}

/// A gain in few letters: `+18 %`, or `1 → 16` where percent of next to nothing would say little.
pub fn gained(summary: &Summary, design: usize, gain: &Gain) -> String {
    match summary.leap(design) {
        Some((from, to)) => format!("{} → {}", summary.value(from), summary.value(to)),
        None => signed(gain.band.p50, number::percent),
    }
}

/// `8 in 10 runs` between the two ends of a gain.
pub fn interval(gain: &Gain) -> String {
    number::range(&signed(gain.band.p10, number::percent), &signed(gain.band.p90, number::percent))
}

/// What the fan of the headline shows at its end.
pub fn of_level(summary: &Summary, at_end: impl Fn(usize) -> String, when: &str) -> String {
    // "¥ 131 million of partners’ surplus", but "28 active contributors".
    let money = summary.metrics.get(summary.headline).is_some_and(|m| m.unit == "money");
    let metric = if money { format!("of {}", metric(summary)) } else { metric(summary) };
    let base = name(summary, 0);
    let Some(best) = colour::leader(summary) else {
        return format!("{base} ends at {} {metric} in {when}", at_end(0));
    };
    let (ours, theirs, design) = (at_end(best), at_end(0), name(summary, best));
    if summary.replicates < 2 {
        return format!(
            "In the only run, {design} ends at {ours} {metric} and {base} at {theirs}: one run says nothing about chance"
        );
    }
    if all_same(summary) {
        return format!("Every design coincides with {base}: {theirs} {metric} in {when}");
    }
    if let Some(two) = two_outcomes(summary, best) {
        return format!("{design} has {two}; {base} ends at {theirs} {metric} in {when}");
    }
    match (carries(summary, best), gain(summary, best)) {
        (Carries::Better, Some(g)) => {
            let sure = chance(g.better);
            format!("{design} ends at {ours} {metric} in {when} against {theirs}, {sure} likely to be ahead")
        }
        (Carries::Worse, Some(g)) => {
            let sure = chance(1.0 - g.better);
            format!(
                "No design helps: the best, {design}, ends at {ours} {metric} against {theirs}, {sure} likely to be behind"
            )
        }
        (_, Some(g)) => {
            format!(
                "No design is clearly ahead of {base} in {when}: {design} is {} likely to be ahead",
                chance(g.better)
            )
        }
        (_, None) => format!("{design} ends at {ours} {metric} in {when}, {base} at {theirs}"),
    }
}

/// What the paired differences of the shown designs carry.
pub fn of_gain(summary: &Summary, designs: &[usize]) -> String {
    let base = name(summary, 0);
    if summary.replicates < 2 {
        return "One run shows a difference, but no chance: ask for more runs".to_owned();
    }
    if all_same(summary) {
        return format!("Every design coincides with {base}: the difference is zero in each run");
    }
    if summary.verdicts.first().is_some_and(|v| v.level.mean == 0.0) {
        return format!("{base} has no {}, so a gain in percent has no sense", metric(summary));
    }
    let better: Vec<usize> = designs.iter().copied().filter(|&d| carries(summary, d) == Carries::Better).collect();
    let part = |d: usize| {
        gain(summary, d).map_or(String::new(), |g| {
            format!("{} {} ({} likely to be ahead)", name(summary, d), gained(summary, d, &g), chance(g.better))
        })
    };
    match better.as_slice() {
        [] => match colour::leader(summary).and_then(|d| gain(summary, d).map(|g| (d, g))) {
            Some((d, g)) if g.band.p90 < 0.0 => {
                let behind = number::range(&number::percent(-g.band.p90), &number::percent(-g.band.p10));
                format!("Every design falls behind {base}; the best, {}, by {behind} in 8 of 10 runs", name(summary, d))
            }
            Some((d, g)) => {
                format!("No gain over {base} is certain: {} gives {} in 8 of 10 runs", name(summary, d), interval(&g))
            }
            None => format!("Differences from {base}"),
        },
        [one] if summary.leap(*one).is_some() => {
            let (from, to) = summary.leap(*one).unwrap_or_default();
            let level = summary.verdicts[*one].level;
            let range = number::range(&summary.value(level.p10), &summary.value(level.p90));
            let (from, to) = (summary.value(from), summary.value(to));
            format!("{} raises {} from {from} to {to}, {range} in 8 of 10 runs", name(summary, *one), metric(summary))
        }
        [one] => match gain(summary, *one) {
            Some(g) => format!(
                "{} adds {} over {base}, {} in 8 of 10 runs",
                name(summary, *one),
                number::percent(g.band.p50),
                interval(&g)
            ),
            None => part(*one),
        },
        [one, two] => format!("Two designs beat {base}: {} and {}", part(*one), part(*two)),
        [first, ..] => format!(
            "All of these designs beat {base}; {} leads on the median",
            part(*leading(summary, &better).unwrap_or(first))
        ),
    }
}

fn leading<'d>(summary: &Summary, designs: &'d [usize]) -> Option<&'d usize> {
    let median = |d: usize| gain(summary, d).map_or(f64::NEG_INFINITY, |g| g.band.p50);
    designs.iter().max_by(|a, b| median(**a).total_cmp(&median(**b)))
}

fn all_same(summary: &Summary) -> bool {
    summary.designs.len() > 1 && (1..summary.designs.len()).all(|d| carries(summary, d) == Carries::Same)
}

/// Periods in the last half year.
pub fn half_year(summary: &Summary) -> usize {
    let Some(&end) = summary.dates.last() else { return 1 };
    let start = end.saturating_sub(jiff::Span::new().months(6));
    summary.dates.iter().filter(|&&d| d > start).count().max(1)
}

/// With a capital letter.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}

/// What the design spoils, in a few words.
pub fn flags(summary: &Summary, design: usize) -> Vec<String> {
    let Some(verdict) = summary.verdicts.get(design) else {
        return Vec::new();
    };
    let mut flags = Vec::new();
    if let Some(farmed) = verdict.farmed_points.filter(|&f| f >= 0.05) {
        flags.push(format!("{} of points farmed", number::percent(farmed)));
    }
    if verdict.unpaid >= 0.5 {
        flags.push(format!("{} promises unpaid", number::count(verdict.unpaid)));
    }
    if verdict.burnout >= 0.5 {
        flags.push(format!("{} overloaded", number::count(verdict.burnout)));
    }
    flags
}
