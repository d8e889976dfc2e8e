# Every sentence that a person reads, in English. The syntax is that of Fluent (projectfluent.org/fluent/guide).
# Ids are kebab-case and begin with the room that says them. A table's id is its message, and each of its knobs an attribute.

## Tables of a scenario, and their knobs

announcement = A community size that is announced in advance and must be reached by a deadline.
    .size = The announced number of members.
    .on = The day of the announcement.
    .by = The deadline; the announcement has no effect after it.
    .trust = Weight of the announced share of members against the actual share among a person's contacts, at a belief of 1.
    .costs = With belief: the belief that is lost if the size is not reached in time.

badge = A mark that a person gets once, after a fixed number of deeds.
    .action = The action that is counted.
    .at = Number of deeds that it takes.
    .endowed = Number of deeds that everybody is credited with at the start.
    .value = Value of the badge to a responder.
    .feeds = The need that it feeds.
    .relief = How much of that need it relieves.

balance = How unspent points expire.
    .season = Length of a season; balances are cleared at the end of each season; if absent, there are no seasons.
    .on_day = A day of each year on which a season ends, such as "11-01".
    .carried = With seasons: the share of a balance that is carried over into the next season.
    .expires = The time after which unspent points expire.
    .debt = Whether points that are taken back with removed content may make a balance negative.

belief = How far people believe promises, and what raises or lowers this belief; without this table, people believe every promise.
    .at_start = Belief at the start.
    .loss = The belief that is lost in a tick in which no promised payment is made.
    .announcement = Share of the gap to the highest belief that is closed by a funding round, or by a lighthouse (an organisation that joins with `joins_on`).
    .most = The highest belief.
    .returns = Time constant of its return to 1.
    .spills = Belief that all other promises lose when one promise is exposed, as a share of the loss of the exposed promise.

campaign = Paid attention.
    .intensity = Paid triggers that it adds, as a multiple of the `paid` rate of the triggers mechanism.
    .reach = How much it adds to the external adoption hazard, as a multiple of that hazard.
    .from = The first day; the start of the run if absent.
    .until = The day on which it ends; never if absent.
    .cost = Money that it costs, such as "2000 per month".
    .pool = The pool that pays.

carrier = A place where people hear of the product; its messages are soon forgotten, and people react only after several of them.
    .audience = The segments that it reaches; all if empty.
    .reach = The share of the audience that one message reaches.
    .messages = How many messages it carries.
    .half_life = Half-life of messages in memory.
    .repeats = How many messages a person must remember to react.
    .trust = The share of people who react once they remember enough messages.
    .adoption = Hazard of adoption of a person who reacts.
    .triggers = Triggers of a member who reacts: they count as paid if the carrier costs money, otherwise as triggers by others.
    .content = Hub content at which half of the carrier's messages have content to carry; 0: messages need no content.
    .from = The first day; the start of the run if absent.
    .until = The day on which it ends; never if absent.
    .cost = Money that it costs, such as "2000 per month".
    .pool = The pool that pays.

endorsement = A person with many followers supports the product in public.
    .on = The day on which it happens.
    .reach = How much it adds to the external adoption hazard on that day, as a multiple of that hazard.
    .trust = With belief: share of the gap to the highest belief that it closes.
    .fades = Time constant with which its reach fades.
    .cost = One-time cost.
    .pool = The pool that pays.

framework = A programme of several years that the hub offers to organisations.

framework-university = A book, a course, a branch, a contest stage or teaching material for universities.
    .organisations = The groups that it is offered to; all universities if empty.
    .takes_up = Rate at which an organisation takes it up, and so joins.
    .cost = One-time cost for each organisation that takes it up.
    .upkeep = Running cost for each organisation that has taken it up, such as "10000 per year".
    .pool = The pool that pays.
    .hours = Hub hours that each of these organisations uses, before any exchange.
    .students = Students whom it reaches at full coverage, at size 1.
    .coverage = The highest share of these students that it reaches.
    .spreads = Rate at which the share of students that it reaches approaches `coverage`, once it is taken up.
    .delay = Mean time from the first lesson until a student uses the product.
    .enters = The segment that students come into.
    .adopts = Chance that such a student becomes a member.
    .knowledge = Knowledge of such a student.
    .research = Research that a university of size 1 gives back at full coverage.

framework-traffic = A column or programme with traffic partners: the hub gives content and reaches their audience.
    .organisations = The groups that it is offered to; all traffic partners if empty.
    .takes_up = Rate at which an organisation takes it up, and so joins.
    .cost = One-time cost for each organisation that takes it up.
    .upkeep = Running cost for each organisation that has taken it up, such as "10000 per year".
    .pool = The pool that pays.
    .content = Content that the hub writes for each partner with hub hours, before any exchange.
    .audience = People whom a partner of size 1 reaches.
    .half = Recent content (heat) at which half of the audience looks, for a partner of size 1.
    .cools = Time constant with which the heat of content fades.

gripe = People at an occasion complain; resolved complaints raise quality, and ignored ones cost belief and members.
    .complaints = Mean number of complaints if quality is what users expect.
    .more = Additional complaints for each log unit by which quality lies below what users expect.
    .hours = Hours for resolving complaints.
    .hours_each = Hours that it takes to resolve one complaint.
    .cost = Money that it costs to resolve one complaint, from the occasion's pool.
    .quality = Quality that a resolved complaint adds.
    .patience = Time after which a waiting complaint counts as ignored.
    .leaves = Chance that a person whose complaint is ignored leaves.

grows = How a threshold rises with the number of members.
    .from = Number of members up to which the threshold keeps its written value.
    .power = Above `from`, the threshold is multiplied by (members / from)^power; 0: it does not grow.

ladder = Ordered roles for people.
    .actions = The actions that count; all if empty.
    .on = Whether a deed counts when done or only when merged.
    .staff = Whether staff can hold places on the ladder and get its benefits; staff can vouch in both cases.
    .vouches = How many people a holder, or a member of staff, may vouch for; what is not used within a year is gone.
    .nominates = How many people a holder, or a member of staff, nominates, where a tier asks for a nomination.

ladder-tier = One role.
    .title = What charts call it.
    .from = The tier below; if absent, people enter from the open community.
    .holders_at_start = Number of contributors on the tier when it begins, at the start of the run or on a later date: the most active first.

ladder-entry = Requirements to enter a tier.
    .points = Points inside the window.
    .deeds = Counted deeds inside the window.
    .within = The window in which points and deeds are counted; if absent, they count for ever.
    .tenure = Time on the tier below (or since the first deed).
    .nominated_by = The tier whose holders nominate, with those above and staff; if absent, people stand by themselves.
    .sponsors = How many people must vouch; `vouches` of the ladder limits how often they can.
    .sponsors_at = The lowest tier whose holders may vouch, with those above and staff; if absent, this tier.
    .sponsors_outside = How many of the sponsors must work for another employer than the person whom they sponsor.
    .sponsors_from = Whether the sponsors of a person must come from different segments or work for different employers.
    .seats = The most people that the tier may hold.
    .seats_share = The most people that the tier may hold, as a share of the members, rounded up to whole people.
    .employer_seats = The most people of one employer that the tier may hold.
    .employer_share = The largest share of the tier that people of one employer may hold; one person is always allowed.
    .rank_by = Who goes first when seats are short: those with the most points or deeds in the window, or with the highest score, which fades with its half-life.
    .chance = The chance that a person who qualifies is admitted on a decision date; 0 for a tier that people enter only through another tier's `exit.to`.
    .every = The time between decision dates; every tick if absent.
    .on_day = A day of each year on which people are admitted, such as "07-01" (29 February is the last of the month in other years); if `every` is set as well, people are admitted on its dates too.
    .opens = The first day on which people are admitted; the tier is promised, and motivates people, before that day.

ladder-vote = A vote on people who qualify, by their reputation.
    .by = The tier whose holders vote; no vote if absent.
    .share = The share of the votes cast that a candidate needs, to three digits: 0.667 is two thirds.
    .passes = Whether a candidate must reach that share, or exceed it: a majority is a share of 0.5 that is exceeded.
    .least = The fewest votes that a candidate needs.
    .against = The most votes against that a candidate may have: with 0, one vote against is a veto.
    .opposes = Rank below which a voter votes against a candidate, where the ranks of all candidates run from 0 to 1.
    .employer_votes = The most votes of one employer that are counted.
    .quorum = The share of the voters who must vote for the vote to be valid.
    .turnout = The chance that a voter votes on a date.
    .weight_of_value = How closely a candidate's reputation follows the true value of their deeds; the rest is luck.
    .noise = How far voters differ in their rank of one candidate, where the ranks of all candidates run from 0 to 1.

ladder-review = Requirements to stay on a tier.
    .every = The time between reviews of a holder, from the day of entry; no review if absent.
    .on_day = A day of each year on which all holders are reviewed, such as "03-01".
    .within = The window of `keep_points` and `keep_deeds`; if absent, the window of entry, and if that has none, the time between reviews.
    .immunity = Time after entry in which a holder cannot fall short.
    .keep_points = Points inside the window to stay.
    .keep_deeds = Counted deeds inside the window to stay.
    .hysteresis = Share of `keep_points` or `keep_deeds` below which a holder falls short.
    .hysteresis-found = { $title } sets LOW_WATER_MARK to 0.9; 1 means no slack
    .grace = Time that a holder who falls short at a review has to catch up.
    .otherwise = What happens to those who fall short: down one tier, off the ladder, or suspended: they keep the place without benefits, duties and votes until they meet the bar again.
    .chance = The chance that a review removes a holder, whatever they did.

ladder-removal = A vote on each holder under review, by their reputation among the tier's holders.
    .by = The tier whose holders vote; no vote if absent.
    .floor = Rank below which a voter votes for removal, where the ranks of all holders run from 0 to 1.
    .share = The share of the votes cast that removes a holder.
    .quorum = The share of the voters who must vote for the vote to be valid.
    .turnout = The chance that a voter votes on a date.
    .weight_of_value = How closely a holder's reputation follows the true value of their deeds; the rest is luck.
    .noise = How far voters differ in their rank of one holder, where the ranks of all holders run from 0 to 1.

ladder-exit = How holders leave a tier without a review.
    .inactive = Time without a counted deed after which the place is lost.
    .suspended = Time without a counted deed after which benefits, duties and votes stop; the next counted deed brings them back.
    .term = Longest time in the tier.
    .on_day = The day of each year on which terms end, such as "07-01": those that have run out, or all if there is no `term`.
    .chance = Rate at which holders leave for reasons of their own.
    .to = The tier for these people, such as emeritus; from a tier on which others stand, they can climb again after their next deed; if it is absent or has no free seat, they leave the ladder.
    .back_after = On the tier of those who have served: counted deeds after which they are back on the tier from which they came, if it has a free seat.

ladder-benefit = What the tier gives to its holders (needs in logits), and what holders give in return.
    .safety = Material safety.
    .belonging = Belonging.
    .esteem = Esteem.
    .cognition = Cognition.
    .actualisation = Self-actualisation.
    .transcendence = Transcendence.
    .fame = Fame on entry.
    .cash = Money for each holder, such as "2000 per quarter".
    .pool = The pool that pays.
    .pot = Whether the tier's seats share one pot of all this, except fame and hours, instead of each holder getting the full amount.
    .relief = How far the benefits relieve these needs on entry: 1 − exp(−relief · logits).
    .cash_relief = How much a payment of cash relieves the need for safety.
    .retention = How much the odds of dropping out decrease.
    .review_hours = Hours of review that each holder gives.
    .review_by = Who gives these hours: every holder (holders), including those who stopped contributing and are still on the tier, or only holders who still contribute (engaged).
    .mentor_hours = Reviewer hours that each entry into the tier costs.
    .belief = How far people believe the promise.

needs = How much of each need one deed relieves.
    .safety = Material safety.
    .belonging = Belonging.
    .esteem = Esteem.
    .cognition = Cognition.
    .actualisation = Self-actualisation.
    .transcendence = Transcendence.

occasion = An event on a day; it takes place only if its pool can pay.
    .on = The first day.
    .every = The time after which it repeats; if absent, it takes place once.
    .until = The day from which it no longer takes place; if absent, it has no end.
    .audience = The segments that it is for; all if empty.
    .open_to = Who among them may attend.
    .told_by = The carriers that announce it: only people who react to one of them know of it; if empty, everybody knows of it.
    .interest = How likely a person of the audience is to attend, without any offer.
    .fades = Half-life of the share of the audience that attends, such as the share that reads a book; if absent, the share is constant.
    .capacity = The most people who may attend.
    .cost = Money that it costs each time.
    .pool = The pool that pays all costs of the occasion.
    .adopts = Chance that an attendee who has not adopted becomes a member.
    .knowledge = Knowledge that an attendee gains.
    .content = Content that it adds for others.
    .action = The action that members do there.
    .deeds = Mean number of deeds that a member does there.
    .hours = Hours that it takes to attend.
    .drive_by = How much the odds of stopping increase for people who attend only because of the pay.

occasion-prize = Prize money for the best, whom a jury chooses; the rank depends on skill, effort and luck.
    .pot = Money that the winners share equally.
    .winners = How many win.
    .skill_spread = Standard deviation of skill between people.
    .noise = Standard deviation of luck in the jury's decision.
    .reward = Reward that a winner feels.
    .esteem = How much winning relieves the need for esteem.
    .controlling = The kind of reward that people see in it, for crowding-out.

occasion-swag = A gift for each deed done there, whatever the deed is worth.
    .cost = Money for each deed.
    .draws = How much it adds to attendance, and to deeds.
    .reward = Reward that a person feels for each deed.
    .controlling = The kind of reward that people see in it, for crowding-out.

occasion-challenge = A task that needs a certain skill: it attracts people with that skill, and success in it is an achievement.
    .level = The skill that it needs.
    .draws = How much it adds to attendance if it matches a person's skill.
    .width = How far challenge and skill may be apart.

occasion-follow-up = Mentors for people who contribute there for the first time.
    .mentors = How many mentors there are.
    .each = How many newcomers each mentor takes on.
    .cost = Money for each newcomer.
    .holds = How much the odds of stopping after the first deeds decrease for a person with a mentor.

path = Ordered tiers for organisations, such as partners.
    .organisations = The groups whose organisations may hold its tiers; all partners if empty.
    .enters = Whether organisations climb step by step, or come onto any tier above theirs that they qualify for and that is worth most to them.
    .responds = How far organisations work towards a tier: they start if `responds` times its value is more than the cost of reaching it; 0: never.
    .looks_ahead = How far ahead organisations plan.
    .luck = Standard deviation of a year's projects and revenue around what an organisation expects, as a share of what the tier requires.
    .hour = What an hour of an organisation is worth to it.
    .accreditation = Hours to accredit one person.
    .certification = Hours to certify one engineer.
    .pace = The largest share of its hours that an organisation puts into training.
    .lapse = Time constant with which accredited people and certified engineers leave or lose their certificates.
    .skill = What a certified engineer adds to the skill of an organisation of size 1 on each curve.
    .heard = What an organisation gains from a seat on the board, as a share of its hours.

path-tier = One tier of organisations.
    .title = What charts call it.
    .from = The tier below; if absent, any organisation inside may enter.
    .holders_at_start = Number of organisations inside that are on the tier when the run begins, the largest first; they meet its requirements.

path-entry = Requirements for an organisation to enter a tier.
    .accredited = Accredited people.
    .certified = Certified engineers.
    .launched = Projects delivered inside the window.
    .revenue = Money earned by the product inside the window.
    .joint_development = Code given inside the window.
    .within = The window in which projects, revenue and code are counted; if absent, they count for ever.
    .tenure = Time on the tier below; for the lowest tier, time since the organisation joined.
    .seats = The most organisations that the tier may hold.
    .rank_by = Who goes first when seats are short: by what was done in the window, or by size.
    .chance = The chance that an organisation that qualifies is admitted on a decision date.
    .every = The time between decision dates; every tick if absent.

path-review = Requirements for an organisation to stay on a tier.
    .every = The time between reviews, from the day of entry; no review if absent.
    .on_day = A day of each year on which all holders are reviewed, such as "03-01".
    .keep = The share of the entry requirements that a review asks for.
    .grace = Time that an organisation that falls short at a review has to catch up.
    .otherwise = What happens to those who fall short.
    .chance = The chance that a review removes an organisation, whatever it did.

path-benefit = What the tier gives to each organisation on it, and the share of all projects that goes to the tier.
    .lead_share = The share of all projects that is reserved for the tier's holders; the rest is open to all.
    .brand = How many more projects a holder gets than others of its size and skill.
    .support_hours = Hours of the hub that each holder gets, before any exchange.
    .board_for = Number of holders for each board seat of the tier; holders take turns in the seat; 0: no seat.
    .board_most = The most board seats that the tier has.
    .market_fund = Money for each holder, such as "100000 per year".
    .pool = The pool that pays.

path-obligation = What the tier requires of each organisation on it.
    .co_investment = Money that the organisation invests on entry; this investment binds it against a rival's bid.
    .hours = Hours that the organisation works on joint products; these hours also bind it, and they make code.
    .certified = Certified engineers that every review requires.
    .fee = Fee that an organisation of size 1 pays into the budget, such as "2500 per year".
    .fee_by_size = Exponent of size in the fee: fee · size^power; 0: all pay the same.

points = Points for a deed.
    .action = The action that earns them; the rule's own name if absent.
    .points = Points for one deed.
    .cap = The most that one person may earn by this rule.
    .on = Whether the deed counts when done or only when merged.
    .from_day = The day of each year from which deeds earn points, such as "10-01"; if absent, they do so all year.
    .until_day = With from_day: the last day of each year on which deeds earn points, such as "10-31".
    .quality = How closely the points follow the deed's quality: 0 gives all deeds the same points, 1 gives points in proportion.
    .noise = Standard deviation of luck in the quality of a deed, in addition to the person's merit, as a share of the mean.
    .half_life = The half-life of the score (the balance does not fade).
    .removed = The chance that the content is removed later, and its points are taken back.
    .removed_within = With removed: the longest time until the removal; the removal is equally likely at every moment within it.
    .penalty = With removed: points that are lost with removed content, besides those that it earned.

points-grade = A grade of deeds, such as the severity of a bug, that earns its own number of points.
    .share = The share of the deeds that are of this grade; the deeds of no grade earn the points of the rule.
    .points = Points for a deed of this grade; below zero, they are taken from the balance.

prize = A reward for a deed, fixed or by chance.
    .action = The action that it rewards; the rule's own name if absent.
    .on = Whether the deed counts when done or only when merged.
    .schedule = Whether every deed is rewarded, or only some deeds by chance, with the same mean.
    .mean = The mean reward of one deed.
    .chance = With variable: the chance that a deed is rewarded.
    .weighting = With variable: exponent by which people weigh the chance to win money; below 1 they overweight a small chance.
    .weighting-found = { $title }: .61 for gains; 1 weighs a chance as it is
    .paid = The share of promised prizes that is paid.
    .cost = Money that one prize costs.
    .pool = The pool that pays.
    .feeds = The need that it feeds.
    .relief = How much of that need it relieves.
    .controlling = The kind of reward that people see in it, for crowding-out.

shop = An item that people can buy with points.
    .price = Points that it costs a person.
    .each = The most that one person can buy, such as "1 per year"; any number if absent.
    .stock = The most that all people can buy together, such as "50000 per year"; any number if absent.
    .cost = Money that the pool pays.
    .pool = The pool that pays; if absent, the item costs no money.
    .value = Value of the item to a responder.
    .reward = Reward that a person feels on getting it.
    .feeds = The need that it feeds.
    .relief = How much of that need it relieves.
    .controlling = The kind of reward that people see in it, for crowding-out.

chapter = A user group: people of a segment in a city or an industry, with their own leaders.
    .segment = The segment of its people.
    .share = The share of the segment that belongs to the chapter.
    .by = Name of a division of people, such as city or industry: a person belongs to at most one chapter of each division.
    .ladder = The ladder that has the tier of its leaders.
    .tier = The tier of that ladder; its holders lead the chapter.
    .leaders = The most leaders that the chapter may have; people of the chapter compete for these places.
    .meets = How many meetings each leader manages.
    .most = The most meetings that a chapter holds.
    .cost = What a meeting costs; it takes place only if its pool can pay in full.
    .pool = The pool that pays.
    .lasts = Mean time for which a meeting is remembered.
    .reach = How much it adds to the external adoption hazard of people who attended a meeting lately, as a multiple of that hazard.
    .holds = How much the log hazard of leaving decreases if all attended a meeting lately.

kind-enterprise = A large user: adopts when its industry has enough references, pays, and states requirements.
    .threshold_low = The lowest threshold of a group.
    .threshold_high = The highest threshold of a group; the thresholds between the two are spaced evenly.
    .authority = Exponent of size in the weight of a reference: weight = size^authority; 0: all references count the same.
    .coverage = The lowest ratio of partners' service to needed service at which enterprises adopt.
    .quality = How much a better product lowers its threshold.
    .service = Service that an enterprise of size 1 needs once it has adopted.
    .references_threshold = Effect of references that organisations of its industry receive on its adoption: the share of adopters that a unit a month counts for.
    .support_service = Effect of received support on needed service: the service that a unit a month saves.
    .pays = What an enterprise of size 1 pays.
    .requirements = Quality that its requirements add.

