//! A further design from `--with` arguments: one more treatment of the scenario.
//!
//! Invariant: the scenario with it is like that of a file, so its canonical text repeats the design.

use jiff::civil::Date;

use super::names::nearest;
use super::schema_path::join;
use super::tree::{Node, Table, Value};
use super::{Patch, Scenario};
use crate::error::{Error, Mistake, Mistakes};
use crate::say;

/// The option, as places in its arguments name it.
const OPTION: &str = "--with";
/// The name of the design.
const NAME: &str = "with";
/// What the argument of a shipped design begins with.
const TREATMENT: &str = "treatment.";

impl Scenario {
    /// The scenario with one more design, the last: that of all `--with PATH=VALUE` arguments together. It holds from `from` on, unless
    /// the arguments say `from=DATE`. With `treatment.NAME.PATH=VALUE` it is a copy of the treatment NAME with that change.
    ///
    /// # Errors
    /// Arguments that cannot be read or do not fit the scenario, with their places.
    ///
    /// ```
    /// use zaoshi::Scenario;
    ///
    /// let scenario = Scenario::parse("mine.toml", "extends = \"first-step\"")?;
    /// let more = scenario.with_design(&["ladder.contributor.tier.sig.entry.deeds=4".to_owned()], None)?;
    /// assert_eq!(more.treatments().len(), scenario.treatments().len() + 1);
    /// # Ok::<(), zaoshi::Error>(())
    /// ```
    pub fn with_design(&self, args: &[String], from: Option<Date>) -> Result<Scenario, Error> {
        let patch = Patch::from_option(OPTION, args)?;
        twice(&patch)?;
        let index = self.files.len();
        let mut scenario = self.clone();
        std::sync::Arc::make_mut(&mut scenario.files).extend(patch.file);
        scenario.directories.push(std::path::PathBuf::new());
        let sets: Vec<(String, Node)> =
            patch.sets.into_iter().map(|(path, node)| (path, node.moved(index, 0))).collect();
        let Some(first) = sets.first().map(|(_, node)| node.clone()) else { return Ok(scenario) };
        let copied = match copied(&self.tree, &sets) {
            Ok(copied) => copied,
            Err(mistake) => return Err(scenario.mistakes(vec![*mistake])),
        };
        let at = |value: Value| Node { value, ..first.clone() };
        let changes = args.iter().map(|arg| own(arg, copied)).collect::<Vec<_>>().join(", ");
        let changes: String = changes.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let (mut table, says) = match copied {
            None => (Table::default(), changes),
            Some(name) => {
                let table = self.tree.table_at(&join("treatment", name)).cloned().unwrap_or_default();
                let title = match table.get("says").map(|node| &node.value) {
                    Some(Value::Text(says)) if !says.is_empty() => says.clone(),
                    _ => name.to_owned(),
                };
                (table, say!("patch-design-of", design = title, changes = changes))
            }
        };
        table.0.retain(|(key, _)| key != "off");
        lay(&mut table, "says", at(Value::Text(says)));
        if let (None, Some(from)) = (copied, from) {
            lay(&mut table, "from", at(Value::Date(from.to_string())));
        }
        for (path, node) in &sets {
            lay(&mut table, own(path, copied), node.clone());
        }
        let name = self.free_name(copied);
        scenario.tree.edit().put(&join("treatment", &name), at(Value::Table(table)));
        let list = scenario.all_mistakes();
        if list.is_empty() { Ok(scenario) } else { Err(scenario.mistakes(list)) }
    }

