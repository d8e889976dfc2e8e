//! The run as tidy tables: one observation per row, names instead of indices, ISO dates.
//!
//! Invariant: a number has the fewest digits that read back as the same number; a missing number is an empty cell.

use crate::stats::{Band, Summary};

/// The position of one number of a trajectory; indices as in the [`Summary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Index of the design.
    pub design: usize,
    /// Index of the replicate.
    pub replicate: usize,
    /// Index of the date.
    pub period: usize,
    /// Index of the metric.
    pub metric: usize,
}

/// `trajectories.csv`: each metric of each run at each date. `value` returns one number of the ensemble.
pub fn trajectories(summary: &Summary, value: &dyn Fn(Cell) -> f64) -> Vec<u8> {
    let mut table = Table::of(&["design", "replicate", "date", "metric", "value"]);
    let dates: Vec<String> = summary.dates.iter().map(ToString::to_string).collect();
    for (design, of) in summary.designs.iter().enumerate() {
        for replicate in 0..summary.replicates {
            let run = replicate.to_string();
            for (period, date) in dates.iter().enumerate() {
                for (metric, named) in summary.metrics.iter().enumerate() {
                    let cell = Cell { design, replicate, period, metric };
                    table.row(&[&of.name, &run, date, &named.name, &number(value(cell))]);
                }
            }
        }
    }
    table.bytes()
}

/// `summary.csv`: bands over the replicates in which the metric has a value, paired gains over the baseline (empty for the baseline
/// itself), and the number of replicates with a value.
pub fn summary(summary: &Summary) -> Vec<u8> {
    let mut table = Table::of(&[
        "design", "metric", "date", "p10", "p25", "p50", "p75", "p90", "mean", "gain_p10", "gain_p50", "gain_p90",
        "ahead", "defined",
    ]);
    for (d, design) in summary.designs.iter().enumerate() {
        for (m, metric) in summary.metrics.iter().enumerate() {
            for (p, date) in summary.dates.iter().enumerate() {
                let band: Option<&Band> = entry(&summary.bands, d, m, p);
                let gain: Option<&Band> = entry(&summary.gains, d, m, p).filter(|_| d > 0);
                let ahead: Option<&f64> = entry(&summary.ahead, d, m, p).filter(|_| d > 0);
                let cell = |x: Option<f64>| x.map_or_else(String::new, number);
                table.row(&[
                    &design.name,
                    &metric.name,
                    &date.to_string(),
                    &cell(band.map(|b| b.p10)),
                    &cell(band.map(|b| b.p25)),
                    &cell(band.map(|b| b.p50)),
                    &cell(band.map(|b| b.p75)),
                    &cell(band.map(|b| b.p90)),
                    &cell(band.map(|b| b.mean)),
                    &cell(gain.map(|b| b.p10)),
                    &cell(gain.map(|b| b.p50)),
                    &cell(gain.map(|b| b.p90)),
                    &cell(ahead.copied()),
                    &band.map_or(0, |b| summary.replicates.saturating_sub(b.missing)).to_string(),
                ]);
            }
        }
    }
    table.bytes()
}

/// `coast.csv`: what is left of each design, by days after all spending stopped, relative to its pair that continues;
/// quantiles over runs, and all runs together. `None` if nothing was paid for, or no run has a coast.
pub fn coast(summary: &Summary) -> Option<Vec<u8>> {
    if summary.verdicts.iter().all(|verdict| verdict.coasting.is_empty()) {
        return None;
    }
    let mut table = Table::of(&["design", "days", "p10", "p25", "p50", "p75", "p90", "together"]);
    for (design, verdict) in summary.designs.iter().zip(&summary.verdicts) {
        for (days, b) in summary.coast_days.iter().zip(&verdict.coasting) {
            let cells = [*days, b.p10, b.p25, b.p50, b.p75, b.p90, b.mean].map(number);
            table.row(&[&[design.name.as_str()][..], &cells.each_ref().map(String::as_str)].concat());
        }
    }
    Some(table.bytes())
}

fn entry<T>(cube: &[Vec<Vec<T>>], design: usize, metric: usize, period: usize) -> Option<&T> {
    cube.get(design)?.get(metric)?.get(period)
}

/// The number with the fewest digits that read back as the same number.
pub fn number(x: f64) -> String {
    match x {
        x if !x.is_finite() => String::new(),
        0.0 => "0".to_owned(),
        x if x.abs() < 1e-5 || x.abs() >= 1e16 => format!("{x:e}"),
        x => x.to_string(),
    }
}

struct Table(csv::Writer<Vec<u8>>);

impl Table {
    fn of(columns: &[&str]) -> Self {
        let mut table = Table(csv::Writer::from_writer(Vec::new()));
        table.row(columns);
        table
    }
    fn row(&mut self, cells: &[&str]) {
        // Writing to memory fails only for a row of another length, which the callers' arrays exclude.
        let _ = self.0.write_record(cells);
    }
    fn bytes(self) -> Vec<u8> {
        self.0.into_inner().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_reads_back_as_itself() {
        for x in [0.1, 1.0 / 3.0, 12_000.0, 1e-9, 2.5e17, -7.25, f64::MIN_POSITIVE] {
            assert_eq!(number(x).parse::<f64>(), Ok(x));
        }
    }

    #[test]
    fn what_is_not_a_number_is_an_empty_cell_and_zero_has_no_sign() {
        assert_eq!(number(f64::NAN), "");
        assert_eq!(number(f64::INFINITY), "");
        assert_eq!(number(-0.0), "0");
        assert_eq!(number(12_000.0), "12000");
    }
}
