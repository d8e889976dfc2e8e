//! The tables of an experimental plan: levers that are ours to turn, uncertainties that are the world's, and how a sweep samples them.
//!
//! Numbers stand in the unit of the knob that they turn: rates a year, spans of time in days.

use crate::registry::{Form, Knob};

/// `[plan]`.
pub(super) const PLAN: Form = Form {
    says: "How a sweep samples levers and uncertainties.",
    knobs: &[
        Knob::choice("sampling", &["sobol", "latin-hypercube", "grid", "one-at-a-time", "table"], "sobol")
            .says("How points are chosen: scrambled Sobol, Latin hypercube, every combination, each alone, or rows of a file."),
        Knob::count("points", "points", 1..=65_536, 64).says("With sobol and latin-hypercube: how many points."),
        Knob::count("replicates", "runs", 1..=100_000, 4)
            .says("Paired runs of each design at each point; replicate r has the same luck at all of them."),
        Knob::text("file", "")
            .says("With table: a CSV with a row for each point and a column for each lever or uncertainty that it sets."),
        Knob::references("designs", "treatment").says("The designs that run beside the baseline; all where it is empty."),
        Knob::flag("series", false).says("Whether metrics are kept at every recorded date, and not only what they come to."),
        Knob::references("series_of", "<metrics>").says("With series: which metrics; all where it is empty."),
        Knob::maybe_reference("choices", "treatment")
            .says("A design of which every choice of its groups of rules runs, in place of designs, as attribution needs."),
    ],
    parts: &[],
};

/// `[lever.first-step]`.
pub(super) const LEVER: Form = Form {
    says: "Something of the scenario that is ours to turn.",
    knobs: &[
        Knob::needed_text("path").says("What it turns, such as `points.answer.points`."),
        Knob::text("says", "").says("What charts and tables call it; its name where it is empty."),
        Knob::numbers("values", "", -1e15..=1e15).says("The values that it may take, in the unit of what it turns."),
        Knob::references("words", "<words>").says("The words that it may take, where it turns a word or a flag."),
        Knob::maybe("low", "", -1e15..=1e15).says("Without values: the least that it may be."),
        Knob::maybe("high", "", -1e15..=1e15).says("Without values: the most that it may be."),
        Knob::count("steps", "values", 2..=1000, 5).says("Between low and high: how many values a grid takes."),
    ],
    parts: &[],
};

/// `[uncertainty.own-need]`.
pub(super) const UNCERTAINTY: Form = Form {
    says: "Something of the scenario that the world decides.",
    knobs: &[
        Knob::needed_text("path").says("What it turns, such as `mechanism.triggers.own`."),
        Knob::text("says", "").says("What charts and tables call it; its name where it is empty."),
        Knob::choice("distribution", &["uniform", "normal", "triangular", "log-normal", "discrete"], "uniform").says(
            "How it is distributed: from low to high, around mean with sd, from low over mode to high, around median with a log sd, or among values.",
        ),
        Knob::maybe("low", "", -1e15..=1e15).says("With uniform and triangular: the least."),
        Knob::maybe("high", "", -1e15..=1e15).says("With uniform and triangular: the most."),
        Knob::maybe("mode", "", -1e15..=1e15).says("With triangular: the likeliest."),
        Knob::maybe("mean", "", -1e15..=1e15).says("With normal; what lies outside the range of the knob is put on its edge."),
        Knob::maybe("sd", "", 0.0..=1e15).says("With normal: the standard deviation."),
        Knob::maybe("median", "", 0.0..=1e15).says("With log-normal; what lies outside the range of the knob is put on its edge."),
        Knob::maybe("spread", "log sd", 0.0..=10.0).says("With log-normal: the standard deviation of the logarithm."),
        Knob::numbers("values", "", -1e15..=1e15).says("With discrete: the values."),
        Knob::references("words", "<words>").says("With discrete: the words, where it turns a word or a flag."),
        Knob::numbers("weights", "", 0.0..=1e15).says("With discrete: how likely each is; all alike where it is empty."),
        Knob::count("steps", "values", 2..=1000, 3).says("How many quantiles a grid takes."),
        Knob::text("source", "").says(
            "Where its range comes from, such as `sourced: 2026 survey`; a guess where that and the value it turns are silent.",
        ),
    ],
    parts: &[],
};
