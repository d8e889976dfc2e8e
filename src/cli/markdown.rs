//! `list --markdown`: tables of a scenario as Markdown, such as the assumptions in MODEL.md.
//!
//! Invariant: a cell holds no bar and no line break, so that every table stays one.

use super::language::{Entry, Turn};

/// One line a knob, under its whole path; the mark says where the default comes from.
pub(super) fn tables(entries: &[Entry]) -> String {
    let mut text = "| knob | default | takes | from | what it is |\n|---|---|---|---|---|\n".to_owned();
    for entry in entries {
        for turn in &entry.knobs {
            text += &line(entry, turn);
        }
    }
    text
}

fn line(entry: &Entry, turn: &Turn) -> String {
    let path = if entry.table.is_empty() { turn.name.to_owned() } else { format!("{}.{}", entry.table, turn.name) };
    let default = turn.default.as_deref().unwrap_or("—");
    let from = match turn.standing {
        "cited" => format!("sourced: [{}]({})", turn.source, turn.link),
        _ => turn.origin(),
    };
    let cells = [&format!("`{path}`"), default, &turn.asks, &from, &turn.says];
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "or").replace('\n', " ")).collect();
    format!("| {} |\n", cells.join(" | "))
}
