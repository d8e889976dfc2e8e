//! Rules that can do nothing, by construction: nothing is given, nobody can earn it, nobody feels it, or it lies outside of the run.
//!
//! Invariant: a rule is named only if its own numbers and the mechanisms in force show that it does nothing, at any date and under any
//! condition.

use crate::incentives::ladder::RankBy;
use crate::mechanisms::Terms;
use crate::mechanisms::adoption::Adoption;
use crate::mechanisms::triggers::Triggers;
use crate::model::rewards::PointsRule;
use crate::model::segments::Segment;
use crate::model::{Ladder, Model, Rules, SegmentRules, Tier};
use crate::say;
use crate::scenario::Scenario;

/// A rule in force, by its path, and why it does nothing; `None` if it may do something.
pub(super) type Rule = (String, Option<String>);

/// All rules that are in force in one state of the scenario.
pub(super) fn idle(scenario: &Scenario, model: &Model, rules: &Rules) -> Vec<Rule> {
    let felt = Felt::of(scenario, model, rules);
    let mut list = Vec::new();
    points(rules, model.ticks, &mut list);
    rewards(rules, &felt, &mut list);
    for (l, ladder) in rules.ladders.iter().enumerate().filter(|(_, ladder)| ladder.on_now) {
        ladders(rules, l, ladder, &felt, &mut list);
    }
    attention(scenario, model, rules, &mut list);
    places(rules, &mut list);
    organisations(rules, &mut list);
    pools(scenario, model, rules, &mut list);
    list
}

/// What people respond to, in any segment.
struct Felt {
    /// Thresholds of points, deeds and tiers.
    boundaries: bool,
    /// Relief of needs.
    needs: bool,
    /// Fame.
    fame: bool,
    /// Money.
    money: bool,
}

impl Felt {
    fn of(scenario: &Scenario, model: &Model, rules: &Rules) -> Felt {
        let any = |has: fn(&Terms) -> bool| rules.segments.iter().any(|segment| has(&segment.terms));
        Felt {
            boundaries: any(|terms| terms.effort.is_some()),
            needs: model.segments.iter().any(|s| scenario.mechanism(&s.name, "needs").is_some()),
            fame: any(|terms| terms.status.is_some()),
            money: rules.pay.pull(1e9) > 0.0,
        }
    }
}

/// Whether anybody can do each action: people whose triggers or clocks lead to deeds, or guests of an occasion.
pub(super) fn done(scenario: &Scenario, model: &Model, rules: &Rules) -> Vec<bool> {
    let acts = |(segment, own): (&Segment, &SegmentRules)| {
        let triggered = || scenario.mechanism(&segment.name, "triggers").is_some();
        segment.people > 0 && (own.terms.engagement.is_some() || triggered())
    };
    let acts: Vec<bool> = model.segments.iter().zip(&rules.segments).map(acts).collect();
    let guests = |action: usize| rules.occasions.iter().any(|own| own.on_now && own.action == Some(action));
    let is_done = |a: usize| guests(a) || rules.actions[a].who.iter().zip(&acts).any(|(may, acts)| *may && *acts);
    (0..rules.actions.len()).map(is_done).collect()
}

/// Points that are worth nothing, or that nothing asks for.
fn points(rules: &Rules, ticks: u32, list: &mut Vec<Rule>) {
    let tiers = |action: usize| {
        let ladders = rules.ladders.iter().filter(move |ladder| ladder.on_now && ladder.counts[action]);
        ladders.flat_map(|ladder| &ladder.tiers).filter(|tier| tier.on_now)
    };
    let asks = |tier: &Tier| {
        let ranks = tier.rank_by == RankBy::Points && tier.is_limited();
        tier.points.is_some() || tier.keep_points > 0.0 || ranks
    };
    for rule in rules.points.iter().filter(|rule| rule.on_now) {
        let why = match rule.mean() {
            0.0 if rule.grades.is_empty() => Some(say!("lint-idle-points-none", name = &rule.name)),
            _ if !(0..ticks).any(|tick| rule.earns(&rules.calendar, tick)) => {
                Some(say!("lint-idle-points-days", name = &rule.name))
            }
            _ if rules.shop.is_empty() && !tiers(rule.action).any(asks) => {
                Some(say!("lint-idle-points", name = &rule.name))
            }
            _ => None,
        };
        list.push((format!("points.{}", rule.name), why));
    }
    let earns = rules.points.iter().any(PointsRule::can_earn);
    for item in &rules.shop {
        let why = (!earns).then(|| say!("lint-idle-shop", name = &item.name));
        list.push((format!("shop.{}", item.name), why));
    }
}

