//! A TOML document as a tree in which every key and every value has its place in the file.
//!
//! Invariant: tables keep the order of the file, and no operation loses a place.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::toml_errors::{syntax, without_dates};
use crate::error::{Mistake, Spot};
use crate::say;

/// A value, with the place of its key and its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) key: Spot,
    pub(super) at: Spot,
    pub(super) value: Value,
}

/// What a file may contain.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    Whole(i128),
    Real(f64),
    Flag(bool),
    Date(String),
    List(Vec<Node>),
    Table(Table),
}

/// Keys and values in file order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table(pub(super) Vec<(String, Node)>);

impl Value {
    /// Type and value, for a mistake: `the text "often"`.
    pub(super) fn description(&self) -> String {
        match self {
            Value::Text(text) => say!("mistake-found-text", text = text),
            Value::Whole(n) => say!("mistake-found-number", number = n.to_string()),
            Value::Real(x) => say!("mistake-found-number", number = x.to_string()),
            Value::Flag(flag) => flag.to_string(),
            Value::Date(date) => say!("mistake-found-date", date = date),
            Value::List(_) => say!("mistake-found-list"),
            Value::Table(_) => say!("mistake-found-table"),
        }
    }
}

impl Node {
    /// A value that is in no file.
    pub(super) fn unplaced(value: Value) -> Node {
        Node { key: Spot::default(), at: Spot::default(), value }
    }
    /// The table, if it is one.
    pub(super) fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }
    pub(super) fn table_mut(&mut self) -> Option<&mut Table> {
        match &mut self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }
    /// The place that a mistake points at: the key of a table, else the value.
    pub(super) fn spot(&self) -> &Spot {
        if self.table().is_some() { &self.key } else { &self.at }
    }
    /// Restores the invalid dates at the byte ranges `dates`.
    fn restore_dates(&mut self, text: &str, dates: &[Range<usize>]) {
        let at = self.at.start..self.at.end;
        match &mut self.value {
            value @ Value::Text(_) if dates.contains(&at) => *value = Value::Date(text[at].to_owned()),
            Value::List(items) => items.iter_mut().for_each(|item| item.restore_dates(text, dates)),
            Value::Table(table) => table.0.iter_mut().for_each(|(_, node)| node.restore_dates(text, dates)),
            _ => {}
        }
    }
    /// The same node with all places moved to another file, `by` bytes further on.
    pub(super) fn moved(mut self, file: usize, by: usize) -> Node {
        for spot in [&mut self.key, &mut self.at] {
            *spot = Spot { file, start: spot.start + by, end: spot.end + by };
        }
        self.value = match self.value {
            Value::List(items) => Value::List(items.into_iter().map(|item| item.moved(file, by)).collect()),
            Value::Table(Table(rows)) => {
                Value::Table(Table(rows.into_iter().map(|(k, node)| (k, node.moved(file, by))).collect()))
            }
            other => other,
        };
        self
    }
}

impl Table {
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, node)| node)
    }
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }
    /// The node at a dotted path.
    pub(super) fn at(&self, path: &str) -> Option<&Node> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let node = self.get(first)?;
        match rest {
            None => Some(node),
            Some(rest) => node.table()?.at(rest),
        }
    }
    /// The table at a dotted path; this one at the empty path.
    pub(super) fn table_at(&self, path: &str) -> Option<&Table> {
        if path.is_empty() { Some(self) } else { self.at(path)?.table() }
    }
    /// Puts a node at a path and creates the tables above it; tables are merged, other values are replaced.
    pub(super) fn put(&mut self, path: &str, node: Node) {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let slot = match self.0.iter().position(|(key, _)| key == first) {
            Some(found) => found,
            None => {
                let empty = Value::Table(Table::default());
                self.0.push((first.to_owned(), Node { key: node.key.clone(), at: node.at.clone(), value: empty }));
                self.0.len() - 1
            }
        };
        let slot = &mut self.0[slot].1;
        match (rest, node.value, &mut slot.value) {
            (Some(rest), value, Value::Table(inner)) => inner.put(rest, Node { value, ..node }),
            (Some(rest), value, _) => {
                let mut inner = Table::default();
                inner.put(rest, Node { value, key: node.key.clone(), at: node.at.clone() });
                *slot = Node { value: Value::Table(inner), key: node.key, at: node.at };
            }
            (None, Value::Table(new), Value::Table(inner)) => inner.merge(new),
            (None, value, _) => *slot = Node { value, ..node },
        }
    }
    /// Puts a node at a path and replaces a table or value there.
    pub(super) fn replace(&mut self, path: &str, node: Node) {
        let (above, last) = path.rsplit_once('.').unwrap_or(("", path));
        let table = if above.is_empty() { Some(&mut *self) } else { self.at_mut(above).and_then(Node::table_mut) };
        match table.and_then(|table| table.0.iter_mut().find(|(key, _)| key == last)) {
            Some((_, old)) => *old = node,
            None => self.put(path, node),
        }
    }
    fn at_mut(&mut self, path: &str) -> Option<&mut Node> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let node = self.0.iter_mut().find(|(key, _)| key == first).map(|(_, node)| node)?;
        match rest {
            None => Some(node),
            Some(rest) => node.table_mut()?.at_mut(rest),
        }
    }
    /// Merges another table into this one: values of `over` replace its own.
    pub(super) fn merge(&mut self, over: Table) {
        for (key, node) in over.0 {
            match (self.0.iter_mut().find(|(k, _)| *k == key), node.value) {
                (None, value) => self.0.push((key, Node { value, ..node })),
                (Some((_, Node { value: Value::Table(mine), .. })), Value::Table(theirs)) => mine.merge(theirs),
                (Some((_, mine)), value) => *mine = Node { value, ..node },
            }
        }
    }
    /// Whether the table holds `off = true`.
    pub(super) fn is_off(&self) -> bool {
        self.get("off").is_some_and(|node| node.value == Value::Flag(true))
    }
}

