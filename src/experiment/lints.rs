//! Lints of all designs: settings that are valid but rarely intended, each with the designs that have them.
//!
//! Invariant: no sentence appears twice, and a lint of the baseline is not repeated for other designs.

use super::Experiment;
use crate::error::Error;
use crate::metrics::names;
use crate::model::lints;
use crate::say;
use crate::scenario::given_way;
use crate::words::number::figure;
use crate::world::calendar::MONTH;

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
        for (design, table, earlier, later) in self.given_way() {
            let text = say!("lint-preset-gives-way", table = table, earlier = earlier, later = later);
            groups.push(Grouped { text, of_baseline: design.is_empty(), places: vec![design] });
        }
        self.never_true().into_iter().for_each(|text| {
            groups.push(Grouped { text, of_baseline: true, places: Vec::new() });
        });
        let sentence = |group: Grouped| match group.places.join(", ") {
            always if always.is_empty() => group.text,
            when if group.of_baseline => format!("{when}: {}", group.text),
            designs => say!("experiment-lint-under", designs = designs, lint = group.text),
        };
        Ok(groups.into_iter().map(sentence).collect())
    }

    /// Rules of presets that a later preset of the same list replaces: the design, the rule, the earlier and the later preset.
    fn given_way(&self) -> Vec<(String, String, String, String)> {
        let own = (String::new(), self.scenario.root().presets);
        let of = self.scenario.treatments().into_iter().map(|patch| (patch.name.clone(), patch.presets()));
        let lists = std::iter::once(own).chain(of);
        let told = |(design, names): (String, Vec<String>)| {
            let rows = given_way(&names).into_iter();
            rows.map(move |(table, earlier, later)| (design.clone(), table, earlier, later)).collect::<Vec<_>>()
        };
        lists.flat_map(told).collect()
    }

    /// Conditions that cannot come true before the run ends, of any design; each once.
    fn never_true(&self) -> Vec<String> {
        let mut list = Vec::new();
        for model in self.designs.iter().map(|design| &design.model) {
            let (step, ticks) = (model.calendar.step.days(), f64::from(model.ticks));
            let known = |name: &str| f64::from(names::known_after(name)) * MONTH - 0.25 * MONTH;
            let watches = model.watches.iter().map(|watch| ("intervention", watch));
            for (part, watch) in watches.chain(model.milestones.iter().map(|watch| ("milestone", watch))) {
                // The first look is after the first tick, the last one before the last.
                let earliest = watch.condition.earliest(step, &known);
                if earliest <= (ticks - 1.0) * step {
                    continue;
                }
                let path = format!("{part}.{}.when", watch.name);
                let days = figure(ticks * step);
                let says = match earliest.is_finite() {
                    true => say!("lint-never-true", path = path, needs = figure(earliest), days = days),
                    false => say!("lint-never-true-at-all", path = path),
                };
                if !list.contains(&says) {
                    list.push(says);
                }
            }
        }
        list
    }
}
