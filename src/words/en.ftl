# Every sentence that a person reads, in English. The syntax is that of Fluent (projectfluent.org/fluent/guide).
# Ids are kebab-case and begin with the room that says them. A table's id is its message, and each of its knobs an attribute.

run-count = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}

## Charts

# Titles over the headline
chart-some-designs = ; { $some } of { $all } designs: the baseline and those that gain most
chart-two-outcomes = two outcomes: about { $high } in { $many } of { $runs } runs, about { $low } in { $few }
chart-level-metric = { $unit ->
    [money] of { $metric }
   *[other] { $metric }
}
chart-level-alone = { $base } ends at { $level } { $metric } in { $when }
chart-level-one-run = In the only run, { $design } ends at { $ours } { $metric } and { $base } at { $theirs }: one run says nothing about chance
chart-level-coincides = Every design coincides with { $base }: { $theirs } { $metric } in { $when }
chart-level-two-outcomes = { $design } has { $outcomes }; { $base } ends at { $theirs } { $metric } in { $when }
chart-level-better = { $design } ends at { $ours } { $metric } in { $when } against { $theirs }, { $chance } likely to be ahead
chart-level-worse = No design helps: the best, { $design }, ends at { $ours } { $metric } against { $theirs }, { $chance } likely to be behind
chart-level-unclear = No design is clearly ahead of { $base } in { $when }: { $design } is { $chance } likely to be ahead
chart-level-no-gain = { $design } ends at { $ours } { $metric } in { $when }, { $base } at { $theirs }
chart-gain-one-run = One run shows a difference, but no chance: ask for more runs
chart-gain-coincides = Every design coincides with { $base }: the difference is zero in each run
chart-gain-of-nothing = { $base } has no { $metric }, so a gain in percent has no sense
chart-gain-behind = Every design falls behind { $base }; the best, { $design }, by { $behind } in 8 of 10 runs
chart-gain-uncertain = No gain over { $base } is certain: { $design } gives { $interval } in 8 of 10 runs
chart-gain-differences = Differences from { $base }
chart-gain-raises = { $design } raises { $metric } from { $from } to { $to }, { $range } in 8 of 10 runs
chart-gain-adds = { $design } adds { $gain } over { $base }, { $interval } in 8 of 10 runs
chart-gain-two = Two designs beat { $base }: { $one } and { $two }
chart-gain-many = All of these designs beat { $base }; { $leading } leads on the median
chart-gain-and-chance = { $design } { $gain } ({ $chance } likely to be ahead)
chart-flag-farmed = { $share } of points farmed
chart-flag-unpaid = { $promises } promises unpaid
chart-flag-overloaded = { $people } overloaded

# What each chart shows
chart-adoption-fan = The headline metric over time, with its 80 % and 50 % bands: how big, by when, how sure.
chart-difference-fan = Each design minus the baseline, run by run, over the half year up to each date: zero line, bands, chance to be ahead.
chart-scorecard = One row per design: level, gain with its interval, chance of being better, cost, what is left after funding stops.
chart-regret-table = What each design gives away in each world against the best one there, the largest of it, and the least to regret.
chart-growth-accounting = New and returned people above zero, lapsed and left below, and the quick ratio between them.
chart-who-is-inside = Small multiples, one an audience: organisations of each group inside, and members of each segment.
chart-ladder-flow = Each ladder as a staircase: who enters, rises, steps down and leaves, and how long they stay.
chart-path-flow = Each path of organisations as a staircase: how many come onto each tier, rise, step down and leave.
chart-needs-and-hook = How people are doing: satisfaction by need, anticipation, tolerance and habit, sources of triggers, overload.
chart-momentum-and-self-drive = Whether it runs by itself: growth, paid share, belief, open places, trust and potentials over time, and what is left after funding stops.
chart-concentration = How few carry the work, whether points follow value and whether tiers go to those who do most, over time.
chart-money-and-points = What was paid, what is left in the pools, what could not be paid, and the points that people hold, over time.
chart-front = Growth against cost against overload among the best designs of a search: named designs, knee, whiskers.
chart-convergence = How much the front of each generation dominates, over the designs that were tried.
chart-waterfall = What each rule of a design earns, from the baseline to the design, and what the rules gain together.
chart-tornado = How far each assumption moves the gain of a design, from its low to its high value.
chart-map = The level over the values of two levers: the best places, those that cannot be, and the contour of the target.
chart-flips = Under which conditions the verdict flips, and how many of the cases they hold.
chart-sobol = How much of what is uncertain hangs on each assumption, alone and with others.
chart-morris = How far each assumption moves the outcome over random walks, and to which side.
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
chart-fault-leaves = { $text } leaves the paper
chart-fault-letter = { $text } has no glyph for { $letter }
chart-fault-meets = { $text } meets { $other }
chart-a-series = a series
chart-no-size = it has no size
chart-as-png = a chart as PNG

