//! Messages of the TOML parser, in plain words.
//!
//! Invariant: at most one mistake a line, since further ones on the same line mostly follow from the first; none after a bracket that is
//! never closed, since all of them follow from it.

use std::ops::Range;

use super::toml_brackets::unclosed;
use crate::error::{Mistake, Spot};
use crate::say;

/// The mistakes of a document: one a line, and none in a table whose header is itself a mistake.
pub(super) fn syntax(text: &str, file: usize, errors: &[toml::de::Error]) -> Vec<Mistake> {
    let mut list: Vec<Mistake> = Vec::new();
    let mut lines = Vec::new();
    let open = unclosed(text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        if open.as_ref().is_some_and(|open| span.end >= open.at.start) {
            continue;
        }
        let line = text.bytes().take(span.start).filter(|b| *b == b'\n').count();
        let header = text.lines().take(line).enumerate().filter(|(_, line)| line.starts_with('[')).last();
        if lines.contains(&line) || header.is_some_and(|(header, _)| lines.contains(&header)) {
            continue;
        }
        lines.push(line);
        let (says, help) = in_our_words(error.message(), text.get(span.clone()).unwrap_or_default());
        let at = Spot { file, start: span.start, end: span.end };
        list.push(Mistake { at, path: String::new(), says, help, label: say!("mistake-label-here") });
    }
    list.extend(open.map(|open| {
        let at = Spot { file, start: open.at.start, end: open.at.end };
        let mark = &text[open.at.clone()];
        let line = text[..open.at.start].matches('\n').count() + 1;
        Mistake {
            at,
            path: String::new(),
            says: say!("toml-unclosed", mark = mark),
            help: Some(say!("toml-unclosed-help", mark = mark, line = line.to_string(), close = open.close)),
            label: say!("toml-unclosed-label"),
        }
    }));
    list
}

/// The text with each invalid date replaced by a quoted text of the same length, and the byte ranges of the dates; `None` if the text has
/// other errors.
pub(super) fn without_dates(text: &str, errors: &[toml::de::Error]) -> Option<(String, Vec<Range<usize>>)> {
    let mut without = text.to_owned();
    let mut dates = Vec::new();
    for error in errors {
        let at = error.span().filter(|at| at.len() > 2 && error.message().starts_with("invalid date"))?;
        without.replace_range(at.clone(), &format!("\"{}\"", "-".repeat(at.len() - 2)));
        dates.push(at);
    }
    Some((without, dates))
}

/// The message of the parser in plain words, and what would be right.
fn in_our_words(message: &str, found: &str) -> (String, Option<String>) {
    match message {
        "duplicate key" => (say!("toml-duplicate-key", key = found), Some(say!("toml-duplicate-key-help"))),
        m if m.starts_with("invalid basic string") || m.starts_with("invalid literal string") => {
            (say!("toml-unclosed-text"), Some(say!("toml-unclosed-text-help")))
        }
        m if m.contains("must be quoted") && found.is_empty() => (say!("toml-no-value"), Some(say!("toml-help-value"))),
        m if m.starts_with("unquoted keys cannot be empty") => (say!("toml-no-key"), Some(say!("toml-help-line"))),
        m if m.starts_with("unexpected key or value") => (say!("toml-trailing"), Some(say!("toml-trailing-help"))),
        m if m.starts_with("extra `=`") => (say!("toml-equals"), Some(say!("toml-help-line"))),
        m if m.starts_with("unclosed array") => (say!("toml-unclosed-list"), Some(say!("toml-unclosed-list-help"))),
        m if m.starts_with("unclosed inline table") => {
            (say!("toml-unclosed-table"), Some(say!("toml-unclosed-table-help")))
        }
        m if m.starts_with("invalid unquoted key") => (say!("toml-bad-key"), Some(say!("toml-bad-key-help"))),
        m if m.contains("must be quoted") || m.contains("unquoted") => {
            (say!("toml-no-quotes"), Some(say!("toml-help-text")))
        }
        m if m.starts_with("unclosed table") => (say!("toml-unclosed-header"), Some(say!("toml-unclosed-header-help"))),
        m if m.contains("no value") && m.contains("expected `=`") => {
            (say!("toml-key-alone"), Some(say!("toml-help-line")))
        }
        m => (m.replace('`', "'").to_lowercase(), None),
    }
}
