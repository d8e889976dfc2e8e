//! Synthetic summaries that look like results: a typical one here, small and unusual ones below. They test the floors
//! above `stats` without a simulation.
//!
//! Invariant: no randomness; a wave of fixed phase replaces noise.

mod odd;
mod rich;
mod small;

use jiff::civil::{Date, date};
use zaoshi::metrics::Better;
use zaoshi::stats::{
    Assumption, Band, Design, Dots, Evidence, Gain, Hours, Interval, MetricName, Ratio, Summary, Tally, TierFlow,
    Verdict,
};

pub(crate) use odd::all;
pub(crate) use rich::{of_designs, rich};
pub(crate) use small::{around, small};

const METRICS: &[(&str, &str, &str, f64, [f64; 3])] = &[
    // name, title, unit, level of the baseline, lift of each design at the end
    ("active-members", "Active members a month", "people", 900.0, [0.0, 0.10, 0.06]),
    ("active-contributors", "Active contributors a month", "people", 30.0, [0.0, 0.22, 0.16]),
    ("new-contributors", "New contributors a month", "people", 6.0, [0.0, 0.35, 0.12]),
    ("returned-contributors", "Returned contributors a month", "people", 2.2, [0.0, 0.15, 0.2]),
    ("lapsed-contributors", "Lapsed contributors a month", "people", 5.6, [0.0, 0.25, 0.02]),
    ("left-contributors", "Contributors who left, a month", "people", 1.4, [0.0, 0.1, -0.1]),
    ("quick-ratio-contributors", "Quick ratio of contributors", "ratio", 1.17, [0.0, 0.05, 0.12]),
    ("satisfaction-safety", "Safety", "share", 0.62, [0.0, 0.03, 0.02]),
    ("satisfaction-belonging", "Belonging", "share", 0.44, [0.0, 0.02, 0.25]),
    ("satisfaction-esteem", "Esteem", "share", 0.31, [0.0, 0.2, 0.4]),
    ("satisfaction-cognition", "Cognition", "share", 0.55, [0.0, 0.0, 0.08]),
    ("satisfaction-actualisation", "Self-actualisation", "share", 0.28, [0.0, -0.1, 0.2]),
    ("satisfaction-transcendence", "Transcendence", "share", 0.2, [0.0, -0.05, 0.15]),
    ("mean-anticipation", "Anticipation", "share", 0.36, [0.0, 0.3, 0.1]),
    ("mean-tolerance", "Tolerance", "share", 0.21, [0.0, 0.9, 0.15]),
    ("mean-habit", "Habit", "share", 0.27, [0.0, 0.2, 0.25]),
    ("mean-motivation", "Own motivation", "share", 0.51, [0.0, -0.12, 0.06]),
    ("trigger-paid", "Paid triggers", "people", 20.0, [0.0, 1.6, 0.4]),
    ("trigger-organic", "Organic triggers", "people", 40.0, [0.0, 0.0, 0.05]),
    ("trigger-social", "Social triggers", "people", 32.0, [0.0, 0.1, 0.3]),
    ("trigger-internal", "Internal triggers", "people", 25.0, [0.0, 0.15, 0.4]),
    ("burnout-exits", "Burnout exits a month", "people", 0.6, [0.0, 0.5, -0.2]),
];

/// What verdicts compare, as far as these tests look at it: the mean of the bands of the last half year.
fn compared(bands: &[Vec<Vec<Band>>]) -> Vec<Vec<Band>> {
    let mean = |bands: &Vec<Band>| {
        let last = &bands[bands.len().saturating_sub(6)..];
        let part = |part: fn(&Band) -> f64| {
            let known: Vec<f64> = last.iter().map(part).filter(|x| x.is_finite()).collect();
            known.iter().sum::<f64>() / known.len() as f64
        };
        Band {
            p10: part(|b| b.p10),
            p25: part(|b| b.p25),
            p50: part(|b| b.p50),
            p75: part(|b| b.p75),
            p90: part(|b| b.p90),
            mean: part(|b| b.mean),
            missing: 0,
        }
    };
    bands.iter().map(|design| design.iter().map(mean).collect()).collect()
}

fn band(middle: f64, spread: f64) -> Band {
    let at = |z: f64| middle + z * spread;
    Band { p10: at(-1.28), p25: at(-0.67), p50: middle, p75: at(0.67), p90: at(1.28), mean: at(0.02), missing: 0 }
}

