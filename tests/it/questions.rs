//! Every scenario that ships opens with its question, and gives what it gave, run small.

use std::fs;
use std::path::Path;

use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};
use zaoshi::stats::Summary;

#[test]
fn every_scenario_opens_with_its_question_and_answers_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let mut told = String::new();
    for path in files {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("# ") && first.ends_with('?'), "{name} opens with its question, not with: {first}");
        let small = ["replicates=4", "coast.replicates=0", "record.every=quarter"].map(str::to_owned);
        let scenario = Scenario::load(&path).unwrap().patched(&Patch::from_args(&small).unwrap()).unwrap();
        let experiment = Experiment::design(&scenario).unwrap();
        let summary = Summary::of(&experiment, &experiment.run(&|_| {})).unwrap();
        told += &format!("{name}: {}\n", summary.metrics[summary.headline].title);
        for (design, verdict) in summary.designs.iter().zip(&summary.verdicts) {
            told += &format!("  {}: {:.6e}\n", design.says, verdict.level.mean);
        }
    }
    insta::assert_snapshot!(told);
}
