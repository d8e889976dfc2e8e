# Every sentence that a person reads, in English. The syntax is that of Fluent (projectfluent.org/fluent/guide).
# Ids are kebab-case and begin with the room that says them. A table's id is its message, and each of its knobs an attribute.

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
      130  interrupted; no half-written run is left under a run's name

    Begin with `zaoshi run`. Nothing leaves the machine.

cli-run = Compare the designs of a scenario by paired runs; print the verdict and write a folder
    .scenario = A file, or the name of a scenario that comes with the program [default: open-source-database]
    .with = Change a value in one more design; all --with of a call make that design together
    .replicates = Paired runs of each design, instead of the scenario's number
    .until = Go on beyond that number until the mean gain of every design is known to so many percent of the baseline, such as 4%
    .seed = Seed of the whole experiment, instead of the scenario's
    .out = Folder for results
    .threads = Threads; all cores where it is absent. The results do not depend on it
    .screen = Screen the assumptions that the baseline hangs on, in further runs over a part of the horizon; auto: where that takes no longer than the designs
    .json = Print the summary as JSON instead of the verdict
cli-run-examples =
    Examples:
      zaoshi run
      zaoshi run open-source-database --replicates 256
      zaoshi run mine.toml --with budget.total=200000 --with ladder.contributor.tier.sig.entry.seats=8
      zaoshi run mine.toml --json | jq .verdicts

    The folder is <out>/<scenario>/<run>. The same run again gives the same bytes: it is verified, not overwritten.

cli-check = Report every mistake of a scenario at once, with line, column and the nearest valid name
    .scenario = A file, or the name of a scenario that comes with the program
cli-check-examples =
    Examples:
      zaoshi check mine.toml
      zaoshi check open-source-database

cli-list = Show what a scenario may name: knobs, units, ranges, defaults, and where the defaults come from
    .shelf = Which shelf, or one row of it as SHELF.NAME; without it, the shelves themselves
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
    .presets = Published rules that stand in the new scenario in place of those of the same name; may be given several times
    .out = The file to write; NAME.toml where it is absent
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

cli-explain = Say which rules earned a design's gain, which assumptions it hangs on, and where it flips
    .scenario = A file, the name of a scenario that comes with the program, or the folder of a sweep [default: open-source-database]
    .design = The design to explain; the first where it is absent
    .case = With --flips: what counts as a flip
    .target = What the headline is to come to, with --map and with --flips --case target
    .points = Points of a sample, or rows and walks of a sensitivity analysis, instead of 256, 128 and 20
    .replicates = Paired runs at each point, instead of the scenario's number (rules) or 4
    .set = Change a value of the scenario, for all designs; may be given several times
    .out = Folder for results
    .threads = Threads; all cores where it is absent. The results do not depend on it
    .plan = Store what is to be run, say how much it is, and run nothing
    .json = Print JSON instead of a table
    .rules = Which group of rules earned how much (Shapley shares over every choice of rules); so too where no part is asked for
    .assumptions = How far the gain moves between the low and the high value of each uncertainty, or of each assumption where none is declared
    .sensitivity = Which share of the variance of the gain each uncertainty carries (sobol), or how much it moves it from many places (morris)
    .flips = Where the verdict flips: conditions in words, with coverage and density
    .map = What the design comes to over two levers: names of levers of the scenario, or PATH=LOW..HIGH
    .case-behind = The design gains nothing on the baseline
    .case-best = Another design is best than over all worlds
    .case-target = The design does not come to --target
    .sensitivity-sobol = First-order and total indices with intervals, for up to 24 uncertainties
    .sensitivity-morris = Elementary effects along walks, for many
