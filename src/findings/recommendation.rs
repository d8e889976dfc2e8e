//! The recommendation, in one sentence.
//!
//! Invariant: its numbers are the ends of intervals or medians, written with ordinary spaces, so that programs can search the text.

use super::{all_of, searchable};
use crate::metrics::names;
use crate::say;
use crate::stats::{Next, Raise, Recommendation, Summary, TieBreak};
use crate::words::number;

/// A design costs next to nothing compared with another if its cost is below this share of the other's cost.
const NEXT_TO_NOTHING: f64 = 0.05;

pub(super) fn sentence(summary: &Summary, recommendation: &Recommendation) -> String {
    let subject = subject(summary);
    let says = |design: usize| summary.designs[design].says.as_str();
    let baseline = says(0).to_lowercase();
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
        Recommendation::BaselineIsZero { most } => say!(
            "finding-baseline-is-zero",
            baseline = says(0),
            subject = subject,
            design = says(most),
            level = level(summary, summary.verdicts[most].level.p50)
        ),
        Recommendation::AllLose { best, loss } => {
            say!("finding-all-lose", design = says(best), loss = percent(loss), subject = subject, baseline = baseline)
        }
        Recommendation::NotApart { best, ahead } => say!(
            "finding-none-apart",
            baseline = baseline,
            subject = subject,
            design = says(best),
            chance = chance(ahead)
        ),
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
                Some(Next::Behind { design, ahead }) => {
                    say!("finding-raises-next-behind", raise = raise, chance = chance(ahead), next = says(design))
                }
                Some(Next::NotApart { design, ahead, tie }) => say!(
                    "finding-raises-next-not-apart",
                    raise = raise,
                    next = says(design),
                    subject = subject,
                    chance = chance(ahead),
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
        Raise::Levels { from, to: [to, low, high] } => say!(
            "finding-raises-levels",
            design = design,
            subject = subject,
            from = level(from),
            to = level(to),
            low = level(low),
            high = level(high)
        ),
        Raise::Shares { low, high } => {
            say!("finding-raises-shares", design = design, subject = subject, low = percent(low), high = percent(high))
        }
    }
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

fn chance(x: f64) -> String {
    searchable(&number::chance(x))
}
