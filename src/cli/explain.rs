//! `explain`: why a design gains what it gains, what that hangs on, and where it flips.
//!
//! Every part is a sweep: its points are stored first, what is done is kept whatever stops it, and the same command goes on. Invariant: what
//! is printed, drawn and written comes from the folder alone, so a stored sweep is explained without a run.

use std::path::{Path, PathBuf};

use zaoshi::charts::Drawn;
use zaoshi::error::Error;
use zaoshi::scenario::{Patch, Scenario};
use zaoshi::stats::sweep_points::Points;
use zaoshi::store::place::Place;
use zaoshi::store::sweep::SweepStore;
use zaoshi::sweep::Planned;
use zaoshi::sweep::spec::{Lever, Question, planned};
use zaoshi::words::number::GLUE;

use super::source::Source;
use super::{did_you_mean, print, sweep};

mod assumptions;
mod flips;
mod map;
mod rules;
mod sensitivity;

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi explain                                       which rules earned the first design's gain: a waterfall
  zaoshi explain points-or-titles --design both
  zaoshi explain mine.toml --assumptions               which assumption matters: a tornado
  zaoshi explain mine.toml --sensitivity sobol         which share of what is uncertain each carries; morris for many
  zaoshi explain mine.toml --flips                     where the design no longer gains, in words
  zaoshi explain mine.toml --flips --case target --target 40
  zaoshi explain mine.toml --map price,points          two levers of the scenario; or PATH=LOW..HIGH
  zaoshi explain output/mine/1f0c… --flips             from the points of a sweep that is stored

Each part runs as a sweep into <out>/<scenario>/<sweep>: Ctrl-C keeps what is done, and the same command goes on. Table, numbers and
chart stand in its explain/.";

