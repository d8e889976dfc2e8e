//! Barter: exchange of resources between an organisation and the hub, by comparative advantage.
//!
//! For each side, a unit that it makes costs a number of its own hours, and a unit that it gets saves a number of its
//! own hours; the hours of the two sides are never compared. The organisation gives resource k for resource i if, for a
//! unit of k, the hub would pay more of i than the organisation asks (Ricardo 1817). The price is the geometric mean of
//! the two limits. Invariant: every trade leaves both sides better off; no side works more hours than it has.

use crate::world::maths::ln;
use crate::world::org::{ByResource, RESOURCES};

/// One side of an exchange: an organisation, or the hub.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Side {
    /// Hours available, a month.
    pub hours: f64,
    /// Hours to make a unit; zero: it cannot be made.
    pub costs: ByResource,
    /// Hours that a unit saves; zero: of no use.
    pub worth: ByResource,
    /// Most units of any one resource that it can take, a month.
    pub absorbs: f64,
}

/// The agreed exchange.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Deal {
    /// Units that the organisation gives, a month.
    pub gives: ByResource,
    /// Units that it gets, a month.
    pub gets: ByResource,
    /// Hours that the hub works for it, a month.
    pub hub_hours: f64,
    /// Gain of the organisation, in its own hours a month.
    pub gain: f64,
    /// Gain of the hub, in its own hours a month.
    pub hub_gain: f64,
}

/// A pair of resources with the range of prices that both sides accept, in units of `gets` for one unit of `gives`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Index of the resource that the organisation gives.
    pub gives: usize,
    /// Index of the resource that it gets.
    pub gets: usize,
    /// The lowest price that the organisation accepts.
    pub least: f64,
    /// The highest price that the hub accepts.
    pub most: f64,
}

impl Pair {
    /// The price: both sides gain by the same factor.
    pub fn terms(&self) -> f64 {
        libm::sqrt(self.least * self.most)
    }
}

/// All pairs from which both sides gain, widest range first.
pub fn pairs(org: &Side, hub: &Side) -> Vec<Pair> {
    let mut list = Vec::new();
    for gives in (0..RESOURCES).filter(|k| org.costs[*k] > 0.0 && hub.worth[*k] > 0.0) {
        for gets in (0..RESOURCES).filter(|i| *i != gives && hub.costs[*i] > 0.0 && org.worth[*i] > 0.0) {
            let (least, most) = (org.costs[gives] / org.worth[gets], hub.worth[gives] / hub.costs[gets]);
            if most > least {
                list.push(Pair { gives, gets, least, most });
            }
        }
    }
    list.sort_by(|a, b| {
        (b.most / b.least).total_cmp(&(a.most / a.least)).then((a.gives, a.gets).cmp(&(b.gives, b.gets)))
    });
    list
}

/// The driving force of each resource, `[to the hub, to the organisation][resource]`: ln(most/least) of the widest
/// range of prices at which it would move in that direction. `None` if it cannot move.
pub fn potentials(org: &Side, hub: &Side) -> [[Option<f64>; RESOURCES]; 2] {
    let mut list = [[None; RESOURCES]; 2];
    for gives in (0..RESOURCES).filter(|k| org.costs[*k] > 0.0 && hub.worth[*k] > 0.0) {
        for gets in (0..RESOURCES).filter(|i| *i != gives && hub.costs[*i] > 0.0 && org.worth[*i] > 0.0) {
            let range = org.worth[gets] / org.costs[gives] * (hub.worth[gives] / hub.costs[gets]);
            for (way, resource) in [(0, gives), (1, gets)] {
                let slot: &mut Option<f64> = &mut list[way][resource];
                *slot = Some(slot.map_or(ln(range), |most| most.max(ln(range))));
            }
        }
    }
    list
}

/// The exchange of an organisation with the hub, which has `hub_hours` for it.
pub fn deal(org: &Side, hub: &Side, hub_hours: f64) -> Deal {
    let mut deal = Deal::default();
    let (mut mine, mut theirs) = (org.hours, hub_hours);
    for pair in pairs(org, hub) {
        let terms = pair.terms();
        let most = [
            mine / org.costs[pair.gives],
            theirs / (terms * hub.costs[pair.gets]),
            (org.absorbs - deal.gets[pair.gets]) / terms,
            hub.absorbs - deal.gives[pair.gives],
        ];
        let units = most.into_iter().fold(f64::INFINITY, f64::min);
        if units <= 0.0 {
            continue;
        }
        let back = units * terms;
        deal.gives[pair.gives] += units;
        deal.gets[pair.gets] += back;
        mine -= units * org.costs[pair.gives];
        theirs -= back * hub.costs[pair.gets];
        deal.hub_hours += back * hub.costs[pair.gets];
        deal.gain += back * org.worth[pair.gets] - units * org.costs[pair.gives];
        deal.hub_gain += units * hub.worth[pair.gives] - back * hub.costs[pair.gets];
    }
    deal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(hours: f64, first: f64, second: f64) -> Side {
        let mut costs = [0.0; RESOURCES];
        (costs[0], costs[4]) = (first, second);
        Side { hours, costs, worth: costs, absorbs: 1e9 }
    }

    #[test]
    fn both_sides_of_every_deal_gain_and_nobody_works_more_than_they_can() {
        for (a, b, c, d) in [(100.0, 120.0, 90.0, 80.0), (3.0, 1.0, 2.0, 5.0), (10.0, 11.0, 10.0, 10.5)] {
            let (org, hub) = (side(220.0, a, b), side(170.0, c, d));
            let made = deal(&org, &hub, hub.hours);
            assert!(made.gain > 0.0 && made.hub_gain > 0.0);
            let worked: f64 = (0..RESOURCES).map(|r| made.gives[r] * org.costs[r]).sum();
            assert!(worked <= org.hours * (1.0 + 1e-12) && made.hub_hours <= hub.hours * (1.0 + 1e-12));
            assert_eq!(pairs(&org, &hub).len(), 1, "each gives only what it is better at");
        }
    }

    #[test]
    fn equal_ratios_leave_nothing_to_trade() {
        let (org, hub) = (side(100.0, 2.0, 3.0), side(100.0, 4.0, 6.0));
        assert_eq!(deal(&org, &hub, 100.0), Deal::default());
    }
}
