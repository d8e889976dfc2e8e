//! The model of a scenario: names resolved to indices, numbers checked, rules ordered by date.
//!
//! Invariant: a [`Model`] can be run; all mistakes are found when it is resolved. Tables are found by index, and an index means the same
//! table at every date.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::error::Error;
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario};
use crate::world::calendar::{Calendar, Step, Tick};
use crate::world::contacts::Kind;
use crate::world::people::Column;
use crate::world::promises::Promise;
use crate::world::stream::Stream;

mod actions;
mod announcements;
mod channels;
mod conditions;
mod constants;
mod contacts;
mod counters;
mod dates;
mod frameworks;
mod groups;
mod ladders;
mod limits;
mod lints;
mod milestones;
mod names;
mod ordered;
mod organisations;
mod paths;
mod pay;
mod randomness;
mod rewards;
mod rules;
mod segments;
mod shocks;
mod states;
mod tier_cycles;
mod ties;

pub use actions::Action;
pub use announcements::{Announced, EndorsementRule};
pub use channels::{CarrierRule, OccasionRule};
pub use conditions::Watch;
pub use counters::Counters;
pub use dates::Row;
pub use frameworks::{Framework, Gives};
pub use groups::{Chapter, SeatRule, Sig};
pub use ladders::{Ladder, Tier};
pub use lints::{Lint, lints};
pub use milestones::Milestone;
pub use organisations::{Group, HubTerms};
pub use paths::{OrgTier, Path};
pub use rewards::PrizeRule;
pub use rules::{Rules, SegmentRules};
pub use segments::Segment;
pub use shocks::{BalanceRule, Shock};

use states::States;

/// The share of a horizon by which the simulated time may differ from it without a word: a year has 52 weeks.
const NEAR_HORIZON: f64 = 0.02;

/// A scenario, ready to run.
pub struct Model {
    /// Ticks and dates.
    pub calendar: Calendar,
    /// Ticks until the horizon.
    pub ticks: Tick,
    /// The horizon that was asked for, days.
    horizon: f64,
    /// Ticks of the coast, at least one.
    pub coast_ticks: Tick,
    /// Ticks after which rows are written, the horizon last.
    pub rows: Vec<Row>,
    /// Ticks after which a calendar month ends, to the end of the coast.
    pub months: Vec<Tick>,
    /// Ticks from which comings and goings of each of these months are counted.
    pub openings: Vec<Tick>,
    /// Segments, in alphabetical order.
    pub segments: Vec<Segment>,
    /// Structure of contacts.
    pub contact_kind: Kind,
    /// Contacts of a person, on average.
    pub mean_degree: f64,
    /// Whether each replicate draws a network of its own.
    pub redraw: bool,
    /// Sentences on the file of contacts, and on what the network cannot have.
    pub contact_notes: Vec<String>,
    /// Number of people whose traces are kept.
    pub traces: u32,
    /// Counters of people that are kept at all dates.
    pub counters: Counters,
    /// Names of pools, in alphabetical order.
    pub pools: Vec<String>,
    /// Whether there are organisations or a flywheel.
    pub ecosystem: bool,
    /// Whether any occasion has a table `gripe`.
    pub complains: bool,
    /// Promises that a shock may expose: `[(path, promise)]`.
    pub exposable: Vec<(String, Promise)>,
    /// Interventions that begin with a condition, in the order of names.
    pub watches: Vec<Watch>,
    /// The condition of each milestone, in the order of names.
    pub milestones: Vec<Watch>,
    /// Tick from which rules are in force, the first 0, and the rules under each set of watches that hold: `[date][set]`.
    rules: Vec<(Tick, Vec<Rules>)>,
    /// The same rules without everything that costs money, in force when spending has stopped.
    unfunded: Vec<(Tick, Vec<Rules>)>,
}

impl Model {
    /// The model of a scenario under a patch that holds from a date on, or from the start.
    ///
    /// # Errors
    /// All mistakes that appear when names are resolved, with their places.
    pub fn resolve(scenario: &Scenario, treatment: Option<(&Patch, Option<Date>)>) -> Result<Model, Error> {
        let mut found = Vec::new();
        let mut states = States::resolve(scenario, treatment, &mut found)?;
        let (calendar, sets) = (states.calendar, states.sets());
        for (_, scenario) in states.all.iter().step_by(sets) {
            lints::unpooled(scenario, &mut found);
        }
        let all = &mut states.all;
        let now = &all[0].1.clone();
        let root: schema::Root = now.table("");
        let ticks = calendar.ticks(root.horizon);
        let coast: schema::Coast = now.table("coast");
        let coast_ticks = calendar.ticks(coast.after);
        let end = if coast.replicates > 0 { ticks + coast_ticks } else { ticks };
        if let Some(beyond) = limits::beyond_calendar(now, &calendar, end) {
            return Err(scenario.mistakes(vec![beyond]));
        }
        let segments = segments::segments(now, calendar.step.days(), &mut found);
        let contacts::Resolved { kind, mean_degree, redraw, notes } = contacts::resolve(now, &segments, &mut found);
        let pools: Vec<String> = names::pools(now).into_iter().map(|(name, _)| name).collect();
        for (_, later) in all.iter().skip(1) {
            constants::check_constants(now, later, &mut found);
        }
        constants::complete(all);
        let counters = Counters::resolve(all.iter().map(|(_, scenario)| scenario), calendar.step.days());
        let mut checked_ladders = BTreeSet::new();
        let mut rules = Vec::new();
        let mut unfunded = Vec::new();
        for sets in all.chunks(sets) {
            let (mut with, mut without) = (Vec::new(), Vec::new());
            for (_, scenario) in sets {
                let rules = Rules::resolve(scenario, &calendar, &segments, &kind, &counters, &mut found);
                tier_cycles::report_circles(scenario, &rules, &mut checked_ladders, &mut found);
                with.push(rules);
                without.push(Rules::resolve(scenario, &calendar, &segments, &kind, &counters, &mut Vec::new()));
            }
            without.iter_mut().for_each(Rules::defund);
            rules.push((sets[0].0, with));
            unfunded.push((sets[0].0, without));
        }
        if !found.is_empty() {
            return Err(scenario.mistakes(found));
        }
        let months = dates::rows(&calendar, ticks + coast_ticks, "month");
        let months: Vec<Tick> = months.into_iter().map(|row| row.after).collect();
        // The first scenario holds tables of later dates too, switched off.
        let first = &states.all[0].1;
        let record: schema::Record = now.table("record");
        Ok(Model {
            exposable: shocks::exposable(states.all.iter().map(|(_, scenario)| scenario)),
            ecosystem: now.is_on("flywheel")
                || ["organisation", "milestone"].iter().any(|part| !first.all_names(part).is_empty()),
            complains: channels::complains(now),
            rows: dates::rows(&calendar, ticks, &record.every),
            openings: dates::openings(&calendar, &months),
            months,
            coast_ticks,
            traces: record.people as u32,
            calendar,
            ticks,
            horizon: root.horizon,
            segments,
            contact_kind: kind,
            mean_degree,
            redraw,
            contact_notes: notes,
            counters,
            pools,
            watches: states.watches,
            milestones: milestones::conditions(first, calendar.step.days()),
            rules,
            unfunded,
        })
    }

