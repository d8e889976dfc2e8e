//! What the TOML parser says, in our words.
//!
//! Invariant: at most one mistake a line, since what follows on the same line is mostly an echo of the first.

use std::ops::Range;

use crate::error::{Mistake, Spot};

/// One mistake a line, and none inside a table whose header is itself a mistake: the rest is mostly an echo.
pub(super) fn syntax(text: &str, file: usize, errors: &[toml::de::Error]) -> Vec<Mistake> {
    let mut list: Vec<Mistake> = Vec::new();
    let mut lines = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let line = text.bytes().take(span.start).filter(|b| *b == b'\n').count();
        let header = text.lines().take(line).enumerate().filter(|(_, line)| line.starts_with('[')).last();
        if lines.contains(&line) || header.is_some_and(|(header, _)| lines.contains(&header)) {
            continue;
        }
        lines.push(line);
        let (says, help) = reworded(error.message(), text.get(span.clone()).unwrap_or_default());
        let at = Spot { file, start: span.start, end: span.end };
        list.push(Mistake { at, path: String::new(), says, help: help.map(str::to_owned), label: "here".to_owned() });
    }
    list
}

/// The text with a text as long in place of each date that no calendar has, and where they stand; none where more is wrong with it.
pub(super) fn undated(text: &str, errors: &[toml::de::Error]) -> Option<(String, Vec<Range<usize>>)> {
    let mut without = text.to_owned();
    let mut dates = Vec::new();
    for error in errors {
        let at = error.span().filter(|at| at.len() > 2 && error.message().starts_with("invalid date"))?;
        without.replace_range(at.clone(), &format!("\"{}\"", "-".repeat(at.len() - 2)));
        dates.push(at);
    }
    Some((without, dates))
}

/// The parser's message in our words, with what would be right.
fn reworded(message: &str, found: &str) -> (String, Option<&'static str>) {
    const TEXT: &str = "write a text as \"text\", a rate as \"0.03 per year\", a date as 2027-01-04";
    const LINE: &str = "a line is `key = value`, `[table]` or `# comment`";
    const VALUE: &str = "after `=` comes a value: a number, \"text\", true, 2027-01-04, [a list] or { a = \"table\" }";
    let plain = message.replace('`', "'").to_lowercase();
    match message {
        "duplicate key" => {
            let help = "keep one of the two; a table may be opened only once, too";
            (format!("`{found}` stands twice in the same table"), Some(help))
        }
        m if m.starts_with("invalid basic string") || m.starts_with("invalid literal string") => {
            ("a text does not end on its line".to_owned(), Some("close it with the quote that it began with"))
        }
        m if m.contains("must be quoted") && found.is_empty() => ("a value is missing".to_owned(), Some(VALUE)),
        m if m.starts_with("unquoted keys cannot be empty") => ("a key is missing".to_owned(), Some(LINE)),
        m if m.starts_with("unexpected key or value") => (
            "something stands behind the value".to_owned(),
            Some("put each key on a line of its own, and a text in quotes"),
        ),
        m if m.starts_with("extra `=`") => ("one `=` too many".to_owned(), Some(LINE)),
        m if m.starts_with("unclosed array") => ("a list is not closed".to_owned(), Some("close it with `]`")),
        m if m.starts_with("unclosed inline table") => ("a table is not closed".to_owned(), Some("close it with `}`")),
        m if m.starts_with("invalid unquoted key") => {
            ("a key must be of letters, digits, `-` and `_`".to_owned(), Some("put any other key in quotes"))
        }
        m if m.contains("must be quoted") || m.contains("unquoted") => ("a text needs quotes".to_owned(), Some(TEXT)),
        m if m.starts_with("unclosed table") => ("a table's name is not closed".to_owned(), Some("write `[table]`")),
        m if m.contains("no value") && m.contains("expected `=`") => ("a key without a value".to_owned(), Some(LINE)),
        _ => (plain, None),
    }
}
