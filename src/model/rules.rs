//! The rules in force from a date on, with names turned into indices.

use super::{Segment, count, number, ordered, text};
use crate::error::Mistake;
use crate::incentives::badge::Badge;
use crate::incentives::campaign::Campaign;
use crate::incentives::ladder::{Benefit, Entry, Exit, Otherwise, RankBy, Review};
use crate::incentives::points::{On, Points};
use crate::incentives::prize::Prize;
use crate::incentives::shop::Item;
use crate::incentives::{Need, Six};
use crate::mechanisms::{self, Mechanism, Terms};
use crate::scenario::Scenario;
use crate::shelf::{Set, Settings};
use crate::world::calendar::{Calendar, Tick};
use crate::world::contacts::Kind;
use crate::world::dossier::BUCKETS;
use crate::world::maths::{exp, ln};
use crate::world::people::Column;
use crate::world::requests::ACTIONS;

/// Something that a person may do.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Action {
    pub name: String,
    pub title: String,
    pub effort: f32,
    pub appeal: f32,
    pub barrier: f32,
    /// Times its weight while the barrier stands.
    pub first_time: f64,
    pub challenge: f32,
    pub reviewed: bool,
    pub review_minutes: i64,
    pub contribution: bool,
    pub mimics: Option<usize>,
    pub detection: f64,
    pub penalty: i64,
    pub mutual: bool,
    /// True value of one deed.
    pub value: f32,
    /// Relief of each need by one deed.
    pub relief: [f32; 6],
    /// Whether each segment may do it.
    pub who: Vec<bool>,
}

/// Mechanisms of one segment.
pub struct SegmentRules {
    /// In the order of the shelf.
    pub mechanisms: Vec<Box<dyn Mechanism>>,
    /// What settling needs to know of them.
    pub terms: Terms,
    /// Weight of each action before incentives; zero where it is not open to the segment.
    pub plain: [f64; ACTIONS],
}

/// Points for a deed.
#[derive(Clone, Debug, PartialEq)]
pub struct PointsRule {
    pub name: String,
    pub on_now: bool,
    pub action: usize,
    pub points: i64,
    /// Most per person, and the ticks it is counted over.
    pub cap: Option<(u32, f64)>,
    pub on: On,
    pub quality: f64,
    pub half_life: Option<f64>,
}

/// A thing that points buy.
#[derive(Clone, Debug, PartialEq)]
pub struct ShopRule {
    pub name: String,
    pub price: i64,
    pub cost: i64,
    pub pool: Option<usize>,
    pub worth: f32,
    pub reward: f32,
    pub feeds: Need,
    pub controlling: usize,
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

/// A mark for so many deeds.
#[derive(Clone, Debug, PartialEq)]
pub struct BadgeRule {
    pub name: String,
    /// Which bit of a dossier's badges.
    pub bit: u32,
    pub action: usize,
    pub at: i64,
    pub endowed: i64,
    pub worth: f32,
    pub feeds: Need,
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

/// Ordered roles.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// As the scenario names it.
    pub name: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Whether each action counts.
    pub counts: [bool; ACTIONS],
    /// When a deed counts.
    pub on: On,
    /// Ticks in a bucket of its windows.
    pub bucket: f64,
    /// Tier k of a person means `tiers[k − 1]`.
    pub tiers: Vec<Tier>,
    /// Indices of tiers, the highest first.
    pub top_first: Vec<usize>,
}

/// One role. Durations are in ticks.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Tier {
    pub name: String,
    pub title: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// People on it when the run begins.
    pub at_start: u32,
    /// The tier below: 0 for the open community, k for `tiers[k − 1]`.
    pub from: u8,
    pub points: Option<f32>,
    pub deeds: Option<f32>,
    /// The window, in buckets.
    pub buckets: u32,
    pub tenure: f32,
    pub sponsors: u32,
    pub seats: Option<u32>,
    pub rank_by: RankBy,
    pub vote: Option<(u8, f32)>,
    pub chance: f64,
    pub every: Option<f64>,
    pub review: Option<f64>,
    pub keep_points: f32,
    pub keep_deeds: f32,
    pub hysteresis: f32,
    pub grace: f32,
    pub otherwise: Otherwise,
    pub fall: f64,
    pub inactive: Option<f32>,
    pub term: Option<f32>,
    /// Chance of going, a tick.
    pub goes: f64,
    /// What it grants each need, logits.
    pub grants: [f32; 6],
    pub fame: f32,
    /// Money for each holder, and the ticks between payments.
    pub cash: Option<(i64, f64)>,
    pub pool: Option<usize>,
    pub retention: f32,
    /// Review that each holder gives, minutes a tick.
    pub gives_minutes: f64,
    /// Review minutes that an entry costs.
    pub mentor_minutes: i64,
    /// What the tier is worth to somebody who could enter it, logits.
    pub worth: f32,
    /// The part of it that is money, logits.
    pub money: f32,
}

