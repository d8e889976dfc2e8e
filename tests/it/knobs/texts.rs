//! Values that belong to the file and that no patch can set: the knob, a text of the rich scenario, and its
//! replacement.

/// Knob, old text, new text.
pub(super) const TEXTS: &[(&str, &str, &str)] = &[
    ("name", "name = \"rich\"", "name = \"richer\""),
    ("extends", "name = \"rich\"", "name = \"rich\"\nextends = \"base.toml\""),
    // Only with several designs to distinguish; a patch adds none.
    ("replicates_until", "name = \"rich\"", "name = \"rich\"\nreplicates_until = 0.0001\nreplicates_most = 3"),
    ("replicates_most", "name = \"rich\"", "name = \"rich\"\nreplicates_until = 0.0001\nreplicates_most = 4"),
    ("milestone.*.says", "[milestone.seed]", "[milestone.seed]\nsays = \"Seed\""),
    ("treatment.*.says", "says = \"No points, no shop\"", "says = \"Nothing to win\""),
    ("treatment.*.from", "from = 2027-06-07", "from = 2027-08-02"),
    ("intervention.*.on", "on = 2027-07-05", "on = 2027-08-02"),
    ("intervention.*.when", "active-people > 50 for 4 weeks", "active-people > 50 for 12 weeks"),
    ("intervention.*.every", "every = \"2 weeks\"", "every = \"7 weeks\""),
    ("intervention.*.again", "every = \"2 weeks\"", "every = \"2 weeks\"\nagain = true"),
    ("intervention.*.says", "[intervention.summer]", "[intervention.summer]\nsays = \"Fewer experts\""),
];
