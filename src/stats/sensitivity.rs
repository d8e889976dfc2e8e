//! Global sensitivity: the share of an outcome's variance that each factor explains, alone and with all its
//! interactions.
//!
//! Sobol indices from two samples and their crosses: first order after Saltelli et al. 2010 (Computer Physics
//! Communications 181), total after Jansen 1999 (ibid. 117); elementary effects after Morris 1991 (Technometrics 33)
//! and Campolongo et al. 2007. Intervals resample the points. Invariant: a factor without effect has a total of exactly
//! zero.

use serde::Serialize;

use super::quantiles::{mean, sd, student};
use crate::world::stream::Stream;

/// The shares of the variance that a factor explains.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Index {
    /// First order: alone.
    pub first: f64,
    /// Half width of its 95 % interval.
    pub first_to: f64,
    /// Total: alone and with interactions.
    pub total: f64,
    /// Half width of its 95 % interval.
    pub total_to: f64,
}

/// The indices of all factors, and their comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// `indices[factor]`.
    pub indices: Vec<Index>,
    /// The sum of all first orders, and the half width of its 95 % interval.
    pub alone: (f64, f64),
    /// `apart[factor]`: half width of the 95 % interval of the difference between the largest total and its own.
    pub apart: Vec<f64>,
}

/// The normal quantile of a 95 % interval.
const Z95: f64 = 1.959_964;

/// Whether the effect of a factor could be due to chance. `steps[step][run]` are the paired differences of each step of
/// the factor; `None` if a step has one run, which gives no information about chance. To count as an effect, the sum of
/// squares must exceed twice the value that it would have by chance.
pub fn could_be_chance(steps: &[Vec<f64>]) -> Option<bool> {
    let known: Vec<&Vec<f64>> = steps.iter().filter(|step| step.iter().all(|x| x.is_finite())).collect();
    if known.iter().any(|step| step.len() < 2) {
        return None;
    }
    let found: f64 = known.iter().map(|step| mean(step) * mean(step)).sum();
    let luck: f64 = known.iter().map(|step| sd(step) * sd(step) / step.len() as f64).sum();
    Some(found <= 2.0 * luck)
}

/// Points of a plan for Sobol indices: from `n` rows of 2·k shares, for each row A, the k crosses AB₁ … ABₖ (A with B's
/// i-th share), and B.
pub fn crosses(rows: &[Vec<f64>], k: usize) -> Vec<Vec<f64>> {
    let mut points = Vec::with_capacity(rows.len() * (k + 2));
    for row in rows {
        let (a, b) = row.split_at(k);
        points.push(a.to_vec());
        for i in 0..k {
            let mut cross = a.to_vec();
            cross[i] = b[i];
            points.push(cross);
        }
        points.push(b.to_vec());
    }
    points
}

/// The indices of `k` factors from outcomes at the points of [`crosses`], in their order; `resamples` is for the
/// intervals.
pub fn sobol(outcomes: &[f64], k: usize, resamples: usize, luck: Stream) -> Vec<Index> {
    shares(outcomes, k, resamples, luck).indices
}

