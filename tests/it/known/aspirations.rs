//! Growth targets of organisations: a target that follows the actual level, search before exit, and earnings that
//! count.

use super::opening;
use crate::study::{Study, close, run};

/// A donor that always gains three hours for each hour that it gives, and requires 2.5.
fn donors(horizon: &str, more: &str) -> Study {
    run(&(opening("1 week", horizon, 1, "month")
        + &format!(
            "
            [segment.people]
            people = 100
            [hub]
            hours = 1000
            costs = {{ support = 1 }}
            worth = {{ code = 4 }}
            [organisation.donors]
            joined_at_start = 1
            hours = 10
            reserve = 2.5
            period = \"7 days\"
            costs = {{ code = 1 }}
            worth = {{ support = 4 }}
            {more}
            [organisation.donors.as.partner]
            "
        )))
}

fn wanting(growth: f64, aspires: f64, patience: f64, more: &str) -> Study {
    let days = patience * 365.25;
    donors(
        "4 years",
        &format!(
            "growth = {growth}\ngrieves = 1\naspires = \"{aspires} per year\"\npatience = \"{days} days\"\n{more}"
        ),
    )
}

#[test]
fn a_target_comes_down_to_what_there_is_and_whoever_waits_for_it_stays() {
    // 3 − T·e^(−ηt) is less than 2.5 until ln(2T)/η.
    for (growth, aspires) in [(2.0, 1.0), (2.0, 2.0), (5.0, 1.5)] {
        let content = f64::ln(2.0 * growth) / aspires;
        let stays = |share: f64| {
            let study = wanting(growth, aspires, content * share, "");
            study.mean("inside:donors", study.last())
        };
        assert_eq!((stays(0.95), stays(1.05)), (0.0, 1.0), "{growth} {aspires}");
    }
    let study = wanting(0.4, 1.0, 0.1, "");
    assert_eq!(study.mean("inside:donors", study.last()), 1.0, "so little is not missed");
}

#[test]
fn whoever_gains_too_little_offers_more_before_it_goes() {
    let study = wanting(2.0, 1.0, 1.3, "searches = 1");
    assert_eq!(study.mean("inside:donors", study.last()), 1.0);
    let given = study.series("gave:support");
    assert_eq!(given[1], 20.0, "twice its hours while it is short");
    assert_eq!(given[study.last()], 10.0, "and its hours when it is not");
}

#[test]
fn what_is_earned_counts_as_hours_and_is_shared_among_partners() {
    for (number, hour) in [(1, 100.0), (4, 100.0), (4, 250.0)] {
        let study = run(&(opening("1 week", "6 years", 1, "month")
            + &format!(
                "
                [segment.people]
                people = 100
                [hub]
                hours = 1000
                costs = {{ support = 1 }}
                worth = {{ code = 4 }}
                [organisation.partners]
                number = {number}
                joined_at_start = {number}
                hours = 10
                hour = {hour}
                costs = {{ code = 1 }}
                worth = {{ support = 4 }}
                [organisation.partners.as.partner]
                markets = [2]
                external = \"100 per year\"
                skill = [1]
                capacity = 100
                price = 1000
                training = 0
                "
            )));
        let earned = 2.0 * 1000.0 / f64::from(number) / hour / 10.0;
        close(study.mean("gain:partners", study.last()), 3.0 + earned, 0.01);
    }
}
