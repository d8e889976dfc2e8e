//! The trade-off between goals along a front, and the convergence of the search.
//!
//! Invariant: designs that the runs cannot distinguish are not distinguished. Members are indices into
//! [`Front::members`].

use std::collections::BTreeSet;

use super::super::mean;
use super::{Front, Mark};
use crate::metrics::names;
use crate::plan::Edge;

/// Growth of the front over a quarter of the generations, as a share of its volume, that still counts as none.
const STILL: f64 = 0.01;

/// The effect of more money along the front, as far as the runs can show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trade {
    /// A goal has no value in any design.
    Undefined {
        /// Index into [`Front::goals`].
        goal: usize,
    },
    /// No design holds the limits.
    NoneHolds,
    /// No design is better than the baseline in any goal.
    NothingIsBest,
    /// The baseline is the knee.
    NothingIsKnee {
        /// The baseline.
        nothing: usize,
    },
    /// The knee is no better than the baseline in the main goal, as far as the runs can tell.
    KneeLikeNothing {
        /// The knee.
        knee: usize,
        /// The baseline.
        nothing: usize,
        /// Whether it is worse beyond chance.
        worse: bool,
    },
    /// There is no design.
    Empty,
    /// One design is best in all goals.
    One {
        /// The design.
        design: usize,
    },
    /// One design is best in all goals, including growth and money.
    OneForMoney {
        /// The design.
        design: usize,
    },
    /// Growth or money is not a goal, and the front has a knee.
    KneeOfGoals {
        /// The knee.
        knee: usize,
    },
    /// Growth or money is not a goal, and the front has no knee.
    NoKneeOfGoals,
    /// Growth is equal for the first member and a more expensive one.
    NoGrowth {
        /// The first member.
        first: usize,
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
        /// The first member.
        first: usize,
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

/// A design against the baseline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beyond {
    Better,
    Alike,
    Worse,
}

impl Front {
    /// The effect of more money along the front.
    pub fn trade(&self) -> Trade {
        let designs = self.designs();
        let undefined = |goal: &usize| designs.iter().any(|k| self.members[*k].goals[*goal].value.is_nan());
        // Designs without a value come last, so one on the front means that there is no other.
        if let Some(goal) = (0..self.goals.len()).find(undefined) {
            return Trade::Undefined { goal };
        }
        if !self.holds {
            return Trade::NoneHolds;
        }
        let front = self.on_front();
        let (Some(&first), Some(&last)) = (front.first(), front.last()) else { return Trade::Empty };
        let Some(&design) = designs.first() else {
            return if self.no_better > 0 { Trade::NothingIsBest } else { Trade::Empty };
        };
        let knee = self.knee();
        if let Some(nothing) = knee.filter(|knee| self.members[*knee].is_baseline()) {
            return Trade::NothingIsKnee { nothing };
        }
        if let Some((knee, (nothing, gain))) = knee.and_then(|knee| Some((knee, self.beyond_nothing(knee)?)))
            && gain != Beyond::Better
        {
            return Trade::KneeLikeNothing { knee, nothing, worse: gain == Beyond::Worse };
        }
        let (Some(gain), Some(paid)) = (self.goal("gain"), self.goal(names::MONEY_PAID)) else {
            return match knee {
                _ if designs.len() == 1 => Trade::One { design },
                Some(knee) => Trade::KneeOfGoals { knee },
                None => Trade::NoKneeOfGoals,
            };
        };
        let at = |k: usize, g: usize| self.members[k].goals[g].value;
        let most = front.iter().copied().max_by(|a, b| at(*a, gain).total_cmp(&at(*b, gain))).unwrap_or(first);
        if front.len() > 1 && (most == first || !self.apart(first, most, gain)) {
            return Trade::NoGrowth { first, dear: if most == first { last } else { most } };
        }
        if designs.len() == 1 {
            return Trade::OneForMoney { design };
        }
        match knee.filter(|knee| *knee != most && at(most, gain) > 0.0 && at(most, paid) > 0.0) {
            Some(knee) => {
                let money = at(knee, paid) / at(most, paid);
                match self.apart(knee, most, gain) {
                    true => Trade::Knee { knee, growth: at(knee, gain) / at(most, gain), money },
                    false => Trade::KneeHasAll { knee, money },
                }
            }
            None => Trade::Rises { first, most },
        }
    }

    /// A design against the baseline in the main goal, and the baseline; `None` without a value of either.
    fn beyond_nothing(&self, design: usize) -> Option<(usize, Beyond)> {
        let (nothing, goal) = (self.baseline()?, self.main_goal());
        let (own, base) = (self.members[design].goals[goal].value, self.members[nothing].goals[goal].value);
        if own.is_nan() || base.is_nan() {
            return None;
        }
        let more = if self.goals[goal].most { own > base } else { own < base };
        let beyond = match self.apart(design, nothing, goal) {
            false => Beyond::Alike,
            true if more => Beyond::Better,
            true => Beyond::Worse,
        };
        Some((nothing, beyond))
    }

    /// The neighbours of the knee on the front from which the runs cannot tell it apart in the main goal.
    pub fn like_the_knee(&self) -> Option<(usize, Vec<usize>)> {
        let (front, goal) = (self.on_front(), self.main_goal());
        let knee = self.knee().filter(|knee| !self.members[*knee].is_baseline())?;
        let place = front.iter().position(|k| *k == knee)?;
        let beside =
            [place.checked_sub(1), Some(place + 1)].into_iter().flatten().filter_map(|at| front.get(at).copied());
        Some((knee, beside.filter(|other| !self.apart(knee, *other, goal)).collect()))
    }

    /// Levers at an end of their range in a marked design: the lever, the end, and the designs.
    pub fn at_edges(&self) -> Vec<(usize, Edge, Vec<usize>)> {
        let marked: BTreeSet<usize> = match self.designs().as_slice() {
            [one] => BTreeSet::from([*one]),
            _ => self.best().into_iter().collect(),
        };
        let mut found: Vec<(usize, Edge, Vec<usize>)> = Vec::new();
        for lever in 0..self.members.first().map_or(0, |member| member.levers.len()) {
            for &k in &marked {
                let turned = &self.members[k].levers[lever];
                let Some(edge) = turned.edge.filter(|_| turned.stands) else { continue };
                match found.iter_mut().find(|(known, end, _)| (*known, *end) == (lever, edge)) {
                    Some((_, _, designs)) => designs.push(k),
                    None => found.push((lever, edge, vec![k])),
                }
            }
        }
        found
    }

    /// The knee, and the design that is best in the main goal.
    fn best(&self) -> Vec<usize> {
        let goal = self.main_goal();
        let wanted = |(_, mark): &(usize, Mark)| match mark {
            Mark::Knee => true,
            Mark::End { goal: end } => *end == goal,
        };
        self.marked().into_iter().filter(wanted).map(|(k, _)| k).collect()
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
        let gain = self.goal("gain").filter(|_| self.relative)?;
        let designs = self.designs();
        let over: Vec<f64> =
            designs.iter().map(|k| &self.members[*k]).map(|m| m.promised[gain] - m.goals[gain].value).collect();
        Some(mean(&over)).filter(|over| !over.is_nan())
    }
}
