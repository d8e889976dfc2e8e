//! Mentors: which newcomers have one for their first contribution.
//!
//! Invariant: mentors never give more than their hours; where those do not reach, a lot decides, not the order of people.

use super::settlement::Settlement;
use crate::world::World;
use crate::world::dossier::Part;
use crate::world::requests::{Effect, Requests};

impl Settlement<'_> {
    /// Finds mentors for those who contribute for the first time in this tick.
    pub(super) fn mentors(&mut self, world: &mut World, requests: &Requests) {
        let rules = self.ground.rules;
        let Some(term) = rules.segments.iter().find_map(|s| s.terms.mentoring) else { return };
        let each = term.each * 60.0;
        // Hours lapse, but for what one newcomer takes.
        world.mentor_minutes = world.mentor_minutes.min(each) + term.hours * 60.0 * f64::from(world.tick_days) / 7.0;
        let lottery = self.ground.luck.named("mentors").at(u64::from(world.tick));
        let mut new: Vec<(u64, u32)> = Vec::new();
        for effect in &requests.effects {
            let Effect::Did { id, action, .. } = *effect else { continue };
            let terms = &rules.segments[world.segment_of(id)].terms;
            let file = world.dossiers.list.get(world.people.dossier[id as usize] as usize);
            let begins = file.is_none_or(|f| f.clock.part == Part::None);
            if begins && rules.contributes(action as usize) && terms.mentoring.is_some() && terms.engagement.is_some() {
                new.push((lottery.at(u64::from(id)).bits(), id));
            }
        }
        new.sort_unstable();
        new.dedup();
        new.truncate((world.mentor_minutes / each + 1e-9) as usize);
        world.mentor_minutes -= each * new.len() as f64;
        self.mentored = new.into_iter().map(|(_, id)| id).collect();
        self.mentored.sort_unstable();
    }
}
