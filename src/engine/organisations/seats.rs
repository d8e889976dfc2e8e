//! Seats: organisations sit in SIGs, give their hours, are heard, and are assessed.
//!
//! Invariant: a table of seats never holds more organisations than it has places, and none twice; an organisation that leaves the hub, or
//! no longer fits the seat, leaves it free.

use super::hours::hub_side;
use super::would_sit;
use crate::engine::context::TickContext;
use crate::kinds::Asks;
use crate::kinds::barter::Side;
use crate::model::{SeatRule, Sig};
use crate::world::calendar::YEAR;
use crate::world::groups::{Seat, Seats, Served, SigState};
use crate::world::hub::Hub;
use crate::world::org::{Bond, Org, Organisations};
use crate::world::{Population, Work};

/// A SIG at the start: nobody sits.
pub(in crate::engine) fn blank_sig(sig: &Sig) -> SigState {
    SigState { seats: vec![Seats::default(); sig.seats.len()], ..SigState::default() }
}

/// Seats are given up, assessed and filled, each on its dates; then the hours that holders give, and what they are heard for, are summed.
pub(in crate::engine) fn meet(
    population: &Population,
    work: &mut Work,
    organisations: &mut Organisations,
    hub: &Hub,
    ground: &TickContext,
    asks: &mut Asks,
) {
    let sigs = &ground.rules.sigs;
    if sigs.iter().all(|sig| sig.seats.is_empty()) {
        return;
    }
    let side = hub_side(population, organisations, hub, ground);
    for (s, sig) in sigs.iter().enumerate() {
        for (k, rule) in sig.seats.iter().enumerate() {
            let open = sig.on_now && rule.on_now && ground.rules.organisations[rule.group].on_now;
            let orgs = &mut organisations.list;
            let table = Table { orgs, ground, rule, hub: (&side, hub.rationed), open };
            table.meet(&mut work.sigs[s].seats[k]);
        }
    }
    let years = ground.days() / YEAR;
    for org in &mut organisations.list {
        (org.sits, org.heard) = (0.0, 0.0);
    }
    for (sig, state) in sigs.iter().zip(&work.sigs) {
        for (rule, seats) in sig.seats.iter().zip(&state.seats) {
            for seat in &seats.held {
                let org = &mut organisations.list[seat.org];
                let attends = rule.rule.attendance(org.diligence);
                org.sits += attends * rule.rule.hours;
                org.heard += attends * rule.rule.heard;
                asks.quality += attends * rule.rule.requirements * org.size * years;
            }
        }
    }
}

/// One table of seats at one date.
struct Table<'a> {
    orgs: &'a mut [Org],
    ground: &'a TickContext<'a>,
    rule: &'a SeatRule,
    /// The hub's side of an exchange, and the share of the hours asked of it that it has.
    hub: (&'a Side, f64),
    open: bool,
}

impl Table<'_> {
    /// Holders leave, are assessed, and others are seated.
    fn meet(mut self, seats: &mut Seats) {
        let rule = self.rule;
        seats.held.retain(|seat| {
            let org = &self.orgs[seat.org];
            self.open && org.group == rule.group && org.bond == Bond::Inside
        });
        seats.held.truncate(rule.rule.places as usize);
        let tick = self.ground.tick;
        if !self.open || !(tick == 0 || self.ground.due(rule.every)) {
            return;
        }
        let Some(first) = self.orgs.iter().position(|o| o.group == rule.group) else { return };
        let number = self.ground.rules.organisations[rule.group].common.number as usize;
        seats.served.resize(number, Served::default());
        let served = &mut seats.served;
        seats.held.retain(|seat| {
            let falls = rule.rule.attendance(self.orgs[seat.org].diligence) < rule.rule.keep;
            served[seat.org - first].refused |= falls;
            let over = rule.term.is_some_and(|term| f64::from(tick + 1 - seat.since) >= term);
            let stays = !falls && !over && self.gains_by_seat(seat.org, true);
            if !stays {
                self.release_hours(seat.org);
            }
            stays
        });
        let held = |org: usize| seats.held.iter().any(|seat| seat.org == org);
        let mut list: Vec<usize> = (first..first + number)
            .filter(|&o| self.orgs[o].bond == Bond::Inside && !seats.served[o - first].refused && !held(o))
            .collect();
        // Those who have served least come first; among them, the largest.
        list.sort_by(|&a, &b| {
            let times = |o: usize| seats.served[o - first].times;
            let size = |o: usize| self.orgs[o].size;
            times(a).cmp(&times(b)).then(size(b).total_cmp(&size(a))).then(a.cmp(&b))
        });
        for org in list {
            if seats.held.len() >= rule.rule.places as usize {
                break;
            }
            if self.gains_by_seat(org, false) {
                seats.held.push(Seat { org, since: tick });
                seats.served[org - first].times += 1;
                let diligence = self.orgs[org].diligence;
                self.orgs[org].sits += rule.rule.attendance(diligence) * rule.rule.hours;
            }
        }
    }

    /// Whether an organisation gains more by being heard in the seat than its hours there would bring in exchange.
    fn gains_by_seat(&self, org: usize, holds: bool) -> bool {
        let org = &self.orgs[org];
        let rule = &self.rule.rule;
        let attends = rule.attendance(org.diligence);
        let hours = attends * rule.hours;
        let elsewhere = if holds { org.sits - hours } else { org.sits };
        let group = &self.ground.rules.organisations[org.group];
        would_sit(org, group, self.hub, elsewhere, (hours, attends * rule.heard))
    }

    /// Gives an organisation back the hours of a seat that it leaves.
    fn release_hours(&mut self, org: usize) {
        let diligence = self.orgs[org].diligence;
        self.orgs[org].sits -= self.rule.rule.attendance(diligence) * self.rule.rule.hours;
    }
}
