//! Boxes of cases: the patient rule induction method (Friedman & Fisher 1999, Statistics and Computing 9).
//!
//! A box begins with all points. Peeling removes one thin slice at a time, the one that raises the share of cases most
//! per point lost; pasting then adds slices while that raises the share again. Each box on the way has a coverage (the
//! share of all cases that are in it), a density (the share of its points that are cases) and a mass (the share of all
//! points that are in it). The quasi-p-value of a condition is the probability that it is due to chance (Bryant &
//! Lempert 2010, Technological Forecasting and Social Change 77). Invariant: the same points give the same boxes.

use serde::Serialize;

use super::sweep_points::Values;
use crate::world::maths::{exp, ln};

/// The share of a box that one peel removes, and the share of the adjacent points that one paste adds.
const ALPHA: f64 = 0.05;
/// Smallest share of all points in a box.
const LEAST: f64 = 0.05;

/// The limit of a box along one factor.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// Numbers between two limits, both included.
    Between(f64, f64),
    /// Whether each word is included.
    Among(Vec<bool>),
}

/// One box on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// `limits[factor]`.
    pub limits: Vec<Limit>,
    /// Share of all cases that are in it.
    pub coverage: f64,
    /// Share of its points that are cases.
    pub density: f64,
    /// Share of all points that are in it.
    pub mass: f64,
}

/// Points with the values of some factors; each is a case or not.
#[derive(Clone, Copy, Debug)]
pub struct Cases<'a> {
    /// The values of each factor.
    pub values: &'a [Values],
    /// `hit[point]`: whether the point is a case.
    pub hit: &'a [bool],
}

/// Coverage, density and mass of one box, and the number of factors that it restricts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Quality {
    pub coverage: f64,
    pub density: f64,
    pub mass: f64,
    pub restricted: usize,
}

