//! SIGs: separate queues, separate branches, and seats that are assessed.

use super::opening;
use crate::study::{Study, close, run};

/// Weekly deeds of everybody, each reviewed for an hour and worth one unit of code.
fn coders(people: u32, review: f64) -> String {
    format!(
        r#"
        [segment.coders]
        people = {people}
        members_at_start = {people}
        ages_at_start = "new"
        [segment.coders.mechanism.triggers]
        own = "52.178571428571431 per year"
        own_spread = 0
        paid = "0 per year"
        social = 0
        internal = "0 per year"
        count = "steady"
        [action.code]
        reviewed = true
        review_hours = 1
        contribution = true
        who = ["coders"]
        value = {{ code = 1 }}
        [mechanism.review]
        hours = {review}
        patience = "3653 days"
        "#
    )
}

#[test]
fn work_waits_where_it_belongs_for_the_hours_that_are_there() {
    let weeks = 20.0;
    for (people, hours, shares, own) in
        [(4000, 400.0, [0.25, 0.6], [500.0, 2000.0]), (6000, 900.0, [0.5, 0.3], [1000.0, 900.0])]
    {
        let sigs: String = ["kernel", "tools"]
            .iter()
            .zip(shares.iter().zip(own))
            .map(|(name, (share, own))| format!("[sig.{name}]\nshare = {share}\nhours = {own}\n"))
            .collect();
        let study = run(&(opening("1 week", "140 days", 1, "tick") + &coders(people, hours) + &sigs));
        let n = f64::from(people);
        for (name, (share, own)) in ["kernel", "tools"].iter().zip(shares.iter().zip(own)) {
            // What comes in beyond the hours stays: after t weeks (s·n − h)·t/h weeks of work.
            let wanted = ((share * n - own) * weeks / own).max(0.0);
            close(study.mean(&format!("review-wait:{name}"), study.last()), wanted, 0.03 * n * weeks / own);
        }
        let rest = n * (1.0 - shares[0] - shares[1]);
        let queued = (rest - hours).max(0.0)
            + shares.iter().zip(own).map(|(share, own)| (share * n - own).max(0.0)).sum::<f64>();
        close(study.mean("review-queue", study.last()), queued * weeks, 0.03 * n * weeks);
    }
}

/// Code of `people` members in weekly ticks, on one branch that is released every `weeks` weeks.
fn branch(people: u32, weeks: u32, wear: f64, more: &str) -> Study {
    let even = f64::from(people) * 365.25 / 7.0;
    let text = format!(
        r#"
        [sig.all]
        hours = 100_000
        release = "{} days"
        [flywheel]
        even_code = {even}
        wear = "{wear} per year"
        {more}
        "#,
        weeks * 7
    );
    run(&(opening("1 week", &format!("{} days", weeks * 7 * 3), 1, "tick") + &coders(people, 0.0) + &text))
}

#[test]
fn the_stable_branch_lags_by_half_a_release() {
    for (people, weeks, wear) in [(100, 26, 0.1), (40, 8, 0.3)] {
        let study = branch(people, weeks, wear, "");
        let (code, quality) = (study.series("unreleased"), study.series("quality"));
        let period = weeks as usize..2 * weeks as usize;
        let mean = |series: &[f64], of: fn(f64) -> f64| {
            series[period.clone()].iter().map(|x| of(*x)).sum::<f64>() / f64::from(weeks)
        };
        // Little: flow times mean delay; a deed that is merged in the tick of a release does not wait.
        let delay = f64::from(weeks - 1) / 2.0;
        close(mean(&code, |x| x), f64::from(people) * delay, 1e-6);
        // Steady code adds to the branch what wear takes from the stable version.
        close(mean(&quality, f64::ln), -wear * delay * 7.0 / 365.25, 1e-9);
        let last = 2 * weeks as usize - 1;
        close(code[last], 0.0, 0.0);
        close(quality[last], 1.0, 1e-9);
        close(study.series("quality-ahead")[last - 1], wear * f64::from(weeks - 1) * 7.0 / 365.25, 1e-9);
    }
}

