//! The menu: what the rules in force offer to everybody at the beginning of a tick.
//!
//! Invariant: a menu is a function of the rules and of last tick's cut-offs; nobody sees anything newer.

use super::dossier::{Dossiers, Part};
use super::requests::ACTIONS;
use super::window::Span;

/// What a boundary is measured on.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are what they say")]
pub enum Measure {
    /// Points at hand.
    Balance,
    /// Deeds of one action, ever, plus those given at the start.
    Count { action: usize, endowed: f32 },
    /// Points in a window.
    WindowPoints(Span),
    /// Counted deeds in a window.
    WindowDeeds(Span),
}

/// When a result is compared with the bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Judged {
    /// As soon as the bar is passed.
    AtOnce,
    /// After this many ticks, for everybody alike.
    In(f32),
    /// At this interval from a holder's entry on the tier, ticks.
    Every(f32),
}

/// Something to be gained by passing a bar, or lost by falling below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it is worth, logits.
    pub worth: f32,
    /// The bar, in the units of the measure.
    pub bar: f32,
    /// If places are ranked: 1 / (rivals − 1), the variance of the cut-off as a share of the variance of a person's own result. Otherwise
    /// 0.
    pub rivals: f32,
    /// What one deed of each action adds to the measure.
    pub steps: [f32; ACTIONS],
    /// What is measured.
    pub measure: Measure,
    /// The number of ticks over which it is measured.
    pub window: f32,
    /// When it is judged.
    pub judged: Judged,
    /// Only for those who stand on this tier of this ladder.
    pub tier: Option<(usize, u8)>,
    /// Only for those who have not won this badge.
    pub badge: Option<u32>,
    /// Only for those who have bought fewer of a thing in a period: thing, period and the most.
    pub once: Option<(usize, u32, u32)>,
    /// Ticks after entry on the tier in which it is not asked for.
    pub immune: f32,
    /// Whether it is something held already that may be lost.
    pub loss: bool,
    /// Whether it is also for those who are paid to contribute.
    pub staff: bool,
}

/// Everything that is offered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Menu {
    /// Boundaries.
    pub offers: Vec<Offer>,
    /// Expected pay of one deed, as logits, for everybody.
    pub pull: [f32; ACTIONS],
    /// Promised chance of a reward for one deed.
    pub promised: [f32; ACTIONS],
    /// Whether an action earns points, so that it is worth farming.
    pub pointed: [bool; ACTIONS],
    /// What one deed of each action relieves of each need.
    pub relief: [[f32; 6]; ACTIONS],
    /// Additional cost of the first time, logits.
    pub barriers: [f32; ACTIONS],
    /// Knowledge that one deed of each action passes to others.
    pub teaches: [f32; ACTIONS],
    /// Whether an action is counted anywhere, and so is seen by others.
    pub counted: [bool; ACTIONS],
    /// Whether an action mimics no other.
    pub honest: [bool; ACTIONS],
    /// Factor on the paid trigger rate.
    pub paid: f32,
    /// Factor on the external hazard of adoption.
    pub reach: f32,
    /// The size of the community that is announced.
    pub expects: Expects,
    /// Whether the pools can pay for each prize, and then for each thing in the shop.
    pub payable: Vec<bool>,
    /// The tick in which it is offered.
    pub tick: u32,
}

/// The announced size of the community, which people expect in addition to the members whom they meet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expects {
    /// Announced members, as a share of everybody.
    pub share: f64,
    /// How far the announcement is believed; 0 if nothing is announced.
    pub weight: f64,
}

impl Expects {
    /// The share of members that a person expects who meets the share `met`.
    pub fn of(&self, met: f64) -> f64 {
        if self.weight > 0.0 && self.share > met { self.weight * self.share + (1.0 - self.weight) * met } else { met }
    }
}

impl Menu {
    /// The position of a person relative to an offer, in the units of its measure; `None` if the offer is not for them. A person without a
    /// dossier has done nothing that counts and is in the open community.
    pub fn position(&self, offer: &Offer, dossiers: &Dossiers, dossier: u32) -> Option<f32> {
        let Some(file) = dossiers.list.get(dossier as usize) else {
            let endowed = if let Measure::Count { endowed, .. } = offer.measure { endowed } else { 0.0 };
            return offer.tier.is_none_or(|(_, tier)| tier == 0).then_some(endowed);
        };
        if !offer.staff && file.clock.part == Part::Staff {
            return None;
        }
        if offer.badge.is_some_and(|bit| file.badges >> bit & 1 == 1) {
            return None;
        }
        if let Some((ladder, _)) = offer.tier.filter(|_| offer.immune > 0.0)
            && self.tick as f32 - dossiers.standing(dossier, ladder).entered < offer.immune
        {
            return None;
        }
        if offer.once.is_some_and(|(thing, period, most)| dossiers.bought(thing, dossier, period) >= most) {
            return None;
        }
        if offer.tier.is_some_and(|(ladder, tier)| dossiers.standing(dossier, ladder).tier != tier) {
            return None;
        }
        Some(match offer.measure {
            Measure::Balance => file.balance as f32,
            Measure::Count { action, endowed } => file.counts[action] as f32 + endowed,
            Measure::WindowPoints(span) => dossiers.window(dossier, span, self.tick).0,
            Measure::WindowDeeds(span) => dossiers.window(dossier, span, self.tick).1,
        })
    }

    /// The variance of the change until a person at `x` is judged, if deeds continue at the same rate and come by chance. The mean does not
    /// change: a moving window loses as much as it gains.
    pub fn to_come(&self, offer: &Offer, dossiers: &Dossiers, dossier: u32, x: f32) -> f32 {
        let now = self.tick;
        let left = match offer.judged {
            Judged::AtOnce => return 0.0,
            Judged::In(ticks) => ticks,
            Judged::Every(every) => {
                let entered = offer
                    .tier
                    .filter(|_| (dossier as usize) < dossiers.list.len())
                    .map_or(now as f32, |(l, _)| dossiers.standing(dossier, l).entered);
                every - (now as f32 - entered).max(0.0) % every
            }
        };
        let step = offer.steps.iter().fold(0.0, |most: f32, step| most.max(*step));
        // What counts for ever has come in the time since they began.
        let began = dossiers.list.get(dossier as usize).map_or(0.0, |file| file.first_merged);
        let window = if offer.window.is_finite() { offer.window } else { now as f32 - began };
        x / window.max(1.0) * left * step
    }
}
