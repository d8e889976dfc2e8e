//! Global sensitivity: Sobol indices, or elementary effects where there are many factors.
//!
//! Invariant: a sweep whose points do not stand as its method needs is refused, not misread.

use serde::Serialize;
use zaoshi::charts::sensitivity::Row;
use zaoshi::charts::{sensitivity, slide};
use zaoshi::error::Error;
use zaoshi::stats::number::{figure, many, percent, signed};
use zaoshi::stats::points::{Axis, Points, Values};
use zaoshi::stats::sensitivity::{Effect, Index, morris, sobol};
use zaoshi::store::sweep::SweepStore;
use zaoshi::sweep::asked::luck;

use super::{Asked, Told, index};
use crate::cli::ruled::{RULED, fitted};

/// Which estimator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Method {
    /// First-order and total indices with intervals, for up to 24 uncertainties.
    Sobol,
    /// Elementary effects along walks, for many.
    Morris,
}

const RESAMPLES: usize = 1000;
const ROWS: usize = 12;

/// One factor and what was found of it.
#[derive(Serialize)]
struct Of<T> {
    factor: String,
    says: String,
    path: String,
    standing: String,
    #[serde(flatten)]
    found: T,
}

pub(super) fn told(asked: &Asked, store: &SweepStore, points: &Points, method: Method) -> Result<Told, Error> {
    let design = index(asked, points)?;
    let scale = points.scale();
    if scale == 0.0 {
        return Err(Error::Asked(
            "the baseline has nothing of the headline, so a gain has nothing to be a share of".to_owned(),
        ));
    }
    let outcomes: Vec<f64> = (0..points.len())
        .map(|p| if points.runs[design][p].is_empty() { f64::NAN } else { points.gain(design, p, scale) })
        .collect();
    let axes: Vec<&Axis> = points.axes.iter().filter(|axis| axis.set.iter().all(|set| *set)).collect();
    let (k, luck) = (axes.len(), luck(store.manifest.seed).named("resample"));
    let refused = |what: &str| {
        Error::Asked(format!(
            "the points of this sweep are no {what}: explain the scenario with --sensitivity instead of its folder"
        ))
    };
    let what = if design > 0 {
        format!("gain of {}", points.designs[design].says)
    } else {
        "level of the baseline".to_owned()
    };
    match method {
        Method::Sobol => {
            if k == 0 || !crossed(&axes, points.len()) {
                return Err(refused("crosses for Sobol indices"));
            }
            let found = sobol(&outcomes, k, RESAMPLES, luck);
            let mut list: Vec<Of<Index>> = axes.iter().zip(found).map(|(axis, found)| of(axis, found)).collect();
            list.sort_by(|a, b| b.found.total.total_cmp(&a.found.total).then_with(|| a.path.cmp(&b.path)));
            indices(&list, &what, points)
        }
        Method::Morris => {
            let shares = shares(&axes, points.len());
            if k == 0 || !walked(&shares, k) {
                return Err(refused("walks for elementary effects"));
            }
            let found = morris(&shares, &outcomes, k);
            let mut list: Vec<Of<Effect>> = axes.iter().zip(found).map(|(axis, found)| of(axis, found)).collect();
            list.sort_by(|a, b| b.found.size.total_cmp(&a.found.size).then_with(|| a.path.cmp(&b.path)));
            effects(&list, &what, points)
        }
    }
}

fn of<T>(axis: &Axis, found: T) -> Of<T> {
    Of {
        factor: axis.name.clone(),
        says: axis.says.clone(),
        path: axis.path.clone(),
        standing: axis.standing.clone(),
        found,
    }
}

/// Bits that tell values of a factor apart.
fn bits(axis: &Axis, point: usize) -> u64 {
    match &axis.values {
        Values::Numbers(list) => list[point].to_bits(),
        Values::Words(list, _) => list[point] as u64,
    }
}

/// Whether the points are rows A, AB₁ … ABₖ, B.
fn crossed(axes: &[&Axis], points: usize) -> bool {
    let k = axes.len();
    points > 0
        && points.is_multiple_of(k + 2)
        && (0..points / (k + 2)).all(|row| {
            let first = row * (k + 2);
            (0..k).all(|i| {
                let from = |j: usize| if i == j { first + k + 1 } else { first };
                (0..k).all(|j| bits(axes[j], first + 1 + i) == bits(axes[j], from(j)))
            })
        })
}

/// Whether each step of the walks turns one factor at most.
fn walked(shares: &[Vec<f64>], k: usize) -> bool {
    let one = |pair: &[Vec<f64>]| pair[0].iter().zip(&pair[1]).filter(|(a, b)| a != b).count() <= 1;
    !shares.is_empty()
        && shares.len().is_multiple_of(k + 1)
        && shares.chunks(k + 1).all(|walk| walk.windows(2).all(one))
}

