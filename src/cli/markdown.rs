//! `list --markdown`: the knobs of a scenario as one Markdown table, such as the assumptions in ASSUMPTIONS.md.
//!
//! Invariant: a cell contains no bar and no line break, so every table stays a valid table.

use crate::say;
use crate::words::number::NOTHING;

use super::language::{Entry, Line};

/// The table: one line for each knob, under its whole path.
pub(super) fn table(entries: &[Entry]) -> String {
    let mut text = format!("| {} |\n|---|---|---|---|---|\n", say!("list-markdown-heads"));
    for entry in entries {
        for knob in &entry.knobs {
            text += &row(entry, knob);
        }
    }
    text
}

fn row(entry: &Entry, knob: &Line) -> String {
    let path = if entry.table.is_empty() { knob.name.to_owned() } else { format!("{}.{}", entry.table, knob.name) };
    let default = knob.default.as_deref().unwrap_or(NOTHING);
    let from = match knob.standing {
        "cited" => say!("list-sourced", source = format!("[{}]({})", knob.source, knob.link)),
        _ => knob.origin(),
    };
    let (path, or) = (format!("`{path}`"), say!("list-markdown-or"));
    let cells = [&path, default, &knob.asks, &from, &knob.says];
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', &or).replace('\n', " ")).collect();
    format!("| {} |\n", cells.join(" | "))
}
