//! The tornado: how far the gain moves between the low and the high value of each assumption.
//!
//! Where each point turns one factor alone, a bar is the difference between its outermost points, under the same luck; where points are a
//! sample, it is the difference between the lowest and the highest fifth of its values. Invariant: bars are sorted by their length, those that
//! chance could make after all others.

use serde::Serialize;

use super::number::{GLUE, figure, percent};
use super::points::{Axis, Points, Values};
use super::quantiles::{known_to, mean, sd};

/// One end of a bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct End {
    /// The value there, with its unit.
    pub value: String,
    /// The gain there, mean.
    pub gain: f64,
}

/// One assumption.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// As the scenario names it.
    pub factor: String,
    /// What charts call it.
    pub says: String,
    /// What it turns.
    pub path: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// At its low value; of words at the one with the least gain.
    pub low: End,
    /// At its high value.
    pub high: End,
    /// Half width of the 80 % interval of the difference between the two.
    pub known_to: f64,
}

/// All assumptions, the one that moves the gain most first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tornado {
    /// The metric.
    pub headline: String,
    /// Whose gain, as charts call it; none where there is a baseline alone, and its level is told against what it is as the scenario says.
    pub design: Option<String>,
    /// The gain as the scenario says, or over all points of a sample; a share of the baseline.
    pub centre: f64,
    /// Half width of its 80 % interval.
    pub known_to: f64,
    /// Whether each point turns one factor alone.
    pub one_at_a_time: bool,
    /// One for each factor that varies.
    pub bars: Vec<Bar>,
}

impl Bar {
    /// How far the gain moves.
    pub fn length(&self) -> f64 {
        (self.high.gain - self.low.gain).abs()
    }
    /// Whether chance could make it.
    pub fn is_chance(&self) -> bool {
        self.length() <= self.known_to
    }
}

impl Tornado {
    /// Of a design (0: the baseline alone) over the points of a sweep; nothing where the baseline has nothing to be a share of.
    pub fn of(points: &Points, design: usize) -> Option<Tornado> {
        let (sound, scale) = (points.sound(), points.scale());
        if sound.is_empty() || scale == 0.0 {
            return None;
        }
        let alone = |p: &usize| points.axes.iter().filter(|axis| axis.set[*p]).count() <= 1;
        let centre = points.centre().filter(|_| sound.iter().all(alone));
        let gains = |p: usize| points.gains(design, p, scale);
        let at_centre = match centre {
            Some(p) => gains(p),
            None => sound.iter().map(|p| points.gain(design, *p, scale)).collect(),
        };
        let mut bars: Vec<Bar> = (points.axes.iter())
            .filter_map(|axis| match centre {
                Some(_) => turned(axis, &sound, &gains),
                None => sampled(axis, &sound, &|p| points.gain(design, p, scale)),
            })
            .collect();
        let order = |bar: &Bar| (bar.is_chance(), -bar.length());
        bars.sort_by(|a, b| {
            let (a_last, a_long) = order(a);
            let (b_last, b_long) = order(b);
            a_last.cmp(&b_last).then(a_long.total_cmp(&b_long)).then_with(|| a.path.cmp(&b.path))
        });
        Some(Tornado {
            headline: points.origin.headline.clone(),
            design: (design > 0).then(|| points.designs[design].says.clone()),
            centre: mean(&at_centre),
            known_to: known_to(&at_centre),
            one_at_a_time: centre.is_some(),
            bars,
        })
    }

    /// How its gains are written: with tenths of a percent where they lie close together.
    pub fn write(&self) -> fn(f64) -> String {
        let ends = self.bars.iter().flat_map(|bar| [bar.low.gain, bar.high.gain]);
        let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
        if high - low < 0.1 { tenths } else { percent }
    }

