//! `list`: what a scenario may name, and the numbers that it may change; and the table of `facts`.

use std::path::Path;

use crate::error::Error;
use crate::experiment::Experiment;
use crate::scenario::Scenario;
use crate::scenario::schema::ROOT;
use crate::{charts, incentives, mechanisms, metrics, say};
use comfy_table::presets::NOTHING;

use super::language::{self, Entry, Line};
use super::markdown;
use super::presets;
use super::source::Source;
use super::table_style::{fitted, heads, ruled};
use super::{did_you_mean, print, source};
use crate::findings::tally;
use crate::scenario::Preset;
use crate::stats::facts::Fact;
use crate::words::number::NOTHING as DASH;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    shelf: Option<String>,
    scenario: Option<String>,
    #[arg(long)]
    json: bool,
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
}

/// What a shelf holds.
enum Shelf {
    Tables(Vec<Entry>),
    Rows(Vec<(String, String)>),
    Presets(Vec<Preset>),
    Preset(Box<Preset>),
}

pub(super) fn list(args: &Args) -> Result<(), Error> {
    let found = match &args.shelf {
        Some(name) if args.scenario.is_some() => {
            if !name.starts_with("metric") {
                return Err(Error::Argument(say!("list-by-scenario", shelf = name)));
            }
            Shelf::Rows(Source::of(args.scenario.as_deref())?.read(metrics_of)?)
        }
        None => Shelf::Rows(shelves()),
        Some(path) => match path.split_once('.') {
            None => shelf(path)?,
            Some((name, row)) => row_of(shelf(name)?, name, row)?,
        },
    };
    if args.markdown {
        let Shelf::Tables(entries) = found else {
            return Err(Error::Argument(say!("list-markdown-needs-knobs")));
        };
        return print(&markdown::table(&entries));
    }
    match (found, args.json) {
        (Shelf::Tables(entries), false) => print(&entries.iter().map(described).collect::<String>()),
        (Shelf::Tables(entries), true) => json(&entries),
        (Shelf::Presets(list), false) => print(&presets::all(&list)),
        (Shelf::Presets(list), true) => json(&list),
        (Shelf::Preset(preset), false) => print(&presets::one(&preset)),
        (Shelf::Preset(preset), true) => json(&preset),
        (Shelf::Rows(rows), false) => print(&names(&rows)),
        (Shelf::Rows(rows), true) => {
            let row = |(name, says): &(String, String)| serde_json::json!({ "name": name, "says": says });
            json(&rows.iter().map(row).collect::<Vec<_>>())
        }
    }
}

/// The shelves: first those that hold several tables, then each table of a scenario.
fn shelves() -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = [
        ("scenarios", say!("list-scenarios")),
        ("presets", say!("list-presets")),
        ("scenario", say!("list-scenario")),
        ("kinds", say!("list-kinds")),
        ("mechanisms", say!("list-mechanisms")),
        ("incentives", say!("list-incentives")),
        ("assumptions", say!("list-assumptions")),
        ("metrics", say!("list-metrics")),
        ("charts", say!("list-charts")),
    ]
    .map(|(name, says)| (name.to_owned(), says))
    .into();
    for part in ROOT.parts.iter().filter(|part| part.name != "mechanism") {
        let says = language::below(part.name).into_iter().next().map(|entry| entry.says);
        rows.push((part.name.to_owned(), says.unwrap_or_default()));
    }
    rows
}

/// The shelf of a name, in the singular or the plural.
fn shelf(shelf: &str) -> Result<Shelf, Error> {
    let same = |name: &str| name == shelf || name.trim_end_matches('s') == shelf.trim_end_matches('s');
    match shelf {
        "scenario" => return Ok(Shelf::Tables(language::top())),
        "scenarios" => return Ok(Shelf::Rows(source::scenarios())),
        _ if same("presets") => return Ok(Shelf::Presets(crate::scenario::presets()?)),
        _ if same("metrics") => return Ok(Shelf::Rows(families())),
        _ if same("charts") => return Ok(Shelf::Rows(charts())),
        _ if same("assumptions") => return Ok(Shelf::Tables(language::assumptions())),
        _ if same("kinds") => {
            let tables = language::below("organisation").into_iter();
            return Ok(Shelf::Tables(tables.filter(|entry| entry.table.contains(".as.")).collect()));
        }
        _ if same("incentives") => {
            let tables = incentives::RULES.iter().flat_map(|(name, _)| language::below(name));
            return Ok(Shelf::Tables(tables.collect()));
        }
        _ => {}
    }
    match ROOT.parts.iter().find(|part| same(part.name)) {
        Some(part) => Ok(Shelf::Tables(language::below(part.name))),
        None => {
            // The name may be that of a row without its shelf.
            let rows = [("mechanism", mechanisms()), ("metric", families()), ("chart", charts())];
            let rows = rows.iter().flat_map(|(on, rows)| rows.iter().map(move |(name, _)| (*on, name.as_str())));
            let row = rows.clone().find(|(_, name)| same(name));
            let row = row.map(|(on, name)| say!("did-you-mean", name = format!("{on}.{name}")));
            let names: Vec<String> = shelves().into_iter().map(|(name, _)| name).collect();
            let near = match row.unwrap_or_else(|| did_you_mean(shelf, names.iter().map(String::as_str))) {
                near if near.is_empty() => say!("list-see-shelves"),
                near => near,
            };
            Err(Error::Argument(say!("list-unknown-shelf", shelf = format!("{shelf:?}"), near = near)))
        }
    }
}

