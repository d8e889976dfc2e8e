//! Beyond the hub: organisations that exchange with each other, in pairs drawn by lot.

use super::opening;
use crate::study::{Study, close, run};

fn world(horizon: &str, replicates: u32, rest: &str) -> Study {
    run(&(opening("1 week", horizon, replicates, "month") + "[segment.people]\npeople = 100\n" + rest))
}

/// A number of organisations that make and need code and content, with the hours for a unit of each.
fn makers(name: &str, number: u32, hours: f64, (code, content): (f64, f64)) -> String {
    format!(
        "[organisation.{name}]\nnumber = {number}\njoined_at_start = {number}\nhours = {hours}\n\
         costs = {{ code = {code}, content = {content} }}\nworth = {{ code = {code}, content = {content} }}\n\
         [organisation.{name}.as.traffic]\n"
    )
}

#[test]
fn two_countries_specialise_without_a_hub_between_them() {
    for ((a, b, england), (c, d, portugal)) in [
        ((100.0, 120.0, 220.0), (90.0, 80.0, 170.0)),
        ((10.0, 30.0, 400.0), (20.0, 12.0, 320.0)),
        ((1.0, 1.1, 50.0), (1.0, 0.9, 60.0)),
    ] {
        let two = makers("england", 1, england, (a, b)) + &makers("portugal", 1, portugal, (c, d));
        for (topology, share) in [("mesh", 1.0), ("star+mesh", 0.25)] {
            let hub = format!("[hub]\ntopology = \"{topology}\"\nmesh_share = {share}\n");
            let study = world("1 year", 1, &(hub + &two));
            let got = |what: &str| study.mean(&format!("peers:{what}"), study.last());
            // 2.2 of cloth for all of England's hours, or 2.125 of wine for all of Portugal's.
            let most = (got("code") * a / england).max(got("content") * d / portugal);
            close(most, share, 1e-9);
            let price = got("content") / got("code");
            assert!(a / b < price && price < c / d, "{price} between {} and {}", a / b, c / d);
        }
        assert_eq!(run_star(&two), 0.0, "in a star nothing passes the hub");
    }
}

fn run_star(two: &str) -> f64 {
    let study = world(
        "1 year",
        1,
        &("[hub]\ntopology = \"star\"\n".to_owned() + two + "[organisation.other]\n[organisation.other.as.rival]\n"),
    );
    assert_eq!(study.mean("hub-gain", study.last()), 0.0);
    study.mean("gain:england", study.last())
}

#[test]
fn whom_one_meets_decides_how_much_a_mesh_exchanges() {
    // With two kinds, each meets one of the other kind with chance n / (2n − 1).
    for (n, others, within) in [(50, 1, 0.01), (50, 4, 0.01), (5, 1, 0.05)] {
        let two = makers("cloth", n, 10.0, (1.0, 2.0)) + &makers("wine", n, 10.0, (2.0, 1.0));
        let hub = format!("[hub]\ntopology = \"mesh\"\nothers = {others}\n");
        let study = world("5 years", 12, &(hub + &two));
        let rows = 2..=study.last();
        let count = rows.clone().count() as f64;
        let worked = rows.map(|row| study.mean("peer-hours", row)).sum::<f64>() / count;
        let chance = f64::from(n) / f64::from(2 * n - 1);
        close(worked / f64::from(2 * n * 10), chance, within * chance);
    }
}

#[test]
fn whoever_would_gain_by_others_alone_comes_in_once_somebody_is_there_to_meet() {
    let two = makers("cloth", 20, 10.0, (1.0, 2.0)).replace("joined_at_start = 20", "joined_at_start = 5")
        + &makers("wine", 20, 10.0, (2.0, 1.0)).replace("joined_at_start = 20", "joined_at_start = 5");
    let inside = |topology: &str| {
        let study = world("4 years", 2, &format!("[hub]\ntopology = \"{topology}\"\n{two}"));
        study.mean("inside:cloth", study.last())
    };
    // The hub has nothing for them.
    assert!(inside("star") <= 5.0);
    assert!(inside("star+mesh") > 14.0 && inside("mesh") > 14.0);
}

#[test]
fn however_many_they_meet_none_takes_more_than_it_absorbs() {
    let two = makers("cloth", 10, 40.0, (1.0, 2.0)) + &makers("wine", 10, 40.0, (2.0, 1.0));
    let two = two.replace("hours = 40", "hours = 40\nabsorbs = 1.5");
    for others in [1, 4] {
        let study = world("2 years", 2, &format!("[hub]\ntopology = \"mesh\"\nothers = {others}\n{two}"));
        let most = (2..=study.last()).map(|row| study.mean("peers:code", row)).fold(0.0, f64::max);
        assert!(most > 3.0 && most <= 15.0 + 1e-9, "{most}");
    }
}

#[test]
fn a_star_serves_a_circle_of_wants_that_no_pair_can() {
    // Each has what the next one needs: no pair has mutual wants.
    let circle: String = [("a", "code", "content"), ("b", "content", "brand"), ("c", "brand", "code")]
        .map(|(name, has, needs)| {
            format!(
                "[organisation.{name}]\nnumber = 10\njoined_at_start = 10\nhours = 10\ncosts = {{ {has} = 1 }}\n\
                 worth = {{ {needs} = 4 }}\npatience = \"50 years\"\n[organisation.{name}.as.traffic]\n"
            )
        })
        .concat();
    let gain = |topology: &str, hub: &str| {
        let study = world("1 year", 1, &format!("[hub]\ntopology = \"{topology}\"\n{hub}\n{circle}"));
        ["a", "b", "c"].map(|name| study.mean(&format!("gain:{name}"), study.last()))
    };
    let makes =
        "hours = 1000\ncosts = { code = 1, content = 1, brand = 1 }\nworth = { code = 4, content = 4, brand = 4 }";
    assert_eq!(gain("mesh", makes), [0.0; 3]);
    // One unit for one: each hour of work saves four hours.
    assert!(gain("star", makes).iter().all(|gain| (gain - 3.0).abs() < 1e-9));
    assert!(
        gain("star+mesh", makes).iter().all(|gain| (gain - 3.0).abs() < 1e-9),
        "what others do not take is the hub's"
    );
}
