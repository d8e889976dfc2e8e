//! The hub: what organisations and people have made of the product in a tick.
//!
//! Invariants: what the hub gets is the sum of what organisations give, in their order; money that investors put in reaches the pools by
//! their shares, to the unit.

use crate::engine::context::TickContext;
use crate::engine::organisations::investors::backing;
use crate::engine::organisations::market::deliver;
use crate::engine::people::membership::adopt;
use crate::kinds::flywheel::{Inflow, grown};
use crate::kinds::{Asks, Delivery};
use crate::model::Sig;
use crate::world::calendar::{MONTH, YEAR};
use crate::world::hub::Hub;
use crate::world::maths::{exp, ln};
use crate::world::org::{Bond, Organisations, RESOURCES, Resource};
use crate::world::people::Stage;
use crate::world::{Observed, Population, Tally, Work, World};

/// Deeds a week that are added to both half-years before growth is computed, so that a few deeds more or less are not momentum.
const STEADYING: f64 = 20.0;
/// Log growth up to this size counts as noise.
const DEAD_BAND: f64 = 0.10;

/// Advances the product to the end of the tick.
pub(in crate::engine) fn advance(world: &mut World, ground: &TickContext, asks: Asks) {
    update_momentum(&mut world.hub, &world.observed, ground);
    update_belief(&mut world.hub, &world.tally, ground, asks.announced);
    let years = ground.days() / YEAR;
    let months = ground.days() / MONTH;
    sum_exchange(&world.population, &mut world.organisations, &mut world.hub, ground, months);
    let backing = backing(&world.organisations, ground);
    rivals(&world.organisations, &mut world.hub, ground, backing.defends);
    let (hub, wheel) = (&mut world.hub, &ground.rules.flywheel);
    for (sum, earned) in hub.revenue.iter_mut().zip(asks.revenue) {
        *sum += earned;
    }
    // Smoothed over about a year, so that the payment of one month cannot meet a milestone.
    hub.yearly += asks.revenue[0] - hub.yearly * years;
    let mut merged = 0.0;
    let mut inflow =
        Inflow { years, required: asks.quality, people: world.population.people.len() as f64, ..Inflow::default() };
    for (a, action) in ground.rules.actions.iter().enumerate() {
        // A deed that mimics another is worth nothing.
        inflow.content += action.makes[0] * world.observed.last.worth(a);
        inflow.code += action.makes[1] * world.observed.last.worth(a);
        if action.reviewed {
            merged += action.makes[1] * (world.work.merged[a] as f64 * 1e-6 - world.observed.last.worth(a));
        }
    }
    if wheel.merge_quality > 0.0 {
        // Work for a branch counts when it is merged there; `branches` takes it out below.
        inflow.code += wheel.merge_quality * (merged + world.work.held_back);
    }
    inflow.traded = [&hub.got, &hub.gave].map(|units| units[Resource::Content as usize] * months);
    inflow.content += std::mem::take(&mut world.channels.content);
    inflow.required += std::mem::take(&mut world.channels.quality);
    inflow.code += hub.got[Resource::Code as usize] * months;
    inflow.research = hub.got[Resource::Research as usize] * months;
    branches(&mut world.work, &mut world.hub, ground, &mut inflow);
    let brand = wheel.brand_reach * world.hub.got[Resource::Brand as usize];
    world.hub.factors.reach *= (1.0 + backing.beyond) * exp(brand);
    let capital = (wheel.capital_money * world.hub.got[Resource::Capital as usize] * months).round() as i64;
    if capital > 0 && !world.ledger.stopped {
        world.ledger.fund(capital);
        world.hub.capital += capital;
    }
    if asks.capital > 0 && !world.ledger.stopped {
        world.ledger.fund((asks.capital as f64 * wheel.capital_budget).round() as i64);
        world.hub.capital += asks.capital;
    }
    for (order, graduates) in asks.graduates.into_iter().enumerate() {
        graduate(&mut world.population, &mut world.hub, &mut world.tally, ground, order as u64, graduates);
    }
}

/// Merged code comes onto branches, and releases bring the code on branches to everybody.
fn branches(work: &mut Work, hub: &mut Hub, ground: &TickContext, inflow: &mut Inflow) {
    let releases = |sig: &Sig| sig.release.is_none_or(|every| !sig.on_now || ground.due(every));
    let released: Vec<bool> = ground.rules.sigs.iter().map(releases).collect();
    if !released.is_empty() {
        // Work for a branch counts when it is merged.
        inflow.code = (inflow.code - work.held_back).max(0.0);
        work.held_back = 0.0;
        for (state, &out) in work.sigs.iter_mut().zip(&released) {
            inflow.code += state.fresh;
            if out {
                inflow.released += state.ahead;
                (state.code, state.fresh, state.ahead) = (0.0, 0.0, 0.0);
            }
            inflow.branched += state.fresh;
        }
    }
    let held = ground.rules.flywheel.turn(hub, inflow);
    for state in work.sigs.iter_mut().filter(|state| state.fresh > 0.0) {
        state.ahead += held * state.fresh / inflow.branched;
        state.code += std::mem::take(&mut state.fresh);
    }
}

