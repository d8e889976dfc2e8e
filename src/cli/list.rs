//! `list`: what a scenario may name, and the numbers that it may turn.

use std::path::Path;

use comfy_table::presets::NOTHING;
use zaoshi::error::Error;
use zaoshi::experiment::Experiment;
use zaoshi::scenario::Scenario;
use zaoshi::scenario::schema::ROOT;
use zaoshi::{charts, incentives, mechanisms, metrics, say};

use super::language::{self, Entry, Turn};
use super::markdown;
use super::presets;
use super::source::Source;
use super::table_style::{RULED, fitted};
use super::{did_you_mean, print, source};
use zaoshi::findings::tally;
use zaoshi::scenario::Preset;
use zaoshi::stats::facts::Fact;

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi list                      the shelves
  zaoshi list mechanisms           what happens to people
  zaoshi list ladder               one table of a scenario, and those inside it
  zaoshi list mechanism.habit      one row of a shelf
  zaoshi list preset.kubernetes    published rules: what is modelled of them, what is not
  zaoshi list metrics mine.toml    every metric of a scenario: what `headline` and `when` may name
  zaoshi list assumptions          every default that is sourced, calibrated or a guess
  zaoshi list incentives --json    for programs";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which shelf, or one row of it as SHELF.NAME; without it, the shelves themselves.
    shelf: Option<String>,
    /// With metrics: a file, or the name of a scenario, whose metrics are listed one by one.
    scenario: Option<String>,
    /// Print JSON instead of tables.
    #[arg(long)]
    json: bool,
    /// Print the knobs as one Markdown table.
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
}

/// What stands on a shelf.
enum Held {
    Tables(Vec<Entry>),
    Rows(Vec<(String, String)>),
    Presets(Vec<Preset>),
    Preset(Box<Preset>),
}

pub(super) fn list(args: &Args) -> Result<(), Error> {
    let held = match &args.shelf {
        Some(shelf) if args.scenario.is_some() => {
            if !shelf.starts_with("metric") {
                return Err(Error::Asked(format!("only metrics are listed by scenario, not {shelf}")));
            }
            Held::Rows(Source::of(args.scenario.as_deref())?.read(metrics_of)?)
        }
        None => Held::Rows(shelves()),
        Some(asked) => match asked.split_once('.') {
            None => held(asked)?,
            Some((shelf, row)) => one(held(shelf)?, shelf, row)?,
        },
    };
    if args.markdown {
        let Held::Tables(entries) = held else {
            return Err(Error::Asked("only tables of knobs are printed as Markdown, such as `assumptions`".to_owned()));
        };
        return print(&markdown::tables(&entries));
    }
    match (held, args.json) {
        (Held::Tables(entries), false) => print(&entries.iter().map(shown).collect::<String>()),
        (Held::Tables(entries), true) => json(&entries),
        (Held::Presets(list), false) => print(&presets::all(&list)),
        (Held::Presets(list), true) => json(&list),
        (Held::Preset(preset), false) => print(&presets::one(&preset)),
        (Held::Preset(preset), true) => json(&preset),
        (Held::Rows(rows), false) => print(&named(&rows)),
        (Held::Rows(rows), true) => {
            let row = |(name, says): &(String, String)| serde_json::json!({ "name": name, "says": says });
            json(&rows.iter().map(row).collect::<Vec<_>>())
        }
    }
}

/// The shelves: first those that hold several tables, then each table of a scenario.
fn shelves() -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = [
        ("scenarios", "Scenarios that come with the program."),
        ("presets", "Published rules of real programmes, to swap in with one line."),
        ("scenario", "The values at the top of a scenario."),
        ("kinds", "Which sorts of organisations there are."),
        ("mechanisms", "What happens to people."),
        ("incentives", "What is rewarded: all rules that people design."),
        ("assumptions", "Every default that is sourced, calibrated or a guess."),
        ("metrics", "What is measured."),
        ("charts", "What is drawn."),
    ]
    .map(|(name, says)| (name.to_owned(), says.to_owned()))
    .into();
    for part in ROOT.parts.iter().filter(|part| part.name != "mechanism") {
        let says = language::below(part.name).into_iter().next().map(|entry| entry.says);
        rows.push((part.name.to_owned(), says.unwrap_or_default()));
    }
    rows
}

