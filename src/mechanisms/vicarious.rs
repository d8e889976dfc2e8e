//! Vicarious reward: people learn from the winners who are shown.
//!
//! v ← v + α(shown − v) for whoever is active while winners are shown. Only winners are shown, so v overshoots what is handed out:
//! honeymoon, then slump. Limit: alone, v tends to the mean of the shown rewards.

use serde::Deserialize;

use super::{Doer, Make, Mechanism};
use crate::registry::{Knob, Row};
use crate::world::Seen;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Row<Make> = Row {
    name: "vicarious",
    says: "People learn from the winners who are shown.",
    knobs: &[Knob::number("speed", "per exposure", 0.0..=1.0, 0.025).says("Learning from what others got.").guess()],
    make: |settings, _| Box::new(settings.make::<Vicarious>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vicarious {
    speed: f64,
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
