//! Draws for the fuzzing: a stream of numbers for each case (SplitMix64).
//!
//! Invariant: a case has the same draws on every machine.

pub(crate) struct Luck(u64);

impl Luck {
    pub(crate) fn of(seed: u64, case: u64) -> Luck {
        let mut luck = Luck(seed.wrapping_mul(0xD129_0B26_88CC_C5D5) ^ case.wrapping_mul(0x9E6C_63D0_876A_3F9B));
        luck.next();
        luck
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `limit`; 0 where there is none.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % (limit.max(1) as u64)) as usize
    }

    pub(crate) fn one_in(&mut self, often: usize) -> bool {
        self.below(often) == 0
    }

    pub(crate) fn of_slice<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}
