//! A scenario to start from: another one's values, each with the sentence that explains it.
//!
//! Invariant: the text loads without a mistake, and means the same as the other scenario, except for the name.

use std::fmt::Write;

use super::schema_path::{self, Place, join};
use super::{Scenario, format};

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
    let mut path = String::new();
    for line in from.resolved_toml().lines() {
        if let Some(header) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            path = header.to_owned();
            if let Some(Place::Sheet(sheet)) = schema_path::place(header) {
                let _ = writeln!(out, "# {}", sheet.says());
            }
            let _ = writeln!(out, "{line}");
            continue;
        }
        let key = line.split(" = ").next().unwrap_or(line);
        let (path, patches) = (join(&path, key), key.starts_with('"') || key == "set");
        let knob = match schema_path::place(&path) {
            Some(Place::Knob(knob)) if !patches => knob,
            _ => {
                let _ = writeln!(out, "{line}");
                continue;
            }
        };
        let _ = writeln!(out, "# {}", knob.says());
        let own = from.tree.at(&path).and_then(|node| from.comment(&path, node, knob));
        match own {
            _ if path == "name" => {
                let _ = writeln!(out, "name = {}", format::quote(name));
            }
            Some(own) => {
                let _ = writeln!(out, "{line}  # {own}");
            }
            None => {
                let _ = writeln!(out, "{line}");
            }
        }
    }
    out
}
