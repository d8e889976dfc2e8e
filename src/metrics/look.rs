//! Look: what one pass over people finds, for all metrics to read.

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::mechanisms::{Idle, relax};
use crate::model::{Model, Rules};
use crate::world::calendar::MONTH;
use crate::world::dossier::Part;
use crate::world::people::Stage;
use crate::world::{Account, World};

/// So many people are brought up to date together.
const CROWD: usize = 4096;
const PERSON: u8 = 1;
const CONTRIBUTOR: u8 = 2;
/// The same at the row before stands two bits higher.
const BEFORE: u8 = 2;

/// Who came and went since the last row: A(t) = A(t−1) + new + returned − lapsed − left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    pub active: u64,
    pub new: u64,
    pub returned: u64,
    pub lapsed: u64,
    pub left: u64,
    /// Active at this row and the two before.
    pub kept: u64,
}

/// Means over members, decayed to the end of the tick.
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
    pub deficits: [f64; 6],
}

/// The world as metrics see it.
pub struct Look<'a> {
    /// The world.
    pub world: &'a World,
    /// The model.
    pub model: &'a Model,
    /// The rules in force.
    pub rules: &'a Rules,
    /// Members who did a deed in the last month.
    pub people: Flow,
    /// Contributors of whom something was merged in the last month.
    pub contributors: Flow,
    /// Staff among them.
    pub staff: u64,
    /// Contributors whose clock runs.
    pub engaged: u64,
    was: Vec<u8>,
    /// Members of each segment, by row.
    inside: Vec<Vec<usize>>,
    means: OnceCell<Means>,
}

impl<'a> Look<'a> {
    /// Looks at the world after a tick.
    pub fn at(world: &'a World, model: &'a Model, rules: &'a Rules) -> Self {
        let mut look = Look {
            world,
            model,
            rules,
            people: Flow::default(),
            contributors: Flow::default(),
            staff: 0,
            engaged: 0,
            was: vec![0; world.people.len()],
            inside: Vec::new(),
            means: OnceCell::new(),
        };
        let now = world.tick as f32;
        let window = MONTH as f32 / world.tick_days;
        look.contributions(now, window);
        look.persons(now, window);
        look
    }

    fn contributions(&mut self, now: f32, window: f32) {
        for &dossier in &self.world.contributors {
            let file = &self.world.dossiers.list[dossier as usize];
            self.engaged += u64::from(file.clock.engaged);
            let row = file.id as usize;
            if now - file.last_merged < window && file.has_contributed() {
                self.was[row] |= CONTRIBUTOR;
                self.staff += u64::from(file.clock.part == Part::Staff);
            }
        }
    }

    fn persons(&mut self, now: f32, window: f32) {
        let world = self.world;
        let people = &world.people;
        let since = world.account.at;
        for range in &world.segments {
            let mut inside: Vec<usize> = Vec::new();
            for row in range.start as usize..range.end as usize {
                let stage = people.stage[row];
                let before = world.account.was[row];
                if stage == Stage::Potential as u8 {
                    continue;
                }
                let member = stage == Stage::Member as u8;
                if member && now - people.last[row] < window {
                    self.was[row] |= PERSON;
                }
                let is = self.was[row];
                self.was[row] |= (before & (PERSON | CONTRIBUTOR)) << BEFORE;
                flow(&mut self.people, is & PERSON, before & PERSON, people.first_deed[row] >= since, !member);
                // Dossiers lie far away: only those of people who contribute or did are opened.
                let contributes = (is | before) & CONTRIBUTOR > 0;
                if let Some(file) = world.dossiers.list.get(people.dossier[row] as usize).filter(|_| contributes) {
                    let stopped = !member || !file.clock.engaged;
                    let new = file.first_merged >= since;
                    flow(&mut self.contributors, is & CONTRIBUTOR, before & CONTRIBUTOR, new, stopped);
                }
                // Now, at the row before, and at the one before that.
                let kept = |bit: u8| u64::from(is & before & (before >> BEFORE) & bit > 0);
                self.people.kept += kept(PERSON);
                self.contributors.kept += kept(CONTRIBUTOR);
                if member {
                    inside.push(row);
                }
            }
            self.inside.push(inside);
        }
    }

    /// Means over members, decayed to the end of the tick; found when they are first asked for, since a condition seldom asks.
    pub fn means(&self) -> &Means {
        self.means.get_or_init(|| {
            let (people, now) = (&self.world.people, self.world.tick as f32);
            let mut sums = Means::default();
            for (inside, rules) in self.inside.iter().zip(&self.rules.segments) {
                let now_of = |rows: &[usize]| {
                    let idle = |row: &usize| {
                        let person = people.person(*row);
                        Idle { person, ticks: now - person.touched }
                    };
                    let mut idle: Vec<Idle> = rows.iter().map(idle).collect();
                    relax(&rules.mechanisms, &mut idle, now);
                    idle
                };
                // Brought up to date side by side, summed in the order of rows: results must not know about threads.
                let crowds: Vec<Vec<Idle>> = inside.par_chunks(CROWD).map(now_of).collect();
                crowds.iter().flatten().for_each(|i| sums.add(&i.person));
            }
            sums.over(self.inside.iter().map(Vec::len).sum::<usize>() as f64)
        })
    }

    /// The account that the next row compares with.
    pub fn account(self) -> Account {
        Account { was: self.was, at: self.world.tick as f32, tally: self.world.tally.clone() }
    }
}

fn flow(sum: &mut Flow, is: u8, was: u8, new: bool, gone: bool) {
    match (is > 0, was > 0) {
        (true, true) => sum.active += 1,
        (true, false) => {
            sum.active += 1;
            if new { sum.new += 1 } else { sum.returned += 1 }
        }
        (false, true) => {
            if gone {
                sum.left += 1
            } else {
                sum.lapsed += 1
            }
        }
        (false, false) => {}
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
        for (sum, d) in self.deficits.iter_mut().zip(person.needs) {
            *sum += f64::from(d);
        }
    }
    fn over(mut self, n: f64) -> Self {
        let n = n.max(1.0);
        for sum in [
            &mut self.anticipation,
            &mut self.tolerance,
            &mut self.habit,
            &mut self.knowledge,
            &mut self.motivation,
            &mut self.stake,
            &mut self.fame,
            &mut self.intensity,
        ] {
            *sum /= n;
        }
        self.deficits = self.deficits.map(|d| d / n);
        self
    }
}
