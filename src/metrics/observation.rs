//! Look: what passes over people find, for all metrics to read.

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::mechanisms::{Idle, relax};
use crate::model::{Model, Rules};
use crate::world::calendar::MONTH;
use crate::world::dossier::{Dossier, Part};
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
    /// Rewards that were expected and stayed away, since the last that came.
    pub dry: f64,
    /// Standard deviation of knowledge.
    pub knowledge_spread: f64,
    pub deficits: [f64; 6],
}

/// How many are active now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Members who did a deed in the last month.
    pub people: u64,
    /// Contributors of whom something was merged in the last month.
    pub contributors: u64,
    /// Staff among them.
    pub staff: u64,
    /// Contributors whose clock runs.
    pub engaged: u64,
}

/// Who came and went, and who was active.
#[derive(Clone, Debug, Default)]
struct Flows {
    people: Flow,
    contributors: Flow,
    was: Vec<u8>,
}

/// The world as metrics see it: what is dear is found when it is first asked for, since a condition seldom asks.
pub struct Look<'a> {
    /// The world.
    pub world: &'a World,
    /// The model.
    pub model: &'a Model,
    /// The rules in force.
    pub rules: &'a Rules,
    active: OnceCell<Active>,
    flows: OnceCell<Flows>,
    means: OnceCell<Means>,
}

impl<'a> Look<'a> {
    /// Looks at the world after a tick.
    pub fn at(world: &'a World, model: &'a Model, rules: &'a Rules) -> Self {
        Look { world, model, rules, active: OnceCell::new(), flows: OnceCell::new(), means: OnceCell::new() }
    }

    fn now(&self) -> f32 {
        self.world.tick as f32
    }
    /// Ticks in a month.
    fn window(&self) -> f32 {
        MONTH as f32 / self.world.tick_days
    }

    /// How many are active.
    pub fn active(&self) -> &Active {
        self.active.get_or_init(|| {
            let (people, now, window) = (&self.world.population.people, self.now(), self.window());
            // No branch, and a narrow sum: this is asked of everybody.
            let does = |(stage, last): (&u8, &f32)| u32::from((*stage == Stage::Member as u8) & (now - last < window));
            let people: u32 = people.stage.iter().zip(&people.last).map(does).sum();
            let mut active = Active { people: u64::from(people), ..Active::default() };
            for &dossier in &self.world.community.contributors {
                let file = &self.world.community.dossiers.list[dossier as usize];
                active.engaged += u64::from(file.clock.engaged);
                if self.contributes(file) {
                    active.contributors += 1;
                    active.staff += u64::from(file.clock.part == Part::Staff);
                }
            }
            active
        })
    }

    fn contributes(&self, file: &Dossier) -> bool {
        self.now() - file.last_merged < self.window() && file.has_contributed()
    }

    /// How many people, and how many contributors, of each segment are active.
    pub fn active_by_segment(&self) -> Vec<(u64, u64)> {
        let (world, now, window) = (self.world, self.now(), self.window());
        let people = &world.population.people;
        let does = |(stage, last): (&u8, &f32)| u32::from((*stage == Stage::Member as u8) & (now - last < window));
        let of = |range: &std::ops::Range<u32>| {
            let rows = range.start as usize..range.end as usize;
            let active: u32 = people.stage[rows.clone()].iter().zip(&people.last[rows]).map(does).sum();
            (u64::from(active), 0)
        };
        let mut all: Vec<(u64, u64)> = world.population.segments.iter().map(of).collect();
        for &dossier in &world.community.contributors {
            let file = &world.community.dossiers.list[dossier as usize];
            if self.contributes(file) {
                all[world.population.segment_of(file.id)].1 += 1;
            }
        }
        all
    }

    /// True value of all that somebody has done.
    pub fn worth(&self, file: &Dossier) -> f64 {
        let worths = self.rules.actions.iter().map(|action| f64::from(action.value));
        worths.zip(&file.counts).map(|(worth, &n)| worth * f64::from(n)).sum()
    }

    /// Who came and went of people, and of contributors.
    pub fn flows(&self) -> [Flow; 2] {
        let flows = self.flows.get_or_init(|| self.came_and_went());
        [flows.people, flows.contributors]
    }

    fn came_and_went(&self) -> Flows {
        let (world, now, window) = (self.world, self.now(), self.window());
        let people = &world.population.people;
        let since = world.observed.account.at;
        let mut flows = Flows { was: vec![0; people.len()], ..Flows::default() };
        for file in world.community.contributors.iter().map(|d| &world.community.dossiers.list[*d as usize]) {
            if self.contributes(file) {
                flows.was[file.id as usize] |= CONTRIBUTOR;
            }
        }
        for row in 0..people.len() {
            let stage = people.stage[row];
            if stage == Stage::Potential as u8 {
                continue;
            }
            let before = world.observed.account.was[row];
            let member = stage == Stage::Member as u8;
            if member && now - people.last[row] < window {
                flows.was[row] |= PERSON;
            }
            let is = flows.was[row];
            flows.was[row] |= (before & (PERSON | CONTRIBUTOR)) << BEFORE;
            flow(&mut flows.people, is & PERSON, before & PERSON, people.first_deed[row] >= since, !member);
            // Dossiers lie far away: only those of people who contribute or did are opened.
            let contributes = (is | before) & CONTRIBUTOR > 0;
            if let Some(file) = world.community.dossiers.list.get(people.dossier[row] as usize).filter(|_| contributes)
            {
                let stopped = !member || !file.clock.engaged;
                let new = file.first_merged >= since;
                flow(&mut flows.contributors, is & CONTRIBUTOR, before & CONTRIBUTOR, new, stopped);
            }
            // Now, at the row before, and at the one before that.
            let kept = |bit: u8| u64::from(is & before & (before >> BEFORE) & bit > 0);
            flows.people.kept += kept(PERSON);
            flows.contributors.kept += kept(CONTRIBUTOR);
        }
        flows
    }

    /// Means over members, decayed to the end of the tick.
    pub fn means(&self) -> &Means {
        self.means.get_or_init(|| {
            let (people, now) = (&self.world.population.people, self.now());
            let (mut sums, mut members) = (Means::default(), 0);
            for (range, rules) in self.world.population.segments.iter().zip(&self.rules.segments) {
                let inside: Vec<usize> =
                    (range.start as usize..range.end as usize).filter(|row| people.is_member(*row)).collect();
                members += inside.len();
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
            sums.over(members as f64)
        })
    }

    /// The account that the next look compares with: where nobody asked who came and went, who was active before is kept.
    pub fn account(self) -> Account {
        let was = match self.flows.into_inner() {
            Some(flows) => flows.was,
            None => self.world.observed.account.was.clone(),
        };
        Account { was, at: self.world.tick as f32, tally: self.world.tally.clone() }
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
        self.dry += f64::from(person.dry);
        self.knowledge_spread += f64::from(person.knowledge) * f64::from(person.knowledge);
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
            &mut self.dry,
            &mut self.knowledge_spread,
        ] {
            *sum /= n;
        }
        self.deficits = self.deficits.map(|d| d / n);
        // A mean of squares until here.
        self.knowledge_spread = libm::sqrt((self.knowledge_spread - self.knowledge * self.knowledge).max(0.0));
        self
    }
}