/// As [`sobol`], with the comparison of the factors.
pub fn shares(outcomes: &[f64], k: usize, resamples: usize, luck: Stream) -> Shares {
    // A row with a point that could not be run is left out.
    let sound: Vec<&[f64]> = outcomes.chunks_exact(k + 2).filter(|block| block.iter().all(|y| y.is_finite())).collect();
    let every = sound.concat();
    let (middle, scale) = (mean(&every), sd(&every));
    if scale <= 0.0 {
        let none = Index { first: 0.0, first_to: 0.0, total: 0.0, total_to: 0.0 };
        return Shares { indices: vec![none; k], alone: (0.0, 0.0), apart: vec![0.0; k] };
    }
    let blocks: Vec<Vec<f64>> =
        sound.iter().map(|block| block.iter().map(|y| (y - middle) / scale).collect()).collect();
    let indices = |rows: &[usize]| -> Vec<(f64, f64)> { (0..k).map(|i| orders(&blocks, rows, k, i)).collect() };
    let found = indices(&(0..blocks.len()).collect::<Vec<_>>());
    let again: Vec<Vec<(f64, f64)>> = (0..resamples as u64)
        .map(|r| {
            let mut luck = luck.at(r).luck();
            indices(&blocks.iter().map(|_| (luck.unit() * blocks.len() as f64) as usize).collect::<Vec<_>>())
        })
        .collect();
    let width = |of: Statistic| Z95 * sd(&again.iter().map(|all| of(all)).collect::<Vec<_>>());
    let most = (0..k).max_by(|a, b| found[*a].1.total_cmp(&found[*b].1)).unwrap_or(0);
    let index = |i: usize| Index {
        first: found[i].0,
        first_to: width(&|all| all[i].0),
        total: found[i].1,
        total_to: width(&|all| all[i].1),
    };
    let alone = |all: &[(f64, f64)]| all.iter().map(|(first, _)| first).sum();
    Shares {
        indices: (0..k).map(index).collect(),
        alone: (alone(&found), width(&alone)),
        apart: (0..k).map(|i| width(&|all| all[most].1 - all[i].1)).collect(),
    }
}

/// A number computed from first order and total of each factor.
type Statistic<'s> = &'s dyn Fn(&[(f64, f64)]) -> f64;

/// First order and total of a factor over some of the blocks.
fn orders(blocks: &[Vec<f64>], rows: &[usize], k: usize, i: usize) -> (f64, f64) {
    let over = |of: &dyn Fn(&[f64]) -> f64| rows.iter().map(|r| of(&blocks[*r])).sum::<f64>() / rows.len() as f64;
    let (m, square) = (over(&|b| (b[0] + b[k + 1]) / 2.0), over(&|b| (b[0] * b[0] + b[k + 1] * b[k + 1]) / 2.0));
    let variance = square - m * m;
    if variance <= 0.0 {
        return (0.0, 0.0);
    }
    let first = over(&|b| b[k + 1] * (b[i + 1] - b[0]));
    let total = over(&|b| (b[0] - b[i + 1]) * (b[0] - b[i + 1])) / 2.0;
    (first / variance, total / variance)
}

/// The effect of changing one factor, over many places.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// Mean effect, with its sign.
    pub mean: f64,
    /// Mean absolute effect.
    pub size: f64,
    /// Half width of the 95 % interval of the mean absolute effect.
    pub size_to: f64,
    /// Standard deviation over places: curvature and interactions.
    pub spread: f64,
}

/// Walks for elementary effects: `walks` of k + 1 points on a grid of `levels` (an even number); each step changes one
/// factor by levels / (2·(levels − 1)).
pub fn walks(walks: usize, k: usize, levels: usize, luck: Stream) -> Vec<Vec<f64>> {
    let step = levels as f64 / (2.0 * (levels - 1) as f64);
    let mut points = Vec::with_capacity(walks * (k + 1));
    for w in 0..walks as u64 {
        let mut dice = luck.at(w).luck();
        let mut at: Vec<f64> =
            (0..k).map(|_| (dice.unit() * levels as f64 / 2.0).floor() / (levels - 1) as f64).collect();
        let up: Vec<bool> = (0..k).map(|_| dice.unit() < 0.5).collect();
        for (x, up) in at.iter_mut().zip(&up) {
            *x += if *up { 0.0 } else { step };
        }
        let mut order: Vec<(u64, usize)> = (0..k).map(|i| (dice.bits(), i)).collect();
        order.sort_unstable();
        points.push(at.clone());
        for (_, i) in order {
            at[i] += if up[i] { step } else { -step };
            points.push(at.clone());
        }
    }
    points
}

