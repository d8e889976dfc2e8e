//! The menu: what the rules in force offer to everybody in this tick.
//!
//! Invariant: an offer that its pool cannot pay is not on the menu; cut-offs are those of the last tick.

use super::publicity::expected_size;
use crate::incentives::points::On;
use crate::model::{Ladder, Rules, Tier};
use crate::world::World;
use crate::world::calendar::{YEAR, Yearly, period};
use crate::world::menu::{Judged, Measure, Menu, Offer};
use crate::world::promises::Promise;
use crate::world::requests::ACTIONS;

/// What everybody is offered in this tick.
pub(in crate::engine) fn menu(world: &World, rules: &Rules) -> Menu {
    let mut menu = Menu { tick: world.tick, counted: rules.counted, ..Menu::default() };
    for (a, action) in rules.actions.iter().enumerate() {
        menu.relief[a] = action.relief;
        menu.barriers[a] = action.barrier;
        menu.teaches[a] = action.teaches;
        menu.honest[a] = action.mimics.is_none();
        let counted_as = action.mimics.unwrap_or(a);
        menu.pointed[a] = rules
            .points
            .iter()
            .any(|p| p.earns(&rules.calendar, world.tick) && p.mean() > 0.0 && p.action == counted_as);
    }
    for prize in &rules.prizes {
        let (chance, _) = prize.prize.odds();
        let slot = &mut menu.promised[prize.action];
        *slot = 1.0 - (1.0 - *slot) * (1.0 - chance as f32);
        let payable = world.ledger.can_pay(prize.pool, prize.prize.cost.max(1));
        menu.payable.push(payable);
        if prize.prize.cost > 0 && payable {
            let hours = f64::from(rules.actions[prize.action].effort.max(0.01));
            menu.pull[prize.action] += rules.pay.pull(prize.prize.weight() * prize.prize.cost as f64 / hours) as f32;
        }
    }
    if !rules.shop.is_empty() {
        for (promised, step) in menu.promised.iter_mut().zip(point_steps(rules, world.tick, |_| true)) {
            *promised = promised.max(step.min(1.0));
        }
    }
    for campaign in &rules.campaigns {
        let runs = (campaign.from..campaign.until).contains(&world.tick);
        if runs && world.ledger.can_pay(campaign.pool, (campaign.cost.ceil() as i64).max(1)) {
            menu.paid += campaign.intensity;
            menu.reach += campaign.reach;
        }
    }
    menu.reach += world.hub.endorsed.iter().map(|(reach, _)| *reach as f32).sum::<f32>();
    menu.expects = expected_size(&world.hub, rules, world.tick);
    for badge in &rules.badges {
        let mut steps = [0.0; ACTIONS];
        steps[badge.action] = 1.0;
        menu.offers.push(Offer {
            worth: badge.worth,
            bar: badge.at as f32,
            rivals: 0.0,
            steps,
            measure: Measure::Count { action: badge.action, endowed: badge.endowed as f32 },
            window: f32::INFINITY,
            judged: Judged::AtOnce,
            tier: None,
            badge: Some(badge.bit),
            once: None,
            immune: 0.0,
            loss: false,
            staff: true,
        });
    }
    for item in &rules.shop {
        let left =
            item.stock.is_none_or(|(most, ticks)| world.ledger.sold(item.index, period(world.tick, ticks)) < most);
        let payable = left && world.ledger.can_pay(item.pool, item.cost.max(1));
        menu.payable.push(payable);
        if payable {
            menu.offers.push(Offer {
                worth: item.worth * world.hub.belief as f32,
                bar: item.price(world.population.all_members()) as f32,
                rivals: 0.0,
                steps: point_steps(rules, world.tick, |_| true),
                measure: Measure::Balance,
                window: f32::INFINITY,
                judged: Judged::AtOnce,
                tier: None,
                badge: None,
                once: item.each.map(|(most, ticks)| (item.index, period(world.tick, ticks), most)),
                immune: 0.0,
                loss: false,
                staff: false,
            });
        }
    }
    for (index, ladder) in rules.ladders.iter().enumerate().filter(|(_, l)| l.on_now) {
        for (k, tier) in ladder.tiers.iter().enumerate().filter(|(_, t)| t.on_now) {
            entry_offer(&mut menu, world, rules, index, ladder, k, tier);
            review_offer(&mut menu, world, rules, index, ladder, k, tier);
        }
    }
    menu
}

/// Ticks until the next date, if dates come every `every` ticks.
fn ticks_until(tick: u32, every: f64) -> f32 {
    (every - f64::from(tick) % every) as f32
}

/// Ticks until the next of the dates that come at an interval, or on a day of each year; `None` if there are none.
fn next_date(rules: &Rules, tick: u32, every: Option<f64>, day: Option<Yearly>) -> Option<f32> {
    let dates = every.map(|every| ticks_until(tick, every));
    let days = day.map(|day| rules.calendar.ticks_until(tick, day) as f32);
    dates.into_iter().chain(days).reduce(f32::min)
}

