# Every sentence that a person reads, in English. The syntax is that of Fluent (projectfluent.org/fluent/guide).
# Ids are kebab-case and begin with the room that says them. A table's id is its message, and each of its knobs an attribute.

run-count = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}

## Errors

error-scenario = { $count ->
    [one] the scenario has { $shown } mistake
   *[other] the scenario has { $shown } mistakes
}
error-file = { $verb } { $path }: { $reason }
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
mistake-no-unit-label = which unit?
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
mistake-not-name-in-list = is a list of names, found { $found } in it
mistake-not-name-in-list-label = not a name
mistake-not-number-in-list = is a list of numbers, found { $found } in it

## Mistakes of a scenario file

mistake-unknown-key = there is no `{ $key }`
mistake-unknown-key-in = there is no `{ $key }` in `{ $table }`
mistake-unknown-key-help = what may stand here: { $names }
mistake-needed = the scenario does not say its `{ $knob }`
mistake-needed-in = `{ $table }` does not say its `{ $knob }`
mistake-needed-label = `{ $knob }` is missing here
mistake-needed-help = add `{ $knob } = { $example }`: { $sentence }
mistake-value-help = `{ $knob }`: { $sentence }
mistake-table-for-value = `{ $path }` is { $asked }, not a table
mistake-table-for-value-label = a table
mistake-table-for-value-help = write `{ $knob } = { $example }`
mistake-no-such-name = `{ $path }` names `{ $of }.{ $name }`, which does not exist
mistake-no-such-name-label = no such name
mistake-no-such-name-help = under `{ $of }` there is { $names }
mistake-no-such-name-help-none = the scenario has nothing under `{ $of }`
mistake-named-is-off = `{ $of }.{ $name }` is off, but `{ $path }` needs it
mistake-named-is-off-label = switched off here
mistake-named-is-off-help = switch off what needs it too, or let `{ $path }` name another
mistake-not-table = must be a table, found { $found }
mistake-not-table-help-one = write `[{ $path }]` and its values on the lines below
mistake-not-table-help-numbers = write `{ $key } = {"{"} name = 0.5 {"}"}`
mistake-not-table-help-named = each has a name: write `[{ $path }.name]` and its values on the lines below
mistake-not-table-help-set = write `{ $key } = {"{"} "path" = value {"}"}`
mistake-not-table-help-scale = write `{ $key } = {"{"} "path" = 0.5 {"}"}`
mistake-unknown-row = there is no { $what } named `{ $name }`
mistake-unknown-row-help = there are { $names }
mistake-kind-of-organisation = kind of organisation
mistake-not-kebab = `{ $name }` is not a name in kebab-case
mistake-not-kebab-label = not in kebab-case
mistake-not-kebab-label-write = write `{ $name }`
mistake-not-kebab-help = lower-case letters and digits, in words joined by hyphens: `points-shop`
mistake-never-begins = `{ $path }` does not say when it begins
mistake-never-begins-label = neither `on` nor `when`
mistake-never-begins-help = add `on = 2027-01-04`, or `when = "members > 900 for 12 weeks"`
mistake-begins-twice = `{ $path }` begins on a date and with a condition
mistake-begins-twice-label = beside `on`
mistake-begins-twice-help = keep one of `on` and `when`
mistake-outside-set = `{ $key }` is outside of the `set` of its intervention
mistake-outside-set-label = inside `set`
mistake-outside-set-help = write `set = {"{"} "{ $key }" = … {"}"}`

## Conditions and objectives
# Each says what is wrong with the text; it stands behind the path, or behind "an objective".

