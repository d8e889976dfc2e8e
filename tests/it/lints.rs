//! Lints: each appears when it should, and not when one more setting explains the case.

use zaoshi::experiment::Experiment;

use crate::study::scenario;

const WORLD: &str = r#"
    name = "lints"
    start = 2027-01-04
    horizon = "2 years"
    [segment.people]
    people = 1000
    members_at_start = 500
    [mechanism.triggers]
    own = "52 per year"
    [action.answer]
    effort = 1.0
    [action.chat]
    effort = 0.1
    [points.answer]
    points = 10
    cap = "20 per week"
    [shop.cup]
    [mechanism.effort]
"#;

/// The lints of the world with some more tables.
fn said(more: &str) -> Vec<String> {
    Experiment::design(&scenario(&format!("{WORLD}{more}"))).unwrap().lints().unwrap()
}

/// Fails unless the first text has this lint, and the second none.
#[track_caller]
fn tells(words: &str, wrong: &str, right: &str) {
    let notes = said(wrong);
    assert!(notes.iter().any(|note| note.contains(words)), "{words}: {notes:#?}");
    assert_eq!(said(right), Vec::<String>::new());
}

/// A ladder of one tier or two.
fn tiers(one: &str, two: &str) -> String {
    let two = if two.is_empty() { String::new() } else { format!("[ladder.all.tier.two]\nfrom = \"one\"\n{two}\n") };
    let benefit = if one.contains("benefit") { "" } else { "[ladder.all.tier.one.benefit]\nesteem = 1\n" };
    format!("{benefit}[ladder.all.tier.one]\n{one}\n{two}")
}

#[test]
fn a_sound_world_is_told_nothing() {
    assert_eq!(said(""), Vec::<String>::new());
}

#[test]
fn seats_that_never_come_free() {
    let seats = "entry = { deeds = 1, seats = 5 }\n";
    tells("seats fill up once", &tiers(seats, ""), &tiers(&format!("{seats}exit = {{ term = \"1 year\" }}"), ""));
}

#[test]
fn staying_that_asks_more_than_getting_in() {
    let tier = |keep: u32| {
        tiers(&format!("entry = {{ deeds = 5 }}\nreview = {{ every = \"1 year\", keep_deeds = {keep} }}"), "")
    };
    tells("staying requires more", &tier(9), &tier(4));
}

#[test]
fn tiers_that_nobody_can_reach() {
    let points = |asked: u32| tiers(&format!("entry = {{ points = {asked}, within = \"4 weeks\" }}"), "");
    tells("the caps allow 100", &points(500), &points(90));
    let ladder = |action: &str| format!("[ladder.all]\nactions = [\"{action}\"]\n{}", points(50));
    tells("no action that counts earns points", &ladder("chat"), &ladder("answer"));
    let only = |more: &str| {
        let ladder = format!("[ladder.all]\nactions = [\"fake\"]\n{}", tiers("entry = { deeds = 3 }", ""));
        format!("[action.fake]\neffort = 9\n{more}{ladder}")
    };
    tells("no action that counts is open", &only("mimics = \"answer\"\n"), &only(""));
    let sponsored = |staff: u32| {
        format!("[mechanism.engagement]\nstaff = {staff}\n{}", tiers("entry = { deeds = 1, sponsors = 2 }", ""))
    };
    tells("because nobody can vouch", &sponsored(0), &sponsored(3));
}

#[test]
fn a_step_that_asks_for_no_more_than_the_one_below() {
    let two = |deeds: u32| tiers("entry = { deeds = 5 }", &format!("entry = {{ deeds = {deeds} }}"));
    tells("are promoted at once", &two(5), &two(20));
    let more = tiers("entry = { deeds = 5 }", "entry = { deeds = 5, tenure = \"90 days\" }");
    tells("are promoted at once", &two(3), &more);
}

#[test]
fn points_that_everybody_has() {
    // Half a deed a week earns ten points: 260 a year.
    let two = |points: u32| {
        tiers("entry = { points = 50 }", &format!("entry = {{ points = {points}, within = \"1 year\" }}"))
    };
    tells("points inflate", &two(200), &two(600));
}

#[test]
fn promises_that_a_pool_cannot_pay() {
    let world = |total: u32| {
        let tier = tiers(
            "entry = { deeds = 1, seats = 10 }\nexit = { term = \"1 year\" }\nbenefit = { cash = \"100 per month\", pool = \"people\" }",
            "",
        );
        format!(
            "{tier}[budget]\ntotal = {total}\npools = {{ people = 0.5, ads = 0.5 }}\n[campaign.ads]\ncost = \"10 per month\"\npool = \"ads\"\n"
        )
    };
    tells("budget.pools.people: full seats and campaigns cost 12000 a year", &world(20_000), &world(24_001));
    tells("budget.pools.ads", &world(200), &world(30_000));
}

