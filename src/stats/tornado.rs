//! The tornado: the change of the gain between the low and the high value of each assumption.
//!
//! If each point changes one factor alone, a bar is the difference between its outermost points, under the same luck;
//! if points are a sample, it is the difference between the lowest and the highest fifth of its values. Invariant:
//! uncertainties come before levers; both are sorted by the length of the bar, those that could be due to chance last.
//! Values as texts are slots that [`crate::findings`] fills in.

use serde::Serialize;

use super::evidence::TOLERANCE;
use super::quantiles::{eighty, known_to, known_to_among, mean, sd};
use super::sweep_points::{Axis, Points, Values};
use crate::metrics::Better;
use crate::words::number;

/// The position of one end of a bar along a factor.
#[derive(Clone, Debug, PartialEq)]
pub enum Position {
    /// At a number, in the unit of the factor.
    At(f64),
    /// At all numbers up to this one.
    UpTo(f64),
    /// At all numbers from this one on.
    From(f64),
    /// At a word.
    Word(String),
}

/// One end of a bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct End {
    /// The value there, with its unit; filled in by [`crate::findings`].
    pub value: String,
    /// The value as a position.
    #[serde(skip)]
    pub at: Position,
    /// The mean gain there.
    pub gain: f64,
}

impl End {
    /// The value without its unit, as a table holds it.
    fn plain(&self) -> String {
        match &self.at {
            Position::At(x) | Position::UpTo(x) | Position::From(x) => x.to_string(),
            Position::Word(word) => word.clone(),
        }
    }
}

/// One assumption.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// Its name in the scenario.
    pub factor: String,
    /// Its name in charts.
    pub says: String,
    /// The path that it sets.
    pub path: String,
    /// "sourced", "calibrated" or "guess"; "lever" for a lever.
    pub standing: String,
    /// The unit of its values; empty for words and shares.
    pub unit: String,
    /// At its low value; for words, at the one with the smallest gain.
    pub low: End,
    /// At its high value.
    pub high: End,
    /// Half width of the 80 % interval of the difference between the two.
    pub known_to: f64,
}

/// All assumptions, the largest effect first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tornado {
    /// The title of the metric.
    pub headline: String,
    /// The design whose gain it is, as charts name it; `None` if there is only the baseline, whose level is compared
    /// with its own level in the scenario.
    pub design: Option<String>,
    /// The gain in the scenario itself, or over all points of a sample; a share of the baseline.
    pub centre: f64,
    /// Half width of its 80 % interval.
    pub known_to: f64,
    /// Whether each point changes one factor alone.
    pub one_at_a_time: bool,
    /// Which way the headline should move.
    pub better: Better,
    /// One bar per factor that varies, uncertainties before levers.
    pub bars: Vec<Bar>,
    /// Ends of ranges at which there is no value, so that a bar ends before: filled in by [`crate::findings`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<String>,
}

/// The assumptions that matter.
#[derive(Clone, Debug, PartialEq)]
pub enum Lead<'t> {
    /// No bar is longer than the longest of as many bars would be by chance.
    None,
    /// One bar, or several that the runs cannot distinguish, the longest first.
    These(Vec<&'t Bar>),
}

impl Bar {
    /// The change of the gain.
    pub fn length(&self) -> f64 {
        (self.high.gain - self.low.gain).abs()
    }
    /// Whether it could be due to chance, or is shorter than the tolerance.
    pub fn is_chance(&self) -> bool {
        self.length() <= self.known_to.max(TOLERANCE)
    }
    /// Whether the design is better than the baseline at one end only.
    pub fn turns(&self, better: Better) -> bool {
        let is_better = |end: &End| better.sign() * end.gain > TOLERANCE;
        is_better(&self.low) != is_better(&self.high)
    }
    /// Whether it is a lever.
    pub fn is_lever(&self) -> bool {
        self.standing == "lever"
    }
}

