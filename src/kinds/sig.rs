//! SIG: a body of developers, large users, vendors and universities that maintains a part of the product.
//!
//! For each kind of work a contributor works in one SIG, chosen by preference. The work waits in the SIG's queue and is
//! reviewed with the SIG's hours. Merged work stays on the SIG's branch until a release brings it to all users.
//! Organisations hold seats: they give hours of review out of the hours that they exchange, and their requirements
//! count. Limits: one SIG with a share of 1 and the hours of `mechanism.review` gives the same result as no SIG; with a
//! steady flow of code, a release every T leaves flow · T/2 on the branch (Little 1961); if holders attend with a
//! chance like Beta(k, 1), an assessment at b keeps a mean attendance of k/(k+1) · (1 − b^(k+1))/(1 − b^k).

use crate::params;
use crate::registry::{Form, Part, Shape};

/// `[sig.storage]`.
pub const FORM: Form =
    Form { id: "sig", knobs: Sig::KNOBS, parts: &[Part { name: "seat", shape: Shape::Named(&SEAT) }] };

/// `[sig.storage.seat.banks]`.
pub const SEAT: Form = Form { id: "sig-seat", knobs: Seat::KNOBS, parts: &[] };
params! {

    /// The knobs of a SIG.
    #[derive(Clone, Debug)]
    pub struct Sig: "sig" {
        pub actions: Vec<String> = references("action");
        pub share: f64 = number("share", 0.0..=1.0, 1.0);
        pub hours: f64 = number("hours-a-week", 0.0..=1e6, 10.0).guess().scales();
        pub release: Option<f64> = maybe_duration(1.0..=3653.0);
    }
}
params! {

    /// The knobs of seats.
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
    /// The share of meetings that an organisation at rank `u` in [0, 1) attends: like Beta(k, 1), with mean `attends`.
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
