//! Sensitivity indices agree with SALib, boxes with EMA Workbench.

use serde_json::{Value, json};
use zaoshi::plan::sampling;
use zaoshi::stats::prim::{Cases, Limit};
use zaoshi::stats::sensitivity::{crosses, morris, sobol, walks};
use zaoshi::stats::sweep_points::Values;
use zaoshi::world::stream::Stream;

use super::oracle;

const PI: f64 = std::f64::consts::PI;

type Function = fn(&[f64]) -> f64;

fn ishigami(u: &[f64]) -> f64 {
    let x: Vec<f64> = u.iter().map(|u| -PI + 2.0 * PI * u).collect();
    libm::sin(x[0]) + 7.0 * libm::pow(libm::sin(x[1]), 2.0) + 0.1 * libm::pow(x[2], 4.0) * libm::sin(x[0])
}

fn g(u: &[f64]) -> f64 {
    let a = [0.0, 1.0, 4.5, 9.0, 99.0];
    u.iter().zip(a).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product()
}

fn list(answer: &Value, name: &str) -> Vec<f64> {
    answer[name].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

#[test]
#[ignore = "needs the packages of tests/oracles/requirements.txt"]
fn sobol_and_morris_agree_with_salib_on_ishigami_and_g() {
    let functions: [(&str, usize, Function); 2] = [("ishigami", 3, ishigami), ("g", 5, g)];
    for (name, k, f) in functions {
        let at = crosses(&sampling::sobol(1024, 2 * k, 7), k);
        let y: Vec<f64> = at.iter().map(|u| f(u)).collect();
        let along = walks(64, k, 4, Stream::seeded(3));
        let z: Vec<f64> = along.iter().map(|u| f(u)).collect();
        let question = json!({
            "factors": k,
            "sobol": { "outcomes": y },
            "morris": { "points": along, "outcomes": z, "levels": 4 },
        });
        let theirs = oracle("sensitivity.py", &question);
        let ours = sobol(&y, k, 1000, Stream::seeded(1));
        for i in 0..k {
            let near = |ours: f64, what: &str, tolerance: f64| {
                let theirs = list(&theirs, what)[i];
                assert!((ours - theirs).abs() <= tolerance, "{name} {what} of factor {i}: {ours} against {theirs}");
            };
            // The same estimators on the same outcomes.
            near(ours[i].first, "first", 1e-6);
            near(ours[i].total, "total", 1e-6);
            // Both resample rows, each with its own luck.
            near(ours[i].first_to, "first_to", 0.015);
            near(ours[i].total_to, "total_to", 0.015);
        }
        for (i, effect) in morris(&along, &z, k).iter().enumerate() {
            for (ours, what) in [(effect.mean, "mean"), (effect.size, "size"), (effect.spread, "spread")] {
                let theirs = list(&theirs, what)[i];
                assert!((ours - theirs).abs() < 1e-6 * (1.0 + theirs.abs()), "{name} {what} of {i}: {ours}, {theirs}");
            }
        }
    }
}

#[test]
#[ignore = "needs the packages of tests/oracles/requirements.txt"]
fn boxes_agree_with_ema_workbench_step_by_step() {
    for (data, class, columns) in [
        ("load_breast_cancer", 0, vec![0, 1, 4, 6, 7, 8]),
        ("load_wine", 1, vec![0, 1, 3, 6, 9, 12]),
        ("load_iris", 2, vec![0, 1, 2, 3]),
    ] {
        let theirs = oracle("prim.py", &json!({ "data": data, "class": class, "columns": columns }));
        let numbers = |value: &Value| value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect::<Vec<_>>();
        let values: Vec<Values> =
            theirs["x"].as_array().unwrap().iter().map(|column| Values::Numbers(numbers(column))).collect();
        let hit: Vec<bool> = theirs["hit"].as_array().unwrap().iter().map(|x| x.as_bool().unwrap()).collect();
        let all: Vec<usize> = (0..hit.len()).collect();
        let steps = Cases { values: &values, hit: &hit }.trajectory(&all);
        let (coverage, density, mass) = (list(&theirs, "coverage"), list(&theirs, "density"), list(&theirs, "mass"));
        assert_eq!(steps.len(), coverage.len(), "{data}");
        assert!(steps.len() > 10, "{data} says little: {} steps", steps.len());
        for (k, step) in steps.iter().enumerate() {
            for (ours, theirs) in [(step.coverage, coverage[k]), (step.density, density[k]), (step.mass, mass[k])] {
                assert!((ours - theirs).abs() < 1e-12, "{data} step {k}: {ours} against {theirs}");
            }
            for (j, limit) in step.limits.iter().enumerate() {
                let Limit::Between(low, high) = limit else { panic!("{limit:?}") };
                let (from, to) = (numbers(&theirs["low"][k])[j], numbers(&theirs["high"][k])[j]);
                assert!((low - from).abs() < 1e-9 && (high - to).abs() < 1e-9, "{data} step {k} factor {j}");
            }
        }
    }
}
