//! Cases of momentum: the arrows of the flywheel, announced sizes, endorsements.

const SERVED: &str = "organisation.banks.as.enterprise.service=9";

/// What is set in both runs, separated by semicolons; what is set in the second.
/// Another fund, which is not yet inside.
const FUNDS: &str = "organisation.other={ as = { investor = { orders = \"9 per year\" } }, joins = \"0 per year\" }";

pub(super) const TURNS: &[(&str, &str)] = &[
    ("", "milestone.seed.when=members > 1e6"),
    ("", "milestone.seed.every=7 weeks"),
    ("", "milestone.seed.tranche=5"),
    ("", "milestone.seed.announce=false"),
    (FUNDS, "milestone.seed.from=other"),
    // Arrows.
    ("", "flywheel.merge_quality=0"),
    (SERVED, "flywheel.coverage_quality=1"),
    ("", "flywheel.members_leads=2"),
    ("", "flywheel.members_talent=2"),
    ("", "flywheel.capital_budget=0"),
    // Announced sizes.
    ("announcement.scale.trust=0.9", "announcement.scale.size=50"),
    ("", "announcement.scale.on=2027-04-05"),
    ("", "announcement.scale.by=2027-09-06"),
    ("", "announcement.scale.trust=0.9"),
    ("announcement.scale.size=680", "announcement.scale.costs=2"),
    // Endorsements.
    ("", "endorsement.star.on=2027-05-03"),
    ("", "endorsement.star.reach=9"),
    ("", "endorsement.star.trust=0.9"),
    ("", "endorsement.star.fades=300 days"),
    ("", "endorsement.star.cost=9"),
    ("", "endorsement.star.pool=ads"),
];
