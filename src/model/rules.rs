//! The rules in force from a date on, with names resolved to indices.
//!
//! Invariant: lists that people or organisations refer to by index hold the same names at every date.

use super::actions::{Action, actions};
use super::announcements::{Announced, EndorsementRule, announced, endorsements};
use super::channels::{CarrierRule, OccasionRule, carriers, occasions};
use super::counters::Counters;
use super::frameworks::{Framework, frameworks};
use super::groups::{Chapter, Division, Sig, chapters, divisions, sigs};
use super::ladders::{Ladder, ladders};
use super::milestones::{Milestone, milestones};
use super::names::{Names, pools};
use super::organisations::{Group, HubTerms, groups, hub_terms};
use super::paths::{Path, paths};
use super::pay::Pay;
use super::rewards::{
    BadgeRule, CampaignRule, PointsRule, PrizeRule, ShopRule, badges, campaigns, points, prizes, shop,
};
use super::segments::Segment;
use super::shocks::{BalanceRule, Shock, balance, shocks};
use crate::error::Mistake;
use crate::incentives::belief::Belief;
use crate::kinds::flywheel::Flywheel;
use crate::kinds::trust::Trust;
use crate::mechanisms::adoption::{Adoption, Rule as Contagious};
use crate::mechanisms::{self, Mechanism, Terms};
use crate::say;
use crate::scenario::Scenario;
use crate::scenario::schema::Budget;
use crate::world::calendar::Calendar;
use crate::world::contacts::Kind;
use crate::world::maths::exp;
use crate::world::people::Column;
use crate::world::requests::ACTIONS;
use crate::world::stream::Stream;

/// Mechanisms of one segment.
pub struct SegmentRules {
    /// In the order of the shelf.
    pub mechanisms: Vec<Box<dyn Mechanism>>,
    /// What settling needs to know of them.
    pub terms: Terms,
    /// Weight of each action before incentives; zero if it is not open to the segment.
    pub plain: [f64; ACTIONS],
}

/// All rules in force from a date on.
pub struct Rules {
    /// One for each segment.
    pub segments: Vec<SegmentRules>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Points.
    pub points: Vec<PointsRule>,
    /// When each tick begins.
    pub calendar: Calendar,
    /// Seasons, expiry and debt of balances.
    pub balance: BalanceRule,
    /// Shocks.
    pub shocks: Vec<Shock>,
    /// Shop.
    pub shop: Vec<ShopRule>,
    /// Prizes.
    pub prizes: Vec<PrizeRule>,
    /// Badges.
    pub badges: Vec<BadgeRule>,
    /// Ladders, also those that are off, so that an index means the same at every date.
    pub ladders: Vec<Ladder>,
    /// Campaigns.
    pub campaigns: Vec<CampaignRule>,
    /// Carriers, also those that are off.
    pub carriers: Vec<CarrierRule>,
    /// Occasions, also those that are off.
    pub occasions: Vec<OccasionRule>,
    /// Utility of pay.
    pub pay: Pay,
    /// Income of the budget per period, and the ticks of a period.
    pub budget: (i64, f64),
    /// Shares of the pools, in millionths.
    pub shares: Vec<i64>,
    /// Groups of organisations.
    pub organisations: Vec<Group>,
    /// The hub's side of the star.
    pub hub_terms: HubTerms,
    /// Paths of organisations, also those that are off.
    pub paths: Vec<Path>,
    /// Frameworks of the hub with organisations, also those that are off.
    pub frameworks: Vec<Framework>,
    /// SIGs.
    pub sigs: Vec<Sig>,
    /// Chapters.
    pub chapters: Vec<Chapter>,
    /// Divisions of people among chapters: `[segment][division]`.
    pub(super) divisions: Vec<Vec<Division>>,
    /// Belief of people in promises; `None`: full belief at all times.
    pub belief: Option<Belief>,
    /// Trust of organisations in promises; `None`: full trust at all times.
    pub trust: Option<Trust>,
    /// Sizes that are announced in advance.
    pub announcements: Vec<Announced>,
    /// Milestones, also those that are off.
    pub milestones: Vec<Milestone>,
    /// Endorsements.
    pub endorsements: Vec<EndorsementRule>,
    /// Feedback of the product on people.
    pub flywheel: Flywheel,
    /// Columns of people that mechanisms need.
    pub columns: Vec<Column>,
    /// Whether any rule counts an action, so that its deeds need a dossier.
    pub counted: [bool; ACTIONS],
}

