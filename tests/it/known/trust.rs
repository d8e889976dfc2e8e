//! Trust of organisations and belief in single promises, each against its closed form.

use super::{members, opening};
use crate::study::{Study, close, run};

/// The length of a week, years.
const WEEK: f64 = 7.0 / 365.25;

/// Partners who trade code for support with a hub of limited hours, where a unit of support saves them a number of
/// hours; weekly periods.
fn partners(hub: f64, number: u32, spares: f64, trust: &str, more: &str) -> Study {
    run(&(opening("1 week", "3 years", 1, "tick")
        + &format!(
            "
            [segment.people]
            people = 100
            [budget]
            pools = {{ all = 1.0 }}
            [hub]
            hours = {hub}
            costs = {{ support = 1 }}
            worth = {{ code = 1 }}
            [organisation.partners]
            number = {number}
            joined_at_start = {number}
            hours = 100
            period = \"7 days\"
            commitment = 1e9
            costs = {{ code = 1 }}
            worth = {{ support = {spares} }}
            [organisation.partners.as.partner]
            [trust]
            {trust}
            {more}
            "
        )))
}

#[test]
fn trust_tends_to_the_share_that_is_kept_weighed_by_how_fast_it_comes_and_goes() {
    // The exchange is served in full, and the promised funds are never paid: one of two promises is kept.
    let fund = "[path.partner]\nresponds = 0\n[path.partner.tier.one]\nholders_at_start = 4\n\
                benefit = { market_fund = \"1000 per month\", pool = \"all\" }";
    for (builds, loses, start) in [(1.0, 3.0, 0.9), (2.0, 0.5, 0.6)] {
        let trust = format!("at_start = {start}\nbuilds = \"{builds} per year\"\nloses = \"{loses} per year\"");
        let study = partners(1e6, 4, 9.0, &trust, fund);
        let (settles, rate) = (builds / (builds + loses), 0.5 * (builds + loses));
        // From the first month on, when the first fund is due.
        let first = study.mean("trust:partners", 8);
        for row in [20_usize, 60, 156] {
            let years = (row - 8) as f64 * WEEK;
            let wanted = settles + (first - settles) * (-rate * years).exp();
            close(study.mean("trust:partners", row), wanted, 1e-9);
        }
        close(study.mean("trust:partners", 156), settles, 0.03);
    }
}

#[test]
fn trust_follows_what_rationing_leaves_of_each_deal() {
    for (hub, builds, loses) in [(300.0, 1.0, 3.0), (450.0, 2.0, 0.4)] {
        let trust = format!("at_start = 1\nbuilds = \"{builds} per year\"\nloses = \"{loses} per year\"");
        let study = partners(hub, 10, 4.0, &trust, "");
        let mut wanted = 1.0_f64;
        for row in 0..=study.last() {
            // Each gives a hundred units for √(1/(4·T)) of support each, and less trust asks for better terms.
            let asked = 10.0 * 100.0 / (4.0 * wanted).sqrt();
            let share = f64::min(hub / asked, 1.0);
            let rate = builds * share + loses * (1.0 - share);
            let settles = builds * share / rate;
            // Partners with trust below a quarter do not trade, and learn nothing.
            if wanted > 0.25 {
                wanted = settles + (wanted - settles) * (-rate * WEEK).exp();
            }
            close(study.mean("trust:partners", row), wanted, 1e-9);
        }
        assert!(wanted < 0.99 && (hub > 400.0) == (wanted > 0.25), "{wanted}");
    }
}

#[test]
fn a_promise_to_partners_that_is_exposed_costs_trust_which_then_comes_back() {
    let exposed = "[path.partner]\nresponds = 0\n[path.partner.tier.one]\nbenefit = { brand = 0.1 }\n\
                   [shock.exposed]\non = 2027-12-27\nexpose = \"path.partner.tier.one\"\nfactor = FACTOR";
    for (builds, broken, factor) in [(1.0, 0.3, 0.0), (0.5, 0.8, 0.25)] {
        let trust = format!("at_start = 0.9\nbuilds = \"{builds} per year\"\nbroken = {broken}");
        let study = partners(1e6, 4, 9.0, &trust, &exposed.replace("FACTOR", &format!("{factor}")));
        let mut wanted = 0.9_f64;
        for row in 0..=study.last() {
            if row == 51 {
                wanted *= 1.0 - broken * (1.0 - factor);
            }
            wanted = 1.0 - (1.0 - wanted) * (-builds * WEEK).exp();
            close(study.mean("trust:partners", row), wanted, 1e-9);
        }
    }
}

