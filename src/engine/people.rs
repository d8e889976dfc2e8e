//! People: one tick of one crowd.
//!
//! A quiet person costs one hash and one comparison; whoever might act is looked at closely. Everything read is as it stood when
//! the tick began, everything written is the crowd's own.

use crate::mechanisms::{Contagion, Doer, Mechanism, Rates};
use crate::model::{Model, Rules};
use crate::world::maths::{chance, exp, poisson, poisson_above_zero};
use crate::world::people::{Crowd, NEVER, NONE, Person, Stage};
use crate::world::requests::{ACTIONS, Effect, Requests, Trigger};
use crate::world::stream::{Luck, Stream, unit};
use crate::world::{Outcome, Seen};

/// What a crowd needs to know besides what it sees.
pub(super) struct Ground<'a> {
    pub model: &'a Model,
    pub rules: &'a Rules,
    /// The replicate's address.
    pub luck: Stream,
    /// Where people's traits stand.
    pub people: Stream,
    /// Where this tick's draws stand.
    pub draws: Stream,
    /// Where this tick's choices stand.
    pub choices: Stream,
    /// Whether rules changed with this tick, so that everybody looks at them anew.
    pub anew: bool,
}

impl<'a> Ground<'a> {
    /// The ground of one tick.
    pub(super) fn of(model: &'a Model, rules: &'a Rules, luck: Stream, tick: u32, anew: bool) -> Self {
        Ground {
            model,
            rules,
            luck,
            people: luck.named("person"),
            draws: luck.named("tick").at(u64::from(tick)),
            choices: luck.named("choice").at(u64::from(tick)),
            anew,
        }
    }
    /// The address of a person, for traits.
    pub(super) fn person(&self, id: u32) -> Stream {
        self.people.at(u64::from(id))
    }
}

/// One tick of a crowd; `outcomes` are those of its people, in their order.
pub(super) fn tick(crowd: &mut Crowd, ground: &Ground, seen: &Seen, outcomes: &[Outcome]) -> Requests {
    let segment = &ground.rules.segments[crowd.segment];
    let mut rates = Rates::default();
    for mechanism in &segment.mechanisms {
        mechanism.hazards(seen, &mut rates);
    }
    let mut requests = Requests::default();
    let close = candidates(crowd, ground, seen, &rates);
    let mut doers = Vec::with_capacity(close.len() + outcomes.len());
    let here = Here { ground, seen, rates: &rates, mechanisms: &segment.mechanisms };
    for row in close {
        here.look(crowd, row as usize, &mut doers, &mut requests);
    }
    merge(crowd, &here, outcomes, &mut doers);
    if doers.is_empty() {
        return requests;
    }
    here.value(&mut doers);
    for doer in &mut doers {
        here.choose(doer, &mut requests);
    }
    for mechanism in &segment.mechanisms {
        mechanism.learn(&mut doers, seen, ground.people, &mut requests);
    }
    for doer in &mut doers {
        if doer.parts && doer.person.is_member() {
            part(&mut doer.person);
            requests.sums.left += 1;
            requests.parted.push(doer.id);
        }
        crowd.keep(doer.row, &doer.person);
    }
    requests
}

/// Rows of those to whom anything may happen in this tick: everybody else is quiet.
#[inline(never)]
fn candidates(crowd: &Crowd, ground: &Ground, seen: &Seen, rates: &Rates) -> Vec<u32> {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let n = crowd.len();
    if ground.anew || rates.steady || matches!(rates.contagion, Contagion::Threshold(_)) {
        return (0..n as u32).collect();
    }
    let share = here_share(seen, crowd.segment, &ground.model.kind);
    let social = if ground.model.kind.is_network() { 0.0 } else { rates.social * f64::from(share) };
    let flat = [(rates.external + social) as f32, (rates.paid + rates.others) as f32, rates.comeback as f32];
    let internal = rates.internal as f32;
    let key = ground.draws;
    let mut rows = Vec::with_capacity(n / 8 + 16);
    let network = ground.model.kind.is_network();
    let has_habit = !crowd.habit.is_empty();
    // Cut into blocks so that the bounds are computed in a loop without branches.
    const BLOCK: usize = 256;
    let mut near = [0_u8; BLOCK];
    let mut from = 0;
    while from < n {
        let to = (from + BLOCK).min(n);
        let stage = &crowd.stage[from..to];
        let (need, urge) = (&crowd.need[from..to], &crowd.urge[from..to]);
        let (drive, leave) = (&crowd.drive[from..to], &crowd.leave[from..to]);
        let first = key.bits().wrapping_add((u64::from(crowd.first) + from as u64 + 1).wrapping_mul(GOLDEN));
        let habit = if has_habit { &crowd.habit[from..to] } else { &need[..0] };
        for k in 0..to - from {
            let bits = crate::world::stream::mix(first.wrapping_add((k as u64).wrapping_mul(GOLDEN)));
            let u = (bits >> 32) as u32 as f32 * (1.0 / 4_294_967_296.0);
            let s = stage[k];
            let base = if s == 0 {
                flat[0]
            } else if s == 1 {
                flat[1]
            } else {
                flat[2]
            };
            let mut own = need[k];
            if has_habit {
                own += internal * habit[k];
            }
            // Zero for those who are no members; a hair wide, for the rounding of u.
            let bound = (base + own) * urge[k] + drive[k].abs() + leave[k];
            near[k] = u8::from(u <= bound * 1.000_001);
        }
        for (k, &is_near) in near[..to - from].iter().enumerate() {
            let reachable = network && stage[k] == Stage::Potential as u8 && crowd.ties[from + k] > 0;
            if is_near == 1 || reachable {
                rows.push((from + k) as u32);
            }
        }
        from = to;
    }
    rows
}

