//! Turns of what the hub does with what it is given in exchange: one arrow for each resource.

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

/// What is set in both runs, separated by semicolons; what is set in the second.
pub(super) const TURNS: &[(&str, &str)] = &[
    (donors!("talent"), "flywheel.talent_hub=9"),
    (donors!("brand"), "flywheel.brand_reach=0.02"),
    (donors!("traffic"), "flywheel.traffic_people=90"),
    (donors!("leads"), "flywheel.leads_enterprises=9"),
    (donors!("references"), "flywheel.references_enterprises=9"),
    (donors!("capital"), "flywheel.capital_money=9"),
];
