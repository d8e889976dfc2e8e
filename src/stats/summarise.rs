//! From an ensemble to its summary.

use jiff::civil::Date;

use super::quantiles::{mean, wins};
use super::{Assumption, Band, Design, Dots, MetricName, Summary, TierFlow, verdict};
use crate::error::Error;
use crate::experiment::{Ensemble, Experiment};
use crate::scenario::Scenario;
use crate::shelf::{Set, Source};

impl Summary {
    /// What is said of an ensemble.
    ///
    /// # Errors
    /// A history that cannot be read; replicates that are all alike though something in the scenario is random.
    pub fn of(experiment: &Experiment, ensemble: &Ensemble) -> Result<Summary, Error> {
        let scenario = &experiment.scenario;
        let root = scenario.settings("");
        let text = |name: &str| root.text(name);
        let name = text("name");
        let given = |path: &str| scenario.given(path).map(|(value, _)| value.trim_matches('"').to_owned());
        let currency = scenario.settings("budget").text("currency");
        let base = &experiment.designs[0].model;
        let dates: Vec<Date> = base.rows.iter().map(|row| row.date).collect();
        let table = Table { experiment, ensemble };
        let title = text("title");
        let mut summary = Summary {
            title: if title.is_empty() { name.clone() } else { title },
            scenario: name,
            question: text("question"),
            currency,
            people: u64::from(base.people()),
            tick: text("tick"),
            horizon: given("horizon").unwrap_or_else(|| "3 years".to_owned()),
            replicates: experiment.replicates,
            coast_replicates: experiment.coasts,
            seed: experiment.seed,
            designs: experiment.designs.iter().map(|d| Design { name: d.name.clone(), says: d.says.clone() }).collect(),
            metrics: experiment
                .metrics
                .iter()
                .map(|m| MetricName { name: m.name.clone(), title: m.title.clone(), unit: m.unit.to_owned() })
                .collect(),
            headline: experiment.headline,
            bands: table.over(|design, metric, row| Band::of(&table.values(design, metric, row))),
            gains: table.over(|design, metric, row| Band::of(&table.differences(design, metric, row))),
            ahead: table.over(|design, metric, row| {
                wins(&table.values(0, metric, row), &table.values(design, metric, row)) / experiment.replicates as f64
            }),
            flows: (0..experiment.designs.len()).map(|d| flows(experiment, ensemble, d)).collect(),
            interventions: interventions(scenario),
            dots: dots(scenario)?,
            assumptions: assumptions(scenario),
            dates,
            verdicts: Vec::new(),
            recommendation: String::new(),
            warnings: Vec::new(),
            adequacy: String::new(),
        };
        verdict::judge(&mut summary, &table)?;
        Ok(summary)
    }
}

/// Values of an ensemble by design, metric and row.
pub(super) struct Table<'a> {
    pub(super) experiment: &'a Experiment,
    pub(super) ensemble: &'a Ensemble,
}

impl Table<'_> {
    /// One value a replicate.
    pub(super) fn values(&self, design: usize, metric: usize, row: usize) -> Vec<f64> {
        self.ensemble.runs[design].iter().map(|t| t.rows[row][metric]).collect()
    }
    /// Paired differences from the baseline.
    pub(super) fn differences(&self, design: usize, metric: usize, row: usize) -> Vec<f64> {
        let base = &self.ensemble.runs[0];
        self.ensemble.runs[design].iter().zip(base).map(|(t, b)| t.rows[row][metric] - b.rows[row][metric]).collect()
    }
    /// Mean over the rows of the last half year, one value a replicate.
    pub(super) fn lately(&self, design: usize, metric: usize) -> Vec<f64> {
        let rows = &self.experiment.designs[design].model.rows;
        let end = rows.last().map(|row| row.date).unwrap_or_default();
        let late: Vec<usize> =
            (0..rows.len()).filter(|&k| crate::world::calendar::days_between(rows[k].date, end) < 182.0).collect();
        self.ensemble.runs[design]
            .iter()
            .map(|t| late.iter().map(|&k| t.rows[k][metric]).sum::<f64>() / late.len().max(1) as f64)
            .collect()
    }
    /// The last row, mean over replicates.
    pub(super) fn at_end(&self, design: usize, metric: &str) -> f64 {
        let Some(m) = self.experiment.metrics.iter().position(|n| n.name == metric) else { return 0.0 };
        let last = self.experiment.designs[design].model.rows.len() - 1;
        mean(&self.values(design, m, last))
    }
    fn over<T>(&self, of: impl Fn(usize, usize, usize) -> T) -> Vec<Vec<Vec<T>>> {
        let rows = self.experiment.designs[0].model.rows.len();
        let row = |design: usize, metric: usize| (0..rows).map(|row| of(design, metric, row)).collect();
        (0..self.experiment.designs.len())
            .map(|design| (0..self.experiment.metrics.len()).map(|metric| row(design, metric)).collect())
            .collect()
    }
}

