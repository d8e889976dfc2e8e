//! Dossiers: what is kept of people who did something that counts.
//!
//! A dossier is opened with the first counted deed, in the order of people; it holds balances, contributions and, per ladder, a
//! standing with counters in a sliding window.
//!
//! Invariant: a person has at most one dossier; a window never holds more than was counted.

use super::requests::ACTIONS;

/// Buckets of a sliding window.
pub const BUCKETS: usize = 24;
/// Months for which the presence of a contributor is remembered.
pub const MONTHS: u32 = 128;

/// What sort of contributor somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Part {
    /// Has not contributed.
    #[default]
    None,
    /// Contributes now and then.
    Occasional,
    /// One of the few who carry a community.
    Core,
    /// Paid to.
    Staff,
}

/// A contributor's own clock, drawn once.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Clock {
    /// Sort.
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

/// What is kept of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// Who.
    pub id: u32,
    /// Points at hand.
    pub balance: i64,
    /// Decaying score, as of `scored`.
    pub score: f32,
    /// When the score was last brought up to date, ticks.
    pub scored: f32,
    /// Ticks in which the score loses half; infinite: it never does.
    pub half_life: f32,
    /// Counted deeds by action, ever.
    pub counts: [u32; ACTIONS],
    /// Badges won, one bit a rule.
    pub badges: u64,
    /// Days a year of pay that was felt, for the money term; 0 without.
    pub clock: Clock,
    /// Time of the first contribution that counted, ticks; below zero before the run.
    pub first_merged: f32,
    /// Time of the latest.
    pub last_merged: f32,
    /// Contributions that counted, ever (in the run).
    pub merged: u32,
    /// Contributions in each of the last twelve months, by month modulo 12.
    pub year: [u16; 12],
    /// The month that `year` was last written in.
    pub month: i32,
    /// Bit m: active in the m-th month after the first contribution.
    pub presence: u128,
    /// Whether any deed was found to game the rules.
    pub caught: bool,
}

impl Dossier {
    /// An empty one.
    pub fn new(id: u32) -> Self {
        Dossier {
            id,
            balance: 0,
            score: 0.0,
            scored: 0.0,
            half_life: f32::INFINITY,
            counts: [0; ACTIONS],
            badges: 0,
            clock: Clock::default(),
            first_merged: super::people::NEVER,
            last_merged: super::people::NEVER,
            merged: 0,
            year: [0; 12],
            month: 0,
            presence: 0,
            caught: false,
        }
    }
    /// The score as it stands at a time.
    pub fn score_at(&self, now: f32) -> f32 {
        self.score * libm::exp2f(-(now - self.scored) / self.half_life)
    }
    /// Whether a contribution ever counted.
    pub fn has_contributed(&self) -> bool {
        self.last_merged > super::people::NEVER
    }
    /// Moves the twelve-month counters on to `month`.
    pub fn turn(&mut self, month: i32) {
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

/// Where somebody stands on one ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// 0: the open community; k: the k-th tier of the ladder.
    pub tier: u8,
    /// When they came onto it, ticks.
    pub entered: f32,
    /// When a counted deed was last done, ticks.
    pub last: f32,
    /// When a review found them short, while the grace runs, ticks.
    pub warned: Option<f32>,
    /// Points by bucket.
    points: [u32; BUCKETS],
    /// Counted deeds by bucket.
    deeds: [u16; BUCKETS],
    /// The bucket that was last written.
    bucket: u32,
}

impl Standing {
    /// In the open community, nothing counted.
    pub fn new(now: f32) -> Self {
        Standing {
            tier: 0,
            entered: now,
            last: super::people::NEVER,
            warned: None,
            points: [0; BUCKETS],
            deeds: [0; BUCKETS],
            bucket: 0,
        }
    }
    fn turn(&mut self, bucket: u32) {
        let passed = bucket.saturating_sub(self.bucket).min(BUCKETS as u32);
        for k in 0..passed {
            let slot = ((bucket - k) as usize) % BUCKETS;
            self.points[slot] = 0;
            self.deeds[slot] = 0;
        }
        self.bucket = self.bucket.max(bucket);
    }
    /// Counts deeds and points in a bucket of time.
    pub fn count(&mut self, bucket: u32, deeds: u16, points: u32) {
        self.turn(bucket);
        let slot = bucket as usize % BUCKETS;
        self.points[slot] = self.points[slot].saturating_add(points);
        self.deeds[slot] = self.deeds[slot].saturating_add(deeds);
    }
    /// Counts deeds of a bucket before the latest that was written, where it is still kept.
    pub fn count_past(&mut self, bucket: u32, deeds: u16) {
        self.bucket = self.bucket.max(bucket);
        let slot = bucket as usize % BUCKETS;
        self.deeds[slot] = self.deeds[slot].saturating_add(deeds);
    }
    /// Points and deeds in the last `buckets` buckets up to `bucket`.
    pub fn window(&self, bucket: u32, buckets: u32) -> (f32, f32) {
        let (mut points, mut deeds) = (0_u64, 0_u32);
        for k in 0..buckets.min(BUCKETS as u32) {
            let Some(at) = bucket.checked_sub(k) else { break };
            // Buckets after the last written one are empty; those a full turn older have been overwritten.
            if at <= self.bucket && self.bucket - at < BUCKETS as u32 {
                points += u64::from(self.points[at as usize % BUCKETS]);
                deeds += u32::from(self.deeds[at as usize % BUCKETS]);
            }
        }
        (points as f32, deeds as f32)
    }
}

/// All dossiers, with their standings and what was earned under capped rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossiers {
    /// In the order in which they were opened.
    pub list: Vec<Dossier>,
    /// `standings[dossier * ladders + ladder]`.
    pub standings: Vec<Standing>,
    /// How many ladders there are.
    pub ladders: usize,
    /// `earned[dossier * rules + rule]`: the period and the points earned in it, for caps.
    pub earned: Vec<(u32, u32)>,
    /// How many points rules there are.
    pub points_rules: usize,
}

