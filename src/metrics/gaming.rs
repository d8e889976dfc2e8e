//! Gaming: whether points follow the true value of deeds.
//!
//! Over all people with points: the correlation of score and true value, and how much less true value the upper tenth by points has than
//! the upper tenth by true value (Goodhart), which is 0 if points order people in the same way as value.

use super::{Family, Unit, named, names};
use crate::model::Model;
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "gaming",
    names: |model| {
        if !has_points(model) {
            return Vec::new();
        }
        vec![
            named(names::POINTS_VALUE, say!("metric-points-value"), Unit::Correlation)
                .undefined(say!("metric-undefined-no-variation")),
            named(names::GOODHART_GAP, say!("metric-goodhart-gap"), Unit::Share)
                .undefined(say!("metric-undefined-fewer-than-ten")),
        ]
    },
    read: |observation, values| {
        if !has_points(observation.model) {
            return;
        }
        let dossiers = &observation.world.community.dossiers;
        let scored: Vec<(f64, f64)> = (0..dossiers.list.len() as u32)
            .map(|d| (f64::from(dossiers.score_at(d, observation.world.tick as f32)), d))
            .filter(|(score, _)| *score > 0.0)
            .map(|(score, d)| (score, observation.true_value(&dossiers.list[d as usize])))
            .collect();
        values.extend([correlation(&scored), goodhart(&scored)]);
    },
};

fn has_points(model: &Model) -> bool {
    model.ever(|rules| !rules.points.is_empty())
}

/// Pearson's correlation; NaN if one of the two is constant.
pub fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len().max(1) as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0 / n, sum.1 + pair.1 / n));
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    // Sums of equal numbers differ from their product by rounding.
    let constant = |of: fn(&(f64, f64)) -> f64| pairs.windows(2).all(|two| of(&two[0]) == of(&two[1]));
    if constant(|pair| pair.0) || constant(|pair| pair.1) {
        return f64::NAN;
    }
    for pair in pairs {
        let (dx, dy) = (pair.0 - x, pair.1 - y);
        (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
    }
    xy / libm::sqrt(xx * yy)
}

/// 1 − (mean value of the upper tenth by score) / (mean value of the upper tenth by value); pairs of score and value.
pub fn goodhart(pairs: &[(f64, f64)]) -> f64 {
    let picked = pairs.len() / 10;
    if picked == 0 {
        return f64::NAN;
    }
    // People of equal score count with their mean value.
    let mut by_score = pairs.to_vec();
    by_score.sort_by(|a, b| b.0.total_cmp(&a.0));
    let cut = by_score[picked - 1].0;
    let over = by_score.partition_point(|pair| pair.0 > cut);
    let upto = by_score.partition_point(|pair| pair.0 >= cut);
    let sum = |pairs: &[(f64, f64)]| pairs.iter().map(|pair| pair.1).sum::<f64>();
    let at = sum(&by_score[over..upto]) / (upto - over) as f64;
    let scored = sum(&by_score[..over]) + at * (picked - over) as f64;
    by_score.sort_by(|a, b| b.1.total_cmp(&a.1));
    let truly = sum(&by_score[..picked]);
    if truly > 0.0 { 1.0 - scored / truly } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_follow_value_leave_no_gap_and_points_for_nothing_the_whole() {
        let follows: Vec<(f64, f64)> = (0..100).map(|k| (2.0 * f64::from(k), f64::from(k))).collect();
        assert!((correlation(&follows) - 1.0).abs() < 1e-12 && goodhart(&follows).abs() < 1e-12);
        let against: Vec<(f64, f64)> = (0..100).map(|k| (f64::from(k), f64::from(99 - k))).collect();
        assert!((correlation(&against) + 1.0).abs() < 1e-12);
        assert!((goodhart(&against) - (1.0 - 4.5 / 94.5)).abs() < 1e-12);
        // All have equal points: who comes first is a lottery, so its true value is the mean.
        let alike: Vec<(f64, f64)> = (0..100).map(|k| (1.0, f64::from(k))).collect();
        assert!(correlation(&alike).is_nan());
        assert!((goodhart(&alike) - (1.0 - 49.5 / 94.5)).abs() < 1e-12);
        assert!(correlation(&[]).is_nan() && goodhart(&[]).is_nan());
    }
}
