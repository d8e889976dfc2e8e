//! What is shown: charts that may go into a board deck as they are.
//!
//! Each file holds one chart and its row. A chart reads a [`Summary`] and computes nothing about the simulation; its title is
//! the finding, written from the numbers.
//!
//! Always: the same summary gives the same bytes; a chart that has nothing to say leaves its paper blank and is not written;
//! no text meets another or leaves the paper ([`Canvas::faults`]).

use rayon::prelude::*;

use crate::error::Error;
use crate::registry::{Row, Shelf};
use crate::stats::Summary;
use crate::stats::front::Front;

mod adoption;
mod audiences;
pub mod axis;
pub mod canvas;
pub mod colour;
mod concentration;
mod convergence;
mod difference;
pub mod finding;
pub mod flips;
mod front;
mod growth;
pub mod heatmap;
pub mod labels;
mod ladder;
pub mod layout;
mod mark_rows;
mod momentum;
mod money;
mod needs;
mod panels;
pub mod png;
mod regret;
mod scorecard;
pub mod sensitivity;
mod staircase;
pub mod svg;
pub mod text;
pub mod tornado;
pub mod waterfall;

pub use canvas::Canvas;
pub use png::png;

/// How a chart is drawn.
pub type Draw = fn(&Summary, &mut Canvas) -> Result<(), Error>;

/// The charts, in the order of a deck.
pub static SHELF: Shelf<Draw> = Shelf { what: "chart", rows: ROWS };

const ROWS: &[Row<Draw>] = &[
    adoption::ROW,
    difference::ROW,
    scorecard::ROW,
    regret::ROW,
    growth::ROW,
    audiences::ROW,
    ladder::ROW,
    ladder::PATHS,
    needs::ROW,
    momentum::ROW,
    concentration::ROW,
    money::ROW,
];

/// A chart that has something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The name of its row.
    pub name: &'static str,
    /// Its finding.
    pub title: String,
    /// As SVG; asks for the fonts of [`text::FONTS`].
    pub svg: String,
    /// As PNG.
    pub png: Vec<u8>,
}

/// A chart outside the shelf, as an explanation draws it: on a slide of its own.
pub fn slide(name: &'static str, draw: impl Fn(&mut Canvas)) -> Result<Option<Drawn>, Error> {
    let mut canvas = Canvas::slide();
    draw(&mut canvas);
    if canvas.is_blank() {
        return Ok(None);
    }
    let svg = canvas.svg();
    let png = png(&svg)?;
    Ok(Some(Drawn { name, title: canvas.title().to_owned(), svg, png }))
}

/// All charts of a summary as slides, without those that have nothing to say.
pub fn draw_all(summary: &Summary) -> Result<Vec<Drawn>, Error> {
    let drawn: Vec<Option<Drawn>> = SHELF.rows.par_iter().map(|row| drawn(summary, row)).collect::<Result<_, _>>()?;
    Ok(drawn.into_iter().flatten().collect())
}

/// How a chart of a search is drawn.
pub type DrawFront = fn(&Front, &mut Canvas) -> Result<(), Error>;

/// The charts of a search, in the order of a deck.
pub static SEARCHED: Shelf<DrawFront> = Shelf { what: "chart of a search", rows: &[front::ROW, convergence::ROW] };

/// The charts of a search as slides, without those that have nothing to say.
pub fn draw_search(front: &Front) -> Result<Vec<Drawn>, Error> {
    let one = |row: &'static Row<DrawFront>| fallible(row.name, |canvas| (row.make)(front, canvas));
    let drawn: Vec<Option<Drawn>> = SEARCHED.rows.par_iter().map(one).collect::<Result<_, _>>()?;
    Ok(drawn.into_iter().flatten().collect())
}

fn drawn(summary: &Summary, row: &'static Row<Draw>) -> Result<Option<Drawn>, Error> {
    fallible(row.name, |canvas| (row.make)(summary, canvas))
}

fn fallible(name: &'static str, draw: impl FnOnce(&mut Canvas) -> Result<(), Error>) -> Result<Option<Drawn>, Error> {
    let mut canvas = Canvas::slide();
    draw(&mut canvas).map_err(|error| match error {
        Error::Drawing { says, .. } => Error::Drawing { what: format!("chart {name}"), says },
        other => other,
    })?;
    if canvas.is_blank() {
        return Ok(None);
    }
    let svg = canvas.svg();
    let png = png(&svg)?;
    Ok(Some(Drawn { name, title: canvas.title().to_owned(), svg, png }))
}