condition-subject = a condition
objective-subject = an objective
mistake-at-objective = an objective { $says }
condition-ends-early = ends too soon
condition-ends-early-label = a metric or a number is missing here
condition-comparison-help = such as `members > 900`
condition-word-for-number = holds `{ $word }`, which is not a number
condition-true-or-false-help = a condition is true by a comparison, such as `momentum > 0`
condition-unclosed = does not close a parenthesis
condition-unclosed-label = `)` is missing here
condition-unclosed-help = each `(` needs a `)`
condition-misplaced = has `{ $word }` where a metric or a number should stand
condition-misplaced-label = nothing to look at
condition-deep = is nested too deeply
condition-deep-label = too deep
condition-deep-help = say it with fewer parentheses
condition-long = is too long
condition-long-label = one word too many
condition-long-help = say it in fewer words
condition-in-objective = compares where a number is wanted
condition-in-objective-label = nothing to compare with
condition-in-objective-help = what must hold of a design stands in `limits`
condition-assigns = holds `=`, which sets a value and compares none
condition-assigns-label = write `==`
condition-assigns-help = to compare, write `==`
condition-compares-twice = compares what is compared already
condition-compares-twice-label = a second comparison
condition-compares-twice-help = join two comparisons by `and`: `1 < a and a < 3`
condition-unopened = closes a parenthesis that was never opened
condition-unopened-label = nothing to close
condition-unopened-help = remove it
condition-goes-on = goes on after it could end
condition-goes-on-label = what joins it to what stands before?
condition-goes-on-help = join by `and`, `or`, a comparison, or + - * /
condition-not-truth = has a number where { $needs } needs something true or false
condition-not-truth-label = a number
condition-not-truth-help = compare it, such as `active-people > 900`
condition-not-number = has something true or false where { $needs } needs a number
condition-not-number-label = true or false
condition-not-number-help = a number, a metric, or a sum or product of them
condition-no-span = does not say for how long
condition-no-span-label-amount = how many?
condition-no-span-label-unit = of what?
condition-no-span-help = write the amount and the unit, such as `for 12 weeks`
condition-unit = measures time in `{ $unit }`
condition-unit-label = not a unit of time
condition-unit-label-meant = did you mean `{ $near }s`?
condition-unit-help = the units are { $units }
condition-letter = cannot hold `{ $letter }`
condition-letter-label = not part of a condition
condition-letter-help = metrics, numbers, + - * /, comparisons, and, or, not, parentheses, and `for 12 weeks`
condition-number-help = write it as 900, 1_000 or 0.35
objective-no-direction = does not say whether most or least of it is wanted
objective-no-direction-label = begin with `most` or `least`
objective-no-direction-help = such as "most gain" or "least money-paid"
limits-wait = waits for a span of time, and a design is judged once, at the horizon
limits-wait-label = nothing to wait for
limits-wait-help = leave out `for …`

## Mistakes of patches

patch-cannot-change = a patch cannot change `{ $knob }`
patch-cannot-change-label = not here
patch-cannot-change-help = change the scenario file itself
patch-shared = a patch cannot change `{ $knob }`: all designs of a scenario share it
patch-shared-label = shared by all designs
patch-shared-help = set `{ $knob }` for all of them, in the scenario or with `--with { $path }=…`
patch-factor = `{ $path }` is scaled by a number, found { $found }
patch-factor-help = write 0.5 for half as much
patch-no-number = `{ $path }` is no number that could be scaled
patch-no-number-help = name a number, such as `campaign.ads.intensity`; tables are switched in `set`
patch-scale-not-set = `{ $path }` is not set, so there is nothing to scale
patch-scale-not-set-label = not set
patch-scale-help = put a value of its own into `set`
patch-absent = the scenario has no `{ $path }`
patch-absent-label = not in this scenario
patch-absent-help = to add it, write "{ $path }" = {"{"} { $key } = { $value } {"}"}
patch-absent-help-switch = only what stands in the scenario can be switched { $word }
patch-none-to-switch = the scenario has nothing under `{ $path }` to switch { $word }
patch-none-to-switch-label = nothing there
patch-no-switch = `{ $path }` cannot be switched { $word }
patch-no-switch-label = always in force
patch-no-switch-help = tables under a name can, such as `points.answer`, and whole parts, such as `points`
patch-argument-help = write PATH=VALUE, such as budget.total=500000 or points=off
patch-argument-no-equals = "{ $argument }" has no `=`
patch-argument-empty = "{ $argument }" needs a path and a value
patch-argument-no-value = `{ $value }` is not a value
patch-argument-no-value-help = check its quotes and brackets

## Mistakes of presets and of what a scenario extends

