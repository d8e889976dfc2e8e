//! The bracket or quote of a broken TOML text that is never closed: one fault, and not one for each line below it.
//!
//! Invariant: only texts that the parser refuses are read here, so a doubtful case may be left to the parser: `None`.

use std::ops::Range;

/// What is not closed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unclosed {
    /// The place of the mark that opens it.
    pub(super) at: Range<usize>,
    /// What would close it.
    pub(super) close: &'static str,
}

/// The first bracket, or quote inside of brackets or over several lines, that is never closed.
pub(super) fn unclosed(text: &str) -> Option<Unclosed> {
    let mut at = 0;
    while at < text.len() {
        let line = line_at(text, at);
        // The parser reports a header that is not closed, and what is no `key = value`.
        at = match key_end(line) {
            Some(value) if !line.trim_start().starts_with('[') => match value_end(text, at + value) {
                Ok(end) => end + line_at(text, end).len() + 1,
                Err(found) => return found,
            },
            _ => at + line.len() + 1,
        };
    }
    None
}

/// The rest of the line from a byte on.
fn line_at(text: &str, at: usize) -> &str {
    text.get(at..).map_or("", |rest| rest.split('\n').next().unwrap_or_default())
}

/// Where the value of a line begins: after the `=`, which stands outside of quotes.
fn key_end(line: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in line.bytes().enumerate() {
        match (byte, quote) {
            (b'=', None) => return (!line[..at].trim().is_empty()).then_some(at + 1),
            (b'#' | b'{' | b'}' | b',', None) => return None,
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}

/// Whether a line begins a table: a header in brackets. A list may hold `["text"]` or `[1]`, but no bare word.
fn is_header(line: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix('[') else { return false };
    let rest = rest.strip_prefix('[').unwrap_or(rest).trim_start();
    let Some((name, after)) = rest.split_once(']') else { return false };
    let after = after.trim_start_matches(']').trim();
    let bare = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.\"' ".contains(&b))
        && !["true", "false", "inf", "nan"].contains(&name.trim());
    bare && (after.is_empty() || after.starts_with('#'))
}

/// The end of the value that begins at a byte: the first byte behind it.
///
/// # Errors
/// What is not closed; `None` if it is not clear.
fn value_end(text: &str, from: usize) -> Result<usize, Option<Unclosed>> {
    let bytes = text.as_bytes();
    let mut open: Vec<usize> = Vec::new();
    // The last byte that is neither blank nor part of a comment.
    let (mut at, mut last) = (from, b'=');
    let close = |at: usize| if bytes[at] == b'{' { "}" } else { "]" };
    let fault = |at: usize| Err(Some(Unclosed { at: at..at + 1, close: close(at) }));
    while at < bytes.len() {
        let byte = bytes[at];
        match (byte, open.last()) {
            (b'\n', None) => return Ok(at),
            (b'\n', Some(&opener)) => {
                let line = line_at(text, at + 1);
                let is_key = key_end(line).is_some();
                let in_list = bytes[opener] == b'[';
                let apart = last != b',' && last != b'{';
                if is_header(line) || is_key && (in_list || apart && !closes_later(text, at + 1)) {
                    return fault(opener);
                }
            }
            (b'#', _) => {
                at += line_at(text, at).len();
                continue;
            }
            (b'"' | b'\'', _) => {
                at = string_end(text, at, !open.is_empty())?;
                last = byte;
                continue;
            }
            (b'[' | b'{', _) => open.push(at),
            (b']' | b'}', Some(&opener)) => {
                if close(opener).as_bytes()[0] != byte {
                    return fault(opener);
                }
                open.pop();
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
        at += 1;
    }
    open.last().map_or(Ok(at), |opener| fault(*opener))
}

/// Whether a `}` closes what is open at a byte before the next header: then a comma is missing, and no bracket.
fn closes_later(text: &str, from: usize) -> bool {
    let mut depth = 0_i64;
    for line in text[from..].lines().take_while(|line| !is_header(line)) {
        for byte in line.bytes().take_while(|byte| *byte != b'#') {
            depth += i64::from(byte == b'{') - i64::from(byte == b'}');
            if depth < 0 {
                return true;
            }
        }
    }
    false
}

/// The first byte behind the text in quotes that begins at a byte; a text that does not end on its line ends there.
///
/// # Errors
/// As of [`value_end`]. The parser reports a text of one line that does not end, unless it stands inside of brackets.
fn string_end(text: &str, from: usize, inside: bool) -> Result<usize, Option<Unclosed>> {
    let quote = &text[from..=from];
    let (long, escapes): (&'static str, bool) = if quote == "\"" { ("\"\"\"", true) } else { ("'''", false) };
    let many = text[from..].starts_with(long);
    let (mark, begin) = if many { (long, from + 3) } else { (&long[..1], from + 1) };
    let fault = || Err(Some(Unclosed { at: from..begin, close: mark }));
    let mut at = begin;
    while at < text.len() {
        match text.as_bytes()[at] {
            b'\\' if escapes => at += 2,
            b'\n' if !many => return if inside { fault() } else { Ok(at) },
            _ if text.as_bytes()[at..].starts_with(mark.as_bytes()) => {
                // Up to two quotes may stand before the closing three.
                let more = text.as_bytes()[at..].iter().take_while(|b| **b == quote.as_bytes()[0]).count().min(5);
                let end = if many { at + more } else { at + 1 };
                let after = line_at(text, end).trim();
                let ends = after.is_empty() || after.starts_with([',', ']', '}', '#']);
                // What closes it is the beginning of another text.
                let swallowed =
                    || text[begin..at].lines().skip(1).any(|line| is_header(line) || key_end(line).is_some());
                return if many && !ends && swallowed() { fault() } else { Ok(end) };
            }
            _ => at += 1,
        }
    }
    if many || inside { fault() } else { Ok(text.len()) }
}

#[cfg(test)]
mod tests {
    use super::unclosed;

    /// The line of what is not closed, and what would close it.
    fn found(text: &str) -> Option<(usize, &'static str)> {
        unclosed(text).map(|open| (text[..open.at.start].matches('\n').count() + 1, open.close))
    }

    #[test]
    fn what_is_not_closed_is_found_at_its_beginning() {
        let more = "\n[b]\nc = { d = [1, 2] }\ne = \"\"\"x\ny\"\"\"\n";
        for (text, line, close) in [
            ("x = 1\na = { b = 1", 2, "}"),
            ("a = { b = 1,", 1, "}"),
            ("a = [1, 2", 1, "]"),
            ("a = [\n  1, # one ]\n  2,", 1, "]"),
            ("a = { b = [1, 2 }", 1, "]"),
            ("a = { b = { c = 1 }", 1, "}"),
            ("a = [\"x, 2]", 1, "\""),
            ("a = { b = 1\nf = 3", 1, "}"),
            ("a = [1\n\"f.g\" = 3", 1, "]"),
            ("a = \"\"\"x\ny = 1", 1, "\"\"\""),
            ("a = '''x", 1, "'''"),
        ] {
            for text in [text.to_owned(), format!("{text}{more}")] {
                assert_eq!(found(&text), Some((line, close)), "{text}");
            }
        }
    }

    #[test]
    fn what_is_closed_is_left_to_the_parser() {
        for text in [
            "a = { b = 1 }\n[c]\nd = [\n  [1],\n  [\"x\"], # ]\n]\n",
            "a = \"{ [ \\\" \"\nb = '{'\n\"c{\" = 1\n",
            "a = {\n b = 1\n c = 2\n}\n",
            "[a\nb = \"x\nc = 1 ]",
            "a = \"\"\"b = {\n\"\"\"\"\nc = \"\"\"\"\"\"",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
