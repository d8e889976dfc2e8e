//! Channels: messages of carriers in people's minds, attendance of occasions and who stayed after them, and complaints.
//!
//! These metrics exist only if a scenario has carriers or occasions.

use super::{Family, Metric, Unit, named, named_for, names, ratio};
use crate::say;
use crate::world::channels::{CarrierState, OccasionState};

pub(super) const FAMILY: Family = Family {
    name: "channels",
    names: |model| {
        let (rules, _) = model.rules(0);
        let mut names: Vec<Metric> = Vec::new();
        for name in rules.carriers.iter().map(|carrier| &carrier.name) {
            names.push(named_for(names::EXPOSURE, name, say!("metric-exposure-of", carrier = name), Unit::Messages));
            names.push(named_for(names::HEEDED, name, say!("metric-heeded-of", carrier = name), Unit::Share));
        }
        for name in rules.occasions.iter().map(|occasion| &occasion.name) {
            names.push(named_for(names::ATTENDANCE, name, say!("metric-attendance-of", occasion = name), Unit::People));
        }
        if !rules.occasions.is_empty() {
            names.extend([
                named(names::OCCASIONS_HELD, say!("metric-occasions-held"), Unit::Occasions),
                named(names::OCCASIONS_CANCELLED, say!("metric-occasions-cancelled"), Unit::Occasions),
                named(names::ENTRANTS, say!("metric-entrants"), Unit::People),
                named(names::ENTRANTS_KEPT, say!("metric-entrants-kept"), Unit::People),
                named(names::ENTRANTS_KEPT_SHARE, say!("metric-entrants-kept-share"), Unit::Share)
                    .undefined(say!("metric-undefined-no-entrant")),
            ]);
        }
        if model.complains {
            names.extend([
                named(names::COMPLAINTS_OPEN, say!("metric-complaints-open"), Unit::Complaints),
                named(names::COMPLAINTS_RESOLVED, say!("metric-complaints-resolved"), Unit::Complaints),
                named(names::COMPLAINTS_IGNORED, say!("metric-complaints-ignored"), Unit::Complaints),
            ]);
        }
        names
    },
    read: |observation, values| {
        let channels = &observation.world.channels;
        let (rules, _) = observation.model.rules(0);
        for k in 0..rules.carriers.len() {
            let CarrierState { exposure, heeded } = channels.carriers.get(k).copied().unwrap_or_default();
            values.extend([exposure, heeded]);
        }
        let held = &channels.occasions;
        values.extend((0..rules.occasions.len()).map(|k| held.get(k).map_or(0.0, |held| held.came as f64)));
        let sum = |count: fn(&OccasionState) -> u64| held.iter().map(count).sum::<u64>() as f64;
        if !rules.occasions.is_empty() {
            let (followed, active) = channels.asked;
            values.extend([sum(|h| h.times), sum(|h| h.cancelled), channels.entered as f64]);
            values.extend([active as f64, ratio(active as f64, followed as f64)]);
        }
        if observation.model.complains {
            values.extend([sum(|h| h.complaints.len() as u64), sum(|h| h.resolved), sum(|h| h.ignored)]);
        }
    },
};
