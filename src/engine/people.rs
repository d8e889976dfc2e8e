//! People: one tick of every crowd.
//!
//! Whoever is not quiet is looked at closely. Everything read is as it stood when the tick began, everything written is the
//! crowd's own.

use rayon::prelude::*;

use super::available_actions::open;
use super::chapters::felt;
use super::choice::choose;
use super::context::Ground;
use super::contributors;
use super::membership::{join, part};
use super::quiet::{candidates, heard};
use crate::mechanisms::{Contagion, Doer, Idle, Mechanism, Rates, relax};
use crate::world::maths::{chance, exp, poisson, poisson_above_zero};
use crate::world::people::{Crowd, NONE, Person, Stage};
use crate::world::requests::{Requests, Trigger};
use crate::world::stream::Luck;
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
    if let Some(heard) = seen.heard.get(crowd.segment) {
        // Like all adoption from outside, it shares the weather and needs a product that draws.
        rates.external += heard.adoption * exp(f64::from(seen.weather)) * seen.turns.reach;
        rates.paid += heard.paid;
        rates.others += heard.free;
    }
    if rates.each && !ground.model.kind.is_network() {
        rates.social *= ground.model.mean_degree;
    }
    let mut requests = Requests::default();
    let close = candidates(crowd, ground, seen, &rates);
    let here = Here { ground, seen, rates: &rates, mechanisms: &segment.mechanisms };
    let mut doers = here.doers(crowd, &close, outcomes, &mut requests);
    if doers.is_empty() {
        return requests;
    }
    seen.dossiers.ahead(doers.iter().map(|doer| doer.person.dossier));
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

/// Somebody who has not parted: what their draw has left, and what they have to feel.
struct Stays<'a> {
    row: usize,
    rest: f64,
    outcome: Option<&'a Outcome>,
}

/// What a trigger brings.
struct Spark {
    deeds: u32,
    engaged: u32,
    stops: bool,
    trigger: Trigger,
}

struct Here<'a> {
    ground: &'a Ground<'a>,
    seen: &'a Seen<'a>,
    rates: &'a Rates,
    mechanisms: &'a [Box<dyn Mechanism>],
}

