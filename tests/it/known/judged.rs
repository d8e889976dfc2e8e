//! What the verdict decides, and from what: one rule for all texts, costs with what is owed, and what money did not buy apart.

use zaoshi::metrics::Better;
use zaoshi::stats::flips::Case;
use zaoshi::stats::sweep_points::{Origin, Points};
use zaoshi::stats::{Design, Evidence, Ratio, Summary, TOLERANCE};

use super::{by_chance, members, opening};
use crate::study::{Study, close, mean, run};

fn judged(text: &str) -> (Study, Summary) {
    let study = run(text);
    let summary = zaoshi::findings::summary(&study.experiment, &study.ensemble).unwrap();
    (study, summary)
}

/// A community that a campaign, paid by the month, enlarges.
fn advertised() -> String {
    opening("1 week", "1 year", 8, "month")
        + "[segment.users]\npeople = 4_000\nmembers_at_start = 800\n"
        + &by_chance(0.3)
        + r#"
        [mechanism.adoption]
        [action.use]
        [campaign.ads]
        off = true
        intensity = 2.0
        reach = 0.6
        cost = "1000 per month"
        pool = "ads"
        [budget]
        total = 1_000_000
        pools = { ads = 1.0 }
        [treatment.ads]
        says = "Ads"
        "campaign.ads" = "on"
        "#
}

#[test]
fn a_headline_of_which_less_is_better_turns_the_verdict() {
    let (_, more) = judged(&advertised());
    assert_eq!(more.verdicts[1].gain.unwrap().evidence, Evidence::Better);
    assert!(more.recommendation.starts_with("Ads raises members by"), "{}", more.recommendation);
    let turned = advertised().replace("headline = \"members\"", "headline = \"least members\"");
    let (study, less) = judged(&turned);
    assert_eq!(less.verdicts[1].gain.unwrap().evidence, Evidence::Worse);
    assert!(
        less.recommendation.starts_with("No design helps: even the best, Ads, changes members by +"),
        "{}",
        less.recommendation
    );
    assert_eq!(less.verdicts[1].gain.unwrap().band, more.verdicts[1].gain.unwrap().band, "only what is good changes");
    assert_eq!(less.verdicts[1].cost_per_extra, None, "what is worse has no price");
    let worlds = turned + "[world.few]\nsays = \"Few\"\n\"mechanism.adoption.social\" = \"0.01 per year\"\n";
    let study_of_worlds = run(&worlds);
    let regret =
        zaoshi::findings::over_worlds(&study_of_worlds.experiment, &study_of_worlds.ensemble, &|_| {}).unwrap();
    assert_eq!(regret.unwrap().minimax, 0, "the baseline has the fewest members");
    assert_eq!(study.experiment.metrics[study.experiment.headline].name, "members");
}

#[test]
fn a_metric_knows_which_way_is_good() {
    let text = advertised().replace("headline = \"members\"", "headline = \"left-people\"");
    let (_, summary) = judged(&text);
    assert_eq!(summary.metrics[summary.headline].better, zaoshi::metrics::Better::Less);
    let most = judged(&text.replace("\"left-people\"", "\"most left-people\"")).1;
    assert_eq!(most.metrics[most.headline].better, zaoshi::metrics::Better::More);
}

#[test]
fn the_cost_of_an_extra_member_is_that_of_a_month_with_its_interval() {
    let (study, summary) = judged(&advertised());
    let last = study.last();
    let paid = mean(&study.values(1, "money-paid", last));
    assert!(paid > 11_000.0 && summary.verdicts[1].cost == paid);
    let more = |row: usize| mean(&study.values(1, "members", row)) - mean(&study.values(0, "members", row));
    let extra: f64 = (0..=last).map(|row| study.months(row) * more(row)).sum();
    let Some(Ratio::Known { value, low, high }) = summary.verdicts[1].cost_per_extra else {
        panic!("{:?}", summary.verdicts[1].cost_per_extra)
    };
    close(value, paid / extra, 1e-9 * value);
    assert!(low < value && value < high);
    let text = zaoshi::report::terminal::verdict(&summary, &Default::default(), 140, false);
    assert!(text.contains("member-month") && text.contains("money in 1 year"), "{text}");
}

