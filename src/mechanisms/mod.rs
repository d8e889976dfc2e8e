//! What happens to people.

use crate::shelf::{Knob, Row, Shelf};

/// stub
pub static SHELF: Shelf<()> = Shelf {
    what: "mechanism",
    rows: &[
        Row {
            name: "adoption",
            says: "People adopt the product.",
            knobs: &[
                Knob::rate("external", 0.0..=1e3, 0.02).says("Hazard from outside.").guess(),
                Knob::rate("social", 0.0..=1e3, 0.35).says("Hazard from members.").guess(),
                Knob::choice("rule", &["linear", "threshold", "complex"], "linear").says("How others count."),
            ],
            make: (),
        },
        Row {
            name: "habit",
            says: "Repetition makes a habit.",
            knobs: &[Knob::duration("decay", 1.0..=3650.0, 120.0).says("Time constant.").guess()],
            make: (),
        },
    ],
};
