//! `report`: charts, page and verdict of a stored run, without simulating.
//!
//! Invariant: the files are those that the run itself drew, to the byte; nothing is overwritten.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::report::terminal::{Footer, verdict};
use crate::say;
use crate::stats::Summary;
use crate::store;
use crate::store::place::{Place, Put};

use super::{print, width};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    run: PathBuf,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn report(args: &Args) -> Result<(), Error> {
    let path = args.run.join("summary.json");
    let summary = Summary::read(&store::read(&args.run, "summary.json")?)
        .ok_or_else(|| Error::Stored { path, says: say!("report-other-version") })?;
    let out: &Path = args.out.as_deref().unwrap_or(&args.run);
    let place = Place::at(out);
    let mut new = 0;
    for (name, bytes) in crate::report::files(&summary)? {
        new += usize::from(place.put(&name, &bytes)? == Put::New);
    }
    let folder = place.root().display().to_string();
    let wrote = match new {
        0 => say!("report-same", folder = folder),
        files => say!("report-wrote", folder = folder, files = files),
    };
    print(&verdict(&summary, &Footer { seconds: None, wrote: Some(wrote) }, width(), true))
}
