//! A table that is written group by group, as CSV or as Parquet.
//!
//! Invariant: both hold the same columns and rows; of numbers, a missing one is an empty cell or a null.

use std::io::Write;
use std::path::Path;

use super::frame::Frame;
use super::parquet_file::Writer;
use crate::error::Error;
use crate::say;

/// The form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text.
    Csv,
    /// Columns with types, titles and units.
    Parquet,
}

impl Form {
    /// The form that the ending of a path asks for: Parquet for `.parquet`, otherwise CSV.
    pub fn of(path: &Path) -> Form {
        match path.extension() {
            Some(ending) if ending.eq_ignore_ascii_case("parquet") => Form::Parquet,
            _ => Form::Csv,
        }
    }
}

/// Where a table goes.
pub(super) enum Sink<'a> {
    /// Whether the heads are written.
    Csv(csv::Writer<&'a mut (dyn Write + Send)>, bool),
    Parquet(Option<&'a mut (dyn Write + Send)>, Option<Writer<&'a mut (dyn Write + Send)>>),
}

impl<'a> Sink<'a> {
    pub(super) fn of(form: Form, to: &'a mut (dyn Write + Send)) -> Sink<'a> {
        match form {
            Form::Csv => Sink::Csv(csv::Writer::from_writer(to), false),
            Form::Parquet => Sink::Parquet(Some(to), None),
        }
    }

    /// Writes the rows of a frame; all frames of a table have the same columns.
    pub(super) fn write(&mut self, frame: &Frame) -> Result<(), Error> {
        let names = || frame.columns.iter().map(|(name, _)| name.as_str());
        match self {
            Sink::Csv(writer, headed) => {
                if !std::mem::replace(headed, true) {
                    writer.write_record(names()).map_err(unwritten)?;
                }
                for row in 0..frame.rows() {
                    writer.write_record(frame.columns.iter().map(|(_, column)| column.cell(row))).map_err(unwritten)?;
                }
                Ok(())
            }
            Sink::Parquet(to, writer) => {
                if let Some(to) = to.take() {
                    *writer = Some(Writer::of(to, frame).map_err(unwritten)?);
                }
                writer.as_mut().map_or(Ok(()), |writer| writer.group(frame).map_err(unwritten))
            }
        }
    }

    /// Ends the table.
    pub(super) fn end(self) -> Result<(), Error> {
        match self {
            Sink::Csv(mut writer, _) => writer.flush().map_err(unwritten),
            Sink::Parquet(_, writer) => writer.map_or(Ok(()), |writer| writer.end(false).map_err(unwritten)),
        }
    }
}

fn unwritten(fault: impl std::fmt::Display) -> Error {
    Error::Drawing { what: say!("store-table"), says: fault.to_string() }
}
