//! Paths of organisations and their tiers, resolved from the scenario.
//!
//! Invariant: paths and tiers that are off keep their index.

use super::ladders::{report_circle, top_first};
use super::limits::{TIERS, limited};
use super::names::Names;
use super::ordered::ordered;
use super::organisations::{Group, kind_names};
use crate::error::Mistake;
use crate::incentives::ladder::Otherwise;
use crate::incentives::path::{self, Benefit, Enters, Entry, Obligation, PathTier, RankBy, Review};
use crate::say;
use crate::world::calendar::{MONTH, YEAR, Yearly};

/// A ladder of organisations. Durations are in ticks.
#[derive(Clone, Debug)]
pub struct Path {
    /// As the scenario names it.
    pub name: String,
    /// Its place among all.
    pub index: usize,
    /// Whether it is in force.
    pub on_now: bool,
    /// Whether the organisations of each group may climb it.
    pub admits: Vec<bool>,
    /// Its numbers, as written.
    pub terms: path::Path,
    /// Hours to train one accredited and one certified person.
    pub training: [f64; 2],
    /// Years that organisations look ahead.
    pub ahead: f64,
    /// Tier k of an organisation means `tiers[k − 1]`.
    pub tiers: Vec<OrgTier>,
    /// Indices of tiers, the highest first.
    pub top_first: Vec<usize>,
}

impl Path {
    /// Whether an organisation may come from `here` onto a tier: from the tier below, or, if it may come onto any level, from any tier that
    /// the tier stands on, or from none. 0: on none.
    pub fn leads(&self, here: u8, tier: usize) -> bool {
        let down = |t: &u8| (*t > 0).then(|| self.tiers[usize::from(*t) - 1].from);
        match self.terms.enters {
            Enters::StepByStep => self.tiers[tier].from == here,
            Enters::AnyLevel => {
                let below = std::iter::successors(Some(self.tiers[tier].from), down);
                below.take(self.tiers.len() + 1).any(|t| t == here)
            }
        }
    }
}

/// One tier of organisations.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct OrgTier {
    pub name: String,
    pub title: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Organisations on it when the run begins.
    pub at_start: u32,
    /// The tier below: 0 for any inside, k for `tiers[k − 1]`.
    pub from: u8,
    /// Required accredited and certified people.
    pub papers: [f64; 2],
    /// Required projects, revenue and code inside the window; infinite: all that was ever counted.
    pub done: [f64; 3],
    pub within: f64,
    /// The window of what a review asks: that of entry, or else the time between reviews.
    pub keep_within: f64,
    pub tenure: f64,
    pub seats: Option<u32>,
    pub rank_by: RankBy,
    pub chance: f64,
    pub every: Option<f64>,
    pub review: Option<f64>,
    pub review_day: Option<Yearly>,
    pub keep: f64,
    pub grace: f64,
    pub otherwise: Otherwise,
    pub fall: f64,
    pub lead_share: f64,
    pub brand: f64,
    pub support_hours: f64,
    /// Holders for each seat on the board, 0: no seat; and the most seats.
    pub board: (i64, Option<i64>),
    /// Money for each holder, and the ticks between payments.
    pub fund: Option<(i64, f64)>,
    pub pool: Option<usize>,
    pub co_investment: f64,
    pub hours: f64,
    /// Certified people that a review requires.
    pub must: f64,
    /// Fee of an organisation of size 1, and the ticks between payments.
    pub fee: Option<(f64, f64)>,
    pub fee_by_size: f64,
    /// Ticks of a year.
    pub year: f64,
}

impl OrgTier {
    /// Whether holders are reviewed.
    pub fn is_reviewed(&self) -> bool {
        self.review.is_some() || self.review_day.is_some()
    }
    /// Seats on the board for a number of holders.
    pub fn seats_of(&self, holders: usize) -> i64 {
        let (each, most) = self.board;
        if each > 0 { (holders as i64 / each).min(most.unwrap_or(i64::MAX)) } else { 0 }
    }
    /// Seats on the board for each of a number of holders.
    pub fn board_share(&self, holders: usize) -> f64 {
        self.seats_of(holders) as f64 / holders.max(1) as f64
    }
    /// Money a year for each holder.
    pub fn fund_a_year(&self) -> f64 {
        self.fund.map_or(0.0, |(amount, ticks)| amount as f64 * self.year / ticks)
    }
    /// Fee of an organisation of a size on each date of payment.
    pub fn fee_of(&self, size: f64) -> i64 {
        self.fee.map_or(0, |(amount, _)| (amount * libm::pow(size, self.fee_by_size)).round() as i64)
    }
    /// Fee of an organisation of a size per year.
    pub fn fee_a_year(&self, size: f64) -> f64 {
        self.fee.map_or(0.0, |(_, ticks)| self.fee_of(size) as f64 * self.year / ticks)
    }
    /// Accredited and certified people that a review requires.
    pub fn keeps(&self) -> [f64; 2] {
        [self.papers[0] * self.keep, (self.papers[1] * self.keep).max(self.must)]
    }
}

