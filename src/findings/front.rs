//! The front of a search in words: the names of its members, what more money buys, whether the search has converged, and how the members
//! perform on fresh luck.
//!
//! Invariant: no sentence distinguishes members that the runs cannot distinguish.

use crate::metrics::names;
use crate::plan::Edge;
use crate::say;
use crate::stats::front::{Convergence, Estimate, Front, Goal, Mark, Standing, Trade};
use crate::words::number::{percent, range};

impl Front {
    /// Puts the front in order and names its designs.
    pub fn arrange(&mut self) {
        self.sort();
        for member in &mut self.members {
            member.called.clear();
            member.keys.clear();
        }
        for (k, mark) in self.marked() {
            let (name, key) = match mark {
                Mark::Knee => (say!("finding-front-knee"), "knee".to_owned()),
                Mark::End { goal } => (end(&self.goals[goal]), self.goals[goal].key()),
            };
            self.members[k].called.push(name);
            self.members[k].keys.push(key);
        }
    }

    /// What more money buys along the front: a clause.
    pub fn finding(&self) -> String {
        // The baseline has a name that says more than its letter.
        let letter = |k: usize| match &self.members[k] {
            member if member.is_baseline() => member.design.as_str(),
            member => member.letter.as_str(),
        };
        let figure = |k: usize, g: usize| self.goals[g].figure(&self.currency, self.members[k].goals[g].value);
        let of = |k: usize, goal: &str| self.goal(goal).map_or(String::new(), |g| figure(k, g));
        let (growth, money) = (|k: usize| of(k, "gain"), |k: usize| of(k, names::MONEY_PAID));
        let front = self.on_front();
        let (first, last) = (front.first().copied().unwrap_or(0), front.last().copied().unwrap_or(0));
        let nothing = |k: usize| self.members[k].design.clone();
        let main = &self.goals[self.main_goal()].says;
        match self.trade() {
            Trade::Undefined { goal } => say!("finding-front-undefined", goal = &self.goals[goal].says),
            Trade::NoneHolds => {
                say!("finding-front-none-holds", limits = super::all_of(self.limits.iter().cloned()))
            }
            Trade::Empty => say!("finding-front-empty"),
            Trade::NothingIsBest => {
                say!("finding-front-nothing-is-best", baseline = self.baseline().map_or(String::new(), nothing))
            }
            Trade::NothingIsKnee { nothing: knee } => say!("finding-front-nothing-is-knee", baseline = nothing(knee)),
            Trade::KneeLikeNothing { knee, nothing: base, worse } => say!(
                "finding-front-knee-like-nothing",
                knee = letter(knee),
                goal = main,
                baseline = nothing(base),
                how = if worse { "worse" } else { "alike" }
            ),
            Trade::One { design } => say!("finding-front-one", design = letter(design)),
            Trade::OneForMoney { design } => {
                say!("finding-front-one-for-money", growth = growth(design), money = money(design))
            }
            Trade::KneeOfGoals { knee } => {
                say!("finding-front-knee-of-goals", knee = letter(knee), designs = front.len())
            }
            Trade::NoKneeOfGoals => say!(
                "finding-front-no-knee-of-goals",
                first = letter(first),
                last = letter(last),
                goal = &self.goals[0].says,
                from = figure(first, 0),
                to = figure(last, 0)
            ),
            Trade::NoGrowth { first, dear } => say!(
                "finding-front-no-growth",
                growth = growth(first),
                money = money(first),
                design = letter(first),
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
            Trade::Rises { first, most } => say!(
                "finding-front-rises",
                growth = growth(first),
                money = money(first),
                design = letter(first),
                most_growth = growth(most),
                most_money = money(most),
                most_design = letter(most)
            ),
        }
    }

    /// What a knee is, and how far the runs tell it from its neighbours: sentences without a full stop.
    pub fn about_the_knee(&self) -> Vec<String> {
        let Some((knee, alike)) = self.like_the_knee() else { return Vec::new() };
        let letter = |k: usize| self.members[k].letter.clone();
        let mut list = vec![say!("finding-front-knee-is")];
        // That it is like the baseline is the finding itself.
        let alike: Vec<String> = alike.into_iter().filter(|k| !self.members[*k].is_baseline()).map(letter).collect();
        if !alike.is_empty() {
            let goal = &self.goals[self.main_goal()].says;
            let others = super::all_of(alike);
            list.push(say!("finding-front-knee-alike", knee = letter(knee), goal = goal, others = others));
        }
        list
    }

    /// How the baseline stands beside the front: a sentence without a full stop, empty if there is nothing to say.
    pub fn nothing(&self) -> String {
        let Some(k) = self.baseline() else { return String::new() };
        let member = &self.members[k];
        let (letter, baseline) = (member.letter.as_str(), member.design.as_str());
        match member.standing {
            Some(Standing::Beaten) => say!("finding-front-baseline-beaten", letter = letter, baseline = baseline),
            Some(Standing::BreaksLimits) => say!("finding-front-baseline-breaks", letter = letter, baseline = baseline),
            Some(Standing::Undefined) => {
                let goal = member.goals.iter().position(|goal| goal.value.is_nan()).unwrap_or(0);
                let goal = &self.goals[goal].says;
                say!("finding-front-baseline-undefined", letter = letter, baseline = baseline, goal = goal)
            }
            _ if self.no_better > 0 => {
                say!("finding-front-no-better", count = self.no_better, letter = letter, baseline = baseline)
            }
            _ => String::new(),
        }
    }

    /// The best designs that lie at an end of a lever's range: sentences without a full stop.
    pub fn edges(&self) -> Vec<String> {
        let sentence = |(lever, edge, designs): (usize, Edge, Vec<usize>)| {
            let turned = &self.members[designs[0]].levers[lever];
            let letters = super::all_of(designs.iter().map(|k| self.members[*k].letter.clone()));
            let end = match edge {
                Edge::Lower => "lower",
                Edge::Upper => "upper",
            };
            say!("finding-front-edge", designs = letters, end = end, lever = &turned.says, value = &turned.value)
        };
        self.at_edges().into_iter().map(sentence).collect()
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
            let all = self.fallen + self.no_better + self.designs().len();
            let (fallen, all) = (self.fallen.to_string(), all.to_string());
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

/// An estimate with its interval and the runs without a value, in words; `runs`: number of all runs.
pub fn estimate(goal: &Goal, currency: &str, found: &Estimate, runs: usize) -> String {
    let figure = |x: f64| goal.figure(currency, x);
    let missing = || say!("finding-no-value", missing = found.missing.to_string(), runs = runs.to_string());
    let known = match found.value {
        value if value.is_nan() => return missing(),
        value if found.low == found.high || found.low.is_nan() => figure(value),
        value => format!("{} ({})", figure(value), range(&figure(found.low), &figure(found.high))),
    };
    if found.missing > 0 { format!("{known}, {}", missing()) } else { known }
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

    /// The first member as the baseline.
    fn beside_nothing(points: &[(f64, f64)]) -> Front {
        let mut front = sorted(points);
        front.members[0].standing = Some(Standing::OnFront);
        front.members[0].design = "Nothing".to_owned();
        front.arrange();
        front
    }

    #[test]
    fn a_knee_is_recommended_only_if_it_is_better_than_nothing() {
        let mut front = beside_nothing(&[(0.0, 0.0), (0.30, 20.0), (0.33, 60.0), (0.40, 100.0)]);
        assert_eq!(front.members.iter().map(|m| m.letter.as_str()).collect::<Vec<_>>(), ["0", "A", "B", "C"]);
        assert_eq!(front.members[1].called.join(", "), "knee, cheapest");
        assert_eq!(
            front.finding().replace(GLUE, " "),
            "A is the knee: 75 % of the largest growth for 20 % of the money"
        );
        assert_eq!(front.about_the_knee().len(), 1);
        (front.members[1].goals[0].low, front.members[1].goals[0].high) = (-0.1, 0.7);
        assert_eq!(
            front.finding(),
            "No design is recommended: A, nearest to the best of all goals, cannot be told apart from Nothing in gain"
        );
        assert_eq!(front.about_the_knee()[1], "These runs cannot tell A from B in gain");
    }

    #[test]
    fn a_knee_that_is_worse_than_nothing_is_not_recommended() {
        // Overload instead of money: less of it, for less growth.
        let mut front = beside_nothing(&[(-0.02, 1.0), (-0.2, 0.8), (0.01, 9.0), (0.0, 8.5)]);
        for member in &mut front.members {
            member.standing = None;
        }
        let base = front.members.iter().position(|m| m.goals[1].value > 8.9).unwrap();
        front.members[base].standing = Some(Standing::OnFront);
        front.members[base].design = "Nothing".to_owned();
        front.goals[1].text = "burnout-exits".to_owned();
        front.arrange();
        assert_eq!(
            front.finding(),
            "No design is recommended: B, nearest to the best of all goals, is worse than Nothing in gain"
        );
    }

    #[test]
    fn a_goal_without_a_value_has_no_interval_and_no_rank() {
        let mut front = front(&[(f64::NAN, 100.0), (0.30, 20.0), (0.02, 1.0)]);
        assert!(front.knee().is_none() && !front.apart(0, 2, 0));
        assert_eq!(
            front.finding(),
            "No design has a value of gain in at least half of its runs, so there is nothing to compare"
        );
        let goal = &front.goals[0];
        let none = Estimate { value: f64::NAN, low: f64::NAN, high: f64::NAN, missing: 8 };
        assert_eq!(estimate(goal, "CNY", &none, 8), "no value in 8 of 8 runs");
        let some = Estimate { value: 3.0, low: 2.0, high: 4.0, missing: 3 };
        assert_eq!(estimate(goal, "CNY", &some, 8), "3 (2 to 4), no value in 3 of 8 runs");
        front.members.retain(|m| !m.goals[0].value.is_nan());
        assert!(front.finding().contains("Growth rises"), "{}", front.finding());
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
