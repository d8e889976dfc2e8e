//! Errors of the program and mistakes in user input.
//!
//! A [`Mistake`] is a sentence to a person: the place (file, line, column), what was found, what would be right, and the nearest valid
//! name. Invariant: mistakes are collected and reported together; only `main` prints them.

use std::path::PathBuf;

use crate::say;

/// A place in a file that a user wrote, or in an argument such as `--with`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// Which file: an index into [`Mistakes::files`].
    pub file: usize,
    /// First byte of the thing.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

impl Spot {
    /// The place of a byte range of `text`, if this place holds `text` in quotes; the whole place if the text has escapes.
    pub fn inside(&self, text: &str, at: std::ops::Range<usize>) -> Spot {
        let quotes = match (self.end - self.start).checked_sub(text.len()) {
            Some(2) => 1,
            Some(6) => 3,
            _ => return self.clone(),
        };
        let from = self.start + quotes;
        Spot { file: self.file, start: from + at.start, end: from + at.end.max(at.start) }
    }
}

/// One thing that is wrong with a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// The place of the mistake; if something is missing, the nearest table or the first key of the file.
    pub at: Spot,
    /// The TOML path, such as `ladder.contributor.tier.sig.entry.points`.
    pub path: String,
    /// What is wrong: lower case, no full stop, fits after "cannot run: ".
    pub says: String,
    /// What would be right: a range, the allowed names, an example.
    pub help: Option<String>,
    /// Printed below the caret.
    pub label: String,
}

/// The text of one file, kept for the caret under a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// As the user named it.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// All mistakes of one scenario at once, with the texts that they point into.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mistakes {
    /// The scenario, the scenarios that it extends, and the arguments of the command.
    pub files: Vec<File>,
    /// In file order.
    pub list: Vec<Mistake>,
}

impl Mistakes {
    /// Adds the mistakes of another check of the same files; a mistake that both found is kept once.
    pub fn add(&mut self, other: Mistakes) {
        for mut mistake in other.list {
            if let Some(file) = other.files.get(mistake.at.file) {
                mistake.at.file = self.files.iter().position(|known| known == file).unwrap_or(self.files.len());
                if mistake.at.file == self.files.len() {
                    self.files.push(file.clone());
                }
            }
            if !self.list.contains(&mistake) {
                self.list.push(mistake);
            }
        }
        self.list.sort_by(|a, b| a.at.cmp(&b.at));
    }
}

/// What was tried with a file or a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// To read a file.
    Read,
    /// To write a file.
    Write,
    /// To write into a folder.
    WriteInto,
    /// To make a folder.
    MakeFolder,
    /// To lock a file.
    Lock,
}

impl Attempt {
    /// The word by which the message selects its verb.
    fn word(self) -> &'static str {
        match self {
            Attempt::Read => "read",
            Attempt::Write => "write",
            Attempt::WriteInto => "write-into",
            Attempt::MakeFolder => "make-folder",
            Attempt::Lock => "lock",
        }
    }
}

/// Why a command ended without a result. `main` turns it into an exit code.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The scenario is wrong: exit code 2.
    #[error("{}", say!("error-scenario", count = .0.list.len(), shown = .0.list.len().to_string()))]
    Scenario(Mistakes),
    /// A command-line argument is wrong: exit code 2.
    #[error("{0}")]
    Argument(String),
    /// A file could not be read or written: exit code 1.
    #[error("{}", say!("error-file", attempt = attempt.word(), path = path.display().to_string(), reason = source.to_string()))]
    File {
        /// What was tried.
        attempt: Attempt,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A stored run does not hold what the same scenario and seed give: exit code 1.
    #[error("{path}: {says}", path = path.display())]
    Stored {
        /// The run's folder or file.
        path: PathBuf,
        /// What differs.
        says: String,
    },
    /// It does not fit into the memory or onto the disk of this machine: exit code 2.
    #[error("{0}")]
    TooLarge(String),
    /// The experiment cannot give a result, for instance because all replicates are identical: exit code 2.
    #[error("{0}")]
    Experiment(String),
    /// A task of a cluster failed: exit code 75 if a retry may help, 42 if it cannot.
    #[error("{why}")]
    Task {
        /// The cause.
        why: Box<Error>,
        /// Whether a retry may succeed.
        again: bool,
    },
    /// The command was interrupted: exit code 130.
    #[error("{0}")]
    Stopped(String),
    /// A chart or a page could not be drawn: exit code 1.
    #[error("{}", say!("error-drawing", what = what, reason = says))]
    Drawing {
        /// The chart or page.
        what: String,
        /// Why.
        says: String,
    },
}

impl Error {
    /// The exit code that the program documents: 2 when the user's input is at fault, 1 when the machine is.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::Scenario(_) | Error::Argument(_) | Error::TooLarge(_) | Error::Experiment(_) => 2,
            Error::Task { again, .. } => {
                if *again {
                    75
                } else {
                    42
                }
            }
            Error::Stopped(_) => 130,
            Error::File { .. } | Error::Stored { .. } | Error::Drawing { .. } => 1,
        }
    }
}
