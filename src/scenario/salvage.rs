//! What remains: a scenario without what is wrong with it, so that one mistake does not hide another from those who judge it next.
//!
//! What a mistake points at is cut out, with the whole design where it stands in one, and the rest is judged again. Invariant: nothing is
//! said of what was cut, of its neighbours in the same table, or of what names it: a mistake that the cut itself made is never told.

use super::Scenario;
use super::tree::{Node, Table, Value};
use crate::error::{Error, Mistake, Mistakes, Spot};
use crate::say;

/// So often is something cut out before the rest is left alone.
const ROUNDS: usize = 100;

/// Adds to `all` what `further` finds in the scenario, and in what is left of it.
///
/// # Errors
/// What is no mistake of the scenario, such as a file that cannot be read, where there is no mistake beside it.
pub(super) fn judge(
    scenario: &Scenario,
    all: &mut Mistakes,
    further: &dyn Fn(&Scenario) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut rest = scenario.clone();
    let mut faults = rest.faults();
    // Where a file, or what it extends, could not be read there is nothing left to judge.
    let read = |told: &Mistake| {
        !["extends", "presets"].contains(&told.path.as_str()) && faults.iter().any(|fault| fault.says == told.says)
    };
    if !all.list.iter().all(read) {
        return Ok(());
    }
    let mut cuts: Vec<Cut> = Vec::new();
    for _ in 0..ROUNDS {
        if faults.is_empty() {
            let found = match further(&rest) {
                Ok(()) => return Ok(()),
                Err(Error::Scenario(found)) => found,
                Err(other) => return if all.list.is_empty() { Err(other) } else { Ok(()) },
            };
            let sound = |mistake: &&Mistake| !cuts.iter().any(|cut| cut.touches(mistake));
            let told: Vec<Mistake> = found.list.iter().filter(sound).cloned().collect();
            faults = found.list;
            all.add(Mistakes { files: found.files, list: told });
        }
        let before = cuts.len();
        for fault in &faults {
            cuts.extend(cut(&mut rest.tree, &fault.at, "").or_else(|| begin(&mut rest.tree, fault)));
        }
        if cuts.len() == before {
            return Ok(());
        }
        faults = rest.faults();
    }
    Ok(())
}

/// What was cut out.
struct Cut {
    path: String,
    table: bool,
}

impl Cut {
    /// Whether a mistake may come of the cut.
    fn touches(&self, mistake: &Mistake) -> bool {
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
        // Shares of one whole: what the cut one now takes by default is not its neighbour's mistake.
        let shared = !self.table && self.sibling(&mistake.path);
        // Metrics come with what they measure; a name that is near another is misspelt whatever was cut.
        let gone = self.table
            && mistake.says.starts_with(&say!("salvage-unknown-name"))
            && !mistake.label.contains(&say!("salvage-meant"));
        near || named || shared || gone || inside(&self.path, &mistake.path) || inside(&mistake.path, &self.path)
    }

    /// Whether a path is the same number of another table on the same shelf: `sig.tools.share` beside `sig.kernel.share`.
    fn sibling(&self, path: &str) -> bool {
        let (mine, theirs): (Vec<&str>, Vec<&str>) = (self.path.split('.').collect(), path.split('.').collect());
        mine.len() == theirs.len()
            && mine.len() > 2
            && mine.iter().zip(&theirs).enumerate().all(|(at, (a, b))| at == 1 || a == b)
    }
}

/// Cuts out what stands at a place: a key with its value; the whole patch, where it stands in one.
fn cut(table: &mut Table, at: &Spot, path: &str) -> Option<Cut> {
    let holds = |spot: &Spot| spot.file == at.file && spot.start <= at.start && at.end <= spot.end;
    for place in 0..table.0.len() {
        let (key, node) = &mut table.0[place];
        let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let is_table = node.table().is_some();
        let found = match &mut node.value {
            _ if holds(&node.key) => Some(Cut { path: here, table: is_table }),
            Value::Table(inner) => match cut(inner, at, &here) {
                Some(within) if !["treatment", "intervention"].contains(&path) => return Some(within),
                Some(_) => Some(Cut { path: here, table: true }),
                None => None,
            },
            _ if holds(&node.at) => Some(Cut { path: here, table: false }),
            _ => None,
        };
        if found.is_some() {
            table.0.remove(place);
            return found;
        }
    }
    None
}

/// What every file must say, where it does not.
fn begin(table: &mut Table, fault: &Mistake) -> Option<Cut> {
    let value = match fault.path.as_str() {
        "name" => Value::Text("scenario".to_owned()),
        "start" => Value::Date("2027-01-04".to_owned()),
        _ => return None,
    };
    if table.get(&fault.path).is_some() {
        return None;
    }
    table.0.push((fault.path.clone(), Node::unplaced(value)));
    Some(Cut { path: fault.path.clone(), table: false })
}
