//! Explanations: attribution, tornado, sensitivity, flips and maps on worlds with known answers.

use zaoshi::experiment::Experiment;
use zaoshi::scenario::Scenario;
use zaoshi::stats::waterfall::Waterfall;
use zaoshi::stats::{Design, Summary, compared_values};

const WORLD: &str = r#"
name = "world"
start = 2027-01-04
horizon = "26 weeks"
replicates = 6
headline = "deeds"
coast = { replicates = 0 }
[segment.users]
people = 300
members_at_start = 150
[mechanism.triggers]
[mechanism.effort]
[action.use]
[action.answer]
appeal = -1
[campaign.ads]
off = true
intensity = 2
[points.answer]
off = true
points = 5
[shop.hoodie]
off = true
price = 20
[badge.helper]
off = true
action = "answer"
at = 10
[treatment.all]
"campaign" = "on"
"points" = "on"
"shop" = "on"
[treatment.ladders]
"badge.helper" = "on"
"badge.helper.at" = 5
"#;

fn explained(name: &str) -> (Waterfall, Vec<String>, Vec<Vec<f64>>) {
    let scenario = Scenario::parse("world.toml", WORLD).unwrap();
    let treatment = scenario.treatments().into_iter().find(|patch| patch.name == name).unwrap();
    let groups: Vec<String> = treatment.groups();
    let named = groups.iter().map(|group| Design { name: group.clone(), says: group.clone() }).collect::<Vec<_>>();
    let experiment = Experiment::choices(&scenario, &treatment).unwrap();
    let ensemble = experiment.run(&|_| {});
    let of = |d: usize| {
        ensemble.runs[d].iter().map(|run| compared_values(&experiment, d, run)[experiment.headline]).collect()
    };
    let levels: Vec<Vec<f64>> = (0..experiment.designs.len()).map(of).collect();
    (Waterfall::from_runs("deeds", &named, &levels), groups, levels)
}

#[test]
fn shares_add_up_to_the_gain_of_the_design() {
    let (waterfall, groups, levels) = explained("all");
    assert_eq!(groups, ["campaign", "points", "shop"]);
    assert_eq!(levels.len(), 8);
    let sum: f64 = waterfall.shares.iter().map(|share| share.share.mean).sum();
    assert!((sum - (waterfall.design - waterfall.baseline)).abs() < 1e-9);
    assert!(waterfall.shares[0].share.mean > 0.0, "ads bring deeds: {waterfall:?}");
    // A shop sells for points, and points are of use only in a shop: neither has an effect alone.
    assert_eq!([waterfall.shares[1].alone, waterfall.shares[2].alone], [0.0, 0.0]);
    assert!((waterfall.shares[1].share.mean - waterfall.shares[2].share.mean).abs() < 1e-9, "they earn alike");
}

#[test]
fn one_group_earns_the_whole_gain() {
    let (waterfall, groups, levels) = explained("ladders");
    assert_eq!((groups.as_slice(), levels.len()), (["badge.helper".to_owned()].as_slice(), 2));
    assert!((waterfall.shares[0].share.mean - (waterfall.design - waterfall.baseline)).abs() < 1e-9);
    assert_eq!(waterfall.interaction.mean, 0.0);
}

#[test]
fn what_a_sweep_keeps_is_what_verdicts_compare() {
    // A running total, and a level.
    for headline in ["points-issued", "active-people"] {
        let text = WORLD.replace("headline = \"deeds\"", &format!("headline = \"{headline}\""));
        let experiment = Experiment::design(&Scenario::parse("world.toml", &text).unwrap()).unwrap();
        let ensemble = experiment.run(&|_| {});
        let summary = zaoshi::findings::summary(&experiment, &ensemble).unwrap();
        for (d, runs) in ensemble.runs.iter().enumerate() {
            let kept = runs.iter().map(|run| compared_values(&experiment, d, run)[experiment.headline]).sum::<f64>();
            let mean = kept / runs.len() as f64;
            assert!((mean - summary.verdicts[d].level.mean).abs() < 1e-9 * (1.0 + mean), "{headline}: {mean}");
        }
    }
}

fn zaoshi(args: &[&str]) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(args).output().unwrap()
}

