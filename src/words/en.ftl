# Every sentence that a person reads, in English. The syntax is that of Fluent (projectfluent.org/fluent/guide).
# Ids are kebab-case and begin with the room that says them. A table's id is its message, and each of its knobs an attribute.

run-count = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}

## Report

# The verdict in the terminal.
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
report-baseline = { $design } (baseline)
report-level = P{ $percent }
report-levels = P10 · P50 · P90: { $levels }
report-gain = gain (80 %)
report-better = likely ahead
report-cost-per-extra = cost per extra { $counted ->
    [contributors] contributor
    [members] member
    [adopters] adopter
    [developers] developer
    [students] student
    [partners] partner
    [users] user
    [people] person
   *[other] { $unit }
}
report-net = worth today, net of money
report-net-extra = beyond the baseline
report-coast = still active a year after funding stops
report-same-curve = the same curve
report-least-regret = { $design } (least to regret)
report-regret = If the world is another: the mean in each, and in brackets what is given away against the best design there
report-regret-in = If the world is another: the mean in each, and in brackets what is given away against the best design there, in { $unit }
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
    [one] One run of each design carries no interval and no chance.
   *[other] Ranges hold 8 in 10 runs; a gain is the difference from the baseline under the same luck.
}
report-head-design = Design
report-head-level =
    Last half
    year
report-head-gain = Gain
report-head-better =
    Likely to
    be ahead
report-head-cost =
    Cost in
    { $horizon }
report-head-extra =
    Cost per
    extra
report-head-coast =
    Active a year
    after funding
    stops
report-head-watch = Watch out
report-gain-baseline = baseline
report-gain-coincides = coincides
report-charts = What the runs show
report-charts-note = The title of each chart is its finding, written from the numbers.
report-figures = Figures
report-figures-note = { $runs ->
    [one] Median of the runs, mean of the last half year.
   *[other] Median of the runs, mean of the last half year; below it the range of 8 in 10 runs.
}
report-figures-hidden = { $count ->
    [one] One metric that is zero in every run is left out.
   *[other] { $count } metrics that are zero in every run are left out.
}
report-head-metric = Metric
report-assumptions = What it rests on
report-assumptions-note = { $guesses } of { $all } numbers are guesses: nobody has measured them. Change them in the scenario under the path given.
report-head-assumption = Assumption
report-head-value = Value
report-head-standing = Standing
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
