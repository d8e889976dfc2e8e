//! What is said of indices and effects.
//!
//! Invariant: nothing is named first that luck could make, or that cannot be told from the second; no share below nothing or above the whole
//! is printed as one.

use serde::Serialize;
use zaoshi::charts::finding::sentence;
use zaoshi::charts::sensitivity::{Row, Words};
use zaoshi::charts::{Source, draw_all};
use zaoshi::error::Error;
use zaoshi::stats::Band;
use zaoshi::stats::sensitivity::{Effect, Index};
use zaoshi::stats::sweep_points::Points;
use zaoshi::words::number::{many, percent, percents, range, signed};

use crate::cli::explain::Told;
use crate::cli::table_style::{RULED, fitted};

/// Rows of a table; all of them are in the CSV.
const ROWS: usize = 12;
/// A share that is known no better than this cannot be told yet.
const LOOSE: f64 = 0.3;

/// What the numbers are about.
pub(super) struct Of<'p> {
    /// "gain of Ladder".
    pub(super) what: String,
    /// At each point.
    pub(super) outcomes: &'p [f64],
    pub(super) points: &'p Points,
}

impl Of<'_> {
    /// "−1 to +4 %": what eight in ten worlds give.
    fn spread(&self) -> String {
        let known: Vec<f64> = self.outcomes.iter().copied().filter(|y| y.is_finite()).collect();
        let band = Band::of(&known);
        let write = percents(band.p90 - band.p10);
        range(&signed(band.p10, write), &signed(band.p90, write))
    }

    /// Where nothing stands out from luck.
    fn nothing(&self) -> String {
        format!("No assumption moves the {} by more than luck does: {} in 8 of 10 worlds", self.what, self.spread())
    }
}

fn chance<T>(one: &super::Of<T>) -> bool {
    one.could_be_luck == Some(true)
}

/// "A", "A and B", "A and 3 others".
fn named<T>(first: &super::Of<T>, others: &[&super::Of<T>]) -> String {
    match others {
        [] => sentence(&first.says),
        [other] => format!("{} and {}", sentence(&first.says), other.says),
        more => format!("{} and {} others", sentence(&first.says), more.len()),
    }
}

/// A share as people read it, and its interval; both within the whole.
fn share(value: f64, to: f64) -> (f64, f64, f64) {
    (value.clamp(0.0, 1.0), (value - to).clamp(0.0, 1.0), (value + to).clamp(0.0, 1.0))
}

fn interval((_, low, high): (f64, f64, f64)) -> String {
    range(&percent(low), &percent(high))
}

/// Sobol indices, each with how far its total may lie from the largest by chance; `alone`: what all carry alone, and to what it is known.
pub(super) fn indices(mut list: Vec<(super::Of<Index>, f64)>, alone: (f64, f64), of: &Of) -> Result<Told, Error> {
    list.sort_by(|(a, _), (b, _)| {
        chance(a).cmp(&chance(b)).then(b.found.total.total_cmp(&a.found.total)).then_with(|| a.path.cmp(&b.path))
    });
    let (list, apart): (Vec<super::Of<Index>>, Vec<f64>) = list.into_iter().unzip();
    let rows = of.points.len() / (list.len() + 2);
    let first = &list[0];
    let near = |(k, one): (usize, &super::Of<Index>)| !chance(one) && first.found.total - one.found.total <= apart[k];
    let near: Vec<&super::Of<Index>> =
        list.iter().enumerate().skip(1).filter(|(k, one)| near((*k, one))).map(|(_, one)| one).collect();
    let (what, known) = (&of.what, share(first.found.total, first.found.total_to));
    let title = if list.iter().all(chance) {
        of.nothing()
    } else if first.found.total_to > LOOSE || first.found.total <= first.found.total_to {
        format!(
            "Which assumption the {what} hangs on cannot be told from {}: more points are needed",
            many(rows, "row")
        )
    } else if near.is_empty() {
        format!(
            "{} carries {} ({}) of what is uncertain about the {what}, alone and with others",
            sentence(&first.says),
            percent(known.0),
            interval(known)
        )
    } else {
        format!(
            "{} carry most of what is uncertain about the {what}; which of them more cannot be told from {}",
            named(first, &near),
            many(rows, "row")
        )
    };
    let mut table = fitted(RULED);
    table.set_header(["assumption", "", "alone", "95 %", "with others", "95 %", ""]);
    for one in list.iter().take(ROWS) {
        let (own, all) = (share(one.found.first, one.found.first_to), share(one.found.total, one.found.total_to));
        let note = if chance(one) { "could be luck" } else { "" };
        let cells = [percent(own.0), interval(own), percent(all.0), interval(all), note.to_owned()];
        table.add_row([one.says.clone(), one.standing.clone()].into_iter().chain(cells));
    }
    let subtitle = format!(
        "{} ({} in 8 of 10 worlds): share of the variance, alone (dark) and with all that it acts together with (pale); 95 % intervals",
        of.points.origin.headline,
        of.spread()
    );
    let together = if list.iter().all(chance) {
        String::new()
    } else if alone.1 > LOOSE {
        format!("What they carry alone, together, cannot be told from {}: more points are needed\n", many(rows, "row"))
    } else {
        let known = share(alone.0, alone.1);
        format!(
            "Alone they carry {} ({}) together; the rest is what they do with each other\n",
            percent(known.0),
            interval(known)
        )
    };
    let beyond = |x: f64| !(-0.05..=1.05).contains(&x);
    let beyond = if list.iter().any(|one| beyond(one.found.first) || beyond(one.found.total)) {
        "An estimate below 0 or above 100 % is printed as that: so few rows cannot tell it yet\n"
    } else {
        ""
    };
    let text = format!("{title}\n{subtitle}\n{together}{beyond}\n{}\n", table.trim_fmt());
    let row = |one: &super::Of<Index>| {
        let (whole, low, high) = share(one.found.total, one.found.total_to);
        let part = share(one.found.first, 0.0).0.min(whole);
        bar(one, whole, (low, high), part)
    };
    let rows: Vec<Row> = list.iter().map(row).collect();
    let words = Words { title: &title, subtitle: &subtitle, part: "alone", write: &percent, end: 1.0 };
    let chart = draw_all(Source::Sobol { rows: &rows, words: &words, origin: &of.points.origin })?.pop();
    let csv = csv(&list, ["first", "first_to", "total", "total_to"], |i| [i.first, i.first_to, i.total, i.total_to]);
    Told::of("sobol", text, &list, csv, chart)
}

