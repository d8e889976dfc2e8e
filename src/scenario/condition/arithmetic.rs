//! Sums: the part of a condition that is a number: sums, products, metrics, and whatever stands in parentheses.
//!
//! Invariant: parentheses are nested no deeper than anybody would write them, so that no file can exhaust the stack.

use std::ops::Range;

use super::parse::{Part, Reader, Sort, fault, number};
use super::tokens::Word;
use super::{Fault, Number};

const DEPTH: usize = 40;

impl Reader {
    pub(super) fn sum(&mut self) -> Result<Part, Fault> {
        let mut left = self.product()?;
        while let Some(sign) = self.sign(&["+", "-"]) {
            let right = self.product()?;
            left = joined(left, sign, right)?;
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Part, Fault> {
        let mut left = self.atom()?;
        while let Some(sign) = self.sign(&["*", "/"]) {
            let right = self.atom()?;
            left = joined(left, sign, right)?;
        }
        Ok(left)
    }

    fn atom(&mut self) -> Result<Part, Fault> {
        let Some((word, at)) = self.words.get(self.next).cloned() else {
            let end = self.end..self.end;
            return Err(fault(end, "ends too soon", "a metric or a number is missing here", "such as `members > 900`"));
        };
        self.next += 1;
        match word {
            Word::Number(x) => Ok(Part { sort: Sort::Number(Number::Plain(x)), at }),
            Word::Name(name) if ["true", "false"].contains(&name.as_str()) => Err(fault(
                at,
                format!("holds `{name}`, which is not a number"),
                "not a number",
                "a condition is true by a comparison, such as `momentum > 0`",
            )),
            Word::Name(name) if !["and", "or", "not", "for"].contains(&name.as_str()) => {
                Ok(Part { sort: Sort::Number(Number::Metric(name, at.clone())), at })
            }
            Word::Sign("-") => {
                self.deeper(&at)?;
                let of = self.atom()?;
                self.depth -= 1;
                let zero = Part { sort: Sort::Number(Number::Plain(0.0)), at };
                joined(zero, "-", of)
            }
            Word::Sign("(") => {
                self.deeper(&at)?;
                let inner = self.or()?;
                self.depth -= 1;
                let end = self.words.get(self.next).map_or(self.end, |(_, at)| at.end);
                if self.sign(&[")"]).is_none() {
                    let here = self.words.get(self.next).map_or(self.end..self.end, |(_, at)| at.clone());
                    return Err(fault(
                        here,
                        "does not close a parenthesis",
                        "`)` is missing here",
                        "each `(` needs a `)`",
                    ));
                }
                Ok(Part { at: at.start..end, ..inner })
            }
            word => {
                let shown = match word {
                    Word::Name(name) => name,
                    Word::Sign(sign) => sign.to_owned(),
                    Word::Number(x) => x.to_string(),
                };
                Err(fault(
                    at,
                    format!("has `{shown}` where a metric or a number should stand"),
                    "nothing to look at",
                    "such as `members > 900`",
                ))
            }
        }
    }

    fn deeper(&mut self, at: &Range<usize>) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(fault(at.clone(), "is nested too deeply", "too deep", "say it with fewer parentheses"));
        }
        Ok(())
    }
}

fn joined(left: Part, sign: &'static str, right: Part) -> Result<Part, Fault> {
    let needs = format!("`{sign}`");
    let at = left.at.start..right.at.end;
    let sign_char = sign.chars().next().unwrap_or('+');
    let sum = Number::Sum(Box::new(number(left, &needs)?), sign_char, Box::new(number(right, &needs)?));
    Ok(Part { sort: Sort::Number(sum), at })
}
