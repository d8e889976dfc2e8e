//! Where results are shown: the terminal, and one page for the browser and for print.
//!
//! Invariant: nothing here computes; every number comes from the `Summary`, every picture from the charts. The page
//! loads nothing from anywhere and needs no font on the reader's machine.

mod html;
pub mod terminal;

pub use html::html;

use crate::charts::{self, Fonts};
use crate::error::Error;
use crate::stats::Summary;

/// The page and the charts of a run.
pub struct Files {
    /// Each file's path below the run's folder, and its bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// What a reader should know of the pictures ([`charts::notes`]).
    pub notes: Vec<String>,
}

/// The page and the charts of a run as SVG and PNG.
///
/// # Errors
/// A chart or the page that cannot be drawn.
pub fn files(summary: &Summary, fonts: &Fonts) -> Result<Files, Error> {
    let drawn = charts::draw_all(summary, fonts)?;
    let notes = charts::notes(&drawn);
    let mut files = vec![("report.html".to_owned(), html(summary, &drawn)?.into_bytes())];
    for chart in drawn {
        files.push((format!("charts/{}.svg", chart.name), chart.svg.into_bytes()));
        files.push((format!("charts/{}.png", chart.name), chart.png));
    }
    Ok(Files { files, notes })
}
