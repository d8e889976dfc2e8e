//! What may be said of results: sentences of the catalogue, chosen and filled from the numbers of [`crate::stats`].
//!
//! Structs of that floor which are stored or shown hold slots for sentences; the functions here compute such a struct and fill its slots.
//! Invariant: no sentence claims more than the intervals carry, and none is written here: each stands in `words/en.ftl`.

use crate::error::Error;
use crate::experiment::{Ensemble, Experiment};
use crate::say;
use crate::stats::screening::Screening;
use crate::stats::{Judgement, Summary, guesses, summarise};
use crate::words::number::GLUE;

mod adequacy;
mod facts;
mod flips;
mod front;
mod lever_map;
mod metric_name;
mod recommendation;
mod regret;
mod screening;
mod tornado;
mod warnings;

pub use facts::tally;
pub use flips::find as flips;
pub use lever_map::map as lever_map;
pub use regret::over_worlds;
pub use tornado::tornado;

/// The summary of an ensemble, with its sentences.
///
/// # Errors
/// A history that cannot be read; replicates that are all alike though something in the scenario is random.
pub fn summary(experiment: &Experiment, ensemble: &Ensemble) -> Result<Summary, Error> {
    let (mut summary, judgement) = summarise(experiment, ensemble)?;
    let Judgement { recommendation, warnings, adequacy, begins, unsourced } = judgement;
    for k in unsourced {
        summary.assumptions[k].source = say!("finding-unsourced");
    }
    summary.interventions.extend(begins.into_iter().map(|date| (date, say!("finding-designs-begin"))));
    summary.interventions.sort();
    summary.interventions.dedup();
    summary.recommendation = recommendation::sentence(&summary, &recommendation);
    summary.warnings = warnings.iter().map(|warning| warnings::sentence(&summary, warning)).collect();
    summary.adequacy = adequacy::sentence(&summary, adequacy);
    Ok(summary)
}

impl Summary {
    /// Takes up what a screening of the assumptions found; its warning replaces the one that counts the guesses.
    pub fn screened(&mut self, found: Screening) {
        let replaced = guesses(self).map(warnings::guesses);
        let warning = screening::warning(&found);
        match self.warnings.iter_mut().find(|warning| Some(&**warning) == replaced.as_ref()) {
            Some(slot) => *slot = warning,
            None => self.warnings.push(warning),
        }
        self.screening = Some(found);
    }
}

/// A text with common blanks, for which programs can search.
fn searchable(text: &str) -> String {
    text.replace(GLUE, " ")
}

/// "a and b and c".
fn all_of(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().reduce(|a, b| say!("finding-and", a = a, b = b)).unwrap_or_default()
}

/// "a or b or c".
fn one_of(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().reduce(|a, b| say!("finding-or", a = a, b = b)).unwrap_or_default()
}
