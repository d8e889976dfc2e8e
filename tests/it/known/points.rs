//! Points, shops and gaming.

use super::{by_chance, members, metronome, opening};
use crate::study::{Study, close, run};

const ACTIONS: &str = r#"
    [action.answer]
    [action.spam]
    mimics = "answer"
    detection = 0
"#;

fn gamed(share: f64, more: &str) -> Study {
    let farming = format!("[mechanism.farming]\nshare = {share}\n");
    let text =
        opening("1 week", "26 weeks", 2, "quarter") + &members(4_000) + &by_chance(0.3) + &farming + ACTIONS + more;
    run(&text)
}

/// Share of points that were farmed.
fn farmed(study: &Study) -> f64 {
    study.mean("points-farmed", study.last()) / study.mean("points-issued", study.last()).max(1.0)
}

#[test]
fn the_share_of_points_farmed_follows_the_share_who_would() {
    let points = "[points.answer]\npoints = 10\n";
    assert_eq!(farmed(&gamed(0.0, points)), 0.0);
    for share in [0.05, 0.2, 0.5] {
        // Two equally attractive actions: half of the farmers' deeds.
        close(farmed(&gamed(share, points)), share / 2.0, 0.12 * share);
    }
    // Without points nobody farms.
    let idle = gamed(0.5, "");
    assert_eq!(idle.count("deeds:spam", idle.last()), 0.0);
    let judged = gamed(0.5, "[points.answer]\npoints = 10\nquality = 1\n");
    assert_eq!(farmed(&judged), 0.0);
    assert!(judged.count("deeds:spam", judged.last()) > 100.0);
}

#[test]
fn mutual_farming_needs_a_partner() {
    let circle = |people: u32| {
        let text = opening("1 week", "26 weeks", 1, "quarter")
            + &members(people)
            + &metronome(1.0)
            + "[mechanism.farming]\nshare = 1\n"
            + ACTIONS
            + "mutual = true\n[points.answer]\n";
        let study = run(&text);
        assert!(study.count("deeds:spam", study.last()) > 5.0);
        study.mean("points-farmed", study.last())
    };
    assert_eq!(circle(1), 0.0);
    assert!(circle(2) > 0.0);
    assert!(circle(10) > 50.0);
}

#[test]
fn a_partner_comes_onto_a_tier_in_the_tick_that_brings_the_points() {
    let text = opening("1 day", "1 year", 8, "tick")
        + &members(3)
        + &by_chance(1.0 / 20.0)
        + "[mechanism.farming]\nshare = 1\n[ladder.all.tier.pointed]\nentry = { points = 1, within = \"9 years\" }\n"
        + ACTIONS
        + "mutual = true\n[points.answer]\n";
    let study = run(&text.replace("[action.answer]", "[action.answer]\nappeal = -30"));
    for replicate in 0..8 {
        let of = |metric: &str, row: usize| study.values(0, metric, row)[replicate];
        let first = (0..=study.last()).find(|&row| of("points-issued", row) > 0.0).unwrap();
        assert!(of("holders:all.pointed", first) >= 1.0, "replicate {replicate}, day {first}");
    }
}

#[test]
fn what_is_found_out_is_taken_back() {
    for detection in [0.25, 0.75] {
        let text = opening("1 week", "26 weeks", 1, "quarter")
            + &members(2_000)
            + &by_chance(0.3)
            + "[mechanism.farming]\nshare = 1\n"
            + &ACTIONS.replace("detection = 0", &format!("detection = {detection}\n penalty_points = 1"))
            + "[points.answer]\npoints = 10\n";
        let study = run(&text);
        let total = |metric: &str| study.counts(metric).iter().sum::<f64>();
        let (spam, caught) = (total("deeds:spam"), study.mean("caught", study.last()));
        close(caught / spam, detection, 0.01);
        close(study.mean("points-farmed", study.last()), 10.0 * (spam - caught), 0.5);
        assert!(study.mean("points-taken-back", study.last()) > 0.5 * caught);
    }
}

#[test]
fn a_cap_is_the_most_that_one_person_earns_in_its_period() {
    for (cap, days, most) in [("20 per week", 7.0, 20.0), ("50 per month", 30.4375, 50.0), ("4 per day", 7.0, 28.0)] {
        let text = opening("1 week", "1 year", 1, "tick")
            + &members(10)
            + &metronome(3.0)
            + &format!("[action.answer]\n[points.answer]\npoints = 3\ncap = \"{cap}\"\n");
        let study = run(&text);
        let ticks = study.last() as f64 + 1.0;
        let periods = (ticks * 7.0 / days).ceil();
        close(study.mean("points-issued", study.last()), 10.0 * most * periods, 1e-9);
    }
}

