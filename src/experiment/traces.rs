//! Traces: the states of single people, tick by tick, as CSV.

use super::{Ensemble, Experiment};
use crate::world::people::NEVER;

impl Ensemble {
    /// The traces of the people that the scenario selects, as CSV: one row per person and tick, in replicate 0.
    pub fn traces(&self, experiment: &Experiment) -> Option<Vec<u8>> {
        let mut table = csv::Writer::from_writer(Vec::new());
        let header = [
            "design",
            "person",
            "date",
            "stage",
            "last_deed",
            "habit",
            "anticipation",
            "tolerance",
            "stake",
            "knowledge",
            "fame",
            "motivation",
            "intensity",
            "drive",
        ];
        let mut any = false;
        // Writing to memory cannot fail.
        table.write_record(header).ok()?;
        for (design, runs) in experiment.designs.iter().zip(&self.runs) {
            for trace in runs.first().map(|t| t.traces.as_slice()).unwrap_or_default() {
                any = true;
                let p = &trace.person;
                let stage = ["potential", "member", "left"][usize::from(p.stage.min(2))];
                let mut line = vec![design.name.clone(), trace.id.to_string()];
                line.push(design.model.calendar.date(trace.tick).to_string());
                line.push(stage.to_owned());
                let never = p.last <= NEVER;
                line.push(if never { String::new() } else { p.last.to_string() });
                line.extend(
                    [p.habit, p.anticipation, p.tolerance, p.stake, p.knowledge, p.fame, p.motivation, p.urge, p.drive]
                        .map(|x| x.to_string()),
                );
                table.write_record(&line).ok()?;
            }
        }
        if any { table.into_inner().ok() } else { None }
    }
}
