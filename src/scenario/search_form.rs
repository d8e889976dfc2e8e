//! The tables of deciding: how the best designs are searched for, and worlds that may turn out otherwise than the scenario says.

use crate::registry::{Form, Knob};

/// `[search]`.
pub(super) const SEARCH: Form = Form {
    says: "How the best designs are searched for: over all levers, in worlds that the uncertainties draw.",
    knobs: &[
        Knob::references("objectives", "<words>").says(
            "What is wanted: each `most` or `least` and a sum of metrics, where `gain` is the headline beyond the baseline's as a share of it; most gain, least money-paid and least burnout-exits where it is empty.",
        ),
        Knob::maybe("budget", "money", 0.0..=1e15).says("What a design may pay until the horizon."),
        Knob::text("limits", "").says("What must hold of a design, such as \"burnout-exits < 20 and second-time > 0.2\"."),
        Knob::choice("robust", &["mean", "p25", "p10", "worst"], "mean").says(
            "What counts of a design over the worlds: the mean, what three quarters or nine tenths of them reach, or the worst.",
        ),
        Knob::references("designs", "treatment")
            .says("The designs in which levers are turned, and the choice among them is a lever too; the scenario's own rules where it is empty."),
        Knob::count("worlds", "worlds", 1..=4096, 4).says("In how many draws of the uncertainties each design is run."),
        Knob::count("population", "designs", 4..=1000, 24).says("Designs of a generation."),
        Knob::count("generations", "generations", 1..=10_000, 12).says("Generations after the first."),
        Knob::count("replicates", "runs", 1..=10_000, 2)
            .says("Paired runs of a new design in each world, and so many more for each generation that it stays on the front."),
        Knob::count("elite", "runs", 1..=100_000, 16).says("Paired runs in each world after which a design of the front is known well enough."),
        Knob::count("final", "runs", 2..=100_000, 16)
            .says("Paired runs in each world, on fresh luck in freshly drawn worlds, with which the front is judged in the end."),
    ],
    parts: &[],
};

/// `[world.recession]`.
pub(super) const WORLD: Form = Form {
    says: "Assumptions that may turn out otherwise: a named patch that is laid under every design.",
    knobs: &[Knob::text("says", "").says("What charts and tables call the world.")],
    parts: &[],
};
