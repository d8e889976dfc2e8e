//! Checks of names, which paths are made of, and of labels, which tables and charts show.
//!
//! Invariant: a name fits a path and a file system; a label is one visible line, and no two siblings that are on share one.

use super::Check;
use crate::error::Spot;
use crate::registry::{Ask, Knob, Shape};
use crate::say;
use crate::scenario::names::is_kebab;
use crate::scenario::schema_path::{self, join};
use crate::scenario::tree::{Node, Table, Value};

/// The longest name, letters: a folder or a file is called so, with an ending, where 255 bytes are the most.
const LONGEST: usize = 200;

/// Whether a character changes how the text around it is shown, so that no label may hold it.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text shows nothing.
pub(in crate::scenario) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
}

impl Check<'_> {
    /// A text stands in a cell of a table, in a chart or in a message: it is one line, without characters that are not seen.
    pub(super) fn check_label(&mut self, knob: &Knob, node: &Node, path: &str) {
        match &node.value {
            Value::Text(text) => self.check_text(knob, text, &node.at, path),
            Value::List(items) => {
                for item in items {
                    if let Value::Text(text) = &item.value {
                        self.check_text(knob, text, &item.at, path);
                    }
                }
            }
            _ => {}
        }
    }

    fn check_text(&mut self, knob: &Knob, text: &str, at: &Spot, path: &str) {
        if ["says", "title", "baseline", "headline"].contains(&knob.name) && is_blank(text) {
            let says = say!("label-blank", path = path);
            let help = say!("label-blank-help", knob = knob.name);
            return self.report(at, path, says, say!("label-blank-label"), Some(help));
        }
        // Questions and conditions may have several lines.
        let lines = ["question", "source", "when", "limits"].contains(&knob.name);
        let is_wrong = |c: char| is_unseen(c) && !(lines && matches!(c, '\n' | '\r' | '\t'));
        if let Some(wrong) = text.chars().find(|c| is_wrong(*c)) {
            let code = format!("U+{:04X}", u32::from(wrong));
            let kind = match wrong {
                '\n' | '\r' => "line",
                '\t' => "tab",
                _ => "other",
            };
            let says = say!("label-control", path = path, kind = kind, code = code);
            self.report(at, path, says, say!("label-control-label"), Some(say!("label-control-help")));
        }
    }

    /// Tables of one part that are on have different labels.
    pub(super) fn check_siblings(&mut self, shape: &'static Shape, table: &Table, path: &str) {
        // Labels of treatments are compared with that of the baseline, too.
        if path == "treatment" {
            return;
        }
        let mut taken: std::collections::BTreeMap<&str, &str> = std::collections::BTreeMap::new();
        for (name, node) in &table.0 {
            let Some(own) = node.table().filter(|own| !own.is_off()) else { continue };
            let Some(knob) = label_knob(shape, name) else { continue };
            let given = match own.get(knob) {
                Some(Node { value: Value::Text(text), at, .. }) if !is_blank(text) => Some((text.trim(), at)),
                _ => None,
            };
            let (label, at) = given.unwrap_or((name.as_str(), &node.key));
            if let Some(other) = taken.insert(label, name) {
                let (own, other) = (join(path, name), join(path, other));
                let says = say!("label-taken", design = &own, other = other, label = label);
                let help = say!("label-shared-help", knob = knob);
                self.report(at, &join(&own, knob), says, say!("label-taken-label"), Some(help));
            }
        }
    }

    pub(super) fn check_kebab(&mut self, name: &str, node: &Node, path: &str) {
        self.check_name(name, path, &node.key);
    }

    /// A name of lower-case words that is not too long.
    pub(super) fn check_name(&mut self, name: &str, path: &str, at: &Spot) {
        if !is_kebab(name) {
            self.report_name(name, path, at);
        } else if name.len() > LONGEST {
            let says = say!("mistake-name-long", letters = name.len().to_string());
            let help = say!("mistake-name-long-help", most = LONGEST);
            self.report(at, path, says, say!("mistake-name-long-label"), Some(help));
        }
    }

    fn report_name(&mut self, found: &str, path: &str, at: &Spot) {
        let words: Vec<String> = found
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let label = match words.as_slice() {
            [] => say!("mistake-not-kebab-label"),
            words => say!("mistake-not-kebab-label-write", name = words.join("-")),
        };
        self.report(at, path, say!("mistake-not-kebab", name = found), label, Some(say!("mistake-not-kebab-help")));
    }
}

/// The knob that holds the label of a named table, if its form has one.
fn label_knob(shape: &'static Shape, name: &str) -> Option<&'static str> {
    let sheet = schema_path::under(shape, name)?;
    let is_label = |knob: &&Knob| ["says", "title"].contains(&knob.name) && matches!(knob.ask, Ask::Text { .. });
    sheet.knobs.iter().find(is_label).map(|knob| knob.name)
}