# Adoption
chart-coincides-with = coincides with { $design }
chart-likely-ahead = { $chance } likely to be ahead
chart-adoption-one-run = one run: no range
chart-adoption-two-outcomes = { $range }: two outcomes, the upper in { $upper } of { $runs } runs
chart-adoption-fan-of-one = { $metric }: one run of each design
chart-adoption-fan-of-runs = { $metric }: median of all runs; 8 in 10 runs fall in the pale band, 5 in 10 in the darker
chart-adoption-observed = ; dots: observed ({ $source })

# Who is inside
chart-inside-without-room = ; without room: { $names }
chart-inside-more = ; { $count } more have no room
chart-inside-some-designs = ; { $some } of { $all } designs: the baseline and those that gain or move most
chart-inside-subtitle = Organisations inside and members, { $means }; each panel has its own scale
chart-inside-change = { $audience } { $way ->
    [grow] grow
   *[shrink] shrink
} most, from { $from } to { $to }
chart-inside-alone = Under { $base }, { $change }
chart-inside-no-design-moves = No design moves who is inside; under each, { $change }
chart-inside-moves-nobody = { $design } moves nobody inside; under { $base }, { $change }
chart-inside-ends = { $design } ends with { $ours } { $audience } inside against { $theirs }{ $sure ->
    [yes] {""}
   *[no] ; runs are too unlike to be sure
}

# Concentration
chart-concentration-half = Contributors who make half of it
chart-concentration-core = Share of the fifteen most active
chart-concentration-gini = Gini of contributions
chart-concentration-points = Points against true value
chart-concentration-gap = What the top tenth by points lacks
chart-concentration-fairness = Fairness of { $tier }
chart-concentration-subtitle = Contributions of twelve months; over time: { $means }
chart-concentration-under = Under { $design }, { $one ->
    [yes] one contributor makes
   *[no] { $ours } contributors make
} half of the work in the end, and { $theirs } under { $base }
chart-concentration-one = One contributor makes half of the work in the end
chart-concentration-many = { $people } contributors make half of the work in the end

# Convergence
chart-convergence-subtitle = Share of the space between the best and the worst of all fronts that a generation’s front dominates (hypervolume), after so many designs
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
   *[level] , mean of the half year up to each date
}: median, 8 in 10 runs (pale) and 5 in 10 (darker)
chart-difference-last = { $difference } { $kind ->
    [total] at the end
   *[level] in the last half year
} ({ $range })
chart-difference-one-run = one run: no chance can be given

# Fronts
chart-front-alike = { $letters } (alike){"  "}{ $names }
chart-front-single = { $letter }{"  "}{ $names }
chart-front-size = ; the larger a dot, the more { $goal }
chart-front-subtitle = { $up } against { $across }{ $over ->
    [p25] , as three in four worlds have it
    [p10] , as nine in ten worlds have it
    [worst] , in the worst world
   *[mean] {""}
}: designs none of which is better in everything, each with the 80 % interval of { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} on fresh luck
chart-front-growth = growth of { $headline }
chart-front-money = { $goal } in { $horizon }
chart-front-grey-some = grey: { $visible } of { $all } that were tried, as the search had them
chart-front-grey-all = grey: { $all } that were tried, as the search had them
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
chart-growth-alike = { $design } and { $base } alike gained { $ours } { $whom ->
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
   *[scenario] as much as the scenario's own values give
}
chart-map-scenario = where the scenario stands
chart-map-like-best = cannot be told from the best by these runs
chart-map-flat = one colour: no two places differ by more than chance
chart-map-reaching = { $reached } of { $feasible } places reach it
chart-map-nothing-feasible = No combination of { $first } and { $second } can be
chart-map-level-and-gain = { $level } ({ $gain } over the baseline)
chart-map-anywhere = wherever they stand
chart-map-at = at { $lever } { $value }
chart-map-at-both = at { $first } { $value } and { $second } { $other }
chart-map-none-reaches = No combination reaches { $target }: the most is { $level } { $place }
chart-map-some-reach = { $reached } of { $feasible } combinations reach { $target }; the most is { $level } { $place }
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
chart-flips-levers = ; our levers were turned as well, and are no conditions
chart-flips-scattered = { $cases } (above each line); the others lie below it
chart-flips-subtitle = { $cases }; coverage: share of the cases that the conditions hold; density: share of cases among the { $each ->
    [point] points
   *[world] worlds
} they hold
chart-flips-first-box = It flips where all of these hold
chart-flips-next-box = Of what is left, also where
chart-flips-coverage = coverage { $share }
chart-flips-density = density { $share }
chart-flips-guess = { $factor } (guess)
chart-flips-scenario = scenario { $value }
chart-flips-tree-agrees = A tree splits there too
chart-flips-tree-differs = A tree would split elsewhere
chart-flips-tree = A tree of the same points
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
chart-ladder-same-elsewhere = ; as many entered under every other design
chart-ladder-elsewhere = ; entered elsewhere: { $designs }
chart-ladder-elsewhere-more = ; entered elsewhere: { $design }, and { $more } designs more
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
chart-triggers = What sets off deeds
chart-trigger-paid = Paid
chart-trigger-organic = Organic
chart-trigger-social = Social
chart-trigger-internal = Own habit
chart-mean-of-runs = mean of all runs
chart-only-run = the only run

