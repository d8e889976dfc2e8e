//! Announcement: a size that is shown in advance.
//!
//! From its day until the day by which it must be met, people join as if they met a share b·a + (1 − b)·s of members, where s is what
//! they meet, a the size announced over everybody, and b its trust times belief, 1 at most; a size below what they meet is no news
//! (fulfilled expectations: Katz & Shapiro 1985, AER 75). Where it is not met belief pays. Limits: linear contagion becomes a Bass
//! process with p + q·b·a and q·(1 − b); with critical mass it carries a market over the lesser equilibrium n₋ iff a > n₋ and, from
//! nobody, b·a is more than the price.

use crate::params;
use crate::registry::Form;

/// `[announcement.scale]`.
pub const FORM: Form = Form { id: "announcement", knobs: Announcement::KNOBS, parts: &[] };
params! {

    /// An announcement as written.
    #[derive(Clone, Debug)]
    pub struct Announcement: "announcement" {
        pub size: i64 = count("people", 1..=1_000_000_000, 1000);
        pub on: String = date();
        pub by: String = date();
        pub trust: f64 = number("share", 0.0..=1.0, 0.3).guess();
        pub costs: f64 = number("log", 0.0..=100.0, 0.5).guess();
    }
}
