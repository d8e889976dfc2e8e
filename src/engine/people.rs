//! People: one tick of every crowd.
//!
//! Whoever is not quiet is looked at closely. Everything read is as it stood when the tick began, everything written is the
//! crowd's own.

use rayon::prelude::*;

use super::choose::{choose, open};
use super::contributors;
use super::ground::Ground;
use super::membership::{join, part};
use super::quiet::{candidates, heard};
use crate::mechanisms::{Contagion, Doer, Mechanism, Rates};
use crate::world::maths::{chance, exp, poisson, poisson_above_zero};
use crate::world::people::{Crowd, NONE, Stage};
use crate::world::requests::{Requests, Trigger};
use crate::world::stream::{Luck, Stream, unit};
use crate::world::{Outcome, Seen};

/// One tick of all crowds, in parallel; `outcomes` are those of everybody, in the order of people.
pub(super) fn all(crowds: Vec<Crowd>, ground: &Ground, seen: &Seen, outcomes: &[Outcome]) -> Requests {
    let one = |mut crowd: Crowd| {
        let ids = crowd.first..crowd.first + crowd.len() as u32;
        let from = outcomes.partition_point(|o| o.id < ids.start);
        let to = outcomes.partition_point(|o| o.id < ids.end);
        tick(&mut crowd, ground, seen, &outcomes[from..to])
    };
    // Joined in crowd order, not in the order in which threads finish: results must not know about threads.
    let asked: Vec<Requests> = if crowds.len() > 1 {
        crowds.into_par_iter().map(one).collect()
    } else {
        crowds.into_iter().map(one).collect()
    };
    let mut requests = Requests::default();
    for next in asked {
        requests.join(next);
    }
    requests
}

/// One tick of a crowd; `outcomes` are those of its people, in their order.
fn tick(crowd: &mut Crowd, ground: &Ground, seen: &Seen, outcomes: &[Outcome]) -> Requests {
    let segment = &ground.rules.segments[crowd.segment];
    let mut rates = Rates::default();
    for mechanism in &segment.mechanisms {
        mechanism.hazards(seen, &mut rates);
    }
    let mut requests = Requests::default();
    let close = candidates(crowd, ground, seen, &rates);
    let mut doers = Vec::with_capacity(close.len() + outcomes.len());
    let here = Here { ground, seen, rates: &rates, mechanisms: &segment.mechanisms };
    for row in close {
        here.look(crowd, row as usize, &mut doers, &mut requests);
    }
    merge(crowd, &here, outcomes, &mut doers);
    if doers.is_empty() {
        return requests;
    }
    here.value(&mut doers);
    for doer in &mut doers {
        choose(doer, ground, seen, &rates, &mut requests);
    }
    for mechanism in &segment.mechanisms {
        mechanism.learn(&mut doers, seen, ground.people, &mut requests);
    }
    for doer in &mut doers {
        if doer.parts && doer.person.is_member() {
            part(&mut doer.person);
            requests.sums.left += 1;
            requests.parted.push(doer.id);
        }
        crowd.keep(doer.row, &doer.person);
    }
    requests
}

struct Here<'a> {
    ground: &'a Ground<'a>,
    seen: &'a Seen<'a>,
    rates: &'a Rates,
    mechanisms: &'a [Box<dyn Mechanism>],
}

