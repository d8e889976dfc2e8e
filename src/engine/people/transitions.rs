//! Transitions: who adopts, returns, leaves or gives up.
//!
//! Invariant: one draw decides; if the person stays, the rest of the draw decides on the trigger.

use super::membership::{join, part};
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
            0 if self.adopts(crowd, row, id, u) => {
                self.enter(crowd, row, id);
                requests.sums.adopted += 1;
                requests.joined.push(id);
            }
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
        crowd.write(row, &person);
    }

    /// Factors of a person's chapters on adoption and on leaving.
    fn chapter_factors(&self, segment: usize, id: u32) -> (f64, f64) {
        if self.seen.chapters.is_empty() { (1.0, 1.0) } else { factors(self.ground, self.seen.chapters, segment, id) }
    }

    /// Members among a person's contacts: the share that the person expects, and their number if contacts are stored.
    fn members_met(&self, crowd: &Crowd, row: usize, id: u32) -> (f64, u32) {
        let expects = &self.seen.menu.expects;
        if self.ground.model.contact_kind.is_network() {
            let ties = crowd.ties[row];
            (expects.of(f64::from(ties) / f64::from(self.seen.contacts.degree(id).max(1))), ties)
        } else {
            (expects.of(f64::from(member_share(self.seen, crowd.segment, &self.ground.model.contact_kind))), u32::MAX)
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
