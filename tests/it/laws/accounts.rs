//! Conservation: people, points, money and seats are neither created nor lost. In tests the engine audits its accounts
//! after every tick; these tests check the rows.

use proptest::prelude::*;
use zaoshi::mechanisms;
use zaoshi::registry::{Ask, Knob};
use zaoshi::scenario::Patch;

use crate::rich::{RICH, well_mixed};
use crate::study::{Study, run, run_scenario, scenario};

fn ticks() -> String {
    RICH.replace("every = \"month\"", "every = \"tick\"")
}

/// A metric at every row of a run.
fn series(study: &Study, design: usize, replicate: usize, metric: &str) -> Vec<f64> {
    let column = study.names().iter().position(|name| name == metric).unwrap_or_else(|| panic!("no metric {metric}"));
    study.ensemble.runs[design][replicate].rows.iter().map(|row| row[column]).collect()
}

/// Calls `each` with a function that reads any metric, for every run and row.
fn rows(study: &Study, mut each: impl FnMut(&dyn Fn(&str) -> f64, Option<&dyn Fn(&str) -> f64>)) {
    let names = study.names();
    for run in study.ensemble.runs.iter().flatten() {
        for (k, row) in run.rows.iter().enumerate() {
            let of = |row: &[f64], name: &str| -> f64 {
                row[names.iter().position(|n| n == name).unwrap_or_else(|| panic!("no metric {name}"))]
            };
            let now = |name: &str| of(row, name);
            let before = k.checked_sub(1).map(|k| &run.rows[k]);
            let before = before.map(|row| move |name: &str| of(row, name));
            each(&now, before.as_ref().map(|f| f as &dyn Fn(&str) -> f64));
        }
    }
}

#[test]
fn content_that_was_made_and_received_is_alive_or_has_faded_with_everything_on() {
    // The engine audits all its accounts after every tick: content, money, points, places, people.
    const { assert!(cfg!(debug_assertions), "tests audit every tick") };
    for text in [ticks(), well_mixed().replace("every = \"month\"", "every = \"tick\"")] {
        let (mut given, mut last) = (0.0, 0.0_f64);
        rows(&run(&text), |now, before| {
            let came = now("content-made") + now("content-received");
            assert!((came - now("content-faded") - now("content")).abs() <= 1e-9 * (1.0 + came));
            for flow in ["content-made", "content-received", "content-given", "content-faded"] {
                assert!(before.is_none_or(|before| now(flow) >= before(flow)), "{flow} only grows");
            }
            (given, last) = (f64::max(given, now("content-given")), f64::max(last, came));
        });
        assert!(given > 0.0 && last > 0.0, "nothing was exchanged");
    }
}

#[test]
fn people_are_counted_once() {
    for text in [ticks(), well_mixed().replace("every = \"month\"", "every = \"tick\"")] {
        rows(&run(&text), |now, _| {
            let segments = now("members:users") + now("members:developers") + now("members:students");
            assert_eq!(now("members"), segments);
            assert!(now("members") <= now("adopted") && now("adopted") <= 680.0);
            assert!(now("active-people") <= now("members"));
            assert_eq!(now("active-contributors"), now("active-community") + now("active-staff"));
        });
    }
}

#[test]
fn who_was_active_who_came_and_who_went_make_who_is_active() {
    let study = run(&well_mixed());
    let model = &study.experiment.designs[0].model;
    let ends: Vec<u32> = model.rows.iter().map(|row| row.after).collect();
    assert!(ends.len() > 3 && ends[..ends.len() - 1].iter().all(|end| model.months.contains(end)));
    for of in ["people", "contributors"] {
        for replicate in 0..study.experiment.replicates {
            let read = |part: &str| series(&study, 0, replicate, &format!("{part}-{of}"));
            let [active, new, returned, lapsed, left] = ["active", "new", "returned", "lapsed", "left"].map(read);
            // Comings and goings are counted over four weeks. The last row may lie after the end of the last month.
            for k in (1..ends.len() - 1).filter(|k| ends[*k] - ends[k - 1] == 4) {
                let months = f64::from(ends[k] - ends[k - 1]) * 7.0 / (365.25 / 12.0);
                let change = (new[k] + returned[k] - lapsed[k] - left[k]) * months;
                assert!((active[k] - active[k - 1] - change).abs() < 1e-3, "{of} in row {k}");
            }
        }
    }
}

#[test]
fn points_and_money_are_neither_made_nor_lost() {
    let study = run(&ticks());
    let mut weeks = 0;
    rows(&study, |now, before| {
        weeks = if before.is_none() { 1 } else { weeks + 1 };
        let out = now("points-issued") - now("points-held") - now("points-taken-back");
        assert!(out >= 0.0, "points spent: {out}");
        assert!(now("points-farmed") <= now("points-issued"));
        let pools = [("prizes", 0.5), ("ads", 0.3), ("people", 0.2)];
        assert_eq!(now("money-paid"), pools.iter().map(|(pool, _)| now(&format!("paid:{pool}"))).sum::<f64>());
        // Money arrives at the start of each quarter, and from investors.
        let quarters = (f64::from(weeks - 1) * 7.0 / 91.3125).floor() + 1.0;
        for (pool, share) in pools {
            let paid = now(&format!("paid:{pool}"));
            assert!(paid <= share * (60_000.0 * quarters + now("capital")) + 2.0, "{pool}: {paid} after {weeks} weeks");
        }
        let Some(before) = before else { return };
        for sum in
            ["points-issued", "points-taken-back", "money-paid", "adopted", "rewards", "caught", "abandoned", "unpaid"]
        {
            assert!(now(sum) >= before(sum), "{sum} never falls");
        }
    });
}

