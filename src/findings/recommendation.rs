//! The recommendation, in one sentence.
//!
//! Invariant: a mean stands with its interval, and single futures apart from it. Numbers are written with ordinary spaces, so that programs
//! can search the text.

use super::chart_titles::ahead;
use super::{all_of, searchable};
use crate::metrics::names;
use crate::say;
use crate::stats::{Evidence, Mean, Next, Raise, Recommendation, Summary, TOLERANCE, Tally, TieBreak};
use crate::words::number;

/// A design costs next to nothing compared with another if its cost is below this share of the other's cost.
const NEXT_TO_NOTHING: f64 = 0.05;

/// Why there is no gain over the baseline, and what a design reaches.
fn without_gain(summary: &Summary, why: &'static str, design: usize) -> String {
    say!(
        "finding-without-gain",
        why = why,
        baseline = summary.designs[0].says.as_str(),
        subject = subject(summary),
        design = summary.designs[design].says.as_str(),
        level = level(summary, summary.verdicts[design].level.mean)
    )
}

pub(super) fn sentence(summary: &Summary, recommendation: &Recommendation) -> String {
    let subject = subject(summary);
    let says = |design: usize| summary.designs[design].says.as_str();
    let baseline = says(0).to_lowercase();
    if summary.is_one_design() {
        return say!("finding-all-same", designs = summary.same.len(), design = says(1), baseline = baseline);
    }
    match *recommendation {
        Recommendation::OneDesign => say!("finding-one-design", subject = subject),
        Recommendation::TooFewRuns { least } => {
            say!("finding-too-few-runs", runs = summary.replicates, subject = subject, least = least)
        }
        Recommendation::AllCoincide if summary.designs.len() > 2 => {
            say!("finding-all-coincide", baseline = baseline, subject = subject)
        }
        Recommendation::AllCoincide => {
            say!("finding-one-coincides", design = says(1), baseline = baseline, subject = subject)
        }
        Recommendation::BaselineUndefined { best: None } => {
            say!("finding-none-has-a-value", subject = subject)
        }
        Recommendation::BaselineUndefined { best: Some(best) } => without_gain(summary, "undefined", best),
        Recommendation::BaselineIsLeast { best } => without_gain(summary, "least", best),
        Recommendation::BaselineIsZero { most } => without_gain(summary, "zero", most),
        Recommendation::AllLose { best, by } => {
            let (mean, range) = changed(by);
            say!(
                "finding-all-lose",
                design = says(best),
                subject = subject,
                mean = mean,
                range = range,
                baseline = baseline
            )
        }
        Recommendation::NotApart { best, by, tally } => {
            let (mean, range) = changed(by);
            let even = summary.verdicts[best].gain.is_some_and(|gain| gain.evidence == Evidence::Same);
            let is_worse = |d: &usize| summary.verdicts[*d].gain.is_some_and(|gain| gain.evidence == Evidence::Worse);
            let worse: Vec<usize> = (1..summary.designs.len()).filter(is_worse).collect();
            let worse = match worse[..] {
                [] => String::new(),
                _ => say!(
                    "finding-are-worse",
                    count = worse.len(),
                    designs = all_of(worse.iter().map(|&d| says(d).to_owned())),
                    baseline = baseline.as_str()
                ),
            };
            let none = say!(
                "finding-none-apart",
                baseline = baseline,
                subject = subject,
                design = says(best),
                mean = mean,
                range = range,
                ahead = leads(tally),
                even = if even { "even" } else { "open" },
                worse = if worse.is_empty() { "none" } else { "some" },
                tolerance = percent(TOLERANCE)
            );
            format!("{none}{worse}")
        }
        Recommendation::Raises { best, by, next } => {
            let raise = raise(summary, &subject, best, by);
            match next {
                None => say!("finding-raises-alone", raise = raise, baseline = baseline),
                Some(Next::Coincides { design, tie }) => say!(
                    "finding-raises-next-coincides",
                    raise = raise,
                    next = says(design),
                    tie = tie_break(summary, tie)
                ),
                Some(Next::Behind { design, by, tally }) => {
                    let (mean, range) = moved(by);
                    say!(
                        "finding-raises-next-behind",
                        raise = raise,
                        next = says(design),
                        mean = mean,
                        range = range,
                        ahead = leads(tally)
                    )
                }
                Some(Next::NotApart { design, tally, tie }) => say!(
                    "finding-raises-next-not-apart",
                    raise = raise,
                    next = says(design),
                    subject = subject,
                    ahead = leads(tally),
                    tie = tie_break(summary, tie)
                ),
            }
        }
    }
}

