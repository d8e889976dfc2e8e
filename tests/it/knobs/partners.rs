//! Cases of paths, frameworks, vendors and investors.

/// Three tiers of partners, one of them outside the main sequence.
const PATH: &str = "path.partner={ certification = 20, looks_ahead = \"3 years\", tier = { \
    low = { holders_at_start = 2, entry = { certified = 1, accredited = 1 }, review = { every = \"10 weeks\" }, \
            benefit = { market_fund = \"9000 per quarter\", pool = \"people\", brand = 0.3 } }, \
    other = { entry = { accredited = 5 }, benefit = { brand = 0.1 } }, \
    high = { from = \"low\", entry = { certified = 3 }, benefit = { brand = 1.5 } } } }";
/// One tier by delivered projects.
const EARN: &str = "path.partner={ tier = { low = { entry = { launched = 0.5, within = \"30 weeks\" }, benefit = { brand = 0.5 } } } }";
/// One tier by chance, with reviews.
const DRAW: &str = "path.partner={ tier = { low = { entry = { chance = 0.3 }, benefit = { brand = 0.5 } }, \
    high = { from = \"low\", entry = { chance = 0.3 }, review = { every = \"3 weeks\", chance = 0.2 }, benefit = { brand = 2 } } } }";
/// A threshold that no holder meets.
const SHORT: &str = "path.partner={ tier = { low = {}, high = { from = \"low\", holders_at_start = 3, entry = { launched = 90, within = \"10 weeks\" }, \
    review = { every = \"4 weeks\" }, benefit = { brand = 3 } } } }";
/// Two tiers, of which the higher is worth more.
const LEVELS: &str = "path.partner={ tier = { low = { entry = { certified = 2 }, benefit = { brand = 0.1 } }, \
    high = { from = \"low\", benefit = { brand = 2 } } } }";
/// A tier with a review in a hundred years.
const DRAW_LATE: &str = "path.partner={ tier = { low = {}, high = { from = \"low\", holders_at_start = 3, \
    review = { every = \"9 years\", chance = 1 }, benefit = { brand = 3 } } } }";
/// Seats on a board, for two holders each.
const BOARD: &str = "path.partner={ tier = { low = { holders_at_start = 4, benefit = { board_for = 2 } } } }";
const COURSE: &str = "framework.university.course={ enters = \"students\", takes_up = \"90 per year\", cost = 100, \
    students = 2000, spreads = \"20 per year\", upkeep = \"50 per month\", pool = \"people\", hours = 1, delay = \"60 days\", research = 1 }";
const COLUMN: &str =
    "framework.traffic.column={ takes_up = \"9 per year\", cost = 100, upkeep = \"50 per month\", pool = \"people\" }";

