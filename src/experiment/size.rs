//! Sizes: the memory, the disk and the work of runs, reckoned before anything is laid out.
//!
//! Invariant: reckoning takes no room in proportion to what it reckons, and sizes are real numbers, so that none wraps.

use std::ops::Add;

use super::Experiment;
use super::running::same_contacts;
use crate::model::Model;
use crate::world::contacts::Kind;
use crate::world::dossier::Dossier;
use crate::world::people::{People, Person};

/// Bytes of a program that has drawn one chart: its text, fonts and threads.
const PROGRAM: f64 = 7e7;
/// What people take beside their columns: requests, outcomes, the crowd at work.
const ROOM: f64 = 1.3;
/// Share of people who come to have a dossier if some of what people do is counted; a guess.
const COUNTED: f64 = 0.05;
/// Bytes of a row of a trajectory beside its metrics.
const ROW: f64 = 40.0;
/// Bytes of a cell of the summary while its files are made, and on disk: `summary.csv`, `summary.json` and the page.
const SUMMARY_CELL: (f64, f64) = (1200.0, 500.0);
/// Bytes of a cell of the series while its files are made, and on disk.
const SERIES_CELL: (f64, f64) = (24.0, 2.0);
/// Bytes of the files that any run has: charts, tables, manifest.
const FILES: f64 = 2e6;
/// Bytes of a traced person in a tick, as text.
const TRACED: f64 = 80.0;
/// What writing them takes, in people × ticks.
const TRACING: f64 = 30.0;

/// What runs take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Bytes of memory at the peak.
    pub memory: Memory,
    /// Bytes on disk.
    pub disk: f64,
    /// People × ticks.
    pub work: f64,
}

/// Bytes of memory, by what takes them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Memory {
    /// People of the runs that are at work at once.
    pub people: f64,
    /// Their networks.
    pub contacts: f64,
    /// Results, and the files that are made of them.
    pub results: f64,
    /// The points of a plan.
    pub points: f64,
}

/// What takes most of the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named like the fields")]
pub enum Most {
    People,
    Contacts,
    Results,
    Points,
}

impl Memory {
    /// All of it, with that of the program itself.
    pub fn bytes(&self) -> f64 {
        PROGRAM + self.people + self.contacts + self.results + self.points
    }
    /// What takes most.
    pub fn most(&self) -> Most {
        let parts = [
            (self.people, Most::People),
            (self.contacts, Most::Contacts),
            (self.results, Most::Results),
            (self.points, Most::Points),
        ];
        let first = parts[0];
        parts.into_iter().fold(first, |most, part| if part.0 > most.0 { part } else { most }).1
    }
}

impl Add for Memory {
    type Output = Memory;
    fn add(self, other: Memory) -> Memory {
        Memory {
            people: self.people + other.people,
            contacts: self.contacts + other.contacts,
            results: self.results + other.results,
            points: self.points + other.points,
        }
    }
}

/// What one run of an experiment takes; the largest of its designs counts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Load {
    /// Bytes of the people of one run, twice if it has a coast.
    people: f64,
    /// Bytes of one network.
    contacts: f64,
    /// Bytes of one network while it is built.
    building: f64,
    /// Networks that are there however many threads work.
    shared: f64,
    /// Networks of each thread.
    own: f64,
}

impl Load {
    /// Memory of the runs that are at work at once. `runs`: the number of all of them.
    pub fn memory(&self, threads: usize, runs: f64) -> Memory {
        let at_once = (threads as f64).min(runs);
        let networks = self.shared + self.own * at_once;
        // They are seldom built at the same moment.
        let contacts = self.contacts * (networks - 1.0).max(0.0) + self.building;
        Memory { people: self.people * at_once, contacts, ..Memory::default() }
    }
}

