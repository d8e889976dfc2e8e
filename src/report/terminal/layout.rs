//! Lines that fit: wrapping, aligned columns, and colour.
//!
//! Invariant: widths are counted before colour is put on, and Chinese characters count as two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes on a terminal.
pub(super) fn text_width(text: &str) -> usize {
    text.width()
}

/// Colour, if it is wanted.
#[derive(Clone, Copy)]
pub(super) struct Paint(pub(super) bool);

impl Paint {
    pub(super) fn bold(self, text: &str) -> String {
        self.with("1", text)
    }
    pub(super) fn dim(self, text: &str) -> String {
        self.with("2", text)
    }
    pub(super) fn yellow(self, text: &str) -> String {
        self.with("33", text)
    }
    fn with(self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// The text in lines of at most `width`; later lines begin with `indent`.
pub(super) fn wrap(text: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    // Leading blanks are an indent that the caller wants.
    let mut line: String = text.chars().take_while(|c| *c == ' ').collect();
    let mut empty = true;
    // Split at single blanks: two blanks in a row stay two.
    for word in text.trim().split(' ') {
        if !empty && text_width(&line) + 1 + text_width(word) > width {
            lines.push(line.trim_end().to_owned());
            line = indent.to_owned();
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        for c in word.chars() {
            // A word wider than the line (a path, Chinese text) is broken where the line ends.
            if text_width(&line) + c.width().unwrap_or(0) > width && text_width(&line) > text_width(indent) {
                lines.push(std::mem::replace(&mut line, indent.to_owned()));
            }
            line.push(c);
        }
        empty = empty && word.is_empty();
    }
    if !line.trim().is_empty() {
        lines.push(line);
    }
    lines
}

/// The text in at most `lines` lines that are as short as possible, but no narrower than `least` columns and the longest word.
fn balanced(text: &str, lines: usize, least: usize) -> Vec<String> {
    let least = text.split(' ').map(text_width).fold(least, usize::max);
    (least..text_width(text))
        .map(|w| wrap(text, w, ""))
        .find(|lines_of_w| lines_of_w.len() <= lines)
        .unwrap_or(vec![text.to_owned()])
}

/// A column of figures: its head, and one cell per design.
pub(super) struct Column {
    pub(super) head: String,
    pub(super) cells: Vec<String>,
}

/// A table with names at the left and figures at the right of their columns, under heads of as few lines as possible; `None` if it is too
/// wide however it is wrapped.
pub(super) fn table(names: &[String], columns: &[Column], width: usize, paint: Paint) -> Option<Vec<String>> {
    let wraps = [40, 20].into_iter().flat_map(|name| (1..=6).map(move |heads| (name, heads)));
    let mut wraps = wraps.flat_map(|(name, heads)| [3, 2].map(|gap| Wrap { name, heads, gap }));
    wraps.find_map(|wrap| table_with(names, columns, &wrap, width, paint))
}

/// How wide names may be before they continue on the next line, how many lines heads may have, and the blanks between columns.
struct Wrap {
    name: usize,
    heads: usize,
    gap: usize,
}

fn table_with(names: &[String], columns: &[Column], wraps: &Wrap, width: usize, paint: Paint) -> Option<Vec<String>> {
    let names: Vec<Vec<String>> = names.iter().map(|n| wrap(n, wraps.name, "  ")).collect();
    let widest = |lines: &[String]| lines.iter().map(|line| text_width(line)).max().unwrap_or(0);
    let heads: Vec<Vec<String>> = columns.iter().map(|c| balanced(&c.head, wraps.heads, widest(&c.cells))).collect();
    let left = names.iter().map(|lines| widest(lines)).max().unwrap_or(0);
    let widths: Vec<usize> = columns.iter().zip(&heads).map(|(c, h)| widest(&c.cells).max(widest(h))).collect();
    if left + widths.iter().map(|w| w + wraps.gap).sum::<usize>() > width {
        return None;
    }
    let row = |label: &str, cells: &[&str]| {
        let mut line = label.to_owned() + &" ".repeat(left - text_width(label));
        for (cell, w) in cells.iter().zip(&widths) {
            line += &" ".repeat(wraps.gap + w - text_width(cell));
            line += cell;
        }
        line.trim_end().to_owned()
    };
    let tallest = heads.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines: Vec<String> = (0..tallest)
        .map(|i| {
            let cells: Vec<&str> = heads.iter().map(|h| h.get(i).map_or("", String::as_str)).collect();
            paint.dim(&row("", &cells))
        })
        .collect();
    for (i, name) in names.iter().enumerate() {
        for (j, label) in name.iter().enumerate() {
            let cell = |c: &'_ Column| c.cells.get(i).filter(|_| j == 0).cloned().unwrap_or_default();
            let cells: Vec<String> = columns.iter().map(cell).collect();
            lines.push(row(label, &cells.iter().map(String::as_str).collect::<Vec<_>>()));
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(text in "([a-z]{1,12}|[造势社区]{1,9}|·|\\+18 %)( ([a-z]{1,30}|[造势社区]{1,9}|—)){0,20}", width in 8usize..60) {
            let lines = wrap(&text, width, "  ");
            prop_assert!(lines.iter().all(|line| text_width(line) <= width), "{lines:?}");
            let kept: String = lines.concat().split(' ').collect();
            prop_assert_eq!(kept, text.split(' ').collect::<String>());
        }
    }

    #[test]
    fn two_blanks_stay_two() {
        assert_eq!(wrap("Wrote here/  report.html  charts/", 80, ""), ["Wrote here/  report.html  charts/"]);
    }

    #[test]
    fn heads_are_broken_evenly() {
        let head = "still active a year after funding stops";
        assert_eq!(balanced(head, 1, 0), [head]);
        assert_eq!(balanced(head, 2, 0), ["still active a year", "after funding stops"]);
        assert_eq!(balanced(head, 3, 0), ["still active", "a year after", "funding stops"]);
        assert_eq!(balanced(head, 3, 20), ["still active a year", "after funding stops"]);
        // A word is not broken.
        assert_eq!(balanced(head, 60, 0), ["still", "active", "a year", "after", "funding", "stops"]);
    }
}
