//! Read: the words of a condition as what they mean, with their sorts checked on the way.
//!
//! `or` binds least, then `and`, `not`, `for`, comparisons, then [`super::arithmetic`]. Invariant: a fault names the smallest place that is wrong.

use std::ops::Range;

use super::tokens::{Word, words};
use super::{Condition, Fault, Number, Truth};
use crate::say;
use crate::scenario::format::UNITS;
use crate::scenario::names::{Join, nearest, quoted_list};

// Nobody writes so many, and a hostile file must not exhaust the stack.
const WORDS: usize = 500;

/// A part of a condition: what it is, and where it stands.
pub(super) struct Part {
    pub(super) sort: Sort,
    pub(super) at: Range<usize>,
}

pub(super) enum Sort {
    Number(Number),
    Truth(Truth),
}

pub(super) struct Reader {
    pub(super) words: Vec<(Word, Range<usize>)>,
    pub(super) next: usize,
    /// Where the text ends.
    pub(super) end: usize,
    spans: usize,
    pub(super) depth: usize,
}

/// A reader at the first word of a text.
fn reader(text: &str) -> Result<Reader, Fault> {
    let words = words(text)?;
    if let Some((_, at)) = words.get(WORDS) {
        let label = say!("condition-long-label");
        return Err(fault(at.clone(), say!("condition-long"), label, say!("condition-long-help")));
    }
    Ok(Reader { words, next: 0, end: text.len(), spans: 0, depth: 0 })
}

/// The condition of a text.
pub(super) fn condition(text: &str) -> Result<Condition, Fault> {
    let mut reader = reader(text)?;
    let all = reader.or()?;
    if let Some((word, at)) = reader.words.get(reader.next) {
        return Err(left_over(word, at.clone()));
    }
    Ok(Condition { truth: truth(all, &say!("condition-subject"))?, spans: reader.spans })
}

/// The sum of metrics of a text.
pub(super) fn measure(text: &str) -> Result<Number, Fault> {
    let mut reader = reader(text)?;
    let all = reader.sum()?;
    match reader.words.get(reader.next) {
        None => number(all, &say!("objective-subject")),
        Some((Word::Sign(">" | "<" | ">=" | "<=" | "==" | "!="), at)) => Err(fault(
            at.clone(),
            say!("condition-in-objective"),
            say!("condition-in-objective-label"),
            say!("condition-in-objective-help"),
        )),
        Some((word, at)) => Err(left_over(word, at.clone())),
    }
}

pub(super) fn fault(
    at: Range<usize>,
    says: impl Into<String>,
    label: impl Into<String>,
    help: impl Into<String>,
) -> Fault {
    Fault { at, says: says.into(), label: label.into(), help: help.into() }
}

fn left_over(word: &Word, at: Range<usize>) -> Fault {
    match word {
        Word::Sign("=") => {
            fault(at, say!("condition-assigns"), say!("condition-assigns-label"), say!("condition-assigns-help"))
        }
        Word::Sign(">" | "<" | ">=" | "<=" | "==" | "!=") => fault(
            at,
            say!("condition-compares-twice"),
            say!("condition-compares-twice-label"),
            say!("condition-compares-twice-help"),
        ),
        Word::Sign(")") => {
            fault(at, say!("condition-unopened"), say!("condition-unopened-label"), say!("condition-unopened-help"))
        }
        _ => fault(at, say!("condition-goes-on"), say!("condition-goes-on-label"), say!("condition-goes-on-help")),
    }
}

/// The part as something true or false; `needs`: who asks for it.
fn truth(part: Part, needs: &str) -> Result<Truth, Fault> {
    match part.sort {
        Sort::Truth(truth) => Ok(truth),
        Sort::Number(_) => Err(fault(
            part.at,
            say!("condition-not-truth", needs = needs),
            say!("condition-not-truth-label"),
            say!("condition-not-truth-help"),
        )),
    }
}

/// The part as a number.
pub(super) fn number(part: Part, needs: &str) -> Result<Number, Fault> {
    match part.sort {
        Sort::Number(number) => Ok(number),
        Sort::Truth(_) => Err(fault(
            part.at,
            say!("condition-not-number", needs = needs),
            say!("condition-not-number-label"),
            say!("condition-not-number-help"),
        )),
    }
}

