//! Ecosystem: organisations inside, the gain of organisations and of the hub, and the state of the product.
//!
//! These metrics exist only if a scenario has organisations or a flywheel.

use super::{Family, Observation, Unit, named, named_for, names, ratio};
use crate::model::{Group, Model};
use crate::say;
use crate::world::org::{Bond, CURVES, RESOURCES, Resource};

pub(super) const FAMILY: Family = Family {
    name: "ecosystem",
    names: |model| {
        if !model.ecosystem {
            return Vec::new();
        }
        let (rules, _) = model.rules(0);
        let mut names = vec![
            named(names::QUALITY, say!("metric-quality"), Unit::Times),
            named(names::CONTENT, say!("metric-content"), Unit::Units),
            named(names::CONTENT_MADE, say!("metric-content-made"), Unit::Units),
            named(names::CONTENT_RECEIVED, say!("metric-content-received"), Unit::Units),
            named(names::CONTENT_GIVEN, say!("metric-content-given"), Unit::Units),
            named(names::CONTENT_FADED, say!("metric-content-faded"), Unit::Units),
            named(names::TRAFFIC, say!("metric-traffic"), Unit::People),
            named(names::COVERAGE, say!("metric-coverage"), Unit::Share).undefined(say!("metric-undefined-no-demand")),
            named(names::PARTNER_PLACE, say!("metric-partner-place"), Unit::Place)
                .undefined(say!("metric-undefined-no-match")),
            named(names::ENTERPRISE_PLACE, say!("metric-enterprise-place"), Unit::Place)
                .undefined(say!("metric-undefined-no-match")),
            named(names::BLOCKING_PAIRS, say!("metric-blocking-pairs"), Unit::Pairs)
                .undefined(say!("metric-undefined-no-match")),
            named(names::HUB_GAIN, say!("metric-hub-gain"), Unit::HoursAMonth),
            named(names::HUB_RATIONED, say!("metric-hub-rationed"), Unit::Share),
            named(names::INVESTED, say!("metric-invested"), Unit::Hours),
            named(names::MOAT, say!("metric-moat"), Unit::Share).undefined(say!("metric-undefined-no-exchange")),
            named(names::HUB_REVENUE, say!("metric-hub-revenue"), Unit::Money),
            named(names::PARTNER_REVENUE, say!("metric-partner-revenue"), Unit::Money),
            named(names::CANNIBALISED, say!("metric-cannibalised"), Unit::Money),
            named(names::CAPITAL, say!("metric-capital"), Unit::Money),
            named(names::GRADUATES, say!("metric-graduates"), Unit::People),
        ];
        let trusts = trusts(model);
        for group in rules.organisations.iter().map(|group| &group.name) {
            names.extend([
                named_for(names::INSIDE, group, say!("metric-inside-of", group = group), Unit::Organisations),
                named_for(names::GONE, group, say!("metric-gone-of", group = group), Unit::Organisations),
                named_for(names::GAIN, group, say!("metric-gain-of", group = group), Unit::ShareOfHours)
                    .undefined(say!("metric-undefined-none-inside")),
            ]);
            if trusts {
                let trust = named_for(names::TRUST, group, say!("metric-trust-of", group = group), Unit::Share);
                names.push(trust.undefined(say!("metric-undefined-none-inside")));
            }
        }
        for group in rules.organisations.iter().filter(|group| group.kind.multiple() > 0.0) {
            let title = say!("metric-return-of", group = &group.name);
            let own = named_for(names::RETURN, &group.name, title, Unit::Times);
            names.push(own.undefined(say!("metric-undefined-nothing-invested")));
        }
        if meshes(model) {
            names.push(named(names::PEER_HOURS, say!("metric-peer-hours"), Unit::HoursAMonth));
            names.extend(Resource::NAMES.map(|resource| {
                named_for(names::PEERS, resource, say!("metric-peers-of", resource = resource), Unit::UnitsAMonth)
            }));
        }
        for industry in industries(&rules.organisations) {
            let title = say!("metric-adopted-of", industry = industry);
            names.push(named_for(names::ADOPTED, industry, title, Unit::Organisations));
        }
        for resource in Resource::NAMES {
            names.extend([
                named_for(names::GOT, resource, say!("metric-got-of", resource = resource), Unit::UnitsAMonth),
                named_for(names::GAVE, resource, say!("metric-gave-of", resource = resource), Unit::UnitsAMonth),
            ]);
        }
        names.extend((1..=CURVES).map(|curve| {
            named_for(names::DEMAND, &curve.to_string(), say!("metric-demand-of", curve = curve), Unit::Projects)
        }));
        names
    },
    read: |observation, values| {
        if !observation.model.ecosystem {
            return;
        }
        let (world, hub) = (observation.world, &observation.world.hub);
        values.extend([
            hub.quality,
            hub.content,
            hub.books.made,
            hub.books.received,
            hub.books.given,
            hub.books.faded,
            hub.traffic,
            if has_demand(observation) { hub.coverage } else { f64::NAN },
            hub.pairs.map_or(f64::NAN, |pairs| pairs.partner_place),
            hub.pairs.map_or(f64::NAN, |pairs| pairs.enterprise_place),
            hub.pairs.map_or(f64::NAN, |pairs| pairs.blocking as f64),
            hub.gain,
            hub.rationed,
            world.organisations.list.iter().map(|o| o.invested).sum(),
            moat(observation),
            hub.revenue[0],
            hub.revenue[1],
            hub.cannibalised,
            hub.capital as f64,
            hub.graduates as f64,
        ]);
        let trusts = trusts(observation.model);
        for g in 0..observation.rules.organisations.len() {
            let members =
                |bond: Bond| world.organisations.list.iter().filter(move |org| org.group == g && org.bond == bond);
            let inside = members(Bond::Inside).count() as f64;
            values.extend([inside, members(Bond::Gone).count() as f64]);
            values.push(ratio(members(Bond::Inside).map(|o| o.satisfaction).sum::<f64>(), inside));
            if trusts {
                values.push(ratio(members(Bond::Inside).map(|o| o.trust).sum::<f64>(), inside));
            }
        }
        let first = &observation.model.rules(0).0.organisations;
        for g in (0..first.len()).filter(|g| first[*g].kind.multiple() > 0.0) {
            let multiple = observation.rules.organisations[g].kind.multiple();
            let stakes = world.organisations.list.iter().filter(|org| org.group == g).map(|org| org.stake);
            let (share, paid) = stakes.fold((0.0, 0.0), |sum, stake| (sum.0 + stake.share, sum.1 + stake.paid));
            values.push(ratio(share * multiple * hub.yearly, paid));
        }
        if meshes(observation.model) {
            values.push(world.organisations.list.iter().fold(0.0, |sum, org| sum + org.peers.hours));
            values.extend(
                (0..RESOURCES).map(|r| world.organisations.list.iter().fold(0.0, |sum, org| sum + org.peers.gave[r])),
            );
        }
        for industry in industries(&observation.rules.organisations) {
            let is_in = |group: usize| is_user_in(&observation.rules.organisations[group], industry);
            let inside = world.organisations.list.iter().filter(|org| org.bond == Bond::Inside && is_in(org.group));
            values.push(inside.count() as f64);
        }
        values.extend(hub.got.iter().zip(&hub.gave).flat_map(|(got, gave)| [*got, *gave]));
        values.extend(hub.curves);
    },
};

