//! A headline may be an expression of metrics: it has a column, a title and a unit like any other metric.

use zaoshi::error::Error;
use zaoshi::experiment::Experiment;
use zaoshi::findings;
use zaoshi::metrics::Unit;
use zaoshi::scenario::Scenario;
use zaoshi::search::check_metrics;
use zaoshi::stats::compared_values;

use crate::study::{run, scenario};

const WORLD: &str = r#"
name = "world"
start = 2027-01-04
horizon = "6 months"
replicates = 4
seed = 3
headline = "deeds:answer - 2 * deeds:use"
beside = ["money-paid / members", "money-paid - points-issued", "deeds:use / disappointed"]
coast = { replicates = 2 }
[segment.users]
people = 200
members_at_start = 80
[mechanism.triggers]
[mechanism.effort]
[action.use]
[action.answer]
appeal = -1
[points.answer]
off = true
points = 3
[campaign.ads]
off = true
cost = "50 per week"
pool = "ads"
[budget]
total = 5000
pools = { ads = 1.0 }
[treatment.all]
"points" = "on"
"campaign" = "on"
"#;

fn mistakes(text: &str) -> String {
    match Experiment::design(&scenario(text)) {
        Err(Error::Scenario(mistakes)) => mistakes.render(false),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("no mistake in {text}"),
    }
}

#[test]
fn an_expression_is_computed_in_each_row_from_its_metrics() {
    let study = run(WORLD);
    let experiment = &study.experiment;
    let at = |name: &str| experiment.metrics.iter().position(|metric| metric.name == name).unwrap();
    let (answer, using, paid, members) = (at("deeds:answer"), at("deeds:use"), at("money-paid"), at("members"));
    assert_eq!(experiment.metrics[experiment.headline].name, "deeds:answer - 2 * deeds:use");
    let mut spent = 0;
    for row in study.ensemble.runs.iter().flatten().flat_map(|run| &run.rows) {
        assert_eq!(row.len(), experiment.metrics.len());
        assert_eq!(row[experiment.headline], row[answer] - 2.0 * row[using]);
        assert_eq!(row[experiment.beside[0]], row[paid] / row[members]);
        spent += usize::from(row[experiment.beside[0]] > 0.0);
    }
    assert!(spent > 0);
}

#[test]
fn an_expression_has_no_value_where_it_divides_by_zero_or_a_part_has_none() {
    let study = run(WORLD);
    let none = study.experiment.beside[2];
    assert!(study.ensemble.runs.iter().flatten().flat_map(|run| &run.rows).all(|row| row[none].is_nan()));
    let ladder =
        "[ladder.core]\nactions = [\"answer\"]\n[ladder.core.tier.top]\nentry = { deeds = 999 }\n[treatment.all]";
    let text =
        WORLD.replace("[treatment.all]", ladder).replace("deeds:answer - 2 * deeds:use", "members - time-to:core.top");
    let study = run(&text);
    let headline = study.experiment.headline;
    assert!(study.ensemble.runs.iter().flatten().flat_map(|run| &run.rows).all(|row| row[headline].is_nan()));
}

#[test]
fn titles_units_and_spans_come_from_the_parts() {
    let study = run(WORLD);
    let experiment = &study.experiment;
    let of = |at: usize| &experiment.metrics[at];
    let headline = of(experiment.headline);
    assert_eq!(headline.title, "Deeds a month (answer) − 2 × deeds a month (use)");
    assert_eq!((headline.unit, headline.total), (Unit::DeedsAMonth, false));
    assert_eq!((of(experiment.beside[0]).unit, of(experiment.beside[0]).total), (Unit::Plain, false));
    // A running total only if all parts are: then its last value counts.
    let totals = of(experiment.beside[1]);
    assert!(totals.total && totals.title.ends_with("so far"), "{totals:?}");
    let run = &study.ensemble.runs[1][0];
    let compared = compared_values(experiment, 1, run);
    assert_eq!(compared[experiment.beside[1]], run.rows.last().unwrap()[experiment.beside[1]]);
    let mean = run.rows.iter().map(|row| row[experiment.headline]).sum::<f64>() / run.rows.len() as f64;
    assert!((compared[experiment.headline] - mean).abs() < 1e-9);
}

#[test]
fn a_summary_compares_an_expression_and_its_coast() {
    let study = run(WORLD);
    let summary = findings::summary(&study.experiment, &study.ensemble).unwrap();
    let said = summary.metrics[summary.headline].compared();
    assert!(said.starts_with("Deeds a month (answer) − 2 × deeds a month (use), "), "{said}");
    let run = &study.ensemble.runs[0][0];
    let (coast, last) = (run.coast.as_ref().unwrap(), run.rows.last().unwrap()[study.experiment.headline]);
    // The baseline spends nothing, so both twins go on alike, near where the run ended.
    assert_eq!(coast.stopped, coast.going);
    assert!(last < 0.0 && coast.going.iter().all(|x| *x < 0.0), "{coast:?} after {last}");
}

#[test]
fn an_expression_of_one_metric_of_a_design_is_worth_what_the_baseline_lacks() {
    // The ladder is that of a design alone.
    let ladder = "[ladder.core]\noff = true\nactions = [\"answer\"]\n[ladder.core.tier.top]\nentry = { deeds = 1 }\n\
                  [treatment.all]\n\"ladder.core\" = \"on\"";
    let text = WORLD.replace("[treatment.all]", ladder).replace("money-paid / members", "members - holders:core.top");
    let study = run(&text);
    let at = |name: &str| study.experiment.metrics.iter().position(|metric| metric.name == name).unwrap();
    let row = &study.ensemble.runs[0][0].rows[0];
    assert_eq!((row[study.experiment.beside[0]], row[at("holders:core.top")]), (row[at("members")], 0.0));
    let row = study.ensemble.runs[1][0].rows.last().unwrap();
    assert!(row[at("holders:core.top")] > 0.0);
    assert_eq!(row[study.experiment.beside[0]], row[at("members")] - row[at("holders:core.top")]);
}

#[test]
fn what_is_wrong_in_an_expression_is_said_at_its_place() {
    let headline = |text: &str| WORLD.replace("\"deeds:answer - 2 * deeds:use\"", &format!("\"{text}\""));
    let texts = [
        headline("deeds:answer - deeds:uses"),
        headline("deeds:answer - (deeds:use"),
        headline("deeds:answer > 3"),
        headline("2 + 3"),
        headline("members / retention-24"),
        headline("deeds:anser"),
        WORLD.replace("money-paid / members", "money-paid / membres"),
    ];
    let mut said = String::new();
    for text in texts {
        said += &mistakes(&text);
        said += "\n";
    }
    insta::assert_snapshot!(said);
}

#[test]
fn an_objective_or_a_limit_that_cannot_be_known_within_the_horizon_is_a_mistake() {
    let of = |search: &str| {
        let scenario = Scenario::parse("test.toml", &format!("{WORLD}\n[search]\n{search}\n")).unwrap();
        let experiment = Experiment::design(&scenario).unwrap();
        match check_metrics(&scenario, &experiment) {
            Err(Error::Scenario(mistakes)) => mistakes.render(false),
            other => format!("{other:?}"),
        }
    };
    for search in ["objectives = [\"most gain\", \"least members - retention-24\"]", "limits = \"retention-24 > 0.1\""]
    {
        let said = of(search);
        assert!(said.contains("names “retention-24”, which has no value before 27 months"), "{said}");
    }
    assert_eq!(of("objectives = [\"most gain\", \"least members - deeds\"]"), "Ok(())");
}
