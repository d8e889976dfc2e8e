//! What a scenario assumes: every number in force, where it comes from, and the comment that the file gives it.
//!
//! Invariant: one row for each knob of each table that is in force.

use super::schema_path::{self, Sheet, join};
use super::tree::{Node, Table};
use super::{Scenario, format, presets, values};
use crate::error::Spot;
use crate::registry::{Knob, Shape};

/// One value in force.
#[derive(Clone, Debug)]
pub struct Assumption {
    /// The TOML path.
    pub path: String,
    /// Its declaration: sentence, unit, range, source of the default.
    pub knob: &'static Knob,
    /// As people read it; "not set" if there is neither a value nor a default.
    pub value: String,
    /// The place in a file that gives it; `None` for a default.
    pub at: Option<Spot>,
    /// The comment behind the value or on the lines above it, such as "source: 2026 survey".
    pub comment: Option<String>,
}

impl Scenario {
    /// Every knob of every table that is in force, with its value.
    pub fn assumptions(&self) -> Vec<Assumption> {
        let mut list = Vec::new();
        self.sheet(&mut list, &schema_path::root(), Some(&self.tree), "", false);
        list
    }

    /// `sparse`: only what is given, since the table overrides another.
    fn sheet(&self, list: &mut Vec<Assumption>, form: &Sheet, table: Option<&Table>, path: &str, sparse: bool) {
        for knob in form.knobs.iter().filter(|knob| !(path.is_empty() && matches!(knob.name, "extends" | "presets"))) {
            let node = table.and_then(|table| table.get(knob.name));
            if node.is_none() && sparse {
                continue;
            }
            let set = node.and_then(|node| values::read(knob, node).ok()).unwrap_or_else(|| knob.default());
            list.push(Assumption {
                path: join(path, knob.name),
                knob,
                value: unquoted(format::written(knob, &set)),
                at: node.map(|node| node.at.clone()),
                comment: node.and_then(|node| self.comment(&join(path, knob.name), node, knob)),
            });
        }
        for part in form.parts {
            let inside = table.and_then(|table| table.get(part.name)).and_then(|node| node.table());
            let path = join(path, part.name);
            match &part.shape {
                // A single table at the root is in force even if it is not in the file.
                Shape::One(form) if inside.is_some() || !path.contains('.') => {
                    let form = Sheet::of(form, false);
                    self.sheet(list, &form, inside, &path, false);
                }
                Shape::One(_) | Shape::Patches(_) => {}
                Shape::Numbers(knob) => {
                    for (name, node) in inside.map(|table| table.0.as_slice()).unwrap_or_default() {
                        list.push(Assumption {
                            path: join(&path, name),
                            knob,
                            value: super::canonical::value(Some(knob), node),
                            at: Some(node.at.clone()),
                            comment: self.comment(&join(&path, name), node, knob),
                        });
                    }
                }
                shape => {
                    for name in self.names(&path) {
                        let Some(form) = schema_path::under(shape, &name) else {
                            continue;
                        };
                        let path = join(&path, &name);
                        let wide = path.split_once(".mechanism.").map(|(_, row)| format!("mechanism.{row}"));
                        let sparse = wide.is_some_and(|wide| self.is_on(&wide));
                        self.sheet(list, &form, self.tree.table_at(&path), &path, sparse);
                    }
                }
            }
        }
    }
}

impl Scenario {
    /// Where a value comes from: according to its preset, or to the comment that belongs to the value.
    pub(super) fn comment(&self, path: &str, node: &Node, knob: &Knob) -> Option<String> {
        let file = self.files.get(node.at.file);
        presets::source_comment(node.at.file, path).or_else(|| comment(&file?.text, &node.at, &node.key, knob))
    }
}

fn unquoted(text: String) -> String {
    match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(inner) => inner.to_owned(),
        None => text,
    }
}

/// The comment that belongs to a value: behind it, else on the lines directly above its key.
fn comment(text: &str, at: &Spot, key: &Spot, knob: &Knob) -> Option<String> {
    let behind = trailing(text.get(at.end..)?.lines().next().unwrap_or_default());
    // The lines above belong to the key only if the key is the first thing on its line.
    let above = || {
        let (before, line) = text.get(..key.start)?.rsplit_once('\n')?;
        line.trim().is_empty().then_some(())?;
        let lines: Vec<&str> =
            before.split('\n').rev().map_while(|line| line.trim().strip_prefix('#')).map(str::trim).collect();
        Some(lines.into_iter().rev().collect::<Vec<_>>().join(" "))
    };
    behind.or_else(above).filter(|comment| !comment.is_empty() && *comment != knob.says())
}

/// The comment in the rest of a line, if it is one and not a `#` inside a text.
fn trailing(rest: &str) -> Option<String> {
    let mut quote = None;
    for (place, c) in rest.char_indices() {
        match (quote, c) {
            (None, '#') => return Some(rest[place + 1..].trim().to_owned()),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    None
}
