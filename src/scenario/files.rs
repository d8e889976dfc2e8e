//! Files that a scenario or a command line names: the one place where they are opened.
//!
//! Invariant: only regular files are opened, so that no read waits for a pipe or goes on for ever on a device. What is read as a whole has
//! a largest size; tables are read row by row ([`super::rows`]). A text that is not UTF-8 is refused with the place of the byte.

use std::collections::BTreeSet;
use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::Path;

use super::builtin::{self, Shipped};
use super::names::nearest;
use crate::error::{self, Attempt, Error, Mistake, Mistakes, Spot};
use crate::say;

/// The largest scenario, in bytes: longer than any that a person writes.
const LARGEST: u64 = 32 << 20;

/// Why a file is not read.
#[derive(Debug)]
pub enum Refusal {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a device, a pipe or a socket; the word by which the message selects.
    Special(&'static str),
    /// It is larger than what is read as a whole.
    Large,
    /// A byte is not UTF-8.
    Undecoded(Undecoded),
    /// What the system says.
    System(io::Error),
}

/// The first byte of a text that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecoded {
    /// Its line, the first 1.
    pub line: u64,
    /// Its column in letters, the first 1.
    pub column: usize,
    /// Its place in the text.
    pub at: usize,
    /// Its value.
    pub byte: u8,
    /// Whether the text begins as UTF-16 does.
    pub wide: bool,
}

impl Undecoded {
    /// The first byte of `bytes` that is not UTF-8; `line` is the line on which they begin.
    pub fn of(bytes: &[u8], line: u64) -> Option<Undecoded> {
        let at = std::str::from_utf8(bytes).err()?.valid_up_to();
        let before = String::from_utf8_lossy(&bytes[..at]);
        let last = before.rsplit('\n').next().unwrap_or_default();
        Some(Undecoded {
            line: line + before.matches('\n').count() as u64,
            column: last.chars().count() + 1,
            at,
            byte: bytes[at],
            wide: bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]),
        })
    }

    /// What is wrong, with the place.
    pub fn says(&self, name: &str) -> String {
        let place = place(name, self.line, self.column);
        say!("files-undecoded", place = place, byte = format!("{:02X}", self.byte))
    }

    /// What would be right.
    pub fn help(&self) -> String {
        if self.wide { say!("files-undecoded-wide") } else { say!("files-undecoded-help") }
    }
}

/// A place in a file, as editors read it: `edges.csv:7:3`.
pub fn place(name: &str, line: u64, column: usize) -> String {
    format!("{name}:{line}:{column}")
}

impl Refusal {
    /// What is wrong. `name`: the file, as the user named it.
    pub fn says(&self, name: &str) -> String {
        match self {
            Refusal::Missing => say!("files-missing", name = name),
            Refusal::Folder => say!("files-folder", name = name),
            Refusal::Special(what) => say!("files-special", name = name, what = *what),
            Refusal::Large => say!("files-large", name = name),
            Refusal::Undecoded(undecoded) => undecoded.says(name),
            Refusal::System(fault) => say!("files-unreadable", name = name, reason = fault.to_string()),
        }
    }

    /// What would be right.
    pub fn help(&self, path: &Path) -> String {
        match self {
            Refusal::Missing => beside(path),
            Refusal::Folder => say!("files-folder-help"),
            Refusal::Special(_) => say!("files-special-help"),
            Refusal::Large => say!("files-large-help", megabytes = LARGEST >> 20),
            Refusal::Undecoded(undecoded) => undecoded.help(),
            Refusal::System(_) => say!("files-unreadable-help"),
        }
    }

    /// The error of a command that needs the file.
    pub fn into_error(self, path: &Path) -> Error {
        let name = path.display().to_string();
        match self {
            Refusal::Missing => {
                let source = io::Error::from_raw_os_error(NO_ENTRY);
                Error::File { attempt: Attempt::Read, path: path.to_owned(), source }
            }
            Refusal::System(source) => Error::File { attempt: Attempt::Read, path: path.to_owned(), source },
            Refusal::Undecoded(undecoded) => {
                let text = File::open(path).and_then(|file| whole(file, LARGEST)).unwrap_or_default();
                let at =
                    Spot { file: 0, start: undecoded.at, end: undecoded.at + char::REPLACEMENT_CHARACTER.len_utf8() };
                Error::Scenario(Mistakes {
                    files: vec![error::File { name: name.clone(), text: String::from_utf8_lossy(&text).into_owned() }],
                    list: vec![Mistake {
                        at,
                        path: String::new(),
                        says: undecoded.says(&name),
                        help: Some(undecoded.help()),
                        label: say!("files-undecoded-label"),
                    }],
                })
            }
            other => Error::Argument(say!("files-refused", says = other.says(&name), help = other.help(path))),
        }
    }
}