#[test]
fn what_may_be_nothing_has_no_price_and_says_so() {
    // The money buys nothing: nobody hears of the campaign, but it is paid.
    let idle = advertised().replace("intensity = 2.0", "intensity = 0.0").replace("reach = 0.6", "reach = 0.0");
    let (_, summary) = judged(&idle);
    assert_eq!(summary.verdicts[1].cost_per_extra, Some(Ratio::Unknown));
    let text = zaoshi::report::terminal::verdict(&summary, &Default::default(), 140, false);
    assert!(text.contains("not known") && text.contains("the gain may be zero"), "{text}");
}

#[test]
fn points_that_nobody_has_spent_are_part_of_the_cost() {
    let text = opening("1 week", "26 weeks", 2, "month")
        + &members(500)
        + &by_chance(0.3)
        + r#"
        [action.answer]
        [points.answer]
        points = 10
        [shop.shirt]
        price = 1_000_000
        cost = 50_000_000
        pool = "things"
        [shop.cup]
        price = 1_000_000
        cost = 10_000_000
        pool = "things"
        [budget]
        total = 1_000
        pools = { things = 1.0 }
        "#;
    let (study, summary) = judged(&text);
    let held = study.mean("points-held", study.last());
    assert!(held > 1_000.0);
    // Half of the points would buy shirts, fifty a point, and half cups, ten a point.
    assert_eq!(study.mean("points-owed", study.last()), 30.0 * held);
    assert_eq!((summary.verdicts[0].owed, summary.verdicts[0].cost), (30.0 * held, 30.0 * held));
}

#[test]
fn what_the_baseline_pays_is_said() {
    let always = advertised()
        .replace("off = true", "off = false")
        .replace("\"campaign.ads\" = \"on\"", "\"campaign.ads.reach\" = 0.9");
    let (_, summary) = judged(&always);
    let text = zaoshi::report::terminal::verdict(&summary, &Default::default(), 140, false);
    assert!(text.contains("Baseline spends ¥ 12,000 from ads.") || text.contains("from ads."), "{text}");
}

const STAFFED: &str = r#"
    [action.code]
    contribution = true
    reviewed = true
    review_hours = 0.5
    effort = 2.0
    appeal = -3
    [mechanism.engagement]
    staff = 6
    staff_departure = "0 per year"
    [mechanism.review]
    hours = 40
"#;

#[test]
fn designs_are_compared_on_the_community_and_staff_stand_beside() {
    let text = opening("1 week", "1 year", 8, "month")
        + &members(300)
        + &by_chance(0.2)
        + STAFFED
        + "[treatment.open]\nsays = \"Open\"\n\"action.code.appeal\" = 0.0\n";
    let text = text.replace("\"members\"", "\"active-contributors\"");
    let (study, summary) = judged(&text);
    assert_eq!(summary.metrics[summary.headline].name, "active-community");
    let beside: Vec<&str> = summary.beside.iter().map(|m| summary.metrics[*m].name.as_str()).collect();
    assert_eq!(beside, ["active-staff"]);
    assert_eq!(summary.with_staff.map(|m| summary.metrics[m].name.as_str()), Some("active-contributors"));
    let shown = zaoshi::report::terminal::verdict(&summary, &Default::default(), 140, false);
    assert!(shown.contains("Paid staff are not compared"), "{shown}");
    // Their hours are those of their deeds, and reviewers' those of what was reviewed.
    let last = study.last();
    let reviewed: f64 = study.values(0, "review-hours", last).iter().sum::<f64>() / 8.0;
    assert!(reviewed > 0.0 && study.mean("staff-hours", last) > 0.0);
    assert!(shown.contains("hours of staff") && shown.contains("hours of review"), "{shown}");
    // Without staff, nothing is split.
    let alone = text.replace("staff = 6", "staff = 0");
    assert_eq!(judged(&alone).1.with_staff, None);
}

