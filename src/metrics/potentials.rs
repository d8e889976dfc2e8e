//! Potentials: what drives each resource between the hub and organisations.
//!
//! ln(most/least) of the range of terms at which both would trade it, zero where there is none, times the share of what the one who needs
//! it could take and does not get; the mean over all organisations that have not gone, each way in which it can go. Opportunity costs are
//! compared, never hours of two parties. Limits: equal ratios of costs leave no potential (Ricardo 1817), and neither does a need that
//! is met. Named only for what somebody could make that somebody else has a use for.

use super::{Metric, Named, named};
use crate::kinds::barter::{Side, potentials};
use crate::model::{Group, Model, Rules};
use crate::registry::Row;
use crate::world::maths::ln;
use crate::world::org::{Bond, ByResource, RESOURCES, Resource};

pub(super) const ROW: Row<Metric> = Row {
    name: "potentials",
    says: "What drives each resource between the hub and organisations: the log of the range of terms, as far as the need is not met.",
    knobs: &[],
    make: Metric {
        names: |model| traded(model).map(|r| of(Resource::NAMES[r])).collect(),
        read: |look, values| {
            let mut traded = traded(look.model).peekable();
            if traded.peek().is_none() {
                return;
            }
            let (rules, hub) = (look.rules, &look.rules.middle.side);
            let drives: Vec<_> = rules.organisations.iter().map(|group| potentials(&group.side, hub)).collect();
            let (mut sums, mut ways): (ByResource, ByResource) = ([0.0; RESOURCES], [0.0; RESOURCES]);
            for org in look
                .world
                .organisations
                .list
                .iter()
                .filter(|org| org.bond != Bond::Gone && trades(&rules.organisations[org.group]))
            {
                let group = &rules.organisations[org.group];
                let trusted = ln(org.trust.max(1e-9));
                let sides = [(&org.gave, hub.absorbs), (&org.got, group.side.absorbs * org.size)];
                for (drive, (flows, most)) in drives[org.group].iter().zip(sides) {
                    for r in 0..RESOURCES {
                        let Some(drive) = drive[r] else { continue };
                        let unmet = if most > 0.0 { (1.0 - flows[r] / most).clamp(0.0, 1.0) } else { 0.0 };
                        sums[r] += (drive + trusted).max(0.0) * unmet;
                        ways[r] += 1.0;
                    }
                }
            }
            values.extend(traded.map(|r| sums[r] / f64::max(ways[r], 1.0)));
        },
    },
};

fn trades(group: &Group) -> bool {
    group.on_now && group.barters()
}

/// Resources that may go either way at any date.
fn traded(model: &Model) -> impl Iterator<Item = usize> + '_ {
    let goes = |from: &Side, to: &Side, r: usize| from.costs[r] > 0.0 && to.worth[r] > 0.0;
    let either = move |rules: &Rules, r: usize| {
        let hub = &rules.middle.side;
        let groups = rules.organisations.iter().filter(|group| group.barters());
        groups.map(|group| &group.side).any(|side| goes(side, hub, r) || goes(hub, side, r))
    };
    (0..RESOURCES).filter(move |r| model.ever(|rules| either(rules, *r)))
}

fn of(resource: &str) -> Named {
    named(&format!("potential:{resource}"), &format!("What drives {resource}, as far as the need is not met"), "log")
}