#[test]
fn quality_changes_who_gets_points_but_not_how_many_there_are() {
    for quality in [0.5, 1.0] {
        let issued = |quality: f64| {
            let rule = format!("[action.answer]\n[points.answer]\npoints = 100\nquality = {quality}\n");
            let study = run(&(opening("1 week", "26 weeks", 1, "quarter") + &members(2_000) + &metronome(0.5) + &rule));
            study.mean("points-issued", study.last())
        };
        let plain = issued(0.0);
        let judged = issued(quality);
        assert!(judged != plain);
        close(judged, plain, 0.01 * plain);
    }
}

#[test]
fn points_for_merged_work_wait_for_the_merge() {
    for (hours, merges) in [(1_000.0, true), (0.0, false)] {
        let text = opening("1 week", "20 weeks", 1, "tick")
            + &members(50)
            + &metronome(1.0)
            + &format!(
                "[action.code]\nreviewed = true\n[points.code]\npoints = 7\non = \"merged\"\n[mechanism.review]\nhours = {hours}\n"
            );
        let study = run(&text);
        let issued = study.mean("points-issued", study.last());
        assert_eq!(issued, if merges { 7.0 * 50.0 * 140.0 } else { 0.0 });
    }
}

#[test]
fn a_shop_never_spends_more_than_its_pool_and_nothing_is_left_over_that_would_do() {
    for (total, cost) in [(1_000, 130), (5_000, 400)] {
        let text = opening("1 week", "1 year", 2, "tick")
            + &members(500)
            + &by_chance(0.5)
            + &format!(
                r#"
                [action.answer]
                [points.answer]
                points = 10
                [shop.hoodie]
                price = 200
                cost = {cost}
                pool = "things"
                [budget]
                total = {total}
                period = "10 years"
                pools = {{ things = 0.8, other = 0.2 }}
                "#
            );
        let study = run(&text);
        let pool = 0.8 * f64::from(total);
        let most = (pool / f64::from(cost)).floor() * f64::from(cost);
        for row in 0..=study.last() {
            for replicate in 0..2 {
                let at = |metric: &str| study.values(0, metric, row)[replicate];
                assert!(at("paid:things") <= pool);
                let bought = at("paid:things") / f64::from(cost);
                assert_eq!(at("points-issued") - at("points-held"), 200.0 * bought);
            }
        }
        assert_eq!(study.mean("paid:things", study.last()), most);
    }
}

/// Mean anticipation of people who earned their points long ago, and of people who earn fewer now.
fn prized(half_life: &str) -> (f64, f64) {
    let text = opening("1 week", "2 years", 1, "quarter")
        .replace("every = \"quarter\"", "every = \"quarter\", people = 40")
        + &metronome(1.0 / 7.0)
        + &format!(
            r#"
            [segment.early]
            people = 20
            members_at_start = 20
            [segment.late]
            people = 20
            members_at_start = 20
            [mechanism.learning]
            pull = 0
            [action.old]
            who = ["early"]
            effort = 1000
            [action.new]
            who = ["late"]
            effort = 1000
            [points.old]
            points = 10
            {half_life}
            [points.new]
            points = 1
            {half_life}
            [prize.old]
            cost = 1
            pool = "things"
            [prize.new]
            cost = 1
            pool = "things"
            [budget]
            total = 20
            period = "1 week"
            pools = {{ things = 1.0 }}
            [intervention.over]
            on = 2027-07-05
            set = {{ "points.old" = "off" }}
            "#
        );
    let study = run(&text);
    let last = study.ensemble.runs[0][0].traces.iter().map(|t| t.tick).max().unwrap();
    let of = |ids: std::ops::Range<u32>| {
        let of = study.ensemble.runs[0][0].traces.iter().filter(|t| t.tick == last && ids.contains(&t.id));
        of.map(|t| f64::from(t.person.anticipation)).sum::<f64>() / 20.0
    };
    (of(0..20), of(20..40))
}

