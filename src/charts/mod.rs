//! Charts: slides that can be shown to a board without changes. [`CHARTS`] lists them all.
//!
//! A file holds one chart and its row, or a part that several charts share. A chart draws one [`Source`] of numbers and computes nothing
//! about the simulation. Its title is the finding, written from the numbers. Pen and paper are in [`draw`].
//!
//! Always: the same source gives the same bytes; a chart that has nothing to say leaves its paper blank and is not written; no text
//! meets another or leaves the paper ([`Canvas::faults`]).

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::error::Error;
use crate::say;
use crate::stats::Summary;
use crate::stats::flips::{Case, Flips};
use crate::stats::front::Front;
use crate::stats::lever_map::Map;
use crate::stats::sweep_points::{Origin, Points};
use crate::stats::tornado::Tornado;
use crate::stats::waterfall::Waterfall;
use crate::words::sentence;

mod adoption;
mod audiences;
mod concentration;
mod convergence;
mod difference;
pub mod draw;
pub mod evidence;
mod flips;
mod front;
mod front_letters;
mod growth;
mod ladder;
pub mod lever_map;
mod mark_rows;
mod momentum;
mod money;
mod needs;
mod panels;
mod regret;
mod scorecard;
pub mod sensitivity;
mod staircase;
pub mod tornado;
pub mod waterfall;

pub use draw::{Canvas, Fonts, png::png};

/// All charts, in the order of a deck.
pub static CHARTS: &[Chart] = &[
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
    front::ROW,
    convergence::ROW,
    waterfall::ROW,
    tornado::ROW,
    lever_map::ROW,
    flips::ROW,
    sensitivity::SOBOL,
    sensitivity::MORRIS,
];

/// A row of [`CHARTS`].
#[derive(Clone, Copy, Debug)]
pub struct Chart {
    /// Kebab-case: the name of its files. `chart-NAME` in the catalogue is its sentence.
    pub name: &'static str,
    /// What it reads.
    pub reads: Reads,
}

/// What a chart reads, with the function that draws it: one kind for each [`Source`].
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the sources of the same names say it")]
pub enum Reads {
    Summary(fn(&Summary, &mut Canvas) -> Result<(), Error>),
    Front(fn(&Front, &mut Canvas) -> Result<(), Error>),
    Waterfall(fn(&Waterfall, &str, &str, &Origin, &mut Canvas)),
    Tornado(fn(&Tornado, &Origin, &mut Canvas)),
    Map(fn(&Map, &Origin, &mut Canvas)),
    Flips(fn(&Flips, Case, &Points, &mut Canvas)),
    Sobol(fn(&[sensitivity::Bar], &sensitivity::Captions, &Origin, &mut Canvas)),
    Morris(fn(&[sensitivity::Bar], &sensitivity::Captions, &Origin, &mut Canvas)),
}

/// The numbers that charts are drawn from.
#[derive(Clone, Copy)]
pub enum Source<'s> {
    /// The runs of all designs of a scenario.
    Summary(&'s Summary),
    /// The front of a search.
    Front(&'s Front),
    /// What each rule of a design earned.
    Waterfall {
        /// The shares.
        waterfall: &'s Waterfall,
        /// The name of the design, as charts write it.
        design: &'s str,
        /// The name of the baseline.
        baseline: &'s str,
        /// Where the runs come from.
        origin: &'s Origin,
    },
    /// How far each assumption moves the gain.
    Tornado {
        /// The bars.
        tornado: &'s Tornado,
        /// Where the runs come from.
        origin: &'s Origin,
    },
    /// The level over the values of two levers.
    Map {
        /// The places.
        map: &'s Map,
        /// Where the runs come from.
        origin: &'s Origin,
    },
    /// The conditions under which the verdict flips.
    Flips {
        /// The boxes that were found.
        flips: &'s Flips,
        /// What counts as a flip.
        case: Case,
        /// The points among which they were found.
        points: &'s Points,
    },
    /// Sobol indices of the assumptions.
    Sobol {
        /// A bar for each assumption.
        rows: &'s [sensitivity::Bar],
        /// The texts around the bars.
        words: &'s sensitivity::Captions<'s>,
        /// Where the runs come from.
        origin: &'s Origin,
    },
    /// Elementary effects of the assumptions, after Morris.
    Morris {
        /// A bar for each assumption.
        rows: &'s [sensitivity::Bar],
        /// The texts around the bars.
        words: &'s sensitivity::Captions<'s>,
        /// Where the runs come from.
        origin: &'s Origin,
    },
}

impl<'s> From<&'s Summary> for Source<'s> {
    fn from(summary: &'s Summary) -> Self {
        Source::Summary(summary)
    }
}

impl<'s> From<&'s Front> for Source<'s> {
    fn from(front: &'s Front) -> Self {
        Source::Front(front)
    }
}

impl Chart {
    /// What it shows, in one sentence of the catalogue.
    pub fn says(&self) -> String {
        sentence(&format!("chart-{}", self.name), None).unwrap_or_default()
    }

