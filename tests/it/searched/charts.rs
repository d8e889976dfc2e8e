//! Charts of a search: nothing overlaps, nothing is cut off, and the numbers support each sentence.

use zaoshi::charts::{Canvas, Chart, Source, of_front, of_summary};
use zaoshi::metrics::Better;
use zaoshi::stats::front::{Estimate, Front, Generation, Goal, Member, Standing, Turned};
use zaoshi::stats::regret::Regret;
use zaoshi::stats::{Band, Summary};

use crate::summaries;

const SIZES: [(f64, f64); 2] = [(1920.0, 1080.0), (960.0, 1080.0)];

/// A front with the given numbers of designs and goals.
fn front(designs: usize, goals: usize, long: bool) -> Front {
    let name = |short: &str, other: &str| if long { other.to_owned() } else { short.to_owned() };
    let all = [
        Goal { text: "gain".into(), says: "growth".into(), most: true, unit: "gain".into() },
        Goal { text: "money-paid".into(), says: "money paid".into(), most: false, unit: "money".into() },
        Goal { text: "burnout-exits".into(), says: "exits from overload".into(), most: false, unit: "people".into() },
    ];
    let member = |k: usize| {
        let share = (k as f64 + 1.0) / designs as f64;
        let values = [0.4 * share.sqrt(), 600_000.0 * share, 12.0 * (1.0 - share)];
        Member {
            letter: String::new(),
            called: Vec::new(),
            keys: Vec::new(),
            design: name("Shop", "A shop of many things that people may want, with a hackathon twice a year"),
            levers: ["price", "every"]
                .map(|lever| Turned {
                    lever: lever.into(),
                    says: name(lever, "how much of it there is at most in a quarter"),
                    value: format!("{}", 100 + 20 * (k % 3)),
                    number: Some(120.0),
                    stands: true,
                    edge: None,
                })
                .to_vec(),
            rules: String::new(),
            from: String::new(),
            goals: values[..goals]
                .iter()
                .map(|v| Estimate { value: *v, low: v * 0.9 - 0.01, high: v * 1.1 + 0.01, missing: 0 })
                .collect(),
            drawn: Vec::new(),
            gain: Band::of(&[values[0]]),
            better: 0.9,
            cost: values[1],
            overload: values[2],
            promised: values[..goals].iter().map(|v| v * 1.1).collect(),
            runs: 64,
            standing: None,
        }
    };
    let nothing = Member {
        design: name("None", "Nothing is changed, so that everything goes on as it did before"),
        levers: member(0).levers.into_iter().map(|lever| Turned { stands: false, ..lever }).collect(),
        goals: [0.0, 0.0, 14.0][..goals]
            .iter()
            .map(|v| Estimate { value: *v, low: *v, high: *v, missing: 0 })
            .collect(),
        standing: Some(if designs > 9 { Standing::Beaten } else { Standing::OnFront }),
        ..member(0)
    };
    let generation =
        |k: usize| Generation { designs: 20 + 15 * k, runs: 100 * k, front: 5, volume: 0.8 - 0.5 / (k as f64 + 1.0) };
    let mut front = Front {
        scenario: "best-programme".into(),
        title: "A programme within a budget".into(),
        question: "Which programme?".into(),
        currency: "CNY".into(),
        horizon: "2 years".into(),
        seed: 7,
        people: 4000,
        headline: name(
            "Deeds: answer",
            "Active people a month who have not been paid for what they did in the year before",
        ),
        relative: true,
        goals: all[..goals].to_vec(),
        robust: "p10".into(),
        worlds: 4,
        budget: Some(600_000.0),
        limits: vec!["money-paid <= 600000".into()],
        levers: 2,
        members: (0..designs).map(member).chain([nothing]).collect(),
        holds: true,
        tried: (0..60)
            .map(|k| vec![0.3 - 0.01 * f64::from(k), 9_000.0 * f64::from(k), 3.0][..goals].to_vec())
            .collect(),
        fallen: 2,
        no_better: 1,
        generations: (0..9).map(generation).collect(),
        runs: 4000,
    };
    front.arrange();
    front
}

