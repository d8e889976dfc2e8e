# Every sentence that a person reads, in English. The syntax is that of Fluent (projectfluent.org/fluent/guide).
# Ids are kebab-case and begin with the room that says them. A table's id is its message, and each of its knobs an attribute.

run-count = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}

## Metrics

# The title of the metric NAME is the message metric-NAME; of the metric NAME:which, metric-NAME-of.

metric-new-people = New people
metric-returned-people = Returned people
metric-lapsed-people = Lapsed people
metric-left-people = Left people
metric-kept-people = Kept people
metric-quick-ratio-people = Quick ratio of people
metric-new-contributors = New contributors
metric-returned-contributors = Returned contributors
metric-lapsed-contributors = Lapsed contributors
metric-left-contributors = Left contributors
metric-kept-contributors = Kept contributors
metric-quick-ratio-contributors = Quick ratio of contributors
metric-newcomers = First contributions in the period

metric-adopted = People who ever adopted
metric-adopted-share = Share of people who ever adopted
metric-members = Members
metric-active-people = Active people a month
metric-active-contributors = Active contributors a month
metric-active-community = Active contributors a month, staff apart
metric-active-staff = Active staff a month
metric-engaged-contributors = Engaged contributors
metric-deeds = Deeds in the period
metric-contributions = Contributions merged in the period
metric-value = True value of the period's deeds
metric-referred = Members who were invited
metric-viral-k = Members whom one who ever adopted has brought so far, mean
metric-members-of = Members: { $segment }
metric-active-people-of = Active people a month: { $segment }
metric-active-contributors-of = Active contributors a month: { $segment }

metric-time-to-of = { $tier }: months until it, mean of all who came in so far
metric-time-on-of = { $tier }: months since they came onto it, mean of holders
metric-fairness-of = { $tier }: chance that a holder has done more than one below
metric-pull-of = { $tier }: how much faster holders act for what is still to come

metric-exposure-of = { $carrier }: messages in mind of one of its audience
metric-heeded-of = { $carrier }: share of its audience that heeds it
metric-attendance-of = { $occasion }: people who came, over all times so far
metric-occasions-held = Occasions held so far
metric-occasions-cancelled = Occasions that a pool could not pay so far
metric-entrants = People who came in by an occasion so far
metric-entrants-kept = Entrants of occasions active again in months 6 to 9, so far
metric-entrants-kept-share = Share of entrants active again in months 6 to 9
metric-complaints-open = Complaints that wait
metric-complaints-resolved = Complaints resolved so far
metric-complaints-ignored = Complaints heard and ignored so far

metric-gini = Gini of contributions, twelve months
metric-top-share = Share of the most active contributor, twelve months
metric-absence-factor = Contributors who made half of the contributions, twelve months
metric-core-share = Share of the fifteen most active contributors, twelve months
metric-top-percent = Share of counted deeds by the most active 1 % of adopters, so far
metric-top-tenth = Share of counted deeds by the most active 10 % of adopters, so far

metric-quality = Quality of the product, 1 at the start
metric-content = Content that is alive
metric-content-made = Content that people made so far
metric-content-received = Content that organisations handed over so far
metric-content-given = Content that the hub made for organisations and gave so far
metric-content-faded = Content that faded so far
metric-traffic = People a month through traffic partners
metric-coverage = Service of partners over what is needed
metric-partner-place = Place of its partner in the list of an enterprise that has one, mean
metric-hub-gain = Gain of the hub from exchange
metric-hub-rationed = Share of the hours asked of the hub that it has
metric-invested = Hours that organisations have put into the relation
metric-moat = Share of a rival's bid that what they put in withholds, mean of those inside
metric-hub-revenue = Revenue of the hub so far
metric-partner-revenue = Revenue of partners so far
metric-cannibalised = Revenue of the hub that vendors took so far
metric-capital = Money from investors so far
metric-graduates = Graduates who came in so far
metric-inside-of = { $group }: inside
metric-gone-of = { $group }: gone
metric-gain-of = { $group }: mean gain
metric-trust-of = { $group }: mean trust of those inside
metric-return-of = { $group }: worth of its share over what it paid
metric-peer-hours = Hours that organisations work for each other
metric-peers-of = Organisations give each other: { $resource }
metric-adopted-of = { $industry }: adopted in the industry
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
metric-burnout-exits = Exits from overload, so far
metric-disappointed = Members disappointed in the period
metric-mean-surprise = Felt beyond what was anticipated, mean of those who felt
metric-mean-dry = Expected rewards that have stayed away, mean
metric-satisfaction-of = Satisfaction of { $need }

metric-points-value = Correlation of points with true value
metric-goodhart-gap = True value that the upper tenth by points lacks of the truly upper tenth

metric-review-wait-of = { $sig }: weeks until a review
metric-seats-of = { $sig }: share of seats held
metric-unreleased = Code that is merged and not released
metric-quality-ahead = Quality on branches, ahead of the stable one
metric-chapters-awake = Chapters that have leaders
metric-chapter-leaders = Leaders of chapters
metric-chapter-met = People of chapters who have been to a meeting lately
metric-meetings-held = Meetings of chapters held so far
metric-meetings-unpaid = Meetings of chapters that no pool could pay so far

metric-holds-of = Holds: { $condition }
metric-met-of = Met: { $condition }

