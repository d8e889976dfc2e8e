//! Where results are shown: the terminal, and one page for the browser and for print.
//!
//! Invariant: nothing here computes; every number comes from the `Summary`, every picture from the charts. The page
//! loads nothing from anywhere and needs no font on the reader's machine.

mod html;
pub mod terminal;

pub use html::html;

use crate::charts;
use crate::error::Error;
use crate::stats::Summary;

/// The page and the charts of a run as SVG and PNG: each file's path below the run's folder, and its bytes.
///
/// # Errors
/// A chart or the page that cannot be drawn.
pub fn files(summary: &Summary) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let drawn = charts::draw_all(summary)?;
    let mut files = vec![("report.html".to_owned(), html(summary, &drawn)?.into_bytes())];
    for chart in drawn {
        files.push((format!("charts/{}.svg", chart.name), chart.svg.into_bytes()));
        files.push((format!("charts/{}.png", chart.name), chart.png));
    }
    Ok(files)
}