    /// The scenario with one design for each of some presets in place of its own designs, so that programmes are compared in one community.
    /// They begin on the day `from`, or with the run.
    ///
    /// # Errors
    /// Unknown presets; presets whose rules do not fit the scenario.
    ///
    /// ```
    /// use zaoshi::Scenario;
    ///
    /// let scenario = Scenario::parse("mine.toml", "extends = \"open-source-database\"")?;
    /// let programmes = scenario.comparing(&["kubernetes".to_owned(), "cilium".to_owned()], None)?;
    /// assert_eq!(programmes.treatments().len(), 2);
    /// # Ok::<(), zaoshi::Error>(())
    /// ```
    pub fn comparing(&self, presets: &[String], from: Option<Date>) -> Result<Scenario, Error> {
        let patch = Patch::of_presets(presets);
        let index = self.files.len();
        let mut scenario = self.clone();
        std::sync::Arc::make_mut(&mut scenario.files).extend(patch.file);
        scenario.directories.push(std::path::PathBuf::new());
        let list = patch.sets.into_iter().next().map(|(_, node)| node.moved(index, 0).value);
        let Some(Value::List(items)) = list else { return Ok(scenario) };
        let unknown = super::presets::unknown(&items);
        if !unknown.is_empty() {
            return Err(scenario.mistakes(unknown));
        }
        let tree = scenario.tree.edit();
        // Levers and searches speak of the designs that are gone.
        tree.0.retain(|(part, _)| !["treatment", "lever", "search", "plan"].contains(&part.as_str()));
        for (name, item) in presets.iter().zip(items) {
            let at = |value: Value| Node { value, ..item.clone() };
            let mut table = Table::default();
            lay(&mut table, "says", at(Value::Text(name.clone())));
            if let Some(from) = from {
                lay(&mut table, "from", at(Value::Date(from.to_string())));
            }
            lay(&mut table, "presets", at(Value::List(vec![item.clone()])));
            tree.put(&join("treatment", &name.replace(['@', '.'], "-")), at(Value::Table(table)));
        }
        let list = scenario.all_mistakes();
        if list.is_empty() { Ok(scenario) } else { Err(scenario.mistakes(list)) }
    }

    /// A name that no treatment has.
    fn free_name(&self, copied: Option<&str>) -> String {
        let name = copied.map_or(NAME.to_owned(), |name| format!("{name}-{NAME}"));
        let taken = self.all_names("treatment");
        let numbered = (2..).map(|k| format!("{name}-{k}"));
        std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default()
    }
}

/// Reports a path that the arguments set twice.
fn twice(patch: &Patch) -> Result<(), Error> {
    let again = |(k, (path, node)): (usize, &(String, Node))| {
        patch.sets[..k].iter().any(|(before, _)| before == path).then(|| Mistake {
            at: node.key.clone(),
            path: path.clone(),
            says: say!("patch-argument-twice", path = path),
            help: Some(say!("patch-argument-twice-help")),
            label: say!("plan-turned-twice-label"),
        })
    };
    let list: Vec<Mistake> = patch.sets.iter().enumerate().filter_map(again).collect();
    let files = patch.file.iter().cloned().collect();
    if list.is_empty() { Ok(()) } else { Err(Error::Scenario(Mistakes { files, list })) }
}

/// The path or argument as the design itself would say it: without `treatment.NAME.`.
fn own<'a>(path: &'a str, copied: Option<&str>) -> &'a str {
    let inner = |name: &str| path.strip_prefix(TREATMENT)?.strip_prefix(name)?.strip_prefix('.');
    copied.and_then(inner).unwrap_or(path)
}

/// The treatment that the arguments change, if they name one.
fn copied<'a>(tree: &Table, sets: &'a [(String, Node)]) -> Result<Option<&'a str>, Box<Mistake>> {
    let mut found: Option<&str> = None;
    for (path, node) in sets {
        let Some(rest) = path.strip_prefix(TREATMENT) else { continue };
        let (name, inner) = rest.split_once('.').unwrap_or((rest, ""));
        let design = join("treatment", name);
        let mistake = |says: String, label: String, help: String| {
            Box::new(Mistake { at: node.key.clone(), path: path.clone(), says, help: Some(help), label })
        };
        if tree.table_at(&design).is_none() {
            let names = tree.table_at("treatment").map(|table| table.keys().collect::<Vec<_>>()).unwrap_or_default();
            let label = match nearest(name, names) {
                Some(near) => say!("mistake-meant-key", near = join("treatment", near)),
                None => say!("patch-absent-label"),
            };
            return Err(mistake(say!("patch-absent", path = design), label, say!("patch-design-help")));
        }
        if inner.is_empty() {
            let help = say!("patch-design-whole-help", path = &design);
            return Err(mistake(say!("patch-design-whole", path = design), say!("mistake-label-here"), help));
        }
        if let Some(other) = found.filter(|other| *other != name) {
            let says = say!("patch-design-two", one = join("treatment", other), other = design);
            return Err(mistake(says, say!("mistake-label-here"), say!("patch-design-two-help")));
        }
        found = Some(name);
    }
    Ok(found)
}

/// Lays a value over a design: after its other values, so that it holds against them.
fn lay(table: &mut Table, path: &str, node: Node) {
    let old = table.0.iter().position(|(key, _)| key == path).map(|at| table.0.remove(at).1.value);
    let value = match (old, node.value) {
        (Some(Value::Table(mut old)), Value::Table(new)) => {
            old.merge(new);
            Value::Table(old)
        }
        (_, value) => value,
    };
    table.0.push((path.to_owned(), Node { value, ..node }));
}