#[test]
fn what_is_kept_of_the_gain_leaves_out_what_money_did_not_buy() {
    // Members who adopt of themselves stay in both; those whom ads bring leave again.
    let text = advertised() + "[mechanism.dropout]\nalpha = 2.0\nbeta = 1.0\n";
    let text = text.replace("coast = { replicates = 0 }", "coast = { replicates = 8 }");
    let (study, summary) = judged(&text);
    let verdict = &summary.verdicts[1];
    let Some(Ratio::Known { value, low, high }) = verdict.gain_kept else { panic!("{:?}", verdict.gain_kept) };
    let late = study.experiment.designs[0].model.late_marks();
    let sum = |design: usize, stopped: bool| -> f64 {
        let of = |t: &zaoshi::engine::Trajectory| {
            let coast = t.coast.as_ref().unwrap();
            if stopped { coast.stopped[late..].iter().sum::<f64>() } else { coast.going[late..].iter().sum() }
        };
        study.ensemble.runs[design].iter().map(of).sum()
    };
    let wanted = (sum(1, true) - sum(0, true)) / (sum(1, false) - sum(0, false));
    close(value, wanted, 1e-9);
    assert!(low < value && value < high);
    assert!(value < verdict.coast.unwrap().mean, "activity that nobody paid for is left out: {value}");
}

#[test]
fn designs_that_differ_by_less_than_rounding_are_even() {
    // A headline of ten thousand, and a treatment that moves a handful of them.
    let text = opening("1 week", "26 weeks", 8, "month")
        + "[segment.users]\npeople = 20_000\nmembers_at_start = 20_000\n[segment.few]\npeople = 10\n"
        + "[mechanism.triggers]\n[action.use]\n"
        + "[treatment.more]\nsays = \"More\"\n\"segment.few.mechanism.adoption.external\" = \"9 per year\"\n";
    let (_, summary) = judged(&text);
    let gain = summary.verdicts[1].gain.unwrap();
    assert!(gain.band.mean > 0.0 && gain.band.mean < TOLERANCE, "{gain:?}");
    assert_eq!((gain.tally.even, gain.evidence, gain.coincides), (8, Evidence::Same, true));
    assert!(summary.recommendation.contains("coincide"), "{}", summary.recommendation);
}

/// Points of a sweep with two designs, from `runs[design][point][replicate]`.
fn points(better: Better, runs: [Vec<Vec<f64>>; 2]) -> Points {
    let count = runs[0].len();
    Points {
        origin: Origin { replicates: runs[0][0].len(), better, ..Origin::default() },
        designs: ["base", "own"].map(|name| Design { name: name.to_owned(), says: name.to_owned() }).to_vec(),
        axes: Vec::new(),
        runs: runs.to_vec(),
        unpaid: vec![vec![0.0; count]; 2],
    }
}

#[test]
fn a_claim_over_worlds_says_what_luck_leaves_open() {
    // Nine worlds in which the design gains surely, and one in which two runs do not say so.
    let base = vec![vec![100.0, 102.0]; 10];
    let mut own = vec![vec![120.0, 122.5]; 10];
    own[9] = vec![101.0, 101.4];
    let found = zaoshi::findings::flips(&points(Better::More, [base.clone(), own]), Case::Behind { design: 1 });
    assert_eq!((found.cases, found.open), (0, 1));
    assert!(found.says().ends_with("luck leaves 1 of them open, with 2 runs at each world"), "{}", found.says());
    // A gain of less than the tolerance is none, in every world and without doubt.
    let even: Vec<Vec<f64>> = base.iter().map(|runs| runs.iter().map(|x| x * 1.000_5).collect()).collect();
    let none = zaoshi::findings::flips(&points(Better::More, [base.clone(), even]), Case::Behind { design: 1 });
    assert_eq!((none.cases, none.open), (10, 0));
    // One run in each world says nothing.
    let once = |x: f64| vec![vec![x]; 10];
    let single = zaoshi::findings::flips(&points(Better::More, [once(1.0), once(2.0)]), Case::Behind { design: 1 });
    assert_eq!((single.cases, single.open), (0, 10));
}

#[test]
fn where_less_is_better_flips_and_targets_turn() {
    let (low, high) = (vec![vec![10.0, 11.0]; 4], vec![vec![20.0, 21.0]; 4]);
    let of =
        |better: Better, case: Case| zaoshi::findings::flips(&points(better, [low.clone(), high.clone()]), case).cases;
    let behind = Case::Behind { design: 1 };
    assert_eq!((of(Better::More, behind), of(Better::Less, behind)), (0, 4));
    let misses = Case::Misses { design: 1, target: 15.0 };
    assert_eq!((of(Better::More, misses), of(Better::Less, misses)), (0, 4));
    let best = Case::NotBest { design: Some(0) };
    assert_eq!((of(Better::More, best), of(Better::Less, best)), (4, 0));
}
