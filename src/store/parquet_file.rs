//! Frames as Parquet files.
//!
//! Invariant: the same frames give the same bytes. A part of a store carries a seal, the hash of its own bytes; reading checks it first.

use std::io::Write;
use std::ops::Range;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use parquet::basic::{Compression, ConvertedType, Encoding, Repetition, Type as Physical, ZstdLevel};
use parquet::column::reader::{ColumnReader, get_typed_column_reader};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{ColumnPath, Type};
use sha2::{Digest, Sha256};

use super::arrow_schema;
use super::frame::{Column, Frame};
use crate::say;

/// Comes before the seal in the file's metadata. The seal is the hash of all bytes of the file, with zeros instead of
/// the hash.
const SEAL: &str = "sha256:";
/// The day from which Parquet counts days.
const FIRST_DAY: Date = date(1970, 1, 1);

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

impl Frame {
    /// The bytes of a Parquet file, with a seal.
    ///
    /// # Errors
    /// Columns of different lengths.
    pub fn to_parquet(&self) -> Result<Vec<u8>, ParquetError> {
        let mut bytes = Vec::new();
        let mut writer = Writer::of(&mut bytes, self)?;
        writer.group(self)?;
        writer.end(true)?;
        if let Some((at, hash)) = seal(&bytes) {
            bytes[at].copy_from_slice(hash.as_bytes());
        }
        Ok(bytes)
    }

    /// The columns of the bytes of a sealed file.
    ///
    /// # Errors
    /// Bytes that are not a Parquet file, or that have other types.
    pub fn from_parquet(bytes: Vec<u8>) -> Result<Frame, ParquetError> {
        Parquet::open(bytes)?.frame(|_| true)
    }
}

/// A Parquet file that is written group by group, each a frame with the same columns.
pub(super) struct Writer<W: Write + Send>(SerializedFileWriter<W>);

impl<W: Write + Send> Writer<W> {
    /// A file with the columns of a frame; its rows are not written yet.
    pub(super) fn of(to: W, frame: &Frame) -> Result<Self, ParquetError> {
        let fields = frame.columns.iter().map(field).collect::<Result<Vec<_>, _>>()?;
        let schema = Arc::new(Type::group_type_builder("zaoshi").with_fields(fields).build()?);
        let level = ZstdLevel::try_new(1)?;
        let mut properties =
            WriterProperties::builder().set_created_by("zaoshi".to_owned()).set_compression(Compression::ZSTD(level));
        for (name, _) in frame.columns.iter().filter(|(_, column)| matches!(column, Column::Real(_))) {
            let path = ColumnPath::from(vec![name.clone()]);
            properties = properties
                .set_column_dictionary_enabled(path.clone(), false)
                .set_column_encoding(path, Encoding::BYTE_STREAM_SPLIT);
        }
        let mut writer = SerializedFileWriter::new(to, schema, Arc::new(properties.build()))?;
        if !frame.about.is_empty() {
            let schema = KeyValue::new("ARROW:schema".to_owned(), arrow_schema::text(frame));
            writer.append_key_value_metadata(schema);
        }
        Ok(Writer(writer))
    }

    /// Writes the rows of a frame.
    pub(super) fn group(&mut self, frame: &Frame) -> Result<(), ParquetError> {
        let mut group = self.0.next_row_group()?;
        for (_, column) in &frame.columns {
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
                (ColumnWriter::Int32ColumnWriter(to), Column::Day(list)) => {
                    let since = |day: &Date| day.since(FIRST_DAY).map_or(0, |span| span.get_days());
                    to.write_batch(&list.iter().map(since).collect::<Vec<i32>>(), None, None)?
                }
                _ => 0,
            };
            open.close()?;
        }
        group.close()?;
        Ok(())
    }

    /// Ends the file, with room for a seal if it is to have one.
    pub(super) fn end(mut self, seal: bool) -> Result<(), ParquetError> {
        if seal {
            let room = format!("{SEAL}{}", "0".repeat(64));
            self.0.append_key_value_metadata(KeyValue::new("zaoshi".to_owned(), room));
        }
        self.0.close().map(|_| ())
    }
}

