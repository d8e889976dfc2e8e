//! The contacts of a scenario: their kind, the mean degree, the ties of a file.
//!
//! Invariant: a network can be built from what is resolved, and a note tells where it has another mean degree than the scenario asks for.

use super::segments::Segment;
use super::ties;
use crate::error::Mistake;
use crate::scenario::Scenario;
use crate::scenario::schema;
use crate::words::number::figure;
use crate::world::contacts::{Contacts, Kind};
use crate::{knob, say};

/// The kinds whose people have at least one tie to either side, or one to begin with: two contacts on average.
const FROM_TWO: [&str; 2] = ["small-world", "scale-free"];
/// The difference between the mean degree of a network and the one that is asked for, as a share of it, from which a note tells it.
const TELLING: f64 = 0.02;

/// Contacts, ready to be built.
pub(super) struct Resolved {
    pub(super) kind: Kind,
    pub(super) mean_degree: f64,
    /// Whether each replicate draws its own network.
    pub(super) redraw: bool,
    /// Sentences on what was found in the file, and on what the network cannot have.
    pub(super) notes: Vec<String>,
}

/// The contacts of a scenario.
pub(super) fn resolve(scenario: &Scenario, segments: &[Segment], found: &mut Vec<Mistake>) -> Resolved {
    let own: schema::Contacts = scenario.table("contacts");
    let people: u64 = segments.iter().map(|segment| u64::from(segment.people)).sum();
    let mut notes = Vec::new();
    let kind = match own.kind.as_str() {
        "blocks" => Kind::Blocks { own: own.own_block as f32 },
        "random" => Kind::Random,
        "regular" => Kind::Regular,
        "small-world" => Kind::SmallWorld { rewire: own.rewire },
        "scale-free" => Kind::ScaleFree,
        "file" => Kind::Given(given(scenario, &own, people, &mut notes, found)),
        _ => Kind::WellMixed,
    };
    if own.kind != "file" && !own.file.is_empty() {
        notes.push(say!("model-contacts-unread", kind = &own.kind));
    }
    if let Ok(people) = u32::try_from(people)
        && !matches!(kind, Kind::Given(_))
        && kind.is_network()
    {
        match wrong_degree(&own, &kind, people) {
            Some((says, help)) => {
                let path = format!("contacts.{}", knob!(schema::Contacts, mean_degree));
                found.push(scenario.mistake(&path, says, Some(help), say!("model-contacts-degree-label")));
            }
            None => notes.extend(other_degree(&own, &kind, people)),
        }
    }
    Resolved { kind, mean_degree: own.mean_degree, redraw: own.redraw, notes }
}

/// What is wrong with the mean degree of a network, and what would be right.
fn wrong_degree(own: &schema::Contacts, kind: &Kind, people: u32) -> Option<(String, String)> {
    let (degree, others) = (own.mean_degree, people.saturating_sub(1));
    if FROM_TWO.contains(&own.kind.as_str()) && degree < 2.0 {
        return Some((say!("model-contacts-below-two", kind = &own.kind), say!("model-contacts-below-two-help")));
    }
    if *kind == Kind::Regular {
        let asked = degree.to_string();
        if degree.fract() != 0.0 {
            return Some((say!("model-contacts-part", degree = asked), say!("model-contacts-part-help")));
        }
        if degree > f64::from(others) {
            let says = say!("model-contacts-crowded", degree = asked, people = people);
            return Some((says, say!("model-contacts-crowded-help", most = others)));
        }
        if (degree as u64 * u64::from(people)) % 2 == 1 {
            return Some((
                say!("model-contacts-odd", degree = asked, people = people),
                say!("model-contacts-odd-help"),
            ));
        }
    }
    let ties = kind.ties(people, degree);
    let most = Contacts::MOST_TIES;
    (ties > most).then(|| (say!("model-contacts-many", ties = ties), say!("model-contacts-many-help", most = most)))
}

/// A note on a network whose mean degree is not the one that is asked for.
fn other_degree(own: &schema::Contacts, kind: &Kind, people: u32) -> Option<String> {
    let asked = own.mean_degree;
    let made = 2.0 * kind.ties(people, asked) as f64 / f64::from(people.max(1));
    if people < 2 || (made - asked).abs() <= TELLING * asked {
        return None;
    }
    let others = people - 1;
    let (asked, crowded) = (figure(asked), asked > f64::from(others));
    Some(match crowded {
        true => say!("model-contacts-all", asked = asked, people = people, most = others, made = figure(made)),
        false => say!("model-contacts-other", asked = asked, people = people, kind = &own.kind, made = figure(made)),
    })
}

/// The ties of the file that the scenario names.
fn given(
    scenario: &Scenario,
    own: &schema::Contacts,
    people: u64,
    notes: &mut Vec<String>,
    found: &mut Vec<Mistake>,
) -> Vec<(u32, u32)> {
    let path = format!("contacts.{}", knob!(schema::Contacts, file));
    let mut add = |says: String, help: String, label: String| {
        found.push(scenario.mistake(&path, says, Some(help), label));
        Vec::new()
    };
    // Relative to the file that names it, which may be one that the scenario extends.
    let Some(file) = scenario.file(&path) else {
        return add(say!("model-contacts-no-file"), say!("model-contacts-no-file-help"), say!("mistake-label-here"));
    };
    match ties::read(&file, &own.file, people) {
        Ok(read) => {
            notes.extend(read.notes);
            read.pairs
        }
        Err(fault) => add(fault.says, fault.help, say!("model-contacts-label")),
    }
}
