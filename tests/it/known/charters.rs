//! Charters: what published programmes ask of people and organisations. Each sentence of a charter has a rule that fails without its knob.

use super::paths::{partners, world};
use super::{by_chance, members, metronome, opening};
use crate::study::{Study, close, run};

/// People who do a deed in a steady rhythm until a day, and after another day again.
pub(super) fn rhythm(a_day: f64, stops: &str, resumes: &str) -> String {
    let mut text = metronome(a_day) + "[action.answer]\n";
    for (name, on, own) in [("stops", stops, 0.0), ("resumes", resumes, a_day)] {
        if !on.is_empty() {
            text += &format!(
                "[intervention.{name}]\non = {on}\nset = {{ \"mechanism.triggers.own\" = \"{own} per day\" }}\n"
            );
        }
    }
    text
}

/// A run of 100 people in weeks; rows are ticks.
pub(super) fn people(horizon: &str, deeds: &str, rules: &str) -> Study {
    run(&(opening("1 week", horizon, 1, "tick") + &members(100) + deeds + rules))
}

pub(super) fn at(study: &Study, metric: &str, week: usize) -> f64 {
    study.mean(metric, week.min(study.last()))
}

#[test]
fn ten_merged_changes_count_for_ever_unless_the_source_names_a_window() {
    // Seven deeds a year: ten are reached in the second year, and never within one.
    let held = |within: &str| {
        let rules = format!("[ladder.roles.tier.member]\nentry = {{ deeds = 10{within} }}\n");
        let study = people("2 years", &rhythm(0.02, "", ""), &rules);
        (at(&study, "holders:roles.member", 60), at(&study, "holders:roles.member", 104))
    };
    assert_eq!(held(""), (0.0, 100.0));
    assert_eq!(held(", within = \"1 year\""), (0.0, 0.0));
}

#[test]
fn nothing_in_three_months_is_not_nothing_in_a_year() {
    let left = |review: &str, week: usize| {
        let rules = format!(
            "[ladder.roles.tier.reviewer]\nentry = {{ deeds = 5, within = \"1 year\" }}\n\
             review = {{ every = \"13 weeks\", keep_deeds = 1, otherwise = \"exit\"{review} }}\n"
        );
        let study = people("2 years", &rhythm(0.5, "2027-07-05", ""), &rules);
        at(&study, "holders:roles.reviewer", week)
    };
    assert_eq!(left(", within = \"13 weeks\"", 52), 0.0);
    assert_eq!(left("", 52), 100.0);
    assert_eq!(left("", 95), 0.0);
}

#[test]
fn without_any_window_a_review_counts_what_came_since_the_last_one() {
    let rules = "[ladder.roles.tier.reviewer]\nentry = { deeds = 5 }\n\
                 review = { every = \"13 weeks\", keep_deeds = 1, otherwise = \"exit\" }\n";
    let study = people("1 year", &rhythm(0.5, "2027-07-05", ""), rules);
    assert_eq!((at(&study, "holders:roles.reviewer", 20), at(&study, "holders:roles.reviewer", 51)), (100.0, 0.0));
}

#[test]
fn who_was_promoted_lately_cannot_fall_short() {
    let first_exit = |immunity: &str| {
        let rules = format!(
            "[ladder.roles.tier.leader]\nentry = {{ deeds = 5 }}\nreview = {{ every = \"1 week\", keep_deeds = 1e6{immunity} }}\n"
        );
        let study = people("26 weeks", &rhythm(1.0, "", ""), &rules);
        (0..26).find(|&week| at(&study, "exited:roles.leader", week) > 0.0).unwrap()
    };
    assert_eq!(first_exit(", immunity = \"6 weeks\"") - first_exit(""), 5);
}

