//! How the ties of each kind of network are drawn.
//!
//! Invariant: no tie leads to oneself, and none is drawn twice.

use std::collections::BTreeSet;

use crate::world::stream::{Luck, Stream};

type Pair = (u32, u32);

/// Draws of another end for a tie that is moved, before it stays where it is: a person who is tied to all has no other.
const TRIES: usize = 100;
/// Draws of a tie to change places with, before a regular network is drawn anew.
const SWITCHES: usize = 1_000;

/// The person of 64 random bits.
fn person(bits: u64, people: u32) -> u32 {
    ((u128::from(bits) * u128::from(people)) >> 64) as u32
}

/// An index of a slice of this length.
fn index(bits: u64, length: usize) -> usize {
    ((u128::from(bits) * length as u128) >> 64) as usize
}

/// The mean degree that people can have: nobody knows more than all others.
fn possible(people: u32, mean_degree: f64) -> f64 {
    mean_degree.min(f64::from(people.saturating_sub(1)))
}

/// The ties that each person of a small world or a scale-free network begins.
pub(super) fn half(people: u32, mean_degree: f64) -> u32 {
    let half = ((possible(people, mean_degree) / 2.0).round() as u32).max(1);
    half.min(people.saturating_sub(1) / 2)
}

/// The ties of a random network.
pub(super) fn random_ties(people: u32, mean_degree: f64) -> u64 {
    let n = u64::from(people);
    let ties = (mean_degree * f64::from(people) / 2.0).round() as u64;
    ties.min(n * n.saturating_sub(1) / 2)
}

/// The ties of each person of a regular network.
pub(super) fn regular_degree(people: u32, mean_degree: f64) -> u32 {
    possible(people, mean_degree).round() as u32
}

/// Pairs with equal chance, of a given number.
pub(super) fn random(people: u32, mean_degree: f64, luck: Stream) -> Vec<Pair> {
    let ties = random_ties(people, mean_degree);
    let all = u64::from(people) * u64::from(people.saturating_sub(1)) / 2;
    let mut luck = luck.luck();
    if ties * 2 > all {
        return all_but(people, &mut distinct(people, all - ties, &mut luck));
    }
    distinct(people, ties, &mut luck)
}

/// That number of pairs, all different.
fn distinct(people: u32, ties: u64, luck: &mut Luck) -> Vec<Pair> {
    let mut pair = || {
        loop {
            let (a, b) = (person(luck.bits(), people), person(luck.bits(), people));
            if a != b {
                return (a.min(b), a.max(b));
            }
        }
    };
    let mut pairs: Vec<Pair> = (0..ties).map(|_| pair()).collect();
    pairs.sort_unstable_by_key(|&(a, b)| u64::from(a) << 32 | u64::from(b));
    pairs.dedup();
    // What was drawn twice is drawn again.
    let mut further = BTreeSet::new();
    while ((pairs.len() + further.len()) as u64) < ties {
        let pair = pair();
        if pairs.binary_search(&pair).is_err() {
            further.insert(pair);
        }
    }
    pairs.extend(further);
    pairs
}

/// All pairs but those.
fn all_but(people: u32, without: &mut [Pair]) -> Vec<Pair> {
    without.sort_unstable();
    let all = (0..people).flat_map(|a| (a + 1..people).map(move |b| (a, b)));
    all.filter(|pair| without.binary_search(pair).is_err()).collect()
}

/// A ring on which each person is tied to the nearest on both sides, and the ends of some ties lead anywhere.
pub(super) fn small_world(people: u32, mean_degree: f64, rewire: f64, luck: Stream) -> Vec<Pair> {
    let half = half(people, mean_degree);
    // The ends of the ties that each person begins.
    let mut ends: Vec<u32> = (0..people)
        .flat_map(|a| (1..=half).map(move |k| ((u64::from(a) + u64::from(k)) % u64::from(people)) as u32))
        .collect();
    let own = |a: u32| a as usize * half as usize..(a as usize + 1) * half as usize;
    for a in 0..people {
        for k in 1..=half {
            let mut luck = luck.at(u64::from(a)).at(u64::from(k)).luck();
            if luck.unit() >= rewire {
                continue;
            }
            let free = |b: &u32| *b != a && !ends[own(a)].contains(b) && !ends[own(*b)].contains(&a);
            if let Some(b) = (0..TRIES).map(|_| person(luck.bits(), people)).find(free) {
                ends[own(a)][k as usize - 1] = b;
            }
        }
    }
    (0..people).flat_map(|a| ends[own(a)].iter().map(move |b| (a, *b))).collect()
}

