//! Tables on a terminal: as wide as the terminal, with a single line, below the heads.
//!
//! Invariant: a table that is piped into a file has one width.

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};

use super::width;

/// A single line, below the heads.
const RULED: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// An empty ruled table with these heads.
pub(super) fn ruled(heads: Vec<String>) -> Table {
    let mut table = fitted(RULED);
    table.set_header(heads);
    table
}

/// The heads in a message that lists them with `|` between them.
pub(super) fn heads(message: &str) -> Vec<String> {
    message.split('|').map(|head| head.trim().to_owned()).collect()
}

/// An empty table of a style.
pub(super) fn fitted(style: TableStyle) -> Table {
    let mut table = Table::new();
    table.load_style(style).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width()).unwrap_or(u16::MAX));
    table
}
