//! Lints of all designs: settings that are valid but rarely intended, each with the designs that have them.
//!
//! Invariant: no sentence appears twice, and a lint of the baseline is not repeated for other designs.

use super::Experiment;
use crate::error::Error;
use crate::model::lints;
use crate::say;

/// A lint and the designs that have it.
struct Grouped {
    text: String,
    /// Whether the baseline has it from the start; then other designs are not listed.
    of_baseline: bool,
    /// Design and date or condition, as text; empty if the baseline has it from the start.
    places: Vec<String>,
}

impl Experiment {
    /// The lints of all designs, at their start and at each later date: one sentence each, those of the baseline first.
    ///
    /// # Errors
    /// Only errors that [`Experiment::design`] would have returned.
    pub fn lints(&self) -> Result<Vec<String>, Error> {
        let mut groups: Vec<Grouped> = Vec::new();
        for (k, design) in self.designs.iter().enumerate() {
            let patch = design.patch.as_ref().map(|patch| (patch, patch.from));
            for lint in lints(&self.scenario, patch, &design.model)? {
                let name = if k > 0 { design.name.as_str() } else { "" };
                let place = format!("{name} {}", lint.when).trim().to_owned();
                match groups.iter_mut().find(|group| group.text == lint.says) {
                    Some(group) if group.of_baseline => {}
                    Some(group) => group.places.push(place),
                    None => groups.push(Grouped { text: lint.says, of_baseline: k == 0, places: vec![place] }),
                }
            }
        }
        let sentence = |group: Grouped| match group.places.join(", ") {
            always if always.is_empty() => group.text,
            when if group.of_baseline => format!("{when}: {}", group.text),
            designs => say!("experiment-lint-under", designs = designs, lint = group.text),
        };
        Ok(groups.into_iter().map(sentence).collect())
    }
}
