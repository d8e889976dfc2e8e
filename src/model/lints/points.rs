//! Points: how many can be earned, actions that game them, and rewards that crowd out motivation.

use super::Sentences;
use crate::incentives::Controlling;
use crate::incentives::points::On;
use crate::mechanisms::triggers::Triggers;
use crate::model::{Ladder, Model, Rules};
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::YEAR;

/// The most points that one person may earn on a ladder within a number of ticks; infinite if a rule has no cap.
pub(super) fn most(rules: &Rules, ladder: &Ladder, ticks: f64) -> f64 {
    let counted = rules.points.iter().filter(|p| p.on_now && p.mean() > 0.0 && ladder.counts[p.action]);
    counted
        .map(|p| p.cap.map_or(f64::INFINITY, |(most, period)| f64::from(most) * ((ticks / period).ceil() + 1.0)))
        .sum()
}

/// The points that an average member of a segment earns on a ladder within a number of ticks, without incentives.
pub(super) fn earned(
    scenario: &Scenario,
    model: &Model,
    rules: &Rules,
    ladder: &Ladder,
    segment: usize,
    ticks: f64,
) -> f64 {
    let own =
        scenario.mechanism(&model.segments[segment].name, "triggers").map_or(0.0, |own| own.make::<Triggers>().own);
    let deeds = own * ticks * model.calendar.step.days() / YEAR;
    let plain = &rules.segments[segment].plain;
    // Contributions have rates of their own and are not part of the menu.
    let weight =
        |a: usize| if rules.actions[a].contribution || rules.actions[a].mimics.is_some() { 0.0 } else { plain[a] };
    let all: f64 = (0..rules.actions.len()).map(weight).sum();
    let counted = rules.points.iter().filter(|p| p.on_now && ladder.counts[p.action]);
    counted
        .map(|p| {
            let earned = deeds * weight(p.action) / all.max(f64::MIN_POSITIVE) * p.mean();
            p.cap.map_or(earned, |(most, period)| earned.min(f64::from(most) * (ticks / period).max(1.0)))
        })
        .sum()
}

/// Actions that give more points per hour than the action that they mimic.
pub(super) fn farmed(rules: &Rules, list: &mut Sentences) {
    for action in &rules.actions {
        let Some(of) = action.mimics.filter(|_| action.who.contains(&true)) else { continue };
        let honest = &rules.actions[of];
        let given = |judged: bool| -> f64 {
            let rules = rules.points.iter().filter(|p| p.on_now && p.action == of && (p.on == On::Done || !judged));
            rules.map(|p| p.mean() * if judged { 1.0 - p.quality } else { 1.0 }).sum()
        };
        let gain = given(true) * (1.0 - action.detection) - action.detection * action.penalty as f64;
        let hour = |points: f64, hours: f32| points / f64::from(hours.max(0.01));
        let (farms, works) = (hour(gain, action.effort), hour(given(false), honest.effort));
        if gain > 0.0 && farms > works {
            let (farms, works) = (format!("{farms:.0}"), format!("{works:.0}"));
            list.push(say!("lint-farmed", action = &action.name, farms = farms, honest = &honest.name, works = works));
        }
    }
}

/// Controlling rewards for actions that people like to do without them.
pub(super) fn controlling(rules: &Rules, list: &mut Sentences) {
    for prize in &rules.prizes {
        let felt = prize.prize.controlling;
        if matches!(felt, Controlling::None | Controlling::Praise) {
            continue;
        }
        let action = &rules.actions[prize.action];
        let liked = rules.segments.iter().any(|segment| {
            let open = segment.plain.iter().filter(|weight| **weight > 0.0).count();
            let all: f64 = segment.plain.iter().sum();
            open > 1 && segment.plain[prize.action] > 1.5 * all / open as f64
        });
        if liked {
            list.push(say!("lint-controlling", prize = &prize.name, action = &action.name));
        }
    }
}
