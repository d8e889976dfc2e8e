//! Dossiers: the records of people who did something that counts.
//!
//! A dossier is opened with the first counted deed, in the order of people; it holds balances and contributions, a standing on each
//! ladder with its windows, and a score for each half-life of points.
//!
//! Invariant: a person has at most one dossier; points fade at the pace of the rule that gave them, whatever else is earned.

use std::collections::BTreeMap;

use super::requests::ACTIONS;
use super::window::{BUCKETS, Ring, Span, bucket, written};

/// Months for which the presence of a contributor is remembered.
pub const MONTHS: u32 = 128;

/// The kind of contributor that a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Part {
    /// Has not contributed.
    #[default]
    None,
    /// Contributes now and then.
    Occasional,
    /// One of the few who do most of the work.
    Core,
    /// Paid to contribute.
    Staff,
}

/// A contributor's own clock, drawn once.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Clock {
    /// Kind of contributor.
    pub part: Part,
    /// Spells of activity a tick, without incentives.
    pub rate: f32,
    /// Mean number of deeds beyond the first in a spell.
    pub extra: f32,
    /// Logit of the chance to stop after a spell (occasional).
    pub drop: f32,
    /// Hazard of leaving, per tick (core and staff).
    pub departs: f32,
    /// Whether the clock runs now.
    pub engaged: bool,
}

/// The record of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// Person.
    pub id: u32,
    /// Points at hand.
    pub balance: i64,
    /// Points that were earned too recently to have expired, whether spent or not.
    pub fresh: i64,
    /// Counted deeds by action, ever.
    pub counts: [u32; ACTIONS],
    /// Badges won, one bit a rule.
    pub badges: u64,
    /// Their own clock, if they contribute.
    pub clock: Clock,
    /// Time of the first contribution that counted, ticks; below zero before the run.
    pub first_merged: f32,
    /// Time of the latest.
    pub last_merged: f32,
    /// Contributions that counted, ever (in the run).
    pub merged: u32,
    /// Time of the tenth of them, ticks.
    pub tenth: f32,
    /// Contributions in each of the last twelve months, by month modulo 12.
    pub year: [u16; 12],
    /// The month that `year` was last written in.
    pub month: i32,
    /// Bit m: active in the m-th month after the first contribution.
    pub presence: u128,
    /// Whether any deed was found to game the rules.
    pub caught: bool,
    /// Whether they leave their points unspent, as was seen when they last got some.
    pub leaves_points: bool,
}

impl Dossier {
    /// An empty one.
    pub fn new(id: u32) -> Self {
        Dossier {
            id,
            balance: 0,
            fresh: 0,
            counts: [0; ACTIONS],
            badges: 0,
            clock: Clock::default(),
            first_merged: super::people::NEVER,
            last_merged: super::people::NEVER,
            merged: 0,
            tenth: super::people::NEVER,
            year: [0; 12],
            month: 0,
            presence: 0,
            caught: false,
            leaves_points: false,
        }
    }
    /// Whether a contribution ever counted.
    pub fn has_contributed(&self) -> bool {
        self.last_merged > super::people::NEVER
    }
    /// Moves the twelve-month counters on to `month`.
    pub fn advance_to(&mut self, month: i32) {
        let passed = (month - self.month).clamp(0, 12);
        for k in 0..passed {
            self.year[(month - k).rem_euclid(12) as usize] = 0;
        }
        self.month = self.month.max(month);
    }
    /// Contributions in the twelve months that end with `month`.
    pub fn trailing_year(&self, month: i32) -> u64 {
        let passed = (month - self.month).clamp(0, 12);
        let gone: u64 = (0..passed).map(|k| u64::from(self.year[(month - k).rem_euclid(12) as usize])).sum();
        self.year.iter().map(|&n| u64::from(n)).sum::<u64>() - gone
    }
}

/// The place of a person on one ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// 0: the open community; k: the k-th tier of the ladder.
    pub tier: u8,
    /// Entry on the tier, ticks.
    pub entered: f32,
    /// When a counted deed was last done, ticks.
    pub last: f32,
    /// The tick in which a review found them below the bar; kept while the grace period runs.
    pub warned: Option<f32>,
    /// The tier that they held before, if they are on the tier of those who have served; 0: none.
    pub came_from: u8,
    /// Counted deeds since entry on the tier, as far as a byte counts.
    pub since: u8,
    /// Whether they lost a tier for want of deeds, and must do one before they climb again.
    pub lapsed: bool,
    /// Whether benefits, duties and votes of the tier have stopped.
    pub suspended: Suspended,
}

/// Why a holder is suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspended {
    /// Not at all.
    No,
    /// For want of deeds, until the next one.
    Idle,
    /// Below the bar of a review, until it is met.
    Short,
    /// By a vote or by chance, until the next review.
    Voted,
}

