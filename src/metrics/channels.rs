//! Channels: what carriers have put into people's minds, who came to occasions and who stayed, and what became of complaints.
//!
//! Named only where a scenario has carriers or occasions.

use super::{Metric, Named, named};
use crate::model::Model;
use crate::registry::Row;
use crate::world::channels::{Carried, Held};

pub(super) const ROW: Row<Metric> = Row {
    name: "channels",
    says: "Messages in mind and share that heeds them by carrier; attendance, entrants and those kept; complaints.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let (rules, _) = model.rules(0);
            let mut names: Vec<Named> = Vec::new();
            for carrier in &rules.carriers {
                names.push(of("exposure", "messages in mind of one of its audience", &carrier.name, "messages"));
                names.push(of("heeded", "share of its audience that heeds it", &carrier.name, "share"));
            }
            for occasion in &rules.occasions {
                names.push(of("attendance", "people who came, over all times so far", &occasion.name, "people"));
            }
            if !rules.occasions.is_empty() {
                names.extend([
                    named("occasions-held", "Occasions held so far", "occasions"),
                    named("occasions-cancelled", "Occasions that a pool could not pay so far", "occasions"),
                    named("entrants", "People who came in by an occasion so far", "people"),
                    named("entrants-kept", "Entrants of occasions active again in months 6 to 9, so far", "people"),
                    named("entrants-kept-share", "Share of entrants active again in months 6 to 9", "share"),
                ]);
            }
            if complains(model) {
                names.extend([
                    named("complaints-open", "Complaints that wait", "complaints"),
                    named("complaints-resolved", "Complaints resolved so far", "complaints"),
                    named("complaints-ignored", "Complaints heard and ignored so far", "complaints"),
                ]);
            }
            names
        },
        read: |look, values| {
            let channels = &look.world.channels;
            let (rules, _) = look.model.rules(0);
            for k in 0..rules.carriers.len() {
                let Carried { exposure, heeded } = channels.carriers.get(k).copied().unwrap_or_default();
                values.extend([exposure, heeded]);
            }
            let held = &channels.occasions;
            values.extend((0..rules.occasions.len()).map(|k| held.get(k).map_or(0.0, |held| held.came as f64)));
            let sum = |count: fn(&Held) -> u64| held.iter().map(count).sum::<u64>() as f64;
            if !rules.occasions.is_empty() {
                let (asked, active) = channels.asked;
                values.extend([sum(|h| h.times), sum(|h| h.cancelled), channels.entered as f64]);
                values.extend([active as f64, active as f64 / asked.max(1) as f64]);
            }
            if complains(look.model) {
                values.extend([sum(|h| h.complaints.len() as u64), sum(|h| h.resolved), sum(|h| h.ignored)]);
            }
        },
    },
};

/// Whether people complain at any occasion, at any date.
fn complains(model: &Model) -> bool {
    model.complains
}

fn of(what: &str, title: &str, name: &str, unit: &'static str) -> Named {
    named(&format!("{what}:{name}"), &format!("{name}: {title}"), unit)
}
