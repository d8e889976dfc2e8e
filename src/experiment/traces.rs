//! Traces: the states of single people, tick by tick, as CSV.
//!
//! Invariant: one row for each traced person and tick of replicate 0, design by design; the same bytes whether rows are held or streamed.

use std::fmt::Write as _;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Mutex;

use tempfile::{SpooledTempFile, spooled_tempfile_in};

use super::{Design, Ensemble, Experiment};
use crate::engine::Trace;
use crate::world::people::NEVER;

const HEADER: [&str; 14] = [
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

/// Bytes of the rows of a design that are held before they go to disk.
const HELD: usize = 1 << 20;

/// Rows of traces on their way to disk: a temporary file without a name for each design.
pub struct TraceFiles {
    designs: Vec<Mutex<Spool>>,
}

/// The rows of one design, and the first fault in writing them.
struct Spool {
    rows: csv::Writer<SpooledTempFile>,
    fault: Option<io::Error>,
}

impl TraceFiles {
    /// Files in a folder, if the scenario selects people.
    pub fn of(experiment: &Experiment, folder: &Path) -> Option<TraceFiles> {
        let spool = |_: &Design| {
            let rows = csv::Writer::from_writer(spooled_tempfile_in(HELD, folder));
            Mutex::new(Spool { rows, fault: None })
        };
        let asked = experiment.designs.iter().any(|design| design.model.traces > 0);
        asked.then(|| TraceFiles { designs: experiment.designs.iter().map(spool).collect() })
    }

    /// Adds the rows of a tick of a design. A fault is told by [`write`](TraceFiles::write).
    pub(super) fn add(&self, at: usize, design: &Design, traces: &[Trace]) {
        let Ok(mut spool) = self.designs[at].lock() else { return };
        if spool.fault.is_none() {
            spool.fault = rows(&mut spool.rows, design, traces).err();
        }
    }

    /// Writes all rows with their header.
    ///
    /// # Errors
    /// The first fault in writing a row, now or before.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let mut table = csv::Writer::from_writer(&mut *to);
        table.write_record(HEADER)?;
        table.flush()?;
        drop(table);
        for spool in &self.designs {
            let Ok(mut spool) = spool.lock() else { continue };
            if let Some(fault) = spool.fault.take() {
                return Err(fault);
            }
            spool.rows.flush()?;
            // The writer gives access to its file only as a whole.
            let spooled = std::mem::replace(&mut spool.rows, csv::Writer::from_writer(SpooledTempFile::new(0)));
            let mut file = spooled.into_inner().map_err(|fault| io::Error::other(fault.to_string()))?;
            file.seek(SeekFrom::Start(0))?;
            io::copy(&mut file, to)?;
            file.seek(SeekFrom::End(0))?;
            spool.rows = csv::Writer::from_writer(file);
        }
        Ok(())
    }
}

impl Ensemble {
    /// The traces of the people that the scenario selects, if they are held: one row per person and tick, in replicate 0.
    pub fn traces(&self, experiment: &Experiment) -> Option<Vec<u8>> {
        let mut table = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail.
        table.write_record(HEADER).ok()?;
        let of = |runs: &Vec<crate::engine::Trajectory>| runs.first().is_some_and(|run| !run.traces.is_empty());
        if !self.runs.iter().any(of) {
            return None;
        }
        for (design, runs) in experiment.designs.iter().zip(&self.runs) {
            for run in runs.iter().take(1) {
                rows(&mut table, design, &run.traces).ok()?;
            }
        }
        table.into_inner().ok()
    }
}

/// Writes a row for each trace.
fn rows(to: &mut csv::Writer<impl Write>, design: &Design, traces: &[Trace]) -> io::Result<()> {
    let mut cell = String::new();
    let mut date = (u32::MAX, String::new());
    for trace in traces {
        if date.0 != trace.tick {
            date = (trace.tick, design.model.calendar.date(trace.tick).to_string());
        }
        let p = &trace.person;
        to.write_field(&design.name)?;
        let mut number = |to: &mut csv::Writer<_>, x: &dyn std::fmt::Display| {
            cell.clear();
            let _ = write!(cell, "{x}");
            to.write_field(&cell)
        };
        number(to, &trace.id)?;
        to.write_field(&date.1)?;
        to.write_field(["potential", "member", "left"][usize::from(p.stage.min(2))])?;
        if p.last <= NEVER {
            to.write_field("")?
        } else {
            number(to, &p.last)?
        }
        for x in [p.habit, p.anticipation, p.tolerance, p.stake, p.knowledge, p.fame, p.motivation, p.urge, p.drive] {
            number(to, &x)?;
        }
        to.write_record(None::<&[u8]>)?;
    }
    Ok(())
}
