//! A frame: named columns of equal length.
//!
//! Invariant: only whole numbers, reals, texts and days are used, which every Parquet reader supports.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Whole numbers.
    Whole(Vec<i64>),
    /// Reals; NaN for a missing number, which is a null in the file.
    Real(Vec<f64>),
    /// Texts.
    Text(Vec<String>),
    /// Days.
    Day(Vec<Date>),
}

/// What a column holds, for people: in a file it is the metadata of the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// Its unit.
    pub unit: String,
}

/// Named columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Name and column, in the order of the file.
    pub columns: Vec<(String, Column)>,
    /// What some of them hold. It is written and not read.
    pub about: BTreeMap<String, About>,
}

impl Column {
    /// Number of rows.
    pub fn len(&self) -> usize {
        match self {
            Column::Whole(list) => list.len(),
            Column::Real(list) => list.len(),
            Column::Text(list) => list.len(),
            Column::Day(list) => list.len(),
        }
    }
    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// A cell as CSV text; empty for a missing number.
    pub fn cell(&self, row: usize) -> String {
        match self {
            Column::Whole(list) => list[row].to_string(),
            Column::Real(list) => super::tables::number(list[row]),
            Column::Text(list) => list[row].clone(),
            Column::Day(list) => list[row].to_string(),
        }
    }
    /// Adds the rows of another column of the same kind.
    fn append(&mut self, other: Column) {
        match (self, other) {
            (Column::Whole(list), Column::Whole(more)) => list.extend(more),
            (Column::Real(list), Column::Real(more)) => list.extend(more),
            (Column::Text(list), Column::Text(more)) => list.extend(more),
            (Column::Day(list), Column::Day(more)) => list.extend(more),
            _ => {}
        }
    }
    /// The column with some of its rows, in that order; a row may be taken several times.
    #[must_use]
    pub fn rows(&self, rows: &[usize]) -> Column {
        match self {
            Column::Whole(list) => Column::Whole(rows.iter().map(|row| list[*row]).collect()),
            Column::Real(list) => Column::Real(rows.iter().map(|row| list[*row]).collect()),
            Column::Text(list) => Column::Text(rows.iter().map(|row| list[*row].clone()).collect()),
            Column::Day(list) => Column::Day(rows.iter().map(|row| list[*row]).collect()),
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
    /// The frame with what one of its columns holds.
    #[must_use]
    pub fn about(mut self, name: &str, about: About) -> Self {
        self.about.insert(name.to_owned(), about);
        self
    }
    /// Adds the rows of another frame with the same columns.
    pub(super) fn append(&mut self, other: Frame) {
        for ((_, own), (_, more)) in self.columns.iter_mut().zip(other.columns) {
            own.append(more);
        }
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
    /// The days of a column; `None` if there is no such column of days.
    pub fn days(&self, name: &str) -> Option<&[Date]> {
        match self.column(name)? {
            Column::Day(list) => Some(list),
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
}