/// All rules in force from a date on.
pub struct Rules {
    /// One for each segment.
    pub segments: Vec<SegmentRules>,
    /// What people may do.
    pub actions: Vec<Action>,
    /// Points.
    pub points: Vec<PointsRule>,
    /// Shop.
    pub shop: Vec<ShopRule>,
    /// Prizes.
    pub prizes: Vec<PrizeRule>,
    /// Badges.
    pub badges: Vec<BadgeRule>,
    /// Ladders; those that are off stand here too, so that an index keeps its meaning.
    pub ladders: Vec<Ladder>,
    /// Campaigns.
    pub campaigns: Vec<CampaignRule>,
    /// Money that comes in every period, and the ticks of a period.
    pub budget: (i64, f64),
    /// Shares of the pools, in millionths.
    pub shares: Vec<i64>,
    /// Columns that any mechanism needs.
    pub columns: Vec<Column>,
    /// Whether anything stands on any action, so that a deed of it needs a dossier.
    pub counted: [bool; ACTIONS],
}

/// Finds things by name while rules are resolved.
struct Names<'a> {
    scenario: &'a Scenario,
    actions: Vec<String>,
    pools: Vec<String>,
    days: f64,
}

impl Names<'_> {
    fn action(&self, settings: &Settings, own: &str) -> Option<usize> {
        let named = text(settings.value("action"));
        let name = if named.is_empty() { own } else { &named };
        self.actions.iter().position(|a| a == name)
    }
    fn pool(&self, settings: &Settings) -> Option<usize> {
        let named = text(settings.value("pool"));
        self.pools.iter().position(|p| *p == named)
    }
    fn ticks(&self, days: f64) -> f32 {
        (days / self.days) as f32
    }
    /// Calls `make` for every table of a part that is in force.
    fn each(&self, part: &str, mut make: impl FnMut(String, Settings)) {
        for name in ordered(self.scenario.names(part)) {
            let settings = self.scenario.settings(&format!("{part}.{name}"));
            make(name, settings);
        }
    }
    fn lacks_action(&self, part: &str, name: &str, found: &mut Vec<Mistake>) {
        found.push(self.scenario.mistake(
            &format!("{part}.{name}"),
            format!("there is no action called {name}, and the rule names none"),
            Some(format!("add action = \"…\", one of: {}", self.actions.join(", "))),
            "which action?",
        ));
    }
}

impl Rules {
    pub(super) fn resolve(
        scenario: &Scenario,
        calendar: &Calendar,
        segments: &[Segment],
        kind: &Kind,
        found: &mut Vec<Mistake>,
    ) -> Rules {
        let days = calendar.step.days();
        let actions = actions(scenario, segments, found);
        let pools = super::pools(scenario);
        let names = Names {
            scenario,
            actions: actions.iter().map(|a| a.name.clone()).collect(),
            pools: pools.iter().map(|(name, _)| name.clone()).collect(),
            days,
        };
        let budget = scenario.settings("budget");
        let mut rules = Rules {
            segments: Vec::new(),
            points: points(&names, found),
            shop: shop(&names),
            prizes: prizes(&names, found),
            badges: badges(&names),
            ladders: ladders(&names, found),
            campaigns: campaigns(&names, calendar),
            budget: (count(budget.value("total")), number(budget.value("period")) / days),
            shares: pools.iter().map(|(_, share)| (share * 1e6).round() as i64).collect(),
            columns: Vec::new(),
            counted: [false; ACTIONS],
            actions,
        };
        if rules.shares.iter().sum::<i64>() > 1_000_001 {
            found.push(scenario.mistake(
                "budget.pools",
                "the shares of the pools add up to more than 1",
                Some("shares of the total, such as { prizes = 0.4, ads = 0.6 }".to_owned()),
                "more than there is",
            ));
        }
        rules.counted = rules.what_counts();
        for segment in segments {
            let made = segment_rules(scenario, segment, segments, &rules, days);
            for mechanism in &made.mechanisms {
                rules.columns.extend(mechanism.columns());
            }
            rules.segments.push(made);
        }
        if kind.is_network() {
            rules.columns.push(Column::Ties);
        }
        for segment in segments {
            let rule = scenario.mechanism(&segment.name, "adoption").map(|s| text(s.value("rule")));
            if rule.as_deref() == Some("complex") && !kind.is_network() {
                found.push(scenario.mistake(
                    "mechanism.adoption.rule",
                    "complex contagion counts contacts, and well-mixed people have none to count",
                    Some("set contacts.kind to random, small-world, scale-free or file".to_owned()),
                    "needs a network",
                ));
                break;
            }
        }
        rules
    }

