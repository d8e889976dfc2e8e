//! Retention by cohort: the share of the people with a first contribution in a quarter who are active in the months
//! [age, age + 3) after it.
//!
//! Real histories give the same table. Invariant: a cell exists only if the whole cohort is observed over the whole
//! window.

use std::collections::BTreeMap;

use crate::experiment::{Ensemble, Experiment};
use crate::world::calendar::MONTH;

/// Ages in months.
const AGES: [u32; 8] = [1, 2, 3, 6, 9, 12, 18, 24];

/// The table as CSV: design, cohort, age, size of the cohort over all replicates, share active.
///
/// # Errors
/// Only those of writing to memory.
pub fn table(experiment: &Experiment, ensemble: &Ensemble) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["design", "cohort", "age_months", "n", "share_active_3m_window"])?;
    for (design, runs) in experiment.designs.iter().zip(&ensemble.runs) {
        let model = &design.model;
        let month = MONTH / model.calendar.step.days();
        let end = f64::from(model.ticks) / month;
        let mut cells: BTreeMap<(i16, i8, u32), (u32, u32, bool)> = BTreeMap::new();
        for one in runs.iter().flat_map(|t| &t.cohorts).filter(|c| c.first >= 0.0) {
            let date = model.calendar.date(one.first as u32);
            let observed = end - f64::from(one.first) / month;
            for age in AGES {
                let cell = cells.entry((date.year(), (date.month() - 1) / 3 + 1, age)).or_insert((0, 0, true));
                cell.0 += 1;
                cell.1 += u32::from(one.presence >> age & 0b111 > 0);
                cell.2 &= observed >= f64::from(age + 3);
            }
        }
        for ((year, quarter, age), (n, active, whole)) in cells {
            if whole {
                let share = format!("{:.4}", f64::from(active) / f64::from(n));
                let cohort = format!("{year}Q{quarter}");
                table.write_record([&design.name, &cohort, &age.to_string(), &n.to_string(), &share])?;
            }
        }
    }
    table.into_inner().map_err(|fault| fault.into_error().into())
}
