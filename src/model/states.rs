//! States: what stands in the world from each date on, under each set of conditions that hold.
//!
//! Invariant: the first state is that of the first day with no condition, and every date has a state for every set.

use jiff::civil::Date;

use super::conditions::{self, Watch};
use super::dates;
use crate::error::{Error, Mistake};
use crate::scenario::{Patch, Scenario};
use crate::world::calendar::{Calendar, Tick};

/// A scenario as its dates and conditions make it.
pub(super) struct States {
    /// Ticks and dates.
    pub(super) calendar: Calendar,
    /// The scenario from a tick on, date by date, and in each under every set of watches by the set's bits.
    pub(super) all: Vec<(Tick, Scenario)>,
    /// Interventions that begin with a condition, in the order of names.
    pub(super) watches: Vec<Watch>,
}

impl States {
    /// The states of a scenario under a patch that holds from a date on, or from the start.
    pub(super) fn of(
        scenario: &Scenario,
        treatment: Option<(&Patch, Option<Date>)>,
        found: &mut Vec<Mistake>,
    ) -> Result<States, Error> {
        // What the treatment says from the start on belongs to the world as it is born.
        let mut now = match treatment {
            Some((patch, None)) => scenario.patched(patch)?,
            _ => scenario.clone(),
        };
        let calendar = dates::calendar(&now)?;
        let mut dated: Vec<(Date, Patch)> = now.interventions();
        if let Some((patch, Some(date))) = treatment {
            dated.push((date, patch.clone()));
        }
        // Of two patches on one day, the treatment's is the last; the others follow their names, not the file.
        let last = treatment.map(|(patch, _)| patch.name.clone());
        dated.sort_by_key(|(date, patch)| (*date, last.as_ref() == Some(&patch.name), patch.name.clone()));
        // And so does what holds from the first day on.
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
            // Rules that stay what they are do not begin anew: nobody has reason to look at them again.
            if next.hash() == scenario.hash() {
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

    /// How many states each date has.
    pub(super) fn sets(&self) -> usize {
        1 << self.watches.len()
    }
}
