//! What a search is compared with: the baseline on its front, goals without a value, levers that are off or at an end.

use std::path::Path;

use zaoshi::error::Error;
use zaoshi::plan::Edge;
use zaoshi::scenario::Scenario;
use zaoshi::search::Search;
use zaoshi::stats::front::Standing;

use super::{SMALL, front, laboratory, told, zaoshi};

/// A search for the quickest way to a tier; nobody can climb it at a bar of 300.
fn climb(bars: &str) -> String {
    let (world, _) = SMALL.split_once("[lever.price]").unwrap();
    let ladder = "[ladder.core]\noff = true\nactions = [\"answer\"]\n[ladder.core.tier.maker]\nentry = { deeds = 3 }\n\n\
                  [treatment.points]";
    let lever = format!("[lever.bar]\npath = \"ladder.core.tier.maker.entry.deeds\"\nvalues = {bars}\n");
    let world = world
        .replace("[treatment.points]", ladder)
        .replace("\"shop\" = \"on\"", "\"shop\" = \"on\"\n\"ladder.core\" = \"on\"")
        .replace("\"most gain\"", "\"least time-to:core.maker\"")
        .replace("\"points\", \"ads\"", "\"points\"");
    format!("{world}{lever}[lever.points]\npath = \"points.answer.points\"\nlow = 1\nhigh = 9\n")
}

fn mistakes(text: &str) -> String {
    match Scenario::parse("small.toml", text).and_then(|scenario| Search::of(&scenario)) {
        Err(Error::Scenario(mistakes)) => mistakes.render(false),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("no mistake in {text}"),
    }
}

#[test]
fn the_front_contains_the_baseline_and_nothing_that_is_no_better() {
    let (dir, scenario) = laboratory(SMALL);
    let found = front(&scenario, dir.path(), &[]);
    let nothing = &found.members[found.baseline().unwrap()];
    assert_eq!((nothing.letter.as_str(), nothing.design.as_str(), nothing.runs), ("0", "Baseline", 8));
    assert_eq!(nothing.standing, Some(Standing::OnFront));
    assert_eq!((nothing.goals[0].value, nothing.goals[0].low, nothing.cost), (0.0, 0.0, 0.0));
    assert!(found.designs().len() > 1);
    for k in found.designs() {
        let own = &found.members[k];
        assert!(own.goals[0].value > 0.0, "{} costs money and gives no more than nothing", own.letter);
    }
    // Prizes that nobody can afford are no better than none.
    let (dir, scenario) =
        laboratory(&SMALL.replace("low = 5\nhigh = 50", "low = 5000\nhigh = 9000").replace(", \"ads\"", ""));
    let none = front(&scenario, dir.path(), &[]);
    assert_eq!((none.designs().len(), none.no_better > 0), (0, true));
    assert_eq!(none.finding(), "No design that was tried is better than Baseline on any goal");
}

#[test]
fn a_baseline_that_breaks_the_limits_is_told_and_not_on_the_front() {
    let (dir, scenario) = laboratory(SMALL);
    let found = front(&scenario, dir.path(), &["--set", "search.limits=money-paid > 1000"]);
    assert_eq!(found.members[found.baseline().unwrap()].standing, Some(Standing::BreaksLimits));
    assert!(found.holds && !found.on_front().contains(&found.baseline().unwrap()));
    assert_eq!(found.nothing(), "Baseline (0) is not on the front: it does not meet the limits");
}

#[test]
fn the_design_that_nobody_climbs_is_not_the_quickest() {
    let (dir, scenario) = laboratory(&climb("[2, 3, 300]"));
    let found = front(&scenario, dir.path(), &[]);
    assert!(!found.designs().is_empty());
    for k in found.designs() {
        let own = &found.members[k];
        assert!(own.goals[0].value > 0.0 && own.levers[0].number < Some(300.0), "{own:?}");
    }
    let nothing = &found.members[found.baseline().unwrap()];
    assert!(nothing.goals[0].value.is_nan() && nothing.goals[0].low.is_nan());
    assert_eq!((nothing.goals[0].missing, nothing.standing), (nothing.runs, Some(Standing::Undefined)));
}

