//! Benefits and obligations of tiers: funds, fees, surplus, support, commitments, contributions of vendors, seats on
//! the board.

use super::paths::{partners, world};
use crate::study::close;

#[test]
fn funds_come_out_of_the_pool_and_fees_go_into_it() {
    for (fund, fee, by_size) in [(1200, 300, 0.0), (800, 2000, 1.0)] {
        let with = |total: u32| {
            world(
                "1 month",
                "4 years",
                "year",
                &format!(
                    "
                    [budget]
                    total = {total}
                    period = \"4 years\"
                    pools = {{ partners = 0.5, rest = 0.5 }}
                    [organisation.houses]
                    number = 5
                    joined_at_start = 5
                    size = 2
                    [organisation.houses.as.partner]
                    price = 0
                    [path.partner.tier.select]
                    holders_at_start = 5
                    entry = {{ accredited = 1 }}
                    benefit = {{ market_fund = \"{fund} per month\", pool = \"partners\" }}
                    obligation = {{ fee = \"{fee} per year\", fee_by_size = {by_size} }}
                    "
                ),
            )
        };
        let study = with(1_000_000);
        let fees = 5.0 * f64::from(fee) * 2.0_f64.powf(by_size) * 4.0;
        assert_eq!(study.mean("partner-fees", study.last()), fees);
        assert_eq!(study.mean("paid:partners", study.last()), 5.0 * f64::from(fund) * 48.0);
        assert_eq!(study.mean("promises-broken", study.last()), 0.0);
        // Half of each fee goes into the pool that pays the fund: it pays out no more than both.
        let poor = with(10_000);
        let paid = poor.mean("paid:partners", poor.last());
        // Money that arrives on the last day pays nothing any more.
        let least = 5000.0 + fees / 2.0 * 0.75 - 5.0 * f64::from(fund);
        assert!(paid <= 5000.0 + fees / 2.0 && paid > least, "{paid}");
        assert_eq!(poor.mean("promises-broken", poor.last()), 5.0 * 48.0 - paid / f64::from(fund));
    }
}

#[test]
fn the_surplus_of_partners_is_what_they_earn_less_what_their_tiers_cost_them() {
    // Without exchange, they are bound only by the hours and the joint money of their tiers.
    for (fund, fee, hours, joint, hour) in
        [(0, 0, 0.0, 0, 300.0), (900, 1200, 4.0, 0, 150.0), (0, 500, 2.0, 6000, 80.0)]
    {
        let path = format!(
            "
            [budget]
            total = 1_000_000
            period = \"4 years\"
            pools = {{ partners = 1.0 }}
            [path.partner]
            hour = {hour}
            [path.partner.tier.select]
            holders_at_start = 6
            entry = {{ certified = 2 }}
            review = {{ every = \"1 year\" }}
            benefit = {{ market_fund = \"{fund} per month\", pool = \"partners\" }}
            obligation = {{ fee = \"{fee} per year\", hours = {hours}, co_investment = {joint} }}
            "
        );
        let study = world("1 month", "4 years", "year", &(partners(6, 0.4, 1e6) + &path));
        let end = |metric: &str| study.mean(metric, study.last());
        assert!(end("partner-revenue") > 0.0);
        // A holder at the start has already paid its joint money.
        let before = 6.0 * f64::from(joint);
        let costs = end("partner-fees") + hour * end("invested") - end("paid:partners") - before;
        close(end("partner-surplus"), end("partner-revenue") - costs, 1e-9);
    }
}

#[test]
fn support_comes_out_of_the_hours_of_the_hub() {
    for (hours, each, holders) in [(100.0_f64, 10.0, 4_u32), (90.0, 40.0, 5)] {
        let study = world(
            "1 week",
            "1 year",
            "month",
            &format!(
                "
                [hub]
                hours = {hours}
                costs = {{ support = 2 }}
                worth = {{ code = 1 }}
                [organisation.houses]
                number = 8
                joined_at_start = 8
                hours = 1000
                costs = {{ code = 1 }}
                worth = {{ support = 9 }}
                [organisation.houses.as.partner]
                [path.partner.tier.select]
                holders_at_start = {holders}
                entry = {{ accredited = 1000 }}
                benefit = {{ support_hours = {each} }}
                "
            ),
        );
        let promised = each * f64::from(holders);
        close(study.mean("hub-served", study.last()), (hours / promised).min(1.0), 1e-12);
        // All of its hours are worked, two per unit, for any receiver.
        close(study.mean("gave:support", study.last()), hours / 2.0, 1e-9);
        let broken = study.mean("promises-broken", study.last());
        assert_eq!(broken > 0.0, promised > hours);
    }
}

#[test]
fn what_a_tier_asks_to_be_put_in_binds_against_a_bid() {
    let kept = |obligation: &str| {
        let study = world(
            "1 week",
            "4 years",
            "year",
            &format!(
                "
                [hub]
                hours = 1000
                costs = {{ support = 1 }}
                worth = {{ code = 1 }}
                [organisation.partners]
                number = 8
                joined_at_start = 8
                hours = 100
                commitment = 1e9
                costs = {{ code = 1 }}
                worth = {{ support = 2 }}
                [organisation.partners.as.partner]
                [organisation.rival]
                joined_at_start = 1
                [organisation.rival.as.rival]
                bid = 0.5
                [path.partner]
                hour = 100
                [path.partner.tier.select]
                holders_at_start = 8
                entry = {{ accredited = 1 }}
                obligation = {obligation}
                "
            ),
        );
        assert_eq!(study.mean("standing:partner.select", study.last()), study.mean("inside:partners", study.last()));
        study.mean("inside:partners", study.last())
    };
    // A partner gains 2·√½ − 1 = .41 of its hours. With I hours put in and 1e9 for a half, 1/(1 + I/1e9) of the bid counts.
    for (hours, wanted) in [(0.0, 0.0), (0.15e9, 0.0), (0.25e9, 8.0)] {
        assert_eq!(kept(&format!("{{ co_investment = {} }}", hours * 100.0)), wanted, "{hours}");
    }
}

#[test]
fn vendors_leave_what_they_do_not_take_and_give_back_what_they_give() {
    for (number, takes, back) in [(1, 0.2, 0.0), (3, 0.1, 2.0), (2, 1.0, 0.5), (4, 0.0, 0.0)] {
        let study = world(
            "1 month",
            "2 years",
            "month",
            &format!(
                "
                [organisation.firms]
                number = 10
                joined_at_start = 10
                [organisation.firms.as.enterprise]
                pays = 1200
                {}
                takes = {takes}
                gives_back = {back}
                ",
                partners(number, 0.0, 1e6)
            ),
        );
        let last = study.last();
        let left = (1.0_f64 - takes).powi(number as i32);
        close(study.mean("hub-revenue", last), 24_000.0 * left, 1e-6);
        close(study.mean("cannibalised", last), 24_000.0 * (1.0 - left), 1e-6);
        close(study.mean("got:code", last), 50.0 * back, 1e-6);
    }
}

#[test]
fn one_seat_on_the_board_for_so_many_holders_is_worth_as_much_to_each_as_its_turns() {
    // They join a tier with a fee if the influence is worth more: heard · hours · 12 · hour · seats/holders.
    let world = |each: u32, most: u32, heard: f64, fee: f64, holders: u32| {
        let path = format!(
            "[path.partner]\nheard = {heard}\nhour = 10\n[path.partner.tier.member]\nholders_at_start = {holders}\n\
             review = {{ every = \"1 week\" }}\nbenefit = {{ board_for = {each}, board_most = {most} }}\n\
             obligation = {{ fee = \"{fee} per year\" }}\n[budget]\npools = {{ all = 1.0 }}\n"
        );
        let study = world("1 week", "1 year", "tick", &(partners(holders, 0.0, 1.0) + &path));
        (study.mean("board-seats", 0), study.mean("standing:partner.member", study.last()))
    };
    for (each, most, holders, seats) in [(5, 3, 12, 2.0), (5, 3, 40, 3.0), (1, 100, 7, 7.0), (10, 3, 9, 0.0)] {
        for heard in [0.02, 0.1] {
            let worth = heard * 100.0 * 12.0 * 10.0 * seats / f64::from(holders);
            assert_eq!(world(each, most, heard, (worth - 1.0).max(0.0), holders), (seats, f64::from(holders)));
            if seats > 0.0 {
                assert!(world(each, most, heard, worth + 1.0, holders).1 < f64::from(holders));
            }
        }
    }
}
