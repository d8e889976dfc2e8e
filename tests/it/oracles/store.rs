//! duckdb reads the parts of a sweep as docs/store.md describes, and gets the values of the library.

use serde_json::json;
use zaoshi::store::sweep::SweepStore;

use crate::sweeps::{laboratory, run, stored};

#[test]
#[ignore = "needs duckdb: see the top of mod.rs"]
fn duckdb_reads_what_a_sweep_wrote() {
    let (dir, _) = laboratory();
    let out = dir.path().join("series");
    run(dir.path(), &out, &["--shard-runs", "4", "--set", "plan.series=true"]);
    let store = SweepStore::open(&stored(&out)).unwrap();
    let of_point = store.manifest.replicates * store.manifest.designs.len();
    for metric in ["active-people", "active-people.end"] {
        let question = json!({ "folder": store.place.root(), "metric": metric, "runs_of_point": of_point });
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
    }
}
