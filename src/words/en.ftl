# Every sentence that a person reads, in English. The syntax is that of Fluent (projectfluent.org/fluent/guide).
# Ids are kebab-case and begin with the room that says them. A table's id is its message, and each of its knobs an attribute.

run-count = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}

## Stats

stats-replicates-alike = all { $replicates } replicates of { $scenario } are alike, though the scenario has chance in it: nothing ever happens to anybody; check rates, members at the start and the horizon
stats-history-here = here
stats-history-unread = cannot read { $file }: { $fault }
stats-history-no-column = there is no column { $column } in { $file }
stats-history-columns = its columns: { $columns }
stats-history-no-row = no row of { $file } could be read
stats-history-dates = dates as 2027-01 or 2027-01-04
stats-history-looked = a CSV file, looked for at { $path }
stats-history-near = a CSV file, looked for at { $path }; did you mean { $near }?
stats-history-no-folder = a CSV file, looked for at { $path }, where there is no folder of that name

## Findings

finding-and = { $a } and { $b }
finding-or = { $a } or { $b }

# Marks in a summary.
finding-unsourced = set in the scenario, without a source
finding-designs-begin = designs begin
finding-own-world = As the scenario says

# A metric's title in other words. The two endings are those of titles.
finding-metric-so-far = so far
finding-a-month = a month
finding-contributors = contributors
finding-metric-of-one = { $what } ({ $which })
finding-metric-of-many = { $whose }’ { $what }
finding-metric-last-half-year = { $metric }, last half year

# The recommendation. $subject is what the designs are compared on, inside a sentence.
finding-one-design = There is one design, so there is nothing to compare: add a treatment or --with to see what a rule does to { $subject }.
finding-too-few-runs = { $runs ->
    [one] { $runs } paired run is
   *[other] { $runs } paired runs are
} too few to compare designs on { $subject }: take { $least } at least.
finding-all-coincide = All designs and { $baseline } coincide: nothing about { $subject } changes.
finding-one-coincides = { $design } and { $baseline } coincide: nothing about { $subject } changes.
finding-baseline-is-zero = { $baseline } has no { $subject }, so a gain in percent has no sense; { $design } reaches { $level }.
finding-all-lose = No design helps: { $design } does least harm and still loses { $loss } of { $subject } against { $baseline }.
finding-none-apart = No design can be told apart from { $baseline } on { $subject }: the best, { $design }, is { $chance } likely to be ahead.
# The clause that says how far the best design raises the headline.
finding-raises-two-outcomes = { $design } raises { $subject } from { $from } to about { $high } in { $runs } of { $all } runs, and to about { $low } in the other { $rest }
finding-raises-levels = { $design } raises { $subject } from { $from } to { $to } ({ $low } to { $high } in eight of ten runs)
finding-raises-shares = { $design } raises { $subject } by { $low } to { $high } in eight of ten runs
# The sentence around that clause, which is $raise. $tie is empty, or finding-tie.
finding-raises-alone = { $raise }, against { $baseline }.
finding-raises-next-coincides = { $raise }; { $next } coincides with it{ $tie }.
finding-raises-next-behind = { $raise } and is { $chance } likely to be ahead of { $next }.
finding-raises-next-not-apart = { $raise }; it cannot be told apart from { $next } on { $subject } ({ $chance } likely to be ahead){ $tie }.
finding-tie = ; { $reasons }
finding-tie-costs-nothing = { $design } costs next to nothing beside the other
finding-tie-costs = { $design } costs { $share } of the other
finding-tie-holds = { $design } holds better when funding stops

# Whether the runs are enough.
finding-runs-of-one-design = { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} of one design.
finding-runs-too-few = { $runs ->
    [one] { $runs } run says
   *[other] { $runs } runs say
} little about chance: take 16 at least (--replicates 16).
finding-runs-no-gain = { $runs } runs of each design, and no gain in percent to be known.
finding-runs-in-units = { $runs } runs know the mean gain of every design to ±{ $known }.
finding-runs-as-wanted = { $runs } runs were needed to know the gain to ±{ $wanted } points, as asked.
finding-runs-not-as-wanted = { $runs } runs, the most allowed, know the gain to ±{ $known } points and not to ±{ $wanted }: raise replicates_most.
finding-runs-enough = { $runs } runs are enough: the gain is known to ±{ $known } points.
finding-runs-hopeless = { $runs } runs know the gain to ±{ $known } points only, beside a baseline near nothing.
finding-runs-more = { $runs } runs know the gain to ±{ $known } points only; about { $more } would know it to ±{ $goal } (--replicates { $more }).

