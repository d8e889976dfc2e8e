//! Disappointment: people stop when expected rewards do not come.
//!
//! Each unrewarded deed adds the promised chance to a sum; when the sum reaches `patience`, the person stops. Limit:
//! the number of deeds until then is patience / chance, so thin schedules last longer in proportion (Gallistel & Gibbon
//! 2000, Psychological Review 107).

use super::{Doer, Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "disappointment",
    id: "mechanism-disappointment",
    knobs: Disappointment::KNOBS,
    make: |settings, _| Box::new(settings.make::<Disappointment>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Disappointment: "mechanism-disappointment" {
        patience: f64 = number("expected-rewards", 0.1..=10_000.0, 8.0).guess();
        stops: f64 = number("chance", 0.0..=1.0, 1.0).guess();
    }
}

impl Mechanism for Disappointment {
    fn columns(&self) -> &'static [Column] {
        &[Column::Dry]
    }
    fn learn(&self, doers: &mut [Doer], seen: &Seen, luck: Stream, requests: &mut Requests) {
        for doer in doers.iter_mut().filter(|d| d.outcome.eligible > 0) {
            if doer.outcome.won > 0 {
                doer.person.dry = 0.0;
                continue;
            }
            doer.person.dry += doer.outcome.expected;
            // The tolerance absorbs rounding, as in sums of thirds.
            if f64::from(doer.person.dry) >= self.patience - 1e-4 {
                doer.person.dry = 0.0;
                let address = luck.at(u64::from(doer.id)).named("disappointment").at(u64::from(seen.tick));
                if address.unit() < self.stops {
                    doer.parts = true;
                    requests.sums.disappointed += 1;
                } else {
                    doer.person.anticipation = 0.0;
                }
            }
        }
    }
}
