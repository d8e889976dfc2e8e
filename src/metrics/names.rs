//! Names of metrics, each written once: as scenarios, CSV columns and stored summaries use them.
//!
//! The constant of a series is the part before the colon: `HOLDERS` is `holders` in `holders:core.maintainer`. Names never change with the
//! language.
#![expect(missing_docs, reason = "the names say it; the titles are messages `metric-NAME` of the catalogue")]

use super::Better;

// accounting
pub const NEW_PEOPLE: &str = "new-people";
pub const RETURNED_PEOPLE: &str = "returned-people";
pub const LAPSED_PEOPLE: &str = "lapsed-people";
pub const LEFT_PEOPLE: &str = "left-people";
pub const KEPT_PEOPLE: &str = "kept-people";
pub const QUICK_RATIO_PEOPLE: &str = "quick-ratio-people";
pub const NEW_CONTRIBUTORS: &str = "new-contributors";
pub const RETURNED_CONTRIBUTORS: &str = "returned-contributors";
pub const LAPSED_CONTRIBUTORS: &str = "lapsed-contributors";
pub const LEFT_CONTRIBUTORS: &str = "left-contributors";
pub const KEPT_CONTRIBUTORS: &str = "kept-contributors";
pub const QUICK_RATIO_CONTRIBUTORS: &str = "quick-ratio-contributors";
pub const NEWCOMERS: &str = "newcomers";

// active
pub const ADOPTED: &str = "adopted";
pub const ADOPTED_SHARE: &str = "adopted-share";
pub const MEMBERS: &str = "members";
pub const ACTIVE_PEOPLE: &str = "active-people";
pub const ACTIVE_CONTRIBUTORS: &str = "active-contributors";
pub const ACTIVE_COMMUNITY: &str = "active-community";
pub const ACTIVE_STAFF: &str = "active-staff";
pub const ENGAGED_CONTRIBUTORS: &str = "engaged-contributors";
pub const DEEDS: &str = "deeds";
pub const CONTRIBUTIONS: &str = "contributions";
pub const VALUE: &str = "value";
pub const REFERRED: &str = "referred";
pub const VIRAL_K: &str = "viral-k";

// careers
pub const TIME_TO: &str = "time-to";
pub const TIME_ON: &str = "time-on";
pub const FAIRNESS: &str = "fairness";
pub const PULL: &str = "pull";

// channels
pub const EXPOSURE: &str = "exposure";
pub const HEEDED: &str = "heeded";
pub const ATTENDANCE: &str = "attendance";
pub const OCCASIONS_HELD: &str = "occasions-held";
pub const OCCASIONS_CANCELLED: &str = "occasions-cancelled";
pub const ENTRANTS: &str = "entrants";
pub const ENTRANTS_KEPT: &str = "entrants-kept";
pub const ENTRANTS_KEPT_SHARE: &str = "entrants-kept-share";
pub const COMPLAINTS_OPEN: &str = "complaints-open";
pub const COMPLAINTS_RESOLVED: &str = "complaints-resolved";
pub const COMPLAINTS_IGNORED: &str = "complaints-ignored";

// concentration
pub const GINI: &str = "gini";
pub const TOP_SHARE: &str = "top-share";
pub const ABSENCE_FACTOR: &str = "absence-factor";
pub const CORE_SHARE: &str = "core-share";
pub const TOP_PERCENT: &str = "top-percent";
pub const TOP_TENTH: &str = "top-tenth";

// ecosystem
pub const QUALITY: &str = "quality";
pub const CONTENT: &str = "content";
pub const CONTENT_MADE: &str = "content-made";
pub const CONTENT_RECEIVED: &str = "content-received";
pub const CONTENT_GIVEN: &str = "content-given";
pub const CONTENT_FADED: &str = "content-faded";
pub const TRAFFIC: &str = "traffic";
pub const COVERAGE: &str = "coverage";
pub const PARTNER_PLACE: &str = "partner-place";
pub const ENTERPRISE_PLACE: &str = "enterprise-place";
pub const BLOCKING_PAIRS: &str = "blocking-pairs";
pub const HUB_GAIN: &str = "hub-gain";
pub const HUB_RATIONED: &str = "hub-rationed";
pub const INVESTED: &str = "invested";
pub const MOAT: &str = "moat";
pub const HUB_REVENUE: &str = "hub-revenue";
pub const PARTNER_REVENUE: &str = "partner-revenue";
pub const CANNIBALISED: &str = "cannibalised";
pub const CAPITAL: &str = "capital";
pub const GRADUATES: &str = "graduates";
pub const INSIDE: &str = "inside";
pub const GONE: &str = "gone";
pub const GAIN: &str = "gain";
pub const TRUST: &str = "trust";
pub const RETURN: &str = "return";
pub const PEER_HOURS: &str = "peer-hours";
pub const PEERS: &str = "peers";
pub const GOT: &str = "got";
pub const GAVE: &str = "gave";
pub const DEMAND: &str = "demand";

