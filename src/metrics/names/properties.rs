//! What holds of a metric by its name: running total or rate, which way it should move, when it has a value.
//!
//! Invariant: an expression has a property if all its metrics have it; an unknown name has none.

use super::*;
use crate::metrics::Better;

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
