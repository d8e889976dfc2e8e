//! Random numbers with an address.
//!
//! A draw is not taken from a shared sequence: it has an address (seed, replicate, path of the rule or mechanism, tick, agent), and the
//! same address always gives the same number. So one thread and sixty-four threads give equal bytes, and a treatment without an effect
//! leaves every result unchanged.

use std::convert::Infallible;

use rand::rand_core::TryRng;

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The finaliser of SplitMix64: a bijection of 64 bits that passes BigCrush over consecutive inputs
/// (Steele, Lea & Flood 2014, OOPSLA).
#[inline(always)]
pub const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// An address. It has no state: a draw does not change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    key: u64,
}

impl Stream {
    /// The root address of an experiment.
    pub const fn seeded(seed: u64) -> Self {
        Stream { key: mix(seed ^ 0x7A61_6F73_6869_0001) }
    }
    /// The address one step further down: a replicate, a tick, an agent, an ordinal.
    #[inline(always)]
    pub const fn at(self, n: u64) -> Self {
        Stream { key: mix(self.key.wrapping_add(n.wrapping_add(1).wrapping_mul(GOLDEN))) }
    }
    /// The address of a rule or mechanism, by its path.
    pub const fn named(self, path: &str) -> Self {
        self.at(path_number(path))
    }
    /// Sixty-four random bits at this address.
    #[inline(always)]
    pub const fn bits(self) -> u64 {
        self.key
    }
    /// A number in [0, 1) at this address, with 53 bits.
    #[inline(always)]
    pub const fn unit(self) -> f64 {
        unit(self.key)
    }
    /// A generator that begins at this address, for draws that need an unknown number of bits.
    pub const fn luck(self) -> Luck {
        Luck { key: self.key, drawn: 0 }
    }
}

/// The number that stands for a path: FNV-1a over its bytes. Use it in a `const` if the path is needed again and again.
pub const fn path_number(path: &str) -> u64 {
    let bytes = path.as_bytes();
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01B3);
        i += 1;
    }
    hash
}

/// The upper 53 bits as a number in [0, 1).
#[inline(always)]
pub const fn unit(bits: u64) -> f64 {
    (bits >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

/// A generator that counts from an address. It is made for one use and never kept.
#[derive(Clone, Debug)]
pub struct Luck {
    key: u64,
    drawn: u64,
}

impl Luck {
    /// The next number in [0, 1).
    pub fn unit(&mut self) -> f64 {
        unit(self.bits())
    }
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.drawn += 1;
        mix(self.key.wrapping_add(self.drawn.wrapping_mul(GOLDEN)))
    }
}

impl TryRng for Luck {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.bits() >> 32) as u32)
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.bits())
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.bits().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_address_gives_the_same_number_and_another_another() {
        let here = Stream::seeded(7).at(3).named("ladder.contributor").at(52).at(1_000);
        assert_eq!(here.bits(), Stream::seeded(7).at(3).named("ladder.contributor").at(52).at(1_000).bits());
        assert_ne!(here.bits(), Stream::seeded(7).at(3).named("ladder.user").at(52).at(1_000).bits());
        assert_ne!(here.bits(), here.at(0).bits());
    }

    #[test]
    fn units_of_neighbouring_agents_are_uniform_and_unrelated() {
        let tick = Stream::seeded(1).at(0);
        let n = 100_000_u32;
        let u: Vec<f64> = (0..n).map(|i| tick.at(u64::from(i)).unit()).collect();
        let mean = u.iter().sum::<f64>() / f64::from(n);
        let lag = u.windows(2).map(|w| (w[0] - 0.5) * (w[1] - 0.5)).sum::<f64>() / f64::from(n) * 12.0;
        assert!((mean - 0.5).abs() < 0.004, "{mean}");
        assert!(lag.abs() < 0.013, "{lag}");
    }
}
