//! What is promised of stored runs: the folder holds all that the run read, and runs again; what was changed is found before it is shown;
//! what was refused leaves nothing.

use std::fs;
use std::path::{Path, PathBuf};

use zaoshi::Scenario;
use zaoshi::scenario::Patch;
use zaoshi::scenario::builtin::{self, FILES};

use crate::sweeps::{told, zaoshi};

const SMALL: &str = include_str!("sweeps/small.toml");
const ROWS: &str = "month,active\n2027-01-01,10\n2027-02-01,12\n2027-03-01,11\n";

fn put(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

fn history(name: &str, file: &str) -> String {
    let file = serde_json::Value::from(file);
    format!(
        "\n[history.{name}]\nfile = {file} # ours\nvalue = \"active\"\nmetric = \"active-contributors\"\nsource = \"a test\"\n"
    )
}

/// A scenario in `project/main`, whose files lie in many places.
fn project(dir: &Path) -> PathBuf {
    let away = put(dir, "away/rows.csv", &ROWS.replace("12", "13"));
    put(dir, "project/other/rows.csv", &ROWS.replace("12", "14"));
    for name in ["rows.csv", "below/rows.csv", "summary.csv", "résumé 1.csv"] {
        put(dir, &format!("project/main/{name}"), &ROWS.replace("12", &name.len().to_string()));
    }
    let files =
        ["rows.csv", "./below/../rows.csv", "below/rows.csv", "summary.csv", "résumé 1.csv", "../other/rows.csv"];
    let mut text = format!("# My question\n\n{SMALL}\n# What came before\n");
    for (k, file) in files.iter().enumerate() {
        text += &history(&format!("h{k}"), file);
    }
    text += &history("away", &away.display().to_string());
    text += "# the end";
    put(dir, "project/main/small.toml", &text)
}

/// The folders below `out/small`.
fn folders(out: &Path) -> Vec<PathBuf> {
    let mut list: Vec<PathBuf> = fs::read_dir(out.join("small")).unwrap().map(|entry| entry.unwrap().path()).collect();
    list.sort();
    list
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn a_stored_run_or_sweep_holds_what_it_read_and_runs_again_to_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let mine = project(dir.path());
    put(
        dir.path(),
        "project/child/child.toml",
        "# Child\nextends = \"../main/small.toml\"\nreplicates = 3 # guess: few\n",
    );
    let child = dir.path().join("project/child/child.toml");
    let cases: [(&str, &Path, &[&str]); 5] = [
        ("run", &mine, &["--screen", "never"]),
        ("run", &mine, &["--screen", "never", "--seed", "9", "--with", "points.answer=on"]),
        ("run", &child, &["--screen", "never"]),
        ("sweep", &mine, &[]),
        ("sweep", &child, &["--set", "plan.points=3"]),
    ];
    for (k, (verb, scenario, more)) in cases.iter().enumerate() {
        let out = dir.path().join(format!("out{k}"));
        let first = zaoshi(&[&[*verb, &text(scenario), "--out", &text(&out)][..], more].concat());
        assert!(first.status.success(), "{verb} {more:?}: {}", told(&first));
        let [folder] = &folders(&out)[..] else { panic!("one folder") };
        // Elsewhere, alone: what it read before is gone.
        let moved = dir.path().join(format!("moved{k}"));
        fs::rename(folder, &moved).unwrap();
        let hidden = dir.path().join("hidden");
        for name in ["project", "away"] {
            fs::rename(dir.path().join(name), hidden.join(name))
                .or_else(|_| {
                    fs::create_dir_all(&hidden)?;
                    fs::rename(dir.path().join(name), hidden.join(name))
                })
                .unwrap();
        }
        let again = dir.path().join(format!("again{k}"));
        let screen: &[&str] = if *verb == "run" { &["--screen", "never"] } else { &[] };
        let second =
            zaoshi(&[&[*verb, &text(&moved.join("scenario.toml")), "--out", &text(&again)][..], screen].concat());
        assert!(second.status.success(), "{verb} {more:?}: {}", told(&second));
        let [same] = &folders(&again)[..] else { panic!("one folder") };
        assert_eq!(same.file_name(), folder.file_name(), "the same id");
        for name in
            ["manifest.json", "scenario.toml", "summary.csv", "design.parquet", "results/metrics/part-000000.parquet"]
        {
            assert_eq!(
                fs::read(same.join(name)).unwrap(),
                fs::read(moved.join(name)).unwrap(),
                "{verb} {more:?}: {name}"
            );
        }
        for name in ["project", "away"] {
            fs::rename(hidden.join(name), dir.path().join(name)).unwrap();
        }
    }
}

#[test]
fn the_text_of_a_run_is_that_of_the_user_but_for_names_of_files() {
    let dir = tempfile::tempdir().unwrap();
    let mine = project(dir.path());
    let written = fs::read_to_string(&mine).unwrap();
    let kept = Scenario::load(&mine).unwrap().kept_toml();
    let changed: Vec<(&str, &str)> = written.lines().zip(kept.lines()).filter(|(old, new)| old != new).collect();
    assert_eq!(written.lines().count(), kept.lines().count());
    let lines: Vec<&str> = changed.iter().map(|(_, new)| *new).collect();
    assert_eq!(
        lines,
        [
            "file = \"rows.csv\" # ours",
            "file = \"data/summary.csv\" # ours",
            "file = \"data/rows.csv\" # ours",
            "file = \"data/rows-2.csv\" # ours"
        ]
    );
    // A text that says the same without a change is kept to the byte.
    assert_eq!(Scenario::parse(&text(&mine), SMALL).unwrap().kept_toml(), SMALL);
}

/// The values of a scenario with their comments.
fn told_of(scenario: &Scenario) -> Vec<(String, String, Option<String>)> {
    scenario.assumptions().into_iter().map(|a| (a.path, a.value, a.comment)).collect()
}

#[test]
fn what_a_scenario_says_and_where_it_comes_from_outlives_being_stored() {
    let changes = ["seed=5", "title=Another", "replicates=9"].map(str::to_owned);
    for (name, _) in FILES.iter().filter(|(name, _)| name.ends_with(".toml")) {
        let plain = Scenario::load(&builtin::path(name)).unwrap();
        let changed = plain.patched(&Patch::from_args(&changes).unwrap()).unwrap();
        for scenario in [plain, changed] {
            let text = scenario.kept_toml();
            let again = Scenario::parse(&text_name(name), &text).unwrap();
            assert_eq!(told_of(&again), told_of(&scenario), "{name}");
            assert_eq!(again.hash(), scenario.hash(), "{name}");
            assert_eq!(again.kept_toml(), text, "{name}");
        }
    }
}

/// A path beside the shipped scenario, so that what it reads is found.
fn text_name(name: &str) -> String {
    builtin::path(name).with_file_name("scenario.toml").display().to_string()
}

#[test]
fn comments_stay_with_their_values_and_go_with_them() {
    let text = "# Above all\n\n# the name\nname = \"c\" # behind\nextends = \"first-step\"\n\n# our people\n# in two lines\n\
                [segment.developers] # a head\npeople = 900 # guess: few\n# source: a survey\nmembers_at_start = 300\n\
                contributors_at_start = 30 # \"# in quotes\"\n\n# loose\n\n[treatment.usual-step]\n\
                # why\n\"ladder.contributor.tier.sig.entry.deeds\" = 10 # so\n# the last\n";
    let scenario = Scenario::parse("c.toml", text).unwrap();
    let kept = scenario.kept_toml();
    for said in [
        "# Above all\n\n# the name\nname = \"c\"",
        "# our people\n# in two lines\n[segment.developers]  # a head",
        "people = 900  # guess: few",
        "# source: a survey\nmembers_at_start",
        "# \"# in quotes\"",
        "# loose\n\n[treatment.usual-step]",
        "# why\n\"ladder.contributor.tier.sig.entry.deeds\" = 10  # so",
        "# the last\n",
    ] {
        assert!(kept.contains(said), "{said}\n\n{kept}");
    }
    let other = scenario.patched(&Patch::from_args(&["segment.developers.people=800".to_owned()]).unwrap()).unwrap();
    assert!(!other.kept_toml().contains("guess: few"), "a new value has not the source of the old one");
    assert_eq!(told_of(&Scenario::parse("c.toml", &kept).unwrap()), told_of(&scenario));
}

#[test]
fn a_scenario_that_is_refused_creates_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let before = |dir: &Path| fs::read_dir(dir).unwrap().count();
    let bad = [
        SMALL.replace("horizon =", "horizonn ="),
        format!("{SMALL}{}", history("none", "absent.csv")),
        SMALL.replace("headline = \"", "headline = \"x"),
    ];
    for (k, bad) in bad.iter().enumerate() {
        let path = put(dir.path(), &format!("bad{k}.toml"), bad);
        let (path, out) = (text(&path), text(&dir.path().join("out/deep")));
        let new = text(&dir.path().join("made/new.toml"));
        let count = before(dir.path());
        for args in [
            &["run", &path, "--out", &out][..],
            &["sweep", &path, "--out", &out],
            &["sweep", &path, "--plan", "--out", &out],
            &["search", &path, "--out", &out],
            &["explain", &path, "--out", &out],
            &["new", "mine", "--from", &path, "--out", &new],
        ] {
            let output = zaoshi(args);
            assert!(matches!(output.status.code(), Some(1 | 2)), "{args:?} {}", told(&output));
            assert_eq!(before(dir.path()), count, "{args:?}");
        }
    }
}