/// Elementary effects.
pub(super) fn effects(mut list: Vec<super::Of<Effect>>, of: &Of) -> Result<Told, Error> {
    list.sort_by(|a, b| {
        chance(a).cmp(&chance(b)).then(b.found.size.total_cmp(&a.found.size)).then_with(|| a.path.cmp(&b.path))
    });
    let (first, what) = (&list[0], &of.what);
    let near = |one: &&super::Of<Effect>| {
        let to = (first.found.size_to * first.found.size_to + one.found.size_to * one.found.size_to).sqrt();
        !chance(one) && first.found.size - one.found.size <= to
    };
    let near: Vec<&super::Of<Effect>> = list[1..].iter().filter(near).collect();
    let write = percents(list.iter().map(|one| one.found.size).fold(0.0, f64::max));
    let walks = many(of.points.len() / (list.len() + 1), "walk");
    // The way of the effect, where it is the same from nearly everywhere.
    let way = |e: &Effect| match e.mean {
        mean if mean > 0.9 * e.size => "raises",
        mean if mean < -0.9 * e.size => "lowers",
        _ => "moves",
    };
    let title = if list.iter().all(chance) || first.found.size <= first.found.size_to {
        of.nothing()
    } else if near.is_empty() {
        format!(
            "{} {} the {what} most: by {} of the baseline from its low to its high value",
            sentence(&first.says),
            way(&first.found),
            write(first.found.size)
        )
    } else {
        format!(
            "{} move the {what} most, by {} of the baseline and less; which of them more cannot be told from {walks}",
            named(first, &near),
            write(first.found.size)
        )
    };
    let mut table = fitted(RULED);
    table.set_header(["assumption", "", "size (mu*)", "", "mean (mu)", "spread (sigma)", ""]);
    let signed = |x: f64| if x > 0.0 && write(x) != write(0.0) { format!("+{}", write(x)) } else { write(x) };
    for one in list.iter().take(ROWS) {
        let e = &one.found;
        let note = if chance(one) { "could be luck" } else { "" };
        let to = format!("±{}", write(e.size_to));
        let cells = [write(e.size), to, signed(e.mean), write(e.spread), note.to_owned()];
        table.add_row([one.says.clone(), one.standing.clone()].into_iter().chain(cells));
    }
    let subtitle = format!(
        "{}: mean size of the effect over {walks} (pale), to the side of its mean with sign (dark); 95 % intervals",
        of.points.origin.headline
    );
    let rest = list.len().saturating_sub(ROWS);
    let rest = if rest > 0 { format!("{rest} more are in morris.csv.\n") } else { String::new() };
    let text = format!(
        "{title}\n{subtitle}\nA spread as large as the size: the effect hangs on where the others stand\n\n{}\n\n{rest}",
        table.trim_fmt()
    );
    let row = |one: &super::Of<Effect>| {
        let e = &one.found;
        let side = if e.mean < 0.0 { -1.0 } else { 1.0 };
        bar(one, side * e.size, (side * (e.size - e.size_to).max(0.0), side * (e.size + e.size_to)), e.mean)
    };
    let rows: Vec<Row> = list.iter().map(row).collect();
    let words = Words { title: &title, subtitle: &subtitle, part: "mean", write: &signed, end: 0.0 };
    let chart = draw_all(Source::Morris { rows: &rows, words: &words, origin: &of.points.origin })?.pop();
    let csv = csv(&list, ["mean", "size", "size_to", "spread"], |e| [e.mean, e.size, e.size_to, e.spread]);
    Told::of("morris", text, &list, csv, chart)
}

fn bar<T>(one: &super::Of<T>, whole: f64, interval: (f64, f64), part: f64) -> Row {
    Row { says: one.says.clone(), standing: one.standing.clone(), whole, interval, part, chance: chance(one) }
}

fn csv<T: Serialize>(list: &[super::Of<T>], heads: [&str; 4], of: impl Fn(&T) -> [f64; 4]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and all rows are of one length.
    let _ = writer.write_record(["factor", "path", "standing"].into_iter().chain(heads).chain(["could_be_luck"]));
    for one in list {
        let numbers = of(&one.found).map(|x| format!("{x:.6}"));
        let own = [one.factor.clone(), one.path.clone(), one.standing.clone()];
        let luck = one.could_be_luck.map_or(String::new(), |luck| luck.to_string());
        let _ = writer.write_record(own.into_iter().chain(numbers).chain([luck]));
    }
    writer.into_inner().unwrap_or_default()
}