/// Name and sentence of each mechanism.
fn mechanisms() -> Vec<(String, String)> {
    mechanisms::REGISTRY.entries.iter().map(|entry| (entry.name.to_owned(), entry.says())).collect()
}

/// Name and sentence of each family of metrics.
fn families() -> Vec<(String, String)> {
    metrics::FAMILIES.iter().map(|family| (family.name.to_owned(), family.sentence())).collect()
}

/// Name and sentence of each chart of a run.
fn charts() -> Vec<(String, String)> {
    charts::of_summary().map(|chart| (chart.name.to_owned(), chart.says())).collect()
}

/// Name, title and unit of each metric of a scenario.
fn metrics_of(path: &Path) -> Result<Vec<(String, String)>, Error> {
    // Also the metrics of a scenario that names one that it does not have.
    let metrics = Experiment::metrics_of(&Scenario::load(path)?)?;
    let row = |metric: &metrics::Metric| {
        let says = say!("list-metric", title = metric.title.as_str(), unit = metric.unit.printed());
        let none = metric.undefined.as_ref().map(|when| say!("list-metric-undefined", when = when));
        (metric.name.clone(), says + &none.unwrap_or_default())
    };
    Ok(metrics.iter().map(row).collect())
}

/// A part of a shelf: a row by its name, a table by its path without the names that a scenario gives, or a knob.
fn row_of(held: Shelf, shelf: &str, row: &str) -> Result<Shelf, Error> {
    let missing = |names: &[String]| {
        let near = match did_you_mean(row, names.iter().map(String::as_str)) {
            near if near.is_empty() => say!("list-see-shelf", shelf = shelf),
            near => near,
        };
        Err(Error::Argument(say!("list-unknown-row", row = format!("{row:?}"), shelf = shelf, near = near)))
    };
    match held {
        Shelf::Presets(list) => {
            let names: Vec<String> = list.iter().map(|preset| preset.name.clone()).collect();
            match list.into_iter().find(|preset| preset.name == row) {
                Some(preset) => Ok(Shelf::Preset(Box::new(preset))),
                None => missing(&names),
            }
        }
        one @ Shelf::Preset(_) => Ok(one),
        Shelf::Rows(rows) => {
            let names: Vec<String> = rows.iter().map(|(name, _)| name.clone()).collect();
            let found: Vec<_> = rows.into_iter().filter(|(name, _)| name == row).collect();
            if found.is_empty() { missing(&names) } else { Ok(Shelf::Rows(found)) }
        }
        Shelf::Tables(entries) => {
            let (table, knob) = row.rsplit_once('.').unwrap_or(("", row));
            let short = |entry: &Entry| {
                let path: Vec<&str> = entry.table.split('.').skip(1).filter(|part| *part != "<name>").collect();
                path.join(".")
            };
            let mut names: Vec<String> = entries.iter().map(short).filter(|name| !name.is_empty()).collect();
            names.extend(entries.iter().flat_map(|e| {
                let above = short(e);
                e.knobs.iter().map(move |k| format!("{above}.{}", k.name).trim_start_matches('.').to_owned())
            }));
            let whole = entries.iter().any(|e| short(e) == row);
            let found: Vec<Entry> = entries
                .into_iter()
                .filter_map(|mut entry| {
                    let name = short(&entry);
                    if !whole {
                        entry.knobs.retain(|k| name == table && k.name == knob);
                    }
                    let inside = name.strip_prefix(row).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
                    (if whole { inside } else { !entry.knobs.is_empty() }).then_some(entry)
                })
                .collect();
            if found.is_empty() { missing(&names) } else { Ok(Shelf::Tables(found)) }
        }
    }
}

fn json(value: &impl serde::Serialize) -> Result<(), Error> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|fault| Error::Drawing { what: say!("list-as-json"), says: fault.to_string() })?;
    print(&(text + "\n"))
}

/// One table of a scenario: its path, its sentence, its knobs.
fn described(entry: &Entry) -> String {
    let head = if entry.table.is_empty() { say!("list-top") } else { format!("[{}]", entry.table) };
    let mut text = format!("\u{1b}[1m{head}\u{1b}[0m  {}\n", entry.says);
    if !entry.knobs.is_empty() {
        let mut table = ruled(heads(&say!("list-knob-heads")));
        for knob in &entry.knobs {
            table.add_row([knob.name, &knob.asks, &default(knob), &knob.origin(), &knob.says]);
        }
        text += &table.trim_fmt();
        text.push('\n');
    }
    text + "\n"
}

/// The default of a knob, as a cell of the table.
fn default(knob: &Line) -> String {
    match &knob.default {
        Some(default) => default.clone(),
        None if knob.needed => say!("list-needed"),
        None => DASH.to_owned(),
    }
}

/// Names and their sentences.
fn names(rows: &[(String, String)]) -> String {
    let mut table = fitted(NOTHING);
    table.add_rows(rows.iter().map(|(name, says)| [name, says]));
    table.trim_fmt() + "\n"
}

/// `facts`: a row for each fact, with the published percentiles and the value of the scenario.
pub(super) fn facts(facts: &[Fact]) -> String {
    let mut table = ruled(heads(&say!("facts-heads")));
    for fact in facts {
        let mut row = vec![fact.fact.clone()];
        row.extend(
            fact.range.iter().chain([&fact.ours]).map(|x| if x.is_nan() { DASH.to_owned() } else { format!("{x:.3}") }),
        );
        row.push(fact.verdict());
        table.add_row(row);
    }
    format!("{}\n\n{}\n", table.trim_fmt(), tally(facts))
}
