//! The tables for decisions: how the best designs are searched for, and worlds with other assumptions than the scenario.

use crate::params;
use crate::registry::Form;

params! {
    /// `[search]`.
    pub struct Search: "search" {
        pub objectives: Vec<String> = references("<words>");
        pub budget: Option<f64> = maybe("money", 0.0..=1e15);
        pub limits: String = text("");
        pub robust: String = choice(&["mean", "p25", "p10", "worst"], "mean");
        pub designs: Vec<String> = references("treatment");
        pub worlds: i64 = count("worlds", 1..=4096, 4);
        pub population: i64 = count("designs", 4..=1000, 24);
        pub generations: i64 = count("generations", 1..=10_000, 12);
        pub replicates: i64 = count("runs", 1..=10_000, 2);
        pub elite: i64 = count("runs", 1..=100_000, 16);
        pub r#final: i64 = count("runs", 2..=100_000, 16);
    }
}

/// `[search]`.
pub(super) const SEARCH: Form = Form { id: "search", knobs: Search::KNOBS, parts: &[] };

params! {
    /// `[world.recession]`.
    #[expect(dead_code, reason = "a world is read as a patch")]
    pub(super) struct World: "world" {
        pub says: String = text("");
    }
}

/// `[world.recession]`.
pub(super) const WORLD: Form = Form { id: "world", knobs: World::KNOBS, parts: &[] };