#[test]
fn a_partner_gains_what_it_trusts_and_a_bid_takes_it_where_that_is_less() {
    let still = "builds = \"0 per year\"\nloses = \"0 per year\"";
    for (spares, bid) in [(4.0, 0.5), (9.0, 0.2), (2.0, 0.25)] {
        let rival = format!("[organisation.rival]\njoined_at_start = 1\n[organisation.rival.as.rival]\nbid = {bid}");
        // √(T · ρ) − 1 = b.
        let edge = (1.0 + bid) * (1.0 + bid) / spares;
        for (trust, stays) in [(1.01 * edge, 4.0), (0.99 * edge, 0.0)] {
            let study = partners(1e6, 4, spares, &format!("at_start = {trust}\n{still}"), &rival);
            assert_eq!(study.mean("inside:partners", study.last()), stays, "trust {trust}, bid {bid}");
            close(study.mean("gain:partners", 10), (trust * spares).sqrt() - 1.0, 1e-9);
        }
    }
    // Below 1/ρ there is no deal at all.
    for (trust, trades) in [(0.26, true), (0.24, false)] {
        let study = partners(1e6, 4, 4.0, &format!("at_start = {trust}\n{still}"), "");
        assert_eq!(study.mean("got:code", 10) > 0.0, trades);
    }
}

#[test]
fn a_hub_that_has_no_hour_left_is_trusted_less_until_nobody_would_trade_with_it() {
    for (loses, spares) in [(1.5, 9.0), (2.5, 4.0)] {
        let trust = format!("at_start = 1\nloses = \"{loses} per year\"");
        let stop = "[intervention.stop]\non = 2027-12-27\nset = { \"hub.hours\" = 0 }";
        let study = partners(1e6, 4, spares, &trust, stop);
        let mut wanted = 1.0_f64;
        for row in 0..=study.last() {
            if row > 50 && wanted * spares > 1.0 {
                wanted *= (-loses * WEEK).exp();
            }
            close(study.mean("trust:partners", row), wanted, 1e-9);
        }
        assert!(wanted < 1.0 / spares && wanted > 0.9 / spares);
    }
}

#[test]
fn those_outside_go_by_what_those_inside_say() {
    let world = |told: f64, start: f64| {
        let trust = format!("at_start = {start}\ntold = {told}\nbuilds = \"2 per year\"");
        // They join if their trust is above one half: √(T · 8) − 1 ≥ 1.
        let guests = "[organisation.guests]\nnumber = 5\nhours = 100\nperiod = \"7 days\"\njoins = \"1000 per year\"\nreserve = 1\n\
                      costs = { code = 1 }\nworth = { support = 8 }\n[organisation.guests.as.partner]";
        let study = partners(1e6, 2, 9.0, &trust, guests);
        (0..=study.last()).find(|row| study.mean("inside:guests", *row) > 0.0)
    };
    assert_eq!(world(0.0, 0.4), None, "nobody told them");
    for (told, start) in [(1.0, 0.4), (0.5, 0.3)] {
        // Those inside: 1 − (1 − T₀)·e^(−2t); those outside follow in the next week.
        let heard = |row: usize| {
            let inside = 1.0 - (1.0 - start) * (-2.0 * row as f64 * WEEK).exp();
            start + told * (inside - start)
        };
        let wanted = (0..200).find(|row| heard(*row) >= 0.5);
        assert_eq!(world(told, start), wanted);
    }
}