#[test]
fn sponsors_hold_a_named_tier_or_one_above() {
    let entered = |sponsors: &str| {
        let rules = format!(
            "[mechanism.engagement]\nstaff = 0\n[ladder.roles.tier.member]\nholders_at_start = 10\n\
             entry = {{ deeds = 1, sponsors = 2{sponsors} }}\n\
             [ladder.roles.tier.reviewer]\nfrom = \"member\"\nentry = {{ deeds = 1e6 }}\n"
        );
        let head = opening("1 week", "30 weeks", 2, "tick")
            + &members(300).replace("people]", "people]\ncontributors_at_start = 40")
            + &metronome(0.1)
            + "[action.code]\ncontribution = true\n";
        let study = run(&(head + &rules));
        study.mean("entered:roles.member", study.last())
    };
    assert!(entered("") > 5.0);
    assert!(entered(", sponsors_at = \"member\"") > 5.0);
    // Nobody is a reviewer, and no staff stand for them.
    assert_eq!(entered(", sponsors_at = \"reviewer\""), 0.0);
}

#[test]
fn one_of_two_sponsors_works_elsewhere_than_the_nominee() {
    let entered = |outside: &str, employers: u32| {
        let text = opening("1 week", "30 weeks", 4, "tick")
            + &members(300)
                .replace("people]", &format!("people]\ncontributors_at_start = 40\nemployers = {employers}"))
            + &metronome(0.1)
            + "[mechanism.engagement]\nstaff = 0\n[action.code]\ncontribution = true\n[ladder.roles]\nvouches = \"1 per week\"\n"
            + &format!(
                "[ladder.roles.tier.sig]\nholders_at_start = 10\nentry = {{ deeds = 1, sponsors = 2{outside} }}\n"
            );
        let study = run(&text);
        study.mean("entered:roles.sig", study.last())
    };
    assert!(entered("", 1) > 5.0);
    assert_eq!(entered(", sponsors_outside = 1", 1), 0.0);
    assert!(entered(", sponsors_outside = 1", 3) > 5.0);
}

/// Four elders from the start, and a tier that people come onto as `entry` says.
fn elders(entry: &str, employers: &str) -> f64 {
    let rules = format!(
        "[mechanism.engagement]\nstaff = 0\n[action.code]\ncontribution = true\n[ladder.roles]\nnominates = \"2 per year\"\n\
         [ladder.roles.tier.elder]\nholders_at_start = 4\nentry = {{ chance = 0 }}\n\
         [ladder.roles.tier.fellow]\nentry = {{ {entry} }}\n"
    );
    let head = opening("1 week", "2 years", 8, "tick")
        + &members(300).replace("people]", &format!("people]\ncontributors_at_start = 40\n{employers}"))
        + &metronome(0.1);
    let study = run(&(head + &rules));
    study.mean("entered:roles.fellow", study.last())
}

#[test]
fn nobody_stands_who_is_not_nominated() {
    // Four elders, two nominations a year each, two years.
    close(elders("nominated_by = \"elder\"", ""), 16.0, 3.0);
    assert!(elders("deeds = 1", "") > 100.0);
}

#[test]
fn a_majority_is_more_than_half_and_one_vote_against_is_a_veto() {
    let vote = |more: &str, employers: &str| {
        let vote = format!("by = \"elder\", turnout = 1, noise = 0, weight_of_value = 0{more}");
        elders(&format!("deeds = 1, vote = {{ {vote} }}"), employers)
    };
    // All votes are cast alike: a share of 1 is reached, and cannot be exceeded.
    assert!(vote(", share = 1", "") > 10.0);
    assert_eq!(vote(", share = 1, passes = \"above-share\"", ""), 0.0);
    assert!(vote(", share = 0.99, passes = \"above-share\"", "") > 10.0);
    // Four vote, so five votes are never reached.
    assert!(vote(", least = 4", "") > 10.0);
    assert_eq!(vote(", least = 5", ""), 0.0);
    // All who see a candidate below the rank of 1.1 are against.
    assert!(vote(", opposes = 1", "") > 10.0);
    assert_eq!(vote(", opposes = 1, against = 3", ""), 0.0);
    assert!(vote(", opposes = 1, against = 4", "") > 10.0);
    // Nobody votes: silence is consent only where no share is asked for.
    let silent = |share: f64| {
        elders(
            &format!("deeds = 1, vote = {{ by = \"elder\", turnout = 0, quorum = 0, against = 0, share = {share} }}"),
            "",
        )
    };
    assert!(silent(0.0) > 10.0);
    assert_eq!(silent(0.1), 0.0);
    // All elders have one employer, of whose votes one counts.
    assert_eq!(vote(", least = 2, employer_votes = 1", "employers = 1"), 0.0);
    assert!(vote(", least = 2, employer_votes = 1", "") > 10.0);
}

