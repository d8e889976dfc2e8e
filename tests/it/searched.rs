//! Search: an interrupted search, on any number of threads, gives the same front; each of its designs is a scenario
//! that runs.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use zaoshi::stats::front::Front;

mod baseline;
mod charts;

pub(crate) const SMALL: &str = include_str!("searched/small.toml");

fn zaoshi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(args).output().unwrap()
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn laboratory(text: &str) -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("small.toml");
    std::fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    (dir, path)
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// Every file of the only search below a folder, with its bytes.
fn stored(out: &Path) -> Vec<(String, Vec<u8>)> {
    fn walk(folder: &Path, root: &Path, list: &mut Vec<(String, Vec<u8>)>) {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                walk(&entry, root, list);
            } else {
                list.push((entry.strip_prefix(root).unwrap().display().to_string(), std::fs::read(&entry).unwrap()));
            }
        }
    }
    let folder = std::fs::read_dir(out.join("small")).unwrap().next().unwrap().unwrap().path();
    let mut list = Vec::new();
    walk(&folder, &folder, &mut list);
    list.sort();
    list
}

fn names(files: &[(String, Vec<u8>)]) -> Vec<&str> {
    files.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn threads_and_kills_change_no_byte() {
    let (dir, scenario) = laboratory(SMALL);
    let whole = dir.path().join("whole");
    let output = zaoshi(&["search", &scenario, "--out", &text(&whole), "--threads", "1"]);
    assert!(output.status.success(), "{}", told(&output));
    let whole = stored(&whole);
    let there = names(&whole);
    for name in ["rounds/000000.json", "rounds/000004.json", "rounds/last.json", "front.csv", "charts/front.png"] {
        assert!(there.contains(&name), "{name} is not in {there:?}");
    }
    let killed = text(&dir.path().join("killed"));
    let args = ["search", &scenario, "--out", &killed, "--threads", "4"];
    for k in 0..30_u64 {
        let child =
            Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut child = child.unwrap();
        std::thread::sleep(Duration::from_millis(3 + k * 7919 % 97));
        let _ = child.kill();
        let _ = child.wait();
    }
    let output = zaoshi(&args);
    assert!(output.status.success(), "{}", told(&output));
    let other = stored(Path::new(&killed));
    assert_eq!(names(&other), there);
    for ((name, one), (_, other)) in whole.iter().zip(&other) {
        assert!(one == other, "{name} differs");
    }
}

#[test]
fn what_a_searched_scenario_reads_lies_in_its_folder_also_where_it_comes_with_the_program() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("mine.toml");
    let text = "extends = \"open-source-database\"\nname = \"mine\"\n[search]\ndesigns = [\"points-shop\"]\n\
                [lever.price]\npath = \"shop.hoodie.price\"\nlow = 10\nhigh = 50\n";
    std::fs::write(&path, text).unwrap();
    let search = zaoshi::search::Search::of(&zaoshi::scenario::Scenario::load(&path).unwrap()).unwrap();
    let store = zaoshi::search::SearchStore::begin(dir.path(), &search).unwrap();
    std::fs::remove_file(&path).unwrap();
    let (again, _) = zaoshi::search::SearchStore::open(store.place.root()).unwrap();
    assert_eq!(again.source.files().unwrap(), search.source.files().unwrap());
    assert!(!again.source.files().unwrap().is_empty());
}

#[test]
fn the_folder_of_a_search_is_gone_on_with_and_told_without_the_scenario() {
    let (dir, scenario) = laboratory(SMALL);
    let out = dir.path().join("out");
    let first = zaoshi(&["search", &scenario, "--out", &text(&out)]);
    assert!(first.status.success(), "{}", told(&first));
    let whole = stored(&out);
    std::fs::remove_file(&scenario).unwrap();
    let small = std::fs::read_dir(out.join("small")).unwrap().next().unwrap().unwrap().path();
    // As if it had been stopped before the last two rounds.
    for name in ["rounds/last.json", "rounds/000004.json", "front.csv", "charts/front.png"] {
        std::fs::remove_file(small.join(name)).unwrap();
    }
    let again = zaoshi(&["search", &text(&small)]);
    assert!(again.status.success(), "{}", told(&again));
    assert_eq!(again.stdout, first.stdout);
    assert_eq!(stored(&out), whole);
    let other = zaoshi(&["search", &text(&small), "--budget", "5"]);
    assert_eq!(other.status.code(), Some(2));
    assert!(told(&other).contains("a stored search cannot be changed"), "{}", told(&other));
    let nothing = zaoshi(&["search", &text(dir.path())]);
    assert!(told(&nothing).contains("is not there, so this is not a search"), "{}", told(&nothing));
    let own = small.join("scenario.toml");
    let mine = std::fs::read_to_string(&own).unwrap().replacen("replicates = ", "replicates = 1", 1);
    std::fs::write(&own, mine).unwrap();
    let changed = zaoshi(&["search", &text(&small)]);
    assert!(told(&changed).contains("was changed"), "{}", told(&changed));
    assert_eq!(stored(&out).len(), whole.len());
}

