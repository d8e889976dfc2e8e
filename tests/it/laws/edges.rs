//! The smallest worlds: they run, and nothing happens without a cause in the scenario.

use crate::rich;
use crate::study::run;

fn world(more: &str) -> String {
    format!(
        "name = \"small\"\nstart = 2027-01-04\nhorizon = \"30 weeks\"\nreplicates = 2\ncoast = {{ replicates = 1 }}\n{more}"
    )
}

#[test]
fn a_world_without_anything_stands_still() {
    for (people, members) in [(1, 0), (1, 1), (2, 1), (50, 0), (50, 50)] {
        let study = run(&world(&format!("[segment.users]\npeople = {people}\nmembers_at_start = {members}\n")));
        let last = study.last();
        assert_eq!(study.mean("members", last), f64::from(members));
        assert_eq!(study.mean("active-people", last), 0.0);
        assert_eq!(study.mean("money-paid", last), 0.0);
        assert!(
            study.ensemble.runs[0][0].coast.as_ref().is_some_and(|c| c.left.is_nan()),
            "nothing is left of nothing"
        );
    }
}

#[test]
fn the_smallest_worlds_run_with_every_mechanism_and_every_kind_of_contacts() {
    let mechanisms: String =
        zaoshi::mechanisms::REGISTRY.entries.iter().map(|row| format!("[mechanism.{}]\n", row.name)).collect();
    for kind in ["well-mixed", "blocks", "random", "small-world", "scale-free"] {
        for (people, members) in [(1, 0), (1, 1), (2, 2), (3, 1), (12, 6)] {
            for actions in ["", "[action.code]\ncontribution = true\nreviewed = true\n"] {
                let segment = format!("[segment.users]\npeople = {people}\nmembers_at_start = {members}\n");
                let study = run(&world(&format!("{segment}[contacts]\nkind = \"{kind}\"\n{actions}{mechanisms}")));
                assert!(study.mean("members", study.last()) <= f64::from(people));
            }
        }
    }
}

#[test]
fn every_length_of_tick_runs() {
    for (tick, horizon) in [("1 day", "60 days"), ("1 week", "1 day"), ("1 month", "2 years"), ("1 year", "9 years")] {
        let text = crate::rich::RICH
            .replace("tick = \"1 week\"", &format!("tick = \"{tick}\""))
            .replace("horizon = \"40 weeks\"", &format!("horizon = \"{horizon}\""));
        let study = run(&text);
        assert!(study.mean("members", study.last()) > 0.0, "{tick}");
    }
}

#[test]
fn a_world_of_rules_and_nobody_to_follow_them_runs() {
    let rules = r#"
        [action.answer]
        [points.answer]
        [shop.hoodie]
        [prize.answer]
        [badge.one]
        action = "answer"
        [ladder.user.tier.one]
        [ladder.user.tier.two]
        from = "one"
        entry = { seats = 1 }
        [campaign.ads]
        [budget]
        [segment.users]
        people = 3
    "#;
    let study = run(&world(rules));
    assert_eq!(study.mean("points-issued", study.last()), 0.0);
}

#[test]
fn beside_a_baseline_of_nothing_there_is_no_gain_in_percent() {
    let study = run(&world(
        "headline = \"deeds:ask\"\n[segment.users]\npeople = 60\nmembers_at_start = 60\n[action.answer]\n[action.ask]\nappeal = -30.0\n\
         [mechanism.engagement]\n[mechanism.triggers]\n[treatment.asked]\n\"action.ask.appeal\" = 0.0\n[treatment.same]\n",
    )
    .replace("replicates = 2", "replicates = 8"));
    let summary = zaoshi::findings::summary(&study.experiment, &study.ensemble).unwrap();
    let gain = |name: &str| summary.verdicts[study.design(name)].gain;
    assert!(gain("asked").is_none() && gain("same").is_some_and(|gain| gain.coincides));
    assert!(summary.recommendation.contains("a gain in percent is undefined"), "{}", summary.recommendation);
    assert!(summary.adequacy.ends_with("a gain in percent cannot be computed."), "{}", summary.adequacy);
}

#[test]
fn the_last_of_the_differences_is_the_gain_of_the_verdict() {
    let study = run(&rich::RICH.replace("replicates = 2", "replicates = 5"));
    let summary = zaoshi::findings::summary(&study.experiment, &study.ensemble).unwrap();
    for (verdict, trend) in summary.verdicts.iter().zip(&summary.trends).skip(1) {
        let (last, share) = (trend.last().unwrap().mean, summary.verdicts[0].level.mean);
        let gain = verdict.gain.unwrap().band.mean * share;
        assert!((last - gain).abs() < 1e-9 * share.max(1.0), "{last} against {gain}");
    }
}
