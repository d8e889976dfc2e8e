//! Laws: properties of every run of any scenario.

use std::path::Path;

use rayon::ThreadPoolBuilder;
use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};

use crate::rich::{RICH, same, same_study, well_mixed};
use crate::study::{Study, run, run_in};

mod accounts;
mod designs;
mod edges;
mod groups;
mod partners;

fn on_threads(threads: usize, text: &str) -> Study {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    // Small crowds, so that there is something to run in parallel.
    pool.install(|| run_in(text, 50))
}

/// The rich scenario with one text replaced.
fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(RICH.to_owned(), |text, (old, new)| {
        assert!(text.matches(old).count() == 1, "`{old}` stands {} times", text.matches(old).count());
        text.replace(old, new)
    })
}

#[test]
fn the_rich_scenario_has_all_of_it_happening() {
    for text in [RICH.to_owned(), well_mixed()] {
        let study = run(&text);
        let last = study.last();
        for tier in ["user.expert", "contributor.committer", "contributor.pmc"] {
            assert!(study.mean(&format!("demoted:{tier}"), last) > 0.0, "nobody is sent down from {tier}");
        }
        for metric in study.names() {
            // Staff and shares may keep their values; counts since the start must be positive.
            let counts = ["money-paid", "unpaid", "points-issued", "points-farmed", "points-taken-back", "caught"];
            let more = ["rewards", "abandoned", "referred", "review-queue", "burnout-exits"];
            let moves = metric.starts_with("entered:") || metric.starts_with("exited:") || metric.starts_with("paid:");
            if counts.contains(&metric.as_str()) || more.contains(&metric.as_str()) || moves {
                let all: f64 = (0..=last).map(|row| study.mean(&metric, row)).sum();
                assert!(all > 0.0, "nothing happened: {metric}");
            }
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for text in [RICH.to_owned(), well_mixed()] {
        let one = on_threads(1, &text);
        for threads in [2, 8] {
            same_study(&one, &on_threads(threads, &text), &format!("{threads} threads"));
        }
    }
}

/// The scenario of `cargo bench --bench whole`, smaller: every kind of organisation, group, carrier and occasion at
/// once.
#[test]
fn nor_does_it_with_every_kind_of_organisation_on() {
    let whole = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/whole.toml"));
    let small = [
        "horizon=48 weeks",
        "segment.users.people=900",
        "segment.users.members_at_start=300",
        "segment.developers.people=600",
        "segment.developers.members_at_start=200",
        "segment.developers.contributors_at_start=30",
        "segment.developers.mechanism.engagement.staff=4",
    ];
    let patch = Patch::from_args(&small.map(str::to_owned)).unwrap();
    let scenario = Scenario::load(whole).unwrap().patched(&patch).unwrap();
    let on = |threads: usize| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut experiment = Experiment::design(&scenario).unwrap();
        experiment.crowd = 50;
        let ensemble = pool.install(|| experiment.run(&|_| {}));
        Study { experiment, ensemble }
    };
    let one = on(1);
    for threads in [2, 8] {
        same_study(&one, &on(threads), &format!("{threads} threads"));
    }
}

#[test]
fn the_size_of_crowds_changes_nothing() {
    for text in [RICH.to_owned(), well_mixed()] {
        let all = run_in(&text, 1_000_000_000);
        for crowd in [1, 7, 100] {
            same_study(&all, &run_in(&text, crowd), &format!("crowds of {crowd}"));
        }
    }
}

#[test]
fn a_treatment_that_changes_nothing_changes_nothing() {
    let study = run(&format!("{RICH}\n[treatment.same]\nsays = \"The same\"\n"));
    let dated = run(&format!("{RICH}\n[treatment.same]\nfrom = 2027-04-05\n"));
    for replicate in 0..2 {
        let baseline = study.trajectory("baseline", replicate);
        same(&study.names(), study.trajectory("same", replicate), baseline, "an empty treatment");
        same(
            &study.names(),
            dated.trajectory("late-ladder", replicate),
            study.trajectory("late-ladder", replicate),
            "its neighbour",
        );
    }
}

#[test]
fn a_dated_treatment_that_changes_nothing_changes_nothing() {
    // All people look at a new rule; an unchanged rule is not new.
    let study = run(&format!("{RICH}\n[treatment.same]\nfrom = 2027-04-05\n\"points.answer.points\" = 4\n"));
    for replicate in 0..2 {
        let treated = study.trajectory("same", replicate);
        same(&study.names(), treated, study.trajectory("baseline", replicate), "from a date");
    }
}

#[test]
fn a_replicate_does_not_depend_on_how_many_there_are() {
    let (two, three) = (run(RICH), run(&with(&[("replicates = 2", "replicates = 3")])));
    for (design, runs) in two.ensemble.runs.iter().enumerate() {
        for (replicate, run) in runs.iter().enumerate() {
            same(&two.names(), run, &three.ensemble.runs[design][replicate], "one of three");
        }
    }
    assert_ne!(two.ensemble.runs[0][0].rows, two.ensemble.runs[0][1].rows, "replicates have their own luck");
}

/// The file with its tables in reverse order.
fn reversed(text: &str) -> String {
    let (root, tables) = text.split_once("\n[").unwrap();
    let mut tables: Vec<&str> = tables.split("\n[").collect();
    tables.reverse();
    format!("{root}\n[{}\n", tables.join("\n["))
}

#[test]
fn the_order_of_tables_in_the_file_changes_nothing() {
    let (one, other) = (run(RICH), run(&reversed(RICH)));
    let places: Vec<usize> = one
        .names()
        .iter()
        .map(|name| other.names().iter().position(|n| n == name).unwrap_or_else(|| panic!("{name} is missing")))
        .collect();
    for design in &one.experiment.designs {
        for replicate in 0..2 {
            let (a, b) = (one.trajectory(&design.name, replicate), other.trajectory(&design.name, replicate));
            for (row, (mine, theirs)) in a.rows.iter().zip(&b.rows).enumerate() {
                for ((name, x), place) in one.names().iter().zip(mine).zip(&places) {
                    assert_eq!(x.to_bits(), theirs[*place].to_bits(), "{}: row {row}: {name}", design.name);
                }
            }
            assert_eq!(a.coast, b.coast);
            assert_eq!(a.cohorts, b.cohorts);
        }
    }
}

/// Whether a metric describes the period since the previous row.
fn of_a_period(name: &str) -> bool {
    let flows = ["new-", "returned-", "lapsed-", "left-", "quick-ratio-", "trigger-", "deeds:"];
    let alone = ["newcomers", "deeds", "contributions", "value", "self-driven", "disappointed", "branching"];
    let rates = ["mean-surprise", "inflow", "stagnation"];
    flows.iter().any(|flow| name.starts_with(flow)) || alone.contains(&name) || rates.contains(&name)
}

#[test]
fn what_is_written_down_changes_nothing_that_happens() {
    let monthly = run(RICH);
    for record in ["every = \"tick\"", "every = \"year\", people = 3", "every = \"quarter\""] {
        let other = run(&with(&[("every = \"month\", people = 40", record)]));
        let names = monthly.names();
        for (design, runs) in monthly.ensemble.runs.iter().enumerate() {
            for (replicate, a) in runs.iter().enumerate() {
                let b = &other.ensemble.runs[design][replicate];
                let dates = |study: &Study| study.experiment.designs[design].model.rows.clone();
                let (mine, theirs) = (dates(&monthly), dates(&other));
                let mut met = 0;
                for (k, row) in mine.iter().enumerate() {
                    let Some(there) = theirs.iter().position(|r| r.after == row.after) else { continue };
                    met += 1;
                    for (m, name) in names.iter().enumerate().filter(|(_, name)| !of_a_period(name)) {
                        assert_eq!(a.rows[k][m].to_bits(), b.rows[there][m].to_bits(), "{record}: row {k}: {name}");
                    }
                }
                assert!(met > 0);
                assert_eq!(a.coast, b.coast, "{record}: coast");
                assert!(a.tiers == b.tiers && a.cohorts == b.cohorts, "{record}");
            }
        }
    }
}
