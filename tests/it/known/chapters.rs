//! Chapters: meetings attract and retain the people who live there.

use super::opening;
use crate::study::{Study, close, run};

/// People, some of whom live in a chapter; one sponsor is enough to lead.
fn town(people: u32, members: u32, seats: u32, mechanisms: &str, chapter: &str) -> Study {
    let text = format!(
        r#"
        [segment.people]
        people = {people}
        members_at_start = {members}
        ages_at_start = "new"
        [action.use]
        {mechanisms}
        [ladder.user.tier.leader]
        entry = {{ seats = {seats}, every = "1 year" }}
        {chapter}
        "#
    );
    run(&(opening("1 week", "3 years", 1, "year") + &text))
}

/// A chapter that meets as often as it may.
fn lively(name: &str, share: f64, more: &str) -> String {
    format!("[chapter.{name}]\nsegment = \"people\"\nladder = \"user\"\ntier = \"leader\"\nshare = {share}\n{more}\n")
}

#[test]
fn people_who_live_where_meetings_are_adopt_faster() {
    for (share, most, lasts, reach) in [(0.5, 6.0, 91.3125, 3.0), (0.3, 12.0, 30.4375, 1.5)] {
        let (people, members) = (40_000, 400);
        let more = format!(
            "meets = \"50 per year\"\nmost = \"{most} per year\"\nlasts = \"{lasts} days\"\nreach = {reach}\nholds = 0"
        );
        let adoption = "[mechanism.adoption]\nexternal = \"0.1 per year\"\nsocial = \"0 per year\"";
        // One year without leaders: the tier meets once a year.
        let study = town(people, members, 300, adoption, &lively("here", share, &more));
        let been = 1.0 - f64::exp(-most * lasts / 365.25);
        let potential =
            |row: usize| 1.0 - (study.mean("members", row) - f64::from(members)) / f64::from(people - members);
        let late = share * (-0.2_f64 - 0.1 * reach * been * 1.0).exp() + (1.0 - share) * (-0.2_f64).exp();
        // In the second year the remembered meetings build up, with e^−t/T.
        let built = (0..52)
            .map(|w| 1.0 - (-most * lasts / 365.25 * (1.0 - (-f64::from(w) / 52.0 * 365.25 / lasts).exp())).exp());
        let mean = built.sum::<f64>() / 52.0;
        let second = share * (-0.2_f64 - 0.1 * reach * mean).exp() + (1.0 - share) * (-0.2_f64).exp();
        close(potential(1), second, 0.005);
        assert!(second >= late);
        let third = share * (-0.3_f64 - 0.1 * reach * (mean + been)).exp() + (1.0 - share) * (-0.3_f64).exp();
        close(potential(2), third, 0.005);
        close(study.mean("chapter-met", 2), been, 1e-3);
    }
}

#[test]
fn people_who_live_where_meetings_are_stay_longer() {
    for (share, alpha, holds) in [(1.0, 1.0, 1.0), (0.4, 0.5, 2.0)] {
        let more = format!("meets = \"50 per year\"\nmost = \"60 per year\"\nlasts = \"91 days\"\nholds = {holds}");
        let dropout = format!("[mechanism.dropout]\nalpha = {alpha}\nbeta = 2\nheterogeneity = \"none\"");
        let study = town(40_000, 40_000, 4_000, &dropout, &lively("here", share, &more));
        let kept = 2.0 / (2.0 + alpha);
        let after = |years: f64| {
            share * f64::powf(kept, 1.0 + years * f64::exp(-holds)) + (1.0 - share) * f64::powf(kept, 1.0 + years)
        };
        // There are no leaders in the first year; afterwards the hazard is lower by this log, except for a few weeks.
        close(study.mean("members", 0) / 40_000.0, kept, 0.006);
        close(study.mean("members", 1) / 40_000.0, after(1.0), 0.012);
        close(study.mean("members", 2) / 40_000.0, after(2.0), 0.012);
    }
}

#[test]
fn where_a_chapter_caps_its_leaders_people_compete_where_they_live() {
    for (seats, caps, rest, wanted) in [(10, [3, 3], 0.0, 6.0), (40, [5, 8], 0.0, 13.0), (40, [5, 8], 0.5, 40.0)] {
        let share = (1.0 - rest) / 2.0;
        let chapters: String = ["east", "west"]
            .iter()
            .zip(caps)
            .map(|(name, cap)| lively(name, share, &format!("leaders = {cap}")))
            .collect();
        let study = town(2000, 2000, seats, "", &chapters);
        let leaders = f64::from(caps[0] + caps[1]);
        close(study.mean("chapter-leaders", 2), leaders, 0.0);
        close(study.mean("holders:user.leader", 2), wanted, 0.0);
        close(study.mean("chapters-awake", 2), 2.0, 0.0);
    }
}

#[test]
fn people_belong_to_one_chapter_by_city_and_another_by_industry() {
    // Everybody leads; a person who lives in both is counted in both.
    for (city, industry) in [(0.5, 0.2), (1.0, 0.6)] {
        let chapters = lively("east", city, "by = \"city\"") + &lively("banks", industry, "by = \"industry\"");
        let study = town(5000, 5000, 5000, "", &chapters);
        close(study.mean("chapter-leaders", 2) / 5000.0, city + industry, 0.02);
    }
}

#[test]
fn a_meeting_that_no_pool_pays_is_not_held_and_one_that_is_paid_is_as_one_that_costs_nothing() {
    // A tier of one person who leads from the first week on, and a row every week.
    let world = |most: f64, cost: u32, total: u32| {
        let text = format!(
            "[segment.people]\npeople = 400\nmembers_at_start = 400\nages_at_start = \"new\"\n[action.use]\n\
             [budget]\ntotal = {total}\nperiod = \"100 years\"\npools = {{ town = 1.0 }}\n\
             [ladder.user.tier.leader]\nentry = {{ seats = 1 }}\n{}",
            lively(
                "here",
                1.0,
                &format!("meets = \"{most} per year\"\nmost = \"{most} per year\"\ncost = {cost}\npool = \"town\"")
            )
        );
        run(&(opening("1 week", "1 year", 1, "tick") + &text))
    };
    for (most, cost) in [(6.0, 500), (40.0, 70)] {
        let free = world(most, 0, 0);
        let rich = world(most, cost, 1_000_000_000);
        for row in 0..=free.last() {
            assert_eq!(rich.mean("chapter-met", row), free.mean("chapter-met", row));
        }
        let held = rich.mean("meetings-held", rich.last());
        close(held, most * (rich.last() + 1) as f64 * 7.0 / 365.25, 1e-9);
        // Each meeting that took place is paid in full, and at most one that did not.
        assert_eq!(rich.mean("money-paid", rich.last()), f64::from(cost) * held.ceil());
        assert_eq!(rich.mean("meetings-unpaid", rich.last()), 0.0);
        // Money for a little more than three: three take place, to the week, and the rest stays in the pool.
        let poor = world(most, cost, 3 * cost + cost / 2);
        let (held, unpaid) = (poor.mean("meetings-held", poor.last()), poor.mean("meetings-unpaid", poor.last()));
        let week = most * 7.0 / 365.25;
        assert!(held <= 3.0 + 1e-9 && held > 3.0 - week, "{held}");
        close(held + unpaid, rich.mean("meetings-held", rich.last()), 1e-9);
        assert_eq!(poor.mean("money-paid", poor.last()), f64::from(3 * cost));
        let none = world(most, cost, cost - 1);
        assert_eq!((none.mean("chapter-met", none.last()), none.mean("money-paid", none.last())), (0.0, 0.0));
    }
}
