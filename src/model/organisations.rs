//! Groups of organisations with common numbers, resolved from the scenario.
//!
//! Invariant: groups are ordered by name and include those that are off, so that an index means the same at every date.

use jiff::civil::Date;

use super::names::Names;
use super::ordered::ordered;
use super::segments::Segment;
use crate::error::Mistake;
use crate::kinds::barter::Side;
use crate::kinds::{self, Delivery, Kind, Organisation};
use crate::kinds::{Costs, Hub, Worth};
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::{Calendar, Tick};

/// Names of kinds that the model treats specially; the registry of kinds defines them.
pub(super) mod kind_names {
    pub(in crate::model) const ENTERPRISE: &str = "enterprise";
    pub(in crate::model) const INVESTOR: &str = "investor";
    pub(in crate::model) const PARTNER: &str = "partner";
    pub(in crate::model) const TRAFFIC: &str = "traffic";
    pub(in crate::model) const UNIVERSITY: &str = "university";
}

/// Organisations with common numbers.
pub struct Group {
    /// As the scenario names it.
    pub name: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Name of its kind.
    pub kind_name: &'static str,
    /// Behaviour of its kind.
    pub kind: Box<dyn Kind>,
    /// Common numbers.
    pub common: Organisation,
    /// What an organisation of size 1 makes and needs.
    pub side: Side,
    /// Index of the industry.
    pub industry: usize,
    /// Tick in which all of them join at once.
    pub joins_on: Option<Tick>,
    /// Which pool pays the subsidy.
    pub pool: Option<usize>,
    /// Ticks of a period.
    pub period: f64,
}

impl Group {
    /// Whether the exchange decides if its organisations join and stay: true if its kind barters and the group wants
    /// something.
    pub fn barters(&self) -> bool {
        self.kind.barters() && self.side.worth.iter().any(|worth| *worth > 0.0)
    }
    /// The industry whose references its organisations look at.
    pub fn industry_name(&self) -> &str {
        industry(&self.name, &self.common)
    }
}

/// The hub's side of the star.
#[derive(Clone, Debug)]
pub struct HubTerms {
    /// What it makes and needs.
    pub side: Side,
    /// Whether the organisations from which it gains most are served first.
    pub best_first: bool,
    /// The share of its hours that each organisation keeps for others.
    pub mesh: f64,
    /// Ticks between meetings of organisations, and how many others each meets.
    pub meets: (f64, u32),
    /// How the service of partners reaches enterprises.
    pub delivery: Delivery,
    /// How much preferences vary at random.
    pub taste: f64,
}

impl HubTerms {
    /// Whether organisations exchange only with each other.
    pub fn is_mesh(&self) -> bool {
        self.mesh >= 1.0
    }
}

/// All groups of a scenario.
pub(super) fn groups(names: &Names, segments: &[Segment], calendar: &Calendar, found: &mut Vec<Mistake>) -> Vec<Group> {
    let scenario = names.scenario;
    let all = ordered(scenario.all_names("organisation"));
    let mut industries: Vec<String> = Vec::new();
    let mut list = Vec::new();
    for name in all {
        let path = format!("organisation.{name}");
        let Some((kind_name, kind)) = kind(scenario, &path, segments, found) else { continue };
        let common: Organisation = scenario.table(&path);
        if common.joined_at_start > common.number {
            found.push(scenario.mistake(
                &format!("{path}.joined_at_start"),
                say!(
                    "model-too-many-joined",
                    count = common.joined_at_start.to_string(),
                    most = common.number.to_string()
                ),
                Some(say!("model-at-most", most = common.number.to_string())),
                say!("model-too-many-label"),
            ));
        }
        let industry = industry(&name, &common);
        let index = industries.iter().position(|i| i == industry).unwrap_or_else(|| {
            industries.push(industry.to_owned());
            industries.len() - 1
        });
        let joins_on = common.joins_on.as_ref().and_then(|d| d.parse::<Date>().ok()).map(|d| calendar.tick(d));
        list.push(Group {
            on_now: scenario.is_on(&path),
            kind_name,
            kind,
            side: side(scenario, &path, common.hours, common.absorbs),
            industry: index,
            joins_on,
            pool: names.pool(common.pool.as_deref()),
            period: (common.period / names.days).max(1.0),
            common,
            name,
        });
    }
    list
}

/// The industry of a group: the group's own name if it names none.
fn industry<'a>(name: &'a str, common: &'a Organisation) -> &'a str {
    if common.industry.is_empty() { name } else { &common.industry }
}

/// The kind of a group: the one table under `as`.
fn kind(
    scenario: &Scenario,
    path: &str,
    segments: &[Segment],
    found: &mut Vec<Mistake>,
) -> Option<(&'static str, Box<dyn Kind>)> {
    let given: Vec<&str> = kinds::REGISTRY
        .entries
        .iter()
        .map(|row| row.name)
        .filter(|name| scenario.all_names(&format!("{path}.as")).iter().any(|g| g == name))
        .collect();
    let [one] = given[..] else {
        let all: Vec<&str> = kinds::REGISTRY.entries.iter().map(|row| row.name).collect();
        let says = if given.is_empty() {
            say!("model-no-kind", path = path)
        } else {
            say!("model-many-kinds", path = path, kinds = given.join(", "))
        };
        let help = say!("model-kind-help", path = path, kinds = all.join(", "));
        found.push(scenario.mistake(path, says, Some(help), say!("model-kind-label")));
        return None;
    };
    let row = kinds::REGISTRY.entry(one)?;
    let settings = scenario.settings(&format!("{path}.as.{one}"));
    Some((row.name, (row.make)(&settings, &|segment| segments.iter().position(|s| s.name == segment))))
}

fn side(scenario: &Scenario, path: &str, hours: f64, absorbs: f64) -> Side {
    Side {
        hours,
        costs: scenario.table::<Costs>(&format!("{path}.costs")).array(),
        worth: scenario.table::<Worth>(&format!("{path}.worth")).array(),
        absorbs,
    }
}

/// The hub.
pub(super) fn hub_terms(scenario: &Scenario, days: f64) -> HubTerms {
    let hub: Hub = scenario.table("hub");
    HubTerms {
        side: side(scenario, "hub", hub.hours, hub.absorbs),
        mesh: match hub.topology.as_str() {
            "star" => 0.0,
            "mesh" => 1.0,
            _ => hub.mesh_share,
        },
        meets: ((hub.meets / days).max(1.0), hub.others as u32),
        best_first: hub.ration == "best-first",
        delivery: hub.delivery,
        taste: hub.taste,
    }
}
