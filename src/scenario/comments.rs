//! The comments of a scenario's files, by the statement that they stand at.
//!
//! Invariant: a comment that [`Scenario::comment`] reads as the source of a value is read as the same again from the text that is written
//! with it, and no other comment is.

use super::Scenario;
use super::tree::{self, Node, Table, Value};

/// Comments of all files of a scenario, the scenario's own first.
pub(super) struct Comments {
    list: Vec<Comment>,
}

/// Lines of a comment, or one behind a statement.
struct Comment {
    file: usize,
    /// The path of the statement below it, or before it on its line; `None` at the end of the file.
    path: Option<String>,
    lines: Vec<String>,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// On the lines above the statement, without an empty line between.
    Above,
    /// Further above.
    Apart,
    /// Behind it on its line.
    Behind,
}

/// What stands above a line.
#[derive(Default)]
pub(super) struct Above {
    pub(super) text: String,
    /// The lines directly above as one text, as a value reads them.
    pub(super) joined: Option<String>,
}

impl Comments {
    pub(super) fn of(scenario: &Scenario) -> Comments {
        let mut list = Vec::new();
        for (file, of) in scenario.files.iter().enumerate() {
            // Arguments have no comments.
            if !of.name.starts_with("--") {
                read(file, &of.text, &mut list);
            }
        }
        Comments { list }
    }

    /// What stands above a line of the canonical text: of a value, only what its own file says.
    pub(super) fn above(&self, path: &str, node: Option<&Node>, table: bool) -> Above {
        let mut above = Above::default();
        let Some(node) = node.filter(|_| !path.is_empty()) else { return above };
        let at = |comment: &&Comment| comment.path.as_deref() == Some(path) && comment.place != Place::Behind;
        let file = if table { self.list.iter().find(at).map(|comment| comment.file) } else { Some(node.at.file) };
        for comment in self.list.iter().filter(at).filter(|comment| Some(comment.file) == file) {
            above.text += &comment.written();
            if comment.place == Place::Apart {
                above.text.push('\n');
            } else {
                let plain: Vec<&str> = comment.lines.iter().map(|line| line.trim_start_matches('#').trim()).collect();
                above.joined = Some(plain.join(" "));
            }
        }
        above
    }

    /// What stands behind a statement that is no knob's value.
    pub(super) fn behind(&self, path: &str, node: Option<&Node>, table: bool) -> Option<String> {
        let node = node.filter(|_| !path.is_empty())?;
        let own = |comment: &&Comment| {
            comment.path.as_deref() == Some(path)
                && comment.place == Place::Behind
                && (table || comment.file == node.at.file)
        };
        self.list.iter().find(own).map(|comment| comment.lines.join(" ").trim_start_matches('#').trim().to_owned())
    }

    /// What stands above a statement of the scenario's own file that the text no longer has: `extends` and `presets`.
    pub(super) fn top(&self) -> String {
        let gone = |comment: &&Comment| {
            comment.file == 0
                && comment.place != Place::Behind
                && matches!(comment.path.as_deref(), Some("extends" | "presets"))
        };
        self.list.iter().filter(gone).map(Comment::written).collect::<Vec<_>>().join("\n")
    }

    /// What stands at the end of the scenario's own file.
    pub(super) fn end(&self) -> String {
        let last = |comment: &&Comment| comment.file == 0 && comment.path.is_none();
        self.list.iter().filter(last).map(|comment| format!("\n{}", comment.written())).collect()
    }
}

impl Comment {
    fn written(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

/// A statement of a file.
struct Statement {
    path: String,
    key: usize,
    /// The bytes of its value; empty for the head of a table.
    value: std::ops::Range<usize>,
}

/// The comments of a text.
fn read(file: usize, text: &str, list: &mut Vec<Comment>) {
    let Ok(tree) = tree::read(text, file) else { return };
    let mut statements = Vec::new();
    walk(text, &tree, "", &mut statements);
    statements.sort_by_key(|statement| statement.key);
    let within = |at: usize| statements.iter().any(|statement| statement.value.contains(&at));
    let mut block: Vec<String> = Vec::new();
    let mut apart: Vec<Vec<String>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (at, shown) = (start, line.trim());
        start += line.len();
        if within(at + (line.len() - line.trim_start().len())) {
            continue;
        }
        if shown.starts_with('#') {
            block.push(shown.to_owned());
            continue;
        }
        if shown.is_empty() {
            apart.extend((!block.is_empty()).then(|| std::mem::take(&mut block)));
            continue;
        }
        let Some((path, rest)) = statement(&statements, at..start, shown.starts_with('[')) else { continue };
        let mut add = |lines: Vec<String>, place: Place| {
            list.push(Comment { file, path: Some(path.clone()), lines, place });
        };
        apart.drain(..).for_each(|lines| add(lines, Place::Apart));
        if !block.is_empty() {
            add(std::mem::take(&mut block), Place::Above);
        }
        let behind = text.get(rest..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        if let Some(comment) = behind.trim_start_matches([' ', '\t', ',', ']']).strip_prefix('#') {
            add(vec![comment.trim().to_owned()], Place::Behind);
        }
    }
    apart.extend((!block.is_empty()).then_some(block));
    list.extend(apart.into_iter().map(|lines| Comment { file, path: None, lines, place: Place::Apart }));
}

/// The path of the statement on a line, and the end of what it says.
fn statement(all: &[Statement], line: std::ops::Range<usize>, head: bool) -> Option<(String, usize)> {
    let from = all.partition_point(|statement| statement.key < line.start);
    let on_line = || all[from..].iter().take_while(|statement| line.contains(&statement.key));
    if head {
        let last = on_line().max_by_key(|statement| statement.key)?;
        let name = last.path.rsplit('.').next().map_or(0, str::len);
        return Some((last.path.clone(), last.key + name));
    }
    // A key may have several parts; those of an inline table belong to the value.
    let value =
        on_line().map(|statement| statement.value.clone()).filter(|value| !value.is_empty()).min_by_key(|v| v.start)?;
    let last = on_line().filter(|statement| statement.key < value.start).max_by_key(|statement| statement.key)?;
    Some((last.path.clone(), value.end))
}

/// Every key of a tree.
fn walk(text: &str, table: &Table, above: &str, list: &mut Vec<Statement>) {
    for (key, node) in &table.0 {
        let path = super::schema_path::join(above, key);
        // The place of a table is that of its key or its head, unless it stands in braces.
        let value = match &node.value {
            Value::Table(_) if !text.get(node.at.start..).is_some_and(|rest| rest.starts_with('{')) => 0..0,
            _ => node.at.start..node.at.end,
        };
        list.push(Statement { path: path.clone(), key: node.key.start, value });
        if let Value::Table(inner) = &node.value {
            walk(text, inner, &path, list);
        }
    }
}