scenario-preset-unknown = there is no preset "{ $name }"
scenario-preset-unknown-label = no such preset
scenario-preset-unknown-help = `zaoshi list presets` shows them all
scenario-preset-no-action = the preset "{ $name }" rewards `{ $word }`, and the scenario has no such action
scenario-preset-no-action-label = no action for `{ $word }`
scenario-preset-no-action-label-near = is it your `{ $near }`?
scenario-preset-no-action-help = add [action.{ $word }]; or say which of { $actions } it is, with preset-actions = {"{"} { $word } = "{ $near }" {"}"}
scenario-preset-field = `{ $field }` is { $how } and names { $path }
scenario-preset-field-no-path = `{ $field }` is { $how } and names no path
scenario-preset-field-label = which number?
scenario-preset-field-help = what is modelled or approximated names a path that the file sets; what is not, none
scenario-preset-source = source: { $source }, { $place }
scenario-extends-unknown = there is no scenario "{ $name }" to extend
scenario-extends-unknown-label = no such file
scenario-extends-unknown-help = a path relative to this file, or the name of a scenario that comes with the program
scenario-extends-circle = "{ $name }" extends itself, directly or in a circle
scenario-extends-circle-label = the circle closes here
scenario-extends-circle-help = a scenario may extend one that does not extend it in turn
scenario-extends-unreadable = cannot read the scenario "{ $name }" to extend: { $reason }
scenario-extends-unreadable-label = cannot be read
scenario-extends-unreadable-help = it must be a text file
scenario-shipped-folder = (with the program)
# How the mistakes begin that say that a name is unknown, and the labels that say which was meant: a mistake is known by them as an
# echo of another.
salvage-unknown-name = there is no{" "}
salvage-meant = did you mean

## Mistakes of TOML

toml-help-text = write a text as "text", a rate as "0.03 per year", a date as 2027-01-04
toml-help-line = a line is `key = value`, `[table]` or `# comment`
toml-help-value = after `=` comes a value: a number, "text", true, 2027-01-04, [a list] or {"{"} a = "table" {"}"}
toml-duplicate-key = `{ $key }` stands twice in the same table
toml-duplicate-key-help = keep one of the two; a table may be opened only once, too
toml-unclosed-text = a text does not end on its line
toml-unclosed-text-help = close it with the quote that it began with
toml-no-value = a value is missing
toml-no-key = a key is missing
toml-trailing = something stands behind the value
toml-trailing-help = put each key on a line of its own, and a text in quotes
toml-equals = one `=` too many
toml-unclosed-list = a list is not closed
toml-unclosed-list-help = close it with `]`
toml-unclosed-table = a table is not closed
toml-unclosed-table-help = close it with `{"}"}`
toml-bad-key = a key must be of letters, digits, `-` and `_`
toml-bad-key-help = put any other key in quotes
toml-no-quotes = a text needs quotes
toml-unclosed-header = a table's name is not closed
toml-unclosed-header-help = write `[table]`
toml-key-alone = a key without a value

## Mistakes of a model

