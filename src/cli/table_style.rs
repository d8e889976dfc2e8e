//! Tables as they are printed: as wide as the terminal, with a line below the heads and nothing else.
//!
//! Invariant: a table that is piped into a file has one width.

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};

use super::width;

/// A line below the heads and nothing else.
pub(super) const RULED: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// An empty table of a style.
pub(super) fn fitted(style: TableStyle) -> Table {
    let mut table = Table::new();
    table.load_style(style).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width()).unwrap_or(u16::MAX));
    table
}