impl Tornado {
    /// The tornado of a design (0: the baseline alone) over the points of a sweep; `None` if the baseline is zero. Its
    /// values as texts are empty.
    pub(crate) fn of(points: &Points, design: usize) -> Option<Tornado> {
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
                Some(_) => outermost(axis, &sound, &gains),
                None => sampled(axis, &sound, &|p| points.gain(design, p, scale)),
            })
            .collect();
        let last = |bar: &Bar| (bar.is_lever(), bar.is_chance());
        bars.sort_by(|a, b| {
            last(a).cmp(&last(b)).then(b.length().total_cmp(&a.length())).then_with(|| a.path.cmp(&b.path))
        });
        Some(Tornado {
            headline: points.origin.headline.clone(),
            design: (design > 0).then(|| points.designs[design].says.clone()),
            centre: mean(&at_centre),
            known_to: known_to(&at_centre),
            one_at_a_time: centre.is_some(),
            better: points.origin.better,
            bars,
            gaps: Vec::new(),
        })
    }

    /// The assumptions that matter: among the uncertainties, or among the levers if only levers vary.
    pub fn lead(&self) -> Lead<'_> {
        let world = self.bars.iter().filter(|bar| !bar.is_lever()).count();
        let bars = &self.bars[..if world > 0 { world } else { self.bars.len() }];
        // The longest of many bars is long by chance alone.
        let wider = eighty(1e9, bars.len()) / eighty(1e9, 1);
        let Some(first) = bars.first().filter(|bar| bar.length() > (wider * bar.known_to).max(TOLERANCE)) else {
            return Lead::None;
        };
        let near = |bar: &&Bar| {
            let apart = (first.known_to * first.known_to + bar.known_to * bar.known_to).sqrt();
            !bar.is_chance() && first.length() - bar.length() <= apart
        };
        Lead::These(std::iter::once(first).chain(bars[1..].iter().filter(near)).collect())
    }

    /// The format of its gains: with tenths of a percent if they are close together.
    pub fn write(&self) -> fn(f64) -> String {
        let ends = self.bars.iter().flat_map(|bar| [bar.low.gain, bar.high.gain]);
        let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
        number::percents(high - low)
    }

    /// The tornado as CSV: one row per assumption. Its low and high are numbers in its unit, or words; of a sample, the lowest fifth lies
    /// below the one and the highest above the other.
    pub fn table(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail, and all rows have the same length.
        let heads =
            ["factor", "path", "standing", "unit", "low", "high", "gain_at_low", "gain_at_high", "difference_known_to"];
        let _ = writer.write_record(heads);
        for b in &self.bars {
            let numbers = [b.low.gain, b.high.gain, b.known_to].map(|x| format!("{x:.6}"));
            let own = [&b.factor, &b.path, &b.standing, &b.unit].map(Clone::clone);
            let _ = writer.write_record(own.into_iter().chain([b.low.plain(), b.high.plain()]).chain(numbers));
        }
        writer.into_inner().unwrap_or_default()
    }
}

fn end(at: Position, gains: &[f64]) -> End {
    End { value: String::new(), at, gain: mean(gains) }
}

fn bar(axis: &Axis, low: End, high: End, known_to: f64) -> Bar {
    Bar {
        factor: axis.name.clone(),
        says: axis.says.clone(),
        path: axis.path.clone(),
        standing: axis.standing.clone(),
        unit: axis.unit.clone(),
        low,
        high,
        known_to,
    }
}

