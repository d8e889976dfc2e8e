//! What the columns of a Parquet file hold, as readers of Arrow expect it: a schema whose fields carry metadata.
//!
//! The format is an Arrow IPC message in FlatBuffers, as base64
//! (<https://arrow.apache.org/docs/format/Columnar.html#encapsulated-message-format>,
//! <https://github.com/apache/arrow/blob/main/format/Schema.fbs>). Invariant: a table comes before what it points to, so every offset is
//! positive, and everything starts at a multiple of four bytes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::frame::{Column, Frame};

/// The value of `ARROW:schema`.
pub(super) fn text(frame: &Frame) -> String {
    let body = message(frame);
    let mut bytes = vec![0xFF; 4];
    bytes.extend((body.len() as u32).to_le_bytes());
    bytes.extend(body);
    STANDARD.encode(bytes)
}

/// Version 5 of the format.
const VERSION: u32 = 4;
/// The kind of message that is a schema.
const SCHEMA: u32 = 1;
/// A double, in the enumeration of precisions.
const DOUBLE: u32 = 2;
/// A cell that holds an offset, which is set later.
const LATER: Option<u32> = Some(0);

fn message(frame: &Frame) -> Vec<u8> {
    let mut flat = Flat::default();
    let root = flat.cell(0);
    let message = flat.table(root, &[Some(VERSION), Some(SCHEMA), LATER]);
    let schema = flat.table(message[2], &[Some(0), LATER]);
    let fields = flat.list(schema[1], frame.columns.len());
    for ((name, column), at) in frame.columns.iter().zip(fields) {
        let about = frame.about.get(name);
        let nullable = u32::from(matches!(column, Column::Real(_)));
        // The number of a type in the union, and its own cells.
        let (kind, cells): (u32, &[Option<u32>]) = match column {
            Column::Whole(_) => (2, &[Some(64), Some(1)]),
            Column::Real(_) => (3, &[Some(DOUBLE)]),
            Column::Text(_) => (5, &[]),
            // Days, not milliseconds.
            Column::Day(_) => (8, &[Some(0)]),
        };
        let metadata = about.map(|_| 0);
        let field = flat.table(at, &[LATER, Some(nullable), Some(kind), LATER, None, LATER, metadata]);
        flat.text(field[0], name);
        flat.table(field[3], cells);
        flat.list(field[5], 0);
        let Some(about) = about else { continue };
        let pairs = [("title", about.title.as_str()), ("unit", about.unit.as_str())];
        for ((key, value), at) in pairs.iter().zip(flat.list(field[6], pairs.len())) {
            let pair = flat.table(at, &[LATER, LATER]);
            flat.text(pair[0], key);
            flat.text(pair[1], value);
        }
    }
    // A message has a multiple of eight bytes.
    flat.0.resize(flat.0.len().next_multiple_of(8), 0);
    flat.0
}

/// A buffer of FlatBuffers.
#[derive(Default)]
struct Flat(Vec<u8>);

impl Flat {
    /// Adds a cell of four bytes; returns its place.
    fn cell(&mut self, value: u32) -> usize {
        self.0.resize(self.0.len().next_multiple_of(4), 0);
        self.0.extend(value.to_le_bytes());
        self.0.len() - 4
    }

    fn set(&mut self, place: usize, value: u32) {
        self.0[place..place + 4].copy_from_slice(&value.to_le_bytes());
    }

    /// Makes the cell at a place point to what comes next.
    fn point(&mut self, place: usize) {
        self.0.resize(self.0.len().next_multiple_of(4), 0);
        self.set(place, (self.0.len() - place) as u32);
    }

    /// Adds a table to which the cell at `from` points, with its cells; `None`: the default. Returns the place of each cell.
    fn table(&mut self, from: usize, cells: &[Option<u32>]) -> Vec<usize> {
        self.0.resize(self.0.len().next_multiple_of(4), 0);
        let form = self.0.len();
        let held = cells.iter().flatten().count();
        let mut offset = 0_u16;
        let offsets = cells.iter().map(|cell| {
            offset += if cell.is_some() { 4 } else { 0 };
            cell.map_or(0, |_| offset)
        });
        let words = [4 + 2 * cells.len() as u16, 4 + 4 * held as u16].into_iter().chain(offsets);
        for word in words.collect::<Vec<u16>>() {
            self.0.extend(word.to_le_bytes());
        }
        self.point(from);
        let back = (self.0.len() - form) as u32;
        let table = self.cell(back);
        let mut place = table;
        cells
            .iter()
            .map(|cell| {
                if let Some(value) = cell {
                    place = self.cell(*value);
                }
                place
            })
            .collect()
    }

    /// Adds a list of offsets to which the cell at `from` points; returns the places of its items.
    fn list(&mut self, from: usize, items: usize) -> Vec<usize> {
        self.point(from);
        self.cell(items as u32);
        (0..items).map(|_| self.cell(0)).collect()
    }

    /// Adds a text to which the cell at `from` points.
    fn text(&mut self, from: usize, text: &str) {
        self.point(from);
        self.cell(text.len() as u32);
        self.0.extend(text.as_bytes());
        self.0.push(0);
    }
}