fn small_run(dir: &Path) -> PathBuf {
    let path = put(dir, "small.toml", &format!("{SMALL}{}", history("real", "rows.csv")));
    put(dir, "rows.csv", ROWS);
    let out = text(&dir.join("out"));
    let output = zaoshi(&["run", &text(&path), "--replicates", "4", "--screen", "never", "--out", &out]);
    assert!(output.status.success(), "{}", told(&output));
    folders(&dir.join("out")).remove(0)
}

#[test]
fn every_file_of_a_run_is_in_its_manifest_and_compared_before_it_is_drawn() {
    let dir = tempfile::tempdir().unwrap();
    let run = small_run(dir.path());
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(run.join("manifest.json")).unwrap()).unwrap();
    let listed: Vec<&String> = manifest["files"].as_object().unwrap().keys().collect();
    let mut there = Vec::new();
    let mut walk = vec![run.clone()];
    while let Some(folder) = walk.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk.push(path) } else { there.push(text(path.strip_prefix(&run).unwrap())) }
        }
    }
    there.retain(|name| name != "manifest.json" && name != "timing.json");
    there.sort();
    assert_eq!(there, listed.iter().map(|name| name.as_str()).collect::<Vec<_>>());
    let slides = text(&dir.path().join("slides"));
    for name in
        ["results/series/part-000000.parquet", "summary.csv", "scenario.toml", "rows.csv", "charts/adoption-fan.svg"]
    {
        let path = run.join(name);
        let bytes = fs::read(&path).unwrap();
        let mut other = bytes.clone();
        let middle = other.len() / 2;
        other[middle] ^= 1;
        fs::write(&path, other).unwrap();
        let changed = zaoshi(&["report", &text(&run), "--out", &slides]);
        assert_eq!(changed.status.code(), Some(1), "{name}");
        let says = told(&changed);
        assert!(says.contains(&format!("{name} was changed")) && says.contains("Remedy:"), "{says}");
        fs::remove_file(&path).unwrap();
        let gone = zaoshi(&["report", &text(&run), "--out", &slides]);
        let drawn = name.starts_with("charts/");
        assert_eq!(gone.status.success(), drawn, "{name} {}", told(&gone));
        assert!(drawn || told(&gone).contains(&format!("{name} was removed")), "{}", told(&gone));
        assert_eq!(Path::new(&slides).exists(), drawn);
        fs::write(&path, bytes).unwrap();
    }
    // What each file of the folder is called is known to the names of kept files.
    let first = |name: &str| name.split('/').next().unwrap_or(name).to_owned();
    for name in there.iter().filter(|name| *name != "rows.csv") {
        assert!(zaoshi::scenario::OWN_NAMES.contains(&first(name).as_str()), "{name}");
    }
}

