//! Seasons: the dependence of a monthly count on the month of the year.
//!
//! Each month is divided by the centred mean of twelve months, minus one. The effect of a month of the year is the mean
//! of these values; effects add up to zero. Strength is the share of the variance that the effects explain. Invariant:
//! fewer than six years, or a mean below five people, give no seasons; a count that repeats each year has strength 1,
//! and one that follows its trend has no effects.

use super::quantiles::mean;

/// The shortest history in months, and the smallest mean count.
const LEAST: (usize, f64) = (72, 5.0);

/// The seasonal pattern of a count.
pub(super) struct Seasons {
    /// Effects of January to December, as shares of the trend.
    pub(super) effects: [f64; 12],
    /// Share of the variance around the trend that they explain.
    pub(super) strength: f64,
}

impl Seasons {
    /// The difference between the best and the worst month.
    pub(super) fn amplitude(&self) -> f64 {
        let ends = self.effects.iter().fold((0.0_f64, 0.0_f64), |(low, high), &x| (low.min(x), high.max(x)));
        ends.1 - ends.0
    }
}

/// The seasons of a count; `months` are the months of the year of each count, 0 to 11.
pub(super) fn seasons(counts: &[f64], months: &[usize]) -> Option<Seasons> {
    if counts.len() < LEAST.0 || mean(counts) < LEAST.1 {
        return None;
    }
    let mut deviations: Vec<(usize, f64)> = Vec::new();
    for (k, window) in counts.windows(13).enumerate() {
        let trend = (window.iter().sum::<f64>() - (window[0] + window[12]) / 2.0) / 12.0;
        if trend > 0.0 {
            deviations.push((months[k + 6], window[6] / trend - 1.0));
        }
    }
    let all = |month: usize| deviations.iter().filter(move |(m, _)| *m == month).map(|(_, x)| *x).collect::<Vec<f64>>();
    let mut effects: [f64; 12] = std::array::from_fn(|month| mean(&all(month)));
    let middle = mean(&effects);
    effects.iter_mut().for_each(|effect| *effect -= middle);
    let variance = |values: Vec<f64>| {
        let middle = mean(&values);
        mean(&values.iter().map(|x| (x - middle) * (x - middle)).collect::<Vec<_>>())
    };
    let whole = variance(deviations.iter().map(|(_, x)| *x).collect());
    let rest = variance(deviations.iter().map(|(month, x)| x - effects[*month]).collect());
    (whole > 1e-12).then(|| Seasons { effects, strength: (1.0 - rest / whole).max(0.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_itself_each_year_is_all_season_and_a_trend_is_none() {
        let months: Vec<usize> = (0..96).map(|k| (k + 4) % 12).collect();
        let wave: Vec<f64> = months.iter().map(|&m| if m == 11 { 60.0 } else { 100.0 }).collect();
        let found = seasons(&wave, &months).unwrap();
        assert!(found.strength > 0.999 && found.effects[11] < -0.3, "{:?}", found.effects);
        assert!((found.effects.iter().sum::<f64>()).abs() < 1e-9);
        let mixed: Vec<f64> = wave.iter().enumerate().map(|(k, x)| x + 15.0 * libm::sin(k as f64 * 2.4)).collect();
        let mixed = seasons(&mixed, &months).unwrap();
        assert!((0.2..0.95).contains(&mixed.strength), "{}", mixed.strength);
        let trend: Vec<f64> = (0..96).map(|k| 20.0 + f64::from(k)).collect();
        assert!(seasons(&trend, &months).is_none_or(|seasons| seasons.amplitude() < 1e-9));
        assert!(seasons(&wave[..60], &months).is_none());
    }
}
