//! Announcement: a size that is shown in advance.
//!
//! From its day until its deadline, adoption uses the share b·a + (1 − b)·s instead of s: s is the share of members
//! among a person's contacts, a the announced share of everybody, b = trust × belief, at most 1. An announced share
//! below s has no effect (fulfilled expectations: Katz & Shapiro 1985, AER 75). If it is not reached by the deadline,
//! belief falls. Limits: linear contagion becomes a Bass process with p + q·b·a and q·(1 − b); with critical mass and
//! no members at first, it carries a market over the lower equilibrium n₋ if and only if a > n₋ and b·a is more than
//! the price.

use crate::params;
use crate::registry::Form;

/// `[announcement.scale]`.
pub const FORM: Form = Form { id: "announcement", knobs: Announcement::KNOBS, parts: &[] };
params! {

    /// The knobs of an announcement.
    #[derive(Clone, Debug)]
    pub struct Announcement: "announcement" {
        pub size: i64 = count("people", 1..=1_000_000_000, 1000).scales();
        pub on: String = date();
        pub by: String = date();
        pub trust: f64 = number("share", 0.0..=1.0, 0.3).guess();
        pub costs: f64 = number("log", 0.0..=100.0, 0.5).guess();
    }
}
