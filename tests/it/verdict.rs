//! The printed verdict.

use insta::assert_snapshot;
use zaoshi::report::terminal::{Footer, Took, verdict};
use zaoshi::stats::{MetricName, Summary};
use zaoshi::{Options, Run, Scenario, Screen};

use crate::summaries::{self, around, small};

fn told() -> Footer {
    Footer {
        took: Some(Took { whole: 2.94, designs: 1.82, screening: Some(0.61) }),
        wrote: Some(
            "Wrote output/open-source-database/0123456789ab/  report.html  summary.csv  charts/  manifest.json".into(),
        ),
    }
}

fn at(width: usize, summary: &Summary) -> String {
    let text = verdict(summary, &told(), width, false);
    for line in text.lines() {
        // All of these texts have narrow characters.
        assert!(line.chars().count() <= width, "wider than {width}: {line}");
    }
    text
}

#[test]
fn three_designs() {
    assert_snapshot!(at(140, &small()));
}

#[test]
fn three_designs_on_a_middling_terminal() {
    assert_snapshot!(at(100, &small()));
}

#[test]
fn three_designs_on_a_narrow_terminal() {
    assert_snapshot!(at(80, &small()));
}

#[test]
fn one_design_alone_has_no_gain() {
    let mut alone = small();
    alone.designs.truncate(1);
    alone.verdicts.truncate(1);
    alone.recommendation = "There is one design, so there is nothing to compare.".into();
    alone.warnings.clear();
    assert_snapshot!(at(120, &alone));
}

#[test]
fn without_a_coast_its_column_is_gone() {
    let mut quiet = small();
    quiet.verdicts.iter_mut().for_each(|v| v.coast = None);
    assert_snapshot!(at(120, &quiet));
}

#[test]
fn long_names_are_wrapped() {
    let mut long = small();
    long.title =
        "A database whose makers could not agree on a shorter name, so that they took all that were proposed".into();
    long.designs[1].says =
        "Points for every deed, a shop to spend them in, and a badge for whoever collects the most".into();
    assert_snapshot!(at(140, &long));
}

#[test]
fn huge_and_tiny_values_stay_readable() {
    let mut huge = small();
    huge.people = 1_400_000_000;
    for (v, scale) in huge.verdicts.iter_mut().zip([1e3, 1e6, 1e10]) {
        v.level = around(12.345 * scale, 4.0 * scale);
        v.cost_per_extra =
            v.cost_per_extra.and_then(|cost| cost.value()).map(|cost| summaries::about(cost * scale * 1e3));
    }
    let gain = huge.verdicts[1].gain.as_mut().unwrap();
    *gain = summaries::gain(around(-12.5, 0.003), 0.003, 0);
    assert_snapshot!(at(140, &huge));
}

#[test]
fn designs_that_coincide_and_numbers_that_are_none_say_so() {
    let mut odd = small();
    odd.verdicts[1].gain.as_mut().unwrap().coincides = true;
    odd.verdicts[1].cost_per_extra = None;
    odd.verdicts[2].gain.as_mut().unwrap().band = around(f64::NAN, 0.0);
    odd.verdicts[2].level = around(f64::NAN, 0.0);
    assert_snapshot!(at(140, &odd));
}