    /// Takes out what costs money: campaigns, shops, paid prizes, cash. Titles, points and free prizes stay.
    pub(super) fn defund(&mut self) {
        self.campaigns.clear();
        self.shop.retain(|item| item.cost == 0);
        self.prizes.retain(|prize| prize.prize.cost == 0);
        for tier in self.ladders.iter_mut().flat_map(|l| &mut l.tiers) {
            tier.worth -= tier.money;
            tier.money = 0.0;
            tier.cash = None;
        }
    }

    fn what_counts(&self) -> [bool; ACTIONS] {
        let mut counted = [false; ACTIONS];
        for (index, action) in self.actions.iter().enumerate() {
            let of = action.mimics.unwrap_or(index);
            counted[index] = action.contribution
                || action.reviewed
                || action.mimics.is_some()
                || action.challenge > 0.0
                || self.points.iter().any(|p| p.on_now && p.action == of)
                || self.prizes.iter().any(|p| p.action == of)
                || self.badges.iter().any(|b| b.action == of)
                || self.ladders.iter().any(|l| l.on_now && l.counts[of]);
        }
        counted
    }
}

fn actions(scenario: &Scenario, segments: &[Segment], found: &mut Vec<Mistake>) -> Vec<Action> {
    let names = ordered(scenario.all_names("action"));
    if names.is_empty() {
        // A world with people and no action has the one that every product has.
        return vec![Action {
            name: "use".into(),
            title: "use".into(),
            who: vec![true; segments.len()],
            ..Action::default()
        }];
    }
    if names.len() > ACTIONS {
        found.push(scenario.mistake(
            &format!("action.{}", names[ACTIONS]),
            format!("{} actions are more than the {ACTIONS} that a scenario may have", names.len()),
            None,
            "one too many",
        ));
    }
    let names = &names[..names.len().min(ACTIONS)];
    names
        .iter()
        .map(|name| {
            let path = format!("action.{name}");
            let s = scenario.settings(&path);
            let value = scenario.settings(&format!("{path}.value"));
            let is_on = scenario.is_on(&path);
            let who = match s.value("who") {
                Some(Set::Names(list)) if !list.is_empty() => list.clone(),
                _ => segments.iter().map(|s| s.name.clone()).collect(),
            };
            let flag = |knob: &str| s.value(knob) == Some(&Set::Flag(true));
            let title = text(s.value("title"));
            let mimics = text(s.value("mimics"));
            if mimics == *name {
                found.push(scenario.mistake(
                    &format!("{path}.mimics"),
                    "an action cannot mimic itself",
                    None,
                    "itself",
                ));
            }
            Action {
                title: if title.is_empty() { name.clone() } else { title },
                effort: number(s.value("effort")) as f32,
                appeal: number(s.value("appeal")) as f32,
                barrier: number(s.value("barrier")) as f32,
                first_time: exp(-number(s.value("barrier"))),
                challenge: number(s.value("challenge")) as f32,
                reviewed: flag("reviewed"),
                review_minutes: (number(s.value("review_hours")) * 60.0).round() as i64,
                contribution: flag("contribution"),
                mimics: names.iter().position(|n| *n == mimics),
                detection: number(s.value("detection")),
                penalty: count(s.value("penalty_points")),
                mutual: flag("mutual"),
                value: ["content", "code", "knowledge"].iter().map(|v| number(value.value(v))).sum::<f64>() as f32,
                relief: scenario.settings(&format!("{path}.relief")).make::<Six>().array(),
                who: segments.iter().map(|segment| is_on && who.contains(&segment.name)).collect(),
                name: name.clone(),
            }
        })
        .collect()
}

