//! Regret: designs by worlds, in runs and in sweeps.

use std::process::{Command, Output};

use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};
use zaoshi::stats::regret::Regret;

const SMALL: &str = include_str!("searched/small.toml");

fn zaoshi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(args).output().unwrap()
}

fn table(text: &str) -> Option<Regret> {
    let scenario = Scenario::parse("small.toml", text).unwrap();
    let scenario = scenario.patched(&Patch::from_args(&["replicates=8".to_owned()]).unwrap()).unwrap();
    let experiment = Experiment::design(&scenario).unwrap();
    zaoshi::findings::over_worlds(&experiment, &experiment.run(&|_| {}), &|_| {}).unwrap()
}

fn bare() -> String {
    let (before, rest) = SMALL.split_once("[world.poor]").unwrap();
    let (_, after) = rest.split_once("[search]").unwrap();
    format!("{before}[search]{after}")
}

#[test]
fn without_worlds_there_is_no_table() {
    assert_eq!(table(&bare()), None);
}

#[test]
fn a_world_that_changes_nothing_is_the_world_as_written() {
    let regret = table(&(bare() + "[world.same]\nsays = \"The same\"\n")).unwrap();
    assert_eq!(regret.worlds, ["As the scenario says", "The same"]);
    for (values, regrets) in regret.values.iter().zip(&regret.regrets) {
        assert_eq!((values[0], regrets[0]), (values[1], regrets[1]));
    }
}

#[test]
fn a_world_is_laid_under_every_design() {
    let regret = table(SMALL).unwrap();
    assert_eq!(regret.worlds.len(), 3);
    for values in &regret.values {
        assert!(values[1] < values[0] && values[0] < values[2], "{values:?}");
    }
    for world in 0..3 {
        let least = regret.regrets.iter().map(|own| own[world]).fold(f64::INFINITY, f64::min);
        assert_eq!(least, 0.0);
    }
    let reached = |d: usize| regret.values[d].iter().filter(|x| **x >= 30.0).count() as f64 / 3.0;
    assert_eq!(regret.reaches, [reached(0), reached(1), reached(2)]);
}

#[test]
fn a_run_tells_the_table_and_keeps_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("small.toml");
    let run = |text: &str| {
        std::fs::write(&path, text).unwrap();
        let out = dir.path().join("out").display().to_string();
        let args = ["run", &path.display().to_string(), "--replicates", "8", "--screen", "never", "--out", &out];
        let output = zaoshi(&args);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let told = run(SMALL).split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["Ads (least regret)", "Ads is best in every world", "“Nobody hears of us”", "2 of 3 worlds"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let folder = std::fs::read_dir(dir.path().join("out/small")).unwrap().next().unwrap().unwrap().path();
    assert!(folder.join("regret.csv").is_file() && folder.join("charts/regret-table.png").is_file());
    assert!(!run(&bare()).contains("regret"));
}

/// The output of a sweep of the small scenario, and the rows of its summary.
fn swept(more: &[&str]) -> (String, Vec<csv::StringRecord>, csv::StringRecord) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("small.toml");
    std::fs::write(&path, SMALL).unwrap();
    let (path, out) = (path.display().to_string(), dir.path().join("out").display().to_string());
    let args = [&["sweep", &path, "--out", &out, "--set", "plan.replicates=2"][..], more].concat();
    let output = zaoshi(&args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let folder = std::fs::read_dir(dir.path().join("out/small")).unwrap().next().unwrap().unwrap().path();
    let mut table = csv::Reader::from_path(folder.join("summary.csv")).unwrap();
    let heads = table.headers().unwrap().clone();
    let rows = table.records().map(Result::unwrap).collect();
    (String::from_utf8(output.stdout).unwrap(), rows, heads)
}

const GRID: [&str; 6] =
    ["--set", "plan.sampling=grid", "--set", "lever.price.steps=2", "--set", "lever.intensity.values=[0.5, 4.0]"];

#[test]
fn a_sweep_tells_regret_of_each_setting_over_worlds() {
    let (told, rows, heads) = swept(&GRID);
    assert!(told.contains("reaches 30 at") && told.contains("Least regret"), "{told}");
    // The baseline has neither shop nor ads, so no lever is listed for it.
    let base = told.lines().find(|line| line.trim_start().starts_with("Baseline")).unwrap_or_else(|| panic!("{told}"));
    assert!(!base.contains("price") && told.contains("intensity"), "{told}");
    assert!(swept(&[&GRID[..], &["--target", "45"]].concat()).0.contains("reaches 45 at"));
    // In each world some design at some setting has zero regret, and none is negative.
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let worlds: std::collections::BTreeSet<String> = rows.iter().map(|row| row[column("own")].to_owned()).collect();
    assert!(worlds.len() > 1);
    for world in worlds {
        let own = rows.iter().filter(|row| row[column("own")] == *world);
        let regrets: Vec<f64> = own.map(|row| row[column("regret")].parse().unwrap()).collect();
        assert!(regrets.iter().all(|x| *x >= 0.0) && regrets.contains(&0.0), "{regrets:?}");
    }
}

#[test]
fn a_sample_of_levers_and_world_at_once_tells_no_regret_and_says_why() {
    let (told, rows, heads) = swept(&["--set", "plan.points=4"]);
    assert!(told.contains("regret over worlds") && told.contains("plan.sampling=grid"), "{told}");
    for word in ["largest regret", "ahead at", "reaches 30 at", "highest where"] {
        assert!(!told.contains(word), "{word}: {told}");
    }
    let column = heads.iter().position(|head| head == "regret").unwrap();
    assert!(rows.len() == 12 && rows.iter().all(|row| row[column].is_empty()));
}

#[test]
fn where_no_lever_is_turned_points_are_worlds() {
    let (told, rows, heads) =
        swept(&["--set", "plan.points=8", "--set", "lever.price=off", "--set", "lever.intensity=off"]);
    assert!(told.contains("ahead at") && told.contains("of worlds") && told.contains("Least regret"), "{told}");
    let column = heads.iter().position(|head| head == "regret").unwrap();
    for point in rows.chunks(3) {
        let regrets: Vec<f64> = point.iter().map(|row| row[column].parse().unwrap()).collect();
        assert!(regrets.iter().all(|x| *x >= 0.0) && regrets.contains(&0.0), "{regrets:?}");
    }
}