model-no-segment = there is nobody: the scenario has no segment
model-no-segment-help = write for instance: [segment.users] with people = 1000
model-too-many-people = { $people } people are more than a run can hold
model-too-many-label = too many
model-at-most = at most { $most }
model-too-many-members = { $count } is more than the { $most } people of the segment
model-too-many-contributors = { $count } is more than the { $most } members at the start of the segment
model-too-many-joined = { $count } is more than the { $most } of the group
model-one-too-many-label = one too many
model-too-many-actions = { $count } actions are more than the { $most } that a scenario may have
model-mimics-itself = an action cannot mimic itself
model-mimics-itself-label = itself
model-mimics-mimic = { $action } mimics { $mimicked }, which is itself not what it seems
model-mimics-mimic-label = mimics too
model-mimics-mimic-help = mimic an action that mimics none
model-announced-too-soon = announcement.{ $name } must be met on { $by }, and is first heard on { $on }
model-announced-too-soon-label = too early
model-announced-too-soon-help = let `by` be a day after `on`
model-occasion-no-action = deeds are done there, and it does not say which
model-occasion-no-action-label = of which action?
model-add-action-help = add action = "…", one of: { $names }
model-no-action = there is no action called { $name }, and the rule names none
model-no-action-label = which action?
model-too-many-watches = { $count } interventions with a condition are more than the { $most } that a scenario may have
model-too-many-watches-help = all their combinations are checked before the run; join some of them
model-new-on-date = { $path } comes into the world on a date, and what there is must be there from the start
model-new-on-date-label = new on that date
model-new-on-date-help = write [{ $path }] in the file with off = true, and switch it "on" on the date
model-new-pool = a pool comes into the world on a date
model-new-pool-help = write the pool in the file, with share 0 until it is needed
model-changed-milestone = what a milestone waits for cannot change on a date
model-changed = the world is born once: this cannot change on a date
model-changed-help = set it from the first day on, in a design without `from`; for another on a date, write another [{ $part }.…] with off = true and switch that one "on"
model-changed-contacts = contacts are drawn once: they cannot change on a date
model-changed-contacts-help = set them from the first day on, in a design without `from`
model-contacts-label = this file
model-contacts-unreadable = cannot read { $path }: { $reason }
model-contacts-unreadable-help = a CSV of two columns, from and to
model-contacts-row = line { $line } of { $path } is not a pair of people
model-contacts-row-help = two numbers from 0 to { $last }
model-no-start = the run has no first day
model-no-start-help = write: start = 2027-01-04
model-shares-sigs = with this one the shares of the SIGs of action.{ $action } add up to more than 1
model-shares-chapters = with this one the shares of the chapters of segment.{ $segment } by { $by } add up to more than 1
model-shares-help = shares of the same people, such as 0.6 and 0.4
model-shares-label = more than there is
model-sig-not-reviewed = action.{ $action } is not reviewed, so that a SIG has nothing to do with it
model-sig-not-reviewed-label = not reviewed
model-sig-not-reviewed-help = write `reviewed = true` in [action.{ $action }]
model-seat-no-group = there are no organisations called { $name }, and the seat names none
model-seat-no-group-label = whose seats?
model-seat-no-group-help = add organisation = "…", one of: { $names }
model-chapter-no-tier = ladder.{ $ladder } has no tier called { $tier }
model-chapter-no-tier-label = which tier?
model-pot-no-seats = a pot is shared by seats, and the tier has none
model-pot-no-seats-label = a pot
model-pot-no-seats-help = for instance: [{ $path }.entry] seats = 5
model-returns = whoever goes from { $tier } by themselves comes back to it
model-returns-label = leads back to itself
model-returns-help = name a tier for those who have served, such as emeritus, from which nobody is sent on
model-tier-circle = the tiers of { $path } stand on each other in a circle
model-tier-circle-help = { $below ->
    [organisations] let the lowest of them say no `from`: it stands on any organisation inside
   *[people] let the lowest of them say no `from`: it stands on the open community
}
model-milestone-from = organisation.{ $group } is no investor: its kind is { $kind }
model-milestone-from-label = puts no money in
model-milestone-from-help = name a group of the kind investor, or leave `from` out
model-no-kind = { $path } does not say of which kind it is
model-many-kinds = { $path } is of more than one kind: { $kinds }
model-kind-label = which kind?
model-kind-help = write one table [{ $path }.as.KIND], KIND one of: { $kinds }
model-lead-shares = tiers lead { $share } of all projects, and there is no more than 1
model-lead-shares-help = lower their lead_share: what is left of 1 is open to everybody
model-pool-shares = the shares of the pools add up to more than 1
model-pool-shares-help = shares of the total, such as {"{"} prizes = 0.4, ads = 0.6 {"}"}
model-complex-contagion = complex contagion counts contacts, and well-mixed people have none to count
model-complex-contagion-label = needs a network
model-complex-contagion-help = set contacts.kind to random, small-world, scale-free or file
model-shock-exposes = shock.{ $shock } exposes { $path }, and nothing of that name is promised
model-shock-exposes-label = no such promise
model-shock-exposes-help = a promise is a tier of a ladder or a path, or an announced size
model-voters-themselves = nobody can come onto { $tier }: its own holders vote, and there are none at the start
model-voters = nobody can come onto { $tier }: { $voters } must vote, and nobody is there before somebody stands on { $tier }
model-voters-label = waits for itself
model-voters-help = let a tier vote that people reach without it, or begin with some: [ladder.{ $ladder }.tier.{ $voters }] holders_at_start = 3
model-unpooled = this costs money, and no pool pays for it
model-unpooled-label = from which pool?
model-unpooled-help = add pool = "…", one of: { $pools }
model-unpooled-help-payer = add pool = "…" to [{ $payer }], one of: { $pools }
model-unpooled-help-none = write [budget] with pools = {"{"} prizes = 1.0 {"}"}, and pool = "prizes" here

