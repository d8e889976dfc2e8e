//! Text, table and chart of Sobol indices and elementary effects.
//!
//! Invariant: an assumption is named first only if its effect cannot be luck and can be distinguished from that of the second. A share is
//! printed as it was found, also where it lies below 0 or above 100 %.

use crate::charts::sensitivity::{Bar, Captions};
use crate::charts::{Fonts, Source, draw_all};
use crate::error::Error;
use crate::findings::chart_titles::capitalised;
use crate::say;
use crate::stats::Band;
use crate::stats::sensitivity::{Effect, Index};
use crate::stats::sweep_points::Points;
use crate::words::number::{percent, percents, range, signed};
use serde::Serialize;

use super::Factor;
use crate::cli::explain::Answer;
use crate::cli::table_style::{heads, ruled};

/// Rows of a printed table; the CSV holds all.
const ROWS: usize = 12;
/// A share with a larger error than this is not known yet.
const LOOSE: f64 = 0.3;

/// The outcome of which the factors are judged.
pub(super) struct Outcome<'p> {
    /// "gain of Ladder".
    pub(super) what: String,
    /// `[point]`.
    pub(super) values: &'p [f64],
    pub(super) points: &'p Points,
    /// The fonts of the chart.
    pub(super) fonts: &'p Fonts,
}

impl Outcome<'_> {
    /// "−1 to +4 %": the range of 8 in 10 worlds.
    fn spread(&self) -> String {
        let known: Vec<f64> = self.values.iter().copied().filter(|y| y.is_finite()).collect();
        let band = Band::of(&known);
        let write = percents(band.p90 - band.p10);
        range(&signed(band.p10, write), &signed(band.p90, write))
    }

    /// The title if no factor stands out from luck.
    fn luck(&self) -> String {
        say!("sensitivity-luck", what = &self.what, spread = self.spread())
    }
}

/// Whether luck alone could make it.
fn chance<T>(one: &Factor<T>) -> bool {
    one.could_be_luck == Some(true)
}

/// "A", "A and B", "A and 3 others".
fn named<T>(first: &Factor<T>, others: &[&Factor<T>]) -> String {
    match others {
        [] => capitalised(&first.says),
        [other] => say!("sensitivity-two", first = capitalised(&first.says), second = &other.says),
        more => say!("sensitivity-more", first = capitalised(&first.says), others = more.len()),
    }
}

/// A share with error `to`, as value, low and high.
fn share(value: f64, to: f64) -> (f64, f64, f64) {
    (value, value - to, value + to)
}

/// The interval of a share as text.
fn interval((_, low, high): (f64, f64, f64)) -> String {
    range(&percent(low), &percent(high))
}

/// Sobol indices. Each factor comes with the half width of the difference between the largest total and its own. `alone`: the sum of all
/// first-order indices, and its error.
pub(super) fn indices(
    mut list: Vec<(Factor<Index>, f64)>,
    alone: (f64, f64),
    outcome: &Outcome,
) -> Result<Answer, Error> {
    list.sort_by(|(a, _), (b, _)| {
        valued(a.found.total, b.found.total)
            .then(chance(a).cmp(&chance(b)))
            .then(b.found.total.total_cmp(&a.found.total))
            .then_with(|| a.path.cmp(&b.path))
    });
    let (list, apart): (Vec<Factor<Index>>, Vec<f64>) = list.into_iter().unzip();
    let rows = outcome.points.len() / (list.len() + 2);
    let first = &list[0];
    let near = |(k, one): (usize, &Factor<Index>)| !chance(one) && first.found.total - one.found.total <= apart[k];
    let near: Vec<&Factor<Index>> =
        list.iter().enumerate().skip(1).filter(|(k, one)| near((*k, one))).map(|(_, one)| one).collect();
    let (what, known) = (&outcome.what, share(first.found.total, first.found.total_to));
    let title = if list.iter().all(chance) {
        outcome.luck()
    } else if first.found.total_to > LOOSE || first.found.total <= first.found.total_to {
        say!("sobol-more-points", what = what, rows = rows)
    } else if near.is_empty() {
        say!(
            "sobol-first",
            assumption = capitalised(&first.says),
            share = percent(known.0),
            interval = interval(known),
            what = what
        )
    } else {
        say!("sobol-near", assumptions = named(first, &near), what = what, rows = rows)
    };
    let mut table = ruled(heads(&say!("sobol-heads")));
    for one in list.iter().take(ROWS) {
        let (own, all) = (share(one.found.first, one.found.first_to), share(one.found.total, one.found.total_to));
        let note = if chance(one) { say!("sensitivity-could-be-luck") } else { String::new() };
        let cells = [percent(own.0), interval(own), percent(all.0), interval(all), note];
        table.add_row([one.says.clone(), one.standing.clone()].into_iter().chain(cells));
    }
    let subtitle = say!("sobol-subtitle", headline = &outcome.points.origin.headline, spread = outcome.spread());
    let together = if list.iter().all(chance) {
        String::new()
    } else if alone.1 > LOOSE {
        say!("sobol-alone-unknown", rows = rows) + "\n"
    } else {
        let known = share(alone.0, alone.1);
        say!("sobol-alone", share = percent(known.0), interval = interval(known)) + "\n"
    };
    let beyond = |x: f64| !(-0.05..=1.05).contains(&x);
    let beyond = if list.iter().any(|one| beyond(one.found.first) || beyond(one.found.total)) {
        say!("sobol-beyond") + "\n"
    } else {
        String::new()
    };
    let text = format!("{title}\n{subtitle}\n{together}{beyond}\n{}\n", table.trim_fmt());
    let row = |one: &Factor<Index>| {
        let (whole, low, high) = share(one.found.total, one.found.total_to);
        bar(one, whole, (low, high), one.found.first)
    };
    let rows: Vec<Bar> = list.iter().map(row).collect();
    let words =
        Captions { title: &title, subtitle: &subtitle, part: &say!("sobol-alone-mark"), write: &percent, end: 1.0 };
    let chart =
        draw_all(Source::Sobol { rows: &rows, words: &words, origin: &outcome.points.origin }, outcome.fonts)?.pop();
    let csv = csv(&list, ["first", "first_to", "total", "total_to"], |i| [i.first, i.first_to, i.total, i.total_to]);
    Answer::new("sobol", text, &list, csv, chart)
}