pub(super) const TURNS: &[(&str, &str)] = &[
    (PATH, "path.partner.organisations=[\"schools\"]"),
    (LEVELS, "path.partner.enters=any-level"),
    (PATH, "path.partner.responds=0"),
    (PATH, "path.partner.looks_ahead=1 day"),
    (
        "path.partner={ tier = { low = { entry = { launched = 90, certified = 2 }, benefit = { market_fund = \"9000 per month\", pool = \"people\" } } } }",
        "path.partner.luck=10",
    ),
    (PATH, "path.partner.hour=90000"),
    (PATH, "path.partner.accreditation=90"),
    (PATH, "path.partner.certification=90"),
    (PATH, "path.partner.pace=0.01"),
    (PATH, "path.partner.lapse=1 week"),
    (PATH, "path.partner.skill=0.5"),
    (PATH, "path.partner.tier.low.title=The first tier"),
    (PATH, "path.partner.tier.high.from=other"),
    (PATH, "path.partner.tier.low.holders_at_start=1"),
    (PATH, "path.partner.tier.low.entry.accredited=9"),
    (PATH, "path.partner.tier.low.entry.certified=9"),
    (EARN, "path.partner.tier.low.entry.launched=90"),
    (EARN, "path.partner.tier.low.entry.revenue=1e12"),
    (EARN, "path.partner.tier.low.entry.joint_development=1e6"),
    (
        "path.partner={ tier = { low = { entry = { launched = 3, within = \"30 weeks\" }, benefit = { brand = 0.5 } } } }",
        "path.partner.tier.low.entry.within=1 week",
    ),
    (EARN, "path.partner.tier.low.entry.tenure=30 weeks"),
    (EARN, "path.partner.tier.low.entry.seats=1"),
    (
        "path.partner={ tier = { low = { entry = { seats = 1, every = \"12 weeks\" }, benefit = { brand = 0.5 } } } }",
        "path.partner.tier.low.entry.rank_by=code",
    ),
    (DRAW, "path.partner.tier.low.entry.chance=0.9"),
    (EARN, "path.partner.tier.low.entry.every=17 weeks"),
    (DRAW, "path.partner.tier.high.review.every=9 weeks"),
    (DRAW_LATE, "path.partner.tier.high.review.on_day=02-01"),
    (SHORT, "path.partner.tier.high.review.keep=0"),
    (SHORT, "path.partner.tier.high.review.grace=20 weeks"),
    (SHORT, "path.partner.tier.high.review.otherwise=exit"),
    (DRAW, "path.partner.tier.high.review.chance=0.9"),
    (EARN, "path.partner.tier.low.benefit.lead_share=0.5"),
    (EARN, "path.partner.tier.low.benefit.brand=3"),
    (EARN, "path.partner.tier.low.benefit.support_hours=30"),
    (BOARD, "path.partner.heard=0.9"),
    (BOARD, "path.partner.tier.low.benefit.board_for=1"),
    (BOARD, "path.partner.tier.low.benefit.board_most=1"),
    (PATH, "path.partner.tier.low.benefit.market_fund=300 per month"),
    (PATH, "path.partner.tier.low.benefit.pool=ads"),
    (PATH, "path.partner.tier.low.obligation.co_investment=90000"),
    (PATH, "path.partner.tier.low.obligation.hours=5"),
    (PATH, "path.partner.tier.low.obligation.certified=3"),
    (PATH, "path.partner.tier.low.obligation.fee=300 per month"),
    (
        "path.partner={ tier = { low = { holders_at_start = 3, obligation = { fee = \"300 per month\" } } } }",
        "path.partner.tier.low.obligation.fee_by_size=2",
    ),
    (COURSE, "framework.university.course.organisations=[\"integrators\"]"),
    (COURSE, "framework.university.course.takes_up=1 per year"),
    (COURSE, "framework.university.course.cost=3000"),
    (COURSE, "framework.university.course.upkeep=9 per month"),
    (COURSE, "framework.university.course.pool=ads"),
    (COURSE, "framework.university.course.hours=30"),
    (COURSE, "framework.university.course.students=900"),
    (COURSE, "framework.university.course.coverage=0.1"),
    (COURSE, "framework.university.course.spreads=1 per year"),
    (COURSE, "framework.university.course.delay=20 days"),
    (COURSE, "framework.university.course.enters=users"),
    (COURSE, "framework.university.course.adopts=1"),
    (COURSE, "framework.university.course.knowledge=0.9"),
    (COURSE, "framework.university.course.research=9"),
    (COLUMN, "framework.traffic.column.organisations=[\"schools\"]"),
    (COLUMN, "framework.traffic.column.takes_up=1 per year"),
    (COLUMN, "framework.traffic.column.cost=3000"),
    (COLUMN, "framework.traffic.column.upkeep=9 per month"),
    (COLUMN, "framework.traffic.column.pool=ads"),
    (COLUMN, "framework.traffic.column.content=1"),
    (COLUMN, "framework.traffic.column.audience=90"),
    (COLUMN, "framework.traffic.column.half=90"),
    (COLUMN, "framework.traffic.column.cools=300 days"),
    ("", "organisation.integrators.as.partner.takes=0.3"),
    ("", "organisation.integrators.as.partner.gives_back=3"),
    ("", "organisation.fund.as.investor.organisations=900"),
    ("organisation.rival.as.rival.bid=3", "organisation.fund.as.investor.defends=1"),
    ("", "organisation.fund.as.investor.orders=9 per year"),
    ("", "organisation.fund.as.investor.circle=9"),
    ("", "organisation.fund.as.investor.beyond=9"),
    ("organisation.fund.as.investor.beyond=3", "organisation.fund.as.investor.remembered=9 days"),
    ("organisation.fund.as.investor.beyond=9", "organisation.fund.as.investor.stays=1 day"),
];