## Lints: what a scenario says and seldom means
# Each opens with the path that it is about.

lint-when-from = from { $date }
lint-when-while = while { $names } holds
lint-when-from-while = from { $date } while { $names } holds
lint-announced = announcement.{ $name }.size: { $size } members are announced among { $people } people, so it cannot be met
lint-other-kind = { $path }.organisations: { $group } are organisations of another kind
lint-shock-unbelieved = shock.{ $name }.expose: without [belief] or [trust] nobody believes anything less for it
lint-shock-idle = shock.{ $name }: it strikes nothing: say what share leaves, stops or is lost
lint-never-begins = { $path }: the run ends on { $date }, so it never begins
lint-never-strikes = { $path }: the run begins on { $date }, so it never strikes
lint-industry = organisation.{ $group }.industry: no other organisation is of "{ $industry }", so they look at nobody's references but their own
lint-industry-meant = organisation.{ $group }.industry: no other organisation is of "{ $industry }", so they look at nobody's references but their own; did you mean "{ $near }"?
lint-overdrawn = budget.pools.{ $pool }: full seats and campaigns ask for { $asked } a year, and { $has } come in, so promises will be broken
lint-path-empty = path.{ $path }: there is no organisation that may stand on it
lint-path-seats = { $path }: seats without a review fill up once, and hope dies below them
lint-path-no-more = { $path }: it asks for nothing more than { $below }, on which it stands
lint-path-certified = { $path }.entry.certified: { $asked } are asked for, and with the hours of the largest of them { $most } can be kept at most
lint-path-responds = { $path }: nobody can reach it, for it asks for trained people, and with responds at 0 nobody sets out to train any
lint-path-pace = { $path }: nobody can reach it, for it asks for trained people, and with pace at 0 nobody has hours to train any
lint-path-deliver = { $path }: nobody can reach it, for it asks for projects or revenue, and none of its organisations is a partner
lint-path-support = { $path }.benefit.support_hours: nobody gets support, for hub.costs.support is 0
lint-path-leads = { $path }.benefit.lead_share: nobody on it delivers projects, for none of them is a partner
lint-farmed = action.{ $action }: it brings { $farms } points an hour and { $honest } brings { $works }, so it pays to game the rules
lint-controlling = prize.{ $prize }: people like { $action } anyway, and a reward that is felt as pay can drive that out; announce none, or controlling = "praise"
lint-not-made = { $path }: nobody is given { $resource }, for hub.costs.{ $resource } is 0
lint-not-wanted = { $path }: they ask for no { $resource }, for { $table }.worth.{ $resource } is 0
lint-tier-no-review = { $path }: nobody is voted out, for there is no review: say `every` in `review`
lint-tier-seats = { $path }: seats without a review, a term or an exit fill up once, and hope dies below them
lint-tier-employers = { $path }: everybody is their own employer, so that any sponsors do: say among how many a segment's people are spread, in `employers`
lint-tier-keeps = { $path }: staying asks more ({ $keeps }) than getting in ({ $asks }), so many fall at the first review
lint-tier-closed = { $path }: nobody can reach it, for no action that counts is open to anybody
lint-tier-no-points = { $path }: nobody can reach it, for no action that counts earns points
lint-tier-capped = { $path }: nobody can reach it: it asks for { $asked } points within { $days } days, and the caps allow { $most }
lint-tier-late = { $path }: nobody can reach it, for it opens after the last day of the run
lint-tier-below = { $path }: nobody can reach it, for nobody comes onto { $below } below it
lint-tier-nobody = { $path }: nobody can reach it, for there is nobody at the start who could vouch or vote
lint-tier-no-more = { $path }: it asks for no more than { $below } below it, so whoever is there comes up at once
lint-tier-inflated = { $path }: points inflate: an average member of { $segment } earns { $points } within its window, and it asks for { $asked }
