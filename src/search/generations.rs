//! The search: from generation to generation to the front.
//!
//! A new design gets a few runs; a design on the front gets more runs in each generation, so no design stays on the
//! front by luck. The last front is judged on fresh luck and in fresh worlds. Invariant: the next trials depend on
//! earlier results alone, so an interrupted search continues unchanged.

use std::sync::atomic::AtomicBool;

use super::evaluation::{Base, Runs, Worth};
use super::folder::SearchStore;
use super::nsga2::{Candidate, Manner, children, fronts, survivors};
use super::rounds::{Round, Trial};
use super::spec::Search;
use crate::error::Error;
use crate::say;
use crate::scenario::Scenario;
use crate::world::stream::Stream;

/// The first replicate of fresh luck.
const FRESH: usize = 1 << 30;
/// Number of attempts of a generation to find untried designs.
const ATTEMPTS: u64 = 12;

/// A design that was tried.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TriedDesign {
    pub(super) shares: Vec<f64>,
    /// Its settings: index of the treatment, and `path=value` texts; unique among designs.
    pub(super) sets: (usize, Vec<String>),
    pub(super) runs: Runs,
    /// Why it cannot be made; empty if it can.
    pub(super) fault: String,
}

/// The state after a generation.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GenerationRecord {
    pub(super) designs: usize,
    pub(super) runs: usize,
    /// Objectives of its front, to be minimised: `[design][objective]`; designs that break a limit are left out.
    pub(super) front: Vec<Vec<f64>>,
}

/// The result of a search.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub(super) tried: Vec<TriedDesign>,
    pub(super) base: Runs,
    pub(super) generations: Vec<GenerationRecord>,
    /// The designs of the last front: index into `tried`, and runs on fresh luck.
    pub(super) last: Vec<(usize, Runs)>,
    pub(super) last_base: Runs,
    pub(super) runs: usize,
}

/// A search in progress: its folder, the flag that stops it, and the callback for its runs.
struct Session<'a> {
    search: &'a Search,
    store: &'a SearchStore,
    stop: &'a AtomicBool,
    progress: &'a (dyn Fn(usize) + Sync),
}