fn segment_rules(scenario: &Scenario, segment: &Segment, all: &[Segment], rules: &Rules, days: f64) -> SegmentRules {
    let mut made = SegmentRules { mechanisms: Vec::new(), terms: Terms::default(), plain: [0.0; ACTIONS] };
    for row in mechanisms::SHELF.rows {
        if let Some(settings) = scenario.mechanism(&segment.name, row.name) {
            let mechanism = (row.make)(&settings, days);
            mechanism.terms(&mut made.terms);
            made.mechanisms.push(mechanism);
        }
    }
    let index = all.iter().position(|s| s.name == segment.name).unwrap_or(0);
    for (slot, action) in made.plain.iter_mut().zip(&rules.actions) {
        if action.who[index] {
            *slot = exp(f64::from(action.appeal));
        }
    }
    made
}

fn points(names: &Names, found: &mut Vec<Mistake>) -> Vec<PointsRule> {
    // Rules that are off keep their place: what was earned under them is found by index.
    let on: Vec<String> = names.scenario.names("points");
    let mut list = Vec::new();
    for name in ordered(names.scenario.all_names("points")) {
        let settings = names.scenario.settings(&format!("points.{name}"));
        let rule: Points = settings.make();
        let on_now = on.contains(&name);
        let action = names.action(&settings, &name);
        if action.is_none() && on_now {
            names.lacks_action("points", &name, found);
        }
        list.push(PointsRule {
            action: action.unwrap_or(0),
            on_now: on_now && action.is_some(),
            points: rule.points,
            cap: rule.cap.map(|(most, days)| (most as u32, days / names.days)),
            on: rule.on,
            quality: rule.quality,
            half_life: rule.half_life.map(|d| d / names.days),
            name,
        });
    }
    list
}

fn shop(names: &Names) -> Vec<ShopRule> {
    let mut list = Vec::new();
    names.each("shop", |name, settings| {
        let item: Item = settings.make();
        list.push(ShopRule {
            name,
            price: item.price,
            cost: item.cost,
            pool: names.pool(&settings),
            worth: item.value as f32,
            reward: item.reward as f32,
            feeds: item.feeds,
            controlling: item.controlling as usize,
        });
    });
    list
}

fn prizes(names: &Names, found: &mut Vec<Mistake>) -> Vec<PrizeRule> {
    let mut list = Vec::new();
    names.each("prize", |name, settings| match names.action(&settings, &name) {
        None => names.lacks_action("prize", &name, found),
        Some(action) => {
            list.push(PrizeRule { name, action, prize: settings.make(), pool: names.pool(&settings) });
        }
    });
    list
}

fn badges(names: &Names) -> Vec<BadgeRule> {
    let all = ordered(names.scenario.all_names("badge"));
    let mut list = Vec::new();
    names.each("badge", |name, settings| {
        let badge: Badge = settings.make();
        let bit = all.iter().position(|n| *n == name).unwrap_or(0).min(63) as u32;
        if let Some(action) = names.action(&settings, &name) {
            list.push(BadgeRule {
                name,
                bit,
                action,
                at: badge.at,
                endowed: badge.endowed,
                worth: badge.value as f32,
                feeds: badge.feeds,
            });
        }
    });
    list
}

fn campaigns(names: &Names, calendar: &Calendar) -> Vec<CampaignRule> {
    let mut list = Vec::new();
    names.each("campaign", |name, settings| {
        let campaign: Campaign = settings.make();
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
            pool: names.pool(&settings),
        });
    });
    list
}

fn ladders(names: &Names, found: &mut Vec<Mistake>) -> Vec<Ladder> {
    let on_now: Vec<String> = names.scenario.names("ladder");
    let mut list = Vec::new();
    for name in ordered(names.scenario.all_names("ladder")) {
        let path = format!("ladder.{name}");
        let s = names.scenario.settings(&path);
        let counts = match s.value("actions") {
            Some(Set::Names(which)) if !which.is_empty() => which.clone(),
            _ => names.actions.clone(),
        };
        let part = format!("{path}.tier");
        // Those that are off keep their place: who stands where is found by index.
        let tiers: Vec<String> = ordered(names.scenario.all_names(&part));
        // The widest window of the ladder fits its buckets.
        let widest = tiers
            .iter()
            .map(|t| number(names.scenario.settings(&format!("{part}.{t}.entry")).value("within")))
            .fold(1.0, f64::max);
        let bucket = (widest / names.days / BUCKETS as f64).max(1.0);
        let mut ladder = Ladder {
            on_now: on_now.contains(&name),
            counts: std::array::from_fn(|a| names.actions.get(a).is_some_and(|n| counts.contains(n))),
            on: if text(s.value("on")) == "merged" { On::Merged } else { On::Done },
            bucket,
            tiers: tiers.iter().map(|t| tier(names, &part, t, &tiers, bucket)).collect(),
            top_first: Vec::new(),
            name,
        };
        ladder.top_first = top_first(&ladder.tiers).unwrap_or_else(|| {
            found.push(names.scenario.mistake(&part, "the tiers stand on each other in a circle", None, "a circle"));
            Vec::new()
        });
        list.push(ladder);
    }
    list
}

