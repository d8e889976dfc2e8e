//! Points, shop, prizes, badges and campaigns, resolved from the scenario.
//!
//! Invariant: what people keep is found by an index that no date changes: rules of points that are off keep their index, and badges
//! their bit.

use super::limits::{BADGES, limited};
use super::names::Names;
use super::ordered::ordered;
use crate::error::Mistake;
use crate::incentives::Need;
use crate::incentives::badge::Badge;
use crate::incentives::campaign::Campaign;
use crate::incentives::grows::Grows;
use crate::incentives::points::{Grade, On, Points};
use crate::incentives::prize::Prize;
use crate::incentives::shop::Item;
use crate::say;
use crate::world::calendar::{Calendar, Tick, Yearly};

/// Points for a deed.
#[derive(Clone, Debug, PartialEq)]
pub struct PointsRule {
    pub name: String,
    pub on_now: bool,
    pub action: usize,
    /// For a deed of no grade.
    pub points: i64,
    /// Share and points of each grade, ordered by name.
    pub grades: Vec<(f64, i64)>,
    /// Days of the year between which deeds earn them.
    pub days: Option<(Yearly, Yearly)>,
    /// Largest number of rewarded deeds per person, and the ticks of the period.
    pub cap: Option<(u32, f64)>,
    pub on: On,
    pub quality: f64,
    /// Standard deviation of the random part of quality.
    pub noise: f64,
    /// Index of the score of a dossier that they are added to.
    pub score: usize,
    /// Chance that the points of a deed are taken back.
    pub removed: f64,
    /// Ticks within which they are taken back.
    pub removed_within: f64,
    /// Points lost besides.
    pub penalty: i64,
}

impl PointsRule {
    /// Whether deeds earn points in a tick.
    pub fn earns(&self, calendar: &Calendar, tick: Tick) -> bool {
        self.on_now && self.days.is_none_or(|days| calendar.between(tick, days))
    }
    /// Whether any deed can earn points.
    pub fn can_earn(&self) -> bool {
        let rest = 1.0 - self.grades.iter().map(|(share, _)| share).sum::<f64>();
        self.on_now && (self.points > 0 && rest > 1e-9 || self.grades.iter().any(|(share, n)| *share > 0.0 && *n > 0))
    }
    /// Mean points of a deed.
    pub fn mean(&self) -> f64 {
        let graded: f64 = self.grades.iter().map(|(share, points)| share * *points as f64).sum();
        let rest = 1.0 - self.grades.iter().map(|(share, _)| share).sum::<f64>();
        graded + rest * self.points as f64
    }
    /// Points of a deed whose draw is `u`.
    pub fn of(&self, u: f64) -> i64 {
        let mut below = 0.0;
        for &(share, points) in &self.grades {
            below += share;
            if u < below {
                return points;
            }
        }
        self.points
    }
}

/// An item that points buy.
#[derive(Clone, Debug, PartialEq)]
pub struct ShopRule {
    pub name: String,
    /// Its place among all things of all dates.
    pub index: usize,
    /// The most that one person, and that all together, can buy in a period, and the ticks of the period.
    pub each: Option<(u32, f64)>,
    pub stock: Option<(u32, f64)>,
    pub price: i64,
    pub grows: Grows,
    pub cost: i64,
    pub pool: Option<usize>,
    pub worth: f32,
    pub reward: f32,
    pub feeds: Need,
    pub relief: f32,
    pub controlling: usize,
}

impl ShopRule {
    /// Price in points with a number of members.
    pub fn price(&self, members: u64) -> i64 {
        (self.price as f64 * self.grows.times(members)).round() as i64
    }
}

/// A reward for a deed.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct PrizeRule {
    pub name: String,
    pub action: usize,
    pub prize: Prize,
    pub pool: Option<usize>,
}

/// A badge for a number of deeds.
#[derive(Clone, Debug, PartialEq)]
pub struct BadgeRule {
    pub name: String,
    /// Index of its bit in the badges of a dossier.
    pub bit: u32,
    pub action: usize,
    pub at: i64,
    pub endowed: i64,
    pub worth: f32,
    pub feeds: Need,
    pub relief: f32,
}

/// Paid attention.
#[derive(Clone, Debug, PartialEq)]
pub struct CampaignRule {
    pub name: String,
    pub from: Tick,
    pub until: Tick,
    pub intensity: f32,
    pub reach: f32,
    /// Money for each tick.
    pub cost: f64,
    pub pool: Option<usize>,
}