impl Dossiers {
    /// None yet.
    pub fn new(ladders: usize, points_rules: usize) -> Self {
        Dossiers { ladders, points_rules, ..Dossiers::default() }
    }
    /// Opens one.
    pub fn open(&mut self, id: u32, now: f32) -> u32 {
        self.list.push(Dossier::new(id));
        self.standings.extend(std::iter::repeat_n(Standing::new(now), self.ladders));
        self.earned.extend(std::iter::repeat_n((0, 0), self.points_rules));
        (self.list.len() - 1) as u32
    }
    /// A standing.
    pub fn standing(&self, dossier: u32, ladder: usize) -> &Standing {
        &self.standings[dossier as usize * self.ladders + ladder]
    }
    /// A standing, to write.
    pub fn standing_mut(&mut self, dossier: u32, ladder: usize) -> &mut Standing {
        &mut self.standings[dossier as usize * self.ladders + ladder]
    }
    /// Sum of all balances.
    pub fn points_held(&self) -> i64 {
        self.list.iter().map(|d| d.balance).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_forgets_what_is_older_than_it() {
        let mut s = Standing::new(0.0);
        s.count(0, 2, 20);
        s.count(3, 1, 5);
        assert_eq!(s.window(3, 4), (25.0, 3.0));
        assert_eq!(s.window(3, 3), (5.0, 1.0));
        assert_eq!(s.window(40, 24), (0.0, 0.0));
        s.count(26, 1, 1);
        assert_eq!(s.window(26, 24), (6.0, 2.0));
        s.count(27, 1, 1);
        assert_eq!(s.window(27, 24), (2.0, 2.0));
    }

    #[test]
    fn a_trailing_year_holds_twelve_months() {
        let mut d = Dossier::new(0);
        for month in 0..20 {
            d.turn(month);
            d.year[month.rem_euclid(12) as usize] += 1;
        }
        assert_eq!(d.trailing_year(19), 12);
        assert_eq!(d.trailing_year(24), 7);
        assert_eq!(d.trailing_year(60), 0);
    }
}
