//! Observation: counts and means over all people after a tick, from which all metrics are read.
//!
//! Each pass over people is made once, when its result is first asked for. Results do not depend on the number of threads.

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::mechanisms::{Idle, relax};
use crate::model::{Model, Rules};
use crate::world::calendar::MONTH;
use crate::world::dossier::{Dossier, Part};
use crate::world::observed::Counts;
use crate::world::people::Stage;
use crate::world::{Account, Closed, Flow, Window, World};

/// Number of people who are relaxed together in one task.
const CROWD: usize = 4096;
/// Bit of an active person.
const PERSON: u8 = 1;
/// Bit of an active contributor.
const CONTRIBUTOR: u8 = 2;
/// The bits of the previous month are stored this number of places higher.
const BEFORE: u8 = 2;

/// Means over members, whose state is relaxed to the end of the tick.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Means {
    pub anticipation: f64,
    pub tolerance: f64,
    pub habit: f64,
    pub knowledge: f64,
    pub motivation: f64,
    pub stake: f64,
    pub fame: f64,
    pub intensity: f64,
    /// Expected rewards that did not come since the last reward that came.
    pub dry: f64,
    /// Standard deviation of knowledge.
    pub knowledge_spread: f64,
    pub deficits: [f64; 6],
}

/// Numbers of those who are active now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Members who did a deed in the last month.
    pub people: u64,
    /// Contributors with a contribution merged in the last month.
    pub contributors: u64,
    /// Staff among them.
    pub staff: u64,
    /// Contributors whose clock runs.
    pub engaged: u64,
}

/// The world as metrics see it. Expensive parts are computed on first use, since most conditions do not need them.
pub struct Observation<'a> {
    /// The world.
    pub world: &'a World,
    /// The model.
    pub model: &'a Model,
    /// The rules in force.
    pub rules: &'a Rules,
    /// The time over which flows are counted.
    window: Window,
    active: OnceCell<Active>,
    means: OnceCell<Means>,
}

impl<'a> Observation<'a> {
    /// An observation of the world after a tick.
    pub fn new(world: &'a World, model: &'a Model, rules: &'a Rules, window: Window) -> Self {
        Observation { world, model, rules, window, active: OnceCell::new(), means: OnceCell::new() }
    }

    /// A count of what happens, per month of 30.4 days.
    pub fn rate(&self, of: impl Fn(&Counts) -> f64) -> f64 {
        self.world.observed.recent.rate(self.window, of)
    }

    /// Who came and went: in a row, over the months that ended since the row before; otherwise over the last month that has ended.
    pub fn closed(&self) -> Option<Closed> {
        let account = &self.world.observed.account;
        match self.window {
            Window::Row => account.row.or(account.closed),
            Window::Month => account.closed,
        }
    }

    /// The end of the tick.
    fn now(&self) -> f32 {
        self.world.tick as f32
    }
    /// Ticks in a month.
    fn month_ticks(&self) -> f32 {
        MONTH as f32 / self.world.tick_days
    }

    /// Numbers of those who are active.
    pub fn active(&self) -> &Active {
        self.active.get_or_init(|| {
            let (people, now, window) = (&self.world.population.people, self.now(), self.month_ticks());
            // No branch and a narrow sum: this loop passes over all people.
            let is_active =
                |(stage, last): (&u8, &f32)| u32::from((*stage == Stage::Member as u8) & (now - last < window));
            let people: u32 = people.stage.iter().zip(&people.last).map(is_active).sum();
            let mut active = Active { people: u64::from(people), ..Active::default() };
            for &index in &self.world.community.contributors {
                let dossier = &self.world.community.dossiers.list[index as usize];
                active.engaged += u64::from(dossier.clock.engaged);
                if self.contributes(dossier) {
                    active.contributors += 1;
                    active.staff += u64::from(dossier.clock.part == Part::Staff);
                }
            }
            active
        })
    }

    /// Whether a person is an active contributor.
    fn contributes(&self, dossier: &Dossier) -> bool {
        self.now() - dossier.last_merged < self.month_ticks() && dossier.has_contributed()
    }

    /// Numbers of active people and active contributors of each segment: `[segment]`.
    pub fn active_by_segment(&self) -> Vec<(u64, u64)> {
        let (world, now, window) = (self.world, self.now(), self.month_ticks());
        let people = &world.population.people;
        let is_active = |(stage, last): (&u8, &f32)| u32::from((*stage == Stage::Member as u8) & (now - last < window));
        let count = |range: &std::ops::Range<u32>| {
            let rows = range.start as usize..range.end as usize;
            let active: u32 = people.stage[rows.clone()].iter().zip(&people.last[rows]).map(is_active).sum();
            (u64::from(active), 0)
        };
        let mut all: Vec<(u64, u64)> = world.population.segments.iter().map(count).collect();
        for &index in &world.community.contributors {
            let dossier = &world.community.dossiers.list[index as usize];
            if self.contributes(dossier) {
                all[world.population.segment_of(dossier.id)].1 += 1;
            }
        }
        all
    }

    /// True value of all deeds of a person.
    pub fn true_value(&self, dossier: &Dossier) -> f64 {
        let values = self.rules.actions.iter().map(|action| f64::from(action.value));
        values.zip(&dossier.counts).map(|(value, &n)| value * f64::from(n)).sum()
    }