impl Standing {
    /// In the open community, nothing counted.
    pub fn new(now: f32) -> Self {
        Standing {
            tier: 0,
            entered: now,
            last: super::people::NEVER,
            warned: None,
            came_from: 0,
            since: 0,
            lapsed: false,
            suspended: Suspended::No,
        }
    }
    /// The tier whose benefits, duties and votes they have: 0 while they are suspended.
    pub fn serves(&self) -> u8 {
        if self.suspended == Suspended::No { self.tier } else { 0 }
    }
    /// Moves to another tier.
    pub fn moves(&mut self, tier: u8, now: f32) {
        *self = Standing { tier, last: self.last, ..Standing::new(now) };
    }
}

/// All dossiers, with their standings, windows and scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossiers {
    /// In the order in which they were opened.
    pub list: Vec<Dossier>,
    /// `standings[dossier * ladders + ladder]`.
    pub standings: Vec<Standing>,
    /// How many ladders there are.
    pub ladders: usize,
    /// `earned[dossier * rules + rule]`: the period and the points earned in it, for caps.
    pub earned: Vec<(u32, i64)>,
    /// How many points rules there are.
    pub points_rules: usize,
    /// `rings[dossier * widths + ring]`.
    rings: Vec<Ring>,
    /// The latest bucket that was written of each of them.
    latest: Vec<u32>,
    /// Ticks in a bucket of each ring.
    widths: Vec<f64>,
    /// `scores[dossier * half_lives + k]`: the score when it was last written, and that time, ticks.
    scores: Vec<(f32, f32)>,
    /// Half-life of each score, ticks; infinite if it never fades.
    half_lives: Vec<f32>,
    /// For things of which one person can buy only a few: by thing and dossier, the period and the number bought in it.
    bought: BTreeMap<(usize, u32), (u32, u32)>,
}