flywheel = How content, code, coverage and members affect people; an effect that is 0 is switched off.
    .content_fades = Time constant of content.
    .content_half = Content at which reach is half of its maximum.
    .content_reach = Effect of content on reach: the most that it adds to the external adoption hazard, as a multiple of that hazard.
    .content_usual = Content at the start, at which reach does not change.
    .even_code = Effect of code on quality: code a year that keeps quality constant; 0 switches the effect off.
    .merge_quality = Effect of merge capacity on quality: the share of reviewed work that counts as code only once it is merged.
    .returns = Exponent of code in the growth of quality (returns to code), λ.
    .standing = How much quality builds on existing quality, φ; at 1, quality grows without limit.
    .wear = Rate at which quality is lost without code, δ.
    .quality_reach = Effect of quality on adoption, relative to the best rival.
    .quality_holds = Effect of quality on retention.
    .quality_used = Effect of quality on use.
    .traffic_reach = Effect of traffic on adoption: how much it adds to the external adoption hazard if everybody hears of the product once a month, as a multiple of that hazard.
    .traffic_usual = Traffic at which adoption does not change.
    .coverage_reach = Effect of coverage on adoption, while coverage is below 1.
    .coverage_quality = Effect of coverage on quality: the loss of quality if no enterprise is served; a proportional loss if some are served.
    .members_hub = Effect of members on the hub's hours, relative to the members at the start.
    .members_leads = Effect of members on leads (demand for partners' projects), relative to the members at the start.
    .members_talent = Effect of members on talent (how fast partners' skill grows), relative to the members at the start.
    .awaited = Effect of merged but unreleased quality on leaving and on use: how far people expect this quality before the release.
    .research_quality = Effect of research on quality.
    .talent_hub = Effect of received talent on the hub's hours: hours a month that a unit a month adds.
    .brand_reach = Effect of received brand on adoption: how much a unit a month adds to the log of the external adoption hazard.
    .traffic_people = Effect of received traffic on the flywheel's traffic: people a month that a unit a month brings.
    .leads_enterprises = Effect of received leads on enterprises: how much faster enterprises join with a unit a month.
    .references_enterprises = Effect of received references on enterprises: the share of every industry that a unit a month counts for.
    .capital_money = Effect of received capital on the pools: money that a unit is worth.
    .capital_budget = Effect of capital on the budget: the share of investors' money that reaches the pools.

kind-investor = A strategic investor or bank: invests when milestones are met.
    .members = Members that the first round asks for.
    .organisations = Organisations inside that the first round asks for, not counting investors and rivals.
    .momentum = Growth that every round asks for.
    .revenue = Revenue of the hub that the first round asks for.
    .step = Factor by which the requirements of each next round grow.
    .step-found = { $title }, a rule of thumb of venture capital: triple twice, then double
    .rounds = How many rounds there are.
    .tranche = Money of the first round, at size 1.
    .grows = Factor by which the money of each next round grows.
    .defends = Strategic: the share of a rival's bid for partners that it blocks, once it has invested.
    .multiple = Value of the hub to the investor, in years of revenue: each round buys a share of tranche / (value + tranche); 0: the investor does not value the hub.
    .returns = With multiple: the return that the next round requires, as the value of its share over the money that it has paid.
    .orders = Strategic: rate at which an enterprise joins through it, independently of references.
    .circle = Bank: how much faster organisations join, once it has announced a round.
    .beyond = Bank: how much it adds to the external adoption hazard outside the circle, as a multiple of that hazard.
    .remembered = Time constant with which an announced round is forgotten.
    .stays = How long it stays after its first round; if absent, it does not leave.

milestone = Money that is paid once a condition holds.
    .says = What charts call it.
    .when = The condition, such as "members >= 20000 and quick-ratio-people > 2 for 12 weeks".
    .every = How often the condition is checked.
    .tranche = Money that is paid, once.
    .announce = Whether it is announced to everybody, as a round of an investor is.
    .from = The group that pays: its first organisation inside pays, and the payment counts as a round of that organisation; if absent, no organisation pays.

organisation = A group of organisations that share the same numbers; the table under `as` sets their kind.
    .number = Number of organisations in the group.
    .joined_at_start = How many exchange with the hub from the start.
    .size = Size of the median organisation; it multiplies the group's numbers.
    .size_spread = Spread of their sizes.
    .industry = The industry whose references they look at; the group's own name if empty.
    .hours = Hours that an organisation of size 1 can put into the exchange.
    .absorbs = The largest amount of any one resource that an organisation of size 1 takes.
    .period = How often it decides.
    .joins = Rate at which an organisation that would gain joins.
    .reserve = Gain below which an organisation does not join, or leaves if it has joined.
    .patience = How long it accepts a gain that is too small.
    .hour = Money that an hour is worth to it, so that its earnings from the product count as gain; 0: they do not count.
    .growth = Growth of its gain that it aims for at the start.
    .grieves = How much less its gain counts for each log a year by which growth misses this aim; 0: growth is no aim.
    .aspires = Rate at which the growth that it aims for approaches its actual growth (Cyert & March 1963).
    .searches = How many more of its hours it offers while it gains too little, before it leaves.
    .commitment = Hours put into this relation at which switching to a rival costs half of the rival's bid.
    .joins_on = A day on which all organisations of the group join at once, if the subsidy can be paid.
    .subsidy = With joins_on: money that each of them is paid.
    .pool = The pool that pays the subsidy.

hub = The product at the centre of the exchange: what it can give and what it needs.
    .hours = Hours that the hub can put into exchange.
    .absorbs = The largest amount of any one resource that it takes from one organisation.
    .topology = Who exchanges with whom: each organisation with the hub, with the hub and other organisations, or only with other organisations.
    .mesh_share = With star+mesh: the share of its hours that each organisation keeps for the others; hours that the others do not use go to the hub.
    .meets = With a mesh: how often organisations meet others, in random pairs.
    .others = With a mesh: how many others each organisation meets; it shares its hours among them.
    .ration = Who gets less if the hub's hours are short: all organisations in proportion, or first those from which the hub gains least.
    .delivery = Whether all partners' service is pooled, or each enterprise gets one partner of its own, which serves it as far as it can: matched by deferred acceptance, or by lot.
    .taste = With matched and by-lot: how much preferences vary at random, in addition to what a partner delivers and an enterprise needs.

kind-partner = Delivers the product on four innovation curves: staffing services, on-premise product, cross-cloud product, cloud service.
    .markets = Size of each curve's market, in order: four numbers, or an empty list for no market.
    .begins = When each curve's market opens, in years from the start.
    .external = Rate at which a curve is adopted through external influence.
    .external-found = { $title }: mean p .03
    .social = Rate at which a curve is adopted by imitation of those who have it.
    .social-found = { $title }: mean q .38
    .skill = Skill on each curve at the start, in order: four numbers, or an empty list for no skill.
    .learning = Rate at which skill grows by doing, without training.
    .training = What a unit of talent or support adds to skill.
    .capacity = Projects that a partner of size 1 and full skill can deliver on a curve.
    .price = Revenue from one project.
    .crowding = Exponent of the loss of projects when n partners compete for them: a factor of n^−crowding.
    .takes = Cannibalisation: the share of enterprises' payments to the hub that a partner of size 1 takes.
    .leads_projects = Effect of received leads on projects: projects that a unit a month brings, up to the partner's capacity.
    .brand_draws = Effect of received brand on its share of projects: how many more it gets with a unit a month.
    .references_draws = Effect of received references on its share of projects: how many more it gets with a unit a month.
    .capital_capacity = Effect of received capital on capacity: log of what a unit adds permanently.
    .gives_back = Code that a project contributes back, in addition to the exchange.

kind-rival = Another product: its quality attracts people, its bids attract partners.
    .quality = Its quality at the start; the hub's is 1.
    .improves = How fast its quality grows.
    .bid = What it offers partners for switching to it.

sig = A special interest group: a part of the work, with its reviewers, its branch and its seats.
    .actions = The reviewed actions that are its work; all if empty.
    .share = The share of people doing that work who prefer it; the work of people who prefer no SIG is reviewed with the `mechanism.review` hours.
    .hours = Review by its own staff, in addition to review through ladders and seats.
    .release = How often work merged on its branch is released into the stable branch; at once if absent.

sig-seat = Seats that organisations of one group may hold.
    .organisation = The group; if absent, the group of the same name as the seat.
    .places = How many seats there are.
    .hours = Review that a holder gives, out of the hours that it can exchange.
    .heard = What a holder gains from being heard, in addition to its exchange.
    .requirements = Quality that the requirements of a holder of size 1 add.
    .attends = Mean attendance of holders; it scales all effects of the seats and differs between holders; 1: all holders attend everything.
    .every = How often seats are assessed and filled.
    .keep = Attendance below which a holder loses the seat at an assessment, permanently.
    .term = Longest time in a seat; organisations that held one for the shortest time are asked first.

kind-traffic = A publisher or community that turns content into people who hear of the product.
    .audience = People whom a partner of size 1 reaches.
    .half = Recent content (heat) at which half of the audience looks, for a partner of size 1.
    .traffic_audience = Effect of received traffic on its audience: people a month that a unit a month adds.
    .brand_audience = Effect of received brand on its audience: how much larger the audience is with a unit a month.
    .capital_audience = Effect of received capital on its audience: log of what a unit adds permanently.
    .cools = Time constant with which the heat of content fades.

trust = How far organisations believe that the hub delivers what it promises them; without this table, they believe it fully.
    .at_start = Trust of organisations that are inside when the run begins, and of those outside that hear nothing.
    .builds = Rate at which trust grows while everything is delivered.
    .loses = Rate at which trust falls while nothing is delivered.
    .broken = The share of trust that is lost if an announced size is not reached in time, or if a promise to them is exposed.
    .told = How far the trust of organisations outside follows the mean trust of those inside.

kind-university = Turns students into graduates who know the product.
    .students = Students that a full offer of courses reaches, at size 1.
    .courses = Share of that offer that exists without any exchange.
    .teaching = Content, support and talent a month at which half of the full offer exists.
    .research_students = Effect of received research topics and jobs on students: how many more choose the course with a unit a month.
    .capital_teaching = Effect of received capital on the offer of courses: units of teaching that a unit a month pays for.
    .delay = Mean time from the first course to a job.
    .enters = The segment that graduates come into.
    .adopts = Chance that a graduate becomes a member.
    .knowledge = Knowledge of a graduate.

mechanism-achievement = Success after effort raises motivation if the challenge matches the skill.
    .width = How far challenge and skill may be apart.
    .gain = How much motivation rises.
    .relief = How much it relieves esteem and self-actualisation.
    .most = The highest motivation.

mechanism-adoption = People who can be reached become members.
    .external = Hazard from outside: press, search, campaigns.
    .external-found = { $title }: p about .03, often below .01
    .social = Hazard from members: if all contacts are members (share), or from each member contact (each).
    .social-found = { $title }: q about .38, typically .3 to .5
    .counts = With linear and complex: whether members count as a share of a person's contacts or each by itself; if contacts are not stored, everybody has the mean degree.
    .rule = How contacts count.
    .thresholds = With threshold: evenly spaced over the segment, normally distributed, or all the same.
    .threshold_low = The lowest threshold (even), the mean (normal), or the single threshold (same).
    .threshold_high = The highest threshold (even) or the standard deviation (normal).
    .reinforcement = With complex: number of member contacts that adoption requires.
    .reinforcement-found = { $title }: two is the simplest complex contagion
    .price = With critical mass: the price, as a share of the highest price that anybody would pay if all contacts were members.

mechanism-crowding = Controlling rewards reduce people's own motivation; praise adds to it.
    .engagement = Loss of motivation from rewards for taking part.
    .engagement-found = { $title }, free-choice behaviour, 128 studies
    .completion = Loss of motivation from rewards for finishing.
    .completion-found = { $title }, free-choice behaviour, 128 studies
    .performance = Loss of motivation from rewards for doing well.
    .performance-found = { $title }, free-choice behaviour, 128 studies
    .praise = Loss of motivation from positive feedback; a negative value is a gain.
    .praise-found = { $title }, free-choice behaviour, 128 studies
    .speed = How fast motivation changes.
    .recovery = Time constant with which motivation returns to normal.

mechanism-disappointment = People stop when expected rewards do not come.
    .patience = Number of expected rewards that may fail to come before a person reacts.
    .stops = Chance that the person then leaves; otherwise the person stops expecting the reward.

mechanism-dropout = Members leave for good, each with a personal rate.
    .alpha = First parameter of the beta distribution of yearly drop-out.
    .alpha-found = { $title }, regular segment
    .beta = Second parameter of the beta distribution of yearly drop-out.
    .beta-found = { $title }, regular segment
    .heterogeneity = Whether people differ, or all have the mean rate α/(α+β).
    .comeback = Rate at which those who left come back.

mechanism-effort = A minority responds to possible gains.
    .responders = Share of people who respond to boundaries (thresholds of tiers, badges and prices).
    .responders-found = { $title }, phantom steering: 5 to 30 percent of achievers
    .sharpness = Distance from a threshold within which people respond to it.
    .sharpness-found = { $title }: 20 percent acceleration at .5
    .own_sd = Standard deviation of luck in a person's own result, as in a tournament; for ranked places, the cut-off adds luck of its own.
    .luck = Variance of the number of deeds still to come in a window, for each expected deed; 1 if deeds come at random times.
    .kernel = The distribution of luck.
    .loss_aversion = Weight of a place that a person may lose, relative to one that the person may win.
    .loss_aversion-found = { $title }: median 2.25
    .form = How a gain raises the rate of deeds: exp(gain), or 1 + gain / cost.
    .cost = With linear: marginal cost of effort.

mechanism-engagement = Each contributor is active at a personal rate, and may stop after each spell of activity.
    .rate = Rate of spells of activity of the median contributor.
    .rate-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .rate_spread = Spread of that rate between contributors.
    .rate_spread-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .extra = Deeds beyond the first in a spell, for the median contributor.
    .extra-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .extra_spread = Spread of that number between contributors.
    .extra_spread-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .first_kept = Chance that each deed beyond the first takes place, in a contributor's first spell.
    .first_kept-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .drop_alpha = First parameter of the beta distribution of the chance to stop after a spell.
    .drop_alpha-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .drop_beta = Second parameter of the beta distribution of the chance to stop after a spell.
    .drop_beta-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .comeback = Rate at which contributors who stopped return.
    .comeback-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .core = Share of contributors who are core.
    .core-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .core_rate = Rate of spells of activity of core and staff.
    .core_deeds = Deeds of core and staff in a spell.
    .core_deeds-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .core_spread = Spread of that number between core and staff.
    .core_spread-target = 58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)
    .core_alpha = First parameter of the beta distribution of a core member's yearly departure.
    .core_alpha-target = share of core contributors who are still there after several years
    .core_beta = Second parameter of the beta distribution of a core member's yearly departure.
    .core_beta-target = share of core contributors who are still there after several years
    .staff = Number of people who are paid to contribute; prizes and the shop exclude them, and a ladder includes them only if its `staff` says so.
    .staff_departure = Rate at which staff leave.
    .staff_replaced = Chance that staff who leave are replaced.

mechanism-farming = A minority collects points without creating their value.
    .share = Share of people who would farm points.

mechanism-habit = Repetition makes acting automatic.
    .speed = How fast the median person forms a habit.
    .speed-found = { $title }: median 66 days to 95 percent, c = ln 20 / 66
    .speed_spread = Spread of that speed between people.
    .speed_spread-found = { $title }: 18 to 254 days, as two standard deviations each way
    .decay = Time constant with which the habit fades without deeds.
    .grace = Time without a deed before the habit begins to fade.
    .grace-found = { $title }: one missed day does not matter

mechanism-knowledge = Knowledge passes to members who have less, and lowers the barrier to a first deed.
    .flow = Rate at which the gap to the frontier closes.
    .at_start = Knowledge of a new member.
    .per_deed = Knowledge that one deed adds.
    .eases = How far full knowledge lowers the barrier to a first deed.
    .shares = How far sharing (deeds with value.knowledge) depends on others knowing less; with 1, nobody shares without a gap.
    .gap = With shares: lead over the mean of members at which a person shares without restraint.

mechanism-learning = People come to expect the rewards that they get.
    .speed = Speed of learning from a reward better than expected.
    .speed-found = { $title }; typical .05 to .3
    .speed_down = Speed of learning from a reward worse than expected.
    .speed_down-found = { $title }; typical .05 to .3
    .pull = How much an expected reward adds to the value of a deed.

mechanism-mentoring = Mentors help newcomers with their first contribution.
    .hours = Hours of mentors, in addition to review hours.
    .each = Hours that one newcomer takes.
    .holds = How much the odds of stopping after a spell decrease for a person who had a mentor.

mechanism-merit = People differ in the true worth of their deeds.
    .spread = Standard deviation between people, as a share of the mean worth of a deed.

mechanism-needs = Six needs rise with time and are relieved by deeds and benefits.
    .rise = Time constant with which a deficit rises.
    .weight = How much a full deficit adds to the value of a deed that relieves it fully.
    .eta = Exponent of a deficit's effect.
    .prepotency = How far unmet lower needs suppress higher ones.
    .prepotency-found = { $title }: associations largely independent, so well below 1 (size a guess)
    .height = The deficit that each need rises to; life outside the community relieves the rest.
    .reference = The deficit that has no effect.

mechanism-referral = Members bring friends.
    .content = Probability that the member has something to share.
    .will = Probability that the member wants to share it.
    .channel = Probability that the member has a way to share it.
    .barrier = Probability that something prevents it.
    .conversion = Probability that an invited person adopts.

mechanism-review = Contributions wait for reviewers, who have limited hours.
    .hours = Review by staff and maintainers, in addition to review through ladders.
    .patience = How long work waits before it is dropped.
    .slow = How much each week of waiting adds to the odds that a contributor stops.
    .slow-found = { $title }: low attention at the start halves the odds of a long-term contributor (direction; size a guess)
    .slow_most = The most that waiting adds to these odds.
    .burnout = How much a workload of twice their hours adds to the log hazard that reviewers leave.
    .newcomers = Share of the hours that is reserved for first contributions, ahead of older work.

mechanism-stake = People stay because of what they have invested.
    .strength = How much a large stake lowers the log hazard of leaving.
    .half = The stake at which half of that effect is reached.
    .fades = Time constant with which the stake fades.
    .per_deed = Hours that one deed adds to the stake.

mechanism-status = People compare themselves with others who are a little ahead.
    .strength = Effect of the gap that motivates most.
    .width = The gap that motivates most.
    .reference = Visible fame without any programme, at which status has no effect.
    .reference-target = mean fame of those who have any, in the baseline of open-source-database
    .sharing = Fame for a deed that passes on one unit of knowledge (value.knowledge).
    .fades = Time constant of fame.
    .matthew = Share of the credit for contributions that goes to people who are known already, in proportion to their credits.

mechanism-tolerance = Frequent rewards are felt less; a pause restores their effect.
    .gain = How fast tolerance builds up.
    .recovery = Time constant with which tolerance fades.

mechanism-trial = A first stage of membership: people try the product out, pass on word at a rate of their own, and then become members or go.
    .lasts = How long a trial lasts; its mean if the clock is exponential; with 0, there is none.
    .lasts-found = { $title }: 7, 14 and 30 days compared in a field experiment, 30 days in use before
    .clock = Whether a trial ends at any time with equal probability, or after a fixed time.
    .word = Word that a person in trial passes on, as a share of what a member does.
    .converts = Share of trials that end with a member; the others go.

mechanism-triggers = Members act because of their own need, paid attention, others and habit.
    .own = Triggers by own need, for the median member.
    .own_spread = Spread of own need between members.
    .lurkers = Share of members without triggers of their own.
    .paid = Triggers by a campaign of intensity 1.
    .social = Deeds of others that one deed triggers directly.
    .internal = Triggers at full habit.
    .internal-target = loop gain of habit .29
    .count = Whether deeds come at random, or at a steady pace as in a laboratory.

mechanism-vicarious = People learn from the winners whom they see.
    .speed = Speed of learning from rewards to others.

mechanism-weather = A common random factor affects all arrivals and lasts for a time.
    .sd = Standard deviation of the common factor.
    .sd-target = dispersion of newcomers a month, 2.2 in the median of 44 communities
    .memory = Time constant with which the common factor fades.
    .memory-target = autocorrelation of newcomers

plan = How a sweep samples levers and uncertainties.
    .sampling = How points are chosen: scrambled Sobol, Latin hypercube, every combination, one factor at a time, or rows of a file.
    .points = With sobol and latin-hypercube: how many points.
    .replicates = Paired runs of each design at each point; replicate r has the same random draws at all points.
    .file = With table: a CSV with a row for each point and a column for each lever or uncertainty that it sets.
    .designs = The designs that run in addition to the baseline; all if empty.
    .series = Whether metrics are kept for every recorded date, and not only their summary values.
    .series_of = With series: which metrics; all if empty.
    .choices = For attribution, instead of `designs`: a design whose groups of rules run in every combination.

lever = A setting of the scenario that we decide.
    .path = The setting that it changes, such as `points.answer.points`.
    .says = What charts and tables call it; its name if empty.
    .values = The values that it may take: numbers in the unit of the setting, texts with a unit of their own, or dates.
    .words = The words that it may take, if the setting is a word or a flag.
    .low = Without values: the lowest value, or the first date.
    .high = Without values: the highest value, or the last date.
    .every = With low and high of a date: the step between dates, from low on.
    .steps = Number of values from low to high in a grid.

uncertainty = A setting of the scenario that the world decides.
    .path = The setting that it changes, such as `mechanism.triggers.own`.
    .says = What charts and tables call it; its name if empty.
    .distribution = Its distribution: uniform from low to high, normal around mean with sd, triangular from low over mode to high, log-normal around median with spread, or discrete among values.
    .low = With uniform and triangular: the lowest value, or the first date.
    .high = With uniform and triangular: the highest value, or the last date.
    .every = With uniform and a date: the step between dates, from low on.
    .mode = With triangular: the most likely value.
    .mean = With normal: the mean; values outside the range of the knob are moved to its limit.
    .sd = With normal: the standard deviation; of a date in days.
    .median = With log-normal: the median; values outside the range of the knob are moved to its limit.
    .spread = With log-normal: the standard deviation of the logarithm.
    .values = With discrete: the values.
    .words = With discrete: the words, if the setting is a word or a flag.
    .weights = With discrete: the weight of each value; all are equally likely if empty.
    .steps = Number of quantiles in a grid.
    .source = Source of its range, such as `sourced: 2026 survey`; the range is a guess if this and the source of the setting's value are both missing.

preset-actions = The action of the scenario that each word of a preset means; the action of the same name if absent.
    .use = Using the product, logging in, reading.
    .ask = Asking a question or opening an issue.
    .answer = Answering or commenting.
    .article = Writing an article, a blog post, a review of a product.
    .organise = Organising an event, or speaking at one.
    .code = Contributing code: a pull request.

preset-file = A preset: the published rules of a real programme, with their source.

preset = The source of the rules, and what it does not say.
    .says = Description of the programme, in one sentence.
    .source = Publisher of the rules, such as a repository.
    .place = File, page or section of the source.
    .link = Web address of the source.
    .read_on = The day on which the source was read.
    .from = The day from which these rules hold, if the source says it.
    .status = Kind of source: the programme's own repository, an official page, or a third party that quotes it.
    .not_published = What the source does not say, as text.
    .assumed = Paths that the file sets without a source, including everything below them; `*` stands for any name.

preset-version = The rules of a preset at an earlier date, or a variant of them, such as `presets = ["hacktoberfest@2019"]`: besides these, any rule that differed then.
    .says = Description of the programme at that time, in one sentence.
    .place = File, page or section of the source.
    .link = Web address of the source.
    .from = The day from which these rules held; absent if they are a variant of the newest rules, not earlier ones.
    .changes = What differed from the newest rules, as text.

preset-field = One rule that the source publishes.
    .published = The published rule, as text.
    .path = The path of the value in the preset that represents it.
    .how = How well the rules of a scenario can express it.
    .note = What is lost in the preset, or how to read it.

scenario = A scenario: the world, the rules, and the designs to compare.
    .name = The scenario's name, in kebab-case; it names the output folder.
    .title = The name that charts and verdicts print; if empty, the `name`.
    .question = The question that the scenario answers.
    .extends = The scenario that this one extends: a file relative to this one, or the name of a scenario that comes with the program.
    .presets = Published rules that replace rules of the same name; values in the file or in a patch override them.
    .scale = Factor on people, members, contributors, staff, employers, hours, budgets, costs of reach and organisations; seats, prices, bars and conditions stay as written.
    .start = The day on which the first tick begins.
    .horizon = Length of the simulated time, for all designs.
    .tick = The length of one step; steps of a month or a year bias diffusion by several percent.
    .replicates = How many paired runs of each design.
    .replicates_until = If not 0: runs continue beyond `replicates` until the mean gain of every design is known to this precision, in eight cases out of ten.
    .replicates_most = With `replicates_until`: the most paired runs, whatever precision is reached.
    .seed = Seed of all random draws of the experiment.
    .headline = The metric that the verdict compares, with `most` or `least` before it if its own direction is to be turned.
    .beside = At most three metrics that the verdict shows in addition to the headline.
    .target = Value that the headline must reach in a world for a design to count as good enough there.
    .baseline = What charts and verdicts call the design without a patch.

segment = A group of people who share the same numbers.
    .people = Number of people whom the product can reach.
    .members_at_start = How many have adopted when the run begins.
    .contributors_at_start = How many members are engaged contributors when the run begins.
    .ages_at_start = Whether members at the start have ages from a steady state, or have all just arrived.
    .employers = Number of employers that its people are spread over evenly; 0: each person is a separate employer.
    .history = Longest time since a member at the start arrived.

contacts = Who may hear from whom.
    .kind = The structure of contacts.
    .mean_degree = Contacts of a person, on average; with regular, of each person.
    .rewire = Share of a small world's ties that lead to a random person instead of a neighbour.
    .rewire-found = { $title }: the small-world range
    .own_block = With blocks: the share of contacts inside one's own segment.
    .file = With file: a CSV of ties with the columns from and to, and people numbered from 0.
    .redraw = Whether each replicate draws a network of its own.

action = Something that a person may do when triggered.
    .title = What charts call it.
    .effort = Hours that it takes.
    .appeal = How likely the action is to be chosen, relative to an action at 0.
    .appeal-target = shares of deeds in a real community
    .barrier = Additional cost of a person's first deed of this action, because of missing knowledge.
    .challenge = The skill that it needs.
    .reviewed = Whether it takes a reviewer's hours and counts when merged.
    .review_hours = Reviewer hours for one deed.
    .contribution = Whether a person who does it counts as an active contributor and becomes engaged.
    .mimics = The honest action that it imitates: it earns the same points without the value.
    .detection = With mimics: the chance that one deed is detected.
    .penalty_points = With mimics: points that a detected deed costs.
    .mutual = With mimics: whether two accounts give each other the points, as with mutual likes.
    .who = The segments that may do it; all if empty.

action-value = The true worth of one deed, independently of its rewards.
    .content = Content that others read.
    .code = Code.
    .knowledge = Knowledge that passes to others.

budget = The total money, and its split into pools.
    .total = Money that comes in every period.
    .currency = The currency's code.
    .period = How often money comes in.
    .hour = Value of an hour of people's own time to them.
    .worth = Money that one unit of the headline is worth; 0: no present value is computed.
    .discount = Discount rate: the share by which the same amount is worth less a year later.
    .felt = Effect of pay on people, for each log unit of 1 + pay an hour / value of an hour.

coast = Activity that remains after all spending stops.
    .replicates = Number of replicates that also run without further spending; 0 for none.
    .after = How long after the end of spending the activity is compared.

record = What is recorded.
    .every = How often a row is written.
    .people = Number of people whose traces are kept, in replicate 0.

history = Real observations, drawn as dots under the fan of a metric.
    .file = A CSV file, relative to the scenario.
    .date = The column of dates (YYYY-MM or YYYY-MM-DD).
    .value = The column of values.
    .metric = The metric that the values belong to.
    .source = Where the numbers come from; printed under the chart.

treatment = A design: a named patch of the scenario.
    .says = What charts and verdicts call the design.
    .from = The day from which the patch applies; the start of the run if absent.

intervention = A patch with a date, or with a condition.
    .says = What charts call it.
    .on = The day from which the patch applies; one of `on` and `when` is required.
    .when = The condition that starts the patch, such as "active-people > 900 for 12 weeks".
    .every = With when: how often the condition is checked.
    .again = With when: whether the patch ends when its condition no longer holds, and may start again.

shock = A single event on a day that changes people and points, but not the rules.
    .says = What charts call it.
    .on = The day of the shock.
    .segments = The segments that it affects; all if empty.
    .leave = The share of members who leave for good.
    .stop = The share of engaged contributors who stop contributing.
    .vacate = The share of people on ladders who give up their place, including reviewers.
    .wipe = The share of each points balance that is lost.
    .doubt = With belief: the share of belief in promises that is lost, as when a promise is exposed.
    .expose = With belief or trust: one promise that is exposed, such as ladder.contributor.tier.toc, path.partner.tier.top or announcement.scale.
    .factor = With expose: factor by which belief in that promise is multiplied.

search = Search for the best designs: over all levers, in worlds that the uncertainties draw.
    .objectives = The goals, each `most` or `least` and a sum of metrics; `gain` is the headline's gain as a share of the baseline; if empty: most gain, least money-paid and least burnout-exits.
    .budget = The most money that a design may pay until the horizon.
    .limits = Conditions that a design must meet, such as "burnout-exits < 20 and second-time > 0.2".
    .robust = How a design is judged over the worlds: by the mean, by what three quarters (p25) or nine tenths (p10) of them reach, or by the worst.
    .designs = The designs whose levers are varied; the search also chooses among these designs; the scenario's own rules if empty.
    .worlds = Number of draws of the uncertainties in which each design is run.
    .population = Number of designs in a generation.
    .generations = Generations after the first.
    .replicates = Paired runs of a new design in each world; a design that stays on the front gets the same number again in each generation.
    .elite = The most paired runs in each world for a design of the front.
    .final = Paired runs in each world for the final judgement of the front, with new random draws in newly drawn worlds.

world = Alternative assumptions: a named patch that is applied under every design.
    .says = What charts and tables call the world.

## Units of knobs

unit-chance = chance
unit-complaints-a-person = complaints a person
unit-contacts = contacts
unit-days = days
unit-deeds = deeds
unit-deeds-a-month = deeds a month
unit-deeds-per-deed = deeds per deed
unit-deficit = deficit
unit-designs = designs
unit-effect-size = effect size
unit-expected-rewards = expected rewards
unit-exponent = exponent
unit-felt-units = felt units
unit-generations = generations
unit-hours = hours
unit-hours-a-month = hours a month
unit-hours-a-unit = hours a unit
unit-hours-a-week = hours a week
unit-log = log
unit-log-a-complaint = log a complaint
unit-log-a-half-year = log a half-year
unit-log-a-unit = log a unit
unit-log-a-year = log a year
unit-log-sd = log sd
unit-logits = logits
unit-logits-a-week = logits a week
unit-logits-per-felt-unit = logits per felt unit
unit-logs = logs
unit-mean-effort = mean effort
unit-messages = messages
unit-money = money
unit-money-a-unit = money a unit
unit-money-a-year = money a year
unit-motivation = motivation
unit-organisations = organisations
unit-people = people
unit-people-a-month = people a month
unit-people-a-unit = people a unit
unit-per-exposure = per exposure
unit-per-hour-weighted-success = per hour-weighted success
unit-per-repetition = per repetition
unit-per-reward = per reward
unit-per-rewarded-deed = per rewarded deed
unit-points = points
unit-power = power
unit-projects = projects
unit-projects-a-month = projects a month
unit-projects-a-unit = projects a unit
unit-rank = rank
unit-ranks = ranks
unit-relief = relief
unit-relief-a-logit = relief a logit
unit-rounds = rounds
unit-runs = runs
unit-seats = seats
unit-votes = votes
unit-share-of-members = share of the members
unit-share = share
unit-share-a-unit = share a unit
unit-share-a-year = share a year
unit-share-of-hours = share of hours
unit-share-of-the-bar = share of the bar
unit-share-of-the-baseline = share of the baseline
unit-share-of-the-gap = share of the gap
unit-skill = skill
unit-skill-a-unit = skill a unit
unit-students-a-year = students a year
unit-times = times
unit-times-a-unit = times a unit
unit-units = units
unit-units-a-month = units a month
unit-units-a-project = units a project
unit-units-a-unit = units a unit
unit-units-a-year = units a year
unit-units-of-fame = units of fame
unit-values = values
unit-variance-per-deed = variance per deed
unit-weight = weight
unit-worlds = worlds
unit-years = years
unit-years-of-revenue = years of revenue

resource-costs = Hours that it takes to make a unit; 0: cannot be given.
    .code = Hours for a unit of code.
    .support = Hours for a unit of technical backstop.
    .talent = Hours for a unit of talent and training.
    .brand = Hours for a unit of brand.
    .content = Hours for a unit of content.
    .traffic = Hours for a unit of traffic.
    .leads = Hours for a unit of leads and revenue.
    .capital = Hours for a unit of capital.
    .references = Hours for a unit of references.
    .research = Hours for a unit of research topics and jobs.

resource-worth = Hours that a unit saves; 0: of no use.
    .code = Hours saved by a unit of code.
    .support = Hours saved by a unit of technical backstop.
    .talent = Hours saved by a unit of talent and training.
    .brand = Hours saved by a unit of brand.
    .content = Hours saved by a unit of content.
    .traffic = Hours saved by a unit of traffic.
    .leads = Hours saved by a unit of leads and revenue.
    .capital = Hours saved by a unit of capital.
    .references = Hours saved by a unit of references.
    .research = Hours saved by a unit of research topics and jobs.

budget-pools = Pools of the budget, each with a name that you choose.
    .pool = The share of the total that this pool gets.

## Errors

error-scenario = { $count ->
    [one] the scenario has { $shown } mistake
   *[other] the scenario has { $shown } mistakes
}

error-file = { $attempt ->
    [read] cannot read { $path }: { $reason }
    [write-into] cannot write into { $path }: { $reason }
    [make-folder] cannot make the folder { $path }: { $reason }
    [lock] cannot lock { $path }: { $reason }
   *[write] cannot write { $path }: { $reason }
}

error-drawing = cannot draw { $what }: { $reason }

## Lists and tails of mistakes

mistake-list-none = none
mistake-list-and = { $head } and { $last }
mistake-list-or = { $head } or { $last }
mistake-meant-key = did you mean `{ $near }`?
mistake-meant-text = did you mean "{ $near }"?
mistake-meant-name = did you mean { $near }?
mistake-at-path = `{ $path }` { $says }
mistake-label-here = here
mistake-label-not-flag = not true or false
mistake-label-not-number = not a number
mistake-label-not-table = not a table
mistake-label-unknown = unknown
mistake-one-of = one of: { $names }

## Values of a scenario file

mistake-found-text = the text "{ $text }"
mistake-found-number = the number { $number }
mistake-found-date = the date { $date }
mistake-found-list = a list
mistake-found-table = a table
scenario-value-not-set = not set
scenario-value-times = { $factor } times
scenario-value-example-names = ["one", "another"], each a table under `{ $of }`
mistake-asked-number = a number
mistake-asked-rate = a rate
mistake-asked-duration = a span of time
mistake-asked-count = a whole number
mistake-asked-quota = a quota
mistake-asked-choice = one of a few words
mistake-asked-flag = true or false
mistake-asked-text = a text
mistake-asked-date = a date
mistake-asked-name = a name
mistake-asked-names = a list of names
mistake-asked-numbers = a list of numbers
mistake-asked-given = a value of the setting at `path`
mistake-asked-givens = a list of values of the setting at `path`
mistake-not-finite = must be a finite number, found { $found }
mistake-not-finite-label = not a finite number
mistake-not-asked = must be { $asked }, found { $found }
mistake-not-asked-label = not { $asked }
mistake-not-asked-help = write it as { $example }

mistake-outside = { $unit ->
    [none] must lie between { $low } and { $high }, found { $found }
   *[other] must lie between { $low } and { $high } ({ $unit }), found { $found }
}

mistake-outside-label = { $unit ->
    [none] from { $low } to { $high }
   *[other] from { $low } to { $high } ({ $unit })
}

scenario-unit-per-year = per year
scenario-value-rate-a-year = { $rate } (that is { $number } per year)
mistake-not-whole = must be a whole number, found { $found }
mistake-not-whole-label = not a whole number
mistake-not-whole-help = write { $number }, for example

mistake-misread = { $asked ->
    [rate] must be a rate such as "0.03 per year", found "{ $found }"
    [duration] must be a span of time such as "30 days", found "{ $found }"
   *[quota] must be a quota such as "20 per week", found "{ $found }"
}

mistake-misread-label = { $asked ->
    [rate] not a rate
    [duration] not a span of time
   *[quota] not a quota
}

mistake-misread-help = { $asked ->
    [rate] write the amount, `per`, then day, week, month, quarter or year
    [duration] write the amount, then hours, days, weeks, months, quarters or years
   *[quota] write the amount, `per`, then a span of time such as week, quarter or 180 days
}

mistake-no-unit = needs a unit of time, found the bare number { $number }
mistake-no-unit-label = no unit of time

mistake-no-unit-help = { $asked ->
    [rate] write "{ $number } per year", with the quotes; or per day, week, month or quarter
    [duration] write "{ $number } days", with the quotes; or hours, weeks, months, years
   *[quota] write "{ $number } per week", with the quotes; or per day, month, quarter, year
}

mistake-not-option = cannot be "{ $found }"
mistake-not-option-label = not one of the options
mistake-not-option-help = the options are { $options }
mistake-not-flag = must be true or false, found { $found }
mistake-not-flag-help = write true or false, without quotes
mistake-not-flag-off-help = write `off = true` to keep a table but not apply it
mistake-not-names = must be a list of names, found { $found }
mistake-not-names-label = not a list
mistake-not-names-help = write it as [{ $name }]
mistake-not-day = must be a day of the calendar, found { $found }
mistake-not-day-label = not a day
mistake-not-day-help = write year, month and day, such as 2027-01-04
mistake-not-name-in-list = must be a list of names, found { $found } in it
mistake-not-name-in-list-label = not a name
mistake-not-number-in-list = must be a list of numbers, found { $found } in it

## Mistakes of a scenario file

mistake-unknown-key = there is no `{ $key }`
mistake-unknown-key-in = there is no `{ $key }` in `{ $table }`
mistake-unknown-key-help = allowed here: { $names }
mistake-needed = the scenario does not set `{ $knob }`
mistake-needed-in = `{ $table }` does not set `{ $knob }`
mistake-needed-label = `{ $knob }` is missing here
mistake-needed-help = add `{ $knob } = { $example }`: { $sentence }
mistake-value-help = `{ $knob }`: { $sentence }
mistake-table-for-value = `{ $path }` is { $asked }, not a table
mistake-table-for-value-label = a table
mistake-table-for-value-help = write `{ $knob } = { $example }`
mistake-no-such-name = `{ $path }` names `{ $of }.{ $name }`, which does not exist
mistake-no-such-name-label = no such name
mistake-no-such-name-help = `{ $of }` has { $names }
mistake-no-such-name-help-none = the scenario has nothing under `{ $of }`
mistake-named-is-off = `{ $of }.{ $name }` is off, but `{ $path }` needs it
mistake-named-is-off-label = switched off here
mistake-named-is-off-help = switch off what needs it as well, or set `{ $path }` to another name
mistake-not-table = must be a table, found { $found }
mistake-not-table-help-one = write `[{ $path }]` and its values on the lines below
mistake-not-table-help-numbers = write `{ $key } = {"{"} name = 0.5 {"}"}`
mistake-not-table-help-named = each has a name: write `[{ $path }.name]` and its values on the lines below
mistake-not-table-help-set = write `{ $key } = {"{"} "path" = value {"}"}`
mistake-not-table-help-scale = write `{ $key } = {"{"} "path" = 0.5 {"}"}`
mistake-unknown-row = there is no { $what } named `{ $name }`
mistake-unknown-row-help = the allowed names are { $names }
mistake-kind-of-organisation = kind of organisation
mistake-not-kebab = `{ $name }` is not a name in kebab-case
mistake-not-kebab-label = not in kebab-case
mistake-name-long = a name of { $letters } letters is too long for a folder or a file
mistake-name-long-label = too long
mistake-name-long-help = take at most { $most } letters; a longer text may stand in `title` or `says`
mistake-not-kebab-label-write = write `{ $name }`
mistake-not-kebab-help = lower-case letters and digits, in words joined by hyphens: `points-shop`
mistake-never-begins = `{ $path }` has no start: neither a date nor a condition
mistake-never-begins-label = `on` or `when` is missing here
mistake-never-begins-help = add `on = 2027-01-04`, or `when = "members > 900 for 12 weeks"`
mistake-begins-twice = `{ $path }` has both a date and a condition
mistake-begins-twice-label = in addition to `on`
mistake-begins-twice-help = keep one of `on` and `when`
mistake-outside-set = `{ $key }` must be inside the `set` of its intervention
mistake-outside-set-label = outside of `set`
mistake-outside-set-help = write `set = {"{"} "{ $key }" = … {"}"}`

## Conditions and objectives

# Each says what is wrong with the text; it stands behind the path, or behind "an objective".
condition-subject = a condition
objective-subject = an objective
mistake-at-objective = an objective { $says }
condition-ends-early = ends too soon
condition-ends-early-label = expected a metric or a number here
condition-comparison-help = such as `members > 900`
condition-word-for-number = contains `{ $word }`, which is not a number
condition-true-or-false-help = a condition needs a comparison, such as `momentum > 0`
condition-unclosed = does not close a parenthesis
condition-unclosed-label = `)` is missing here
condition-unclosed-help = each `(` needs a `)`
condition-misplaced = has `{ $word }` instead of a metric or a number
condition-misplaced-label = not a metric or a number
condition-deep = is nested too deeply
condition-deep-label = too deep
condition-deep-help = use fewer parentheses
condition-long = is too long
condition-long-label = one word too many
condition-long-help = use fewer words
condition-in-objective = has a comparison instead of a number
condition-in-objective-label = no comparison is allowed here
condition-in-objective-help = write numbers and metrics with + - * / only; conditions that a design of a search must meet belong in `limits`
condition-assigns = contains `=`, which sets a value and does not compare
condition-assigns-label = write `==`
condition-assigns-help = to compare, write `==`
condition-compares-twice = chains two comparisons
condition-compares-twice-label = a second comparison
condition-compares-twice-help = join two comparisons by `and`: `1 < a and a < 3`
condition-unopened = closes a parenthesis that was never opened
condition-unopened-label = no matching `(`
condition-unopened-help = remove it
condition-goes-on = has more text after its end
condition-goes-on-label = missing operator before this
condition-goes-on-help = join the two parts with `and`, `or`, a comparison, or + - * /
condition-not-truth = has a number where { $needs } needs something true or false
condition-not-truth-label = a number
condition-not-truth-help = compare it, such as `active-people > 900`
condition-not-number = has something true or false where { $needs } needs a number
condition-not-number-label = true or false
condition-not-number-help = a number, a metric, or a sum or product of them
condition-no-span = has `for` without a span of time
condition-no-span-label-amount = missing amount
condition-no-span-label-unit = missing unit
condition-no-span-help = write the amount and the unit, such as `for 12 weeks`
condition-unit = contains the unknown unit of time `{ $unit }`
condition-unit-label = not a unit of time
condition-unit-label-meant = did you mean `{ $near }s`?
condition-unit-help = the units are { $units }
condition-letter = contains the invalid character `{ $letter }`
condition-letter-label = not part of a condition
condition-letter-help = a condition may contain metrics, numbers, + - * /, comparisons, and, or, not, parentheses, and `for 12 weeks`
condition-number-help = write it as 900, 1_000 or 0.35
objective-no-direction = does not begin with `most` or `least`
objective-no-direction-label = `most` or `least` is missing here
objective-no-direction-help = write it as "most gain" or "least money-paid"
limits-wait = waits for a span of time, but a design is judged only once, at the horizon
limits-wait-label = not allowed in a limit
limits-wait-help = leave out `for …`

## Mistakes of patches

patch-cannot-change = a patch cannot change `{ $knob }`
patch-cannot-change-label = not allowed in a patch
patch-cannot-change-help = change the scenario file itself
patch-cannot-change-help-intervention = a design or a world may change its knobs, such as `intervention.NAME.on`, or switch it with `"intervention.NAME" = "off"`; what it sets stands in its own table, not in `{ $path }`
patch-cannot-change-help-treatment = `--set treatment.NAME=off` takes a design out, and `--with treatment.NAME.PATH=VALUE` makes a further design from it
patch-shared = a patch cannot change `{ $knob }`: all designs of a scenario share it
patch-shared-label = shared by all designs
patch-shared-help = set `{ $knob }` for all of them, in the scenario or with `--set { $path }=…`
patch-factor = `{ $path }` must be scaled by a number, found { $found }
patch-factor-help = write 0.5 for half as much
patch-no-number = `{ $path }` is not a number, so it cannot be scaled
patch-no-number-help = write the path of a number, such as `campaign.ads.intensity`; use `set` to switch a table on or off
patch-scale-not-set = `{ $path }` is not set, so there is nothing to scale
patch-scale-not-set-label = not set
patch-scale-help = set its value in `set` instead
patch-absent = the scenario has no `{ $path }`
patch-absent-label = not in this scenario
patch-absent-help = to add it, write "{ $path }" = {"{"} { $key } = { $value } {"}"}
patch-absent-help-switch = only tables that the scenario has can be switched { $word }
patch-none-to-switch = the scenario has nothing under `{ $path }` to switch { $word }
patch-none-to-switch-label = nothing there
patch-none-to-switch-help = leave this line out, or write a table such as `[{ $path }.name]` first
patch-no-switch = `{ $path }` cannot be switched { $word }
patch-no-switch-label = always on
patch-no-switch-help = named tables such as `points.answer` can be switched, and whole parts such as `points`
patch-argument-help = write PATH=VALUE, such as budget.total=500000 or points=off
patch-argument-no-equals = "{ $argument }" has no `=`
patch-argument-twice = `{ $path }` is set twice
patch-argument-twice-help = give each path once
patch-argument-empty = "{ $argument }" needs a path and a value
patch-argument-no-value = `{ $value }` is not a value
patch-argument-no-value-help = check its quotes and brackets
patch-design-of = { $design } with { $changes }
patch-design-help = name a design of the scenario, and behind it the path that the copy changes
patch-design-whole = `{ $path }` is a design; name what its copy changes
patch-design-whole-help = write `--with { $path }.PATH=VALUE`; `--set { $path }=off` takes the design out
patch-design-two = all --with together make one design, so they cannot change both `{ $one }` and `{ $other }`
patch-design-two-help = write the further designs into a scenario file, or run the command twice
scenario-switch-absent = what this file extends has no `{ $path }` to switch
scenario-switch-absent-help = "off" takes out what the file inherits; a design of its own is a table, with off = true

## Mistakes of labels

label-baseline = `{ $path }` has the name of the scenario without a patch
label-baseline-label = this name is taken
label-baseline-help = choose another name; `baseline = "…"` at the top of the file sets what charts call the baseline
label-taken = `{ $design }` and { $other ->
    [baseline] the baseline
   *[other] `{ $other }`
} are both called "{ $label }", so tables and charts cannot tell them apart
label-taken-label = this label is taken
label-taken-help = give each design a label of its own in `says`
label-shared-help = give each a label of its own in `{ $knob }`
label-blank = `{ $path }` is blank
label-blank-label = nothing to show
label-blank-help = write what it should say, or leave `{ $knob }` out
label-control = `{ $path }` must be one line of visible characters, found { $kind ->
    [line] a line break
    [tab] a tab
   *[other] the character { $code }
}
label-control-label = cannot be shown in a table
label-control-help = leave it out

## Mistakes of presets and of what a scenario extends

scenario-preset-unknown = there is no preset "{ $name }"
scenario-preset-unknown-label = no such preset
scenario-preset-unknown-help = `zaoshi list presets` shows them all
scenario-preset-version = the preset "{ $name }" has no version "{ $version }"
scenario-preset-version-label = no such version
scenario-preset-version-help = "{ $name }" is the newest; earlier ones are { $list }
scenario-preset-no-versions-help = it has one version: write "{ $name }"
scenario-preset-no-action = the preset "{ $name }" rewards `{ $word }`, but the scenario has no such action
scenario-preset-no-action-label = no action for `{ $word }`
scenario-preset-no-action-label-near = is it your `{ $near }`?
scenario-preset-no-action-help = add [action.{ $word }], or map it to one of { $actions }, with preset-actions = {"{"} { $word } = "{ $near }" {"}"}
scenario-preset-field = `{ $field }` is { $how }, which does not fit its path { $path }
scenario-preset-field-no-path = `{ $field }` is { $how }, but it has no path
scenario-preset-field-label = check its `path`
scenario-preset-field-help = a modelled or approximated field needs a path that the file sets; a field that is not modelled must not have a path
scenario-preset-source = source: { $source }, { $place }
scenario-extends-unknown = there is no scenario "{ $name }" to extend
scenario-extends-unknown-label = no such file
scenario-extends-unknown-help = write a path relative to this file, or the name of a scenario that comes with the program
scenario-extends-circle = "{ $name }" extends itself, directly or through other scenarios
scenario-extends-circle-label = the circle closes here
scenario-extends-circle-help = a scenario cannot extend one that extends it in turn
scenario-extends-unreadable-label = cannot be read
scenario-shipped-folder = (with the program)

# Files that a scenario or a command line names.
files-missing = there is no file { $name }
files-near = searched in { $folder }; did you mean { $near }?
files-looked = searched in { $folder }, which has no file of a similar name
files-folder-current = the current folder
files-folder-named = the folder { $folder }
files-no-folder = there is no folder { $folder }
files-folder = { $name } is a folder
files-folder-help = name a file
files-special = { $name } is no regular file, but a { $what ->
    [pipe] pipe
    [socket] socket
   *[device] device
}
files-special-help = write what it gives into a file, and name that file
files-large = { $name } is too large for a scenario
files-large-help = a scenario has at most { $megabytes } MB; large tables belong into CSV files that it names
files-undecoded = { $place }: the byte 0x{ $byte } is not UTF-8
files-undecoded-help = save the file as UTF-8
files-undecoded-wide = the file begins as UTF-16 does: save it as UTF-8
files-undecoded-label = not UTF-8
files-unreadable = cannot read { $name }: { $reason }
files-unreadable-help = check that the file may be read
files-refused = { $says }; { $help }

# Rows of such files.
rows-cell = { $place }: { $fault }
rows-open-quote = { $place }: a quote in this row is never closed
rows-open-quote-help = close the quote; a table has one row on each line, with commas between its cells
rows-long = { $place }: this row is longer than 1 MB
rows-long-help = write one row on each line; a quote that is never closed also makes a row long
rows-uneven = { $found ->
    [one] the row has { $found } cell
   *[other] the row has { $found } cells
}, but the first row has { $wanted }
rows-uneven-more = a comma inside a cell needs quotes around the cell; numbers have no thousands separators
rows-uneven-fewer = write a comma after each cell but the last, also after an empty one
rows-separated = the cells are separated by { $separator ->
    [semicolon] semicolons
    [tab] tabs
   *[bar] vertical bars
}
rows-separated-help = separate them with commas, and write decimals with a point

# How the mistakes begin that say that a name is unknown, and the labels that say which was meant: a mistake is known by them as an

# echo of another.
salvage-unknown-name = there is no{" "}
salvage-meant = did you mean

## Mistakes of TOML

toml-help-text = write a text as "text", a rate as "0.03 per year", a date as 2027-01-04
toml-help-line = a line is `key = value`, `[table]` or `# comment`
toml-help-value = after `=` comes a value: a number, "text", true, 2027-01-04, [a list] or {"{"} a = "table" {"}"}
toml-duplicate-key = `{ $key }` is defined twice in the same table
toml-duplicate-key-help = keep one of the two; the header of a table may also occur only once
toml-unclosed-text = a text does not end on its line
toml-unclosed-text-help = close it with the quote that it began with
toml-no-value = a value is missing
toml-no-key = a key is missing
toml-trailing = unexpected text after the value
toml-trailing-help = put each key on a line of its own, and a text in quotes
toml-equals = one `=` too many
toml-unclosed = the `{ $mark }` is not closed
toml-unclosed-help = close the `{ $mark }` of line { $line } with `{ $close }`
toml-unclosed-label = is never closed
toml-unclosed-list = a list is not closed
toml-unclosed-list-help = close it with `]`
toml-unclosed-table = a table is not closed
toml-unclosed-table-help = close it with `{"}"}`
toml-bad-key = a key may contain only letters, digits, `-` and `_`
toml-bad-key-help = put any other key in quotes
toml-no-quotes = a text needs quotes
toml-unclosed-header = a table's name is not closed
toml-unclosed-header-help = write `[table]`
toml-key-alone = a key without a value

## Mistakes of a model

model-no-segment = the scenario has no segment, so it has no people
model-no-segment-help = add a segment, such as: [segment.users] with people = 1000
model-too-many-people = { $people } people are more than a run can hold
model-too-many-label = too many
model-at-most = at most { $most }
model-too-many-members = { $count } is more than the { $most } people of the segment
model-too-many-contributors = { $count } is more than the { $most } members that the segment has at the start
model-too-many-joined = { $count } is more than the { $most } organisations of the group
model-one-too-many-label = one too many
model-too-many = `{ $part }` has { $count } tables, more than the { $most } that it may have
model-too-many-help = keep { $most } and leave out { $over ->
    [one] one of them
   *[other] { $over } of them
 }
model-simulated-of = { $simulated } ({ $asked } asked)
model-simulated = { $ticks } { $unit ->
    [day] { $ticks ->
        [one] day
       *[other] days
    }
    [week] { $ticks ->
        [one] week
       *[other] weeks
    }
    [month] { $ticks ->
        [one] month
       *[other] months
    }
    [quarter] { $ticks ->
        [one] quarter
       *[other] quarters
    }
   *[year] { $ticks ->
        [one] year
       *[other] years
    }
}
model-beyond-calendar = the run goes beyond { $last }, the last day of the calendar; it begins on { $start }
model-beyond-calendar-help = set an earlier `start` or a shorter `horizon` (and `coast.after`), so that it ends by { $last }
model-beyond-calendar-label = the calendar ends within the run
model-mimics-itself = an action cannot mimic itself
model-mimics-itself-label = itself
model-mimics-itself-help = name the honest action that it imitates, or leave `mimics` out
model-mimics-mimic = { $action } mimics { $mimicked }, which mimics another action
model-mimics-mimic-label = mimics too
model-mimics-mimic-help = mimic an action that does not mimic another
model-announced-too-soon = announcement.{ $name } has its deadline on { $by }, but is announced on { $on }
model-announced-too-soon-label = too early
model-announced-too-soon-help = set `by` to a day after `on`
model-occasion-no-action = the occasion has deeds, but no action
model-occasion-no-action-label = which action?
model-add-action-help = add action = "…", one of: { $names }
model-no-action = there is no action called { $name }, and the rule does not set one
model-no-action-label = which action?
model-too-many-watches = { $count } interventions with a condition are more than the { $most } that a scenario may have
model-too-many-watches-help = all their combinations are checked before the run; join some of them
model-new-on-date = { $path } is added on a date, but it must exist from the start of the run
model-new-on-date-label = added on a date
model-new-on-date-help = write [{ $path }] in the file with off = true, and switch it "on" on the date
model-new-pool = a pool cannot be added on a date
model-new-pool-help = add the pool to the file, with share 0 until it is needed
model-changed-milestone = the condition of a milestone cannot change on a date
model-changed = this value is used only at the start of the run, so it cannot change on a date
model-changed-help = set it from the first day on, in a design without `from`; to change it on a date, add another [{ $part }.…] with off = true and switch that one "on"
model-changed-contacts = contacts are drawn once, at the start of the run, so they cannot change on a date
model-changed-contacts-help = set them from the first day on, in a design without `from`
model-contacts-label = this file
model-contacts-no-file = contacts of the kind file need a file
model-contacts-no-file-help = name a CSV of ties, such as `file = "ties.csv"`
model-contacts-unread = contacts.file is not read: contacts.kind is { $kind }
model-contacts-degree-label = this number of contacts
model-contacts-below-two = in a { $kind } network everybody has two contacts or more on average
model-contacts-below-two-help = write at least 2, or use the kind random
model-contacts-part = nobody can have { $degree } contacts: in a regular network all have the same number
model-contacts-part-help = write a whole number, or use the kind random
model-contacts-crowded = among { $people } people nobody can have { $degree } contacts
model-contacts-crowded-help = write at most { $most }
model-contacts-odd = { $people } people cannot have { $degree } contacts each: every tie has two ends, so the number of ends is even
model-contacts-odd-help = make the number of people or of contacts even
model-contacts-many = the network would have { $ties } ties
model-contacts-many-help = use fewer people or fewer contacts: at most { $most } ties, or the kinds well-mixed and blocks, which store none
model-contacts-all = contacts.mean_degree is { $asked }, but each of { $people } people can have at most { $most } contacts: on average they have { $made }
model-contacts-other = contacts.mean_degree is { $asked }, but { $people } people in a { $kind } network have { $made } contacts on average
model-ties-none = { $file } holds no ties: nobody has contacts
model-ties-unread = { $file }: { $count ->
    [one] the column { $columns } is not read
   *[other] the columns { $columns } are not read
}
model-ties-unnamed = { $file }: the cells behind the second are not read
model-ties-joined = { $file }: { $count ->
    [one] one row names a tie again
   *[other] { $count } rows name a tie again
}, in the same direction or the other; each tie counts once, { $ties } in all
model-ties-loops = { $file }: { $count ->
    [one] one row ties a person to themselves; it is left out
   *[other] { $count } rows tie a person to themselves; they are left out
}
model-ties-no-columns = { $count ->
    [one] the only column is { $columns }
   *[other] the columns are { $columns }
}, without both ends of a tie
model-ties-no-columns-help = name two columns from and to, or source and target; without a row of names, every row is a tie
model-ties-column-twice = there are two columns { $column }
model-ties-empty = the cell is empty
model-ties-beyond = there is no person { $person }
model-ties-nobody = found "{ $found }", which is not the number of a person
model-ties-help = people are numbered from 0 to { $last }
model-ties-many = there are too many ties
model-ties-many-help = a network has at most { $most } ties
model-no-start = the run has no first day
model-no-start-help = write: start = 2027-01-04
model-shares-sigs = the shares of the SIGs of action.{ $action } add up to more than 1, including this one
model-shares-chapters = the shares of the chapters of segment.{ $segment } by { $by } add up to more than 1, including this one
model-shares-help = use shares that add up to at most 1, such as 0.6 and 0.4
model-shares-label = the sum is above 1
model-sig-not-reviewed = action.{ $action } is not reviewed, so a SIG cannot take it
model-sig-not-reviewed-label = not reviewed
model-sig-not-reviewed-help = write `reviewed = true` in [action.{ $action }]
model-seat-no-group = there are no organisations called { $name }, and the seat does not set a group
model-seat-no-group-label = which group?
model-seat-no-group-help = add organisation = "…", one of: { $names }
model-chapter-no-tier = ladder.{ $ladder } has no tier called { $tier }
model-chapter-no-tier-label = which tier?
model-grade-shares = the grades of `{ $rule }` share out { $share } of its deeds
model-grade-shares-help = the shares of all grades add up to 1 at most; the rest earns the points of the rule
model-days = `{ $rule }` has only one of from_day and until_day
model-days-label = the other day is missing
model-days-help = give both, such as from_day = "10-01" and until_day = "10-31", or none
model-no-day = "{ $text }" is no day of the year
model-no-day-label = a month and a day
model-no-day-help = write the month and the day, each with two digits: "07-01" is 1 July
model-pot-no-seats = seats share a pot, but the tier has no seats
model-pot-no-seats-label = a pot without seats
model-pot-no-seats-help = add the number of seats: [{ $path }.entry] seats = 5
model-returns = holders who leave { $tier } on their own come back to it
model-returns-label = leads back to itself
model-returns-help = name a tier for former holders, such as emeritus, whose own exit does not lead back
model-tier-circle = the tiers of { $path } form a circle

model-tier-circle-help = { $below ->
    [organisations] leave out `from` in the lowest tier, which any organisation inside can enter
   *[people] leave out `from` in the lowest tier, which the open community can enter
}

model-milestone-from = organisation.{ $group } is not an investor: its kind is { $kind }
model-milestone-from-label = does not invest
model-milestone-from-help = set `from` to a group of the kind investor, or leave it out
model-no-kind = { $path } has no kind
model-many-kinds = { $path } has more than one kind: { $kinds }
model-kind-label = exactly one kind is required
model-kind-help = write one table [{ $path }.as.KIND], where KIND is one of: { $kinds }
model-lead-shares = the lead shares of all tiers add up to { $share }, which is more than 1
model-lead-shares-help = lower their lead_share: the rest, up to 1, is open to all
model-pool-shares = the shares of the pools add up to more than 1
model-pool-shares-help = write shares of the total, such as {"{"} prizes = 0.4, ads = 0.6 {"}"}
model-complex-contagion = complex contagion counts contacts, but well-mixed people have no contacts
model-complex-contagion-label = needs a network
model-complex-contagion-help = set contacts.kind to random, regular, small-world, scale-free or file
model-shock-exposes = shock.{ $shock } exposes { $path }, but no promise has this name
model-shock-exposes-label = no such promise
model-shock-exposes-help = a promise is a tier of a ladder or a path, or an announced size
model-voters-themselves = nobody can enter { $tier }: only its own holders vote, and it has none at the start
model-voters = nobody can enter { $tier }: { $voters } must vote, but { $voters } has no holders until { $tier } has some
model-voters-label = depends on itself
model-voters-help = choose voters from a tier that people can reach without this one, or add holders at the start: [ladder.{ $ladder }.tier.{ $voters }] holders_at_start = 3
model-unpooled = this costs money, but no pool pays for it
model-unpooled-label = from which pool?
model-unpooled-help = add pool = "…", one of: { $pools }
model-unpooled-help-payer = add pool = "…" to [{ $payer }], one of: { $pools }
model-unpooled-help-none = write [budget] with pools = {"{"} prizes = 1.0 {"}"}, and pool = "prizes" here

## Lints: what a scenario says and seldom means

# Each opens with the path that it is about.
lint-when-from = from { $date }
lint-when-while = while { $names } holds
lint-when-from-while = from { $date } while { $names } holds
lint-announced = announcement.{ $name }.size: { $size } members are announced, but only { $people } people exist, so this size cannot be reached
lint-other-kind = { $path }.organisations: { $group } are organisations of another kind
lint-shock-unbelieved = shock.{ $name }.expose: it has no effect without [belief] or [trust]
lint-shock-idle = shock.{ $name }: it has no effect; set a share such as `leave`, `stop` or `wipe`
lint-scale-history = scale: the history is drawn as measured, and not at the scale of the scenario: { $names }
lint-never-begins = { $path }: the run ends on { $date }, so this date never comes
lint-never-true = { $path }: this cannot come true before day { $needs }, and the run has { $days } days
lint-never-true-at-all = { $path }: this can never come true
lint-horizon-rounded = horizon: { $asked } is no whole number of ticks of { $tick }, so the run lasts { $simulated }
lint-never-strikes = { $path }: the run begins on { $date }, after this date, so the event never happens
lint-never-runs = { $path }: this date is not after { $date }, the first day on which it could act, so nothing happens
lint-idle-badge = badge.{ $name }: it has no effect, because nobody responds to it; set `value`, with [mechanism.effort], or `relief`, with [mechanism.needs]
lint-idle-campaign = campaign.{ $name }: it has no effect, because its intensity and its reach are 0
lint-idle-campaign-nobody = campaign.{ $name }: it has no effect: `intensity` multiplies `paid` of [mechanism.triggers], and `reach` multiplies `external` of [mechanism.adoption], and these are 0 in all segments
lint-idle-carrier = carrier.{ $name }.{ $knob }: with 0, the carrier has no effect
lint-idle-carrier-moves = carrier.{ $name }: it has no effect, because `adoption` and `triggers` are 0 and it tells of no occasion
lint-idle-cash = { $path }: this money moves nobody, because people feel none of it; set `felt` in [budget] and `belief` of the tier above 0
lint-idle-cash-effort = { $path }: this money moves nobody, because no segment has [mechanism.effort], with which people respond to tiers
lint-idle-chapter = chapter.{ $name }: it never meets, because `meets` or `most` is 0
lint-idle-chapter-leaders = chapter.{ $name }.leaders: it has room for no leader, so it never meets
lint-idle-ladder = ladder.{ $name }: its tiers bring nothing and so change nothing; set a `benefit`, such as esteem, cash or retention
lint-idle-ladder-effort = ladder.{ $name }: its tiers change nothing, because no segment has [mechanism.effort], with which people respond to tiers
lint-idle-occasion = occasion.{ $name }.capacity: with 0, nobody can attend
lint-idle-organisation = organisation.{ $name }: none of them ever comes in; set `number` and `joins`, `joined_at_start` or `joins_on`
lint-idle-points = points.{ $name }: nobody can do anything with these points: there is no shop, and no tier that counts this action asks for points
lint-idle-points-days = points.{ $name }: nobody earns its points, because no tick of the run has its middle between `from_day` and `until_day`
lint-idle-points-none = points.{ $name }.points: with 0, a deed earns nothing
lint-idle-pool = budget.pools.{ $pool }: it never has any money, so nothing that it pays for happens; set its share, and `total` in [budget]
lint-idle-prize = prize.{ $name }: it has no effect, because its `mean` is 0 and nobody feels anything else of it
lint-idle-seats = sig.{ $name }.seats: with 0 places, nobody sits there
lint-idle-shop = shop.{ $name }: nobody can buy it, because no deed earns points
lint-industry = organisation.{ $group }.industry: no other organisation has the industry "{ $industry }", so these organisations see only the references of their own group
lint-industry-meant = organisation.{ $group }.industry: no other organisation has the industry "{ $industry }", so these organisations see only the references of their own group; did you mean "{ $near }"?
lint-overdrawn = budget.pools.{ $pool }: full seats and campaigns cost { $asked } a year, but the pool receives { $has }, so promises will be broken
lint-path-empty = path.{ $path }: no organisation can enter it
lint-path-seats = { $path }: without a review, its seats fill up once and stay taken, so nobody below has an incentive
lint-path-no-more = { $path }: it requires nothing more than { $below }, the tier below
lint-path-certified = { $path }.entry.certified: the tier requires { $asked } certified engineers, but the largest organisation has hours for at most { $most }
lint-path-responds = { $path }: nobody can reach it, because it requires trained people, and with responds = 0 no organisation trains any
lint-path-pace = { $path }: nobody can reach it, because it requires trained people, and with pace = 0 no organisation has hours for training
lint-path-deliver = { $path }: nobody can reach it, because it requires projects or revenue and none of its organisations is a partner
lint-path-support = { $path }.benefit.support_hours: no holder gets support, because hub.costs.support is 0
lint-path-leads = { $path }.benefit.lead_share: no holder delivers projects, because none of them is a partner
lint-farmed = action.{ $action }: it brings { $farms } points an hour and { $honest } brings { $works }, so it pays to game the rules
lint-controlling = prize.{ $prize }: people do { $action } for its own sake, and a reward that feels like pay can reduce that; do not announce it, or set controlling = "praise"
lint-not-made = { $path }: these organisations receive no { $resource }, because hub.costs.{ $resource } is 0
lint-not-wanted = { $path }: these organisations ask for no { $resource }, because { $table }.worth.{ $resource } is 0
lint-tier-no-review = { $path }: nobody is voted out, because there is no review; set `every` in `review`
lint-tier-seats = { $path }: without a review, a term or an exit, its seats fill up once and stay taken, so nobody below has an incentive
lint-preset-gives-way = { $later } takes the place of { $earlier } in { $table }: of two presets with rules of one name, the later one stands
lint-tier-vote-by-nobody = { $path }: nobody votes, because `by` of its vote names no tier of voters
lint-tier-outside-none = { $path }: it asks for sponsors from another employer, but for no sponsors; set `sponsors`
lint-tier-suspended-late = { $path }: nobody is suspended for being idle, because idle holders lose the place before that; set `suspended` below `inactive`
lint-tier-back-nobody = { $path }: nobody comes back from it, because no tier sends its holders there; name it in `exit.to` of a tier
lint-tier-asks-nothing = { $path }: entry requires nothing that is measured, so every member comes onto it; set deeds, points, seats, sponsors or a vote in `entry`
lint-tier-no-employers = { $path }: limits by employer have no effect, because everybody is a separate employer; set the number of employers of a segment in `employers`
lint-tier-outside = { $path }: it requires { $outside } sponsors from another employer, which is more than all its sponsors, { $sponsors }
lint-tier-keeps-unreviewed = { $path }: nobody is asked to keep anything, because there is no review; set `every` or `on_day` in `review`
lint-tier-suspend-unreviewed = { $path }: nobody is suspended by a review, because there is none; set `every` or `on_day` in `review`
lint-tier-employers = { $path }: everybody is a separate employer, so any sponsors qualify; set the number of employers of a segment in `employers`
lint-tier-keeps = { $path }: staying requires more ({ $keeps }) than entry ({ $asks }); therefore, many holders fail the first review
lint-tier-closed = { $path }: nobody can reach it, because no action that counts is open to anybody
lint-tier-undone = { $path }: nobody can reach it, because nobody ever does an action that counts: those who may have no [mechanism.triggers] and no [mechanism.engagement]
lint-tier-no-points = { $path }: nobody can reach it, because no action that counts earns points
lint-tier-capped = { $path }: nobody can reach it: it requires { $asked } points within { $days } days, but the caps allow { $most }
lint-tier-late = { $path }: nobody can reach it, because it opens after the last day of the run
lint-tier-below = { $path }: nobody can reach it, because nobody can reach the tier below, { $below }
lint-tier-nobody = { $path }: nobody can reach it, because nobody can vouch or vote at the start
lint-tier-no-more = { $path }: it requires no more than the tier below, { $below }, so holders of { $below } are promoted at once
lint-tier-inflated = { $path }: points inflate: an average member of { $segment } earns { $points } within the tier's window, but the tier requires only { $asked }

## JSON Schema

schema-off = Kept in the file, but not applied.
schema-unit = {" "}In { $unit }.
schema-from = {" "}From `{ $table }`.

## Metrics

# The title of the metric NAME is the message metric-NAME; of the metric NAME:which, metric-NAME-of.
metric-new-people = New people a month
metric-returned-people = Returned people a month
metric-lapsed-people = Lapsed people a month
metric-left-people = Left people a month
metric-kept-people = People kept for three months
metric-quick-ratio-people = Quick ratio of people
metric-new-contributors = New contributors a month
metric-returned-contributors = Returned contributors a month
metric-lapsed-contributors = Lapsed contributors a month
metric-left-contributors = Left contributors a month
metric-kept-contributors = Contributors kept for three months
metric-quick-ratio-contributors = Quick ratio of contributors
metric-newcomers = First-time contributors a month
metric-adopted = People who ever adopted
metric-adopted-share = Share of people who ever adopted
metric-members = Members
metric-active-people = Monthly active people
metric-active-contributors = Monthly active contributors
metric-active-community = Monthly active contributors, without staff
metric-active-staff = Monthly active staff
metric-engaged-contributors = Engaged contributors
metric-deeds = Deeds a month
metric-contributions = Contributions merged a month
metric-value = True value of deeds a month
metric-referred = Members who were invited
metric-viral-k = Mean number of members whom an adopter has brought in
metric-members-of = Members: { $segment }
metric-active-people-of = Monthly active people: { $segment }
metric-active-contributors-of = Monthly active contributors: { $segment }
metric-time-to-of = { $tier }: mean months until entry, over all entries so far
metric-time-on-of = { $tier }: mean months since entry, of current holders
metric-fairness-of = { $tier }: chance that a holder has done more than a person one tier below
metric-pull-of = { $tier }: how much faster holders act because of what they can still gain or keep
metric-exposure-of = { $carrier }: messages that a person of its audience remembers, mean
metric-heeded-of = { $carrier }: share of its audience that reacts
metric-attendance-of = { $occasion }: attendances so far
metric-occasions-held = Occasions held so far
metric-occasions-cancelled = Occasions cancelled because a pool could not pay, so far
metric-entrants = People who joined or first contributed at an occasion so far
metric-entrants-kept = Entrants of occasions active again in months 6 to 9, so far
metric-entrants-kept-share = Share of entrants active again in months 6 to 9
metric-complaints-open = Open complaints
metric-complaints-resolved = Complaints resolved so far
metric-complaints-ignored = Complaints heard and ignored so far
metric-gini = Gini coefficient of contributions, twelve months
metric-top-share = Share of contributions by the most active contributor, twelve months
metric-absence-factor = Fewest contributors who made half of the contributions, twelve months
metric-core-share = Share of contributions by the fifteen most active contributors, twelve months
metric-top-percent = Share of counted deeds by the most active 1 % of adopters, so far
metric-top-tenth = Share of counted deeds by the most active 10 % of adopters, so far
metric-quality = Quality of the product, 1 at the start
metric-content = Content that has not faded
metric-content-made = Content that people made so far
metric-content-received = Content that organisations handed over so far
metric-content-given = Content that the hub made for organisations and gave so far
metric-content-faded = Content that faded so far
metric-traffic = People a month through traffic partners
metric-coverage = Partners' service as a share of needed service
metric-partner-place = Mean rank of the partner in an enterprise's list of preferences
metric-in-trial = People in trial
metric-tried = People who began a trial so far
metric-enterprise-place = Mean rank of the enterprise in a partner's list of preferences
metric-blocking-pairs = Pairs of an enterprise and a partner who prefer each other to those they have
metric-hub-gain = Gain of the hub from exchange
metric-hub-rationed = Share of the requested hub hours that the hub can give
metric-invested = Hours that organisations have put into the relation
metric-moat = Share of a rival's bid that past investment offsets, mean of organisations inside
metric-hub-revenue = Revenue of the hub so far
metric-partner-revenue = Revenue of partners so far
metric-cannibalised = Revenue of the hub that vendors took so far
metric-capital = Money from investors so far
metric-graduates = Graduates who came in so far
metric-inside-of = { $group }: inside
metric-gone-of = { $group }: gone
metric-gain-of = { $group }: mean gain
metric-trust-of = { $group }: mean trust of those inside
metric-return-of = { $group }: value of its share divided by what it paid
metric-peer-hours = Hours that organisations work for each other
metric-peers-of = Organisations give each other: { $resource }
metric-adopted-of = { $industry }: enterprises that have adopted
metric-got-of = The hub gets: { $resource }
metric-gave-of = The hub gives: { $resource }
metric-demand-of = Demand on curve { $curve }
metric-mean-anticipation = Anticipated reward, mean
metric-mean-tolerance = Tolerance, mean
metric-mean-habit = Habit, mean
metric-mean-knowledge = Knowledge, mean
metric-mean-motivation = Own motivation, mean
metric-mean-stake = Stake, mean
metric-mean-fame = Fame, mean
metric-mean-intensity = Intensity of effort, mean
metric-burnout-exits = Exits because of overload, so far
metric-disappointed = Members disappointed a month
metric-mean-surprise = Reward felt beyond what was anticipated, mean of those who felt one
metric-mean-dry = Expected rewards that did not come, mean
metric-satisfaction-of = Satisfaction of { $need }
metric-points-value = Correlation of points with true value
metric-goodhart-gap = How much less true value the top tenth by points has than the top tenth by value
metric-review-wait-of = { $sig }: weeks until a review
metric-seats-of = { $sig }: share of seats held
metric-unreleased = Code that is merged but not released
metric-quality-ahead = Quality on branches, ahead of the stable branch
metric-chapters-awake = Chapters that have leaders
metric-chapter-leaders = Leaders of chapters
metric-chapter-met = Share of people in chapters who attended a meeting lately
metric-meetings-held = Meetings of chapters held so far
metric-meetings-unpaid = Meetings of chapters that no pool could pay so far
metric-holds-of = Holds: { $condition }
metric-met-of = Met: { $condition }
metric-inflow = Newcomers a year as a share of members
metric-knowledge-spread = Spread of knowledge among members
metric-stagnation = Stagnation: members know nearly the same, and few are new
metric-momentum = Momentum: growth of activity over half a year
metric-branching = Share of deeds that other deeds or habit triggered
metric-belief = Belief in promises
metric-vacuum = Open seats times worth times belief
metric-hope = Share of seats that come free in a year
metric-promises-kept = Promises kept so far
metric-promises-broken = Promises broken so far
metric-belief-of = Belief in { $promise }
metric-money-paid = Money paid so far
metric-unpaid = Payments that an empty pool could not make, so far
metric-points-issued = Points issued so far
metric-points-farmed = Points farmed so far
metric-points-held = Points held
metric-points-owed = Money that unspent points would cost in the shop
metric-points-taken-back = Points taken back so far
metric-points-expired = Points expired so far
metric-caught = Deeds found to game the rules so far
metric-rewards = Rewards handed over so far
metric-paid-of = Paid from { $pool } so far
metric-pool-of = Left in { $pool }
metric-standing-of = { $tier }: organisations
metric-risen-of = { $tier }: organisations that reached it so far
metric-fallen-of = { $tier }: organisations that lost it so far
metric-board-seats = Seats on the board that organisations hold
metric-certified = Certified engineers of organisations
metric-partner-fees = Fees of organisations so far
metric-partner-surplus = Surplus of partners so far
metric-project-concentration = Chance that two projects have the same partner
metric-agreements = Frameworks that organisations have taken up
metric-students-inside = Students inside frameworks
metric-hub-served = Share of the hours promised to organisations that the hub can give
metric-potential-of = Incentive to trade { $resource }, as far as the need is unmet
metric-retention-of = Newcomers active again in months { $from } to { $to }
metric-second-time = Share of newcomers from half a year ago or earlier who have contributed again
metric-review-wait = Weeks until a review
metric-review-queue = Contributions that wait for review
metric-abandoned = Contributions given up after waiting, so far
metric-review-hours = Hours of review so far
metric-staff-hours = Hours of paid staff so far
metric-holders-of = { $tier }: holders
metric-entered-of = { $tier }: entries so far
metric-promoted-of = { $tier }: promotions so far
metric-demoted-of = { $tier }: demotions so far
metric-exited-of = { $tier }: exits so far
metric-yearly-of = { $tier }: entries a year so far
metric-merit-of = { $tier }: mean merit of holders
metric-trigger-paid = Share of deeds triggered by paid attention
metric-trigger-organic = Share of deeds triggered by own need
metric-trigger-social = Share of deeds triggered by others
metric-trigger-internal = Share of deeds triggered by habit
metric-self-driven = Share of deeds not triggered by paid attention
metric-deeds-of = Deeds a month: { $action }
# When a metric has no value: a clause after “no value where”.
metric-undefined-first-month = the first calendar month has not ended
metric-undefined-first-year = less than a year has passed
metric-undefined-fewer-than-ten = fewer than ten people have points, or nothing of value was done
metric-undefined-no-chapter = no chapter is open
metric-undefined-no-contribution = nothing was contributed in the last twelve months
metric-undefined-no-deed = nothing was done
metric-undefined-no-deed-ever = nothing has been done yet
metric-undefined-no-demand = no enterprise inside needs service
metric-undefined-no-engaged-holder = nobody on the tier is active
metric-undefined-no-entrant = nobody has come in through an occasion long enough ago
metric-undefined-no-exchange = no organisation inside exchanges with the hub
metric-undefined-no-holder = nobody holds the tier
metric-undefined-no-match = no enterprise has a partner of its own
metric-undefined-no-member = there are no members
metric-undefined-no-newcomer = nobody contributed for the first time { $months } months ago or earlier
metric-undefined-no-organisation = no organisation trades with the hub
metric-undefined-no-pair = there is nobody on the tier, or nobody below it
metric-undefined-no-place = the group has no seats
metric-undefined-no-project = partners have no projects
metric-undefined-no-seat = no open tier has seats
metric-undefined-no-variation = points or values do not differ between people
metric-undefined-nobody-adopted = nobody has adopted the product
metric-undefined-nobody-entered = nobody has entered the tier
metric-undefined-nobody-went = nobody lapsed or left in the last calendar month
metric-undefined-none-inside = none of these organisations is inside
metric-undefined-not-open = the tier has not opened
metric-undefined-nothing-felt = nobody felt a reward
metric-undefined-nothing-invested = these investors have bought no share
metric-undefined-second-month = the second calendar month has not ended
metric-undefined-start = no tick has passed
metric-family-active = Members, active people, active contributors, staff and community.
metric-family-trial = People in trial, and those who ever began one.
metric-family-accounting = New, returned, lapsed, left, kept, and the quick ratio, of people and of contributors.
metric-family-retention = Share of newcomers active again 1, 3, 6, 12 and 24 months after their first contribution, or ever.
metric-family-concentration = Gini, top share and contributor absence factor over twelve months; shares of the most active in all counted deeds.
metric-family-triggers = Share of deeds by the source of their trigger, self-driven share, deeds by action.
metric-family-feelings = Anticipation, surprise, tolerance, habit, motivation, need satisfaction, burnout and disappointment.
metric-family-knowledge = Spread of knowledge among members, newcomers a year as a share of members, and whether the community stagnates.
metric-family-tiers = Holders of each tier, entries, promotions, demotions and exits so far, entries a year; mean merit if people differ in merit.
metric-family-careers = Months until people enter each tier and months on it, whether tiers go to those who have done most, and what still motivates holders.
metric-family-money = Money paid in total and by pool, money left in each pool, unpaid promises, points issued, farmed, held and owed, and rewards.
metric-family-gaming = Correlation of points with true value, and what is lost if the top tenth is chosen by points.
metric-family-review = Weeks of waiting, length of the queue, contributions given up, hours of review and of paid staff.
metric-family-interventions = Whether each intervention with a condition holds, and whether each milestone has been met: 1 or 0 in a run, a share over replicates.
metric-family-momentum = Growth of activity, branching ratio, belief in promises and in each promise that may be exposed, vacuum of open places, hope of getting a place, promises kept and broken.
metric-family-ecosystem = Organisations inside, their gain, coverage, quality, content, traffic, revenue, capital and moat.
metric-family-channels = Messages remembered and share of people who react, by carrier; attendance, entrants and entrants kept; complaints.
metric-family-partners = Organisations on each tier, their moves, fees, surplus, certified people and seats on the board; concentration of projects; students inside frameworks.
metric-family-groups = Review wait and seats held in each SIG, unreleased code and quality, chapters that have leaders, and their leaders, attendance and meetings.
metric-family-potentials = Incentive to trade each resource between the hub and organisations: the log of the range of terms, as far as the need is unmet.
unit-agreements = agreements
unit-chapters = chapters
unit-complaints = complaints
unit-correlation = correlation
unit-meetings = meetings
unit-months = months
unit-occasions = occasions
unit-pairs = pairs
unit-payments = payments
unit-people-a-year = people a year
unit-place = place
unit-promises = promises
unit-ratio = ratio
unit-rewards = rewards
unit-weeks = weeks
report-baseline = { $design } (baseline)
report-level-mean = mean
report-level = P{ $percent }
report-levels = mean · P10 · P90: { $levels }
report-gain = gain on average (80 %)
report-single = single futures
report-ahead = leads in

report-cost-per-extra = cost per extra { $unit } (80 %)
report-cost = money in { $horizon }
report-owed = of it owed for points
report-hours-staff = hours of staff
report-hours-review = hours of review
report-gain-kept = of the gain, kept (80 %)
report-spends = { $design } spends { $pools }.
report-not-known = Not known: over the whole run the gain may be zero, so no interval of this ratio is bounded.
report-staff-apart = Paid staff are not compared: designs are compared on contributors without them, and staff stand beside.
report-tolerance = Differences of up to { $tolerance } are even.

report-net = present value, net of cost
report-no-run-has-it = no run has a value
report-runs-have-it = { $have } of { $all } runs have a value
report-net-extra = present value beyond the baseline
report-coast = still active late in the year after funding stops
report-same-curve = the same curve
report-same-design = the same design
report-least-regret = { $design } (least regret)
report-regret = In other worlds: the mean in each, and in brackets the loss against the best design there
report-regret-in = In other worlds: the mean in each, and in brackets the loss against the best design there, in { $unit }
report-regret-worlds = { $shown } of { $all } worlds fit here; regret.csv holds them all
report-regret-best = best
report-largest-regret = largest regret
report-worlds-that-reach = worlds that reach { $target }
report-billion = billion
report-million = million

# The page. A line break in a head is one on the page.
report-page = the report
report-page-size = { $title } · { $people } people · { $horizon } in ticks of { $tick } · { $runs }
report-designs = The designs compared

report-designs-note = { $runs ->
    [one] One run of each design gives no interval.
   *[other] A gain is the difference from the baseline with the same random numbers: its mean, the 80 % interval of the mean, and below it the range of 8 in 10 single futures. A design is better if the interval of its mean lies beyond { $tolerance }; smaller differences are even.
}

report-head-design = Design

report-head-level =
    Last half
    year

report-head-gain = Gain


report-head-ahead =
    Leads
    in

report-head-cost =
    Money in
    { $horizon }

report-head-extra =
    Cost per extra
    { $unit }

report-head-coast =
    Active late in
    the year after
    funding stops

report-single-runs = single futures { $range }
report-takes-staff = { $hours } hours of staff
report-takes-review = { $hours } hours of review
report-kept = { $known ->
    [yes] { $share } of the gain ({ $range })
   *[no] of the gain: { $share }
}
report-head-watch = Watch out
report-one-run = one run
report-gain-baseline = baseline
report-gain-coincides = coincides
report-charts = What the runs show
report-charts-note = The title of each chart is its finding, written from the numbers.
report-figures = Figures

report-figures-note = { $runs ->
    [one] Mean of { $span ->
        [run] the whole run
        [year] the last year
       *[other] the last half year
    }; running totals at the end.
   *[other] Mean of the runs over { $span ->
        [run] the whole run
        [year] the last year
       *[other] the last half year
    }, of running totals at the end; below it the range of 8 in 10 runs.
}

report-figures-hidden = { $count ->
    [one] One metric that is zero in every run is left out.
   *[other] { $count } metrics that are zero in every run are left out.
}

report-head-metric = Metric
report-assumptions = What the results rest on
report-assumptions-note = { $guesses } of { $all } numbers are guesses: nobody has measured them. Change them in the scenario under the path given.
report-head-assumption = Assumption
report-head-value = Value
report-head-standing = Status
report-head-source = Source
report-run = How the run was made
report-run-note = The same scenario and seed give the same page.
report-run-scenario = Scenario
report-run-time = Time
report-run-span = { $from } to { $to }, in ticks of { $tick }
report-run-people = People
report-run-runs = Runs
report-run-paired = { $runs } per design, paired
report-run-paired-coast = { $runs } per design, paired; { $coasts } of them went on for a year without funding
report-run-seed = Seed
report-run-program = Program
report-footer = Zaoshi { $version } · scenario { $scenario } · seed { $seed } · { $runs } × { $people } people

## Experiment

experiment-no-metric = there is no metric called { $name }
experiment-unknown-metric = unknown metric
experiment-did-you-mean = did you mean `{ $name }`?
experiment-minus = a minus has blanks around it: `{ $left } - { $right }`
experiment-metrics-listed = `zaoshi list metrics SCENARIO` shows all
experiment-unknown-within = names “{ $metric }”, which has no value before { $months ->
    [one] a month has
   *[other] { $months } months have
} passed
experiment-unknown-within-help = set a horizon of more than { $months ->
    [one] a month
   *[other] { $months } months
}, or compare another metric
experiment-unknown-within-label = not known within the horizon
experiment-expression-of-nothing = is an expression without a metric
experiment-expression-of-nothing-label = names no metric
experiment-expression-of-nothing-help = write it of metrics, such as "deeds:answer - deeds:farm"
experiment-expression-undefined = one of its metrics has no value, or it divides by zero
experiment-too-many-beside = `beside` names { $count } metrics, and a verdict has room for { $most }
experiment-too-many-beside-help = keep the most important ones
experiment-too-many = too many
experiment-lint-under = under { $designs }: { $lint }

## Designs that do not differ

alike-and = { $a }, and { $b }
alike-idle = with { $design }, { $reasons }
alike-baseline = { $design } is the same design as { $baseline }: { $reasons }
alike-twins = { $design } and { $other } are the same design
alike-on = `{ $path }` is on already
alike-off = `{ $path }` is off already
alike-same = `{ $path }` has this value already
alike-under = `{ $path }` has no effect, because `{ $off }` is off
alike-under-itself = `{ $path }` has no effect, because it is off

## The design of --with

added-begins = the design of --with begins on { $date }, as the other designs do; --with from=DATE sets another day
added-never-begins = the design of --with begins on { $date }, but the run ends on { $end }, so it never begins
added-begins-before = the design of --with begins on { $date }, before the run, which begins on { $start }: it holds from the start
added-begins-first = the design of --with begins on { $date }, as the first of the other designs does; --with from=DATE sets another day
added-begins-with-run = the design of --with begins with the run, as the first of the other designs does; --with from=DATE sets another day
added-stands = the design of --with begins with the run, because it cannot begin on { $date } as other designs do ({ $why })

## Plan

plan-here = here
plan-no-factors = the scenario has nothing to sweep: no lever and no uncertainty
plan-no-factors-help = add a table such as `[lever.price]` with `path = "shop.hoodie.price"` and `values = [100, 200]`
plan-no-factors-label = no factors
plan-too-many-runs = the plan has { $points } points with { $runs } runs each; at most 1e7 points and 1e8 runs of a design
plan-too-many-runs-help = use fewer steps or values, or a sample: `sampling = "sobol"`
plan-too-many-runs-label = too many runs
plan-turned-twice = `{ $path }` is varied by [{ $one }] and by [{ $other }]
plan-turned-twice-help = declare one lever or one uncertainty for each value
plan-turned-twice-label = twice
plan-not-turnable = `{ $path }` is not a value that can be varied
plan-not-turnable-help = name a value, such as `points.answer.points`; `zaoshi list` shows all
plan-not-turnable-label = not a value
plan-outside-range = `{ $path }` must lie in { $low } to { $high }, found { $found }
plan-outside-range-label = outside its range
plan-takes-a-number = `{ $path }` takes a number, not words
plan-takes-a-number-help = give numbers: `values = [1, 2]`, or `low` and `high`
plan-takes-words = `{ $path }` takes words, not a number
plan-takes-words-help = give the words that it may take: `words = ["one", "another"]`
plan-seed = `seed` cannot be varied: another seed is other luck, not another design or world
plan-seed-label = luck is no factor
plan-seed-help = `replicates` runs every design under further luck
plan-switch = `{ $path }` is switched by words: on, off
plan-switch-help = write `words = ["on", "off"]`
plan-values-and-range = there is a list and a range, and only one of them can hold
plan-values-and-range-help = keep `values`, or `low` and `high`
plan-missing = its `{ $knob }` is missing
plan-missing-help = give it in the unit of the value that it varies
plan-empty-list = it is empty, so there is nothing to choose from
plan-empty-list-help = give at least one value
plan-values-unused = a { $distribution } distribution does not use them
plan-values-unused-help = add `distribution = "discrete"`
plan-no-list = it has no `{ $list }` to choose from
plan-no-list-help = give at least one
plan-weights = there are { $weights } weights for { $levels } { $list }
plan-weights-help = give one weight for each, at least one of them above zero
plan-weights-zero = none of the weights is above zero, so nothing can be drawn
plan-weights-zero-help = give at least one weight above zero
plan-every = only a range of dates, from `low` to `high`, is stepped by `every`
plan-every-help = leave it out; `steps` or `values` choose the values of a number
plan-many-dates = there are more than { $most } dates from `low` to `high`
plan-many-dates-help = take a longer step, or a shorter range
plan-below-zero = `{ $knob }` lies below zero
plan-below-zero-help = a distance is at least zero
plan-log-zero = `{ $knob }` of a log-normal distribution must lie above zero
plan-log-zero-help = give a median above zero, or take another `distribution`
plan-distance-help = write a number in the unit of the value that it varies, or one with a unit of its own
plan-told = `{ $path }` cannot be varied: it says how runs are told, compared or recorded, and changes none of them
plan-told-help = vary what the runs depend on, such as `mechanism.adoption.social`; `zaoshi list` shows all
plan-set-by-design = under { $design }, `{ $factor }` changes nothing: the design sets `{ $path }` itself
plan-few-settings = the levers and uncertainties have only { $settings } settings, so that several of the { $points } points are the same: `plan.sampling = "grid"` visits each setting once
plan-idle-counted = `{ $name }` turns nothing: `{ $path }` changes no run; it only says how many there are
plan-idle-alike = `{ $name }` turns nothing: { $value } is the only value that it gives to `{ $path }`
plan-idle-off = `{ $name }` turns nothing: `{ $table }` is switched off, and nothing switches it on, so `{ $path }` has no effect
plan-cell-no-date = "{ $cell }" is not a date
plan-cell-no-date-help = write the day as YYYY-MM-DD
plan-low-not-below-high = { $low } is not below { $high }
plan-low-not-below-high-help = `low` lies below `high`
plan-mode-outside = { $mode } is not between { $low } and { $high }
plan-mode-outside-help = `mode` lies between `low` and `high`
plan-no-file = sampling by a table needs a `file`
plan-no-file-help = name a CSV, such as `file = "points.csv"`
plan-no-file-label = no file
plan-factors-none = the scenario has neither levers nor uncertainties
plan-factors-are = the levers and uncertainties are { $names }
plan-unknown-column = `{ $head }` is neither a lever nor an uncertainty
plan-unknown-column-label = unknown column
plan-column-twice = columns { $one } and { $other } are both `{ $head }`
plan-column-twice-help = one column for each lever or uncertainty
plan-cell = { $place }, column `{ $column }`: { $fault }
plan-cell-no-number = `{ $cell }` is not a number
plan-cell-no-number-help = give a number, or leave it empty for the scenario's value
plan-no-points = { $file } holds no points
plan-no-points-help = add a row for each point below the column names
plan-no-points-label = no rows

## Stats

stats-replicates-alike = all { $replicates } replicates of { $scenario } are identical, although the scenario uses random numbers: nothing happens to anyone; check the rates, the members at the start and the horizon
stats-history-here = here
stats-history-no-column = there is no column { $column }
stats-history-columns = { $count ->
    [one] its only column is { $columns }
   *[other] its columns are { $columns }
}
stats-history-column-near = did you mean the column { $near }?
stats-history-column-twice = there are two columns { $column }
stats-history-column-twice-help = give each column a name of its own
stats-history-empty = { $file } is empty
stats-history-no-row = { $file } has no row below the names of its columns
stats-history-no-value = { $file } has no value in the column { $column }
stats-history-empty-help = its first row is { $columns }, and each row below has a date and a value
stats-history-no-day = the row has no date
stats-history-day = found "{ $found }", which is neither a month nor a day
stats-history-dates = write a month as 2027-01, or a day as 2027-01-04
stats-history-again = the date { $date } is there twice: line { $line } has it too
stats-history-again-help = keep one row for each date
stats-history-number = found "{ $found }", which is not a number
stats-history-number-help = write a number such as 120 or 3.5; leave the cell empty where nothing was observed
stats-history-thousands = write it without separators: { $plain }
stats-history-large = found { $found }, which is beyond what can be counted
stats-history-large-help = write a number between -{ $most } and { $most }
stats-history-gaps = { $file }: { $count ->
    [one] the row of line { $line } has no value; nothing is drawn for it
   *[other] { $count } rows, the first on line { $line }, have no value; nothing is drawn for them
}
stats-history-outside = history.{ $name }: no row of { $file } lies between { $from } and { $to }, so nothing is drawn
stats-history-odd = history.{ $name } holds { $value }, but { $metric } lies between 0 and { $most }

## Findings

finding-and = { $a } and { $b }
finding-or = { $a } or { $b }

# Marks in a summary.
plausible = { $place }: { $what }; known is { $known } ({ $title }, { $link }). Is that meant?
plausible-at-least = at least { $low }
plausible-at-most = at most { $high }
plausible-stays = { $found } of the members stay three years
plausible-third-year = of the members of two years, { $found } stay a third
plausible-takeover = adoption goes from a tenth of all people to nine tenths in { $found } years
plausible-reacts = of the messages that are seen, { $found } lead to an act
plausible-hours = the busiest member works { $found } hours a week without pay
plausible-aware = { $found } of its audience know of it
plausible-aware-all = everybody in its audience knows of it
plausible-universities = { $found } of the universities come in within a month
plausible-contributors = { $found } of the members contribute in a month
plausible-partners = partners earn { $found } times what the hub earns
plausible-quality = quality grows by { $found } a year
finding-unsourced = set in the scenario, without a source
finding-designs-begin = designs begin
finding-own-world = As the scenario says

# A metric's title in other words. The endings are those of titles.
metrics-so-far = so far
finding-a-month = a month
finding-contributors = contributors
metrics-of-one = { $what } ({ $which })
metrics-of-many = { $whose }’ { $what }
finding-metric-last-half-year = { $metric }, last half year
finding-metric-last-year = { $metric }, last year
finding-metric-whole-run = { $metric }, mean of the whole run

# The recommendation. $subject is what the designs are compared on, inside a sentence.
finding-one-design = There is one design, so there is nothing to compare: add a treatment or --with to see what a rule does to { $subject }.

finding-too-few-runs = { $runs ->
    [one] { $runs } paired run is
   *[other] { $runs } paired runs are
} too few to compare designs on { $subject }: take at least { $least }.

finding-all-coincide = All designs and { $baseline } coincide: nothing about { $subject } changes.
finding-one-coincides = { $design } and { $baseline } coincide: nothing about { $subject } changes.
finding-all-same = { $designs ->
    [one] { $design } is
   *[other] All designs are
} the same design as { $baseline }, so there is nothing to compare.
finding-none-has-a-value = No run of any design has a value of { $subject }, so there is nothing to compare.
finding-without-gain = { $why ->
    [undefined] { $baseline } has no value of { $subject } in any run, so nothing can be compared with it; of the designs, { $design } reaches { $level }.
    [least] No design helps: { $baseline } has no { $subject }, and less is better; even the best, { $design }, reaches { $level }.
   *[zero] { $baseline } has no { $subject }, so a gain in percent is undefined; { $design } reaches { $level }.
}
finding-all-lose = No design helps: even the best, { $design }, changes { $subject } by { $mean } on average ({ $range }) against { $baseline }.
finding-none-apart = { $worse ->
    [some] No design is ahead of { $baseline }
   *[none] No design can be told apart from { $baseline }
} on { $subject }: the best, { $design }, changes it by { $mean } on average ({ $range }) and leads in { $ahead }{ $even ->
    [even] ; differences of up to { $tolerance } are even
   *[open] {""}
}.

finding-are-worse = { " " }{ $designs } { $count ->
        [one] is
       *[other] are
    } behind { $baseline }.

# The clause that says how far the best design raises the headline.
finding-raises-two-outcomes = { $design } raises { $subject } from { $from } to about { $high } in { $runs } of { $all } runs, and to about { $low } in the other { $rest }
finding-raises-levels = { $design } { $way ->
    [down] lowers
   *[up] raises
} { $subject } from { $from } to { $to } on average ({ $range }); single futures end at { $single }
finding-raises-shares = { $design } { $way ->
    [down] lowers
   *[up] raises
} { $subject } by { $mean } on average ({ $range }), single futures { $single }

# The sentence around that clause, which is $raise. $tie is empty, or finding-tie.
finding-raises-alone = { $raise }, against { $baseline }.
finding-raises-next-coincides = { $raise }; { $next } coincides with it{ $tie }.
finding-raises-next-behind = { $raise }; it is ahead of { $next } by { $mean } on average ({ $range }), in { $ahead }.
finding-raises-next-not-apart = { $raise }; it cannot be told apart from { $next } on { $subject } (it leads in { $ahead }){ $tie }.
finding-tie = ; { $reasons }
finding-tie-costs-nothing = { $design } costs next to nothing compared with the other
finding-tie-costs = { $design } costs { $share } of what the other costs
finding-tie-holds = { $design } keeps more activity when funding stops

# Whether the runs are enough.

finding-runs-of-one-design = { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} of one design.

finding-runs-too-few = { $runs ->
    [one] { $runs } run says
   *[other] { $runs } runs say
} little about chance: take at least 16 (--replicates 16).

finding-runs-no-gain = { $runs } runs of each design; a gain in percent cannot be computed.
finding-runs-in-units = The mean gain of every design is known to ±{ $known } after { $runs } runs.
finding-runs-as-wanted = { $runs } runs were needed to know the gain to ±{ $wanted } points, as asked.
finding-runs-not-as-wanted = After { $runs } runs, the most allowed, the gain is known to ±{ $known } points, not to ±{ $wanted } as asked: raise replicates_most.
finding-runs-enough = { $runs } runs are enough: the gain is known to ±{ $known } points.
finding-runs-hopeless = The gain is known only to ±{ $known } points after { $runs } runs; the baseline is near zero.
finding-runs-more = The gain is known only to ±{ $known } points after { $runs } runs; about { $more } would give ±{ $goal } (--replicates { $more }).

# Warnings stand after "Watch out:".
finding-warning-farmed = with { $design }, { $share } of all points go to deeds that game the rules

finding-warning-unpaid = with { $design }, an empty pool breaks its promise { $times ->
    [1] once
   *[other] { $times } times
} a run

finding-warning-overload = with { $design }, { $exits } reviewers a run leave because of overload
finding-warning-two-outcomes = { $design } has two outcomes: about { $high } in { $runs } of { $all } runs and about { $low } in { $rest }; an average describes neither
finding-warning-undefined = “{ $metric }” has { $have ->
    [0] no value in any run
    [one] a value in { $have } of { $all } runs
   *[other] a value in { $have } of { $all } runs
} under { $design }; runs without a value are left out of its mean
finding-warning-coincides = { $design } and { $baseline } coincide: no run differs by more than { $tolerance }
finding-warning-nothing-stops = no design pays anything in its last months, so nothing stops when funding does: what is still active then says nothing about the incentives
finding-warning-long-tick = a tick of { $tick } biases diffusion (F(5) of a Bass curve by { $points } points); a week does not
finding-warning-guesses = { $guesses } of the { $all } assumptions in force are guesses
finding-screening-none = none of { $screened } assumptions stands out from chance in { $runs } screening runs
finding-screening-one = one of { $screened } assumptions stands out: { $path } ({ $standing })
finding-screening-some = { $guesses } of the { $strongest } strongest assumptions are guesses; the strongest is { $path } ({ $standing })

# Stylised facts.
finding-fact-middle-half = middle half
finding-fact-nine-tenths = p5 to p95
finding-fact-outside = outside
finding-fact-undefined = no value

finding-facts = { $inside } of { $all } facts lie between p5 and p95, { $middle } of them in the middle half; { $outside ->
    [0] none lies outside
    [one] one lies outside: { $names }
   *[other] { $outside } lie outside: { $names }
}
finding-facts-some = { $known }; { $undefined ->
    [one] one has no value in this scenario
   *[other] { $undefined } have no value in this scenario
}
finding-facts-none = none of the { $undefined } facts has a value in this scenario

# Worlds of a regret table.
finding-regret-not-apart = { $best } and { $next } cannot be told apart on their largest regret: { $lost }
finding-regret-not-apart-two = { $best } and { $next } cannot be told apart on their largest regret: { $lost } and { $next_lost }
finding-regret-never = { $best } is best in every world
finding-regret-least = { $best } has the least regret: at most { $lost }, in “{ $world }”
finding-regret-next = { $design } may lose { $lost }, in “{ $world }”.

finding-regret-left-out = { $worlds } { $count ->
    [one] is
   *[other] are
} left out, because the headline has no value there under some design.
finding-regret-next-unsure = { $design } may lose { $lost }, in “{ $world }”; { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} cannot show more.

finding-regret-none-reaches = No design reaches { $target } in any world.

finding-regret-more = { $count } others
finding-regret-reaches = { $names } { $designs ->
    [one] reaches
   *[other] reach
} { $target } in { $count } of { $worlds } worlds.

# Where the verdict flips. $case is one of the cases, $points is finding-points.
finding-case-behind = { $design } does not beat { $baseline }
finding-case-misses = { $design } does not reach { $target }
finding-case-not-best = { $design } is not the best design

finding-points = { $each ->
    [world] { $points ->
        [one] { $points } world
       *[other] { $points } worlds
    }
   *[point] { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
}

finding-flips-never = In none of { $points }: { $case }
finding-flips-luck = ; luck leaves { $open } of them open, with { $runs ->
    [one] one run at each { $each }
   *[other] { $runs } runs at each { $each }
}
finding-flips-always = In all of { $points }: { $case }
finding-flips-too-few = { $case } in { $cases } of { $points }; too few to say where
finding-flips-anywhere = { $case } in { $cases } of { $points }; no condition separates these cases from the others
finding-flips-where = { $case } when { $conditions }: coverage { $coverage }, density { $density }
finding-coverage = coverage { $coverage }, density { $density }
finding-is-between = { $factor } is between { $low } and { $high }
finding-is-above = { $factor } is above { $low }
finding-is-below = { $factor } is below { $high }
finding-is = { $factor } is { $value }
finding-is-not = { $factor } is not { $value }
finding-split-below = { $factor } below { $at }
finding-split-above = { $factor } above { $at }

# Values at the ends of a bar of the tornado, and places of a map of two levers.
finding-tornado-gap = { $factor } at { $value }
finding-value-up-to = to { $value }
finding-value-from = from { $value }
finding-place-cannot-run = cannot be run
finding-place-undefined = no value in any run
finding-place-unpaid = an empty pool cannot pay

# The front of a search.
finding-front-knee = knee
finding-front-largest-growth = largest growth
finding-front-cheapest = cheapest
finding-front-least-overload = least overload
finding-front-most = most { $goal }
finding-front-least = least { $goal }
finding-front-none-holds = No design that was tried meets { $limits }; the closest one is shown
finding-front-empty = Nothing was found
finding-front-undefined = No design has a value of { $goal } in at least half of its runs, so there is nothing to compare
finding-front-nothing-is-best = No design that was tried is better than { $baseline } on any goal
finding-front-nothing-is-knee = { $baseline } is itself nearest to the best of all goals, so no design is recommended
finding-front-knee-like-nothing = No design is recommended: { $knee }, nearest to the best of all goals, { $how ->
        [worse] is worse than
       *[alike] cannot be told apart from
    } { $baseline } in { $goal }
finding-front-knee-is = The knee is the design nearest to the best of all goals, each scaled from 0 at the best of the front to 1 at the worst; there is none where a mixture of the ends would be as near
finding-front-knee-alike = These runs cannot tell { $knee } from { $others } in { $goal }
finding-front-baseline-beaten = { $baseline } ({ $letter }) is not on the front: a design is at least as good on every goal
finding-front-baseline-breaks = { $baseline } ({ $letter }) is not on the front: it does not meet the limits
finding-front-baseline-undefined = { $baseline } ({ $letter }) is not on the front: it has no value of { $goal }
finding-front-no-better = { $count ->
        [one] One design is
       *[other] { $count } designs are
    } no better than { $baseline } ({ $letter }) on any goal, and left out
finding-front-edge = { $designs }: { $lever } is at the { $end ->
        [upper] upper
       *[lower] lower
    } end of what was searched, { $value }: widen it
finding-no-value = no value in { $missing } of { $runs } runs
finding-front-one = One design, { $design }, is best on every goal
finding-front-one-for-money = One design is best on every goal: growth of { $growth } for { $money }

finding-front-knee-of-goals = { $knee } is the knee of { $designs ->
    [one] { $designs } design
   *[other] { $designs } designs
}

finding-front-no-knee-of-goals = From { $first } to { $last } { $goal } goes from { $from } to { $to }, without a knee
finding-front-no-growth = More money buys no detectable growth: { $growth } for { $money } ({ $design }), { $dear_growth } for { $dear_money } ({ $dear_design })
finding-front-knee-has-all = { $knee } is the knee: growth { $growth }, not distinguishable from the largest growth, for { $money } of the money
finding-front-knee-has-part = { $knee } is the knee: { $growth } of the largest growth for { $money } of the money
finding-front-rises = Growth rises with money, from { $growth } for { $money } ({ $design }) to { $most_growth } for { $most_money } ({ $most_design }), without a knee

finding-search-too-short = { $generations ->
    [one] { $generations } generation is
   *[other] { $generations } generations are
} too few to say whether the search has converged

finding-search-converged = The search has converged: over the last { $over ->
    [one] generation
   *[other] { $over } generations
} the front moved by less than 1{"\u00A0"}%

finding-search-grew = The search has not converged: over the last { $over ->
    [one] generation
   *[other] { $over } generations
} the front still grew by { $share }; raise `search.generations`

finding-search-fell-back = Luck drives the search: over the last { $over ->
    [one] generation
   *[other] { $over } generations
} the front fell back by { $share } when its designs were run again; raise `search.replicates`

finding-fresh = Each design is judged by { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} with new random numbers

finding-fresh-in-worlds = Each design is judged by { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} with new random numbers in { $worlds ->
    [one] { $worlds } newly drawn world
   *[other] { $worlds } newly drawn worlds
}

finding-fresh-fallen = ; { $count ->
    [one] { $fallen } of { $all } designs of the search's front is no longer on it
   *[other] { $fallen } of { $all } designs of the search's front are no longer on it
}

finding-fresh-promised = ; the search had estimated growth { $count ->
    [1] a point
   *[other] { $points } points
} { $way ->
    [above] higher
   *[below] lower
}

## Charts

# Titles over the headline
chart-some-designs = ; { $some } of { $all } designs: the baseline, { $asked ->
    [yes] those that were asked for,{" "}
   *[no] {""}
 }and those that gain most
chart-others-grey = ; { $count ->
    [one] the other one is
   *[other] the other { $count } are
 } pale grey
chart-regret-some-designs = ; { $some } of { $all } designs: the baseline, those that were asked for, and those with the least regret
chart-coincide = ; { $designs } coincide
chart-panels-without-room = ; not shown: { $names }
chart-two-outcomes = two outcomes: about { $high } in { $many } of { $runs } runs, about { $low } in { $few }

# In how many runs a design leads. "Even" are runs that differ by no more than the tolerance.
chart-ahead-count = { $ahead } of { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}{ $even ->
    [0] {""}
   *[other] , { $even } even
}

chart-ahead-share = { $share } of runs{ $some ->
    [some] , { $even } even
   *[none] {""}
}

chart-not-known = not known
chart-paid-from = { $money } from { $pool }
chart-owed = { $money } owed for points

# What one extra of the headline is: a month of a contributor, or one of what is counted so far.
chart-extra-unit = { $counted ->
    [contributors] contributor
    [members] member
    [adopters] adopter
    [developers] developer
    [students] student
    [partners] partner
    [users] user
    [people] person
   *[other] { $unit }
}{ $span ->
    [month] -month
   *[total] {""}
}

chart-level-metric = { $unit ->
    [money] of { $metric }
   *[other] { $metric }
}

chart-level-alone = { $base } ends at { $level } { $metric } in { $when }
chart-level-one-run = In the only run, { $design } ends at { $ours } { $metric } and { $base } at { $theirs }: one run says nothing about chance
chart-level-coincides = Every design coincides with { $base }: { $theirs } { $metric } in { $when }
chart-level-same = Every design is the same as { $base }: { $theirs } { $metric } in { $when }
chart-level-two-outcomes = { $design } has { $outcomes }; { $base } ends at { $theirs } { $metric } in { $when }
chart-level-better = { $design } ends at { $ours } { $metric } in { $when } against { $theirs }: { $gain } on average { $kind ->
    [total] at the end
    [run] over the whole run
    [year] over the last year
   *[half-year] over the last half year
} ({ $interval })
chart-level-worse = No design helps: the best, { $design }, ends at { $ours } { $metric } against { $theirs }: { $gain } on average ({ $interval })
chart-level-unclear = No design can be told apart from { $base } in { $when }: { $design } leads in { $ahead }
chart-level-no-gain = { $design } ends at { $ours } { $metric } in { $when }, { $base } at { $theirs }
chart-gain-one-run = One run shows a difference, but not how certain it is: use more runs
chart-gain-coincides = Every design coincides with { $base }: the difference is zero in each run
chart-gain-same = Every design is the same as { $base }, so there is no difference
chart-gain-of-nothing = { $base } has no { $metric }, so a gain in percent is undefined
chart-gain-behind = Every design falls behind { $base }; the best, { $design }: { $gain } on average ({ $interval })
chart-gain-uncertain = No gain over { $base } is certain: { $design } gives { $gain } on average ({ $interval })
chart-gain-differences = Differences from { $base }
chart-gain-raises = { $design } { $way ->
    [down] lowers
   *[up] raises
} { $metric } from { $from } to { $to } on average, { $range } in 8 of 10 runs
chart-gain-adds = { $design } gives { $gain } against { $base } on average ({ $interval }), single futures { $single }
chart-gain-two = Two designs beat { $base }: { $one } and { $two }
chart-gain-many = { $which ->
    [all] All { $all } designs
   *[some] { $better } of { $all } designs
 } beat { $base }; { $leading } leads on average
chart-gain-and-ahead = { $design } { $gain } (ahead in { $ahead })
chart-flag-farmed = { $share } of points farmed
chart-flag-unpaid = { $promises } promises unpaid
chart-flag-overloaded = { $people } overloaded

# What each chart shows
chart-adoption-fan = The mean of the headline metric over time, with its 80 % and 50 % bands: how big, by when, how sure.
chart-difference-fan = Each design minus the baseline, run by run, over the half year up to each date: zero line, mean, doubt about the mean, range of single runs.
chart-scorecard = One row per design: level, mean gain with its interval, runs in which it leads, cost, what is left after funding stops.
chart-regret-table = What each design loses in each world against the best one there, its largest loss, and which design has the least regret.
chart-growth-accounting = New and returned people above zero, lapsed and left below, and the quick ratio between them.
chart-who-is-inside = Small multiples, one per audience: organisations of each group inside, and members of each segment.
chart-ladder-flow = Each ladder as a staircase: who enters, rises, steps down and leaves, and how long they stay.
chart-path-flow = Each path of organisations as a staircase: how many come onto each tier, rise, step down and leave.
chart-needs-and-hook = How people are doing: satisfaction by need, anticipation, tolerance and habit, sources of triggers, overload.
chart-momentum-and-self-drive = Whether the community runs by itself: growth, paid share, belief, open places, trust and potentials over time, and what is left after funding stops.
chart-concentration = How few people do most of the work, whether points follow value and whether tiers go to those who do most, over time.
chart-money-and-points = What was paid, what is left in the pools, what could not be paid, and the points that people hold, over time.
chart-front = Growth against cost against overload among the best designs of a search: named designs, knee, whiskers.
chart-convergence = How much the front of each generation dominates, against the number of designs tried.
chart-waterfall = What each rule of a design earns, from the baseline to the design, and what the rules gain together.
chart-tornado = How far each assumption moves the gain of a design, from its low to its high value.
chart-map = The level over the values of two levers: the best places, the infeasible ones, and the contour of the target.
chart-flips = Under which conditions the verdict flips, and how many of the cases they cover.
chart-sobol = How much of the uncertainty comes from each assumption, alone and with others.
chart-morris = How far each assumption moves the outcome over random walks, and in which direction.
chart-that-fails = chart { $name }

# The paper

chart-facts = seed { $seed } · { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} × { $people } people

chart-facts-of-points = seed { $seed } · { $points ->
    [one] { $points } point
   *[other] { $points } points
} × { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} × { $people } people

chart-facts-of-search = seed { $seed } · { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} · { $people } people

chart-origin = Zaoshi { $version } · scenario { $scenario }
chart-fault-leaves = { $text } does not fit on the page
chart-fault-meets = { $text } overlaps { $other }
chart-fault-cut = { $text } is cut
chart-fault = picture { $name }: { $says }
chart-letters-more = { $letters } and { $count } more
chart-letters-without-font = pictures show □ in { $texts }: no font of this system draws { $letters }. Install a font for them, or name its file with --font
font-not-a-font = { $path } is not a font: give a TTF, OTF or TTC file
chart-a-series = a series
chart-no-size = it has no size
chart-as-png = a chart as PNG

# Adoption
chart-coincides-with = coincides with { $design }
chart-ahead = ahead in { $ahead }
chart-adoption-one-run = one run: no range
chart-adoption-two-outcomes = { $range }: two outcomes, the upper in { $upper } of { $runs } runs
chart-adoption-fan-of-one = { $metric }: one run of each design
chart-adoption-fan-of-runs = { $metric }: mean of all runs; 8 in 10 runs fall in the pale band, 5 in 10 in the darker
chart-adoption-with-staff = ; lines with paid staff, gains without
chart-adoption-observed = ; dots: observed{ $source }{ $months ->
    [scaled] , scaled to months of 30.4 days
    [calendar] , in calendar months
   *[states] {""}
}
chart-adoption-source = {" "}({ $source })

# Who is inside
chart-inside-without-room = ; not shown: { $names }
chart-inside-more = ; { $count } more not shown
chart-inside-subtitle = Organisations inside and members, { $means }; each panel has its own scale

chart-inside-change = { $audience } { $way ->
    [grow] grow
   *[shrink] shrink
} most, from { $from } to { $to }

chart-inside-alone = Under { $base }, { $change }
chart-inside-no-design-moves = No design moves any audience; under every design, { $change }
chart-inside-moves-nobody = { $design } moves no audience; under { $base }, { $change }

chart-inside-ends = { $design } ends with { $ours } { $audience } inside against { $theirs }{ $sure ->
    [yes] {""}
   *[no] ; runs vary too much to be sure
}

# Concentration
chart-concentration-half = People who do half of the work
chart-concentration-core = Work done by the fifteen most active
chart-concentration-gini = Gini coefficient of contributions
chart-concentration-points = Points against true value
chart-concentration-gap = Value that the top tenth by points lacks
chart-concentration-fairness = Fairness of { $tier }
chart-concentration-subtitle = Contributions of twelve months; over time: { $means }

chart-concentration-under = Under { $design }, { $one ->
    [yes] one contributor does
   *[no] { $ours } contributors do
} half of the work at the end, and { $theirs } under { $base }

chart-concentration-one = One contributor does half of the work at the end
chart-concentration-many = { $people } contributors do half of the work at the end

# Convergence
chart-convergence-subtitle = Hypervolume: share of the space between the best and the worst of all fronts that a generation’s front dominates, by number of designs
chart-convergence-designs-tried = designs tried

chart-convergence-generations = after { $count ->
    [one] { $count } generation
   *[other] { $count } generations
}

chart-convergence-designs = and { $count ->
    [one] { $count } design
   *[other] { $count } designs
}

# Differences

chart-difference-subtitle = { $metric }, difference from { $base } in paired runs{ $kind ->
    [total] {""}
    [run] , mean of the run up to each date
    [year] , of the year up to each date
   *[half-year] , mean of the half year up to each date
}: mean, its 80 % interval (dark), and 8 in 10 single futures (pale)

chart-difference-last = { $difference } { $kind ->
    [total] at the end
    [run] over the whole run
    [year] in the last year
   *[half-year] in the last half year
}{ $runs ->
    [one] {""}
   *[many] {" "}({ $range })
}
chart-difference-single = single futures { $range }

chart-difference-one-run = one run: no chance can be given

# Fronts
chart-front-alike = { $letters } (alike){"  "}{ $names }
chart-front-single = { $letter }{"  "}{ $names }
chart-front-levers = { $count ->
    [one] 1 lever differs
   *[other] { $count } levers differ
 }
chart-front-levers-more = { $levers } and { $count } more
chart-front-no-value = no { $goal }
chart-front-without-letter = ; { $count ->
        [one] one design has
       *[other] { $count } designs have
    } no letter (front.csv lists all)
chart-front-size = ; the larger a dot, the more { $goal }

chart-front-subtitle = { $up } against { $across }{ $over ->
    [p25] , reached in 3 of 4 worlds
    [p10] , reached in 9 of 10 worlds
    [worst] , in the worst world
   *[mean] {""}
}: designs that no other beats on every goal, each with the 80 % interval of { $runs ->
    [one] { $runs } new run
   *[other] { $runs } new runs
}

chart-front-growth = growth of { $headline }
chart-front-money = { $goal } in { $horizon }
chart-front-grey-some = grey: { $visible } of { $all } tried, as estimated by the search
chart-front-grey-all = grey: { $all } tried, as estimated by the search
chart-front-budget = budget

# Growth

chart-growth-subtitle = { $whom ->
    [contributors] Contributors
   *[people] People
} who came and went in each period, mean of { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}; { $paper ->
    [narrow] above zero new (dark) and returned (pale), below lapsed (pale) and left for good (dark)
   *[wide] quick ratio: gained for each one lost
}

chart-growth-alike = { $design } and { $base } both gained { $ours } { $whom ->
    [contributors] contributors
   *[people] people
} for each one they lost in the last year

chart-growth-two = On average { $design } gained { $ours } { $whom ->
    [contributors] contributors
   *[people] people
} for each one it lost in the last year, { $base } { $theirs }

chart-growth-alone = On average { $base } gained { $theirs } { $whom ->
    [contributors] contributors
   *[people] people
} for each one it lost in the last year

chart-growth-nobody = No { $whom ->
    [contributors] contributors
   *[people] people
} came or went in the last year

chart-growth-quick-ratio = quick ratio
chart-growth-people-a-week = people a week
chart-growth-people-a-month = people a month
chart-growth-people-a-period = people a period
chart-growth-new = New
chart-growth-returned = Returned
chart-growth-lapsed = Lapsed
chart-growth-left = Left for good

# Maps of two levers

chart-map-subtitle = { $metric } under { $design }: mean over { $runs ->
    [one] { $runs } paired run
   *[other] { $runs } paired runs
} at each place

chart-map-contour = { $level }: { $kind ->
    [target] target
   *[scenario] level at the scenario's own values
}

chart-map-scenario = the scenario's values
chart-map-like-best = these runs cannot tell it from the best
chart-map-flat = one colour: no two places differ by more than chance
chart-map-reaching = { $reached } of { $feasible } places reach it
chart-map-nothing-feasible = No pair of { $first } and { $second } is feasible
chart-map-level-and-gain = { $level } ({ $gain } over the baseline)
chart-map-anywhere = at any values
chart-map-at = at { $lever } { $value }
chart-map-at-both = at { $first } { $value } and { $second } { $other }
chart-map-none-reaches = No combination reaches { $target }: the highest level is { $level } { $place }
chart-map-some-reach = { $reached } of { $feasible } combinations reach { $target }; the highest level is { $level } { $place }
chart-map-neither-moves = Neither { $first } nor { $second } moves { $design } by more than chance: { $range }
chart-map-idle = ; { $lever } makes no difference beyond chance
chart-map-best = { $design } does best { $place }: { $level }
chart-map-or = {" "}or{" "}

# Flips

chart-flips-cases = { $metric }: { $cases } of { $each ->
    [point] { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
   *[world] { $points ->
        [one] { $points } world
       *[other] { $points } worlds
    }
} are cases

chart-flips-levers = ; levers were varied too, but are not conditions
chart-flips-scattered = { $cases } (above each line); the others lie below it

chart-flips-subtitle = { $cases }; coverage: share of cases that meet the conditions; density: share of cases among the { $each ->
    [point] points
   *[world] worlds
} that do

chart-flips-first-box = It flips where all of these hold
chart-flips-next-box = Among the rest, it also flips where
chart-flips-coverage = coverage { $share }
chart-flips-density = density { $share }
chart-flips-guess = { $factor } (guess)
chart-flips-scenario = scenario { $value }
chart-flips-tree-agrees = A decision tree splits there too
chart-flips-tree-differs = A decision tree would split elsewhere
chart-flips-tree = A decision tree of the same points

chart-flips-leaf = { $share } of { $each ->
    [point] { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
   *[world] { $points ->
        [one] { $points } world
       *[other] { $points } worlds
    }
}

# Ladders and paths
chart-ladder-same-elsewhere = ; the same number entered under every other design
chart-ladder-elsewhere = ; entered under other designs: { $designs }
chart-ladder-elsewhere-more = ; entered under other designs: { $design }, and { $more } more designs

chart-ladder-subtitle = { $kind ->
    [path] Organisations
   *[ladder] People
} from { $from } to { $to }, mean of { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}; stay: mean time in the tier; percentages: of all who held it

chart-ladder-one-tier = Under { $design }, { $entered } { $kind ->
    [path] organisations
   *[ladder] people
} reached { $tier }; { $left } left again

chart-ladder-tiers = Under { $design }, { $entered } { $kind ->
    [path] organisations
   *[ladder] people
} reached { $first } and { $risen } reached { $top }; { $left } left the { $kind ->
    [path] path
   *[ladder] ladder
}

chart-stairs-heading = { $name } { $kind ->
    [path] path
   *[ladder] ladder
}, under { $design }, since { $since }

chart-stairs-no-tier = On no tier
chart-stairs-organisations = { $count } organisations
chart-stairs-open-community = Open community
chart-stairs-in-reach = { $count } in reach
chart-stairs-holders = { $before } → { $after } holders
chart-stairs-seats = { $seats } seats
chart-stairs-stay = stay { $time }
chart-stairs-rise = rise
chart-stairs-rise-share = rise ({ $share })
chart-stairs-enter = enter
chart-stairs-step-down = { $count } step down
chart-stairs-leave = { $count } leave
chart-stairs-leave-share = { $count } leave ({ $share })
chart-stairs-years = { $years } years
chart-stairs-days = { $days } days

# Triggers and panels
chart-triggers = What triggers deeds
chart-trigger-paid = Paid
chart-trigger-organic = Organic
chart-trigger-social = Social
chart-trigger-internal = Own habit
chart-mean-of-runs = mean of all runs
chart-only-run = the only run

# Momentum and money
chart-over-time = Over time: { $means }
chart-momentum-growth = Momentum: growth over half a year
chart-momentum-paid = Deeds triggered by paid attention
chart-momentum-belief = Belief in promises
chart-momentum-belief-in = Belief in { $whom }
chart-momentum-vacuum = Vacuum: open seats × worth × belief
chart-momentum-hope = Hope: seats that come free in a year
chart-momentum-trust = Trust of { $whom }
chart-momentum-potential = Potential of { $whom }
chart-momentum-habit = Deeds triggered by habit
chart-momentum-social = Deeds triggered by others
chart-momentum-after-funding = ; after funding stops: lines show all runs together, bars show the mean and 8 in 10 runs of the last quarter
chart-momentum-still-active = Still active after funding stops
chart-momentum-of-twin = of the same run with funding
chart-momentum-months = { $months } months
chart-momentum-keeps-two = Without funding { $best } keeps { $most } of its activity late in the first year, { $worst } { $least }
chart-momentum-keep-alike = Late in the year after funding stops designs keep { $range } of their activity, too close to tell apart
chart-momentum-keeps = Late in the year after funding stops { $design } keeps { $range } of its activity
chart-momentum-and-gain = { $share } (of the gain { $range })
chart-momentum-under = { $value } under { $design }
chart-momentum-ends-two = { $metric }: { $leader } at the end, { $base }
chart-momentum-ends = { $metric }: { $base } at the end

chart-momentum-fastest = { $design } grows fastest, by { $most } in the half year to { $month }, { $then ->
    [shrinks] and shrinks at the end
    [still] and stands still at the end
   *[grows] and by { $last } at the end
}

chart-momentum-none = No design has momentum: activity stands still
chart-money-paid = Paid so far
chart-money-left-in = Left in { $pool }
chart-money-unpaid = Payments that an empty pool could not make
chart-money-points-held = Points that people hold
chart-money-points-farmed = Points farmed so far
chart-money-capital = Money from investors so far
chart-money-billion = billion
chart-money-million = million
chart-money-thousand = thousand
chart-money-nothing = Nothing is paid
chart-money-costs = { $design } pays out { $cost } in all
chart-money-costs-at-most = { $design } pays out { $cost } in all, at most { $bound } in nine of ten runs
chart-money-costs-nothing = { $design } costs no money

# Needs
chart-needs-safety = Safety
chart-needs-belonging = Belonging
chart-needs-esteem = Esteem
chart-needs-cognition = Cognition
chart-needs-actualisation = Actualisation
chart-needs-transcendence = Transcendence
chart-needs-anticipation = Anticipation
chart-needs-tolerance = Tolerance
chart-needs-habit = Habit
chart-needs-burnout = Burnout exits
chart-needs-motivation = Own motivation
chart-needs-met = Needs that are met
chart-needs-routine = Reward and routine
chart-needs-strain = Strain and drive
chart-needs-subtitle = Mean of all runs over { $span ->
    [run] the whole run
    [year] the last year
   *[other] the last half year
}; figures in the order of the designs below
chart-needs-alone = How people are doing under { $base }
chart-needs-one-run = How people are doing: one run says nothing about chance
chart-needs-no-change = { $design } brings no sure change in how people are doing
chart-needs-points = { $amount } percentage points

chart-needs-change = Under { $design }, { $metric } { $way ->
    [rises] rises
   *[falls] falls
} by { $amount }

chart-needs-changes = Under { $design }, { $first } { $way ->
    [rises] rises
   *[falls] falls
} by { $amount } and { $second }{ $again ->
    [rises] {" "}rises
    [falls] {" "}falls
   *[same] {""}
} by { $other }

# Regret

chart-regret-subtitle = { $metric }: loss in each world against the best design there, mean of { $runs ->
    [one] { $runs } paired run
   *[other] { $runs } paired runs
}. { $rest }

chart-regret-largest = Largest
chart-regret-worlds-reach = Worlds that reach { $target }
chart-regret-least = least regret
chart-regret-best = best

# The scorecard
chart-score-level = Level
chart-score-gain = Mean gain
chart-score-ahead = Leads in
chart-score-cost = Money in { $horizon }
chart-score-cost-per-extra = Cost per extra { $unit }
chart-score-coast = Active late in the year after funding stops; gain kept
chart-score-subtitle-one-run = { $metric }; one run of each design gives no interval

chart-score-subtitle = { $metric }, mean of { $runs ->
    [one] { $runs } paired run
   *[other] { $runs } paired runs
}; ranges of levels cover 8 in 10 runs, ranges of gains are the 80{"\u00A0"}% interval of the mean

chart-score-on-the-page = ; only on the page: { $names }
chart-score-watch-out = Watch out
chart-score-coincides = coincides
chart-score-baseline = baseline
chart-score-hours = { $hours } h
chart-score-may-be-zero = the gain over the whole run may be zero
chart-score-gain-kept = gain: { $range }
chart-score-gain-unknown = gain: { $share }

# Tornado and sensitivity
chart-standing-guess = guess
chart-standing-known = sourced or calibrated
chart-standing-lever = lever
chart-sensitivity-luck = could be luck
chart-tornado-gain = gain of { $design } as a share of the baseline
chart-tornado-change = change against the scenario as written

chart-tornado-subtitle = { $metric }: { $what }, paired runs; { $how ->
    [one-at-a-time] one assumption at a time
   *[at-random] lowest and highest fifth of each, the rest at random
}

chart-tornado-gaps = ; no value: { $gaps }
chart-tornado-pale = ; very pale bars could be chance
chart-tornado-as-scenario = as the scenario says: { $value }
chart-tornado-on-average = on average: { $value }
chart-tornado-high = { $standing }, high value
chart-tornado-low = low value
chart-tornado-baseline = the baseline

chart-tornado-nothing = No { $sort ->
    [lever] lever
   *[assumption] assumption
} moves { $what } by clearly more than chance does

chart-tornado-one = { $name } matters most: it moves the { $kind ->
    [gain] gain
   *[level] level
} of { $what } from { $from } to { $to }

chart-tornado-two = { $name } and { $second } matter most: each moves the { $kind ->
    [gain] gain
   *[level] level
} of { $what }, the first from { $from } to { $to }

chart-tornado-more = { $name } and { $others } others matter about equally: the first moves the { $kind ->
    [gain] gain
   *[level] level
} of { $what } from { $from } to { $to }

chart-tornado-none-turns = { $lead }; no { $sort ->
    [lever] lever
   *[assumption] assumption
} alone flips the verdict

chart-tornado-one-turns = { $lead }; one { $sort ->
    [lever] lever
   *[assumption] assumption
} alone flips the verdict

chart-tornado-some-turn = { $lead }; { $count } { $sort ->
    [lever] levers
   *[assumption] assumptions
} flip the verdict alone

# The waterfall
chart-waterfall-alone = alone { $change }
chart-waterfall-together = Together, beyond each alone
chart-waterfall-shared-out = included in the bars
chart-waterfall-cut = ; the axis does not begin at zero
chart-waterfall-subtitle = { $metric }, mean over paired runs: what each rule adds, averaged over all orders of the rules; whiskers: 80{"\u00A0"}% interval of the mean

chart-waterfall-nothing = No rule of { $design } has a share distinguishable from zero in { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}

chart-waterfall-one-rule = { $design } gains { $gain }, all from { $rule }
chart-waterfall-two-rules = { $rule } and { $other } move most under { $design }, { $share } and { $next } of { $total } in all: which moves more is unclear
chart-waterfall-earns = { $rule } earns { $part } of what { $design } gains: { $share } of { $total }
chart-waterfall-moves-most = { $rule } moves most under { $design }: { $share } of { $total } in all

cli-compare-presets = Swap several published programmes into one community, one design each, and compare them
    .scenario = A file, or the name of a scenario that comes with the program; its own designs are left out
    .presets = Names of programmes, as `zaoshi list presets` shows them; NAME@VERSION for earlier rules
    .from = The day on which the programmes begin; if absent, the first day of the scenario's own designs, or that of the run
    .with = Change a value in one further design, as in `zaoshi run`
    .set = Change a value of the scenario, for all designs; may be given several times
    .replicates = Paired runs of each design, instead of the scenario's number
    .until = Run beyond --replicates until the mean gain of every design is known to this percentage of the baseline, such as 4%
    .seed = Seed of the experiment, instead of the scenario's
    .out = Folder for results
    .threads = Threads; all cores if absent. The results do not depend on it
    .screen = Screen the assumptions that the baseline depends on, in further runs over a part of the horizon; auto: only if that takes no longer than the designs
    .font = The font file for letters in pictures that the program's own fonts lack; it is tried before the fonts of the system
    .json = Print the summary as JSON instead of the verdict

cli-compare-presets-examples =
    Examples:
      zaoshi compare-presets open-source-database kubernetes opentelemetry openeuler
      zaoshi compare-presets mine.toml hacktoberfest@2019 hacktoberfest --from 2026-10-01

cli-check = Report every mistake of a scenario at once, with line, column and the nearest valid name
    .scenario = A file, or the name of a scenario that comes with the program

cli-check-examples =
    Examples:
      zaoshi check mine.toml
      zaoshi check open-source-database

cli-evidence = Ask published experiments on incentives of the model: what was found, and what it says
    .id = A row, a group (V, K, F, M, S, L, H, R, A, P), a study or a scenario of the bench; all rows if absent
    .from = The folder of another bench: its rows.csv and its scenarios
    .threads = Threads; all cores if absent. The results do not depend on it
    .out = Folder for evidence.csv and the chart; nothing is written if absent
    .json = Print JSON instead of a table

cli-evidence-examples =
    Examples:
      zaoshi evidence                  all rows
      zaoshi evidence V                chance against fixed rewards
      zaoshi evidence S01 --json       one row, with its source

evidence-table = the table of the bench
evidence-table-wrong = rows.csv of the bench: { $fault }
evidence-no-scenario = the bench has no scenario { $name }
evidence-lacks = rows.csv of the bench: row { $row } names { $what }, but the scenario { $scenario } has no such metric or design
evidence-unknown = no row, group, study or scenario of the bench is called { $name }; `zaoshi evidence` shows them all
evidence-heads = row | study | published | ours | outcome
evidence-published = { $effect } [{ $low } to { $high }]
evidence-bench = published experiments
evidence-facts = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
evidence-title = The model lies inside what experiments found in { $inside } of { $all } rows
evidence-subtitle = Grey: the published band of each row, drawn at one width. Dot: the model, full inside and hollow outside; arrow: further away than the band is wide.
evidence-no-number = no number
evidence-group-name = { $group ->
    [V] Chance against fixed
    [K] Kind of reward
    [F] Friction
    [M] Money
    [S] Status and seats
    [L] Ladders and badges
    [H] After the stop
    [R] Referral, adoption
    [A] Advertising
    [P] Occasions, mentors
   *[other] Others
}
evidence-inside = inside
evidence-outside = outside
evidence-order-kept = order kept
evidence-order-broken = order broken
evidence-left-out = left out: { $why }
evidence-group = { $group } { $inside } of { $all }
evidence-summed = Of { $all } rows, { $asked } can be asked of a community and { $posed } are posed; { $inside } are inside their band or in order: { $groups }.

cli-list = Show what a scenario may name: knobs, units, ranges, defaults, and where the defaults come from
    .shelf = A shelf, or one row of it as SHELF.NAME; if absent, all shelves
    .scenario = With metrics: a file, or the name of a scenario, whose metrics are listed one by one
    .json = Print JSON instead of tables
    .markdown = Print the knobs as one Markdown table

cli-list-examples =
    Examples:
      zaoshi list                      the shelves
      zaoshi list mechanisms           what happens to people
      zaoshi list ladder               one table of a scenario, and those inside it
      zaoshi list mechanism.habit      one row of a shelf
      zaoshi list preset.kubernetes    published rules: what is modelled of them, what is not
      zaoshi list metrics mine.toml    every metric of a scenario: what `headline` and `when` may name
      zaoshi list assumptions          every default that is sourced, calibrated or a guess
      zaoshi list incentives --json    for programs

cli-new = Write a commented scenario to start from. Never overwrites
    .name = The new scenario's name, in kebab-case
    .from = The scenario to start from: a file, or the name of one that comes with the program
    .presets = Published rules that replace those of the same name in the new scenario; may be given several times
    .out = The file to write; NAME.toml if absent

cli-new-examples =
    Examples:
      zaoshi new mine --from open-source-database
      zaoshi new mine --from open-source-database --preset kubernetes
      zaoshi new mine --from theirs.toml --out scenarios/mine.toml

cli-schema = Print the JSON Schema of scenario files, for editors

cli-schema-examples =
    Examples:
      zaoshi schema > zaoshi.schema.json
      (then open a scenario with the line `#:schema zaoshi.schema.json`)

cli-explain = Say which rules earned a design's gain, which assumptions it depends on, and where it flips
    .scenario = A file, the name of a scenario that comes with the program, or the folder of a sweep [default: open-source-database]
    .design = The design to explain; the first if absent
    .case = With --flips: what counts as a flip
    .target = What the headline must reach, with --map and with --flips --case target
    .points = Points of a sample, or rows and walks of a sensitivity analysis, instead of 256, 128 and 20
    .replicates = Paired runs at each point, instead of the scenario's number (rules) or 4
    .set = Change a value of the scenario, for all designs; may be given several times
    .with = Add one further design, as `zaoshi run --with` does, and explain it unless --design names another
    .out = Folder for results
    .threads = Threads; all cores if absent. The results do not depend on it
    .plan = Store the plan and print its size, but run nothing
    .font = The font file for letters in pictures that the program's own fonts lack; it is tried before the fonts of the system
    .json = Print JSON instead of a table
    .rules = Which group of rules earned how much (Shapley shares over every combination of rules); the default
    .assumptions = How far the gain moves between the low and the high value of each uncertainty, or of each assumption if no uncertainty is declared
    .sensitivity = Which share of the variance of the gain each uncertainty carries (sobol), or how far it moves the gain from many starting points (morris)
    .flips = Where the verdict flips: conditions in words, with coverage and density
    .map = The level of the design over two levers: names of levers of the scenario, or PATH=LOW..HIGH
    .case-behind = The design does not beat the baseline
    .case-best = The design that is best in a world is not the design that is best over all worlds
    .case-target = The design does not reach --target
    .sensitivity-sobol = First-order and total indices with intervals, for up to 24 uncertainties
    .sensitivity-morris = Elementary effects along walks, for many uncertainties

cli-explain-examples =
    Examples:
      zaoshi explain                                       which rules earned the first design's gain: a waterfall
      zaoshi explain points-or-titles --design both
      zaoshi explain mine.toml --assumptions               which assumption matters: a tornado
      zaoshi explain mine.toml --sensitivity sobol         which share of the uncertainty each assumption carries; morris for many
      zaoshi explain mine.toml --flips                     where the design no longer gains, in words
      zaoshi explain mine.toml --flips --case target --target 40
      zaoshi explain mine.toml --map price,points          two levers of the scenario; or PATH=LOW..HIGH
      zaoshi explain output/mine/1f0c… --flips             from the points of a stored sweep

    Each part runs as a sweep into <out>/<scenario>/<sweep>: Ctrl-C keeps what is done, and the same command resumes it. Table, numbers
    and chart are in its folder explain/.

cli-report = Draw charts and page again from a stored run, without simulating
    .run = The folder of a stored run
    .out = Folder for charts and page, instead of the run's own
    .font = The font file for letters in pictures that the program's own fonts lack; it is tried before the fonts of the system

cli-report-examples =
    Examples:
      zaoshi report output/open-source-database/1c08…           what it found; charts that were removed are drawn again
      zaoshi report output/open-source-database/1c08… --out slides

cli-export = Write the series of a stored run as a table: a row for each run and date, a column for each metric
    .run = The folder of a stored run, or of a sweep that keeps series
    .metric = A metric, as `zaoshi list metrics` names it; may be given several times; all if absent
    .design = A design, by its name in the scenario; may be given several times; all if absent
    .out = File to write: CSV, or Parquet if it ends in .parquet; standard output if absent
    .force = Replace a file that exists with other contents

cli-export-examples =
    Examples:
      zaoshi export output/open-source-database/1c08… --metric active-contributors --out active.csv
      zaoshi export output/open-source-database/1c08… --design ladder --out ladder.parquet

cli-sweep = Run every point of a plan of levers and uncertainties; what is done is kept, and the same command resumes the sweep
    .scenario = A file, the name of a scenario that comes with the program, or the folder of a sweep
    .set = Change a value of the scenario, for all designs; may be given several times
    .with = Add one further design, as `zaoshi run --with` does
    .out = Folder for results, or s3://bucket/folder
    .threads = Threads; all cores if absent. The results do not depend on it
    .shard_runs = Runs per shard; by default, as many runs as fit into a few seconds
    .target = What the headline must reach at a point for a design to be good enough there, instead of the scenario's `target`
    .plan = Store the plan and print its size, but run nothing
    .status = Print the progress, and run nothing
    .verify = Read every finished part and report what is wrong with it
    .merge = Write all runs that are done into one CSV
    .merge_series = Write the series of these runs into one CSV, a row for each run and recorded date; needs --set plan.series=true
    .force = With --merge and --merge-series: replace an existing file
    .on = Hand the missing shards to a cluster instead of this machine's threads
    .dry_run = Print what would be submitted, and submit nothing
    .per_task = Shards per task; by default, the fewest that give at most a thousand tasks
    .cpus = Cores per task
    .at_once = Largest number of tasks at one time
    .program = Path of zaoshi on the machines of the cluster; if absent, its path on this machine
    .address = Ray: the cluster's address, instead of RAY_ADDRESS or the one that runs on this machine
    .image = Kubernetes: the image that holds zaoshi
    .claim = Kubernetes: the volume claim; it is mounted at the path that the results have on this machine
    .secret = Kubernetes: the secret whose entries become variables of the worker, such as the keys of a bucket
    .more = Slurm, HyperQueue: arguments after -- are passed unchanged to sbatch or hq submit
    .on-ray = A running Ray cluster: waits, shows progress, and ends with the table
    .on-slurm = A Slurm array job: submits and ends
    .on-hq = A HyperQueue task array: submits and ends
    .on-k8s = An Indexed Job of Kubernetes, printed with --dry-run for `kubectl create -f -`

cli-sweep-examples =
    Examples:
      zaoshi sweep mine.toml --plan            prints the number of runs and the time; runs nothing
      zaoshi sweep mine.toml                   run what is missing; Ctrl-C keeps what is done
      zaoshi sweep mine.toml --set plan.points=1024 --set plan.sampling=sobol
      zaoshi sweep mine.toml --status
      zaoshi sweep mine.toml --merge all.csv   one row a run
      zaoshi sweep mine.toml --out s3://bucket/folder   for many machines; needs the feature s3
      zaoshi sweep mine.toml --on ray          on a Ray cluster; also slurm, hq and k8s

    The folder is <out>/<scenario>/<sweep>, with Parquet parts that pandas, polars and duckdb read.

cli-search = Search for the best designs under a budget; print the front, its knee, and whether the search has converged
    .scenario = A file, the name of a scenario that comes with the program, or the folder of a search
    .budget = Money that a design may pay until the horizon, instead of the scenario's `search.budget`
    .set = Change a value of the scenario, for all designs; may be given several times
    .out = Folder for results
    .threads = Threads; all cores if absent. The results do not depend on it
    .write_scenarios = Write each design of the front as a scenario into this folder. Never overwrites
    .plan = Print the size of the search, and run nothing
    .font = The font file for letters in pictures that the program's own fonts lack; it is tried before the fonts of the system
    .json = Print the front as JSON instead of the table

cli-search-examples =
    Examples:
      zaoshi search best-programme                         growth against money against overload
      zaoshi search best-programme --budget 200000         no design may pay more
      zaoshi search mine.toml --plan                       prints the number of runs and the time; runs nothing
      zaoshi search mine.toml --set search.generations=30 --set search.robust=p10
      zaoshi search mine.toml --write-scenarios designs    each design of the front as a scenario that runs

    A search chooses values for the [lever.*] of the scenario, over draws of its [uncertainty.*]; `zaoshi list search` shows the rest.
    The folder is <out>/<scenario>/search-<id>; Ctrl-C keeps what is done. To resume, give the same command, or the folder.

cli-worker = Run some shards of a stored sweep, as a task on a cluster does
    .folder = The folder of a stored sweep, or its s3:// address
    .shards = The shards to run, such as 0-99,205; finished shards are skipped
    .from_env = Run only this task's part of the shards (of all shards, without --shards). The named variable holds the task number; if none is named, HQ_TASK_ID, SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX holds it
    .per_task = With --from-env: shards of one task
    .threads = Threads; all cores if absent

cli-worker-examples =
    Examples:
      zaoshi worker output/mine/1f0c… --shards 0-99,205
      zaoshi worker output/mine/1f0c… --from-env --per-task 10     inside an array job

    Exit codes: 0 done or already there; 42 will fail on every machine; 75 may succeed if it is tried again.

cli-facts = Compare the results of a scenario with published ranges
    .scenario = A file, or the name of a scenario that comes with the program [default: open-source-database]

cli-facts-examples =
    Examples:
      zaoshi facts
      zaoshi facts mine.toml

cli-completions = Print completions for a shell
    .shell = Which shell

cli-completions-examples =
    Examples:
      zaoshi completions bash > ~/.local/share/bash-completion/completions/zaoshi

cli-man = Print the manual page

cli-man-examples =
    Examples:
      zaoshi man > zaoshi.1

## Report

# The verdict in the terminal.
report-took = Took { $whole }: designs { $designs }, charts and files { $rest }
report-took-screened = Took { $whole }: designs { $designs }, screening { $screening }, charts and files { $rest }
report-odd = Note: { $says }
report-odd-more = { $more ->
    [one] The page has 1 more note.
   *[other] The page has { $more } more notes.
}
report-head-odd = Is that meant?
report-watch-out = Watch out:
report-terminal-size = { $title } · { $people } people · { $horizon } by { $tick } · { $runs }

report-design-by-runs = 1 design × { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}

report-designs-by-paired-runs = { $designs ->
    [one] { $designs } design
   *[other] { $designs } designs
} × { $runs ->
    [one] { $runs } paired run
   *[other] { $runs } paired runs
}

check-sweep = a sweep of it has { $points ->
    [one] { $points } point
   *[other] { $points } points
} and { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}

check-worlds = its designs are also valid in { $worlds ->
    [one] { $worlds } world
   *[other] { $worlds } worlds
}

check-no-search = a search of it is not possible: { $why }
check-search = a search of it has about { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}

check-size = a run of it takes { $size }
check-note = note: { $says }
check-long-tick = note: a tick of a month or a year biases diffusion by several percent; a week does not
list-metric = { $title }, in { $unit }
list-metric-undefined = ; no value where { $when }
schema-what = the schema

## Store


# What is wrong with a folder: a sentence that goes on from its path.
store-name-no-folder = the scenario's name { $name } is not a valid folder name
store-no-folder = is not a folder: give the folder of a run, such as output/<scenario>/<run>
store-no-run = holds no manifest.json, so it is not a run
store-move-away = holds no manifest.json, so it is not a run: move it away and run again
store-sweep-not-drawn = { $folder } is a sweep, but this command draws runs: `zaoshi sweep { $folder }` prints its table, and `zaoshi explain { $folder }` explains it
store-run-changed = was changed after the run was stored
store-run-file-removed = was removed after the run was stored
store-other-bytes = the same scenario and seed now give bytes that differ from the stored run's
store-other-manifest = the same scenario and seed now give a manifest that differs from the stored run's
store-other-bytes-now = holds bytes that differ from what the same input gives now
store-nothing-overwritten = { $fault }; nothing was overwritten
store-manifest-of-search = is the manifest of a search: `zaoshi search FOLDER` resumes and reports the search
store-manifest-damaged = is damaged: it does not say by which version it was stored. Remedy: run the scenario again with another `--out`
store-out-control = { $path } holds a control character, which the name of a folder or a file here cannot have
store-out-address = { $path } is an address, not a folder: write a path of this machine. Only sweeps go into buckets
store-out-inside = { $path } lies inside the stored folder { $folder }, where only what stored it may write: choose another place
store-other-version = was stored by version { $version } (layout { $layout }), but this is version { $own } (layout { $own_layout }): use that version, or choose another folder with --out
store-no-manifest = is not a manifest of a run or a sweep ({ $fault })
store-no-sweep-and-no-run = is not there, so this is neither a sweep nor a run
store-run-lacks-file = is not there: run the scenario again with another --out
store-sweep-lacks-file = is not there: run the same `zaoshi sweep SCENARIO` again to write it
store-run-changed-again = was changed after the run was stored: run the scenario again with another --out
store-sweep-changed = was changed after it was stored: delete it, and run the same `zaoshi sweep SCENARIO` again to write it
store-damage-missing = is not there
store-damage-torn = is incomplete or was changed
store-damage-columns = holds columns that differ from those in the manifest
store-damage-runs = does not contain each of its runs exactly once
store-run-torn = { $damage }: run the scenario again with another --out
store-part-torn = { $damage }: delete it, and `zaoshi sweep { $folder }` runs the shard again
store-parts-torn = { $damage }: delete it and { $other }, and `zaoshi sweep { $folder }` runs the shard again
store-cannot-be-made = cannot be made: { $fault }
store-no-column = has no column { $name }
store-not-as-written = its content differs from what was written
store-column-type = column { $column } is of type { $kind }

# What cannot be done with a folder or a file.
store-table = the table
store-at-the-end = { $title }, at the end
store-faults = { $faults }; nothing was drawn. Remedy: { $remedy }
store-fault-changed = { $file } was changed after the run was stored
store-fault-missing = { $file } was removed after the run was stored
store-faults-more = { $count } more
store-remedy-drawn = delete it, and `zaoshi report { $folder }` draws it again
store-remedy-again = `zaoshi run { $folder }/scenario.toml --out again` makes the whole run again
store-remedy-lost = run the scenario again with another --out
store-export-nearest = did you mean `{ $name }`?
store-export-unknown = { $folder } keeps no series of a { $kind } `{ $name }`: { $near }
store-keeps-no-series = { $folder } contains no series: sweep it with `--set plan.series=true`

store-points-ran = { $points } of { $of ->
    [one] { $of } point
   *[other] { $of } points
} ran; { $cannot } cannot be run: { $why }

store-nothing-to-tell = there is nothing to report for { $folder }: { $why }
store-no-point-yet = no point of { $folder } has been run yet: `zaoshi sweep { $folder }` runs them
store-names-no-file = { $path } does not name a file
store-make-it-first = { $folder } is not a folder, so { $path } cannot be written: create it first
store-is-no-file = { $path } exists and is not a file: choose another path
store-not-overwritten = { $path } holds something else and is not overwritten: choose another path, or add --force
store-no-buckets = { $address } is a bucket, but this program was built without bucket support: build it with `cargo install --features s3`
store-bucket-unreachable = { $address } cannot be reached: { $why }
store-no-bucket-named = it does not name a bucket, such as s3://bucket/folder
store-outside-bucket = files that a scenario reads must lie beside it or in a folder below

## Sweep

sweep-too-many-factors = Sobol indices of { $factors } factors would take too many runs: at most { $most } factors. Declare the uncertainties that matter (`[uncertainty.NAME]`), or use --sensitivity morris, which handles many factors
sweep-nothing-to-move = the scenario has no assumption that can be varied both up and down
sweep-map-lever = --map: { $says } ({ $help })
sweep-no-lever = the scenario has no lever called { $name }. A path needs its range: `--map points.answer.points=1..9,shop.hoodie.price=10..90`
sweep-no-lever-near = the scenario has no lever called { $name }; did you mean `{ $near }`? A path needs its range: `--map points.answer.points=1..9,shop.hoodie.price=10..90`
sweep-run-is-whole = { $folder } is a complete run: there is nothing to resume
sweep-other-points = gives points that differ from those in the manifest: it was changed after the sweep was stored
sweep-as-it-is = as it is
sweep-per-day = per day
sweep-per-week = per week
sweep-per-month = per month
sweep-per-quarter = per quarter
sweep-per-days = per { $days } days
sweep-per-year = per year
sweep-days = days

## Search

search-not-there = is not there, so this is not a search
search-of-another-kind = is the manifest of a { $kind }, not of a search
search-no-manifest = is not a manifest of a search
search-other-version = was stored by version { $version }, but this is version { $own }: use that version, or start a new search
search-changed = was changed, or scenario.toml beside it was changed: the search cannot be resumed; start a new search
search-round-unreadable = cannot be read: { $fault }; remove this file to run the round again
search-round-changed = was changed after it was stored. Remedy: delete it, and the same command runs it again
search-round-of-other-runs = holds runs that differ from those of this search; nothing was overwritten
search-stopped = stopped: { $done } of { $all } rounds are done and kept; the same command resumes the search
search-horizon = 3 years
search-goal-gain = growth
search-goal-money-paid = money paid
search-goal-burnout-exits = exits because of overload
search-design-of-front = { $letter } of the front
search-design-question = Should we choose this design of the front?
search-design-about = { $design }, of a search over { $levers } levers: { $goals }.
search-design-judged = Judged by { $runs } runs with new random numbers.
search-no-levers = the scenario has nothing to search over: no lever
search-no-levers-help = add a table such as `[lever.price]` with `path = "shop.hoodie.price"`, `low = 10` and `high = 50`
search-no-levers-label = no levers
search-idle-lever = varies `{ $path }`, but `{ $table }` is off in every design that is searched
search-idle-lever-help = name the treatments that switch it on, such as `designs = ["shop"]` in `[search]`, or switch it on for all
search-idle-lever-label = varies nothing
search-lever-shared = varies `{ $path }`, which all designs share with the baseline
search-lever-shared-label = shared by all designs
search-lever-shared-help = vary what a design does; a sweep may vary what all designs share
search-metrics-listed = `zaoshi list metrics SCENARIO` shows all; `gain` is the headline beyond the baseline's
search-goal-no-metric = names `{ $name }`, which is not a metric
search-not-money = an amount of money, such as 300000
search-not-changed = a stored search cannot be changed: give --set and --budget with the scenario
search-front-as-json = the front as JSON

search-size = { $generations ->
        [one] { $generations } generation
       *[other] { $generations } generations
    } of { $designs ->
        [one] { $designs } design
       *[other] { $designs } designs
    } over { $levers ->
        [one] { $levers } lever
       *[other] { $levers } levers
    }: about { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    }; { $size }

search-size-uncertain = { $generations ->
        [one] { $generations } generation
       *[other] { $generations } generations
    } of { $designs ->
        [one] { $designs } design
       *[other] { $designs } designs
    } over { $levers ->
        [one] { $levers } lever
       *[other] { $levers } levers
    } in { $draws ->
        [one] { $draws } draw
       *[other] { $draws } draws
    } of { $uncertainties ->
        [one] { $uncertainties } uncertainty
       *[other] { $uncertainties } uncertainties
    }: about { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    }; { $size }

search-heads = design | levers
search-head-goal = { $goal } (80 %)
search-head-paid = money paid
search-head-growth = growth
search-head-ahead = likely ahead

search-head = { $title } · growth of { $headline } in { $horizon }{ $over } · { $designs ->
        [one] { $designs } design
       *[other] { $designs } designs
    } on the front{ $rest }

search-over-worlds = , { $quantile } over worlds
search-shown = ; { $shown } of { $all } are shown; front.csv holds all
search-wrote = Wrote { $folder }/  front.csv  search.json  convergence.csv  charts/
search-wrote-scenario = Wrote { $path }
search-scenario-there = Already there, the same: { $path }

## Run

run-count = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}

## The command line: its help

# `cli-VERB` is what a verb does, an attribute the help of an argument, or of one of its values; `cli-VERB-examples` stands below them.

# Help has no full stop at its end.
cli = Which incentive rules make an ecosystem grow, at what cost, and does it keep going when we stop paying?

cli-examples =
    Exit codes:
      0    done, or already there with the same bytes
      1    the machine's fault: a file could not be read or written, a stored run differs
      2    the input's fault: the scenario, an argument
      130  interrupted; no half-written run is left under a run's name, and the same command goes on from what is done

    Begin with `zaoshi run`. Nothing leaves the machine.

cli-run = Compare the designs of a scenario by paired runs; print the verdict and write a folder
    .scenario = A file, or the name of a scenario that comes with the program [default: open-source-database]
    .with = Change a value in one further design, which begins when the other designs do; all --with of a command together make this one design. treatment.NAME.PATH=VALUE changes a copy of the design NAME; from=DATE sets the day
    .set = Change a value of the scenario itself, for all designs; may be given several times
    .replicates = Paired runs of each design, instead of the scenario's number
    .until = Run beyond --replicates until the mean gain of every design is known to this percentage of the baseline, such as 4%
    .seed = Seed of the whole experiment, instead of the scenario's
    .out = Folder for results
    .threads = Threads; all cores if absent. The results do not depend on it
    .screen = Screen the assumptions that the baseline depends on, in further runs over a part of the horizon; auto: only if that takes no longer than the designs
    .font = The font file for letters in pictures that the program's own fonts lack; it is tried before the fonts of the system
    .json = Print the summary as JSON instead of the verdict

cli-run-examples =
    Examples:
      zaoshi run
      zaoshi run open-source-database --replicates 256
      zaoshi run mine.toml --with budget.total=200000 --with ladder.contributor.tier.sig.entry.seats=8
      zaoshi run mine.toml --with treatment.ladder.ladder.contributor.tier.sig.entry.seats=8   a copy of the design `ladder`, changed
      zaoshi run mine.toml --set horizon="5 years"         the baseline and all designs, changed
      zaoshi run mine.toml --json | jq .verdicts

    The folder is <out>/<scenario>/<run>. The same run again gives the same bytes: it is verified, not overwritten.

run-summary-as-json = the summary as JSON
run-wrote = Wrote { $folder }/  { $files }
run-verified = Already there, the same to the byte: { $folder }/  { $files }

## The command line: what all commands say

error-mark = error:
did-you-mean = ; did you mean `{ $name }`?
standard-output = <standard output>
threads-not-started = cannot start { $threads } threads: { $fault }
scenario-unknown = there is no file and no scenario { $name }{ $near }
scenario-beside = ; { $help }
scenario-see-list = ; `zaoshi list scenarios` shows those that come with the program
stop-requested = Stopping: what is done is kept. Ctrl-C again ends at once.
run-not-screened = the assumptions are not screened, because that takes longer than these few runs: `--screen always` does it
run-goes-on = Goes on: { $done } of { $all } replicates were done before
run-stopped = stopped: { $done ->
    [one] { $done } replicate of all designs is
   *[other] { $done } replicates of all designs are
} done and kept; the same command goes on from there
run-not-kept = { $says }; what was done could not be kept: { $fault }
stop-nothing-written = stopped: nothing was written; the same command starts again from the beginning
progress-bar = {"  "}{ $bar } { $done } of { $of } runs{ $left }

progress-line = { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    } done of { $of ->
        [one] { $of } run
       *[other] { $of } runs
    }{ $left }

progress-left = , { $time } left

## Sizes before work

sizes-largest = at the largest values that levers, uncertainties and worlds may take, { $why }
sizes-line = about { $time } on { $cores ->
    [one] one core
   *[other] { $cores } cores
}, { $memory } of memory, { $disk } on disk

sizes-many-points = laying out { $points } points
sizes-no-memory = this takes about { $need } of memory, and { $free } are free. { $remedy }
sizes-absurd-memory = this takes about { $need } of memory, more than any machine has. { $remedy }
sizes-no-disk = this takes about { $need } on disk, and { $free } are free in { $folder }: record fewer dates (`record.every`) or trace fewer people (`record.people`), or choose another folder with --out
sizes-absurd-disk = this takes about { $need } on disk, more than any disk has: record fewer dates (`record.every`) or trace fewer people (`record.people`)
sizes-fewer-threads = With --threads { $threads } it takes about { $need }
sizes-fewer-people = The people take most of it: simulate a sample of them, with fewer `people` in each segment
sizes-fewer-contacts = The network of contacts takes most of it: simulate fewer `people`, or a lower `contacts.mean_degree`
sizes-fewer-results = The results take most of it: fewer replicates, fewer designs or fewer recorded dates (`record.every`)
sizes-fewer-points = The points of the plan take most of it: fewer values of each lever and uncertainty (`steps`), or another `plan.sampling` than grid

## Check

check-right = { $file } is valid: { $people } people in { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}, { $ticks ->
    [one] { $ticks } tick
   *[other] { $ticks } ticks
}, { $designs ->
    [one] { $designs } design
   *[other] { $designs } designs
} × { $runs ->
    [one] { $runs } paired run
   *[other] { $runs } paired runs
}

## New, man, run, report

new-not-a-name = { $name } is not a valid name for a scenario: use small letters, digits and hyphens, such as `first-bounty`
new-folder-is-file = { $path } is a file, but the scenario needs a folder of this name for the files that it reads: move it away, or write elsewhere with --out
new-exists = { $path } is there already and is not overwritten: choose another with --out
new-wrote = Wrote { $path }
man-page = the manual page
export-wrote = Wrote { $rows } rows to { $file }
export-there = Already there, the same to the byte: { $file }, { $rows } rows
export-beyond-excel = note: with its heads the table has { $rows } rows, but Excel shows { $most }: choose designs with --design, or write a .parquet file, which pandas, polars and duckdb read
programmes-twice = { $name } is named twice and compared once
programmes-levers = levers are not part of this comparison and are left out: { $levers }
programmes-baseline = the baseline keeps the presets of the scenario itself: { $presets }
run-not-a-date = no such date; write it as 2026-10-01
run-not-a-percentage = give a percentage of the baseline above 0, such as 4%
report-other-version = is not a summary of this version: run the scenario again
report-same = All there, the same to the byte: { $folder }/  report.html  charts/
report-wrote = Wrote { $folder }/  report.html  charts/  ({ $files } files)

## List

# Heads of a table are one message, with | between them.
list-knob-heads = name | takes | default | from | what it is
list-markdown-heads = knob | default | takes | from | what it is
list-scenarios = Scenarios that come with the program.
list-presets = Published rules of real programmes, to swap in with one line.
list-scenario = The values at the top of a scenario.
list-kinds = Kinds of organisations.
list-mechanisms = What happens to people.
list-incentives = What is rewarded: all rules that people design.
list-assumptions = Every default that is sourced, calibrated or a guess.
list-metrics = What is measured.
list-charts = What is drawn.
list-by-scenario = only metrics are listed by scenario, not { $shelf }
list-markdown-needs-knobs = only tables of knobs are printed as Markdown, such as `assumptions`
list-unknown-shelf = there is no shelf { $shelf }{ $near }
list-see-shelves = ; `zaoshi list` shows the shelves
list-unknown-row = there is no { $row } in { $shelf }{ $near }
list-see-shelf = ; `zaoshi list { $shelf }` shows its rows
list-as-json = the list as JSON
list-top = top of the file
list-needed = (required)
list-own-names = Numbers under names that you choose.
list-own-mechanism = The knobs of the shelf with the same name, for this table alone.
list-patch = { $says } Besides these: any "path" = value of the scenario, or "off"; and presets = ["NAME"].

list-origin = { $standing ->
        [cited] cited
        [calibrated] calibrated
       *[guess] guess
    }

list-origin-source = { $standing ->
        [calibrated] calibrated: { $source }
       *[guess] guess: { $source }
    }

list-sourced = sourced: { $source }
list-markdown-or = or
list-per-year = per year
list-days = days
list-per-time = per span of time
list-takes = { $unit }, { $low } to { $high }
list-takes-number = number, { $low } to { $high }
list-takes-numbers = list of { $number }
list-takes-time = time, { $low } to { $high }
list-takes-quota = number per time, { $low } to { $high }
list-takes-text = text
list-takes-date = date, YYYY-MM-DD
list-takes-name = a name in { $place }
list-takes-names = names in { $place }
list-takes-given = a value of the setting at `path`
list-takes-givens = list of values of the setting at `path`
list-takes-paths = paths and values
list-set = The values from its beginning on: {"{"} "path.of.a.knob" = value {"}"}, or "off" and "on" for a table.
list-scale = Factors on numbers from its beginning on: {"{"} "path.of.a.knob" = 0.5 {"}"}.
list-takes-words = list of words
list-place-siblings = the same ladder or path
list-place-metrics = `zaoshi list metrics SCENARIO`
list-place-presets = `zaoshi list presets`
presets-heads = name | what it is | source | read in
presets-how-to = In a treatment, presets = ["NAME"] swaps one in; `zaoshi list preset.NAME` shows which parts are modelled.
preset-origin = { $source }: { $place } ({ $status }, read on { $date })
preset-since = , in force since { $date }
preset-variant-origin = A variant: { $place }
preset-version-origin = In force since { $date }: { $place }
preset-heads = published | here | set | note
preset-not-published = not published
preset-assumed = assumed
facts-heads = fact | p5 | p25 | median | p75 | p95 | ours | lies in

## Explain

explain-as-json = { $part } as JSON
explain-stored = Stored in { $folder }/
explain-wrote = Wrote { $folder }/explain/{ $files }
explain-not-changed = a stored sweep cannot change its points and runs: give --set, --with, --points and --replicates with a scenario
explain-no-such-design = the scenario has no design called { $name }{ $near }
explain-not-in-sweep = the sweep has no design called { $name }{ $near }
explain-no-points = { $part } runs no sample of points, so --points has no meaning: leave it out, or add --replicates for more runs
explain-no-pair = --map { $text } is not a pair of levers: write two names, such as price,points, or paths with ranges, such as points.answer.points=1..9,shop.hoodie.price=10..90
explain-not-a-number = give a number, such as 40
explain-baseline-undefined = the headline has no value under the baseline or the design at any point that was run, so there is nothing to compare: choose another headline
explain-baseline-is-zero = the headline is zero under the baseline, so a gain as a share of it is undefined
tornado-no-factor = no factor of this sweep takes more than one value
tornado-heads = assumption | | low | gain | high | gain | difference known to
tornado-known = ±{ $error }
tornado-gaps = No value, so the bar ends before: { $gaps }
tornado-no-difference = makes no difference
tornado-chance = ±{ $error }, could be chance

tornado-rest = { $assumptions ->
        [one] { $assumptions } more assumption
       *[other] { $assumptions } more assumptions
    } are in tornado.csv.

tornado-gain = { $headline }, gain of { $design } as a share of the baseline; { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    } at each point

tornado-change = { $headline }, change against the scenario as written; { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    } at each point

tornado-centre = As the scenario says: { $centre } ±{ $error }
tornado-centre-all = Over all points: { $centre } ±{ $error }
flips-no-target = --case target needs a target, such as --target 40
flips-baseline-alone = the baseline is the only design, so nothing can flip; use --case target
flips-levers-alone = this sweep varies only levers, which we set, so no uncertainty can flip the verdict: use --assumptions or --map, or add an [uncertainty] to the scenario
flips-no-chart = No chart: there is nothing to tell apart.
flips-points = The points also vary levers, which we set; conditions name uncertainties only
flips-no-box = The chart shows where cases and other points lie.

flips-cases = { $each ->
        [world] { $cases } of { $points ->
            [one] { $points } world
           *[other] { $points } worlds
        } are cases
       *[point] { $cases } of { $points ->
            [one] { $points } point
           *[other] { $points } points
        } are cases
    }

flips-heads = box | condition | | chance | coverage | density | { $each ->
        [world] worlds in it
       *[point] points in it
    }

flips-tiny = < 0.001
flips-tree-agrees = A decision tree of the same points splits on the same factor first.
flips-tree-differs = A decision tree of the same points splits on another factor first: treat the conditions with care.
flips-tree-finds-nothing = A decision tree of the same points finds no split worth reporting.
map-no-such-lever = the sweep varies nothing called { $name }{ $near }
map-no-grid = the points of this sweep are not a grid of the two levers: sweep with `plan.sampling=grid`, or explain the scenario instead
map-infeasible = A value in brackets or a dash marks a place that does not count, with the number of such places: { $why }.

map-mean = { $headline } under { $design }, mean of { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    } at each place

map-reached = { $reached } of { $feasible } places reach { $target }.
waterfall-no-design = the scenario has no design to explain: add a treatment
waterfall-no-change = { $design } changes nothing, so there is nothing to explain
waterfall-too-many = { $design } touches { $groups } groups of rules, which have too many combinations: at most { $most } groups; split the design into two
waterfall-not-every-choice = this sweep does not contain every combination of a design's rules: explain the scenario, or say what to explain, such as --flips
waterfall-heads = | mean | 80 % of runs | mean known to | alone
waterfall-range = { $low } to { $high }

waterfall-mean = { $headline }, mean of { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    }; each group's share of the gain, averaged over all orders of the rules

waterfall-together = Together they gain { $gain } (±{ $error }) beyond the sum of what each gains alone; the shares include it.
sensitivity-gain = gain of { $design }
sensitivity-level = level of the baseline
sensitivity-luck = No assumption moves the { $what } by more than luck does: { $spread } in 8 of 10 worlds
sensitivity-two = { $first } and { $second }
sensitivity-more = { $first } and { $others } others
sensitivity-could-be-luck = could be luck
sobol-no-crosses = this sweep does not have the points that Sobol indices need: explain the scenario with --sensitivity instead of its folder

sobol-more-points = { $rows ->
        [one] { $rows } row is
       *[other] { $rows } rows are
    } too few to tell which assumption the { $what } depends on: use more points

sobol-first = { $assumption } carries { $share } ({ $interval }) of the uncertainty about the { $what }, alone and with others

sobol-near = { $assumptions } carry most of the uncertainty about the { $what }; { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } cannot tell which carries more

sobol-heads = assumption | | alone | 95 % | with others | 95 % |
sobol-subtitle = { $headline } ({ $spread } in 8 of 10 worlds): share of the variance, alone (dark) and with all its interactions (pale); 95 % intervals

sobol-alone-unknown = { $rows ->
        [one] { $rows } row is
       *[other] { $rows } rows are
    } too few to tell what the assumptions carry alone in total: use more points

sobol-alone = Alone, the assumptions carry { $share } ({ $interval }) in total; the rest comes from interactions
sobol-alone-mark = alone
sobol-beyond = Estimates below 0 or above 100 % are printed as they are: they are too imprecise to use
morris-no-walks = this sweep does not have the points that elementary effects need: explain the scenario with --sensitivity instead of its folder

morris-first = { $direction ->
        [raises] { $assumption } raises the { $what } most: by { $size } of the baseline from its low to its high value
        [lowers] { $assumption } lowers the { $what } most: by { $size } of the baseline from its low to its high value
       *[moves] { $assumption } moves the { $what } most: by { $size } of the baseline from its low to its high value
    }

morris-near = { $assumptions } move the { $what } most, by up to { $size } of the baseline; { $walks ->
        [one] { $walks } walk
       *[other] { $walks } walks
    } cannot tell which moves it more

morris-heads = assumption | | size (mu*) | | mean (mu) | spread (sigma) |

morris-subtitle = { $headline }: mean size of the effect over { $walks ->
        [one] { $walks } walk
       *[other] { $walks } walks
    } (pale), mean effect with its sign (dark); 95 % intervals

morris-spread = A spread as large as the size: the effect depends on the other values
morris-mean-mark = mean
morris-rest = { $assumptions } more are in morris.csv.

## Sweep and worker

sweep-heads = design | P10 | mean | P90 | { $each ->
        [world] mean gain ± luck (8 in 10 worlds)
        [setting] mean gain ± luck (8 in 10 settings)
       *[point] mean gain ± luck (8 in 10 points)
    }

sweep-heads-worlds = ahead at | largest regret
sweep-head-reaches = reaches { $target } at
sweep-head-highest = highest where
sweep-head-least = least regret where

sweep-ahead-open = { $ahead } ({ $open } open)
sweep-luck = {" "}±{ $half }

sweep-share = { $each ->
        [world] { $share } of worlds
        [setting] { $share } of settings
       *[point] { $share } of points
    }

sweep-turns-nothing = { $names } { $count ->
        [one] turns
       *[other] turn
    } nothing: points that differ in nothing else are alike
sweep-mean = { $headline }, mean of { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    } at each of { $each ->
        [world] { $points ->
            [one] { $points } world
           *[other] { $points } worlds
        }
        [setting] { $points ->
            [one] { $points } setting
           *[other] { $points } settings
        }
       *[point] { $points ->
            [one] { $points } point
           *[other] { $points } points
        }
    }

sweep-mean-crossed = { $headline }, mean of { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    } in each of { $worlds ->
        [one] { $worlds } world
       *[other] { $worlds } worlds
    }, each design at its setting with the least regret

sweep-no-regret = Each point varies levers and uncertainties at once, so regret over worlds cannot be computed. Cross every setting with every world: --set plan.sampling=grid
sweep-no-regret-no-reach = Each point varies levers and uncertainties at once, so neither regret over worlds nor the share of worlds that reach { $target } can be computed. Cross every setting with every world: --set plan.sampling=grid
sweep-least-regret = Least regret: { $design } loses at most { $least } in any world, { $other } up to { $more }
sweep-regret-same = Least regret: { $design } and { $other } cannot be told apart by these runs; they lose at most { $least }
sweep-regret-near = Least regret: { $design } and { $other } cannot be told apart by these runs; they lose at most { $least } and { $more }
sweep-stored = Stored in { $folder }/; `zaoshi sweep` runs it
sweep-is-a-run = { $folder } is a complete run: use `zaoshi report`, or one of --status, --verify, --merge and --merge-series here
sweep-not-changed = a stored sweep cannot be changed: give --set and --with with the scenario
sweep-stopped = stopped: { $done } of { $shards } shards are done and kept; the same command resumes the sweep

sweep-size = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } × { $designs ->
        [one] { $designs } design
       *[other] { $designs } designs
    } × { $replicates ->
        [one] { $replicates } run
       *[other] { $replicates } runs
    } = { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    } in { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }

sweep-to-go = ; { $size }

sweep-status = { $done } of { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    } and { $ran } of { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    } are done in { $folder }/

sweep-not-begun = nothing of this sweep is stored below { $out }: run it first, with the same command but for this question
sweep-verified = { $count ->
        [one] { $parts } part is complete and contains
       *[other] { $parts } parts are complete and contain
    } each of { $count ->
        [one] its
       *[other] their
    } runs once; { $lost ->
        [one] { $missing } shard is
       *[other] { $missing } shards are
    } missing

sweep-missing = ; missing: { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }

sweep-merged-runs = Wrote { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    } into { $file }{ $rest }

sweep-merged-rows = Wrote { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } into { $file }{ $rest }

sweep-runs-there = Already there, the same to the byte: { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    } in { $file }{ $rest }

sweep-rows-there = Already there, the same to the byte: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } in { $file }{ $rest }

sweep-wrote = Wrote { $folder }/  summary.csv  scenario.toml  results/  design.parquet  manifest.json

worker-done = { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    } done, { $there } there already

worker-stopped = stopped: { $done } of { $shards } shards are done and kept

worker-points-fail = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } cannot be run on any machine: { $why }

