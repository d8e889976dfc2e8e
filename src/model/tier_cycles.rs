//! Tiers that wait for each other, so that nobody can ever enter any of them.
//!
//! Invariant: a tier is reported only if no order of events that begins with the holders at the start can bring anybody onto it.

use std::collections::BTreeSet;

use super::Rules;
use super::ladders::Ladder;
use crate::error::Mistake;
use crate::say;
use crate::scenario::Scenario;

/// Reports tiers whose voters must pass their own vote first, on ladders that begin with these rules. `before`: ladders that were checked.
pub(super) fn report_circles(
    scenario: &Scenario,
    rules: &Rules,
    before: &mut BTreeSet<String>,
    found: &mut Vec<Mistake>,
) {
    let staff = rules.segments.iter().any(|s| s.terms.engagement.as_ref().is_some_and(|e| e.staff > 0));
    for ladder in rules.ladders.iter().filter(|ladder| ladder.on_now) {
        // At later dates its tiers may have holders from before.
        if !before.insert(ladder.name.clone()) {
            continue;
        }
        let reachable = reachable_tiers(ladder, staff, None);
        for (k, tier) in ladder.tiers.iter().enumerate().filter(|(_, tier)| tier.on_now) {
            let Some(by) = tier.judged.as_ref().and_then(|(by, _)| usize::from(*by).checked_sub(1)) else { continue };
            // If the voters are missing for another reason, there is no circle.
            if reachable[by] || !reachable_tiers(ladder, staff, Some(k))[by] {
                continue;
            }
            let (name, voters) = (&tier.name, &ladder.tiers[by].name);
            let says = if by == k {
                say!("model-voters-themselves", tier = name)
            } else {
                say!("model-voters", tier = name, voters = voters)
            };
            let help = say!("model-voters-help", ladder = &ladder.name, voters = voters);
            let path = format!("ladder.{}.tier.{name}.entry.vote.by", ladder.name);
            found.push(scenario.mistake(&path, says, Some(help), say!("model-voters-label")));
        }
    }
}

/// Whether each tier can be reached: `[tier]`; `assumed`: a tier that is taken to have a holder.
pub(super) fn reachable_tiers(ladder: &Ladder, staff: bool, assumed: Option<usize>) -> Vec<bool> {
    let tiers = &ladder.tiers;
    let mut reached: Vec<bool> =
        tiers.iter().enumerate().map(|(k, tier)| tier.on_now && tier.at_start > 0 || assumed == Some(k)).collect();
    for _ in 0..tiers.len() {
        for k in (0..tiers.len()).filter(|k| tiers[*k].on_now) {
            let tier = &tiers[k];
            let below = usize::from(tier.from).checked_sub(1).is_none_or(|t| reached[t]);
            let voters = tier.judged.as_ref().is_none_or(|(by, _)| *by > 0 && reached[usize::from(*by) - 1]);
            let holds = |lowest: u8| {
                let lowest = usize::from(lowest).saturating_sub(1);
                (0..tiers.len()).any(|t| reached[t] && ladder.is_upon(t, lowest))
            };
            let sponsors = tier.sponsors == 0 || staff || holds(tier.sponsors_at);
            let nominated = tier.nominated_by == 0 || staff || holds(tier.nominated_by);
            reached[k] |= below && voters && sponsors && nominated;
        }
    }
    reached
}
