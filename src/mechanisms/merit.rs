//! Merit: people differ in what their deeds are truly worth.
//!
//! A deed of somebody with merit m has 1 + m times the mean worth; m is normal, a trait, and never below −1. Points see it through the
//! noise of their rule. Limit: of those whom noisy points pick, the share s, the mean merit is the spread times corr·φ(z)/s, with
//! corr = spread/√(spread² + noise²): the more noise, the more luck is rewarded (Goodhart 1975).

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
