//! Titles of charts: what may be said of designs against the baseline.
//!
//! Always: a title says that a design helps or hurts only if the interval of its mean gain says so ([`Evidence`]); otherwise the title says
//! that it does not. One run says nothing about chance.

use super::shown::interest;
pub use super::shown::{SHOWN, SHOWN_NARROW, asked, coincide_note, design_name, leader, others, shown, shown_note};
use crate::metrics::names;
use crate::say;
pub use crate::stats::Evidence;
use crate::stats::{Gain, MetricName, Ratio, Summary, Tally, Verdict};
use crate::words::number::{self, signed};

/// Below this number of runs, those in which a design leads are counted; from it on, they are a share.
const MANY: usize = 20;

/// The gain of a design, if it is a number.
pub fn gain(summary: &Summary, design: usize) -> Option<Gain> {
    summary.verdicts.get(design).and_then(|v| v.gain)
}

/// What may be said of a design against the baseline.
pub fn evidence(summary: &Summary, design: usize) -> Evidence {
    match gain(summary, design) {
        Some(g) if g.coincides => Evidence::Same,
        Some(g) => g.evidence,
        None => Evidence::Unclear,
    }
}

/// In how many runs a design leads: "3 of 4 runs", "71 % of runs", "6 % of runs, 94 % even".
pub fn ahead(tally: &Tally) -> String {
    let runs = tally.runs();
    let share = |count: usize| count as f64 / runs as f64;
    // A share that rounds to none or all would say more than the runs do.
    if runs < MANY || !(0.01..=0.99).contains(&share(tally.ahead)) {
        return say!("chart-ahead-count", ahead = tally.ahead.to_string(), runs = runs, even = tally.even);
    }
    let even = if tally.even > 0 { number::percent(share(tally.even)) } else { String::new() };
    let some = if tally.even > 0 { "some" } else { "none" };
    say!("chart-ahead-share", share = number::percent(share(tally.ahead)), some = some, even = even)
}

/// A ratio and its interval, as `write` writes them; "not known" if what it is divided by may be zero.
pub fn ratio(ratio: &Ratio, write: impl Fn(f64) -> String) -> (String, String) {
    match *ratio {
        Ratio::Known { value, low, high } => (write(value), number::range(&write(low), &write(high))),
        Ratio::Unknown => (say!("chart-not-known"), String::new()),
    }
}

/// The pools that paid under a design, with what they paid: "¥ 289,000 from ads and ¥ 3,000 owed for points".
pub fn pools(summary: &Summary, verdict: &Verdict) -> String {
    let money = |x: f64| number::money(&summary.currency, x);
    let paid = verdict.paid_from.iter().map(|(pool, paid)| say!("chart-paid-from", money = money(*paid), pool = pool));
    let owed = (verdict.owed > 0.0).then(|| say!("chart-owed", money = money(verdict.owed)));
    super::all_of(paid.chain(owed))
}

/// What one extra of the headline is, for the head of a cost: "contributor-month", "entry".
pub fn extra_unit(metric: &MetricName) -> String {
    let title = metric.title.to_lowercase();
    let counted = ["contributors", "members", "adopters", "developers", "students", "partners", "users", "people"];
    // What happens is counted a month; over months it adds up to what happened.
    let rate = names::is_rate(&metric.name);
    let span = if rate || metric.is_total() { "total" } else { "month" };
    let unit = if rate { metric.unit.split(' ').next().unwrap_or_default() } else { &metric.unit };
    let who = ["people", "organisations"].contains(&unit);
    let counted = counted.into_iter().find(|word| who && title.contains(word)).unwrap_or(unit);
    let unit = unit.trim_end_matches('s');
    say!("chart-extra-unit", counted = counted, unit = unit, span = span)
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
        None => signed(gain.band.mean, number::percent),
    }
}

/// The 80 % interval of the mean gain of a design: `+6 to +9 %`, or levels if percent would say little.
pub fn interval(summary: &Summary, design: usize, gain: &Gain) -> String {
    let write = |share: f64| match summary.leap(design) {
        Some((from, _)) => summary.value(from + share * from.abs()),
        None => signed(share, number::percent),
    };
    number::range(&write(gain.interval.low), &write(gain.interval.high))
}

/// The range of single runs: `−10 to +28 %`.
pub fn single(gain: &Gain) -> String {
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
    if summary.is_one_design() {
        return say!("chart-level-same", base = base, theirs = theirs, metric = metric, when = when);
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
            gain = gained(summary, best, &g),
            kind = summary.metrics.get(summary.headline).map_or("half-year", MetricName::span_word),
            interval = interval(summary, best, &g)
        ),
        (Evidence::Worse, Some(g)) => say!(
            "chart-level-worse",
            design = design,
            ours = ours,
            metric = metric,
            theirs = theirs,
            gain = gained(summary, best, &g),
            interval = interval(summary, best, &g)
        ),
        (_, Some(g)) => {
            say!("chart-level-unclear", base = base, when = when, design = design, ahead = ahead(&g.tally))
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
    if summary.is_one_design() {
        return say!("chart-gain-same", base = base);
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
                    way = if to >= from { "up" } else { "down" },
                    range = number::range(&summary.value(level.p10), &summary.value(level.p90))
                )
            }
            (None, Some(g)) => say!(
                "chart-gain-adds",
                design = design_name(summary, *one),
                gain = signed(g.band.mean, number::percent),
                base = base,
                interval = interval(summary, *one, &g),
                single = single(&g)
            ),
            (None, None) => String::new(),
        },
        [one, two] => {
            let (one, two) = (gain_and_ahead(summary, *one), gain_and_ahead(summary, *two));
            say!("chart-gain-two", base = base, one = one, two = two)
        }
        [first, ..] => {
            let leading = gain_and_ahead(summary, *leading(summary, &better).unwrap_or(first));
            // Those that a picture has no room for count too.
            let all = summary.designs.len() - 1;
            let better = (1..=all).filter(|&d| evidence(summary, d) == Evidence::Better).count();
            say!(
                "chart-gain-many",
                which = if better == all { "all" } else { "some" },
                better = better.to_string(),
                all = all.to_string(),
                base = base,
                leading = leading
            )
        }
    }
}

/// The title if no design is better than the baseline beyond doubt.
fn no_gain(summary: &Summary, base: String) -> String {
    match leader(summary).and_then(|d| gain(summary, d).map(|g| (d, g))) {
        Some((leader, g)) => {
            let design = design_name(summary, leader);
            let (gain, interval) = (signed(g.band.mean, number::percent), interval(summary, leader, &g));
            match g.evidence {
                Evidence::Worse => {
                    say!("chart-gain-behind", base = base, design = design, gain = gain, interval = interval)
                }
                _ => say!("chart-gain-uncertain", base = base, design = design, gain = gain, interval = interval),
            }
        }
        None => say!("chart-gain-differences", base = base),
    }
}

/// "Ladder +18 % on average (ahead in 97 % of runs)".
fn gain_and_ahead(summary: &Summary, design: usize) -> String {
    gain(summary, design).map_or(String::new(), |g| {
        say!(
            "chart-gain-and-ahead",
            design = design_name(summary, design),
            gain = gained(summary, design, &g),
            ahead = ahead(&g.tally)
        )
    })
}

/// The design with the best mean gain among `designs`.
fn leading<'d>(summary: &Summary, designs: &'d [usize]) -> Option<&'d usize> {
    designs.iter().max_by(|a, b| interest(summary, **a).total_cmp(&interest(summary, **b)))
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
