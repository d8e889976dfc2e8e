//! Patch: values laid over a scenario. A treatment, an intervention and `--set` are all patches.
//!
//! Invariant: a patched scenario passes the same checks as a file, and a mistake points at the patch's own line.

use super::check::is_intervention;
use super::format;
use super::schema_path;
use super::tree::{self, Node, Table, Value};
use crate::error::{Error, File, Mistake, Mistakes, Spot};
use crate::say;
use jiff::civil::Date;

/// What the path of a value of an intervention begins with.
pub(super) const INTERVENTION: &str = "intervention.";
/// The name of the design that `--with` adds.
pub const ADDED: &str = "with";

/// A named list of paths and values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch {
    /// Kebab-case, as the scenario names it; empty for the baseline.
    pub name: String,
    /// Its title in charts and verdicts.
    pub says: String,
    /// Paths and values that it sets, in the order in which they are applied.
    pub(super) sets: Vec<(String, Node)>,
    /// Paths of numbers and their factors; applied after `sets`.
    pub(super) scales: Vec<(String, Node)>,
    /// The arguments that the places point into; `None` for a patch in the scenario itself.
    pub(super) file: Option<File>,
    /// The day from which a design holds, if it has one.
    pub from: Option<Date>,
    /// The part of the scenario that it stands in; empty for arguments.
    pub(super) part: &'static str,
}

impl Patch {
    /// The patch of the `--set PATH=VALUE` arguments: a change of the whole scenario. A value that is not TOML is a text.
    ///
    /// # Errors
    /// Arguments that cannot be read, with their places.
    pub fn from_args(args: &[String]) -> Result<Patch, Error> {
        Patch::from_option("--set", args)
    }

    /// The patch of the `--preset NAME` arguments.
    pub fn of_presets(names: &[String]) -> Patch {
        let (mut items, mut start) = (Vec::new(), 0);
        for name in names {
            let at = Spot { file: 0, start, end: start + name.len() };
            items.push(Node { key: at.clone(), at, value: Value::Text(name.clone()) });
            start += name.len() + 1;
        }
        let text = names.join("\n");
        let at = Spot { file: 0, start: 0, end: text.len() };
        let list = Node { key: at.clone(), at, value: Value::List(items) };
        let file = File { name: "--preset".to_owned(), text };
        Patch { sets: vec![("presets".to_owned(), list)], file: Some(file), ..Patch::default() }
    }

    /// The patch of the `PATH=VALUE` arguments of an option.
    pub(super) fn from_option(option: &str, args: &[String]) -> Result<Patch, Error> {
        let file = File { name: option.to_owned(), text: args.join("\n") };
        let (mut sets, mut list, mut start) = (Vec::new(), Vec::new(), 0);
        for arg in args {
            match set(arg) {
                Ok((path, node)) => sets.push((path, node.moved(0, start))),
                Err((says, help)) => {
                    let at = Spot { file: 0, start, end: start + arg.len() };
                    let label = say!("mistake-label-here");
                    list.push(Mistake { at, path: String::new(), says, help: Some(help), label });
                }
            }
            start += arg.len() + 1;
        }
        if !list.is_empty() {
            return Err(Error::Scenario(Mistakes { files: vec![file], list }));
        }
        Ok(Patch { name: ADDED.to_owned(), says: args.join(", "), sets, file: Some(file), ..Patch::default() })
    }

    /// The paths that it sets or scales, with the values as written.
    pub fn sets(&self) -> Vec<(String, String)> {
        let plain = |(path, node): &(String, Node)| (path.clone(), format::plain_text(&node.value));
        let times = |(path, node): &(String, Node)| {
            (path.clone(), say!("scenario-value-times", factor = format::plain_text(&node.value)))
        };
        self.sets.iter().map(plain).chain(self.scales.iter().map(times)).collect()
    }

    /// The groups of rules that it touches, in the order in which it names them: by the first word of each path, or by the first two if all
    /// paths have the same first word.
    pub fn groups(&self) -> Vec<String> {
        let of = |words: usize| {
            let mut list: Vec<String> = Vec::new();
            for (path, _) in self.sets.iter().chain(&self.scales) {
                let group = path.split('.').take(words).collect::<Vec<_>>().join(".");
                if !list.contains(&group) {
                    list.push(group);
                }
            }
            list
        };
        match of(1) {
            list if list.len() > 1 => list,
            _ => of(2),
        }
    }

