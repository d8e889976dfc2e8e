//! Metrics with a known value: segments, careers, gaming, surprise, knowledge, pools.

use super::{by_chance, members, metronome, opening};
use crate::study::{Study, close, run};

fn last(study: &Study, metric: &str) -> f64 {
    study.mean(metric, study.last())
}

#[test]
fn segments_add_up_to_the_whole_and_those_who_do_nothing_are_not_active() {
    let study = run(&(opening("1 week", "1 year", 2, "month")
        + "
        [segment.idle]
        people = 500
        members_at_start = 200
        [segment.idle.mechanism.triggers]
        off = true
        [segment.keen]
        people = 900
        members_at_start = 300
        contributors_at_start = 20
        [mechanism.adoption]
        [mechanism.triggers]
        [mechanism.engagement]
        [action.use]
        [action.code]
        contribution = true
        who = [\"keen\"]
        "));
    for row in 0..=study.last() {
        for metric in ["active-people", "active-contributors"] {
            let of = |segment: &str| study.mean(&format!("{metric}:{segment}"), row);
            assert_eq!(of("idle") + of("keen"), study.mean(metric, row));
            assert_eq!(of("idle"), 0.0);
        }
    }
    assert!(last(&study, "active-contributors:keen") > 5.0);
}

#[test]
fn time_to_a_tier_is_the_time_that_its_bar_takes_and_time_on_it_what_has_passed_since() {
    for (weeks, tenure) in [(4.0, 26.0), (9.0, 13.0)] {
        let text = opening("1 week", "1 year", 1, "tick")
            + &members(40)
            + &metronome(1.0)
            + &format!(
                "[action.answer]\n[ladder.roles.tier.one]\nentry = {{ deeds = {} }}\n\
                 [ladder.roles.tier.two]\nfrom = \"one\"\nentry = {{ tenure = \"{tenure} weeks\" }}\n",
                weeks * 7.0
            );
        let study = run(&text);
        let month = 30.4375 / 7.0;
        // Within the tick in which the threshold is reached.
        close(last(&study, "time-to:roles.one"), weeks / month, 1.0 / month + 1e-6);
        close(last(&study, "time-to:roles.two"), tenure / month, 1.0 / month + 1e-6);
        let passed = study.last() as f64 - weeks - tenure;
        close(last(&study, "time-on:roles.two"), passed / month, 2.0 / month + 1e-6);
        assert!(last(&study, "time-on:roles.one").is_nan(), "nobody is left on it");
    }
}

fn fairness(entry: &str) -> f64 {
    let text = opening("1 week", "1 year", 4, "tick")
        + &members(800)
        + &by_chance(0.2).replace("own_spread = 0", "own_spread = 0.8")
        + "[action.answer]\nvalue = { content = 1 }\n[ladder.roles.tier.member]\nentry = { deeds = 1 }\n[ladder.roles.tier.best]\nfrom = \"member\"\n"
        + &format!("entry = {{ {entry} }}\n");
    last(&run(&text), "fairness:roles.best")
}

#[test]
fn fairness_is_one_where_the_best_are_picked_and_a_half_where_it_is_a_lottery() {
    // Selected on one date by all deeds, and judged a little later: the best have continued as before.
    let best = fairness("seats = 80, rank_by = \"deeds\", within = \"1 year\", every = \"50 weeks\"");
    assert!(best > 0.99, "{best}");
    close(fairness("chance = 0.3, every = \"50 weeks\""), 0.5, 0.03);
    close(fairness("chance = 0.1, every = \"25 weeks\""), 0.5, 0.04);
    assert!(fairness("deeds = 1e6").is_nan(), "nobody is there");
}

#[test]
fn whoever_stands_on_top_with_nothing_to_lose_is_drawn_on_by_nothing() {
    let study = run(&(opening("1 week", "2 years", 2, "month")
        + &members(600)
        + &by_chance(0.05)
        + "
        [action.code]
        contribution = true
        [mechanism.engagement]
        rate = \"26 per year\"
        drop_alpha = 0.01
        drop_beta = 1000
        [mechanism.effort]
        responders = 1
        [ladder.roles.tier.low]
        entry = { deeds = 5 }
        [ladder.roles.tier.top]
        from = \"low\"
        entry = { deeds = 30, seats = 100, rank_by = \"deeds\" }
        exit = { chance = \"0.5 per year\" }
        benefit = { esteem = 4 }
        "));
    assert!(last(&study, "holders:roles.top") > 50.0);
    let [low, top] = ["low", "top"].map(|tier| last(&study, &format!("pull:roles.{tier}")));
    // Except for people promoted in the last tick.
    assert!(low > 1e-4 && top < 0.02 * low, "{low} {top}");
}

#[test]
fn points_follow_value_until_somebody_farms_them() {
    let with = |farm: &str| {
        run(&(opening("1 week", "1 year", 2, "month")
            + &members(2_000)
            + &by_chance(0.1).replace("own_spread = 0", "own_spread = 1")
            + &format!(
                "
                [action.answer]
                value = {{ content = 1 }}
                [points.answer]
                points = 3
                {farm}
                "
            )))
    };
    let honest = with("");
    close(last(&honest, "points-value"), 1.0, 1e-9);
    close(last(&honest, "goodhart-gap"), 0.0, 1e-9);
    let farmed = with(
        "[mechanism.farming]\nshare = 0.3\n[action.farm]\neffort = 0.05\nappeal = 2\nmimics = \"answer\"\ndetection = 0\n",
    );
    let (follows, gap) = (last(&farmed, "points-value"), last(&farmed, "goodhart-gap"));
    assert!(follows < 0.9 && gap > 0.1, "{follows} {gap}");
}

#[test]
fn surprise_is_what_a_reward_brings_beyond_what_was_learnt_and_dry_what_has_stayed_away() {
    let prized = |prize: &str, mechanism: &str| {
        run(&(opening("1 day", "30 days", 1, "tick")
            + "[action.answer]\n"
            + &format!("[prize.answer]\n{prize}\n")
            + &members(10)
            + &metronome(1.0)
            + mechanism))
    };
    for (speed, mean) in [(0.1_f64, 1.0), (0.3, 2.5)] {
        let learns = format!("[mechanism.learning]\nspeed = {speed}\nspeed_down = {speed}\npull = 0\n");
        let surprise = prized(&format!("mean = {mean}"), &learns).series("mean-surprise");
        for n in [1, 5, 20] {
            close(surprise[n], mean * (1.0 - speed).powi(n as i32 - 1), 1e-5);
        }
    }
    let dry =
        prized("schedule = \"variable\"\nchance = 0.5\npaid = 0", "[mechanism.disappointment]\npatience = 1000\n");
    close(dry.series("mean-dry")[20], 10.0, 0.51);
}

#[test]
fn knowledge_spreads_as_far_as_its_halves_lie_apart_and_stagnates_where_nobody_is_new() {
    let study = |knows: f64, adoption: &str| {
        run(&(opening("1 week", "1 year", 1, "month")
            + &format!(
                "
                [segment.old]
                people = 300
                members_at_start = 300
                ages_at_start = \"new\"
                [segment.old.mechanism.knowledge]
                at_start = {knows}
                [segment.new]
                people = 900
                members_at_start = 300
                ages_at_start = \"new\"
                {adoption}
                [mechanism.knowledge]
                flow = \"0 per year\"
                per_deed = 0
                "
            )))
    };
    for knows in [0.2, 0.6, 1.0] {
        let alone = study(knows, "");
        close(last(&alone, "knowledge-spread"), (knows - 0.2) / 2.0, 1e-6);
        assert_eq!(last(&alone, "stagnation"), f64::from(u8::from(knows == 0.2)));
        assert_eq!(last(&alone, "inflow"), 0.0);
    }
    let grows = study(0.2, "[mechanism.adoption]\nexternal = \"0.4 per year\"\nsocial = \"0 per year\"");
    assert_eq!(last(&grows, "stagnation"), 0.0);
    // Of six hundred who have not adopted e^-.4 are left after a year, so that a third as many come as there are members.
    let members = 600.0 + 600.0 * (1.0 - f64::exp(-0.4));
    close(last(&grows, "inflow"), 0.4 * (1200.0 - members) / members, 0.12);
}

#[test]
fn what_is_left_in_a_pool_is_what_came_in_less_what_was_paid() {
    let study = run(&(opening("1 week", "2 years", 1, "month")
        + &members(200)
        + &metronome(0.5)
        + "
        [budget]
        total = 1_000
        pools = { prizes = 0.3, ads = 0.7 }
        [action.answer]
        [prize.answer]
        mean = 1
        cost = 1
        pool = \"prizes\"
        "));
    for row in [0, 5, 13, study.last()] {
        let came = 1_000.0 * (1.0 + (row as f64 / 12.0 - 1e-9).floor().max(0.0));
        let all = study.mean("pool:prizes", row) + study.mean("pool:ads", row) + study.mean("money-paid", row);
        assert_eq!(all, came, "{row}");
        assert_eq!(study.mean("pool:ads", row), 0.7 * came);
    }
    assert_eq!(last(&study, "pool:prizes"), 0.0, "as many as want it");
}
