//! What is told of a sweep when it is done: how each design fares over the points, and where it fares best.
//!
//! Invariant: a gain is paired, point by point and luck by luck; a point that cannot be run is left out.

use crate::error::Error;
use crate::stats::{Band, regret};
use crate::store::frame::{Column, Frame};
use crate::store::sweep::SweepStore;

/// One design over all points.
#[derive(Clone, Debug, PartialEq)]
pub struct Fared {
    /// Its name.
    pub design: String,
    /// Headline, mean of each point over its runs.
    pub level: Band,
    /// Gain over the baseline at each point, as a share of the baseline's mean over all of them; `None` for the baseline.
    pub gain: Option<Band>,
    /// Share of points at which it is ahead on average.
    pub ahead: f64,
    /// The point at which the headline is highest.
    pub best: usize,
    /// The most that it gives away at any point against the design that is best there, and the mean over points.
    pub regret: (f64, f64),
    /// Whether its largest regret is the smallest.
    pub minimax: bool,
    /// Share of points at which it reaches the target, where there is one.
    pub reaches: Option<f64>,
}

/// How the designs fare, and the table of means behind it: a row for each point and design. Points are worlds; `target` is what is good
/// enough in one.
///
/// # Errors
/// A store that cannot be read.
pub fn told(store: &SweepStore, target: Option<f64>) -> Result<(Vec<Fared>, Frame), Error> {
    let manifest = &store.manifest;
    let designs = manifest.designs.len();
    let mut sums = vec![vec![(0.0, 0_usize); manifest.points]; designs];
    for (run, value) in store.column(&manifest.headline)? {
        let (point, _, design) = manifest.run(run);
        let (sum, n) = &mut sums[design][point];
        *sum += value;
        *n += 1;
    }
    let mean = |design: usize, point: usize| {
        let (sum, n) = sums[design][point];
        if n == 0 { f64::NAN } else { sum / n as f64 }
    };
    let points: Vec<usize> = (0..manifest.points).filter(|point| sums[0][*point].1 > 0).collect();
    let scale = points.iter().map(|p| mean(0, *p)).sum::<f64>() / points.len().max(1) as f64;
    let values: Vec<Vec<f64>> = (0..designs).map(|d| points.iter().map(|p| mean(d, *p)).collect()).collect();
    let (regrets, largest, minimax) = regret::regrets(&values);
    let reaches = target.map(|target| regret::reaches(&values, target));
    let fared = (0..designs).map(|d| {
        let levels: Vec<f64> = points.iter().map(|p| mean(d, *p)).collect();
        let gains: Vec<f64> = points.iter().map(|p| mean(d, *p) - mean(0, *p)).collect();
        let ahead = gains.iter().filter(|gain| **gain > 0.0).count() as f64 / gains.len().max(1) as f64;
        let best = points.iter().copied().max_by(|a, b| mean(d, *a).total_cmp(&mean(d, *b)).then(b.cmp(a)));
        Fared {
            design: manifest.designs[d].clone(),
            level: Band::of(&levels),
            gain: (d > 0 && scale != 0.0).then(|| Band::of(&gains).times(1.0 / scale.abs())),
            ahead,
            best: best.unwrap_or(0),
            regret: (largest[d], crate::stats::mean(&regrets[d])),
            minimax: d == minimax,
            reaches: reaches.as_ref().map(|shares| shares[d]),
        }
    });
    let fared = fared.collect();
    let design = store.design()?;
    let each = || points.iter().flat_map(|p| (0..designs).map(move |d| (*p, d)));
    let mut frame = Frame::default()
        .with("point", Column::Whole(each().map(|(p, _)| p as i64).collect()))
        .with("design", Column::Text(each().map(|(_, d)| manifest.designs[d].clone()).collect()));
    for (name, column) in design.columns.iter().skip(1) {
        frame = frame.with(name, Column::Text(each().map(|(p, _)| column.cell(p)).collect()));
    }
    frame = frame
        .with("runs", Column::Whole(each().map(|(p, d)| sums[d][p].1 as i64).collect()))
        .with(&manifest.headline, Column::Real(each().map(|(p, d)| mean(d, p)).collect()))
        .with("gain", Column::Real(each().map(|(p, d)| mean(d, p) - mean(0, p)).collect()))
        .with("regret", Column::Real((0..points.len()).flat_map(|k| regrets.iter().map(move |own| own[k])).collect()));
    Ok((fared, frame))
}
