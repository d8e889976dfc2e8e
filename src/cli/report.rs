//! `report`: charts, page and verdict of a stored run, without simulating.
//!
//! Invariant: the files are those that the run itself drew, to the byte; nothing is overwritten.

use std::path::{Path, PathBuf};

use crate::charts::Fonts;
use crate::error::Error;
use crate::report::terminal::{Footer, verdict};
use crate::say;
use crate::stats::Summary;
use crate::store::place::{Place, Put};
use crate::store::stored_run;

use super::{note, print, width};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    run: PathBuf,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    font: Option<PathBuf>,
}

pub(super) fn report(args: &Args) -> Result<(), Error> {
    let path = args.run.join("summary.json");
    let summary = Summary::read(&stored_run::read(&args.run, "summary.json", &is_drawn)?)
        .ok_or_else(|| Error::Stored { path, says: say!("report-other-version") })?;
    args.out.as_deref().map_or(Ok(()), crate::store::apart)?;
    let out: &Path = args.out.as_deref().unwrap_or(&args.run);
    let place = Place::at(out);
    ["", "charts"].iter().for_each(|folder| place.sweep_out(folder));
    let mut new = 0;
    let drawn = crate::report::files(&summary, &Fonts::with(args.font.as_slice())?)?;
    note(drawn.notes.iter());
    for (name, bytes) in drawn.files {
        new += usize::from(place.put(&name, &bytes)? == Put::New);
    }
    let folder = place.root().display().to_string();
    let wrote = match new {
        0 => say!("report-same", folder = folder),
        files => say!("report-wrote", folder = folder, files = files),
    };
    print(&verdict(&summary, &Footer { took: None, wrote: Some(wrote) }, width(), true))
}

/// Whether a file of a run is drawn from its summary.
fn is_drawn(name: &str) -> bool {
    name == "report.html" || name.starts_with("charts/")
}