fn here_share(seen: &Seen, segment: usize, kind: &crate::world::contacts::Kind) -> f32 {
    match kind {
        crate::world::contacts::Kind::Blocks { own } => own * seen.shares[segment] + (1.0 - own) * seen.share,
        _ => seen.share,
    }
}

/// Leaves: gone, with nothing that triggers any more.
pub(super) fn part(person: &mut Person) {
    person.stage = Stage::Left as u8;
    person.need = 0.0;
    person.drive = 0.0;
    person.leave = 0.0;
    person.habit = 0.0;
    person.urge = 1.0;
}

/// Becomes a member: traits are drawn from the person's own address.
pub(super) fn join(person: &mut Person, mechanisms: &[Box<dyn Mechanism>], who: Stream, now: f32) {
    person.stage = Stage::Member as u8;
    person.born = now;
    person.touched = now;
    for mechanism in mechanisms {
        mechanism.join(person, who);
    }
}

struct Here<'a> {
    ground: &'a Ground<'a>,
    seen: &'a Seen<'a>,
    rates: &'a Rates,
    mechanisms: &'a [Box<dyn Mechanism>],
}

impl Here<'_> {
    /// What happens to one person: nothing, adoption, return, leaving, or triggers.
    fn look(&self, crowd: &mut Crowd, row: usize, doers: &mut Vec<Doer>, requests: &mut Requests) {
        let id = crowd.first + row as u32;
        let address = self.ground.draws.at(u64::from(id));
        let u = unit(address.bits());
        match crowd.stage[row] {
            0 => {
                if self.adopts(crowd, row, id, u) {
                    self.enter(crowd, row, id);
                    requests.sums.adopted += 1;
                    requests.joined.push(id);
                }
            }
            1 => {
                let leaves = chance(f64::from(crowd.leave[row]));
                if u < leaves {
                    let mut person = crowd.person(row);
                    part(&mut person);
                    crowd.keep(row, &person);
                    requests.sums.left += 1;
                    requests.parted.push(id);
                } else {
                    let rest = (u - leaves) / (1.0 - leaves);
                    if let Some(doer) = self.triggered(crowd, row, id, rest, address) {
                        doers.push(doer);
                    } else if self.ground.anew {
                        doers.push(self.doer(crowd, row, id));
                    }
                }
            }
            _ => {
                if u < chance(self.rates.comeback) {
                    self.enter(crowd, row, id);
                    requests.sums.returned += 1;
                    requests.joined.push(id);
                }
            }
        }
    }

    fn enter(&self, crowd: &mut Crowd, row: usize, id: u32) {
        let mut person = crowd.person(row);
        join(&mut person, self.mechanisms, self.ground.person(id), self.seen.tick as f32 + 1.0);
        crowd.keep(row, &person);
    }

    fn adopts(&self, crowd: &Crowd, row: usize, id: u32, u: f64) -> bool {
        let (mut share, mut ties) =
            (f64::from(here_share(self.seen, crowd.segment, &self.ground.model.kind)), u32::MAX);
        if self.ground.model.kind.is_network() {
            ties = crowd.ties[row];
            share = f64::from(ties) / f64::from(self.seen.contacts.degree(id).max(1));
        }
        match self.rates.contagion {
            Contagion::Linear => u < chance(self.rates.external + self.rates.social * share),
            Contagion::Complex { reinforcement } => {
                let heard = if ties >= reinforcement { self.rates.social * share } else { 0.0 };
                u < chance(self.rates.external + heard)
            }
            Contagion::Threshold(thresholds) => {
                let range = self.ground.model.segment_rows(crowd.segment);
                let trait_u = self.ground.person(id).named("adoption.threshold").unit();
                let bar = thresholds.of(id - range.start, range.end - range.start, trait_u);
                // A hair above: shares are kept in single precision.
                share * (1.0 + 1e-7) + 1e-9 >= bar || u < chance(self.rates.external)
            }
        }
    }

    /// A person taken out of the columns, brought up to date, not triggered.
    fn doer(&self, crowd: &Crowd, row: usize, id: u32) -> Doer {
        let mut person = crowd.person(row);
        let now = self.seen.tick as f32;
        let idle = now - person.touched;
        if idle > 0.0 {
            for mechanism in self.mechanisms {
                mechanism.relax(&mut person, now, idle);
            }
            person.touched = now;
        }
        Doer {
            row,
            id,
            person,
            deeds: 0,
            engaged: 0,
            trigger: Trigger::Organic,
            plain: [0.0; ACTIONS],
            gain: [0.0; ACTIONS],
            did: [0; ACTIONS],
            outcome: Outcome::default(),
            responds: false,
            parts: false,
        }
    }

    #[inline(never)]
    fn triggered(&self, crowd: &Crowd, row: usize, id: u32, u: f64, address: Stream) -> Option<Doer> {
        let mut doer = self.doer(crowd, row, id);
        let person = &doer.person;
        let r = self.rates;
        let sources = [r.paid, r.own * f64::from(person.need), r.others, r.internal * f64::from(person.habit)];
        let all: f64 = sources.iter().sum();
        let rate = all * f64::from(person.urge);
        let clock = f64::from(person.drive.abs());
        let mut luck = address.at(1).luck();
        let mut engaged = false;
        if r.steady {
            let t = f64::from(self.seen.tick);
            // A hair ahead, so that whole rates fall on whole ticks.
            doer.deeds = ((rate * (t + 1.0) + 1e-9).floor() - (rate * t + 1e-9).floor()) as u32;
            engaged = clock > 0.0 && u < chance(clock);
        } else {
            let any = chance(rate + clock);
            if u >= any {
                return None;
            }
            engaged = engaged || clock > 0.0 && luck.unit() * any < chance(clock);
            doer.deeds = if engaged { poisson(rate, &mut luck) } else { poisson_above_zero(rate, &mut luck) };
        }
        if doer.deeds == 0 && !engaged {
            return None;
        }
        doer.deeds = doer.deeds.min(10_000);
        doer.trigger = source(&sources, all, &mut luck);
        if engaged && person.dossier != NONE {
            let clock = &self.seen.dossiers.list[person.dossier as usize].clock;
            let terms = &self.ground.rules.segments[crowd.segment].terms;
            doer.engaged = terms.engagement.as_ref().map_or(1, |e| e.deeds(clock, false, &mut luck));
        }
        Some(doer)
    }

    /// The value of each action to each doer.
    fn value(&self, doers: &mut [Doer]) {
        let weather = exp(self.rates.weather);
        for doer in doers.iter_mut() {
            open(doer, self.ground, self.seen, weather);
        }
        for mechanism in self.mechanisms {
            mechanism.utilities(doers, self.seen);
        }
    }

    /// Which of the actions each deed is, and what follows for the person.
    #[inline(never)]
    fn choose(&self, doer: &mut Doer, requests: &mut Requests) {
        let (weights, total, urge) = weights(doer, self.rates);
        doer.person.urge = urge as f32;
        let actions = &self.ground.rules.actions;
        if let Some(a) = actions.iter().position(|a| a.contribution).filter(|_| doer.person.drive > 0.0) {
            let clock = &self.seen.dossiers.list[doer.person.dossier as usize].clock;
            doer.person.drive = (f64::from(clock.rate) * self.rates.form.times(f64::from(doer.gain[a]))) as f32;
        }
        if doer.deeds + doer.engaged == 0 {
            return;
        }
        let mut luck = self.ground.choices.at(u64::from(doer.id)).luck();
        if total > 0.0 {
            for _ in 0..doer.deeds {
                doer.did[pick(&weights, total, &mut luck)] += 1;
            }
        }
        let general = doer.did;
        if doer.engaged > 0 {
            let mut theirs = [0.0; ACTIONS];
            for (a, action) in actions.iter().enumerate().filter(|(_, action)| action.contribution) {
                theirs[a] = exp(f64::from(action.appeal));
            }
            let sum = theirs.iter().sum::<f64>();
            let which = pick(&theirs, sum, &mut luck);
            doer.did[which] = doer.did[which].saturating_add(doer.engaged.min(u32::from(u16::MAX)) as u16);
        }
        let all = doer.all_deeds();
        if all == 0 {
            return;
        }
        // The time of the last of n deeds in the tick.
        let u = luck.unit();
        let within = if all == 1 { u } else { libm::pow(u, 1.0 / f64::from(all)) } as f32;
        doer.person.last = self.seen.tick as f32 + within.min(0.999);
        if doer.person.first_deed <= NEVER {
            doer.person.first_deed = doer.person.last;
        }
        requests.sums.deeds += u64::from(all);
        let by_clock = all - general.iter().map(|&n| u32::from(n)).sum::<u32>();
        requests.sums.by_trigger[doer.trigger as usize] += u64::from(all - by_clock);
        requests.sums.by_trigger[Trigger::Organic as usize] += u64::from(by_clock);
        for (a, &times) in doer.did.iter().enumerate().filter(|(_, n)| **n > 0) {
            requests.sums.by_action[a] += u64::from(times);
            if self.ground.rules.counted[a] {
                requests.effects.push(Effect::Did {
                    id: doer.id,
                    action: a as u8,
                    deeds: times,
                    trigger: doer.trigger,
                });
            }
        }
    }
}

