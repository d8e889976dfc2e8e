//! Ladders and their tiers, resolved from the scenario.
//!
//! Invariant: ladders and tiers that are off keep their index.

use std::ops::Range;

use jiff::civil::Date;

use super::limits::{TIERS, limited};
use super::names::Names;
use super::ordered::ordered;
use crate::error::Mistake;
use crate::incentives::grows::Grows;
use crate::incentives::ladder::{
    self, Apart, Benefit, Entry, Exit, LadderTier, Otherwise, RankBy, Removal, Review, ReviewBy, Vote,
};
use crate::incentives::points::On;
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::{Calendar, Tick, YEAR, Yearly};
use crate::world::dossier::Part;
use crate::world::maths::{chance, exp};
use crate::world::requests::ACTIONS;
use crate::world::window::Span;

/// Ordered roles.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// As the scenario names it.
    pub name: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Whether each action counts.
    pub counts: [bool; ACTIONS],
    /// Whether staff may hold its tiers.
    pub staff: bool,
    /// When a deed counts.
    pub on: On,
    /// Largest number of times per tick that a holder or a member of staff may vouch for a candidate.
    pub vouches: f64,
    /// Mean number of people per tick whom a holder or a member of staff nominates.
    pub nominates: f64,
    /// Indices of the rings of a dossier that count its deeds, the widest last.
    pub rings: Range<usize>,
    /// Tier k of a person means `tiers[k − 1]`.
    pub tiers: Vec<Tier>,
    /// Indices of tiers, the highest first.
    pub top_first: Vec<usize>,
}

impl Ladder {
    /// Whether a tier is another one, or stands on it.
    pub fn is_upon(&self, tier: usize, lowest: usize) -> bool {
        let down = |t: &usize| usize::from(self.tiers[*t].from).checked_sub(1);
        std::iter::successors(Some(tier), down).take(self.tiers.len()).any(|t| t == lowest)
    }
    /// Whether contributors of a sort may hold its tiers.
    pub fn admits(&self, part: Part) -> bool {
        self.staff || part != Part::Staff
    }
}

/// One role. Durations are in ticks.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Tier {
    pub name: String,
    pub title: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// People on it as it begins.
    pub at_start: u32,
    /// The tier below: 0 for the open community, k for `tiers[k − 1]`.
    pub from: u8,
    pub points: Option<f32>,
    pub deeds: Option<f32>,
    /// Growth of the required points and deeds with the community.
    pub grows: Grows,
    /// Window in which points and deeds are counted.
    pub window: Span,
    /// Length of the window, ticks; infinite: all that was ever counted.
    pub within: f64,
    pub tenure: f32,
    /// The lowest tier whose holders nominate, numbered as `from` is; 0: people stand by themselves.
    pub nominated_by: u8,
    pub sponsors: u32,
    /// Tier whose holders, with those above, may vouch, numbered as `from` is.
    pub sponsors_at: u8,
    pub sponsors_outside: u32,
    pub sponsors_from: Apart,
    pub seats: Option<u32>,
    pub seats_share: Option<f64>,
    pub employer_seats: Option<u32>,
    pub employer_share: f64,
    pub rank_by: RankBy,
    /// The vote on candidates, and the tier that votes, numbered as `from` is.
    pub judged: Option<(u8, Vote)>,
    pub chance: f64,
    pub every: Option<f64>,
    pub on_day: Option<Yearly>,
    /// First tick in which a person may enter.
    pub opens: Tick,
    /// The vote on removals, and the tier that votes, numbered as `from` is.
    pub removal: Option<(u8, Removal)>,
    pub review: Option<f64>,
    pub review_day: Option<Yearly>,
    /// Window of what a holder must keep, and its length, ticks.
    pub keep_window: Span,
    pub keep_within: f64,
    pub immunity: f32,
    pub keep_points: f32,
    pub keep_deeds: f32,
    pub hysteresis: f32,
    pub grace: f32,
    pub otherwise: Otherwise,
    pub fall: f64,
    pub inactive: Option<f32>,
    pub suspended: Option<f32>,
    pub term: Option<f32>,
    pub term_day: Option<Yearly>,
    /// Probability of leaving per tick.
    pub goes: f64,
    /// The tier of those who leave by themselves, numbered as `from` is; 0: off the ladder.
    pub to: u8,
    pub back_after: Option<u8>,
    /// Share of each need that is relieved on entry.
    pub feeds: [f32; 6],
    /// Share of the need for safety that a payment of cash relieves.
    pub cash_relief: f32,
    pub fame: f32,
    /// Money for each holder, and the ticks between payments.
    pub cash: Option<(i64, f64)>,
    pub pool: Option<usize>,
    pub retention: f32,
    /// Minutes of review per tick by each holder.
    pub gives_minutes: f64,
    /// Whether only holders who still contribute review.
    pub engaged_only: bool,
    /// Minutes of review time that an entry costs.
    pub mentor_minutes: i64,
    /// Worth of the tier to a person who could enter it, logits.
    pub worth: f32,
    /// The part of it that is money, logits.
    pub money: f32,
}