#[test]
fn two_of_three_votes_are_two_thirds() {
    let passes = |share: f64, deny: &str| {
        let rules = format!(
            "[mechanism.engagement]\nstaff = 0\n[action.code]\ncontribution = true\n[ladder.roles.tier.elder]\nholders_at_start = 3\n\
             entry = {{ chance = 0 }}\n[ladder.roles.tier.fellow]\nentry = {{ deeds = 1, every = \"1 week\", vote = {{ by = \"elder\", \
             quorum = 0, turnout = 1, weight_of_value = 1, noise = 0.4, share = {share}{deny} }} }}\n"
        );
        let head = opening("1 week", "3 weeks", 64, "tick")
            + &members(41).replace("people]", "people]\ncontributors_at_start = 4")
            + &metronome(1.0);
        let study = run(&(head + &rules));
        study.mean("entered:roles.fellow", study.last())
    };
    // Three voters: two of them, or all three.
    close(passes(0.667, ""), passes(0.6, ""), 1e-9);
    assert!(passes(0.68, "") < passes(0.667, ""));
    close(passes(0.68, ""), passes(1.0, ""), 1e-9);
    close(passes(0.667, ", passes = \"above-share\""), passes(1.0, ""), 1e-9);
}

#[test]
fn the_suspended_keep_their_place_and_get_nothing_until_they_are_back() {
    let paid = |tier: &str| {
        let rules = format!(
            "[budget]\ntotal = 1_000_000\nperiod = \"10 years\"\npools = {{ pay = 1 }}\n[ladder.roles.tier.approver]\n\
             entry = {{ deeds = 5 }}\nbenefit = {{ cash = \"10 per week\", pool = \"pay\" }}\n{tier}\n"
        );
        let study = people("78 weeks", &rhythm(0.5, "2027-07-05", "2028-01-03"), &rules);
        let between = |from: usize, to: usize| at(&study, "money-paid", to) - at(&study, "money-paid", from);
        assert_eq!(at(&study, "holders:roles.approver", 50), 100.0, "the place is kept");
        (between(20, 25), between(35, 50), between(60, 70))
    };
    assert_eq!(paid(""), (5_000.0, 15_000.0, 10_000.0));
    assert_eq!(paid("exit = { suspended = \"4 weeks\" }"), (5_000.0, 0.0, 10_000.0));
    let review = "review = { every = \"4 weeks\", within = \"4 weeks\", keep_deeds = 1, otherwise = \"suspend\" }";
    assert_eq!(paid(review), (5_000.0, 0.0, 10_000.0));
}

#[test]
fn the_suspended_neither_vote_nor_vouch() {
    let entered = |suspended: &str| {
        let rules = format!(
            "[ladder.roles]\nactions = [\"answer\"]\n[ladder.roles.tier.elder]\nentry = {{ deeds = 20, seats = 5 }}\nexit = {{ {suspended} }}\n\
             [ladder.roles.tier.fellow]\nentry = {{ tenure = \"40 weeks\", sponsors = 2, sponsors_at = \"elder\" }}\n"
        );
        let study = people("50 weeks", &rhythm(0.5, "2027-07-05", ""), &rules);
        at(&study, "entered:roles.fellow", 49)
    };
    assert!(entered("") > 0.0);
    assert_eq!(entered("suspended = \"4 weeks\""), 0.0);
}

