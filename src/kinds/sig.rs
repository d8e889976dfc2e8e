//! SIG: a body of developers, large users, vendors and universities that looks after a part of the product.
//!
//! Contributors work in one SIG for each kind of work, by what they are drawn to; their work waits in its queue and is reviewed by its
//! hours. Merged work stands on the SIG's branch until a release brings it into what everybody uses. Organisations hold seats: they
//! give hours of review out of those that they exchange, and what they ask for is heard. Limits: one SIG with a share of 1 and the
//! hours of `mechanism.review` gives what there is without it; with a steady flow of code a release every T leaves flow · T/2 on the
//! branch (Little 1961); of holders who attend with a chance like Beta(k, 1), an assessment at b keeps a mean attendance of
//! k/(k+1) · (1 − b^(k+1))/(1 − b^k).

use crate::params;
use crate::registry::{Form, Part, Shape};

/// `[sig.storage]`.
pub const FORM: Form =
    Form { id: "sig", knobs: Sig::KNOBS, parts: &[Part { name: "seat", shape: Shape::Named(&SEAT) }] };

/// `[sig.storage.seat.banks]`.
pub const SEAT: Form = Form { id: "sig-seat", knobs: Seat::KNOBS, parts: &[] };
params! {

    /// A SIG as written.
    #[derive(Clone, Debug)]
    pub struct Sig: "sig" {
        pub actions: Vec<String> = references("action");
        pub share: f64 = number("share", 0.0..=1.0, 1.0);
        pub hours: f64 = number("hours-a-week", 0.0..=1e6, 10.0).guess();
        pub release: Option<f64> = maybe_duration(1.0..=3653.0);
    }
}
params! {

    /// Seats as written.
    #[derive(Clone, Debug)]
    pub struct Seat: "sig-seat" {
        pub organisation: Option<String> = maybe_reference("organisation");
        pub places: u32 = count("seats", 0..=1_000_000, 1);
        pub hours: f64 = number("hours-a-month", 0.0..=1e6, 8.0).guess();
        pub heard: f64 = number("share-of-hours", 0.0..=100.0, 0.1).guess();
        pub requirements: f64 = number("log-a-year", 0.0..=10.0, 0.0).guess();
        pub attends: f64 = number("share", 0.01..=1.0, 0.8).guess();
        pub every: f64 = duration(1.0..=3653.0, 91.3125);
        pub keep: f64 = number("share", 0.0..=1.0, 0.0);
        pub term: Option<f64> = maybe_duration(1.0..=36_525.0);
    }
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
