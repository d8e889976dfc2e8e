//! `list presets` and `list preset.NAME`: whose rules come with the program, where they were read, and how much of them a scenario can say.
//!
//! Invariant: what the source publishes, what it does not, and what the file assumes stand apart.

use comfy_table::presets::NOTHING;
use zaoshi::scenario::{Field, Preset};

use super::table_style::{RULED, fitted};

/// A line for each.
pub(super) fn all(presets: &[Preset]) -> String {
    let mut table = fitted(RULED);
    table.set_header(["name", "what it is", "source", "read in"]);
    for preset in presets {
        table.add_row([&preset.name, &preset.says, &preset.source, &preset.status]);
    }
    let mut text = table.trim_fmt();
    text.push_str("\n\nIn a treatment, presets = [\"NAME\"] swaps one in; `zaoshi list preset.NAME` shows what of it is modelled.\n");
    text
}

/// All that is known of one.
pub(super) fn one(preset: &Preset) -> String {
    let Preset { name, says, source, place, status, read_on, .. } = preset;
    let mut text = format!("\u{1b}[1m{name}\u{1b}[0m  {says}\n{source}: {place} ({status}, read on {read_on})\n\n");
    let mut table = fitted(RULED);
    table.set_header(["published", "here", "set", "note"]);
    for Field { published, how, set, note, .. } in &preset.fields {
        table.add_row([published.as_str(), how, set.as_deref().unwrap_or("—").trim_matches('"'), note]);
    }
    text += &table.trim_fmt();
    text.push('\n');
    let mut section = |head: &str, rows: Vec<[String; 2]>| {
        if !rows.is_empty() {
            let mut table = fitted(NOTHING);
            table.add_rows(rows);
            text += &format!("\n\u{1b}[1m{head}\u{1b}[0m\n{}\n", table.trim_fmt());
        }
    };
    section("not published", preset.not_published.iter().map(|says| [says.clone(), String::new()]).collect());
    let assumed = preset.sets.iter().filter(|(path, _)| preset.assumes(path));
    section("assumed", assumed.map(|(path, value)| [path.clone(), value.clone()]).collect());
    text
}
