//! A scenario written again: to start from, with the sentence that explains each value, and to run again, with the comments that say
//! where values come from.
//!
//! Invariant: the text loads without a mistake, and means the same as the scenario, except for the name of a new one.

use std::fmt::Write;

use super::comments::Comments;
use super::schema_path::{self, Place, join};
use super::tree::Node;
use super::{Scenario, format};
use crate::registry::Knob;

/// The text of a new scenario file, with the values of `from`.
pub fn commented(from: &Scenario, name: &str) -> String {
    let mut out = String::new();
    let question = from.root().question;
    if !question.is_empty() {
        for line in question.lines() {
            let _ = writeln!(out, "# {line}");
        }
        out.push('\n');
    }
    for line in lines(from) {
        match &line.what {
            What::Table(sentence) => {
                let _ = writeln!(out, "# {sentence}");
            }
            What::Value(knob) => {
                let _ = writeln!(out, "# {}", knob.says());
            }
            What::Other => {}
        }
        match line.path.as_str() {
            "name" => {
                let _ = writeln!(out, "name = {}", format::quote(name));
            }
            // The new scenario has its own title.
            "title" => {
                let words = name.replace('-', " ");
                let mut letters = words.chars();
                let title = letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str());
                let _ = writeln!(out, "title = {}", format::quote(&title.unwrap_or_default()));
            }
            _ => line.write(&mut out),
        }
    }
    out
}

impl Scenario {
    /// The canonical text with the comments of the files: a scenario that repeats a run. A comment stands above or behind the value or table
    /// that it belongs to; one whose value was replaced goes with the value.
    pub(super) fn sourced_toml(&self) -> String {
        let comments = Comments::of(self);
        let mut out = String::new();
        let top = comments.top();
        if !top.is_empty() {
            let _ = writeln!(out, "{top}");
        }
        for mut line in lines(self) {
            let table = matches!(line.what, What::Table(_)) || line.text.starts_with('[');
            let above = comments.above(&line.path, self.node_at(&line.path), table);
            out.push_str(&above.text);
            line.own = match line.own {
                // It stands above already.
                Some(own) if above.joined == Some(own.clone()) => None,
                None => comments.behind(&line.path, self.node_at(&line.path), table),
                own => own,
            };
            line.write(&mut out);
        }
        out + &comments.end()
    }

    /// The node of a line of the canonical text. The last key may hold dots, as in a patch.
    fn node_at(&self, path: &str) -> Option<&Node> {
        let mut splits = path.match_indices('.').map(|(dot, _)| (&path[..dot], &path[dot + 1..]));
        self.tree.at(path).or_else(|| splits.find_map(|(table, key)| self.tree.table_at(table)?.get(key)))
    }
}

/// A line of the canonical text.
struct Line {
    path: String,
    text: String,
    what: What,
    /// The comment that belongs to the value.
    own: Option<String>,
}

/// What a line holds.
enum What {
    /// The head of a table, with its sentence.
    Table(String),
    Value(&'static Knob),
    Other,
}

impl Line {
    fn write(&self, out: &mut String) {
        let _ = match &self.own {
            Some(own) => writeln!(out, "{}  # {own}", self.text),
            None => writeln!(out, "{}", self.text),
        };
    }
}

fn lines(from: &Scenario) -> Vec<Line> {
    let mut list = Vec::new();
    let mut table = String::new();
    for line in from.resolved_toml().lines() {
        let text = line.to_owned();
        if let Some(header) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            header.clone_into(&mut table);
            let what = match schema_path::place(header) {
                Some(Place::Sheet(sheet)) => What::Table(sheet.says()),
                _ => What::Other,
            };
            list.push(Line { path: table.clone(), text, what, own: None });
            continue;
        }
        let key = line.split(" = ").next().unwrap_or(line);
        if key.is_empty() {
            list.push(Line { path: String::new(), text, what: What::Other, own: None });
            continue;
        }
        let patches = key.starts_with('"') || key == "set";
        let plain = key.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(key);
        let path = join(&table, plain);
        list.push(match schema_path::place(&path) {
            Some(Place::Knob(knob)) if !patches => {
                let own = from.tree.at(&path).and_then(|node| from.comment(&path, node, knob));
                Line { path, text, what: What::Value(knob), own }
            }
            _ => Line { path, text, what: What::Other, own: None },
        });
    }
    list
}