worker-no-number = { $variable } holds no number: is this a task of an array?
worker-no-number-in-any = none of { $variables } holds a number: is this a task of an array?
worker-no-shards = --shards { $text } is not a list of shards, such as 0-2,7: this sweep has 0-{ $last }

## Clusters

cluster-heading = On a cluster (docs/cluster.md)
cluster-control-character = { $word } holds a control character, such as a line break, which would be a line of its own in what is submitted: choose another name
cluster-option = { $option } has no meaning for { $engine }: leave it out
cluster-arguments = what follows --
cluster-hyperqueue = HyperQueue, which fills the workers that it has

cluster-nothing-missing = Nothing is missing: { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    } done

cluster-not-started = { $program } cannot be started ({ $fault }): { $remedy }
cluster-refused = { $program } has refused: { $why }
cluster-no-program = this program cannot find its own path ({ $fault }): give --program

cluster-afterwards =
    {"  "}zaoshi sweep { $place } --status   prints the progress
    {"  "}zaoshi sweep { $place }            prints the table when all is done; until then, it runs what is missing on this machine

cluster-hq-not-submitted = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }), not submitted: run this where HyperQueue's server is

cluster-hq-remedy = run this where HyperQueue is installed, or add --dry-run and run its output there

cluster-hq-submitted =
    Handed { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }) to HyperQueue: { $answer }
    `hq job progress last` shows it, `hq job cancel last` stops it