fn regret(summary: &Summary, worlds: usize, target: bool, long: bool) -> Regret {
    let runs: Vec<Vec<Vec<f64>>> = (0..summary.designs.len())
        .map(|d| {
            (0..worlds).map(|w| vec![(40 + (d * 7 + w * 5) % 11) as f64, (38 + (d * 7 + w * 5) % 11) as f64]).collect()
        })
        .collect();
    let named =
        |w: usize| if long { format!("A year in which nobody hears of us, number {w}") } else { format!("World {w}") };
    let mut regret = Regret::from_runs(&runs, (0..worlds).map(named).collect(), target.then_some(44.0), Better::More);
    regret.metric = summary.metrics[summary.headline].clone();
    regret.currency.clone_from(&summary.currency);
    regret.designs.clone_from(&summary.designs);
    regret
}

fn regret_table() -> &'static Chart {
    of_summary().find(|chart| chart.name == "regret-table").unwrap()
}

#[test]
fn no_text_of_a_front_meets_another_or_leaves_the_paper() {
    let mut faults = Vec::new();
    for (designs, goals, long) in [(1, 2, false), (2, 3, false), (9, 3, true), (24, 2, false), (24, 3, true)] {
        let front = front(designs, goals, long);
        for chart in of_front() {
            for (width, height) in SIZES {
                let mut canvas = Canvas::sized(width, height);
                chart.draw(Source::Front(&front), &mut canvas).unwrap();
                assert!(!canvas.is_blank(), "{} of {designs}", chart.name);
                let told = |f: String| format!("{designs} × {goals}, {} at {width}: {f}", chart.name);
                faults.extend(crate::pictures::faults(&canvas, width).into_iter().map(told));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_text_of_a_regret_table_meets_another_or_leaves_the_paper() {
    let chart = regret_table();
    let mut faults = Vec::new();
    for (case, mut summary) in summaries::all() {
        if summary.designs.len() < 2 || summary.metrics.is_empty() {
            continue;
        }
        for (worlds, target, long) in [(2, false, false), (4, true, true), (9, true, false)] {
            summary.worlds = Some(regret(&summary, worlds, target, long));
            for (width, height) in SIZES {
                let mut canvas = Canvas::sized(width, height);
                chart.draw(Source::Summary(&summary), &mut canvas).unwrap();
                assert!(!canvas.is_blank());
                faults.extend(
                    crate::pictures::faults(&canvas, width)
                        .into_iter()
                        .map(|f| format!("{case}, {worlds} worlds at {width}: {f}")),
                );
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_charts_of_deciding_say() {
    let mut said = String::new();
    let front = front(9, 3, false);
    for chart in of_front() {
        let mut canvas = Canvas::slide();
        chart.draw(Source::Front(&front), &mut canvas).unwrap();
        let texts: Vec<&str> = canvas.written().iter().map(|w| w.text.as_str()).collect();
        said += &format!("# {}: {}\n{}\n\n", chart.name, canvas.title(), texts.join(" | "));
    }
    let mut summary = summaries::plain();
    summary.worlds = Some(regret(&summary, 4, true, false));
    let mut canvas = Canvas::slide();
    regret_table().draw(Source::Summary(&summary), &mut canvas).unwrap();
    let texts: Vec<&str> = canvas.written().iter().map(|w| w.text.as_str()).collect();
    said += &format!("# regret-table: {}\n{}\n\n", canvas.title(), texts.join(" | "));
    for text in [front.finding(), front.fresh(), front.convergence(), summary.worlds.unwrap().sentence()] {
        said += &(text + "\n");
    }
    insta::assert_snapshot!(said.replace('\u{a0}', " ").replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}
