//! `search`: the best designs under a budget, as a front that is kept, told, drawn and written out as scenarios.
//!
//! Invariant: what is done is kept, whatever stops it; the same command goes on and ends with the same bytes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use comfy_table::{CellAlignment, Table};
use zaoshi::charts;
use zaoshi::error::Error;
use zaoshi::scenario::{Patch, Scenario};
use zaoshi::search::{Search, SearchStore, seek, told, written};
use zaoshi::stats::front::{Front, Member};
use zaoshi::store::place::Put;
use zaoshi::words::number::{GLUE, chance, count, many, money, percent, range, signed, wall_time};

use super::print;
use super::progress::Bar;
use super::source::Source;
use super::table_style::{RULED, fitted};

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi search best-programme                         growth against money against overload
  zaoshi search best-programme --budget 200000         no design may pay more
  zaoshi search mine.toml --plan                       how many runs it is, and how long; nothing is run
  zaoshi search mine.toml --set search.generations=30 --set search.robust=p10
  zaoshi search mine.toml --write-scenarios designs    each design of the front as a scenario that runs

What may be turned are the [lever.*] of the scenario; what the world turns are its [uncertainty.*]; `zaoshi list search` shows the rest.
The folder is <out>/<scenario>/search-<id>; Ctrl-C keeps what is done, and the same command, or the folder in its place, goes on.";

#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// A file, the name of a scenario that comes with the program, or the folder of a search.
    scenario: String,
    /// Money that a design may pay until the horizon, instead of the scenario's `search.budget`.
    #[arg(long, value_name = "MONEY", value_parser = budget)]
    budget: Option<f64>,
    /// Change a value of the scenario, for all designs; may be given several times.
    #[arg(long = "set", value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// Folder for results.
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
    /// Threads; all cores where it is absent. The results do not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    /// Write each design of the front as a scenario into this folder. Never overwrites.
    #[arg(long, value_name = "DIR")]
    write_scenarios: Option<PathBuf>,
    /// Say how much it is, and run nothing.
    #[arg(long)]
    plan: bool,
    /// Print the front as JSON instead of the table.
    #[arg(long)]
    json: bool,
}

static STOP: AtomicBool = AtomicBool::new(false);

fn budget(text: &str) -> Result<f64, String> {
    let amount = text.replace(['_', ','], "").parse::<f64>();
    amount.ok().filter(|x| (0.0..=1e15).contains(x)).ok_or_else(|| "an amount of money, such as 300000".to_owned())
}

pub(super) fn search(asked: &Asked) -> Result<(), Error> {
    super::threads(asked.threads)?;
    let folder = Path::new(&asked.scenario);
    if folder.is_dir() {
        if !asked.set.is_empty() || asked.budget.is_some() {
            return Err(Error::Asked(
                "a stored search cannot be changed: give --set and --budget with the scenario".to_owned(),
            ));
        }
        let (search, store) = SearchStore::open(folder)?;
        return searched(asked, &search, || Ok(store));
    }
    // What the scenario reads must lie beside it as long as it runs.
    Source::of(Some(&asked.scenario))?.read(|path| {
        let mut scenario = Scenario::load(path)?;
        let mut sets = asked.set.clone();
        sets.extend(asked.budget.map(|budget| format!("search.budget={budget}")));
        if !sets.is_empty() {
            scenario = scenario.patched(&Patch::from_args(&sets)?)?;
        }
        let search = Search::of(&scenario)?;
        searched(asked, &search, || {
            zaoshi::store::ready(&asked.out)?;
            SearchStore::begin(&asked.out, &search)
        })
    })
}

fn searched(asked: &Asked, search: &Search, store: impl FnOnce() -> Result<SearchStore, Error>) -> Result<(), Error> {
    complain(&estimate(search)?);
    if asked.plan {
        return Ok(());
    }
    let store = store()?;
    // Where a handler cannot be set, Ctrl-C ends the program at once; what is done is kept all the same.
    let _ = ctrlc::set_handler(|| STOP.store(true, Ordering::Relaxed));
    let found = {
        let bar = Bar::of(asked.json);
        let (runs, of) = (AtomicUsize::new(0), search.runs());
        seek(search, &store, &STOP, &|more| {
            let done = runs.fetch_add(more, Ordering::Relaxed) + more;
            bar.at(done, of.max(done));
        })?
    };
    let front = told(search, &found);
    let json = serde_json::to_string_pretty(&front)
        .map_err(|fault| Error::Drawing { what: "the front as JSON".to_owned(), says: fault.to_string() })?
        + "\n";
    store.place.put("search.json", json.as_bytes())?;
    store.place.put("front.csv", &csv(&front))?;
    store.place.put("convergence.csv", &generations(&front))?;
    for chart in charts::draw_all(&front)? {
        store.place.put(&format!("charts/{}.svg", chart.name), chart.svg.as_bytes())?;
        store.place.put(&format!("charts/{}.png", chart.name), &chart.png)?;
    }
    let designs = match &asked.write_scenarios {
        Some(folder) => write_scenarios(folder, &search.whole, &front)?,
        None => String::new(),
    };
    if asked.json {
        return print(&json);
    }
    let wrote = format!("Wrote {}/  front.csv  search.json  convergence.csv  charts/\n", store.place.root().display());
    print(&(table(&front) + &sentences(&front) + &wrote + &designs))
}

