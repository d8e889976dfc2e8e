# Every sentence that a person reads, in English. The syntax is that of Fluent (projectfluent.org/fluent/guide).
# Ids are kebab-case and begin with the room that says them. A table's id is its message, and each of its knobs an attribute.

run-count = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}

## Run

run-design-sets-shared = --with makes one more design, and all designs share { $name }: { $name ->
    [seed] use --seed
    [replicates] use --replicates
   *[other] write it in the scenario
}
run-examples =
    Examples:
      zaoshi run
      zaoshi run open-source-database --replicates 256
      zaoshi run mine.toml --with budget.total=200000 --with ladder.contributor.tier.sig.entry.seats=8
      zaoshi run mine.toml --json | jq .verdicts

    The folder is <out>/<scenario>/<run>. The same run again gives the same bytes: it is verified, not overwritten.
run-summary-as-json = the summary as JSON
run-wrote = Wrote { $folder }/  report.html  summary.csv  trajectories.csv  charts/  results/  manifest.json
run-verified = Already there, the same to the byte: { $folder }/  report.html  summary.csv  trajectories.csv  charts/  results/  manifest.json

## Check

check-right = { $file } is right: { $people } people in { $segments ->
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
check-sweep = a sweep of it has { $points ->
    [one] { $points } point
   *[other] { $points } points
} and { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}
check-worlds = its designs hold in { $worlds ->
    [one] { $worlds } world
   *[other] { $worlds } worlds
} beside its own
check-search = a search of it has about { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}
check-note = note: { $says }
check-long-tick = note: a tick of a month or a year biases diffusion by several percent; a week does not
list-metric = { $title }, in { $unit }
schema-what = the schema
