//! A scenario as a folder keeps it: its text, and beside it every file that it reads.
//!
//! Invariant: the text names the files where they lie in the folder, so it loads there as the same scenario; a scenario that was kept is
//! kept again as the same bytes.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::tree::{Node, Table, Value};
use super::{Document, Scenario, builtin, canonical, files, format, presets};
use crate::error::Error;

/// The first parts of the names that folders of runs, sweeps and searches use themselves.
pub const OWN_NAMES: &[&str] = &[
    "charts",
    "coast.csv",
    "cohorts.csv",
    "convergence.csv",
    "design.parquet",
    "explain",
    "failed",
    "front.csv",
    "manifest.json",
    "metrics.csv",
    "regret.csv",
    "report.html",
    "results",
    "rounds",
    "said",
    "scenario.toml",
    "search.json",
    "strongest.csv",
    "summary.csv",
    "summary.json",
    "timing.json",
    "traces.csv",
    "verdict.csv",
];
/// The folder of files that cannot keep their names.
const FOLDER: &str = "data";
/// The key of a treatment, a world or an intervention that names a file.
const CONTACTS: &str = "contacts.file";

/// A file that a scenario reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name in the folder, with `/` between folders.
    pub name: String,
    /// Where it lies now.
    pub path: PathBuf,
    /// Whether it must be there: that of a history or a plan. Contacts may name a file that no design uses.
    needed: bool,
}

impl Kept {
    /// Its content.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        files::content(&self.path).map_err(|refusal| refusal.into_error(&self.path))
    }
    /// Whether it is named, not needed, and not there.
    pub fn is_left_out(&self) -> bool {
        !self.needed && builtin::canonical_path(&self.path).is_none()
    }
}

impl Scenario {
    /// The files that it names. One that lies beside the scenario or below it keeps its name; any other, and one whose name the folder
    /// uses itself, lies in `data/`. Files of the same name get a number.
    pub fn reads(&self) -> Vec<Kept> {
        self.kept_tree().1
    }

    /// The content of the files that it reads, by their names in the folder; files that come with the program are read from the program.
    /// One that is named, not used and not there is left out.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, Error> {
        self.reads()
            .into_iter()
            .filter(|kept| !kept.is_left_out())
            .map(|kept| Ok((kept.name.clone(), kept.bytes()?)))
            .collect()
    }

    /// The text that repeats a run, with the files of [`Scenario::files`] beside it. It is the text of the user, to the byte but for names
    /// of files, if nothing is laid over it and it extends nothing; otherwise the resolved text, with every comment whose value or table
    /// is in it.
    pub fn kept_toml(&self) -> String {
        let (kept, _) = self.with_kept_names();
        self.own_text(&kept).unwrap_or_else(|| kept.sourced_toml())
    }

    /// The canonical text with the kept names of files.
    pub fn kept_canonical(&self) -> String {
        canonical::text(&self.kept_tree().0)
    }

    /// The same scenario with the kept names of files: for its text alone, since the files do not lie there yet.
    #[must_use]
    pub fn kept(&self) -> Scenario {
        self.with_kept_names().0
    }

    fn with_kept_names(&self) -> (Scenario, Vec<Kept>) {
        let (tree, list) = self.kept_tree();
        (Scenario { tree: Document::new(tree), ..self.clone() }, list)
    }

    /// The text of the user's only file with the kept names of files; `None` if something else is laid over it.
    fn own_text(&self, kept: &Scenario) -> Option<String> {
        let [file] = self.files.as_slice() else { return None };
        let mut places: Vec<(std::ops::Range<usize>, String)> = Vec::new();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        visit(&mut Table::clone(&self.tree), &mut |node| before.push(node.clone()));
        visit(&mut Table::clone(&kept.tree), &mut |node| after.push(node.clone()));
        for (old, new) in before.iter().zip(&after).filter(|(old, new)| old.value != new.value) {
            places.push((old.at.start..old.at.end, format::toml(&new.value)));
        }
        places.sort_by_key(|(at, _)| at.start);
        let mut text = file.text.clone();
        for (at, name) in places.into_iter().rev() {
            text.get(at.clone())?;
            text.replace_range(at, &name);
        }
        // What the text says is asked of the text itself.
        let (again, mistakes) = Scenario::parse_with_mistakes(&file.name, &text);
        let same = mistakes.is_empty()
            && again.resolved_toml() == kept.resolved_toml()
            && presets::named_texts(&again.tree) == presets::named_texts(&kept.tree);
        same.then_some(text)
    }

    /// The tree with the kept names of files, and the files.
    fn kept_tree(&self) -> (Table, Vec<Kept>) {
        let mut tree = Table::clone(&self.tree);
        let mut named: Vec<(String, PathBuf)> = Vec::new();
        let path = |node: &Node| match &node.value {
            Value::Text(name) if !name.is_empty() => {
                Some((name.clone(), self.directories.get(node.at.file)?.join(name)))
            }
            _ => None,
        };
        visit(&mut tree, &mut |node| named.extend(path(node)));
        let mut names = Names::default();
        // First those that keep their names.
        let lying = |name: &str| plain_name(name).filter(|name| !is_own(name));
        named.iter().for_each(|(name, path)| {
            if let Some(name) = lying(name) {
                names.claim(&name, path, false);
            }
        });
        for (name, path) in &named {
            let leaf = Path::new(name).file_name().map_or("file".into(), |leaf| leaf.to_string_lossy());
            names.claim(&format!("{FOLDER}/{leaf}"), path, true);
        }
        visit(&mut tree, &mut |node| {
            if let Some((_, path)) = path(node)
                && let Some(name) = names.of(&path)
            {
                node.value = Value::Text(name);
            }
        });
        let histories = self.names("history").into_iter().map(|name| format!("history.{name}.file"));
        let needed = histories.chain(["plan.file".to_owned()]).filter_map(|path| Some(identity(&self.file(&path)?)));
        let needed: Vec<PathBuf> = needed.collect();
        names.list.iter_mut().for_each(|kept| kept.needed = needed.contains(&identity(&kept.path)));
        (tree, names.list)
    }
}