impl Cases<'_> {
    /// The box without limits.
    pub fn whole(&self) -> Vec<Limit> {
        let limit = |values: &Values| match values {
            Values::Numbers(list) => {
                let low = list.iter().copied().fold(f64::INFINITY, f64::min);
                Limit::Between(low, list.iter().copied().fold(f64::NEG_INFINITY, f64::max))
            }
            Values::Words(_, words) => Limit::Among(vec![true; words.len()]),
        };
        self.values.iter().map(limit).collect()
    }

    /// The points of `among` that are in a box.
    pub fn inside(&self, limits: &[Limit], among: &[usize]) -> Vec<usize> {
        let held =
            |point: &&usize| self.values.iter().zip(limits).all(|(values, limit)| within(values, limit, **point));
        among.iter().filter(held).copied().collect()
    }

    /// A box with its coverage, density and mass among all points.
    pub fn step(&self, limits: Vec<Limit>, inside: &[usize]) -> Step {
        let (hits, all) = (self.hits(inside), self.hit.iter().filter(|hit| **hit).count());
        Step {
            limits,
            coverage: hits as f64 / all.max(1) as f64,
            density: hits as f64 / inside.len().max(1) as f64,
            mass: inside.len() as f64 / self.hit.len().max(1) as f64,
        }
    }

    /// Number of cases among the given points.
    pub fn hits(&self, points: &[usize]) -> usize {
        points.iter().filter(|p| self.hit[**p]).count()
    }

    fn mean(&self, points: &[usize]) -> f64 {
        if points.is_empty() { 0.0 } else { self.hits(points) as f64 / points.len() as f64 }
    }

    /// The boxes from all points of `among` to the last one: first peels, then pastes.
    pub fn trajectory(&self, among: &[usize]) -> Vec<Step> {
        let whole = self.whole();
        let (mut limits, mut inside) = (whole.clone(), among.to_vec());
        let mut steps = vec![self.step(limits.clone(), &inside)];
        for pastes in [false, true] {
            loop {
                let candidates =
                    if pastes { self.pastes(&limits, &whole, among) } else { self.peels(&limits, &inside) };
                let before = self.mean(&inside);
                let scored = candidates.into_iter().map(|(next, held)| {
                    let moved = held.len().abs_diff(inside.len());
                    let gain = if moved == 0 { 0.0 } else { (self.mean(&held) - before) / moved as f64 };
                    let free = next.iter().zip(&whole).filter(|(limit, all)| limit == all).count();
                    (gain, free, next, held)
                });
                // Among equals the first.
                let best = scored.reduce(|a, b| if (b.0, b.1) > (a.0, a.1) { b } else { a });
                let Some((gain, _, next, held)) = best else { break };
                let large = held.len() as f64 >= LEAST * self.hit.len() as f64 && !held.is_empty();
                let onward = if pastes { held.len() > inside.len() } else { held.len() < inside.len() };
                if !(gain > 0.0 && large && onward) {
                    break;
                }
                (limits, inside) = (next, held);
                steps.push(self.step(limits.clone(), &inside));
            }
        }
        steps
    }

    /// The box without the upper or the lower slice of each factor, or without one of its words; each with the points
    /// inside.
    fn peels(&self, limits: &[Limit], inside: &[usize]) -> Vec<(Vec<Limit>, Vec<usize>)> {
        let mut list = Vec::new();
        for (j, values) in self.values.iter().enumerate() {
            let mut put = |limit: Limit| {
                let held = inside.iter().filter(|p| within(values, &limit, **p)).copied().collect();
                let mut next = limits.to_vec();
                next[j] = limit;
                list.push((next, held));
            };
            match (&limits[j], values) {
                (Limit::Between(low, high), Values::Numbers(all)) => {
                    let sorted = sorted(all, inside);
                    put(Limit::Between(*low, between(&sorted, 1.0 - ALPHA)));
                    put(Limit::Between(between(&sorted, ALPHA), *high));
                }
                (Limit::Among(words), _) if words.iter().filter(|w| **w).count() > 1 => {
                    for k in (0..words.len()).filter(|k| words[*k]) {
                        let mut fewer = words.clone();
                        fewer[k] = false;
                        put(Limit::Among(fewer));
                    }
                }
                _ => {}
            }
        }
        list
    }

    /// The box with one more slice below or above for each factor that it restricts, or with one more word; each with
    /// the points inside.
    fn pastes(&self, limits: &[Limit], whole: &[Limit], among: &[usize]) -> Vec<(Vec<Limit>, Vec<usize>)> {
        let mut list = Vec::new();
        let mut put = |next: Vec<Limit>| {
            let held = self.inside(&next, among);
            list.push((next, held));
        };
        let with = |j: usize, limit: Limit| {
            let mut next = limits.to_vec();
            next[j] = limit;
            next
        };
        for (j, (limit, all)) in limits.iter().zip(whole).enumerate().filter(|(_, (limit, all))| limit != all) {
            match (limit, all, &self.values[j]) {
                (Limit::Between(low, high), Limit::Between(first, last), Values::Numbers(numbers)) => {
                    let beside =
                        |from: f64, to: f64| sorted(numbers, &self.inside(&with(j, Limit::Between(from, to)), among));
                    let (below, above) = (beside(*first, *low), beside(*high, *last));
                    let down = if below.is_empty() { *first } else { between(&below, 1.0 - ALPHA) };
                    let up = if above.is_empty() { *last } else { between(&above, ALPHA) };
                    put(with(j, Limit::Between(down, *high)));
                    put(with(j, Limit::Between(*low, up)));
                }
                (Limit::Among(words), _, _) => {
                    for k in (0..words.len()).filter(|k| !words[*k]) {
                        let mut more = words.clone();
                        more[k] = true;
                        put(with(j, Limit::Among(more)));
                    }
                }
                _ => {}
            }
        }
        list
    }

    /// The probability that a box without its limit on factor `j` would be at least as dense by chance.
    pub fn quasi_p(&self, limits: &[Limit], j: usize, among: &[usize]) -> f64 {
        let mut free = limits.to_vec();
        free[j] = self.whole()[j].clone();
        let (held, wide) = (self.inside(limits, among), self.inside(&free, among));
        at_least(self.hits(&held), held.len(), self.mean(&wide))
    }
}

fn within(values: &Values, limit: &Limit, point: usize) -> bool {
    match (values, limit) {
        (Values::Numbers(list), Limit::Between(low, high)) => (*low..=*high).contains(&list[point]),
        (Values::Words(list, _), Limit::Among(words)) => words[list[point]],
        _ => true,
    }
}

fn sorted(all: &[f64], points: &[usize]) -> Vec<f64> {
    let mut list: Vec<f64> = points.iter().map(|p| all[*p]).collect();
    list.sort_by(f64::total_cmp);
    list
}

