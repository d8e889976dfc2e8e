//! The parser of conditions: tokens become typed expressions.
//!
//! `or` binds least, then `and`, `not`, `for`, comparisons, then [`super::arithmetic`]. Invariant: a fault points at the smallest part that
//! is wrong.

use std::ops::Range;

use super::tokens::{Token, tokens};
use super::{Condition, Fault, Number, Truth};
use crate::say;
use crate::scenario::format::UNITS;
use crate::scenario::names::{Join, nearest, quoted_list};

/// Most tokens of a condition: a hostile file must not exhaust the stack.
const MAX_TOKENS: usize = 500;

/// A part of a condition, with its byte range in the text.
pub(super) struct Expression {
    pub(super) typed: Typed,
    pub(super) at: Range<usize>,
}

/// An expression of either type.
pub(super) enum Typed {
    Number(Number),
    Truth(Truth),
}

/// A recursive-descent parser.
pub(super) struct Reader {
    pub(super) tokens: Vec<(Token, Range<usize>)>,
    pub(super) next: usize,
    /// Length of the text in bytes.
    pub(super) end: usize,
    spans: usize,
    pub(super) depth: usize,
}

/// A reader at the first token of a text.
fn reader(text: &str) -> Result<Reader, Fault> {
    let tokens = tokens(text)?;
    if let Some((_, at)) = tokens.get(MAX_TOKENS) {
        let label = say!("condition-long-label");
        return Err(fault(at.clone(), say!("condition-long"), label, say!("condition-long-help")));
    }
    Ok(Reader { tokens, next: 0, end: text.len(), spans: 0, depth: 0 })
}

/// The condition of a text.
pub(super) fn condition(text: &str) -> Result<Condition, Fault> {
    let mut reader = reader(text)?;
    let all = reader.or()?;
    if let Some((token, at)) = reader.tokens.get(reader.next) {
        return Err(trailing_fault(token, at.clone()));
    }
    Ok(Condition { truth: as_truth(all, &say!("condition-subject"))?, spans: reader.spans })
}