#[test]
fn a_tier_never_holds_more_than_its_seats_and_nobody_is_lost_between_tiers() {
    let study = run(&ticks());
    let seats = [("contributor.committer", 12.0), ("contributor.pmc", 5.0), ("user.expert", 12.0)];
    let ladders = [
        vec!["contributor.contributor", "contributor.committer", "contributor.pmc"],
        vec!["user.regular", "user.expert"],
    ];
    for design in 0..study.ensemble.runs.len() {
        let of = |what: &str, tier: &str| series(&study, design, 0, &format!("{what}:{tier}"));
        for (tier, seats) in seats {
            let most = of("holders", tier).into_iter().fold(0.0, f64::max);
            // Without points there are no experts.
            assert!(most <= seats, "{tier}: {most} on {seats} seats, design {design}");
        }
        for tiers in &ladders {
            let sum = |what: &str| -> Vec<f64> {
                let all: Vec<Vec<f64>> = tiers.iter().map(|tier| of(what, tier)).collect();
                (0..all[0].len()).map(|week| all.iter().map(|tier| tier[week]).sum()).collect()
            };
            let (holders, entered, promoted, exited) = (sum("holders"), sum("entered"), sum("promoted"), sum("exited"));
            for week in 0..holders.len() {
                let stay = entered[week] - promoted[week] - exited[week];
                assert_eq!(holders[week], stay, "{tiers:?}, week {week}, design {design}");
            }
        }
    }
}

/// A number in a knob's range: near its low end, near its default, or anywhere.
fn number(knob: &Knob, u: f64) -> Option<String> {
    let spread = |low: f64, high: f64, default: Option<f64>| match default {
        Some(default) if u < 0.6 => (default * u * 5.0).clamp(low, high),
        _ => low + (high - low) * (u - 0.6).max(0.0) / 0.4,
    };
    match knob.ask {
        Ask::Number { low, high, default, .. } => Some(format!("{:?}", spread(low, high, default))),
        Ask::Rate { low, high, default } => Some(format!("\"{:?} per year\"", spread(low, high, default))),
        Ask::Duration { low, high, default } => Some(format!("\"{:?} days\"", spread(low, high, default))),
        Ask::Count { low, high, default, .. } => {
            Some(format!("{}", spread(low as f64, high as f64, default.map(|n| n as f64)) as i64))
        }
        Ask::Choice { options, .. } => Some(format!("\"{}\"", options[(u * options.len() as f64) as usize])),
        Ask::Flag { .. } => Some((u < 0.5).to_string()),
        _ => None,
    }
}

/// Every number of the mechanisms and rules in the rich scenario.
fn knobs() -> Vec<(String, &'static Knob)> {
    let rows = mechanisms::REGISTRY.entries.iter().flat_map(|row| {
        let path = format!("mechanism.{}", row.name);
        row.knobs.iter().map(move |knob| (format!("{path}.{}", knob.name), knob))
    });
    let mut list: Vec<(String, &'static Knob)> = rows.collect();
    let given = scenario(RICH).assumptions().into_iter().map(|a| (a.path, a.knob));
    let rules = ["points.", "shop.", "prize.", "badge.", "ladder.", "campaign.", "carrier.", "occasion.", "action."];
    list.extend(given.filter(|(path, _)| rules.iter().any(|rule| path.starts_with(rule))));
    // More staff than people is one mistake, and shares that add up to more than one are another.
    list.retain(|(path, knob)| knob.name != "staff" && !path.starts_with("budget") && number(knob, 0.5).is_some());
    list
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_the_numbers_the_books_are_kept(
        turned in prop::collection::vec((0_usize..1000, 0.0_f64..1.0), 1..25),
        people in 1_u32..40,
        seed in 0_u32..1000,
    ) {
        let all = knobs();
        let mut args = vec![
            format!("segment.users.people={people}"),
            "segment.users.members_at_start=1".to_owned(),
            "segment.developers.people=40".to_owned(),
            "segment.developers.members_at_start=20".to_owned(),
            "segment.developers.contributors_at_start=10".to_owned(),
            "segment.students.people=12".to_owned(),
            "segment.students.members_at_start=6".to_owned(),
            "replicates=1".to_owned(),
            format!("seed={seed}"),
            "record.every=tick".to_owned(),
        ];
        for (k, u) in turned {
            let (path, knob) = &all[k % all.len()];
            args.extend(number(knob, u).map(|value| format!("{path}={value}")));
        }
        let patch = Patch::from_args(&args).unwrap();
        // An invalid combination is refused with a message; a valid one must run, and the engine audits every tick.
        if let Ok(patched) = scenario(RICH).patched(&patch)
            && let Some(study) = run_scenario(&patched)
        {
            for run in study.ensemble.runs.iter().flatten() {
                for (metric, x) in run.rows.iter().flat_map(|row| study.experiment.metrics.iter().zip(row)) {
                    // Only a metric that says when has no value.
                    let may = x.is_nan() && metric.undefined.is_some();
                    prop_assert!(x.is_finite() || may, "{} is {x}", metric.name);
                }
            }
        }
    }
}