impl Tier {
    /// Seats with a number of members; `None`: as many as qualify.
    pub fn places(&self, members: u64) -> Option<u32> {
        let share = self.seats_share.map(|share| (share * members as f64).ceil() as u32);
        self.seats.into_iter().chain(share).reduce(u32::min)
    }
    /// Whether it has a limited number of seats.
    pub fn is_limited(&self) -> bool {
        self.seats.is_some() || self.seats_share.is_some()
    }
    /// Whether holders are reviewed.
    pub fn is_reviewed(&self) -> bool {
        self.review.is_some() || self.review_day.is_some()
    }
    /// Whether others decide on who comes onto it, so that people who qualify may be refused.
    pub fn is_decided(&self) -> bool {
        self.judged.is_some() || self.nominated_by > 0 || self.sponsors > 0 || self.is_capped()
    }
    /// Ticks between its decision dates, at least one.
    pub fn between_dates(&self, year: f64) -> f64 {
        let yearly = self.on_day.map(|_| year);
        self.every.into_iter().chain(yearly).reduce(f64::min).unwrap_or(1.0).max(1.0)
    }
    /// Whether people of one employer may hold only a part of it.
    pub fn is_capped(&self) -> bool {
        self.employer_seats.is_some() || self.employer_share < 1.0
    }
    /// Whether holders can be suspended.
    pub fn suspends(&self) -> bool {
        self.suspended.is_some() || self.otherwise == Otherwise::Suspend
    }
}

pub(super) fn ladders(names: &Names, calendar: &Calendar, found: &mut Vec<Mistake>) -> Vec<Ladder> {
    let on_now: Vec<String> = names.scenario.names("ladder");
    let mut list = Vec::new();
    for name in ordered(names.scenario.all_names("ladder")) {
        let path = format!("ladder.{name}");
        let own: ladder::Ladder = names.scenario.table(&path);
        let counts = match own.actions {
            which if !which.is_empty() => which,
            _ => names.actions.clone(),
        };
        let part = format!("{path}.tier");
        let tiers = limited(names.scenario, &part, TIERS, found);
        let mut ladder = Ladder {
            on_now: on_now.contains(&name),
            counts: std::array::from_fn(|a| names.actions.get(a).is_some_and(|n| counts.contains(n))),
            on: own.on,
            staff: own.staff == "may-hold-seats",
            vouches: own.vouches * names.days / YEAR,
            nominates: own.nominates * names.days / YEAR,
            rings: names.counters.rings(&name),
            tiers: tiers.iter().map(|t| tier(names, calendar, &name, t, &tiers, found)).collect(),
            top_first: Vec::new(),
            name,
        };
        for (name, tier) in tiers.iter().zip(&ladder.tiers) {
            let at = format!("{part}.{name}.benefit.pot");
            if tier.seats.is_none() && names.scenario.table::<Benefit>(&format!("{part}.{name}.benefit")).pot {
                let help = say!("model-pot-no-seats-help", path = format!("{part}.{name}"));
                found.push(names.scenario.mistake(
                    &at,
                    say!("model-pot-no-seats"),
                    Some(help),
                    say!("model-pot-no-seats-label"),
                ));
            }
        }
        let to: Vec<u8> = ladder.tiers.iter().map(|tier| tier.to).collect();
        if let Some(k) = (0..tiers.len()).find(|&k| to[k] as usize == k + 1 || returns(&to, k)) {
            found.push(names.scenario.mistake(
                &format!("{part}.{}.exit.to", tiers[k]),
                say!("model-returns", tier = &tiers[k]),
                Some(say!("model-returns-help")),
                say!("model-returns-label"),
            ));
        }
        let from: Vec<u8> = ladder.tiers.iter().map(|tier| tier.from).collect();
        ladder.top_first =
            top_first(&from).unwrap_or_else(|| report_circle(names.scenario, &part, &tiers, &from, found));
        list.push(ladder);
    }
    list
}