#[test]
fn emeriti_are_back_with_their_next_deeds() {
    let held = |back: &str| {
        let rules = format!(
            "[ladder.roles.tier.committer]\nentry = {{ deeds = 1e6 }}\nholders_at_start = 20\nexit = {{ inactive = \"12 weeks\", to = \"emeritus\" }}\n\
             [ladder.roles.tier.emeritus]\nentry = {{ chance = 0 }}\nexit = {{ {back} }}\n"
        );
        let head = opening("1 week", "78 weeks", 1, "tick")
            + &members(300).replace("people]", "people]\ncontributors_at_start = 40")
            + &rhythm(0.5, "2027-07-05", "2028-01-03")
            + "[mechanism.engagement]\nstaff = 0\ncore = 0\nrate = \"0.0001 per year\"\n[action.code]\ncontribution = true\n";
        let study = run(&(head + &rules));
        let of = |tier: &str, week: usize| at(&study, &format!("holders:roles.{tier}"), week);
        ((of("committer", 10), of("committer", 45), of("emeritus", 45)), of("committer", 77))
    };
    let (before, never) = held("");
    assert_eq!((before, never), ((20.0, 0.0, 20.0), 0.0));
    let (same, back) = held("back_after = 2");
    assert_eq!((same, back), ((20.0, 0.0, 20.0), 20.0));
}

#[test]
fn terms_end_and_places_are_given_on_a_day_of_the_year() {
    let rules =
        "[ladder.roles.tier.expert]\nentry = { deeds = 5, on_day = \"07-01\" }\nexit = { on_day = \"07-01\" }\n";
    let study = people("2 years", &rhythm(0.5, "2028-01-03", ""), rules);
    let held: Vec<f64> = (0..=study.last()).map(|week| at(&study, "holders:roles.expert", week)).collect();
    // 1 July lies in the 26th week; in the second year all terms end, and those who qualify for ever enter again.
    assert_eq!((held[23], held[26], held[103]), (0.0, 100.0, 100.0));
    assert_eq!(at(&study, "entered:roles.expert", 103), 200.0);
    let within = rules.replace("deeds = 5", "deeds = 5, within = \"10 weeks\"");
    let study = people("2 years", &rhythm(0.5, "2028-01-03", ""), &within);
    assert_eq!((at(&study, "holders:roles.expert", 75), at(&study, "holders:roles.expert", 80)), (100.0, 0.0));
}

#[test]
fn a_review_on_a_day_of_the_year_meets_all_at_once() {
    let rules = "[ladder.roles.tier.admin]\nentry = { deeds = 5 }\n\
                 review = { on_day = \"01-01\", keep_deeds = 40, within = \"1 year\", otherwise = \"exit\" }\n";
    let study = people("110 weeks", &rhythm(0.5, "2028-03-06", ""), rules);
    // 182 deeds in the first year, some 30 in the second.
    let held = |week: usize| at(&study, "holders:roles.admin", week);
    assert_eq!((held(40), held(60), held(102), held(106)), (100.0, 100.0, 100.0, 0.0));
}

#[test]
fn seats_grow_with_the_community_and_no_employer_takes_them_all() {
    let held = |entry: &str, employers: u32| {
        let rules = format!("[ladder.roles.tier.expert]\nentry = {{ deeds = 5, rank_by = \"deeds\"{entry} }}\n");
        let head = opening("1 week", "30 weeks", 1, "tick")
            + &members(1_000).replace("people]", &format!("people]\nemployers = {employers}"))
            + &by_chance(0.5)
            + "[action.answer]\n";
        let study = run(&(head + &rules));
        at(&study, "holders:roles.expert", 29)
    };
    assert_eq!(held(", seats_share = 0.0123", 0), 13.0);
    assert_eq!(held(", seats_share = 0.0123, seats = 4", 0), 4.0);
    assert_eq!(held(", employer_seats = 2", 3), 6.0);
    assert_eq!(held(", employer_seats = 2, seats = 50", 0), 50.0);
    // With two employers, neither may have more than a third: after the first of each, nobody more.
    assert_eq!(held(", employer_share = 0.34", 2), 2.0);
    assert_eq!(held(", employer_share = 0.5", 1), 1.0);
    assert!(held(", employer_share = 0.5", 3) > 900.0);
}

