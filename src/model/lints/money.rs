//! Money: costs that no pool pays, and pools that cannot pay their costs.

use super::Sentences;
use crate::error::Mistake;
use crate::model::{Model, Rules};
use crate::registry::Set;
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::YEAR;

/// Costs that no pool pays: a mistake, since total costs would look too small.
pub(in crate::model) fn unpooled(scenario: &Scenario, found: &mut Vec<Mistake>) {
    let costs = |set: Option<&Set>| match set {
        Some(Set::Count(n)) => *n > 0,
        Some(Set::Quota(amount, _)) => *amount > 0.0,
        _ => false,
    };
    let mut check = |path: &str, knob: &str, payer: &str| {
        let settings = scenario.settings(path);
        if costs(settings.value(knob)) && scenario.settings(payer).value("pool") == Some(&Set::Absent) {
            let pools: Vec<String> = scenario.numbers("budget.pools").into_iter().map(|(name, _)| name).collect();
            let help = match pools.as_slice() {
                [] => say!("model-unpooled-help-none"),
                some if payer == path => say!("model-unpooled-help", pools = some.join(", ")),
                some => say!("model-unpooled-help-payer", payer = payer, pools = some.join(", ")),
            };
            let at = format!("{path}.{knob}");
            found.push(scenario.mistake(&at, say!("model-unpooled"), Some(help), say!("model-unpooled-label")));
        }
    };
    for part in ["shop", "prize", "campaign", "carrier", "occasion", "endorsement", "chapter"] {
        for name in scenario.names(part) {
            let path = format!("{part}.{name}");
            check(&path, "cost", &path);
        }
    }
    // The pool of an occasion pays for the tables inside it.
    for name in scenario.names("occasion") {
        let path = format!("occasion.{name}");
        for (table, knob) in [("prize", "pot"), ("swag", "cost"), ("follow-up", "cost"), ("gripe", "cost")] {
            check(&format!("{path}.{table}"), knob, &path);
        }
    }
    for group in scenario.names("organisation") {
        let path = format!("organisation.{group}");
        check(&path, "subsidy", &path);
    }
    for ladder in scenario.names("ladder") {
        for tier in scenario.names(&format!("ladder.{ladder}.tier")) {
            let path = format!("ladder.{ladder}.tier.{tier}.benefit");
            check(&path, "cash", &path);
        }
    }
    for path in scenario.names("path") {
        for tier in scenario.names(&format!("path.{path}.tier")) {
            let at = format!("path.{path}.tier.{tier}.benefit");
            check(&at, "market_fund", &at);
        }
    }
    for part in ["framework.university", "framework.traffic"] {
        for (name, knob) in scenario.names(part).iter().flat_map(|name| [(name, "cost"), (name, "upkeep")]) {
            let at = format!("{part}.{name}");
            check(&at, knob, &at);
        }
    }
}

/// Pools whose tiers with seats, campaigns and carriers cost more than their income.
pub(super) fn overdrawn(model: &Model, rules: &Rules, list: &mut Sentences) {
    let (total, ticks) = rules.budget;
    let year = YEAR / model.calendar.step.days();
    for (index, pool) in model.pools.iter().enumerate() {
        let tiers = rules.ladders.iter().filter(|l| l.on_now).flat_map(|l| &l.tiers);
        let seats: f64 = (tiers.filter(|t| t.on_now && t.pool == Some(index)))
            .filter_map(|t| Some(t.cash?.0 as f64 / t.cash?.1 * f64::from(t.seats?)))
            .sum();
        let steps = rules.paths.iter().filter(|path| path.on_now).flat_map(|path| &path.tiers);
        let funds: f64 = (steps.filter(|t| t.on_now && t.pool == Some(index)))
            .filter_map(|t| Some(t.fund_a_year() / year * f64::from(t.seats?)))
            .sum();
        let always = |from, until| from == 0 && until >= model.ticks;
        let campaigns = rules.campaigns.iter().filter(|c| c.pool == Some(index) && always(c.from, c.until));
        let carriers = rules.carriers.iter().filter(|c| c.on_now && c.pool == Some(index) && always(c.from, c.until));
        let spent = campaigns.map(|c| c.cost).sum::<f64>() + carriers.map(|c| c.cost).sum::<f64>();
        let chapters = rules.chapters.iter().filter(|c| c.on_now && c.pool == Some(index));
        let meetings: f64 = chapters.map(|c| c.rule.cost as f64 * c.rule.most).sum();
        let asked = (seats + funds + spent) * year + meetings;
        let has = total as f64 * rules.shares[index] as f64 / 1e6 / ticks * year;
        if asked > has * 1.0001 {
            let (asked, has) = (format!("{asked:.0}"), format!("{has:.0}"));
            list.push(say!("lint-overdrawn", pool = pool, asked = asked, has = has));
        }
    }
}