    /// Who is active, by row of people: bit 1 as a person, bit 2 as a contributor.
    pub fn activity(&self) -> Vec<u8> {
        let (world, now, window) = (self.world, self.now(), self.month_ticks());
        let people = &world.population.people;
        let is_active = |(stage, last): (&u8, &f32)| u8::from((*stage == Stage::Member as u8) & (now - last < window));
        let mut activity: Vec<u8> = people.stage.iter().zip(&people.last).map(is_active).collect();
        for dossier in world.community.contributors.iter().map(|d| &world.community.dossiers.list[*d as usize]) {
            if self.contributes(dossier) {
                activity[dossier.id as usize] |= CONTRIBUTOR;
            }
        }
        activity
    }

    /// The account of the calendar month that ends now: who came and who went since it was opened.
    pub fn close_month(&self) -> Account {
        let people = &self.world.population.people;
        let account = &self.world.observed.account;
        let (opened, since) = (&account.opened.0, account.opened.1);
        let mut activity = self.activity();
        let months = f64::from((self.now() - since) / self.month_ticks());
        let mut closed = Closed { months, ..Closed::default() };
        for (row, activity) in activity.iter_mut().enumerate() {
            let stage = people.stage[row];
            if stage == Stage::Potential as u8 {
                continue;
            }
            let (is, was, before) = (*activity, opened[row], account.ended[row]);
            *activity |= (before & (PERSON | CONTRIBUTOR)) << BEFORE;
            let member = stage == Stage::Member as u8;
            closed.people.add(is & PERSON, was & PERSON, people.first_deed[row] >= since, !member);
            // Dossiers are far away in memory: only those of present and former contributors are read.
            let contributes = (is | was) & CONTRIBUTOR > 0;
            if let Some(dossier) =
                self.world.community.dossiers.list.get(people.dossier[row] as usize).filter(|_| contributes)
            {
                let stopped = !member || !dossier.clock.engaged;
                let new = dossier.first_merged >= since;
                closed.contributors.add(is & CONTRIBUTOR, was & CONTRIBUTOR, new, stopped);
            }
            // Active now, a month before, and a month before that.
            let kept = |bit: u8| u64::from(is & before & (before >> BEFORE) & bit > 0);
            closed.people.kept += kept(PERSON);
            closed.contributors.kept += kept(CONTRIBUTOR);
        }
        let row = closed.after(account.row.as_ref());
        Account {
            opened: account.opened.clone(),
            ended: activity,
            closed: Some(closed),
            row: Some(row),
            months: account.months + 1,
        }
    }

    /// Means over members, whose state is relaxed to the end of the tick; NaN without members.
    pub fn means(&self) -> &Means {
        self.means.get_or_init(|| {
            let (people, now) = (&self.world.population.people, self.now());
            let (mut sums, mut members) = (Means::default(), 0);
            for (range, rules) in self.world.population.segments.iter().zip(&self.rules.segments) {
                let inside: Vec<usize> =
                    (range.start as usize..range.end as usize).filter(|row| people.is_member(*row)).collect();
                members += inside.len();
                let relaxed = |rows: &[usize]| {
                    let idle = |row: &usize| {
                        let person = people.person(*row);
                        Idle { person, ticks: now - person.touched }
                    };
                    let mut idle: Vec<Idle> = rows.iter().map(idle).collect();
                    relax(&rules.mechanisms, &mut idle, now);
                    idle
                };
                // Relaxed in parallel, but summed in the order of rows: sums must not depend on threads.
                let crowds: Vec<Vec<Idle>> = inside.par_chunks(CROWD).map(relaxed).collect();
                crowds.iter().flatten().for_each(|i| sums.add(&i.person));
            }
            sums.divided_by(members as f64)
        })
    }
}

impl Flow {
    /// Counts one person: active now, active a month before, newly come, gone for good.
    fn add(&mut self, is: u8, was: u8, new: bool, gone: bool) {
        match (is > 0, was > 0) {
            (true, true) => self.active += 1,
            (true, false) => {
                self.active += 1;
                if new { self.new += 1 } else { self.returned += 1 }
            }
            (false, true) => {
                if gone {
                    self.left += 1
                } else {
                    self.lapsed += 1
                }
            }
            (false, false) => {}
        }
    }
}

impl Means {
    fn add(&mut self, person: &crate::world::people::Person) {
        self.anticipation += f64::from(person.anticipation);
        self.tolerance += f64::from(person.tolerance);
        self.habit += f64::from(person.habit);
        self.knowledge += f64::from(person.knowledge);
        self.motivation += f64::from(person.motivation);
        self.stake += f64::from(person.stake);
        self.fame += f64::from(person.fame);
        self.intensity += f64::from(person.urge);
        self.dry += f64::from(person.dry);
        self.knowledge_spread += f64::from(person.knowledge) * f64::from(person.knowledge);
        for (sum, d) in self.deficits.iter_mut().zip(person.needs) {
            *sum += f64::from(d);
        }
    }
    fn divided_by(mut self, n: f64) -> Self {
        let n = if n > 0.0 { n } else { f64::NAN };
        for sum in [
            &mut self.anticipation,
            &mut self.tolerance,
            &mut self.habit,
            &mut self.knowledge,
            &mut self.motivation,
            &mut self.stake,
            &mut self.fame,
            &mut self.intensity,
            &mut self.dry,
            &mut self.knowledge_spread,
        ] {
            *sum /= n;
        }
        self.deficits = self.deficits.map(|d| d / n);
        // Until now, `knowledge_spread` holds the mean of squares.
        let variance = self.knowledge_spread - self.knowledge * self.knowledge;
        self.knowledge_spread = libm::sqrt(if variance < 0.0 { 0.0 } else { variance });
        self
    }
}
