//! Paths of organisations: shares of led projects add up; promotion, seats, chances, reviews.

use super::opening;
use crate::study::{Study, close, mean, run, same};

/// A world of a thousand passive people, with organisations.
pub(super) fn world(tick: &str, horizon: &str, every: &str, rest: &str) -> Study {
    run(&(opening(tick, horizon, 1, every) + "[segment.people]\npeople = 100\n" + rest))
}

/// Partners inside, equal except for their size, and a market that is many times their capacity.
pub(super) fn partners(number: u32, spread: f64, capacity: f64) -> String {
    format!(
        "
        [organisation.houses]
        number = {number}
        joined_at_start = {number}
        size_spread = {spread}
        hours = 100
        [organisation.houses.as.partner]
        markets = [50]
        begins = [-60]
        skill = [0.5]
        capacity = {capacity}
        price = 10
        "
    )
}

#[test]
fn what_tiers_lead_is_taken_from_no_total() {
    let path = |led: f64, brand: f64, top: u32| {
        format!(
            "
            [path.partner.tier.top]
            holders_at_start = {top}
            entry = {{ accredited = 1000 }}
            benefit = {{ lead_share = {led}, brand = {brand} }}
            "
        )
    };
    for (number, spread) in [(12, 0.0), (30, 0.8)] {
        let all = |path: &str| {
            let study = world("1 week", "2 years", "year", &(partners(number, spread, 1e6) + path));
            study.mean("partner-revenue", study.last())
        };
        let plain = all("");
        assert!(plain > 0.0);
        for (led, brand, top) in [(0.4, 0.0, 3), (1.0, 0.0, 1), (0.0, 2.0, 5), (0.7, 0.5, 12)] {
            close(all(&path(led, brand, top)) / plain, 1.0, 1e-9);
        }
    }
    // Of n equal partners, h on the tier have led/h more than the open part of each; a brand counts as additional size.
    for (n, h, led, brand) in [(10_u32, 2_u32, 0.4, 0.0), (20, 5, 0.3, 1.0), (8, 8, 0.5, 0.7)] {
        let study = world("1 week", "1 year", "year", &(partners(n, 0.0, 1e6) + &path(led, brand, h)));
        let (n, h) = (f64::from(n), f64::from(h));
        let weights = h * (1.0 + brand) + n - h;
        let (mine, theirs) = (led / h + (1.0 - led) * (1.0 + brand) / weights, (1.0 - led) / weights);
        let wanted = h * mine * mine + (n - h) * theirs * theirs;
        close(study.mean("project-concentration", study.last()), wanted, 1e-9);
    }
}

#[test]
fn a_path_that_brings_and_asks_nothing_changes_nothing() {
    let star = "
        [hub]
        hours = 300
        costs = { support = 1 }
        worth = { code = 1 }
        ";
    let trade = "
        [organisation.others]
        number = 9
        joined_at_start = 4
        size_spread = 0.7
        costs = { code = 1 }
        worth = { support = 2 }
        [organisation.others.as.partner]
        markets = [50]
        begins = [-3]
        skill = [0.3]
        ";
    for path in [
        "[path.partner.tier.one]\nreview = { every = \"90 days\", chance = 0.3 }\n[path.partner.tier.two]\nfrom = \"one\"\nentry = { seats = 3, chance = 0.5 }\n",
        "[path.partner]\nresponds = 5\nskill = 3\n[path.partner.tier.one]\nentry = { certified = 3, launched = 1 }\n[path.partner.tier.two]\nholders_at_start = 2\nreview = { every = \"1 year\" }\n",
    ] {
        let text = star.to_owned() + &partners(8, 0.5, 1.0) + trade;
        let (with, without) =
            (world("1 week", "3 years", "month", &(text.clone() + path)), world("1 week", "3 years", "month", &text));
        for metric in &without.experiment.metrics {
            assert!(same(&with.series(&metric.name), &without.series(&metric.name)), "{}", metric.name);
        }
    }
}

