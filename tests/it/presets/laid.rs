//! How a preset is applied to a scenario, and the message if it cannot be.

use zaoshi::registry::Set;
use zaoshi::scenario::{Patch, Scenario};

use super::{swapped, value, with};
use crate::rich::{RICH, same};
use crate::study::{run, scenario};

const BAR: &str = "ladder.contributor.tier.reviewer.entry.deeds";

/// The rich scenario without the patches on rules that a preset removes.
fn world() -> &'static str {
    RICH.split_once("[intervention.").unwrap().0
}

#[test]
fn a_preset_stands_wholly_in_place_of_what_had_its_name() {
    let scenario = swapped(&["kubernetes"], "");
    assert!(scenario.is_on("ladder.contributor"), "the scenario's own is off");
    assert_eq!(scenario.names("ladder.contributor.tier"), ["member", "reviewer", "approver"]);
    assert_eq!(swapped(&["hacktoberfest", "kubernetes"], "").names("points"), ["code"], "two stand side by side");
}

#[test]
fn a_further_path_of_the_same_treatment_overrides_it_wherever_it_stands() {
    assert_eq!(value(&swapped(&["tidb-sig-planner"], ""), BAR), Set::Number(10.0));
    assert_eq!(value(&swapped(&["tidb-sig-planner"], &format!("\"{BAR}\" = 5")), BAR), Set::Number(5.0));
    let first = format!("{RICH}\n[treatment.late]\n\"{BAR}\" = 5\npresets = [\"tidb-sig-planner\"]\n");
    let first = scenario(&first);
    let late = first.treatments().into_iter().find(|patch| patch.name == "late").unwrap();
    assert_eq!(value(&first.patched(&late).unwrap(), BAR), Set::Number(5.0));
}

#[test]
fn at_the_top_of_a_file_it_lies_under_what_the_file_says() {
    let text = world().replace("[ladder.contributor", "[ladder.other").replacen(
        "start = ",
        "presets = [\"kubernetes\"]\nstart = ",
        1,
    );
    let text = format!("{text}\n[ladder.contributor.tier.reviewer.entry]\ndeeds = 7\n");
    let scenario = scenario(&text);
    assert_eq!(value(&scenario, BAR), Set::Number(7.0));
    assert_eq!(value(&scenario, "ladder.contributor.tier.approver.entry.deeds"), Set::Number(30.0));
    let said = |path: &str| scenario.assumptions().into_iter().find(|a| a.path == path).and_then(|a| a.comment);
    let source = said("ladder.contributor.tier.approver.entry.deeds").unwrap();
    assert!(source.starts_with("source: kubernetes/community, "), "{source}");
    assert_eq!(said("ladder.contributor.tier.approver.benefit.esteem").unwrap(), "guess");
    let again = Scenario::parse("again.toml", &scenario.resolved_toml()).unwrap();
    assert_eq!(again.resolved_toml(), scenario.resolved_toml(), "a run's scenario needs no preset to be read again");
}

#[test]
fn it_may_be_given_in_the_call_and_by_an_intervention() {
    let args = ["presets=[\"kubernetes\"]".to_owned(), format!("{BAR}=7")];
    let given = scenario(world()).patched(&Patch::from_args(&args).unwrap()).unwrap();
    assert_eq!(value(&given, BAR), Set::Number(7.0));
    let text =
        format!("{}\n[intervention.later]\non = 2027-04-05\nset = {{ presets = [\"tidb-sig-planner\"] }}\n", world());
    let study = run(&text);
    assert!(study.mean("entered:contributor.reviewer", study.last()) > 0.0);
}

#[test]
fn what_a_date_brings_changes_nothing_before_it() {
    let world = world().replace("record = { every = \"month\"", "record = { every = \"tick\"");
    let more = "\n[preset-actions]\nask = \"use\"\n[treatment.later]\nfrom = 2027-04-05\npresets = [\"stack-exchange\", \"tidb-sig-planner\"]\n\
                \"points.brand-new\" = { action = \"answer\", points = 3 }\n\"badge.brand-new\" = { action = \"use\", at = 2 }\n\
                \"ladder.brand-new.tier.first\" = { entry = { deeds = 1 } }\n\"ladder.user.tier.brand-new\" = { entry = { deeds = 2 } }\n";
    let study = run(&format!("{world}{more}"));
    let (a, b) = (study.trajectory("baseline", 0), study.trajectory("later", 0));
    for (row, (mine, theirs)) in a.rows.iter().zip(&b.rows).take(13).enumerate() {
        for (name, (x, y)) in study.names().iter().zip(mine.iter().zip(theirs)) {
            assert_eq!(x.to_bits(), y.to_bits(), "row {row}: {name}");
        }
    }
    for tier in ["brand-new.first", "user.brand-new", "contributor.reviewer"] {
        let entered = study.values(study.design("later"), &format!("entered:{tier}"), study.last())[0];
        assert!(entered > 0.0, "{tier}");
    }
}

#[test]
fn from_the_first_day_and_without_a_date_are_the_same() {
    let swap = "presets = [\"kubernetes\"]\n";
    let text = format!("{}\n[treatment.dated]\nfrom = 2027-01-04\n{swap}[treatment.undated]\n{swap}", world());
    let study = run(&text);
    same(&study.names(), study.trajectory("dated", 0), study.trajectory("undated", 0), "from the first day");
}

fn mistakes(text: Result<Scenario, String>) -> String {
    text.err().unwrap_or_else(|| "no mistake".to_owned())
}

#[test]
fn an_unknown_preset_names_the_nearest() {
    let said = mistakes(with(&["kubernets"], ""));
    assert!(
        said.contains("there is no preset \"kubernets\"") && said.contains("did you mean \"kubernetes\"?"),
        "{said}"
    );
}

#[test]
fn a_value_out_of_range_behind_a_preset_points_at_the_scenario() {
    let said = mistakes(with(&["kubernetes"], "\"ladder.contributor.tier.revewer.entry.deeds\" = 5"));
    assert!(said.contains("did you mean `ladder.contributor.tier.reviewer`?"), "{said}");
}