/// The midpoint of two different neighbours among sorted numbers, near a quantile. If the neighbours there are equal,
/// the next pair towards the middle is taken, so a slice is never empty.
fn between(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = last as f64 * share;
    let (mut below, mut above) = (at.floor() as usize, at.ceil() as usize);
    if share > 0.5 {
        while sorted[below] == sorted[above] && below > 0 {
            below -= 1;
        }
    } else {
        while sorted[below] == sorted[above] && above < last {
            above += 1;
        }
    }
    f64::midpoint(sorted[below], sorted[above])
}

/// The probability of at least `hits` among `n`, each with probability `p`.
fn at_least(hits: usize, n: usize, p: f64) -> f64 {
    if hits == 0 || p >= 1.0 {
        return 1.0;
    }
    if p <= 0.0 {
        return 0.0;
    }
    let factorial = |k: usize| libm::lgamma(k as f64 + 1.0);
    let term = |k: usize| {
        exp(factorial(n) - factorial(k) - factorial(n - k) + k as f64 * ln(p) + (n - k) as f64 * ln(1.0 - p))
    };
    (hits..=n).map(term).sum::<f64>().min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::stream::Stream;

    fn uniform(n: usize, k: usize, seed: u64) -> Vec<Vec<f64>> {
        let luck = Stream::seeded(seed);
        (0..k).map(|j| (0..n).map(|i| luck.at(j as u64).at(i as u64).unit()).collect()).collect()
    }

    #[test]
    fn a_box_that_was_hidden_is_found() {
        for (low, high) in [(0.6, 0.3), (0.4, 0.5)] {
            let x = uniform(2000, 4, 5);
            let hit: Vec<bool> = (0..2000).map(|i| x[1][i] > low && x[3][i] < high).collect();
            let values: Vec<Values> = x.into_iter().map(Values::Numbers).collect();
            let cases = Cases { values: &values, hit: &hit };
            let all: Vec<usize> = (0..2000).collect();
            let steps = cases.trajectory(&all);
            let best =
                steps.iter().max_by(|a, b| (a.coverage * a.density).total_cmp(&(b.coverage * b.density))).unwrap();
            assert!(best.coverage > 0.9 && best.density > 0.9, "{best:?}");
            let (Limit::Between(a, _), Limit::Between(_, b)) = (&best.limits[1], &best.limits[3]) else { panic!() };
            assert!((a - low).abs() < 0.05 && (b - high).abs() < 0.05, "{best:?}");
            assert!(cases.quasi_p(&best.limits, 1, &all) < 1e-6 && cases.quasi_p(&best.limits, 0, &all) > 0.04);
        }
    }

    #[test]
    fn words_are_peeled_one_by_one() {
        let x = uniform(600, 2, 8);
        let words: Vec<usize> = x[0].iter().map(|u| (u * 3.0) as usize).collect();
        let hit: Vec<bool> = (0..600).map(|i| words[i] == 1).collect();
        let names = ["a", "b", "c"].map(str::to_owned).to_vec();
        let values = [Values::Words(words, names), Values::Numbers(x[1].clone())];
        let steps = Cases { values: &values, hit: &hit }.trajectory(&(0..600).collect::<Vec<_>>());
        let last = steps.last().unwrap();
        assert_eq!((last.density, last.limits[0].clone()), (1.0, Limit::Among(vec![false, true, false])));
    }

    #[test]
    fn coverage_density_and_mass_are_what_they_say() {
        let values = [Values::Numbers(vec![1.0, 2.0, 3.0, 4.0, 5.0])];
        let cases = Cases { values: &values, hit: &[false, true, true, false, true] };
        let limits = [Limit::Between(2.0, 4.0)];
        let step = cases.step(limits.to_vec(), &cases.inside(&limits, &[0, 1, 2, 3, 4]));
        assert_eq!((step.coverage, step.density, step.mass), (2.0 / 3.0, 2.0 / 3.0, 0.6));
    }

    #[test]
    fn the_tail_of_a_binomial_is_its_sum() {
        assert!((at_least(2, 3, 0.5) - 0.5).abs() < 1e-12);
        assert!((at_least(9, 10, 0.9) - (10.0 * 0.1 * 0.387_420_489 + 0.348_678_440_1)).abs() < 1e-9);
        assert_eq!((at_least(0, 5, 0.3), at_least(5, 5, 1.0)), (1.0, 1.0));
    }
}
