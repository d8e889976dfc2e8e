//! duckdb reads the parts of a sweep as docs/store.md describes, and gets the values of the library.

use serde_json::{Value, json};
use zaoshi::store::sweep::SweepStore;

use crate::sweeps::{laboratory, run, stored, zaoshi};

#[test]
#[ignore = "needs duckdb: see the top of mod.rs"]
fn duckdb_reads_what_a_sweep_wrote() {
    let (dir, _) = laboratory();
    let out = dir.path().join("series");
    run(dir.path(), &out, &["--shard-runs", "4", "--set", "plan.series=true"]);
    let store = SweepStore::open(&stored(&out)).unwrap();
    let of_point = store.manifest.replicates * store.manifest.designs.len();
    for metric in ["active-people", "active-people.end"] {
        let question = json!({ "folder": store.place.root(), "metric": metric });
        let answer = super::oracle("store.py", &question);
        let mut sums = vec![0.0; store.manifest.points];
        store.for_each_value(metric, |run, value| sums[store.manifest.run(run).0] += value / of_point as f64).unwrap();
        assert_eq!(answer["points"].as_array().unwrap().len(), sums.len());
        for (point, sum) in sums.iter().enumerate() {
            let row = &answer["points"][point];
            assert_eq!((row[0].as_u64(), row[2].as_u64()), (Some(point as u64), Some(of_point as u64)));
            assert!((row[1].as_f64().unwrap() - sum).abs() < 1e-9 * sum.abs().max(1.0), "{metric} at {point}");
        }
        assert_eq!(answer["series"][0].as_u64(), Some(store.manifest.runs() as u64));
        assert_eq!(answer["series"][2].as_u64(), Some(20), "{}", answer["series"]);
        assert_eq!(answer["series"][3].as_str(), Some("DATE"));
        assert_eq!(answer["series"][4], answer["series"][0], "each row says which run it is of");
    }
}

#[test]
#[ignore = "needs pyarrow: see the top of mod.rs"]
fn pyarrow_reads_titles_units_and_dates_of_a_run() {
    let (dir, _) = laboratory();
    let (scenario, out) = (dir.path().join("small.toml"), dir.path().join("run"));
    let [scenario, to] = [&scenario, &out].map(|path| path.display().to_string());
    let output = zaoshi(&["run", &scenario, "--replicates", "4", "--screen", "never", "--out", &to]);
    assert!(output.status.success());
    let store = SweepStore::open(&stored(&out)).unwrap();
    let file = store.place.path("results/series/part-000000.parquet");
    let fields = super::oracle("fields.py", &json!({ "file": file }));
    let fields: Vec<&Vec<Value>> = fields.as_array().unwrap().iter().map(|field| field.as_array().unwrap()).collect();
    let keys = ["run int64", "point int64", "replicate int64", "design string", "tick int64", "date date32[day]"];
    for (field, key) in fields.iter().zip(keys) {
        assert_eq!(format!("{} {}", field[0].as_str().unwrap(), field[1].as_str().unwrap()), key);
        assert_eq!((field[2].as_bool(), field[3].as_object().unwrap().len()), (Some(false), 0));
    }
    assert_eq!(fields.len(), keys.len() + store.manifest.metrics.len());
    for (field, metric) in fields[keys.len()..].iter().zip(&store.manifest.metrics) {
        let expected = json!([metric.name, "double", true, { "title": metric.title, "unit": metric.unit }]);
        assert_eq!(Value::from((*field).clone()), expected);
    }
}