#[test]
fn who_expects_what_is_not_released_leaves_for_it() {
    let (people, weeks) = (100_000, 30);
    for (wear, awaited, alpha) in [(0.5, 2.0, 1.0_f64), (1.0, 3.0, 0.5)] {
        let users = format!(
            r#"
            awaited = {awaited}
            [segment.users]
            people = {people}
            members_at_start = {people}
            ages_at_start = "new"
            [segment.users.mechanism.dropout]
            alpha = {alpha}
            beta = 1
            heterogeneity = "none"
            "#
        );
        let study = branch(10, weeks, wear, &users);
        // The gap grows by the wear, as long as the coders do not use less for it too, and the hazard of leaving with it:
        // S = exp(−λ·Σ exp(a·gap)·dt), with last week's gap each week.
        let week = 7.0 / 365.25;
        let hazard = -(1.0 - alpha / (alpha + 1.0)).ln() * week;
        let gap = study.series("quality-ahead");
        close(gap[2], wear * week * 3.0, 1e-9);
        let sum: f64 = 1.0 + gap[..weeks as usize - 1].iter().map(|gap| (awaited * gap).exp()).sum::<f64>();
        let stay = (study.mean("members", weeks as usize - 1) - 10.0) / f64::from(people);
        close(stay, (-hazard * sum).exp(), 0.004);
        assert!(stay < (-hazard * f64::from(weeks)).exp() - 0.01, "more than without a gap");
    }
}

fn seated(number: u32, seat: &str, more: &str) -> String {
    format!(
        r#"
        [segment.people]
        people = 10
        [action.code]
        reviewed = true
        [organisation.banks]
        number = {number}
        joined_at_start = {number}
        [organisation.banks.as.enterprise]
        [sig.all.seat.banks]
        {seat}
        {more}
        "#
    )
}

#[test]
fn an_assessment_keeps_those_who_attend() {
    for (attends, keep) in [(0.5, 0.3_f64), (0.8, 0.6), (0.6, 0.0), (1.0, 0.9)] {
        let seat =
            format!("places = 800\nevery = \"28 days\"\nrequirements = 0.001\nattends = {attends}\nkeep = {keep}");
        let study = run(&(opening("1 week", "3 years", 1, "year") + &seated(4000, &seat, "")));
        let quality = study.series("quality");
        let grown = (quality[2] / quality[1]).ln() / (800.0 * 0.001);
        // Beta(k, 1) above b.
        let k: f64 = attends / (1.0 - attends);
        let kept = if attends == 1.0 { 1.0 } else { k / (k + 1.0) * (1.0 - keep.powf(k + 1.0)) / (1.0 - keep.powf(k)) };
        close(grown, kept, 0.02);
        close(study.mean("seats:all", 2), 1.0, 0.0);
    }
}

#[test]
fn a_term_lets_everybody_serve_alike() {
    // Seats for a quarter of them: after four terms everybody has had a seat once, and all the attendance has counted.
    for (number, weeks) in [(40, 13), (200, 26)] {
        let term = weeks * 7;
        let seat = format!(
            "places = {}\nevery = \"{term} days\"\nterm = \"{term} days\"\nrequirements = 0.01\nattends = 0.5",
            number / 4
        );
        let horizon = format!("{} days", term * 8);
        let study = run(&(opening("1 week", &horizon, 1, "tick") + &seated(number, &seat, "")));
        let quality = study.series("quality");
        let grown = |from: usize, to: usize| (quality[to] / quality[from]).ln();
        let (from, round) = (weeks as usize - 2, 4 * weeks as usize);
        // Round after round the same.
        close(grown(from, from + round), grown(from + round - weeks as usize, from + 2 * round - weeks as usize), 1e-9);
        let mean = f64::from(term) / 365.25 * f64::from(number) * 0.01 * 0.5;
        close(grown(from, from + round), mean, mean * 0.25);
    }
}