#[test]
fn old_merit_goes_first_only_while_it_lasts() {
    // Money for twenty prizes a week; forty people would win one.
    let (old, new) = prized("");
    assert!(old > 0.99 && new < 0.01, "{old} {new}");
    for days in [20, 40] {
        let (old, new) = prized(&format!("half_life = \"{days} days\""));
        assert!(old < 0.01 && new > 0.99, "{old} {new}");
    }
    // A half-life of years leaves ten to one.
    let (old, new) = prized("half_life = \"1500 days\"");
    assert!(old > 0.99 && new < 0.01, "{old} {new}");
}

/// Whether people who earned by two rules of different half-lives rank before people who earned by one, half a year
/// after the first of the two was switched off.
fn ranked_first(before: (u32, &str), after: (u32, &str), rival: (u32, &str)) -> bool {
    let rule = |name: &str, action: &str, (points, half_life): (u32, &str)| {
        format!("[points.{name}]\naction = \"{action}\"\npoints = {points}\n{half_life}\n")
    };
    let text = opening("1 week", "1 year", 1, "quarter")
        .replace("every = \"quarter\"", "every = \"quarter\", people = 40")
        + &metronome(1.0 / 7.0)
        + &rule("a-before", "both", before)
        + &rule("b-after", "both", after)
        + &rule("rival", "one", rival)
        + r#"
        [segment.both]
        people = 20
        members_at_start = 20
        [segment.one]
        people = 20
        members_at_start = 20
        [mechanism.status]
        [action.both]
        who = ["both"]
        [action.one]
        who = ["one"]
        [ladder.best.tier.first]
        entry = { seats = 20, rank_by = "score", every = "51 weeks" }
        benefit = { fame = 5 }
        [intervention.over]
        on = 2027-07-05
        set = { "points.a-before" = "off" }
        "#;
    let study = run(&text);
    let traces = &study.ensemble.runs[0][0].traces;
    let last = traces.iter().map(|t| t.tick).max().unwrap();
    let famous = |of: std::ops::Range<u32>| {
        traces.iter().filter(|t| t.tick == last && of.contains(&t.id) && t.person.fame > 0.0).count()
    };
    let (both, one) = (famous(0..20), famous(20..40));
    assert_eq!(both.max(one) - both.min(one), 20, "{both} {one}");
    both > one
}

#[test]
fn points_fade_at_the_pace_of_the_rule_that_gave_them() {
    let week = "half_life = \"7 days\"";
    // Points without expiry stay, even if others fade.
    assert!(ranked_first((10, ""), (1, week), (3, week)));
    assert!(!ranked_first((10, week), (1, week), (3, week)));
    // And fading points fade, even if others stay.
    assert!(!ranked_first((100, week), (1, ""), (2, "")));
    assert!(ranked_first((100, ""), (1, ""), (2, "")));
}

#[test]
fn what_a_pool_can_pay_no_more_moves_nobody_from_then_on() {
    for (action, total) in [("shop", 8_000), ("prize", 100_000)] {
        let reward = if action == "shop" {
            "[points.answer]\npoints = 1000\n[shop.thing]\nprice = 20_000\ncost = 100\nvalue = 10\npool = \"things\"\n"
        } else {
            "[prize.answer]\ncost = 100\npool = \"things\"\n"
        };
        // A few people who work daily empty the pool; the many answer every third month.
        let text = opening("1 week", "1 year", 1, "tick")
            + &by_chance(1.0 / 90.0)
            + reward
            + &format!(
                r#"
                [segment.many]
                people = 1000
                members_at_start = 1000
                [segment.few]
                people = 10
                members_at_start = 10
                [segment.few.mechanism.triggers]
                own = "1 per day"
                [mechanism.effort]
                responders = 1
                sharpness = 1
                [action.answer]
                effort = 1
                who = ["many"]
                [action.work]
                who = ["few"]
                [prize.work]
                cost = 10
                pool = "things"
                [budget]
                total = {total}
                period = "10 years"
                pools = {{ things = 1.0 }}
                "#
            );
        let study = run(&text);
        let (intensity, paid) = (study.series("mean-intensity"), study.series("paid:things"));
        let dry = paid.iter().position(|p| *p > f64::from(total - 100)).unwrap();
        assert!(dry > 5 && dry < 45 && intensity[dry - 1] > 1.05, "{dry}: {intensity:?}");
        assert!(intensity[dry + 1..].iter().all(|i| *i < 1.02), "{action}, dry in {dry}: {intensity:?}");
    }
}
