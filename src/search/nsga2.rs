//! NSGA-II: a population of designs that moves towards the Pareto front.
//!
//! Deb, Pratap, Agarwal & Meyarivan 2002 (IEEE Trans. Evolutionary Computation 6): non-dominated ranks, crowding
//! distance, simulated binary crossover, polynomial mutation. All objectives are minimised; a smaller breach of
//! constraints comes before a larger one. Invariant: the same address of luck gives the same generations, whatever
//! evaluates them.

use crate::world::stream::{Luck, Stream};

/// The evaluation of a design.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Objectives, to be minimised.
    pub objectives: Vec<f64>,
    /// Sum of constraint breaches; zero if all constraints hold.
    pub broken: f64,
}

/// A design and its evaluation.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// A share in [0, 1] of each lever's range.
    pub shares: Vec<f64>,
    /// Its evaluation.
    pub found: Found,
}

/// Parameters of crossover and mutation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Manner {
    /// Chance that two parents are crossed.
    pub crossing: f64,
    /// Distribution index of crossover: larger values keep children closer to their parents.
    pub crossing_eta: f64,
    /// Distribution index of mutation: larger values make smaller changes.
    pub mutation_eta: f64,
}

impl Default for Manner {
    fn default() -> Self {
        Manner { crossing: 0.9, crossing_eta: 15.0, mutation_eta: 20.0 }
    }
}

/// Whether `a` dominates `b`: a smaller breach, or no objective larger and one smaller.
pub fn dominates(a: &Found, b: &Found) -> bool {
    if a.broken > 0.0 || b.broken > 0.0 {
        return a.broken < b.broken;
    }
    let pairs = || a.objectives.iter().zip(&b.objectives);
    pairs().all(|(a, b)| a <= b) && pairs().any(|(a, b)| a < b)
}

/// The fronts of a population, best first, as increasing indices.
pub fn fronts(all: &[Candidate]) -> Vec<Vec<usize>> {
    let mut beaten_by: Vec<usize> = vec![0; all.len()];
    let mut beats: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
    for a in 0..all.len() {
        for b in 0..all.len() {
            if dominates(&all[a].found, &all[b].found) {
                beats[a].push(b);
                beaten_by[b] += 1;
            }
        }
    }
    let mut fronts = Vec::new();
    let mut front: Vec<usize> = (0..all.len()).filter(|a| beaten_by[*a] == 0).collect();
    while !front.is_empty() {
        let mut next = Vec::new();
        for &a in &front {
            for &b in &beats[a] {
                beaten_by[b] -= 1;
                if beaten_by[b] == 0 {
                    next.push(b);
                }
            }
        }
        next.sort_unstable();
        fronts.push(std::mem::replace(&mut front, next));
    }
    fronts
}

/// Crowding distance of each design on a front; infinite at the ends.
pub fn loneliness(all: &[Candidate], front: &[usize]) -> Vec<f64> {
    let mut found = vec![0.0; front.len()];
    let objectives = front.first().map_or(0, |a| all[*a].found.objectives.len());
    for m in 0..objectives {
        let value = |place: usize| all[front[place]].found.objectives[m];
        let mut order: Vec<usize> = (0..front.len()).collect();
        order.sort_by(|a, b| value(*a).total_cmp(&value(*b)).then(a.cmp(b)));
        let (Some(&first), Some(&last)) = (order.first(), order.last()) else { continue };
        let span = value(last) - value(first);
        found[first] = f64::INFINITY;
        found[last] = f64::INFINITY;
        if span > 0.0 {
            for three in order.windows(3) {
                found[three[1]] += (value(three[2]) - value(three[0])) / span;
            }
        }
    }
    found
}

/// The best `size` of a population: front by front, and from the last front those with the largest crowding distance.
pub fn survivors(all: Vec<Candidate>, size: usize) -> Vec<Candidate> {
    let mut kept: Vec<usize> = Vec::with_capacity(size);
    for front in fronts(&all) {
        let room = size - kept.len();
        if front.len() <= room {
            kept.extend(front);
        } else {
            let lonely = loneliness(&all, &front);
            let mut order: Vec<usize> = (0..front.len()).collect();
            order.sort_by(|a, b| lonely[*b].total_cmp(&lonely[*a]).then(front[*a].cmp(&front[*b])));
            kept.extend(order[..room].iter().map(|place| front[*place]));
        }
        if kept.len() == size {
            break;
        }
    }
    let mut slots: Vec<Option<Candidate>> = all.into_iter().map(Some).collect();
    kept.into_iter().filter_map(|k| slots[k].take()).collect()
}

