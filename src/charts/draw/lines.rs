//! Lines of text: where they break, and what is cut.
//!
//! Always: no line is wider than its room unless it is one letter; a text that was cut says so ([`is_cut`]).

use unicode_width::UnicodeWidthChar;

use super::text::{Weight, width};

/// The end of a text that was cut: an ellipsis, and a mark that shows nothing.
const CUT: &str = "…\u{2060}";

/// Whether a text, or the last of its lines, was cut to fit.
pub fn is_cut(text: &str) -> bool {
    text.ends_with(CUT)
}

/// Whether nothing of a text is missing in its lines.
pub fn are_whole(lines: &[String]) -> bool {
    !lines.iter().any(|line| is_cut(line))
}

/// The text, or as much of it as fits before an ellipsis ([`is_cut`]).
pub fn shorten(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    for kept in (0..letters.len()).rev() {
        let start: String = letters[..kept].iter().collect();
        let tried = format!("{}{CUT}", start.trim_end());
        if width(&tried, size, weight) <= room {
            return tried;
        }
    }
    String::new()
}

/// The text in lines no wider than `room`; what does not fit into `lines` ends in an ellipsis.
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64, lines: usize) -> Vec<String> {
    let pieces = pieces(text, |piece| width(piece, size, weight) <= room);
    let fits = |line: &str, room: f64| width(line, size, weight) <= room;
    let set = |room: f64| -> Vec<Vec<&Piece>> {
        let mut done: Vec<Vec<&Piece>> = Vec::new();
        for piece in &pieces {
            let fitting = done.last().is_some_and(|line| {
                let mut longer = line.clone();
                longer.push(piece);
                fits(&joined(&longer), room)
            });
            match done.last_mut() {
                Some(line) if fitting => line.push(piece),
                _ => done.push(vec![piece]),
            }
        }
        done
    };
    let mut best = set(room);
    if best.len() > lines {
        let Some(last) = lines.checked_sub(1) else {
            return Vec::new();
        };
        let rest: Vec<&Piece> = best[last..].concat();
        let mut cut: Vec<String> = best[..last].iter().map(|line| shorten(&joined(line), size, weight, room)).collect();
        cut.push(shorten(&joined(&rest), size, weight, room));
        return cut;
    }
    // Lines of nearly equal length: the narrowest room that needs no more lines.
    let mut narrow = room * 0.97;
    while best.len() > 1 && narrow > room * 0.5 {
        let tried = set(narrow);
        if tried.len() > best.len() || tried.iter().any(|line| !fits(&joined(line), narrow)) {
            break;
        }
        best = tried;
        narrow -= room * 0.03;
    }
    best.iter().map(|line| shorten(&joined(line), size, weight, room)).collect()
}

/// A piece of text inside which no line may break, and whether a space comes before it.
struct Piece {
    space: bool,
    text: String,
}

/// The pieces of a text. One that does not fit into a line by itself is divided between its letters.
fn pieces(text: &str, fits: impl Fn(&str) -> bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut space = false;
    let mut before = ' ';
    for letter in text.chars() {
        if letter == ' ' {
            space = true;
        } else {
            let wide =
                |c: char| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}');
            let closes = "，。、；：？！）》」』”’".contains(letter);
            let opens = "（《「『“‘".contains(before);
            let apart = space || ((wide(letter) || wide(before)) && !closes && !opens);
            match pieces.last_mut() {
                Some(piece) if !apart => piece.text.push(letter),
                _ => pieces.push(Piece { space, text: letter.to_string() }),
            }
            space = false;
        }
        before = letter;
    }
    pieces.into_iter().flat_map(|piece| if fits(&piece.text) { vec![piece] } else { divided(&piece, &fits) }).collect()
}

/// A piece in parts that fit; no part begins with a mark on the letter before it.
fn divided(piece: &Piece, fits: impl Fn(&str) -> bool) -> Vec<Piece> {
    let mut parts = vec![Piece { space: piece.space, text: String::new() }];
    for letter in piece.text.chars() {
        let Some(part) = parts.last_mut() else { break };
        let longer = format!("{}{letter}", part.text);
        if part.text.is_empty() || letter.width() == Some(0) || fits(&longer) {
            part.text = longer;
        } else {
            parts.push(Piece { space: false, text: letter.to_string() });
        }
    }
    parts
}

fn joined(line: &[&Piece]) -> String {
    let mut text = String::new();
    for (i, piece) in line.iter().enumerate() {
        if i > 0 && piece.space {
            text.push(' ');
        }
        text.push_str(&piece.text);
    }
    text
}