/// The system's number for "no such file".
const NO_ENTRY: i32 = 2;

/// Why a file of this type is not opened; `None` of a regular file.
fn refusal(kind: FileType) -> Option<Refusal> {
    if kind.is_file() {
        return None;
    }
    if kind.is_dir() {
        return Some(Refusal::Folder);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some(Refusal::Special("pipe"));
        }
        if kind.is_socket() {
            return Some(Refusal::Special("socket"));
        }
    }
    Some(Refusal::Special("device"))
}

/// Opens a regular file on disk, after a look at what it is.
///
/// # Errors
/// What is missing, is no regular file, or cannot be opened.
pub fn open(path: &Path) -> Result<File, Refusal> {
    let told = |fault: io::Error| match fault.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Refusal::Missing,
        _ => Refusal::System(fault),
    };
    match refusal(fs::metadata(path).map_err(told)?.file_type()) {
        Some(refusal) => Err(refusal),
        None => File::open(path).map_err(told),
    }
}

/// The bytes of a regular file on disk.
///
/// # Errors
/// As [`open`], in the system's form.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    match open(path) {
        Ok(file) => whole(file, u64::MAX),
        Err(Refusal::System(fault)) => Err(fault),
        Err(Refusal::Missing) => Err(io::Error::from_raw_os_error(NO_ENTRY)),
        Err(other) => {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            Err(io::Error::new(io::ErrorKind::InvalidInput, other.says(&name)))
        }
    }
}

/// What is in a file, up to a number of bytes.
fn whole(file: File, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text of a scenario, shipped or on disk.
///
/// # Errors
/// Why it is not read.
pub fn text(path: &Path) -> Result<String, Refusal> {
    match builtin::shipped(path) {
        Shipped::Text(text) => return Ok(text.to_owned()),
        Shipped::Missing => return Err(Refusal::Missing),
        Shipped::OnDisk => {}
    }
    let bytes = whole(open(path)?, LARGEST + 1).map_err(Refusal::System)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Refusal::Large);
    }
    String::from_utf8(bytes).map_err(|fault| {
        let fault = Undecoded::of(fault.as_bytes(), 1);
        fault.map_or(Refusal::Large, Refusal::Undecoded)
    })
}

/// The bytes of a file that a scenario names, shipped or on disk.
///
/// # Errors
/// Why it is not read.
pub fn content(path: &Path) -> Result<Vec<u8>, Refusal> {
    match builtin::shipped(path) {
        Shipped::Text(text) => Ok(text.as_bytes().to_vec()),
        Shipped::Missing => Err(Refusal::Missing),
        Shipped::OnDisk => whole(open(path)?, u64::MAX).map_err(Refusal::System),
    }
}

/// Where the bytes of a file come from, shipped or on disk.
///
/// # Errors
/// Why it is not read.
pub(super) fn stream(path: &Path) -> Result<Box<dyn Read>, Refusal> {
    match builtin::shipped(path) {
        Shipped::Text(text) => Ok(Box::new(text.as_bytes())),
        Shipped::Missing => Err(Refusal::Missing),
        Shipped::OnDisk => Ok(Box::new(open(path)?)),
    }
}

/// The folder that was searched for a missing file, and the file there with the most similar name.
pub fn beside(path: &Path) -> String {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let shown = folder.display().to_string();
    if !folder.is_dir() {
        return say!("files-no-folder", folder = shown);
    }
    let shown = match shown.as_str() {
        "." => say!("files-folder-current"),
        _ => say!("files-folder-named", folder = shown),
    };
    // Folders are listed in no fixed order: of two equally similar names, the first in the alphabet is taken.
    let there = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| name(&entry.path()));
    let there: BTreeSet<String> = there.collect();
    match nearest(&name(path), there.iter().map(String::as_str)) {
        Some(near) => say!("files-near", folder = shown, near = near),
        None => say!("files-looked", folder = shown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_that_is_no_utf_8_has_its_line_and_column() {
        let found = Undecoded::of("month,active\n2024-01,é".as_bytes(), 1);
        assert_eq!(found, None);
        let found = Undecoded::of(b"month,n\n\xC3\xA92024,\xE9\n", 4).unwrap();
        assert_eq!((found.line, found.column, found.byte, found.wide), (5, 7, 0xE9, false));
        assert!(Undecoded::of(b"\xFF\xFEm\0", 1).unwrap().wide);
    }

    #[test]
    fn a_folder_and_what_is_missing_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(open(folder.path()), Err(Refusal::Folder)));
        assert!(matches!(open(&folder.path().join("a.csv")), Err(Refusal::Missing)));
        fs::write(folder.path().join("active.csv"), "").unwrap();
        assert!(beside(&folder.path().join("actve.csv")).contains("active.csv"));
    }
}