cli-explain-examples =
    Examples:
      zaoshi explain                                       which rules earned the first design's gain: a waterfall
      zaoshi explain points-or-titles --design both
      zaoshi explain mine.toml --assumptions               which assumption matters: a tornado
      zaoshi explain mine.toml --sensitivity sobol         which share of what is uncertain each carries; morris for many
      zaoshi explain mine.toml --flips                     where the design no longer gains, in words
      zaoshi explain mine.toml --flips --case target --target 40
      zaoshi explain mine.toml --map price,points          two levers of the scenario; or PATH=LOW..HIGH
      zaoshi explain output/mine/1f0c… --flips             from the points of a sweep that is stored

    Each part runs as a sweep into <out>/<scenario>/<sweep>: Ctrl-C keeps what is done, and the same command goes on. Table, numbers and
    chart stand in its explain/.

cli-report = Draw charts and page again from a stored run, without simulating
    .run = The folder of a stored run
    .out = Folder for charts and page, instead of the run's own
cli-report-examples =
    Examples:
      zaoshi report output/open-source-database/1c08…           what it found; charts that were removed are drawn again
      zaoshi report output/open-source-database/1c08… --out slides

cli-sweep = Run every point of a plan of levers and uncertainties; what is done is kept, and the same command goes on
    .scenario = A file, the name of a scenario that comes with the program, or the folder of a sweep
    .set = Change a value of the scenario, for all designs; may be given several times
    .out = Folder for results, or s3://bucket/folder
    .threads = Threads; all cores where it is absent. The results do not depend on it
    .shard_runs = Runs of a shard, instead of as many as take some seconds
    .target = What the headline must reach at a point for a design to be good enough there, instead of the scenario's `target`
    .plan = Store what is to be run, say how much it is, and run nothing
    .status = Say how far it has come, and run nothing
    .verify = Read every part that is done and say what is wrong with it
    .merge = Write all runs that are done into one CSV
    .merge_series = Write their series into one CSV, a row for each run and recorded date; kept with --set plan.series=true
    .force = With --merge and --merge-series: replace what stands there
    .on = Hand the missing shards to a cluster instead of this machine's threads
    .dry_run = Print what would be submitted, and submit nothing
    .per_task = Shards of one task, instead of as few as make at most a thousand tasks
    .cpus = Cores of one task
    .at_once = Tasks at one time, at most
    .program = Where zaoshi stands on the machines of the cluster; where it stands here, if absent
    .address = Ray: the cluster's address, instead of RAY_ADDRESS or the one that runs on this machine
    .image = Kubernetes: the image that holds zaoshi
    .claim = Kubernetes: the volume claim to be mounted where the results stand here
    .secret = Kubernetes: the secret whose entries become variables of the worker, such as the keys of a bucket
    .more = Slurm, HyperQueue: what follows -- goes to sbatch or hq submit as it is
    .on-ray = A Ray cluster that runs: waits, shows how far it is, and ends with the table
    .on-slurm = A Slurm array job: submits and ends
    .on-hq = A HyperQueue task array: submits and ends
    .on-k8s = An Indexed Job of Kubernetes, printed with --dry-run for `kubectl create -f -`
cli-sweep-examples =
    Examples:
      zaoshi sweep mine.toml --plan            how many runs it is, and how long; nothing is run
      zaoshi sweep mine.toml                   run what is missing; Ctrl-C keeps what is done
      zaoshi sweep mine.toml --set plan.points=1024 --set plan.sampling=sobol
      zaoshi sweep mine.toml --status
      zaoshi sweep mine.toml --merge all.csv   one row a run
      zaoshi sweep mine.toml --out s3://bucket/folder   where many machines work on it; needs the feature s3
      zaoshi sweep mine.toml --on ray          on a Ray cluster; slurm, hq and k8s take it too

    The folder is <out>/<scenario>/<sweep>, with Parquet parts that pandas, polars and duckdb read.

cli-search = Search for the best designs under a budget; print the front, its knee, and whether the search has converged
    .scenario = A file, the name of a scenario that comes with the program, or the folder of a search
    .budget = Money that a design may pay until the horizon, instead of the scenario's `search.budget`
    .set = Change a value of the scenario, for all designs; may be given several times
    .out = Folder for results
    .threads = Threads; all cores where it is absent. The results do not depend on it
    .write_scenarios = Write each design of the front as a scenario into this folder. Never overwrites
    .plan = Say how much it is, and run nothing
    .json = Print the front as JSON instead of the table
