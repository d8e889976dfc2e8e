//! Concentration: how unequally contributions of the last twelve months, and all counted deeds so far, are spread over people.
//!
//! The contributor absence factor is the smallest number of contributors who made half of the contributions (CHAOSS). The shares of
//! the most active percent and tenth are of all people who ever adopted.

use super::{Family, Unit, named, names, ratio};
use crate::say;
use crate::world::calendar::MONTH;

pub(super) const FAMILY: Family = Family {
    name: "concentration",
    names: |_| {
        let year = |name, title, unit| named(name, title, unit).undefined(say!("metric-undefined-no-contribution"));
        let ever = |name, title| named(name, title, Unit::Share).undefined(say!("metric-undefined-no-deed-ever"));
        vec![
            year(names::GINI, say!("metric-gini"), Unit::Share),
            year(names::TOP_SHARE, say!("metric-top-share"), Unit::Share),
            year(names::ABSENCE_FACTOR, say!("metric-absence-factor"), Unit::People),
            year(names::CORE_SHARE, say!("metric-core-share"), Unit::Share),
            ever(names::TOP_PERCENT, say!("metric-top-percent")),
            ever(names::TOP_TENTH, say!("metric-top-tenth")),
        ]
    },
    read: |observation, values| {
        let world = observation.world;
        let month = ((f64::from(world.tick) - 0.5) * f64::from(world.tick_days) / MONTH) as i32;
        let mut counts: Vec<u64> = world
            .community
            .contributors
            .iter()
            .map(|&d| world.community.dossiers.list[d as usize].trailing_year(month))
            .filter(|&n| n > 0)
            .collect();
        counts.sort_unstable();
        values.extend([gini(&counts), top_share(&counts), absence_factor(&counts), core_share(&counts)]);
        let mut deeds: Vec<u64> =
            world.community.dossiers.list.iter().map(|d| d.counts.iter().map(|&n| u64::from(n)).sum()).collect();
        let adopted = world.tally.adopted as usize;
        values.extend([100, 10].map(|part| share_of(&mut deeds, adopted.div_ceil(part))));
    },
};

/// Gini coefficient of counts in rising order: 0 if all are equal, near 1 if one has all; NaN if there are none.
pub fn gini(rising: &[u64]) -> f64 {
    let total: u64 = rising.iter().sum();
    let n = rising.len() as f64;
    let ranked: f64 = rising.iter().enumerate().map(|(k, &x)| (k as f64 + 1.0) * x as f64).sum();
    ratio(2.0 * ranked, n * total as f64) - (n + 1.0) / n
}

/// Share of the largest of counts in rising order.
pub fn top_share(rising: &[u64]) -> f64 {
    let total: u64 = rising.iter().sum();
    rising.last().map_or(f64::NAN, |&top| ratio(top as f64, total as f64))
}

/// Share of the fifteen largest of counts in rising order: the core of Apache (Mockus et al. 2002).
pub fn core_share(rising: &[u64]) -> f64 {
    let total: u64 = rising.iter().sum();
    ratio(rising.iter().rev().take(15).sum::<u64>() as f64, total as f64)
}

/// Share of the `largest` largest counts in their total; reorders the counts. NaN if there are none.
pub fn share_of(counts: &mut [u64], largest: usize) -> f64 {
    let total: u64 = counts.iter().sum();
    if largest == 0 {
        return f64::NAN;
    }
    if largest < counts.len() {
        counts.select_nth_unstable_by_key(largest, |&n| std::cmp::Reverse(n));
    }
    ratio(counts.iter().take(largest).sum::<u64>() as f64, total as f64)
}

/// The smallest number of counts that make half of the total; counts are in rising order. NaN if there are none.
pub fn absence_factor(rising: &[u64]) -> f64 {
    let total: u64 = rising.iter().sum();
    let mut sum = 0;
    let mut n = 0_u32;
    for &count in rising.iter().rev() {
        if 2 * sum >= total {
            break;
        }
        sum += count;
        n += 1;
    }
    if total > 0 { f64::from(n) } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::maths::{exp, ln, normal_quantile};

    fn counts(quantile: impl Fn(f64) -> f64) -> Vec<u64> {
        let n = 200_000;
        (0..n).map(|k| (quantile((f64::from(k) + 0.5) / f64::from(n)) * 1e6) as u64).collect()
    }

    #[test]
    fn the_absence_factor_of_the_published_case_is_two() {
        let mut chaoss = vec![1000, 202, 90, 33, 332, 343, 42, 433];
        chaoss.sort_unstable();
        assert_eq!(absence_factor(&chaoss), 2.0);
        assert!(absence_factor(&[]).is_nan());
    }

    #[test]
    fn the_largest_are_found_in_any_order() {
        assert_eq!(share_of(&mut [1, 5, 2, 2], 1), 0.5);
        assert_eq!(share_of(&mut [1, 5, 2, 2], 3), 0.9);
        assert_eq!(share_of(&mut [1, 5, 2, 2], 9), 1.0);
        assert!(share_of(&mut [], 2).is_nan() && core_share(&[]).is_nan() && gini(&[]).is_nan());
        let counts: Vec<u64> = (1..=20).collect();
        assert_eq!((core_share(&counts), core_share(&counts[..9])), (195.0 / 210.0, 1.0));
    }

    #[test]
    fn gini_has_its_closed_forms() {
        let close = |a: f64, b: f64, by: f64| assert!((a - b).abs() < by, "{a} against {b}");
        close(gini(&counts(|u| u)), 1.0 / 3.0, 0.001);
        close(gini(&counts(|u| -ln(1.0 - u))), 0.5, 0.002);
        close(gini(&counts(|u| libm::pow(1.0 - u, -0.5))), 1.0 / 3.0, 0.02);
        close(gini(&counts(|u| libm::pow(1.0 - u, -1.0 / 3.0))), 0.2, 0.01);
        close(gini(&counts(|u| exp(normal_quantile(u)))), 0.5205, 0.005);
        close(gini(&[5, 5, 5, 5]), 0.0, 1e-12);
    }
}