# Momentum and money
chart-over-time = Over time: { $means }
chart-momentum-growth = Momentum: growth over half a year
chart-momentum-paid = Deeds that paid attention triggered
chart-momentum-belief = Belief in promises
chart-momentum-belief-in = Belief in { $whom }
chart-momentum-vacuum = Vacuum: open seats × worth × belief
chart-momentum-hope = Hope: seats that come free in a year
chart-momentum-trust = Trust of { $whom }
chart-momentum-potential = Potential of { $whom }
chart-momentum-habit = Deeds that habit triggered
chart-momentum-social = Deeds that others triggered
chart-momentum-after-funding = ; after funding stops: all runs together, at the end the middle run and 8 in 10 runs within the bar
chart-momentum-still-active = Still active after funding stops
chart-momentum-of-twin = of a twin that goes on
chart-momentum-months = { $months } months
chart-momentum-keeps-two = A year after funding stops { $best } keeps { $most } of its activity, { $worst } { $least }
chart-momentum-keep-alike = A year after funding stops designs keep { $range } of their activity, too near each other to tell apart
chart-momentum-keeps = A year after funding stops { $design } keeps { $range } of its activity
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
chart-money-costs = { $design } costs { $cost } in all
chart-money-costs-at-most = { $design } costs { $cost } in all, { $bound } at most in nine of ten runs
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
chart-needs-subtitle = Median of all runs, mean of the last half year; figures in the order of the designs below
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
chart-regret-subtitle = { $metric }: given away in each world against the best design there, mean of { $runs ->
    [one] { $runs } paired run
   *[other] { $runs } paired runs
}. { $rest }
chart-regret-largest = Largest
chart-regret-worlds-reach = Worlds that reach { $target }
chart-regret-least = least to regret
chart-regret-best = best

# The scorecard
chart-score-level = Level
chart-score-gain = Gain
chart-score-ahead = Likely to be ahead
chart-score-cost = Cost
chart-score-cost-per-extra = Cost per extra
chart-score-coast = Active a year after funding stops
chart-score-subtitle-one-run = { $metric }; one run of each design carries no interval
chart-score-subtitle = { $metric }, median of { $runs ->
    [one] { $runs } paired run
   *[other] { $runs } paired runs
}; ranges hold the middle 80{"\u00A0"}% of them
chart-score-watch-out = Watch out
chart-score-coincides = coincides
chart-score-baseline = baseline
chart-score-in-horizon = in { $horizon }
chart-score-each = each

# Tornado and sensitivity
chart-standing-guess = guess
chart-standing-known = sourced or calibrated
chart-standing-lever = lever of ours
chart-sensitivity-luck = could be luck
chart-tornado-gain = gain of { $design } as a share of the baseline
chart-tornado-change = change against what it is as the scenario says
chart-tornado-subtitle = { $metric }: { $what }, paired runs; { $how ->
    [one-at-a-time] one assumption at a time
   *[at-random] lowest and highest fifth of each, the rest at random
}
chart-tornado-pale = ; very pale bars could be chance
chart-tornado-as-scenario = as the scenario says { $value }
chart-tornado-on-average = on average { $value }
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
chart-tornado-more = { $name } and { $others } others matter alike: the first moves the { $kind ->
    [gain] gain
   *[level] level
} of { $what } from { $from } to { $to }
chart-tornado-none-turns = { $lead }; no { $sort ->
    [lever] lever
   *[assumption] assumption
} alone turns the verdict
chart-tornado-one-turns = { $lead }; one { $sort ->
    [lever] lever
   *[assumption] assumption
} alone turns the verdict
chart-tornado-some-turn = { $lead }; { $count } { $sort ->
    [lever] levers
   *[assumption] assumptions
} turn the verdict alone

# The waterfall
chart-waterfall-alone = alone { $change }
chart-waterfall-together = Together, beyond each alone
chart-waterfall-shared-out = shared out in the bars
chart-waterfall-cut = ; the axis does not begin at zero
chart-waterfall-subtitle = { $metric }, mean over paired runs: what each rule adds, averaged over all orders in which the rules may come; whiskers hold the mean eight times in ten
chart-waterfall-nothing = No rule of { $design } has a share that can be told from nothing in { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}
chart-waterfall-one-rule = { $design } gains { $gain }, all of it by { $rule }
chart-waterfall-two-rules = { $rule } and { $other } move most under { $design }, { $share } and { $next } of { $total } in all: which of them more cannot be told
chart-waterfall-earns = { $rule } earns { $part } of what { $design } gains: { $share } of { $total }
chart-waterfall-moves-most = { $rule } moves most under { $design }: { $share } of { $total } in all
