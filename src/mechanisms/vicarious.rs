//! Vicarious reward: people learn from the winners whom they see.
//!
//! v ← v + α(shown − v) for people who are active while winners are shown. Losers are not shown, so v overshoots the
//! rewards paid: honeymoon, then slump. Limit: without other mechanisms, v tends to the mean of the shown rewards.

use super::{Doer, Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "vicarious",
    id: "mechanism-vicarious",
    knobs: Vicarious::KNOBS,
    make: |settings, _| Box::new(settings.make::<Vicarious>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Vicarious: "mechanism-vicarious" {
        speed: f64 = number("per-exposure", 0.0..=1.0, 0.025).guess();
    }
}

impl Mechanism for Vicarious {
    fn columns(&self) -> &'static [Column] {
        &[Column::Anticipation]
    }
    fn learn(&self, doers: &mut [Doer], seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        if seen.shown < 0.0 {
            return;
        }
        for doer in doers.iter_mut().filter(|d| d.deeds + d.engaged > 0) {
            doer.person.anticipation += self.speed as f32 * (seen.shown - doer.person.anticipation);
        }
    }
}
