//! Matching: stable matching with capacities.
//!
//! Deferred acceptance (Gale & Shapley 1962, American Mathematical Monthly 69). Invariants: no pair blocks the
//! matching, and no other stable matching is better for any proposer. Limit: with n on both sides and random
//! preferences, proposers get, on average, the entry of their list at rank ln n (Wilson 1972, BIT 12), and receivers
//! that at rank n/ln n (Pittel 1989, SIAM J. Discrete Mathematics 2); of a matching by lot, n(n − 1)/4 pairs block.

/// The receiver of each proposer, or `None`. `lists[proposer]` are receivers, best first; `scores[receiver][proposer]`
/// is the preference of a receiver, higher is better; `places[receiver]` is its capacity.
pub fn matched(lists: &[Vec<usize>], scores: &[Vec<f64>], places: &[usize]) -> Vec<Option<usize>> {
    let mut next = vec![0; lists.len()];
    let mut with = vec![None; lists.len()];
    let mut held: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    let mut free: Vec<usize> = (0..lists.len()).rev().collect();
    while let Some(who) = free.pop() {
        let Some(&to) = lists[who].get(next[who]) else { continue };
        next[who] += 1;
        with[who] = Some(to);
        let here = &mut held[to];
        here.push(who);
        if here.len() > places[to] {
            let liked = |k: &usize| scores[to][here[*k]];
            // Among equal scores, the last proposer is rejected.
            let worst = (0..here.len()).min_by(|a, b| liked(a).total_cmp(&liked(b)).then(here[*b].cmp(&here[*a])));
            if let Some(worst) = worst {
                let out = here.swap_remove(worst);
                with[out] = None;
                free.push(out);
            }
        }
    }
    with
}

/// Number of pairs that prefer each other to their match; 0 for a stable matching. Shapes as in [`matched`].
pub fn blocking(lists: &[Vec<usize>], scores: &[Vec<f64>], places: &[usize], with: &[Option<usize>]) -> usize {
    let mut held = vec![0; places.len()];
    let mut least = vec![f64::INFINITY; places.len()];
    for (p, r) in with.iter().enumerate().filter_map(|(p, r)| Some((p, (*r)?))) {
        held[r] += 1;
        least[r] = least[r].min(scores[r][p]);
    }
    let rather = |p: usize, r: usize| held[r] < places[r] || places[r] > 0 && scores[r][p] > least[r];
    let better = |p: usize| lists[p].iter().take_while(move |r| with[p] != Some(**r));
    (0..with.len()).map(|p| better(p).filter(|r| rather(p, **r)).count()).sum()
}

