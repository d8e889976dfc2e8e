//! Titles of charts, and which designs charts show: what may be said of designs against the baseline.
//!
//! Always: a title says that a design helps or hurts only if the 80 % interval of its gain and its chance of being better both support
//! that; otherwise the title says that they do not. One run says nothing about chance.

use crate::say;
use crate::stats::{Gain, MetricName, Summary};
use crate::words::number::{self, chance, signed};

/// What the runs show about a design against the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It is better than the baseline.
    Better,
    /// It is worse than the baseline.
    Worse,
    /// Its curve is that of the baseline.
    Same,
    /// The runs do not decide.
    Unclear,
}

/// The baseline and the designs with the highest median gain, at most `most` in all, in the order of the scenario.
pub fn shown(summary: &Summary, most: usize) -> Vec<usize> {
    let mut others: Vec<usize> = (1..summary.designs.len()).collect();
    others.sort_by(|&a, &b| interest(summary, b).total_cmp(&interest(summary, a)).then(a.cmp(&b)));
    others.truncate(most.saturating_sub(1));
    others.sort_unstable();
    let mut all = Vec::new();
    if !summary.designs.is_empty() && most > 0 {
        all.push(0);
    }
    all.extend(others);
    all
}

/// The design with the highest median gain; `None` if there is only a baseline.
pub fn leader(summary: &Summary) -> Option<usize> {
    let mut best: Option<usize> = None;
    for design in 1..summary.designs.len() {
        if best.is_none_or(|b| interest(summary, design) > interest(summary, b)) {
            best = Some(design);
        }
    }
    best
}

/// The median gain of a design. If the baseline is zero, there is no gain, and the mean level takes its place.
fn interest(summary: &Summary, design: usize) -> f64 {
    let gain = summary.verdicts.get(design).map(|v| v.gain.map_or(v.level.mean, |gain| gain.band.p50));
    gain.filter(|x| x.is_finite()).unwrap_or(f64::NEG_INFINITY)
}

/// The gain of a design, if it is a number.
pub fn gain(summary: &Summary, design: usize) -> Option<Gain> {
    summary.verdicts.get(design).and_then(|v| v.gain)
}

/// What may be said of a design against the baseline.
pub fn evidence(summary: &Summary, design: usize) -> Evidence {
    match gain(summary, design) {
        Some(g) if g.coincides => Evidence::Same,
        Some(g) if summary.replicates > 1 && g.band.p10 > 0.0 && g.better >= 0.9 => Evidence::Better,
        Some(g) if summary.replicates > 1 && g.band.p90 < 0.0 && g.better <= 0.1 => Evidence::Worse,
        _ => Evidence::Unclear,
    }
}

/// The name of a design, cut to 32 letters for a sentence.
pub fn design_name(summary: &Summary, design: usize) -> String {
    let name = summary.designs.get(design).map_or("", |d| d.says.as_str());
    if name.chars().count() <= 32 {
        return name.to_owned();
    }
    let start: String = name.chars().take(31).collect();
    // Cut at the end of a word, if possible.
    let start = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{start}…")
}

/// The end of a subtitle if a chart shows only some of the designs; empty if it shows all.
pub fn shown_note(summary: &Summary, shown: &[usize]) -> String {
    let (some, all) = (shown.len(), summary.designs.len());
    if some < all { say!("chart-some-designs", some = some.to_string(), all = all.to_string()) } else { String::new() }
}

/// "two outcomes: about 15 in 40 of 64 runs, about 0 in 24", if the runs of a design form two clusters.
pub fn two_outcomes(summary: &Summary, design: usize) -> Option<String> {
    let split = summary.verdicts.get(design)?.split?;
    let (few, many) = (summary.replicates - split.runs, split.runs);
    Some(say!(
        "chart-two-outcomes",
        high = summary.value(split.high),
        many = many.to_string(),
        runs = summary.replicates.to_string(),
        low = summary.value(split.low),
        few = few.to_string()
    ))
}

/// The headline metric inside a sentence.
pub fn headline_name(summary: &Summary) -> String {
    summary.metrics.get(summary.headline).map_or(String::new(), MetricName::spoken)
}

/// A gain in few letters: `+18 %`, or `1 → 16` if the baseline is so small that percent would say little.
pub fn gained(summary: &Summary, design: usize, gain: &Gain) -> String {
    match summary.leap(design) {
        Some((from, to)) => format!("{} → {}", summary.value(from), summary.value(to)),
        None => signed(gain.band.p50, number::percent),
    }
}

/// The 80 % interval of a gain: `+4 to +9 %`.
pub fn interval(gain: &Gain) -> String {
    number::range(&signed(gain.band.p10, number::percent), &signed(gain.band.p90, number::percent))
}