/// The difference between the outermost points that change this factor; the scenario's own value if one of them is
/// missing.
fn outermost(axis: &Axis, sound: &[usize], gains: &dyn Fn(usize) -> Vec<f64>) -> Option<Bar> {
    let mine: Vec<usize> = sound.iter().copied().filter(|p| axis.set[*p]).collect();
    let key = |p: usize| match &axis.values {
        Values::Numbers(list) => list[p],
        Values::Words(..) => mean(&gains(p)),
    };
    let centre = sound.iter().copied().find(|p| !axis.set[*p]);
    let low = mine.iter().copied().reduce(|a, b| if key(b) < key(a) { b } else { a })?;
    let high = mine.iter().copied().reduce(|a, b| if key(b) > key(a) { b } else { a })?;
    // A single point is compared with the scenario itself.
    let (low, high) = match centre {
        Some(centre) if low == high && key(centre) < key(low) => (centre, high),
        Some(centre) if low == high => (low, centre),
        _ => (low, high),
    };
    let (a, b) = (gains(low), gains(high));
    let apart: Vec<f64> = a.iter().zip(&b).map(|(a, b)| b - a).collect();
    let place = |p: usize| match &axis.values {
        Values::Numbers(list) => Position::At(list[p]),
        Values::Words(list, words) => Position::Word(words[list[p]].clone()),
    };
    Some(bar(axis, end(place(low), &a), end(place(high), &b), known_to_among(&apart, pairs(axis))))
}

/// Number of pairs from which the difference is selected: for words the best is compared with the worst.
fn pairs(axis: &Axis) -> usize {
    match &axis.values {
        Values::Numbers(_) => 1,
        Values::Words(_, words) => words.len() * words.len().saturating_sub(1) / 2,
    }
}

/// The difference between the lowest and the highest fifth of a sample; for words, between those of the smallest and
/// the largest gain.
fn sampled(axis: &Axis, sound: &[usize], gain: &dyn Fn(usize) -> f64) -> Option<Bar> {
    if !axis.varies(sound) {
        return None;
    }
    let mut order = sound.to_vec();
    let of = |points: &[usize]| points.iter().map(|p| gain(*p)).collect::<Vec<f64>>();
    let (low, high, ends) = match &axis.values {
        Values::Numbers(list) => {
            order.sort_by(|a, b| list[*a].total_cmp(&list[*b]).then(a.cmp(b)));
            let fifth = (order.len() / 5).max(1);
            let (low, high) = (order[..fifth].to_vec(), order[order.len() - fifth..].to_vec());
            let ends = [Position::UpTo(list[low[fifth - 1]]), Position::From(list[high[0]])];
            (of(&low), of(&high), ends)
        }
        Values::Words(list, words) => {
            let word = |k: usize| of(&order.iter().copied().filter(|p| list[*p] == k).collect::<Vec<_>>());
            let all: Vec<(usize, Vec<f64>)> =
                (0..words.len()).map(|k| (k, word(k))).filter(|(_, gains)| !gains.is_empty()).collect();
            let by = |a: &&(usize, Vec<f64>), b: &&(usize, Vec<f64>)| mean(&a.1).total_cmp(&mean(&b.1));
            let (low, high) = (all.iter().min_by(by)?, all.iter().max_by(by)?);
            (low.1.clone(), high.1.clone(), [low.0, high.0].map(|word| Position::Word(words[word].clone())))
        }
    };
    let spread = |gains: &[f64]| sd(gains) * sd(gains) / gains.len().max(1) as f64;
    let (a, b) = (spread(&low), spread(&high));
    // Welch (1947, Biometrika 34): degrees of freedom for two different variances.
    let own = |spread: f64, n: usize| spread * spread / (n.max(2) - 1) as f64;
    let degrees = (a + b) * (a + b) / (own(a, low.len()) + own(b, high.len())).max(f64::MIN_POSITIVE);
    let to = match low.len().min(high.len()) {
        0 | 1 => f64::INFINITY,
        _ if a + b > 0.0 => eighty(degrees, pairs(axis)) * (a + b).sqrt(),
        _ => 0.0,
    };
    let [below, above] = ends;
    Some(bar(axis, end(below, &low), end(above, &high), to))
}

#[cfg(test)]
mod tests {
    use super::super::Design;
    use super::super::quantiles::coverage::{as_often, at_least};
    use super::super::sweep_points::Origin;
    use super::*;
    use crate::world::stream::Stream;

