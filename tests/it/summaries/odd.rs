//! Unusual summaries: organisations, leaps, one design, equal designs, no data, long names, huge numbers, one run,
//! losses, Chinese.

use zaoshi::metrics::Better;
use zaoshi::stats::{Band, Evidence, Gain, Interval, MetricName, Ratio, Summary};

use super::{band, gain, no_gain, plain};

/// Keeps the designs at these indices.
pub(super) fn only(mut summary: Summary, designs: &[usize]) -> Summary {
    let pick = |i: &usize| *i;
    summary.designs = designs.iter().map(|i| summary.designs[pick(i)].clone()).collect();
    summary.bands = designs.iter().map(|i| summary.bands[pick(i)].clone()).collect();
    summary.gains = designs.iter().map(|i| summary.gains[pick(i)].clone()).collect();
    summary.ahead = designs.iter().map(|i| summary.ahead[pick(i)].clone()).collect();
    summary.trends = designs.iter().map(|i| summary.trends[pick(i)].clone()).collect();
    summary.doubts = designs.iter().map(|i| summary.doubts[pick(i)].clone()).collect();
    summary.verdicts = designs.iter().map(|i| summary.verdicts[pick(i)].clone()).collect();
    summary.flows = designs.iter().map(|i| summary.flows[pick(i)].clone()).collect();
    summary
}

fn every(summary: &mut Summary, change: impl Fn(f64) -> f64) {
    let cubes = [&mut summary.bands, &mut summary.gains].into_iter().flatten().flatten().flatten();
    for b in cubes.chain(summary.trends.iter_mut().flatten()) {
        for x in [&mut b.p10, &mut b.p25, &mut b.p50, &mut b.p75, &mut b.p90, &mut b.mean] {
            *x = change(*x);
        }
    }
    for doubt in summary.doubts.iter_mut().flatten() {
        *doubt = Interval { low: change(doubt.low), high: change(doubt.high) };
    }
}

/// The typical summary and the unusual ones, each with a name.
pub(crate) fn all() -> Vec<(&'static str, Summary)> {
    let alone = only(plain(), &[0]);
    let pair = only(plain(), &[0, 1]);
    let mut zero = plain();
    every(&mut zero, |_| 0.0);
    for verdict in &mut zero.verdicts {
        verdict.level = Band::default();
        verdict.cost_per_extra = None;
        if let Some(gain) = &mut verdict.gain {
            *gain = Gain { band: band(f64::NAN, 0.0), interval: Interval::UNKNOWN, ..no_gain() };
        }
    }
    let mut twins = only(plain(), &[0, 0, 0]);
    for (i, verdict) in twins.verdicts.iter_mut().enumerate().skip(1) {
        twins.designs[i].says = ["", "Nothing new", "Nothing new either"][i].into();
        verdict.gain = Some(no_gain());
        verdict.cost_per_extra = Some(Ratio::Unknown);
    }
    let mut long = only(plain(), &[0, 1, 2, 1, 2, 1, 2]);
    for (i, design) in long.designs.iter_mut().enumerate() {
        design.says =
            format!("Design {i}: points for every answer, a quarterly shop & a ladder with <sponsors> and seats");
    }
    long.scenario = "a-scenario-with-a-name-that-somebody-found-necessary-to-make-as-long-as-a-sentence-can-be".into();
    let mut huge = plain();
    every(&mut huge, |x| x * 100_000.0);
    huge.people = 1_400_000_000;
    let mut once = plain();
    once.replicates = 1;
    for b in once.bands.iter_mut().flatten().flatten() {
        *b = band(b.p50, 0.0);
    }
    once.doubts.iter_mut().flatten().for_each(|doubt| *doubt = Interval::UNKNOWN);
    for gain in once.verdicts.iter_mut().filter_map(|verdict| verdict.gain.as_mut()) {
        (gain.interval, gain.evidence) = (Interval::UNKNOWN, Evidence::Unclear);
    }
    let mut bare = plain();
    bare.metrics.truncate(2);
    for cube in [&mut bare.bands, &mut bare.gains] {
        cube.iter_mut().for_each(|d| d.truncate(2));
    }
    bare.ahead.iter_mut().for_each(|d| d.truncate(2));
    bare.flows = vec![Vec::new(); 3];
    bare.interventions.clear();
    bare.dots.clear();
    let mut worse = plain();
    for (i, verdict) in worse.verdicts.iter_mut().enumerate().skip(1) {
        verdict.gain = Some(gain(band(-0.1 * i as f64, 0.05), 0.03, 1));
        (verdict.cost_per_extra, verdict.gain_kept) = (None, None);
    }
    for b in worse.gains.iter_mut().flatten().flatten().chain(worse.trends.iter_mut().flatten()) {
        *b = band(-b.p50, (b.p90 - b.p50) / 1.28);
    }
    for doubt in worse.doubts.iter_mut().flatten() {
        *doubt = Interval { low: -doubt.high, high: -doubt.low };
    }
    let mut chinese = plain();
    chinese.title = "开源数据库生态".into();
    chinese.question = "应该资助哪一种设计？".into();
    for (design, says) in
        chinese.designs.iter_mut().zip(["不设激励", "积分商城与季度兑换活动，含讲师、布道师和版主奖励", "贡献者阶梯"])
    {
        design.says = says.into();
    }
    for (tier, title) in chinese.flows.iter_mut().flatten().zip(["SIG 成员", "技术委员会成员"]) {
        tier.title = title.into();
    }
    let mut all = vec![
        ("plain", plain()),
        ("partners", partners()),
        ("leap", leap()),
        ("stirred", stirred()),
        ("chinese", chinese),
        ("alone", alone),
        ("pair", pair),
        ("zero", zero),
        ("twins", twins),
        ("long", long),
        ("huge", huge),
        ("once", once),
        ("bare", bare),
        ("worse", worse),
        ("fewer", fewer()),
        ("staffed", staffed()),
    ];
    for (_, summary) in &mut all {
        summary.compared = super::compared(&summary.bands);
    }
    all
}