/// Prizes and badges that nobody feels.
fn rewards(rules: &Rules, felt: &Felt, list: &mut Vec<Rule>) {
    for rule in &rules.prizes {
        let prize = &rule.prize;
        let works = prize.mean > 0.0 || prize.relief > 0.0 && felt.needs || prize.cost > 0 && felt.money;
        let why = (!works).then(|| say!("lint-idle-prize", name = &rule.name));
        list.push((format!("prize.{}", rule.name), why));
    }
    for badge in &rules.badges {
        let works = badge.relief > 0.0 && felt.needs || badge.worth > 0.0 && felt.boundaries;
        let why = (!works).then(|| say!("lint-idle-badge", name = &badge.name));
        list.push((format!("badge.{}", badge.name), why));
    }
}

/// Ladders that bring nothing, and cash that nobody feels.
fn ladders(rules: &Rules, index: usize, ladder: &Ladder, felt: &Felt, list: &mut Vec<Rule>) {
    let tiers = || ladder.tiers.iter().filter(|tier| tier.on_now);
    let feeds =
        |tier: &Tier| tier.feeds.iter().any(|share| *share > 0.0) || tier.cash.is_some() && tier.cash_relief > 0.0;
    let works = |tier: &Tier| {
        tier.worth > 0.0 && felt.boundaries
            || feeds(tier) && felt.needs
            || tier.fame > 0.0 && felt.fame
            || tier.retention != 0.0
            || tier.gives_minutes > 0.0
            || tier.mentor_minutes > 0
            || tier.cash.is_some()
    };
    let leads = rules.chapters.iter().any(|chapter| chapter.on_now && chapter.leads.0 == index);
    let idle = tiers().next().is_some() && !leads && !tiers().any(works);
    let why = idle.then(|| match tiers().any(|tier| tier.worth > 0.0) {
        true => say!("lint-idle-ladder-effort", name = &ladder.name),
        false => say!("lint-idle-ladder", name = &ladder.name),
    });
    list.push((format!("ladder.{}", ladder.name), why));
    for tier in tiers().filter(|tier| tier.cash.is_some_and(|(amount, _)| amount > 0)) {
        let path = format!("ladder.{}.tier.{}.benefit.cash", ladder.name, tier.name);
        let why = match () {
            () if feeds(tier) && felt.needs || tier.retention != 0.0 => None,
            () if tier.money == 0.0 => Some(say!("lint-idle-cash", path = &path)),
            () if !felt.boundaries => Some(say!("lint-idle-cash-effort", path = &path)),
            () => None,
        };
        list.push((path, why));
    }
}

/// Campaigns and carriers that reach or move nobody.
fn attention(scenario: &Scenario, model: &Model, rules: &Rules, list: &mut Vec<Rule>) {
    let (mut triggered, mut reached) = (false, false);
    for segment in &model.segments {
        let own = |mechanism: &str| scenario.mechanism(&segment.name, mechanism);
        triggered |= own("triggers").is_some_and(|own| own.make::<Triggers>().paid > 0.0);
        reached |= own("adoption").is_some_and(|own| own.make::<Adoption>().external > 0.0);
    }
    for campaign in &rules.campaigns {
        let why = match () {
            () if campaign.intensity == 0.0 && campaign.reach == 0.0 => {
                Some(say!("lint-idle-campaign", name = &campaign.name))
            }
            () if campaign.intensity > 0.0 && triggered || campaign.reach > 0.0 && reached => None,
            () => Some(say!("lint-idle-campaign-nobody", name = &campaign.name)),
        };
        list.push((format!("campaign.{}", campaign.name), why));
    }
    for (c, rule) in rules.carriers.iter().enumerate().filter(|(_, rule)| rule.on_now) {
        let carrier = &rule.carrier;
        let knobs = [("reach", carrier.reach), ("messages", carrier.messages), ("trust", carrier.trust)];
        let none = knobs.into_iter().find(|(_, value)| *value == 0.0);
        let tells = rules.occasions.iter().any(|occasion| occasion.on_now && occasion.told_by.contains(&c));
        let moves = carrier.adoption > 0.0 || carrier.triggers > 0.0 || tells;
        let why = none.map(|(knob, _)| say!("lint-idle-carrier", name = &rule.name, knob = knob));
        let why = why.or_else(|| (!moves).then(|| say!("lint-idle-carrier-moves", name = &rule.name)));
        list.push((format!("carrier.{}", rule.name), why));
    }
}

