//! Investor: invests in rounds when milestones are met, and supports the product beside its money.
//!
//! A round pays a tranche when members, organisations, momentum and revenue all reach their targets; each next round
//! multiplies the targets. A strategic investor that has invested defends against rivals and wins orders; a bank is
//! heard among capital and beyond, for a time. An investor may value the hub as a multiple of revenue: a round of t at
//! a value of w buys t / (w + t), dilutes all other shares, and waits for a return on the money paid; while the hub has
//! no revenue its value is 0 and no share is sold. When funding stops, rounds stop. Limits: with milestones that cannot
//! be met, the budget does not change; if it blocks the whole of a bid, no bid is left; the share of enterprises that
//! joined through its orders is 1 − exp(−orders · t).

use super::{Asks, Backing, Kind, Make, Outlook};
use crate::params;
use crate::registry::Entry;
use crate::world::maths::exp;
use crate::world::org::{Org, Stake};

pub(super) const ROW: Entry<Make> = Entry {
    name: "investor",
    id: "kind-investor",
    knobs: Investor::KNOBS,
    make: |settings, _| Box::new(settings.make::<Investor>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Investor: "kind-investor" {
        members: f64 = number("people", 0.0..=1e12, 0.0);
        organisations: f64 = number("organisations", 0.0..=1e9, 0.0);
        momentum: f64 = number("log-a-half-year", -10.0..=10.0, -10.0).guess();
        revenue: f64 = number("money-a-year", 0.0..=1e15, 0.0).guess();
        step: f64 = number("times", 1.0..=100.0, 3.0).cited("T2D3", "https://techcrunch.com/2015/02/01/the-saas-travel-adventure/");
        rounds: u64 = count("rounds", 0..=100, 3);
        tranche: i64 = count("money", 0..=1_000_000_000_000_000, 0);
        grows: f64 = number("times", 0.0..=100.0, 2.0).guess();
        defends: f64 = number("share", 0.0..=1.0, 0.0).guess();
        multiple: f64 = number("years-of-revenue", 0.0..=1e6, 0.0);
        returns: f64 = number("times", 0.0..=1e6, 0.0);
        orders: f64 = rate(0.0..=1000.0, 0.0).guess();
        circle: f64 = number("times", 0.0..=1000.0, 0.0).guess();
        beyond: f64 = number("times", 0.0..=1000.0, 0.0).guess();
        remembered: f64 = duration(1.0..=36_525.0, 182.625).guess();
        stays: Option<f64> = maybe_duration(1.0..=36_525.0);
    }
}

/// Indices into `Org::state`: years from the start to the first and to the last round, and the number of rounds.
const FIRST: usize = 0;
const LAST: usize = 1;
const ROUNDS: usize = 2;

impl Investor {
    /// Whether its share has grown as much as it requires before the next round.
    fn pleased(&self, org: &Org, revenue: f64) -> bool {
        let Stake { share, paid } = org.stake;
        paid <= 0.0 || share * self.multiple * revenue >= self.returns * paid
    }
}

impl Kind for Investor {
    fn act(&self, org: &mut Org, outlook: &Outlook, _months: f64, asks: &mut Asks) {
        let asked = libm::pow(self.step, org.done as f64);
        let met = outlook.members >= self.members * asked
            && outlook.inside >= self.organisations * asked
            && outlook.revenue >= self.revenue * asked
            && outlook.momentum >= self.momentum
            && self.pleased(org, outlook.revenue);
        let begun = org.state[ROUNDS] > 0.0;
        let stays = !begun || self.stays.is_none_or(|days| outlook.years - org.state[FIRST] < days / 365.25);
        if org.done < self.rounds && met && stays && !outlook.stopped {
            let money = (self.tranche as f64 * org.size * libm::pow(self.grows, org.done as f64)).round();
            asks.capital += money as i64;
            asks.announced += 1;
            let sold = self.puts_in(org, outlook.years, money, outlook.revenue);
            asks.sold.push(((org.group, org.ordinal), sold));
            org.done += 1;
        }
    }
    fn puts_in(&self, org: &mut Org, years: f64, money: f64, revenue: f64) -> f64 {
        if org.state[ROUNDS] == 0.0 {
            org.state[FIRST] = years;
        }
        org.state[LAST] = years;
        org.state[ROUNDS] += 1.0;
        let worth = self.multiple * revenue;
        if worth <= 0.0 || money <= 0.0 {
            return 0.0;
        }
        org.stake.paid += money;
        money / (worth + money)
    }
    fn multiple(&self) -> f64 {
        self.multiple
    }
    fn backs(&self, org: &Org, years: f64) -> Option<Backing> {
        let gone = self.stays.is_some_and(|days| years - org.state[FIRST] >= days / 365.25);
        if org.state[ROUNDS] == 0.0 || gone {
            return None;
        }
        let heard = exp(-(years - org.state[LAST]) * 365.25 / self.remembered);
        Some(Backing {
            defends: self.defends,
            orders: self.orders,
            circle: self.circle * heard,
            beyond: self.beyond * heard,
        })
    }
}
