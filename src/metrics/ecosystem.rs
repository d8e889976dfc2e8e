//! Ecosystem: organisations inside, what they and the hub gain, and what the product has become.
//!
//! Named only where a scenario has organisations or a flywheel.

use super::{Look, Metric, Named, named};
use crate::model::{Group, Model};
use crate::registry::Row;
use crate::world::org::{Bond, CURVES, RESOURCES, Resource};

pub(super) const ROW: Row<Metric> = Row {
    name: "ecosystem",
    says: "Organisations inside, their gain, coverage, quality, content, traffic, revenue, capital and moat.",
    knobs: &[],
    make: Metric {
        names: |model| {
            if !has_ecosystem(model) {
                return Vec::new();
            }
            let (rules, _) = model.rules(0);
            let mut names = vec![
                named("quality", "Quality of the product, 1 at the start", "times"),
                named("content", "Content that is alive", "units"),
                named("content-made", "Content that people made so far", "units"),
                named("content-received", "Content that organisations handed over so far", "units"),
                named("content-given", "Content that the hub made for organisations and gave so far", "units"),
                named("content-faded", "Content that faded so far", "units"),
                named("traffic", "People a month through traffic partners", "people"),
                named("coverage", "Service of partners over what is needed", "share"),
                named("partner-place", "Place of its partner in the list of an enterprise that has one, mean", "place"),
                named("hub-gain", "Gain of the hub from exchange", "hours a month"),
                named("hub-rationed", "Share of the hours asked of the hub that it has", "share"),
                named("invested", "Hours that organisations have put into the relation", "hours"),
                named("moat", "Share of a rival's bid that what they put in withholds, mean of those inside", "share"),
                named("hub-revenue", "Revenue of the hub so far", "money"),
                named("partner-revenue", "Revenue of partners so far", "money"),
                named("cannibalised", "Revenue of the hub that vendors took so far", "money"),
                named("capital", "Money from investors so far", "money"),
                named("graduates", "Graduates who came in so far", "people"),
            ];
            let trusts = trusts(model);
            for group in &rules.organisations {
                names.push(group_metric("inside", "inside", &group.name, "organisations"));
                names.push(group_metric("gone", "gone", &group.name, "organisations"));
                names.push(group_metric("gain", "mean gain", &group.name, "share of hours"));
                if trusts {
                    names.push(group_metric("trust", "mean trust of those inside", &group.name, "share"));
                }
            }
            for group in rules.organisations.iter().filter(|group| group.kind.multiple() > 0.0) {
                names.push(group_metric("return", "worth of its share over what it paid", &group.name, "times"));
            }
            if meshes(model) {
                names.push(named("peer-hours", "Hours that organisations work for each other", "hours a month"));
                for resource in Resource::NAMES {
                    let title = format!("Organisations give each other: {resource}");
                    names.push(named(&format!("peers:{resource}"), &title, "units a month"));
                }
            }
            for industry in industries(&rules.organisations) {
                names.push(group_metric("adopted", "adopted in the industry", industry, "organisations"));
            }
            for resource in Resource::NAMES {
                names.push(named(&format!("got:{resource}"), &format!("The hub gets: {resource}"), "units a month"));
                names.push(named(&format!("gave:{resource}"), &format!("The hub gives: {resource}"), "units a month"));
            }
            names.extend(
                (1..=CURVES).map(|k| named(&format!("demand:{k}"), &format!("Demand on curve {k}"), "projects")),
            );
            names
        },
        read: |look, values| {
            if !has_ecosystem(look.model) {
                return;
            }
            let (world, hub) = (look.world, &look.world.hub);
            values.extend([
                hub.quality,
                hub.content,
                hub.books.made,
                hub.books.received,
                hub.books.given,
                hub.books.faded,
                hub.traffic,
                hub.coverage,
                hub.place,
                hub.gain,
                hub.rationed,
                world.organisations.list.iter().map(|o| o.invested).sum(),
                moat(look),
                hub.revenue[0],
                hub.revenue[1],
                hub.cannibalised,
                hub.capital as f64,
                hub.graduates as f64,
            ]);
            let trusts = trusts(look.model);
            for g in 0..look.rules.organisations.len() {
                let of = |bond: Bond| world.organisations.list.iter().filter(move |o| o.group == g && o.bond == bond);
                let inside = of(Bond::Inside).count() as f64;
                values.extend([inside, of(Bond::Gone).count() as f64]);
                values.push(of(Bond::Inside).map(|o| o.satisfaction).sum::<f64>() / inside.max(1.0));
                if trusts {
                    values.push(of(Bond::Inside).map(|o| o.trust).sum::<f64>() / inside.max(1.0));
                }
            }
            let first = &look.model.rules(0).0.organisations;
            for g in (0..first.len()).filter(|g| first[*g].kind.multiple() > 0.0) {
                let multiple = look.rules.organisations[g].kind.multiple();
                let stakes = world.organisations.list.iter().filter(|org| org.group == g).map(|org| org.stake);
                let (share, paid) = stakes.fold((0.0, 0.0), |sum, stake| (sum.0 + stake.share, sum.1 + stake.paid));
                values.push(if paid > 0.0 { share * multiple * hub.yearly / paid } else { 0.0 });
            }
            if meshes(look.model) {
                values.push(world.organisations.list.iter().fold(0.0, |sum, org| sum + org.peers.hours));
                values.extend(
                    (0..RESOURCES)
                        .map(|r| world.organisations.list.iter().fold(0.0, |sum, org| sum + org.peers.gave[r])),
                );
            }
            for industry in industries(&look.rules.organisations) {
                let of = |group: usize| is_of(&look.rules.organisations[group], industry);
                let inside = world.organisations.list.iter().filter(|org| org.bond == Bond::Inside && of(org.group));
                values.push(inside.count() as f64);
            }
            values.extend(hub.got.iter().zip(&hub.gave).flat_map(|(got, gave)| [*got, *gave]));
            values.extend(hub.curves);
        },
    },
};

/// How strongly what they have put in binds those inside who exchange.
fn moat(look: &Look) -> f64 {
    let inside = look.world.organisations.list.iter().filter(|org| org.bond == Bond::Inside);
    let bound = inside.map(|org| (org, &look.rules.organisations[org.group])).filter(|(_, group)| group.barters());
    let (sum, n) = bound.fold((0.0, 0.0), |(sum, n), (org, group)| (sum + org.bound(group.common.commitment), n + 1.0));
    sum / f64::max(n, 1.0)
}

/// Industries in which large users of more than one group stand.
fn industries(groups: &[Group]) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for (k, group) in groups.iter().enumerate() {
        let industry = group.industry_name();
        let before = || groups[..k].iter().filter(|other| is_of(other, industry)).count();
        if is_of(group, industry) && before() == 1 {
            found.push(industry);
        }
    }
    found
}

fn is_of(group: &Group, industry: &str) -> bool {
    group.kind_name == "enterprise" && group.industry_name() == industry
}

fn meshes(model: &Model) -> bool {
    model.ever(|rules| rules.middle.mesh > 0.0)
}

fn trusts(model: &Model) -> bool {
    model.ever(|rules| rules.trust.is_some())
}

fn has_ecosystem(model: &Model) -> bool {
    model.ecosystem
}

fn group_metric(what: &str, title: &str, group: &str, unit: &'static str) -> Named {
    named(&format!("{what}:{group}"), &format!("{group}: {title}"), unit)
}
