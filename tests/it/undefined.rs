//! What is undefined is told as undefined: in rows, statistics, files and sentences; never as 0.

use std::collections::BTreeMap;

use zaoshi::experiment::Experiment;
use zaoshi::metrics::{self, Unit, names};
use zaoshi::scenario::Scenario;
use zaoshi::stats::{Band, facts};
use zaoshi::store::frame::{Column, Frame};
use zaoshi::{Error, Summary, findings};

use crate::rich::RICH;
use crate::study::{Study, run, scenario};

/// A community in which nobody does anything that counts, with a ladder that nobody can climb.
const QUIET: &str = r#"
name = "quiet"
start = 2027-01-01
horizon = "30 months"
replicates = 2
seed = 5
[record]
every = "quarter"
[segment.users]
people = 30
members_at_start = 0
[mechanism.knowledge]
[action.use]
[action.code]
contribution = true
appeal = -30
[points.code]
action = "code"
points = 1
[ladder.core]
actions = ["code"]
[ladder.core.tier.member]
entry = { deeds = 5, within = "1 year" }
"#;

/// A group with seats and a chapter, which begin in the second half of the year.
const GROUPS: &str = r#"
[sig.late]
off = true
share = 0.5
hours = 3
[sig.late.seat.integrators]
places = 2
heard = 1
[chapter.late]
off = true
segment = "developers"
ladder = "contributor"
tier = "contributor"
share = 0.6
[treatment.groups]
from = 2027-06-07
"sig.late" = "on"
"chapter.late" = "on"
"#;

/// For each series of metrics: whether it had a value somewhere, and whether it had none.
fn seen(studies: &[Study]) -> BTreeMap<String, (bool, bool)> {
    let mut seen: BTreeMap<String, (bool, bool)> = BTreeMap::new();
    for study in studies {
        for row in study.ensemble.runs.iter().flatten().flat_map(|run| &run.rows) {
            for (metric, x) in study.experiment.metrics.iter().zip(row) {
                let series = metric.name.split(':').next().unwrap_or_default().to_owned();
                let found = seen.entry(series).or_default();
                assert!(
                    !x.is_nan() || metric.undefined.is_some(),
                    "{} has no value and does not say when",
                    metric.name
                );
                (found.0, found.1) = (found.0 | x.is_finite(), found.1 | x.is_nan());
            }
        }
    }
    seen
}