/// The title of the adoption fan. `at_end` writes the last level of a design, `when` names the last date.
pub fn level_title(summary: &Summary, at_end: impl Fn(usize) -> String, when: &str) -> String {
    // "¥ 131 million of partners’ surplus", but "28 active contributors".
    let unit = summary.metrics.get(summary.headline).map_or("", |m| m.unit.as_str());
    let metric = say!("chart-level-metric", unit = unit, metric = headline_name(summary));
    let base = design_name(summary, 0);
    let Some(best) = leader(summary) else {
        return say!("chart-level-alone", base = base, level = at_end(0), metric = metric, when = when);
    };
    let (ours, theirs, design) = (at_end(best), at_end(0), design_name(summary, best));
    if summary.replicates < 2 {
        return say!(
            "chart-level-one-run",
            design = design,
            ours = ours,
            metric = metric,
            base = base,
            theirs = theirs
        );
    }
    if all_same(summary) {
        return say!("chart-level-coincides", base = base, theirs = theirs, metric = metric, when = when);
    }
    if let Some(outcomes) = two_outcomes(summary, best) {
        return say!(
            "chart-level-two-outcomes",
            design = design,
            outcomes = outcomes,
            base = base,
            theirs = theirs,
            metric = metric,
            when = when
        );
    }
    match (evidence(summary, best), gain(summary, best)) {
        (Evidence::Better, Some(g)) => say!(
            "chart-level-better",
            design = design,
            ours = ours,
            metric = metric,
            when = when,
            theirs = theirs,
            chance = chance(g.better)
        ),
        (Evidence::Worse, Some(g)) => say!(
            "chart-level-worse",
            design = design,
            ours = ours,
            metric = metric,
            theirs = theirs,
            chance = chance(1.0 - g.better)
        ),
        (_, Some(g)) => {
            say!("chart-level-unclear", base = base, when = when, design = design, chance = chance(g.better))
        }
        (_, None) => say!(
            "chart-level-no-gain",
            design = design,
            ours = ours,
            metric = metric,
            when = when,
            base = base,
            theirs = theirs
        ),
    }
}

/// The title over the paired differences of the designs in `designs`.
pub fn gain_title(summary: &Summary, designs: &[usize]) -> String {
    let base = design_name(summary, 0);
    if summary.replicates < 2 {
        return say!("chart-gain-one-run");
    }
    if all_same(summary) {
        return say!("chart-gain-coincides", base = base);
    }
    if summary.verdicts.first().is_some_and(|v| v.level.mean == 0.0) {
        return say!("chart-gain-of-nothing", base = base, metric = headline_name(summary));
    }
    let better: Vec<usize> = designs.iter().copied().filter(|&d| evidence(summary, d) == Evidence::Better).collect();
    match better.as_slice() {
        [] => no_gain(summary, base),
        [one] => match (summary.leap(*one), gain(summary, *one)) {
            (Some((from, to)), _) => {
                let level = summary.verdicts[*one].level;
                say!(
                    "chart-gain-raises",
                    design = design_name(summary, *one),
                    metric = headline_name(summary),
                    from = summary.value(from),
                    to = summary.value(to),
                    range = number::range(&summary.value(level.p10), &summary.value(level.p90))
                )
            }
            (None, Some(g)) => say!(
                "chart-gain-adds",
                design = design_name(summary, *one),
                gain = number::percent(g.band.p50),
                base = base,
                interval = interval(&g)
            ),
            (None, None) => String::new(),
        },
        [one, two] => {
            let (one, two) = (gain_and_chance(summary, *one), gain_and_chance(summary, *two));
            say!("chart-gain-two", base = base, one = one, two = two)
        }
        [first, ..] => {
            let leading = gain_and_chance(summary, *leading(summary, &better).unwrap_or(first));
            say!("chart-gain-many", base = base, leading = leading)
        }
    }
}

/// The title if no design is better than the baseline beyond doubt.
fn no_gain(summary: &Summary, base: String) -> String {
    match leader(summary).and_then(|d| gain(summary, d).map(|g| (design_name(summary, d), g))) {
        Some((design, g)) if g.band.p90 < 0.0 => {
            let behind = number::range(&number::percent(-g.band.p90), &number::percent(-g.band.p10));
            say!("chart-gain-behind", base = base, design = design, behind = behind)
        }
        Some((design, g)) => say!("chart-gain-uncertain", base = base, design = design, interval = interval(&g)),
        None => say!("chart-gain-differences", base = base),
    }
}

/// "Ladder +18 % (97 % likely to be ahead)".
fn gain_and_chance(summary: &Summary, design: usize) -> String {
    gain(summary, design).map_or(String::new(), |g| {
        say!(
            "chart-gain-and-chance",
            design = design_name(summary, design),
            gain = gained(summary, design, &g),
            chance = chance(g.better)
        )
    })
}

/// The design with the highest median gain among `designs`.
fn leading<'d>(summary: &Summary, designs: &'d [usize]) -> Option<&'d usize> {
    let median = |d: usize| gain(summary, d).map_or(f64::NEG_INFINITY, |g| g.band.p50);
    designs.iter().max_by(|a, b| median(**a).total_cmp(&median(**b)))
}

/// Whether every design has the curve of the baseline.
fn all_same(summary: &Summary) -> bool {
    summary.designs.len() > 1 && (1..summary.designs.len()).all(|d| evidence(summary, d) == Evidence::Same)
}

/// The number of periods in the last half year, at least one.
pub fn half_year(summary: &Summary) -> usize {
    let Some(&end) = summary.dates.last() else { return 1 };
    let start = end.saturating_sub(jiff::Span::new().months(6));
    summary.dates.iter().filter(|&&d| d > start).count().max(1)
}

/// The text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}

/// What goes wrong under a design, a few words each: points farmed, promises unpaid, people overloaded.
pub fn flags(summary: &Summary, design: usize) -> Vec<String> {
    let Some(verdict) = summary.verdicts.get(design) else {
        return Vec::new();
    };
    let mut flags = Vec::new();
    if let Some(farmed) = verdict.farmed_points.filter(|&f| f >= 0.05) {
        flags.push(say!("chart-flag-farmed", share = number::percent(farmed)));
    }
    if verdict.unpaid >= 0.5 {
        flags.push(say!("chart-flag-unpaid", promises = number::count(verdict.unpaid)));
    }
    if verdict.burnout >= 0.5 {
        flags.push(say!("chart-flag-overloaded", people = number::count(verdict.burnout)));
    }
    flags
}