/// Elementary effects.
pub(super) fn effects(mut list: Vec<Factor<Effect>>, outcome: &Outcome) -> Result<Answer, Error> {
    list.sort_by(|a, b| {
        valued(a.found.size, b.found.size)
            .then(chance(a).cmp(&chance(b)))
            .then(b.found.size.total_cmp(&a.found.size))
            .then_with(|| a.path.cmp(&b.path))
    });
    let (first, what) = (&list[0], &outcome.what);
    let near = |one: &&Factor<Effect>| {
        let to = (first.found.size_to * first.found.size_to + one.found.size_to * one.found.size_to).sqrt();
        !chance(one) && first.found.size - one.found.size <= to
    };
    let near: Vec<&Factor<Effect>> = list[1..].iter().filter(near).collect();
    let write = percents(list.iter().map(|one| one.found.size).fold(0.0, f64::max));
    let walks = outcome.points.len() / (list.len() + 1);
    // The direction of the effect, if it is the same from nearly every point.
    let direction = |e: &Effect| match e.mean {
        mean if mean > 0.9 * e.size => "raises",
        mean if mean < -0.9 * e.size => "lowers",
        _ => "moves",
    };
    let title = if list.iter().all(chance) || first.found.size <= first.found.size_to {
        outcome.luck()
    } else if near.is_empty() {
        say!(
            "morris-first",
            assumption = capitalised(&first.says),
            direction = direction(&first.found),
            what = what,
            size = write(first.found.size)
        )
    } else {
        say!(
            "morris-near",
            assumptions = named(first, &near),
            what = what,
            size = write(first.found.size),
            walks = walks
        )
    };
    let mut table = ruled(heads(&say!("morris-heads")));
    let signed = |x: f64| if x > 0.0 && write(x) != write(0.0) { format!("+{}", write(x)) } else { write(x) };
    for one in list.iter().take(ROWS) {
        let e = &one.found;
        let note = if chance(one) { say!("sensitivity-could-be-luck") } else { String::new() };
        let to = format!("±{}", write(e.size_to));
        let cells = [write(e.size), to, signed(e.mean), write(e.spread), note];
        table.add_row([one.says.clone(), one.standing.clone()].into_iter().chain(cells));
    }
    let subtitle = say!("morris-subtitle", headline = &outcome.points.origin.headline, walks = walks);
    let rest = list.len().saturating_sub(ROWS);
    let rest = if rest > 0 { say!("morris-rest", assumptions = rest.to_string()) + "\n" } else { String::new() };
    let text = format!("{title}\n{subtitle}\n{}\n\n{}\n\n{rest}", say!("morris-spread"), table.trim_fmt());
    let row = |one: &Factor<Effect>| {
        let e = &one.found;
        let side = if e.mean < 0.0 { -1.0 } else { 1.0 };
        bar(one, side * e.size, (side * (e.size - e.size_to).max(0.0), side * (e.size + e.size_to)), e.mean)
    };
    let rows: Vec<Bar> = list.iter().map(row).collect();
    let words =
        Captions { title: &title, subtitle: &subtitle, part: &say!("morris-mean-mark"), write: &signed, end: 0.0 };
    let chart =
        draw_all(Source::Morris { rows: &rows, words: &words, origin: &outcome.points.origin }, outcome.fonts)?.pop();
    let csv = csv(&list, ["mean", "size", "size_to", "spread"], |e| [e.mean, e.size, e.size_to, e.spread]);
    Answer::new("morris", text, &list, csv, chart)
}

/// A row of the chart.
fn bar<T>(one: &Factor<T>, whole: f64, interval: (f64, f64), part: f64) -> Bar {
    Bar { says: one.says.clone(), standing: one.standing.clone(), whole, interval, part, chance: chance(one) }
}

/// The CSV: a row for each factor, with four numbers of it.
fn csv<T: Serialize>(list: &[Factor<T>], heads: [&str; 4], numbers: impl Fn(&T) -> [f64; 4]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and all rows are of one length.
    let _ = writer.write_record(["factor", "path", "standing"].into_iter().chain(heads).chain(["could_be_luck"]));
    for one in list {
        let numbers = numbers(&one.found).map(|x| format!("{x:.6}"));
        let own = [one.factor.clone(), one.path.clone(), one.standing.clone()];
        let luck = one.could_be_luck.map_or(String::new(), |luck| luck.to_string());
        let _ = writer.write_record(own.into_iter().chain(numbers).chain([luck]));
    }
    writer.into_inner().unwrap_or_default()
}

/// Factors without a value come last.
fn valued(a: f64, b: f64) -> std::cmp::Ordering {
    a.is_nan().cmp(&b.is_nan())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::number::GLUE;

    #[test]
    fn a_share_below_zero_is_printed_as_it_was_found() {
        let found = share(-0.165, 0.1);
        assert_eq!(percent(found.0).replace(GLUE, " "), "−17 %");
        assert_eq!(interval(found).replace(GLUE, " "), "−27 to −7 %");
        assert_eq!(interval(share(1.02, 0.1)).replace(GLUE, " "), "92 to 112 %");
    }
}
