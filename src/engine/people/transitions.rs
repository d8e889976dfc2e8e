//! Transitions: who adopts, returns, leaves or gives up.
//!
//! Invariant: one draw decides; if the person stays, the rest of the draw decides on the trigger.

use super::membership::{First, first_stage, is_convinced, join, part, try_out};
use super::quiet::member_share;
use super::{Scene, Stays};
use crate::engine::closing::chapters::factors;
use crate::mechanisms::Contagion;
use crate::world::maths::chance;
use crate::world::people::{Crowd, Stage};
use crate::world::requests::Requests;

impl Scene<'_> {
    /// What happens to one person: adoption, return, leaving or giving up; otherwise they stay, and may be triggered.
    pub(super) fn transition(&self, crowd: &mut Crowd, row: usize, stay: &mut Vec<Stays>, requests: &mut Requests) {
        let id = crowd.first + row as u32;
        let u = self.ground.draws.at(u64::from(id)).unit();
        match crowd.stage[row] {
            0 if self.adopts(crowd, row, id, u) => self.begin(crowd, row, id, requests),
            1 => {
                let local = self.chapter_factors(crowd.segment, id).1;
                let leaves = chance(f64::from(crowd.leave[row]) * self.seen.factors.leave * local);
                let gives_up = matches!(self.rates.contagion, Contagion::CriticalMass { price }
                    if !self.is_worth_its_price(price, id, self.members_met(crowd, row, id).0));
                if u < leaves || gives_up {
                    let mut person = crowd.person(row);
                    part(&mut person);
                    if u >= leaves {
                        person.stage = Stage::Waiting as u8;
                    }
                    crowd.write(row, &person);
                    requests.sums.left += 1;
                    requests.parted.push(id);
                } else {
                    stay.push(Stays { row, rest: (u - leaves) / (1.0 - leaves), outcome: None });
                }
            }
            2 if u < chance(self.rates.comeback) => self.comes_back(crowd, row, id, requests),
            3 if self.adopts(crowd, row, id, u) => self.comes_back(crowd, row, id, requests),
            4 => self.look_on(crowd, row, id, u, requests),
            _ => {}
        }
    }

    /// A person adopts: a member at once, or in trial first.
    fn begin(&self, crowd: &mut Crowd, row: usize, id: u32, requests: &mut Requests) {
        let tries = self.ground.rules.segments[crowd.segment].terms.trial.is_some();
        requests.sums.tried += u64::from(tries);
        match first_stage(self.ground, id) {
            First::Member => {
                self.enter(crowd, row, id);
                requests.sums.adopted += 1;
                requests.joined.push(id);
            }
            First::Trial => {
                try_out(&mut crowd.stage[row], &mut crowd.born[row], self.ground);
                requests.tries.push(id);
            }
            First::Gone => crowd.stage[row] = Stage::Left as u8,
        }
    }

    /// A trial goes on, or ends with a member or with a person who goes. It ends at once when the rules no longer have it.
    fn look_on(&self, crowd: &mut Crowd, row: usize, id: u32, u: f64, requests: &mut Requests) {
        let trial = self.ground.rules.segments[crowd.segment].terms.trial.as_ref();
        let age = self.seen.tick as f32 + 1.0 - crowd.born[row];
        if trial.is_some_and(|trial| !trial.ends(f64::from(age), u)) {
            return;
        }
        requests.ends.push(id);
        if trial.is_none_or(|trial| is_convinced(trial, self.ground, id)) {
            self.enter(crowd, row, id);
            requests.sums.adopted += 1;
            requests.joined.push(id);
        } else {
            crowd.stage[row] = Stage::Left as u8;
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
        crowd.write(row, &person);
    }

    /// Factors of a person's chapters on adoption and on leaving.
    fn chapter_factors(&self, segment: usize, id: u32) -> (f64, f64) {
        if self.seen.chapters.is_empty() { (1.0, 1.0) } else { factors(self.ground, self.seen.chapters, segment, id) }
    }

    /// Members among a person's contacts, those in trial by their word: the share that the person expects, and their number if contacts
    /// are stored.
    fn members_met(&self, crowd: &Crowd, row: usize, id: u32) -> (f64, f64) {
        let expects = &self.seen.menu.expects;
        if self.ground.model.contact_kind.is_network() {
            let word = crowd.word.get(row).map_or(0.0, |word| f64::from(*word) / 1000.0);
            let ties = f64::from(crowd.ties[row]) + word;
            (expects.of(ties / f64::from(self.seen.contacts.degree(id).max(1))), ties)
        } else {
            let share = member_share(self.seen, crowd.segment, &self.ground.model.contact_kind);
            (expects.of(f64::from(share)), f64::INFINITY)
        }
    }

    /// Whether the product is worth its price to a person who meets this share of members. What they would give if all were members is a trait.
    fn is_worth_its_price(&self, price: f64, id: u32, share: f64) -> bool {
        (1.0 - self.ground.person(id).named("adoption.willing").unit()) * share >= price
    }

    /// Whether the draw `u` of a person makes them adopt.
    fn adopts(&self, crowd: &Crowd, row: usize, id: u32, u: f64) -> bool {
        let (share, ties) = self.members_met(crowd, row, id);
        let stored = self.ground.model.contact_kind.is_network();
        let external = self.rates.external * self.chapter_factors(crowd.segment, id).0;
        let expects = self.seen.menu.expects.weight > 0.0;
        let counted = match (self.rates.each && stored, expects) {
            (true, false) => ties,
            (true, true) => share * f64::from(self.seen.contacts.degree(id)),
            (false, _) => share,
        };
        let social = self.rates.social * counted;
        match self.rates.contagion {
            Contagion::Linear => u < chance(external + social),
            Contagion::Complex { reinforcement } => {
                u < chance(external + if ties >= f64::from(reinforcement) { social } else { 0.0 })
            }
            Contagion::CriticalMass { price } => self.is_worth_its_price(price, id, share) || u < chance(external),
            Contagion::Threshold(thresholds) => {
                let range = self.ground.model.segment_rows(crowd.segment);
                let trait_u = self.ground.person(id).named("adoption.threshold").unit();
                let bar = thresholds.of(id - range.start, range.end - range.start, trait_u);
                // With a small tolerance, since shares are kept in single precision.
                share * (1.0 + 1e-7) + 1e-9 >= bar || u < chance(external)
            }
        }
    }
}