impl Reader {
    pub(super) fn sign(&mut self, signs: &[&str]) -> Option<&'static str> {
        match self.words.get(self.next) {
            Some((Word::Sign(sign), _)) if signs.contains(sign) => {
                self.next += 1;
                Some(sign)
            }
            _ => None,
        }
    }

    fn takes(&mut self, name: &str) -> bool {
        let is = matches!(self.words.get(self.next), Some((Word::Name(word), _)) if word == name);
        self.next += usize::from(is);
        is
    }

    pub(super) fn or(&mut self) -> Result<Part, Fault> {
        let mut left = self.and()?;
        while self.takes("or") {
            let right = self.and()?;
            let at = left.at.start..right.at.end;
            let both = Truth::Or(Box::new(truth(left, "`or`")?), Box::new(truth(right, "`or`")?));
            left = Part { sort: Sort::Truth(both), at };
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Part, Fault> {
        let mut left = self.not()?;
        while self.takes("and") {
            let right = self.not()?;
            let at = left.at.start..right.at.end;
            let both = Truth::And(Box::new(truth(left, "`and`")?), Box::new(truth(right, "`and`")?));
            left = Part { sort: Sort::Truth(both), at };
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Part, Fault> {
        let mut times = 0;
        let from = self.words.get(self.next).map_or(self.end, |(_, at)| at.start);
        while self.takes("not") {
            times += 1;
        }
        let part = self.held()?;
        if times == 0 {
            return Ok(part);
        }
        let at = from..part.at.end;
        let mut of = truth(part, "`not`")?;
        if times % 2 == 1 {
            of = Truth::Not(Box::new(of));
        }
        Ok(Part { sort: Sort::Truth(of), at })
    }

    fn held(&mut self) -> Result<Part, Fault> {
        let part = self.compared()?;
        if !self.takes("for") {
            return Ok(part);
        }
        let from = part.at.start;
        let of = truth(part, "`for`")?;
        let (days, end) = self.span()?;
        let slot = self.spans;
        self.spans += 1;
        Ok(Part { sort: Sort::Truth(Truth::For(Box::new(of), days, slot)), at: from..end })
    }

    /// `12 weeks`.
    fn span(&mut self) -> Result<(f64, usize), Fault> {
        let missing = |reader: &Reader, label: String| {
            let at = reader.words.get(reader.next).map_or(reader.end..reader.end, |(_, at)| at.clone());
            fault(at, say!("condition-no-span"), label, say!("condition-no-span-help"))
        };
        let Some((Word::Number(amount), _)) = self.words.get(self.next) else {
            return Err(missing(self, say!("condition-no-span-label-amount")));
        };
        let amount = *amount;
        self.next += 1;
        let Some((Word::Name(unit), at)) = self.words.get(self.next) else {
            return Err(missing(self, say!("condition-no-span-label-unit")));
        };
        let one = unit.strip_suffix('s').unwrap_or(unit);
        let Some((_, days)) = UNITS.iter().find(|(name, _)| *name == one) else {
            let units: Vec<&str> = UNITS.iter().map(|(name, _)| *name).collect();
            let label = match nearest(one, units.iter().copied()) {
                Some(near) => say!("condition-unit-label-meant", near = near),
                None => say!("condition-unit-label"),
            };
            let help = say!("condition-unit-help", units = quoted_list(&units, Join::Or));
            return Err(fault(at.clone(), say!("condition-unit", unit = unit), label, help));
        };
        let end = at.end;
        self.next += 1;
        Ok((amount * days, end))
    }

    fn compared(&mut self) -> Result<Part, Fault> {
        let left = self.sum()?;
        let Some(sign) = self.sign(&[">", "<", ">=", "<=", "==", "!="]) else { return Ok(left) };
        let right = self.sum()?;
        let needs = format!("`{sign}`");
        let at = left.at.start..right.at.end;
        let compare = Truth::Compare(number(left, &needs)?, sign, number(right, &needs)?);
        Ok(Part { sort: Sort::Truth(compare), at })
    }
}
