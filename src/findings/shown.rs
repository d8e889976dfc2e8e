//! Which designs charts show, and what subtitles say of the others: one rule for all charts.
//!
//! Invariant: the baseline, the best design and those that the question names come first, so that every chart has them.

use crate::say;
use crate::scenario::ADDED;
use crate::stats::{Design, Summary};

/// The most designs that a chart shows in colours of their own, with the baseline.
pub const SHOWN: usize = 7;
/// The same on narrow paper.
pub const SHOWN_NARROW: usize = 4;

/// The designs that charts show: the baseline, the design with the best mean gain, those that the question names, then those with the
/// next best gains; at most `most` in all, in the order of the scenario. Every chart that compares designs shows these.
pub fn shown(summary: &Summary, most: usize) -> Vec<usize> {
    let mut others: Vec<usize> = (1..summary.designs.len()).collect();
    let leader = leader(summary);
    let first = |d: usize| if Some(d) == leader { 0 } else { 2 - usize::from(asked(summary, d)) };
    let rank = |a: &usize, b: &usize| interest(summary, *b).total_cmp(&interest(summary, *a));
    others.sort_by(|a, b| first(*a).cmp(&first(*b)).then(rank(a, b)).then(a.cmp(b)));
    others.truncate(most.saturating_sub(1));
    others.sort_unstable();
    let mut all = Vec::new();
    if !summary.designs.is_empty() && most > 0 {
        all.push(0);
    }
    all.extend(others);
    all
}

/// Whether the question of the scenario, its title or its headline names a design, by its name or its words; also the design that the
/// command line adds, which the user has just asked for.
pub fn asked(summary: &Summary, design: usize) -> bool {
    let Some(Design { name, says }) = summary.designs.get(design) else { return false };
    let headline = summary.metrics.get(summary.headline).map_or("", |m| m.title.as_str());
    let names = |text: &str, word: &str| {
        let (text, word) = (text.to_lowercase(), word.trim().to_lowercase());
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() || c > '\u{2E80}');
        !word.is_empty()
            && text
                .match_indices(&word)
                .any(|(at, _)| apart(text[..at].chars().next_back()) && apart(text[at + word.len()..].chars().next()))
    };
    name == ADDED
        || [&*summary.question, &*summary.title, headline].iter().any(|text| names(text, name) || names(text, says))
}

/// The end of a subtitle if a chart shows only some of the designs; empty if it shows all.
pub fn shown_note(summary: &Summary, shown: &[usize]) -> String {
    let (some, all) = (shown.len(), summary.designs.len());
    if some == all {
        return String::new();
    }
    let asked = if shown.iter().any(|&d| d > 0 && asked(summary, d)) { "yes" } else { "no" };
    say!("chart-some-designs", some = some.to_string(), all = all.to_string(), asked = asked)
}

/// The designs that a chart of lines draws in pale grey, and the end of its subtitle that says so; empty if all have a colour.
pub fn others(summary: &Summary, shown: &[usize]) -> (Vec<usize>, String) {
    let others: Vec<usize> = (0..summary.designs.len()).filter(|d| !shown.contains(d)).collect();
    if others.is_empty() {
        return (others, String::new());
    }
    let note = say!("chart-others-grey", count = others.len());
    (others, shown_note(summary, shown) + &note)
}

/// The end of a subtitle that says which of the designs lie upon each other; empty if none do. `alike` compares two designs.
pub fn coincide_note(summary: &Summary, shown: &[usize], alike: impl Fn(usize, usize) -> bool) -> String {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for &design in shown {
        match groups.iter_mut().find(|group| alike(group[0], design)) {
            Some(group) => group.push(design),
            None => groups.push(vec![design]),
        }
    }
    let names = |group: &Vec<usize>| super::all_of(group.iter().map(|d| design_name(summary, *d)));
    let notes =
        groups.iter().filter(|group| group.len() > 1).map(|group| say!("chart-coincide", designs = names(group)));
    notes.collect()
}

/// The design with the best mean gain; `None` if there is only a baseline.
pub fn leader(summary: &Summary) -> Option<usize> {
    let mut best: Option<usize> = None;
    for design in 1..summary.designs.len() {
        if best.is_none_or(|b| interest(summary, design) > interest(summary, b)) {
            best = Some(design);
        }
    }
    best
}

/// The mean gain of a design, below zero if it is a loss. If the baseline is zero, there is no gain, and the mean level takes its place.
pub(super) fn interest(summary: &Summary, design: usize) -> f64 {
    let gain = summary.verdicts.get(design).map(|v| v.gain.map_or(v.level.mean, |gain| gain.band.mean));
    gain.filter(|x| x.is_finite()).map_or(f64::NEG_INFINITY, |x| summary.better().sign() * x)
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
