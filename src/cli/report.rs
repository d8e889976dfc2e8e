//! `report`: charts, page and verdict again from a stored run, without simulating.
//!
//! Invariant: what is drawn from a stored run is what the run itself drew, to the byte; nothing is overwritten.

use std::path::{Path, PathBuf};

use zaoshi::error::Error;
use zaoshi::report::terminal::{Told, verdict};
use zaoshi::stats::Summary;
use zaoshi::store;
use zaoshi::store::place::{Place, Put};

use super::{print, width};

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi report output/open-source-database/1c08…           what it found; charts that were removed are drawn again
  zaoshi report output/open-source-database/1c08… --out slides";

#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// The folder of a stored run.
    run: PathBuf,
    /// Folder for charts and page, instead of the run's own.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn report(asked: &Asked) -> Result<(), Error> {
    let path = asked.run.join("summary.json");
    let summary = Summary::read(&store::read(&asked.run, "summary.json")?).ok_or_else(|| Error::Stored {
        path,
        says: "is not a summary of this version: run the scenario again".to_owned(),
    })?;
    let out: &Path = asked.out.as_deref().unwrap_or(&asked.run);
    let place = Place::at(out);
    let mut new = 0;
    for (name, bytes) in zaoshi::report::files(&summary)? {
        new += usize::from(place.put(&name, &bytes)? == Put::New);
    }
    let wrote = match new {
        0 => format!("All there, the same to the byte: {}/  report.html  charts/", place.root().display()),
        n => format!("Wrote {}/  report.html  charts/  ({n} files)", place.root().display()),
    };
    print(&verdict(&summary, &Told { seconds: None, wrote: Some(wrote) }, width(), true))
}