// feelings
pub const MEAN_ANTICIPATION: &str = "mean-anticipation";
pub const MEAN_TOLERANCE: &str = "mean-tolerance";
pub const MEAN_HABIT: &str = "mean-habit";
pub const MEAN_KNOWLEDGE: &str = "mean-knowledge";
pub const MEAN_MOTIVATION: &str = "mean-motivation";
pub const MEAN_STAKE: &str = "mean-stake";
pub const MEAN_FAME: &str = "mean-fame";
pub const MEAN_INTENSITY: &str = "mean-intensity";
pub const BURNOUT_EXITS: &str = "burnout-exits";
pub const DISAPPOINTED: &str = "disappointed";
pub const MEAN_SURPRISE: &str = "mean-surprise";
pub const MEAN_DRY: &str = "mean-dry";
/// Followed by a hyphen and the need: `satisfaction-esteem`.
pub const SATISFACTION: &str = "satisfaction";

// gaming
pub const POINTS_VALUE: &str = "points-value";
pub const GOODHART_GAP: &str = "goodhart-gap";

// groups
pub const SEATS: &str = "seats";
pub const UNRELEASED: &str = "unreleased";
pub const QUALITY_AHEAD: &str = "quality-ahead";
pub const CHAPTERS_AWAKE: &str = "chapters-awake";
pub const CHAPTER_LEADERS: &str = "chapter-leaders";
pub const CHAPTER_MET: &str = "chapter-met";
pub const MEETINGS_HELD: &str = "meetings-held";
pub const MEETINGS_UNPAID: &str = "meetings-unpaid";

// interventions
pub const HOLDS: &str = "holds";
pub const MET: &str = "met";

// knowledge
pub const INFLOW: &str = "inflow";
pub const KNOWLEDGE_SPREAD: &str = "knowledge-spread";
pub const STAGNATION: &str = "stagnation";

// momentum
pub const MOMENTUM: &str = "momentum";
pub const BRANCHING: &str = "branching";
pub const BELIEF: &str = "belief";
pub const VACUUM: &str = "vacuum";
pub const HOPE: &str = "hope";
pub const PROMISES_KEPT: &str = "promises-kept";
pub const PROMISES_BROKEN: &str = "promises-broken";

// money
pub const MONEY_PAID: &str = "money-paid";
pub const UNPAID: &str = "unpaid";
pub const POINTS_ISSUED: &str = "points-issued";
pub const POINTS_FARMED: &str = "points-farmed";
pub const POINTS_HELD: &str = "points-held";
pub const POINTS_OWED: &str = "points-owed";
pub const POINTS_TAKEN_BACK: &str = "points-taken-back";
pub const POINTS_EXPIRED: &str = "points-expired";
pub const CAUGHT: &str = "caught";
pub const REWARDS: &str = "rewards";
pub const PAID: &str = "paid";
pub const POOL: &str = "pool";

// partners
pub const STANDING: &str = "standing";
pub const RISEN: &str = "risen";
pub const FALLEN: &str = "fallen";
pub const BOARD_SEATS: &str = "board-seats";
pub const CERTIFIED: &str = "certified";
pub const PARTNER_FEES: &str = "partner-fees";
pub const PARTNER_SURPLUS: &str = "partner-surplus";
pub const PROJECT_CONCENTRATION: &str = "project-concentration";
pub const AGREEMENTS: &str = "agreements";
pub const STUDENTS_INSIDE: &str = "students-inside";
pub const HUB_SERVED: &str = "hub-served";

// potentials
pub const POTENTIAL: &str = "potential";

// retention
/// Followed by a hyphen and the age in months: `retention-12`.
pub const RETENTION: &str = "retention";
pub const SECOND_TIME: &str = "second-time";