#[derive(Debug, clap::Args)]
#[group(id = "part", multiple = false)]
pub(super) struct Part {
    /// Which group of rules earned how much (Shapley shares over every choice of rules); so too where no part is asked for.
    #[arg(long)]
    rules: bool,
    /// How far the gain moves between the low and the high value of each uncertainty, or of each assumption where none is declared.
    #[arg(long)]
    assumptions: bool,
    /// Which share of the variance of the gain each uncertainty carries (sobol), or how much it moves it from many places (morris).
    #[arg(long, value_name = "METHOD")]
    sensitivity: Option<sensitivity::Method>,
    /// Where the verdict flips: conditions in words, with coverage and density.
    #[arg(long)]
    flips: bool,
    /// What the design comes to over two levers: names of levers of the scenario, or PATH=LOW..HIGH.
    #[arg(long, value_name = "LEVER,LEVER")]
    map: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// A file, the name of a scenario that comes with the program, or the folder of a sweep [default: open-source-database].
    scenario: Option<String>,
    #[command(flatten)]
    part: Part,
    /// The design to explain; the first where it is absent.
    #[arg(long, value_name = "NAME")]
    design: Option<String>,
    /// With --flips: what counts as a flip.
    #[arg(long, value_name = "CASE", default_value = "behind")]
    case: flips::Counts,
    /// What the headline is to come to, with --map and with --flips --case target.
    #[arg(long, value_name = "NUMBER", value_parser = number)]
    target: Option<f64>,
    /// Points of a sample, or rows and walks of a sensitivity analysis, instead of 256, 128 and 20.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=65_536))]
    points: Option<u64>,
    /// Paired runs at each point, instead of the scenario's number (rules) or 4.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    replicates: Option<u64>,
    /// Change a value of the scenario, for all designs; may be given several times.
    #[arg(long = "set", value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// Folder for results.
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
    /// Threads; all cores where it is absent. The results do not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    /// Store what is to be run, say how much it is, and run nothing.
    #[arg(long)]
    plan: bool,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// What one part says.
struct Told {
    name: &'static str,
    text: String,
    json: serde_json::Value,
    csv: Vec<u8>,
    chart: Option<Drawn>,
}

impl Told {
    fn of(
        name: &'static str,
        text: String,
        json: &impl serde::Serialize,
        csv: Vec<u8>,
        chart: Option<Drawn>,
    ) -> Result<Told, Error> {
        let json = serde_json::to_value(json)
            .map_err(|fault| Error::Drawing { what: format!("{name} as JSON"), says: fault.to_string() })?;
        Ok(Told { name, text, json, csv, chart })
    }
}

pub(super) fn explain(asked: &Asked) -> Result<(), Error> {
    super::threads(asked.threads)?;
    let (store, plan) = found(asked)?;
    if asked.plan {
        let folder = store.place.root().display();
        return print(&format!("{}Stored in {folder}/\n", sweep::estimate(plan.as_ref(), &store)?));
    }
    if plan.is_some() {
        sweep::finish(&store, plan.as_ref(), asked.json)?;
    }
    let points = zaoshi::sweep::points::points(&store)?;
    if let Some(short) = store.ran()?.short() {
        super::tell(&format!("{short}\n"));
    }
    let part = &asked.part;
    let told = match (&part.sensitivity, &part.map) {
        (Some(method), _) => sensitivity::told(asked, &store, &points, *method)?,
        (_, Some(levers)) => map::told(asked, &points, &levers_of(levers)?)?,
        _ if part.assumptions => assumptions::told(asked, &points)?,
        _ if part.flips => flips::told(asked, &points)?,
        _ => rules::told(&points)?,
    };
    let wrote = write(&store, &told)?;
    if asked.json {
        let json = serde_json::to_string_pretty(&told.json)
            .map_err(|fault| Error::Drawing { what: format!("{} as JSON", told.name), says: fault.to_string() })?;
        return print(&(json + "\n"));
    }
    print(&(told.text + &wrote).replace(GLUE, " "))
}

/// The sweep to explain: a folder's own, or the one that the question needs, stored where it is not yet.
fn found(asked: &Asked) -> Result<(SweepStore, Option<Planned>), Error> {
    if let Some(folder) =
        asked.scenario.as_deref().map(Path::new).filter(|path| path.is_dir() || Place::is_bucket(path))
    {
        if !asked.set.is_empty() || asked.points.is_some() || asked.replicates.is_some() {
            let says = "a stored sweep has its points and runs: give --set, --points and --replicates with a scenario";
            return Err(Error::Asked(says.to_owned()));
        }
        return Ok((SweepStore::open(folder)?, None));
    }
    let plan = Source::of(asked.scenario.as_deref())?.read(|path| {
        let mut scenario = Scenario::load(path)?;
        if !asked.set.is_empty() {
            scenario = scenario.patched(&Patch::from_args(&asked.set)?)?;
        }
        wanted(asked, &scenario)
    })?;
    if !Place::is_bucket(&asked.out) {
        zaoshi::store::ready(&asked.out)?;
    }
    let store = plan.store(&asked.out)?;
    Ok((SweepStore::open(store.place.root())?, Some(plan)))
}

/// The sweep that the question needs.
fn wanted(asked: &Asked, scenario: &Scenario) -> Result<Planned, Error> {
    let part = &asked.part;
    if part.flips {
        flips::sound(asked, scenario.treatments().is_empty())?;
    }
    let designs = match chosen(scenario, asked.design.as_deref())? {
        Some(_) if part.flips && asked.case == flips::Counts::Best => {
            scenario.treatments().into_iter().map(|patch| patch.name).collect()
        }
        Some(patch) => vec![patch.name],
        None => Vec::new(),
    };
    let points = |usual: usize| asked.points.map_or(usual, |n| n as usize);
    let question = match (&part.sensitivity, &part.map) {
        (Some(sensitivity::Method::Sobol), _) => Question::Crosses(points(128)),
        (Some(sensitivity::Method::Morris), _) => Question::Walks(points(20)),
        (_, Some(levers)) => Question::Map(levers_of(levers)?),
        _ if part.assumptions => Question::OneAtATime,
        _ if part.flips => Question::Sample(points(256)),
        _ => Question::Rules { design: rules::design(scenario, designs.first())? },
    };
    let usual = match question {
        Question::Rules { .. } => scenario.settings("").count("replicates").max(1) as usize,
        _ => 4,
    };
    planned(scenario, &question, &designs, asked.replicates.map_or(usual, |n| n as usize))
}

/// The design that is meant; none where the scenario has a baseline alone.
fn chosen(scenario: &Scenario, name: Option<&str>) -> Result<Option<Patch>, Error> {
    let all = scenario.treatments();
    let Some(name) = name else { return Ok(all.into_iter().next()) };
    let near = did_you_mean(name, all.iter().map(|patch| patch.name.as_str()));
    let missing = Error::Asked(format!("the scenario has no design called {name}{near}"));
    all.into_iter().find(|patch| patch.name == name).map(Some).ok_or(missing)
}

/// The index of the design that is meant among those of a sweep; 0 where there is a baseline alone.
fn index(asked: &Asked, points: &Points) -> Result<usize, Error> {
    let Some(name) = &asked.design else { return Ok(usize::from(points.designs.len() > 1)) };
    let found = points.designs.iter().position(|design| design.name == *name);
    found.ok_or_else(|| {
        let near = did_you_mean(name, points.designs.iter().map(|design| design.name.as_str()));
        Error::Asked(format!("the sweep has no design called {name}{near}"))
    })
}

/// `price,points` or `points.answer.points=1..9,shop.hoodie.price=10..90`.
fn levers_of(text: &str) -> Result<[Lever; 2], Error> {
    let wrong = || {
        let says = "is no pair of levers: write two names, such as price,points, or paths with ranges, such as \
                    points.answer.points=1..9,shop.hoodie.price=10..90";
        Error::Asked(format!("--map {text} {says}"))
    };
    let lever = |part: &str| -> Option<Lever> {
        let Some((name, range)) = part.split_once('=') else {
            return (!part.trim().is_empty()).then(|| Lever { name: part.trim().to_owned(), range: None });
        };
        let (low, high) = range.split_once("..")?;
        let (low, high) = (low.trim().parse::<f64>().ok()?, high.trim().parse::<f64>().ok()?);
        (low < high && high.is_finite()).then(|| Lever { name: name.trim().to_owned(), range: Some((low, high)) })
    };
    let (one, other) = text.split_once(',').ok_or_else(wrong)?;
    let (one, other) = (lever(one).ok_or_else(wrong)?, lever(other).ok_or_else(wrong)?);
    if one.name == other.name { Err(wrong()) } else { Ok([one, other]) }
}

fn number(text: &str) -> Result<f64, String> {
    text.parse::<f64>().ok().filter(|x| x.is_finite()).ok_or_else(|| "give a number, such as 40".to_owned())
}

/// Writes table, numbers and chart beside the sweep; returns the line that says so.
fn write(store: &SweepStore, told: &Told) -> Result<String, Error> {
    let mut json = serde_json::to_vec_pretty(&told.json).unwrap_or_default();
    json.push(b'\n');
    let mut files = vec![("csv", told.csv.clone()), ("json", json)];
    if let Some(chart) = &told.chart {
        files.push(("svg", chart.svg.clone().into_bytes()));
        files.push(("png", chart.png.clone()));
    }
    let mut names = String::new();
    for (ending, bytes) in files {
        let name = format!("explain/{}.{ending}", told.name);
        let path = store.place.path(&name);
        store.place.derive(&name, |to| {
            to.write_all(&bytes).map_err(|source| Error::File { verb: "cannot write", path, source })
        })?;
        names += &format!("  {}.{ending}", told.name);
    }
    Ok(format!("\nWrote {}/explain/{names}\n", store.place.root().display()))
}