/// Sums what organisations give and get now, and computes how much of the demand their service covers.
fn sum_exchange(
    population: &Population,
    organisations: &mut Organisations,
    hub: &mut Hub,
    ground: &TickContext,
    months: f64,
) {
    let (mut got, mut gave) = ([0.0; RESOURCES], [0.0; RESOURCES]);
    let (mut service, mut demand, mut traffic, mut gain) = (0.0, 0.0, 0.0, 0.0);
    for org in organisations.list.iter_mut().filter(|o| o.bond == Bond::Inside) {
        org.handed[0] += org.gave[Resource::Content as usize] * months;
        org.handed[1] += org.got[Resource::Content as usize] * months;
        for r in 0..RESOURCES {
            got[r] += org.gave[r];
            gave[r] += org.got[r];
        }
        got[Resource::Code as usize] += org.returned;
        got[Resource::Research as usize] += org.brings[0];
        gave[Resource::Support as usize] += org.supported;
        service += org.service;
        demand += org.demand;
        traffic += org.traffic + org.brings[1];
        gain += org.hub_gain;
    }
    let (coverage, pairs) = match ground.rules.hub_terms.delivery {
        Delivery::Pooled => (if demand > 0.0 { service / demand } else { 1.0 }, None),
        own => deliver(organisations, ground, own),
    };
    let leads = grown(population.all_members(), hub.founders, ground.rules.flywheel.members_leads);
    let sent = ground.rules.flywheel.traffic_people * got[Resource::Traffic as usize];
    (hub.got, hub.gave, hub.traffic, hub.gain) = (got, gave, traffic + sent, gain);
    (hub.coverage, hub.pairs) = (coverage, pairs);
    let demand = ground.rules.organisations.iter().find_map(|g| g.kind.demand(ground.years())).unwrap_or_default();
    hub.curves = demand.map(|projects| projects * leads);
}

/// The best quality and the best bid of rivals; investors block the share `defends` of the bid.
fn rivals(organisations: &Organisations, hub: &mut Hub, ground: &TickContext, defends: f64) {
    let (mut quality, mut bid) = (0.0, 0.0);
    for org in organisations.list.iter().filter(|o| o.bond == Bond::Inside) {
        if let Some(pressure) = ground.rules.organisations[org.group].kind.presses(org, ground.years()) {
            quality = f64::max(quality, pressure.quality);
            bid = f64::max(bid, pressure.bid);
        }
    }
    (hub.rival, hub.bid) = (quality, bid * (1.0 - defends));
}

/// Promises kept, broken and announced move belief.
fn update_belief(hub: &mut Hub, tally: &Tally, ground: &TickContext, announced: u64) {
    let now = (tally.promises_kept, tally.promises_broken);
    let (kept, broken) = (now.0 - hub.promises.0, now.1 - hub.promises.1);
    hub.promises = now;
    if let Some(belief) = ground.rules.belief {
        hub.exposed.relax(belief.kept(ground.days()));
        hub.belief = belief.after(hub.belief, ground.days(), kept, broken, announced);
    }
}

/// Momentum is the log growth of mean deeds a week, the last half year against the one before.
fn update_momentum(hub: &mut Hub, observed: &Observed, ground: &TickContext) {
    let weeks = ground.days() / 7.0;
    let half = Hub::half_year(ground.days());
    let past = &mut hub.past;
    past.push(observed.last.deeds);
    if past.len() > 2 * half {
        past.remove(0);
    }
    if past.len() < 2 * half {
        return;
    }
    let mean = |list: &[u64]| list.iter().sum::<u64>() as f64 / half as f64 / weeks;
    let growth = ln((mean(&past[half..]) + STEADYING) / (mean(&past[..half]) + STEADYING));
    hub.momentum = if growth.abs() < DEAD_BAND { 0.0 } else { growth };
}

/// Graduates come into a segment. Who they are is drawn at an address of their own, whatever happened before.
fn graduate(
    population: &mut Population,
    hub: &mut Hub,
    tally: &mut Tally,
    ground: &TickContext,
    order: u64,
    (segment, number, knowledge): (usize, u64, f64),
) {
    let range = population.segments[segment].clone();
    let n = u64::from(range.end - range.start);
    let luck = ground.luck.named("graduates").at(u64::from(ground.tick)).at(order);
    for k in 0..number {
        let first = ((u128::from(luck.at(k).bits()) * u128::from(n)) >> 64) as u64;
        let free = (0..n).map(|step| range.start + ((first + step) % n) as u32);
        let is_free = |id: &u32| population.people.stage[*id as usize] == Stage::Potential as u8;
        let Some(id) = free.take(4096).find(is_free) else { return };
        adopt(population, tally, ground, id);
        if let Some(knows) = population.people.knowledge.get_mut(id as usize) {
            *knows = knows.max(knowledge as f32);
        }
        hub.graduates += 1;
    }
}
