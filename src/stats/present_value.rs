//! Present value: a later amount is worth less today.
//!
//! An amount one year from now has the factor 1/(1 + r). Invariant: an amount of 1 a year for n years is worth (1 − (1
//! + r)^−n)/r.

use super::run_table::Table;
use crate::metrics::names;

/// The present value of flows, each as years from now and amount.
pub fn present(flows: impl IntoIterator<Item = (f64, f64)>, discount: f64) -> f64 {
    flows.into_iter().map(|(years, amount)| amount * libm::pow(1.0 + discount, -years)).sum()
}

/// The net present value of each replicate of a design: the headline at `worth` per unit and year, minus the money that
/// it pays.
pub(super) fn net(table: &Table, design: usize, headline: usize, worth: f64, discount: f64) -> Vec<f64> {
    let model = &table.experiment.designs[design].model;
    let years: Vec<f64> = model.rows.iter().map(|row| f64::from(row.after) * model.calendar.years()).collect();
    let paid = table.experiment.metrics.iter().position(|m| m.name == names::MONEY_PAID);
    let run = |rows: &Vec<Vec<f64>>| {
        let (mut before, mut spent) = (0.0, 0.0);
        let flows = rows.iter().zip(&years).map(|(row, &at)| {
            let so_far = paid.map_or(0.0, |m| row[m]);
            // A headline without a value is worth nothing.
            let level = if row[headline].is_nan() { 0.0 } else { row[headline] };
            let flow = worth * level * (at - before) - (so_far - spent);
            (before, spent) = (at, so_far);
            (at, flow)
        });
        present(flows, discount)
    };
    table.ensemble.runs[design].iter().map(|t| run(&t.rows)).collect()
}

#[cfg(test)]
mod tests {
    use super::present;

    #[test]
    fn one_a_year_is_worth_its_annuity() {
        for (years, discount, wanted) in [(10, 0.1, 6.144_567), (20, 0.05, 12.462_210), (5, 0.0, 5.0), (1, 0.25, 0.8)] {
            let found = present((1..=years).map(|year| (f64::from(year), 1.0)), discount);
            assert!((found - wanted).abs() < 1e-6, "{found} against {wanted}");
        }
    }
}
