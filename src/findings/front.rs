//! The front of a search in words: the names of its members, what more money buys, whether the search has converged, and how the members
//! perform on fresh luck.
//!
//! Invariant: no sentence distinguishes members that the runs cannot distinguish.

use crate::metrics::names;
use crate::say;
use crate::stats::front::{Convergence, Front, Goal, Mark, Trade};
use crate::words::number::percent;

impl Front {
    /// Puts the front in order and names its designs.
    pub fn arrange(&mut self) {
        self.sort();
        self.members.iter_mut().for_each(|member| member.called.clear());
        for (k, mark) in self.marked() {
            let name = match mark {
                Mark::Knee => say!("finding-front-knee"),
                Mark::End { goal } => end(&self.goals[goal]),
            };
            self.members[k].called.push(name);
        }
    }

    /// What more money buys along the front: a clause.
    pub fn finding(&self) -> String {
        let letter = |k: usize| self.members[k].letter.as_str();
        let figure = |k: usize, g: usize| self.goals[g].figure(&self.currency, self.members[k].goals[g].value);
        let of = |k: usize, goal: &str| self.goal(goal).map_or(String::new(), |g| figure(k, g));
        let (growth, money) = (|k: usize| of(k, "gain"), |k: usize| of(k, names::MONEY_PAID));
        let last = self.members.len().saturating_sub(1);
        match self.trade() {
            Trade::NoneHolds => {
                say!("finding-front-none-holds", limits = super::all_of(self.limits.iter().cloned()))
            }
            Trade::Empty => say!("finding-front-empty"),
            Trade::One => say!("finding-front-one"),
            Trade::OneForMoney => say!("finding-front-one-for-money", growth = growth(0), money = money(0)),
            Trade::KneeOfGoals { knee } => {
                say!("finding-front-knee-of-goals", knee = letter(knee), designs = self.members.len())
            }
            Trade::NoKneeOfGoals => say!(
                "finding-front-no-knee-of-goals",
                first = letter(0),
                last = letter(last),
                goal = &self.goals[0].says,
                from = figure(0, 0),
                to = figure(last, 0)
            ),
            Trade::NoGrowth { dear } => say!(
                "finding-front-no-growth",
                growth = growth(0),
                money = money(0),
                design = letter(0),
                dear_growth = growth(dear),
                dear_money = money(dear),
                dear_design = letter(dear)
            ),
            Trade::KneeHasAll { knee, money } => {
                say!("finding-front-knee-has-all", knee = letter(knee), growth = growth(knee), money = percent(money))
            }
            Trade::Knee { knee, growth, money } => say!(
                "finding-front-knee-has-part",
                knee = letter(knee),
                growth = percent(growth),
                money = percent(money)
            ),
            Trade::Rises { most } => say!(
                "finding-front-rises",
                growth = growth(0),
                money = money(0),
                design = letter(0),
                most_growth = growth(most),
                most_money = money(most),
                most_design = letter(most)
            ),
        }
    }

    /// Whether the search has converged: a sentence without a full stop.
    pub fn convergence(&self) -> String {
        match self.progress() {
            Convergence::NotBegun => String::new(),
            Convergence::TooFew { generations } => say!("finding-search-too-short", generations = generations),
            Convergence::Converged { over } => say!("finding-search-converged", over = over),
            Convergence::Grew { over, by } => say!("finding-search-grew", over = over, share = percent(by)),
            Convergence::FellBack { over, by } => say!("finding-search-fell-back", over = over, share = percent(by)),
        }
    }

    /// How the front of the search performed on fresh luck.
    pub fn fresh(&self) -> String {
        let runs = self.members.first().map_or(0, |member| member.runs);
        let mut text = match self.worlds > 1 {
            true => say!("finding-fresh-in-worlds", runs = runs, worlds = self.worlds),
            false => say!("finding-fresh", runs = runs),
        };
        if self.fallen > 0 {
            let (fallen, all) = (self.fallen.to_string(), (self.fallen + self.members.len()).to_string());
            text += &say!("finding-fresh-fallen", count = self.fallen, fallen = fallen, all = all);
        }
        if let Some(above) = self.promised_above().filter(|above| above.abs() >= 0.005) {
            let way = if above > 0.0 { "above" } else { "below" };
            let points = (above.abs() * 100.0).round() as usize;
            text += &say!("finding-fresh-promised", count = points, points = points.to_string(), way = way);
        }
        text
    }
}

/// The name of the member that has the best value of a goal.
fn end(goal: &Goal) -> String {
    match (goal.most, goal.text.as_str()) {
        (true, "gain") => say!("finding-front-largest-growth"),
        (false, "money-paid") => say!("finding-front-cheapest"),
        (false, "burnout-exits") => say!("finding-front-least-overload"),
        (true, text) => say!("finding-front-most", goal = text),
        (false, text) => say!("finding-front-least", goal = text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::front::Generation;
    use crate::stats::front::tests::front as sorted;
    use crate::words::number::GLUE;

    fn front(points: &[(f64, f64)]) -> Front {
        let mut front = sorted(points);
        front.arrange();
        front
    }

    #[test]
    fn the_knee_and_the_ends_have_names() {
        let front = front(&[(0.40, 100.0), (0.30, 20.0), (0.02, 1.0), (0.33, 60.0)]);
        let named: Vec<String> =
            front.members.iter().map(|m| format!("{} {}", m.letter, m.called.join(", "))).collect();
        assert_eq!(named, ["A cheapest", "B knee", "C ", "D largest growth"]);
        assert_eq!(
            front.finding().replace(GLUE, " "),
            "B is the knee: 75 % of the largest growth for 20 % of the money"
        );
        assert_eq!(front.shown(3), [0, 1, 3]);
    }

    #[test]
    fn what_more_money_buys_is_told_as_far_as_runs_can_tell() {
        let mut front = front(&[(0.06, 100.0), (0.05, 1.0)]);
        assert_eq!(
            front.finding().replace(GLUE, " "),
            "Growth rises with money, from 0.05 for 1 (A) to 0.06 for 100 (B), without a knee"
        );
        for member in &mut front.members {
            (member.goals[0].low, member.goals[0].high) = (0.03, 0.08);
        }
        assert!(front.finding().starts_with("More money buys no detectable growth"));
    }

    #[test]
    fn a_search_that_stands_still_has_converged_and_no_other() {
        let told = |volumes: &[f64]| {
            let mut front = front(&[(0.4, 9.0)]);
            front.generations =
                volumes.iter().map(|v| Generation { designs: 1, runs: 1, front: 1, volume: *v }).collect();
            front.convergence()
        };
        assert!(told(&[0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.8, 0.804, 0.804]).starts_with("The search has converged"));
        assert!(told(&[0.1, 0.3, 0.5, 0.6, 0.62, 0.64, 0.66, 0.7, 0.8]).starts_with("The search has not converged"));
        assert!(told(&[0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.8, 0.7, 0.7]).starts_with("Luck drives the search"));
        assert!(told(&[0.1, 0.3]).contains("too few"));
    }
}