/// The effects of `k` factors from outcomes along walks; values that are not numbers are left out.
pub fn morris(points: &[Vec<f64>], outcomes: &[f64], k: usize) -> Vec<Effect> {
    let mut found: Vec<Vec<f64>> = vec![Vec::new(); k];
    for (walk, along) in points.chunks_exact(k + 1).zip(outcomes.chunks_exact(k + 1)) {
        for (pair, y) in walk.windows(2).zip(along.windows(2)) {
            for (i, effects) in found.iter_mut().enumerate() {
                let moved = pair[1][i] - pair[0][i];
                if moved != 0.0 && (y[1] - y[0]).is_finite() {
                    effects.push((y[1] - y[0]) / moved);
                }
            }
        }
    }
    let effect = |effects: Vec<f64>| {
        let sizes: Vec<f64> = effects.iter().map(|e| e.abs()).collect();
        Effect {
            mean: mean(&effects),
            size: mean(&sizes),
            size_to: match sizes.len() {
                0 | 1 => f64::INFINITY,
                n => student(0.975, n as f64 - 1.0) * sd(&sizes) / (n as f64).sqrt(),
            },
            spread: sd(&effects),
        }
    };
    found.into_iter().map(effect).collect()
}

#[cfg(test)]
mod tests {
    use super::super::quantiles::coverage::{as_often, at_least};
    use super::*;
    use crate::plan::sampling::sobol as points;

    const PI: f64 = std::f64::consts::PI;

    fn ishigami(u: &[f64]) -> f64 {
        let x: Vec<f64> = u.iter().map(|u| -PI + 2.0 * PI * u).collect();
        libm::sin(x[0]) + 7.0 * libm::pow(libm::sin(x[1]), 2.0) + 0.1 * libm::pow(x[2], 4.0) * libm::sin(x[0])
    }

    fn indices(f: impl Fn(&[f64]) -> f64, k: usize, n: usize) -> Vec<Index> {
        let at = crosses(&points(n, 2 * k, 7), k);
        sobol(&at.iter().map(|u| f(u)).collect::<Vec<_>>(), k, 200, Stream::seeded(1))
    }

    #[test]
    fn indices_of_ishigami_are_those_of_its_closed_form() {
        let found = indices(ishigami, 3, 4096);
        let wanted = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
        for (index, (first, total)) in found.iter().zip(wanted) {
            assert!((index.first - first).abs() < 0.02, "{index:?} against {first}");
            assert!((index.total - total).abs() < 0.02, "{index:?} against {total}");
        }
    }

    #[test]
    fn indices_of_the_g_function_are_those_of_its_closed_form() {
        for a in [[0.0, 1.0, 4.5, 9.0], [1.0, 2.0, 3.0, 99.0]] {
            let found =
                indices(|u| u.iter().zip(a).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product(), 4, 4096);
            let partial = a.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
            let all = partial.iter().map(|v| 1.0 + v).product::<f64>() - 1.0;
            for (i, index) in found.iter().enumerate() {
                let (first, total) = (partial[i] / all, partial[i] * (1.0 + all) / (1.0 + partial[i]) / all);
                assert!((index.first - first).abs() < 0.02, "{index:?} against {first}");
                assert!((index.total - total).abs() < 0.02, "{index:?} against {total}");
            }
        }
    }

    #[test]
    fn a_factor_that_does_nothing_has_no_total() {
        let found = indices(|u| u[0] + u[1], 3, 256);
        assert_eq!((found[2].total, found[2].total_to), (0.0, 0.0));
        assert_eq!(indices(|_| 4.0, 2, 16)[0].total, 0.0);
    }

    /// f = x₀ + 2·x₁ + 4·x₀·x₁ with x = u − ½: 3/19 and 12/19 of its variance are first order, 4/19 interaction.
    fn together(u: &[f64]) -> f64 {
        let (a, b) = (u[0] - 0.5, u[1] - 0.5);
        a + 2.0 * b + 4.0 * a * b
    }

