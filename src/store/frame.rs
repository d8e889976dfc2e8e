//! A frame: named columns of equal length, stored as a Parquet file.
//!
//! Invariant: equal frames have equal bytes, and reading a file gives the frame that was written. Only whole numbers,
//! reals and texts are used, which every Parquet reader supports.

use std::ops::Range;
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, Encoding, Repetition, Type as Physical, ZstdLevel};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{ColumnPath, Type};
use sha2::{Digest, Sha256};

use crate::say;

/// Comes before the seal in the file's metadata. The seal is the hash of all bytes of the file, with zeros instead of
/// the hash.
const SEAL: &str = "sha256:";

/// Position of the seal in a file, and its correct value.
fn seal(bytes: &[u8]) -> Option<(Range<usize>, String)> {
    let from = bytes.windows(SEAL.len()).rposition(|word| word == SEAL.as_bytes())? + SEAL.len();
    let at = from..from + 64;
    bytes.get(at.clone())?;
    let mut hash = Sha256::new();
    hash.update(&bytes[..from]);
    hash.update([b'0'; 64]);
    hash.update(&bytes[at.end..]);
    Some((at, hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Whole numbers.
    Whole(Vec<i64>),
    /// Reals; NaN for a missing number, which is a null in the file.
    Real(Vec<f64>),
    /// Texts.
    Text(Vec<String>),
}

/// Named columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Name and column, in the order of the file.
    pub columns: Vec<(String, Column)>,
}

impl Column {
    fn len(&self) -> usize {
        match self {
            Column::Whole(list) => list.len(),
            Column::Real(list) => list.len(),
            Column::Text(list) => list.len(),
        }
    }
    /// A cell as CSV text; empty for a missing number.
    pub fn cell(&self, row: usize) -> String {
        match self {
            Column::Whole(list) => list[row].to_string(),
            Column::Real(list) => super::tables::number(list[row]),
            Column::Text(list) => list[row].clone(),
        }
    }
}

impl Frame {
    /// The frame with one more column.
    #[must_use]
    pub fn with(mut self, name: &str, column: Column) -> Self {
        self.columns.push((name.to_owned(), column));
        self
    }
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |(_, column)| column.len())
    }
    /// A column by name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|(known, _)| known == name).map(|(_, column)| column)
    }
    /// The reals of a column; `None` if there is no such column of reals.
    pub fn reals(&self, name: &str) -> Option<&[f64]> {
        match self.column(name)? {
            Column::Real(list) => Some(list),
            _ => None,
        }
    }
    /// The whole numbers of a column; `None` if there is no such column of whole numbers.
    pub fn wholes(&self, name: &str) -> Option<&[i64]> {
        match self.column(name)? {
            Column::Whole(list) => Some(list),
            _ => None,
        }
    }

    /// The frame as CSV.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail, and all rows have the same length.
        let _ = writer.write_record(self.columns.iter().map(|(name, _)| name.as_str()));
        for row in 0..self.rows() {
            let _ = writer.write_record(self.columns.iter().map(|(_, column)| column.cell(row)));
        }
        writer.into_inner().unwrap_or_default()
    }

    /// The bytes of a Parquet file.
    ///
    /// # Errors
    /// Columns of different lengths.
    pub fn to_parquet(&self) -> Result<Vec<u8>, ParquetError> {
        let field = |(name, column): &(String, Column)| {
            let (physical, meaning) = match column {
                Column::Whole(_) => (Physical::INT64, ConvertedType::NONE),
                Column::Real(_) => (Physical::DOUBLE, ConvertedType::NONE),
                Column::Text(_) => (Physical::BYTE_ARRAY, ConvertedType::UTF8),
            };
            let kind = Type::primitive_type_builder(name, physical).with_converted_type(meaning);
            let reals = matches!(column, Column::Real(_));
            let repetition = if reals { Repetition::OPTIONAL } else { Repetition::REQUIRED };
            kind.with_repetition(repetition).build().map(Arc::new)
        };
        let fields = self.columns.iter().map(field).collect::<Result<Vec<_>, _>>()?;
        let schema = Arc::new(Type::group_type_builder("zaoshi").with_fields(fields).build()?);
        let level = ZstdLevel::try_new(1)?;
        let mut properties =
            WriterProperties::builder().set_created_by("zaoshi".to_owned()).set_compression(Compression::ZSTD(level));
        for (name, _) in self.columns.iter().filter(|(_, column)| matches!(column, Column::Real(_))) {
            let path = ColumnPath::from(name.as_str());
            properties = properties
                .set_column_dictionary_enabled(path.clone(), false)
                .set_column_encoding(path, Encoding::BYTE_STREAM_SPLIT);
        }
        let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties.build()))?;
        let mut group = writer.next_row_group()?;
        for (_, column) in &self.columns {
            let Some(mut open) = group.next_column()? else { break };
            match (open.untyped(), column) {
                (ColumnWriter::Int64ColumnWriter(to), Column::Whole(list)) => to.write_batch(list, None, None)?,
                (ColumnWriter::DoubleColumnWriter(to), Column::Real(list)) => {
                    let levels: Vec<i16> = list.iter().map(|x| i16::from(!x.is_nan())).collect();
                    let known: Vec<f64> = list.iter().copied().filter(|x| !x.is_nan()).collect();
                    to.write_batch(&known, Some(&levels), None)?
                }
                (ColumnWriter::ByteArrayColumnWriter(to), Column::Text(list)) => {
                    let texts: Vec<ByteArray> = list.iter().map(|text| ByteArray::from(text.as_str())).collect();
                    to.write_batch(&texts, None, None)?
                }
                _ => 0,
            };
            open.close()?;
        }
        group.close()?;
        writer.append_key_value_metadata(KeyValue::new("zaoshi".to_owned(), format!("{SEAL}{}", "0".repeat(64))));
        let mut bytes = writer.into_inner()?;
        if let Some((at, hash)) = seal(&bytes) {
            bytes[at].copy_from_slice(hash.as_bytes());
        }
        Ok(bytes)
    }

    /// The frame of a file's bytes.
    ///
    /// # Errors
    /// Bytes that are not a Parquet file, or that have other types.
    pub fn from_parquet(bytes: Vec<u8>) -> Result<Frame, ParquetError> {
        Parquet::open(bytes)?.frame(|_| true)
    }
}

