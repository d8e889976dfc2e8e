//! Levers and uncertainties: what turns nothing is said, and values have their units.

use std::process::Command;

const WORLD: &str = r#"
name = "levers"
start = 2027-01-04
horizon = "20 weeks"
headline = "active-people"
[segment.users]
people = 200
members_at_start = 60
[mechanism.triggers]
[action.use]
[campaign.ads]
intensity = 2.0
cost = "100 per week"
pool = "ads"
[budget]
total = 5000
pools = { ads = 1.0 }
[plan]
points = 4
replicates = 2
"#;

/// What a command says about a scenario with more tables.
fn said(more: &str, command: &str, rest: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("levers.toml");
    std::fs::write(&path, format!("{WORLD}{more}")).unwrap();
    let mut args = vec![command.to_owned(), path.display().to_string()];
    args.extend(rest.iter().map(|word| (*word).to_owned()));
    if command != "check" {
        args.extend(["--out".to_owned(), dir.path().display().to_string()]);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(&args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).replace('\u{a0}', " ")
}

#[test]
fn a_lever_that_turns_nothing_is_told() {
    let runs = "[lever.runs]\npath = \"replicates\"\nvalues = [1, 2, 3]\n";
    let checked = said(runs, "check", &[]);
    assert!(checked.contains("note: `runs` turns nothing: `replicates` changes no run"), "{checked}");
    let swept = said(runs, "sweep", &[]);
    assert!(swept.contains("runs turns nothing: points that differ in nothing else are alike"), "{swept}");
    // Beside a lever that turns something, every pair of points that differ in this one alone is looked at.
    let both = format!("{runs}[lever.ads]\npath = \"campaign.ads.intensity\"\nvalues = [0, 9]\n");
    let swept = said(&both, "sweep", &["--set", "plan.sampling=grid"]);
    assert!(swept.contains("runs turns nothing"), "{swept}");
    let ads = "[lever.ads]\npath = \"campaign.ads.intensity\"\nvalues = [0, 9]\n";
    assert!(!said(ads, "sweep", &[]).contains("nothing") && !said(ads, "check", &[]).contains("turns nothing"));
}

#[test]
fn the_ends_of_a_tornado_have_the_units_of_their_values() {
    let world = "[uncertainty.cost]\npath = \"campaign.ads.cost\"\nlow = 50\nhigh = 200\n\
                 [uncertainty.total]\npath = \"budget.total\"\nlow = 1000\nhigh = 9000\n\
                 [uncertainty.own]\npath = \"mechanism.triggers.own\"\nlow = 2\nhigh = 9\n";
    let told = said(world, "explain", &["--assumptions"]);
    for value in ["50 per week", "200 per week", "1,000 CNY", "9,000 CNY", "2 per year", "9 per year"] {
        assert!(told.contains(value), "{value}: {told}");
    }
}