    /// The same patch limited to some of its groups.
    #[must_use]
    pub fn only(&self, groups: &[String]) -> Patch {
        let within = |path: &str, group: &String| path == group || path.starts_with(&format!("{group}."));
        let keep = |(path, _): &&(String, Node)| groups.iter().any(|group| within(path, group));
        Patch {
            sets: self.sets.iter().filter(keep).cloned().collect(),
            scales: self.scales.iter().filter(keep).cloned().collect(),
            ..self.clone()
        }
    }

    /// This patch followed by the values that `more` sets.
    #[must_use]
    pub fn and(&self, more: &Patch) -> Patch {
        let sets = self.sets.iter().chain(&more.sets).cloned().collect();
        Patch { sets, ..self.clone() }
    }

    /// The values that it sets, as lines of a treatment's table.
    pub fn toml(&self) -> String {
        let line = |(path, node): &(String, Node)| format!("{} = {}\n", format::key(path), format::toml(&node.value));
        self.sets.iter().map(line).collect()
    }

    /// What it changes of interventions, such as their dates, and the rest of it: the first holds from the start of the run.
    pub fn calendar(&self) -> (Patch, Patch) {
        let (calendar, rest) = self.sets.iter().cloned().partition(|(path, _)| path.starts_with(INTERVENTION));
        (Patch { sets: calendar, scales: Vec::new(), ..self.clone() }, Patch { sets: rest, ..self.clone() })
    }

    /// The presets that it names.
    pub fn presets(&self) -> Vec<String> {
        let lists = self.sets.iter().filter(|(path, _)| path == "presets").map(|(_, node)| &node.value);
        let text = |item: &Node| match &item.value {
            Value::Text(name) => Some(name.clone()),
            _ => None,
        };
        let names = |value: &Value| match value {
            Value::List(items) => items.iter().filter_map(text).collect(),
            _ => Vec::new(),
        };
        lists.flat_map(names).collect()
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty() && self.scales.is_empty()
    }
}

/// One `PATH=VALUE`.
///
/// # Errors
/// What is wrong with it, and what would be right.
fn set(arg: &str) -> Result<(String, Node), (String, String)> {
    let no_equals = || (say!("patch-argument-no-equals", argument = arg), say!("patch-argument-help"));
    let (path, text) = arg.split_once('=').ok_or_else(no_equals)?;
    let value = text.trim();
    let start = path.len() + 1 + (text.len() - text.trim_start().len());
    if path.trim().is_empty() || value.is_empty() {
        return Err((say!("patch-argument-empty", argument = arg), say!("patch-argument-help")));
    }
    let at = Spot { file: 0, start, end: start + value.len() };
    let key = Spot { file: 0, start: 0, end: path.trim_end().len() };
    let node = match tree::read_value(value) {
        Some(node) => Node { key, at, value: node.moved(0, start).value },
        None if value.starts_with(['"', '\'', '[', '{']) => {
            return Err((say!("patch-argument-no-value", value = value), say!("patch-argument-no-value-help")));
        }
        None => Node { key, at, value: Value::Text(value.to_owned()) },
    };
    Ok((path.trim().replace('"', ""), node))
}

/// The patches under `treatment` or `intervention` that are on, each with its table.
pub(super) fn patches_under<'t>(tree: &'t Table, part: &'static str) -> Vec<(Patch, &'t Table)> {
    let Some(shape) = schema_path::root().part(part).map(|part| &part.shape) else {
        return Vec::new();
    };
    let tables = tree.table_at(part).map(|table| table.0.as_slice()).unwrap_or_default();
    let patch = |(name, node): &'t (String, Node)| {
        let (table, sheet) = (node.table()?, schema_path::under(shape, name)?);
        let says = match table.get("says").map(|node| &node.value) {
            Some(Value::Text(says)) if !says.is_empty() => says.clone(),
            _ => name.clone(),
        };
        let rows = |key: &str| table.get(key).and_then(Node::table).map(|rows| rows.0.clone()).unwrap_or_default();
        let (sets, scales) = if is_intervention(&sheet) {
            (rows("set"), rows("scale"))
        } else {
            let own = |key: &str| key == "off" || sheet.knob(key).is_some();
            (table.0.iter().filter(|(key, _)| !own(key)).cloned().collect(), Vec::new())
        };
        let from = match sheet.knob("from").and_then(|knob| table.get(knob.name)).map(|node| &node.value) {
            Some(Value::Date(text) | Value::Text(text)) => format::date(text),
            _ => None,
        };
        let patch = Patch { name: name.clone(), says, sets, scales, file: None, from, part };
        (!table.is_off()).then_some((patch, table))
    };
    tables.iter().filter_map(patch).collect()
}
