//! Mistakes in scenarios, and their messages.
//!
//! Each test reads one file of `wrong/`; the snapshot is the whole message, so a review shows every changed word.

use std::path::Path;

use zaoshi::error::Error;
use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};

/// The message for the scenario of that name.
fn said(name: &str) -> String {
    match Scenario::load(Path::new(&format!("tests/it/wrong/{}.toml", name.replace('_', "-")))) {
        Ok(_) => "no mistake".to_owned(),
        Err(Error::Scenario(mistakes)) => mistakes.render(false),
        Err(other) => other.to_string(),
    }
}

macro_rules! wrong {
    ($($name:ident;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(said(stringify!($name)));
        }
    )*

        #[test]
        fn every_wrong_file_has_its_test() {
            let tested = [$(stringify!($name)),*].len();
            let files = std::fs::read_dir("tests/it/wrong").into_iter().flatten().flatten();
            assert_eq!(files.filter(|file| file.path().is_file()).count(), tested);
        }
    };
}

wrong! {
    misspelt_key_at_the_root;
    misspelt_key_deep_down;
    unknown_table;
    number_out_of_range;
    rate;
    bare_numbers;
    duration_and_quota;
    choice;
    missing_name;
    missing_start;
    empty;
    missing_deep_down;
    unknown_mechanism;
    references;
    reference_to_nothing;
    reference_to_what_is_off;
    syntax;
    unclosed_text;
    value_forgotten;
    quotes_and_equals;
    duplicate_key;
    wrong_type;
    anonymous_tables;
    dates;
    off;
    extends_itself;
    extends_in_a_circle;
    extends_what_is_missing;
    mistake_in_what_it_extends;
    treatment_of_an_unknown_path;
    treatment_out_of_range;
    treatment_that_touches_the_seed;
    treatment_that_adds_half_a_table;
    intervention_without_a_date;
    conditions;
    rules_that_name_nothing;
    channels;
    partners;
    names;
    groups;
    many_at_once;
    on_the_stage;
    milestones;
}

#[test]
fn a_file_that_is_not_there() {
    insta::assert_snapshot!(said("nowhere"));
}

/// The message for the arguments on top of a valid scenario.
fn said_with(args: &[&str]) -> String {
    const SOUND: &str = "name = \"sound\"\nstart = 2027-01-04\n[action.answer]\n[points.answer]\npoints = 2\n";
    let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
    let laid = Patch::from_args(&args).and_then(|patch| Scenario::parse("sound.toml", SOUND)?.patched(&patch));
    match laid {
        Ok(_) => "no mistake".to_owned(),
        Err(Error::Scenario(mistakes)) => mistakes.render(false),
        Err(other) => other.to_string(),
    }
}

#[test]
fn with_that_cannot_be_read() {
    insta::assert_snapshot!(said_with(&["points", "=3", "points.answer.points=[1,"]));
}

#[test]
fn with_that_does_not_fit() {
    insta::assert_snapshot!(said_with(&["points.answer.points = 3.5", "horizon=3", "points.anwser=off", "name=other"]));
}

#[test]
fn with_that_fits() {
    let fits = ["points.answer.points=3", "horizon=1 year", "seed=8", "points=off", "points.answer.cap=20 per week"];
    assert_eq!(said_with(&fits), "no mistake");
}

/// The message for a scenario whose names are valid, but not their combination.
fn said_of(text: &str) -> String {
    let scenario = Scenario::parse("together.toml", text).unwrap_or_else(|_| panic!("the text itself is sound"));
    match Experiment::design(&scenario) {
        Ok(_) => "no mistake".to_owned(),
        Err(Error::Scenario(mistakes)) => mistakes.render(false),
        Err(other) => other.to_string(),
    }
}

const WORLD: &str = "name = \"together\"\nstart = 2027-01-04\n[segment.users]\n[action.answer]\n";

#[test]
fn tiers_that_stand_on_each_other() {
    let tier = |name: &str, from: &str| format!("[ladder.all.tier.{name}]\nfrom = \"{from}\"\n");
    let circle = tier("one", "three") + &tier("two", "one") + &tier("three", "two");
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + &circle)));
}

#[test]
fn tiers_to_which_those_come_back_who_have_gone() {
    let tier = |name: &str, to: &str| {
        format!("[ladder.{name}]\nentry = {{ deeds = 1 }}\nexit = {{ term = \"1 year\", to = \"{to}\" }}\n")
    };
    let own = tier("one.tier.fellow", "fellow");
    let circle = tier("two.tier.chair", "emeritus") + &tier("two.tier.emeritus", "chair");
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + &own + &circle)));
}

#[test]
fn tiers_that_wait_for_each_others_votes() {
    let tier = |name: &str, by: &str| format!("[ladder.all.tier.{name}]\nentry = {{ vote = {{ by = \"{by}\" }} }}\n");
    let circle = tier("council", "elders") + &tier("elders", "council");
    let alone = "[ladder.board.tier.member]\nentry = { vote = { by = \"member\" } }\n";
    let above =
        "[ladder.house.tier.low]\nentry = { vote = { by = \"high\" } }\n[ladder.house.tier.high]\nfrom = \"low\"\n";
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + &circle + alone + above)));
}

