//! Rows of a table in a CSV file, each with its place.
//!
//! Cells are separated by commas and may be quoted; empty lines, and lines that begin with `#`, are skipped; blanks around a cell, a byte
//! order mark and either kind of line end are nothing. Invariant: one row is in memory at a time, and it has a largest size.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use csv_core::{ReadRecordResult, Reader};

use super::files::{self, Refusal, Undecoded, place};
use super::names::{Join, list};
use crate::say;

/// The longest row, in bytes: a longer one is no table, or a quote in it is never closed.
const LONGEST: usize = 1 << 20;
/// Letters of a cell that a message shows.
const SHOWN: usize = 40;

/// A file of rows.
pub struct Rows {
    name: String,
    from: BufReader<Box<dyn Read>>,
    core: Reader,
    /// Bytes that were read, of which those before `used` are done.
    buffer: Vec<u8>,
    used: usize,
    /// The line at `used`.
    line: u64,
    cells: Vec<u8>,
    ends: Vec<usize>,
    begun: bool,
}

/// What is wrong with a row, with its place, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub says: String,
    /// What would be right.
    pub help: String,
}

/// A row.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    name: &'a str,
    /// The line on which it begins.
    pub line: u64,
    raw: &'a str,
    cells: &'a str,
    ends: &'a [usize],
}

impl Rows {
    /// The rows of a file, shipped or on disk. `name`: the file, as the user named it.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn open(path: &Path, name: &str) -> Result<Rows, Refusal> {
        Ok(Rows::of(files::stream(path)?, name))
    }

    fn of(from: Box<dyn Read>, name: &str) -> Rows {
        Rows {
            name: name.to_owned(),
            from: BufReader::new(from),
            core: Reader::new(),
            buffer: Vec::new(),
            used: 0,
            line: 1,
            cells: vec![0; 256],
            ends: vec![0; 32],
            begun: false,
        }
    }

    /// The next row; `None` after the last.
    ///
    /// # Errors
    /// A row that is too long, is not closed, or is not UTF-8; a fault of the system.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, Fault> {
        if !self.skip()? {
            return Ok(None);
        }
        self.core.reset();
        let (mut read, mut written, mut cells) = (0, 0, 0);
        loop {
            let from = self.used + read;
            let (result, i, o, e) =
                self.core.read_record(&self.buffer[from..], &mut self.cells[written..], &mut self.ends[cells..]);
            (read, written, cells) = (read + i, written + o, cells + e);
            match result {
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                // At the end of the file an empty input closes the row; what its last line end did not close is a quote.
                ReadRecordResult::InputEmpty => {
                    if !self.fill()? && self.buffer.ends_with(b"\n") {
                        let says = say!("rows-open-quote", place = place(&self.name, self.line, 1));
                        return Err(Fault { says, help: say!("rows-open-quote-help") });
                    }
                }
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        // Of a line end of two bytes, the second still waits.
        let end = self.used + read;
        let end = end + usize::from(self.buffer[..end].ends_with(b"\r") && self.buffer[end..].starts_with(b"\n"));
        let (line, raw) = (self.line, &self.buffer[self.used..end]);
        if let Some(undecoded) = Undecoded::of(raw, line) {
            return Err(Fault { says: undecoded.says(&self.name), help: undecoded.help() });
        }
        self.line += lines(raw);
        self.used = end;
        // Cells are cut out of the row between letters, so they are UTF-8 as it is.
        let text = |bytes| std::str::from_utf8(bytes).unwrap_or_default();
        Ok(Some(Row {
            name: &self.name,
            line,
            raw: text(raw),
            cells: text(&self.cells[..written]),
            ends: &self.ends[..cells],
        }))
    }

    /// Goes to the beginning of the next row; `false` if there is none.
    fn skip(&mut self) -> Result<bool, Fault> {
        loop {
            if self.used == self.buffer.len() {
                self.buffer.clear();
                self.used = 0;
                if !self.fill()? {
                    return Ok(false);
                }
            }
            if !std::mem::replace(&mut self.begun, true) && self.buffer.starts_with("\u{feff}".as_bytes()) {
                self.used = "\u{feff}".len();
                continue;
            }
            let rest = &self.buffer[self.used..];
            let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(rest.len(), |at| at + 1);
            let end = end + usize::from(rest[..end].ends_with(b"\r") && rest[end..].starts_with(b"\n"));
            if !rest.starts_with(b"#") && !rest[..end].trim_ascii().is_empty() {
                return Ok(true);
            }
            self.line += lines(&rest[..end]);
            self.used += end;
        }
    }

    /// Reads one more line; `false` at the end of the file.
    fn fill(&mut self) -> Result<bool, Fault> {
        let room = (LONGEST + 1).saturating_sub(self.buffer.len() - self.used);
        let read = (&mut self.from).take(room as u64).read_until(b'\n', &mut self.buffer);
        match read {
            Ok(_) if self.buffer.len() - self.used > LONGEST => {
                let says = say!("rows-long", place = place(&self.name, self.line, 1));
                Err(Fault { says, help: say!("rows-long-help") })
            }
            Ok(read) => Ok(read > 0),
            Err(fault) => {
                Err(Fault { says: Refusal::System(fault).says(&self.name), help: say!("files-unreadable-help") })
            }
        }
    }
}

/// The number of line ends.
fn lines(raw: &[u8]) -> u64 {
    let lone = |at: usize| raw[at] == b'\r' && raw.get(at + 1) != Some(&b'\n');
    (0..raw.len()).filter(|at| raw[*at] == b'\n' || lone(*at)).count() as u64
}