#[test]
fn a_member_joins_at_the_level_that_it_wants_and_need_not_climb() {
    let held = |enters: &str, fee: u32| {
        let rules = format!(
            "[budget]\npools = {{ funds = 1 }}\ntotal = 1_000_000\n[path.partner]\nenters = \"{enters}\"\n\
             [path.partner.tier.silver]\nentry = {{ tenure = \"50 years\" }}\nobligation = {{ fee = \"1 per year\" }}\n\
             [path.partner.tier.gold]\nfrom = \"silver\"\nobligation = {{ fee = \"{fee} per year\" }}\n\
             benefit = {{ market_fund = \"1000 per year\", pool = \"funds\" }}\n"
        );
        let study = world("1 month", "2 years", "month", &(partners(20, 0.0, 1e6) + &rules));
        study.mean("standing:partner.gold", study.last())
    };
    assert_eq!(held("step-by-step", 1), 0.0, "silver is closed to newcomers");
    assert_eq!(held("any-level", 1), 20.0);
    assert_eq!(held("any-level", 2_000), 0.0, "gold costs more than it brings");
}

/// Members who all respond to a bar of nine deeds, with two elders of whom others decide.
fn spurred(tier: &str, ladder: &str) -> Study {
    let rules = format!(
        "[mechanism.effort]\nresponders = 1\nsharpness = 0.001\nform = \"linear\"\ncost = 0.3\n[mechanism.engagement]\nstaff = 0\n\
         [action.code]\ncontribution = true\n[ladder.roles]\n{ladder}[ladder.roles.tier.elder]\nholders_at_start = 2\nentry = {{ chance = 0 }}\n\
         [ladder.roles.tier.fellow]\n{tier}\n[ladder.roles.tier.fellow.benefit]\nesteem = 5\n"
    );
    let head = opening("1 week", "2 years", 2, "tick")
        + &members(1_000).replace("people]", "people]\ncontributors_at_start = 20")
        + &by_chance(0.05)
        + "[action.answer]\n";
    run(&(head + &rules))
}

#[test]
fn a_ladder_that_lets_nobody_in_spurs_nobody_for_long() {
    let intensity = |vote: &str, week: usize| {
        let tier = format!(
            "entry = {{ deeds = 9, within = \"1 year\", vote = {{ by = \"elder\", turnout = 1, noise = 0, {vote} }} }}"
        );
        at(&spurred(&tier, ""), "mean-intensity", week)
    };
    let (closed, open) = ("share = 0, quorum = 0, least = 5", "share = 0, quorum = 0");
    assert!(intensity(closed, 10) > 1.02, "nobody has been refused yet");
    assert!(intensity(open, 20) > 1.02);
    close(intensity(closed, 100), 1.0, 0.01);
}

#[test]
fn sponsors_vouch_as_often_as_the_ladder_allows() {
    let entered = |vouches: &str| {
        let study = spurred(
            "entry = { deeds = 1, sponsors = 2, sponsors_at = \"elder\" }",
            &format!("vouches = \"{vouches}\"\n"),
        );
        at(&study, "entered:roles.fellow", 104)
    };
    assert_eq!(entered("0 per year"), 0.0);
    // Two elders vouch for three people a year each, two of them for one: three a year, and one with which a ladder begins.
    close(entered("3 per year"), 7.0, 1.0);
    close(entered("30 per year"), 61.0, 2.0);
}

#[test]
fn a_review_that_cannot_find_anybody_short_spurs_nobody() {
    let intensity = |immunity: &str| {
        let tier = format!(
            "entry = {{ deeds = 2 }}\nreview = {{ every = \"13 weeks\", within = \"13 weeks\", keep_deeds = 4{immunity} }}"
        );
        at(&spurred(&tier, ""), "mean-intensity", 100)
    };
    assert!(intensity("") > 1.05);
    close(intensity(", immunity = \"9 years\""), 1.0, 0.02);
}

#[test]
fn who_lost_a_place_for_idleness_does_a_deed_before_the_next_one() {
    let rules = "[ladder.roles.tier.member]\nentry = { deeds = 5 }\nexit = { inactive = \"8 weeks\" }\n";
    let study = people("78 weeks", &rhythm(0.5, "2027-07-05", "2028-01-03"), rules);
    let held = |week: usize| at(&study, "holders:roles.member", week);
    assert_eq!((held(25), held(45), held(77)), (100.0, 0.0, 100.0));
}