# Warnings stand after "Watch out:".
finding-warning-farmed = with { $design }, { $share } of all points go to deeds that game the rules
finding-warning-unpaid = with { $design }, an empty pool breaks its word { $times ->
    [1] once
   *[other] { $times } times
} a run
finding-warning-overload = with { $design }, { $exits } reviewers a run leave because of overload
finding-warning-two-outcomes = { $design } has two outcomes: about { $high } in { $runs } of { $all } runs and about { $low } in { $rest }, and no middle describes them
finding-warning-coincides = { $design } and { $baseline } coincide: the curves lie on each other
finding-warning-long-tick = a tick of { $tick } biases diffusion (F(5) of a Bass curve by { $points } points); a week does not
finding-warning-guesses = { $guesses } of the { $all } assumptions in force are guesses
finding-screening-none = none of { $screened } assumptions stands out from chance in { $runs } screening runs
finding-screening-one = of { $screened } assumptions one stands out: { $path } ({ $standing })
finding-screening-some = { $guesses } of the { $strongest } strongest assumptions are guesses; the strongest is { $path } ({ $standing })

# Stylised facts.
finding-fact-middle-half = middle half
finding-fact-nine-tenths = p5 to p95
finding-fact-outside = outside
finding-facts = of { $all } facts { $inside } lie between p5 and p95, { $middle } of them in the middle half; { $outside ->
    [0] none lies outside
    [one] outside lies one: { $names }
   *[other] outside lie { $outside }: { $names }
}

# Worlds of a regret table.
finding-regret-not-apart = { $best } and { $next } cannot be told apart in what they may give away: { $lost }
finding-regret-not-apart-two = { $best } and { $next } cannot be told apart in what they may give away: { $lost } and { $next_lost }
finding-regret-never = { $best } is best in every world
finding-regret-least = { $best } gives away least where we are wrong: at most { $lost }, in “{ $world }”
finding-regret-next = { $design } may give away { $lost }, in “{ $world }”.
finding-regret-next-unsure = { $design } may give away { $lost }, in “{ $world }”, and { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} cannot tell more.
finding-regret-none-reaches = No design reaches { $target } in any world.
finding-regret-reaches = { $names } { $designs ->
    [one] reaches
   *[other] reach
} { $target } in { $count } of { $worlds } worlds.

# Where the verdict flips. $case is one of the cases, $points is finding-points.
finding-case-behind = { $design } gains nothing on { $baseline }
finding-case-misses = { $design } does not come to { $target }
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
finding-flips-always = In all of { $points }: { $case }
finding-flips-too-few = { $case } in { $cases } of { $points }; too few to say where
finding-flips-anywhere = { $case } in { $cases } of { $points }; no condition tells them from the others
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
finding-value-up-to = to { $value }
finding-value-from = from { $value }
finding-place-cannot-run = cannot be run
finding-place-unpaid = an empty pool breaks its word

# The front of a search.
finding-front-knee = knee
finding-front-largest-growth = largest growth
finding-front-cheapest = cheapest
finding-front-least-overload = least overload
finding-front-most = most { $goal }
finding-front-least = least { $goal }
finding-front-none-holds = No design that was tried holds { $limits }; the one that breaks it least is shown
finding-front-empty = Nothing was found
finding-front-one = One design is best in everything that is wanted
finding-front-one-for-money = One design is best in everything: growth of { $growth } for { $money }
finding-front-knee-of-goals = { $knee } is the knee of { $designs ->
    [one] { $designs } design
   *[other] { $designs } designs
}
finding-front-no-knee-of-goals = From { $first } to { $last } { $goal } goes from { $from } to { $to }, without a knee
finding-front-no-growth = More money buys no growth that runs can tell: { $growth } for { $money } ({ $design }), { $dear_growth } for { $dear_money } ({ $dear_design })
finding-front-knee-has-all = { $knee } is the knee: growth that cannot be told from the largest, { $growth }, for { $money } of its money
finding-front-knee-has-part = { $knee } is the knee: { $growth } of the largest growth for { $money } of its money
finding-front-rises = Growth rises with money, from { $growth } for { $money } ({ $design }) to { $most_growth } for { $most_money } ({ $most_design }), without a knee
finding-search-too-short = { $generations ->
    [one] { $generations } generation
   *[other] { $generations } generations
} are too few to say whether the search has converged
finding-search-converged = The search has converged: over the last { $over ->
    [one] generation
   *[other] { $over } generations
} the front moved by less than 1{"\u00A0"}%
finding-search-grew = The search has not converged: over the last { $over ->
    [one] generation
   *[other] { $over } generations
} the front still grew by { $share }; give `search.generations` more
finding-search-fell-back = The search goes by luck: over the last { $over ->
    [one] generation
   *[other] { $over } generations
} the front fell back by { $share } as its designs were run again; give `search.replicates` more
finding-fresh = Each is judged by { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} on fresh luck
finding-fresh-in-worlds = Each is judged by { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
} on fresh luck in { $worlds ->
    [one] { $worlds } world
   *[other] { $worlds } worlds
} freshly drawn
finding-fresh-fallen = ; { $count ->
    [one] { $fallen } of { $all } that the search had on its front is off it there
   *[other] { $fallen } of { $all } that the search had on its front are off it there
}
finding-fresh-promised = ; the search had put growth { $count ->
    [1] a point
   *[other] { $points } points
} { $way ->
    [above] above
   *[below] below
} that