/// All paths of a scenario.
pub(super) fn paths(names: &Names, groups: &[Group], found: &mut Vec<Mistake>) -> Vec<Path> {
    let scenario = names.scenario;
    let mut list = Vec::new();
    let mut led = 0.0;
    for name in ordered(scenario.all_names("path")) {
        let at = format!("path.{name}");
        let terms: path::Path = scenario.table(&at);
        let part = format!("{at}.tier");
        let all = limited(scenario, &part, TIERS, found);
        let tiers: Vec<OrgTier> = all.iter().map(|tier| step(names, &part, tier, &all, found)).collect();
        let before = led;
        led += tiers.iter().filter(|t| t.on_now && scenario.is_on(&at)).map(|t| t.lead_share).sum::<f64>();
        if led > 1.0 + 1e-9 && before <= 1.0 + 1e-9 {
            found.push(scenario.mistake(
                &part,
                say!("model-lead-shares", share = format!("{led:.2}")),
                Some(say!("model-lead-shares-help")),
                say!("model-shares-label"),
            ));
        }
        let from: Vec<u8> = tiers.iter().map(|tier| tier.from).collect();
        list.push(Path {
            index: list.len(),
            on_now: scenario.is_on(&at),
            admits: admits(groups, &terms.organisations, kind_names::PARTNER),
            training: [terms.accreditation, terms.certification],
            ahead: terms.looks_ahead / YEAR,
            top_first: top_first(&from).unwrap_or_else(|| report_circle(scenario, &part, &all, &from, found)),
            tiers,
            terms,
            name,
        });
    }
    list
}

/// Whether each group is meant: the named ones, or all of a kind if none is named.
pub(super) fn admits(groups: &[Group], named: &[String], kind: &str) -> Vec<bool> {
    groups.iter().map(|g| if named.is_empty() { g.kind_name == kind } else { named.contains(&g.name) }).collect()
}

fn step(names: &Names, part: &str, name: &str, all: &[String], found: &mut Vec<Mistake>) -> OrgTier {
    let path = format!("{part}.{name}");
    let own: PathTier = names.scenario.table(&path);
    let entry: Entry = names.scenario.table(&format!("{path}.entry"));
    let review: Review = names.scenario.table(&format!("{path}.review"));
    let benefit: Benefit = names.scenario.table(&format!("{path}.benefit"));
    let obligation: Obligation = names.scenario.table(&format!("{path}.obligation"));
    let (title, from) = (own.title, own.from.unwrap_or_default());
    OrgTier {
        title: if title.is_empty() { name.to_owned() } else { title },
        on_now: names.scenario.is_on(&path),
        at_start: own.holders_at_start as u32,
        from: all.iter().position(|tier| *tier == from).map_or(0, |k| k as u8 + 1),
        papers: [entry.accredited as f64, entry.certified as f64],
        done: [entry.launched, entry.revenue, entry.joint_development],
        within: entry.within.unwrap_or(f64::INFINITY) / names.days,
        keep_within: entry.within.or(review.every).unwrap_or(if review.on_day.is_empty() {
            f64::INFINITY
        } else {
            YEAR
        }) / names.days,
        tenure: entry.tenure.map_or(0.0, |d| d / names.days),
        seats: entry.seats.map(|n| n as u32),
        rank_by: entry.rank_by,
        chance: entry.chance,
        every: entry.every.map(|d| d / names.days),
        review: review.every.map(|d| d / names.days),
        review_day: names.yearly(&format!("{path}.review.on_day"), &review.on_day, found),
        keep: review.keep,
        grace: review.grace / names.days,
        otherwise: review.otherwise,
        fall: review.chance,
        lead_share: benefit.lead_share,
        brand: benefit.brand,
        support_hours: benefit.support_hours,
        board: (benefit.board_for, benefit.board_most),
        fund: benefit.market_fund.map(|(amount, days)| (amount.round() as i64, days / names.days)),
        pool: names.pool(benefit.pool.as_deref()),
        co_investment: obligation.co_investment,
        hours: obligation.hours,
        must: obligation.certified as f64,
        fee: obligation.fee.map(|(amount, days)| (amount, days / names.days)),
        fee_by_size: obligation.fee_by_size,
        year: 12.0 * MONTH / names.days,
        name: name.to_owned(),
    }
}