    #[test]
    fn intervals_of_indices_hold_the_truth_as_often_as_they_say() {
        // Independent rows instead of a net, which is nearer to the truth than its intervals say.
        let truth = [(3.0 / 19.0, 7.0 / 19.0), (12.0 / 19.0, 16.0 / 19.0), (0.0, 0.0)];
        let (mut held, mut alone, tries) = ([[0_u32; 2]; 2], 0, 400);
        for run in 0..tries {
            let luck = Stream::seeded(5).at(run);
            let rows: Vec<Vec<f64>> = (0..256).map(|r| (0..6).map(|j| luck.at(r).at(j).unit()).collect()).collect();
            let y: Vec<f64> = crosses(&rows, 3).iter().map(|u| together(u)).collect();
            let found = shares(&y, 3, 100, luck.named("again"));
            for (i, index) in found.indices[..2].iter().enumerate() {
                held[i][0] += u32::from((index.first - truth[i].0).abs() <= index.first_to);
                held[i][1] += u32::from((index.total - truth[i].1).abs() <= index.total_to);
            }
            alone += u32::from((found.alone.0 - 15.0 / 19.0).abs() <= found.alone.1);
            assert_eq!(found.indices[2].total, 0.0);
        }
        for held in held.into_iter().flatten().chain([alone]) {
            as_often(held, tries as u32, 0.95);
        }
    }

    #[test]
    fn on_a_net_intervals_of_indices_promise_no_more_than_they_hold() {
        let (mut held, tries) = (0, 100);
        for run in 0..tries {
            let y: Vec<f64> = crosses(&points(128, 4, run), 2).iter().map(|u| together(u)).collect();
            let found = sobol(&y, 2, 100, Stream::seeded(6).at(run));
            held += u32::from((found[1].total - 16.0 / 19.0).abs() <= found[1].total_to);
            held += u32::from((found[0].first - 3.0 / 19.0).abs() <= found[0].first_to);
        }
        at_least(held, 2 * tries as u32, 0.95);
    }

    #[test]
    fn intervals_of_effects_hold_the_truth_as_often_as_they_say() {
        // On four levels a step of x₀ has the effect 1 + 4·x₁, with x₁ equally at −½, −⅙, ⅙ and ½: mean absolute effect
        // 1.5.
        for count in [20, 60] {
            let (mut held, tries) = (0, 1000);
            for run in 0..tries {
                let at = walks(count, 2, 4, Stream::seeded(8).at(run));
                let effect = morris(&at, &at.iter().map(|u| together(u)).collect::<Vec<_>>(), 2)[0];
                held += u32::from((effect.size - 1.5).abs() <= effect.size_to);
            }
            as_often(held, tries as u32, 0.95);
        }
    }

    #[test]
    fn what_luck_makes_is_said_to_be_luck_and_what_it_does_not_is_not() {
        let steps = |effect: f64, at: u64| -> Vec<Vec<f64>> {
            let luck = Stream::seeded(4).at(at);
            let normal =
                |s: u64, r: u64| crate::world::maths::normal_quantile(luck.at(s).at(r).unit().clamp(1e-9, 1.0 - 1e-9));
            (0..32).map(|s| (0..4).map(|r| effect + normal(s, r)).collect()).collect()
        };
        let said = |effect: f64| (0..200).filter(|at| could_be_chance(&steps(effect, *at)) == Some(true)).count();
        assert!(said(0.0) >= 190 && said(1.0) <= 10, "{} {}", said(0.0), said(1.0));
        assert_eq!(could_be_chance(&[vec![3.0], vec![1.0]]), None);
        assert_eq!(could_be_chance(&[vec![0.0, 0.0], vec![0.0, 0.0]]), Some(true));
    }

    #[test]
    fn elementary_effects_of_a_plane_are_its_slopes() {
        for (k, levels) in [(3, 4), (5, 6)] {
            let at = walks(10, k, levels, Stream::seeded(2));
            assert!(at.iter().flatten().all(|x| (0.0..=1.0 + 1e-12).contains(x)));
            let f = |u: &[f64]| u.iter().enumerate().map(|(i, u)| (i as f64 - 1.0) * u).sum::<f64>();
            for (i, effect) in morris(&at, &at.iter().map(|u| f(u)).collect::<Vec<_>>(), k).iter().enumerate() {
                let slope = i as f64 - 1.0;
                assert!((effect.mean - slope).abs() < 1e-9 && (effect.size - slope.abs()).abs() < 1e-9);
                assert!(effect.spread < 1e-9);
            }
        }
    }
}