/// Points that one deed of each action earns; an action that mimics another earns the points of that one.
fn point_steps(rules: &Rules, tick: u32, counts: impl Fn(usize) -> bool) -> [f32; ACTIONS] {
    let mut steps = [0.0; ACTIONS];
    for (a, action) in rules.actions.iter().enumerate() {
        let counted_as = action.mimics.unwrap_or(a);
        if counts(counted_as) {
            steps[a] = rules
                .points
                .iter()
                .filter(|p| p.earns(&rules.calendar, tick) && p.action == counted_as)
                .map(|p| p.mean().max(0.0) as f32)
                .sum();
        }
    }
    steps
}

/// Counted deeds on a ladder that one deed of each action adds.
fn deed_steps(rules: &Rules, ladder: &Ladder) -> [f32; ACTIONS] {
    let mut steps = [0.0; ACTIONS];
    for (a, action) in rules.actions.iter().enumerate() {
        let counted_as = action.mimics.unwrap_or(a);
        // Work that must be merged cannot be mimicked.
        if ladder.counts[counted_as] && (ladder.on == On::Done || action.mimics.is_none()) {
            steps[a] = 1.0;
        }
    }
    steps
}

/// Puts the boundary between a tier and the one below on the menu.
fn entry_offer(menu: &mut Menu, world: &World, rules: &Rules, index: usize, ladder: &Ladder, k: usize, tier: &Tier) {
    let state = &world.community.ladders[index][k];
    let believed = world.hub.believes(&Promise::Tier(index, k)) as f32;
    let mut worth = tier.worth * believed;
    let seats = tier.places(world.population.all_members());
    if let Some(seats) = seats.filter(|seats| state.holders.len() as u32 >= *seats) {
        // Hope: the share of the seats that become free in a year, measured since the tier began.
        let freed = (state.promoted + state.demoted + state.exited) as f32;
        let ticks = world.tick - state.since.unwrap_or(world.tick);
        let years = (ticks as f32 * world.tick_days / 365.25).max(0.25);
        worth *= (freed / years / seats.max(1) as f32).min(1.0);
    }
    if tier.is_decided() {
        // Hope: people learn how many of those who stood were let in.
        let year = YEAR / f64::from(world.tick_days);
        worth *= state.hope(year / tier.between_dates(year)) as f32;
    }
    if worth <= 0.0 || tier.chance <= 0.0 {
        return;
    }
    let by_points = tier.points.is_some() && tier.deeds.is_none()
        || tier.deeds.is_none() && tier.rank_by != crate::incentives::ladder::RankBy::Deeds;
    let grown = tier.grows.times(world.population.all_members()) as f32;
    let bar = if by_points { tier.points } else { tier.deeds }.map(|bar| bar * grown);
    let Some(bar) = bar.into_iter().chain(state.cut).reduce(f32::max) else { return };
    let ranked = state.cut.is_some_and(|cut| cut >= bar);
    menu.offers.push(Offer {
        worth,
        bar,
        rivals: if ranked { 1.0 / (state.rivals.max(2) - 1) as f32 } else { 0.0 },
        steps: if by_points { point_steps(rules, world.tick, |a| ladder.counts[a]) } else { deed_steps(rules, ladder) },
        measure: if by_points { Measure::WindowPoints(tier.window) } else { Measure::WindowDeeds(tier.window) },
        window: tier.within as f32,
        judged: match next_date(rules, world.tick, tier.every, tier.on_day).unwrap_or(0.0) {
            // People respond to a promised tier before it opens.
            _ if world.tick < tier.opens => Judged::In((tier.opens - world.tick) as f32),
            0.0 => Judged::AtOnce,
            ticks => Judged::In(ticks),
        },
        tier: Some((index, tier.from)),
        badge: None,
        once: None,
        immune: 0.0,
        loss: false,
        staff: ladder.staff,
    });
}

/// Puts the floor of a review on the menu, for those who stand on the tier.
fn review_offer(menu: &mut Menu, world: &World, rules: &Rules, index: usize, ladder: &Ladder, k: usize, tier: &Tier) {
    if tier.worth <= 0.0 || !tier.is_reviewed() {
        return;
    }
    let judged = match (tier.review, tier.review_day) {
        (_, Some(day)) => Judged::In(rules.calendar.ticks_until(world.tick, day) as f32),
        (every, None) => Judged::Every(every.unwrap_or(1.0) as f32),
    };
    let here = Some((index, k as u8 + 1));
    let floors = [
        (tier.keep_deeds, Measure::WindowDeeds(tier.keep_window)),
        (tier.keep_points, Measure::WindowPoints(tier.keep_window)),
    ];
    for (floor, measure) in floors.into_iter().filter(|(floor, _)| *floor > 0.0) {
        menu.offers.push(Offer {
            worth: tier.worth * world.hub.believes(&Promise::Tier(index, k)) as f32,
            bar: floor * tier.hysteresis,
            rivals: 0.0,
            steps: match measure {
                Measure::WindowPoints(_) => point_steps(rules, world.tick, |a| ladder.counts[a]),
                _ => deed_steps(rules, ladder),
            },
            measure,
            window: tier.keep_within as f32,
            judged,
            tier: here,
            badge: None,
            once: None,
            immune: tier.immunity,
            loss: true,
            staff: ladder.staff,
        });
    }
}
