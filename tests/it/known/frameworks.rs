//! Frameworks with universities and traffic partners, and the effects of investors beside their money.

use super::opening;
use crate::study::{Study, close, mean, run};

fn world(tick: &str, horizon: &str, every: &str, rest: &str) -> Study {
    run(&(opening(tick, horizon, 1, every) + "[segment.people]\npeople = 100_000\n" + rest))
}

const SCHOOLS: &str = "
    [organisation.schools]
    number = 6
    joined_at_start = 6
    [organisation.schools.as.university]
    students = 0
    enters = \"people\"
    ";

#[test]
fn students_on_the_way_are_those_a_year_times_the_delay() {
    for (students, coverage, delay) in [(300.0, 1.0, 2.0), (800.0, 0.4, 1.0)] {
        let study = world(
            "1 week",
            "8 years",
            "year",
            &format!(
                "
                {SCHOOLS}
                [framework.university.course]
                takes_up = \"1000 per year\"
                spreads = \"100 per year\"
                students = {students}
                coverage = {coverage}
                delay = \"{delay} years\"
                adopts = 1
                enters = \"people\"
                "
            ),
        );
        let a_year = 6.0 * students * coverage;
        close(study.mean("students-inside", study.last()), a_year * delay, 0.01 * a_year * delay);
        let (a, b) = (study.mean("graduates", 6), study.mean("graduates", 7));
        close(b - a, a_year, 0.02 * a_year);
        // Nobody is lost on the way.
        close(b + study.mean("students-inside", 7), a_year * 8.0, 0.02 * a_year * 8.0);
    }
}

#[test]
fn coverage_comes_near_its_most_at_one_rate() {
    for (coverage, rate, research) in [(0.8, 1.0, 5.0), (0.3, 0.4, 20.0)] {
        let study = world(
            "1 week",
            "4 years",
            "year",
            &format!(
                "
                {SCHOOLS}
                [framework.university.branch]
                takes_up = \"1000 per year\"
                spreads = \"{rate} per year\"
                coverage = {coverage}
                research = {research}
                enters = \"people\"
                "
            ),
        );
        for year in 1..=4_usize {
            let covers = coverage * (1.0 - (-rate * f64::from(year as u32)).exp());
            close(study.mean("got:research", year - 1), 6.0 * research * covers, 0.02 * 6.0 * research * coverage);
        }
    }
}

#[test]
fn what_a_pool_cannot_pay_is_not_taken_up() {
    for (total, cost, wanted) in [(100_000, 30_000, 3.0), (100_000, 12_000, 6.0), (1000, 1001, 0.0)] {
        let study = world(
            "1 week",
            "2 years",
            "year",
            &format!(
                "
                {SCHOOLS}
                [budget]
                total = {total}
                period = \"10 years\"
                pools = {{ schools = 1.0 }}
                [framework.university.book]
                takes_up = \"50 per year\"
                cost = {cost}
                pool = \"schools\"
                enters = \"people\"
                "
            ),
        );
        assert_eq!(study.mean("agreements", study.last()), wanted);
        assert_eq!(study.mean("paid:schools", study.last()), wanted * f64::from(cost));
        assert_eq!(study.mean("promises-broken", study.last()), 0.0);
    }
}

#[test]
fn they_are_taken_up_at_their_rate_and_bring_those_in_who_were_outside() {
    for rate in [0.5_f64, 2.0] {
        let study = world(
            "1 week",
            "2 years",
            "year",
            &format!(
                "
                [organisation.schools]
                number = 4000
                joins = \"0 per year\"
                [organisation.schools.as.university]
                students = 0
                enters = \"people\"
                [framework.university.material]
                takes_up = \"{rate} per year\"
                students = 0
                enters = \"people\"
                "
            ),
        );
        for year in [1_usize, 2] {
            let wanted = 4000.0 * (1.0 - (-rate * f64::from(year as u32)).exp());
            close(study.mean("agreements", year - 1), wanted, 130.0);
            assert_eq!(study.mean("agreements", year - 1), study.mean("inside:schools", year - 1));
        }
    }
}

