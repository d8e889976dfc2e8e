//! Explanations: what each group of rules earned adds up to what the design gains.

use zaoshi::experiment::Experiment;
use zaoshi::scenario::Scenario;
use zaoshi::stats::waterfall::Waterfall;
use zaoshi::stats::{Summary, outcome};

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
    let groups = treatment.groups();
    let experiment = Experiment::choices(&scenario, &treatment).unwrap();
    let ensemble = experiment.run(&|_| {});
    let of = |d: usize| ensemble.runs[d].iter().map(|run| outcome(&experiment, d, run)[experiment.headline]).collect();
    let levels: Vec<Vec<f64>> = (0..experiment.designs.len()).map(of).collect();
    (Waterfall::of("deeds", &groups, &levels), groups, levels)
}

#[test]
fn shares_add_up_to_the_gain_of_the_design() {
    let (waterfall, groups, levels) = explained("all");
    assert_eq!(groups, ["campaign", "points", "shop"]);
    assert_eq!(levels.len(), 8);
    let sum: f64 = waterfall.shares.iter().map(|share| share.share.mean).sum();
    assert!((sum - (waterfall.design - waterfall.baseline)).abs() < 1e-9);
    assert!(waterfall.shares[0].share.mean > 0.0, "ads bring deeds: {waterfall:?}");
    // A shop sells for points, and points buy nothing but in a shop: neither does anything alone.
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
        let summary = Summary::of(&experiment, &ensemble).unwrap();
        for (d, runs) in ensemble.runs.iter().enumerate() {
            let kept = runs.iter().map(|run| outcome(&experiment, d, run)[experiment.headline]).sum::<f64>();
            let mean = kept / runs.len() as f64;
            assert!((mean - summary.verdicts[d].level.mean).abs() < 1e-9 * (1.0 + mean), "{headline}: {mean}");
        }
    }
}
