//! The check of a scenario: all mistakes at once, those of the file and those that only the model finds, and none that
//! the check itself causes.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use zaoshi::error::{Error, Mistakes};
use zaoshi::experiment::Experiment;
use zaoshi::scenario::Scenario;

const WORLD: &str = r#"
name = "checked"
start = 2027-01-04
horizon = "1 year"
headline = "active-people"
[segment.people]
people = 1000
members_at_start = 500
[mechanism.adoption]
[mechanism.triggers]
[action.answer]
[budget]
total = 1000
pools = { growth = 1.0 }
[campaign.ads]
cost = "10 per month"
pool = "growth"
[organisation.houses]
number = 2
[organisation.houses.as.partner]
[path.partner.tier.one]
entry = { certified = 2 }
[treatment.more]
"campaign.ads.intensity" = 2.0
"#;

/// The mistakes of a text, as `check` reports them.
fn judged(text: &str) -> Mistakes {
    let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::fs::write(file.path(), text).unwrap();
    match Scenario::load_and_check(file.path(), &|scenario| Experiment::design(scenario).map(|_| ())) {
        Ok(_) => Mistakes::default(),
        Err(Error::Scenario(mistakes)) => mistakes,
        Err(other) => panic!("{other}"),
    }
}

#[track_caller]
fn told(text: &str) -> Vec<String> {
    judged(text).list.into_iter().map(|mistake| mistake.path).collect()
}

#[test]
fn a_sound_scenario_has_no_mistakes() {
    assert_eq!(told(WORLD), Vec::<String>::new());
}

#[test]
fn a_wrong_reference_hides_nothing_of_what_the_model_sees() {
    let wrong = WORLD.replace("pool = \"growth\"", "pool = \"grwth\"");
    assert_eq!(told(&wrong), ["campaign.ads.pool"]);
    let unpaid = "entry = { certified = 2 }\nbenefit = { market_fund = \"100 per year\" }";
    let both = wrong.replace("entry = { certified = 2 }", unpaid);
    let paths = told(&both);
    assert_eq!(paths.len(), 2, "{paths:?}");
    assert!(paths[1].starts_with("path.partner.tier.one"), "{paths:?}");
    // A third mistake, which appears only with all rules in force.
    let three = both.replace("headline = \"active-people\"", "headline = \"active-poeple\"");
    assert_eq!(told(&three).len(), 3, "{:?}", told(&three));
}

#[test]
fn each_design_is_judged_though_another_is_wrong() {
    let two = |pool: &str| {
        format!(
            "{WORLD}\"campaign.ads.pool\" = \"{pool}\"\n[treatment.other]\n\"shop.cup\" = {{ cost = 5 }}\n\"headline\" = \"members\"\n"
        )
    };
    assert_eq!(told(&two("growth")).len(), told(&two("grwth")).len() - 1, "{:?}", told(&two("grwth")));
}

#[test]
fn several_metrics_that_do_not_exist_are_told_together() {
    let text = WORLD.replace("\"active-people\"", "\"members-now\"\nbeside = [\"members\", \"mony-paid\"]");
    assert_eq!(told(&text), ["headline", "beside"]);
    let many = "\"active-people\"\nbeside = [\"members\", \"money-paid\", \"deeds\", \"unpaid\"]";
    assert_eq!(told(&WORLD.replace("\"active-people\"", many)), ["beside"]);
}

#[test]
fn a_day_that_no_calendar_has_hides_no_other_mistake() {
    for day in ["2027-13-01", "2027-02-30", "2027-1-4", "2027-00-10"] {
        let text = WORLD.replace("2027-01-04", day).replace("entry = { certified = 2 }", "entry = { certifid = 2 }")
            + "[shock.outage]\non = 2027-06-31\nleave = 0.1\n[occasion.talk]\non = [2027-03-01, 2027-14-01]\n";
        let judged = judged(&text);
        let paths: Vec<&str> = judged.list.iter().map(|mistake| mistake.path.as_str()).collect();
        assert_eq!(paths, ["start", "path.partner.tier.one.entry.certifid", "shock.outage.on", "occasion.talk.on"]);
        let told = judged.render(false);
        assert!(
            told.contains(&format!("found the date {day}")) && told.contains("found the date 2027-06-31"),
            "{told}"
        );
    }
    // If the file has other mistakes than its dates, they are reported as usual.
    assert_eq!(judged(&WORLD.replace("2027-01-04", "2027-13-01\nhorizon")).list.len(), 2);
}

#[test]
fn what_is_cut_out_to_look_further_makes_no_mistake_of_its_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let broken = |path: &PathBuf| -> Vec<String> {
        let text = std::fs::read_to_string(path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let mut faults = Vec::new();
        for at in 0..lines.len() {
            let Some((key, _)) = lines[at].split_once(" = ").filter(|(key, _)| !key.starts_with('#')) else { continue };
            // No value may be nested in three lists.
            let wrong = format!("{key} = [[[1]]]");
            let text = [&lines[..at], &[wrong.as_str()], &lines[at + 1..]].concat().join("\n");
            let folder = tempfile::tempdir().unwrap();
            let damaged = folder.path().join("damaged.toml");
            std::fs::write(&damaged, &text).unwrap();
            let alone = match Scenario::load(&damaged) {
                Err(Error::Scenario(alone)) => alone,
                // A later line of the same patch may still add the table.
                Ok(_) => continue,
                Err(other) => panic!("{key} at line {} of {}: {other}", at + 1, path.display()),
            };
            let judged = Scenario::load_and_check(&damaged, &|scenario| Experiment::design(scenario).map(|_| ()));
            let Err(Error::Scenario(judged)) = judged else { panic!("{key} passes") };
            if judged.list != alone.list {
                faults.push(format!("line {} of {}:\n{}", at + 1, path.display(), judged.render(false)));
            }
        }
        faults
    };
    let faults: Vec<String> = files.par_iter().flat_map(broken).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A folder with one scenario in it.
fn extending(name: &str, more: &str) -> Result<Scenario, Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    std::fs::write(&path, format!("extends = \"{name}\"\nname = \"mine\"\n{more}")).unwrap();
    Scenario::load(&path)
}

#[test]
fn a_scenario_that_comes_with_the_program_is_extended_by_its_name() {
    for name in ["open-source-database", "open-source-database.toml"] {
        let mine = extending(name, "horizon = \"1 year\"").unwrap();
        assert_eq!(mine.root().title, "An open-source database");
        // Files that this scenario reads are included.
        assert!(!zaoshi::stats::histories(&mine).unwrap().is_empty());
        assert!(mine.reads().iter().all(|kept| kept.bytes().is_ok()));
    }
    // And the scenario that it extends.
    assert_eq!(extending("stop-paying", "").unwrap().root().baseline, "Nothing");
}

#[test]
fn a_file_beside_wins_over_a_scenario_that_comes_with_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let (mine, theirs) = (folder.path().join("mine.toml"), folder.path().join("first-step.toml"));
    std::fs::write(&theirs, WORLD).unwrap();
    for named in ["first-step", "first-step.toml"] {
        std::fs::write(&mine, format!("extends = \"{named}\"\ntitle = \"Mine\"\n")).unwrap();
        assert_eq!(Scenario::load(&mine).unwrap().root().name, "checked");
    }
}

#[test]
fn a_misspelt_name_to_extend_gets_the_nearest() {
    let Err(Error::Scenario(mistakes)) = extending("open-sauce-database", "") else {
        panic!("there is no such scenario")
    };
    let told = mistakes.render(false);
    assert!(told.contains("did you mean \"open-source-database\"?"), "{told}");
}