/// What the designs are compared on, inside a sentence: "contributors", "deeds (answer)", "partners’ revenue".
fn subject(summary: &Summary) -> String {
    let metric = &summary.metrics[summary.headline];
    if metric.name == names::ACTIVE_CONTRIBUTORS {
        return say!("finding-contributors");
    }
    metric.spoken().trim_end_matches(&format!(" {}", say!("finding-a-month"))).to_owned()
}

/// The clause that says how far the best design raises the headline.
fn raise(summary: &Summary, subject: &str, best: usize, by: Raise) -> String {
    let design = summary.designs[best].says.as_str();
    let level = |x: f64| level(summary, x);
    match by {
        Raise::TwoOutcomes { from, split } => say!(
            "finding-raises-two-outcomes",
            design = design,
            subject = subject,
            from = level(from),
            high = level(split.high),
            runs = split.runs.to_string(),
            all = summary.replicates.to_string(),
            low = level(split.low),
            rest = (summary.replicates - split.runs).to_string()
        ),
        Raise::Levels { from, to, single: [low, high] } => say!(
            "finding-raises-levels",
            design = design,
            subject = subject,
            way = way(to.value - from),
            from = level(from),
            to = level(to.value),
            range = range(&level(to.interval.low), &level(to.interval.high)),
            single = range(&level(low), &level(high))
        ),
        Raise::Shares { mean, single: [low, high] } => {
            let (by, range_of_mean) = moved(mean);
            let signed = |x: f64| number::signed(x, number::percent);
            say!(
                "finding-raises-shares",
                design = design,
                subject = subject,
                way = way(mean.value),
                mean = by,
                range = range_of_mean,
                single = range(&signed(low), &signed(high))
            )
        }
    }
}

/// Whether a difference raises or lowers, as messages ask for it.
fn way(difference: f64) -> &'static str {
    if difference >= 0.0 { "up" } else { "down" }
}

/// A mean and its interval after a word that says their direction: "8 %", "6 to 9 %".
fn moved(mean: Mean) -> (String, String) {
    let sign = if mean.value < 0.0 { -1.0 } else { 1.0 };
    let (a, b) = (sign * mean.interval.low, sign * mean.interval.high);
    (percent(sign * mean.value), range(&number::percent(a.min(b)), &number::percent(a.max(b))))
}

/// A mean and its interval with signs: "+3 %", "−1 to +6 %".
fn changed(mean: Mean) -> (String, String) {
    let signed = |x: f64| number::signed(x, number::percent);
    let (low, high) = (signed(mean.interval.low), signed(mean.interval.high));
    (searchable(&signed(mean.value)), range(&low, &high))
}

fn range(low: &str, high: &str) -> String {
    searchable(&number::range(low, high))
}

fn leads(tally: Tally) -> String {
    searchable(&ahead(&tally))
}

/// The end of the sentence: what else distinguishes two designs; empty if nothing does.
fn tie_break(summary: &Summary, tie: TieBreak) -> String {
    let says = |design: usize| summary.designs[design].says.as_str();
    let cost = tie.cheaper.map(|(design, share)| match share < NEXT_TO_NOTHING {
        true => say!("finding-tie-costs-nothing", design = says(design)),
        false => say!("finding-tie-costs", design = says(design), share = percent(share)),
    });
    let holds = tie.holds.map(|design| say!("finding-tie-holds", design = says(design)));
    match all_of(cost.into_iter().chain(holds)) {
        reasons if reasons.is_empty() => reasons,
        reasons => say!("finding-tie", reasons = reasons),
    }
}

fn level(summary: &Summary, x: f64) -> String {
    searchable(&summary.value(x))
}

fn percent(x: f64) -> String {
    searchable(&number::percent(x))
}
