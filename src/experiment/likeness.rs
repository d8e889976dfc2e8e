//! Designs that are one design under two names, and values of a design that have no effect.
//!
//! Invariant: it is found in the rules before anything is run; two designs whose rules differ and whose runs do not are not meant.

use super::Experiment;
use crate::say;
use crate::scenario::Idle;

/// What is said of one design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The design.
    pub design: usize,
    /// The first design that is the same, 0 for the baseline; `None` if only some of its values have no effect.
    pub of: Option<usize>,
    /// The sentence; it begins with a name or a small letter and has no full stop.
    pub says: String,
}

impl Experiment {
    /// A sentence for each design that is the same as another one, or that sets a value without effect.
    pub fn alike(&self) -> Vec<Alike> {
        let start = self.designs[0].model.calendar.start;
        // A design that begins on the first day or before it begins with the run.
        let rules: Vec<(String, _)> = self
            .designs
            .iter()
            .map(|design| {
                let begins = design.patch.as_ref().and_then(|patch| patch.from).filter(|from| *from > start);
                (self.scenario.in_force(design.patch.as_ref()), begins)
            })
            .collect();
        let same = |k: usize| (0..k).find(|j| rules[*j].0 == rules[k].0 && (*j == 0 || rules[*j].1 == rules[k].1));
        let mut list = Vec::new();
        for (design, own) in self.designs.iter().enumerate().skip(1) {
            let of = same(design);
            let idle = own.patch.as_ref().map(|patch| self.scenario.idle(patch)).unwrap_or_default();
            // A value that is repeated for clarity is worth a word only if it explains why nothing changes.
            let told = |idle: &Idle| of == Some(0) || matches!(idle, Idle::On(_) | Idle::Under { .. });
            let reasons = idle.into_iter().filter(told).map(reason).reduce(|a, b| say!("alike-and", a = a, b = b));
            let says = match (of, reasons) {
                (None, None) => continue,
                (None, Some(reasons)) => say!("alike-idle", design = &own.says, reasons = reasons),
                (Some(0), Some(reasons)) => {
                    say!("alike-baseline", design = &own.says, baseline = &self.designs[0].says, reasons = reasons)
                }
                (Some(of), _) => say!("alike-twins", design = &own.says, other = &self.designs[of].says),
            };
            list.push(Alike { design, of, says });
        }
        list
    }
}

fn reason(idle: Idle) -> String {
    match idle {
        Idle::On(path) => say!("alike-on", path = path),
        Idle::Off(path) => say!("alike-off", path = path),
        Idle::Same(path) => say!("alike-same", path = path),
        Idle::Under { path, off } if path == off => say!("alike-under-itself", path = path),
        Idle::Under { path, off } => say!("alike-under", path = path, off = off),
    }
}
