//! `export`: the series of a stored run or sweep as a table, a column for each metric.
//!
//! Invariant: nothing is simulated, and the folder is not changed.

use std::path::PathBuf;

use crate::error::Error;
use crate::say;
use crate::store::place::Put;
use crate::store::sweep::SweepStore;
use crate::store::{Form, output_file};
use crate::words::number;

use super::{log, print};

/// Rows of a sheet of Excel, its heads included.
const EXCEL: usize = 1_048_576;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    run: PathBuf,
    #[arg(long = "metric", value_name = "METRIC")]
    metric: Vec<String>,
    #[arg(long = "design", value_name = "DESIGN")]
    design: Vec<String>,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long)]
    force: bool,
}

pub(super) fn export(args: &Args) -> Result<(), Error> {
    let store = SweepStore::open(&args.run)?;
    let Some(file) = &args.out else {
        let mut text = Vec::new();
        let rows = store.export(&args.metric, &args.design, Form::Csv, &mut text)?;
        print(&String::from_utf8_lossy(&text))?;
        log(&beyond_excel(rows));
        return Ok(());
    };
    let form = Form::of(file);
    let mut rows = 0;
    let put = output_file::write(file, args.force, |to| {
        rows = store.export(&args.metric, &args.design, form, to)?;
        Ok(())
    })?;
    let (shown, file) = (number::grouped(&rows.to_string()), file.display().to_string());
    print(&match put {
        Put::New => say!("export-wrote", rows = shown, file = file) + "\n",
        Put::Same => say!("export-there", rows = shown, file = file) + "\n",
    })?;
    if form == Form::Csv {
        log(&beyond_excel(rows));
    }
    Ok(())
}

/// What to do if there are more rows than Excel shows.
fn beyond_excel(rows: usize) -> String {
    let (rows, most) = (rows + 1, EXCEL);
    if rows <= most { String::new() } else { say!("export-beyond-excel", rows = rows, most = most) + "\n" }
}
