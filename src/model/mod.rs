//! What a scenario means: names resolved, numbers checked, rules dated.
//!
//! Invariant: a [`Model`] can be run; whatever could be wrong with it was said when it was resolved. Its tables are found by index,
//! and an index means the same thing at every date.

use jiff::civil::Date;

use crate::error::{Error, Mistake};
use crate::scenario::{Patch, Scenario};
use crate::world::calendar::{Calendar, MONTH, Step, Tick, YEAR};
use crate::world::contacts::Kind;
use crate::world::stream::Stream;

mod contacts;
mod rules;

pub use rules::{Action, Ladder, PrizeRule, Rules, SegmentRules, Tier};

/// People with common numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// As the scenario names it.
    pub name: String,
    /// Everybody whom the product could reach.
    pub people: u32,
    /// Members when the run begins.
    pub members: u32,
    /// Engaged contributors among them.
    pub contributors: u32,
    /// Whether members at the start have ages from a steady state.
    pub aged: bool,
    /// Age of the oldest possible member, ticks.
    pub history: f64,
}

/// When a row is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// After how many ticks.
    pub after: Tick,
    /// The first day after them.
    pub date: Date,
}

/// A scenario, ready to run.
pub struct Model {
    /// Ticks and dates.
    pub calendar: Calendar,
    /// Ticks until the horizon.
    pub ticks: Tick,
    /// Ticks of the coast.
    pub coast_ticks: Tick,
    /// When rows are written, the horizon last.
    pub rows: Vec<Row>,
    /// Segments, in alphabetical order.
    pub segments: Vec<Segment>,
    /// Structure of contacts.
    pub kind: Kind,
    /// Contacts of a person, on average.
    pub mean_degree: f64,
    /// Whether each replicate draws a network of its own.
    pub redraw: bool,
    /// Of how many people traces are kept.
    pub traces: u32,
    /// Names of pools, in alphabetical order.
    pub pools: Vec<String>,
    /// Rules and the tick from which they hold; the first from 0.
    rules: Vec<(Tick, Rules)>,
    /// The same with everything that costs money taken out, as announced when spending stops.
    unfunded: Vec<(Tick, Rules)>,
}

impl Model {
    /// The model of a scenario under a patch that holds from a date on, or from the start.
    ///
    /// # Errors
    /// Every mistake at once that only shows when names are resolved, with its place.
    pub fn resolve(scenario: &Scenario, treatment: Option<(&Patch, Option<Date>)>) -> Result<Model, Error> {
        let mut found = Vec::new();
        // What the treatment says from the start on belongs to the world as it is born.
        let mut now = match treatment {
            Some((patch, None)) => scenario.patched(patch)?,
            _ => scenario.clone(),
        };
        let calendar = calendar(&now)?;
        let mut dated: Vec<(Date, Patch)> = now.interventions();
        if let Some((patch, Some(date))) = treatment {
            dated.push((date, patch.clone()));
        }
        // Of two patches on one day, the treatment's is the last; the others follow their names, not the file.
        let last = treatment.map(|(patch, _)| patch.name.clone());
        dated.sort_by_key(|(date, patch)| (*date, last.as_ref() == Some(&patch.name), patch.name.clone()));
        // And so does what holds from the first day on.
        let later = dated.split_off(dated.partition_point(|(date, _)| calendar.tick(*date) == 0));
        for (_, patch) in dated {
            now = now.patched(&patch)?;
        }
        let now = &now;
        let root = now.settings("");
        let days = |name: &str| number(root.value(name));
        let ticks = calendar.ticks(days("horizon"));
        let segments = segments(now, calendar.step.days(), &mut found);
        let (kind, mean_degree, redraw) = contacts::resolve(now, &segments, &mut found);
        let pools: Vec<String> = pools(now).into_iter().map(|(name, _)| name).collect();

        let mut standing = vec![(0, now.clone())];
        for (date, patch) in later {
            let at = calendar.tick(date);
            let (last, scenario) = standing.last().cloned().unwrap_or((0, now.clone()));
            let next = scenario.patched(&patch)?;
            // Rules that stay what they are do not begin anew: nobody has reason to look at them again.
            if next.hash() == scenario.hash() {
                continue;
            }
            // Two patches on one day are one change.
            if last == at {
                standing.pop();
            }
            standing.push((at, next));
        }
        for (_, later) in standing.iter().skip(1) {
            steady(now, later, &mut found);
        }
        let mut rules = Vec::new();
        let mut unfunded = Vec::new();
        for (at, scenario) in &standing {
            rules.push((*at, Rules::resolve(scenario, &calendar, &segments, &kind, &mut found)));
            let mut without = Rules::resolve(scenario, &calendar, &segments, &kind, &mut Vec::new());
            without.defund();
            unfunded.push((*at, without));
        }
        if !found.is_empty() {
            return Err(scenario.mistakes(found));
        }
        let record = now.settings("record");
        let coast = now.settings("coast");
        Ok(Model {
            rows: rows(&calendar, ticks, &text(record.value("every"))),
            coast_ticks: calendar.ticks(number(coast.value("after"))),
            traces: count(record.value("people")) as u32,
            calendar,
            ticks,
            segments,
            kind,
            mean_degree,
            redraw,
            pools,
            rules,
            unfunded,
        })
    }