impl Rules {
    pub(super) fn resolve(
        scenario: &Scenario,
        calendar: &Calendar,
        segments: &[Segment],
        kind: &Kind,
        counters: &Counters,
        found: &mut Vec<Mistake>,
    ) -> Rules {
        let days = calendar.step.days();
        let actions = actions(scenario, segments, found);
        let pools = pools(scenario);
        let budget: Budget = scenario.table("budget");
        let names = Names {
            scenario,
            actions: actions.iter().map(|a| a.name.clone()).collect(),
            pools: pools.iter().map(|(name, _)| name.clone()).collect(),
            counters,
            pay: Pay::from_budget(&budget),
            days,
        };
        let organisations = groups(&names, segments, calendar, found);
        let hub_terms = hub_terms(scenario, days);
        let mut rules = Rules {
            paths: paths(&names, &organisations, found),
            milestones: milestones(&names, &organisations, found),
            frameworks: frameworks(&names, &organisations, segments, &hub_terms.side),
            pay: names.pay,
            segments: Vec::new(),
            points: points(&names, found),
            calendar: *calendar,
            balance: balance(&names, found),
            shocks: shocks(scenario, segments, calendar, found),
            shop: shop(&names),
            prizes: prizes(&names, found),
            badges: badges(&names, found),
            ladders: ladders(&names, calendar, found),
            campaigns: campaigns(&names, calendar),
            carriers: carriers(&names, segments, calendar),
            occasions: occasions(&names, segments, calendar, found),
            budget: (budget.total, budget.period / days),
            shares: pools.iter().map(|(_, share)| (share * 1e6).round() as i64).collect(),
            organisations,
            hub_terms,
            sigs: Vec::new(),
            chapters: Vec::new(),
            divisions: Vec::new(),
            flywheel: scenario.table("flywheel"),
            announcements: announced(&names, segments.iter().map(|s| s.people).sum(), calendar, found),
            endorsements: endorsements(&names, calendar),

            trust: scenario.is_on("trust").then(|| scenario.table("trust")),
            belief: scenario.is_on("belief").then(|| scenario.table("belief")),
            columns: Vec::new(),
            counted: [false; ACTIONS],
            actions,
        };
        if rules.shares.iter().sum::<i64>() > 1_000_001 {
            // The last pool that the user's own file gives.
            let pools = scenario.numbers("budget.pools").into_iter().map(|(name, _)| format!("budget.pools.{name}"));
            let own = pools.min_by_key(|path| {
                let at = scenario.spot(path);
                (at.file, std::cmp::Reverse(at.start))
            });
            found.push(scenario.mistake(
                own.as_deref().unwrap_or("budget.pools"),
                say!("model-pool-shares"),
                Some(say!("model-pool-shares-help")),
                say!("model-shares-label"),
            ));
        }
        rules.sigs = sigs(&names, &rules.actions, &rules.organisations, found);
        rules.chapters = chapters(&names, segments, &rules.ladders, found);
        rules.divisions = divisions(&rules.chapters, segments.len());
        rules.counted = rules.counted_actions();
        for segment in segments {
            let made = segment_rules(scenario, segment, segments, &rules, days);
            for mechanism in &made.mechanisms {
                rules.columns.extend(mechanism.columns());
            }
            rules.segments.push(made);
        }
        if kind.is_network() {
            rules.columns.push(Column::Ties);
            if rules.segments.iter().any(|segment| segment.terms.trial.is_some_and(|trial| trial.word > 0.0)) {
                rules.columns.push(Column::Word);
            }
        }
        for segment in segments {
            let rule = scenario.mechanism(&segment.name, "adoption").map(|own| own.make::<Adoption>().rule);
            if rule == Some(Contagious::Complex) && !kind.is_network() {
                found.push(scenario.mistake(
                    "mechanism.adoption.rule",
                    say!("model-complex-contagion"),
                    Some(say!("model-complex-contagion-help")),
                    say!("model-complex-contagion-label"),
                ));
                break;
            }
        }
        rules
    }

    /// Removes everything that costs money: campaigns; endorsements, carriers, occasions, shop items, prizes and frameworks with a cost;
    /// the cash of tiers; funds and fees of paths. Titles, points and everything without a cost stay.
    pub(super) fn defund(&mut self) {
        self.campaigns.clear();
        self.endorsements.retain(|star| star.cost == 0);
        self.carriers.iter_mut().for_each(|carrier| carrier.on_now &= carrier.cost <= 0.0);
        self.occasions.iter_mut().for_each(|occasion| occasion.on_now &= !occasion.is_paid());
        self.shop.retain(|item| item.cost == 0);
        self.prizes.retain(|prize| prize.prize.cost == 0);
        for tier in self.ladders.iter_mut().flat_map(|l| &mut l.tiers) {
            tier.worth -= tier.money;
            tier.money = 0.0;
            tier.cash = None;
        }
        for tier in self.paths.iter_mut().flat_map(|path| &mut path.tiers) {
            (tier.fund, tier.fee) = (None, None);
        }
        for framework in self.frameworks.iter_mut().filter(|f| f.cost > 0 || f.upkeep.is_some()) {
            framework.on_now = false;
        }
    }

    /// Whether a deed of an action is a contribution.
    pub fn contributes(&self, action: usize) -> bool {
        self.actions.get(action).is_some_and(|a| a.contribution)
    }

    fn counted_actions(&self) -> [bool; ACTIONS] {
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

impl Rules {
    /// The desk that reviews the work of a person: 0 for the common desk, k + 1 for the SIG of index k.
    pub fn desk(&self, action: usize, who: Stream) -> usize {
        if self.sigs.is_empty() {
            return 0;
        }
        let u = who.named("sig").unit();
        let mut end = 0.0;
        for (k, sig) in self.sigs.iter().enumerate().filter(|(_, sig)| sig.on_now && sig.owns[action]) {
            end += sig.rule.share;
            if u < end {
                return k + 1;
            }
        }
        0
    }
    /// Index of the SIG on whose branch the merged work of a person waits for a release.
    pub fn branch(&self, action: usize, who: Stream) -> Option<usize> {
        let sig = self.desk(action, who).checked_sub(1)?;
        self.sigs[sig].release.map(|_| sig)
    }
    /// Indices of the chapters of a person of a segment.
    pub fn chapters_of(&self, segment: usize, who: Stream) -> impl Iterator<Item = usize> {
        let divisions = self.divisions.get(segment).map_or(&[][..], Vec::as_slice);
        divisions.iter().filter_map(move |division| division.chapter(who))
    }
}

fn segment_rules(scenario: &Scenario, segment: &Segment, all: &[Segment], rules: &Rules, days: f64) -> SegmentRules {
    let mut made = SegmentRules { mechanisms: Vec::new(), terms: Terms::default(), plain: [0.0; ACTIONS] };
    for row in mechanisms::REGISTRY.entries {
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
