//! Cases of plans: levers, uncertainties and their sampling. They change which runs are made, not the runs.

use zaoshi::plan::Plan;
use zaoshi::scenario::{Patch, Scenario};

const LEVER: &str = "lever.price={ path = \"shop.hoodie.price\", low = 10, high = 20 }";
const NEED: &str = "uncertainty.need={ path = \"mechanism.triggers.own\", low = 1, high = 9 }";
const RULE: &str =
    "uncertainty.rule={ path = \"mechanism.habit.speed\", distribution = \"discrete\", values = [0.1, 0.2] }";
const MONTHS: &str =
    "plan.sampling=grid; lever.day={ path = \"start\", low = 2027-02-01, high = 2027-04-01, every = \"month\" }";
const MONTHS_UNKNOWN: &str =
    "plan.sampling=grid; uncertainty.day={ path = \"start\", low = 2027-02-01, high = 2027-04-01, every = \"month\" }";
const WORDS: &str = "uncertainty.form={ path = \"mechanism.effort.form\", words = [\"exponential\", \"linear\"] }";
const TABLE: &str =
    "plan.sampling=table; plan.file=DIR/points.csv; lever.price={ path = \"shop.hoodie.price\", low = 10, high = 20 }";

/// Settings of both plans, separated by semicolons; settings of the second plan.
pub(super) const TURNS: &[(&str, &str)] = &[
    (LEVER, "plan.sampling=grid"),
    (LEVER, "plan.points=3"),
    (LEVER, "plan.replicates=9"),
    (LEVER, "plan.designs=[\"no-points\"]"),
    (LEVER, "plan.series=true"),
    (
        "plan.series=true; lever.price={ path = \"shop.hoodie.price\", low = 10, high = 20 }",
        "plan.series_of=[\"active-people\"]",
    ),
    (LEVER, "plan.choices=no-points"),
    (TABLE, "plan.file=DIR/more-points.csv"),
    (LEVER, "lever.price.path=shop.hoodie.cost"),
    (LEVER, "lever.price.says=Price"),
    ("lever.price={ path = \"shop.hoodie.price\", values = [10, 11] }", "lever.price.values=[10, 12]"),
    (
        "lever.form={ path = \"mechanism.effort.form\", words = [\"exponential\"] }",
        "lever.form.words=[\"exponential\", \"linear\"]",
    ),
    (LEVER, "lever.price.low=12"),
    (LEVER, "lever.price.high=12"),
    ("plan.sampling=grid; lever.price={ path = \"shop.hoodie.price\", low = 10, high = 20 }", "lever.price.steps=3"),
    (MONTHS, "lever.day.every=week"),
    (MONTHS_UNKNOWN, "uncertainty.day.every=week"),
    (NEED, "uncertainty.need.path=mechanism.triggers.paid"),
    (NEED, "uncertainty.need.says=Need"),
    (
        "uncertainty.need={ path = \"mechanism.triggers.own\", low = 1, mode = 2, high = 9 }",
        "uncertainty.need.distribution=triangular",
    ),
    (NEED, "uncertainty.need.source=sourced: a survey"),
    (NEED, "uncertainty.need.low=2"),
    (NEED, "uncertainty.need.high=7"),
    (
        "uncertainty.need={ path = \"mechanism.triggers.own\", distribution = \"triangular\", low = 1, mode = 2, high = 9 }",
        "uncertainty.need.mode=8",
    ),
    (
        "uncertainty.need={ path = \"mechanism.triggers.own\", distribution = \"normal\", mean = 5, sd = 1 }",
        "uncertainty.need.mean=6",
    ),
    (
        "uncertainty.need={ path = \"mechanism.triggers.own\", distribution = \"normal\", mean = 5, sd = 1 }",
        "uncertainty.need.sd=2",
    ),
    (
        "uncertainty.need={ path = \"mechanism.triggers.own\", distribution = \"log-normal\", median = 5, spread = 1 }",
        "uncertainty.need.median=6",
    ),
    (
        "uncertainty.need={ path = \"mechanism.triggers.own\", distribution = \"log-normal\", median = 5, spread = 1 }",
        "uncertainty.need.spread=2",
    ),
    (RULE, "uncertainty.rule.values=[0.1, 0.3]"),
    (WORDS, "uncertainty.form.words=[\"linear\", \"exponential\"]"),
    (RULE, "uncertainty.rule.weights=[1, 9]"),
    (
        "plan.sampling=grid; uncertainty.need={ path = \"mechanism.triggers.own\", low = 1, high = 9 }",
        "uncertainty.need.steps=4",
    ),
];

fn planned(dir: &tempfile::TempDir, sets: &[&str]) -> Result<String, String> {
    let scenario = super::load(dir, super::RICH, &[]);
    let args: Vec<String> = sets.iter().map(|set| set.replace("DIR", &dir.path().display().to_string())).collect();
    let render = |error: zaoshi::error::Error| match error {
        zaoshi::error::Error::Scenario(mistakes) => mistakes.render(false),
        other => other.to_string(),
    };
    let patched: Scenario = scenario?.patched(&Patch::from_args(&args).map_err(render)?).map_err(render)?;
    Plan::of(&patched).map(|plan| format!("{plan:?}")).map_err(render)
}

#[test]
fn every_knob_of_a_plan_changes_the_plan() {
    let dir = super::files();
    for (given, set) in TURNS {
        let before = planned(&dir, &super::sets(given)).unwrap_or_else(|fault| panic!("{given}: {fault}"));
        let after =
            planned(&dir, &[super::sets(given), vec![set]].concat()).unwrap_or_else(|fault| panic!("{set}: {fault}"));
        assert_ne!(before, after, "{set} changes nothing (given {given:?})");
    }
}