impl Dossiers {
    /// No dossiers yet. `widths`: ticks in a bucket of each ring; `half_lives`: of each score, ticks.
    pub fn new(ladders: usize, points_rules: usize, widths: Vec<f64>, half_lives: Vec<f32>) -> Self {
        Dossiers { ladders, points_rules, widths, half_lives, ..Dossiers::default() }
    }
    /// Opens a dossier at the time `now`; its index.
    pub fn open(&mut self, id: u32, now: f32) -> u32 {
        self.list.push(Dossier::new(id));
        self.standings.extend(std::iter::repeat_n(Standing::new(now), self.ladders));
        self.earned.extend(std::iter::repeat_n((0, 0), self.points_rules));
        self.rings.extend(std::iter::repeat_n(Ring::default(), self.widths.len()));
        self.latest.extend(std::iter::repeat_n(0, self.widths.len()));
        self.scores.extend(std::iter::repeat_n((0.0, 0.0), self.half_lives.len()));
        (self.list.len() - 1) as u32
    }
    /// Touches the records that are about to be read, so that waits for memory overlap: dossiers lie far apart.
    pub fn prefetch(&self, dossiers: impl Iterator<Item = u32>) {
        let touched: u64 = dossiers
            .filter_map(|dossier| Some((dossier as usize, self.list.get(dossier as usize)?)))
            .map(|(at, file)| {
                let standing = self.standings.get(at * self.ladders).map_or(0, |standing| u64::from(standing.tier));
                u64::from(file.counts[0]) ^ file.badges ^ u64::from(file.clock.part == Part::Staff) ^ standing
            })
            .fold(0, |all, one| all ^ one);
        std::hint::black_box(touched);
    }
    /// The same for the windows of dossiers that end with a tick, if anything was counted in them.
    pub fn prefetch_windows(&self, dossiers: impl Iterator<Item = u32>, tick: u32) {
        let rings = self.widths.len();
        let mut touched = 0;
        for dossier in dossiers.filter(|d| (*d as usize) < self.list.len()) {
            for (ring, &width) in self.widths.iter().enumerate() {
                let own = dossier as usize * rings + ring;
                if !written(self.latest[own], bucket(width, f64::from(tick)), BUCKETS as u32).is_empty() {
                    touched ^= self.rings[own].touch();
                }
            }
        }
        std::hint::black_box(touched);
    }
    /// The same for everything of dossiers in which a deed is about to be counted.
    pub fn prefetch_counts(&self, dossiers: impl Iterator<Item = u32> + Clone) {
        self.prefetch(dossiers.clone());
        let rings = self.widths.len();
        let mut touched = 0;
        for at in dossiers.map(|d| d as usize).filter(|at| *at < self.list.len()) {
            touched ^= self.rings[at * rings..][..rings].iter().fold(0, |all, ring| all ^ ring.touch());
            touched ^= self.earned.get(at * self.points_rules).map_or(0, |(period, _)| *period);
            touched ^= self.scores.get(at * self.half_lives.len()).map_or(0, |(score, _)| score.to_bits());
        }
        std::hint::black_box(touched);
    }
    /// Counts deeds and points in a ring, at a time that may lie before the run.
    pub fn count(&mut self, dossier: u32, ring: usize, time: f64, deeds: u16, points: u32) {
        let at = bucket(self.widths[ring], time);
        let own = dossier as usize * self.widths.len() + ring;
        self.rings[own].count(&mut self.latest[own], at, deeds, points);
    }
    /// Takes points out of a ring, at the time at which they were counted.
    pub fn uncount(&mut self, dossier: u32, ring: usize, time: f64, points: u32) {
        let at = bucket(self.widths[ring], time);
        let own = dossier as usize * self.widths.len() + ring;
        self.rings[own].uncount(self.latest[own], at, points);
    }
    /// Takes points that were earned at the time `earned` out of a score, faded as they are by now.
    pub fn unscore(&mut self, dossier: u32, half_life: usize, points: f32, earned: f32, now: f32) {
        let left = faded((points, earned), self.half_lives[half_life], now);
        self.score(dossier, half_life, -left, now);
    }
    /// Points and deeds in a window that ends with a tick.
    #[inline]
    pub fn window(&self, dossier: u32, span: Span, tick: u32) -> (f32, f32) {
        let at = bucket(self.widths[span.ring], f64::from(tick));
        let own = dossier as usize * self.widths.len() + span.ring;
        let written = written(self.latest[own], at, span.buckets);
        // The ring itself lies far away in memory.
        if written.is_empty() { (0.0, 0.0) } else { self.rings[own].sum(written) }
    }
    /// Adds points to the score of a half-life.
    pub fn score(&mut self, dossier: u32, half_life: usize, points: f32, now: f32) {
        let slot = &mut self.scores[dossier as usize * self.half_lives.len() + half_life];
        *slot = (faded(*slot, self.half_lives[half_life], now) + points, now);
    }
    /// The sum of a person's scores at the time `now`.
    pub fn score_at(&self, dossier: u32, now: f32) -> f32 {
        let n = self.half_lives.len();
        let scores = &self.scores[dossier as usize * n..][..n];
        scores.iter().zip(&self.half_lives).map(|(&score, &half_life)| faded(score, half_life, now)).sum()
    }
    /// How many of a thing a person has bought in a period.
    pub fn bought(&self, thing: usize, dossier: u32, period: u32) -> u32 {
        self.bought.get(&(thing, dossier)).filter(|(of, _)| *of == period).map_or(0, |(_, n)| *n)
    }
    /// One more is bought.
    pub fn buys(&mut self, thing: usize, dossier: u32, period: u32) {
        let n = self.bought(thing, dossier, period);
        self.bought.insert((thing, dossier), (period, n + 1));
    }
    /// Bytes that they take.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.list)
            + size_of_val(&*self.standings)
            + size_of_val(&*self.earned)
            + size_of_val(&*self.rings)
            + size_of_val(&*self.latest)
            + size_of_val(&*self.scores)
    }
    /// A standing.
    pub fn standing(&self, dossier: u32, ladder: usize) -> &Standing {
        &self.standings[dossier as usize * self.ladders + ladder]
    }
    /// A standing, to write.
    pub fn standing_mut(&mut self, dossier: u32, ladder: usize) -> &mut Standing {
        &mut self.standings[dossier as usize * self.ladders + ladder]
    }
    /// Sum of the balances of those who spend their points.
    pub fn points_to_spend(&self) -> i64 {
        self.list.iter().filter(|d| !d.leaves_points).map(|d| d.balance).sum()
    }
    /// Sum of all balances.
    pub fn points_held(&self) -> i64 {
        self.list.iter().map(|d| d.balance).sum()
    }
}

/// What is left of a score since it was written.
fn faded((score, at): (f32, f32), half_life: f32, now: f32) -> f32 {
    score * libm::exp2f(-(now - at) / half_life)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_score_fades_at_its_own_pace() {
        let mut all = Dossiers::new(0, 2, Vec::new(), vec![10.0, f32::INFINITY]);
        all.open(0, 0.0);
        all.score(0, 0, 8.0, 0.0);
        all.score(0, 1, 3.0, 5.0);
        assert_eq!(all.score_at(0, 10.0), 7.0);
        all.score(0, 1, 1.0, 10.0);
        assert_eq!(all.score_at(0, 20.0), 6.0);
    }

    #[test]
    fn a_trailing_year_holds_twelve_months() {
        let mut d = Dossier::new(0);
        for month in 0..20 {
            d.advance_to(month);
            d.year[month.rem_euclid(12) as usize] += 1;
        }
        assert_eq!(d.trailing_year(19), 12);
        assert_eq!(d.trailing_year(24), 7);
        assert_eq!(d.trailing_year(60), 0);
    }
}
