//! The books of content: what was made and received, what faded and was given.
//!
//! Invariants: opening + made + received + worked − faded − given is the content that is alive; what organisations have handed over, the
//! hub has received, and what they have taken, the hub has given.

/// Units of content so far, by source and use.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Content {
    /// Alive at the start of the run.
    pub opening: f64,
    /// Made by what people did.
    pub made: f64,
    /// Received from organisations.
    pub received: f64,
    /// Made in the hub's hours, to be given.
    pub worked: f64,
    /// Faded.
    pub faded: f64,
    /// Given to organisations.
    pub given: f64,
}

impl Content {
    /// Units that must be alive by these books.
    pub fn left(&self) -> f64 {
        self.opening + self.made + self.received + self.worked - self.faded - self.given
    }
    /// Whether the books agree, up to rounding, with these units that are alive, that organisations handed over, and that they took.
    pub fn balances(&self, alive: f64, handed: f64, taken: f64) -> bool {
        let most = self.opening + self.made + self.received + self.worked + self.faded + self.given;
        let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + most);
        same(self.left(), alive) && same(self.received, handed) && same(self.given, taken) && alive >= 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn books_balance_until_a_unit_is_lost() {
        let books = Content { opening: 5.0, made: 10.0, received: 2.0, worked: 3.0, faded: 6.0, given: 3.0 };
        assert!(books.balances(11.0, 2.0, 3.0));
        assert!(!books.balances(10.0, 2.0, 3.0) && !books.balances(11.0, 1.0, 3.0) && !books.balances(11.0, 2.0, 4.0));
    }
}