cli-search-examples =
    Examples:
      zaoshi search best-programme                         growth against money against overload
      zaoshi search best-programme --budget 200000         no design may pay more
      zaoshi search mine.toml --plan                       how many runs it is, and how long; nothing is run
      zaoshi search mine.toml --set search.generations=30 --set search.robust=p10
      zaoshi search mine.toml --write-scenarios designs    each design of the front as a scenario that runs

    What may be turned are the [lever.*] of the scenario; what the world turns are its [uncertainty.*]; `zaoshi list search` shows the rest.
    The folder is <out>/<scenario>/search-<id>; Ctrl-C keeps what is done, and the same command, or the folder in its place, goes on.

cli-worker = Run some shards of a stored sweep, as a task on a cluster does
    .folder = The folder of a stored sweep, or its s3:// address
    .shards = The shards to run, such as 0-99,205; those that are done are left alone
    .from_env = Run only this task's part of the shards (of all, without --shards), by the number that the cluster gives it in a variable; HQ_TASK_ID, SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX where none is named
    .per_task = With --from-env: shards of one task
    .threads = Threads; all cores where it is absent
cli-worker-examples =
    Examples:
      zaoshi worker output/mine/1f0c… --shards 0-99,205
      zaoshi worker output/mine/1f0c… --from-env --per-task 10     inside an array job

    Exit codes: 0 done or already there; 42 will fail wherever it is tried; 75 may go well if it is tried again.

cli-facts = Compare what a scenario gives with ranges read in publications
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

## The command line: what all commands say

error-mark = error:
did-you-mean = ; did you mean `{ $name }`?
standard-output = <standard output>
threads-not-started = cannot start { $threads } threads: { $fault }
scenario-unknown = there is no file and no scenario { $name }{ $near }
scenario-see-list = ; `zaoshi list scenarios` shows those that come with the program
stop-requested = Stopping: what is done is kept. Ctrl-C again ends at once.
stop-nothing-written = stopped: nothing was written; the same command begins again
progress-bar = {"  "}{ $bar } { $done } of { $of } runs{ $left }
progress-line = { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    } done of { $of ->
        [one] { $of } run
       *[other] { $of } runs
    }{ $left }
progress-left = , { $time } left

## New, man, run, report

new-not-a-name = { $name } is no name for a scenario: take small letters, digits and hyphens, such as `first-bounty`
new-exists = { $path } is there already and is not overwritten: choose another with --out
new-wrote = Wrote { $path }
man-page = the manual page
run-not-a-percentage = give percent of the baseline above 0, such as 4%
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
list-kinds = Which sorts of organisations there are.
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
list-see-shelf = ; `zaoshi list { $shelf }` shows what is
list-as-json = the list as JSON
list-top = top of the file
list-needed = (needed)
list-own-names = Numbers under names of your own.
list-own-mechanism = The knobs of the shelf of that name, for this table alone.
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
list-takes-quota = so many per time, { $low } to { $high }
list-takes-text = text
list-takes-date = date, YYYY-MM-DD
list-takes-name = a name in { $place }
list-takes-names = names in { $place }
list-takes-words = list of words
list-place-siblings = the same ladder or path
list-place-metrics = `zaoshi list metrics SCENARIO`
list-place-presets = `zaoshi list presets`
presets-heads = name | what it is | source | read in
presets-how-to = In a treatment, presets = ["NAME"] swaps one in; `zaoshi list preset.NAME` shows what of it is modelled.
preset-origin = { $source }: { $place } ({ $status }, read on { $date })
preset-heads = published | here | set | note
preset-not-published = not published
preset-assumed = assumed
facts-heads = fact | p5 | p25 | median | p75 | p95 | ours | lies in

## Explain

