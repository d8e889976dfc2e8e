//! `explain`: which rules earned the gain of a design, which assumptions it depends on, and where it flips.
//!
//! Every part is a sweep: its points are stored first, runs that are done are kept, and the same command continues them. Invariant: all
//! output comes from the folder alone, so a stored sweep is explained without a run.

use std::path::{Path, PathBuf};

use crate::charts::{self, Drawn, Fonts};
use crate::error::Error;
use crate::say;
use crate::scenario::{Patch, Scenario};
use crate::stats::sweep_points::Points;
use crate::store::place::Place;
use crate::store::sweep::SweepStore;
use crate::sweep::Planned;
use crate::sweep::spec::{Lever, Question, planned};
use crate::words::number::GLUE;
use crate::world::calendar::day_number;

use super::source::Source;
use super::{changed, did_you_mean, log, note, print, sweep};

mod assumptions;
mod flips;
mod map;
mod rules;
mod sensitivity;

#[derive(Debug, clap::Args)]
#[group(id = "part", multiple = false)]
pub(super) struct Part {
    #[arg(long)]
    rules: bool,
    #[arg(long)]
    assumptions: bool,
    #[arg(long, value_name = "METHOD")]
    sensitivity: Option<sensitivity::Method>,
    #[arg(long)]
    flips: bool,
    #[arg(long, value_name = "LEVER,LEVER")]
    map: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    scenario: Option<String>,
    #[command(flatten)]
    part: Part,
    #[arg(long, value_name = "NAME")]
    design: Option<String>,
    #[arg(long, value_name = "CASE", default_value = "behind")]
    case: flips::Question,
    #[arg(long, value_name = "NUMBER", value_parser = number)]
    target: Option<f64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=65_536))]
    points: Option<u64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    replicates: Option<u64>,
    #[arg(long = "set", value_name = "PATH=VALUE")]
    set: Vec<String>,
    #[arg(long = "with", value_name = "PATH=VALUE")]
    with: Vec<String>,
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    #[arg(long, value_name = "FILE")]
    font: Option<PathBuf>,
    #[arg(long)]
    plan: bool,
    #[arg(long)]
    json: bool,
}

/// The result of one part.
struct Answer {
    /// The stem of its files.
    name: &'static str,
    /// For the terminal.
    text: String,
    json: serde_json::Value,
    csv: Vec<u8>,
    chart: Option<Drawn>,
}

impl Answer {
    fn new(
        name: &'static str,
        text: String,
        json: &impl serde::Serialize,
        csv: Vec<u8>,
        chart: Option<Drawn>,
    ) -> Result<Answer, Error> {
        let json = serde_json::to_value(json)
            .map_err(|fault| Error::Drawing { what: say!("explain-as-json", part = name), says: fault.to_string() })?;
        Ok(Answer { name, text, json, csv, chart })
    }
}

pub(super) fn explain(args: &Args) -> Result<(), Error> {
    super::threads(args.threads)?;
    let part = &args.part;
    let without = !(part.sensitivity.is_some() || part.map.is_some() || part.assumptions || part.flips);
    let sampled = part.sensitivity.is_some() || part.flips;
    if args.points.is_some() && !sampled {
        let part = match () {
            () if without => "rules",
            () if part.assumptions => "assumptions",
            () => "map",
        };
        return Err(Error::Argument(say!("explain-no-points", part = format!("--{part}"))));
    }
    fonts(args)?;
    let (store, plan) = sweep_of(args)?;
    if args.plan {
        let stored = say!("explain-stored", folder = store.place.root().display().to_string());
        return print(&format!("{}{stored}\n", sweep::estimate(plan.as_ref(), &store)?));
    }
    if plan.is_some() {
        sweep::finish(&store, plan.as_ref(), args.json)?;
    }
    let points = crate::sweep::points::points(&store)?;
    if let Some(short) = store.completion()?.failures() {
        log(&format!("{short}\n"));
    }
    let part = &args.part;
    let answer = match (&part.sensitivity, &part.map) {
        (Some(method), _) => sensitivity::answer(args, &store, &points, *method)?,
        (_, Some(levers)) => map::answer(args, &points, &levers_of(levers)?)?,
        _ if part.assumptions => assumptions::answer(args, &points)?,
        _ if part.flips => flips::answer(args, &points)?,
        _ => rules::answer(args, &points)?,
    };
    note(charts::notes(answer.chart.as_slice()).iter());
    let wrote = write(&store, &answer)?;
    if args.json {
        let what = || say!("explain-as-json", part = answer.name);
        let json = serde_json::to_string_pretty(&answer.json)
            .map_err(|fault| Error::Drawing { what: what(), says: fault.to_string() })?;
        return print(&(json + "\n"));
    }
    print(&(answer.text + &wrote).replace(GLUE, " "))
}

/// The sweep to explain: one in a folder, or the one that the question needs, which is stored first if it is new.
fn sweep_of(args: &Args) -> Result<(SweepStore, Option<Planned>), Error> {
    if let Some(folder) = args.scenario.as_deref().map(Path::new).filter(|path| path.is_dir() || Place::is_bucket(path))
    {
        if !args.set.is_empty() || !args.with.is_empty() || args.points.is_some() || args.replicates.is_some() {
            return Err(Error::Argument(say!("explain-not-changed")));
        }
        return Ok((SweepStore::open(folder)?, None));
    }
    let plan = Source::of(args.scenario.as_deref())?.read(|path| {
        let scenario = changed(path, &args.set, &args.with)?;
        let planned = needed(args, &scenario)?;
        sweep::fits(&planned, false, &args.out)?;
        super::sizes::extremes_fit(&scenario, true)?;
        Ok(planned)
    })?;
    if !Place::is_bucket(&args.out) {
        crate::store::ready(&args.out)?;
    }
    let store = plan.store(&args.out)?;
    Ok((SweepStore::open(store.place.root())?, Some(plan)))
}

