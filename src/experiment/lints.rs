//! Lints of all designs: what is seldom meant, with the designs of which it holds.
//!
//! Invariant: no sentence is said twice, and none of a design that the baseline says already.

use super::Experiment;
use crate::error::Error;
use crate::model::lints;

impl Experiment {
    /// What is seldom meant under any design, from its start or from a date on: a sentence each, those of the baseline first.
    ///
    /// # Errors
    /// None that [`Experiment::design`] has not found already.
    pub fn lints(&self) -> Result<Vec<String>, Error> {
        // Of each sentence the designs, and when.
        let mut said: Vec<(String, Vec<String>)> = Vec::new();
        for (k, design) in self.designs.iter().enumerate() {
            let patch = design.patch.as_ref().map(|(patch, from)| (patch, *from));
            for lint in lints(&self.scenario, patch, &design.model)? {
                let under = if k > 0 { format!("under {}", design.name) } else { String::new() };
                let place = format!("{under} {}", lint.when).trim().to_owned();
                match said.iter_mut().find(|(says, _)| *says == lint.says) {
                    // The first place is the baseline's only where the baseline says it.
                    Some((_, places)) if places[0].starts_with("under ") => places.push(place),
                    Some(_) => {}
                    None => said.push((lint.says, vec![place])),
                }
            }
        }
        let told = |(says, places): (String, Vec<String>)| match places.join(", ") {
            always if always.is_empty() => says,
            places => format!("{}: {says}", places.replace(", under ", ", ")),
        };
        Ok(said.into_iter().map(told).collect())
    }
}