/// An open Parquet file whose seal is correct.
pub(super) struct Parquet(SerializedFileReader<bytes::Bytes>);

impl Parquet {
    /// Opens the bytes of a file.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, ParquetError> {
        // Checked first, because a Parquet reader trusts its input.
        if seal(&bytes).is_none_or(|(at, hash)| bytes[at] != *hash.as_bytes()) {
            return Err(ParquetError::General(say!("store-not-as-written")));
        }
        SerializedFileReader::new(bytes::Bytes::from(bytes)).map(Parquet)
    }

    /// The names of its columns.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.metadata().file_metadata().schema_descr().columns().iter().map(|column| column.name())
    }

    /// Its columns whose names are `wanted`.
    pub(super) fn frame(&self, wanted: impl Fn(&str) -> bool) -> Result<Frame, ParquetError> {
        let reader = &self.0;
        let schema = reader.metadata().file_metadata().schema_descr_ptr();
        let mut frame = Frame::default();
        for (k, column) in schema.columns().iter().enumerate().filter(|(_, column)| wanted(column.name())) {
            let mut found = match column.physical_type() {
                Physical::INT64 => Column::Whole(Vec::new()),
                Physical::DOUBLE => Column::Real(Vec::new()),
                Physical::BYTE_ARRAY => Column::Text(Vec::new()),
                other => {
                    return Err(ParquetError::General(say!(
                        "store-column-type",
                        column = column.name(),
                        kind = other.to_string()
                    )));
                }
            };
            for g in 0..reader.num_row_groups() {
                let group = reader.get_row_group(g)?;
                let rows = group.metadata().num_rows() as usize;
                let from = group.get_column_reader(k)?;
                match &mut found {
                    Column::Whole(list) => {
                        let mut typed = parquet::column::reader::get_typed_column_reader::<Int64Type>(from);
                        typed.read_records(rows, None, None, list)?;
                    }
                    Column::Real(list) => {
                        let mut typed = parquet::column::reader::get_typed_column_reader::<DoubleType>(from);
                        let optional = column.max_def_level() > 0;
                        let (mut known, mut levels) = (Vec::new(), Vec::new());
                        typed.read_records(rows, optional.then_some(&mut levels), None, &mut known)?;
                        let mut known = known.into_iter();
                        match optional {
                            true => list.extend(levels.iter().map(|level| match level {
                                0 => f64::NAN,
                                _ => known.next().unwrap_or(f64::NAN),
                            })),
                            false => list.extend(known),
                        }
                    }
                    Column::Text(list) => {
                        let mut typed = parquet::column::reader::get_typed_column_reader::<ByteArrayType>(from);
                        let mut texts = Vec::new();
                        typed.read_records(rows, None, None, &mut texts)?;
                        for text in texts {
                            list.push(text.as_utf8()?.to_owned());
                        }
                    }
                }
            }
            frame.columns.push((column.name().to_owned(), found));
        }
        Ok(frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(rows: usize) -> Frame {
        Frame::default()
            .with("run", Column::Whole((0..rows as i64).collect()))
            .with("tier-holders:sig.toc", Column::Real((0..rows).map(|k| 1.0 / (k as f64 + 1.0)).collect()))
            .with("word", Column::Text((0..rows).map(|k| format!("réponse {k}")).collect()))
    }

    #[test]
    fn what_is_written_is_read_back_and_twice_gives_the_same_bytes() {
        for rows in [0, 1, 7, 5000] {
            let bytes = frame(rows).to_parquet().unwrap();
            assert_eq!(bytes, frame(rows).to_parquet().unwrap());
            assert_eq!(Frame::from_parquet(bytes).unwrap(), frame(rows));
        }
    }

    #[test]
    fn what_is_no_file_of_ours_is_refused() {
        assert!(Frame::from_parquet(b"PAR1 nothing".to_vec()).is_err());
        let whole = frame(100).to_parquet().unwrap();
        assert!(Frame::from_parquet(whole[..whole.len() / 2].to_vec()).is_err());
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x20;
            assert!(Frame::from_parquet(changed).is_err(), "byte {at}");
        }
    }
}
