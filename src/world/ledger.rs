//! The ledger pays what is owed until a pool is empty, and counts every point.
//!
//! Invariants: no pool is ever below zero; paid in − paid out = what is left; issued − spent − expired − clawed back = the sum of
//! all balances. All in whole units.

use std::collections::{BTreeMap, VecDeque};

/// Points that will be taken back because the deeds that earned them will be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removal {
    /// Dossier.
    pub dossier: u32,
    /// The rule that gave them.
    pub rule: usize,
    /// How many.
    pub points: i64,
    /// The tick in which they were given.
    pub since: u32,
}

/// A pool of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// As the budget names it.
    pub name: String,
    /// Share of each payment into the budget, in millionths.
    pub share: i64,
    /// Paid in so far.
    pub paid_in: i64,
    /// Paid out so far.
    pub paid_out: i64,
    /// Payments that were owed and could not be made.
    pub unpaid: u64,
}

/// All pools, the count of points, and the points that will be taken back or will expire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// In the order of the scenario.
    pub pools: Vec<Pool>,
    /// Whether all payments have stopped, as in a run that coasts.
    pub stopped: bool,
    /// Points given.
    pub issued: i64,
    /// Points given to accounts that game the rules, for deeds that do so.
    pub farmed: i64,
    /// Points spent on things.
    pub spent: i64,
    /// Points taken back.
    pub clawed_back: i64,
    /// Points that a season, a time or a shock ended.
    pub expired: i64,
    /// Whether balances may lie below zero.
    pub debt: bool,
    /// Points that will be taken back, by the tick in which that happens.
    pub removals: BTreeMap<u32, Vec<Removal>>,
    /// If points expire: when they were given, to which dossier, and how many; the oldest first.
    pub lots: VecDeque<(u32, u32, i64)>,
    /// Whether pools could pay for each prize and thing in the last tick.
    pub payable: Vec<bool>,
    /// For things of which there is a stock: the period, and the number sold in it.
    sold: BTreeMap<usize, (u32, u32)>,
}

impl Ledger {
    /// Pays money in, split by the pools' shares. The remainder of rounding goes to the first pool.
    pub fn fund(&mut self, total: i64) {
        let mut left = total;
        for pool in &mut self.pools {
            let part = (i128::from(total) * i128::from(pool.share) / 1_000_000) as i64;
            pool.paid_in += part;
            left -= part;
        }
        let whole = self.pools.iter().map(|p| p.share).sum::<i64>() >= 999_999;
        if let (true, Some(first)) = (whole, self.pools.first_mut()) {
            first.paid_in += left;
        }
    }
    /// Pays, if the pool can. Returns whether it did. A payment without a pool costs nothing and is always made.
    pub fn pay(&mut self, pool: Option<usize>, amount: i64) -> bool {
        let Some(pool) = pool.and_then(|p| self.pools.get_mut(p)) else { return true };
        if amount == 0 {
            return true;
        }
        if self.stopped || pool.paid_in - pool.paid_out < amount {
            pool.unpaid += 1;
            return false;
        }
        pool.paid_out += amount;
        true
    }
    /// Whether the pool can pay the amount.
    pub fn can_pay(&self, pool: Option<usize>, amount: i64) -> bool {
        pool.and_then(|p| self.pools.get(p)).is_none_or(|p| !self.stopped && p.paid_in - p.paid_out >= amount)
    }
    /// How many of a thing have been sold in a period.
    pub fn sold(&self, thing: usize, period: u32) -> u32 {
        self.sold.get(&thing).filter(|(of, _)| *of == period).map_or(0, |(_, n)| *n)
    }
    /// One more is sold.
    pub fn sell(&mut self, thing: usize, period: u32) {
        let n = self.sold(thing, period);
        self.sold.insert(thing, (period, n + 1));
    }
    /// Money paid out of all pools.
    pub fn paid_out(&self) -> i64 {
        self.pools.iter().map(|p| p.paid_out).sum()
    }
    /// Payments that were owed and could not be made.
    pub fn unpaid(&self) -> u64 {
        self.pools.iter().map(|p| p.unpaid).sum()
    }
    /// Whether the books balance, given the sum of all balances of points.
    pub fn balances(&self, points_held: i64) -> bool {
        let left = self.issued - self.spent - self.expired - self.clawed_back;
        self.pools.iter().all(|p| p.paid_out <= p.paid_in) && left == points_held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pool_pays_until_it_is_empty_and_counts_what_it_could_not_pay() {
        let pool = |name: &str, share| Pool { name: name.to_owned(), share, paid_in: 0, paid_out: 0, unpaid: 0 };
        let mut ledger = Ledger { pools: vec![pool("prizes", 333_334), pool("ads", 666_666)], ..Ledger::default() };
        ledger.fund(1_000);
        assert_eq!(ledger.pools.iter().map(|p| p.paid_in).sum::<i64>(), 1_000);
        assert!(ledger.pay(Some(0), 300) && !ledger.pay(Some(0), 300));
        assert_eq!((ledger.paid_out(), ledger.unpaid()), (300, 1));
        assert!(ledger.balances(0));
    }
}
