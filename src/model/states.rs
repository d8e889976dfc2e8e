//! States: the scenario that is in force from each date on, under each set of conditions that hold.
//!
//! Invariant: the first state is that of the first day without any condition, and every date has a state for every set.

use jiff::civil::Date;

use super::conditions::{self, Watch};
use super::dates;
use crate::error::{Error, Mistake};
use crate::scenario::{Patch, Scenario};
use crate::world::calendar::{Calendar, Tick};

/// A scenario at all its dates and under all sets of conditions.
pub(super) struct States {
    /// Ticks and dates.
    pub(super) calendar: Calendar,
    /// The first tick and the scenario of each state, ordered by date, then by the bits of the set of watches.
    pub(super) all: Vec<(Tick, Scenario)>,
    /// Interventions that begin with a condition, in the order of names.
    pub(super) watches: Vec<Watch>,
}

impl States {
    /// The states of a scenario under a patch that holds from a date on, or from the start.
    pub(super) fn resolve(
        scenario: &Scenario,
        treatment: Option<(&Patch, Option<Date>)>,
        found: &mut Vec<Mistake>,
    ) -> Result<States, Error> {
        // A treatment without a date changes the world at its start.
        // What it changes of interventions holds from the start in any case: they may come before its date.
        let (mut now, begins) = match treatment {
            Some((patch, None)) => (scenario.patched(patch)?, None),
            Some((patch, Some(date))) => {
                let (calendar, rest) = patch.calendar();
                let now = if calendar.is_empty() { scenario.clone() } else { scenario.patched(&calendar)? };
                (now, Some((date, rest)))
            }
            None => (scenario.clone(), None),
        };
        let calendar = dates::calendar(&now)?;
        let mut dated: Vec<(Date, Patch)> = now.interventions();
        dated.extend(begins);
        // On the same day, patches are ordered by name, and the treatment comes last.
        let last = treatment.map(|(patch, _)| patch.name.clone());
        dated.sort_by_key(|(date, patch)| (*date, last.as_ref() == Some(&patch.name), patch.name.clone()));
        // The same holds for interventions on the first day or before it.
        let later = dated.split_off(dated.partition_point(|(date, _)| calendar.tick(*date) == 0));
        for (_, patch) in dated {
            now = now.patched(&patch)?;
        }
        let (watches, patches) = conditions::watches(&now, calendar.step.days(), found);
        let mut standing = vec![(0, now)];
        for (date, patch) in later {
            let at = calendar.tick(date);
            let (last, scenario) = &standing[standing.len() - 1];
            let next = scenario.patched(&patch)?;
            // A patch that changes nothing begins no new state.
            if next.hash_without_designs() == scenario.hash_without_designs() {
                continue;
            }
            // Two patches on one day are one change.
            if *last == at {
                standing.pop();
            }
            standing.push((at, next));
        }
        let mut all = Vec::new();
        for (at, scenario) in standing {
            all.extend(conditions::sets(&scenario, &patches)?.into_iter().map(|scenario| (at, scenario)));
        }
        Ok(States { calendar, all, watches })
    }

    /// Number of states of each date.
    pub(super) fn sets(&self) -> usize {
        1 << self.watches.len()
    }
}