    /// The rules in force at a tick by date alone, and whether they begin at this tick.
    pub fn rules(&self, at: Tick) -> (&Rules, bool) {
        in_force(&self.rules, at, 0)
    }
    /// The rules in force at a tick under a set of watches that hold; without everything that costs money if spending has stopped.
    pub fn rules_under(&self, at: Tick, holding: usize, stopped: bool) -> (&Rules, bool) {
        in_force(if stopped { &self.unfunded } else { &self.rules }, at, holding)
    }
    /// Whether a predicate holds for the rules of any date.
    pub fn ever(&self, holds: impl Fn(&Rules) -> bool) -> bool {
        self.all_rules().any(holds)
    }
    /// The rules of every date, under every set of conditions.
    pub fn all_rules(&self) -> impl Iterator<Item = &Rules> {
        self.rules.iter().flat_map(|(_, sets)| sets)
    }
    /// Ticks after the horizon at which a coast is measured, its end last: a thirteenth of its length apart (four weeks of a year).
    pub fn coast_marks(&self) -> Vec<Tick> {
        let every = (self.coast_ticks / 13).max(1);
        (1..=self.coast_ticks).filter(|after| (self.coast_ticks - after).is_multiple_of(every)).collect()
    }
    /// The first of the [coast's marks](Self::coast_marks) that lies in the last quarter of its time.
    pub fn late_marks(&self) -> usize {
        self.coast_marks().iter().position(|after| after * 4 > 3 * self.coast_ticks).unwrap_or(0)
    }
    /// Columns that the rules of any date need.
    pub fn columns(&self) -> Vec<Column> {
        self.rules.iter().flat_map(|(_, sets)| sets).flat_map(|rules| rules.columns.iter().copied()).collect()
    }
    /// The rows of a segment.
    pub fn segment_rows(&self, segment: usize) -> std::ops::Range<u32> {
        let start = self.segments[..segment].iter().map(|s| s.people).sum::<u32>();
        start..start + self.segments[segment].people
    }
    /// The segment of a person.
    pub fn segment_of(&self, id: u32) -> usize {
        let mut end = 0;
        for (index, segment) in self.segments.iter().enumerate() {
            end += segment.people;
            if id < end {
                return index;
            }
        }
        self.segments.len() - 1
    }
    /// The span that is simulated, in words, if the horizon is clearly no whole number of ticks.
    pub fn rounded(&self) -> Option<String> {
        let days = f64::from(self.ticks) * self.calendar.step.days();
        let unit = match self.calendar.step {
            Step::Day => "day",
            Step::Week => "week",
            Step::Month => "month",
            Step::Quarter => "quarter",
            Step::Year => "year",
        };
        let is_near = (days - self.horizon).abs() <= NEAR_HORIZON * self.horizon;
        (!is_near).then(|| say!("model-simulated", ticks = self.ticks, unit = unit))
    }
    /// The horizon as tables and charts tell it: as it was `asked` for, and what is simulated where that differs.
    pub fn told(&self, asked: String) -> String {
        self.rounded()
            .map_or(asked.clone(), |simulated| say!("model-simulated-of", simulated = simulated, asked = asked))
    }
    /// Number of people whom the product could reach.
    pub fn people(&self) -> u32 {
        self.segments.iter().map(|s| s.people).sum()
    }
    /// The address of luck of a replicate.
    pub fn replicate_stream(seed: u64, replicate: u64) -> Stream {
        Stream::seeded(seed).named("replicate").at(replicate)
    }
}

fn in_force(rules: &[(Tick, Vec<Rules>)], at: Tick, holding: usize) -> (&Rules, bool) {
    let index = rules.partition_point(|(from, _)| *from <= at).saturating_sub(1);
    let (from, sets) = &rules[index];
    (&sets[holding], *from == at && index > 0)
}
