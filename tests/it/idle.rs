//! Rules that can do nothing by construction: each is named with the reason, and not where it may do something.

use zaoshi::experiment::Experiment;

use crate::study::scenario;

const WORLD: &str = r#"
    name = "idle"
    start = 2027-01-04
    horizon = "2 years"
    [segment.people]
    people = 1000
    members_at_start = 500
    [mechanism.adoption]
    [mechanism.triggers]
    own = "52 per year"
    [mechanism.effort]
    [mechanism.farming]
    [action.answer]
    effort = 1.0
    [action.talk]
    [budget]
    total = 1000
    pools = { growth = 1.0 }
"#;

fn said(world: &str, more: &str) -> Vec<String> {
    Experiment::design(&scenario(&format!("{world}{more}"))).unwrap().lints().unwrap()
}

/// Fails unless the first text is told this, and the second nothing.
#[track_caller]
fn tells(words: &str, idle: &str, works: &str) {
    let notes = said(WORLD, idle);
    assert!(notes.iter().any(|note| note.contains(words)), "{words}: {notes:#?}");
    assert_eq!(said(WORLD, works), Vec::<String>::new());
}

#[test]
fn a_rule_that_gives_nothing_is_told() {
    let prize = |mean: &str| format!("[prize.answer]\nmean = {mean}\n");
    tells("because its `mean` is 0", &prize("0"), &prize("1"));
    let ladder = |benefit: &str| {
        format!(
            "[ladder.all.tier.one]\nentry = {{ deeds = 3 }}\nbenefit = {{ {benefit} }}\n[points.answer]\n[shop.cup]\n"
        )
    };
    tells("its tiers bring nothing", &ladder("esteem = 0"), &ladder("esteem = 1"));
    let badge = |value: u32| format!("[badge.ten]\naction = \"answer\"\nat = 10\nvalue = {value}\n");
    tells("badge.ten: it has no effect", &badge(0), &badge(1));
    let points = |points: u32| format!("[points.answer]\npoints = {points}\n[shop.cup]\n");
    tells("points.answer.points: with 0", &points(0), &points(1));
    tells("shop.cup: nobody can buy it", "[shop.cup]\n", &points(1));
}

#[test]
fn what_nobody_asks_for_or_feels_is_told() {
    let points = "[points.answer]\npoints = 5\n";
    let tier = "[ladder.all.tier.one]\nbenefit = { esteem = 1 }\nentry = ";
    let asks = |entry: &str| format!("{points}{tier}{{ {entry} }}\n");
    tells("nobody can do anything with these points", points, &format!("{points}[shop.cup]\n"));
    tells("nobody can do anything with these points", &asks("deeds = 3"), &asks("points = 30"));
    // A ladder that does not count the action asks for no points of it.
    let other = asks("points = 30")
        .replace("[ladder", "[points.talk]\npoints = 5\n[ladder.all]\nactions = [\"talk\"]\n[ladder");
    assert!(said(WORLD, &other).iter().any(|note| note.starts_with("points.answer")));
    let cash =
        "[ladder.all.tier.one]\nentry = { deeds = 3 }\nbenefit = { cash = \"100 per month\", pool = \"growth\" }\n";
    tells("moves nobody", &cash.replace("cash =", "belief = 0, cash ="), cash);
    let unfelt = WORLD.replace("[mechanism.effort]", "");
    assert!(said(&unfelt, cash).iter().any(|note| note.contains("[mechanism.effort]")));
    let title = "[ladder.all.tier.one]\nentry = { deeds = 3 }\nbenefit = { esteem = 1 }\n";
    assert!(said(&unfelt, title).iter().any(|note| note.contains("ladder.all: its tiers change nothing")));
}

#[test]
fn a_tier_whose_action_nobody_does_is_told() {
    // Nobody has the mechanisms that lead to deeds.
    let still = WORLD.replace("[mechanism.triggers]\n    own = \"52 per year\"", "");
    let tier = "[ladder.all.tier.one]\nentry = { deeds = 3 }\nbenefit = { esteem = 1 }\n";
    assert!(said(&still, tier).iter().any(|note| note.contains("nobody ever does an action that counts")));
    assert_eq!(said(WORLD, tier), Vec::<String>::new());
}

#[test]
fn attention_that_reaches_nobody_is_told() {
    let campaign = |rest: &str| format!("[campaign.ads]\n{rest}\n");
    tells("its intensity and its reach are 0", &campaign("intensity = 0"), &campaign("reach = 1"));
    let deaf = WORLD.replace("own = \"52 per year\"", "own = \"52 per year\"\npaid = \"0 per year\"");
    assert!(said(&deaf, &campaign("reach = 0")).iter().any(|note| note.contains("these are 0 in all segments")));
    let carrier = |rest: &str| format!("[carrier.forum]\n{rest}\n");
    tells("carrier.forum.reach: with 0", &carrier("reach = 0"), &carrier(""));
    tells("tells of no occasion", &carrier("adoption = \"0 per year\"\ntriggers = \"0 per year\""), &carrier(""));
    tells(
        "nobody can attend",
        "[occasion.talk]\non = 2027-05-03\ncapacity = 0\n",
        "[occasion.talk]\non = 2027-05-03\n",
    );
}

#[test]
fn money_that_never_comes_and_dates_outside_of_the_run_are_told() {
    let paid = "[campaign.ads]\nreach = 1\ncost = \"10 per month\"\npool = \"growth\"\n";
    let poor = WORLD.replace("growth = 1.0", "growth = 0.0");
    assert!(said(&poor, paid).iter().any(|note| note.contains("it never has any money")));
    assert_eq!(said(WORLD, paid), Vec::<String>::new());
    let on = |from: &str, until: &str| format!("[campaign.ads]\nreach = 1\nfrom = {from}\nuntil = {until}\n");
    tells("so this date never comes", &on("2031-01-06", "2032-01-05"), &on("2027-05-03", "2028-01-03"));
    tells(
        "campaign.ads.until: this date is not after",
        &on("2027-05-03", "2027-03-01"),
        &on("2027-05-03", "2028-01-03"),
    );
    let firms = |rest: &str| format!("[organisation.firms]\nnumber = 5\n{rest}\n[organisation.firms.as.enterprise]\n");
    tells("none of them ever comes in", &firms("joins = \"0 per year\""), &firms(""));
}

#[test]
fn what_a_later_rule_brings_to_life_is_not_told() {
    let ladder = "[ladder.all.tier.one]\nentry = { deeds = 3 }\nbenefit = { esteem = 0 }\n";
    let later =
        "[intervention.more]\nsays = \"More\"\non = 2027-09-06\nset = { \"ladder.all.tier.one.benefit.esteem\" = 1 }\n";
    assert_eq!(said(WORLD, &format!("{ladder}{later}")), Vec::<String>::new());
}

#[test]
fn without_points_nobody_farms() {
    let farm = |points: u32| {
        let more = "[action.farm]\nmimics = \"answer\"\n[shop.cup]\nprice = 100000\n[points.answer]\npoints = ";
        let text = format!("headline = \"members\"\nreplicates = 2\n{WORLD}{more}{points}\n");
        let study = crate::study::run(&text.replace("[mechanism.farming]", "[mechanism.farming]\nshare = 0.5"));
        study.mean("deeds:farm", study.last())
    };
    assert!(farm(1) > 0.0);
    assert_eq!(farm(0), 0.0);
}
