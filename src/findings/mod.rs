//! What may be said of results: sentences of the catalogue, chosen and filled from the numbers of [`crate::stats`].
//!
//! The structs of [`crate::stats`] that are stored or shown have slots for sentences; the functions here compute such a struct and fill its
//! slots. Invariant: no sentence claims more than the intervals support. The text of each sentence is in `src/words/en.ftl`, not here.

use crate::error::Error;
use crate::experiment::{Ensemble, Experiment};
use crate::say;
use crate::stats::screening::Screening;
use crate::stats::{Judgement, Summary, Warning, guesses, summarise};
use crate::words::number::GLUE;

mod adequacy;
pub mod chart_titles;
mod facts;
mod flips;
mod front;
mod lever_map;
mod metric_name;
mod plausible;
mod recommendation;
mod regret;
mod screening;
mod shown;
mod tornado;
mod warnings;

pub use facts::tally;
pub use flips::find as flips;
pub use front::estimate;
pub use lever_map::map as lever_map;
pub use plausible::plausible;
pub use regret::over_worlds;
pub use tornado::tornado;

/// The summary of an ensemble, with its sentences.
///
/// # Errors
/// A history that cannot be read; replicates that are all identical although something in the scenario is random.
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
    // Designs that are the same are not said to coincide.
    let apart = |warning: &&Warning| !matches!(warning, Warning::Coincides { design } if summary.same.contains(design));
    let alike = experiment.alike().into_iter().map(|alike| alike.says);
    let others = warnings.iter().filter(apart).map(|warning| warnings::sentence(&summary, warning));
    summary.warnings = alike.chain(others).collect();
    summary.odd = plausible::happened(experiment, &summary);
    summary.adequacy = adequacy::sentence(&summary, adequacy);
    Ok(summary)
}

impl Summary {
    /// Adds the result of a screening of the assumptions; its warning replaces the one that counts the guesses.
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

/// The text with ordinary spaces instead of no-break spaces, so that programs can search it.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_agree_with_their_counts() {
        let few = |runs: usize| say!("finding-too-few-runs", runs = runs, subject = "deeds", least = 8_usize);
        assert_eq!(few(1), "1 paired run is too few to compare designs on deeds: take at least 8.");
        assert_eq!(few(7), "7 paired runs are too few to compare designs on deeds: take at least 8.");
        let little = |runs: usize| say!("finding-runs-too-few", runs = runs);
        assert_eq!(little(1), "1 run says little about chance: take at least 16 (--replicates 16).");
        assert_eq!(little(2), "2 runs say little about chance: take at least 16 (--replicates 16).");
        let unpaid = |times: usize| say!("finding-warning-unpaid", design = "Shop", times = times);
        assert_eq!(unpaid(1), "with Shop, an empty pool breaks its promise once a run");
        assert_eq!(unpaid(1200), "with Shop, an empty pool breaks its promise 1,200 times a run");
        let points = |each: &str, points: usize| say!("finding-points", each = each, points = points);
        assert_eq!([points("world", 1), points("world", 2), points("point", 1)], ["1 world", "2 worlds", "1 point"]);
        let over = |over: usize| say!("finding-search-grew", over = over, share = "3 %");
        assert_eq!(
            [over(1), over(5)].map(|text| text.split(" the front").next().unwrap_or_default().to_owned()),
            [
                "The search has not converged: over the last generation",
                "The search has not converged: over the last 5 generations"
            ]
        );
        let promised =
            |n: usize, way: &str| say!("finding-fresh-promised", count = n, points = n.to_string(), way = way);
        assert_eq!(promised(1, "above"), "; the search had estimated growth a point higher");
        assert_eq!(promised(12, "below"), "; the search had estimated growth 12 points lower");
        let fallen = |n: usize| say!("finding-fresh-fallen", count = n, fallen = n.to_string(), all = "9");
        assert_eq!(fallen(1), "; 1 of 9 designs of the search's front is no longer on it");
        assert_eq!(fallen(2), "; 2 of 9 designs of the search's front are no longer on it");
    }

    #[test]
    fn lists_are_joined_by_words() {
        let list = || ["a", "b", "c"].map(str::to_owned);
        assert_eq!((all_of(list()), one_of(list())), ("a and b and c".to_owned(), "a or b or c".to_owned()));
        assert_eq!(all_of([]), "");
    }
}
