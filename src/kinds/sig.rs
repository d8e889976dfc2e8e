//! SIG: a body of developers, large users, vendors and universities that looks after a part of the product.
//!
//! Contributors work in one SIG for each kind of work, by what they are drawn to; their work waits in its queue and is reviewed by its
//! hours. Merged work stands on the SIG's branch until a release brings it into what everybody uses. Organisations hold seats: they
//! give hours of review out of those that they exchange, and what they ask for is heard. Limits: one SIG with a share of 1 and the
//! hours of `mechanism.review` gives what there is without it; with a steady flow of code a release every T leaves flow · T/2 on the
//! branch (Little 1961); of holders who attend with a chance like Beta(k, 1), an assessment at b keeps a mean attendance of
//! k/(k+1) · (1 − b^(k+1))/(1 − b^k).

use serde::Deserialize;

use crate::registry::{Form, Knob, Part, Shape};

/// `[sig.storage]`.
pub const FORM: Form = Form {
    says: "A special interest group: a part of the work, its reviewers, its branch and its seats.",
    knobs: &[
        Knob::references("actions", "action").says("The reviewed actions that are its work; all, where it is empty."),
        Knob::number("share", "share", 0.0..=1.0, 1.0)
            .says("The share of those who do that work who are drawn to it; whoever is drawn to none is reviewed by the `mechanism.review` hours."),
        Knob::number("hours", "hours a week", 0.0..=1e6, 10.0)
            .says("Review by its own staff, apart from ladders and seats.")
            .guess(),
        Knob::maybe_duration("release", 1.0..=3653.0)
            .says("How often what is merged on its branch comes into the stable one; at once where it is absent."),
    ],
    parts: &[Part { name: "seat", shape: Shape::Named(&SEAT) }],
};

/// `[sig.storage.seat.banks]`.
pub const SEAT: Form = Form {
    says: "Seats that organisations of one group may hold.",
    knobs: &[
        Knob::maybe_reference("organisation", "organisation")
            .says("The group; the one that the seat is named after where it is absent."),
        Knob::count("places", "seats", 0..=1_000_000, 1).says("How many seats there are."),
        Knob::number("hours", "hours a month", 0.0..=1e6, 8.0)
            .says("Review that a holder gives, out of the hours that it can exchange.")
            .guess(),
        Knob::number("heard", "share of hours", 0.0..=100.0, 0.1)
            .says("What it gains by being heard, beside its exchange.")
            .guess(),
        Knob::number("requirements", "log a year", 0.0..=10.0, 0.0)
            .says("Quality that what a holder of size 1 asks for adds.")
            .guess(),
        Knob::number("attends", "share", 0.01..=1.0, 0.8)
            .says(
                "How much of all this the mean organisation attends to; they differ, and 1 means that all of them do.",
            )
            .guess(),
        Knob::duration("every", 1.0..=3653.0, 91.3125).says("How often seats are assessed and filled."),
        Knob::number("keep", "share", 0.0..=1.0, 0.0)
            .says("Attendance below which an assessment takes the seat, for good."),
        Knob::maybe_duration("term", 1.0..=36_525.0)
            .says("Longest time in a seat; those who have served least are asked first."),
    ],
    parts: &[],
};

/// A SIG as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Sig {
    pub actions: Vec<String>,
    pub share: f64,
    pub hours: f64,
    pub release: Option<f64>,
}

/// Seats as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Seat {
    pub organisation: Option<String>,
    pub places: u32,
    pub hours: f64,
    pub heard: f64,
    pub requirements: f64,
    pub attends: f64,
    pub every: f64,
    pub keep: f64,
    pub term: Option<f64>,
}

impl Seat {
    /// How much of it an organisation attends to that stands at `u` among all of them: like Beta(k, 1), whose mean is `attends`.
    pub fn attendance(&self, u: f64) -> f64 {
        if self.attends >= 1.0 { 1.0 } else { libm::pow(u, (1.0 - self.attends) / self.attends) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Settings;

    #[test]
    fn attendance_has_the_mean_that_it_is_given() {
        for attends in [0.3, 0.8, 1.0] {
            let seat = Seat { attends, ..Settings::defaults(SEAT.knobs).make() };
            let n = 10_000;
            let mean = (0..n).map(|k| seat.attendance((f64::from(k) + 0.5) / f64::from(n))).sum::<f64>() / f64::from(n);
            assert!((mean - attends).abs() < 1e-3, "{mean} against {attends}");
        }
    }
}
