//! Designs that a command adds: that of `--with` beside those of a scenario, and programmes in their place. Like is compared with like.
//!
//! Invariant: such a design begins on the day on which the other designs begin, unless the arguments say another day or it cannot begin late.

use jiff::civil::Date;

use super::Experiment;
use crate::error::Error;
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::{day_number, day_of};

/// The scenario with the design of all `--with PATH=VALUE` arguments together, and a sentence on the day on which it begins, if the
/// scenario's own designs begin on a day.
///
/// # Errors
/// Arguments that cannot be read or do not fit the scenario.
pub fn with_design(scenario: &Scenario, args: &[String]) -> Result<(Scenario, Option<String>), Error> {
    if args.is_empty() {
        return Ok((scenario.clone(), None));
    }
    let begins: Vec<Option<Date>> = scenario.treatments().into_iter().map(|patch| patch.from).collect();
    let alike = begins.windows(2).all(|pair| pair[0] == pair[1]);
    // A design without a day begins with the run, before all others.
    let first = begins.iter().copied().min().flatten();
    let (more, begun) = added(scenario, args, first)?;
    let note = match first {
        _ if is_given(args) => begun.and_then(|day| outside(&more, day)),
        None if begins.iter().any(Option::is_some) => Some(say!("added-begins-with-run")),
        None => None,
        Some(_) if begun != first => None,
        Some(first) => match resolved(&more) {
            Ok(()) => {
                let day = first.to_string();
                Some(if alike { say!("added-begins", date = day) } else { say!("added-begins-first", date = day) })
            }
            // What cannot change on a day stands from the start.
            Err(late) => {
                let (whole, _) = added(scenario, args, None)?;
                if resolved(&whole).is_err() {
                    return Err(late);
                }
                let why = reason(&late);
                return Ok((whole, Some(say!("added-stands", date = first.to_string(), why = why))));
            }
        },
    };
    Ok((more, note))
}

/// The scenario with presets as designs in place of its own, from a day on, and what was left out for them; `None` without presets. If no day
/// is given, they begin on the first day of its own designs.
///
/// # Errors
/// Unknown presets; presets whose rules do not fit the scenario.
pub fn programmes(
    scenario: &Scenario,
    presets: &[String],
    from: Option<Date>,
) -> Result<(Option<Scenario>, Vec<String>), Error> {
    if presets.is_empty() {
        return Ok((None, Vec::new()));
    }
    let mut names: Vec<String> = Vec::new();
    let mut notes = Vec::new();
    for name in presets {
        if names.contains(name) {
            notes.push(say!("programmes-twice", name = name));
        } else {
            names.push(name.clone());
        }
    }
    let levers = scenario.names("lever");
    if !levers.is_empty() {
        notes.push(say!("programmes-levers", levers = levers.join(", ")));
    }
    let kept = scenario.root().presets;
    if !kept.is_empty() {
        notes.push(say!("programmes-baseline", presets = kept.join(", ")));
    }
    let first = scenario.treatments().into_iter().filter_map(|patch| patch.from).min();
    Ok((Some(scenario.comparing(&names, from.or(first))?), notes))
}

/// The scenario with the design, and the day on which the design begins.
fn added(scenario: &Scenario, args: &[String], from: Option<Date>) -> Result<(Scenario, Option<Date>), Error> {
    let more = scenario.with_design(args, from)?;
    let begins = more.treatments().last().and_then(|patch| patch.from);
    Ok((more, begins))
}

/// What is said of a day outside of the run.
fn outside(scenario: &Scenario, day: Date) -> Option<String> {
    let root = scenario.root();
    let start: Date = root.start.parse().ok()?;
    let end = day_of(day_number(start) + root.horizon);
    let (from, day) = (start.to_string(), day);
    match () {
        () if day >= end => Some(say!("added-never-begins", date = day.to_string(), end = end.to_string())),
        () if day < start => Some(say!("added-begins-before", date = day.to_string(), start = from)),
        () => None,
    }
}

/// Whether the arguments say the day, or copy a design that has its own.
fn is_given(args: &[String]) -> bool {
    let path = |arg: &String| arg.split('=').next().unwrap_or_default().trim().to_owned();
    args.iter().map(path).any(|path| path == "from" || path.starts_with("treatment."))
}

/// Whether the model takes the last design.
fn resolved(scenario: &Scenario) -> Result<(), Error> {
    let last: Vec<_> = scenario.treatments().into_iter().next_back().into_iter().collect();
    Experiment::from_patches(scenario, &last).map(|_| ())
}

/// The first mistake, with its path.
fn reason(error: &Error) -> String {
    match error {
        Error::Scenario(mistakes) => match mistakes.list.first() {
            Some(mistake) => format!("{}: {}", mistake.path, mistake.says),
            None => error.to_string(),
        },
        other => other.to_string(),
    }
}
