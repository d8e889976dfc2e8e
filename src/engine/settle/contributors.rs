//! Contributors: the record of their contributions, who has a mentor for the first, and how their clocks begin, go on and stop.
//!
//! Invariants: a drive of zero means that the person has not begun; a negative drive, that they have stopped. Mentors never give more than
//! their hours; if these are too few, a lot decides, not the order of people.

use super::Settlement;
use crate::engine::people::spells::{stopped, stops_after};
use crate::world::calendar::{MONTH, YEAR};
use crate::world::dossier::{MONTHS, Part};
use crate::world::maths::{exp, ln};
use crate::world::people::Stage;
use crate::world::requests::{Effect, Requests};
use crate::world::{Community, Outcome, Population, Tally, Work};

impl Settlement<'_> {
    /// Records contributions that counted.
    pub(super) fn record_contribution(
        &mut self,
        community: &mut Community,
        tally: &mut Tally,
        id: u32,
        dossier: u32,
        deeds: u16,
    ) {
        let now = self.ground.tick as f32;
        let days = self.ground.days();
        // The time within the tick, which windows of a month need.
        let u = self.ground.draws.at(u64::from(id)).named("merged").unit();
        // The last of `deeds` uniform times.
        let within = if deeds == 1 { u } else { exp(ln(u.max(1e-300)) / f64::from(deeds)) } as f32;
        let at = now + within.min(0.999);
        let file = &mut community.dossiers.list[dossier as usize];
        if !file.has_contributed() {
            file.first_merged = at;
            tally.newcomers += 1;
        }
        file.last_merged = file.last_merged.max(at);
        let before = file.merged;
        file.merged += u32::from(deeds);
        if before < 10 && file.merged >= 10 {
            file.tenth = at;
        }
        let month = (f64::from(at) * days / MONTH) as i32;
        file.advance_to(month);
        let slot = &mut file.year[month.rem_euclid(12) as usize];
        *slot = slot.saturating_add(deeds);
        let age = (f64::from(at - file.first_merged) * days / MONTH) as u32;
        if age < MONTHS {
            file.presence |= 1 << age;
        }
        tally.merged += u64::from(deeds);
        self.credit(community, id, deeds);
    }

    /// Fame for contributions goes to those who made them, or to a person who is known already.
    fn credit(&mut self, community: &mut Community, id: u32, deeds: u16) {
        let terms = &self.ground.rules.segments[self.ground.model.segment_of(id)].terms;
        let matthew = terms.status.as_ref().map_or(0.0, |s| s.matthew);
        if matthew == 0.0 {
            self.outcomes.push(Outcome { id, fame: f32::from(deeds), ..Outcome::default() });
            return;
        }
        let given = community.credits.len() as u128;
        let mut luck = self.ground.luck.named("credit").at(u64::from(self.ground.tick)).at(given as u64).luck();
        for _ in 0..deeds {
            // To pick a credit at random is to pick a person in proportion to their credits.
            let known = community.credits.get(((u128::from(luck.bits()) * given) >> 64) as usize).copied();
            let id = known.filter(|_| luck.unit() < matthew).unwrap_or(id);
            community.credits.push(id);
            self.outcomes.push(Outcome { id, fame: 1.0, ..Outcome::default() });
        }
    }

    /// A contributor's clock begins with the first contribution.
    pub(super) fn begin(&self, population: &mut Population, community: &mut Community, id: u32, dossier: u32) {
        let terms = &self.ground.rules.segments[population.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { return };
        if community.dossiers.list[dossier as usize].clock.part != Part::None {
            return;
        }
        let mut clock = engagement.clock(self.ground.person(id), self.ground.days());
        if let Some(mentoring) = terms.mentoring.filter(|_| self.mentored.binary_search(&id).is_ok()) {
            clock.drop -= mentoring.holds as f32;
        }
        community.dossiers.list[dossier as usize].clock = clock;
        community.contributors.push(dossier);
        population.people.drive[id as usize] = clock.rate;
    }

    /// A contributor's clock after some activity: it goes on, begins again, or stops for good.
    pub(super) fn engage(
        &self,
        population: &mut Population,
        community: &mut Community,
        work: &Work,
        id: u32,
        dossier: u32,
        stops: Option<bool>,
    ) {
        let terms = &self.ground.rules.segments[population.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { return };
        let days = self.ground.days();
        let row = id as usize;
        let clock = &mut community.dossiers.list[dossier as usize].clock;
        // Those who contribute and leave in the same tick do not go on.
        if population.people.stage[row] != Stage::Member as u8 {
            clock.engaged = false;
            population.people.drive[row] = 0.0;
            return;
        }
        clock.engaged = true;
        if population.people.drive[row] <= 0.0 {
            population.people.drive[row] = clock.rate;
        }
        let stops = stops.unwrap_or_else(|| {
            let chance = stops_after(self.ground, &community.dossiers, &population.people.person(row), &work.desks);
            self.ground.draws.at(u64::from(id)).named("stops").unit() < chance
        });
        if stops {
            community.dossiers.list[dossier as usize].clock.engaged = false;
            population.people.drive[row] = stopped(engagement.comeback * days / YEAR);
        }
    }

    /// Finds mentors for those who contribute for the first time in this tick.
    pub(super) fn mentors(
        &mut self,
        population: &Population,
        community: &Community,
        work: &mut Work,
        requests: &Requests,
    ) {
        let rules = self.ground.rules;
        let Some(term) = rules.segments.iter().find_map(|s| s.terms.mentoring) else { return };
        let each = term.each * 60.0;
        // Unused hours lapse, except as many as one newcomer takes.
        work.mentor_minutes = work.mentor_minutes.min(each) + term.hours * 60.0 * self.ground.days() / 7.0;
        let lottery = self.ground.luck.named("mentors").at(u64::from(self.ground.tick));
        let mut new: Vec<(u64, u32)> = Vec::new();
        for effect in &requests.effects {
            let Effect::Did { id, action, .. } = *effect else { continue };
            let terms = &rules.segments[population.segment_of(id)].terms;
            let file = community.dossiers.list.get(population.people.dossier[id as usize] as usize);
            let begins = file.is_none_or(|f| f.clock.part == Part::None);
            if begins && rules.contributes(action as usize) && terms.mentoring.is_some() && terms.engagement.is_some() {
                new.push((lottery.at(u64::from(id)).bits(), id));
            }
        }
        new.sort_unstable();
        new.dedup();
        new.truncate((work.mentor_minutes / each + 1e-9) as usize);
        work.mentor_minutes -= each * new.len() as f64;
        self.mentored = new.into_iter().map(|(_, id)| id).collect();
        self.mentored.sort_unstable();
    }
}