/// Indices of tiers by height, the highest first; `None` where they form a circle.
fn top_first(tiers: &[Tier]) -> Option<Vec<usize>> {
    let height = |mut k: usize| -> Option<usize> {
        let mut steps = 0;
        while tiers[k].from > 0 {
            k = tiers[k].from as usize - 1;
            steps += 1;
            if steps > tiers.len() {
                return None;
            }
        }
        Some(steps)
    };
    let mut order = (0..tiers.len()).map(|k| Some((height(k)?, k))).collect::<Option<Vec<_>>>()?;
    order.sort_by_key(|&(height, k)| (std::cmp::Reverse(height), k));
    Some(order.into_iter().map(|(_, k)| k).collect())
}

fn tier(names: &Names, part: &str, name: &str, all: &[String], bucket: f64) -> Tier {
    let path = format!("{part}.{name}");
    let at = |table: &str| names.scenario.settings(&format!("{path}.{table}"));
    let s = names.scenario.settings(&path);
    let entry: Entry = at("entry").make();
    let review: Review = at("review").make();
    let exit: Exit = at("exit").make();
    let benefit: Benefit = at("benefit").make();
    let index = |name: &str| all.iter().position(|t| t == name).map_or(0, |k| k as u8 + 1);
    let title = text(s.value("title"));
    let grants = [
        benefit.safety,
        benefit.belonging,
        benefit.esteem,
        benefit.cognition,
        benefit.actualisation,
        benefit.transcendence,
    ]
    .map(|x| x as f32);
    // Money as logits: .3·ln(1 + pay a week / 100).
    let money = benefit.cash.map_or(0.0, |(amount, days)| 0.3 * ln(1.0 + amount * 7.0 / days / 100.0));
    Tier {
        title: if title.is_empty() { name.to_owned() } else { title },
        on_now: names.scenario.is_on(&path),
        at_start: count(s.value("holders_at_start")) as u32,
        from: index(&text(s.value("from"))),
        points: entry.points.map(|x| x as f32),
        deeds: entry.deeds.map(|x| x as f32),
        buckets: ((entry.within / names.days / bucket).round() as u32).clamp(1, BUCKETS as u32),
        tenure: entry.tenure.map_or(0.0, |d| names.ticks(d)),
        sponsors: entry.sponsors as u32,
        seats: entry.seats.map(|n| n as u32),
        rank_by: entry.rank_by,
        vote: entry.vote_by.as_ref().map(|by| (index(by), entry.vote_weight as f32)),
        chance: entry.chance,
        every: entry.every.map(|d| d / names.days),
        review: review.every.map(|d| d / names.days),
        keep_points: review.keep_points as f32,
        keep_deeds: review.keep_deeds as f32,
        hysteresis: review.hysteresis as f32,
        grace: names.ticks(review.grace),
        otherwise: review.otherwise,
        fall: review.chance,
        inactive: exit.inactive.map(|d| names.ticks(d)),
        term: exit.term.map(|d| names.ticks(d)),
        goes: crate::world::maths::chance(exit.chance * names.days / crate::world::calendar::YEAR),
        fame: benefit.fame as f32,
        cash: benefit.cash.map(|(amount, days)| (amount.round() as i64, days / names.days)),
        pool: names.pool(&at("benefit")),
        retention: benefit.retention as f32,
        gives_minutes: benefit.review_hours * 60.0 * names.days / 7.0,
        mentor_minutes: (benefit.mentor_hours * 60.0).round() as i64,
        worth: (benefit.belief * (f64::from(grants.iter().sum::<f32>()) + money)) as f32,
        money: (benefit.belief * money) as f32,
        grants,
        name: name.to_owned(),
    }
}
