//! Merit: people differ in what their deeds are truly worth.
//!
//! A deed of somebody with merit m has 1 + m times the mean worth; m is normal, a trait, and never below −1. Points see it through the
//! noise of their rule. Limit: of those whom noisy points pick, the share s, the mean merit is the spread times corr·φ(z)/s, with
//! corr = spread/√(spread² + noise²): the more noise, the more luck is rewarded (Goodhart 1975).

use serde::Deserialize;

use super::{Make, Mechanism};
use crate::registry::{Knob, Row};
use crate::world::maths::normal_quantile;
use crate::world::people::{Column, Person};
use crate::world::stream::Stream;

pub(super) const ROW: Row<Make> = Row {
    name: "merit",
    says: "People differ in what their deeds are truly worth.",
    knobs: &[Knob::number("spread", "share", 0.0..=1.0, 0.3)
        .says("Standard deviation between people, as a share of the mean worth of a deed.")
        .guess()],
    make: |settings, _| Box::new(settings.make::<Merit>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Merit {
    spread: f64,
}

impl Mechanism for Merit {
    fn columns(&self) -> &'static [Column] {
        &[Column::Merit]
    }
    fn join(&self, person: &mut Person, luck: Stream) {
        person.merit = (self.spread * normal_quantile(luck.named("merit").unit())).max(-1.0) as f32;
    }
}
