//! Global sensitivity: Sobol indices, or elementary effects if there are many factors.
//!
//! Invariant: a sweep whose points are not arranged as the method needs is refused.

use crate::error::Error;
use crate::say;
use crate::stats::sensitivity::{could_be_chance, morris, shares};
use crate::stats::sweep_points::{Axis, Points, Values};
use crate::store::sweep::SweepStore;
use crate::sweep::spec::walk_stream;
use serde::Serialize;

use super::{Answer, Args, fonts, index};
use crate::cli::help;

mod report;

/// Which estimator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Method {
    #[value(help = help::value("cli-explain", "sensitivity-sobol"))]
    Sobol,
    #[value(help = help::value("cli-explain", "sensitivity-morris"))]
    Morris,
}

const RESAMPLES: usize = 1000;

/// One factor and its indices or effects.
#[derive(Serialize)]
struct Factor<T> {
    factor: String,
    says: String,
    path: String,
    standing: String,
    /// Whether luck alone could make it; `None` if each point has one run.
    could_be_luck: Option<bool>,
    #[serde(flatten)]
    found: T,
}

pub(super) fn answer(args: &Args, store: &SweepStore, points: &Points, method: Method) -> Result<Answer, Error> {
    let design = index(args, points)?;
    let scale = points.scale();
    if scale.is_nan() {
        return Err(Error::Argument(say!("explain-baseline-undefined")));
    }
    if scale == 0.0 {
        return Err(Error::Argument(say!("explain-baseline-is-zero")));
    }
    let outcomes: Vec<f64> = (0..points.len())
        .map(|p| if points.runs[design][p].is_empty() { f64::NAN } else { points.gain(design, p, scale) })
        .collect();
    let axes: Vec<&Axis> = points.axes.iter().filter(|axis| axis.set.iter().all(|set| *set)).collect();
    let (k, luck) = (axes.len(), walk_stream(store.manifest.seed).named("resample"));
    let what = if design > 0 {
        say!("sensitivity-gain", design = &points.designs[design].says)
    } else {
        say!("sensitivity-level")
    };
    // The effect of the step from one point to another, run by run.
    let step = |from: usize, to: usize| -> Vec<f64> {
        let (a, b) = (points.gains(design, from, scale), points.gains(design, to, scale));
        a.iter().zip(&b).map(|(a, b)| b - a).collect()
    };
    let fonts = fonts(args)?;
    let outcome = report::Outcome { what, values: &outcomes, points, fonts: &fonts };
    match method {
        Method::Sobol => {
            if k == 0 || !crossed(&axes, points.len()) {
                return Err(Error::Argument(say!("sobol-no-crosses")));
            }
            let found = shares(&outcomes, k, RESAMPLES, luck);
            let rows = || (0..points.len() / (k + 2)).map(|row| row * (k + 2));
            let chance =
                |i: usize| could_be_chance(&rows().map(|first| step(first, first + 1 + i)).collect::<Vec<_>>());
            let list =
                axes.iter().zip(&found.indices).enumerate().map(|(i, (axis, index))| factor(axis, *index, chance(i)));
            report::indices(list.zip(found.apart).collect(), found.alone, &outcome)
        }
        Method::Morris => {
            let shares = shares_of(&axes, points.len());
            if k == 0 || !walked(&shares, k) {
                return Err(Error::Argument(say!("morris-no-walks")));
            }
            let found = morris(&shares, &outcomes, k);
            let steps = |i: usize| -> Vec<Vec<f64>> {
                let pairs = (0..points.len() - 1).filter(|p| (p + 1) % (k + 1) != 0);
                pairs.filter(|p| shares[*p][i] != shares[p + 1][i]).map(|p| step(p, p + 1)).collect()
            };
            let list =
                axes.iter().zip(found).enumerate().map(|(i, (axis, e))| factor(axis, e, could_be_chance(&steps(i))));
            report::effects(list.collect(), &outcome)
        }
    }
}

fn factor<T>(axis: &Axis, found: T, could_be_luck: Option<bool>) -> Factor<T> {
    Factor {
        factor: axis.name.clone(),
        says: axis.says.clone(),
        path: axis.path.clone(),
        standing: axis.standing.clone(),
        could_be_luck,
        found,
    }
}

/// A number for the value of a factor at a point; equal values have equal numbers.
fn bits(axis: &Axis, point: usize) -> u64 {
    match &axis.values {
        Values::Numbers(list) => list[point].to_bits(),
        Values::Words(list, _) => list[point] as u64,
    }
}

/// Whether the points are rows A, AB₁ … ABₖ, B, as Sobol indices need them.
fn crossed(axes: &[&Axis], points: usize) -> bool {
    let k = axes.len();
    points > 0
        && points.is_multiple_of(k + 2)
        && (0..points / (k + 2)).all(|row| {
            let first = row * (k + 2);
            (0..k).all(|i| {
                let from = |j: usize| if i == j { first + k + 1 } else { first };
                (0..k).all(|j| bits(axes[j], first + 1 + i) == bits(axes[j], from(j)))
            })
        })
}

/// Whether each step of the walks changes at most one factor. `shares`: `[point][factor]`.
fn walked(shares: &[Vec<f64>], k: usize) -> bool {
    let one = |pair: &[Vec<f64>]| pair[0].iter().zip(&pair[1]).filter(|(a, b)| a != b).count() <= 1;
    !shares.is_empty()
        && shares.len().is_multiple_of(k + 1)
        && shares.chunks(k + 1).all(|walk| walk.windows(2).all(one))
}

/// The values by rank, as shares of the way from the smallest to the largest value: `[point][factor]`.
fn shares_of(axes: &[&Axis], points: usize) -> Vec<Vec<f64>> {
    let ranks: Vec<Vec<f64>> = axes
        .iter()
        .map(|axis| {
            let number = |p: usize| match &axis.values {
                Values::Numbers(list) => list[p],
                Values::Words(list, _) => list[p] as f64,
            };
            let mut known: Vec<f64> = (0..points).map(number).collect();
            known.sort_by(f64::total_cmp);
            known.dedup();
            let last = (known.len().max(2) - 1) as f64;
            (0..points).map(|p| known.partition_point(|x| *x < number(p)) as f64 / last).collect()
        })
        .collect();
    (0..points).map(|p| ranks.iter().map(|axis| axis[p]).collect()).collect()
}
