//! The labels of designs, and of levers beside uncertainties: what tables, charts and verdicts call them.
//!
//! Invariant: in a scenario without a mistake no two designs have the same label, and none is named as the baseline is.

use super::patch;
use super::schema::ROOT;
use super::schema_path::join;
use super::tree::{Node, Table, Value};
use super::values;
use crate::error::Mistake;
use crate::registry::Set;
use crate::say;

/// The name of the scenario without a patch, in tables and in `--design`.
const BASELINE: &str = "baseline";

/// The mistakes of names and labels.
pub(super) fn check(tree: &Table) -> Vec<Mistake> {
    let mut found = Vec::new();
    let mut add = |node: &Node, path: String, says: String, label: String, help: String| {
        found.push(Mistake { at: node.spot().clone(), path, says, help: Some(help), label });
    };
    let mut taken: Vec<(String, String)> = vec![(baseline(tree), BASELINE.to_owned())];
    for (patch, table) in patch::patches_under(tree, "treatment") {
        let path = join("treatment", &patch.name);
        let Some(own) = tree.at(&path) else { continue };
        if patch.name == BASELINE {
            let says = say!("label-baseline", path = &path);
            add(own, path, says, say!("label-baseline-label"), say!("label-baseline-help"));
            continue;
        }
        let label = patch.says.trim().to_owned();
        match taken.iter().find(|(known, _)| *known == label) {
            Some((_, other)) => {
                let says = say!("label-taken", design = &path, other = other, label = &label);
                let node = table.get("says").unwrap_or(own);
                add(node, join(&path, "says"), says, say!("label-taken-label"), say!("label-taken-help"));
            }
            None => taken.push((label, path)),
        }
    }
    // Levers and uncertainties stand in one chart.
    let told = |part: &'static str| {
        let rows = tree.table_at(part).map(|table| table.0.as_slice()).unwrap_or_default();
        rows.iter().filter_map(move |(name, node)| {
            let own = node.table().filter(|own| !own.is_off())?;
            let (label, at) = match own.get("says") {
                Some(says @ Node { value: Value::Text(text), .. }) => (text.trim(), says),
                _ => (name.as_str(), node),
            };
            Some((label, join(part, name), at))
        })
    };
    for (label, path, at) in told("uncertainty") {
        if let Some((_, other, _)) = told("lever").find(|(known, ..)| *known == label) {
            let says = say!("label-taken", design = &path, other = other, label = label);
            let help = say!("label-shared-help", knob = "says");
            found.push(Mistake {
                at: at.spot().clone(),
                path,
                says,
                help: Some(help),
                label: say!("label-taken-label"),
            });
        }
    }
    found
}

/// What the scenario without a patch is called.
fn baseline(tree: &Table) -> String {
    let Some(knob) = ROOT.knobs.iter().find(|knob| knob.name == BASELINE) else { return String::new() };
    let given = tree.get(BASELINE).and_then(|node| values::read(knob, node).ok());
    match given.unwrap_or_else(|| knob.default()) {
        Set::Text(says) => match &*says {
            "" => BASELINE.to_owned(),
            says => says.trim().to_owned(),
        },
        _ => String::new(),
    }
}
