//! Votes and sponsors: entry by judgement, and who may sponsor.

use super::{members, metronome, opening};
use crate::study::{mean, run};

/// Of twenty elected people, the number among the fifty whose deeds are valuable; and the number elected.
fn elected(vote: &str) -> (f64, f64) {
    let text = opening("1 week", "6 weeks", 8, "tick").replace("every = \"tick\"", "every = \"tick\", people = 400")
        + "[segment.good]\npeople = 50\nmembers_at_start = 50\nages_at_start = \"new\"\n"
        + "[segment.poor]\npeople = 350\nmembers_at_start = 350\nages_at_start = \"new\"\n"
        + &metronome(1.0)
        + &format!(
            r#"
            [mechanism.status]
            [action.craft]
            who = ["good"]
            value = {{ code = 1 }}
            [action.chaff]
            who = ["poor"]
            [ladder.roles.tier.member]
            entry = {{ deeds = 1 }}
            [ladder.roles.tier.best]
            from = "member"
            entry = {{ seats = 20, every = "4 weeks", vote = {{ by = "member", turnout = 1, quorum = 0, {vote} }} }}
            benefit = {{ fame = 1 }}
            "#
        );
    let study = run(&text);
    let traces = &study.ensemble.runs[0][0].traces;
    let good = traces.iter().filter(|t| t.tick == 5 && t.id < 50 && t.person.fame > 0.0).count();
    (good as f64, study.values(0, "entered:roles.best", study.last())[0])
}

#[test]
fn without_noise_the_best_true_contributors_are_elected_and_without_weight_it_is_a_lottery() {
    assert_eq!(elected("weight_of_value = 1, noise = 0, share = 0.5"), (20.0, 20.0));
    let (good, all) = elected("weight_of_value = 0, noise = 0, share = 0.5");
    // Fifty of four hundred: two or three of twenty.
    assert!(all == 20.0 && good <= 8.0, "{good} of {all}");
}

#[test]
fn noise_divides_the_voters_and_a_high_share_then_lets_nobody_in() {
    let (good, all) = elected("weight_of_value = 1, noise = 0.3, share = 0.1");
    assert!(all > 5.0 && good >= 0.6 * all, "{good} of {all}");
    assert_eq!(elected("weight_of_value = 1, noise = 3, share = 0.9").1, 0.0);
}

#[test]
fn without_a_quorum_nobody_is_elected() {
    let text = |quorum: f64| {
        let vote = format!("quorum = {quorum}, turnout = 0.5, noise = 0");
        opening("1 week", "20 weeks", 4, "tick")
            + &members(200)
            + &metronome(1.0)
            + "[action.use]\n[ladder.roles.tier.member]\nentry = { deeds = 1 }\n[ladder.roles.tier.best]\nfrom = \"member\"\n"
            + &format!("entry = {{ seats = 5, vote = {{ by = \"member\", {vote} }} }}\n")
    };
    let elected = |quorum: f64| {
        let study = run(&text(quorum));
        study.mean("entered:roles.best", study.last())
    };
    assert_eq!((elected(0.3), elected(0.8)), (5.0, 0.0));
}

/// Number of people promoted to a tier with two sponsors, if everybody holds it at the start and comes from the given
/// sides.
fn sponsored(from: &str, employers: u32) -> f64 {
    let text = opening("1 week", "30 weeks", 8, "tick")
        + &members(300).replace("people]", &format!("people]\ncontributors_at_start = 40\nemployers = {employers}"))
        + &metronome(0.1)
        + "[mechanism.engagement]\nstaff = 0\n[action.code]\ncontribution = true\n[ladder.roles.tier.sig]\nholders_at_start = 10\n"
        + &format!("entry = {{ deeds = 1, within = \"9 years\", sponsors = 2, sponsors_from = \"{from}\" }}\n");
    let study = run(&text);
    mean(&study.values(0, "entered:roles.sig", study.last()))
}

