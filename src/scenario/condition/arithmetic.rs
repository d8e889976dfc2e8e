//! Numeric expressions of a condition: sums, products, metrics, and parentheses.
//!
//! Invariant: nesting is limited to [`MAX_DEPTH`], so that no file can exhaust the stack.

use std::ops::Range;

use super::parse::{Expression, Reader, Typed, as_number, fault};
use super::tokens::Token;
use super::{Fault, Number};
use crate::say;

const MAX_DEPTH: usize = 40;

impl Reader {
    pub(super) fn sum(&mut self) -> Result<Expression, Fault> {
        let mut left = self.product()?;
        while let Some(sign) = self.accept_sign(&["+", "-"]) {
            let right = self.product()?;
            left = operation(left, sign, right)?;
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expression, Fault> {
        let mut left = self.atom()?;
        while let Some(sign) = self.accept_sign(&["*", "/"]) {
            let right = self.atom()?;
            left = operation(left, sign, right)?;
        }
        Ok(left)
    }

    fn atom(&mut self) -> Result<Expression, Fault> {
        let Some((word, at)) = self.tokens.get(self.next).cloned() else {
            let end = self.end..self.end;
            let label = say!("condition-ends-early-label");
            return Err(fault(end, say!("condition-ends-early"), label, say!("condition-comparison-help")));
        };
        self.next += 1;
        match word {
            Token::Number(x) => Ok(Expression { typed: Typed::Number(Number::Literal(x)), at }),
            Token::Name(name) if ["true", "false"].contains(&name.as_str()) => Err(fault(
                at,
                say!("condition-word-for-number", word = name),
                say!("mistake-label-not-number"),
                say!("condition-true-or-false-help"),
            )),
            Token::Name(name) if !["and", "or", "not", "for"].contains(&name.as_str()) => {
                Ok(Expression { typed: Typed::Number(Number::Metric(name, at.clone())), at })
            }
            Token::Sign("-") => {
                self.enter_parentheses(&at)?;
                let of = self.atom()?;
                self.depth -= 1;
                let zero = Expression { typed: Typed::Number(Number::Literal(0.0)), at };
                operation(zero, "-", of)
            }
            Token::Sign("(") => {
                self.enter_parentheses(&at)?;
                let inner = self.or()?;
                self.depth -= 1;
                let end = self.tokens.get(self.next).map_or(self.end, |(_, at)| at.end);
                if self.accept_sign(&[")"]).is_none() {
                    let here = self.tokens.get(self.next).map_or(self.end..self.end, |(_, at)| at.clone());
                    return Err(fault(
                        here,
                        say!("condition-unclosed"),
                        say!("condition-unclosed-label"),
                        say!("condition-unclosed-help"),
                    ));
                }
                Ok(Expression { at: at.start..end, ..inner })
            }
            word => {
                let shown = match word {
                    Token::Name(name) => name,
                    Token::Sign(sign) => sign.to_owned(),
                    Token::Number(x) => x.to_string(),
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

    fn enter_parentheses(&mut self, at: &Range<usize>) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let label = say!("condition-deep-label");
            return Err(fault(at.clone(), say!("condition-deep"), label, say!("condition-deep-help")));
        }
        Ok(())
    }
}

fn operation(left: Expression, sign: &'static str, right: Expression) -> Result<Expression, Fault> {
    let needs = format!("`{sign}`");
    let at = left.at.start..right.at.end;
    let sign_char = sign.chars().next().unwrap_or('+');
    let sum = Number::Operation(Box::new(as_number(left, &needs)?), sign_char, Box::new(as_number(right, &needs)?));
    Ok(Expression { typed: Typed::Number(sum), at })
}