/// Searches for the front; stored rounds are not run again. `progress` gets the number of finished runs.
///
/// # Errors
/// I/O errors; [`Error::Stopped`] if `stop` was set.
pub fn run_search(
    search: &Search,
    store: &SearchStore,
    stop: &AtomicBool,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Found, Error> {
    let session = Session { search, store, stop, progress };
    let worlds = search.draw_worlds(false)?;
    let mut found = Found::default();
    let mut population: Vec<usize> = Vec::new();
    for generation in 0..=search.generations {
        let offspring = found.offspring(search, &population, generation);
        let mut asked: Vec<usize> = found.elite(search, &population);
        asked.extend(&offspring);
        found.run_round(&session, &format!("{generation:06}"), &asked, &worlds)?;
        population.extend(offspring);
        population = found.select(search, &population);
        found.record(search, &population);
    }
    found.judge(&session, &population)?;
    Ok(found)
}

impl Found {
    /// A design in the form of NSGA-II.
    fn candidate(&self, search: &Search, k: usize) -> Candidate {
        let own = &self.tried[k];
        Candidate { shares: own.shares.clone(), found: self.worth(search, k).to_found(search) }
    }

    /// The worth of a design from all its runs.
    pub(super) fn worth(&self, search: &Search, k: usize) -> Worth {
        let own = &self.tried[k];
        if own.runs.is_empty() {
            return Worth::none(search);
        }
        let replicates: Vec<usize> = own.runs.keys().copied().collect();
        search.worth(&Base::of(&self.base), &own.runs, &replicates)
    }

    /// New designs: the first generation, or untried children of a population.
    fn offspring(&mut self, search: &Search, population: &[usize], generation: usize) -> Vec<usize> {
        let before = self.tried.len();
        if generation == 0 {
            search.first_generation().into_iter().for_each(|shares| self.add_if_new(search, shares));
        } else {
            let parents: Vec<Candidate> = population.iter().map(|k| self.candidate(search, *k)).collect();
            let luck = Stream::seeded(search.seed).named("search").at(generation as u64);
            for attempt in 0..ATTEMPTS {
                for shares in children(&parents, &search.takes_word(), &Manner::default(), luck.at(attempt)) {
                    if self.tried.len() < before + search.population {
                        self.add_if_new(search, shares);
                    }
                }
            }
        }
        (before..self.tried.len()).collect()
    }

    fn add_if_new(&mut self, search: &Search, shares: Vec<f64>) {
        let sets = search.sets(&shares);
        if !self.tried.iter().any(|known| known.sets == sets) {
            self.tried.push(TriedDesign { shares, sets, runs: Runs::new(), fault: String::new() });
        }
    }

    /// Designs of the front that need more runs.
    fn elite(&self, search: &Search, population: &[usize]) -> Vec<usize> {
        let front = self.front(search, population);
        front.into_iter().filter(|k| self.tried[*k].runs.len() < search.elite).collect()
    }

    fn front(&self, search: &Search, population: &[usize]) -> Vec<usize> {
        let all: Vec<Candidate> = population.iter().map(|k| self.candidate(search, *k)).collect();
        let first = fronts(&all).into_iter().next().unwrap_or_default();
        first.into_iter().map(|at| population[at]).filter(|k| self.tried[*k].fault.is_empty()).collect()
    }

    /// Whether two designs have equal results in all runs that both have: they differ only in settings without effect.
    fn same_results(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.tried[a].runs, &self.tried[b].runs);
        let mut both = one.iter().filter_map(|(replicate, own)| Some((own, other.get(replicate)?))).peekable();
        both.peek().is_some() && both.all(|(own, theirs)| own == theirs)
    }

    fn select(&self, search: &Search, population: &[usize]) -> Vec<usize> {
        let mut distinct: Vec<usize> = Vec::new();
        for &k in population {
            if !distinct.iter().any(|known| self.same_results(*known, k)) {
                distinct.push(k);
            }
        }
        let population = &distinct;
        let all: Vec<Candidate> = population.iter().map(|k| self.candidate(search, *k)).collect();
        let size = search.population.min(all.len());
        let place = |one: Candidate| population.iter().copied().find(|k| self.tried[*k].shares == one.shares);
        survivors(all, size).into_iter().filter_map(place).collect()
    }

    fn record(&mut self, search: &Search, population: &[usize]) {
        let front = self.front(search, population);
        let found = front.iter().map(|k| self.candidate(search, *k).found).filter(|found| found.broken == 0.0);
        let front = found.map(|found| found.objectives).collect();
        self.generations.push(GenerationRecord { designs: self.tried.len(), runs: self.runs, front });
    }

    /// Runs designs, with more replicates for those that were run before, and the baseline with them.
    fn run_round(&mut self, session: &Session, name: &str, asked: &[usize], worlds: &[Scenario]) -> Result<(), Error> {
        let search = session.search;
        let next_trial = |k: usize| {
            let from = self.tried[k].runs.len();
            let replicates = search.replicates.min(search.elite.saturating_sub(from)).max(1);
            Trial { shares: Some(self.tried[k].shares.clone()), from, replicates }
        };
        let mut trials: Vec<Trial> = asked.iter().map(|k| next_trial(*k)).collect();
        let (from, end) = (self.base.len(), trials.iter().map(|t| t.from + t.replicates).max().unwrap_or(0));
        trials.push(Trial { shares: None, from, replicates: end.saturating_sub(from) });
        let mut given = session.round(name, trials.clone(), worlds)?.given;
        self.runs += trials.iter().map(|t| t.runs(worlds.len())).sum::<usize>();
        if let Some(base) = given.pop() {
            base.into_runs(from, &mut self.base);
        }
        for ((k, trial), given) in asked.iter().zip(&trials).zip(given) {
            let own = &mut self.tried[*k];
            own.fault.clone_from(&given.fault);
            given.into_runs(trial.from, &mut own.runs);
        }
        Ok(())
    }

    /// Judges the last front on fresh luck and in fresh worlds.
    fn judge(&mut self, session: &Session, population: &[usize]) -> Result<(), Error> {
        let search = session.search;
        let front = self.front(search, population);
        let worlds = search.draw_worlds(true)?;
        let fresh = |shares: Option<Vec<f64>>| Trial { shares, from: FRESH, replicates: search.last };
        let mut trials: Vec<Trial> = front.iter().map(|k| fresh(Some(self.tried[*k].shares.clone()))).collect();
        trials.push(fresh(None));
        let mut given = session.round("last", trials.clone(), &worlds)?.given;
        self.runs += trials.iter().map(|t| t.runs(worlds.len())).sum::<usize>();
        if let Some(base) = given.pop() {
            base.into_runs(FRESH, &mut self.last_base);
        }
        for (k, given) in front.into_iter().zip(given).filter(|(_, given)| given.fault.is_empty()) {
            let mut runs = Runs::new();
            given.into_runs(FRESH, &mut runs);
            self.last.push((k, runs));
        }
        Ok(())
    }
}

impl Session<'_> {
    /// Reads a round, or runs and stores it.
    fn round(&self, name: &str, trials: Vec<Trial>, worlds: &[Scenario]) -> Result<Round, Error> {
        let runs: usize = trials.iter().map(|t| t.runs(worlds.len())).sum();
        if let Some(round) = self.store.round(name, &trials)? {
            (self.progress)(runs);
            return Ok(round);
        }
        let Some(given) = self.search.run(&trials, worlds, self.stop, &|| (self.progress)(1))? else {
            let done = self.store.place.names("rounds")?.len();
            let all = (self.search.generations + 2).to_string();
            return Err(Error::Stopped(say!("search-stopped", done = done.to_string(), all = all)));
        };
        let mut round = Round { trials, given, sealed: String::new() };
        round.sealed = round.seal();
        self.store.store_round(name, &round)?;
        Ok(round)
    }
}
