//! Stylised facts in words.

use crate::say;
use crate::stats::facts::{Fact, Part};

impl Fact {
    /// Where the baseline lies among real communities: "middle half", "p5 to p95" or "outside".
    pub fn verdict(&self) -> String {
        match self.part() {
            Part::MiddleHalf => say!("finding-fact-middle-half"),
            Part::NineTenths => say!("finding-fact-nine-tenths"),
            Part::Outside => say!("finding-fact-outside"),
            Part::Undefined => say!("finding-fact-undefined"),
        }
    }
}

/// How many facts lie in which part of their range, and which lie outside, in a sentence.
pub fn tally(facts: &[Fact]) -> String {
    let count = |part: Part| facts.iter().filter(|f| f.part() == part).count();
    let outside: Vec<&str> = facts.iter().filter(|f| f.part() == Part::Outside).map(|f| f.fact.as_str()).collect();
    let undefined = count(Part::Undefined);
    let all = facts.len() - undefined;
    let known = say!(
        "finding-facts",
        all = all,
        inside = all - outside.len(),
        middle = count(Part::MiddleHalf),
        outside = outside.len(),
        names = outside.join("; ")
    );
    match (all, undefined) {
        (_, 0) => known,
        (0, _) => say!("finding-facts-none", undefined = undefined),
        _ => say!("finding-facts-some", known = known, undefined = undefined),
    }
}
