//! Signs: for each lever that a strategist would turn, the direction in which the default community moves.
//!
//! `cargo test --release --all-features --test it signs -- --ignored --nocapture` prints the table. The community is the default one with its
//! ladder and its points and shop in the baseline; each lever is set low in one design and high in another, in paired runs. At most
//! four levers may move it against what is expected; what moves nothing is printed as such.

use zaoshi::experiment::Experiment;
use zaoshi::scenario::Scenario;

/// Name, settings of the low and of the high design, the metric that is read, and the expected sign.
type Lever = (&'static str, &'static str, &'static str, &'static str, f64);

const LEVERS: &[Lever] = &[
    (
        "reviewers' hours, 20 to 80 a week",
        "mechanism.review.hours = 20",
        "mechanism.review.hours = 80",
        "contributions",
        1.0,
    ),
    (
        "first-time barrier of code, high to none",
        "action.code.barrier = 1.5",
        "action.code.barrier = 0",
        "contributions",
        1.0,
    ),
    ("effort of code, 16 to 2 hours", "action.code.effort = 16", "action.code.effort = 2", "contributions", 1.0),
    (
        "effort of an answer, 2 to .2 hours",
        "action.answer.effort = 2",
        "action.answer.effort = 0.2",
        "deeds:answer",
        1.0,
    ),
    (
        "ladder, off to on",
        "ladder.contributor.off = true",
        "ladder.contributor.off = false",
        "active-contributors",
        1.0,
    ),
    (
        "seats of the TOC, 1 to 20",
        "ladder.contributor.tier.toc.entry.seats = 1",
        "ladder.contributor.tier.toc.entry.seats = 20",
        "contributions",
        1.0,
    ),
    (
        "term of the TOC, 4 years to 1",
        "ladder.contributor.tier.toc.exit.term = '4 years'",
        "ladder.contributor.tier.toc.exit.term = '1 year'",
        "entered:contributor.toc",
        1.0,
    ),
    (
        "bar of active contributors, 16 to 4 deeds",
        "ladder.contributor.tier.active.entry.deeds = 16",
        "ladder.contributor.tier.active.entry.deeds = 4",
        "holders:contributor.active",
        1.0,
    ),
    (
        "sponsors of active contributors, 5 to none",
        "ladder.contributor.tier.active.entry.sponsors = 5",
        "ladder.contributor.tier.active.entry.sponsors = 0",
        "entered:contributor.active",
        1.0,
    ),
    (
        "cash of the TOC, none to 20,000 a quarter",
        "ladder.contributor.tier.toc.benefit.cash = '0 per quarter'",
        "ladder.contributor.tier.toc.benefit.cash = '20000 per quarter'",
        "contributions",
        1.0,
    ),
    (
        "esteem of the SIG tier, none to 3",
        "ladder.contributor.tier.sig.benefit.esteem = 0",
        "ladder.contributor.tier.sig.benefit.esteem = 3",
        "contributions",
        1.0,
    ),
    (
        "retention of the SIG tier, none to 2",
        "ladder.contributor.tier.sig.benefit.retention = 0",
        "ladder.contributor.tier.sig.benefit.retention = 2",
        "active-contributors",
        1.0,
    ),
    (
        "hours of review of the SIG tier, none to 4",
        "ladder.contributor.tier.sig.benefit.review_hours = 0",
        "ladder.contributor.tier.sig.benefit.review_hours = 4",
        "contributions",
        1.0,
    ),
    (
        "prize for merged code, none to 1,000",
        "",
        "prize.bounty = { action = 'code', on = 'merged', cost = 1000, pool = 'prizes' }",
        "contributions",
        1.0,
    ),
    (
        "prize for an answer, 5 to 50",
        "prize.bounty = { action = 'answer', cost = 5, pool = 'prizes' }",
        "prize.bounty = { action = 'answer', cost = 50, pool = 'prizes' }",
        "deeds:answer",
        1.0,
    ),
    (
        "badge for three merged changes, none to one",
        "",
        "badge.three = { action = 'code', at = 3 }",
        "contributions",
        1.0,
    ),
    ("points for an answer, 1 to 30", "points.answer.points = 1", "points.answer.points = 30", "deeds:answer", 1.0),
    ("price in the shop, 800 to 50 points", "shop.hoodie.price = 800", "shop.hoodie.price = 50", "deeds:answer", 1.0),
    ("value of a thing in the shop, .2 to 4", "shop.hoodie.value = 0.2", "shop.hoodie.value = 4", "deeds:answer", 1.0),
    (
        "detection of farming, none to half",
        "action.farm.detection = 0",
        "action.farm.detection = 0.5",
        "points-farmed",
        -1.0,
    ),
    ("ads, none to four times", "campaign.ads.intensity = 0", "campaign.ads.intensity = 4", "deeds", 1.0),
    ("reach of ads, none to four times", "campaign.ads.reach = 0", "campaign.ads.reach = 4", "members", 1.0),
    (
        "budget, 100,000 to a million a year",
        "budget.total = 100_000",
        "budget.total = 1_000_000",
        "active-contributors",
        1.0,
    ),
    (
        "hackathon twice a year, none to one",
        "",
        "occasion.hackathon = { on = 2025-09-01, every = '182 days', action = 'code', deeds = 1.5, capacity = 100 }",
        "contributions",
        1.0,
    ),
    (
        "mentors after the hackathon, none to 20",
        "occasion.hackathon = { on = 2025-09-01, every = '182 days', action = 'code', deeds = 1.5, capacity = 100 }",
        "occasion.hackathon = { on = 2025-09-01, every = '182 days', action = 'code', deeds = 1.5, capacity = 100, follow-up = { mentors = 20 } }",
        "active-contributors",
        1.0,
    ),
    (
        "mentors of newcomers, none to 20 hours a week",
        "",
        "mechanism.mentoring = { hours = 20 }",
        "active-contributors",
        1.0,
    ),
    ("will to invite, low to high", "mechanism.referral.will = 0.05", "mechanism.referral.will = 0.5", "members", 1.0),
    (
        "universities at the start, none to 12",
        "organisation.universities.joined_at_start = 0",
        "organisation.universities.joined_at_start = 12",
        "members",
        1.0,
    ),
    (
        "students who adopt, .05 to .5",
        "organisation.universities.as.university.adopts = 0.05",
        "organisation.universities.as.university.adopts = 0.5",
        "members",
        1.0,
    ),
    ("hours of the hub, 100 to 3,000 a month", "hub.hours = 100", "hub.hours = 3000", "members", 1.0),
    (
        "staff, 3 to 20",
        "segment.developers.mechanism.engagement.staff = 3",
        "segment.developers.mechanism.engagement.staff = 20",
        "contributions",
        1.0,
    ),
    ("a known person's recommendation, none to one", "", "endorsement.voice = { on = 2025-09-01 }", "members", 1.0),
    ("a rival, none to one", "organisation.rival.off = true", "organisation.rival.off = false", "members", -1.0),
    (
        "rival's pace, 0 to .2",
        "organisation.rival.as.rival.improves = 0",
        "organisation.rival.as.rival.improves = 0.2",
        "members",
        -1.0,
    ),
    (
        "media at the start, none to 4",
        "organisation.media.joined_at_start = 0",
        "organisation.media.joined_at_start = 4",
        "members",
        1.0,
    ),
    (
        "a course at universities, none to one",
        "",
        "framework.university.course = { enters = 'developers', takes_up = '4 per year' }",
        "members",
        1.0,
    ),
    (
        "partners at the start, 2 to 16",
        "organisation.integrators.joined_at_start = 2",
        "organisation.integrators.joined_at_start = 16",
        "partner-revenue",
        1.0,
    ),
    (
        "a fund for partners, none to 100,000 a year",
        "",
        "path.partner = { tier = { gold = { entry = { certified = 1 }, benefit = { market_fund = '100000 per year', pool = 'prizes' } } } }",
        "certified",
        1.0,
    ),
    (
        "chance that a disappointed person stops, 0 to 1",
        "mechanism.disappointment.stops = 0",
        "mechanism.disappointment.stops = 1",
        "members",
        -1.0,
    ),
    (
        "hours spent by a drop of habit, none to default",
        "mechanism.habit.off = true",
        "mechanism.habit.off = false",
        "deeds",
        1.0,
    ),
];

