//! Merit: people differ in the true worth of their deeds.
//!
//! A deed of a person with merit m has 1 + m times the mean worth; m is normal, a trait, and at least −1. Points
//! measure it with the noise of their rule. Limit: in the share s of people with the most points, the mean merit is
//! spread·corr·φ(z)/s, with corr = spread/√(spread² + noise²): the more noise, the more luck is rewarded (Goodhart
//! 1975).

use super::{Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::maths::normal_quantile;
use crate::world::people::{Column, Person};
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "merit",
    id: "mechanism-merit",
    knobs: Merit::KNOBS,
    make: |settings, _| Box::new(settings.make::<Merit>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Merit: "mechanism-merit" {
        spread: f64 = number("share", 0.0..=1.0, 0.3).guess();
    }
}

impl Mechanism for Merit {
    fn columns(&self) -> &'static [Column] {
        &[Column::Merit]
    }
    fn join(&self, person: &mut Person, luck: Stream) {
        person.merit = (self.spread * normal_quantile(luck.named("merit").unit())).max(-1.0) as f32;
    }
}