metric-inflow = Newcomers a year as a share of members
metric-knowledge-spread = Spread of knowledge among members
metric-stagnation = Stagnates: members know alike, and few are new

metric-momentum = Momentum: growth of activity over half a year
metric-branching = Deeds that other deeds and habit brought about
metric-belief = Belief in promises
metric-vacuum = Open seats times worth times belief
metric-hope = Share of seats that come free in a year
metric-promises-kept = Promises kept so far
metric-promises-broken = Promises broken so far
metric-belief-of = Belief in { $promise }

metric-money-paid = Money paid so far
metric-unpaid = Payments owed that an empty pool could not make
metric-points-issued = Points issued so far
metric-points-farmed = Points farmed so far
metric-points-held = Points held
metric-points-taken-back = Points taken back so far
metric-points-expired = Points expired so far
metric-caught = Deeds found to game the rules so far
metric-rewards = Rewards handed over so far
metric-paid-of = Paid from { $pool } so far
metric-pool-of = Left in { $pool }

metric-standing-of = { $tier }: organisations
metric-risen-of = { $tier }: came onto it so far
metric-fallen-of = { $tier }: fell off it so far
metric-board-seats = Seats on the board that organisations hold
metric-certified = Certified engineers of organisations
metric-partner-fees = Fees of organisations so far
metric-partner-surplus = Surplus of partners so far
metric-project-concentration = Chance that two projects have one partner
metric-agreements = Frameworks that organisations have taken up
metric-students-inside = Students inside frameworks
metric-hub-served = Share of the hours promised to organisations that the hub has

metric-potential-of = What drives { $resource }, as far as the need is not met

metric-retention-of = Newcomers active again in months { $from } to { $to }
metric-second-time = Newcomers of half a year ago and before who have contributed again

metric-review-wait = Weeks until a review
metric-review-queue = Contributions that wait for review
metric-abandoned = Contributions given up after waiting, so far

metric-holders-of = { $tier }: holders
metric-entered-of = { $tier }: entries so far
metric-promoted-of = { $tier }: promotions so far
metric-demoted-of = { $tier }: demotions so far
metric-exited-of = { $tier }: exits so far
metric-yearly-of = { $tier }: entries a year so far
metric-merit-of = { $tier }: mean merit of holders

metric-trigger-paid = Deeds that paid attention triggered
metric-trigger-organic = Deeds that own need triggered
metric-trigger-social = Deeds that others triggered
metric-trigger-internal = Deeds that habit triggered
metric-self-driven = Deeds that were not paid for
metric-deeds-of = Deeds: { $action }

metric-family-active = Members, active people, active contributors, staff and community.
metric-family-accounting = New, returned, lapsed, left, kept, and the quick ratio, of people and of contributors.
metric-family-retention = Share of newcomers active again 1, 3, 6, 12 and 24 months after their first contribution, or ever.
metric-family-concentration = Gini, top share and contributor absence factor over twelve months; shares of the most active in all counted deeds.
metric-family-triggers = Share of deeds by the source of their trigger, self-driven share, deeds by action.
metric-family-feelings = Anticipation, surprise, tolerance, habit, motivation, need satisfaction, burnout and disappointment.
metric-family-knowledge = Spread of knowledge among members, newcomers a year as a share of members, and whether it stagnates.
metric-family-tiers = Holders of each tier, entries, promotions, demotions and exits so far, entries a year; mean merit where people differ in it.
metric-family-careers = Months until each tier and on it, whether it goes to those who have done most, and what draws its holders on.
metric-family-money = Money paid in all and by pool, what is left of each, promises unpaid, points issued, farmed and held, rewards.
metric-family-gaming = Correlation of points with true value, and what is lost where the upper tenth is picked by points.
metric-family-review = Weeks of waiting, length of the queue, contributions given up.
metric-family-interventions = Whether each intervention with a condition holds, and each milestone has been met: 1 or 0, and so a share over replicates.
metric-family-momentum = Growth of activity, branching ratio, belief in promises and in each that may be exposed, vacuum of open places, hope of coming onto one, promises kept and broken.
metric-family-ecosystem = Organisations inside, their gain, coverage, quality, content, traffic, revenue, capital and moat.
metric-family-channels = Messages in mind and share that heeds them by carrier; attendance, entrants and those kept; complaints.
metric-family-partners = Organisations on each tier, their moves, fees, surplus, certified people and seats on the board; concentration of projects; students on the way.
metric-family-groups = Review wait and seats held in each SIG, code and quality not yet released, chapters awake, their leaders, people and meetings.
metric-family-potentials = What drives each resource between the hub and organisations: the log of the range of terms, as far as the need is not met.

unit-agreements = agreements
unit-chapters = chapters
unit-complaints = complaints
unit-correlation = correlation
unit-deeds = deeds
unit-felt-units = felt units
unit-hours = hours
unit-hours-a-month = hours a month
unit-log = log
unit-logits = logits
unit-meetings = meetings
unit-messages = messages
unit-money = money
unit-months = months
unit-occasions = occasions
unit-organisations = organisations
unit-payments = payments
unit-people = people
unit-people-a-year = people a year
unit-place = place
unit-points = points
unit-projects = projects
unit-promises = promises
unit-ratio = ratio
unit-rewards = rewards
unit-seats = seats
unit-share = share
unit-share-of-hours = share of hours
unit-times = times
unit-units = units
unit-units-a-month = units a month
unit-weeks = weeks
