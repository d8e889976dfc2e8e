//! A small summary, for outputs that are compared line by line.

use jiff::civil::date;
use zaoshi::stats::{Band, Design, Gain, Hours, Interval, MetricName, Ratio, Summary, Verdict};

use super::{about, plain};

/// A band around a middle, by its half width.
pub(crate) fn around(p50: f64, half: f64) -> Band {
    Band { p10: p50 - half, p25: p50 - half / 2.0, p50, p75: p50 + half / 2.0, p90: p50 + half, mean: p50, missing: 0 }
}

fn gain(p50: f64, half: f64, ahead: usize) -> Option<Gain> {
    Some(super::gain(around(p50, half), 0.04, ahead))
}

fn verdict(level: Band, gain: Option<Gain>, cost_per_extra: Option<Ratio>, coast: f64) -> Verdict {
    Verdict {
        level,
        split: None,
        beside: Vec::new(),
        gain,
        cost: 120_000.0,
        owed: 0.0,
        paid_from: vec![("ads".into(), 120_000.0)],
        hours: Hours { staff: 0.0, review: 310.0 },
        cost_per_extra,
        gain_kept: cost_per_extra.map(|_| about(0.7)),
        net: None,
        net_extra: None,
        coast: Some(around(coast, 0.1)),
        coasting: vec![around(coast, 0.1)],
        farmed_points: None,
        burnout: 0.5,
        unpaid: 0.0,
    }
}

/// Three designs, two metrics, three months, four replicates.
pub(crate) fn small() -> Summary {
    let names = [("baseline", "No programme"), ("points-shop", "Points and shop"), ("ladder", "Contributor ladder")];
    let metrics = [
        ("active-people", "Active people a month", "people"),
        ("active-contributors", "Active contributors a month", "people"),
    ];
    let cube = |scale: f64| -> Vec<Vec<Vec<Band>>> {
        let period = |d: usize, m: usize, p: usize| around(scale * (10.0 + (d * 2 + m + p) as f64), 1.0 / 3.0);
        let metric = |d: usize, m: usize| (0..3).map(|p| period(d, m, p)).collect();
        (0..3).map(|d| (0..2).map(|m| metric(d, m)).collect()).collect()
    };
    Summary {
        dates: vec![date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)],
        designs: names.map(|(name, says)| Design { name: name.into(), says: says.into() }).into(),
        metrics: metrics
            .map(|(name, title, unit)| MetricName {
                name: name.into(),
                title: title.into(),
                unit: unit.into(),
                ..MetricName::default()
            })
            .into(),
        compared: super::compared(&cube(1.0)),
        bands: cube(1.0),
        gains: cube(0.1),
        ahead: vec![vec![vec![0.5; 3]; 2]; 3],
        trends: cube(0.1).into_iter().map(|mut design| design.swap_remove(1)).collect(),
        doubts: vec![vec![Interval { low: 0.9, high: 1.6 }; 3]; 3],
        verdicts: vec![
            verdict(around(15.0, 4.0), None, None, 0.81),
            verdict(around(17.4, 4.5), gain(0.18, 0.085, 60), Some(about(9_412.0)), 0.79),
            verdict(around(16.8, 4.4), gain(0.13, 0.08, 64), Some(Ratio::Unknown), 0.83),
        ],
        same: Vec::new(),
        odd: Vec::new(),
        warnings: vec![
            "with points, 28 % of all points go to farming accounts.".into(),
            "7 of the 10 strongest assumptions are guesses.".into(),
        ],
        flows: vec![Vec::new(); 3],
        interventions: Vec::new(),
        dots: Vec::new(),
        screening: None,
        worlds: None,
        assumptions: Vec::new(),
        ..plain()
    }
}
