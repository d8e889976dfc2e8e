//! A rich set of summaries for pictures: 1 to 12 designs, short, long and Chinese names, tiny, huge, negative and undefined numbers, 3 to
//! 120 months, each with the metrics of people, of organisations and of momentum.
//!
//! Invariant: each kind of name appears with each number of designs, and each kind of number with each number of designs.

use jiff::civil::date;
use zaoshi::stats::{Band, Gain, Interval, Ratio, Summary};

use super::odd::{only, partners, stirred};
use super::{band, compared, ends_of_months, plain};

/// A summary with this many designs; the later ones differ from the earlier ones a little.
pub(crate) fn of_designs(summary: Summary, count: usize) -> Summary {
    let mut many = only(summary, &(0..count).map(|d| if d == 0 { 0 } else { 1 + (d - 1) % 2 }).collect::<Vec<_>>());
    for d in 1..count {
        let lift = |b: &mut Band| *b = band(b.p50 * (1.0 + d as f64 / 50.0), (b.p90 - b.p50) / 1.28);
        many.designs[d].name = format!("design-{d}");
        many.bands[d].iter_mut().flatten().for_each(lift);
        many.trends[d].iter_mut().for_each(lift);
        let verdict = &mut many.verdicts[d];
        verdict.level = band(verdict.level.p50 * (1.0 + d as f64 / 50.0), 4.0);
        if let Some(gain) = &mut verdict.gain {
            gain.band = band(gain.band.p50 + d as f64 / 50.0, 0.065);
        }
    }
    many.holds = Vec::new();
    many.compared = compared(&many.bands);
    many
}

/// Another number of months.
fn over(mut summary: Summary, months: usize) -> Summary {
    let from = summary.dates.len();
    let pick = |t: usize| t * from / months;
    summary.dates = ends_of_months(date(2027, 1, 1), months);
    for row in summary.bands.iter_mut().chain(&mut summary.gains).flatten().chain(&mut summary.trends) {
        *row = (0..months).map(|t| row[pick(t)]).collect();
    }
    for row in &mut summary.doubts {
        *row = (0..months).map(|t| row[pick(t)]).collect();
    }
    for row in summary.ahead.iter_mut().flatten() {
        *row = (0..months).map(|t| row[pick(t)]).collect();
    }
    summary
}

/// Other numbers: each level and cost times a factor; or with gaps.
fn numbers(summary: &mut Summary, kind: &str) {
    let times = match kind {
        "tiny" => 1e-7,
        "huge" => 1e5,
        "negative" => -1.0,
        _ => 1.0,
    };
    let turned = |b: &mut Band| *b = band(b.p50 * times, (b.p90 - b.p50) / 1.28 * times.abs());
    // A share stays a share.
    let counted = |m: usize| !["share", "log", "logits", "correlation"].contains(&summary.metrics[m].unit.as_str());
    let counted: Vec<usize> = (0..summary.metrics.len()).filter(|m| counted(*m)).collect();
    for cube in [&mut summary.bands, &mut summary.gains] {
        cube.iter_mut().for_each(|rows| counted.iter().for_each(|m| rows[*m].iter_mut().for_each(turned)));
    }
    summary.trends.iter_mut().flatten().for_each(turned);
    for doubt in summary.doubts.iter_mut().flatten() {
        let (low, high) = (doubt.low * times, doubt.high * times);
        *doubt = Interval { low: low.min(high), high: low.max(high) };
    }
    for verdict in &mut summary.verdicts {
        turned(&mut verdict.level);
        verdict.beside.iter_mut().for_each(turned);
        verdict.cost *= times.abs();
        verdict.paid_from.iter_mut().for_each(|(_, paid)| *paid *= times.abs());
        if let Some(Ratio::Known { value, low, high }) = &mut verdict.cost_per_extra {
            for x in [value, low, high] {
                *x *= times.abs();
            }
        }
    }
    if kind == "undefined" {
        for series in summary.bands.iter_mut().chain(&mut summary.gains).flatten().chain(&mut summary.trends) {
            let gap = series.len() / 2;
            series[..gap].fill(band(f64::NAN, f64::NAN));
        }
        let last = summary.verdicts.len() - 1;
        summary.verdicts[last].level = band(f64::NAN, f64::NAN);
        if let Some(gain) = &mut summary.verdicts[last].gain {
            *gain = Gain { band: band(f64::NAN, f64::NAN), interval: Interval::UNKNOWN, ..*gain };
        }
    }
}

/// The names of designs: a few letters, about sixty letters, or Chinese.
fn name(kind: &str, design: usize) -> String {
    match (kind, design) {
        ("short", d) => format!("Plan {d}"),
        ("long", d) => format!("Plan {d}: points for answers, a quarterly shop and ladder seats"),
        (_, 0) => "不设任何激励的现状".into(),
        (_, d) => format!("第{d}方案：积分商城与季度兑换活动，含讲师、布道师和版主的奖励"),
    }
}

/// The set, each with a name that says what it holds.
pub(crate) fn rich() -> Vec<(String, Summary)> {
    let (numbers_of, months_of) = (["usual", "tiny", "huge", "negative", "undefined"], [36, 3, 120]);
    let mut all = Vec::new();
    let mut k = 0;
    let bases = [("people", plain as fn() -> Summary), ("partners", partners), ("stirred", stirred)];
    for count in [1, 2, 3, 7, 12] {
        for names in ["short", "long", "chinese"] {
            for turn in 0..2 {
                let (base, make) = bases[(k + turn) % 3];
                let (kind, months) = (numbers_of[k % 5], months_of[(k + turn) % 3]);
                k += 1;
                let mut summary = over(of_designs(make(), count), months);
                numbers(&mut summary, kind);
                for (d, design) in summary.designs.iter_mut().enumerate() {
                    design.says = name(names, d);
                }
                summary.compared = compared(&summary.bands);
                all.push((format!("{count} designs, {base}, {names} names, {kind} numbers, {months} months"), summary));
            }
        }
        // So that each number of designs meets each kind.
        k += 1;
    }
    all
}