/// Deepest nesting that is read: the language needs less, and a hostile file must not exhaust the stack.
const MAX_DEPTH: usize = 32;

/// Reads a document. An invalid date is kept as it is: the knob that takes it reports it, so that the other mistakes are found too.
///
/// # Errors
/// Mistakes of syntax.
pub(super) fn read(text: &str, file: usize) -> Result<Table, Vec<Mistake>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(table(document.get_ref(), file, 0));
    }
    let Some((without, dates)) = without_dates(text, &errors) else { return Err(syntax(text, file, &errors)) };
    let (document, rest) = DeTable::parse_recoverable(&without);
    if !rest.is_empty() {
        return Err(syntax(text, file, &errors));
    }
    let mut tree = table(document.get_ref(), file, 0);
    for (_, node) in &mut tree.0 {
        node.restore_dates(text, &dates);
    }
    Ok(tree)
}

/// Reads one value, such as the right side of `--with PATH=VALUE`.
pub(super) fn read_value(text: &str) -> Option<Node> {
    let value = DeValue::parse(text).ok()?;
    // Digits and underscores with letters behind them are no number.
    let digits = match value.get_ref() {
        DeValue::Integer(n) if i128::from_str_radix(n.as_str(), n.radix()).is_err() => Some(n.as_str()),
        DeValue::Float(x) => Some(x.as_str()),
        _ => None,
    };
    if digits.is_some_and(|digits| digits.replace('_', "").parse::<f64>().is_err()) {
        return None;
    }
    let at = Spot { file: 0, start: value.span().start, end: value.span().end };
    Some(Node { key: at.clone(), at, value: convert(value.get_ref(), 0, 0) })
}

fn table(from: &DeTable<'_>, file: usize, depth: usize) -> Table {
    if depth > MAX_DEPTH {
        return Table::default();
    }
    let mut rows: Vec<(String, Node)> = from
        .iter()
        .map(|(key, value)| {
            let spot = |span: std::ops::Range<usize>| Spot { file, start: span.start, end: span.end };
            let node =
                Node { key: spot(key.span()), at: spot(value.span()), value: convert(value.get_ref(), file, depth) };
            (key.get_ref().to_string(), node)
        })
        .collect();
    rows.sort_by_key(|(_, node)| node.key.start);
    Table(rows)
}

fn convert(value: &DeValue<'_>, file: usize, depth: usize) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(n) => match i128::from_str_radix(n.as_str(), n.radix()) {
            Ok(n) => Value::Whole(n),
            Err(_) => Value::Real(n.as_str().parse().unwrap_or(f64::INFINITY)),
        },
        DeValue::Float(x) => Value::Real(x.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| {
                    let at = Spot { file, start: item.span().start, end: item.span().end };
                    Node { key: at.clone(), at, value: convert(item.get_ref(), file, depth + 1) }
                })
                .collect(),
        ),
        DeValue::Table(inner) => Value::Table(table(inner, file, depth + 1)),
    }
}