impl Here<'_> {
    /// Those who act or have an outcome to feel, in the order of rows; the others who are close adopt, return, leave or do nothing.
    fn doers(&self, crowd: &mut Crowd, close: &[u32], outcomes: &[Outcome], requests: &mut Requests) -> Vec<Doer> {
        let mut stay: Vec<Stays> = Vec::with_capacity(close.len() + outcomes.len());
        for &row in close {
            self.look(crowd, row as usize, &mut stay, requests);
        }
        let looked = stay.len();
        for outcome in outcomes {
            let row = (outcome.id - crowd.first) as usize;
            if crowd.stage[row] == Stage::Member as u8 {
                match stay[..looked].binary_search_by_key(&row, |s| s.row) {
                    Ok(at) => stay[at].outcome = Some(outcome),
                    Err(_) => stay.push(Stays { row, rest: 1.0, outcome: Some(outcome) }),
                }
            }
        }
        stay.sort_by_key(|s| s.row);
        let now = self.seen.tick as f32;
        let rows: Vec<u32> = stay.iter().map(|s| s.row as u32).collect();
        let taken = |person: Person| Idle { ticks: now - person.touched, person };
        let mut idle: Vec<Idle> = crowd.people(&rows).into_iter().map(taken).collect();
        relax(self.mechanisms, &mut idle, now);
        let mut doers = Vec::with_capacity(stay.len());
        for (stays, Idle { person, .. }) in stay.iter().zip(idle) {
            let id = crowd.first + stays.row as u32;
            let spark = self.triggered(crowd.segment, id, &person, stays.rest);
            if spark.is_none() && stays.outcome.is_none() && !self.ground.anew {
                continue;
            }
            let mut doer = Doer::of(stays.row, id, person);
            doer.outcome = stays.outcome.copied().unwrap_or_default();
            if let Some(Spark { deeds, engaged, stops, trigger }) = spark {
                (doer.deeds, doer.engaged, doer.stops, doer.trigger) = (deeds, engaged, stops, trigger);
            }
            doers.push(doer);
        }
        doers
    }

    /// What happens to one person: adoption, return, leaving, giving up; or they stay, and may be triggered.
    fn look(&self, crowd: &mut Crowd, row: usize, stay: &mut Vec<Stays>, requests: &mut Requests) {
        let id = crowd.first + row as u32;
        let u = self.ground.draws.at(u64::from(id)).unit();
        match crowd.stage[row] {
            0 if self.adopts(crowd, row, id, u) => {
                self.enter(crowd, row, id);
                requests.sums.adopted += 1;
                requests.joined.push(id);
            }
            1 => {
                let local = self.local(crowd.segment, id).1;
                let leaves = chance(f64::from(crowd.leave[row]) * self.seen.turns.leave * local);
                let gives_up = matches!(self.rates.contagion, Contagion::CriticalMass { price }
                    if !self.pays(price, id, self.met(crowd, row, id).0));
                if u < leaves || gives_up {
                    let mut person = crowd.person(row);
                    part(&mut person);
                    if u >= leaves {
                        person.stage = Stage::Waiting as u8;
                    }
                    crowd.keep(row, &person);
                    requests.sums.left += 1;
                    requests.parted.push(id);
                } else {
                    stay.push(Stays { row, rest: (u - leaves) / (1.0 - leaves), outcome: None });
                }
            }
            2 if u < chance(self.rates.comeback) => self.comes_back(crowd, row, id, requests),
            3 if self.adopts(crowd, row, id, u) => self.comes_back(crowd, row, id, requests),
            _ => {}
        }
    }

    fn comes_back(&self, crowd: &mut Crowd, row: usize, id: u32, requests: &mut Requests) {
        self.enter(crowd, row, id);
        requests.sums.returned += 1;
        requests.joined.push(id);
    }

    fn enter(&self, crowd: &mut Crowd, row: usize, id: u32) {
        let mut person = crowd.person(row);
        join(&mut person, self.mechanisms, self.ground.person(id), self.seen.tick as f32 + 1.0);
        crowd.keep(row, &person);
    }

    /// What the chapters of somebody do to adoption and to leaving.
    fn local(&self, segment: usize, id: u32) -> (f64, f64) {
        if self.seen.chapters.is_empty() { (1.0, 1.0) } else { felt(self.ground, self.seen.chapters, segment, id) }
    }

    /// Members among one's contacts, as one reckons with them: their share, and their number where contacts are stored.
    fn met(&self, crowd: &Crowd, row: usize, id: u32) -> (f64, u32) {
        let expects = &self.seen.menu.expects;
        if self.ground.model.kind.is_network() {
            let ties = crowd.ties[row];
            (expects.of(f64::from(ties) / f64::from(self.seen.contacts.degree(id).max(1))), ties)
        } else {
            (expects.of(f64::from(heard(self.seen, crowd.segment, &self.ground.model.kind))), u32::MAX)
        }
    }

    /// Whether it is worth its price to somebody who meets a share of members: what they would give among all is a trait.
    fn pays(&self, price: f64, id: u32, share: f64) -> bool {
        (1.0 - self.ground.person(id).named("adoption.willing").unit()) * share >= price
    }

    fn adopts(&self, crowd: &Crowd, row: usize, id: u32, u: f64) -> bool {
        let (share, ties) = self.met(crowd, row, id);
        let stored = self.ground.model.kind.is_network();
        let external = self.rates.external * self.local(crowd.segment, id).0;
        let expects = self.seen.menu.expects.weight > 0.0;
        let counted = match (self.rates.each && stored, expects) {
            (true, false) => f64::from(ties),
            (true, true) => share * f64::from(self.seen.contacts.degree(id)),
            (false, _) => share,
        };
        let social = self.rates.social * counted;
        match self.rates.contagion {
            Contagion::Linear => u < chance(external + social),
            Contagion::Complex { reinforcement } => {
                u < chance(external + if ties >= reinforcement { social } else { 0.0 })
            }
            Contagion::CriticalMass { price } => self.pays(price, id, share) || u < chance(external),
            Contagion::Threshold(thresholds) => {
                let range = self.ground.model.segment_rows(crowd.segment);
                let trait_u = self.ground.person(id).named("adoption.threshold").unit();
                let bar = thresholds.of(id - range.start, range.end - range.start, trait_u);
                // A hair above: shares are kept in single precision.
                share * (1.0 + 1e-7) + 1e-9 >= bar || u < chance(external)
            }
        }
    }

    /// Whether somebody acts, and how often; `u` is what the draw has left when they have not parted.
    fn triggered(&self, segment: usize, id: u32, person: &Person, u: f64) -> Option<Spark> {
        let r = self.rates;
        let sources = [r.paid, r.own * f64::from(person.need), r.others, r.internal * f64::from(person.habit)];
        let all: f64 = sources.iter().sum();
        let rate = all * f64::from(person.urge);
        let clock = f64::from(person.drive.abs());
        if !r.steady && u >= chance(rate + clock) {
            return None;
        }
        let mut luck = self.ground.draws.at(u64::from(id)).at(1).luck();
        let mut spark = Spark { deeds: 0, engaged: 0, stops: false, trigger: Trigger::Organic };
        let mut engaged = false;
        if r.steady {
            let t = f64::from(self.seen.tick);
            // A hair ahead, so that whole rates fall on whole ticks.
            spark.deeds = ((rate * (t + 1.0) + 1e-9).floor() - (rate * t + 1e-9).floor()) as u32;
            engaged = clock > 0.0 && u < chance(clock);
        } else {
            if clock > 0.0 {
                engaged = luck.unit() * chance(rate + clock) < chance(clock);
            }
            spark.deeds = if engaged { poisson(rate, &mut luck) } else { poisson_above_zero(rate, &mut luck) };
        }
        if spark.deeds == 0 && !engaged {
            return None;
        }
        spark.deeds = spark.deeds.min(10_000);
        spark.trigger = source(&sources, all, &mut luck);
        if engaged && person.dossier != NONE {
            let clock = &self.seen.dossiers.list[person.dossier as usize].clock;
            let terms = &self.ground.rules.segments[segment].terms;
            // Spells are Poisson, so that a long tick holds as many as the short ones that make it up; after each the clock may stop.
            let spells = poisson_above_zero(f64::from(person.drive.abs()), &mut luck).min(1000);
            let stops = contributors::stops_after(self.ground, self.seen.dossiers, person, self.seen.desks);
            for _ in 0..spells {
                spark.engaged += terms.engagement.as_ref().map_or(1, |e| e.deeds(clock, false, &mut luck));
                if luck.unit() < stops {
                    spark.stops = true;
                    break;
                }
            }
        }
        Some(spark)
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
