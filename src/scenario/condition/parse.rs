//! Read: the words of a condition as what they mean, with their sorts checked on the way.
//!
//! `or` binds least, then `and`, `not`, `for`, comparisons, then [`super::arithmetic`]. Invariant: a fault names the smallest place that is wrong.

use std::ops::Range;

use super::tokens::{Word, words};
use super::{Condition, Fault, Number, Truth};
use crate::scenario::format::UNITS;
use crate::scenario::names::{nearest, quoted};

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

/// The condition of a text.
pub(super) fn condition(text: &str) -> Result<Condition, Fault> {
    let words = words(text)?;
    if let Some((_, at)) = words.get(WORDS) {
        return Err(fault(at.clone(), "is too long", "one word too many", "say it in fewer words"));
    }
    let mut reader = Reader { words, next: 0, end: text.len(), spans: 0, depth: 0 };
    let all = reader.or()?;
    if let Some((word, at)) = reader.words.get(reader.next) {
        return Err(left_over(word, at.clone()));
    }
    Ok(Condition { truth: truth(all, "a condition")?, spans: reader.spans })
}

/// The sum of metrics of a text.
pub(super) fn measure(text: &str) -> Result<Number, Fault> {
    let words = words(text)?;
    if let Some((_, at)) = words.get(WORDS) {
        return Err(fault(at.clone(), "is too long", "one word too many", "say it in fewer words"));
    }
    let mut reader = Reader { words, next: 0, end: text.len(), spans: 0, depth: 0 };
    let all = reader.sum()?;
    match reader.words.get(reader.next) {
        None => number(all, "an objective"),
        Some((Word::Sign(">" | "<" | ">=" | "<=" | "==" | "!="), at)) => Err(fault(
            at.clone(),
            "compares where a number is wanted",
            "nothing to compare with",
            "what must hold of a design stands in `limits`",
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
            fault(at, "holds `=`, which sets a value and compares none", "write `==`", "to compare, write `==`")
        }
        Word::Sign(">" | "<" | ">=" | "<=" | "==" | "!=") => fault(
            at,
            "compares what is compared already",
            "a second comparison",
            "join two comparisons by `and`: `1 < a and a < 3`",
        ),
        Word::Sign(")") => fault(at, "closes a parenthesis that was never opened", "nothing to close", "remove it"),
        _ => fault(
            at,
            "goes on after it could end",
            "what joins it to what stands before?",
            "join by `and`, `or`, a comparison, or + - * /",
        ),
    }
}

/// The part as something true or false; `needs`: who asks for it.
fn truth(part: Part, needs: &str) -> Result<Truth, Fault> {
    match part.sort {
        Sort::Truth(truth) => Ok(truth),
        Sort::Number(_) => Err(fault(
            part.at,
            format!("has a number where {needs} needs something true or false"),
            "a number",
            "compare it, such as `active-people > 900`",
        )),
    }
}

/// The part as a number.
pub(super) fn number(part: Part, needs: &str) -> Result<Number, Fault> {
    match part.sort {
        Sort::Number(number) => Ok(number),
        Sort::Truth(_) => Err(fault(
            part.at,
            format!("has something true or false where {needs} needs a number"),
            "true or false",
            "a number, a metric, or a sum or product of them",
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
        let example = "write the amount and the unit, such as `for 12 weeks`";
        let place =
            |reader: &Reader| reader.words.get(reader.next).map_or(reader.end..reader.end, |(_, at)| at.clone());
        let Some((Word::Number(amount), _)) = self.words.get(self.next) else {
            return Err(fault(place(self), "does not say for how long", "how many?", example));
        };
        let amount = *amount;
        self.next += 1;
        let Some((Word::Name(unit), at)) = self.words.get(self.next) else {
            return Err(fault(place(self), "does not say for how long", "of what?", example));
        };
        let one = unit.strip_suffix('s').unwrap_or(unit);
        let Some((_, days)) = UNITS.iter().find(|(name, _)| *name == one) else {
            let units: Vec<&str> = UNITS.iter().map(|(name, _)| *name).collect();
            let label = nearest(one, units.iter().copied())
                .map_or("not a unit of time".to_owned(), |near| format!("did you mean `{near}s`?"));
            let help = format!("the units are {}", quoted(&units));
            return Err(fault(at.clone(), format!("measures time in `{unit}`"), label, help));
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
