//! The trade-off between goals along a front, and the convergence of the search.
//!
//! Invariant: designs that the runs cannot distinguish are not distinguished. Members are indices into
//! [`Front::members`].

use super::Front;
use crate::metrics::names;

/// Growth of the front over a quarter of the generations, as a share of its volume, that still counts as none.
const STILL: f64 = 0.01;

/// The effect of more money along the front, as far as the runs can show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trade {
    /// No design holds the limits.
    NoneHolds,
    /// There is no design.
    Empty,
    /// One design is best in all goals.
    One,
    /// One design is best in all goals, including growth and money.
    OneForMoney,
    /// Growth or money is not a goal, and the front has a knee.
    KneeOfGoals {
        /// The knee.
        knee: usize,
    },
    /// Growth or money is not a goal, and the front has no knee.
    NoKneeOfGoals,
    /// Growth is equal for the first member and a more expensive one.
    NoGrowth {
        /// The member with the largest growth, or the most expensive one if the first has the largest.
        dear: usize,
    },
    /// The growth of the knee cannot be distinguished from the largest.
    KneeHasAll {
        /// The knee.
        knee: usize,
        /// Its money, as a share of that of the member with the largest growth.
        money: f64,
    },
    /// The knee gives part of the largest growth for part of its money.
    Knee {
        /// The knee.
        knee: usize,
        /// Its growth, as a share of the largest.
        growth: f64,
        /// Its money, as a share of that of the member with the largest growth.
        money: f64,
    },
    /// Growth rises with money, without a knee.
    Rises {
        /// The member with the largest growth.
        most: usize,
    },
}

/// Whether a search has converged, from the volume of its front over the last quarter of the generations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Convergence {
    /// There are no generations.
    NotBegun,
    /// There are too few generations.
    TooFew {
        /// Number of generations.
        generations: usize,
    },
    /// The front did not grow.
    Converged {
        /// Number of generations compared.
        over: usize,
    },
    /// The front was still growing.
    Grew {
        /// Number of generations compared.
        over: usize,
        /// Growth as a share of its volume.
        by: f64,
    },
    /// The front shrank when its designs were run again.
    FellBack {
        /// Number of generations compared.
        over: usize,
        /// Loss as a share of its volume.
        by: f64,
    },
}

impl Front {
    /// The effect of more money along the front.
    pub fn trade(&self) -> Trade {
        if !self.holds {
            return Trade::NoneHolds;
        }
        let Some(last) = self.members.len().checked_sub(1) else { return Trade::Empty };
        let (Some(gain), Some(paid)) = (self.goal("gain"), self.goal(names::MONEY_PAID)) else {
            return match self.knee() {
                _ if last == 0 => Trade::One,
                Some(knee) => Trade::KneeOfGoals { knee },
                None => Trade::NoKneeOfGoals,
            };
        };
        if last == 0 {
            return Trade::OneForMoney;
        }
        let at = |k: usize, g: usize| self.members[k].goals[g].value;
        let most = (0..=last).max_by(|a, b| at(*a, gain).total_cmp(&at(*b, gain))).unwrap_or(0);
        if most == 0 || !self.apart(0, most, gain) {
            return Trade::NoGrowth { dear: if most == 0 { last } else { most } };
        }
        match self.knee().filter(|knee| *knee != most && at(most, gain) > 0.0 && at(most, paid) > 0.0) {
            Some(knee) => {
                let money = at(knee, paid) / at(most, paid);
                match self.apart(knee, most, gain) {
                    true => Trade::Knee { knee, growth: at(knee, gain) / at(most, gain), money },
                    false => Trade::KneeHasAll { knee, money },
                }
            }
            None => Trade::Rises { most },
        }
    }

    /// Whether the search has converged.
    pub fn progress(&self) -> Convergence {
        let volumes: Vec<f64> = self.generations.iter().map(|g| g.volume).collect();
        let n = volumes.len().saturating_sub(1);
        let over = n.div_ceil(4);
        let (Some(now), Some(then)) = (volumes.last(), volumes.get(n - over.min(n))) else {
            return Convergence::NotBegun;
        };
        if n < 4 || *now <= 0.0 {
            return Convergence::TooFew { generations: n };
        }
        let grew = (now - then) / now;
        match grew {
            _ if grew.abs() < STILL => Convergence::Converged { over },
            _ if grew > 0.0 => Convergence::Grew { over, by: grew },
            _ => Convergence::FellBack { over, by: -grew },
        }
    }

    /// The excess of the search's estimate of growth over that of fresh runs, mean over the members; `None` if growth
    /// is not a share or not a goal.
    pub fn promised_above(&self) -> Option<f64> {
        let gain = self.goal("gain").filter(|_| self.relative && !self.members.is_empty())?;
        let over = self.members.iter().map(|m| m.promised[gain] - m.goals[gain].value).sum::<f64>();
        Some(over / self.members.len() as f64)
    }
}
