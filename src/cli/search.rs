//! `search`: finds the best designs under a budget; stores the front, prints it, draws it and writes it as scenarios.
//!
//! Invariant: what is done is kept, whatever stops the command; the same command continues and ends with the same
//! bytes.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::charts::{self, Fonts};
use crate::error::Error;
use crate::findings::estimate;
use crate::metrics::names;
use crate::say;
use crate::scenario::{Patch, Scenario};
use crate::search::{Search, SearchStore, front, run_search, scenario_texts};
use crate::stats::front::{Front, Member};
use crate::store::place::Put;
use crate::words::number::{GLUE, chance, count, money, percent, signed};
use comfy_table::CellAlignment;

use super::progress::Bar;
use super::sizes;
use super::source::Source;
use super::stop::{catch, flag};
use super::table_style::{heads, ruled};
use super::{log, note, print};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    scenario: String,
    #[arg(long, value_name = "MONEY", value_parser = budget)]
    budget: Option<f64>,
    #[arg(long = "set", value_name = "PATH=VALUE")]
    set: Vec<String>,
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    #[arg(long, value_name = "DIR")]
    write_scenarios: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    font: Option<PathBuf>,
    #[arg(long)]
    plan: bool,
    #[arg(long)]
    json: bool,
}

fn budget(text: &str) -> Result<f64, String> {
    let amount = text.replace(['_', ','], "").parse::<f64>();
    amount.ok().filter(|x| (0.0..=1e15).contains(x)).ok_or_else(|| say!("search-not-money"))
}

pub(super) fn search(args: &Args) -> Result<(), Error> {
    super::threads(args.threads)?;
    // A font that cannot be read is a mistake before the first run.
    Fonts::with(args.font.as_slice())?;
    let folder = Path::new(&args.scenario);
    if folder.is_dir() {
        if !args.set.is_empty() || args.budget.is_some() {
            return Err(Error::Argument(say!("search-not-changed")));
        }
        let (search, store) = SearchStore::open(folder)?;
        return run(args, &search, || Ok(store));
    }
    // An unpacked scenario and the files that it reads exist only inside this call, so the search runs inside it.
    Source::of(Some(&args.scenario))?.read(|path| {
        let mut scenario = Scenario::load(path)?;
        let mut sets = args.set.clone();
        sets.extend(args.budget.map(|budget| format!("search.budget={budget}")));
        if !sets.is_empty() {
            scenario = scenario.patched(&Patch::from_args(&sets)?)?;
        }
        let search = Search::of(&scenario)?;
        run(args, &search, || {
            crate::store::ready(&args.out)?;
            SearchStore::begin(&args.out, &search)
        })
    })
}

/// Runs a search, or continues it; `store` opens its folder.
fn run(args: &Args, search: &Search, store: impl FnOnce() -> Result<SearchStore, Error>) -> Result<(), Error> {
    sizes::must_fit(&|threads| search.size(threads), &args.out)?;
    sizes::extremes_fit(&search.source, true)?;
    log(&(size(search)? + "\n"));
    if args.plan {
        return Ok(());
    }
    let store = store()?;
    catch();
    let found = {
        let bar = Bar::of(args.json);
        let (runs, of) = (AtomicUsize::new(0), search.runs());
        run_search(search, &store, flag(), &|more| {
            let done = runs.fetch_add(more, Ordering::Relaxed) + more;
            bar.at(done, of.max(done));
        })?
    };
    let front = front(search, &found);
    let json = serde_json::to_string_pretty(&front)
        .map_err(|fault| Error::Drawing { what: say!("search-front-as-json"), says: fault.to_string() })?
        + "\n";
    store.place.put("search.json", json.as_bytes())?;
    store.place.put("front.csv", &csv(&front))?;
    store.place.put("convergence.csv", &generations(&front))?;
    let drawn = charts::draw_all(&front, &Fonts::with(args.font.as_slice())?)?;
    note(charts::notes(&drawn).iter());
    for chart in drawn {
        store.place.put(&format!("charts/{}.svg", chart.name), chart.svg.as_bytes())?;
        store.place.put(&format!("charts/{}.png", chart.name), &chart.png)?;
    }
    let designs = match &args.write_scenarios {
        Some(folder) => write_scenarios(folder, &search.source, &front)?,
        None => String::new(),
    };
    if args.json {
        return print(&json);
    }
    let wrote = say!("search-wrote", folder = store.place.root().display().to_string());
    print(&format!("{}{}{wrote}\n{designs}", table(&front), sentences(&front)))
}

/// The line that says how many runs a search has, and how long they take.
fn size(search: &Search) -> Result<String, Error> {
    let size = search.size(rayon::current_num_threads());
    let seconds = sizes::measured(&search.source, size.work, search.runs() as f64);
    let (generations, size) = (search.generations + 1, sizes::line(&size, seconds));
    Ok(match search.uncertain.len() {
        0 => say!(
            "search-size",
            generations = generations,
            designs = search.population,
            levers = search.levers.len(),
            runs = search.runs(),
            size = size
        ),
        uncertainties => say!(
            "search-size-uncertain",
            generations = generations,
            designs = search.population,
            levers = search.levers.len(),
            draws = search.worlds,
            uncertainties = uncertainties,
            runs = search.runs(),
            size = size
        ),
    })
}