impl Experiment {
    /// What a run of it takes.
    pub fn load(&self) -> Load {
        let base = &self.designs[0].model;
        let largest = |of: &dyn Fn(&Model) -> f64| self.designs.iter().map(|d| of(&d.model)).fold(0.0, f64::max);
        let twins = if self.coasts > 0 { 2.0 } else { 1.0 };
        let alike = self.designs.iter().all(|design| same_contacts(&design.model, base));
        let shared = if base.redraw { 0.0 } else { 1.0 };
        Load {
            people: twins * largest(&people),
            contacts: largest(&|model| network(model).0),
            building: largest(&|model| network(model).1),
            shared,
            own: if base.redraw { 1.0 } else { 0.0 } + if alike { 0.0 } else { 1.0 },
        }
    }

    /// Runs as a number that does not wrap.
    fn all_runs(&self) -> f64 {
        self.designs.len() as f64 * self.replicates as f64
    }

    /// Recorded numbers of one run.
    fn cells(&self) -> f64 {
        self.designs.iter().map(|d| d.model.rows.len()).max().unwrap_or(0) as f64 * self.metrics.len() as f64
    }

    /// Rows of traces: of each design, one for each traced person and tick.
    pub fn traced(&self) -> f64 {
        let of = |model: &Model| f64::from(model.traces.min(model.people())) * f64::from(model.ticks);
        self.designs.iter().map(|design| of(&design.model)).sum()
    }

    /// People × ticks of all runs and coasts.
    pub fn all_work(&self) -> f64 {
        let of = |model: &Model| {
            let ticks = self.replicates as f64 * f64::from(model.ticks);
            f64::from(model.people()) * (ticks + 2.0 * self.coasts as f64 * f64::from(model.coast_ticks))
        };
        self.designs.iter().map(|design| of(&design.model)).sum()
    }

    /// What all of its runs take on that number of threads, kept in memory and written as the folder of a run.
    pub fn size(&self, threads: usize) -> Size {
        let runs = self.all_runs();
        let rows = self.designs.iter().map(|d| d.model.rows.len()).max().unwrap_or(0) as f64;
        let members: f64 = self.designs.iter().map(|d| contributors(&d.model)).fold(0.0, f64::max);
        let cells = self.cells();
        let kept = runs * (cells * 8.0 + rows * ROW + members * 48.0);
        let summary = self.designs.len() as f64 * cells;
        let made = runs * cells * SERIES_CELL.0 + summary * SUMMARY_CELL.0;
        let memory = self.load().memory(threads, runs) + Memory { results: kept + made, ..Memory::default() };
        let disk = FILES + runs * cells * SERIES_CELL.1 + summary * SUMMARY_CELL.1 + self.traced() * TRACED;
        Size { memory, disk, work: self.all_work() + TRACING * self.traced() }
    }
}

/// Bytes of the people of one run.
fn people(model: &Model) -> f64 {
    let columns = People::new(1, &model.columns()).bytes_per_person() as f64;
    let counted = model.ever(|rules| !(rules.points.is_empty() && rules.ladders.is_empty()));
    let all = f64::from(model.people());
    let dossiers = contributors(model) + if counted { COUNTED * all } else { 0.0 };
    // A person at work is also held by value.
    ROOM * columns * all + dossiers * 1.5 * (size_of::<Dossier>() + size_of::<Person>()) as f64
}

fn contributors(model: &Model) -> f64 {
    model.segments.iter().map(|segment| f64::from(segment.contributors)).sum()
}

/// Bytes of the network of one run, and while it is built: then its pairs and a second list of starts are there too.
fn network(model: &Model) -> (f64, f64) {
    let people = f64::from(model.people());
    let ties = match &model.contact_kind {
        kind if !kind.is_network() => return (0.0, 0.0),
        Kind::Given(pairs) => pairs.len() as f64,
        _ => people * model.mean_degree / 2.0,
    };
    (4.0 * (2.0 * ties + people), 4.0 * (4.0 * ties + 2.0 * people))
}
