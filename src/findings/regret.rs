//! Regret in words: which design loses least against the best one of each world, and what the others may lose.
//!
//! Invariant: if paired runs cannot distinguish designs, the sentence says so.

use crate::error::Error;
use crate::experiment::{Done, Ensemble, Experiment};
use crate::say;
use crate::stats::regret::{Least, Regret};

/// The table of an experiment over the worlds that its scenario names, after the scenario as written; `None` if it names no world.
/// `progress` is called after each further run.
///
/// # Errors
/// A design that is not valid in a world.
pub fn over_worlds(
    experiment: &Experiment,
    ensemble: &Ensemble,
    progress: &(dyn Fn(Done) + Sync),
) -> Result<Option<Regret>, Error> {
    Regret::over_worlds(experiment, ensemble, say!("finding-own-world"), progress)
}

impl Regret {
    /// Which design has the least regret, as far as the runs can tell: a clause.
    pub fn title(&self) -> String {
        let best = self.minimax;
        match self.least() {
            Least::NotApart { next } => {
                let (best_design, next_design) = (self.says(best), self.says(next));
                let (lost, next_lost) = (self.lost(best), self.lost(next));
                if lost == next_lost {
                    say!("finding-regret-not-apart", best = best_design, next = next_design, lost = lost)
                } else {
                    say!(
                        "finding-regret-not-apart-two",
                        best = best_design,
                        next = next_design,
                        lost = lost,
                        next_lost = next_lost
                    )
                }
            }
            Least::Never => say!("finding-regret-never", best = self.says(best)),
            Least::Loses { world } => {
                say!(
                    "finding-regret-least",
                    best = self.says(best),
                    lost = self.lost(best),
                    world = &self.worlds[world]
                )
            }
        }
    }

    /// The largest regret of the next design, and which designs reach the target.
    pub fn rest(&self) -> String {
        let next = self.next().map(|next| {
            let (lost, world) = (self.lost(next), &self.worlds[self.worst(next)]);
            match self.sure {
                true => say!("finding-regret-next", design = self.says(next), lost = lost, world = world),
                false => say!(
                    "finding-regret-next-unsure",
                    design = self.says(next),
                    lost = lost,
                    world = world,
                    runs = self.replicates
                ),
            }
        });
        let left_out = self.left_out();
        let names = super::all_of(left_out.iter().map(|world| format!("“{world}”")));
        let note =
            (!left_out.is_empty()).then(|| say!("finding-regret-left-out", count = left_out.len(), worlds = names));
        let reached = self.target.map(|target| self.reached(target));
        let sentences: Vec<String> = next.into_iter().chain(reached).chain(note).collect();
        sentences.join(" ").trim_start().to_owned()
    }

    /// What the table says, in a sentence or two.
    pub fn sentence(&self) -> String {
        format!("{}. {}", self.title(), self.rest()).trim_end().to_owned()
    }

    /// The designs that reach the target in most worlds.
    fn reached(&self, target: f64) -> String {
        let most = self.reaches.iter().copied().fold(0.0, f64::max);
        let (target, worlds) = (self.figure(target), self.worlds.len());
        let count = (most * worlds as f64).round() as usize;
        if count == 0 {
            return say!("finding-regret-none-reaches", target = target);
        }
        let there: Vec<&str> =
            (0..self.designs.len()).filter(|d| self.reaches[*d] == most).map(|d| self.says(d)).collect();
        // More than four names cannot be read in a sentence; the table has them all.
        let (named, more) = if there.len() > 4 { there.split_at(2) } else { (there.as_slice(), &[][..]) };
        let more = (!more.is_empty()).then(|| say!("finding-regret-more", count = more.len()));
        say!(
            "finding-regret-reaches",
            designs = there.len(),
            names = super::all_of(named.iter().map(|name| (*name).to_owned()).chain(more)),
            target = target,
            count = count.to_string(),
            worlds = worlds.to_string()
        )
    }

    /// The name of a design in tables.
    fn says(&self, design: usize) -> &str {
        self.designs.get(design).map_or("", |design| design.says.as_str())
    }

    /// The largest regret of a design.
    fn lost(&self, design: usize) -> String {
        self.figure(self.largest[design])
    }
}