pub(super) fn points(names: &Names, found: &mut Vec<Mistake>) -> Vec<PointsRule> {
    // Rules that are off keep their index: points that were earned under them refer to it.
    let on: Vec<String> = names.scenario.names("points");
    let mut list = Vec::new();
    for name in ordered(names.scenario.all_names("points")) {
        let rule: Points = names.scenario.table(&format!("points.{name}"));
        let on_now = on.contains(&name);
        let action = names.action(rule.action.as_deref(), &name);
        if action.is_none() && on_now {
            names.report_no_action("points", &name, found);
        }
        list.push(PointsRule {
            action: action.unwrap_or(0),
            on_now: on_now && action.is_some(),
            points: rule.points,
            grades: grades(names, &name, found),
            days: days(names, &name, &rule, found),
            cap: rule.cap.map(|(most, days)| (most as u32, days / names.days)),
            on: rule.on,
            quality: rule.quality,
            noise: rule.noise,
            score: names.counters.score(rule.half_life.map(|d| d / names.days)),
            removed: rule.removed,
            removed_within: rule.removed_within / names.days,
            penalty: rule.penalty,
            name,
        });
    }
    list
}

/// Shares and points of the grades of a rule.
fn grades(names: &Names, rule: &str, found: &mut Vec<Mistake>) -> Vec<(f64, i64)> {
    let path = format!("points.{rule}.grade");
    let on = ordered(names.scenario.names(&path));
    let list: Vec<Grade> = on.iter().map(|name| names.scenario.table(&format!("{path}.{name}"))).collect();
    let all: f64 = list.iter().map(|grade| grade.share).sum();
    if all > 1.0 + 1e-9 {
        let says = say!("model-grade-shares", rule = rule, share = format!("{all:.2}"));
        let help = Some(say!("model-grade-shares-help"));
        found.push(names.scenario.mistake(&path, says, help, say!("model-shares-label")));
    }
    list.into_iter().map(|grade| (grade.share, grade.points)).collect()
}

/// The days of the year between which deeds earn points.
fn days(names: &Names, rule: &str, own: &Points, found: &mut Vec<Mistake>) -> Option<(Yearly, Yearly)> {
    let path = format!("points.{rule}");
    let from = names.yearly(&format!("{path}.from_day"), &own.from_day, found);
    let until = names.yearly(&format!("{path}.until_day"), &own.until_day, found);
    if own.from_day.is_empty() != own.until_day.is_empty() {
        let at = if own.from_day.is_empty() { "until_day" } else { "from_day" };
        let help = Some(say!("model-days-help"));
        let label = say!("model-days-label");
        found.push(names.scenario.mistake(&format!("{path}.{at}"), say!("model-days", rule = rule), help, label));
    }
    from.zip(until)
}

pub(super) fn shop(names: &Names) -> Vec<ShopRule> {
    let mut list = Vec::new();
    let all = ordered(names.scenario.all_names("shop"));
    names.each("shop", |name, item: Item| {
        list.push(ShopRule {
            grows: names.scenario.table(&format!("shop.{name}.grows")),
            index: all.iter().position(|other| *other == name).unwrap_or(0),
            each: item.each.map(|(most, days)| (most as u32, days / names.days)),
            stock: item.stock.map(|(most, days)| (most.min(f64::from(u32::MAX)) as u32, days / names.days)),
            name,
            price: item.price,
            cost: item.cost,
            pool: names.pool(item.pool.as_deref()),
            worth: item.value as f32,
            reward: item.reward as f32,
            feeds: item.feeds,
            relief: item.relief as f32,
            controlling: item.controlling as usize,
        });
    });
    list
}

pub(super) fn prizes(names: &Names, found: &mut Vec<Mistake>) -> Vec<PrizeRule> {
    let mut list = Vec::new();
    names.each("prize", |name, prize: Prize| match names.action(prize.action.as_deref(), &name) {
        None => names.report_no_action("prize", &name, found),
        Some(action) => {
            list.push(PrizeRule { name, action, pool: names.pool(prize.pool.as_deref()), prize });
        }
    });
    list
}

pub(super) fn badges(names: &Names, found: &mut Vec<Mistake>) -> Vec<BadgeRule> {
    let all = limited(names.scenario, "badge", BADGES, found);
    let mut list = Vec::new();
    names.each("badge", |name, badge: Badge| {
        let Some(bit) = all.iter().position(|n| *n == name) else { return };
        let bit = bit as u32;
        if let Some(action) = names.action(Some(&badge.action), &name) {
            list.push(BadgeRule {
                name,
                bit,
                action,
                at: badge.at,
                endowed: badge.endowed,
                worth: badge.value as f32,
                feeds: badge.feeds,
                relief: badge.relief as f32,
            });
        }
    });
    list
}

pub(super) fn campaigns(names: &Names, calendar: &Calendar) -> Vec<CampaignRule> {
    let mut list = Vec::new();
    names.each("campaign", |name, campaign: Campaign| {
        let tick = |date: &Option<String>, otherwise| {
            date.as_ref().and_then(|d| d.parse().ok()).map_or(otherwise, |d| calendar.tick(d))
        };
        list.push(CampaignRule {
            name,
            from: tick(&campaign.from, 0),
            until: tick(&campaign.until, Tick::MAX),
            intensity: campaign.intensity as f32,
            reach: campaign.reach as f32,
            cost: campaign.cost.map_or(0.0, |(amount, days)| amount * names.days / days),
            pool: names.pool(campaign.pool.as_deref()),
        });
    });
    list
}
