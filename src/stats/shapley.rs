//! Attribution of a gain to groups of rules (Shapley 1953).
//!
//! The share of a group is its marginal gain, averaged over all orders of the groups. Invariants: the shares add up to
//! the whole gain; a group that never adds anything has the share 0; two groups that add the same have the same share.

/// The shares of `n` groups. `gains[s]` is the gain of the set `s`, which holds group `k` if bit `k` is set; there are
/// 2ⁿ sets.
pub fn shares(gains: &[f64]) -> Vec<f64> {
    let n = gains.len().trailing_zeros() as usize;
    // `chance[s]`: the probability that exactly a given set of `s` groups comes before a group in a random order: s! (n
    // − 1 − s)! / n!.
    let mut chance = vec![1.0 / n.max(1) as f64; n];
    for s in 1..n {
        chance[s] = chance[s - 1] * s as f64 / (n - s) as f64;
    }
    let share = |k: usize| {
        let without = (0..gains.len()).filter(|set| set & (1 << k) == 0);
        without.map(|set| chance[set.count_ones() as usize] * (gains[set | 1 << k] - gains[set])).sum()
    };
    (0..n).map(share).collect()
}

/// The gain of all groups together minus the sum of the gains of each alone.
pub fn interaction(gains: &[f64]) -> f64 {
    let n = gains.len().trailing_zeros() as usize;
    let alone: f64 = (0..n).map(|k| gains[1 << k] - gains[0]).sum();
    gains[gains.len() - 1] - gains[0] - alone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::stream::Stream;

    #[test]
    fn shares_add_up_to_the_whole_gain() {
        for n in 1..=6 {
            let gains: Vec<f64> = (0..1 << n).map(|s| Stream::seeded(3).at(n).at(s).unit()).collect();
            let sum: f64 = shares(&gains).iter().sum();
            assert!((sum - (gains[gains.len() - 1] - gains[0])).abs() < 1e-12);
        }
    }

    #[test]
    fn one_pair_of_gloves_is_shared_as_in_the_books() {
        // Two have a left glove, one the right: a pair is worth one (1/6, 1/6, 4/6).
        let gains: Vec<f64> = (0..8_u32).map(|s| f64::from(u8::from(s & 4 != 0 && s & 3 != 0))).collect();
        for (found, wanted) in shares(&gains).iter().zip([1.0 / 6.0, 1.0 / 6.0, 4.0 / 6.0]) {
            assert!((found - wanted).abs() < 1e-12);
        }
    }

    #[test]
    fn what_adds_nothing_has_no_share_and_what_is_additive_does_not_interact() {
        let gains: Vec<f64> = (0..8_u32).map(|s| 2.0 * f64::from(s & 1) + 3.0 * f64::from(s >> 1 & 1)).collect();
        assert_eq!(shares(&gains), [2.0, 3.0, 0.0]);
        assert_eq!(interaction(&gains), 0.0);
        assert_eq!(interaction(&[0.0, 1.0, 1.0, 5.0]), 3.0);
    }
}