/// Seats, meetings and rooms of size 0.
fn places(rules: &Rules, list: &mut Vec<Rule>) {
    for sig in rules.sigs.iter().filter(|sig| sig.on_now) {
        let none = sig.seats.iter().any(|seats| seats.on_now && seats.rule.places == 0);
        list.push((format!("sig.{}.seats", sig.name), none.then(|| say!("lint-idle-seats", name = &sig.name))));
    }
    for chapter in rules.chapters.iter().filter(|chapter| chapter.on_now) {
        let why = match &chapter.rule {
            rule if rule.meets == 0.0 || rule.most == 0.0 => Some(say!("lint-idle-chapter", name = &chapter.name)),
            rule if rule.leaders == Some(0) => Some(say!("lint-idle-chapter-leaders", name = &chapter.name)),
            _ => None,
        };
        list.push((format!("chapter.{}", chapter.name), why));
    }
    for occasion in rules.occasions.iter().filter(|occasion| occasion.on_now) {
        let full = occasion.occasion.capacity == Some(0);
        let why = full.then(|| say!("lint-idle-occasion", name = &occasion.name));
        list.push((format!("occasion.{}", occasion.name), why));
    }
}

/// Groups of which no organisation ever comes in.
fn organisations(rules: &Rules, list: &mut Vec<Rule>) {
    for (g, group) in rules.organisations.iter().enumerate().filter(|(_, group)| group.on_now) {
        let own = &group.common;
        let offered = rules.frameworks.iter().any(|f| f.on_now && f.admits.get(g) == Some(&true) && f.takes_up > 0.0);
        let brought = group.kind_name == "enterprise" && rules.organisations.iter().any(|o| o.kind_name == "investor");
        let comes = own.joins > 0.0 || own.joined_at_start > 0 || group.joins_on.is_some() || offered || brought;
        let none = own.number == 0 || !comes;
        let why = none.then(|| say!("lint-idle-organisation", name = &group.name));
        list.push((format!("organisation.{}", group.name), why));
    }
}

/// Pools that never receive money although rules are paid out of them.
fn pools(scenario: &Scenario, model: &Model, rules: &Rules, list: &mut Vec<Rule>) {
    // Fees, investors, milestones and capital bring money as well.
    let fees = rules.paths.iter().flat_map(|path| &path.tiers).any(|tier| tier.fee.is_some());
    let invested =
        rules.organisations.iter().any(|group| group.kind_name == "investor") || !rules.milestones.is_empty();
    let income = rules.budget.0 > 0 || fees || invested || scenario.is_on("flywheel");
    let mut payers: Vec<Option<usize>> = Vec::new();
    payers.extend(rules.prizes.iter().filter(|p| p.prize.cost > 0).map(|p| p.pool));
    payers.extend(rules.shop.iter().filter(|item| item.cost > 0).map(|item| item.pool));
    payers.extend(rules.campaigns.iter().filter(|c| c.cost > 0.0).map(|c| c.pool));
    payers.extend(rules.carriers.iter().filter(|c| c.on_now && c.cost > 0.0).map(|c| c.pool));
    payers.extend(rules.occasions.iter().filter(|o| o.on_now && o.is_paid()).map(|o| o.pool));
    payers.extend(rules.endorsements.iter().filter(|e| e.cost > 0).map(|e| e.pool));
    payers.extend(rules.chapters.iter().filter(|c| c.on_now && c.rule.cost > 0).map(|c| c.pool));
    payers.extend(rules.frameworks.iter().filter(|f| f.on_now && f.cost > 0).map(|f| f.pool));
    let tiers = rules.ladders.iter().filter(|ladder| ladder.on_now).flat_map(|ladder| &ladder.tiers);
    payers.extend(tiers.filter(|t| t.on_now && t.cash.is_some_and(|(amount, _)| amount > 0)).map(|t| t.pool));
    let steps = rules.paths.iter().filter(|path| path.on_now).flat_map(|path| &path.tiers);
    payers.extend(steps.filter(|t| t.on_now && t.fund.is_some()).map(|t| t.pool));
    for (k, pool) in model.pools.iter().enumerate().filter(|(k, _)| payers.contains(&Some(*k))) {
        let empty = rules.shares[k] == 0 || !income;
        list.push((format!("budget.pools.{pool}"), empty.then(|| say!("lint-idle-pool", pool = pool))));
    }
}