explain-as-json = { $part } as JSON
explain-stored = Stored in { $folder }/
explain-wrote = Wrote { $folder }/explain/{ $files }
explain-not-changed = a stored sweep has its points and runs: give --set, --points and --replicates with a scenario
explain-no-such-design = the scenario has no design called { $name }{ $near }
explain-not-in-sweep = the sweep has no design called { $name }{ $near }
explain-no-pair = --map { $text } is no pair of levers: write two names, such as price,points, or paths with ranges, such as points.answer.points=1..9,shop.hoodie.price=10..90
explain-not-a-number = give a number, such as 40
explain-baseline-is-zero = the baseline has nothing of the headline, so a gain has nothing to be a share of
tornado-no-factor = no factor of this sweep takes more than one value
tornado-heads = assumption | | low | gain | high | gain | difference known to
tornado-known = ±{ $error }
tornado-chance = ±{ $error }, could be chance
tornado-rest = { $assumptions ->
        [one] { $assumptions } more assumption
       *[other] { $assumptions } more assumptions
    } are in tornado.csv.
tornado-gain = { $headline }, gain of { $design } as a share of the baseline; { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    } at each point
tornado-change = { $headline }, change against what it is as the scenario says; { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    } at each point
tornado-centre = As the scenario says: { $centre } ±{ $error }
tornado-centre-all = Over all points: { $centre } ±{ $error }
flips-no-target = --case target needs to know what to come to, such as --target 40
flips-baseline-alone = there is a baseline alone, so nothing can flip; ask for --case target
flips-levers-alone = this sweep turns levers alone, which are ours, so nothing of the world can flip the verdict: ask --assumptions or --map of it, or give the scenario an [uncertainty]
flips-no-chart = No chart: there is nothing to tell apart.
flips-points = Points turn levers of ours as well; conditions are of the world alone
flips-no-box = The chart shows where cases and others lie.
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
flips-tree-agrees = A tree of the same points splits on the same first.
flips-tree-differs = A tree of the same points splits on something else first: take the conditions with care.
flips-tree-finds-nothing = A tree of the same points finds no split worth saying.
map-no-such-lever = the sweep turns nothing called { $name }{ $near }
map-no-grid = the points of this sweep are no grid of the two: sweep with `plan.sampling=grid`, or explain the scenario instead
map-infeasible = In brackets, or a dash: { $why }.
map-mean = { $headline } under { $design }, mean of { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    } at each place
map-reached = { $reached } of { $feasible } places come to { $target }.
waterfall-no-design = the scenario has no design to explain: add a treatment
waterfall-no-change = { $design } changes nothing, so there is nothing to explain
waterfall-too-many = { $design } touches { $groups } groups of rules, and all their choices would be too many: { $most } at most; split the design into two
waterfall-not-every-choice = this sweep does not hold every choice of a design's rules: explain the scenario, or say what to explain, such as --flips
waterfall-heads = | mean | 80 % of runs | mean known to | alone
waterfall-range = { $low } to { $high }
waterfall-mean = { $headline }, mean of { $runs ->
        [one] { $runs } paired run
       *[other] { $runs } paired runs
    }; each group's share of the gain, over all orders in which the rules may come