// review
pub const REVIEW_WAIT: &str = "review-wait";
pub const REVIEW_QUEUE: &str = "review-queue";
pub const ABANDONED: &str = "abandoned";
pub const REVIEW_HOURS: &str = "review-hours";
pub const STAFF_HOURS: &str = "staff-hours";

// tiers
pub const HOLDERS: &str = "holders";
pub const ENTERED: &str = "entered";
pub const PROMOTED: &str = "promoted";
pub const DEMOTED: &str = "demoted";
pub const EXITED: &str = "exited";
pub const YEARLY: &str = "yearly";
pub const MERIT: &str = "merit";

// trial
pub const IN_TRIAL: &str = "in-trial";
pub const TRIED: &str = "tried";

// triggers
pub const TRIGGER_PAID: &str = "trigger-paid";
pub const TRIGGER_ORGANIC: &str = "trigger-organic";
pub const TRIGGER_SOCIAL: &str = "trigger-social";
pub const TRIGGER_INTERNAL: &str = "trigger-internal";
pub const SELF_DRIVEN: &str = "self-driven";

/// Metrics and series that are counted from the start of the run: their last value counts, not the mean of the last half year.
const TOTALS: &[&str] = &[
    TRIED,
    ATTENDANCE,
    OCCASIONS_HELD,
    OCCASIONS_CANCELLED,
    ENTRANTS,
    ENTRANTS_KEPT,
    COMPLAINTS_RESOLVED,
    COMPLAINTS_IGNORED,
    TIME_TO,
    TOP_PERCENT,
    TOP_TENTH,
    CONTENT_MADE,
    CONTENT_RECEIVED,
    CONTENT_GIVEN,
    CONTENT_FADED,
    HUB_REVENUE,
    PARTNER_REVENUE,
    CANNIBALISED,
    CAPITAL,
    GRADUATES,
    BURNOUT_EXITS,
    MEETINGS_HELD,
    MEETINGS_UNPAID,
    PROMISES_KEPT,
    PROMISES_BROKEN,
    MONEY_PAID,
    UNPAID,
    POINTS_ISSUED,
    POINTS_FARMED,
    POINTS_TAKEN_BACK,
    POINTS_EXPIRED,
    CAUGHT,
    REWARDS,
    PAID,
    RISEN,
    FALLEN,
    PARTNER_FEES,
    PARTNER_SURPLUS,
    ABANDONED,
    REVIEW_HOURS,
    STAFF_HOURS,
    ENTERED,
    PROMOTED,
    DEMOTED,
    EXITED,
    YEARLY,
];

/// Metrics and series of which less is better.
const LESS: &[&str] = &[
    LAPSED_PEOPLE,
    LEFT_PEOPLE,
    LAPSED_CONTRIBUTORS,
    LEFT_CONTRIBUTORS,
    TIME_TO,
    OCCASIONS_CANCELLED,
    COMPLAINTS_OPEN,
    COMPLAINTS_IGNORED,
    GINI,
    TOP_SHARE,
    TOP_PERCENT,
    TOP_TENTH,
    PARTNER_PLACE,
    ENTERPRISE_PLACE,
    BLOCKING_PAIRS,
    HUB_RATIONED,
    CANNIBALISED,
    GONE,
    BURNOUT_EXITS,
    DISAPPOINTED,
    MEAN_DRY,
    GOODHART_GAP,
    UNRELEASED,
    MEETINGS_UNPAID,
    STAGNATION,
    PROMISES_BROKEN,
    MONEY_PAID,
    UNPAID,
    POINTS_FARMED,
    POINTS_OWED,
    CAUGHT,
    PAID,
    FALLEN,
    PROJECT_CONCENTRATION,
    REVIEW_WAIT,
    REVIEW_QUEUE,
    ABANDONED,
    REVIEW_HOURS,
    STAFF_HOURS,
    DEMOTED,
    EXITED,
];

/// The series of a metric: `entered` of `entered:core.maintainer`; of any other metric its name.
fn series(name: &str) -> &str {
    name.split_once(':').map_or(name, |(series, _)| series)
}

/// The metrics of a name: itself, or those of an expression such as `deeds:answer - deeds:farm`, which has blanks around its signs.
pub fn parts(name: &str) -> Vec<&str> {
    let parts = name.split([' ', '(', ')']).filter(|part| part.starts_with(|c: char| c.is_alphabetic()));
    if is_expression(name) { parts.collect() } else { vec![name] }
}

