//! Names of metrics, each written once: as scenarios, CSV columns and stored summaries use them.
//!
//! The constant of a series is the part before the colon: `HOLDERS` is `holders` in `holders:core.maintainer`. Names never change with the
//! language.
#![expect(missing_docs, reason = "the names say it; the titles are messages `metric-NAME` of the catalogue")]

mod properties;

pub use properties::{better, is_distinct, is_expression, is_rate, is_total, known_after, parts, without};

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
