//! Actions that people may do, resolved from the scenario.
//!
//! Invariant: there is at least one action and at most [`ACTIONS`], in the order of names; those that are off keep their index.

use super::limits::limited;
use super::segments::Segment;
use crate::error::Mistake;
use crate::incentives::Six;
use crate::say;
use crate::scenario::Scenario;
use crate::scenario::schema::{self, ActionValue};
use crate::world::maths::exp;
use crate::world::requests::ACTIONS;

/// An action.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Action {
    pub name: String,
    pub title: String,
    pub effort: f32,
    pub appeal: f32,
    pub barrier: f32,
    /// Factor on its weight for a person who has never done it, because of the barrier.
    pub first_time: f64,
    pub challenge: f32,
    pub reviewed: bool,
    pub review_minutes: i64,
    pub contribution: bool,
    pub mimics: Option<usize>,
    pub detection: f64,
    pub penalty: i64,
    pub mutual: bool,
    /// True value of one deed.
    pub value: f32,
    /// Knowledge that one deed passes to others.
    pub teaches: f32,
    /// Content and code that one deed makes.
    pub makes: [f64; 2],
    /// Relief of each need by one deed.
    pub relief: [f32; 6],
    /// Whether each segment may do it.
    pub who: Vec<bool>,
}

/// All actions of a scenario, also those that are off.
pub(super) fn actions(scenario: &Scenario, segments: &[Segment], found: &mut Vec<Mistake>) -> Vec<Action> {
    let names = limited(scenario, "action", ACTIONS, found);
    if names.is_empty() {
        // Without any action people use the product.
        return vec![Action {
            name: "use".into(),
            title: "use".into(),
            who: vec![true; segments.len()],
            ..Action::default()
        }];
    }
    let list: Vec<Action> = names
        .iter()
        .map(|name| {
            let path = format!("action.{name}");
            let own: schema::Action = scenario.table(&path);
            let value: ActionValue = scenario.table(&format!("{path}.value"));
            let is_on = scenario.is_on(&path);
            let who = match own.who {
                list if !list.is_empty() => list,
                _ => segments.iter().map(|s| s.name.clone()).collect(),
            };
            let title = own.title;
            let mimics = own.mimics.unwrap_or_default();
            if mimics == *name {
                found.push(scenario.mistake(
                    &format!("{path}.mimics"),
                    say!("model-mimics-itself"),
                    Some(say!("model-mimics-itself-help")),
                    say!("model-mimics-itself-label"),
                ));
            }
            Action {
                title: if title.is_empty() { name.clone() } else { title },
                effort: own.effort as f32,
                appeal: own.appeal as f32,
                barrier: own.barrier as f32,
                first_time: exp(-own.barrier),
                challenge: own.challenge as f32,
                reviewed: own.reviewed,
                review_minutes: (own.review_hours * 60.0).round() as i64,
                contribution: own.contribution,
                mimics: names.iter().position(|n| *n == mimics),
                detection: own.detection,
                penalty: own.penalty_points,
                mutual: own.mutual,
                value: [value.content, value.code, value.knowledge].iter().sum::<f64>() as f32,
                teaches: value.knowledge as f32,
                makes: [value.content, value.code],
                relief: scenario.table::<Six>(&format!("{path}.relief")).array(),
                who: segments.iter().map(|segment| is_on && who.contains(&segment.name)).collect(),
                name: name.clone(),
            }
        })
        .collect();
    for action in &list {
        let Some(honest) = action.mimics.map(|of| &list[of]).filter(|of| of.name != action.name) else { continue };
        if honest.mimics.is_some() {
            found.push(scenario.mistake(
                &format!("action.{}.mimics", action.name),
                say!("model-mimics-mimic", action = &action.name, mimicked = &honest.name),
                Some(say!("model-mimics-mimic-help")),
                say!("model-mimics-mimic-label"),
            ));
        }
    }
    list
}
