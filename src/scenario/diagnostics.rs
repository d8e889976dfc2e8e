//! Mistakes as the terminal shows them: the place, the line, the caret, and the help.
//!
//! Invariant: without colour the text does not depend on the terminal, and no character of the user's text steers it.

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report};
use miette::{ThemeCharacters, ThemeStyles};

use super::check::names::is_unseen;
use crate::error::{File, Mistake, Mistakes, Spot};

/// A text with a visible sign in place of each character that would steer the terminal; as many bytes as before.
pub fn seen(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if !is_unseen(c) || matches!(c, '\n' | '\t') => out.push(c),
            c if c.len_utf8() == 3 => out.push(char::REPLACEMENT_CHARACTER),
            c => out.extend(std::iter::repeat_n('?', c.len_utf8())),
        }
    }
    out
}

impl Mistakes {
    /// All mistakes, one below the other.
    pub fn render(&self, colour: bool) -> String {
        let styles = if colour { ThemeStyles::ansi() } else { ThemeStyles::none() };
        let theme = GraphicalTheme { characters: ThemeCharacters::unicode(), styles };
        let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_width(110);
        let mut out = String::new();
        for (number, mistake) in self.list.iter().enumerate() {
            if number > 0 {
                out.push('\n');
            }
            if handler.render_report(&mut out, self.report(mistake).as_ref()).is_err() {
                out.push_str(&format!("{}\n", seen(&mistake.says)));
            }
        }
        // Blanks at the ends of lines are dropped.
        out.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
    }

    fn report(&self, mistake: &Mistake) -> Report {
        let mut diagnostic = MietteDiagnostic::new(seen(&mistake.says));
        diagnostic.help = mistake.help.as_deref().map(seen);
        let Some(file) = self.files.get(mistake.at.file) else {
            return Report::new(diagnostic);
        };
        let (start, end) = within(&mistake.at, file);
        // `at` takes start..end; an empty range still gets a caret.
        let label = LabeledSpan::at(start..end, seen(&mistake.label));
        Report::new(diagnostic.with_label(label)).with_source_code(NamedSource::new(seen(&file.name), seen(&file.text)))
    }
}

/// The byte range of a place, limited to the text, to one line, and to character boundaries.
fn within(at: &Spot, file: &File) -> (usize, usize) {
    let text = &file.text;
    let floor = |mut place: usize| {
        place = place.min(text.len());
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        place
    };
    let start = floor(at.start);
    let end = floor(at.end).max(start);
    let line = text[start..end].find('\n').map_or(end, |newline| start + newline);
    (start, line)
}
