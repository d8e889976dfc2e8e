//! A scenario without its mistakes, so that the checks of higher floors can run on what remains.
//!
//! The value that a mistake points at is cut out (or the whole patch that holds it), and the rest is checked again. Invariant: a mistake
//! that a cut may have caused is never reported: one in the cut value, in its neighbours in the same table, or in what names it.

use super::Scenario;
use super::tree::{Node, Table, Value};
use crate::error::{Error, Mistake, Mistakes, Spot};
use crate::say;

/// Largest number of rounds of cuts.
const MAX_ROUNDS: usize = 100;

/// Adds to `all` the mistakes that `further` finds in the scenario, and in what remains of it after cuts.
///
/// # Errors
/// An error that is not a mistake of the scenario, such as a file that cannot be read, if there is no mistake beside it.
pub(super) fn judge(
    scenario: &Scenario,
    all: &mut Mistakes,
    further: &dyn Fn(&Scenario) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut remainder = scenario.clone();
    let mut faults = remainder.all_mistakes();
    // If a file or its base could not be read, nothing remains to be checked.
    let readable = |mistake: &Mistake| {
        !["extends", "presets"].contains(&mistake.path.as_str())
            && faults.iter().any(|fault| fault.says == mistake.says)
    };
    if !all.list.iter().all(readable) {
        return Ok(());
    }
    let mut cuts: Vec<Cut> = Vec::new();
    for _ in 0..MAX_ROUNDS {
        if faults.is_empty() {
            let found = match further(&remainder) {
                Ok(()) => return Ok(()),
                Err(Error::Scenario(found)) => found,
                Err(other) => return if all.list.is_empty() { Err(other) } else { Ok(()) },
            };
            let independent = |mistake: &&Mistake| !cuts.iter().any(|cut| cut.may_cause(mistake));
            let new: Vec<Mistake> = found.list.iter().filter(independent).cloned().collect();
            faults = found.list;
            all.add(Mistakes { files: found.files, list: new });
        }
        let before = cuts.len();
        for fault in &faults {
            let cut = cut_out(remainder.tree.edit(), &fault.at, "");
            let cut = cut.or_else(|| add_required(remainder.tree.edit(), fault));
            cuts.extend(cut.map(|cut| Cut { counted: fault.label == say!("model-one-too-many-label"), ..cut }));
        }
        if cuts.len() == before {
            return Ok(());
        }
        faults = remainder.all_mistakes();
    }
    Ok(())
}

/// A value or table that was cut out.
struct Cut {
    path: String,
    table: bool,
    /// Whether it was one too many: without it there may still be too many.
    counted: bool,
}

impl Cut {
    /// Whether the cut may have caused a mistake.
    fn may_cause(&self, mistake: &Mistake) -> bool {
        let inside = |inner: &str, outer: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let (above, name) = self.path.rsplit_once('.').unwrap_or(("", &self.path));
        let owner = self.path.split('.').nth(1).unwrap_or(name);
        let names = |text: &str| {
            text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').any(|w| w == name || w == owner)
        };
        let near = !above.is_empty() && !self.table && inside(&mistake.path, above);
        let named = self.table && (names(&mistake.says) || mistake.help.as_deref().is_some_and(names));
        // Shares of one whole: without the share that was cut out, the others have another sum.
        let shared = !self.table && self.sibling(&mistake.path);
        // A metric disappears with the table that it measures; a name that is near another one is misspelt in any case.
        let gone = self.table
            && mistake.says.starts_with(&say!("salvage-unknown-name"))
            && !mistake.label.contains(&say!("salvage-meant"));
        let counted = self.counted && mistake.label == say!("model-one-too-many-label");
        near || named
            || shared
            || gone
            || counted
            || inside(&self.path, &mistake.path)
            || inside(&mistake.path, &self.path)
    }

    /// Whether a path is the same knob of another table of the same part: `sig.tools.share` beside `sig.kernel.share`.
    fn sibling(&self, path: &str) -> bool {
        let (mine, theirs): (Vec<&str>, Vec<&str>) = (self.path.split('.').collect(), path.split('.').collect());
        mine.len() == theirs.len()
            && mine.len() > 2
            && mine.iter().zip(&theirs).enumerate().all(|(at, (a, b))| at == 1 || a == b)
    }
}

/// Cuts out the key and value at a place, or the whole patch that holds it.
fn cut_out(table: &mut Table, at: &Spot, path: &str) -> Option<Cut> {
    let holds = |spot: &Spot| spot.file == at.file && spot.start <= at.start && at.end <= spot.end;
    for place in 0..table.0.len() {
        let (key, node) = &mut table.0[place];
        let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let is_table = node.table().is_some();
        let found = match &mut node.value {
            _ if holds(&node.key) => Some(Cut { path: here, table: is_table, counted: false }),
            Value::Table(inner) => match cut_out(inner, at, &here) {
                Some(within) if !["treatment", "intervention"].contains(&path) => return Some(within),
                Some(_) => Some(Cut { path: here, table: true, counted: false }),
                None => None,
            },
            _ if holds(&node.at) => Some(Cut { path: here, table: false, counted: false }),
            _ => None,
        };
        if found.is_some() {
            table.0.remove(place);
            return found;
        }
    }
    None
}

/// Adds a value that every file needs, if it is missing.
fn add_required(table: &mut Table, fault: &Mistake) -> Option<Cut> {
    let value = match fault.path.as_str() {
        "name" => Value::Text("scenario".to_owned()),
        "start" => Value::Date("2027-01-04".to_owned()),
        _ => return None,
    };
    if table.get(&fault.path).is_some() {
        return None;
    }
    table.0.push((fault.path.clone(), Node::unplaced(value)));
    Some(Cut { path: fault.path.clone(), table: false, counted: false })
}
