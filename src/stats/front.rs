//! The Pareto front of a search: no design on it can improve in one goal without loss in another. Also the designs on
//! it that the runs cannot distinguish.
//!
//! The baseline is a member too, whether or not it is on the front. Invariant: members are in increasing order of money (or of the first
//! goal, if money is not a goal), and every figure is from runs that the search did not use for selection; a goal without a value is NaN.

use serde::{Deserialize, Serialize};

use super::quantile;
use crate::metrics::names;

mod parts;
mod trade;

pub use parts::{Estimate, Generation, Goal, Member, Standing, Turned};
pub use trade::{Convergence, Trade};

/// The results of a search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Front {
    pub scenario: String,
    pub title: String,
    pub question: String,
    pub currency: String,
    pub horizon: String,
    pub seed: u64,
    pub people: u64,
    /// The metric of `gain`.
    pub headline: String,
    /// Whether `gain` is a share of the baseline's mean.
    pub relative: bool,
    pub goals: Vec<Goal>,
    /// "mean", "p25", "p10" or "worst".
    pub robust: String,
    pub worlds: usize,
    /// Money that a design may spend.
    pub budget: Option<f64>,
    /// The limits in the words of the scenario.
    pub limits: Vec<String>,
    pub levers: usize,
    /// The designs on the front.
    pub members: Vec<Member>,
    /// Whether its designs hold the limits; if none does, the only member is the one with the smallest breach.
    pub holds: bool,
    /// Goals of every design that was tried and holds the limits, as estimated by the search: `[design][goal]`.
    pub tried: Vec<Vec<f64>>,
    /// Number of designs on the search's front that are not on the front of the fresh runs.
    pub fallen: usize,
    /// Number of designs on the front of the fresh runs that are no better than the baseline in any goal, and so were left out.
    #[serde(default)]
    pub no_better: usize,
    pub generations: Vec<Generation>,
    /// Number of runs of the search and of the final judgement.
    pub runs: usize,
}

/// Why a member is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is nearest to the best of all goals.
    Knee,
    /// It has the best value of a goal.
    End {
        /// Index into [`Front::goals`].
        goal: usize,
    },
}

impl Front {
    /// The index of a goal, by its text.
    pub fn goal(&self, text: &str) -> Option<usize> {
        self.goals.iter().position(|goal| goal.text == text)
    }

    /// Sorts the members and assigns their letters.
    pub(crate) fn sort(&mut self) {
        let by = self.goal(names::MONEY_PAID).unwrap_or(0);
        let at = |member: &Member, goal: usize| member.goals.get(goal).map_or(0.0, |estimate| estimate.value);
        let last = self.goals.len().saturating_sub(1);
        self.members.sort_by(|a, b| {
            let rest = (0..=last).map(|goal| at(a, goal).total_cmp(&at(b, goal)));
            let baseline_first = b.is_baseline().cmp(&a.is_baseline());
            rest.fold(at(a, by).total_cmp(&at(b, by)).then(baseline_first), std::cmp::Ordering::then)
        });
        let designs = self.members.iter_mut().filter(|member| !member.is_baseline());
        designs.enumerate().for_each(|(k, member)| member.letter = letter(k));
        let baseline = self.members.iter_mut().filter(|member| member.is_baseline());
        baseline.for_each(|member| "0".clone_into(&mut member.letter));
    }

    /// The members that are designs.
    pub fn designs(&self) -> Vec<usize> {
        (0..self.members.len()).filter(|k| !self.members[*k].is_baseline()).collect()
    }

    /// The baseline among the members.
    pub fn baseline(&self) -> Option<usize> {
        self.members.iter().position(Member::is_baseline)
    }

    /// The members on the front: the designs, and the baseline if no design is better on every goal.
    pub fn on_front(&self) -> Vec<usize> {
        let on = |k: &usize| self.members[*k].standing.is_none_or(|standing| standing == Standing::OnFront);
        (0..self.members.len()).filter(on).collect()
    }

