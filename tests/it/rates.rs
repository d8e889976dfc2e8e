//! Flows are rates, months are months: what is recorded and how long a tick is changes no number and no event.

use zaoshi::findings;
use zaoshi::stats::Months;

use crate::study::{Study, run};

const CODERS: &str = r#"
name = "coders"
start = 2027-01-04
horizon = "2 years"
replicates = 4
seed = 7
headline = "contributions"
[record]
every = "month"
[segment.developers]
people = 1000
members_at_start = 300
contributors_at_start = 20
[mechanism.adoption]
social = "0.4 per year"
[mechanism.triggers]
[mechanism.dropout]
[mechanism.engagement]
[mechanism.effort]
[action.use]
[action.code]
appeal = -4.0
effort = 8.0
contribution = true
"#;

fn recorded(every: &str) -> String {
    CODERS.replace("every = \"month\"", &format!("every = \"{every}\""))
}

fn level(study: &Study) -> f64 {
    findings::summary(&study.experiment, &study.ensemble).unwrap().verdicts[0].level.mean
}

#[test]
fn a_flow_is_the_same_whatever_is_recorded() {
    let all: Vec<f64> = ["tick", "month", "quarter"].map(|every| level(&run(&recorded(every)))).into();
    for level in &all {
        assert!((level / all[1] - 1.0).abs() < 0.05, "{all:?}");
    }
}

#[test]
fn a_flow_is_the_same_whatever_the_tick() {
    // What people do by themselves depends little on the tick.
    let calm =
        CODERS.replace("[mechanism.dropout]\n[mechanism.engagement]\n", "").replace("\"contributions\"", "\"deeds\"");
    let of = |tick: &str| level(&run(&calm.replace("seed = 7", &format!("seed = 7\ntick = \"{tick}\""))));
    let (day, week, month) = (of("1 day"), of("1 week"), of("1 month"));
    assert!((week / day - 1.0).abs() < 0.02 && (month / day - 1.0).abs() < 0.05, "{day} {week} {month}");
}

#[test]
fn weeks_make_no_zigzag_of_months() {
    let study = run(&CODERS
        .replace("[mechanism.dropout]\n[mechanism.engagement]\n", "")
        .replace("people = 1000", "people = 60_000")
        .replace("members_at_start = 300", "members_at_start = 20_000"));
    let deeds = study.series("deeds");
    // Rows have four or five weeks. Their rates differ by growth and chance, not by a quarter.
    let jumps = deeds.windows(3).skip(1).map(|w| (w[1] - (w[0] + w[2]) / 2.0).abs() / w[1]);
    let worst = jumps.fold(0.0, f64::max);
    assert!(worst < 0.08, "{worst} in {deeds:?}");
}

#[test]
fn a_condition_strikes_on_the_same_day_whatever_is_recorded() {
    let with = "[intervention.more]\nwhen = \"new-people > 12 or deeds > 1200\"\nset = { \"mechanism.adoption.social\" = \"3 per year\" }\n";
    let last = |every: &str| {
        let study = run(&(recorded(every) + with));
        let row = study.last();
        ["adopted", "holds:more", "money-paid", "active-people"].map(|metric| study.values(0, metric, row))
    };
    let month = last("month");
    assert!(month[1].iter().any(|holds| *holds > 0.0), "it strikes");
    for every in ["tick", "quarter", "year"] {
        assert_eq!(last(every), month, "{every}");
    }
}

#[test]
fn a_run_stands_beside_a_monthly_history_month_by_month() {
    let folder = std::env::temp_dir().join(format!("zaoshi-history-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("real.csv");
    let months = ["2027-01", "2027-02", "2027-03"];
    let rows: Vec<String> = months.iter().map(|month| format!("{month},100\n")).collect();
    std::fs::write(&file, format!("month,n\n{}", rows.concat())).unwrap();
    let history = |metric: &str| {
        let path = file.display().to_string().replace('\\', "/");
        let text = format!("{CODERS}\n[history.real]\nmetric = \"{metric}\"\nfile = \"{path}\"\nvalue = \"n\"\n");
        let study = run(&text);
        findings::summary(&study.experiment, &study.ensemble).unwrap()
    };
    let flows = history("contributions");
    let dots = &flows.dots[0];
    assert_eq!(dots.months, Months::Scaled);
    for ((day, value), (date, days)) in dots.points.iter().zip(flows.dates.iter().zip([31.0, 28.0, 31.0])) {
        assert_eq!(day, date, "a row bears the last day of its month");
        assert!((value - 100.0 * 365.25 / 12.0 / days).abs() < 1e-9, "{value}");
    }
    let people = history("active-contributors");
    assert_eq!((people.dots[0].months, people.dots[0].points[1].1), (Months::Calendar, 100.0));
    assert_eq!(history("members").dots[0].months, Months::States);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_head_names_no_span_that_is_longer_than_the_run() {
    let spoken = |horizon: &str| {
        let study = run(&CODERS.replace("2 years", horizon));
        let summary = findings::summary(&study.experiment, &study.ensemble).unwrap();
        summary.metrics[summary.headline].compared()
    };
    assert!(spoken("2 years").ends_with("last half year"));
    assert!(spoken("5 days").ends_with("mean of the whole run"), "{}", spoken("5 days"));
    let study = run(&recorded("year"));
    let summary = findings::summary(&study.experiment, &study.ensemble).unwrap();
    assert!(summary.metrics[summary.headline].compared().ends_with("last year"));
}
