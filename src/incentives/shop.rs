//! Shop: points buy things that cost money.
//!
//! Invariant: an item is handed over only if its pool can pay for it; otherwise the points are kept.

use super::{Controlling, Need, grows};
use crate::params;
use crate::registry::{Form, Part, Shape};

/// `[shop.hoodie]`.
pub const FORM: Form =
    Form { id: "shop", knobs: Item::KNOBS, parts: &[Part { name: "grows", shape: Shape::One(&grows::FORM) }] };
params! {

    /// The knobs of a shop item.
    #[derive(Clone, Debug)]
    pub struct Item: "shop" {
        pub price: i64 = count("points", 1..=1_000_000_000, 300);
        pub each: Option<(f64, f64)> = maybe_quota(1.0..=1e9);
        pub stock: Option<(f64, f64)> = maybe_quota(1.0..=1e12).scales();
        pub cost: i64 = count("money", 0..=1_000_000_000, 0);
        pub pool: Option<String> = maybe_reference("budget.pools");
        pub value: f64 = number("logits", 0.0..=10.0, 1.0).guess();
        pub reward: f64 = number("felt-units", 0.0..=100.0, 1.0).guess();
        pub feeds: Need = choice(Need::NAMES, "safety");
        pub relief: f64 = number("relief", 0.0..=1.0, 0.3).guess();
        pub controlling: Controlling = choice(Controlling::NAMES, "completion");
    }
}
