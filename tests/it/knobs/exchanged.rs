//! Cases of exchanged resources: one arrow for each resource, for the hub and for organisations; and of trust.

macro_rules! donors {
    ($resource:literal) => {
        concat!(
            "organisation.donors={ number = 3, joined_at_start = 3, hours = 400, costs = { ",
            $resource,
            " = 1 }, worth = { support = 90 }, as = { traffic = {} } }; hub.worth.",
            $resource,
            "=60; hub.hours=90"
        )
    };
}

/// Organisations of a kind that get one resource.
macro_rules! given {
    ($resource:literal, $kind:literal) => {
        concat!(
            "organisation.visitors={ number = 3, joined_at_start = 3, hours = 400, industry = \"banks\", costs = { code = 1 }, worth = { ",
            $resource,
            " = 90 }, as = { ",
            $kind,
            " } }; hub.worth.code=60; hub.hours=900; hub.costs.",
            $resource,
            "=1"
        )
    };
}

/// Publishers who get content and one more resource, a little of each.
macro_rules! readers {
    ($resource:literal) => {
        concat!(
            "organisation.visitors={ number = 3, joined_at_start = 3, hours = 400, absorbs = 5, costs = { code = 1 }, worth = { content = 90, ",
            $resource,
            " = 90 }, as = { traffic = {} } }; hub.worth.code=60; hub.hours=90_000; hub.costs.content=1; hub.costs.",
            $resource,
            "=1"
        )
    };
}

/// Partners and schools trust the hub, whose hours are short.
const TRUST: &str = "trust={ at_start = 0.6 }; hub.hours=20";
/// A promise to partners that is exposed.
const EXPOSED: &str = "trust={ at_start = 0.6 }; path.partner={ tier = { low = { holders_at_start = 2, benefit = { brand = 0.3 } } } }; \
                       shock.out={ on = 2027-04-05, expose = \"path.partner.tier.low\" }";

/// Settings of both runs, separated by semicolons; settings of the second run.
pub(super) const TURNS: &[(&str, &str)] = &[
    (donors!("talent"), "flywheel.talent_hub=9"),
    (donors!("brand"), "flywheel.brand_reach=0.02"),
    (donors!("traffic"), "flywheel.traffic_people=90"),
    (donors!("leads"), "flywheel.leads_enterprises=9"),
    (donors!("references"), "flywheel.references_enterprises=9"),
    (donors!("capital"), "flywheel.capital_money=9"),
    (given!("leads", "partner = { skill = [1, 1, 1, 1] }"), "organisation.visitors.as.partner.leads_projects=1"),
    (given!("brand", "partner = { skill = [1, 1, 1, 1] }"), "organisation.visitors.as.partner.brand_draws=1"),
    (given!("references", "partner = { skill = [1, 1, 1, 1] }"), "organisation.visitors.as.partner.references_draws=1"),
    (given!("capital", "partner = { skill = [1, 1, 1, 1] }"), "organisation.visitors.as.partner.capital_capacity=0.01"),
    (
        given!("research", "university = { enters = \"users\", courses = 1, delay = \"60 days\" }"),
        "organisation.visitors.as.university.research_students=1",
    ),
    (
        given!("capital", "university = { enters = \"users\", delay = \"60 days\" }"),
        "organisation.visitors.as.university.capital_teaching=1",
    ),
    (given!("references", "enterprise = {}"), "organisation.banks.as.enterprise.references_threshold=1"),
    (given!("support", "enterprise = { service = 9 }"), "organisation.visitors.as.enterprise.support_service=0.01"),
    (readers!("traffic"), "organisation.visitors.as.traffic.traffic_audience=9"),
    (readers!("brand"), "organisation.visitors.as.traffic.brand_audience=1"),
    (readers!("capital"), "organisation.visitors.as.traffic.capital_audience=0.1"),
    (TRUST, "trust.at_start=0.9"),
    (TRUST, "trust.builds=9 per year"),
    (TRUST, "trust.loses=9 per year"),
    (TRUST, "trust.told=1"),
    (EXPOSED, "trust.broken=0.9"),
    (EXPOSED, "shock.out.factor=0.9"),
    (EXPOSED, "shock.out.expose=ladder.contributor.tier.committer"),
    (EXPOSED, "belief.spills=1"),
];