#[test]
fn what_a_killed_process_left_is_gone_after_the_next_command_there() {
    let dir = tempfile::tempdir().unwrap();
    let run = small_run(dir.path());
    let out = run.parent().unwrap();
    let dead = |folder: &Path| {
        put(folder, ".zaoshi-1-0", "half");
        put(folder, ".zaoshi-1-1.folder/charts/half.svg", "half");
        put(folder, ".keep", "mine");
    };
    let left = |folder: &Path| {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with(".zaoshi")).count()
    };
    dead(out);
    dead(&run);
    let scenario = text(&dir.path().join("small.toml"));
    let to = text(&dir.path().join("out"));
    assert!(zaoshi(&["run", &scenario, "--replicates", "4", "--screen", "never", "--out", &to]).status.success());
    assert!(zaoshi(&["report", &text(&run)]).status.success());
    let file = dir.path().join("all.csv");
    dead(dir.path());
    assert!(zaoshi(&["export", &text(&run), "--out", &text(&file)]).status.success());
    for folder in [out, &run, dir.path()] {
        assert_eq!(left(folder), 0, "{}", folder.display());
        assert!(folder.join(".keep").exists());
    }
    let swept = dir.path().join("swept");
    assert!(zaoshi(&["sweep", &scenario, "--plan", "--out", &text(&swept)]).status.success());
    let sweep = folders(&swept).remove(0);
    fs::create_dir_all(sweep.join("results/metrics")).unwrap();
    for folder in [sweep.clone(), sweep.join("results/metrics")] {
        dead(&folder);
    }
    assert!(zaoshi(&["sweep", &text(&sweep)]).status.success());
    assert_eq!(left(&sweep) + left(&sweep.join("results/metrics")), 0);
}

#[test]
fn nothing_else_is_written_into_a_stored_folder_or_to_an_address() {
    let dir = tempfile::tempdir().unwrap();
    let run = small_run(dir.path());
    let (inside, run) = (run.join("summary.csv").display().to_string(), run.display().to_string());
    let before = std::fs::read(&inside).unwrap();
    let scenario = format!("{run}/scenario.toml");
    for (args, says) in [
        (&["export", &run, "--out", &inside, "--force"][..], "inside the stored folder"),
        (&["report", &run, "--out", &format!("{run}/results")], "inside the stored folder"),
        (&["run", &scenario, "--out", &run], "inside the stored folder"),
        (&["run", &scenario, "--out", "s3://bucket/x"], "is an address"),
        (&["run", &scenario, "--out", "a\u{1b}[31m"], "a control character"),
    ] {
        let output = zaoshi(args);
        assert_eq!(output.status.code(), Some(2), "{args:?} {}", told(&output));
        assert!(told(&output).contains(says) && !told(&output).contains('\u{1b}'), "{args:?} {}", told(&output));
    }
    assert_eq!(std::fs::read(&inside).unwrap(), before);
    assert!(zaoshi(&["report", &run, "--out", &dir.path().join("page").display().to_string()]).status.success());
}