/// Values as shares of the way from the least to the most, by their rank on the grid of the walks.
fn shares(axes: &[&Axis], points: usize) -> Vec<Vec<f64>> {
    let ranks: Vec<Vec<f64>> = axes
        .iter()
        .map(|axis| {
            let number = |p: usize| match &axis.values {
                Values::Numbers(list) => list[p],
                Values::Words(list, _) => list[p] as f64,
            };
            let mut known: Vec<f64> = (0..points).map(number).collect();
            known.sort_by(f64::total_cmp);
            known.dedup();
            let last = (known.len().max(2) - 1) as f64;
            (0..points).map(|p| known.partition_point(|x| *x < number(p)) as f64 / last).collect()
        })
        .collect();
    (0..points).map(|p| ranks.iter().map(|axis| axis[p]).collect()).collect()
}

fn indices(list: &[Of<Index>], what: &str, points: &Points) -> Result<Told, Error> {
    let first = &list[0];
    let alone = list.iter().map(|one| one.found.first).sum::<f64>();
    let lead = format!(
        "{} carries {} (±{}) of what is uncertain about the {what}, alone and with others",
        capital(&first.says),
        percent(first.found.total.clamp(0.0, 1.0)),
        percent(first.found.total_to)
    );
    let told = first.found.total - first.found.total_to > 0.0;
    let title = if told { lead } else { format!("No assumption stands out in the {what}: more points are needed") };
    let mut table = fitted(RULED);
    table.set_header(["assumption", "", "alone", "", "with others", ""]);
    for one in list.iter().take(ROWS) {
        let i = &one.found;
        table.add_row([
            one.says.clone(),
            one.standing.clone(),
            percent(i.first),
            format!("±{}", percent(i.first_to)),
            percent(i.total),
            format!("±{}", percent(i.total_to)),
        ]);
    }
    let subtitle = format!(
        "{}: share of the variance, alone (dark) and with all that it acts together with (pale); 95 % intervals",
        points.origin.headline
    );
    let text = format!(
        "{title}\n{subtitle}\nAlone they carry {} together; the rest is what they do with each other\n\n{}\n",
        percent(alone.clamp(0.0, 1.0)),
        table.trim_fmt()
    );
    let rows: Vec<Row> = list
        .iter()
        .map(|one| Row {
            says: one.says.clone(),
            guess: one.standing == "guess",
            whole: (one.found.total, one.found.total_to),
            part: (one.found.first, one.found.first_to),
        })
        .collect();
    let chart = slide("sobol", |canvas| sensitivity::draw(&rows, &title, &subtitle, "alone", &points.origin, canvas))?;
    let csv = csv(list, ["first", "first_to", "total", "total_to"], |i| [i.first, i.first_to, i.total, i.total_to]);
    Told::of("sobol", text, &list, csv, chart)
}

fn effects(list: &[Of<Effect>], what: &str, points: &Points) -> Result<Told, Error> {
    let first = &list[0];
    let walks = points.len() / (list.len() + 1);
    let title = format!(
        "{} moves the {what} most: by {} of the baseline from its low to its high value",
        capital(&first.says),
        percent(first.found.size)
    );
    let mut table = fitted(RULED);
    table.set_header(["assumption", "", "size (mu*)", "", "mean (mu)", "spread (sigma)"]);
    for one in list.iter().take(ROWS) {
        let e = &one.found;
        table.add_row([
            one.says.clone(),
            one.standing.clone(),
            percent(e.size),
            format!("±{}", percent(e.size_to)),
            signed(e.mean, percent),
            percent(e.spread),
        ]);
    }
    let subtitle = format!(
        "{}: mean size of the effect over {} (pale) and its mean with sign, without it (dark); 95 % intervals",
        points.origin.headline,
        many(walks, "walk")
    );
    let rest = list.len().saturating_sub(ROWS);
    let rest = if rest > 0 { format!("{} more are in morris.csv.\n", figure(rest as f64)) } else { String::new() };
    let text = format!(
        "{title}\n{subtitle}\nA spread as large as the size: the effect hangs on where the others stand\n\n{}\n\n{rest}",
        table.trim_fmt()
    );
    let rows: Vec<Row> = list
        .iter()
        .map(|one| Row {
            says: one.says.clone(),
            guess: one.standing == "guess",
            whole: (one.found.size, one.found.size_to),
            part: (one.found.mean.abs(), 0.0),
        })
        .collect();
    let chart = slide("morris", |canvas| sensitivity::draw(&rows, &title, &subtitle, "mean", &points.origin, canvas))?;
    let csv = csv(list, ["mean", "size", "size_to", "spread"], |e| [e.mean, e.size, e.size_to, e.spread]);
    Told::of("morris", text, &list, csv, chart)
}

fn csv<T>(list: &[Of<T>], heads: [&str; 4], of: impl Fn(&T) -> [f64; 4]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and all rows are of one length.
    let _ = writer.write_record(["factor", "path", "standing"].into_iter().chain(heads));
    for one in list {
        let numbers = of(&one.found).map(|x| format!("{x:.6}"));
        let own = [one.factor.clone(), one.path.clone(), one.standing.clone()];
        let _ = writer.write_record(own.into_iter().chain(numbers));
    }
    writer.into_inner().unwrap_or_default()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}
