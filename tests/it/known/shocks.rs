//! Shocks: who is affected, on which day, and that nothing else changes.

use super::{by_chance, members, metronome, opening};
use crate::study::{Study, close, mean, run, sd};

fn struck(shock: &str) -> Study {
    let text = opening("1 week", "12 weeks", 40, "tick")
        + &members(1_000)
        + &format!("[shock.outage]\non = 2027-02-15\n{shock}\n");
    run(&text)
}

#[test]
fn a_share_of_the_members_leaves_on_that_day_each_by_a_lot_of_their_own() {
    for share in [0.1_f64, 0.5] {
        let study = struck(&format!("leave = {share}"));
        // The seventh week begins on that day.
        assert_eq!(study.mean("members", 5), 1_000.0);
        let after = study.values(0, "members", 6);
        let spread = (1_000.0 * share * (1.0 - share)).sqrt();
        close(mean(&after), 1_000.0 * (1.0 - share), 4.0 * spread / 40.0_f64.sqrt());
        close(sd(&after), spread, 0.45 * spread);
        assert_eq!(after, study.values(0, "members", study.last()));
    }
    assert_eq!(struck("leave = 1").mean("members", 6), 0.0);
    assert_eq!(struck("leave = 0").mean("members", 11), 1_000.0);
}

#[test]
fn a_shock_strikes_the_segments_that_it_names_and_none_before_the_run_or_switched_off() {
    let world = |shock: &str| {
        let text = opening("1 week", "12 weeks", 2, "tick")
            + "[segment.here]\npeople = 300\nmembers_at_start = 300\nages_at_start = \"new\"\n"
            + "[segment.there]\npeople = 300\nmembers_at_start = 300\nages_at_start = \"new\"\n"
            + shock;
        run(&text)
    };
    let study = world("[shock.outage]\non = 2027-01-04\nleave = 1\nsegments = [\"there\"]\n");
    assert_eq!((study.mean("members:here", 0), study.mean("members:there", 0)), (300.0, 0.0));
    for nothing in ["on = 2026-12-01\nleave = 1", "on = 2027-01-11\nleave = 1\noff = true"] {
        let study = world(&format!("[shock.outage]\n{nothing}\n"));
        assert_eq!(study.mean("members", study.last()), 600.0);
    }
}

#[test]
fn places_are_given_up_points_are_lost_and_contributors_stop() {
    let text = |shock: &str| {
        opening("1 week", "12 weeks", 4, "tick")
            + &members(800).replace("people]", "people]\ncontributors_at_start = 400")
            + &metronome(1.0 / 7.0)
            + "[mechanism.engagement]\nrate = \"4 per year\"\ncomeback = \"0 per year\"\n"
            + "[action.use]\n[action.code]\ncontribution = true\n[points.use]\npoints = 1\n"
            + "[ladder.roles.tier.one]\nentry = { deeds = 1, within = \"1 year\", every = \"40 weeks\" }\nholders_at_start = 400\n"
            + &format!("[shock.outage]\non = 2027-03-15\n{shock}\n")
    };
    let study = run(&text("vacate = 0.25\nwipe = 0.5\nstop = 0.5"));
    let at = |metric: &str, row: usize| study.mean(metric, row);
    close(at("holders:roles.one", 10), 0.75 * at("holders:roles.one", 9), 20.0);
    assert_eq!(at("exited:roles.one", 10), at("holders:roles.one", 9) - at("holders:roles.one", 10));
    close(at("points-expired", 10), 0.5 * at("points-held", 9), 250.0);
    assert_eq!(at("points-held", 10), at("points-issued", 10) - at("points-expired", 10));
    let engaged = at("engaged-contributors", 9);
    close(at("engaged-contributors", 10), 0.5 * engaged, 0.1 * engaged);
    let none = run(&text("leave = 0"));
    assert_eq!(none.mean("engaged-contributors", 9), engaged);
}

#[test]
fn an_exposed_promise_costs_its_share_of_belief_and_only_where_belief_moves() {
    let belief = |table: &str| {
        let text = opening("1 week", "12 weeks", 1, "tick") + &members(10) + table;
        let study = run(&(text + "[shock.exposed]\non = 2027-02-15\ndoubt = 0.7\n"));
        (study.mean("belief", 5), study.mean("belief", 6))
    };
    let (before, after) = belief("[belief]\nreturns = \"100 years\"\n");
    assert_eq!(before, 1.0);
    close(after, 0.3, 0.001);
    assert_eq!(belief(""), (1.0, 1.0));
}

#[test]
fn whoever_is_spared_goes_on_with_the_same_luck() {
    let text = |leave: f64| {
        opening("1 week", "12 weeks", 1, "tick").replace("every = \"tick\"", "every = \"tick\", people = 200")
            + &members(200)
            + &by_chance(0.3)
            + "[action.use]\n"
            + &format!("[shock.outage]\non = 2027-02-15\nleave = {leave}\n")
    };
    let (with, without) = (run(&text(0.3)), run(&text(0.0)));
    let (with, without) = (&with.ensemble.runs[0][0].traces, &without.ensemble.runs[0][0].traces);
    let spared = with.iter().zip(without).filter(|(a, b)| a.tick == 11 && a.person == b.person).count();
    assert!((110..=170).contains(&spared), "{spared} of 200");
}
