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
report-one-run = one run
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

## Experiment

experiment-no-metric = there is no metric called { $name }
experiment-unknown-metric = unknown metric
experiment-did-you-mean = did you mean `{ $name }`?
experiment-metrics-listed = `zaoshi list metrics SCENARIO` shows all
experiment-too-many-beside = `beside` names { $count } metrics, and a verdict has room for { $most }
experiment-too-many-beside-help = keep those that decide
experiment-too-many = too many
experiment-lint-under = under { $designs }: { $lint }

## Plan

plan-here = here
plan-no-factors = the scenario has nothing to sweep: no lever and no uncertainty
plan-no-factors-help = add a table such as `[lever.price]` with `path = "shop.hoodie.price"` and `values = [100, 200]`
plan-no-factors-label = no factors
plan-too-many-runs = that makes { $points } points with { $runs } runs each
plan-too-many-runs-help = fewer steps or values, or a sample: `sampling = "sobol"`
plan-too-many-runs-label = too many runs
plan-turned-twice = `{ $path }` is turned by [{ $one }] and by [{ $other }]
plan-turned-twice-help = one lever or one uncertainty for each value
plan-turned-twice-label = twice
plan-not-turnable = `{ $path }` is nothing that could be turned
plan-not-turnable-help = name a value, such as `points.answer.points`; `zaoshi list` shows all
plan-not-turnable-label = no value
plan-outside-range = `{ $path }` must lie in { $low } to { $high }, found { $found }
plan-outside-range-label = outside its range
plan-takes-a-number = `{ $path }` takes a number, and these are words
plan-takes-a-number-help = give numbers: `values = [1, 2]`, or `low` and `high`
plan-takes-words = `{ $path }` takes words, and this is no word
plan-takes-words-help = give the words that it may take, such as `words = ["on", "off"]`
plan-missing = its `{ $knob }` is missing
plan-missing-help = say it in the unit of what it turns
plan-empty-list = it is empty, so there is nothing to choose from
plan-empty-list-help = give at least one value
plan-values-unused = they say nothing to a { $distribution } one
plan-values-unused-help = add `distribution = "discrete"`
plan-no-list = it has no `{ $list }` to choose from
plan-no-list-help = give at least one
plan-weights = there are { $weights } weights for { $levels } { $list }
plan-weights-help = one weight for each, and one of them above zero
plan-low-not-below-high = { $low } is not below { $high }
plan-low-not-below-high-help = `low` lies below `high`
plan-mode-outside = { $mode } does not lie in { $low } to { $high }
plan-mode-outside-help = `mode` lies between `low` and `high`
plan-no-file = sampling by a table needs a `file`
plan-no-file-help = name a CSV, such as `file = "points.csv"`
plan-no-file-label = no file
plan-file-unreadable = cannot read { $file }: { $why }
plan-file-unreadable-help = a CSV file, looked for at { $path }
plan-factors-none = there are none
plan-factors-are = there are { $names }
plan-unknown-column = column { $column } of { $file }, `{ $head }`, is no lever and no uncertainty
plan-unknown-column-label = unknown column
plan-column-twice = columns { $one } and { $other } of { $file } are both `{ $head }`
plan-column-twice-help = one column for each lever or uncertainty
plan-file-torn = { $file } cannot be read as CSV: { $why }
plan-file-torn-help = a row has as many cells as there are columns
plan-cell = line { $line } of { $file }, column `{ $column }`: { $fault }
plan-cell-no-number = `{ $cell }` is no number
plan-cell-no-number-help = a number, or nothing: as the scenario says
plan-no-points = { $file } holds no points
plan-no-points-help = a row for each point, below the names of the columns
plan-no-points-label = no rows

## Store

# Openings of a sentence that goes on with a path and what the system said.
store-cannot-read = cannot read
store-cannot-write = cannot write
store-cannot-write-into = cannot write into
store-cannot-make-folder = cannot make the folder
store-cannot-lock = cannot lock

