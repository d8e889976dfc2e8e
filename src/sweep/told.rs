//! What is told of a sweep when it is done: how each design fares over the points, and where it fares best.
//!
//! Invariant: a gain is paired, point by point and luck by luck; a point that cannot be run is left out.

use std::io::Write;

use crate::error::Error;
use crate::stats::{Band, regret};
use crate::store::sweep::SweepStore;
use crate::store::tables::number;

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

/// Means of the headline at each point, under each design.
#[derive(Clone, Debug, PartialEq)]
pub struct Means {
    /// `sums[design][point]`: over how many runs, and what they come to.
    sums: Vec<Vec<(f64, usize)>>,
}

impl Means {
    /// Those of the runs that are done, read part by part.
    ///
    /// # Errors
    /// A store that cannot be read.
    pub fn of(store: &SweepStore) -> Result<Means, Error> {
        let manifest = &store.manifest;
        let mut sums = vec![vec![(0.0, 0_usize); manifest.points]; manifest.designs.len()];
        store.each(&manifest.headline, |run, value| {
            let (point, _, design) = manifest.run(run);
            let (sum, n) = &mut sums[design][point];
            *sum += value;
            *n += 1;
        })?;
        Ok(Means { sums })
    }

    fn at(&self, design: usize, point: usize) -> f64 {
        let (sum, n) = self.sums[design][point];
        if n == 0 { f64::NAN } else { sum / n as f64 }
    }

    /// The points that have runs.
    fn points(&self) -> impl Iterator<Item = usize> {
        (0..self.sums[0].len()).filter(|point| self.sums[0][*point].1 > 0)
    }

    /// `values[design][k]`: at the k-th point that has runs.
    fn values(&self) -> Vec<Vec<f64>> {
        (0..self.sums.len()).map(|d| self.points().map(|p| self.at(d, p)).collect()).collect()
    }

    /// How each design fares over the points. Points are worlds; `target` is what is good enough in one.
    pub fn fared(&self, designs: &[String], target: Option<f64>) -> Vec<Fared> {
        let points: Vec<usize> = self.points().collect();
        let values = self.values();
        let (regrets, largest, minimax) = regret::regrets(&values);
        let reaches = target.map(|target| regret::reaches(&values, target));
        let scale = points.iter().map(|p| self.at(0, *p)).sum::<f64>() / points.len().max(1) as f64;
        let one = |d: usize| {
            let levels = &values[d];
            let gains: Vec<f64> = levels.iter().zip(&values[0]).map(|(own, base)| own - base).collect();
            let ahead = gains.iter().filter(|gain| **gain > 0.0).count() as f64 / gains.len().max(1) as f64;
            let best = points.iter().copied().max_by(|a, b| self.at(d, *a).total_cmp(&self.at(d, *b)).then(b.cmp(a)));
            Fared {
                design: designs[d].clone(),
                level: Band::of(levels),
                gain: (d > 0 && scale != 0.0).then(|| Band::of(&gains).times(1.0 / scale.abs())),
                ahead,
                best: best.unwrap_or(0),
                regret: (largest[d], crate::stats::mean(&regrets[d])),
                minimax: d == minimax,
                reaches: reaches.as_ref().map(|shares| shares[d]),
            }
        };
        (0..designs.len()).map(one).collect()
    }

    /// The means as CSV: a row for each point and design, with what the point sets.
    ///
    /// # Errors
    /// A store that cannot be read; what the machine says.
    pub fn write(&self, store: &SweepStore, to: &mut dyn Write) -> Result<(), Error> {
        let broken = |source: csv::Error| Error::File {
            verb: "cannot write",
            path: store.place.path("summary.csv"),
            source: source.into(),
        };
        let (manifest, design) = (&store.manifest, store.design()?);
        let set = &design.columns[1..];
        let mut writer = csv::Writer::from_writer(to);
        let heads = ["point", "design"].into_iter().chain(set.iter().map(|(name, _)| name.as_str()));
        writer.write_record(heads.chain(["runs", manifest.headline.as_str(), "gain", "regret"])).map_err(broken)?;
        let (regrets, ..) = regret::regrets(&self.values());
        for (k, point) in self.points().enumerate() {
            for (d, name) in manifest.designs.iter().enumerate() {
                let mut cells = vec![point.to_string(), name.clone()];
                cells.extend(set.iter().map(|(_, column)| column.cell(point)));
                cells.push(self.sums[d][point].1.to_string());
                cells.push(number(self.at(d, point)));
                cells.push(number(self.at(d, point) - self.at(0, point)));
                cells.push(number(regrets[d][k]));
                writer.write_record(&cells).map_err(broken)?;
            }
        }
        writer.flush().map_err(|fault| broken(fault.into()))
    }
}