waterfall-together = Together they gain { $gain } (±{ $error }) beyond the sum of what each gains alone; the shares hold it.
sensitivity-gain = gain of { $design }
sensitivity-level = level of the baseline
sensitivity-luck = No assumption moves the { $what } by more than luck does: { $spread } in 8 of 10 worlds
sensitivity-two = { $first } and { $second }
sensitivity-more = { $first } and { $others } others
sensitivity-could-be-luck = could be luck
sobol-no-crosses = the points of this sweep are no crosses for Sobol indices: explain the scenario with --sensitivity instead of its folder
sobol-more-points = Which assumption the { $what } hangs on cannot be told from { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }: more points are needed
sobol-first = { $assumption } carries { $share } ({ $interval }) of what is uncertain about the { $what }, alone and with others
sobol-near = { $assumptions } carry most of what is uncertain about the { $what }; which of them more cannot be told from { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
sobol-heads = assumption | | alone | 95 % | with others | 95 % |
sobol-subtitle = { $headline } ({ $spread } in 8 of 10 worlds): share of the variance, alone (dark) and with all that it acts together with (pale); 95 % intervals
sobol-alone-unknown = What they carry alone, together, cannot be told from { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }: more points are needed
sobol-alone = Alone they carry { $share } ({ $interval }) together; the rest is what they do with each other
sobol-alone-mark = alone
sobol-beyond = An estimate below 0 or above 100 % is printed as that: so few rows cannot tell it yet
morris-no-walks = the points of this sweep are no walks for elementary effects: explain the scenario with --sensitivity instead of its folder
morris-first = { $direction ->
        [raises] { $assumption } raises the { $what } most: by { $size } of the baseline from its low to its high value
        [lowers] { $assumption } lowers the { $what } most: by { $size } of the baseline from its low to its high value
       *[moves] { $assumption } moves the { $what } most: by { $size } of the baseline from its low to its high value
    }
morris-near = { $assumptions } move the { $what } most, by { $size } of the baseline and less; which of them more cannot be told from { $walks ->
        [one] { $walks } walk
       *[other] { $walks } walks
    }
morris-heads = assumption | | size (mu*) | | mean (mu) | spread (sigma) |
morris-subtitle = { $headline }: mean size of the effect over { $walks ->
        [one] { $walks } walk
       *[other] { $walks } walks
    } (pale), to the side of its mean with sign (dark); 95 % intervals
morris-spread = A spread as large as the size: the effect hangs on where the others stand
morris-mean-mark = mean
morris-rest = { $assumptions } more are in morris.csv.

## Sweep and worker

sweep-heads = design | P10 | P50 | P90 | { $each ->
        [world] gain over worlds (80 %)
        [setting] gain over settings (80 %)
       *[point] gain over points (80 %)
    }
sweep-heads-worlds = ahead at | largest regret
sweep-head-reaches = reaches { $target } at
sweep-head-highest = highest where
sweep-head-least = least to regret where
sweep-share = { $each ->
        [world] { $share } of worlds
        [setting] { $share } of settings
       *[point] { $share } of points
    }
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
    }, each design at its setting with the least to regret
sweep-no-regret = Each point turns levers of ours and the world at once, so it is no choice over worlds: no regret is told. Cross every setting with every world: --set plan.sampling=grid
sweep-no-regret-no-reach = Each point turns levers of ours and the world at once, so it is no choice over worlds: no regret is told, nor the share of worlds that reach { $target }. Cross every setting with every world: --set plan.sampling=grid
sweep-least-regret = Least to regret: { $design } gives away at most { $least } in any world, { $other } up to { $more }
sweep-regret-same = Least to regret: { $design } and { $other } cannot be told apart by these runs; they give away { $least } at most
sweep-regret-near = Least to regret: { $design } and { $other } cannot be told apart by these runs; they give away { $least } and { $more } at most
sweep-stored = Stored in { $folder }/; `zaoshi sweep` runs it
sweep-is-a-run = { $folder } is a run, and whole: `zaoshi report` tells of it; here --status, --verify, --merge and --merge-series do
sweep-not-changed = a stored sweep cannot be changed: give --set with the scenario
sweep-stopped = stopped: { $done } of { $shards } shards are done and kept; the same command goes on
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
sweep-to-go = ; about { $time } to go and { $size } on disk
sweep-status = { $done } of { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    } and { $ran } of { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    } are done in { $folder }/
sweep-verified = { $parts } parts are whole and hold each of their runs once; { $missing } shards are missing
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
sweep-wrote = Wrote { $folder }/  summary.csv  results/  design.parquet  manifest.json
worker-done = { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    } done, { $there } there already
worker-stopped = stopped: { $done } of { $shards } shards are done and kept
worker-points-fail = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } cannot be run, whatever is tried: { $why }
worker-no-number = { $variable } holds no number: is this a task of an array?
worker-no-number-in-any = none of { $variables } holds a number: is this a task of an array?
worker-no-shards = --shards { $text } is no list of shards, such as 0-2,7: this sweep has 0-{ $last }

## Clusters

