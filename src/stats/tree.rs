//! A small decision tree, as a check of the boxes (Breiman, Friedman, Olshen & Stone 1984).
//!
//! It splits where impurity (Gini) falls most, down to a depth of three, into parts of at least a twentieth of all
//! points. Invariant: the same points give the same tree, and each point is in exactly one leaf.

use super::prim::Cases;
use super::sweep_points::Values;

/// The largest depth.
const DEPTH: usize = 3;
/// Smallest share of all points in a leaf.
const LEAST: f64 = 0.05;
/// Smallest decrease of impurity by a split, as a share of the impurity of all points.
const WORTH: f64 = 0.02;
/// Smallest chi-squared of a split; rarely reached by chance, even over many tried splits.
const SURE: f64 = 11.0;

/// One split on the way to a leaf.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SplitRule {
    Below { factor: usize, at: f64 },
    Above { factor: usize, at: f64 },
    Is { factor: usize, word: usize },
    Other { factor: usize, word: usize },
}

/// A leaf: the splits from the root to it, and its points.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The splits, from the root.
    pub way: Vec<SplitRule>,
    /// Number of points in it.
    pub points: usize,
    /// Number of cases among them.
    pub cases: usize,
}

impl SplitRule {
    /// The factor of the split.
    pub fn factor(&self) -> usize {
        match self {
            SplitRule::Below { factor, .. } | SplitRule::Above { factor, .. } => *factor,
            SplitRule::Is { factor, .. } | SplitRule::Other { factor, .. } => *factor,
        }
    }
}

/// The leaves of the tree of the given points, from left to right.
pub fn leaves(cases: &Cases, among: &[usize]) -> Vec<Leaf> {
    let mut list = Vec::new();
    let whole = impurity(cases.hits(among), among.len());
    grow(cases, among, &mut Vec::new(), whole, among.len(), &mut list);
    list
}

fn grow(cases: &Cases, here: &[usize], way: &mut Vec<SplitRule>, whole: f64, of: usize, list: &mut Vec<Leaf>) {
    let split = if way.len() < DEPTH { best(cases, here, whole, of) } else { None };
    let Some((yes, no, left, right)) = split else {
        return list.push(Leaf { way: way.clone(), points: here.len(), cases: cases.hits(here) });
    };
    for (turn, part) in [(yes, left), (no, right)] {
        way.push(turn);
        grow(cases, &part, way, whole, of, list);
        way.pop();
    }
}

/// Gini impurity times the number of points.
fn impurity(hits: usize, n: usize) -> f64 {
    if n == 0 { 0.0 } else { 2.0 * hits as f64 * (n - hits) as f64 / n as f64 }
}

type Split = (SplitRule, SplitRule, Vec<usize>, Vec<usize>);

/// The split with the smallest impurity after it, if the decrease is large enough.
fn best(cases: &Cases, here: &[usize], whole: f64, of: usize) -> Option<Split> {
    let before = impurity(cases.hits(here), here.len());
    let least = (LEAST * of as f64).max(1.0) as usize;
    let mut found: Option<(f64, SplitRule, SplitRule)> = None;
    let worth = (WORTH * whole).max(SURE * before / here.len().max(1) as f64);
    let mut offer = |hits: usize, n: usize, yes: SplitRule, no: SplitRule| {
        let rest = (cases.hits(here) - hits, here.len() - n);
        let fall = before - impurity(hits, n) - impurity(rest.0, rest.1);
        if n >= least && rest.1 >= least && fall > worth && found.as_ref().is_none_or(|(most, ..)| fall > *most) {
            found = Some((fall, yes, no));
        }
    };
    for (factor, values) in cases.values.iter().enumerate() {
        match values {
            Values::Numbers(list) => {
                let mut order = here.to_vec();
                order.sort_by(|a, b| list[*a].total_cmp(&list[*b]).then(a.cmp(b)));
                let mut hits = 0;
                for (n, pair) in order.windows(2).enumerate() {
                    hits += usize::from(cases.hit[pair[0]]);
                    if list[pair[0]] < list[pair[1]] {
                        let at = f64::midpoint(list[pair[0]], list[pair[1]]);
                        offer(hits, n + 1, SplitRule::Below { factor, at }, SplitRule::Above { factor, at });
                    }
                }
            }
            Values::Words(list, words) => {
                for word in 0..words.len() {
                    let with: Vec<usize> = here.iter().filter(|p| list[**p] == word).copied().collect();
                    offer(
                        cases.hits(&with),
                        with.len(),
                        SplitRule::Is { factor, word },
                        SplitRule::Other { factor, word },
                    );
                }
            }
        }
    }
    let (_, yes, no) = found?;
    let goes = |p: &usize| match (&yes, &cases.values[yes.factor()]) {
        (SplitRule::Below { at, .. }, Values::Numbers(list)) => list[*p] < *at,
        (SplitRule::Is { word, .. }, Values::Words(list, _)) => list[*p] == *word,
        _ => false,
    };
    let (left, right) = here.iter().copied().partition(goes);
    Some((yes, no, left, right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::stream::Stream;

    #[test]
    fn the_splits_that_were_hidden_are_found_and_chance_is_not_split() {
        for at in [0.3, 0.7] {
            let x: Vec<Vec<f64>> =
                (0..3).map(|j| (0..800).map(|i| Stream::seeded(2).at(j).at(i).unit()).collect()).collect();
            let hit: Vec<bool> = (0..800).map(|i| x[1][i] > at && x[2][i] < 0.5).collect();
            let values: Vec<Values> = x.iter().cloned().map(Values::Numbers).collect();
            let all: Vec<usize> = (0..800).collect();
            let found = leaves(&Cases { values: &values, hit: &hit }, &all);
            assert!(found.iter().all(|leaf| leaf.cases == 0 || leaf.cases == leaf.points), "{found:?}");
            assert_eq!(found.iter().map(|leaf| leaf.points).sum::<usize>(), 800);
            assert!(found.iter().flat_map(|leaf| &leaf.way).all(|turn| turn.factor() > 0), "{found:?}");
            let chance: Vec<bool> = (0..800).map(|i| Stream::seeded(9).at(i).unit() < 0.5).collect();
            assert_eq!(leaves(&Cases { values: &values, hit: &chance }, &all).len(), 1);
        }
    }
}
