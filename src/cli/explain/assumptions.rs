//! The tornado: how far each assumption moves the gain.
//!
//! Invariant: a difference that could be chance is marked.

use crate::charts::{Source, draw_all, tornado};
use crate::error::Error;
use crate::findings;
use crate::say;
use crate::stats::sweep_points::Points;
use crate::stats::tornado::Tornado;
use crate::words::number::signed;

use super::{Answer, Args, fonts, index};
use crate::cli::table_style::{heads, ruled};

/// Rows of the printed table; the CSV holds all.
const ROWS: usize = 12;

pub(super) fn answer(args: &Args, points: &Points) -> Result<Answer, Error> {
    if points.sound().is_empty() {
        return Err(Error::Argument(say!("explain-baseline-undefined")));
    }
    let Some(found) = findings::tornado(points, index(args, points)?) else {
        return Err(Error::Argument(say!("explain-baseline-is-zero")));
    };
    if found.bars.is_empty() {
        return Err(Error::Argument(say!("tornado-no-factor")));
    }
    let chart = draw_all(Source::Tornado { tornado: &found, origin: &points.origin }, &fonts(args)?)?.pop();
    Answer::new("tornado", text(&found, points), &found, found.table(), chart)
}

/// The table, as the terminal shows it.
fn text(found: &Tornado, points: &Points) -> String {
    let write = found.write();
    let mut table = ruled(heads(&say!("tornado-heads")));
    for bar in found.bars.iter().take(ROWS) {
        let error = write(bar.known_to);
        let nothing = bar.length() == 0.0 && bar.known_to == 0.0;
        let known = if nothing {
            say!("tornado-no-difference")
        } else if bar.is_chance() {
            say!("tornado-chance", error = error)
        } else {
            say!("tornado-known", error = error)
        };
        table.add_row([
            bar.says.clone(),
            bar.standing.clone(),
            bar.low.value.clone(),
            signed(bar.low.gain, write),
            bar.high.value.clone(),
            signed(bar.high.gain, write),
            known,
        ]);
    }
    let rest = found.bars.len().saturating_sub(ROWS);
    let rest = if rest > 0 { say!("tornado-rest", assumptions = rest) + "\n" } else { String::new() };
    let gaps = match found.gaps.as_slice() {
        [] => String::new(),
        gaps => say!("tornado-gaps", gaps = gaps.join(", ")) + "\n",
    };
    let (headline, runs) = (&found.headline, points.origin.replicates);
    let what = match &found.design {
        Some(design) => say!("tornado-gain", headline = headline, design = design, runs = runs),
        None => say!("tornado-change", headline = headline, runs = runs),
    };
    let (centre, error) = (signed(found.centre, write), write(found.known_to));
    let centre = if found.one_at_a_time {
        say!("tornado-centre", centre = centre, error = error)
    } else {
        say!("tornado-centre-all", centre = centre, error = error)
    };
    format!("{}\n{what}\n{centre}\n\n{}\n\n{rest}{gaps}", tornado::title(found), table.trim_fmt())
}