/// Ladders of one tier each, an announced size, and one promise exposed in the seventh week.
fn promises(expose: &str, factor: f64, spills: f64, returns: &str) -> Study {
    run(&(opening("1 week", "26 weeks", 1, "tick")
        + &members(50)
        + &format!(
            "
            [action.code]
            contribution = true
            [ladder.one.tier.top]
            entry = {{ deeds = 1e6, seats = 2 }}
            benefit = {{ esteem = 1 }}
            [ladder.two.tier.top]
            entry = {{ deeds = 1e6, seats = 3 }}
            benefit = {{ esteem = 1 }}
            [announcement.scale]
            size = 40
            on = 2027-01-04
            by = 2027-12-06
            [belief]
            returns = \"{returns}\"
            spills = {spills}
            [shock.first]
            on = 2027-02-15
            expose = \"{expose}\"
            factor = {factor}
            [shock.other]
            off = true
            on = 2027-02-15
            expose = \"ladder.two.tier.top\"
            [shock.third]
            off = true
            on = 2027-02-15
            expose = \"announcement.scale\"
            "
        )))
}

#[test]
fn an_exposed_promise_is_believed_less_than_the_rest_and_the_rest_by_what_spills() {
    let one = "ladder.one.tier.top";
    for (factor, spills) in [(0.4, 0.0), (0.4, 0.25), (0.1, 1.0), (0.0, 0.5)] {
        let study = promises(one, factor, spills, "100 years");
        let at = |metric: &str, row| study.mean(metric, row);
        assert_eq!((at("belief", 5), at("belief:ladder.one.tier.top", 5), at("vacuum", 5)), (1.0, 1.0, 5.0));
        let rest = 1.0 - spills * (1.0 - factor);
        close(at("belief", 6), rest, 1e-3);
        close(at("belief:ladder.one.tier.top", 6), factor, 1e-3);
        close(at("belief:ladder.two.tier.top", 6), rest, 1e-3);
        close(at("belief:announcement.scale", 6), rest, 1e-3);
        // Two open seats of the one, three of the other, each worth a logit.
        close(at("vacuum", 6), 2.0 * factor + 3.0 * rest, 5e-3);
    }
    // Both return alike.
    for (factor, days) in [(0.4, 70.0), (0.2, 140.0)] {
        let study = promises(one, factor, 0.0, &format!("{days} days"));
        for row in 6..=study.last() {
            let wanted = 1.0 - (1.0 - factor) * (-7.0 * (row - 5) as f64 / days).exp();
            close(study.mean("belief:ladder.one.tier.top", row), wanted, 1e-9);
            assert_eq!(study.mean("belief", row), 1.0);
        }
    }
}

#[test]
fn an_announced_size_that_is_exposed_draws_as_far_as_it_is_still_believed() {
    let world = |trust: f64, shock: &str| {
        let study = run(&(opening("1 week", "1 year", 8, "tick")
            + &format!(
                "
                [segment.people]
                people = 20_000
                [mechanism.adoption]
                external = \"0 per year\"
                social = \"0.5 per year\"
                [belief]
                returns = \"100 years\"
                [announcement.scale]
                size = 20_000
                on = 2027-01-04
                by = 2028-01-03
                trust = {trust}
                {shock}
                "
            )));
        study.mean("members", study.last())
    };
    for (trust, factor) in [(0.8, 0.5), (0.6, 0.25)] {
        let shock = format!("[shock.out]\non = 2027-01-04\nexpose = \"announcement.scale\"\nfactor = {factor}\n");
        // Belief in it alone falls to the factor, whatever happens to the rest.
        let (exposed, small) = (world(trust, &shock), world(trust * factor, ""));
        close(exposed / small, 1.0, 0.02);
        assert!(exposed < 0.7 * world(trust, ""));
    }
}

#[test]
fn a_tier_of_a_path_that_is_exposed_is_worth_as_much_less_to_those_who_would_climb() {
    // A fund of 1000 a year for a tier that asks for a joint product of 400 a year's hours' worth.
    let standing = |factor: f64| {
        let path = "[path.partner]\nhour = 1\n[path.partner.tier.one]\n\
                    benefit = { market_fund = \"1000 per year\", pool = \"all\" }\nobligation = { fee = \"400 per year\" }\n\
                    [belief]\nspills = 0\nreturns = \"100 years\"\n[shock.out]\non = 2027-01-04\nexpose = \"path.partner.tier.one\"";
        let trust = "at_start = 1\nbroken = 0\nloses = \"0 per year\"";
        let study = partners(1e6, 4, 9.0, trust, &format!("{path}\nfactor = {factor}\n"));
        study.mean("standing:partner.one", 2)
    };
    assert_eq!((standing(0.39), standing(0.42)), (0.0, 4.0));
}
