//! Replicates that are done, kept as bytes, so that an experiment that is stopped goes on from them.
//!
//! Invariant: what is read is what was written, to the bit; bytes that are torn or too long give nothing.

use crate::engine::{Coast, Contributor, Trajectory};
use crate::world::TierState;

/// Where replicates that are done are kept. Neither call may change a result.
pub trait Keeper: Sync {
    /// All designs of a replicate, if it was done before; it is asked once.
    fn done(&self, replicate: usize) -> Option<Vec<Trajectory>>;
    /// Keeps all designs of a replicate.
    fn keep(&self, replicate: usize, runs: &[Trajectory]);
}

/// Keeps nothing.
pub struct Forget;

impl Keeper for Forget {
    fn done(&self, _: usize) -> Option<Vec<Trajectory>> {
        None
    }
    fn keep(&self, _: usize, _: &[Trajectory]) {}
}

/// The bytes of a replicate; traces are not among them.
pub fn to_bytes(runs: &[Trajectory]) -> Vec<u8> {
    let mut bytes = Vec::new();
    (runs.len() as u64).put(&mut bytes);
    runs.iter().for_each(|run| run.put(&mut bytes));
    bytes
}

/// The replicate of such bytes.
pub fn from_bytes(mut bytes: &[u8]) -> Option<Vec<Trajectory>> {
    let runs = Vec::take(&mut bytes)?;
    bytes.is_empty().then_some(runs)
}

trait Bytes: Sized {
    fn put(&self, to: &mut Vec<u8>);
    fn take(from: &mut &[u8]) -> Option<Self>;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Bytes for $number {
            fn put(&self, to: &mut Vec<u8>) {
                to.extend(self.to_le_bytes());
            }
            fn take(from: &mut &[u8]) -> Option<Self> {
                let (own, rest) = from.split_first_chunk()?;
                *from = rest;
                Some(<$number>::from_le_bytes(*own))
            }
        }
    )*};
}

numbers!(u8, u32, u64, u128, f32, f64);

impl<T: Bytes> Bytes for Vec<T> {
    fn put(&self, to: &mut Vec<u8>) {
        (self.len() as u64).put(to);
        self.iter().for_each(|item| item.put(to));
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        let n = u64::take(from)?;
        // Each item takes a byte at least.
        if n > from.len() as u64 { None } else { (0..n).map(|_| T::take(from)).collect() }
    }
}

impl<T: Bytes> Bytes for Option<T> {
    fn put(&self, to: &mut Vec<u8>) {
        u8::from(self.is_some()).put(to);
        self.iter().for_each(|item| item.put(to));
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        match u8::take(from)? {
            0 => Some(None),
            1 => Some(Some(T::take(from)?)),
            _ => None,
        }
    }
}

/// Fields in their order. A field that is forgotten does not compile; one after `;` is empty in what is read.
macro_rules! records {
    ($($record:ident { $($field:ident),* $(; $empty:ident)? })*) => {$(
        impl Bytes for $record {
            fn put(&self, to: &mut Vec<u8>) {
                $(self.$field.put(to);)*
            }
            fn take(from: &mut &[u8]) -> Option<Self> {
                Some($record { $($field: Bytes::take(from)?,)* $($empty: Vec::new(),)? })
            }
        }
    )*};
}

records! {
    Trajectory { rows, coast, tiers, paths, cohorts, agent_ticks, bytes_per_agent; traces }
    Coast { stopped, going, left }
    TierState { holders, at_start, since, entered, promoted, demoted, exited, waited, dwelt, cut, rivals, vouches, stood, let_in }
    Contributor { first, presence, merged, year, tenth }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run() -> Trajectory {
        Trajectory {
            rows: vec![vec![1.5, -0.0, f64::MIN_POSITIVE], vec![], vec![1.0 / 3.0]],
            coast: Some(Coast { stopped: vec![0.1], going: vec![], left: 0.25 }),
            tiers: vec![vec![TierState {
                holders: vec![7, 9],
                since: Some(3),
                cut: Some(0.5),
                ..TierState::default()
            }]],
            paths: vec![vec![], vec![]],
            cohorts: vec![Contributor { first: -3.5, presence: 1 << 100, merged: 2, year: 1, tenth: None }],
            traces: Vec::new(),
            agent_ticks: u64::MAX,
            bytes_per_agent: 41.5,
        }
    }

    #[test]
    fn what_is_kept_comes_back_to_the_bit_and_torn_bytes_give_nothing() {
        let runs = vec![run(), Trajectory { coast: None, ..run() }];
        let bytes = to_bytes(&runs);
        assert_eq!(from_bytes(&bytes).as_ref(), Some(&runs));
        let undefined = vec![Trajectory { rows: vec![vec![f64::NAN]], ..run() }];
        let back = from_bytes(&to_bytes(&undefined)).unwrap();
        assert_eq!(back[0].rows[0][0].to_bits(), f64::NAN.to_bits());
        for end in 0..bytes.len() {
            assert_eq!(from_bytes(&bytes[..end]), None, "{end}");
        }
        assert_eq!(from_bytes(&[bytes.as_slice(), &[0]].concat()), None);
    }
}
