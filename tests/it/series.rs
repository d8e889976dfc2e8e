//! Series in sweeps, and a run as a sweep of one point: one store format, one reader.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::civil::{Date, date};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use zaoshi::store::sweep::SweepStore;

use crate::sweeps::{laboratory, run, stored, sweep, told, zaoshi};

#[test]
fn series_are_off_unless_they_are_asked_for_and_change_no_other_byte() {
    let (dir, _) = laboratory();
    let plain = stored(&dir.path().join("whole"));
    assert!(!plain.join("results/series").exists());
    let out = dir.path().join("series");
    run(dir.path(), &out, &["--shard-runs", "4", "--set", "plan.series=true"]);
    let kept = stored(&out);
    for shard in 0..8 {
        let part = format!("results/metrics/part-{shard:06}.parquet");
        assert_eq!(std::fs::read(plain.join(&part)).unwrap(), std::fs::read(kept.join(&part)).unwrap());
    }
    let (one, other) = (SweepStore::open(&plain).unwrap(), SweepStore::open(&kept).unwrap());
    assert!(one.manifest.series.is_empty() && !other.manifest.series.is_empty());
    // The last values of a series are those of the metrics.
    for shard in 0..8 {
        let (metrics, series) = (other.part(shard).unwrap(), other.series(shard).unwrap());
        let (runs, of) = (metrics.wholes("run").unwrap(), series.wholes("run").unwrap());
        for name in &other.manifest.series {
            let ends = metrics.reals(&format!("{name}.end")).unwrap();
            for (run, end) in runs.iter().zip(ends) {
                let last = of.iter().rposition(|r| r == run).unwrap();
                assert_eq!(series.reals(name).unwrap()[last].to_bits(), end.to_bits(), "{name} of run {run}");
            }
        }
    }
}

#[test]
fn a_few_series_may_be_named_and_an_unknown_one_gets_the_nearest() {
    let (dir, _) = laboratory();
    let out = dir.path().join("few");
    let of = "plan.series_of=[\"active-people\"]";
    run(dir.path(), &out, &["--shard-runs", "4", "--set", "plan.series=true", "--set", of]);
    assert_eq!(SweepStore::open(&stored(&out)).unwrap().manifest.series, ["active-people"]);
    let scenario = dir.path().join("small.toml").display().to_string();
    let of = "plan.series_of=[\"active-peple\"]";
    let to = out.display().to_string();
    let output = zaoshi(&sweep(&scenario, &to, &["--set", "plan.series=true", "--set", of]));
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("did you mean `active-people`?"), "{}", told(&output));
}

#[test]
fn a_part_of_the_series_that_was_changed_or_removed_is_said() {
    let (dir, _) = laboratory();
    let out = dir.path().join("torn");
    run(dir.path(), &out, &["--shard-runs", "4", "--set", "plan.series=true"]);
    let folder = stored(&out);
    let verify = || zaoshi(&["sweep", &folder.display().to_string(), "--verify"]);
    assert!(verify().status.success());
    let part = folder.join("results/series/part-000003.parquet");
    let bytes = std::fs::read(&part).unwrap();
    let other = std::fs::read(folder.join("results/series/part-000004.parquet")).unwrap();
    for wrong in [Some(bytes[..bytes.len() / 2].to_vec()), Some(other), None] {
        std::fs::remove_file(&part).unwrap();
        if let Some(wrong) = wrong.clone() {
            std::fs::write(&part, wrong).unwrap();
        }
        let output = verify();
        assert_eq!(output.status.code(), Some(1));
        assert!(told(&output).contains("series/part-000003.parquet"), "{}", told(&output));
        std::fs::write(&part, &bytes).unwrap();
    }
}

fn run_folder(dir: &Path, name: &str, threads: &str) -> PathBuf {
    let (scenario, out) = (dir.join("small.toml").display().to_string(), dir.join(name).display().to_string());
    let args = ["run", &scenario, "--replicates", "8", "--screen", "never", "--threads", threads, "--out", &out];
    let output = zaoshi(&args);
    assert!(output.status.success(), "{}", told(&output));
    stored(&dir.join(name))
}