# What is wrong with a folder: a sentence that goes on from its path.
store-name-no-folder = the scenario's name { $name } cannot name a folder
store-no-folder = is no folder: name that of a run, such as output/<scenario>/<run>
store-no-run = holds no manifest.json, so it is not a run
store-move-away = holds no manifest.json, so it is not a run: move it away and run again
store-sweep-not-drawn = { $folder } is a sweep, and this draws runs: `zaoshi sweep { $folder }` prints its table, and `zaoshi explain { $folder }` explains it
store-run-changed = was changed after the run was stored
store-run-file-removed = was removed after the run was stored
store-other-bytes = the same scenario and seed now give other bytes than the stored run's
store-other-manifest = the same scenario and seed now give another manifest than the stored run's
store-other-bytes-now = holds other bytes than the same work gives now
store-nothing-overwritten = { $fault }; nothing was overwritten
store-manifest-of-search = is that of a search: `zaoshi search FOLDER` goes on with it and tells of it
store-other-version = was stored by version { $version } (layout { $layout }) and this is { $own } (layout { $own_layout }): go on with that one, or choose another folder with --out
store-no-manifest = is no manifest of a run or a sweep ({ $fault })
store-no-sweep-and-no-run = is not there, so this is no sweep and no run
store-run-lacks-file = is not there: run the scenario again with another --out
store-sweep-lacks-file = is not there: the same `zaoshi sweep SCENARIO` that stored it writes it again
store-run-changed-again = was changed after the run was stored: run the scenario again with another --out
store-sweep-changed = was changed after it was stored; delete it: the same `zaoshi sweep SCENARIO` that stored it writes it again
store-damage-missing = is not there
store-damage-torn = is torn or was changed
store-damage-columns = holds other columns than the manifest says
store-damage-runs = does not hold each of its runs once
store-run-torn = { $damage }: run the scenario again with another --out
store-part-torn = { $damage }: delete it, and `zaoshi sweep { $folder }` runs the shard again
store-parts-torn = { $damage }: delete it and { $other }, and `zaoshi sweep { $folder }` runs the shard again
store-cannot-be-made = cannot be made: { $fault }
store-no-column = has no column { $name }
store-not-as-written = it is not what was written
store-column-type = column { $column } is of type { $kind }

# What cannot be done with a folder or a file.
store-keeps-no-series = { $folder } keeps no series: sweep it with `--set plan.series=true`
store-points-ran = { $points } of { $of ->
    [one] { $of } point
   *[other] { $of } points
} ran; { $cannot } cannot: { $why }
store-nothing-to-tell = there is nothing to tell of { $folder }: { $why }
store-no-point-yet = no point of { $folder } has been run yet: `zaoshi sweep { $folder }` runs them
store-names-no-file = { $path } names no file
store-make-it-first = { $folder } is no folder, so { $path } cannot be written: make it first
store-is-no-file = { $path } is there and is no file: name another
store-not-overwritten = { $path } holds something else and is not overwritten: name another, or add --force
store-no-buckets = { $address } is a bucket, and this program was built without them: build it with `cargo install --features s3`
store-bucket-unreachable = { $address } cannot be reached: { $why }
store-no-bucket-named = it names no bucket, such as s3://bucket/folder
store-outside-bucket = what a scenario reads must lie beside it or in a folder below

## Sweep

sweep-too-many-factors = Sobol indices of { $factors } factors would take too many runs: { $most } at most. Declare the uncertainties that matter (`[uncertainty.NAME]`), or ask for --sensitivity morris, which many factors do not frighten
sweep-nothing-to-move = the scenario assumes nothing that could be moved both ways
sweep-no-lever = the scenario has no lever called { $name }. A path needs its range: `--map points.answer.points=1..9,shop.hoodie.price=10..90`
sweep-no-lever-near = the scenario has no lever called { $name }; did you mean `{ $near }`? A path needs its range: `--map points.answer.points=1..9,shop.hoodie.price=10..90`
sweep-run-is-whole = { $folder } is a run, and whole: there is nothing to go on with
sweep-other-points = gives other points than the manifest says: it was changed after the sweep was stored
sweep-as-it-is = as it is
sweep-per-year = per year
sweep-days = days

## Search

search-not-there = is not there, so this is no search
search-of-another-kind = is that of a { $kind }, and no search
search-no-manifest = is no manifest of a search
search-other-version = was stored by version { $version }, and this is { $own }: go on with that one, or search anew
search-changed = was changed, or scenario.toml beside it: nothing is done with it; search anew
search-round-unreadable = cannot be read: { $fault }; remove it to have it run again
search-round-of-other-runs = asks for other runs than this search does; nothing was overwritten
search-stopped = stopped: { $done } of { $all } rounds are done and kept; the same command goes on
search-horizon = 3 years
search-goal-gain = growth
search-goal-money-paid = money paid
search-goal-burnout-exits = exits from overload
search-design-of-front = { $letter } of the front
search-design-question = Is this design of the front the one to take?
search-design-about = { $design }, of a search over { $levers } levers: { $goals }.
search-design-judged = Judged by { $runs } runs on fresh luck.
search-no-levers = the scenario has nothing to search over: no lever
search-no-levers-help = add a table such as `[lever.price]` with `path = "shop.hoodie.price"`, `low = 10` and `high = 50`
search-no-levers-label = no levers
search-idle-lever = turns `{ $path }`, but `{ $table }` is off in every design that is searched
search-idle-lever-help = name the treatments that switch it on, such as `designs = ["shop"]` in `[search]`, or switch it on for all
search-idle-lever-label = turns nothing
search-metrics-listed = `zaoshi list metrics SCENARIO` shows all; `gain` is the headline beyond the baseline's
search-goal-no-metric = names `{ $name }`, which is no metric
