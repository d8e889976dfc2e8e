//! Every shipped scenario begins with its question, and a small run of it gives the recorded results.

use std::fs;
use std::path::Path;

use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};

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
        let scenario = Scenario::load(&path).unwrap();
        let coasts = scenario.table::<zaoshi::scenario::schema::Coast>("coast").replicates.min(2);
        let small = ["replicates=8", "record.every=quarter", &format!("coast.replicates={coasts}")].map(str::to_owned);
        let scenario = scenario.patched(&Patch::from_args(&small).unwrap()).unwrap();
        let experiment = Experiment::design(&scenario).unwrap();
        let ensemble = experiment.run(&|_| {});
        let summary = zaoshi::findings::summary(&experiment, &ensemble).unwrap();
        told += &format!("{name}: {}\n", summary.metrics[summary.headline].title);
        for (design, verdict) in summary.designs.iter().zip(&summary.verdicts) {
            told += &format!("  {}: {:.6e}", design.says, verdict.level.mean);
            let beside = summary.beside.iter().zip(&verdict.beside);
            let beside = beside.map(|(metric, band)| (summary.metrics[*metric].name.as_str(), band.mean));
            let known = [
                ("gain", verdict.gain.map(|gain| gain.band.mean)),
                ("cost", Some(verdict.cost).filter(|cost| *cost > 0.0)),
                ("left", verdict.coast.map(|left| left.mean)),
            ];
            let known = known.into_iter().filter_map(|(what, x)| Some((what, x?)));
            told += &beside.chain(known).map(|(what, x)| format!(", {what} {x:.6e}")).collect::<String>();
            told += "\n";
        }
        told += &format!("  {}\n", summary.recommendation.replace('\u{a0}', " "));
        let regret = zaoshi::findings::over_worlds(&experiment, &ensemble, &|_| {}).unwrap();
        for (design, largest) in regret.iter().flat_map(|regret| regret.designs.iter().zip(&regret.largest)) {
            told += &format!("  largest regret of {}: {largest:.6e}\n", design.says);
        }
    }
    insta::assert_snapshot!(told);
}