    /// Draws a source. The paper stays blank if the chart reads another kind of source, or has nothing to say about this one.
    pub fn draw(&self, source: Source, canvas: &mut Canvas) -> Result<(), Error> {
        match (self.reads, source) {
            (Reads::Summary(draw), Source::Summary(summary)) => return draw(summary, canvas),
            (Reads::Front(draw), Source::Front(front)) => return draw(front, canvas),
            (Reads::Waterfall(draw), Source::Waterfall { waterfall, design, baseline, origin }) => {
                draw(waterfall, design, baseline, origin, canvas);
            }
            (Reads::Tornado(draw), Source::Tornado { tornado, origin }) => draw(tornado, origin, canvas),
            (Reads::Map(draw), Source::Map { map, origin }) => draw(map, origin, canvas),
            (Reads::Flips(draw), Source::Flips { flips, case, points }) => draw(flips, case, points, canvas),
            (Reads::Sobol(draw), Source::Sobol { rows, words, origin })
            | (Reads::Morris(draw), Source::Morris { rows, words, origin }) => draw(rows, words, origin, canvas),
            _ => {}
        }
        Ok(())
    }

    /// Draws a source on a slide; `None` if the slide stays blank.
    fn slide(&self, source: Source, fonts: &Fonts) -> Result<Option<Drawn>, Error> {
        let mut canvas = Canvas::slide();
        self.draw(source, &mut canvas).map_err(|error| match error {
            Error::Drawing { says, .. } => Error::Drawing { what: say!("chart-that-fails", name = self.name), says },
            other => other,
        })?;
        if canvas.is_blank() {
            return Ok(None);
        }
        let png = png(&canvas, fonts)?;
        let faults =
            canvas.faults().into_iter().map(|says| say!("chart-fault", name = self.name, says = says)).collect();
        let lacking = canvas.lacking(fonts);
        Ok(Some(Drawn { name: self.name, title: canvas.title().to_owned(), svg: canvas.svg(), png, faults, lacking }))
    }
}

/// The charts that read a [`Summary`], in the order of a deck.
pub fn of_summary() -> impl Iterator<Item = &'static Chart> {
    CHARTS.iter().filter(|chart| matches!(chart.reads, Reads::Summary(_)))
}

/// The charts that read the [`Front`] of a search, in the order of a deck.
pub fn of_front() -> impl Iterator<Item = &'static Chart> {
    CHARTS.iter().filter(|chart| matches!(chart.reads, Reads::Front(_)))
}

/// A chart on a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The name of its row.
    pub name: &'static str,
    /// Its finding.
    pub title: String,
    /// As SVG; asks for the fonts of [`draw::text::FONTS`].
    pub svg: String,
    /// As PNG.
    pub png: Vec<u8>,
    /// A sentence for each fault of its texts; empty for a chart that may be shown.
    pub faults: Vec<String>,
    /// Texts with letters that no font draws, and these letters.
    pub lacking: BTreeMap<String, Vec<char>>,
}

/// The most letters that a sentence names.
const LETTERS: usize = 12;

/// What a reader should know of pictures: their faults, and letters that no font draws, with the texts that hold them.
pub fn notes(drawn: &[Drawn]) -> Vec<String> {
    let mut notes: Vec<String> = drawn.iter().flat_map(|chart| chart.faults.iter().cloned()).collect();
    let mut lacking: Vec<(&String, &Vec<char>)> = drawn.iter().flat_map(|chart| &chart.lacking).collect();
    // The shortest texts that hold all of the letters: most others repeat them in a sentence.
    lacking.sort_by_key(|(text, _)| (text.chars().count(), text.as_str()));
    let mut letters: BTreeSet<char> = BTreeSet::new();
    let new = |(text, held): (&String, &Vec<char>)| {
        let before = letters.len();
        letters.extend(held);
        (letters.len() > before).then(|| format!("{text:?}"))
    };
    let texts: Vec<String> = lacking.into_iter().filter_map(new).collect();
    if !texts.is_empty() {
        let named = |c: &char| format!("{c} (U+{:04X})", u32::from(*c));
        let some = letters.iter().take(LETTERS).map(named).collect::<Vec<_>>().join(", ");
        let more = letters.len().saturating_sub(LETTERS);
        let some = if more > 0 { say!("chart-letters-more", letters = some, count = more) } else { some };
        notes.push(say!("chart-letters-without-font", texts = texts.join(", "), letters = some));
    }
    notes
}

/// All charts of one source as slides, in the order of a deck, without those that have nothing to say.
pub fn draw_all<'s>(source: impl Into<Source<'s>>, fonts: &Fonts) -> Result<Vec<Drawn>, Error> {
    let source = source.into();
    let slides: Vec<Option<Drawn>> =
        CHARTS.par_iter().map(|chart| chart.slide(source, fonts)).collect::<Result<_, _>>()?;
    Ok(slides.into_iter().flatten().collect())
}
