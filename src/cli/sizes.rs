//! Sizes before work: what does not fit into this machine is refused, and what takes long says so.
//!
//! Invariant: called before a folder is created and before anything is laid out; every time is a guess and is told as one.

use std::path::Path;
use std::time::Instant;

use crate::error::Error;
use crate::experiment::Experiment;
use crate::experiment::size::{Memory, Most, Size};
use crate::plan::{self, Count, Plan};
use crate::say;
use crate::scenario::Scenario;
use crate::store::place::Place;
use crate::sweep;
use crate::words::number::{figure, wall_time};

use super::{log, machine};

/// People × ticks that a core does in a second: as measured on the authors' machine over the scenarios that come with the program.
const PACE: f64 = 2.5e7;
/// Seconds of charts, page and tables.
const PICTURES: f64 = 1.5;
/// The share of a core that a further one adds.
const SHARED: f64 = 0.85;
/// A run of this many seconds is long: it says its size at once.
const LONG: f64 = 20.0;
/// Seconds that are guessed from people and ticks alone; longer ones are guessed from a beginning that is measured.
const SHORT: f64 = 5.0;
/// Points of a plan that take seconds to lay out.
pub(super) const MANY: f64 = 300_000.0;
/// Bytes that no machine has, where the system does not say what this one has.
const ABSURD: f64 = 4e12;

/// Refuses what does not fit into the memory that is free, on the threads of the program, or onto the disk of the folder.
///
/// # Errors
/// Both numbers, and what would fit.
pub(super) fn must_fit(size: &dyn Fn(usize) -> Size, out: &Path) -> Result<(), Error> {
    let threads = rayon::current_num_threads();
    memory_fits(&|threads| size(threads).memory, threads)?;
    let disk = size(threads).disk;
    let free = if Place::is_bucket(out) { None } else { machine::disk(out) };
    if disk > free.unwrap_or(ABSURD) {
        let need = bytes(disk);
        return Err(Error::TooLarge(match free {
            Some(free) => say!("sizes-no-disk", need = need, free = bytes(free), folder = out.display().to_string()),
            None => say!("sizes-absurd-disk", need = need),
        }));
    }
    Ok(())
}

/// Refuses what does not fit into memory.
///
/// # Errors
/// Both numbers, and what would fit.
pub(super) fn memory_fits(memory: &dyn Fn(usize) -> Memory, threads: usize) -> Result<(), Error> {
    fits_into(memory, threads, machine::memory())
}

fn fits_into(memory: &dyn Fn(usize) -> Memory, threads: usize, free: Option<f64>) -> Result<(), Error> {
    let most = free.unwrap_or(ABSURD);
    let need = memory(threads);
    if need.bytes() <= most {
        return Ok(());
    }
    let fewer = (1..threads).rev().find(|threads| memory(*threads).bytes() <= most);
    let remedy = match (fewer, need.most()) {
        (Some(fewer), _) => say!("sizes-fewer-threads", threads = fewer, need = bytes(memory(fewer).bytes())),
        (None, Most::People) => say!("sizes-fewer-people"),
        (None, Most::Contacts) => say!("sizes-fewer-contacts"),
        (None, Most::Results) => say!("sizes-fewer-results"),
        (None, Most::Points) => say!("sizes-fewer-points"),
    };
    let need = bytes(need.bytes());
    Err(Error::TooLarge(match free {
        Some(free) => say!("sizes-no-memory", need = need, free = bytes(free), remedy = remedy),
        None => say!("sizes-absurd-memory", need = need, remedy = remedy),
    }))
}

/// Refuses a sweep, a search or worlds whose largest point does not fit into memory.
///
/// # Errors
/// Both numbers, and what would fit.
pub(super) fn extremes_fit(scenario: &Scenario, swept: bool) -> Result<(), Error> {
    for extreme in plan::extremes(scenario, swept) {
        // What is not valid there is told by what runs it.
        if let Ok(experiment) = Experiment::design(&extreme) {
            let fits = memory_fits(&|threads| experiment.size(threads).memory, rayon::current_num_threads());
            fits.map_err(|fault| Error::TooLarge(say!("sizes-largest", why = fault.to_string())))?;
        }
    }
    Ok(())
}