cluster-slurm-not-submitted = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }), not submitted: pipe this into sbatch

cluster-slurm-remedy = run this where Slurm is installed, or add --dry-run and submit its output there

cluster-slurm-submitted = Handed { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }) to Slurm as job { $job }: `squeue -j { $job }` shows it, `scancel { $job }` stops it

cluster-slurm-too-long = If the array is too long for MaxArraySize of `scontrol show config`, give a larger --per-task than { $per_task }
cluster-slurm-codes = 75: may succeed if it is tried again. 42: will fail on every machine, and is listed as failed in sacct.
cluster-k8s-needs-dry-run = zaoshi prints the Job and leaves its submission to kubectl: add --dry-run, and pipe it into `kubectl create -f -`

cluster-k8s-not-submitted = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }), not submitted: pipe this into `kubectl create -f -`

cluster-k8s-no-image = --image is missing: name the image that holds zaoshi
cluster-k8s-no-claim = a pod cannot see this machine's folder: give the volume claim that holds it with --claim, or sweep into a bucket with --out s3://…
cluster-k8s-claim-for-bucket = --claim has no meaning when the results are in a bucket: leave it out

# Comments in what is submitted: one line each.
cluster-k8s-fails = Will fail on every machine.
cluster-k8s-lost = The cluster removed the pod: not the task's fault.
cluster-k8s-again = May succeed if it is tried again.

