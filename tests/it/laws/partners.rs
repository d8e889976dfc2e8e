//! Laws of paths and frameworks: the properties of every run also hold with them.

use super::on_threads;
use crate::rich::{RICH, same, same_study};
use crate::study::{run, run_in};

const PARTNERS: &str = r#"
    [path.partner]
    certification = 20
    skill = 0.2
    [path.partner.tier.select]
    holders_at_start = 2
    entry = { accredited = 1, certified = 1 }
    review = { every = "10 weeks", chance = 0.1, grace = "2 weeks" }
    benefit = { brand = 0.4, support_hours = 9 }
    obligation = { fee = "30 per month", fee_by_size = 0.5 }
    [path.partner.tier.top]
    from = "select"
    entry = { certified = 2, launched = 0.5, seats = 2, every = "3 weeks", chance = 0.8 }
    review = { every = "10 weeks", chance = 0.3, otherwise = "exit" }
    benefit = { lead_share = 0.3, market_fund = "900 per quarter", pool = "people" }
    obligation = { co_investment = 20_000, hours = 5 }
    [framework.university.course]
    enters = "students"
    takes_up = "9 per year"
    cost = 300
    upkeep = "20 per month"
    pool = "ads"
    hours = 3
    students = 900
    delay = "60 days"
    research = 2
    [framework.traffic.column]
    takes_up = "9 per year"
    content = 3
    "#;

/// The rich scenario with paths and frameworks, vendors who compete, and an investor with all its effects.
fn rich() -> String {
    let text = RICH.replace("crowding = 0.3\n", "crowding = 0.3\ntakes = 0.1\ngives_back = 0.5\n");
    let backed = "[organisation.fund.as.investor]\ndefends = 0.5\norders = \"0.5 per year\"\ncircle = 1\nbeyond = 1\n";
    let text = text.replace("[organisation.fund.as.investor]\n", backed);
    assert!(text.len() > RICH.len() + 80, "the rich scenario has changed");
    text + PARTNERS
}

#[test]
fn organisations_that_climb_give_the_same_bytes_on_any_threads_and_in_any_crowds() {
    let study = run(&rich());
    let last = study.last();
    for metric in ["risen:partner.top", "fallen:partner.select", "partner-fees", "students-inside", "cannibalised"] {
        assert!(study.mean(metric, last) > 0.0, "nothing happened: {metric}");
    }
    for threads in [1, 3] {
        same_study(&study, &on_threads(threads, &rich()), &format!("{threads} threads"));
    }
    same_study(&study, &run_in(&rich(), 7), "small crowds");
}

#[test]
fn a_path_that_comes_on_a_date_changes_nothing_before_it_and_one_that_goes_frees_nothing_twice() {
    let world = RICH.split_once("[intervention.").unwrap().0;
    let world = world.replace("record = { every = \"month\"", "record = { every = \"tick\"");
    let off = PARTNERS.replace("[path.partner]\n", "[path.partner]\noff = true\n");
    assert_ne!(off, PARTNERS);
    let later = "\n[treatment.later]\nfrom = 2027-04-05\n\"path.partner\" = \"on\"\n\"path.partner.tier.new\" = { entry = { accredited = 1 } }\n\
                 \"framework.university.book\" = { enters = \"students\", takes_up = \"90 per year\" }\n\
                 [intervention.ends]\non = 2027-08-02\nset = { \"path.partner\" = \"off\", \"framework.university\" = \"off\" }\n";
    let study = run(&format!("{world}{off}{later}"));
    let (a, b) = (study.trajectory("baseline", 0), study.trajectory("later", 0));
    for (row, (mine, theirs)) in a.rows.iter().zip(&b.rows).take(13).enumerate() {
        for (name, (x, y)) in study.names().iter().zip(mine.iter().zip(theirs)) {
            assert_eq!(x.to_bits(), y.to_bits(), "row {row}: {name}");
        }
    }
    let at = |metric: &str, row: usize| study.values(study.design("later"), metric, row)[0];
    assert!(at("risen:partner.select", 25) + at("risen:partner.new", 25) > 0.0, "nobody climbed");
    assert!(at("agreements", 25) > study.values(0, "agreements", 25)[0], "nobody took the book up");
    same(&study.names(), a, run(&format!("{world}{off}{later}")).trajectory("baseline", 0), "again");
}

#[test]
fn what_costs_money_stops_when_spending_stops() {
    // Students join for two years through a book that is paid for; a year after its money has ended, no new ones have
    // joined.
    let coast = |upkeep: &str| {
        let study = run(&format!(
            r#"
            name = "coast"
            start = 2027-01-04
            horizon = "2 years"
            replicates = 1
            headline = "students-inside"
            coast = {{ replicates = 1, after = "2 years" }}
            [segment.people]
            people = 10_000
            [budget]
            total = 1_000_000
            pools = {{ schools = 1.0 }}
            [organisation.schools]
            number = 5
            joined_at_start = 5
            [organisation.schools.as.university]
            students = 0
            enters = "people"
            [framework.university.book]
            takes_up = "1000 per year"
            {upkeep}
            spreads = "100 per year"
            delay = "180 days"
            enters = "people"
            "#
        ));
        study.ensemble.runs[0][0].coast.as_ref().unwrap().left
    };
    assert_eq!(coast(""), 1.0);
    let left = coast("pool = \"schools\"\nupkeep = \"100 per year\"\n");
    assert!(left < 0.02, "{left} of the students are still on the way");
}