/// Reports tiers that stand on each other in a circle. Returns an empty order of tiers.
pub(super) fn report_circle(
    scenario: &Scenario,
    part: &str,
    tiers: &[String],
    from: &[u8],
    found: &mut Vec<Mistake>,
) -> Vec<usize> {
    let first = (0..tiers.len()).find(|&k| returns(from, k)).unwrap_or(0);
    let below = if part.starts_with("path") { "organisations" } else { "people" };
    found.push(scenario.mistake(
        &format!("{part}.{}.from", tiers[first]),
        say!("model-tier-circle", path = part),
        Some(say!("model-tier-circle-help", below = below)),
        say!("model-returns-label"),
    ));
    Vec::new()
}

/// Whether the tiers below a tier lead back to it.
fn returns(from: &[u8], k: usize) -> bool {
    let down = |t: usize| usize::from(from[t]).checked_sub(1);
    std::iter::successors(down(k), |&t| down(t)).take(from.len()).any(|t| t == k)
}

/// Indices of tiers by height, the highest first; `None` if they form a circle.
pub(super) fn top_first(from: &[u8]) -> Option<Vec<usize>> {
    let height = |mut k: usize| -> Option<usize> {
        let mut steps = 0;
        while from[k] > 0 {
            k = from[k] as usize - 1;
            steps += 1;
            if steps > from.len() {
                return None;
            }
        }
        Some(steps)
    };
    let mut order = (0..from.len()).map(|k| Some((height(k)?, k))).collect::<Option<Vec<_>>>()?;
    order.sort_by_key(|&(height, k)| (std::cmp::Reverse(height), k));
    Some(order.into_iter().map(|(_, k)| k).collect())
}

