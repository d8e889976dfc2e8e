//! The smallest worlds: they run, and nothing happens in them that nobody asked for.

use crate::study::run;

fn world(more: &str) -> String {
    format!(
        "name = \"small\"\nstart = 2027-01-04\nhorizon = \"30 weeks\"\nreplicates = 2\ncoast = {{ replicates = 1 }}\n{more}"
    )
}

#[test]
fn a_world_without_anything_stands_still() {
    for (people, members) in [(1, 0), (1, 1), (2, 1), (50, 0), (50, 50)] {
        let study = run(&world(&format!("[segment.users]\npeople = {people}\nmembers_at_start = {members}\n")));
        let last = study.last();
        assert_eq!(study.mean("members", last), f64::from(members));
        assert_eq!(study.mean("active-people", last), 0.0);
        assert_eq!(study.mean("money-paid", last), 0.0);
        assert_eq!(study.ensemble.runs[0][0].coast, Some(1.0));
    }
}

#[test]
fn the_smallest_worlds_run_with_every_mechanism_and_every_kind_of_contacts() {
    let mechanisms: String =
        zaoshi::mechanisms::SHELF.rows.iter().map(|row| format!("[mechanism.{}]\n", row.name)).collect();
    for kind in ["well-mixed", "blocks", "random", "small-world", "scale-free"] {
        for (people, members) in [(1, 0), (1, 1), (2, 2), (3, 1), (12, 6)] {
            for actions in ["", "[action.code]\ncontribution = true\nreviewed = true\n"] {
                let segment = format!("[segment.users]\npeople = {people}\nmembers_at_start = {members}\n");
                let study = run(&world(&format!("{segment}[contacts]\nkind = \"{kind}\"\n{actions}{mechanisms}")));
                assert!(study.mean("members", study.last()) <= f64::from(people));
            }
        }
    }
}

#[test]
fn every_length_of_tick_runs() {
    for (tick, horizon) in [("1 day", "60 days"), ("1 week", "1 day"), ("1 month", "2 years"), ("1 year", "9 years")] {
        let text = crate::rich::RICH
            .replace("tick = \"1 week\"", &format!("tick = \"{tick}\""))
            .replace("horizon = \"40 weeks\"", &format!("horizon = \"{horizon}\""));
        let study = run(&text);
        assert!(study.mean("members", study.last()) > 0.0, "{tick}");
    }
}

#[test]
fn a_world_of_rules_and_nobody_to_follow_them_runs() {
    let rules = r#"
        [action.answer]
        [points.answer]
        [shop.hoodie]
        [prize.answer]
        [badge.one]
        action = "answer"
        [ladder.user.tier.one]
        [ladder.user.tier.two]
        from = "one"
        entry = { seats = 1 }
        [campaign.ads]
        [budget]
        [segment.users]
        people = 3
    "#;
    let study = run(&world(rules));
    assert_eq!(study.mean("points-issued", study.last()), 0.0);
}