fn front(scenario: &str, out: &Path, more: &[&str]) -> Front {
    let output = zaoshi(&[&["search", scenario, "--out", &text(out), "--json"][..], more].concat());
    assert!(output.status.success(), "{}", told(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn nothing_on_the_front_is_beaten_and_the_budget_holds() {
    let (dir, scenario) = laboratory(SMALL);
    let free = front(&scenario, &dir.path().join("free"), &[]);
    assert!(free.designs().len() > 1, "{free:?}");
    for a in &free.members {
        assert_eq!(a.runs, 8);
        for b in &free.members {
            let better = b.goals[0].value >= a.goals[0].value && b.goals[1].value <= a.goals[1].value;
            assert!(a.letter == b.letter || !better, "{} beats {}", b.letter, a.letter);
        }
    }
    let most = free.members.iter().map(|m| m.cost).fold(0.0, f64::max);
    let half = format!("{}", most / 2.0);
    let bound = front(&scenario, &dir.path().join("bound"), &["--budget", &half]);
    assert!(bound.holds && bound.members.iter().all(|m| m.cost <= most / 2.0), "{bound:?}");
}

#[test]
fn where_no_design_holds_the_limits_it_says_so() {
    let (dir, scenario) = laboratory(SMALL);
    let none = front(&scenario, &dir.path().join("none"), &["--set", "search.limits=active-people > 1000"]);
    assert!(!none.holds);
    assert!(none.finding().starts_with("No design that was tried meets active-people > 1000"), "{}", none.finding());
}

#[test]
fn the_worst_world_promises_less_than_the_mean() {
    let (dir, scenario) = laboratory(&SMALL.replace("worlds = 2", "worlds = 6"));
    // The same first generation in the same runs: only the reduction over worlds differs.
    let growth = |robust: &str| -> Vec<f64> {
        let set = format!("search.robust={robust}");
        let more = ["--set", "search.generations=1", "--set", "search.elite=2", "--set", &set];
        let found = front(&scenario, &dir.path().join(robust), &more);
        found.tried.iter().take(6).map(|goals| goals[0]).collect()
    };
    let (mean, bad, worst) = (growth("mean"), growth("p25"), growth("worst"));
    for k in 0..6 {
        assert!(worst[k] <= bad[k] && worst[k] <= mean[k], "{mean:?} {bad:?} {worst:?}");
    }
    assert!((0..6).any(|k| worst[k] < bad[k] && bad[k] < mean[k]), "{mean:?} {bad:?} {worst:?}");
}

#[test]
fn each_design_of_the_front_is_a_scenario_that_runs_and_gives_what_was_told() {
    let (dir, scenario) = laboratory(SMALL);
    let written = dir.path().join("designs");
    let found = front(&scenario, &dir.path().join("out"), &["--write-scenarios", &text(&written)]);
    let files: Vec<_> = std::fs::read_dir(&written).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), found.designs().len());
    for file in files {
        let checked = zaoshi(&["check", &text(&file)]);
        assert!(checked.status.success(), "{}", told(&checked));
    }
    let dear = found.members.last().unwrap();
    let name = std::iter::once(dear.letter.to_lowercase()).chain(dear.keys.iter().cloned());
    // Names of files are keys, not words of a language.
    assert!(dear.keys.iter().zip(&dear.called).all(|(key, word)| key != word || key == "knee"), "{:?}", dear.keys);
    let file = written.join(format!("small-{}.toml", name.collect::<Vec<_>>().join("-")));
    let ran =
        zaoshi(&["run", &text(&file), "--replicates", "16", "--screen", "never", "--json", "--out", &text(dir.path())]);
    assert!(ran.status.success(), "{}", told(&ran));
    let summary: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let cost = summary["verdicts"].as_array().unwrap().last().unwrap()["cost"].as_f64().unwrap();
    assert!((cost - dear.cost).abs() < 0.35 * dear.cost, "{cost} against {}", dear.cost);
}

#[test]
fn what_is_wrong_with_a_search_is_said_with_its_place() {
    let lever = "[lever.intensity]\npath = \"campaign.ads.intensity\"\nvalues = [0.5, 1.0, 2.0, 4.0]\n";
    assert!(SMALL.contains(lever));
    let none = SMALL.split("[lever.price]").next().unwrap();
    let cases = [
        none.to_owned(),
        SMALL.replace("low = 5\n", "low = -5\n"),
        SMALL.replace("generations = 4", "generations = 0"),
        SMALL.replace("\"most gain\"", "\"most active-peple\""),
        SMALL.replace("\"most gain\"", "\"gain\""),
        SMALL.replace("\"most gain\"", "\"most gain > 3\""),
        SMALL.replace("worlds = 2\n", "worlds = 2\nlimits = \"mony-paid < 3 and members > 4\"\n"),
        SMALL.replace("worlds = 2\n", "worlds = 2\nlimits = \"members > 4 for 3 weeks\"\n"),
        SMALL.replace("designs = [\"points\", \"ads\"]", "designs = [\"point\"]"),
        SMALL.replace("\"mechanism.triggers.own\" = \"2 per year\"", "\"mechanism.trigers.own\" = \"2 per year\""),
    ];
    let mut said = String::new();
    for case in cases {
        let (dir, scenario) = laboratory(&case);
        let output = zaoshi(&["search", &scenario, "--out", &text(dir.path())]);
        assert_eq!(output.status.code(), Some(2), "{}", told(&output));
        said += &told(&output).replace(&text(dir.path()), "DIR");
        said += "\n";
    }
    insta::assert_snapshot!(said);
}

#[test]
fn levers_of_what_is_off_are_refused_where_no_design_is_named_and_left_alone_among_those_that_are() {
    let of = |designs: &str| {
        let text = SMALL.replace("designs = [\"points\", \"ads\"]\n", designs);
        zaoshi::search::Search::of(&zaoshi::scenario::Scenario::parse("small.toml", &text).unwrap())
    };
    let zaoshi::error::Error::Scenario(mistakes) = of("").unwrap_err() else { panic!("no mistakes") };
    let told = mistakes.render(false);
    for part in ["`shop.hoodie` is off in every design", "`campaign.ads` is off in every design", "designs = "] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let names = |designs: &str| of(designs).unwrap().levers.into_iter().map(|lever| lever.name).collect::<Vec<_>>();
    assert_eq!(names("designs = [\"points\", \"ads\"]\n"), ["price", "intensity"]);
    assert_eq!(names("designs = [\"ads\"]\n"), ["intensity"]);
}

#[test]
fn a_round_that_was_changed_is_found_by_its_name() {
    let (dir, scenario) = laboratory(SMALL);
    let out = dir.path().join("out");
    assert!(zaoshi(&["search", &scenario, "--out", &text(&out), "--threads", "1"]).status.success());
    let folder = std::fs::read_dir(out.join("small")).unwrap().next().unwrap().unwrap().path();
    for name in ["000000.json", "last.json"] {
        let round = folder.join("rounds").join(name);
        let whole = std::fs::read_to_string(&round).unwrap();
        // The last digit of the first number with a point.
        let at = whole.find('.').unwrap() + 1;
        let digit = if &whole[at..=at] == "1" { "2" } else { "1" };
        std::fs::write(&round, format!("{}{digit}{}", &whole[..at], &whole[at + 1..])).unwrap();
        let output = zaoshi(&["search", &text(&folder)]);
        let said = told(&output);
        assert!(!output.status.success() && said.contains(name) && said.contains("was changed"), "{said}");
        std::fs::write(&round, whole).unwrap();
    }
    assert!(zaoshi(&["search", &text(&folder)]).status.success());
}