/// The field of a column.
fn field((name, column): &(String, Column)) -> Result<Arc<Type>, ParquetError> {
    let (physical, meaning) = match column {
        Column::Whole(_) => (Physical::INT64, ConvertedType::NONE),
        Column::Real(_) => (Physical::DOUBLE, ConvertedType::NONE),
        Column::Text(_) => (Physical::BYTE_ARRAY, ConvertedType::UTF8),
        Column::Day(_) => (Physical::INT32, ConvertedType::DATE),
    };
    let kind = Type::primitive_type_builder(name, physical).with_converted_type(meaning);
    let reals = matches!(column, Column::Real(_));
    let repetition = if reals { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    kind.with_repetition(repetition).build().map(Arc::new)
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
            let mut found = match (column.physical_type(), column.converted_type()) {
                (Physical::INT64, _) => Column::Whole(Vec::new()),
                (Physical::DOUBLE, _) => Column::Real(Vec::new()),
                (Physical::BYTE_ARRAY, _) => Column::Text(Vec::new()),
                (Physical::INT32, ConvertedType::DATE) => Column::Day(Vec::new()),
                (other, _) => {
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
                let optional = column.max_def_level() > 0;
                match &mut found {
                    Column::Whole(list) => list.extend(read::<Int64Type>(from, rows, false)?.0),
                    Column::Real(list) => {
                        let (known, levels) = read::<DoubleType>(from, rows, optional)?;
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
                        for text in read::<ByteArrayType>(from, rows, false)?.0 {
                            list.push(text.as_utf8()?.to_owned());
                        }
                    }
                    Column::Day(list) => {
                        let days = read::<Int32Type>(from, rows, false)?.0;
                        list.extend(days.into_iter().map(|n| FIRST_DAY.saturating_add(n.days())));
                    }
                }
            }
            frame.columns.push((column.name().to_owned(), found));
        }
        Ok(frame)
    }
}

/// The values of a column in a group that are there, and for each row whether it has one.
fn read<T: DataType>(from: ColumnReader, rows: usize, optional: bool) -> Result<(Vec<T::T>, Vec<i16>), ParquetError> {
    let mut typed = get_typed_column_reader::<T>(from);
    let (mut known, mut levels) = (Vec::new(), Vec::new());
    typed.read_records(rows, optional.then_some(&mut levels), None, &mut known)?;
    Ok((known, levels))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::super::frame::About;
    use super::*;

    fn frame(rows: usize) -> Frame {
        Frame::default()
            .with("run", Column::Whole((0..rows as i64).collect()))
            .with("tier-holders:sig.toc", Column::Real((0..rows).map(|k| 1.0 / (k as f64 + 1.0)).collect()))
            .with("date", Column::Day((0..rows).map(|k| date(2027, 1, 1).saturating_add((k as i64).days())).collect()))
            .with("word", Column::Text((0..rows).map(|k| format!("réponse {k}")).collect()))
    }

    #[test]
    fn what_is_written_is_read_back_and_twice_gives_the_same_bytes() {
        for rows in [0, 1, 7, 5000] {
            let bytes = frame(rows).to_parquet().unwrap();
            assert_eq!(bytes, frame(rows).to_parquet().unwrap());
            assert_eq!(Frame::from_parquet(bytes).unwrap(), frame(rows));
            let about = About { title: "Holders of the seat, \u{65b0}".to_owned(), unit: "people".to_owned() };
            let with = frame(rows).about("tier-holders:sig.toc", about).to_parquet().unwrap();
            assert_eq!(Frame::from_parquet(with).unwrap(), frame(rows), "what a column holds changes no cell");
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