fn flows(experiment: &Experiment, ensemble: &Ensemble, design: usize) -> Vec<TierFlow> {
    let model = &experiment.designs[design].model;
    let (rules, _) = model.rules(model.ticks);
    let runs = &ensemble.runs[design];
    let days = model.calendar.step.days();
    let mut list = Vec::new();
    for (l, ladder) in rules.ladders.iter().enumerate() {
        let first = list.len();
        // From the bottom up, as people climb.
        let order: Vec<usize> = ladder.top_first.iter().rev().copied().collect();
        for &k in &order {
            let tier = &ladder.tiers[k];
            let below = order.iter().position(|&t| t + 1 == tier.from as usize);
            let of = |value: &dyn Fn(&crate::world::TierState) -> f64| {
                mean(&runs.iter().map(|t| value(&t.tiers[l][k])).collect::<Vec<_>>())
            };
            let went = of(&|s| (s.promoted + s.demoted + s.exited) as f64);
            list.push(TierFlow {
                ladder: ladder.name.clone(),
                tier: tier.name.clone(),
                title: tier.title.clone(),
                from: below.map(|at| first + at),
                seats: tier.seats.map(u64::from),
                holders_at_start: of(&|s| f64::from(s.at_start)),
                holders_at_end: of(&|s| s.holders.len() as f64),
                entered: of(&|s| s.entered as f64),
                promoted: of(&|s| s.promoted as f64),
                demoted: of(&|s| s.demoted as f64),
                exited: of(&|s| s.exited as f64),
                dwell_days: if went > 0.0 { of(&|s| s.dwelt) * days / went } else { 0.0 },
            });
        }
    }
    list
}

fn interventions(scenario: &Scenario) -> Vec<(Date, String)> {
    let mut list: Vec<(Date, String)> = scenario.interventions().into_iter().map(|(date, p)| (date, p.says)).collect();
    for patch in scenario.treatments() {
        if let Some(Set::Text(date)) = scenario.settings(&format!("treatment.{}", patch.name)).value("from")
            && let Ok(date) = date.parse()
        {
            list.push((date, "designs begin".to_owned()));
        }
    }
    list.sort();
    list.dedup();
    list
}

/// The histories that the scenario names.
///
/// # Errors
/// A file that cannot be read, or lacks a column, with the place that names it.
pub fn dots(scenario: &Scenario) -> Result<Vec<Dots>, Error> {
    let mut list = Vec::new();
    for name in scenario.names("history") {
        let path = format!("history.{name}");
        let settings = scenario.settings(&path);
        let text = |knob: &str| settings.text(knob);
        let wrong = |knob: &str, says: String, help: &str| {
            scenario.mistakes(vec![scenario.mistake(&format!("{path}.{knob}"), says, Some(help.to_owned()), "here")])
        };
        let Some(file) = scenario.file(&format!("{path}.file")) else { continue };
        let read = std::fs::read_to_string(&file)
            .map_err(|fault| wrong("file", format!("cannot read {}: {fault}", text("file")), "a CSV file"))?;
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(read.as_bytes());
        let headers = reader.headers().cloned().unwrap_or_default();
        let column = |knob: &str| {
            headers.iter().position(|h| h == text(knob)).ok_or_else(|| {
                let columns = headers.iter().collect::<Vec<_>>().join(", ");
                wrong(
                    knob,
                    format!("there is no column {} in {}", text(knob), text("file")),
                    &format!("its columns: {columns}"),
                )
            })
        };
        let (date, value) = (column("date")?, column("value")?);
        let mut points = Vec::new();
        for record in reader.records().flatten() {
            let day = record.get(date).and_then(month_end);
            if let (Some(day), Some(value)) = (day, record.get(value).and_then(|v| v.parse().ok())) {
                points.push((day, value));
            }
        }
        if points.is_empty() {
            return Err(wrong(
                "file",
                format!("no row of {} could be read", text("file")),
                "dates as 2027-01 or 2027-01-04",
            ));
        }
        list.push(Dots { metric: text("metric"), source: text("source"), points });
    }
    Ok(list)
}

/// The day on which a month's count is known: its last, or the day that is given.
fn month_end(text: &str) -> Option<Date> {
    text.parse().ok().or_else(|| Some(format!("{text}-01").parse::<Date>().ok()?.last_of_month()))
}

/// Everything that the result hangs on; choices of the user's are no assumptions.
fn assumptions(scenario: &Scenario) -> Vec<Assumption> {
    scenario
        .assumptions()
        .into_iter()
        .filter(|a| a.value != "not set" && is_assumption(a))
        .map(|a| {
            let (standing, source) = standing(&a);
            Assumption { path: a.path, says: a.knob.says.to_owned(), value: a.value, standing, source }
        })
        .collect()
}

/// Whether a value says something about the world, or the scenario says that it does.
pub(super) fn is_assumption(a: &crate::scenario::Assumption) -> bool {
    a.knob.source != Source::Choice || said(a).is_some()
}

/// What the scenario's own comment says of a value: its standing, and where it comes from.
fn said(a: &crate::scenario::Assumption) -> Option<(String, String)> {
    let comment = a.comment.as_ref()?;
    let lower = comment.to_lowercase();
    [("source", "sourced"), ("calibrated", "calibrated"), ("guess", "guess")].into_iter().find_map(
        |(word, standing)| {
            let rest = lower.starts_with(word).then(|| comment[word.len()..].trim_start_matches([':', ' ']))?;
            Some((standing.to_owned(), rest.to_owned()))
        },
    )
}

/// Sourced, calibrated or guess: what the scenario says of its own value, or else what the knob says of its default.
pub(super) fn standing(a: &crate::scenario::Assumption) -> (String, String) {
    let owned = |s: &str, t: &str| (s.to_owned(), t.to_owned());
    if let Some(said) = said(a) {
        return said;
    }
    if a.at.is_some() {
        return owned("guess", "set in the scenario, without a source");
    }
    match a.knob.source {
        Source::Cited(source) => owned("sourced", source),
        Source::Calibrated(target) => owned("calibrated", target),
        Source::Guess | Source::Choice => owned("guess", ""),
    }
}