#[test]
fn sponsors_must_come_from_as_many_sides_as_the_tier_asks_for() {
    assert!(sponsored("anywhere", 1) > 5.0);
    assert_eq!(sponsored("different-segments", 0), 0.0);
    assert_eq!(sponsored("different-employers", 1), 0.0);
    let (few, each) = (sponsored("different-employers", 3), sponsored("different-employers", 0));
    assert!(few > 5.0 && each > 5.0, "{few} {each}");
}

/// Number of the fifty good and of the 350 poor holders who are voted out at their only review.
fn voted_out(vote: &str) -> f64 {
    let text = opening("1 week", "30 weeks", 2, "tick")
        + "[segment.good]\npeople = 50\nmembers_at_start = 50\nages_at_start = \"new\"\n"
        + "[segment.poor]\npeople = 350\nmembers_at_start = 350\nages_at_start = \"new\"\n"
        + &metronome(1.0)
        + &format!(
            r#"
            [action.craft]
            who = ["good"]
            value = {{ code = 1 }}
            [action.chaff]
            who = ["poor"]
            [ladder.roles.tier.member]
            entry = {{ deeds = 1, every = "20 weeks" }}
            review = {{ every = "8 weeks", otherwise = "exit", vote = {{ by = "member", {vote} }} }}
            "#
        );
    let study = run(&text);
    assert_eq!(study.mean("entered:roles.member", study.last()), 400.0);
    study.mean("exited:roles.member", study.last())
}

#[test]
fn in_a_review_by_vote_the_least_true_contributors_go_or_as_many_by_lot() {
    // All poor ones share the middle of their ranks, .437 of the way up.
    assert_eq!(voted_out("turnout = 1, weight_of_value = 1, noise = 0, floor = 0.45"), 350.0);
    assert_eq!(voted_out("turnout = 1, weight_of_value = 1, noise = 0, floor = 0.4"), 0.0);
    for floor in [0.2, 0.45] {
        let lot = voted_out(&format!("turnout = 1, weight_of_value = 0, noise = 0, floor = {floor}")) / 400.0;
        assert!((lot - floor).abs() < 0.06, "{lot}");
    }
}

#[test]
fn whoever_is_voted_out_goes_whatever_grace_the_short_have_and_whoever_is_alone_stays() {
    // The poor are removed by vote at once; the good also fall short, and have their grace period.
    let short = "turnout = 1, weight_of_value = 1, noise = 0, floor = 0.45 }, keep_deeds = 1e6, grace = \"2 years\"";
    assert_eq!(voted_out(&format!("{short}, hysteresis = 1 }} #")), 350.0);
    let alone = |floor: f64| {
        let study = run(&(opening("1 week", "30 weeks", 2, "tick")
            + &members(1)
            + &metronome(1.0)
            + &format!(
                "[action.craft]\nvalue = {{ code = 1 }}\n[ladder.roles.tier.elder]\nentry = {{ deeds = 1 }}\n\
                 [ladder.roles.tier.chair]\nfrom = \"elder\"\nentry = {{ deeds = 1e6 }}\n\
                 [ladder.roles.tier.elder.review]\nevery = \"8 weeks\"\notherwise = \"exit\"\n\
                 vote = {{ by = \"elder\", turnout = 1, weight_of_value = 1, noise = 0, floor = {floor} }}\n"
            )));
        study.mean("exited:roles.elder", study.last())
    };
    assert_eq!(alone(0.1), 0.0);
}

#[test]
fn voters_who_do_not_agree_or_are_not_there_send_nobody_away() {
    // With noise beyond all differences, two fifths to a half vote against any holder.
    assert_eq!(voted_out("turnout = 1, weight_of_value = 1, noise = 10, floor = 0.45, share = 0.667"), 0.0);
    assert_eq!(voted_out("turnout = 1, weight_of_value = 1, noise = 10, floor = 0.45, share = 0.3"), 400.0);
    let absent = |vote: &str| voted_out(&format!("weight_of_value = 1, noise = 0, floor = 0.45, {vote}"));
    assert_eq!((absent("quorum = 1, turnout = 1"), absent("quorum = 1, turnout = 0.9")), (350.0, 0.0));
}
