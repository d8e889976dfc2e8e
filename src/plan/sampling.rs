//! Sampling of points: shares in [0, 1) for samples, level indices for combinations.
//!
//! Invariant: the same plan and seed give the same points; a Latin hypercube has one point in each of n slices of every
//! factor.

use crate::world::stream::Stream;

/// Owen-scrambled Sobol points (Burley 2020, J. Computer Graphics Techniques 9): `[point][factor]`, shares in [0, 1).
pub fn sobol(points: usize, factors: usize, seed: u64) -> Vec<Vec<f64>> {
    let seed = (seed ^ (seed >> 32)) as u32;
    let share =
        |k: usize, j: usize| f64::from(sobol_burley::sample(k as u32, (j % 256) as u32, seed ^ (j / 256) as u32));
    (0..points).map(|k| (0..factors).map(|j| share(k, j).min(1.0 - 1e-9)).collect()).collect()
}

/// A Latin hypercube (McKay, Beckman & Conover 1979, Technometrics 21): `[point][factor]`, shares in [0, 1).
pub fn latin_hypercube(points: usize, factors: usize, seed: u64) -> Vec<Vec<f64>> {
    let luck = Stream::seeded(seed).named("plan");
    let mut rows = vec![vec![0.0; factors]; points];
    for j in 0..factors {
        let address = luck.at(j as u64);
        let mut order: Vec<usize> = (0..points).collect();
        order.sort_by_key(|&k| (address.named("order").at(k as u64).bits(), k));
        for (row, slice) in rows.iter_mut().zip(order) {
            let inside = address.named("inside").at(slice as u64).unit();
            row[j] = (slice as f64 + inside) / points as f64;
        }
    }
    rows
}

/// Every combination of levels, one after another; `levels[factor]` is a number of levels, and the last factor varies fastest.
pub fn combinations(levels: &[usize]) -> impl Iterator<Item = Vec<usize>> + '_ {
    let all: usize = levels.iter().product();
    (0..all).map(move |at| {
        let mut rest = at;
        let mut row = vec![0; levels.len()];
        for (place, n) in row.iter_mut().zip(levels).rev() {
            (*place, rest) = (rest % n, rest / n);
        }
        row
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_hypercube_has_one_point_in_each_slice() {
        for (points, factors, seed) in [(1, 1, 1), (7, 3, 2), (64, 5, 3)] {
            let rows = latin_hypercube(points, factors, seed);
            for j in 0..factors {
                let mut slices: Vec<usize> = rows.iter().map(|row| (row[j] * points as f64) as usize).collect();
                slices.sort_unstable();
                assert_eq!(slices, (0..points).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn sobol_points_fill_the_square_evenly() {
        // Of the 256 points of a net, each of the 16 × 16 squares contains one.
        let mut seen = vec![0; 256];
        for row in sobol(256, 2, 7) {
            seen[(row[0] * 16.0) as usize * 16 + (row[1] * 16.0) as usize] += 1;
        }
        assert!(seen.iter().all(|n| *n == 1), "{seen:?}");
        assert_ne!(sobol(8, 2, 1), sobol(8, 2, 2));
    }

    #[test]
    fn combinations_are_all_of_them_once() {
        assert_eq!(combinations(&[2, 3]).count(), 6);
        assert_eq!(combinations(&[2, 2]).collect::<Vec<_>>(), [[0, 0], [0, 1], [1, 0], [1, 1]]);
        assert_eq!(combinations(&[]).collect::<Vec<_>>(), [[0_usize; 0]]);
    }
}
