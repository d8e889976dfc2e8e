//! A sweep that is done, as the terminal tells of it.
//!
//! Invariant: a point that could not be run is counted as one that could not.

use comfy_table::{CellAlignment, Table};
use zaoshi::error::Error;
use zaoshi::stats::number::{GLUE, count, many, percent, signed};
use zaoshi::store::ran::Ran;
use zaoshi::store::sweep::SweepStore;
use zaoshi::sweep::told::Fared;

use crate::cli::ruled::{RULED, fitted};

/// How each design fares over the points.
pub(super) fn table(store: &SweepStore, fared: &[Fared], target: Option<f64>, ran: &Ran) -> Result<String, Error> {
    let plain = |text: String| text.replace(GLUE, " ");
    let design = store.design()?;
    let mut table: Table = fitted(RULED);
    let mut heads: Vec<String> =
        ["design", "P10", "P50", "P90", "gain over points (80 %)", "ahead at", "largest regret"]
            .map(str::to_owned)
            .to_vec();
    heads.extend(target.map(|target| format!("reaches {} at", count(target))));
    heads.push("highest where".to_owned());
    table.set_header(heads);
    for one in fared {
        let place: Vec<String> = design
            .columns
            .iter()
            .skip(1)
            .map(|(name, column)| (name, column.cell(one.best)))
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| format!("{name} {}", cell.parse::<f64>().map_or(cell.clone(), count)))
            .collect();
        let gain = one.gain.map_or(String::new(), |gain| {
            format!("{} ({} to {})", signed(gain.p50, percent), signed(gain.p10, percent), signed(gain.p90, percent))
        });
        let mut row = vec![
            one.design.clone(),
            count(one.level.p10),
            count(one.level.p50),
            count(one.level.p90),
            gain,
            if one.gain.is_some() { format!("{} of points", percent(one.ahead)) } else { String::new() },
            count(one.regret.0),
        ];
        row.extend(one.reaches.map(|share| format!("{} of points", percent(share))));
        row.push(place.join(", "));
        table.add_row(row);
    }
    for column in 1..=3 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let m = &store.manifest;
    Ok(plain(format!(
        "{}, mean of {} at each of {}\n{}\n{}",
        m.headline,
        many(m.replicates, "paired run"),
        many(ran.points, "point"),
        table.trim_fmt(),
        short(ran)
    )))
}

/// Which design is least to regret, where there is a choice.
pub(super) fn regretted(fared: &[Fared]) -> String {
    let Some(least) = fared.iter().find(|one| one.minimax).filter(|_| fared.len() > 1) else { return String::new() };
    let others = fared.iter().filter(|one| !one.minimax);
    let next = others.min_by(|a, b| a.regret.0.total_cmp(&b.regret.0));
    let next = next.map_or(String::new(), |next| format!(", {} up to {}", next.design, count(next.regret.0)));
    let text =
        format!("Least to regret: {} gives away at most {} at any point{next}\n", least.design, count(least.regret.0));
    text.replace(GLUE, " ")
}

/// The line that says which points could not be run; nothing where there is none.
pub(super) fn short(ran: &Ran) -> String {
    ran.short().map_or(String::new(), |short| format!("{short}\n"))
}