/// Refuses a plan whose points alone do not fit into memory, before they are made.
///
/// # Errors
/// Mistakes of the plan; both numbers.
pub(super) fn plan_fits(scenario: &Scenario) -> Result<Count, Error> {
    let count = Plan::count(scenario)?;
    memory_fits(&|_| Memory { points: count.bytes(), ..Memory::default() }, 1)?;
    Ok(count)
}

/// Refuses a plan that does not fit, and says so if there are very many points: to lay them out takes a while.
///
/// # Errors
/// As those of [`plan_fits`].
pub(super) fn lay_out(scenario: &Scenario) -> Result<(), Error> {
    let count = plan_fits(scenario)?;
    extremes_fit(scenario, true)?;
    if count.points > MANY {
        log(&(say!("sizes-many-points", points = figure(count.points)) + "\n"));
    }
    Ok(())
}

/// `about 3 min on 2 cores, 40 MB of memory, 6 MB on disk`; no line if any of it is unknown.
pub(super) fn line(size: &Size, seconds: f64) -> String {
    say!(
        "sizes-line",
        time = wall_time(seconds),
        cores = rayon::current_num_threads(),
        memory = bytes(size.memory.bytes()),
        disk = bytes(size.disk)
    )
}

/// Says the size of a run that takes long; `scenario` and `runs` are those of its designs.
pub(super) fn say_if_long(size: &Size, scenario: &Scenario, runs: f64) {
    let mut seconds = seconds(size.work);
    if seconds > SHORT {
        seconds = measured(scenario, size.work, runs);
    }
    if seconds > LONG {
        log(&(line(size, seconds) + "\n"));
    }
}

/// Seconds of some people × ticks on all threads, guessed.
pub(super) fn seconds(work: f64) -> f64 {
    work / (PACE * cores()) + PICTURES
}

/// Seconds of some runs of a scenario, guessed from the first tick and a short beginning of one of them.
pub(super) fn measured(scenario: &Scenario, work: f64, runs: f64) -> f64 {
    let timed = |part: f64| {
        let begun = Instant::now();
        let done = sweep::probe(scenario, work / runs.max(1.0), part).ok()?;
        Some((begun.elapsed().as_secs_f64(), done as f64))
    };
    let both = || Some((timed(0.0)?, timed(1.0)?));
    // On one thread, so that the clock shows the work.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let Some(((first, few), (beginning, more))) = pool.ok().and_then(|pool| pool.install(both)) else {
        // What is measured may have no value so early.
        return seconds(work);
    };
    let pace = if more > few { (beginning - first).max(0.0) / (more - few) } else { 1.0 / PACE };
    let set_up = (first - pace * few).max(0.0);
    (set_up * runs + pace * work) / cores() + PICTURES
}

/// What the threads of the program do at once, in cores.
fn cores() -> f64 {
    1.0 + SHARED * (rayon::current_num_threads() as f64 - 1.0)
}

/// A size in KB, MB, GB or TB.
pub(super) fn bytes(bytes: f64) -> String {
    let (size, unit) = match bytes {
        b if b < 1e6 => (format!("{:.0}", (b / 1e3).max(1.0)), "KB"),
        b if b < 1e9 => (format!("{:.0}", b / 1e6), "MB"),
        b if b < 1e12 => (format!("{:.1}", b / 1e9), "GB"),
        b => (format!("{:.1}", b / 1e12), "TB"),
    };
    format!("{size} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(gigabytes: f64) -> Memory {
        Memory { people: gigabytes * 1e9, ..Memory::default() }
    }

    #[test]
    fn what_does_not_fit_is_told_with_both_numbers_and_with_what_would_fit() {
        let of = |threads: usize| people(10.0 * threads as f64);
        let told = |free: Option<f64>| fits_into(&of, 4, free).unwrap_err();
        assert!(fits_into(&of, 4, Some(41e9)).is_ok() && fits_into(&of, 4, None).is_ok());
        let fewer = told(Some(25e9));
        assert_eq!(fewer.exit_code(), 2);
        for word in ["40.1 GB", "25.0 GB", "--threads 2", "20.1 GB"] {
            assert!(fewer.to_string().contains(word), "{fewer}");
        }
        assert!(told(Some(5e9)).to_string().contains("people"), "{}", told(Some(5e9)));
        let absurd = fits_into(&|_| people(9e3), 1, None).unwrap_err();
        assert!(absurd.to_string().contains("9.0 TB"), "{absurd}");
    }
}