/// What is open to somebody: by segment, to those who would game the rules, to those who do not contribute yet.
pub(super) fn open(doer: &mut Doer, ground: &Ground, seen: &Seen, weather: f64) {
    let segment = ground.model.segment_of(doer.id);
    let rules = &ground.rules.segments[segment];
    doer.plain = rules.plain;
    doer.gain = seen.menu.pull;
    let who = ground.person(doer.id);
    let file = seen.dossiers.list.get(doer.person.dossier as usize);
    doer.responds = rules.terms.effort.is_some_and(|e| e.responds(who));
    for (a, action) in ground.rules.actions.iter().enumerate() {
        if action.mimics.is_some() && !(seen.menu.pointed[a] && rules.terms.farming.is_some_and(|f| f.games(who))) {
            doer.plain[a] = 0.0;
        } else if action.contribution && doer.person.drive != 0.0 {
            // Those who contribute, or have stopped, follow their own clock.
            doer.plain[a] = 0.0;
        } else {
            if action.contribution {
                doer.plain[a] *= weather;
            }
            if action.barrier > 0.0 && file.is_none_or(|f| f.counts[a] == 0) {
                doer.plain[a] *= action.first_time;
            }
        }
    }
}

/// Weight of each action, their sum, and the intensity: how many times the bare rate people act.
fn weights(doer: &Doer, rates: &Rates) -> ([f64; ACTIONS], f64, f64) {
    let mut weights = doer.plain;
    let (mut total, mut bare) = (0.0, 0.0);
    for (weight, &gain) in weights.iter_mut().zip(&doer.gain) {
        bare += *weight;
        if gain != 0.0 && *weight > 0.0 {
            *weight *= rates.form.times(f64::from(gain));
        }
        total += *weight;
    }
    (weights, total, if bare > 0.0 { total / bare } else { 1.0 })
}

