//! The lints of all designs: what is rarely meant, each with the designs that it holds for.
//!
//! Invariant: no sentence appears twice, and a lint of the baseline is not repeated for other designs.

use super::Experiment;
use crate::error::Error;
use crate::model::lints;
use crate::say;

/// A lint and the designs that it holds for.
struct Grouped {
    text: String,
    /// Whether the baseline has it, so that other designs add nothing.
    of_baseline: bool,
    /// Design and date or condition, as text; empty where the baseline has it from the start.
    places: Vec<String>,
}

impl Experiment {
    /// What is rarely meant under any design, from its start or from a date on: one sentence each, those of the baseline first.
    ///
    /// # Errors
    /// None that [`Experiment::design`] has not found already.
    pub fn lints(&self) -> Result<Vec<String>, Error> {
        let mut groups: Vec<Grouped> = Vec::new();
        for (k, design) in self.designs.iter().enumerate() {
            let patch = design.patch.as_ref().map(|(patch, from)| (patch, *from));
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