    /// The goal by which designs are recommended: growth, or else the first that is maximised, or else the first.
    pub fn main_goal(&self) -> usize {
        self.goal("gain").or_else(|| self.goals.iter().position(|goal| goal.most)).unwrap_or(0)
    }

    /// The marked designs, the knee first; none for a front of one design.
    pub(crate) fn marked(&self) -> Vec<(usize, Mark)> {
        let designs = self.designs();
        if designs.len() < 2 {
            return Vec::new();
        }
        let knee = self.knee().filter(|k| !self.members[*k].is_baseline());
        let mut marks: Vec<(usize, Mark)> = knee.map(|k| (k, Mark::Knee)).into_iter().collect();
        for (goal, wanted) in self.goals.iter().enumerate() {
            let sign = if wanted.most { -1.0 } else { 1.0 };
            let value = |k: &usize| sign * self.members[*k].goals.get(goal).map_or(0.0, |estimate| estimate.value);
            let valued = || designs.iter().copied().filter(|k| !value(k).is_nan());
            let best = valued().min_by(|a, b| value(a).total_cmp(&value(b)));
            // An end that several members share is not marked.
            let alone = |best: &usize| valued().filter(|k| value(k) == value(best)).count() == 1;
            marks.extend(best.filter(alone).map(|best| (best, Mark::End { goal })));
        }
        marks
    }

    /// The member of the front nearest to the best of all goals, with each goal scaled from the best to the worst of the front;
    /// `None` if no member is nearer than any mixture of the end members.
    pub fn knee(&self) -> Option<usize> {
        let valued = |k: &usize| self.members[*k].goals.iter().all(|goal| !goal.value.is_nan());
        let members: Vec<usize> = self.on_front().into_iter().filter(valued).collect();
        if members.len() < 3 {
            return None;
        }
        let (mut distance, mut sum, mut moving) = (vec![0.0; members.len()], vec![0.0; members.len()], 0.0);
        for (g, goal) in self.goals.iter().enumerate() {
            let sign = if goal.most { -1.0 } else { 1.0 };
            let values: Vec<f64> = members.iter().map(|k| sign * self.members[*k].goals[g].value).collect();
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if high > low {
                moving += 1.0;
                for (k, x) in values.iter().enumerate() {
                    let share = (x - low) / (high - low);
                    distance[k] += share * share;
                    sum[k] += share;
                }
            }
        }
        // On the plane between the ends, the shares add up to the number of goals minus one; a knee is below it.
        let nearest = (0..distance.len()).min_by(|a, b| distance[*a].total_cmp(&distance[*b]));
        nearest.filter(|k| sum[*k] < moving - 1.0).map(|k| members[k])
    }

    /// Whether the runs distinguish two designs in a goal: the 80 % interval of the difference under common luck
    /// excludes zero.
    pub fn apart(&self, a: usize, b: usize, goal: usize) -> bool {
        let (a, b) = (&self.members[a], &self.members[b]);
        let mut differences: Vec<f64> = match (a.drawn.get(goal), b.drawn.get(goal)) {
            (Some(x), Some(y)) => x.iter().zip(y).map(|(x, y)| x - y).filter(|x| !x.is_nan()).collect(),
            _ => Vec::new(),
        };
        if differences.is_empty() {
            return a.goals[goal].low > b.goals[goal].high || b.goals[goal].low > a.goals[goal].high;
        }
        differences.sort_by(f64::total_cmp);
        quantile(&differences, 0.1) > 0.0 || quantile(&differences, 0.9) < 0.0
    }

    /// Groups of adjacent members whose differences in all goals are within chance, or within one hundredth of the
    /// front's width.
    pub fn groups(&self) -> Vec<Vec<usize>> {
        let width = |goal: usize| {
            let values = self.members.iter().map(|m| m.goals[goal].value);
            let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
            high - low
        };
        let near = |a: usize, b: usize| {
            (0..self.goals.len()).all(|goal| {
                let (a_is, b_is) = (self.members[a].goals[goal].value, self.members[b].goals[goal].value);
                let known = a_is.is_nan() == b_is.is_nan();
                known && ((a_is - b_is).abs() <= 0.01 * width(goal) || !self.apart(a, b, goal))
            })
        };
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for k in 0..self.members.len() {
            match groups.last_mut() {
                Some(group) if near(group[0], k) => group.push(k),
                _ => groups.push(vec![k]),
            }
        }
        groups
    }