impl Here<'_> {
    /// What happens to one person: nothing, adoption, return, leaving, or triggers.
    fn look(&self, crowd: &mut Crowd, row: usize, doers: &mut Vec<Doer>, requests: &mut Requests) {
        let id = crowd.first + row as u32;
        let address = self.ground.draws.at(u64::from(id));
        let u = unit(address.bits());
        match crowd.stage[row] {
            0 => {
                if self.adopts(crowd, row, id, u) {
                    self.enter(crowd, row, id);
                    requests.sums.adopted += 1;
                    requests.joined.push(id);
                }
            }
            1 => {
                let leaves = chance(f64::from(crowd.leave[row]));
                if u < leaves {
                    let mut person = crowd.person(row);
                    part(&mut person);
                    crowd.keep(row, &person);
                    requests.sums.left += 1;
                    requests.parted.push(id);
                } else {
                    let rest = (u - leaves) / (1.0 - leaves);
                    if let Some(doer) = self.triggered(crowd, row, id, rest, address) {
                        doers.push(doer);
                    } else if self.ground.anew {
                        doers.push(self.doer(crowd, row, id));
                    }
                }
            }
            _ => {
                if u < chance(self.rates.comeback) {
                    self.enter(crowd, row, id);
                    requests.sums.returned += 1;
                    requests.joined.push(id);
                }
            }
        }
    }

    fn enter(&self, crowd: &mut Crowd, row: usize, id: u32) {
        let mut person = crowd.person(row);
        join(&mut person, self.mechanisms, self.ground.person(id), self.seen.tick as f32 + 1.0);
        crowd.keep(row, &person);
    }

    fn adopts(&self, crowd: &Crowd, row: usize, id: u32, u: f64) -> bool {
        let (mut share, mut ties) = (f64::from(heard(self.seen, crowd.segment, &self.ground.model.kind)), u32::MAX);
        if self.ground.model.kind.is_network() {
            ties = crowd.ties[row];
            share = f64::from(ties) / f64::from(self.seen.contacts.degree(id).max(1));
        }
        match self.rates.contagion {
            Contagion::Linear => u < chance(self.rates.external + self.rates.social * share),
            Contagion::Complex { reinforcement } => {
                let heard = if ties >= reinforcement { self.rates.social * share } else { 0.0 };
                u < chance(self.rates.external + heard)
            }
            Contagion::Threshold(thresholds) => {
                let range = self.ground.model.segment_rows(crowd.segment);
                let trait_u = self.ground.person(id).named("adoption.threshold").unit();
                let bar = thresholds.of(id - range.start, range.end - range.start, trait_u);
                // A hair above: shares are kept in single precision.
                share * (1.0 + 1e-7) + 1e-9 >= bar || u < chance(self.rates.external)
            }
        }
    }

    /// A person taken out of the columns, brought up to date, not triggered.
    fn doer(&self, crowd: &Crowd, row: usize, id: u32) -> Doer {
        let mut person = crowd.person(row);
        let now = self.seen.tick as f32;
        let idle = now - person.touched;
        if idle > 0.0 {
            for mechanism in self.mechanisms {
                mechanism.relax(&mut person, now, idle);
            }
            person.touched = now;
        }
        Doer::of(row, id, person)
    }

    #[inline(never)]
    fn triggered(&self, crowd: &Crowd, row: usize, id: u32, u: f64, address: Stream) -> Option<Doer> {
        let mut doer = self.doer(crowd, row, id);
        let person = &doer.person;
        let r = self.rates;
        let sources = [r.paid, r.own * f64::from(person.need), r.others, r.internal * f64::from(person.habit)];
        let all: f64 = sources.iter().sum();
        let rate = all * f64::from(person.urge);
        let clock = f64::from(person.drive.abs());
        let mut luck = address.at(1).luck();
        let mut engaged = false;
        if r.steady {
            let t = f64::from(self.seen.tick);
            // A hair ahead, so that whole rates fall on whole ticks.
            doer.deeds = ((rate * (t + 1.0) + 1e-9).floor() - (rate * t + 1e-9).floor()) as u32;
            engaged = clock > 0.0 && u < chance(clock);
        } else {
            let any = chance(rate + clock);
            if u >= any {
                return None;
            }
            engaged = engaged || clock > 0.0 && luck.unit() * any < chance(clock);
            doer.deeds = if engaged { poisson(rate, &mut luck) } else { poisson_above_zero(rate, &mut luck) };
        }
        if doer.deeds == 0 && !engaged {
            return None;
        }
        doer.deeds = doer.deeds.min(10_000);
        doer.trigger = source(&sources, all, &mut luck);
        if engaged && person.dossier != NONE {
            let clock = &self.seen.dossiers.list[person.dossier as usize].clock;
            let terms = &self.ground.rules.segments[crowd.segment].terms;
            // Spells are Poisson, so that a long tick holds as many as the short ones that make it up; after each the clock may stop.
            let spells = poisson_above_zero(f64::from(person.drive.abs()), &mut luck).min(1000);
            let stops = contributors::stops_after(self.ground, self.seen.dossiers, person, self.seen.wait);
            for _ in 0..spells {
                doer.engaged += terms.engagement.as_ref().map_or(1, |e| e.deeds(clock, false, &mut luck));
                if luck.unit() < stops {
                    doer.stops = true;
                    break;
                }
            }
        }
        Some(doer)
    }

    /// The value of each action to each doer.
    fn value(&self, doers: &mut [Doer]) {
        let weather = exp(self.rates.weather);
        for doer in doers.iter_mut() {
            open(doer, self.ground, self.seen, weather);
        }
        for mechanism in self.mechanisms {
            mechanism.utilities(doers, self.seen);
        }
    }
}

fn source(sources: &[f64; 4], all: f64, luck: &mut Luck) -> Trigger {
    const ORDER: [Trigger; 4] = [Trigger::Paid, Trigger::Organic, Trigger::Social, Trigger::Internal];
    let mut at = luck.unit() * all;
    for (trigger, &rate) in ORDER.into_iter().zip(sources) {
        if at < rate {
            return trigger;
        }
        at -= rate;
    }
    Trigger::Organic
}

/// Gives each outcome to its person, among the doers or beside them.
fn merge(crowd: &Crowd, here: &Here, outcomes: &[Outcome], doers: &mut Vec<Doer>) {
    let known = doers.len();
    for outcome in outcomes {
        let row = (outcome.id - crowd.first) as usize;
        if crowd.stage[row] != Stage::Member as u8 {
            continue;
        }
        match doers[..known].binary_search_by_key(&row, |d| d.row) {
            Ok(at) => doers[at].outcome = *outcome,
            Err(_) => {
                let mut doer = here.doer(crowd, row, outcome.id);
                doer.outcome = *outcome;
                doers.push(doer);
            }
        }
    }
    doers.sort_by_key(|d| d.row);
}