cluster-ray-not-run = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }), not run: each task is one of these commands on a node of the cluster

cluster-ray-runs = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }) on Ray, { $slots } at one time

cluster-ray-waits = the cluster does not have { $cores ->
        [one] { $cores } free core
       *[other] { $cores } free cores
    } for one task: the task waits

cluster-ray-again = task { $task } is tried again: { $says }
cluster-ray-tasks-say = { $says } (reported by { $tasks } tasks)
cluster-ray-not-all = { $done } of { $shards } shards are done: { $why }; the same command resumes the sweep
cluster-ray-absent = Ray is not installed for { $python }: `pip install ray` there, or name another Python in ZAOSHI_PYTHON
cluster-ray-no-python = { $python } cannot be started ({ $fault }): --on ray needs Python with Ray; name it in ZAOSHI_PYTHON
cluster-ray-none-here = no Ray cluster runs on this machine: start one with `ray start --head`, or name one with --address HOST:6379
cluster-ray-no-answer = no Ray cluster answers at { $address } ({ $says }): check that it runs, that this machine is one of its nodes, and that both have the same token (docs/cluster.md)
cluster-ray-driver-ended = the driver has ended ({ $status }) { $last }

# The driver in Python fills the values of these.
cluster-ray-worker-not-started = { $program } cannot be started on { $node } ({ $fault }): give its path on the nodes with --program
cluster-ray-worker-ended = ended with { $code } on { $node }
cluster-ray-lost = Ray has lost the task: { $fault }
