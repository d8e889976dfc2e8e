//! Designs: a change of rules has exactly its stated effect, from its date on.

use zaoshi::experiment::Experiment;

use super::with;
use crate::rich::{RICH, same, same_study};
use crate::study::{run, scenario};

const WRITTEN: &[(&str, &str)] = &[
    ("responders = 0.6", "responders = 0.2"),
    ("schedule = \"variable\"\nmean = 0.4", "schedule = \"variable\"\nmean = 0.9"),
    ("price = 40", "price = 25"),
    ("conversion = 0.3", "conversion = 0.5"),
    ("entry = { deeds = 3, within", "entry = { deeds = 2, within"),
    ("appeal = -1.0", "appeal = -0.5"),
    ("own = \"18 per year\"", "own = \"12 per year\""),
    ("people = 0.2 }", "people = 0.1 }"),
];
const PATCH: &str = r#"
"mechanism.effort.responders" = 0.2
"prize.answer.mean" = 0.9
"shop.hoodie.price" = 25
"mechanism.referral.conversion" = 0.5
"ladder.contributor.tier.committer.entry.deeds" = 2
"action.code.appeal" = -0.5
"mechanism.triggers.own" = "12 per year"
"budget.pools.people" = 0.1
"#;

#[test]
fn a_treatment_from_the_start_is_the_same_as_writing_it_in_the_file() {
    let written = run(&with(WRITTEN));
    let patched = run(&format!("{RICH}\n[treatment.patch]{PATCH}"));
    for replicate in 0..2 {
        let treated = patched.trajectory("patch", replicate);
        same(&written.names(), treated, written.trajectory("baseline", replicate), "as written");
    }
}

#[test]
fn an_intervention_on_the_first_day_is_the_same_as_writing_it_in_the_file() {
    let written = run(&with(WRITTEN));
    for day in ["2027-01-04", "2026-12-24"] {
        let patched = run(&format!("{RICH}\n[intervention.patch]\non = {day}\n[intervention.patch.set]{PATCH}"));
        for replicate in 0..2 {
            let early = patched.trajectory("baseline", replicate);
            same(&written.names(), early, written.trajectory("baseline", replicate), day);
        }
    }
}

#[test]
fn people_and_contacts_that_are_set_on_the_first_day_are_those_of_the_world_as_it_begins() {
    let changes = [("people = 300", "people = 200"), ("mean_degree = 8", "mean_degree = 4")];
    let written = run(&with(&changes));
    let set = "set = { \"segment.users.people\" = 200, \"contacts.mean_degree\" = 4 }";
    let patched = run(&format!("{RICH}\n[intervention.patch]\non = 2027-01-04\n{set}\n"));
    same_study(&written, &patched, "on the first day");
}

#[test]
fn a_treatment_from_a_date_on_is_the_baseline_until_then() {
    let tick = with(&[("every = \"month\"", "every = \"tick\"")]);
    let text = format!(
        "{tick}\n[treatment.later]\nfrom = 2027-04-05\n{PATCH}\
         \"mechanism.habit.decay\" = \"10 days\"\n\"action.answer.value.content\" = 9\n\"mechanism.needs.rise\" = \"9 days\"\n"
    );
    let study = run(&text);
    for replicate in 0..2 {
        let (a, b) = (study.trajectory("baseline", replicate), study.trajectory("later", replicate));
        let names = study.names();
        for (row, (mine, theirs)) in a.rows.iter().zip(&b.rows).enumerate() {
            // 2027-04-05 is the thirteenth week: rows of earlier weeks contain nothing newer.
            if row < 13 {
                for (name, (x, y)) in names.iter().zip(mine.iter().zip(theirs)) {
                    assert_eq!(x.to_bits(), y.to_bits(), "row {row}: {name}");
                }
            }
        }
        assert_ne!(a.rows[16], b.rows[16], "and then it is another");
        let before = |t: &&zaoshi::engine::Trace| t.tick <= 13;
        let (a, b): (Vec<_>, Vec<_>) =
            (a.traces.iter().filter(before).collect(), b.traces.iter().filter(before).collect());
        assert_eq!(a, b, "traces");
    }
}

#[test]
fn another_treatment_changes_nothing_in_the_others() {
    let alone = run(RICH);
    let more = run(&format!(
        "{RICH}\n[treatment.another]\n\"contacts.rewire\" = 0.5\n\"action.like\" = \"off\"\n\"points.like\" = \"off\"\n\"action.swap\" = \"off\"\n\"ladder.user\" = \"off\"\n"
    ));
    for design in &alone.experiment.designs {
        for replicate in 0..2 {
            let (a, b) = (alone.trajectory(&design.name, replicate), more.trajectory(&design.name, replicate));
            same(&alone.names(), a, b, &design.name);
        }
    }
}

#[test]
fn every_design_has_the_same_metrics_also_those_that_only_one_of_them_needs() {
    let more = r#"
        [treatment.more]
        "ladder.contributor.tier.apprentice" = { entry = { deeds = 1 } }
        "action.ask" = { appeal = 1.0 }
        "budget.pools.travel" = 0.0
        [treatment.fewer]
        "action.use" = "off"
        "badge" = "off"
        "ladder.contributor.tier.pmc" = "off"
    "#;
    let study = run(&format!("{RICH}{more}"));
    let alone = run(RICH);
    let (names, last) = (study.names(), study.last());
    for runs in &study.ensemble.runs {
        assert!(runs.iter().flat_map(|run| &run.rows).all(|row| row.len() == names.len()));
    }
    let at = |design: &str, metric: &str| study.values(study.design(design), metric, last)[0];
    assert!(at("more", "deeds:ask") > 0.0 && at("baseline", "deeds:ask") == 0.0);
    assert!(at("more", "entered:contributor.apprentice") > 0.0);
    assert!(at("fewer", "deeds:use") == 0.0 && at("fewer", "deeds:answer") > 0.0);
    assert!(at("fewer", "entered:contributor.committer") > 0.0 && at("fewer", "entered:contributor.pmc") == 0.0);
    assert_eq!(alone.mean("deeds:answer", last), study.mean("deeds:answer", last));
}

#[test]
fn an_action_that_is_switched_off_on_a_date_leaves_the_others_what_they_are() {
    let text = format!(
        "{RICH}\n[intervention.off]\non = 2027-04-05\nset = {{ \"action.answer.appeal\" = -30.0, \"action.use\" = \"off\" }}\n"
    );
    let study = run(&text);
    let (before, after) = (1, study.last());
    assert!(study.mean("deeds:use", before) > 0.0 && study.mean("deeds:use", after) == 0.0);
    assert!(study.mean("deeds:answer", before) > 0.0 && study.mean("deeds:answer", after) == 0.0);
    assert!(study.mean("deeds:like", after) > 0.0 && study.mean("deeds:code", after) > 0.0);
}

#[test]
fn a_date_cannot_change_who_there_is() {
    for (path, value) in
        [("segment.users.people", "900"), ("contacts.kind", "\"random\""), ("segment.users.members_at_start", "3")]
    {
        let text = format!("{RICH}\n[intervention.later]\non = 2027-05-03\nset = {{ \"{path}\" = {value} }}\n");
        assert!(Experiment::design(&scenario(&text)).is_err(), "{path} would silently do nothing");
    }
}
