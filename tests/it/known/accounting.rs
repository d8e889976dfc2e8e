//! Accounting: A(t) = A(t−1) + new + returned − lapsed − left, to the integer, with all mechanisms at once.

use super::{members, metronome, opening};
use crate::study::{Study, close, run};

pub(super) fn busy(every: &str, tick: &str) -> String {
    format!(
        r#"
        name = "busy"
        start = 2027-01-04
        horizon = "3 years"
        tick = "{tick}"
        replicates = 3
        record = {{ every = "{every}" }}
        coast = {{ replicates = 0 }}
        [contacts]
        kind = "small-world"
        [segment.users]
        people = 3000
        members_at_start = 900
        contributors_at_start = 40
        [segment.developers]
        people = 1500
        members_at_start = 500
        contributors_at_start = 60
        mechanism.triggers = {{ own = "12 per year" }}
        [mechanism.adoption]
        [mechanism.triggers]
        [mechanism.engagement]
        rate = "8 per year"
        comeback = "0.5 per year"
        staff = 4
        [mechanism.dropout]
        comeback = "0.4 per year"
        [mechanism.weather]
        [mechanism.review]
        hours = 10
        [mechanism.effort]
        [mechanism.farming]
        [mechanism.habit]
        [mechanism.learning]
        [mechanism.vicarious]
        [mechanism.tolerance]
        [mechanism.disappointment]
        [mechanism.achievement]
        [mechanism.stake]
        [mechanism.needs]
        [mechanism.knowledge]
        [mechanism.status]
        [mechanism.crowding]
        [mechanism.referral]
        [action.use]
        [action.answer]
        appeal = -1.5
        [action.code]
        appeal = -3
        effort = 6
        challenge = 0.5
        reviewed = true
        contribution = true
        [action.spam]
        mimics = "answer"
        detection = 0.2
        penalty_points = 5
        [points.answer]
        points = 3
        cap = "20 per week"
        [points.code]
        points = 20
        on = "merged"
        [shop.hoodie]
        price = 60
        pool = "things"
        [prize.answer]
        schedule = "variable"
        controlling = "completion"
        cost = 10
        pool = "things"
        [badge.ten]
        action = "answer"
        at = 10
        [ladder.roles]
        actions = ["answer", "code"]
        [ladder.roles.tier.sig]
        entry = {{ deeds = 6, within = "26 weeks" }}
        review = {{ every = "26 weeks", keep_deeds = 3 }}
        benefit = {{ esteem = 0.5, retention = 0.5 }}
        [ladder.roles.tier.toc]
        from = "sig"
        entry = {{ seats = 7, every = "13 weeks", rank_by = "points" }}
        exit = {{ term = "1 year", inactive = "20 weeks" }}
        benefit = {{ esteem = 1, cash = "500 per quarter", pool = "things" }}
        [campaign.ads]
        cost = "200 per week"
        pool = "ads"
        until = 2028-06-01
        [budget]
        total = 20000
        pools = {{ ads = 0.5, things = 0.5 }}
        "#
    )
}

fn balances(study: &Study, of: &str, active: &str) {
    for replicate in 0..3 {
        let at = |metric: &str, row: usize| study.values(0, metric, row)[replicate];
        // Months of four weeks are counted whole. The last row may lie after the end of the last month.
        let model = &study.experiment.designs[0].model;
        let opens = |row: usize| model.openings[model.months.binary_search(&model.rows[row].after).unwrap()];
        for row in (1..study.last()).filter(|row| opens(*row) == model.rows[row - 1].after) {
            let people = |what: &str| (at(&format!("{what}-{of}"), row) * study.months(row)).round();
            let (came, went) = (people("new") + people("returned"), people("lapsed") + people("left"));
            assert_eq!(at(active, row), at(active, row - 1) + came - went, "{of}, row {row}");
            assert!(at(&format!("kept-{of}"), row) <= at(active, row).min(at(active, row - 1)));
            let quick = at(&format!("quick-ratio-{of}"), row);
            assert!(quick == came / went || quick.is_nan() && went == 0.0, "{quick} in row {row}");
        }
        let sum = |what: &str| (1..=study.last()).map(|row| at(&format!("{what}-{of}"), row)).sum::<f64>();
        assert!(["new", "returned", "lapsed", "left"].iter().all(|what| sum(what) > 0.0), "{of}: nothing happens");
    }
}

#[test]
fn who_is_active_was_active_or_came_and_nobody_is_counted_twice() {
    for (every, tick) in [("month", "1 week"), ("month", "1 day"), ("quarter", "1 quarter")] {
        let study = run(&busy(every, tick));
        balances(&study, "people", "active-people");
        balances(&study, "contributors", "active-contributors");
    }
}

#[test]
fn money_points_and_seats_are_never_made_nor_lost() {
    let study = run(&busy("month", "1 week"));
    for replicate in 0..3 {
        for row in 0..=study.last() {
            let at = |metric: &str| study.values(0, metric, row)[replicate];
            assert_eq!(at("money-paid"), at("paid:ads") + at("paid:things"));
            let years = (row / 12 + 1) as f64;
            assert!(at("money-paid") <= 20_000.0 * years);
            assert!(at("points-held") <= at("points-issued") - at("points-taken-back"));
            assert!(at("points-farmed") <= at("points-issued"));
            assert!(at("holders:roles.toc") <= 7.0);
            assert!(at("active-contributors") <= at("members"));
        }
        let end = |metric: &str| study.values(0, metric, study.last())[replicate];
        assert!(end("points-taken-back") > 0.0 && end("paid:things") > 0.0 && end("entered:roles.toc") > 0.0);
    }
}

#[test]
fn a_steady_programme_is_worth_its_annuity_today() {
    // One more of the headline for ten years, less what it is paid, at the end of each year: (worth − pay) · (1 − (1 + r)^−n)/r.
    for (years, discount, worth, pay) in [(10, 0.1_f64, 1000.0, 0.0), (10, 0.1, 1000.0, 400.0), (5, 0.25, 700.0, 100.0)]
    {
        let text = opening("1 week", &format!("{years} years"), 2, "year")
            + &members(2)
            + &metronome(1.0)
            + &format!(
                r#"
                [budget]
                total = 1_000_000
                pools = {{ ads = 1.0 }}
                worth = {worth}
                discount = {discount}
                [campaign.ads]
                intensity = 0
                cost = "0 per year"
                pool = "ads"
                [treatment.programme]
                "segment.people.people" = 3
                "segment.people.members_at_start" = 3
                "campaign.ads.cost" = "{pay} per year"
                "#
            );
        let study = run(&text);
        let summary = zaoshi::findings::summary(&study.experiment, &study.ensemble).unwrap();
        // Years end with a tick: to the last digit what their own days say, and the annuity but for a day or two a year.
        let model = &study.experiment.designs[0].model;
        let ends: Vec<f64> = (0..model.rows.len()).map(|row| study.years(row)).collect();
        let mut dated = 0.0;
        for (k, end) in ends.iter().enumerate() {
            let began = if k == 0 { 0.0 } else { ends[k - 1] };
            dated += (end - began) * (1.0 + discount).powf(-end);
        }
        let annuity = (1.0 - (1.0 + discount).powi(-years)) / discount;
        let base = summary.verdicts[0].net.unwrap().p50 / (2.0 * worth);
        close(base, dated, 1e-6);
        close(base, annuity, 5e-4 * annuity);
        let extra = summary.verdicts[1].net_extra.unwrap().p50;
        close(extra, (worth - pay) * annuity, 0.01 * worth * annuity);
        assert!(summary.verdicts[0].net_extra.is_none());
    }
}