/// Gain of an integrator, as a share of its hours, and the share of seats held, if a seat takes `hours` and is worth
/// `heard`.
fn bargain(hours: f64, heard: f64, more: &str) -> (f64, f64) {
    let text = format!(
        r#"
        [segment.people]
        people = 10
        [action.code]
        reviewed = true
        [hub]
        hours = 10_000
        costs = {{ support = 2 }}
        worth = {{ leads = 8 }}
        [organisation.vendors]
        number = 5
        joined_at_start = 5
        hours = 100
        costs = {{ leads = 5 }}
        worth = {{ support = 5 }}
        {more}
        [organisation.vendors.as.traffic]
        [sig.all.seat.vendors]
        places = 5
        hours = {hours}
        heard = {heard}
        attends = 1
        "#
    );
    let study = run(&(opening("1 week", "2 years", 1, "year") + &text));
    (study.mean("gain:vendors", study.last()), study.mean("seats:all", study.last()))
}

#[test]
fn a_seat_is_taken_where_being_heard_is_worth_more_than_its_hours() {
    // An hour brings terms · worth / cost − 1 hours, at terms of √(cost/worth · hub's worth/hub's cost).
    let hour = (5.0_f64 / 5.0 * (8.0 / 2.0)).sqrt() * 5.0 / 5.0 - 1.0;
    for hours in [10.0, 25.0] {
        let even = hour * hours / 100.0;
        let (gain, held) = bargain(hours, even * 0.99, "");
        assert_eq!(held, 0.0);
        close(gain, hour, 1e-9);
        let (gain, held) = bargain(hours, even * 1.01, "");
        assert_eq!(held, 1.0);
        close(gain, hour * (1.0 - hours / 100.0) + even * 1.01, 1e-2);
    }
}

#[test]
fn who_goes_leaves_the_seat_and_who_is_heard_stays() {
    let asks = "reserve = 1.2\npatience = \"180 days\"";
    // One hour in exchange is worth one: nobody would stay for that.
    assert_eq!(bargain(10.0, 0.11, asks).1, 0.0);
    assert_eq!(bargain(10.0, 0.40, asks).1, 1.0);
}

#[test]
fn who_holds_a_tier_and_has_stopped_may_still_review_or_not() {
    for (holders, each) in [(10, 4.0), (25, 2.0)] {
        for (by, after) in [("holders", f64::from(holders) * each), ("engaged", 0.0)] {
            let text = format!(
                r#"
                [segment.core]
                people = {holders}
                members_at_start = {holders}
                contributors_at_start = {holders}
                [segment.core.mechanism.engagement]
                rate = "0 per year"
                core = 0
                [ladder.all]
                actions = ["code"]
                [ladder.all.tier.reviewer]
                holders_at_start = {holders}
                entry = {{ deeds = 1000 }}
                benefit = {{ review_hours = {each}, review_by = "{by}" }}
                [shock.break]
                on = 2027-03-15
                segments = ["core"]
                stop = 1
                "#
            );
            let study = run(&(opening("1 week", "140 days", 1, "tick") + &coders(200, 5.0) + &text));
            let queue = study.series("review-queue");
            close(queue[8] - queue[4], 4.0 * (200.0 - 5.0 - f64::from(holders) * each), 0.5);
            close(queue[18] - queue[14], 4.0 * (200.0 - 5.0 - after), 0.5);
        }
    }
}

#[test]
fn holders_of_seats_and_tiers_review_where_they_sit() {
    for (people, places, hours) in [(2000, 10, 40.0), (1000, 4, 20.0)] {
        let sig = format!(
            r#"
            [organisation.users]
            number = {places}
            joined_at_start = {places}
            [organisation.users.as.enterprise]
            [sig.all]
            hours = 5
            [sig.all.seat.users]
            places = {places}
            hours = {hours}
            attends = 1
            "#
        );
        let study = run(&(opening("1 week", "140 days", 1, "tick") + &coders(people, 0.0) + &sig));
        let weekly = 5.0 + f64::from(places) * hours * 12.0 * 7.0 / 365.25;
        let wanted = (f64::from(people) - weekly) * 20.0 / weekly;
        close(study.mean("review-wait:all", study.last()), wanted, 0.02 * wanted);
    }
}
