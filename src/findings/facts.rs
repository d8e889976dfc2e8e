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
        }
    }
}

/// How many facts lie in which part of their range, and which lie outside, in a sentence.
pub fn tally(facts: &[Fact]) -> String {
    let outside: Vec<&str> = facts.iter().filter(|f| f.part() == Part::Outside).map(|f| f.fact.as_str()).collect();
    say!(
        "finding-facts",
        all = facts.len(),
        inside = facts.len() - outside.len(),
        middle = facts.iter().filter(|f| f.part() == Part::MiddleHalf).count(),
        outside = outside.len(),
        names = outside.join("; ")
    )
}