/// Organisations inside, on a path, and money as the headline, with metrics beside it.
pub(super) fn partners() -> Summary {
    let mut summary = plain();
    let named = [
        ("partner-surplus", "Surplus of partners so far", "money", 0),
        ("inside:technology-partners", "technology-partners: inside", "organisations", 1),
        ("inside:universities", "universities: inside", "organisations", 2),
        ("inside:customers-in-the-public-sector", "customers-in-the-public-sector: inside", "organisations", 4),
        ("inside:rival", "rival: inside", "organisations", 5),
        ("members:developers", "Members: developers", "people", 0),
    ];
    for (name, title, unit, like) in named {
        summary.metrics.push(MetricName {
            name: name.into(),
            title: title.into(),
            unit: unit.into(),
            ..MetricName::default()
        });
        for cube in [&mut summary.bands, &mut summary.gains] {
            for design in cube.iter_mut() {
                let mut row = design[like].clone();
                let times = if unit == "money" { 40_000.0 } else { 1.0 };
                row.iter_mut().for_each(|b| *b = band(b.p50 * times, (b.p90 - b.p50) / 1.28 * times));
                if name == "inside:rival" {
                    row.fill(band(1.0, 0.0));
                }
                design.push(row);
            }
        }
        summary.ahead.iter_mut().for_each(|design| design.push(design[0].clone()));
    }
    let place = |name: &str| summary.metrics.iter().position(|m| m.name == name).unwrap();
    summary.headline = place("partner-surplus");
    summary.beside = vec![place("inside:technology-partners"), place("mean-habit")];
    for (d, verdict) in summary.verdicts.iter_mut().enumerate() {
        verdict.level = band(36_000_000.0 * (1.0 + 0.1 * d as f64), 4_000_000.0);
        verdict.beside = vec![band(14.0 + d as f64, 2.0), band(0.31, 0.05)];
        (verdict.coast, verdict.gain_kept, verdict.coasting) = (None, None, Vec::new());
    }
    for trend in summary.trends.iter_mut().flatten() {
        *trend = band(trend.p50 * 400_000.0, 1_000_000.0);
    }
    for doubt in summary.doubts.iter_mut().flatten() {
        *doubt = Interval { low: doubt.low * 400_000.0, high: doubt.high * 400_000.0 };
    }
    let mut path = summary.flows[2].clone();
    for (tier, title) in path.iter_mut().zip(["Select partner", "Global strategic partner"]) {
        (tier.ladder, tier.title, tier.organisations) = ("partner".into(), title.into(), Some(40));
    }
    path[0].demoted = 3.2;
    summary.flows[1] = path.clone();
    for tier in &mut path {
        tier.from = tier.from.map(|from| from + 2);
    }
    summary.flows[2].extend(path);
    summary
}