/// Whether the name is an expression of metrics.
pub fn is_expression(name: &str) -> bool {
    name.contains(' ')
}

/// Whether the metric of this name (`money-paid`, `entered:core.maintainer`) is a running total; an expression if all its metrics are.
pub fn is_total(name: &str) -> bool {
    parts(name).into_iter().all(|part| TOTALS.contains(&series(part)))
}

/// Which way the metric of this name should move. A scenario may turn it: `headline = "least members"`. More of
/// an expression is better unless it is turned.
pub fn better(name: &str) -> Better {
    if !is_expression(name) && LESS.contains(&series(name)) { Better::Less } else { Better::More }
}

/// Metrics and series of a part of a scenario that have no value where that part is missing; all others are then 0.
const NOTHING_WITHOUT: &[&str] = &[
    TIME_TO,
    TIME_ON,
    FAIRNESS,
    PULL,
    MERIT,
    YEARLY,
    ENTRANTS_KEPT_SHARE,
    COVERAGE,
    PARTNER_PLACE,
    ENTERPRISE_PLACE,
    BLOCKING_PAIRS,
    MOAT,
    GAIN,
    TRUST,
    RETURN,
    POINTS_VALUE,
    GOODHART_GAP,
    SEATS,
    CHAPTER_MET,
    KNOWLEDGE_SPREAD,
    STAGNATION,
    PROJECT_CONCENTRATION,
    POTENTIAL,
];

/// The value of a metric in a design that lacks what it measures: a tier that does not exist has no holders, and no mean over them.
pub fn without(name: &str) -> f64 {
    // A stored column may end in ".end".
    let series = name.split([':', '.']).next().unwrap_or(name);
    // What an expression is worth without one of its metrics only the expression knows.
    if is_expression(name) || NOTHING_WITHOUT.contains(&series) { f64::NAN } else { 0.0 }
}

/// Months after the start before which the metric has no value in any run: `retention-24` needs newcomers of 27 months ago. An expression
/// has none before all its metrics have one.
pub fn known_after(name: &str) -> u32 {
    parts(name).into_iter().map(one_known_after).max().unwrap_or(0)
}

fn one_known_after(name: &str) -> u32 {
    let age = name.strip_prefix(RETENTION).and_then(|age| age.strip_prefix('-')?.parse::<u32>().ok());
    match name {
        _ if age.is_some() => age.unwrap_or(0) + 3,
        SECOND_TIME => 6,
        MOMENTUM => 12,
        KEPT_PEOPLE | KEPT_CONTRIBUTORS => 2,
        NEW_PEOPLE | RETURNED_PEOPLE | LAPSED_PEOPLE | LEFT_PEOPLE | QUICK_RATIO_PEOPLE => 1,
        NEW_CONTRIBUTORS | RETURNED_CONTRIBUTORS | LAPSED_CONTRIBUTORS | LEFT_CONTRIBUTORS => 1,
        QUICK_RATIO_CONTRIBUTORS => 1,
        _ => 0,
    }
}

/// Whether it counts what happens, per month of 30.4 days.
pub fn is_rate(name: &str) -> bool {
    const RATES: &[&str] = &[
        NEW_PEOPLE,
        RETURNED_PEOPLE,
        LAPSED_PEOPLE,
        LEFT_PEOPLE,
        NEW_CONTRIBUTORS,
        RETURNED_CONTRIBUTORS,
        LAPSED_CONTRIBUTORS,
        LEFT_CONTRIBUTORS,
        NEWCOMERS,
        DEEDS,
        CONTRIBUTIONS,
        VALUE,
        DISAPPOINTED,
    ];
    parts(name).into_iter().all(|part| RATES.contains(&part.split(':').next().unwrap_or(part)))
}

/// Whether it counts the people who did something within the last 30.4 days.
pub fn is_distinct(name: &str) -> bool {
    const DISTINCT: &[&str] = &[ACTIVE_PEOPLE, ACTIVE_CONTRIBUTORS, ACTIVE_COMMUNITY, ACTIVE_STAFF];
    parts(name).into_iter().all(|part| DISTINCT.contains(&part.split(':').next().unwrap_or(part)))
}