#[test]
fn a_goal_without_a_value_in_any_design_is_told_as_that() {
    let (dir, scenario) = laboratory(&climb("[300, 400]"));
    let found = front(&scenario, &dir.path().join("json"), &[]);
    assert!(found.finding().starts_with("No design has a value of"), "{}", found.finding());
    let out = dir.path().join("text").display().to_string();
    let output = zaoshi(&["search", &scenario, "--out", &out]);
    let said = told(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("no value in 4 of 4"), "{said}");
    let folder = std::fs::read_dir(Path::new(&out).join("small")).unwrap().next().unwrap().unwrap().path();
    let table = std::fs::read_to_string(folder.join("front.csv")).unwrap();
    let first = table.lines().find(|line| line.starts_with("A,")).unwrap();
    let head = table.lines().next().unwrap();
    let column = head.split(',').position(|name| name == "time-to:core.maker").unwrap();
    assert_eq!(first.split(',').skip(column).take(3).collect::<Vec<_>>(), ["", "", ""], "{head}\n{first}");
}

#[test]
fn levers_at_an_end_are_told_and_levers_that_are_off_are_not_written() {
    let text = format!(
        "{SMALL}\n[ladder.core]\nactions = [\"answer\"]\n[ladder.core.tier.top]\nentry = {{ deeds = 9 }}\n\
         [lever.acts]\npath = \"ladder.core.actions\"\nwords = ['[\"answer\"]', '[\"use\", \"answer\"]']\n"
    );
    let (dir, scenario) = laboratory(&text);
    let written = dir.path().join("designs");
    let found = front(&scenario, dir.path(), &["--write-scenarios", &written.display().to_string()]);
    let mut kinds = [0, 0];
    for file in std::fs::read_dir(&written).unwrap().map(|entry| entry.unwrap().path()) {
        let text = std::fs::read_to_string(&file).unwrap();
        let (_, rules) = text.split_once("[treatment.front-").unwrap();
        let ads = rules.contains("\"campaign.ads\" = \"on\"");
        kinds[usize::from(ads)] += 1;
        assert_eq!(rules.contains("campaign.ads.intensity"), ads, "{rules}");
        assert_eq!(rules.contains("shop.hoodie.price"), !ads, "{rules}");
        let acts = rules.lines().find(|line| line.starts_with("\"ladder.core.actions\" = ")).unwrap();
        assert!(acts.ends_with("[\"answer\"]") || acts.ends_with("[\"use\", \"answer\"]"), "{acts}");
    }
    assert!(kinds[1] > 0, "{kinds:?}");
    let most = found
        .designs()
        .into_iter()
        .max_by(|a, b| found.members[*a].goals[0].value.total_cmp(&found.members[*b].goals[0].value));
    let most = &found.members[most.unwrap()];
    assert_eq!((most.levers[1].value.as_str(), most.levers[1].edge), ("4", Some(Edge::Upper)));
    let said = found.edges().join("\n");
    assert!(said.contains("intensity is at the upper end of what was searched, 4: widen it"), "{said}");
}

#[test]
fn a_lever_switches_a_table_on_and_off() {
    let text = SMALL.replace(
        "[lever.price]\npath = \"shop.hoodie.price\"\nlow = 5\nhigh = 50",
        "[lever.ads]\npath = \"campaign.ads\"\nwords = [\"on\", \"off\"]",
    );
    assert_ne!(text, SMALL);
    let search = Search::of(&Scenario::parse("small.toml", &text).unwrap()).unwrap();
    assert_eq!(search.levers[0].levels().len(), 2);
    let (dir, scenario) = laboratory(&text);
    let found = front(&scenario, dir.path(), &[]);
    let values: Vec<&str> = found.designs().iter().map(|k| found.members[*k].levers[0].value.as_str()).collect();
    assert!(!values.is_empty() && values.iter().all(|word| ["on", "off"].contains(word)), "{values:?}");
}

#[test]
fn levers_that_cannot_be_searched_are_mistakes_with_their_place() {
    let lever = "path = \"shop.hoodie.price\"\nlow = 5\nhigh = 50\n";
    assert!(SMALL.contains(lever));
    let of = |text: &str| SMALL.replace(lever, text);
    let cases = [
        of("path = \"seed\"\nvalues = [1, 2]\n"),
        of("path = \"shop.hoodie.price\"\nvalues = [7, 9]\nlow = 5\nhigh = 50\n"),
        of("path = \"budget.total\"\nwords = [\"off\"]\n"),
        of("path = \"budget.total\"\nvalues = [\"off\", 100]\n"),
        of("path = \"campaign.ads\"\nwords = [\"off\", \"maybe\"]\n"),
        of("path = \"horizon\"\nvalues = [90, 120]\n"),
    ];
    let said: Vec<String> = cases.iter().map(|text| mistakes(text)).collect();
    insta::assert_snapshot!(said.join("\n"));
}
