//! `list presets` and `list preset.NAME`: the published rules that come with the program, their sources, and how much of them a scenario
//! models.
//!
//! Invariant: three parts are kept apart: what the source publishes, what it does not publish, and what the file assumes.

use crate::say;
use crate::scenario::{Field, Preset, Version};
use crate::words::number;
use comfy_table::presets::NOTHING;

use super::table_style::{fitted, heads, ruled};

/// A line for each preset.
pub(super) fn all(presets: &[Preset]) -> String {
    let mut table = ruled(heads(&say!("presets-heads")));
    for preset in presets {
        let versions = preset.versions.iter().map(|version| format!("@{}", version.name));
        let name: Vec<String> = std::iter::once(preset.name.clone()).chain(versions).collect();
        table.add_row([&name.join(" "), &preset.says, &preset.source, &preset.status]);
    }
    format!("{}\n\n{}\n", table.trim_fmt(), say!("presets-how-to"))
}

/// One preset in full.
pub(super) fn one(preset: &Preset) -> String {
    let Preset { name, says, source, place, link, status, read_on, .. } = preset;
    let origin = say!("preset-origin", source = source, place = place, status = status, date = read_on);
    let since = preset.from.as_ref().map(|day| say!("preset-since", date = day)).unwrap_or_default();
    let mut text = format!("\u{1b}[1m{name}\u{1b}[0m  {says}\n{origin}{since}\n{link}\n\n");
    let mut table = ruled(heads(&say!("preset-heads")));
    for Field { published, how, set, note, .. } in &preset.fields {
        table.add_row([published.as_str(), how, set.as_deref().unwrap_or(number::NOTHING).trim_matches('"'), note]);
    }
    text += &table.trim_fmt();
    text.push('\n');
    let mut section = |head: String, rows: Vec<[String; 2]>| {
        if !rows.is_empty() {
            let mut table = fitted(NOTHING);
            table.add_rows(rows);
            text += &format!("\n\u{1b}[1m{head}\u{1b}[0m\n{}\n", table.trim_fmt());
        }
    };
    section(
        say!("preset-not-published"),
        preset.not_published.iter().map(|says| [says.clone(), String::new()]).collect(),
    );
    let assumed = preset.sets.iter().filter(|(path, _)| preset.assumes(path));
    section(say!("preset-assumed"), assumed.map(|(path, value)| [path.clone(), value.clone()]).collect());
    for version in preset.versions.iter().rev() {
        let Version { name: of, says, place, link, from, .. } = version;
        text += &format!("\n\u{1b}[1m{name}@{of}\u{1b}[0m  {says}\n");
        let origin = match from {
            Some(day) => say!("preset-version-origin", place = place, date = day),
            None => say!("preset-variant-origin", place = place),
        };
        text += &format!("{origin}\n{link}\n");
        let mut table = fitted(NOTHING);
        version.changes.iter().for_each(|change| {
            table.add_row([change]);
        });
        text += &format!("{}\n", table.trim_fmt());
    }
    text
}