/// Over the pairs of a matching: the mean rank of the receiver in the list of its proposer, and of the proposer in that of its receiver.
/// The best rank is 1. `None` if there is no pair. Shapes as in [`matched`].
pub fn mean_ranks(lists: &[Vec<usize>], scores: &[Vec<f64>], with: &[Option<usize>]) -> Option<(f64, f64)> {
    let mut pairs = 0;
    let (mut receivers, mut proposers) = (0, 0);
    for (p, r) in with.iter().enumerate().filter_map(|(p, r)| Some((p, (*r)?))) {
        pairs += 1;
        receivers += 1 + lists[p].iter().take_while(|&&other| other != r).count();
        proposers += 1 + scores[r].iter().filter(|score| **score > scores[r][p]).count();
    }
    (pairs > 0).then(|| (receivers as f64 / f64::from(pairs), proposers as f64 / f64::from(pairs)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::stream::Stream;

    /// Random lists and scores.
    fn tastes(proposers: usize, receivers: usize, seed: u64) -> (Vec<Vec<usize>>, Vec<Vec<f64>>) {
        let mut luck = Stream::seeded(seed).luck();
        let mut list = || {
            let mut order: Vec<(f64, usize)> = (0..receivers).map(|k| (luck.unit(), k)).collect();
            order.sort_by(|a, b| a.0.total_cmp(&b.0));
            order.into_iter().map(|(_, k)| k).collect()
        };
        let lists = (0..proposers).map(|_| list()).collect();
        let scores = (0..receivers).map(|_| (0..proposers).map(|_| luck.unit()).collect()).collect();
        (lists, scores)
    }

    #[test]
    fn no_pair_would_rather_have_each_other() {
        for (proposers, receivers, most) in [(40, 40, 1), (60, 20, 3), (30, 50, 1), (50, 12, 6), (7, 3, 0)] {
            for seed in 0..20 {
                let (lists, scores) = tastes(proposers, receivers, seed);
                let places: Vec<usize> = (0..receivers).map(|r| most.min(1 + r % 3)).collect();
                let with = matched(&lists, &scores, &places);
                assert_eq!(blocking(&lists, &scores, &places, &with), 0);
                for (r, &places) in places.iter().enumerate() {
                    assert!(with.iter().filter(|w| **w == Some(r)).count() <= places);
                }
                let all = places.iter().sum::<usize>().min(proposers);
                assert_eq!(with.iter().flatten().count(), all, "nobody is left out for nothing");
            }
        }
    }

    #[test]
    fn pairs_who_would_rather_have_each_other_are_found() {
        let lists = vec![vec![0, 1], vec![0, 1]];
        let scores = vec![vec![1.0, 2.0], vec![1.0, 2.0]];
        let blocks = |with: [Option<usize>; 2]| blocking(&lists, &scores, &[1, 1], &with);
        assert_eq!(blocks([Some(1), Some(0)]), 0);
        assert_eq!(blocks([Some(0), Some(1)]), 1);
        // One proposer, or both, would take an empty place.
        assert_eq!(blocks([None, Some(0)]), 1);
        assert_eq!(blocks([None, None]), 4);
    }

    #[test]
    fn those_who_propose_get_what_is_best_for_them() {
        // Each is the last choice of the other if the other side proposes.
        let lists = vec![vec![0, 1, 2], vec![1, 2, 0], vec![2, 0, 1]];
        let scores = vec![vec![1.0, 3.0, 2.0], vec![2.0, 1.0, 3.0], vec![3.0, 2.0, 1.0]];
        assert_eq!(matched(&lists, &scores, &[1, 1, 1]), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn at_random_who_proposes_gets_the_logarithm_and_who_is_asked_the_number_over_it() {
        for n in [100, 400] {
            let of = |seed| {
                let (lists, scores) = tastes(n, n, seed);
                mean_ranks(&lists, &scores, &matched(&lists, &scores, &vec![1; n])).unwrap()
            };
            let found: Vec<(f64, f64)> = (0..40).map(of).collect();
            let mean = |of: fn(&(f64, f64)) -> f64| found.iter().map(of).sum::<f64>() / found.len() as f64;
            let (proposers, receivers, ln) = (mean(|ranks| ranks.0), mean(|ranks| ranks.1), libm::log(n as f64));
            assert!(proposers > ln - 0.6 && proposers < ln + 0.577 + 0.6, "{proposers} against {ln}");
            // The product of both means tends to n.
            let product = proposers * receivers / n as f64;
            assert!((product - 1.0).abs() < 0.1, "{receivers} against {}", n as f64 / ln);
        }
    }

    #[test]
    fn by_lot_a_quarter_of_all_other_pairs_block() {
        let (n, seeds) = (60, 40);
        let of = |seed| {
            let (lists, scores) = tastes(n, n, seed);
            // Lists are random, so any fixed matching is one by lot.
            let with: Vec<Option<usize>> = (0..n).map(Some).collect();
            blocking(&lists, &scores, &vec![1; n], &with) as f64
        };
        let found = (0..seeds).map(of).sum::<f64>() / seeds as f64;
        let listed = (n * (n - 1)) as f64 / 4.0;
        assert!((found / listed - 1.0).abs() < 0.05, "{found} against {listed}");
    }

    #[test]
    fn of_no_pair_there_is_no_rank() {
        assert_eq!(mean_ranks(&[vec![0]], &[vec![1.0]], &[None]), None);
    }
}
