//! What the user wrote: a scenario file, what it extends, and the patches laid over it.
//!
//! [`Scenario::load`] reads a file, walks it against [`schema::ROOT`] and gathers every mistake at once. Invariant: a
//! [`Scenario`] that exists has passed all checks of the schema, its treatments and interventions included.

mod access;
mod added;
mod assumptions;
pub mod builtin;
mod canonical;
mod check;
mod comments;
pub mod condition;
mod diagnostics;
mod document;
pub mod files;
mod format;
mod json_schema;
mod kept;
mod labels;
mod likeness;
mod names;
mod objectives;
mod overlay;
mod patch;
mod plan_form;
mod preset_actions;
mod preset_form;
mod presets;
pub mod rows;
mod salvage;
pub mod schema;
mod schema_path;
mod search_form;
mod switches;
mod template;
mod toml_brackets;
mod toml_errors;
mod tree;
mod values;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use assumptions::Assumption;
pub use diagnostics::seen;
pub(crate) use format::quote;
pub use json_schema::schema_json;
pub use kept::{Kept, OWN_NAMES};
pub use likeness::Idle;
pub use names::nearest;
pub use objectives::Objective;
pub use overlay::SHARED;
pub use patch::{ADDED, Patch};
pub use preset_form::{FORM as PRESET_FORM, Field, Preset, Version};
pub use presets::given_way;
pub use presets::presets;
pub use template::commented;

use crate::error::{Error, File, Mistake, Mistakes};
use crate::say;
use document::Document;
use tree::{Node, Table, Value};

/// A scenario as written and checked.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The scenario, the scenarios that it extends, and the arguments of the command; a [`Spot`](crate::error::Spot) is a place in one of
    /// them.
    files: Arc<Vec<File>>,
    /// The directory of each file: `[file]`.
    directories: Vec<PathBuf>,
    tree: Document,
}

impl Scenario {
    /// Reads and checks a file.
    pub fn load(path: &Path) -> Result<Scenario, Error> {
        Scenario::parse(&path.display().to_string(), &text_of(path)?)
    }

    /// Checks a text. `name` is its path: mistakes show it, and the paths that it extends are relative to it.
    ///
    /// # Errors
    /// All mistakes of the text at once.
    ///
    /// ```
    /// use zaoshi::{Error, Scenario};
    ///
    /// let scenario = Scenario::parse("mine.toml", "extends = \"first-step\"\nreplicates = 8")?;
    /// assert_eq!(scenario.root().replicates, 8);
    ///
    /// match Scenario::parse("mine.toml", "extends = \"first-step\"\nreplicate = 8") {
    ///     Err(Error::Scenario(mistakes)) => assert_eq!(mistakes.list[0].label, "did you mean `replicates`?"),
    ///     _ => unreachable!("there is no such knob"),
    /// }
    /// # Ok::<(), Error>(())
    /// ```
    pub fn parse(name: &str, text: &str) -> Result<Scenario, Error> {
        let (scenario, list) = Scenario::parse_with_mistakes(name, text);
        if list.is_empty() { Ok(scenario) } else { Err(scenario.mistakes(list)) }
    }

    /// Reads a file and runs the checks of the schema and those of higher floors, `further`. If the file has mistakes, `further` checks
    /// what remains of the scenario without them.
    ///
    /// # Errors
    /// The mistakes of both checks together.
    pub fn load_and_check(path: &Path, further: &dyn Fn(&Scenario) -> Result<(), Error>) -> Result<Scenario, Error> {
        let (scenario, list) = Scenario::parse_with_mistakes(&path.display().to_string(), &text_of(path)?);
        let mut all = match scenario.mistakes(list) {
            Error::Scenario(all) => all,
            other => return Err(other),
        };
        salvage::judge(&scenario, &mut all, further)?;
        if all.list.is_empty() { Ok(scenario) } else { Err(Error::Scenario(all)) }
    }

    /// The scenario of a text, and all mistakes that the schema finds in it.
    fn parse_with_mistakes(name: &str, text: &str) -> (Scenario, Vec<Mistake>) {
        let mut chain = FileChain::default();
        let path = Path::new(name);
        let tree = chain.read_tree(path, text, &mut vec![std::fs::canonicalize(path).unwrap_or(path.to_owned())]);
        let is_read = tree.is_some();
        let scenario = Scenario {
            files: Arc::new(chain.files),
            directories: chain.directories,
            tree: Document::new(tree.unwrap_or_default()),
        };
        let mut list = chain.mistakes;
        if is_read {
            list.extend(scenario.all_mistakes());
        }
        (scenario, list)
    }

    /// The scenario with a patch laid over it, checked like a file.
    pub fn patched(&self, patch: &Patch) -> Result<Scenario, Error> {
        let (mut files, mut directories) = (Arc::clone(&self.files), self.directories.clone());
        let mut patch = patch.clone();
        if let Some(file) = &patch.file {
            let file_index = files.len();
            Arc::make_mut(&mut files).push(file.clone());
            directories.push(PathBuf::new());
            patch.sets = patch.sets.into_iter().map(|(path, node)| (path, node.moved(file_index, 0))).collect();
        }
        let (tree, mut list) = overlay::apply(&self.tree, &patch, &[]);
        let scenario = Scenario { files, directories, tree: Document::new(tree) };
        // A patch of the whole scenario may break a design that was valid before.
        if patch.file.is_some() && list.is_empty() {
            list = scenario.all_mistakes();
        }
        if list.is_empty() { Ok(scenario) } else { Err(scenario.mistakes(list)) }
    }