/// The children of a generation, as many as parents, from tournaments of two. `words` marks levers that take words;
/// they have no values between two others, so a child takes the word of one parent or any word.
pub fn children(parents: &[Candidate], words: &[bool], manner: &Manner, luck: Stream) -> Vec<Vec<f64>> {
    let mut rank = vec![0; parents.len()];
    let mut lonely = vec![0.0; parents.len()];
    for (k, front) in fronts(parents).iter().enumerate() {
        for (place, alone) in front.iter().zip(loneliness(parents, front)) {
            (rank[*place], lonely[*place]) = (k, alone);
        }
    }
    let mut luck = luck.luck();
    let pick = |luck: &mut Luck| {
        let mut any = || (luck.unit() * parents.len() as f64) as usize;
        let (a, b) = (any(), any());
        let before = rank[a] < rank[b] || rank[a] == rank[b] && lonely[a] >= lonely[b];
        if before { a } else { b }
    };
    let mut list = Vec::with_capacity(parents.len() + 1);
    while list.len() < parents.len() {
        let (a, b) = (pick(&mut luck), pick(&mut luck));
        let (mut one, mut other) = (parents[a].shares.clone(), parents[b].shares.clone());
        if luck.unit() < manner.crossing {
            cross(&mut one, &mut other, words, manner.crossing_eta, &mut luck);
        }
        for mut child in [one, other] {
            mutate(&mut child, words, manner.mutation_eta, &mut luck);
            list.push(child);
        }
    }
    list.truncate(parents.len());
    list
}

/// Simulated binary crossover in [0, 1]; each lever is crossed with probability one half.
fn cross(one: &mut [f64], other: &mut [f64], words: &[bool], eta: f64, luck: &mut Luck) {
    for ((x, y), word) in one.iter_mut().zip(other).zip(words) {
        if luck.unit() > 0.5 || (*x - *y).abs() <= 1e-14 {
            continue;
        }
        if *word {
            std::mem::swap(x, y);
            continue;
        }
        let (low, high) = (x.min(*y), x.max(*y));
        let u = luck.unit();
        let spread = |room: f64| {
            let alpha = 2.0 - libm::pow(1.0 + 2.0 * room / (high - low), -(eta + 1.0));
            let power = 1.0 / (eta + 1.0);
            if u <= 1.0 / alpha { libm::pow(u * alpha, power) } else { libm::pow(1.0 / (2.0 - u * alpha), power) }
        };
        let below = 0.5 * (low + high - spread(low) * (high - low));
        let above = 0.5 * (low + high + spread(1.0 - high) * (high - low));
        let (below, above) = (below.clamp(0.0, 1.0), above.clamp(0.0, 1.0));
        (*x, *y) = if luck.unit() < 0.5 { (above, below) } else { (below, above) };
    }
}

/// Polynomial mutation in [0, 1]: one lever per child, on average.
fn mutate(child: &mut [f64], words: &[bool], eta: f64, luck: &mut Luck) {
    let chance = 1.0 / child.len().max(1) as f64;
    for (x, word) in child.iter_mut().zip(words) {
        if luck.unit() >= chance {
            continue;
        }
        let u = luck.unit();
        if *word {
            *x = u;
            continue;
        }
        let power = 1.0 / (eta + 1.0);
        let moved = if u < 0.5 {
            libm::pow(2.0 * u + (1.0 - 2.0 * u) * libm::pow(1.0 - *x, eta + 1.0), power) - 1.0
        } else {
            1.0 - libm::pow(2.0 * (1.0 - u) + (2.0 * u - 1.0) * libm::pow(*x, eta + 1.0), power)
        };
        *x = (*x + moved).clamp(0.0, 1.0);
    }
}

/// The volume below `corner` that a front dominates, for any number of objectives: larger is better.
pub fn hypervolume(front: &[Vec<f64>], corner: &[f64]) -> f64 {
    let inside = front.iter().filter(|point| point.iter().zip(corner).all(|(x, end)| x < end));
    volume(inside.map(Vec::as_slice).collect(), corner)
}