#[test]
fn colour_changes_no_letter() {
    let plain = verdict(&small(), &told(), 120, false);
    let mut coloured = verdict(&small(), &told(), 120, true);
    assert!(coloured.contains("\u{1b}[33mWatch out:"));
    for code in ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[33m", "\u{1b}[0m"] {
        coloured = coloured.replace(code, "");
    }
    assert_eq!(coloured, plain);
}

#[test]
fn a_title_in_chinese_fits_as_well() {
    let mut chinese = small();
    chinese.title = "造势".repeat(60);
    let wide = |line: &str| line.chars().map(|c| if "造势".contains(c) { 2 } else { 1 }).sum::<usize>();
    let text = verdict(&chinese, &told(), 80, false);
    assert!(text.lines().all(|line| wide(line) <= 80), "{text}");
}

#[test]
fn a_leap_from_next_to_nothing_is_told_by_its_ends() {
    let summary = summaries::all().into_iter().find(|(case, _)| *case == "leap").unwrap().1;
    let (from, to) = summary.leap(1).unwrap();
    assert!((from - 1.0).abs() < 0.02 && (to - 16.0).abs() < 0.02);
    assert_eq!(summary.leap(0), None);
    let text = verdict(&summary, &Footer::default(), 140, false);
    assert!(text.contains("1 → 16") && !text.contains("1,470"), "{text}");
    assert_eq!(small().leap(1), None);
}

#[test]
fn metrics_stand_beside_the_headline_where_a_scenario_names_them() {
    let summary = summaries::all().into_iter().find(|(case, _)| *case == "partners").unwrap().1;
    let text = verdict(&summary, &Footer::default(), 140, false);
    assert!(text.contains("technology-partners") && text.contains("so far, ¥ million"), "{text}");
}

#[test]
fn a_metric_inside_a_sentence_reads_like_one() {
    let metric = |name: &str, title: &str| MetricName {
        name: name.into(),
        title: title.into(),
        unit: "people".into(),
        ..MetricName::default()
    };
    let spoken = |name: &str, title: &str| metric(name, title).spoken();
    assert_eq!(spoken("partner-revenue", "Revenue of partners so far"), "partners’ revenue");
    assert_eq!(spoken("inside:banks", "banks: inside"), "banks inside");
    assert_eq!(spoken("deeds:answer", "Deeds: answer"), "deeds (answer)");
    assert_eq!(spoken("adopted-share", "Share of people who ever adopted"), "share of people who ever adopted");
    assert_eq!(spoken("top-tenth", "Share of counted deeds, so far"), "share of counted deeds");
    assert_eq!(spoken("gini", "Gini of contributions, twelve months"), "gini of contributions, twelve months");
    assert_eq!(spoken("seats", "KOL members"), "KOL members");
    let short = |name: &str, title: &str| metric(name, title).short();
    assert_eq!(short("entered:contributor.toc", "TOC member: entries so far"), "TOC member entries");
    assert_eq!(short("deeds:answer", "Deeds: answer"), "deeds (answer)");
    assert_eq!(short("partner-revenue", "Revenue of partners so far"), "partner revenue");
}

#[test]
fn a_design_that_is_behind_is_named_where_no_other_is_ahead() {
    let recommended = |more: &str| {
        let text = format!(
            "name = \"behind\"\nstart = 2027-01-04\nhorizon = \"1 year\"\nreplicates = 12\nheadline = \"members\"\n\
             [segment.people]\npeople = 400\nmembers_at_start = 100\n[mechanism.adoption]\n[mechanism.triggers]\n\
             [mechanism.dropout]\n[action.use]\n[treatment.even]\nsays = \"Even\"\n\"mechanism.adoption.social\" = \"0.355 per year\"\n{more}"
        );
        let options = Options { screen: Screen::Never, ..Options::default() };
        let scenario = Scenario::parse("behind.toml", &text).unwrap();
        Run::of(&scenario, &options, &|_| {}).unwrap().summary.recommendation
    };
    let slow = "[treatment.slow]\nsays = \"Slow\"\n\"mechanism.adoption.external\" = \"0 per year\"\n\"mechanism.adoption.social\" = \"0 per year\"\n";
    let said = recommended(slow);
    assert!(said.starts_with("No design is ahead of") && said.ends_with("Slow is behind baseline."), "{said}");
    let alone = recommended("");
    assert!(!alone.contains("behind") && !alone.contains("is ahead"), "{alone}");
}

#[test]
fn a_stop_of_funding_that_stops_nothing_is_told() {
    let warned = |until: &str| {
        let text = format!(
            "name = \"over\"\nstart = 2027-01-04\nhorizon = \"1 year\"\nreplicates = 8\nheadline = \"members\"\n\
             coast = {{ replicates = 2 }}\n[budget]\ntotal = 9000\npools = {{ growth = 1.0 }}\n\
             [segment.people]\npeople = 400\nmembers_at_start = 100\n[mechanism.adoption]\n[mechanism.triggers]\n\
             [mechanism.dropout]\n[action.use]\n[campaign.ads]\ncost = \"100 per month\"\npool = \"growth\"\nreach = 2.0\n{until}\n\
             [treatment.more]\n\"mechanism.adoption.social\" = \"1 per year\"\n"
        );
        let options = Options { screen: Screen::Never, ..Options::default() };
        let scenario = Scenario::parse("over.toml", &text).unwrap();
        let summary = Run::of(&scenario, &options, &|_| {}).unwrap().summary;
        summary.warnings.iter().any(|warning| warning.contains("nothing stops when funding does"))
    };
    assert!(warned("until = 2027-06-30"));
    assert!(!warned(""));
}