/// Momentum, belief, open seats, trust and a potential, and no coast.
pub(super) fn stirred() -> Summary {
    let mut summary = plain();
    let named = [
        ("momentum", "log", 0.3),
        ("belief", "times", 1.2),
        ("belief:announcement.scale", "times", 0.9),
        ("vacuum", "logits", 40.0),
        ("hope", "share", 0.2),
        ("trust:technology-partners", "share", 0.6),
        ("potential:code", "log", 1.1),
        ("absence-factor", "people", 30.0),
        ("core-share", "share", 0.8),
        ("points-value", "correlation", 0.9),
        ("fairness:contributor.sig", "share", 0.8),
        ("pool:prizes", "money", 900_000.0),
        ("unpaid", "payments", 12.0),
        ("points-held", "points", 400_000.0),
    ];
    let months = summary.dates.len() as f64;
    for (k, (name, unit, most)) in named.into_iter().enumerate() {
        summary.metrics.push(MetricName {
            name: name.into(),
            title: name.into(),
            unit: unit.into(),
            ..MetricName::default()
        });
        for (d, design) in summary.bands.iter_mut().enumerate() {
            // It rises, and falls below zero at the end; no design changes the first.
            let at = |t: usize| d as f64 * most * ((t + k) as f64 / months * 4.0).sin();
            design.push((0..summary.dates.len()).map(|t| band(at(t), most * 0.05)).collect());
        }
        for design in &mut summary.gains {
            design.push(vec![band(0.0, 0.1); summary.dates.len()]);
        }
        summary.ahead.iter_mut().for_each(|design| design.push(design[0].clone()));
    }
    let quiet = (None, None, Vec::new());
    summary.verdicts.iter_mut().for_each(|v| (v.coast, v.gain_kept, v.coasting) = quiet.clone());
    summary
}

/// Gains for which percentages say little, with a baseline near zero.
fn leap() -> Summary {
    let mut summary = plain();
    for (d, verdict) in summary.verdicts.iter_mut().enumerate() {
        verdict.level = band([1.0, 16.0, 9.0][d], 0.6);
        verdict.gain = (d > 0).then(|| gain(band([0.0, 14.7, 8.0][d], 1.0), 0.3, 64));
    }
    summary
}

/// A headline of which less is better, and few runs.
fn fewer() -> Summary {
    let mut summary = plain();
    summary.replicates = 4;
    summary.metrics[1] = MetricName { better: Better::Less, ..summary.metrics[1].clone() };
    for verdict in &mut summary.verdicts {
        if let Some(gain) = &mut verdict.gain {
            let interval = Interval { low: -gain.interval.high, high: -gain.interval.low };
            gain.band = band(-gain.band.p50, 0.065);
            gain.tally = zaoshi::stats::Tally { ahead: 3, even: 1, behind: 0 };
            (gain.interval, gain.evidence) = (interval, Evidence::of(interval, 0.001, Better::Less));
        }
    }
    summary
}

/// Designs that are compared on contributors without staff, beside a history with them.
fn staffed() -> Summary {
    let mut summary = plain();
    summary.metrics.push(MetricName {
        name: "active-community".into(),
        title: "Active contributors a month, without staff".into(),
        unit: "people".into(),
        ..MetricName::default()
    });
    for cube in [&mut summary.bands, &mut summary.gains] {
        cube.iter_mut().for_each(|design| design.push(design[1].clone()));
    }
    summary.ahead.iter_mut().for_each(|design| design.push(design[1].clone()));
    summary.with_staff = Some(summary.headline);
    summary.headline = summary.metrics.len() - 1;
    summary
}