/// A gain: single runs, half of the width of the interval of their mean, and the runs of 64 in which it leads.
pub(crate) fn gain(band: Band, known: f64, ahead: usize) -> Gain {
    let interval = Interval { low: band.mean - known, high: band.mean + known };
    let tally = Tally { ahead, even: 0, behind: 64 - ahead };
    Gain { band, interval, tally, evidence: Evidence::of(interval, 0.001, Better::More), coincides: false }
}

/// A gain of runs that all equal those of the baseline.
pub(crate) fn no_gain() -> Gain {
    let interval = Interval { low: 0.0, high: 0.0 };
    let tally = Tally { ahead: 0, even: 64, behind: 0 };
    Gain { band: Band::default(), interval, tally, evidence: Evidence::Same, coincides: true }
}

/// A ratio within a tenth of it.
pub(crate) fn about(value: f64) -> Ratio {
    Ratio::Known { value, low: 0.9 * value, high: 1.1 * value }
}

fn ends_of_months(from: Date, months: usize) -> Vec<Date> {
    (1..=months as i64).map(|m| from.saturating_add(jiff::Span::new().months(m)).yesterday().unwrap()).collect()
}

/// Three designs over three years, monthly, like a first result.
pub(crate) fn plain() -> Summary {
    let dates = ends_of_months(date(2027, 1, 1), 36);
    let names = ["No programme", "Points and shop", "Contributor ladder"];
    let keys = ["baseline", "shop", "ladder"];
    let level = |m: usize, d: usize, t: usize| {
        let (_, _, _, base, lift) = METRICS[m];
        let grown = t as f64 / 35.0;
        let wave = ((t * 7 + m * 3) as f64 * 0.9).sin() * 0.025;
        base * (0.55 + 0.45 * grown.sqrt() + wave) * (1.0 + lift[d] * (grown * 1.4).min(1.0))
    };
    let cube = |f: &dyn Fn(usize, usize, usize) -> Band| -> Vec<Vec<Vec<Band>>> {
        (0..3).map(|d| (0..METRICS.len()).map(|m| (0..36).map(|t| f(d, m, t)).collect()).collect()).collect()
    };
    let bands = cube(&|d, m, t| {
        let x = level(m, d, t);
        band(x, x * (0.05 + 0.1 * t as f64 / 35.0))
    });
    let gains = cube(&|d, m, t| {
        let x = level(m, d, t) - level(m, 0, t);
        band(x, if d == 0 { 0.0 } else { METRICS[m].3 * (0.01 + 0.07 * t as f64 / 35.0) })
    });
    let rising = |d: usize| -> Vec<f64> {
        (0..36).map(|t| if d == 0 { 0.5 } else { 0.5 + 0.44 * (t as f64 / 35.0).sqrt() }).collect()
    };
    let ahead = (0..3).map(|d| (0..METRICS.len()).map(|_| rising(d)).collect()).collect();
    let trends: Vec<Vec<Band>> = gains.iter().map(|design| design[1].clone()).collect();
    let doubt = |b: &Band| Interval { low: b.mean - (b.p90 - b.p10) / 10.0, high: b.mean + (b.p90 - b.p10) / 10.0 };
    let doubts = trends.iter().map(|design| design.iter().map(doubt).collect()).collect();
    let verdict = |d: usize, cost: f64, coast: f64| {
        let share = [0.0, 0.18, 0.13][d];
        Verdict {
            level: band(30.0 * (1.0 + share), 4.0),
            split: None,
            gain: (d > 0).then(|| gain(band(share, 0.065), 0.04, [32, 62, 60][d])),
            beside: Vec::new(),
            cost,
            owed: if d == 1 { 2_600.0 } else { 0.0 },
            paid_from: if d > 0 {
                vec![("prizes".into(), cost - if d == 1 { 2_600.0 } else { 0.0 })]
            } else {
                Vec::new()
            },
            hours: Hours { staff: 0.0, review: 4_200.0 + 300.0 * d as f64 },
            cost_per_extra: (d > 0).then(|| about(cost / (30.0 * share * 36.0))),
            net: None,
            net_extra: None,
            gain_kept: [None, Some(Ratio::Unknown), Some(about(0.6))][d],
            coast: Some(band(coast, 0.05)),
            coasting: (1..=13).map(|k| band(1.0 - (1.0 - coast) * f64::from(k) / 13.0, 0.05)).collect(),
            farmed_points: (d == 1).then_some(0.28),
            burnout: [12.0, 19.0, 9.0][d],
            unpaid: [0.0, 14.0, 0.0][d],
        }
    };
    let tier = |tier: &str, title: &str, from, seats, flow: [f64; 6]| TierFlow {
        ladder: "contributor".into(),
        tier: tier.into(),
        title: title.into(),
        since: date(2027, 1, 1),
        from,
        seats,
        organisations: None,
        holders_at_start: flow[0],
        holders_at_end: flow[0] + flow[1] - flow[2] - flow[3] - flow[4],
        entered: flow[1],
        promoted: flow[2],
        demoted: flow[3],
        exited: flow[4],
        dwell_days: flow[5],
    };
    let ladder = vec![
        tier("sig", "SIG member", None, Some(30), [4.0, 41.3, 6.2, 0.0, 17.5, 214.0]),
        tier("toc", "TOC member", Some(0), Some(7), [3.0, 6.2, 0.0, 1.1, 2.4, 391.0]),
    ];
    Summary {
        scenario: "open-source-database".into(),
        title: "An open-source database".into(),
        question: "Which of these designs should we fund?".into(),
        currency: "CNY".into(),
        people: 12_000,
        tick: "1 week".into(),
        horizon: "3 years".into(),
        replicates: 64,
        coast_replicates: 16,
        coast_days: (1..=13).map(|k| 28.0 * f64::from(k)).collect(),
        seed: 7,
        dates,
        designs: (0..3).map(|d| Design { name: keys[d].into(), says: names[d].into() }).collect(),
        metrics: METRICS
            .iter()
            .map(|m| MetricName { name: m.0.into(), title: m.1.into(), unit: m.2.into(), ..MetricName::default() })
            .collect(),
        headline: 1,
        with_staff: None,
        beside: Vec::new(),
        compared: compared(&bands),
        bands,
        gains,
        ahead,
        trends,
        doubts,
        holds: [[Evidence::Unclear, Evidence::Unclear, Evidence::Worse], [Evidence::Unclear; 3], [Evidence::Better; 3]]
            .map(Vec::from)
            .to_vec(),
        verdicts: vec![verdict(0, 0.0, 0.81), verdict(1, 48_600.0, 0.79), verdict(2, 21_300.0, 0.83)],
        recommendation:
            "The two programmes cannot be told apart on contributors (ladder better in 46 % of paired runs); \
                         the ladder costs half and holds better."
                .into(),
        same: Vec::new(),
        odd: Vec::new(),
        warnings: vec![
            "With points, 28 % of all points go to farming accounts.".into(),
            "7 of the 10 strongest assumptions are guesses.".into(),
        ],
        adequacy: "64 runs are enough: the gain is known to ±4 points.".into(),
        flows: vec![Vec::new(), Vec::new(), ladder],
        interventions: vec![
            (date(2027, 7, 1), "points shop opens".into()),
            (date(2028, 9, 1), "SIG seats doubled".into()),
        ],
        dots: vec![Dots {
            metric: "active-contributors".into(),
            source: "git history of a comparable project, 2024 to 2027".into(),
            points: (0..18)
                .map(|m| {
                    let day = date(2026, 1, 31).saturating_add(jiff::Span::new().months(m));
                    (day, 15.0 + 0.45 * m as f64 + (m as f64 * 1.7).sin() * 1.6)
                })
                .collect(),
            months: zaoshi::stats::Months::Calendar,
        }],
        screening: None,
        worlds: None,
        assumptions: vec![
            assumption(
                "mechanism.adoption.external",
                "Hazard of adopting from outside, for an average person.",
                "0.02 per year",
                "guess",
                "",
            ),
            assumption(
                "mechanism.adoption.social",
                "Hazard of adopting from members.",
                "0.38 per year",
                "sourced",
                "Sultan, Farley & Lehmann 1990, J. Marketing Research 27(1)",
            ),
            assumption("mechanism.habit.decay", "Time constant at which a habit fades.", "120 days", "guess", ""),
            assumption(
                "people.developer.share",
                "Share of developers among the people.",
                "0.35",
                "calibrated",
                "Monthly contributors of the first year",
            ),
        ],
    }
}

fn assumption(path: &str, says: &str, value: &str, standing: &str, source: &str) -> Assumption {
    Assumption {
        path: path.into(),
        says: says.into(),
        value: value.into(),
        standing: standing.into(),
        source: source.into(),
    }
}