/// The sweep that the question needs.
fn needed(args: &Args, scenario: &Scenario) -> Result<Planned, Error> {
    let part = &args.part;
    if part.flips {
        flips::check(args, scenario.treatments().is_empty())?;
    }
    let designs = match design(scenario, args)? {
        Some(_) if part.flips && args.case == flips::Question::Best => {
            scenario.treatments().into_iter().map(|patch| patch.name).collect()
        }
        Some(patch) => vec![patch.name],
        None => Vec::new(),
    };
    let points = |usual: usize| args.points.map_or(usual, |n| n as usize);
    let question = match (&part.sensitivity, &part.map) {
        (Some(sensitivity::Method::Sobol), _) => Question::Crosses(points(128)),
        (Some(sensitivity::Method::Morris), _) => Question::Walks(points(20)),
        (_, Some(levers)) => Question::Map(levers_of(levers)?),
        _ if part.assumptions => Question::OneAtATime,
        _ if part.flips => Question::Sample(points(256)),
        _ => Question::Rules { design: rules::design(scenario, designs.first())? },
    };
    let usual = match question {
        Question::Rules { .. } => scenario.root().replicates.max(1) as usize,
        _ => 4,
    };
    planned(scenario, &question, &designs, args.replicates.map_or(usual, |n| n as usize))
}

/// The design to explain, without a name that of `--with` or else the first; `None` if the scenario has only a baseline.
fn design(scenario: &Scenario, args: &Args) -> Result<Option<Patch>, Error> {
    let mut all = scenario.treatments();
    let Some(name) = args.design.as_deref() else {
        return Ok(if args.with.is_empty() { all.into_iter().next() } else { all.pop() });
    };
    let near = did_you_mean(name, all.iter().map(|patch| patch.name.as_str()));
    let missing = Error::Argument(say!("explain-no-such-design", name = name, near = near));
    all.into_iter().find(|patch| patch.name == name).map(Some).ok_or(missing)
}

/// The index of the design to explain in a sweep; 0 if there is only a baseline.
fn index(args: &Args, points: &Points) -> Result<usize, Error> {
    let Some(name) = &args.design else {
        let last = points.designs.len().saturating_sub(1);
        return Ok(if args.with.is_empty() { last.min(1) } else { last });
    };
    let found = points.designs.iter().position(|design| design.name == *name);
    found.ok_or_else(|| {
        let near = did_you_mean(name, points.designs.iter().map(|design| design.name.as_str()));
        Error::Argument(say!("explain-not-in-sweep", name = name, near = near))
    })
}

/// Two levers: `price,points` or `points.answer.points=1..9,shop.hoodie.price=10..90`.
fn levers_of(text: &str) -> Result<[Lever; 2], Error> {
    let wrong = || Error::Argument(say!("explain-no-pair", text = text));
    // A value as a number or a date, and its text.
    let value = |text: &str| -> Option<(f64, String)> {
        let text = text.trim();
        let number = text.parse::<f64>().ok().filter(|x| x.is_finite()).map(|x| (x, format!("{x:?}")));
        number.or_else(|| Some((day_number(text.parse().ok()?), text.to_owned())))
    };
    let lever = |part: &str| -> Option<Lever> {
        let Some((name, range)) = part.split_once('=') else {
            return (!part.trim().is_empty()).then(|| Lever { name: part.trim().to_owned(), range: None });
        };
        let (low, high) = range.split_once("..")?;
        let ((low, from), (high, to)) = (value(low)?, value(high)?);
        (low < high).then(|| Lever { name: name.trim().to_owned(), range: Some((from, to)) })
    };
    let (one, other) = text.split_once(',').ok_or_else(wrong)?;
    let (one, other) = (lever(one).ok_or_else(wrong)?, lever(other).ok_or_else(wrong)?);
    if one.name == other.name { Err(wrong()) } else { Ok([one, other]) }
}

fn number(text: &str) -> Result<f64, String> {
    text.parse::<f64>().ok().filter(|x| x.is_finite()).ok_or_else(|| say!("explain-not-a-number"))
}

/// The fonts of the chart.
fn fonts(args: &Args) -> Result<Fonts, Error> {
    Fonts::with(args.font.as_slice())
}

/// Writes table, numbers and chart into the folder of the sweep; returns the line that names the files.
fn write(store: &SweepStore, answer: &Answer) -> Result<String, Error> {
    let mut json = serde_json::to_vec_pretty(&answer.json).unwrap_or_default();
    json.push(b'\n');
    let mut files = vec![("csv", answer.csv.clone()), ("json", json)];
    if let Some(chart) = &answer.chart {
        files.push(("svg", chart.svg.clone().into_bytes()));
        files.push(("png", chart.png.clone()));
    }
    let mut names = String::new();
    for (ending, bytes) in files {
        let name = format!("explain/{}.{ending}", answer.name);
        let path = store.place.path(&name);
        store.place.derive(&name, |to| {
            to.write_all(&bytes).map_err(|source| Error::File { attempt: crate::error::Attempt::Write, path, source })
        })?;
        names += &format!("  {}.{ending}", answer.name);
    }
    let folder = store.place.root().display().to_string();
    Ok(format!("\n{}\n", say!("explain-wrote", folder = folder, files = names)))
}