#[test]
fn chances_up_and_down_hold_the_stock_of_a_chain() {
    for (up, rise, down, off) in [(0.05, 0.04, 0.1, 0.03), (0.3, 0.2, 0.15, 0.2)] {
        let n = 3000;
        let study = world(
            "1 month",
            "12 years",
            "month",
            &format!(
                "
                [organisation.houses]
                number = {n}
                joined_at_start = {n}
                [organisation.houses.as.partner]
                [path.partner.tier.low]
                entry = {{ chance = {up} }}
                review = {{ every = \"1 month\", chance = {off}, otherwise = \"exit\" }}
                [path.partner.tier.high]
                from = \"low\"
                entry = {{ chance = {rise} }}
                review = {{ every = \"1 month\", chance = {down} }}
                "
            ),
        );
        // One meeting: reviews first, then from the top down, holders of the tier below may be promoted by one tier.
        let meeting = [
            [1.0 - up, up, 0.0],
            [off * (1.0 - up), off * up + (1.0 - off) * (1.0 - rise), (1.0 - off) * rise],
            [0.0, down * (1.0 - rise), 1.0 - down + down * rise],
        ];
        let mut share = [1.0, 0.0, 0.0];
        for _ in 0..2000 {
            share = std::array::from_fn(|j| (0..3).map(|i| share[i] * meeting[i][j]).sum());
        }
        let held = |tier: &str| mean(&study.series(&format!("standing:partner.{tier}"))[72..]) / f64::from(n);
        close(held("low"), share[1], 0.01);
        close(held("high"), share[2], 0.01);
    }
}

#[test]
fn one_exit_at_the_top_moves_one_on_every_tier_and_seats_are_never_exceeded() {
    for (top, middle, base, chance) in [(3_u32, 6_u32, 20_u32, 0.2), (1, 1, 4, 0.5)] {
        let study = world(
            "1 month",
            "10 years",
            "month",
            &format!(
                "
                [organisation.houses]
                number = 60
                joined_at_start = 60
                size_spread = 0.5
                [organisation.houses.as.partner]
                [path.partner.tier.base]
                entry = {{ seats = {base}, rank_by = \"size\" }}
                [path.partner.tier.middle]
                from = \"base\"
                entry = {{ seats = {middle}, rank_by = \"size\" }}
                [path.partner.tier.top]
                from = \"middle\"
                entry = {{ seats = {top}, rank_by = \"size\" }}
                review = {{ every = \"1 month\", chance = {chance}, otherwise = \"exit\" }}
                "
            ),
        );
        for (tier, seats) in [("top", top), ("middle", middle), ("base", base)] {
            let held = study.series(&format!("standing:partner.{tier}"));
            assert!(held.iter().all(|n| *n <= f64::from(seats)), "{tier}");
            assert_eq!(held[held.len() - 1], f64::from(seats), "{tier} is full");
        }
        let risen = |tier: &str| study.mean(&format!("risen:partner.{tier}"), study.last());
        let vacated = study.mean("fallen:partner.top", study.last());
        assert!(vacated > 9.0);
        assert_eq!(risen("top"), f64::from(top) + vacated);
        assert_eq!(risen("middle"), f64::from(middle) + risen("top"));
        assert_eq!(risen("base"), f64::from(base) + risen("middle"));
    }
}

/// Partners after three years on a tier that requires certified people and pays an amount a year.
fn climbed(responds: f64, fund: f64, obligation: &str, certified: u32) -> Study {
    world(
        "1 week",
        "3 years",
        "month",
        &format!(
            "
            [budget]
            total = 100_000_000
            pools = {{ partners = 1.0 }}
            {}
            [path.partner]
            responds = {responds}
            looks_ahead = \"2 years\"
            hour = 100
            certification = 50
            pace = 0.25
            lapse = \"1000 years\"
            [path.partner.tier.select]
            entry = {{ certified = {certified} }}
            benefit = {{ market_fund = \"{fund} per year\", pool = \"partners\" }}
            obligation = {obligation}
            ",
            partners(7, 0.0, 1.0)
        ),
    )
}

#[test]
fn organisations_set_out_where_the_tier_is_worth_more_than_the_way_there() {
    // Certified people take 50 hours of 100 each: 5000 for one, against twice what a year brings.
    for (certified, obligation, asks) in
        [(4, "{}", 0.0), (6, "{ fee = \"1000 per year\" }", 1000.0), (2, "{ co_investment = 3000 }", 1500.0)]
    {
        let cost = f64::from(certified) * 5000.0;
        for responds in [1.0, 0.5] {
            let bar = cost / 2.0 / responds + asks;
            for (fund, wanted) in [(bar * 1.01, 7.0), (bar * 0.99, 0.0)] {
                let study = climbed(responds, fund.round(), obligation, certified);
                assert_eq!(study.mean("standing:partner.select", study.last()), wanted, "{responds} {fund}");
            }
        }
        assert_eq!(climbed(0.0, 1e6, obligation, certified).mean("certified", 30), 0.0, "nobody responds");
    }
}

#[test]
fn training_takes_the_hours_that_it_takes_and_binds_them() {
    for (certified, months) in [(4, 8), (9, 18)] {
        let study = climbed(1.0, 100_000.0, "{}", certified);
        // A quarter of a hundred hours a month: 50 hours take two months, and the few who leave on the way a little of one more.
        let held = study.series("standing:partner.select");
        let first = held.iter().position(|n| *n > 0.0).unwrap();
        assert!((months..=months + 1).contains(&first), "{first} against {months}");
        let hours = 7.0 * 50.0 * f64::from(certified);
        close(study.mean("invested", study.last()), hours, 0.01 * hours);
        close(study.mean("certified", study.last()), 7.0 * f64::from(certified), 0.1);
    }
}

#[test]
fn a_review_asks_again_and_a_grace_is_waited_for() {
    for (grace, falls) in [(0, 13), (120, 17)] {
        // Fifty projects in the year before the run count as long as the window holds them; ten a year come after.
        let study = world(
            "1 month",
            "3 years",
            "month",
            &format!(
                "
                {}
                [path.partner.tier.select]
                holders_at_start = 10
                entry = {{ launched = 50, within = \"1 year\" }}
                review = {{ every = \"1 year\", grace = \"{grace} days\" }}
                ",
                partners(60, 0.0, 1e6)
            ),
        );
        let held = study.series("standing:partner.select");
        let first = held.iter().position(|n| *n == 0.0).unwrap() + 1;
        assert!(first.abs_diff(falls) <= 1 && held[first - 2] == 10.0, "{first} against {falls}");
        assert!(held[first..].iter().all(|n| *n == 0.0));
    }
}

#[test]
fn open_enrolment_takes_everybody_and_a_capped_tier_its_seats() {
    for (seats, wanted) in [("", 25.0), ("seats = 4, ", 4.0)] {
        let study = world(
            "1 week",
            "2 years",
            "year",
            &(partners(25, 0.6, 1e6)
                + &format!(
                    "[path.partner.tier.select]\nentry = {{ {seats}revenue = 1 }}\nbenefit = {{ brand = 0.5 }}\n"
                )),
        );
        assert_eq!(study.mean("standing:partner.select", study.last()), wanted);
    }
}