/// How many runs, and how long.
fn estimate(search: &Search) -> Result<String, Error> {
    let begun = Instant::now();
    let tried = zaoshi::sweep::probe(&search.whole, search.work)?;
    let pace = begun.elapsed().as_secs_f64() / tried.max(1) as f64;
    let seconds = pace * search.work * search.runs() as f64 / rayon::current_num_threads() as f64;
    let uncertain = match search.uncertain.len() {
        0 => String::new(),
        _ => format!(
            " in {} of {}",
            many(search.worlds, "draw"),
            many(search.uncertain.len(), "uncertainty").replace("uncertaintys", "uncertainties")
        ),
    };
    Ok(format!(
        "{} of {} over {}{uncertain}: about {}, some {}\n",
        many(search.generations + 1, "generation"),
        many(search.population, "design"),
        many(search.levers.len(), "lever"),
        many(search.runs(), "run"),
        wall_time(seconds)
    ))
}

/// The designs of the front that have names, and some between them.
fn table(front: &Front) -> String {
    let mut table: Table = fitted(RULED);
    let mut heads = vec!["design".to_owned(), "levers".to_owned()];
    heads.extend(front.goals.iter().map(|goal| format!("{} (80 %)", goal.says)));
    let paid = front.goal("money-paid").is_none();
    if paid {
        heads.push("money paid".to_owned());
    }
    let gain = front.goal("gain").is_none();
    if gain {
        heads.push("growth".to_owned());
    }
    heads.push("likely ahead".to_owned());
    let wide = heads.len();
    table.set_header(heads);
    for member in front.told(8).into_iter().map(|k| &front.members[k]) {
        let mut row = vec![name(member), levers(member)];
        row.extend(front.goals.iter().zip(&member.goals).map(|(goal, found)| {
            let figure = |x: f64| goal.figure(&front.currency, x);
            if found.low == found.high {
                figure(found.value)
            } else {
                format!("{} ({})", figure(found.value), range(&figure(found.low), &figure(found.high)))
            }
        }));
        if paid {
            row.push(money(&front.currency, member.cost));
        }
        if gain {
            row.push(if front.relative { signed(member.gain.mean, percent) } else { signed(member.gain.mean, count) });
        }
        row.push(chance(member.better));
        table.add_row(row);
    }
    for column in 2..wide {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let (shown, all) = (front.told(8).len(), front.members.len());
    let rest =
        if shown < all { format!("; {shown} of {all} are shown, front.csv holds them all") } else { String::new() };
    let over = if front.robust == "mean" { String::new() } else { format!(", {} over worlds", front.robust) };
    format!(
        "{} · growth of {} in {}{over} · {} on the front{rest}\n{}\n",
        front.title,
        front.headline.to_lowercase(),
        front.horizon,
        many(all, "design"),
        table.trim_fmt()
    )
    .replace(GLUE, " ")
}

fn name(member: &Member) -> String {
    match member.called.as_slice() {
        [] => member.letter.clone(),
        names => format!("{} {}", member.letter, names.join(", ")),
    }
}

fn levers(member: &Member) -> String {
    let design = if member.design.is_empty() { None } else { Some(member.design.clone()) };
    let turned =
        member.levers.iter().filter(|lever| lever.stands).map(|lever| format!("{} {}", lever.says, lever.value));
    design.into_iter().chain(turned).collect::<Vec<_>>().join(", ")
}

fn sentences(front: &Front) -> String {
    let all = [front.finding(), front.fresh(), front.convergence()];
    let lines = all.iter().filter(|line| !line.is_empty()).map(|line| line.clone() + ".\n");
    lines.collect::<String>().replace(GLUE, " ")
}

/// The whole front: a line a design.
fn csv(front: &Front) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut heads: Vec<String> = ["design", "called", "treatment"].map(str::to_owned).to_vec();
    heads.extend(front.members.first().iter().flat_map(|m| m.levers.iter().map(|lever| lever.lever.clone())));
    for goal in &front.goals {
        heads.extend(["", " low", " high", " promised"].map(|part| goal.text.clone() + part));
    }
    heads.extend(["gain p10", "gain p50", "gain p90", "better", "paid", "overload", "runs"].map(str::to_owned));
    // Writing into memory does not fail, and all rows are of one length.
    let _ = table.write_record(&heads);
    for member in &front.members {
        let mut row = vec![member.letter.clone(), member.called.join(", "), member.design.clone()];
        // A number as such; nothing of a lever of what is not in force.
        row.extend(member.levers.iter().map(|lever| match lever.number {
            _ if !lever.stands => String::new(),
            Some(x) => x.to_string(),
            None => lever.value.clone(),
        }));
        for (found, promised) in member.goals.iter().zip(&member.promised) {
            row.extend([found.value, found.low, found.high, *promised].map(|x| x.to_string()));
        }
        let gain = member.gain;
        row.extend([gain.p10, gain.p50, gain.p90, member.better, member.cost, member.overload].map(|x| x.to_string()));
        row.push(member.runs.to_string());
        let _ = table.write_record(row);
    }
    table.into_inner().unwrap_or_default()
}

fn generations(front: &Front) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let _ = table.write_record(["generation", "designs", "runs", "front", "hypervolume"]);
    for (k, g) in front.generations.iter().enumerate() {
        let _ = table.write_record([
            k.to_string(),
            g.designs.to_string(),
            g.runs.to_string(),
            g.front.to_string(),
            g.volume.to_string(),
        ]);
    }
    table.into_inner().unwrap_or_default()
}

/// Writes the front as scenarios, with the files that they read.
fn write_scenarios(folder: &Path, scenario: &Scenario, front: &Front) -> Result<String, Error> {
    let place = zaoshi::store::place::Place::at(folder);
    let mut wrote = String::new();
    for (name, bytes) in scenario.files()? {
        place.put(&name, &bytes)?;
    }
    for (name, text) in written(scenario, front) {
        let verb = if place.put(&name, text.as_bytes())? == Put::New { "Wrote" } else { "There already, the same:" };
        wrote += &format!("{verb} {}\n", place.path(&name).display());
    }
    Ok(wrote)
}

/// Tells standard error.
fn complain(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}