/// The designs of the front that have names, and some between them.
fn table(front: &Front) -> String {
    let mut row = heads(&say!("search-heads"));
    row.extend(front.goals.iter().map(|goal| say!("search-head-goal", goal = &goal.says)));
    let paid = front.goal(names::MONEY_PAID).is_none();
    if paid {
        row.push(say!("search-head-paid"));
    }
    let gain = front.goal("gain").is_none();
    if gain {
        row.push(say!("search-head-growth"));
    }
    row.push(say!("search-head-ahead"));
    let columns = row.len();
    let mut table = ruled(row);
    for member in front.shown(8).into_iter().map(|k| &front.members[k]) {
        let mut row = vec![name(member), levers(member)];
        let goals = front.goals.iter().zip(&member.goals);
        row.extend(goals.map(|(goal, found)| estimate(goal, &front.currency, found, member.runs)));
        if paid {
            row.push(money(&front.currency, member.cost));
        }
        if gain {
            let write = if front.relative { percent } else { count };
            row.push(if member.gain.is_undefined() { String::new() } else { signed(member.gain.mean, write) });
        }
        row.push(if member.better.is_nan() { String::new() } else { chance(member.better) });
        table.add_row(row);
    }
    for column in 2..columns {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let shown = front.shown(8).into_iter().filter(|k| !front.members[*k].is_baseline()).count();
    let all = front.designs().len();
    let rest = if shown < all {
        say!("search-shown", shown = shown.to_string(), all = all.to_string())
    } else {
        String::new()
    };
    let over =
        if front.robust == "mean" { String::new() } else { say!("search-over-worlds", quantile = &front.robust) };
    let head = say!(
        "search-head",
        title = &front.title,
        headline = front.headline.to_lowercase(),
        horizon = &front.horizon,
        over = over,
        designs = all,
        rest = rest
    );
    format!("{head}\n{}\n", table.trim_fmt()).replace(GLUE, " ")
}

/// The letter of a design, and its names.
fn name(member: &Member) -> String {
    match member.called.as_slice() {
        [] => member.letter.clone(),
        names => format!("{} {}", member.letter, names.join(", ")),
    }
}

/// The treatment of a design, and the levers in force with their values.
fn levers(member: &Member) -> String {
    let design = if member.design.is_empty() { None } else { Some(member.design.clone()) };
    let turned =
        member.levers.iter().filter(|lever| lever.stands).map(|lever| format!("{} {}", lever.says, lever.value));
    design.into_iter().chain(turned).collect::<Vec<_>>().join(", ")
}

/// What the front shows, a line for each sentence.
fn sentences(front: &Front) -> String {
    let mut all = vec![front.finding()];
    all.extend(front.about_the_knee());
    all.push(front.nothing());
    all.extend(front.edges());
    all.extend([front.fresh(), front.convergence()]);
    let lines = all.iter().filter(|line| !line.is_empty()).map(|line| line.clone() + ".\n");
    lines.collect::<String>().replace(GLUE, " ")
}

/// The whole front as CSV: a line for each design.
fn csv(front: &Front) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut heads: Vec<String> = ["design", "called", "treatment"].map(str::to_owned).to_vec();
    heads.extend(front.members.first().iter().flat_map(|m| m.levers.iter().map(|lever| lever.lever.clone())));
    for goal in &front.goals {
        heads.push(goal.text.clone());
        heads.extend(["low", "high", "promised"].map(|part| format!("{} {part}", goal.text)));
    }
    heads.extend(["p10", "p50", "p90"].map(|part| ["gain", part].join(" ")));
    heads.extend(["better", "paid", "overload", "runs"].map(str::to_owned));
    // Empty for what has no value.
    let number = |x: f64| if x.is_nan() { String::new() } else { x.to_string() };
    // Writing into memory does not fail, and all rows are of one length.
    let _ = table.write_record(&heads);
    for member in &front.members {
        let mut row = vec![member.letter.clone(), member.called.join(", "), member.design.clone()];
        // Empty for a lever that is not in force.
        row.extend(member.levers.iter().map(|lever| match lever.number {
            _ if !lever.stands => String::new(),
            Some(x) => x.to_string(),
            None => lever.value.clone(),
        }));
        for (found, promised) in member.goals.iter().zip(&member.promised) {
            row.extend([found.value, found.low, found.high, *promised].map(number));
        }
        let gain = member.gain;
        row.extend([gain.p10, gain.p50, gain.p90, member.better, member.cost, member.overload].map(number));
        row.push(member.runs.to_string());
        let _ = table.write_record(row);
    }
    table.into_inner().unwrap_or_default()
}

/// The convergence as CSV: a line for each generation.
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

/// Writes the front as scenarios, with the files that they read; returns a line for each.
fn write_scenarios(folder: &Path, scenario: &Scenario, front: &Front) -> Result<String, Error> {
    let place = crate::store::place::Place::at(folder);
    let mut wrote = String::new();
    for (name, bytes) in scenario.files()? {
        place.put(&name, &bytes)?;
    }
    for (name, text) in scenario_texts(scenario, front) {
        let path = place.path(&name).display().to_string();
        wrote += &match place.put(&name, text.as_bytes())? {
            Put::New => say!("search-wrote-scenario", path = path),
            Put::Same => say!("search-scenario-there", path = path),
        };
        wrote.push('\n');
    }
    Ok(wrote)
}