#[test]
fn tiers_that_vote_on_others_wait_for_nobody() {
    let sound = "[ladder.all.tier.low]\nentry = { vote = { by = \"high\" } }\n\
                 [ladder.all.tier.high]\nentry = { deeds = 9 }\n\
                 [ladder.board.tier.member]\nholders_at_start = 2\nentry = { vote = { by = \"member\" } }\n\
                 [ladder.house.tier.squires]\n[ladder.house.tier.lords]\nfrom = \"squires\"\nentry = { sponsors = 2 }\n\
                 [ladder.house.tier.commons]\nentry = { vote = { by = \"lords\" } }\n";
    assert_eq!(said_of(&(WORLD.to_owned() + sound)), "no mistake");
}

#[test]
fn an_action_that_mimics_what_is_not_what_it_seems() {
    let actions = "[action.like]\nmimics = \"answer\"\n[action.swap]\nmimics = \"like\"\n";
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + actions)));
}

#[test]
fn what_is_to_be_met_before_it_is_heard_and_what_nobody_pays() {
    let stage =
        "[announcement.scale]\non = 2027-06-01\nby = 2027-06-01\n[endorsement.star]\non = 2027-02-01\ncost = 9\n";
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + stage)));
}

#[test]
fn what_costs_money_that_no_pool_pays() {
    let text = "[budget]\ntotal = 1000\npools = { events = 1.0 }\n[carrier.ads]\ncost = \"100 per month\"\n\
                [occasion.hackathon]\non = 2027-03-01\ndeeds = 2\n[occasion.hackathon.prize]\npot = 100\n\
                [occasion.hackathon.swag]\ncost = 3\n\
                [organisation.early]\njoins_on = 2027-06-07\nsubsidy = 9\n[organisation.early.as.enterprise]\n";
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + text)));
}

#[test]
fn more_conditions_than_can_be_checked_together() {
    let one = |k: u32| {
        format!("[intervention.number-{k}]\nwhen = \"members > {k}\"\nset = {{ \"action.answer.effort\" = {k} }}\n")
    };
    let all: String = (1..8).map(one).collect();
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + &all)));
}

#[test]
fn a_condition_under_which_something_new_would_come_into_the_world() {
    let when = "[intervention.late]\nwhen = \"members > 3\"\nset = { \"action.late\" = { effort = 3 } }\n";
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + when)));
}

#[test]
fn two_conditions_that_are_sound_alone_and_not_together() {
    let one = |name: &str| {
        format!("[intervention.{name}]\nwhen = \"members > 3\"\nscale = {{ \"action.answer.effort\" = 50 }}\n")
    };
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + &one("once") + &one("twice"))));
}

#[test]
fn groups_that_do_not_fit_what_they_name() {
    let text = "
[action.code]
reviewed = true
[organisation.banks]
[organisation.banks.as.enterprise]
[ladder.user.tier.core]
[sig.kernel]
share = 0.7
[sig.kernel.seat.vendors]
[sig.tools]
share = 0.6
actions = [\"answer\", \"code\"]
[chapter.east]
segment = \"users\"
ladder = \"user\"
tier = \"cores\"
[chapter.west]
segment = \"users\"
ladder = \"user\"
tier = \"core\"
share = 0.7
[chapter.north]
segment = \"users\"
ladder = \"user\"
tier = \"core\"
share = 0.4
";
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + text)));
}

#[test]
fn a_condition_on_a_metric_that_does_not_exist() {
    let when =
        "[intervention.stop]\nwhen = \"members > 3 and actve-people > 2\"\nset = { \"action.answer.effort\" = 3 }\n";
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + when)));
}

#[test]
fn metrics_that_are_near_one_and_near_none() {
    let top = "headline = \"active\"\nbeside = [\"xx\", \"deeds:anser\"]\n";
    insta::assert_snapshot!(said_of(&WORLD.replace("[segment.users]", &format!("{top}[segment.users]"))));
}

#[test]
fn paths_that_do_not_add_up() {
    let world = WORLD.to_owned() + "[organisation.houses]\n[organisation.houses.as.partner]\n";
    let tier = |name: &str, more: &str| format!("[path.partner.tier.{name}]\n{more}\n");
    let circle = tier("one", "from = \"two\"") + &tier("two", "from = \"one\"");
    let led = tier("one", "benefit = { lead_share = 0.7 }") + &tier("two", "benefit = { lead_share = 0.5 }");
    let fund = tier("one", "benefit = { market_fund = \"9 per year\" }");
    let course = "[framework.university.course]\ncost = 9\nenters = \"users\"\n";
    let all = [circle, led, fund, course.to_owned()].map(|more| said_of(&(world.clone() + &more)));
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn a_promise_that_nobody_made() {
    let made = "[ladder.contributor.tier.toc]\n[path.partner.tier.top]\n[announcement.scale]\nsize = 9\non = 2027-03-01\nby = 2028-03-01\n";
    let shock = |at: &str| format!("[belief]\n[shock.out]\non = 2027-06-01\nexpose = \"{at}\"\n");
    let told = |made: &str, at: &str| said_of(&(WORLD.to_owned() + made + &shock(at)));
    insta::assert_snapshot!(told(made, "ladder.contributor.tier.tok") + &told("", "the moon"));
}

#[test]
fn what_cannot_change_on_a_date() {
    let text = "[organisation.banks]\nnumber = 3\n[organisation.banks.as.enterprise]\n[intervention.more]\non = 2027-06-01\n\
                set = { \"organisation.banks.number\" = 9, \"segment.users.people\" = 5000, \"contacts.mean_degree\" = 4 }\n";
    insta::assert_snapshot!(said_of(&(WORLD.to_owned() + text)));
}