#[test]
fn farming_that_pays_better_than_work() {
    let spam = |detection: f64, penalty: u32| {
        format!(
            "[action.spam]\neffort = 0.5\nmimics = \"answer\"\ndetection = {detection}\npenalty_points = {penalty}\n"
        )
    };
    tells("it pays to game the rules", &spam(0.05, 0), &spam(0.6, 0));
    tells("it pays to game the rules", &spam(0.1, 10), &spam(0.1, 50));
}

#[test]
fn pay_for_what_people_like_anyway() {
    let prize =
        |appeal: f64, felt: &str| format!("[action.sing]\nappeal = {appeal}\n[prize.sing]\ncontrolling = \"{felt}\"\n");
    tells("can reduce that", &prize(1.0, "completion"), &prize(0.0, "completion"));
    tells("can reduce that", &prize(1.0, "engagement"), &prize(1.0, "praise"));
}

#[test]
fn an_arrow_that_starts_nowhere() {
    let house = |hub: f64, worth: f64| {
        format!(
            "[hub]\ncosts = {{ leads = {hub} }}\n[organisation.houses]\nworth = {{ leads = {worth} }}\n\
             [organisation.houses.as.partner]\nleads_projects = 1\n"
        )
    };
    tells("these organisations receive no leads", &house(0.0, 1.0), &house(1.0, 1.0));
    tells("these organisations ask for no leads", &house(1.0, 0.0), &house(1.0, 1.0));
}

#[test]
fn a_size_that_cannot_be_met() {
    let size = |n: u32| format!("[announcement.scale]\nsize = {n}\non = 2027-03-01\nby = 2028-03-01\n");
    tells("so this size cannot be reached", &size(1_001), &size(1_000));
}

#[test]
fn what_does_nothing_as_it_stands() {
    let shock = |more: &str| format!("[shock.outage]\non = 2027-06-01\n{more}\n");
    tells("it has no effect; set a share", &shock(""), &shock("leave = 0.1"));
    let exposed = |more: &str| {
        let size = "[announcement.scale]\nsize = 500\non = 2027-03-01\nby = 2028-03-01\n";
        shock("expose = \"announcement.scale\"") + size + more
    };
    tells("it has no effect without [belief]", &exposed(""), &exposed("[belief]\n"));
    let course = |kind: &str, enters: &str| {
        format!(
            "[organisation.school]\n[organisation.school.as.{kind}]\n{enters}\n\
             [framework.university.course]\norganisations = [\"school\"]\nenters = \"people\"\n"
        )
    };
    tells("of another kind", &course("traffic", ""), &course("university", "enters = \"people\""));
}

#[test]
fn dates_outside_of_the_run() {
    let shock = |on: &str| format!("[shock.outage]\non = {on}\nleave = 0.1\n");
    tells("never comes", &shock("2030-01-01"), &shock("2027-06-01"));
    tells("never happens", &shock("2026-01-01"), &shock("2027-01-04"));
    let star = |on: &str| format!("[endorsement.star]\non = {on}\n");
    tells("never happens", &star("2026-01-01"), &star("2027-06-01"));
    let scale = |on: &str| format!("[announcement.scale]\nsize = 10\non = {on}\nby = 2031-01-01\n");
    tells("never comes", &scale("2030-01-01"), &scale("2026-06-01"));
    let talk = |on: &str| format!("[occasion.talk]\non = {on}\n");
    tells("never comes", &talk("2030-01-01"), &talk("2026-06-01"));
}

/// A path of one tier for two partners.
fn path(path: &str, tier: &str) -> String {
    format!(
        "[organisation.houses]\nnumber = 2\n[organisation.houses.as.partner]\n[path.partner]\n{path}\n[path.partner.tier.one]\n{tier}\n"
    )
}