    /// At most `most` members to show, in the order of the front: the baseline and the named ones, then those furthest from the members
    /// already chosen.
    pub fn shown(&self, most: usize) -> Vec<usize> {
        let n = self.members.len();
        let mut shown: Vec<usize> =
            (0..n).filter(|k| self.members[*k].is_baseline() || !self.members[*k].called.is_empty()).collect();
        while shown.len() < most.min(n) {
            let distance = |k: &usize| shown.iter().map(|other| other.abs_diff(*k)).min().unwrap_or(n);
            let Some(next) = (0..n).filter(|k| !shown.contains(k)).max_by_key(|k| (distance(k), n - k)) else { break };
            shown.push(next);
        }
        shown.sort_unstable();
        shown
    }
}

/// A, B, …, Z, AA, AB, …
fn letter(k: usize) -> String {
    let last = char::from(b'A' + (k % 26) as u8);
    if k < 26 { last.to_string() } else { letter(k / 26 - 1) + &last.to_string() }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::Band;
    use super::*;

    pub(crate) fn front(points: &[(f64, f64)]) -> Front {
        let goal =
            |text: &str, most: bool| Goal { text: text.to_owned(), says: text.to_owned(), most, unit: String::new() };
        let member = |&(gain, paid): &(f64, f64)| Member {
            letter: String::new(),
            called: Vec::new(),
            keys: Vec::new(),
            design: String::new(),
            levers: Vec::new(),
            rules: String::new(),
            from: String::new(),
            goals: [gain, paid].map(|value| Estimate { value, low: value, high: value, missing: 0 }).to_vec(),
            drawn: Vec::new(),
            gain: Band::default(),
            better: 0.5,
            cost: paid,
            overload: 0.0,
            promised: vec![gain, paid],
            runs: 8,
            standing: None,
        };
        let mut front = Front {
            scenario: String::new(),
            title: String::new(),
            question: String::new(),
            currency: "CNY".to_owned(),
            horizon: String::new(),
            seed: 1,
            people: 1,
            headline: String::new(),
            relative: true,
            goals: vec![goal("gain", true), goal("money-paid", false)],
            robust: "mean".to_owned(),
            worlds: 1,
            budget: None,
            limits: Vec::new(),
            levers: 1,
            members: points.iter().map(member).collect(),
            holds: true,
            tried: Vec::new(),
            fallen: 0,
            no_better: 0,
            generations: Vec::new(),
            runs: 8,
        };
        front.sort();
        front
    }

    #[test]
    fn neighbours_that_chance_alone_tells_apart_are_one() {
        let mut front = front(&[(0.40, 100.0), (0.39, 99.5), (0.02, 1.0)]);
        for member in &mut front.members {
            (member.goals[0].low, member.goals[0].high) = (member.goals[0].value - 0.02, member.goals[0].value + 0.02);
        }
        assert_eq!(front.groups(), [vec![0], vec![1, 2]]);
        // Equal intervals, with draws that show which is ahead under common luck.
        for (k, member) in front.members.iter_mut().enumerate() {
            member.drawn =
                vec![(0..50).map(|r| f64::from(r) + 0.01 * k as f64).collect(), vec![member.goals[1].value * 10.0; 50]];
        }
        assert!(front.apart(1, 2, 0));
    }

    #[test]
    fn a_front_that_does_not_bend_has_no_knee() {
        assert_eq!(front(&[(0.40, 100.0), (0.02, 50.0), (0.01, 1.0)]).knee(), None);
    }

    #[test]
    fn two_designs_have_no_knee_and_one_has_no_names() {
        assert_eq!(front(&[(0.4, 9.0), (0.1, 1.0)]).knee(), None);
        assert_eq!(front(&[(0.4, 9.0)]).marked(), []);
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
