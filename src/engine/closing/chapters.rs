//! Chapters: who leads them, how many meetings people remember, and how many more leaders there is room for.
//!
//! Invariants: if a chapter caps its leaders, nobody who lives there comes onto the tier while the chapter is full, and nobody loses the
//! tier because of the cap; no meeting is held unless it is paid for.

use crate::engine::context::TickContext;
use crate::model::Chapter;
use crate::world::calendar::YEAR;
use crate::world::groups::ChapterState;
use crate::world::ledger::Ledger;
use crate::world::{Community, TierState};

/// Chapters at the start: people remember as many meetings as their leaders would have held.
pub(in crate::engine) fn set_up(community: &mut Community, ledger: &mut Ledger, ground: &TickContext) {
    advance_by(community, ledger, ground, f64::INFINITY);
}

/// One tick of all chapters.
pub(in crate::engine) fn advance(community: &mut Community, ledger: &mut Ledger, ground: &TickContext) {
    advance_by(community, ledger, ground, ground.days() / YEAR);
}

/// The same over `years`; if infinite, until nothing changes any more.
fn advance_by(community: &mut Community, ledger: &mut Ledger, ground: &TickContext, years: f64) {
    let rules = ground.rules;
    if rules.chapters.is_empty() {
        return;
    }
    let mut leaders = vec![0_u32; rules.chapters.len()];
    for (index, ladder) in rules.ladders.iter().enumerate().filter(|(_, l)| l.on_now) {
        for (k, state) in community.ladders[index].iter().enumerate().filter(|(k, _)| ladder.tiers[*k].on_now) {
            if rules.chapters.iter().any(|c| c.leads == (index, k)) {
                for_each_leader(community, ground, (index, k), state, |chapter| leaders[chapter] += 1);
            }
        }
    }
    for ((chapter, state), leaders) in rules.chapters.iter().zip(&mut community.chapters).zip(leaders) {
        let before = std::mem::take(state);
        let ChapterState { ahead, meetings, .. } = before;
        *state = ChapterState { ahead, meetings, ..ChapterState::default() };
        if chapter.on_now {
            let met = hold_meetings(chapter, state, leaders, years, ledger);
            let remembered = chapter.rule.remembered(before.remembered, if met { leaders } else { 0 }, years);
            let (reach, leave) = chapter.rule.felt(remembered);
            *state = ChapterState { leaders, remembered, reach, leave, ..*state };
        }
    }
}

/// Pays for the meetings of `years`, each in full before it begins. Returns whether they are held. Meetings before the run need no pay.
fn hold_meetings(chapter: &Chapter, state: &mut ChapterState, leaders: u32, years: f64, ledger: &mut Ledger) -> bool {
    let meetings = chapter.rule.meetings(leaders) * years;
    if years.is_infinite() || meetings <= 0.0 {
        return true;
    }
    // A small tolerance: rounding over many ticks may make a whole meeting a little too small.
    while chapter.rule.cost > 0 && state.ahead < meetings - 1e-9 {
        if !ledger.pay(chapter.pool, chapter.rule.cost) {
            state.meetings[1] += meetings;
            return false;
        }
        state.ahead += 1.0;
    }
    state.ahead = (state.ahead - meetings).max(0.0);
    state.meetings[0] += meetings;
    true
}

/// Calls `each` with a chapter that the tier leads, once for each holder who lives there.
fn for_each_leader(
    community: &Community,
    ground: &TickContext,
    leads: (usize, usize),
    state: &TierState,
    mut each: impl FnMut(usize),
) {
    for &dossier in &state.holders {
        let id = community.dossiers.list[dossier as usize].id;
        let segment = ground.model.segment_of(id);
        let own = ground.rules.chapters_of(segment, ground.person(id));
        own.filter(|c| ground.rules.chapters[*c].leads == leads).for_each(&mut each);
    }
}

/// Room for leaders of one tier, chapter by chapter.
pub(in crate::engine) struct Room {
    /// Which tier; `None` if no chapter caps it.
    leads: Option<(usize, usize)>,
    /// Places left in each chapter.
    left: Vec<u32>,
}

impl Room {
    /// The room that is left now on tier `k` of ladder `index`.
    pub(in crate::engine) fn new(community: &Community, ground: &TickContext, index: usize, k: usize) -> Self {
        let caps = |c: &Chapter| c.on_now && c.leads == (index, k) && c.rule.leaders.is_some();
        if !ground.rules.chapters.iter().any(caps) {
            return Room { leads: None, left: Vec::new() };
        }
        let cap = |c: &Chapter| if caps(c) { c.rule.leaders.unwrap_or(u32::MAX) } else { u32::MAX };
        let mut left: Vec<u32> = ground.rules.chapters.iter().map(cap).collect();
        for_each_leader(community, ground, (index, k), &community.ladders[index][k], |c| {
            left[c] = left[c].saturating_sub(1)
        });
        Room { leads: Some((index, k)), left }
    }
    /// Whether any chapter caps the tier.
    pub(in crate::engine) fn caps(&self) -> bool {
        self.leads.is_some()
    }
    /// Takes a place for a person in each of their chapters, if all have one. Returns whether it did.
    pub(in crate::engine) fn takes(&mut self, ground: &TickContext, id: u32) -> bool {
        let Some(leads) = self.leads else { return true };
        let own = ground.rules.chapters_of(ground.model.segment_of(id), ground.person(id));
        let own: Vec<usize> = own.filter(|c| ground.rules.chapters[*c].leads == leads).collect();
        let free = own.iter().all(|c| self.left[*c] > 0);
        if free {
            own.iter().for_each(|c| self.left[*c] -= u32::from(self.left[*c] < u32::MAX));
        }
        free
    }
}

/// Factors on the external hazard of adoption and on the hazard of leaving, from the chapters of a person.
pub(in crate::engine) fn factors(
    ground: &TickContext,
    chapters: &[ChapterState],
    segment: usize,
    id: u32,
) -> (f64, f64) {
    let own = ground.rules.chapters_of(segment, ground.person(id));
    own.fold((1.0, 1.0), |(reach, leave), c| (reach * chapters[c].reach, leave * chapters[c].leave))
}

/// The highest factor on adoption that anybody of a segment may have.
pub(in crate::engine) fn highest_reach(ground: &TickContext, chapters: &[ChapterState], segment: usize) -> f64 {
    let here = ground.rules.chapters.iter().zip(chapters).filter(|(c, _)| c.on_now && c.segment == segment);
    here.map(|(_, state)| state.reach).product()
}