fn pick(weights: &[f64; ACTIONS], total: f64, luck: &mut Luck) -> usize {
    let mut at = luck.unit() * total;
    let mut last = 0;
    for (a, &weight) in weights.iter().enumerate().filter(|(_, w)| **w > 0.0) {
        last = a;
        if at < weight {
            return a;
        }
        at -= weight;
    }
    last
}

fn source(sources: &[f64; 4], all: f64, luck: &mut Luck) -> Trigger {
    const ORDER: [Trigger; 4] = [Trigger::Paid, Trigger::Organic, Trigger::Social, Trigger::Internal];
    let mut at = luck.unit() * all;
    for (trigger, &rate) in ORDER.into_iter().zip(sources) {
        if at < rate {
            return trigger;
        }
        at -= rate;
    }
    Trigger::Organic
}

/// Gives each outcome to its person, among the doers or beside them.
fn merge(crowd: &Crowd, here: &Here, outcomes: &[Outcome], doers: &mut Vec<Doer>) {
    let known = doers.len();
    for outcome in outcomes {
        let row = (outcome.id - crowd.first) as usize;
        if crowd.stage[row] != Stage::Member as u8 {
            continue;
        }
        match doers[..known].binary_search_by_key(&row, |d| d.row) {
            Ok(at) => doers[at].outcome = *outcome,
            Err(_) => {
                let mut doer = here.doer(crowd, row, outcome.id);
                doer.outcome = *outcome;
                doers.push(doer);
            }
        }
    }
    doers.sort_by_key(|d| d.row);
}