fn held(shelf: &str) -> Result<Held, Error> {
    // Singular or plural, as it comes to mind.
    let same = |name: &str| name == shelf || name.trim_end_matches('s') == shelf.trim_end_matches('s');
    match shelf {
        "scenario" => return Ok(Held::Tables(language::top())),
        "scenarios" => return Ok(Held::Rows(source::scenarios())),
        _ if same("presets") => return Ok(Held::Presets(zaoshi::scenario::presets()?)),
        _ if same("metrics") => return Ok(Held::Rows(metrics::SHELF.iter().map(|family| (family.name.to_owned(), family.sentence())).collect())),
        _ if same("charts") => return Ok(Held::Rows(charts::of_summary().map(|chart| (chart.name.to_owned(), chart.says())).collect())),
        _ if same("assumptions") => return Ok(Held::Tables(language::assumptions())),
        _ if same("kinds") => {
            let tables = language::below("organisation").into_iter();
            return Ok(Held::Tables(tables.filter(|entry| entry.table.contains(".as.")).collect()));
        }
        _ if same("incentives") => {
            let tables = incentives::SHELF.iter().flat_map(|(name, _)| language::below(name));
            return Ok(Held::Tables(tables.collect()));
        }
        _ => {}
    }
    match ROOT.parts.iter().find(|part| same(part.name)) {
        Some(part) => Ok(Held::Tables(language::below(part.name))),
        None => {
            // A row that is asked for without its shelf is near as well.
            let rows: [(&str, Vec<(String, String)>); 3] = [
                ("mechanism", mechanisms::SHELF.entries.iter().map(|entry| (entry.name.to_owned(), entry.says())).collect()),
                ("metric", metrics::SHELF.iter().map(|family| (family.name.to_owned(), family.sentence())).collect()),
                ("chart", charts::of_summary().map(|chart| (chart.name.to_owned(), chart.says())).collect()),
            ];
            let rows = rows.iter().flat_map(|(on, rows)| rows.iter().map(move |(name, _)| (*on, name.as_str())));
            let row =
                rows.clone().find(|(_, name)| same(name)).map(|(on, name)| format!("; did you mean `{on}.{name}`?"));
            let names: Vec<String> = shelves().into_iter().map(|(name, _)| name).collect();
            let near = match row.unwrap_or_else(|| did_you_mean(shelf, names.iter().map(String::as_str))) {
                near if near.is_empty() => "; `zaoshi list` shows the shelves".to_owned(),
                near => near,
            };
            Err(Error::Asked(format!("there is no shelf {shelf:?}{near}")))
        }
    }
}

/// Name, title and unit of each metric of a scenario.
fn metrics_of(path: &Path) -> Result<Vec<(String, String)>, Error> {
    let experiment = Experiment::design(&Scenario::load(path)?)?;
    let row = |metric: &metrics::Named| {
        (metric.name.clone(), say!("list-metric", title = metric.title.as_str(), unit = metric.unit.printed()))
    };
    Ok(experiment.metrics.iter().map(row).collect())
}

/// What of a shelf is asked for: a row by its name, a table by its path without the names that a scenario gives, a knob.
fn one(held: Held, shelf: &str, row: &str) -> Result<Held, Error> {
    let missing = |names: &[String]| {
        let near = match did_you_mean(row, names.iter().map(String::as_str)) {
            near if near.is_empty() => format!("; `zaoshi list {shelf}` shows what is"),
            near => near,
        };
        Err(Error::Asked(format!("there is no {row:?} in {shelf}{near}")))
    };
    match held {
        Held::Presets(list) => {
            let names: Vec<String> = list.iter().map(|preset| preset.name.clone()).collect();
            match list.into_iter().find(|preset| preset.name == row) {
                Some(preset) => Ok(Held::Preset(Box::new(preset))),
                None => missing(&names),
            }
        }
        one @ Held::Preset(_) => Ok(one),
        Held::Rows(rows) => {
            let names: Vec<String> = rows.iter().map(|(name, _)| name.clone()).collect();
            let found: Vec<_> = rows.into_iter().filter(|(name, _)| name == row).collect();
            if found.is_empty() { missing(&names) } else { Ok(Held::Rows(found)) }
        }
        Held::Tables(entries) => {
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
            if found.is_empty() { missing(&names) } else { Ok(Held::Tables(found)) }
        }
    }
}

fn json(value: &impl serde::Serialize) -> Result<(), Error> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|fault| Error::Drawing { what: "the list as JSON".to_owned(), says: fault.to_string() })?;
    print(&(text + "\n"))
}

/// One table of a scenario: its path, its sentence, its knobs.
fn shown(entry: &Entry) -> String {
    let head = if entry.table.is_empty() { "top of the file".to_owned() } else { format!("[{}]", entry.table) };
    let mut text = format!("\u{1b}[1m{head}\u{1b}[0m  {}\n", entry.says);
    if !entry.knobs.is_empty() {
        let mut table = fitted(RULED);
        table.set_header(["name", "takes", "default", "from", "what it is"]);
        for turn in &entry.knobs {
            table.add_row([turn.name, &turn.asks, &fallback(turn), &turn.origin(), &turn.says]);
        }
        text += &table.trim_fmt();
        text.push('\n');
    }
    text + "\n"
}

fn fallback(turn: &Turn) -> String {
    match &turn.default {
        Some(default) => default.clone(),
        None if turn.needed => "(needed)".to_owned(),
        None => "—".to_owned(),
    }
}

fn named(rows: &[(String, String)]) -> String {
    let mut table = fitted(NOTHING);
    table.add_rows(rows.iter().map(|(name, says)| [name, says]));
    table.trim_fmt() + "\n"
}

/// `facts`: each fact with what was published and what the scenario gives.
pub(super) fn facts(facts: &[Fact]) -> String {
    let mut table = fitted(RULED);
    table.set_header(["fact", "p5", "p25", "median", "p75", "p95", "ours", "lies in"]);
    for fact in facts {
        let mut row = vec![fact.fact.clone()];
        row.extend(fact.range.iter().chain([&fact.ours]).map(|x| format!("{x:.3}")));
        row.push(fact.verdict());
        table.add_row(row);
    }
    format!("{}\n\n{}\n", table.trim_fmt(), tally(facts))
}