    /// As CSV: a row for each assumption.
    pub fn table(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing into memory does not fail, and all rows are of one length.
        let heads = ["factor", "path", "standing", "low", "high", "gain_at_low", "gain_at_high", "difference_known_to"];
        let _ = writer.write_record(heads);
        for b in &self.bars {
            let numbers = [b.low.gain, b.high.gain, b.known_to].map(|x| format!("{x:.6}"));
            let own = [&b.factor, &b.path, &b.standing, &b.low.value, &b.high.value];
            let plain = own.map(|text| text.replace(super::number::GLUE, " "));
            let _ = writer.write_record(plain.into_iter().chain(numbers));
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// A share in percent with one decimal.
fn tenths(x: f64) -> String {
    format!("{}{GLUE}%", figure((x * 1000.0).round() / 10.0))
}

fn bar(axis: &Axis, low: End, high: End, known_to: f64) -> Bar {
    Bar {
        factor: axis.name.clone(),
        says: axis.says.clone(),
        path: axis.path.clone(),
        standing: axis.standing.clone(),
        low,
        high,
        known_to,
    }
}

/// Between the outermost of the points that turn this factor; what the scenario says counts where one of them is missing.
fn turned(axis: &Axis, sound: &[usize], gains: &dyn Fn(usize) -> Vec<f64>) -> Option<Bar> {
    let mine: Vec<usize> = sound.iter().copied().filter(|p| axis.set[*p]).collect();
    let key = |p: usize| match &axis.values {
        Values::Numbers(list) => list[p],
        Values::Words(..) => mean(&gains(p)),
    };
    let centre = sound.iter().copied().find(|p| !axis.set[*p]);
    let low = mine.iter().copied().reduce(|a, b| if key(b) < key(a) { b } else { a })?;
    let high = mine.iter().copied().reduce(|a, b| if key(b) > key(a) { b } else { a })?;
    // One point alone is compared with what the scenario says.
    let (low, high) = match centre {
        Some(centre) if low == high && key(centre) < key(low) => (centre, high),
        Some(centre) if low == high => (low, centre),
        _ => (low, high),
    };
    let (a, b) = (gains(low), gains(high));
    let apart: Vec<f64> = a.iter().zip(&b).map(|(a, b)| b - a).collect();
    let end = |p: usize, gains: &[f64]| End { value: axis.cell(p), gain: mean(gains) };
    // One run says nothing about chance.
    let to = if apart.len() < 2 { 0.0 } else { known_to(&apart) };
    Some(bar(axis, end(low, &a), end(high, &b), to))
}

/// Between the lowest and the highest fifth of a sample; between the words of least and of most gain.
fn sampled(axis: &Axis, sound: &[usize], gain: &dyn Fn(usize) -> f64) -> Option<Bar> {
    if !axis.varies(sound) {
        return None;
    }
    let mut order = sound.to_vec();
    let of = |points: &[usize]| points.iter().map(|p| gain(*p)).collect::<Vec<f64>>();
    let (low, high, values) = match &axis.values {
        Values::Numbers(list) => {
            order.sort_by(|a, b| list[*a].total_cmp(&list[*b]).then(a.cmp(b)));
            let fifth = (order.len() / 5).max(1);
            let (low, high) = (order[..fifth].to_vec(), order[order.len() - fifth..].to_vec());
            let below = axis.number(list[low[fifth - 1]]);
            let above = axis.number(list[high[0]]);
            (of(&low), of(&high), [format!("to {below}"), format!("from {above}")])
        }
        Values::Words(list, words) => {
            let word = |k: usize| of(&order.iter().copied().filter(|p| list[*p] == k).collect::<Vec<_>>());
            let all: Vec<(usize, Vec<f64>)> =
                (0..words.len()).map(|k| (k, word(k))).filter(|(_, gains)| !gains.is_empty()).collect();
            let by = |a: &&(usize, Vec<f64>), b: &&(usize, Vec<f64>)| mean(&a.1).total_cmp(&mean(&b.1));
            let (low, high) = (all.iter().min_by(by)?, all.iter().max_by(by)?);
            (low.1.clone(), high.1.clone(), [words[low.0].clone(), words[high.0].clone()])
        }
    };
    let spread = |gains: &[f64]| sd(gains) * sd(gains) / gains.len().max(1) as f64;
    let to = 1.281_55 * (spread(&low) + spread(&high)).sqrt();
    let [below, above] = values;
    Some(bar(axis, End { value: below, gain: mean(&low) }, End { value: above, gain: mean(&high) }, to))
}