fn tier(
    names: &Names,
    calendar: &Calendar,
    ladder: &str,
    name: &str,
    all: &[String],
    found: &mut Vec<Mistake>,
) -> Tier {
    let path = format!("ladder.{ladder}.tier.{name}");
    let own: LadderTier = names.scenario.table(&path);
    let entry: Entry = names.scenario.table(&format!("{path}.entry"));
    let judged: Vote = names.scenario.table(&format!("{path}.entry.vote"));
    let review: Review = names.scenario.table(&format!("{path}.review"));
    let removal: Removal = names.scenario.table(&format!("{path}.review.vote"));
    let exit: Exit = names.scenario.table(&format!("{path}.exit"));
    let benefit: Benefit = names.scenario.table(&format!("{path}.benefit"));
    let mut day = |knob: &str, text: &str| names.yearly(&format!("{path}.{knob}"), text, found);
    let on_day = day("entry.on_day", &entry.on_day);
    let (review_day, term_day) = (day("review.on_day", &review.on_day), day("exit.on_day", &exit.on_day));
    let keep = review.window(&entry) / names.days;
    let index = |name: &str| all.iter().position(|t| t == name).map_or(0, |k| k as u8 + 1);
    let title = own.title;
    let among = if benefit.pot { entry.seats.unwrap_or(1) as f64 } else { 1.0 };
    let grants = [
        benefit.safety,
        benefit.belonging,
        benefit.esteem,
        benefit.cognition,
        benefit.actualisation,
        benefit.transcendence,
    ]
    .map(|logits| logits / among);
    let cash = benefit.cash.map(|(amount, days)| (amount / among, days));
    // As if it were pay for one hour a week.
    let money = cash.map_or(0.0, |(amount, days)| names.pay.pull(amount * 7.0 / days));
    Tier {
        title: if title.is_empty() { name.to_owned() } else { title },
        on_now: names.scenario.is_on(&path),
        at_start: own.holders_at_start as u32,
        from: index(&own.from.unwrap_or_default()),
        points: entry.points.map(|x| x as f32),
        deeds: entry.deeds.map(|x| x as f32),
        grows: names.scenario.table(&format!("{path}.entry.grows")),
        window: names.counters.span(ladder, entry.window() / names.days),
        within: entry.window() / names.days,
        tenure: entry.tenure.map_or(0.0, |d| names.ticks(d)),
        nominated_by: entry.nominated_by.as_deref().map_or(0, index),
        sponsors: entry.sponsors as u32,
        sponsors_at: index(entry.sponsors_at.as_deref().unwrap_or(name)),
        sponsors_outside: entry.sponsors_outside as u32,
        sponsors_from: entry.sponsors_from,
        seats: entry.seats.map(|n| n as u32),
        seats_share: entry.seats_share,
        employer_seats: entry.employer_seats.map(|n| n as u32),
        employer_share: entry.employer_share,
        rank_by: entry.rank_by,
        judged: judged.by.clone().map(|by| (index(&by), judged)),
        chance: entry.chance,
        every: entry.every.map(|d| d / names.days),
        on_day,
        opens: entry.opens.and_then(|day| day.parse::<Date>().ok()).map_or(0, |day| calendar.tick(day)),
        removal: removal.by.clone().map(|by| (index(&by), removal)),
        review: review.every.map(|d| d / names.days),
        review_day,
        keep_window: names.counters.span(ladder, keep),
        keep_within: keep,
        immunity: names.ticks(review.immunity),
        keep_points: review.keep_points as f32,
        keep_deeds: review.keep_deeds as f32,
        hysteresis: review.hysteresis as f32,
        grace: names.ticks(review.grace),
        otherwise: review.otherwise,
        fall: review.chance,
        inactive: exit.inactive.map(|d| names.ticks(d)),
        suspended: exit.suspended.map(|d| names.ticks(d)),
        term: exit.term.map(|d| names.ticks(d)),
        term_day,
        goes: chance(exit.chance * names.days / YEAR),
        to: exit.to.map_or(0, |to| index(&to)),
        back_after: exit.back_after.map(|n| n.min(255) as u8),
        fame: benefit.fame as f32,
        cash: cash.map(|(amount, days)| (amount.round() as i64, days / names.days)),
        pool: names.pool(benefit.pool.as_deref()),
        retention: benefit.retention as f32,
        gives_minutes: benefit.review_hours * 60.0 * names.days / 7.0,
        engaged_only: benefit.review_by == ReviewBy::Engaged,
        mentor_minutes: (benefit.mentor_hours * 60.0).round() as i64,
        worth: (benefit.belief * (grants.iter().sum::<f64>() + money)) as f32,
        money: (benefit.belief * money) as f32,
        feeds: grants.map(|logits| (1.0 - exp(-benefit.relief * logits)) as f32),
        cash_relief: benefit.cash_relief as f32,
        name: name.to_owned(),
    }
}