/// Names that files have taken.
#[derive(Default)]
struct Names {
    list: Vec<Kept>,
    /// Name of each file by its identity.
    by_file: BTreeMap<PathBuf, String>,
}

impl Names {
    /// Gives a file its name, unless it has one. `number`: whether a taken name gets a number, instead of leaving the file without one.
    fn claim(&mut self, name: &str, path: &Path, number: bool) {
        let file = identity(path);
        if self.by_file.contains_key(&file) {
            return;
        }
        // Some systems do not tell capital letters from small ones.
        let taken = |name: &str| self.list.iter().any(|kept| kept.name.to_lowercase() == name.to_lowercase());
        let (stem, ending) = match name.rsplit_once('.') {
            Some((stem, ending)) if !ending.contains('/') => (stem, format!(".{ending}")),
            _ => (name, String::new()),
        };
        let numbered = (2..).map(|k: usize| format!("{stem}-{k}{ending}"));
        let candidates = std::iter::once(name.to_owned()).chain(numbered);
        let Some(free) = candidates.take(if number { usize::MAX } else { 1 }).find(|name| !taken(name)) else { return };
        self.list.push(Kept { name: free.clone(), path: path.to_owned(), needed: false });
        self.by_file.insert(file, free);
    }

    fn of(&self, path: &Path) -> Option<String> {
        self.by_file.get(&identity(path)).cloned()
    }
}

/// The absolute path without `.` and `..`.
fn identity(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}

/// A name that lies in the scenario's folder or below it, with `/` between folders.
fn plain_name(name: &str) -> Option<String> {
    let parts = Path::new(name).components().filter(|part| *part != Component::CurDir);
    let parts = parts.map(|part| match part {
        Component::Normal(part) => Some(part.to_str()?.to_owned()),
        _ => None,
    });
    parts.collect::<Option<Vec<_>>>().filter(|parts| !parts.is_empty()).map(|parts| parts.join("/"))
}

fn is_own(name: &str) -> bool {
    let first = name.split('/').next().unwrap_or(name).to_lowercase();
    first.starts_with('.') || OWN_NAMES.contains(&first.as_str())
}

/// Calls `each` with every value that names a file: of histories, contacts and the plan, of the patches, and of what a factor sets.
fn visit(tree: &mut Table, each: &mut dyn FnMut(&mut Node)) {
    for (part, node) in &mut tree.0 {
        let Some(table) = node.table_mut() else { continue };
        match part.as_str() {
            "contacts" | "plan" => file_of(table, each),
            "history" => tables_of(table, &mut |history| file_of(history, each)),
            "treatment" | "world" => tables_of(table, &mut |patch| contacts_of(patch, each)),
            "intervention" => tables_of(table, &mut |patch| {
                tables_of(patch, &mut |set| contacts_of(set, each));
            }),
            "lever" | "uncertainty" => tables_of(table, &mut |factor| {
                let sets =
                    matches!(factor.get("path").map(|node| &node.value), Some(Value::Text(path)) if path == CONTACTS);
                let values = factor.0.iter_mut().filter(|(key, _)| sets && key == "values");
                for (_, node) in values {
                    if let Value::List(items) = &mut node.value {
                        items.iter_mut().for_each(&mut *each);
                    }
                }
            }),
            _ => {}
        }
    }
}

/// The tables in a table that are on.
fn tables_of(table: &mut Table, each: &mut dyn FnMut(&mut Table)) {
    table.0.iter_mut().filter_map(|(_, node)| node.table_mut()).filter(|table| !table.is_off()).for_each(each);
}

fn file_of(table: &mut Table, each: &mut dyn FnMut(&mut Node)) {
    table.0.iter_mut().filter(|(key, _)| key == "file").for_each(|(_, node)| each(node));
}

/// The file of contacts that a patch sets.
fn contacts_of(patch: &mut Table, each: &mut dyn FnMut(&mut Node)) {
    for (key, node) in &mut patch.0 {
        if key == CONTACTS {
            each(node);
        } else if key == "contacts"
            && let Some(table) = node.table_mut()
        {
            file_of(table, each);
        }
    }
}
