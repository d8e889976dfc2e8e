//! Ties out of a file: one pair of people in each row.
//!
//! The columns are found by their names; if the first row holds numbers, there are no names, and every row is a tie. Invariant: each tie
//! is there once, the smaller person first, in order; what was joined or left out is told in a note.

use std::path::Path;

use crate::say;
use crate::scenario::rows::{Fault, Row, Rows, columns, shown};
use crate::world::contacts::Contacts;

/// Names of the column of one end of a tie, and of the other.
const NAMES: [[&str; 2]; 2] = [["from", "to"], ["source", "target"]];
/// The fewest ties that are gathered before those that are named twice are joined.
const GATHERED: usize = 1 << 20;

/// The ties of a file, and what is to be told of it.
#[derive(Default)]
pub(super) struct Ties {
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) notes: Vec<String>,
}

/// Reads the ties between a number of people. `name`: the file, as the scenario names it.
///
/// # Errors
/// A file that is not read; the first row that is no tie.
pub(super) fn read(path: &Path, name: &str, people: u64) -> Result<Ties, Fault> {
    let refused =
        |refusal: crate::scenario::files::Refusal| Fault { says: refusal.says(name), help: refusal.help(path) };
    let mut rows = Rows::open(path, name).map_err(refused)?;
    let mut ties = Gathered { pairs: Vec::new(), room: GATHERED, joined: 0, loops: 0 };
    let mut notes = Vec::new();
    let mut ends = [0, 1];
    let mut width = 0;
    if let Some(first) = rows.next_row()? {
        width = first.count();
        if let Some(fault) = first.separated(2) {
            return Err(fault);
        }
        if first.iter().take(2).any(|cell| cell.parse::<f64>().is_ok()) {
            ties.add(pair(&first, ends, people)?);
            if width > 2 {
                notes.push(say!("model-ties-unnamed", file = name));
            }
        } else {
            let (found, unread) = head(&first)?;
            ends = found;
            if !unread.is_empty() {
                let count = unread.len();
                notes.push(say!("model-ties-unread", file = name, count = count, columns = columns(&unread)));
            }
        }
    }
    while let Some(row) = rows.next_row()? {
        if row.is_blank() {
            continue;
        }
        if let Some(fault) = row.uneven(width) {
            return Err(fault);
        }
        ties.add(pair(&row, ends, people)?);
        if ties.pairs.len() as u64 > Contacts::MOST_TIES {
            let help = say!("model-ties-many-help", most = Contacts::MOST_TIES);
            return Err(row.fault(0, &say!("model-ties-many"), help));
        }
    }
    ties.join();
    let Gathered { pairs, joined, loops, .. } = ties;
    if joined > 0 {
        notes.push(say!("model-ties-joined", file = name, count = joined, ties = pairs.len()));
    }
    if loops > 0 {
        notes.push(say!("model-ties-loops", file = name, count = loops));
    }
    if pairs.is_empty() {
        notes.push(say!("model-ties-none", file = name));
    }
    Ok(Ties { pairs, notes })
}

/// Ties while they are gathered.
struct Gathered {
    pairs: Vec<(u32, u32)>,
    /// How many are gathered before they are joined.
    room: usize,
    joined: u64,
    loops: u64,
}

impl Gathered {
    fn add(&mut self, (a, b): (u32, u32)) {
        if a == b {
            self.loops += 1;
            return;
        }
        self.pairs.push((a.min(b), a.max(b)));
        if self.pairs.len() >= self.room {
            self.join();
            self.room = GATHERED.max(2 * self.pairs.len());
        }
    }

    fn join(&mut self) {
        let before = self.pairs.len();
        self.pairs.sort_unstable();
        self.pairs.dedup();
        self.joined += (before - self.pairs.len()) as u64;
    }
}

/// The columns of the two ends, and the names of the others.
fn head(first: &Row) -> Result<([usize; 2], Vec<String>), Fault> {
    let names: Vec<String> = first.iter().map(str::to_lowercase).collect();
    let of = |wanted: &str| names.iter().position(|name| name == wanted);
    let pair = NAMES.iter().find_map(|[from, to]| Some([of(from)?, of(to)?]));
    let Some(ends) = pair else {
        let fault = say!("model-ties-no-columns", count = names.len(), columns = columns(&names));
        return Err(first.fault(0, &fault, say!("model-ties-no-columns-help")));
    };
    for (at, name) in names.iter().enumerate() {
        if ends.iter().any(|end| *end != at && names[*end] == *name) {
            let fault = say!("model-ties-column-twice", column = shown(name));
            return Err(first.fault(at, &fault, say!("model-ties-no-columns-help")));
        }
    }
    let unread = names.iter().enumerate().filter(|(at, name)| !ends.contains(at) && !name.is_empty());
    Ok((ends, unread.map(|(_, name)| name.clone()).collect()))
}

/// The two people of a row.
fn pair(row: &Row, ends: [usize; 2], people: u64) -> Result<(u32, u32), Fault> {
    let person = |cell: usize| {
        let text = row.get(cell).unwrap_or_default();
        let fault = match text.parse::<u32>() {
            Ok(id) if u64::from(id) < people => return Ok(id),
            _ if text.is_empty() => say!("model-ties-empty"),
            _ if text.bytes().all(|byte| byte.is_ascii_digit()) => say!("model-ties-beyond", person = shown(text)),
            _ => say!("model-ties-nobody", found = shown(text)),
        };
        Err(row.fault(cell, &fault, say!("model-ties-help", last = people.saturating_sub(1).to_string())))
    };
    Ok((person(ends[0])?, person(ends[1])?))
}