/// Slices along the last objective: each reaches to the next point, with the volume that all points before it dominate.
fn volume(mut points: Vec<&[f64]>, corner: &[f64]) -> f64 {
    let Some(last) = corner.len().checked_sub(1) else { return 0.0 };
    points.sort_by(|a, b| a[last].total_cmp(&b[last]));
    if last == 0 {
        return points.first().map_or(0.0, |least| corner[0] - least[0]);
    }
    let mut sum = 0.0;
    for k in 0..points.len() {
        let next = points.get(k + 1).map_or(corner[last], |point| point[last]);
        if next > points[k][last] {
            sum += (next - points[k][last]) * volume(points[..=k].to_vec(), &corner[..last]);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zdt(which: u8, x: &[f64]) -> Found {
        let n = (x.len() - 1) as f64;
        let g = 1.0 + 9.0 * x[1..].iter().sum::<f64>() / n;
        let f = x[0];
        let h = match which {
            1 => 1.0 - libm::sqrt(f / g),
            2 => 1.0 - (f / g) * (f / g),
            _ => 1.0 - libm::sqrt(f / g) - f / g * libm::sin(10.0 * std::f64::consts::PI * f),
        };
        Found { objectives: vec![f, g * h], broken: 0.0 }
    }

    /// The front of a population of one hundred after a number of generations.
    fn front(which: u8, generations: u64, seed: u64) -> Vec<Vec<f64>> {
        let luck = Stream::seeded(seed);
        let make = |shares: Vec<f64>| Candidate { found: zdt(which, &shares), shares };
        let mut all: Vec<Candidate> =
            (0..100).map(|k| make((0..30).map(|j| luck.named("first").at(k).at(j).unit()).collect())).collect();
        for generation in 0..generations {
            let young = children(&all, &[false; 30], &Manner::default(), luck.named("children").at(generation));
            all.extend(young.into_iter().map(make));
            all = survivors(all, 100);
        }
        fronts(&all)[0].iter().map(|k| all[*k].found.objectives.clone()).collect()
    }

    #[test]
    fn the_fronts_of_zdt_are_found() {
        // Hypervolume of the true fronts up to (1.1, 1.1).
        for (which, whole) in [(1, 0.8767), (2, 0.5433), (3, 1.3285)] {
            let volume = hypervolume(&front(which, 250, 1), &[1.1, 1.1]);
            assert!(volume > 0.985 * whole && volume < 1.002 * whole, "ZDT{which}: {volume} of {whole}");
        }
    }

    #[test]
    fn who_breaks_a_constraint_less_comes_first() {
        let found = |x: f64, broken: f64| Found { objectives: vec![x], broken };
        assert!(dominates(&found(9.0, 0.0), &found(1.0, 0.1)));
        assert!(dominates(&found(9.0, 0.1), &found(1.0, 0.2)));
        assert!(!dominates(&found(1.0, 0.0), &found(1.0, 0.0)));
    }

    #[test]
    fn a_hypervolume_is_what_its_steps_hold() {
        let of = |front: &[&[f64]], corner: &[f64]| {
            hypervolume(&front.iter().map(|point| point.to_vec()).collect::<Vec<_>>(), corner)
        };
        assert_eq!(of(&[&[0.0, 0.5], &[0.5, 0.0], &[0.6, 0.6]], &[1.0, 1.0]), 0.75);
        assert_eq!(of(&[&[2.0, 0.0]], &[1.0, 1.0]), 0.0);
        assert_eq!(of(&[&[0.25], &[0.5]], &[1.0]), 0.75);
        // Three boxes of one half; each two and all three share one eighth.
        let cubes: [&[f64]; 3] = [&[0.0, 0.0, 0.5], &[0.0, 0.5, 0.0], &[0.5, 0.0, 0.0]];
        assert_eq!(of(&cubes, &[1.0, 1.0, 1.0]), 0.875);
        assert_eq!(of(&[&[0.5, 0.5, 0.5]], &[1.0, 2.0, 3.0]), 0.5 * 1.5 * 2.5);
    }

    #[test]
    fn what_takes_words_is_taken_whole_or_drawn() {
        let parent = |x: f64| Candidate { shares: vec![x, x], found: Found { objectives: vec![x], broken: 0.0 } };
        let parents: Vec<Candidate> = (0..40).map(|k| parent(if k % 2 == 0 { 0.125 } else { 0.875 })).collect();
        let never = Manner { crossing: 1.0, ..Manner::default() };
        let young = children(&parents, &[true, false], &never, Stream::seeded(3));
        let kept = young.iter().filter(|child| [0.125, 0.875].contains(&child[0])).count();
        let drawn = young.len() - kept;
        // Half of them mutate their word; a crossed number can be anywhere.
        assert!(kept >= 12 && drawn >= 8, "{kept} kept, {drawn} drawn");
        assert!(young.iter().any(|child| ![0.125, 0.875].contains(&child[1])));
    }
}
