//! Where the verdict flips, in words.
//!
//! Invariant: if there are too few cases, nothing is claimed about them.

use super::{all_of, one_of, searchable};
use crate::say;
use crate::stats::flips::{self, Case, Condition, Flips, Found, Pattern};
use crate::stats::sweep_points::{Axis, Points, Values};
use crate::stats::tree::SplitRule;
use crate::words::number::{figure, percent};

/// Finds where the cases lie.
pub fn find(points: &Points, case: Case) -> Flips {
    let mut found = flips::find(points, case);
    let axes: Vec<&Axis> = found.factors.iter().map(|j| &points.axes[*j]).collect();
    found.case = what(points, found.what);
    for condition in found.boxes.iter_mut().flat_map(|found| &mut found.conditions) {
        let axis = axes.iter().find(|axis| axis.name == condition.factor && axis.path == condition.path);
        condition.says = axis.map_or(String::new(), |axis| asks(axis, condition));
    }
    for branch in &mut found.tree {
        branch.says = all_of(branch.way.iter().map(|rule| split(&axes, rule)));
    }
    found
}

/// What counts as a case.
fn what(points: &Points, case: Case) -> String {
    let says = |design: usize| points.designs[design].says.as_str();
    match case {
        Case::Behind { design } => say!("finding-case-behind", design = says(design), baseline = says(0)),
        Case::Misses { design, target } => {
            say!("finding-case-misses", design = says(design), target = figure(target))
        }
        Case::NotBest { design } => say!("finding-case-not-best", design = says(design.unwrap_or(0))),
    }
}

/// What a condition asks of its factor.
fn asks(axis: &Axis, condition: &Condition) -> String {
    let factor = axis.says.as_str();
    match (condition.low, condition.high) {
        (Some(low), Some(high)) => {
            say!("finding-is-between", factor = factor, low = axis.number(low), high = axis.number(high))
        }
        (Some(low), None) => say!("finding-is-above", factor = factor, low = axis.number(low)),
        (None, Some(high)) => say!("finding-is-below", factor = factor, high = axis.number(high)),
        (None, None) => say!("finding-is", factor = factor, value = one_of(condition.among.iter().cloned())),
    }
}

/// One split of the tree.
fn split(axes: &[&Axis], rule: &SplitRule) -> String {
    let axis = axes[rule.factor()];
    let factor = axis.says.as_str();
    match (rule, &axis.values) {
        (SplitRule::Below { at, .. }, _) => say!("finding-split-below", factor = factor, at = axis.number(*at)),
        (SplitRule::Above { at, .. }, _) => say!("finding-split-above", factor = factor, at = axis.number(*at)),
        (SplitRule::Is { word, .. }, Values::Words(_, words)) => {
            say!("finding-is", factor = factor, value = &words[*word])
        }
        (SplitRule::Other { word, .. }, Values::Words(_, words)) => {
            say!("finding-is-not", factor = factor, value = &words[*word])
        }
        _ => String::new(),
    }
}

impl Found {
    /// "rival bid is above 3 and effort response is below 0.4".
    pub fn says(&self) -> String {
        all_of(self.conditions.iter().map(|condition| condition.says.clone()))
    }

    /// "coverage 71 %, density 84 %".
    pub fn fares(&self) -> String {
        let (coverage, density) = (percent(self.fares.coverage), percent(self.fares.density));
        say!("finding-coverage", coverage = coverage, density = density)
    }
}

impl Flips {
    /// What luck leaves open, for the end of a sentence; empty if the runs decide every point.
    pub fn luck(&self) -> String {
        match self.open {
            0 => String::new(),
            open => say!("finding-flips-luck", open = open.to_string(), runs = self.runs, each = self.each),
        }
    }

    /// The finding in one sentence, without a full stop.
    pub fn says(&self) -> String {
        let (case, cases) = (self.case.as_str(), self.cases.to_string());
        let points = say!("finding-points", each = self.each, points = self.points);
        match self.pattern() {
            Pattern::Never => say!("finding-flips-never", points = points, case = case) + &self.luck(),
            Pattern::Always => say!("finding-flips-always", points = points, case = case) + &self.luck(),
            Pattern::TooFew => {
                say!("finding-flips-too-few", case = case, cases = cases, points = points) + &self.luck()
            }
            Pattern::NoCondition => {
                say!("finding-flips-anywhere", case = case, cases = cases, points = points) + &self.luck()
            }
            Pattern::Where(found) => searchable(&say!(
                "finding-flips-where",
                case = case,
                conditions = found.says(),
                coverage = percent(found.fares.coverage),
                density = percent(found.fares.density)
            )),
        }
    }
}