    fn skewed(luck: Stream) -> f64 {
        -libm::log(1.0 - luck.unit())
    }

    /// A design that gains 2, and three more per unit of the first factor; the second has no effect. Luck is common to
    /// all points, with an additional part for each of them.
    fn world(values: [Values; 2], set: [Vec<bool>; 2], replicates: u64, luck: Stream) -> Points {
        let count = set[0].len();
        let at = |p: usize| match &values[0] {
            Values::Numbers(list) => list[p],
            Values::Words(..) => 0.0,
        };
        let base = |r: u64| 9.0 + skewed(luck.at(r));
        let own = |p: usize, r: u64| 2.0 + 3.0 * at(p) + skewed(luck.at(r).at(1)) - skewed(luck.at(r).at(2 + p as u64));
        let runs =
            |of: &dyn Fn(usize, u64) -> f64| (0..count).map(|p| (0..replicates).map(|r| of(p, r)).collect()).collect();
        let axes = values.iter().zip(&set).enumerate().map(|(j, (values, set))| Axis {
            name: format!("f{j}"),
            says: format!("factor {j}"),
            path: format!("f{j}"),
            lever: false,
            standing: "guess".to_owned(),
            unit: String::new(),
            values: values.clone(),
            set: set.clone(),
            own: None,
        });
        Points {
            origin: Origin::default(),
            designs: ["base", "own"].map(|name| Design { name: name.to_owned(), says: name.to_owned() }).to_vec(),
            axes: axes.collect(),
            runs: vec![runs(&|_, r| base(r)), runs(&|p, r| base(r) + own(p, r))],
            unpaid: vec![vec![0.0; count]; 2],
        }
    }

    #[test]
    fn differences_of_bars_hold_the_truth_as_often_as_they_say() {
        let (mut held, tries) = (0, 1000);
        for at in 0..tries {
            let numbers = |list: [f64; 5]| Values::Numbers(list.to_vec());
            let set = |on: [usize; 2]| (0..5).map(|p| on.contains(&p)).collect::<Vec<bool>>();
            let values = [numbers([0.5, 0.0, 1.0, 0.5, 0.5]), numbers([0.5, 0.5, 0.5, 0.0, 1.0])];
            let points = world(values, [set([1, 2]), set([3, 4])], 16, Stream::seeded(21).at(at));
            let found = Tornado::of(&points, 1).unwrap();
            let bar = found.bars.iter().find(|bar| bar.factor == "f0").unwrap();
            let (scale, moved) = (points.scale(), bar.high.gain - bar.low.gain);
            held += u32::from((moved - 3.0 / scale).abs() <= bar.known_to);
        }
        as_often(held, tries as u32, 0.80);
    }

    #[test]
    fn in_a_sample_what_does_nothing_is_said_to_be_chance_as_often_as_is_said() {
        let (mut nothing, mut words, tries) = (0, 0, 600);
        for at in 0..tries {
            let luck = Stream::seeded(22).at(at);
            let numbers = |j: u64| Values::Numbers((0..60).map(|p| luck.named("at").at(j).at(p).unit()).collect());
            let said = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
            let word =
                Values::Words((0..60).map(|p| (luck.named("at").at(9).at(p).unit() * 4.0) as usize).collect(), said);
            for (second, count) in [(numbers(1), &mut nothing), (word, &mut words)] {
                let points = world([numbers(0), second], [vec![true; 60], vec![true; 60]], 2, luck);
                let found = Tornado::of(&points, 1).unwrap();
                *count += u32::from(found.bars.iter().any(|bar| bar.factor == "f1" && bar.is_chance()));
            }
        }
        as_often(nothing, tries as u32, 0.80);
        // The best and the worst of four words: all pairs hold simultaneously at least as often as claimed.
        at_least(words, tries as u32, 0.80);
    }
}