#[test]
fn content_under_a_framework_holds_heat_which_cools_when_it_ends() {
    for (content, half, cools) in [(20.0, 10.0, 60.0), (4.0, 30.0, 150.0)] {
        let study = world(
            "1 week",
            "4 years",
            "tick",
            &format!(
                "
                [hub]
                hours = 1000
                costs = {{ content = 3 }}
                [organisation.press]
                joined_at_start = 1
                [organisation.press.as.traffic]
                [framework.traffic.column]
                takes_up = \"1000 per year\"
                content = {content}
                audience = 5000
                half = {half}
                cools = \"{cools} days\"
                [intervention.ends]
                on = 2030-01-07
                set = {{ \"framework.traffic.column\" = \"off\" }}
                "
            ),
        );
        let traffic = study.series("traffic");
        let heat = content * cools / 30.4375;
        let readers = |heat: f64| 5000.0 * heat / (heat + half);
        // It ends after 157 weeks.
        close(traffic[155], readers(heat), 25.0);
        for weeks in [4_usize, 13, 26] {
            close(traffic[156 + weeks], readers(heat * (-7.0 * (weeks as f64) / cools).exp()), 40.0);
        }
    }
}

#[test]
fn hours_for_frameworks_come_before_exchange_and_go_short_alike() {
    for (hours, content) in [(300.0_f64, 20.0), (30.0, 20.0)] {
        let study = world(
            "1 week",
            "4 years",
            "year",
            &format!(
                "
                [hub]
                hours = {hours}
                costs = {{ content = 1, support = 1 }}
                [organisation.press]
                number = 2
                joined_at_start = 2
                [organisation.press.as.traffic]
                {SCHOOLS}
                [framework.university.course]
                takes_up = \"1000 per year\"
                hours = 10
                enters = \"people\"
                [framework.traffic.column]
                takes_up = \"1000 per year\"
                content = {content}
                audience = 1000
                cools = \"30 days\"
                "
            ),
        );
        let promised = 6.0 * 10.0 + 2.0 * content;
        let served = (hours / promised).min(1.0);
        close(study.mean("hub-served", study.last()), served, 1e-12);
        let heat = content * served * 30.0 / 30.4375;
        close(study.mean("traffic", study.last()), 2.0 * 1000.0 * heat / (heat + 10.0), 1.0);
    }
}

fn backed(investor: &str, rest: &str, horizon: &str) -> Study {
    world(
        "1 week",
        horizon,
        "year",
        &format!(
            "
            [organisation.fund]
            joined_at_start = 1
            period = \"7 days\"
            [organisation.fund.as.investor]
            {investor}
            {rest}
            "
        ),
    )
}

#[test]
fn a_strategic_investor_blocks_its_share_of_a_bid_as_long_as_it_stays() {
    let rival = |bid: f64| {
        format!(
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
            bid = {bid}
            "
        )
    };
    // A partner gains 2·√½ − 1 = .414 of its hours.
    for (bid, defends, more, wanted) in [
        (0.5, 0.0, "", 0.0),
        (0.5, 0.2, "", 8.0),
        (0.5, 0.15, "", 0.0),
        (3.0, 0.87, "", 8.0),
        (3.0, 1.0, "stays = \"2 years\"", 0.0),
        (3.0, 1.0, "stays = \"9 years\"", 8.0),
        (0.5, 1.0, "members = 1", 0.0),
    ] {
        let study = backed(&format!("defends = {defends}\n{more}"), &rival(bid), "5 years");
        assert_eq!(study.mean("inside:partners", study.last()), wanted, "{bid} {defends} {more}");
    }
}

#[test]
fn orders_and_circles_bring_organisations_in_at_their_rates() {
    let firms = "
        [organisation.firms]
        number = 4000
        period = \"7 days\"
        joins = \"0.3 per year\"
        [organisation.firms.as.enterprise]
        ";
    let closed = format!("{firms}\nthreshold_low = 1\nthreshold_high = 1\n");
    let open = format!("{firms}\nthreshold_high = 0\n");
    for times in [0.4_f64, 1.5] {
        let ordered = backed(&format!("orders = \"{times} per year\""), &closed, "2 years");
        let circle = backed(&format!("circle = {times}\nremembered = \"100 years\"\nrounds = 1"), &open, "2 years");
        for year in [1_usize, 2] {
            let t = f64::from(year as u32);
            close(ordered.mean("inside:firms", year - 1), 4000.0 * (1.0 - (-times * t).exp()), 160.0);
            let rate = 0.3 * (1.0 + times * (1.0 - t / 200.0));
            close(circle.mean("inside:firms", year - 1), 4000.0 * (1.0 - (-rate * t).exp()), 160.0);
        }
        assert_eq!(backed("", &closed, "2 years").mean("inside:firms", 1), 0.0);
    }
}

#[test]
fn a_bank_is_heard_beyond_the_circle_until_it_is_forgotten() {
    for (beyond, remembered) in [(2.0, 365.25), (5.0, 182.625)] {
        let people = "
            [mechanism.adoption]
            external = \"0.05 per year\"
            social = \"0 per year\"
            ";
        let study =
            backed(&format!("beyond = {beyond}\nremembered = \"{remembered} days\"\nrounds = 1"), people, "3 years");
        for year in [1_usize, 3] {
            let t = f64::from(year as u32);
            let fades = remembered / 365.25;
            let heard = 0.05 * (t + beyond * fades * (1.0 - (-t / fades).exp()));
            close(study.mean("members", year - 1), 100_000.0 * (1.0 - (-heard).exp()), 700.0);
        }
    }
}

#[test]
fn money_waits_until_there_are_so_many_organisations() {
    for (asks, wanted) in [(6.0, 1000.0), (7.0, 0.0)] {
        let study = backed(
            &format!("organisations = {asks}\nrounds = 1\ntranche = 1000"),
            &format!("{SCHOOLS}\n[budget]\npools = {{ all = 1.0 }}\n"),
            "2 years",
        );
        assert_eq!(mean(&study.values(0, "capital", 1)), wanted);
    }
}