impl<'a> Row<'a> {
    /// The number of cells.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Whether all cells are empty.
    pub fn is_blank(&self) -> bool {
        self.iter().all(str::is_empty)
    }

    /// A cell, without blanks around it; `None` behind the last.
    pub fn get(&self, cell: usize) -> Option<&'a str> {
        let from = cell.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before))?;
        self.cells.get(*from..*self.ends.get(cell)?).map(str::trim)
    }

    /// All cells.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let row = *self;
        (0..row.count()).filter_map(move |cell| row.get(cell))
    }

    /// The place of a cell: `edges.csv:7:3`. The last letter of the row, if the row has fewer cells.
    pub fn place(&self, cell: usize) -> String {
        let (mut line, mut column, mut at, mut quoted) = (self.line, 1, 0, false);
        for letter in self.raw.trim_end().chars() {
            if at == cell && !letter.is_whitespace() {
                break;
            }
            column += 1;
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => at += 1,
                '\n' => (line, column) = (line + 1, 1),
                _ => {}
            }
        }
        place(self.name, line, column)
    }

    /// A fault of a cell.
    pub fn fault(&self, cell: usize, fault: &str, help: String) -> Fault {
        Fault { says: say!("rows-cell", place = self.place(cell), fault = fault), help }
    }

    /// The fault of a row that has other cells than `wanted`; empty cells at its end do not count.
    pub fn uneven(&self, wanted: usize) -> Option<Fault> {
        if self.count() == wanted || (self.count() > wanted && self.iter().skip(wanted).all(str::is_empty)) {
            return None;
        }
        if let Some(fault) = self.separated(wanted) {
            return Some(fault);
        }
        let (found, wanted_cells) = (self.count(), wanted);
        let fault = say!("rows-uneven", found = found, wanted = wanted_cells);
        let help = if found > wanted { say!("rows-uneven-more") } else { say!("rows-uneven-fewer") };
        Some(self.fault(self.count().min(wanted), &fault, help))
    }

    /// The fault of a row of fewer cells than `wanted` that holds another separator than commas.
    pub fn separated(&self, wanted: usize) -> Option<Fault> {
        let seen = [(';', "semicolon"), ('\t', "tab"), ('|', "bar")];
        let (_, name) = seen.into_iter().find(|(mark, _)| self.count() < wanted && self.raw.trim().contains(*mark))?;
        Some(self.fault(0, &say!("rows-separated", separator = name), say!("rows-separated-help")))
    }
}

/// A text out of a file as a message shows it: not too long, and without what would move a terminal's cursor.
pub fn shown(text: &str) -> String {
    let shown: String =
        text.chars().take(SHOWN).map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect();
    if text.chars().count() > SHOWN { shown + "…" } else { shown }
}

/// The names of columns as a message shows them.
pub fn columns(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().map(|name| shown(name)).collect();
    list(&shown, Join::And)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &'static [u8]) -> Vec<(String, Vec<String>)> {
        let mut rows = Rows::of(Box::new(text), "a.csv");
        let mut all = Vec::new();
        while let Some(row) = rows.next_row().unwrap() {
            all.push((row.place(1), row.iter().map(str::to_owned).collect()));
        }
        all
    }

    #[test]
    fn a_row_has_its_cells_and_its_place_whatever_stands_around_it() {
        let plain = read(b"# a note\n\na,b\n1,2\n  \n3 , 4");
        let told: Vec<(&str, Vec<&str>)> =
            plain.iter().map(|(place, row)| (place.as_str(), row.iter().map(String::as_str).collect())).collect();
        assert_eq!(told, [("a.csv:3:3", vec!["a", "b"]), ("a.csv:4:3", vec!["1", "2"]), ("a.csv:6:5", vec!["3", "4"])]);
        for same in [
            "\u{feff}# a note\r\n\r\na,b\r\n1,2\r\n  \r\n3 , 4\r\n".as_bytes(),
            b"# a note\r\ra,b\r1,2\r  \r3 , 4\r",
            b"# a note\n\n\"a\",b\n1,\"2\"\n  \n3 , 4\n",
        ] {
            let same = read(same);
            assert!(same.iter().map(|(_, row)| row).eq(plain.iter().map(|(_, row)| row)), "{same:?}");
            assert_eq!(same[2].0, "a.csv:6:5");
        }
        let quoted = read(b"a,b\n\"one\n\"\"two\"\"\",2\n3,4");
        assert_eq!(quoted[1], ("a.csv:3:10".to_owned(), vec!["one\n\"two\"".to_owned(), "2".to_owned()]));
        assert_eq!(quoted[2].0, "a.csv:4:3");
        assert_eq!(read(b""), []);
    }

    #[test]
    fn what_is_no_table_ends_with_its_place_and_bounded_memory() {
        let fault = |from: Box<dyn Read>| {
            let mut rows = Rows::of(from, "a.csv");
            loop {
                match rows.next_row() {
                    Ok(None) => return "no fault".to_owned(),
                    Ok(Some(_)) => {}
                    Err(fault) => return fault.says,
                }
                assert!(rows.buffer.capacity() <= 3 * LONGEST);
            }
        };
        assert!(fault(Box::new(&b"a,b\n1,\"2\n3,4\n"[..])).starts_with("a.csv:2:1: "));
        assert!(fault(Box::new(&b"a,b\n1,\xE9\n"[..])).starts_with("a.csv:2:3: "));
        // Without an end, of one byte and of lines in a quote.
        assert!(fault(Box::new(std::io::repeat(b'a'))).starts_with("a.csv:1:1: "));
        assert!(fault(Box::new((&b"a\n\""[..]).chain(std::io::repeat(b'\n')))).starts_with("a.csv:2:1: "));
    }
}