/// Share of a rival's bid that past investment offsets, mean over organisations inside that exchange with the hub.
fn moat(observation: &Observation) -> f64 {
    let inside = observation.world.organisations.list.iter().filter(|org| org.bond == Bond::Inside);
    let bound =
        inside.map(|org| (org, &observation.rules.organisations[org.group])).filter(|(_, group)| group.barters());
    let (sum, n) = bound.fold((0.0, 0.0), |(sum, n), (org, group)| (sum + org.bound(group.common.commitment), n + 1.0));
    ratio(sum, n)
}

/// Whether organisations inside need service.
fn has_demand(observation: &Observation) -> bool {
    observation.world.organisations.list.iter().any(|org| org.bond == Bond::Inside && org.demand > 0.0)
}

/// Industries with more than one group of enterprises.
fn industries(groups: &[Group]) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for (k, group) in groups.iter().enumerate() {
        let industry = group.industry_name();
        let before = || groups[..k].iter().filter(|other| is_user_in(other, industry)).count();
        if is_user_in(group, industry) && before() == 1 {
            found.push(industry);
        }
    }
    found
}

/// Whether a group consists of enterprises of an industry.
fn is_user_in(group: &Group, industry: &str) -> bool {
    group.kind_name == "enterprise" && group.industry_name() == industry
}

/// Whether organisations exchange with each other at any date.
fn meshes(model: &Model) -> bool {
    model.ever(|rules| rules.hub_terms.mesh > 0.0)
}

/// Whether trust is modelled at any date.
fn trusts(model: &Model) -> bool {
    model.ever(|rules| rules.trust.is_some())
}