    /// The rules in force at a tick, and whether they begin to hold with it.
    pub fn rules(&self, at: Tick) -> (&Rules, bool) {
        in_force(&self.rules, at)
    }
    /// The same with everything that costs money taken out.
    pub fn unfunded(&self, at: Tick) -> (&Rules, bool) {
        in_force(&self.unfunded, at)
    }
    /// Columns that the rules of any date need.
    pub fn columns(&self) -> Vec<crate::world::people::Column> {
        self.rules.iter().flat_map(|(_, rules)| rules.columns.iter().copied()).collect()
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
    /// Everybody whom the product could reach.
    pub fn people(&self) -> u32 {
        self.segments.iter().map(|s| s.people).sum()
    }
    /// The address of a replicate.
    pub fn luck(seed: u64, replicate: u64) -> Stream {
        Stream::seeded(seed).named("replicate").at(replicate)
    }
}

/// What people, pools, actions, points and ladders there are is settled as the world is born; a dated patch may switch and turn
/// them, not bring new ones.
fn steady(now: &Scenario, later: &Scenario, found: &mut Vec<Mistake>) {
    let mut parts: Vec<String> = ["segment", "action", "points", "ladder", "badge"].map(str::to_owned).to_vec();
    parts.extend(now.all_names("ladder").iter().map(|l| format!("ladder.{l}.tier")));
    for part in parts {
        let before = now.all_names(&part);
        for name in later.all_names(&part).iter().filter(|n| !before.contains(n)) {
            found.push(later.mistake(
                &format!("{part}.{name}"),
                format!("{part}.{name} comes into the world on a date, and what there is must be there from the start"),
                Some(format!("write [{part}.{name}] in the file with off = true, and switch it \"on\" on the date")),
                "new on that date",
            ));
        }
    }
    if now.numbers("budget.pools").len() != later.numbers("budget.pools").len() {
        let help = Some("write the pool in the file, with share 0 until it is needed".to_owned());
        found.push(later.mistake("budget.pools", "a pool comes into the world on a date", help, "new on that date"));
    }
    for segment in now.names("segment") {
        for knob in ["people", "members_at_start", "contributors_at_start", "history", "ages_at_start"] {
            let path = format!("segment.{segment}.{knob}");
            let value = |s: &Scenario| s.settings(&format!("segment.{segment}")).value(knob).cloned();
            if value(now) != value(later) {
                found.push(later.mistake(&path, "the world is born once: this cannot change on a date", None, "here"));
            }
        }
    }
    if now.settings("contacts") != later.settings("contacts") {
        found.push(later.mistake("contacts", "contacts are drawn once: they cannot change on a date", None, "here"));
    }
}

/// Names in an order of their own: where a table stands in the file must not matter to anybody's luck.
fn ordered(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

/// The pools and their shares, in the order of their names.
fn pools(scenario: &Scenario) -> Vec<(String, f64)> {
    let mut pools = scenario.numbers("budget.pools");
    pools.sort_by(|a, b| a.0.cmp(&b.0));
    pools
}

fn in_force(rules: &[(Tick, Rules)], at: Tick) -> (&Rules, bool) {
    let index = rules.partition_point(|(from, _)| *from <= at).saturating_sub(1);
    let (from, rules) = &rules[index];
    (rules, *from == at && index > 0)
}

fn calendar(scenario: &Scenario) -> Result<Calendar, Error> {
    let root = scenario.settings("");
    let start = text(root.value("start")).parse::<Date>();
    let step = Step::parse(&text(root.value("tick")));
    match (start, step) {
        (Ok(start), Some(step)) => Ok(Calendar { start, step }),
        _ => Err(scenario.mistakes(vec![scenario.mistake(
            "start",
            "the run has no first day",
            Some("write: start = 2027-01-04".to_owned()),
            "",
        )])),
    }
}

fn segments(scenario: &Scenario, days: f64, found: &mut Vec<Mistake>) -> Vec<Segment> {
    let mut list = Vec::new();
    for name in ordered(scenario.names("segment")) {
        let path = format!("segment.{name}");
        let s = scenario.settings(&path);
        let (people, members) = (count(s.value("people")), count(s.value("members_at_start")));
        let contributors = count(s.value("contributors_at_start"));
        let mut more = |knob: &str, has: i64, than: i64, of: &str| {
            if has > than {
                found.push(scenario.mistake(
                    &format!("{path}.{knob}"),
                    &format!("{has} is more than the {than} {of} of the segment"),
                    Some(format!("at most {than}")),
                    "too many",
                ));
            }
        };
        more("members_at_start", members, people, "people");
        more("contributors_at_start", contributors, members, "members at the start");
        list.push(Segment {
            people: people as u32,
            members: members as u32,
            contributors: contributors as u32,
            aged: text(s.value("ages_at_start")) == "steady",
            history: number(s.value("history")) / days,
            name,
        });
    }
    if list.is_empty() {
        found.push(scenario.mistake(
            "segment",
            "there is nobody: the scenario has no segment",
            Some("write for instance: [segment.users] with people = 1000".to_owned()),
            "",
        ));
    }
    let all: i64 = list.iter().map(|s| i64::from(s.people)).sum();
    if all > i64::from(u32::MAX - 1) {
        found.push(scenario.mistake("segment", &format!("{all} people are more than a run can hold"), None, ""));
    }
    list
}

fn rows(calendar: &Calendar, ticks: Tick, every: &str) -> Vec<Row> {
    let days = match every {
        "month" => MONTH,
        "quarter" => 3.0 * MONTH,
        "year" => YEAR,
        _ => calendar.step.days(),
    };
    let mut list: Vec<Row> = Vec::new();
    for k in 1.. {
        // A tick may be longer than the time between rows: then each tick has one.
        let after = ((f64::from(k) * days / calendar.step.days()).round() as Tick).clamp(1, ticks);
        if list.last().is_none_or(|row| row.after < after) {
            list.push(Row { after, date: calendar.date(after) });
        }
        if after >= ticks {
            break;
        }
    }
    list
}

use crate::shelf::Set;

fn number(value: Option<&Set>) -> f64 {
    match value {
        Some(Set::Number(x)) => *x,
        Some(Set::Count(n)) => *n as f64,
        _ => 0.0,
    }
}
fn count(value: Option<&Set>) -> i64 {
    match value {
        Some(Set::Count(n)) => *n,
        _ => 0,
    }
}
fn text(value: Option<&Set>) -> String {
    match value {
        Some(Set::Text(t)) => t.clone(),
        _ => String::new(),
    }
}