#[test]
fn a_run_is_a_sweep_of_one_point_in_the_same_store() {
    let (dir, _) = laboratory();
    let folder = run_folder(dir.path(), "run", "2");
    let store = SweepStore::open(&folder).unwrap();
    assert!(store.is_run());
    assert_eq!((store.manifest.points, store.manifest.runs(), store.missing().unwrap()), (1, 16, vec![]));
    let at = folder.display().to_string();
    for ask in ["--status", "--verify"] {
        let output = zaoshi(&["sweep", &at, ask]);
        assert!(output.status.success(), "{}", told(&output));
    }
    let csv = dir.path().join("all.csv").display().to_string();
    assert!(told(&zaoshi(&["sweep", &at, "--merge", &csv])).starts_with("Wrote 16 runs"));
    assert_eq!(std::fs::read_to_string(&csv).unwrap().lines().count(), 17);
    // What is exported is what the series hold, to the digit.
    assert!(zaoshi(&["sweep", &at, "--merge-series", &csv, "--force"]).status.success());
    let few = dir.path().join("few.csv").display().to_string();
    let design = &store.manifest.designs[1];
    let asked = ["--metric", "members", "--metric", "active-people", "--design", design, "--out", &few];
    let output = zaoshi(&[&["export", &at][..], &asked].concat());
    assert!(output.status.success(), "{}", told(&output));
    let rows =
        |path: &str| -> Vec<BTreeMap<String, String>> { csv_of(path).deserialize().map(Result::unwrap).collect() };
    let (all, few) = (rows(&csv), rows(&few));
    assert_eq!(
        csv_of(&dir.path().join("few.csv").display().to_string()).headers().unwrap().iter().collect::<Vec<_>>(),
        ["design", "replicate", "date", "members", "active-people"]
    );
    let wanted = all.iter().filter(|row| row["design"] == *design);
    assert_eq!(few.len(), wanted.clone().count());
    for (row, all) in few.iter().zip(wanted) {
        assert!(row.iter().all(|(column, cell)| all[column] == *cell), "{row:?}");
    }
    // Parquet holds the same.
    let parquet = dir.path().join("all.parquet");
    assert!(zaoshi(&["export", &at, "--out", &parquet.display().to_string()]).status.success());
    let table = SerializedFileReader::new(std::fs::File::open(&parquet).unwrap()).unwrap();
    let mut of_file = 0;
    for (row, of) in table.get_row_iter(None).unwrap().map(Result::unwrap).zip(&all) {
        of_file += 1;
        for (name, field) in row.get_column_iter() {
            let same = match field {
                Field::Double(x) => of[name].parse() == Ok(*x),
                Field::Long(x) => of[name].parse() == Ok(*x),
                Field::Str(text) => of[name] == *text,
                Field::Null => of[name].is_empty(),
                Field::Date(day) => of[name].parse::<Date>().unwrap() == date(1970, 1, 1) + day.days(),
                other => panic!("{name}: {other}"),
            };
            assert!(same, "{name}: {field} and {}", of[name]);
        }
    }
    assert_eq!(of_file, all.len());
    for (option, wrong, right) in [("--metric", "membrs", "members"), ("--design", "baselin", "baseline")] {
        let output = zaoshi(&["export", &at, option, wrong]);
        assert_eq!(output.status.code(), Some(2));
        assert!(told(&output).contains(&format!("did you mean `{right}`?")), "{}", told(&output));
    }
    // There is nothing to continue, and no file of the run is overwritten.
    for args in [&["sweep", &at][..], &["worker", &at, "--shards", "0"]] {
        let output = zaoshi(args);
        assert!(!output.status.success() && told(&output).contains("is a complete run"), "{}", told(&output));
    }
    assert!(zaoshi(&["sweep", &at, "--verify"]).status.success());
    std::fs::write(folder.join("summary.csv"), "mine").unwrap();
    assert_eq!(zaoshi(&["sweep", &at, "--verify"]).status.code(), Some(1));
}

fn csv_of(path: &str) -> csv::Reader<std::fs::File> {
    csv::Reader::from_path(path).unwrap()
}

#[test]
fn a_runs_folder_is_the_same_to_the_byte_for_any_number_of_threads() {
    let (dir, _) = laboratory();
    let (one, other) = (run_folder(dir.path(), "one", "1"), run_folder(dir.path(), "eight", "8"));
    assert_eq!(one.file_name(), other.file_name());
    for name in
        ["manifest.json", "design.parquet", "results/metrics/part-000000.parquet", "results/series/part-000000.parquet"]
    {
        assert_eq!(std::fs::read(one.join(name)).unwrap(), std::fs::read(other.join(name)).unwrap(), "{name}");
    }
}
