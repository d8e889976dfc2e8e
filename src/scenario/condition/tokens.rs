//! Tokens of a condition: numbers, names and signs, each with its byte range.
//!
//! Invariant: a hyphen belongs to a name if it has a letter or digit on both sides; a minus has blanks around it.

use std::ops::Range;

use super::Fault;
use crate::say;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    /// A metric, a unit of time, or `and`, `or`, `not`, `for`.
    Name(String),
    Sign(&'static str),
}

const SIGNS: &[&str] = &[">=", "<=", "==", "!=", ">", "<", "=", "+", "-", "*", "/", "(", ")"];

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, Range<usize>)>, Fault> {
    let mut list = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (word, length) = if c.is_ascii_digit() {
            number(text, at)?
        } else if c.is_ascii_alphabetic() {
            let length = name_length(&text[at..]);
            (Token::Name(text[at..at + length].to_owned()), length)
        } else if let Some(sign) = SIGNS.iter().find(|sign| text[at..].starts_with(**sign)) {
            (Token::Sign(sign), sign.len())
        } else {
            return Err(Fault {
                at: at..at + c.len_utf8(),
                says: say!("condition-letter", letter = c),
                label: say!("condition-letter-label"),
                help: say!("condition-letter-help"),
            });
        };
        list.push((word, at..at + length));
        at += length;
    }
    Ok(list)
}

/// A number of digits, `_`, a point and an exponent; and its length in bytes.
fn number(text: &str, at: usize) -> Result<(Token, usize), Fault> {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < bytes.len() {
        let exponent = matches!(bytes[end], b'e' | b'E') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if bytes[end].is_ascii_digit() || matches!(bytes[end], b'_' | b'.') || exponent {
            end += 1;
        } else {
            break;
        }
    }
    match text[at..end].replace('_', "").parse() {
        Ok(x) => Ok((Token::Number(x), end - at)),
        Err(_) => Err(Fault {
            at: at..end,
            says: say!("condition-word-for-number", word = &text[at..end]),
            label: say!("mistake-label-not-number"),
            help: say!("condition-number-help"),
        }),
    }
}

/// The length of a name in bytes.
fn name_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let inner = |k: usize| {
        bytes[k].is_ascii_alphanumeric()
            || matches!(bytes[k], b'-' | b':' | b'.' | b'_') && bytes.get(k + 1).is_some_and(u8::is_ascii_alphanumeric)
    };
    (0..bytes.len()).take_while(|&k| inner(k)).count()
}
