//! Milestones: money paid when a condition holds, its payer, and the return on a share of the hub.

use super::opening;
use crate::study::{Study, close, run};

fn world(horizon: &str, rest: &str) -> Study {
    run(&(opening("1 week", horizon, 4, "month")
        + "
        [segment.people]
        people = 20_000
        [mechanism.adoption]
        external = \"0.2 per year\"
        social = \"0 per year\"
        [budget]
        pools = { all = 1.0 }
        "
        + rest))
}

#[test]
fn money_comes_once_when_its_condition_has_come_about() {
    // Half of them have joined after ln 2 / 0.2 years, 3.47.
    let series_a = "[milestone.series-a]\nwhen = \"members >= 10_000 for 4 weeks\"\ntranche = 700\n";
    let study = world("6 years", series_a);
    let came: f64 = study.series("met:series-a").iter().map(|met| 1.0 - met).sum();
    close(came / 12.0, 0.5_f64.ln() / -0.2 + 28.0 / 365.25, 0.15);
    assert_eq!(study.mean("capital", study.last()), 700.0, "once");
    let study = world("6 years", &series_a.replace("10_000", "19_000"));
    assert_eq!((study.mean("met:series-a", study.last()), study.mean("capital", study.last())), (0.0, 0.0));
    // A part of the whole comes at its own time.
    let two = series_a.to_owned() + "[milestone.seed]\nwhen = \"members > 2_000\"\ntranche = 50\n";
    let capital = world("6 years", &two).series("capital");
    assert!(capital.contains(&50.0) && capital.ends_with(&[750.0]), "{capital:?}");
}

#[test]
fn a_milestone_that_a_date_brings_pays_from_then_on() {
    let study = world(
        "3 years",
        "[treatment.round]\nfrom = 2028-01-03\n\"milestone.seed\" = { when = \"members > 1\", tranche = 70 }\n\
         [milestone.early]\nwhen = \"members > 1\"\ntranche = 5\n\
         [intervention.off]\non = 2027-01-11\nset = { \"milestone.early\" = \"off\" }\n",
    );
    let capital = |row: usize| study.values(1, "capital", row)[0];
    // The early one is off before anybody has joined.
    assert_eq!((capital(11), capital(14), capital(study.last())), (0.0, 70.0, 70.0));
    assert_eq!(study.values(0, "capital", study.last()), [0.0; 4]);
}

#[test]
fn whoever_is_not_inside_pays_later_and_stands_by_from_then_on() {
    let fund = |day: &str| {
        format!(
            "[milestone.seed]\nwhen = \"members > 100\"\ntranche = 50\nfrom = \"fund\"\n\
             [organisation.fund]\njoins = \"0 per year\"\njoins_on = {day}\n\
             [organisation.fund.as.investor]\norders = \"0.5 per year\"\nrounds = 0\n\
             [organisation.firms]\nnumber = 2000\njoins = \"0 per year\"\n[organisation.firms.as.enterprise]\n"
        )
    };
    for (day, years) in [("2028-01-03", 2.0), ("2029-01-01", 1.0)] {
        let study = world("3 years", &fund(day));
        assert_eq!(study.mean("met:seed", 2), 1.0);
        let paid = study.series("capital").iter().filter(|money| **money == 50.0).count() as f64;
        close(paid / 12.0, years, 0.15);
        // Its orders begin with the money.
        close(study.mean("inside:firms", study.last()) / 2000.0, 1.0 - (-0.5 * years).exp(), 0.03);
    }
}

#[test]
fn a_round_buys_its_share_of_what_the_hub_is_worth_and_later_ones_dilute_it() {
    // A firm that pays 1000 a year; after six years what it has paid lately is that.
    let round = |name: &str, years: f64, tranche: f64| {
        format!(
            "[milestone.{name}]\nwhen = \"hub-revenue >= {}\"\ntranche = {tranche}\nfrom = \"{name}\"\n\
             [organisation.{name}]\njoined_at_start = 1\n[organisation.{name}.as.investor]\nrounds = 0\nmultiple = 5\n",
            years * 1000.0
        )
    };
    let firm = "[organisation.firm]\njoined_at_start = 1\nperiod = \"7 days\"\n[organisation.firm.as.enterprise]\npays = 1000\n";
    for (first, second) in [(1000.0, 5000.0), (3000.0, 500.0)] {
        let study = world("9 years", &(firm.to_owned() + &round("first", 7.0, first) + &round("second", 8.0, second)));
        let worth = 5000.0;
        let share = |money: f64| money / (worth + money);
        let wanted = share(first) * (1.0 - share(second)) * worth / first;
        close(study.mean("return:first", study.last()), wanted, 0.015 * wanted);
        close(study.mean("return:second", study.last()), share(second) * worth / second, 0.015);
    }
}

#[test]
fn two_who_buy_on_one_day_buy_one_after_the_other_and_nothing_is_sold_of_what_is_worth_nothing() {
    let round = |name: &str| {
        format!(
            "[milestone.{name}]\nwhen = \"hub-revenue >= 7000\"\ntranche = 5000\nfrom = \"{name}\"\n\
             [organisation.{name}]\njoined_at_start = 1\n[organisation.{name}.as.investor]\nrounds = 0\nmultiple = 5\n"
        )
    };
    let firm = "[organisation.firm]\njoined_at_start = 1\nperiod = \"7 days\"\n[organisation.firm.as.enterprise]\npays = 1000\n";
    let study = world("9 years", &(firm.to_owned() + &round("a-fund") + &round("b-fund")));
    // Half to the first; half of the whole to the second, which leaves a quarter to the first.
    for (name, share) in [("a-fund", 0.25), ("b-fund", 0.5)] {
        close(study.mean(&format!("return:{name}"), study.last()), share, 0.01);
    }
    let early = round("a-fund").replace("hub-revenue >= 7000", "members > 10");
    let study = world("2 years", &early);
    assert_eq!(study.mean("capital", 3), 5000.0);
    assert!(study.mean("return:a-fund", study.last()).is_nan(), "no share was bought");
}

#[test]
fn a_milestone_that_is_off_waits_for_nothing() {
    let seed = "[milestone.seed]\noff = true\nwhen = \"members < 1000\"\ntranche = 50\n\
                [intervention.on]\non = 2028-01-03\nset = { \"milestone.seed\" = \"on\" }\n";
    let study = world("3 years", seed);
    assert_eq!((study.mean("met:seed", study.last()), study.mean("capital", study.last())), (0.0, 0.0));
}

#[test]
fn an_investor_waits_for_the_return_that_it_asks_for() {
    let rounds = |returns: f64| {
        let study = world(
            "9 years",
            &format!(
                "[organisation.firm]\njoined_at_start = 1\nperiod = \"7 days\"\n[organisation.firm.as.enterprise]\npays = 1000\n\
                 [organisation.fund]\njoined_at_start = 1\n[organisation.fund.as.investor]\nrounds = 2\nstep = 1\ngrows = 1\n\
                 tranche = 1000\nrevenue = 500\nmultiple = 5\nreturns = {returns}\n"
            ),
        );
        study.mean("capital", study.last()) / 1000.0
    };
    // The first buys 1000 / 3500 at half of the revenue, which is worth 5000 × that at all of it: 1.43 times what it paid.
    assert_eq!((rounds(1.3), rounds(1.5)), (2.0, 1.0));
}
