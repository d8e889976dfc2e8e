//! A scenario written again: to start from, with the sentence that explains each value, and to run again, with the comments that say
//! where values come from.
//!
//! Invariant: the text loads without a mistake, and means the same as the scenario, except for the name of a new one.

use std::fmt::Write;

use super::schema_path::{self, Place, join};
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
            _ => line.write(&mut out),
        }
    }
    out
}

impl Scenario {
    /// The canonical text with the comments that say where values come from: a scenario that repeats a run.
    pub fn sourced_toml(&self) -> String {
        let mut out = String::new();
        for mut line in lines(self) {
            match line.path.as_str() {
                // What stands above the name is about the whole file.
                "name" => line.own = None,
                // Tables and charts show the horizon as it was written.
                "horizon" => {
                    let written = self.tree.get("horizon").map(|node| format::toml(&node.value));
                    line.text = written.map_or(line.text, |value| format!("horizon = {value}"));
                }
                _ => {}
            }
            line.write(&mut out);
        }
        out
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
            list.push(Line { path: String::new(), text, what, own: None });
            continue;
        }
        let key = line.split(" = ").next().unwrap_or(line);
        let (path, patches) = (join(&table, key), key.starts_with('"') || key == "set");
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