    /// An error from mistakes of this scenario.
    pub fn mistakes(&self, mut list: Vec<Mistake>) -> Error {
        let mut files = self.files.to_vec();
        for mistake in &mut list {
            if let Some(preset) = presets::file(mistake.at.file) {
                mistake.at.file = files.iter().position(|file| *file == preset).unwrap_or(files.len());
                if mistake.at.file == files.len() {
                    files.push(preset);
                }
            }
        }
        list.sort_by(|a, b| a.at.cmp(&b.at));
        list.dedup();
        Error::Scenario(Mistakes { files, list })
    }

    /// All mistakes of the scenario, and of each of its patches laid over it.
    fn all_mistakes(&self) -> Vec<Mistake> {
        let mut list = check::check(&self.tree);
        list.extend(labels::check(&self.tree));
        for part in overlay::PATCHES {
            for (patch, _) in patch::patches_under(&self.tree, part) {
                let (_, found) = overlay::apply(&self.tree, &patch, &list);
                list.extend(found);
            }
        }
        list
    }
}

/// The text of a file, shipped or on disk.
fn text_of(path: &Path) -> Result<String, Error> {
    files::text(path).map_err(|refusal| refusal.into_error(path))
}

/// The files of a scenario while they are read: the scenario itself and what it extends.
#[derive(Default)]
struct FileChain {
    files: Vec<File>,
    directories: Vec<PathBuf>,
    mistakes: Vec<Mistake>,
}

impl FileChain {
    /// The tree of a file laid over the tree that it extends. `open`: the files that are being read, outermost first.
    fn read_tree(&mut self, path: &Path, text: &str, open: &mut Vec<PathBuf>) -> Option<Table> {
        let file_index = self.files.len();
        let directory = path.parent().map(Path::to_owned).unwrap_or_default();
        self.files.push(File { name: path.display().to_string(), text: text.to_owned() });
        self.directories.push(directory.clone());
        let mut tree = match tree::read(text, file_index) {
            Ok(tree) => tree,
            Err(mistakes) => {
                self.mistakes.extend(mistakes);
                return None;
            }
        };
        let mut base = Table::default();
        let extends = tree.0.iter().position(|(key, node)| key == "extends" && matches!(node.value, Value::Text(_)));
        if let Some((_, node)) = extends.map(|place| tree.0.remove(place))
            && let Value::Text(name) = &node.value
            && !name.is_empty()
        {
            base = self.read_base(&directory.join(name), name, &node, open)?;
            self.mistakes.extend(switches::resolve(&mut tree, &base));
        }
        // Presets replace values of what the file extends; the file's own values replace those of presets.
        if let Some(place) = tree.0.iter().position(|(key, _)| key == "presets") {
            let (_, list) = tree.0.remove(place);
            let mut context = base.clone();
            context.merge(tree.clone());
            self.mistakes.extend(presets::apply(&mut base, &context, &list));
        }
        base.merge(tree);
        Some(base)
    }

    /// The tree of the scenario that a file extends; `node` is the value of `extends`.
    fn read_base(&mut self, path: &Path, name: &str, node: &Node, open: &mut Vec<PathBuf>) -> Option<Table> {
        let mut add = |says: String, label: String, help: String| {
            let (at, path) = (node.at.clone(), "extends".to_owned());
            self.mistakes.push(Mistake { at, path, says, help: Some(help), label });
        };
        // A file on disk takes precedence over a scenario that comes with the program.
        let mut candidates = vec![path.to_owned()];
        if !name.ends_with(".toml") {
            candidates
                .push(path.with_file_name(format!("{}.toml", path.file_name().unwrap_or_default().to_string_lossy())));
        }
        candidates.extend(builtin::by_name(name));
        let target = candidates.iter().find_map(|path| Some((builtin::canonical_path(path)?, path.clone())));
        let Some((found, path)) = target else {
            // What is there but is no regular file is told as that.
            let other = candidates.iter().find_map(|path| Some((files::open(path).err()?, path)));
            if let Some((refusal, path)) = other.filter(|(refusal, _)| !matches!(refusal, files::Refusal::Missing)) {
                let help = refusal.help(path);
                add(refusal.says(name), say!("scenario-extends-unreadable-label"), help);
                return None;
            }
            let near = names::nearest(name.trim_end_matches(".toml"), builtin::names());
            let label = near
                .map_or_else(|| say!("scenario-extends-unknown-label"), |near| say!("mistake-meant-text", near = near));
            add(say!("scenario-extends-unknown", name = name), label, say!("scenario-extends-unknown-help"));
            return None;
        };
        if open.contains(&found) {
            add(
                say!("scenario-extends-circle", name = name),
                say!("scenario-extends-circle-label"),
                say!("scenario-extends-circle-help"),
            );
            return None;
        }
        let text = match files::text(&found) {
            Ok(text) => text,
            Err(refusal) => {
                add(refusal.says(name), say!("scenario-extends-unreadable-label"), refusal.help(&found));
                return None;
            }
        };
        open.push(found);
        let tree = self.read_tree(&path, &text, open);
        open.pop();
        tree
    }
}

#[cfg(test)]
mod tests;