#[test]
#[ignore = "prints the direction of forty levers; some minutes"]
fn levers_move_the_default_community_as_expected() {
    let mut against = Vec::new();
    let (mut kept, mut nothing) = (0, 0);
    for (name, low, high, metric, expected) in LEVERS {
        let text = format!(
            "extends = \"open-source-database\"\nreplicates = 24\npoints.ask.off = false\npoints.answer.off = false\npoints.code.off = false\n\
             shop.hoodie.off = false\nladder.contributor.off = false\ntreatment.points-shop = \"off\"\ntreatment.ladder = \"off\"\n\
             coast.replicates = 0\n[treatment.low]\n{}\n[treatment.high]\n{}\n",
            quoted(low),
            quoted(high)
        );
        let scenario = Scenario::parse("signs.toml", &text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let experiment = Experiment::design(&scenario).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let ensemble = experiment.run(&|_| {});
        let column = experiment.metrics.iter().position(|m| m.name == *metric).unwrap_or_else(|| panic!("no {metric}"));
        // Mean over the last year: a single month is noise.
        let level = |design: usize, run: usize| {
            let rows = &ensemble.runs[design][run].rows;
            let last: Vec<f64> = rows[rows.len().saturating_sub(12)..].iter().map(|row| row[column]).collect();
            last.iter().sum::<f64>() / last.len() as f64
        };
        let at = |of: &str| experiment.designs.iter().position(|design| design.name == of).unwrap();
        let (low, high) = (at("low"), at("high"));
        let pairs: Vec<(f64, f64)> = (0..24).map(|run| (level(low, run), level(high, run))).collect();
        let mean = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
        let (base, gain) = (mean(&|p| p.0), mean(&|p| p.1 - p.0));
        let spread = (mean(&|p| (p.1 - p.0 - gain).powi(2)) / 23.0).sqrt();
        let sure = gain.abs() > 1.3 * spread && gain.abs() > 0.001 * base.abs();
        let outcome = match (sure, gain * expected > 0.0) {
            (false, _) => "nothing",
            (true, true) => "as expected",
            (true, false) => "against",
        };
        kept += usize::from(outcome == "as expected");
        nothing += usize::from(outcome == "nothing");
        println!("{name:55} {metric:28} {base:12.2} {:+12.2} ±{:8.2}  {outcome}", gain, 1.3 * spread);
        if outcome == "against" {
            against.push(*name);
        }
    }
    println!("{kept} as expected, {nothing} move nothing, {} against: {against:?}", against.len());
    assert!(against.len() <= 4, "{against:?}");
}

/// A setting as a line of a design: its path in quotes.
fn quoted(setting: &str) -> String {
    match setting.split_once(" = ") {
        Some((path, value)) => format!("\"{path}\" = {value}"),
        None => String::new(),
    }
}
