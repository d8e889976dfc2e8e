//! Cases of carriers and occasions: a forum, and a hackathon with all its parts.

const FORUM: &str =
    "carrier.forum={ messages = \"5 per week\", reach = 0.5, triggers = \"20 per year\", adoption = \"2 per year\" }";
const PAID: &str = "carrier.forum={ messages = \"5 per week\", reach = 0.5, triggers = \"20 per year\", adoption = \"2 per year\", \
                    cost = \"100 per month\", pool = \"ads\" }";
const HACKATHON: &str = "occasion.hackathon={ on = \"2027-02-01\", every = \"60 days\", interest = -2.5, capacity = 120, cost = 200, \
                         pool = \"prizes\", action = \"docs\", deeds = 2.0, \
                         prize = { pot = 3000 }, swag = { cost = 3, draws = 1.5 }, challenge = { level = 0.5 }, \
                         follow-up = { mentors = 3, cost = 10 } }";
const TOLD: &str = "carrier.forum={ messages = \"5 per week\", reach = 0.5, trust = 0.3 }; occasion.talk={ on = \"2027-02-01\", interest = 0 }";
const TALK: &str = "occasion.talk={ on = \"2027-02-01\", interest = 0.0 }";
const GRIPE: &str = "occasion.gripes={ on = \"2027-02-01\", every = \"60 days\", interest = 0.0, pool = \"prizes\", \
                     gripe = { hours = 100, patience = \"60 days\", leaves = 0.5, quality = 0.01 } }";
const WORSE: &str = "occasion.gripes={ on = \"2027-02-01\", every = \"60 days\", interest = 0.0, gripe = { hours = 100 } }; \
                     organisation.rival.as.rival.quality=3";

/// Settings of both runs, separated by semicolons; settings of the second run.
pub(super) const TURNS: &[(&str, &str)] = &[
    (FORUM, "carrier.forum.audience=[\"users\"]"),
    (FORUM, "carrier.forum.reach=0.1"),
    (FORUM, "carrier.forum.messages=1 per week"),
    (FORUM, "carrier.forum.half_life=2 days"),
    (FORUM, "carrier.forum.repeats=5"),
    (FORUM, "carrier.forum.trust=0.9"),
    (FORUM, "carrier.forum.adoption=9 per year"),
    (FORUM, "carrier.forum.triggers=90 per year"),
    (FORUM, "carrier.forum.content=500"),
    (FORUM, "carrier.forum.from=2027-04-05"),
    (FORUM, "carrier.forum.until=2027-04-05"),
    (PAID, "carrier.forum.cost=900 per month"),
    (PAID, "carrier.forum.pool=people"),
    (HACKATHON, "occasion.hackathon.on=2027-03-01"),
    (HACKATHON, "occasion.hackathon.every=30 days"),
    (HACKATHON, "occasion.hackathon.until=2027-03-01"),
    (HACKATHON, "occasion.hackathon.audience=[\"users\"]"),
    (TALK, "occasion.talk.open_to=members"),
    (TOLD, "occasion.talk.told_by=[\"forum\"]"),
    (TALK, "occasion.talk.interest=-3"),
    ("occasion.talk={ on = \"2027-02-01\", interest = 0.0, every = \"30 days\" }", "occasion.talk.fades=30 days"),
    (HACKATHON, "occasion.hackathon.capacity=9"),
    (HACKATHON, "occasion.hackathon.cost=900"),
    (HACKATHON, "occasion.hackathon.pool=people"),
    (TALK, "occasion.talk.adopts=0.9"),
    (TALK, "occasion.talk.knowledge=0.5"),
    (TALK, "occasion.talk.content=500"),
    (HACKATHON, "occasion.hackathon.action=answer"),
    (HACKATHON, "occasion.hackathon.deeds=9"),
    (HACKATHON, "occasion.hackathon.hours=90"),
    (HACKATHON, "occasion.hackathon.drive_by=9"),
    (HACKATHON, "occasion.hackathon.prize.pot=9000"),
    (HACKATHON, "occasion.hackathon.prize.winners=9"),
    (HACKATHON, "occasion.hackathon.prize.skill_spread=3"),
    (HACKATHON, "occasion.hackathon.prize.noise=9"),
    (HACKATHON, "occasion.hackathon.prize.reward=9"),
    (HACKATHON, "occasion.hackathon.prize.esteem=0.9"),
    (HACKATHON, "occasion.hackathon.prize.controlling=praise"),
    (HACKATHON, "occasion.hackathon.swag.cost=9"),
    (HACKATHON, "occasion.hackathon.swag.draws=2"),
    (HACKATHON, "occasion.hackathon.swag.reward=9"),
    (HACKATHON, "occasion.hackathon.swag.controlling=none"),
    (HACKATHON, "occasion.hackathon.challenge.level=0.1"),
    (HACKATHON, "occasion.hackathon.challenge.draws=3"),
    (HACKATHON, "occasion.hackathon.challenge.width=0.05"),
    (HACKATHON, "occasion.hackathon.follow-up.mentors=0"),
    (HACKATHON, "occasion.hackathon.follow-up.each=1"),
    (HACKATHON, "occasion.hackathon.follow-up.cost=900"),
    (HACKATHON, "occasion.hackathon.follow-up.holds=9"),
    (TALK, "occasion.talk.relief.safety=0.9"),
    (TALK, "occasion.talk.relief.belonging=0.9"),
    (TALK, "occasion.talk.relief.esteem=0.9"),
    (TALK, "occasion.talk.relief.cognition=0.9"),
    (TALK, "occasion.talk.relief.actualisation=0.9"),
    (TALK, "occasion.talk.relief.transcendence=0.9"),
    (GRIPE, "occasion.gripes.gripe.complaints=3"),
    (WORSE, "occasion.gripes.gripe.more=9"),
    (GRIPE, "occasion.gripes.gripe.hours=500"),
    (GRIPE, "occasion.gripes.gripe.hours_each=30"),
    (GRIPE, "occasion.gripes.gripe.cost=9"),
    (GRIPE, "occasion.gripes.gripe.quality=0.1"),
    (GRIPE, "occasion.gripes.gripe.patience=20 days"),
    (GRIPE, "occasion.gripes.gripe.leaves=1"),
];