/// The numeric expression of a text.
pub(super) fn measure(text: &str) -> Result<Number, Fault> {
    let mut reader = reader(text)?;
    let all = reader.sum()?;
    match reader.tokens.get(reader.next) {
        None => as_number(all, &say!("objective-subject")),
        Some((Token::Sign(">" | "<" | ">=" | "<=" | "==" | "!="), at)) => Err(fault(
            at.clone(),
            say!("condition-in-objective"),
            say!("condition-in-objective-label"),
            say!("condition-in-objective-help"),
        )),
        Some((token, at)) => Err(trailing_fault(token, at.clone())),
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

/// The fault of a token that stands after the end of an expression.
fn trailing_fault(token: &Token, at: Range<usize>) -> Fault {
    match token {
        Token::Sign("=") => {
            fault(at, say!("condition-assigns"), say!("condition-assigns-label"), say!("condition-assigns-help"))
        }
        Token::Sign(">" | "<" | ">=" | "<=" | "==" | "!=") => fault(
            at,
            say!("condition-compares-twice"),
            say!("condition-compares-twice-label"),
            say!("condition-compares-twice-help"),
        ),
        Token::Sign(")") => {
            fault(at, say!("condition-unopened"), say!("condition-unopened-label"), say!("condition-unopened-help"))
        }
        _ => fault(at, say!("condition-goes-on"), say!("condition-goes-on-label"), say!("condition-goes-on-help")),
    }
}

/// The part as a logical expression; `needs` is the operator that requires it.
fn as_truth(part: Expression, needs: &str) -> Result<Truth, Fault> {
    match part.typed {
        Typed::Truth(truth) => Ok(truth),
        Typed::Number(_) => Err(fault(
            part.at,
            say!("condition-not-truth", needs = needs),
            say!("condition-not-truth-label"),
            say!("condition-not-truth-help"),
        )),
    }
}

/// The part as a numeric expression; `needs` is the operator that requires it.
pub(super) fn as_number(part: Expression, needs: &str) -> Result<Number, Fault> {
    match part.typed {
        Typed::Number(number) => Ok(number),
        Typed::Truth(_) => Err(fault(
            part.at,
            say!("condition-not-number", needs = needs),
            say!("condition-not-number-label"),
            say!("condition-not-number-help"),
        )),
    }
}

impl Reader {
    pub(super) fn accept_sign(&mut self, signs: &[&str]) -> Option<&'static str> {
        match self.tokens.get(self.next) {
            Some((Token::Sign(sign), _)) if signs.contains(sign) => {
                self.next += 1;
                Some(sign)
            }
            _ => None,
        }
    }

    fn accept_name(&mut self, name: &str) -> bool {
        let is = matches!(self.tokens.get(self.next), Some((Token::Name(word), _)) if word == name);
        self.next += usize::from(is);
        is
    }

    pub(super) fn or(&mut self) -> Result<Expression, Fault> {
        let mut left = self.and()?;
        while self.accept_name("or") {
            let right = self.and()?;
            let at = left.at.start..right.at.end;
            let both = Truth::Or(Box::new(as_truth(left, "`or`")?), Box::new(as_truth(right, "`or`")?));
            left = Expression { typed: Typed::Truth(both), at };
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Expression, Fault> {
        let mut left = self.not()?;
        while self.accept_name("and") {
            let right = self.not()?;
            let at = left.at.start..right.at.end;
            let both = Truth::And(Box::new(as_truth(left, "`and`")?), Box::new(as_truth(right, "`and`")?));
            left = Expression { typed: Typed::Truth(both), at };
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Expression, Fault> {
        let mut times = 0;
        let from = self.tokens.get(self.next).map_or(self.end, |(_, at)| at.start);
        while self.accept_name("not") {
            times += 1;
        }
        let part = self.duration_clause()?;
        if times == 0 {
            return Ok(part);
        }
        let at = from..part.at.end;
        let mut of = as_truth(part, "`not`")?;
        if times % 2 == 1 {
            of = Truth::Not(Box::new(of));
        }
        Ok(Expression { typed: Typed::Truth(of), at })
    }

    fn duration_clause(&mut self) -> Result<Expression, Fault> {
        let part = self.comparison()?;
        if !self.accept_name("for") {
            return Ok(part);
        }
        let from = part.at.start;
        let of = as_truth(part, "`for`")?;
        let (days, end) = self.span()?;
        let slot = self.spans;
        self.spans += 1;
        Ok(Expression { typed: Typed::Truth(Truth::For(Box::new(of), days, slot)), at: from..end })
    }

    /// `12 weeks`.
    fn span(&mut self) -> Result<(f64, usize), Fault> {
        let missing = |reader: &Reader, label: String| {
            let at = reader.tokens.get(reader.next).map_or(reader.end..reader.end, |(_, at)| at.clone());
            fault(at, say!("condition-no-span"), label, say!("condition-no-span-help"))
        };
        let Some((Token::Number(amount), _)) = self.tokens.get(self.next) else {
            return Err(missing(self, say!("condition-no-span-label-amount")));
        };
        let amount = *amount;
        self.next += 1;
        let Some((Token::Name(unit), at)) = self.tokens.get(self.next) else {
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

    fn comparison(&mut self) -> Result<Expression, Fault> {
        let left = self.sum()?;
        let Some(sign) = self.accept_sign(&[">", "<", ">=", "<=", "==", "!="]) else { return Ok(left) };
        let right = self.sum()?;
        let needs = format!("`{sign}`");
        let at = left.at.start..right.at.end;
        let compare = Truth::Compare(as_number(left, &needs)?, sign, as_number(right, &needs)?);
        Ok(Expression { typed: Typed::Truth(compare), at })
    }
}