cluster-heading = On a cluster (docs/cluster.md)
cluster-option = { $option } says nothing to { $engine }: leave it away
cluster-arguments = what follows --
cluster-hyperqueue = HyperQueue, which fills the workers that it has
cluster-nothing-missing = Nothing is missing: { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    } done
cluster-not-started = { $program } cannot be started ({ $fault }): { $remedy }
cluster-refused = { $program } has refused: { $why }
cluster-no-program = this program does not know where it stands ({ $fault }): give --program
cluster-afterwards =
    {"  "}zaoshi sweep { $place } --status   says how far it is
    {"  "}zaoshi sweep { $place }            prints the table once all is there; before, it would run what is missing here
cluster-hq-not-submitted = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }), not submitted: run this where HyperQueue's server is
cluster-hq-remedy = run this where HyperQueue is installed, or add --dry-run and run there what it prints
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
cluster-slurm-remedy = run this where Slurm is installed, or add --dry-run and submit what it prints there
cluster-slurm-submitted = Handed { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }) to Slurm as job { $job }: `squeue -j { $job }` shows it, `scancel { $job }` stops it
cluster-slurm-too-long = Where the array is too long for MaxArraySize of `scontrol show config`, give a larger --per-task than { $per_task }
cluster-slurm-codes = 75: may go well if it is tried again. 42: will fail wherever it is tried, and stands as failed in sacct.
cluster-k8s-needs-dry-run = zaoshi prints the Job and leaves its submission to kubectl: add --dry-run, and pipe it into `kubectl create -f -`
cluster-k8s-not-submitted = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }), not submitted: pipe this into `kubectl create -f -`
cluster-k8s-no-image = --image is missing: name the image that holds zaoshi
cluster-k8s-no-claim = a pod does not see this machine's folder: name with --claim the volume claim that holds it, or sweep into a bucket with --out s3://…
cluster-k8s-claim-for-bucket = --claim says nothing where the results stand in a bucket: leave it away
# Comments in what is submitted: one line each.
cluster-k8s-fails = Will fail wherever it is tried.
cluster-k8s-lost = The cluster took the pod away: no fault of the task's.
cluster-k8s-again = May go well if it is tried again.
cluster-ray-not-run = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }), not run: each is one of these on a node of the cluster
cluster-ray-runs = { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } ({ $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    }) on Ray, { $slots } at one time
cluster-ray-waits = the cluster has no { $cores ->
        [one] { $cores } core
       *[other] { $cores } cores
    } free for one task: it waits
cluster-ray-again = task { $task } is tried again: { $says }
cluster-ray-tasks-say = { $says } ({ $tasks } tasks say so)
cluster-ray-not-all = { $done } of { $shards } shards are done: { $why }; the same command goes on
cluster-ray-absent = Ray is not installed for { $python }: `pip install ray` there, or name another Python in ZAOSHI_PYTHON
cluster-ray-no-python = { $python } cannot be started ({ $fault }): --on ray needs Python with Ray; name it in ZAOSHI_PYTHON
cluster-ray-none-here = no Ray cluster runs on this machine: start one with `ray start --head`, or name one with --address HOST:6379
cluster-ray-no-answer = no Ray cluster answers at { $address } ({ $says }): see that it runs, that this machine is one of its nodes, and that both have the same token (docs/cluster.md)
cluster-ray-driver-ended = the driver has ended ({ $status }) { $last }
# The driver in Python fills the values of these.
cluster-ray-worker-not-started = { $program } cannot be started on { $node } ({ $fault }): give its place on the nodes with --program
cluster-ray-worker-ended = ended with { $code } on { $node }
cluster-ray-lost = Ray has lost it: { $fault }

## Search

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
    }, some { $time }
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
    }, some { $time }
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
search-shown = ; { $shown } of { $all } are shown, front.csv holds them all
search-wrote = Wrote { $folder }/  front.csv  search.json  convergence.csv  charts/
search-wrote-scenario = Wrote { $path }
search-scenario-there = There already, the same: { $path }
