//! The run as tidy tables: one observation per row, names instead of indices, ISO dates.
//!
//! Invariant: a number has the fewest digits that read back as the same number; a missing number is an empty cell.

use crate::stats::{Band, Interval, Ratio, Summary};

/// `summary.csv`: bands over the replicates in which the metric has a value; paired gains over the baseline (empty for the baseline
/// itself), with the 80 % interval of their mean; and the number of replicates with a value. `intervals` is `[design][metric][period]`.
pub fn summary(summary: &Summary, intervals: &[Vec<Vec<Interval>>]) -> Vec<u8> {
    let mut table = Table::of(&[
        "design",
        "metric",
        "date",
        "p10",
        "p25",
        "p50",
        "p75",
        "p90",
        "mean",
        "gain_p10",
        "gain_p50",
        "gain_p90",
        "gain_mean",
        "gain_mean_low",
        "gain_mean_high",
        "ahead",
        "defined",
    ]);
    for (d, design) in summary.designs.iter().enumerate() {
        for (m, metric) in summary.metrics.iter().enumerate() {
            for (p, date) in summary.dates.iter().enumerate() {
                let band: Option<&Band> = entry(&summary.bands, d, m, p);
                let gain: Option<&Band> = entry(&summary.gains, d, m, p).filter(|_| d > 0);
                let mean = entry(intervals, d, m, p).filter(|_| d > 0);
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
                    &cell(gain.map(|b| b.mean)),
                    &cell(mean.map(|i| i.low)),
                    &cell(mean.map(|i| i.high)),
                    &cell(ahead.copied()),
                    &band.map_or(0, |b| summary.replicates.saturating_sub(b.missing)).to_string(),
                ]);
            }
        }
    }
    table.bytes()
}

/// `metrics.csv`: what the metrics of the other tables are: title and unit.
pub fn metrics(summary: &Summary) -> Vec<u8> {
    let mut table = Table::of(&["metric", "title", "unit"]);
    summary.metrics.iter().for_each(|metric| table.row(&[&metric.name, &metric.title, &metric.unit]));
    table.bytes()
}

/// `verdict.csv`: the table of the verdict as numbers, a row for each design. Its columns are in the unit of the headline, in money, or
/// shares of one; gains are shares of the baseline.
pub fn verdict(summary: &Summary) -> Vec<u8> {
    let mut table = Table::of(&[
        "design",
        "title",
        "metric",
        "mean",
        "p10",
        "p90",
        "gain_mean",
        "gain_mean_low",
        "gain_mean_high",
        "gain_p10",
        "gain_p90",
        "ahead",
        "even",
        "behind",
        "money",
        "money_owed_for_points",
        "staff_hours",
        "review_hours",
        "money_per_extra",
        "money_per_extra_low",
        "money_per_extra_high",
        "active_after_funding_stops",
        "gain_kept",
        "gain_kept_low",
        "gain_kept_high",
        "overload_exits",
    ]);
    let metric = summary.metrics.get(summary.headline).map_or("", |metric| metric.name.as_str());
    for (design, verdict) in summary.designs.iter().zip(&summary.verdicts) {
        let level = verdict.level;
        let mut cells = vec![design.name.clone(), design.says.clone(), metric.to_owned()];
        cells.extend([level.mean, level.p10, level.p90].map(number));
        let gain = verdict.gain.map(|gain| (gain.band, gain.interval, gain.tally));
        cells.extend(gain.map_or_else(
            || std::array::from_fn::<String, 8, _>(|_| String::new()),
            |(band, mean, tally)| {
                let [a, b, c, d, e] = [band.mean, mean.low, mean.high, band.p10, band.p90].map(number);
                let [f, g, h] = [tally.ahead, tally.even, tally.behind].map(|runs| runs.to_string());
                [a, b, c, d, e, f, g, h]
            },
        ));
        cells.extend([verdict.cost, verdict.owed, verdict.hours.staff, verdict.hours.review].map(number));
        let ratio = |ratio: &Option<Ratio>| match ratio {
            Some(Ratio::Known { value, low, high }) => [*value, *low, *high],
            _ => [f64::NAN; 3],
        };
        cells.extend(ratio(&verdict.cost_per_extra).map(number));
        cells.push(number(verdict.coast.map_or(f64::NAN, |coast| coast.mean)));
        cells.extend(ratio(&verdict.gain_kept).map(number));
        cells.push(number(verdict.burnout));
        table.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
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