#[test]
fn each_metric_that_may_have_no_value_has_one_in_some_run_and_none_in_another() {
    let by_tick = |text: &str| text.replace("every = \"month\"", "every = \"tick\"");
    let empty = |text: &str| {
        let lines = text.lines().map(|line| match line.split_once('=') {
            Some((knob, n)) if knob.trim().ends_with("_at_start") && n.trim().parse::<f64>().is_ok() => {
                format!("{knob}= 0")
            }
            _ => line.to_owned(),
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let long = |text: &str| {
        let lines = text.lines().map(|line| if line.starts_with("horizon") { "horizon = \"30 months\"" } else { line });
        lines.collect::<Vec<_>>().join("\n")
    };
    let groups = RICH.to_owned() + GROUPS;
    let studies = [run(&by_tick(&groups)), run(&long(RICH)), run(&by_tick(&empty(RICH))), run(QUIET)];
    let declared = studies.iter().flat_map(|study| &study.experiment.metrics).filter(|m| m.undefined.is_some());
    let seen = seen(&studies);
    // These are without a value in the worlds of `known::matches` and `known::organisations`.
    let elsewhere = [names::PARTNER_PLACE, names::ENTERPRISE_PLACE, names::BLOCKING_PAIRS, names::POTENTIAL];
    let mut wrong = Vec::new();
    for metric in declared {
        let series = metric.name.split(':').next().unwrap_or_default();
        // A rate has no value before the first tick alone, which no row shows.
        let rate = names::is_rate(&metric.name) && !metric.name.contains('-')
            || ["newcomers", "disappointed"].contains(&series);
        if !rate && !elsewhere.contains(&series) && seen[series] != (true, true) {
            wrong.push(format!("{series}: has a value somewhere and none somewhere: {:?}", seen[series]));
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_missing_in_a_design_is_no_mean_of_nothing() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    for path in files.filter(|path| path.extension().is_some_and(|end| end == "toml")) {
        let name = path.display().to_string();
        let scenario = Scenario::load(&path).unwrap();
        let experiment = Experiment::design(&scenario).unwrap();
        let base: Vec<String> =
            Experiment::baseline(&scenario).unwrap().metrics.iter().map(|m| m.name.clone()).collect();
        for metric in experiment.metrics.iter().filter(|m| !base.contains(&m.name)) {
            let none = metric.undefined.is_some() && metric.unit != Unit::DeedsAMonth;
            assert_eq!(names::without(&metric.name).is_nan(), none, "{name}: {}", metric.name);
        }
    }
}

#[test]
fn every_rate_is_called_one() {
    let study = run(RICH);
    for metric in &study.experiment.metrics {
        let monthly = [Unit::DeedsAMonth, Unit::PeopleAMonth].contains(&metric.unit) || metric.name == names::VALUE;
        assert_eq!(names::is_rate(&metric.name), monthly, "{}", metric.name);
    }
    assert_eq!(metrics::FAMILIES.len(), 20, "a new family is looked at here");
}

#[test]
fn the_mean_time_to_a_tier_is_over_the_runs_in_which_somebody_came() {
    // One person in a few runs: in some of them nobody enters.
    let text = QUIET
        .replace("replicates = 2", "replicates = 24")
        .replace("members_at_start = 0", "members_at_start = 3")
        .replace("appeal = -30", "appeal = -1")
        .replace("[mechanism.knowledge]", "[mechanism.triggers]\n[mechanism.engagement]")
        .replace("deeds = 5", "deeds = 6");
    let study = run(&text);
    let last = study.last();
    let (times, entered) = (study.values(0, "time-to:core.member", last), study.values(0, "entered:core.member", last));
    let nobody = entered.iter().filter(|n| **n == 0.0).count();
    assert!((1..24).contains(&nobody), "nobody enters in {nobody} of 24 runs");
    for (time, n) in times.iter().zip(&entered) {
        assert_eq!(time.is_nan(), *n == 0.0);
    }
    let known: Vec<f64> = times.iter().copied().filter(|t| !t.is_nan()).collect();
    let summary = findings::summary(&study.experiment, &study.ensemble).unwrap();
    let band = summary.compared[0][summary.metric("time-to:core.member").unwrap()];
    assert_eq!((band, band.missing), (Band { missing: nobody, ..Band::of(&known) }, nobody));
    let read = Summary::read(&summary.json()).expect("a summary with gaps reads back");
    assert_eq!(read.json(), summary.json());
    // Beside the headline it is told in how many runs there is a value.
    let beside = text.replace("seed = 5", "seed = 5\nbeside = [\"time-to:core.member\"]");
    let study = run(&beside);
    let summary = findings::summary(&study.experiment, &study.ensemble).unwrap();
    let told = format!("has a value in {} of 24 runs", 24 - nobody);
    assert!(summary.warnings.iter().any(|warning| warning.contains(&told)), "{:?}", summary.warnings);
}

#[test]
fn a_file_has_nothing_where_there_is_no_value() {
    let frame = Frame::default().with("x", Column::Real(vec![1.0, f64::NAN, -0.0]));
    let read = Frame::from_parquet(frame.to_parquet().unwrap()).unwrap();
    let bits = |frame: &Frame| frame.reals("x").unwrap().iter().map(|x| x.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&read), bits(&frame));
    assert_eq!(String::from_utf8(frame.to_csv()).unwrap(), "x\n1\n\"\"\n0\n");
}

#[test]
fn a_headline_that_cannot_be_known_within_the_horizon_is_a_mistake() {
    let refused = |metric: &str, months: &str, knob: &str| {
        let list = if knob == "beside" { format!("[\"{metric}\"]") } else { format!("\"{metric}\"") };
        let text = QUIET.replace("30 months", months).replace("seed = 5", &format!("seed = 5\n{knob} = {list}"));
        match Experiment::design(&scenario(&text)) {
            Ok(_) => None,
            Err(Error::Scenario(mistakes)) => Some(mistakes.render(false)),
            Err(error) => panic!("{error}"),
        }
    };
    let told = refused("retention-24", "1 year", "headline").expect("a year is too short");
    assert!(told.contains("has no value before 27 months have passed"), "{told}");
    assert!(refused("retention-24", "27 months", "headline").is_some(), "nobody is new at the start");
    assert!(refused("retention-24", "28 months", "headline").is_none());
    assert!(refused("momentum", "11 months", "beside").is_some() && refused("momentum", "1 year", "beside").is_none());
    assert!(refused("new-people", "2 weeks", "headline").is_some());
}

#[test]
fn a_community_without_code_is_outside_of_nothing() {
    let text = QUIET.replace("contribution = true\n", "").replace("members_at_start = 0", "members_at_start = 20");
    let list = facts::measure(&scenario(&text)).unwrap();
    assert!(!list.is_empty() && list.iter().all(|fact| fact.part() == facts::Part::Undefined), "{list:?}");
    assert!(findings::tally(&list).starts_with("none of the"), "{}", findings::tally(&list));
}

/// The ladder stands under the designs alone, so that the time to its tier has no value under the baseline.
const OPENED: &str = r#"
[ladder.core]
off = true
actions = ["code"]
[ladder.core.tier.member]
entry = { deeds = 1, within = "1 year" }
[treatment.opened]
says = "Opened"
"ladder.core" = "on"
"#;

/// A community with a ladder that its designs open.
fn opened(more: &str) -> String {
    let (before, after) = QUIET.split_once("[ladder.core]").unwrap();
    assert!(after.contains("[ladder.core.tier.member]"));
    before
        .replace("replicates = 2", "replicates = 8\nheadline = \"time-to:core.member\"")
        .replace("members_at_start = 0", "members_at_start = 20")
        .replace("appeal = -30", "appeal = -1")
        .replace("[mechanism.knowledge]", "[mechanism.triggers]\n[mechanism.engagement]")
        + OPENED
        + more
}

#[test]
fn nothing_is_compared_with_a_baseline_that_has_no_value() {
    let study = run(&opened(""));
    let summary = findings::summary(&study.experiment, &study.ensemble).unwrap();
    let (base, own) = (&summary.verdicts[0], &summary.verdicts[1]);
    assert!(base.level.is_undefined() && own.level.mean.is_finite());
    assert!(own.gain.is_none() && own.cost_per_extra.is_none() && own.gain_kept.is_none());
    let says = &summary.recommendation;
    assert!(says.contains("has no value of") && says.contains("Opened reaches"), "{says}");
    assert!(!summary.adequacy.contains("are enough"), "{}", summary.adequacy);
    let text = zaoshi::report::terminal::verdict(&summary, &Default::default(), 120, false);
    assert!(!text.contains("−100") && !text.contains("0 of 0") && !text.contains("NaN"), "{text}");
}

#[test]
fn a_world_without_a_value_is_left_out_of_regret_and_named() {
    let worlds = "[world.none]\nsays = \"Nobody codes\"\n\"action.code.appeal\" = -30\n[world.many]\nsays = \"Many code\"\n\"action.code.appeal\" = 0\n";
    let text = opened(worlds).replace("headline = \"time-to:core.member\"", "headline = \"core-share\"");
    let study = run(&text);
    let regret = findings::over_worlds(&study.experiment, &study.ensemble, &|_| {}).unwrap().expect("a table");
    assert_eq!(regret.left_out(), ["Nobody codes"]);
    assert!(regret.largest.iter().all(|lost| lost.is_finite()), "{:?}", regret.largest);
    assert!(regret.sentence().contains("“Nobody codes” is left out"), "{}", regret.sentence());
}