#[test]
fn paths_that_nobody_climbs() {
    let seats = |more: &str| path("", &format!("entry = {{ seats = 5 }}\n{more}"));
    tells("seats fill up once", &seats(""), &seats("review = { every = \"1 year\" }"));
    let trained = |knob: &str| path(knob, "entry = { certified = 2 }");
    tells("no organisation trains any", &trained("responds = 0"), &trained("responds = 0.5"));
    tells("no organisation has hours", &trained("pace = 0"), &trained("pace = 0.5"));
    tells("has hours for at most", &path("", "entry = { certified = 3000 }"), &path("", "entry = { certified = 9 }"));
    let above = |more: &str| {
        path("", "entry = { certified = 2 }")
            + &format!("[path.partner.tier.above]\nfrom = \"one\"\nentry = {{ {more} }}\n")
    };
    tells("nothing more than one", &above("certified = 1"), &above("certified = 3"));
    let support = |hub: &str| hub.to_owned() + &path("", "benefit = { support_hours = 5 }");
    tells("no holder gets support", &support(""), &support("[hub]\ncosts = { support = 2 }\n"));
    let of = |kind: &str, knob: &str| {
        format!("[organisation.firms]\n[organisation.firms.as.{kind}]\n") + &path("organisations = [\"firms\"]", knob)
    };
    for knob in ["entry = { revenue = 5 }", "benefit = { lead_share = 0.5 }"] {
        tells("a partner", &of("enterprise", knob), &of("partner", knob));
    }
    tells("no organisation can enter", "[path.partner.tier.one]\n", &path("", ""));
}

#[test]
fn market_funds_that_no_pool_can_pay() {
    let fund = |seats: u32| {
        let tier = format!(
            "entry = {{ seats = {seats} }}\nreview = {{ every = \"1 year\" }}\nbenefit = {{ market_fund = \"100 per year\", pool = \"all\" }}"
        );
        format!("[budget]\ntotal = 1000\npools = {{ all = 1.0 }}\n{}", path("", &tier))
    };
    tells("promises will be broken", &fund(11), &fund(10));
}

/// Two designs in addition to spam that pays, once points exist.
const SPAM: &str = r#"
    [treatment.plain]
    "action.chat.effort" = 0.2
    [treatment.first]
    "action.spam.off" = false
    [treatment.second]
    "action.spam.off" = false
    "action.chat.effort" = 0.2
    [action.spam]
    effort = 0.1
    mimics = "answer"
    detection = 0
    "#;

#[test]
fn what_a_design_brings_is_told_with_its_name_and_once() {
    let pays = "action.spam: it brings 100 points an hour and answer brings 10, so it pays to game the rules";
    assert_eq!(said(&format!("{SPAM}off = true\n")), [format!("under first, second: {pays}")]);
    // A lint of the baseline is not repeated for its designs.
    assert_eq!(said(SPAM), [pays]);
}

#[test]
fn what_a_date_or_a_condition_brings_is_told_with_it() {
    let pays = "action.spam: it brings 100 points an hour and answer brings 10, so it pays to game the rules";
    let world = |begins: &str| {
        format!(
            "[action.spam]\neffort = 0.1\nmimics = \"answer\"\ndetection = 0.95\n[intervention.lax]\n{begins}\nset = {{ \"action.spam.detection\" = 0.0 }}\n"
        )
    };
    assert_eq!(said(&world("on = 2028-01-03")), [format!("from 2028-01-03: {pays}")]);
    assert_eq!(said(&world("when = \"members > 600\"")), [format!("while lax holds: {pays}")]);
    let design = "[treatment.later]\nfrom = 2027-07-05\n\"action.spam.detection\" = 0.0\n";
    let spam = "[action.spam]\neffort = 0.1\nmimics = \"answer\"\ndetection = 0.95\n";
    assert_eq!(said(&format!("{spam}{design}")), [format!("under later from 2027-07-05: {pays}")]);
}

#[test]
fn an_industry_that_names_nobody_else() {
    let firms = |word: &str| {
        format!(
            "[organisation.banks]\n[organisation.banks.as.enterprise]\n\
             [organisation.leader]\nindustry = \"{word}\"\n[organisation.leader.as.enterprise]\n"
        )
    };
    tells("no other organisation has the industry \"bank\"", &firms("bank"), &firms("banks"));
    tells("did you mean \"banks\"?", &firms("bank"), &firms("leader"));
    // A group that a design may switch on counts.
    let off = firms("banks").replace("[organisation.banks]\n", "[organisation.banks]\noff = true\n");
    assert_eq!(said(&off), Vec::<String>::new());
}

#[test]
fn a_shipped_scenario_is_told_what_its_designs_bring() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/points-or-titles.toml");
    let scenario = zaoshi::scenario::Scenario::load(std::path::Path::new(file)).unwrap();
    insta::assert_snapshot!(Experiment::design(&scenario).unwrap().lints().unwrap().join("\n"));
}