/// The standard output of a call, which must succeed.
fn said(args: &[&str]) -> String {
    let output = zaoshi(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A folder with the small scenario, and the arguments of an `explain` call.
fn laboratory() -> (tempfile::TempDir, String, String) {
    let dir = tempfile::tempdir().unwrap();
    let (path, out) = (dir.path().join("small.toml"), dir.path().join("output"));
    std::fs::write(&path, include_str!("sweeps/small.toml")).unwrap();
    (dir, path.display().to_string(), out.display().to_string())
}

const PARTS: [&[&str]; 6] = [
    &["--rules", "--replicates", "4"],
    &["--assumptions", "--replicates", "2"],
    &["--sensitivity", "sobol", "--points", "8", "--replicates", "1"],
    &["--sensitivity", "morris", "--points", "4", "--replicates", "1"],
    &["--flips", "--points", "64", "--replicates", "1"],
    &["--map", "price,points.answer.points=1..9", "--replicates", "1"],
];

#[test]
fn every_part_is_the_same_again_on_any_threads_and_from_its_folder() {
    for part in PARTS {
        let (dir, path, out) = laboratory();
        let call = |more: &[&str]| said(&[&["explain", &path, "--out", &out][..], part, more].concat());
        let (first, json) = (call(&["--threads", "1"]), call(&["--json"]));
        let folder = std::fs::read_dir(dir.path().join("output/small")).unwrap().next().unwrap().unwrap().path();
        let files = || -> Vec<(String, Vec<u8>)> {
            let mut list: Vec<_> = std::fs::read_dir(folder.join("explain"))
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
                .collect();
            list.sort();
            list
        };
        let before = files();
        assert!(before.len() >= 2, "{part:?}: a table and its numbers at least");
        // From the folder alone, and again elsewhere on another number of threads.
        let short: Vec<&str> =
            part.iter().copied().take_while(|word| !["--replicates", "--points"].contains(word)).collect();
        let again = said(&[&["explain", &folder.display().to_string()][..], &short].concat());
        assert_eq!((again, files()), (first.clone(), before.clone()), "{part:?}");
        let other = dir.path().join("other").display().to_string();
        let elsewhere = said(&[&["explain", &path, "--out", &other, "--threads", "8", "--json"][..], part].concat());
        assert_eq!(elsewhere, json, "{part:?}");
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}

#[test]
fn rules_explained_from_a_store_are_those_of_the_runs_themselves() {
    let dir = tempfile::tempdir().unwrap();
    let (path, out) = (dir.path().join("world.toml"), dir.path().join("output").display().to_string());
    std::fs::write(&path, WORLD).unwrap();
    for name in ["all", "ladders"] {
        let json = said(&["explain", &path.display().to_string(), "--design", name, "--out", &out, "--json"]);
        let told: serde_json::Value = serde_json::from_str(&json).unwrap();
        let (wanted, ..) = explained(name);
        for (share, told) in wanted.shares.iter().zip(told["shares"].as_array().unwrap()) {
            assert_eq!(share.group, told["group"].as_str().unwrap());
            assert!((share.share.mean - told["share"]["mean"].as_f64().unwrap()).abs() < 1e-9, "{name}: {share:?}");
        }
        assert!((wanted.design - told["design"].as_f64().unwrap()).abs() < 1e-9);
    }
}

#[test]
fn what_cannot_be_explained_is_said() {
    let (dir, path, out) = laboratory();
    let folder = {
        said(&["explain", &path, "--flips", "--points", "16", "--replicates", "1", "--out", &out]);
        std::fs::read_dir(dir.path().join("output/small"))
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .path()
            .display()
            .to_string()
    };
    for (args, says) in [
        (&["explain", &path, "--design", "point", "--out", &out][..], "did you mean `points`?"),
        (&["explain", &path, "--map", "price", "--out", &out], "is not a pair of levers"),
        (&["explain", &path, "--map", "price,prize", "--out", &out], "A path needs its range"),
        (&["explain", &path, "--flips", "--case", "target", "--out", &out], "such as --target 40"),
        (&["explain", &folder, "--rules"], "does not contain every combination"),
        (&["explain", &folder, "--sensitivity", "sobol"], "the points that Sobol indices need"),
        (&["explain", &folder, "--map", "price,own"], "are not a grid"),
        (&["explain", &folder, "--flips", "--points", "9"], "cannot change its points and runs"),
        (&["explain", &path, "--rules", "--flips"], "cannot be used with"),
    ] {
        let output = zaoshi(args);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {told}");
        assert!(told.contains(says), "{args:?}: {told}");
    }
}

/// A world with a known answer: the gain of ads is their reach times the activity that follows.
const KNOWN: &str = r#"
name = "known"
start = 2027-01-04
horizon = "26 weeks"
replicates = 4
headline = "active-people"
coast = { replicates = 0 }
[segment.users]
people = 600
members_at_start = 200
[mechanism.adoption]
social = "0 per year"
external = "0.2 per year"
[mechanism.triggers]
own = "20 per year"
[mechanism.effort]
[action.use]
[campaign.ads]
off = true
intensity = 1
[treatment.ads]
"campaign" = "on"
[uncertainty.reach]
path = "campaign.ads.intensity"
low = 0
high = 4
source = "sourced: a survey"
[uncertainty.hours]
path = "action.use.effort"
low = 0.49
high = 0.51
"#;

#[test]
fn what_matters_in_a_known_world_is_found_by_every_part() {
    let dir = tempfile::tempdir().unwrap();
    for (name, people) in [("known.toml", "600"), ("larger.toml", "1200")] {
        let (path, out) = (dir.path().join(name), dir.path().join("output").display().to_string());
        std::fs::write(&path, KNOWN.replace("people = 600", &format!("people = {people}"))).unwrap();
        let path = path.display().to_string();
        let call = |part: &[&str]| -> serde_json::Value {
            serde_json::from_str(&said(&[&["explain", &path, "--out", &out, "--json"][..], part].concat())).unwrap()
        };
        let tornado = call(&["--assumptions"]);
        assert_eq!(
            (&tornado["bars"][0]["factor"], &tornado["bars"][0]["standing"]),
            (&"reach".into(), &"sourced".into())
        );
        // Ads without reach have no gain.
        assert_eq!(tornado["bars"][0]["low"]["gain"], 0.0);
        assert_eq!(tornado["bars"][1]["standing"], "guess");
        let sobol = call(&["--sensitivity", "sobol", "--points", "32", "--replicates", "2"]);
        assert_eq!(sobol[0]["factor"], "reach");
        assert!(sobol[0]["total"].as_f64().unwrap() > 0.9, "{sobol}");
        assert!(sobol[1]["total"].as_f64().unwrap() < 0.2, "{sobol}");
        let morris = call(&["--sensitivity", "morris", "--points", "8", "--replicates", "2"]);
        assert_eq!(morris[0]["factor"], "reach");
        assert!(morris[0]["size"].as_f64().unwrap() > 4.0 * morris[1]["size"].as_f64().unwrap(), "{morris}");
        // A target in the middle of the range: it is missed where ads have little reach.
        let levels = |end: &str| tornado["bars"][0][end]["gain"].as_f64().unwrap();
        let map = call(&["--map", "campaign.ads.intensity=0..4,action.use.effort=0.49..0.51", "--replicates", "2"]);
        let all: Vec<f64> = map["places"].as_array().unwrap().iter().map(|p| p["level"].as_f64().unwrap()).collect();
        let (low, high) = all.iter().fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(*x), b.max(*x)));
        assert!(levels("high") > 0.1 && high > low);
        let target = format!("{}", f64::midpoint(low, high));
        let flips = call(&["--flips", "--case", "target", "--target", &target, "--points", "128", "--replicates", "2"]);
        let first = &flips["boxes"][0];
        assert_eq!(
            (first["conditions"][0]["factor"].as_str(), first["conditions"][0]["low"].as_f64()),
            (Some("reach"), None)
        );
        assert_eq!(first["conditions"].as_array().unwrap().len(), 1, "{flips}");
        assert!(first["coverage"].as_f64().unwrap() > 0.85 && first["density"].as_f64().unwrap() > 0.85, "{flips}");
        assert_eq!(flips["tree_agrees"], true);
    }
}

#[test]
fn runs_go_on_until_the_gain_is_known_and_say_so() {
    let dir = tempfile::tempdir().unwrap();
    let (path, out) = (dir.path().join("known.toml"), dir.path().join("output").display().to_string());
    std::fs::write(&path, KNOWN.replace("replicates = 4\n", "replicates = 4\nreplicates_most = 160\n")).unwrap();
    let path = path.display().to_string();
    let run = |until: &str, threads: &str| -> Summary {
        let args = ["run", &path, "--screen", "never", "--out", &out, "--json", "--until", until, "--threads", threads];
        Summary::read(said(&args).as_bytes()).unwrap()
    };
    let (wide, narrow) = (run("5%", "1"), run("0.2 %", "1"));
    assert!(wide.replicates >= 16 && narrow.replicates > wide.replicates, "{} {}", wide.replicates, narrow.replicates);
    assert!((narrow.replicates - 16) % 16 == 0);
    assert!(narrow.verdicts[1].gain.unwrap().known_to() <= 0.002);
    assert!(narrow.adequacy.contains("were needed to know the gain to ±0.2 points"), "{}", narrow.adequacy);
    assert!(run("0.2%", "8").json() == narrow.json(), "the decision is the same on any threads");
    let most = said(&["run", &path, "--screen", "never", "--out", &out, "--json", "--until", "0.01"]);
    assert_eq!(Summary::read(most.as_bytes()).unwrap().replicates, 160);
}

#[test]
fn levers_of_a_stored_sweep_are_no_assumptions_and_no_worlds() {
    let (dir, path, out) = laboratory();
    let sweep = |name: &str, more: &[&str]| {
        let out = format!("{out}/{name}");
        said(
            &[&["sweep", &path, "--out", &out, "--set", "plan.points=48", "--set", "plan.replicates=1"][..], more]
                .concat(),
        );
        let folder = dir.path().join("output").join(name).join("small");
        std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path().display().to_string()
    };
    let both = sweep("both", &[]);
    let tornado: serde_json::Value =
        serde_json::from_str(&said(&["explain", &both, "--assumptions", "--json"])).unwrap();
    let bars: Vec<(&str, &str)> = tornado["bars"]
        .as_array()
        .unwrap()
        .iter()
        .map(|bar| (bar["factor"].as_str().unwrap(), bar["standing"].as_str().unwrap()))
        .collect();
    assert_eq!(
        bars,
        [("own", "guess"), ("price", "lever")],
        "what the world turns comes first, and levers are called so"
    );
    let target = ["--case", "target", "--target", "26"];
    let flips: serde_json::Value =
        serde_json::from_str(&said(&[&["explain", &both, "--flips", "--json"][..], &target].concat())).unwrap();
    assert_eq!(flips["each"], "point");
    for found in flips["boxes"].as_array().unwrap() {
        assert!(found["conditions"].as_array().unwrap().iter().all(|c| c["factor"] == "own"), "{flips}");
    }
    let levers = sweep("levers", &["--set", "uncertainty.own=off"]);
    let output = zaoshi(&["explain", &levers, "--flips"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && told.contains("varies only levers"), "{told}");
}

#[test]
fn a_flip_is_asked_of_the_design_that_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let (path, out) = (dir.path().join("small.toml"), dir.path().join("output").display().to_string());
    std::fs::write(&path, include_str!("searched/small.toml")).unwrap();
    let path = path.display().to_string();
    let told = |design: &str| {
        let args =
            ["explain", &path, "--flips", "--case", "best", "--points", "16", "--replicates", "1", "--out", &out];
        said(&[&args[..], &["--design", design]].concat())
    };
    assert!(told("points").contains("Points is not the best design"), "{}", told("points"));
    assert!(told("ads").contains("Ads is not the best design"), "{}", told("ads"));
}

#[test]
fn a_gain_that_does_not_move_is_said_not_to_move() {
    // Points without a cheap enough shop have no gain in any world: indices and effects may say no more than the
    // tornado.
    let (_dir, path, out) = laboratory();
    let ask = |part: &[&str]| said(&[&["explain", &path, "--out", &out][..], part].concat());
    let tornado = ask(&["--assumptions"]);
    assert!(tornado.starts_with("No assumption moves Points"), "{tornado}");
    for part in [["--sensitivity", "sobol", "--points", "32"], ["--sensitivity", "morris", "--points", "20"]] {
        let told = ask(&part);
        assert!(told.starts_with("No assumption moves the gain of Points by more than luck does"), "{told}");
        assert!(!told.contains("199") && !told.contains("188"), "{told}");
    }
}