/// Each newcomer is tied to people in proportion to their ties.
pub(super) fn scale_free(people: u32, mean_degree: f64, luck: Stream) -> Vec<Pair> {
    let each = half(people, mean_degree);
    let mut luck = luck.luck();
    let mut pairs: Vec<Pair> = Vec::new();
    // To draw a random end of a tie is to draw a person in proportion to their ties.
    let mut ends: Vec<u32> = (0..=each.min(people.saturating_sub(1))).collect();
    for a in each + 1..people {
        let first = pairs.len();
        while pairs.len() < first + each as usize {
            let b = ends[index(luck.bits(), ends.len())];
            if !pairs[first..].contains(&(a, b)) {
                pairs.push((a, b));
            }
        }
        for &(a, b) in &pairs[first..] {
            ends.push(a);
            ends.push(b);
        }
    }
    pairs
}

/// Everybody has `degree` ties. The ends of ties are paired at random (Bollobás 1980); a pair that would be a loop or a second tie changes
/// places with another tie (McKay & Wormald 1990). `degree` times people is even.
pub(super) fn regular(people: u32, degree: u32, luck: Stream) -> Vec<Pair> {
    // Of many ties, those that are left out are drawn: again a regular network.
    let rest = people.saturating_sub(1) - degree;
    if rest < degree {
        let mut without: Vec<Pair> = regular(people, rest, luck).iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
        return all_but(people, &mut without);
    }
    let mut attempt = 0;
    loop {
        if let Some(pairs) = paired(people, degree, &mut luck.at(attempt).luck()) {
            return pairs;
        }
        attempt += 1;
    }
}

/// Ends paired at random; `None` if a pair found no tie to change places with.
fn paired(people: u32, degree: u32, luck: &mut Luck) -> Option<Vec<Pair>> {
    let mut ends: Vec<u32> = (0..people).flat_map(|a| std::iter::repeat_n(a, degree as usize)).collect();
    for k in (1..ends.len()).rev() {
        ends.swap(k, index(luck.bits(), k + 1));
    }
    let mut known = Known { of: vec![Vec::new(); people as usize] };
    let (mut pairs, mut wrong): (Vec<Pair>, Vec<Pair>) = (Vec::with_capacity(ends.len() / 2), Vec::new());
    for ends in ends.chunks_exact(2) {
        let (a, b) = (ends[0], ends[1]);
        if a == b || known.are(a, b) {
            wrong.push((a, b));
        } else {
            known.tie(a, b);
            pairs.push((a, b));
        }
    }
    for (a, b) in wrong {
        let place = (0..SWITCHES).filter(|_| !pairs.is_empty()).find_map(|_| {
            let at = index(luck.bits(), pairs.len());
            let (c, d) = if luck.unit() < 0.5 { pairs[at] } else { (pairs[at].1, pairs[at].0) };
            let free = a != c && b != d && (a, c) != (d, b) && !known.are(a, c) && !known.are(b, d);
            free.then_some((at, c, d))
        });
        let (at, c, d) = place?;
        known.untie(c, d);
        known.tie(a, c);
        known.tie(b, d);
        pairs[at] = (a, c);
        pairs.push((b, d));
    }
    Some(pairs)
}

/// Who is tied to whom.
struct Known {
    of: Vec<Vec<u32>>,
}

impl Known {
    fn are(&self, a: u32, b: u32) -> bool {
        self.of[a as usize].contains(&b)
    }
    fn tie(&mut self, a: u32, b: u32) {
        self.of[a as usize].push(b);
        self.of[b as usize].push(a);
    }
    fn untie(&mut self, a: u32, b: u32) {
        self.of[a as usize].retain(|other| *other != b);
        self.of[b as usize].retain(|other| *other != a);
    }
}
