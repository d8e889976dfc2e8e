//! Sums: the part of a condition that is a number: sums, products, metrics, and whatever stands in parentheses.
//!
//! Invariant: parentheses are nested no deeper than anybody would write them, so that no file can exhaust the stack.

use std::ops::Range;

use super::parse::{Part, Reader, Sort, fault, number};
use super::tokens::Word;
use super::{Fault, Number};
use crate::say;

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
            let label = say!("condition-ends-early-label");
            return Err(fault(end, say!("condition-ends-early"), label, say!("condition-comparison-help")));
        };
        self.next += 1;
        match word {
            Word::Number(x) => Ok(Part { sort: Sort::Number(Number::Plain(x)), at }),
            Word::Name(name) if ["true", "false"].contains(&name.as_str()) => Err(fault(
                at,
                say!("condition-word-for-number", word = name),
                say!("mistake-label-not-number"),
                say!("condition-true-or-false-help"),
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
                        say!("condition-unclosed"),
                        say!("condition-unclosed-label"),
                        say!("condition-unclosed-help"),
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
                    say!("condition-misplaced", word = shown),
                    say!("condition-misplaced-label"),
                    say!("condition-comparison-help"),
                ))
            }
        }
    }

    fn deeper(&mut self, at: &Range<usize>) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > DEPTH {
            let label = say!("condition-deep-label");
            return Err(fault(at.clone(), say!("condition-deep"), label, say!("condition-deep-help")));
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
