//! Facts of communities that are observed from their start.
//!
//! They describe all contributions ever, the growth of the community, and people who return; each is the median over
//! replicates, from monthly rows. Invariant: a run that begins with members has none of these facts, since its all-time
//! figures could not be compared.

use super::quantiles::{mean, quantile};
use super::seasons::seasons;
use crate::engine::{Contributor, Trajectory};
use crate::experiment::{Ensemble, Experiment};
use crate::metrics::concentration::{absence_factor, gini, share_of, top_share};
use crate::metrics::names;
use crate::model::Model;
use crate::world::calendar::MONTH;
use crate::world::maths::ln;

/// Months of presence that are recorded.
const REMEMBERED: usize = 128;

/// Whether at most one in a hundred people is a member at the start.
pub(super) fn from_birth(experiment: &Experiment) -> bool {
    let model = &experiment.designs[0].model;
    let members: u64 = model.segments.iter().map(|s| u64::from(s.members)).sum();
    members * 100 <= u64::from(model.people())
}

/// The facts of an ensemble's baseline, with the names of the table of facts.
pub(super) fn facts(experiment: &Experiment, ensemble: &Ensemble) -> Vec<(String, f64)> {
    let column = |metric: &str| experiment.metrics.iter().position(|m| m.name == metric).unwrap_or(0);
    let communities: Vec<Community> = ensemble.runs[0]
        .iter()
        .map(|run| {
            let model = &experiment.designs[0].model;
            Community::of(run, model, column(names::ACTIVE_CONTRIBUTORS))
        })
        .collect();
    let mut list = Vec::new();
    let mut put = |fact: &str, of: &dyn Fn(&Community) -> Option<f64>| {
        let mut values: Vec<f64> = communities.iter().filter_map(of).filter(|x| x.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        // A fact that most replicates lack is left out.
        if 2 * values.len() >= communities.len() && !values.is_empty() {
            list.push((fact.to_owned(), quantile(&values, 0.5)));
        }
    };
    put("contributors total", &|c| (!c.contributions.is_empty()).then_some(c.contributions.len() as f64));
    put(">=10 commits within 24 months share", &|c| c.ten_within(24.0));
    put("median months to 10th commit", &|c| c.months_to_ten());
    put("one-time contributor share", &|c| Some(c.share(|n| n == 1)));
    put(">=10 commits share", &|c| Some(c.share(|n| n >= 10)));
    put("Gini of commits (all time)", &|c| Some(gini(&c.contributions)));
    put("top-1 share (all time)", &|c| Some(top_share(&c.contributions)));
    put("top-10 share (all time)", &|c| Some(share_of(&mut c.contributions.clone(), 10)));
    put("absence factor 50 % (all time)", &|c| Some(absence_factor(&c.contributions)));
    put("Lotka exponent", &|c| c.lotka());
    for age in [2, 36, 60] {
        let fact = format!("newcomers active in months [{age},{}) after first commit", age + 3);
        put(&fact, &|c| c.present_in(age + 3, 0b111 << age));
    }
    for age in [1, 2, 3, 6, 12, 24, 36, 60] {
        put(&format!("newcomers with any commit >= {age} months after first"), &|c| {
            c.present_in(age + 3, u128::MAX << age)
        });
    }
    put("months to double contributors 20->40", &|c| Some(c.reached(40.0)? - c.reached(20.0)?));
    put("months to double contributors 100->200", &|c| Some(c.reached(200.0)? - c.reached(100.0)?));
    put("months since half of final contributors", &|c| {
        // Half of nobody is reached at once.
        let half = (c.total() > 0.0).then(|| c.total() / 2.0)?;
        Some(c.new.len() as f64 - c.reached(half)?)
    });
    put("growth of cumulative contributors in last 12 months", &|c| {
        let last: f64 = c.new.iter().rev().take(12).sum();
        (c.total() > last).then(|| last / (c.total() - last))
    });
    put("word of mouth: p (new/month at zero active)", &|c| Some(c.fit(|t| c.active[t])?.0));
    put("word of mouth: q (new per active in previous month)", &|c| Some(c.fit(|t| c.active[t])?.1));
    put("word of mouth: R2 (levels)", &|c| Some(c.fit(|t| c.active[t])?.2));
    put("word of mouth: R2 (first differences)", &|c| Some(regression(&changes(&c.active), &changes(&c.new)[1..])?.2));
    put("word of mouth: share of newcomers explained by p", &|c| Some(c.fit(|t| c.active[t])?.0 / mean(&c.new)));
    put("word of mouth: q on established core (active-new)", &|c| Some(c.fit(|t| c.active[t] - c.new[t])?.1));
    put("word of mouth: R2 on core", &|c| Some(c.fit(|t| c.active[t] - c.new[t])?.2));
    put("word of mouth: Poisson dispersion of residuals", &|c| c.dispersion());
    put("lag-1 autocorrelation of active contributors", &|c| regression(&c.active, &c.active[1..]).map(|f| f.3));
    put("seasonal strength of active (0-1)", &|c| Some(seasons(&c.active, &c.months)?.strength));
    put("seasonal amplitude (max-min, relative)", &|c| Some(seasons(&c.active, &c.months)?.amplitude()));
    for month in 1..=12 {
        let fact = format!("seasonal effect month {month:02} (relative)");
        put(&fact, &|c| Some(seasons(&c.active, &c.months)?.effects[month - 1]));
    }
    put("share of active in a month that is lost (no commit in next 6 months)", &|c| c.lost());
    put("share of active that returned after >6 months idle", &|c| c.returned());
    put("months from start to peak of 12-month mean active", &|c| Some(c.peak()?.0));
    put("12-month mean active now / at peak", &|c| Some(c.peak()?.1));
    list
}

/// One community by month.
struct Community {
    /// Contributions of each contributor ever, in increasing order.
    contributions: Vec<u64>,
    /// Month of the first contribution, and one bit for each month of presence since; for people who came after the
    /// start.
    presence: Vec<(f64, u128)>,
    /// Month of the first contribution of the same people, and month of the tenth if there is one.
    tenth: Vec<(f64, Option<f64>)>,
    /// Month of the year of each row, 0 to 11.
    months: Vec<usize>,
    new: Vec<f64>,
    active: Vec<f64>,
}

impl Community {
    fn of(run: &Trajectory, model: &Model, active: usize) -> Community {
        let days = model.calendar.step.days();
        // Counted as histories count them, in calendar months.
        let mut new = vec![0.0; model.rows.len()];
        for one in run.cohorts.iter().filter(|c| c.first >= 0.0) {
            if let Some(n) = new.get_mut(model.rows.partition_point(|row| f64::from(row.after) <= f64::from(one.first)))
            {
                *n += 1.0;
            }
        }
        let mut contributions: Vec<u64> = run.cohorts.iter().map(|c| u64::from(c.merged)).filter(|n| *n > 0).collect();
        contributions.sort_unstable();
        let months = |ticks: f32| f64::from(ticks) * days / MONTH;
        let month = |c: &Contributor| (months(c.first), c.presence);
        let tenth = |c: &Contributor| (months(c.first), c.tenth.map(months));
        Community {
            contributions,
            presence: run.cohorts.iter().filter(|c| c.first >= 0.0).map(month).collect(),
            tenth: run.cohorts.iter().filter(|c| c.first >= 0.0).map(tenth).collect(),
            months: model.rows.iter().map(|row| row.date.month() as usize - 1).collect(),
            new,
            active: run.rows.iter().map(|row| row[active]).collect(),
        }
    }
    fn share(&self, counts: impl Fn(u64) -> bool) -> f64 {
        self.contributions.iter().filter(|n| counts(**n)).count() as f64 / self.contributions.len() as f64
    }
    fn total(&self) -> f64 {
        self.new.iter().sum()
    }
    /// Share of people observed for `seen` months who were present in any month of the mask `months` since their first;
    /// `None` for fewer than 20 people.
    fn present_in(&self, seen: u32, months: u128) -> Option<f64> {
        let end = self.new.len() as f64;
        let old: Vec<bool> =
            self.presence.iter().filter(|c| end - c.0 >= f64::from(seen)).map(|c| c.1 & months > 0).collect();
        (old.len() >= 20).then(|| old.iter().filter(|there| **there).count() as f64 / old.len() as f64)
    }
    /// Share of people observed for `months` months who made ten contributions within them; `None` for fewer than 20
    /// people.
    fn ten_within(&self, months: f64) -> Option<f64> {
        let end = self.new.len() as f64;
        let old = || self.tenth.iter().filter(|(first, _)| end - first >= months);
        let soon = old().filter(|(first, tenth)| tenth.is_some_and(|tenth| tenth - first <= months)).count();
        (old().count() >= 20).then(|| soon as f64 / old().count() as f64)
    }
    /// Median months from the first to the tenth contribution.
    fn months_to_ten(&self) -> Option<f64> {
        let mut times: Vec<f64> = self.tenth.iter().filter_map(|(first, tenth)| Some((*tenth)? - first)).collect();
        times.sort_by(f64::total_cmp);
        (!times.is_empty()).then(|| quantile(&times, 0.5))
    }
    /// The month in which the number of people who ever contributed reaches `contributors`.
    fn reached(&self, contributors: f64) -> Option<f64> {
        let mut sum = 0.0;
        self.new
            .iter()
            .position(|n| {
                sum += n;
                sum >= contributors
            })
            .map(|month| month as f64)
    }
    /// Linear fit of new contributors to `of` in the month before; results as in [`regression`].
    fn fit(&self, of: impl Fn(usize) -> f64) -> Option<(f64, f64, f64, f64)> {
        let before: Vec<f64> = (0..self.new.len()).map(of).collect();
        regression(&before, &self.new[1..])
    }
    /// Pearson's chi-square over its degrees of freedom, relative to Poisson.
    fn dispersion(&self) -> Option<f64> {
        let (p, q, _, _) = self.fit(|t| self.active[t])?;
        let terms = self.new[1..].iter().zip(&self.active).map(|(n, a)| (n, (p + q * a).max(0.1)));
        let n = self.new.len() as f64 - 3.0;
        (n > 0.0).then(|| terms.map(|(n, fit)| (n - fit) * (n - fit) / fit).sum::<f64>() / n)
    }
    /// The exponent of a power law from 1 on, by maximum likelihood.
    fn lotka(&self) -> Option<f64> {
        let logs = mean(&self.contributions.iter().map(|n| ln(*n as f64)).collect::<Vec<_>>());
        (logs > 0.0).then(|| {
            let (mut low, mut high) = (1.01, 6.0);
            // The mean log of a power law falls with its exponent.
            for _ in 0..50 {
                let alpha = (low + high) / 2.0;
                let step = 1e-5;
                let fallen = (ln(zeta(alpha - step)) - ln(zeta(alpha + step))) / (2.0 * step);
                if fallen > logs { low = alpha } else { high = alpha }
            }
            (low + high) / 2.0
        })
    }
    /// Share of months of presence that are followed by six empty months, among those with six observed months after
    /// them.
    fn lost(&self) -> Option<f64> {
        self.presences(|bits, m| bits >> (m + 1) & 0b11_1111 == 0, 6)
    }
    /// Share of months of presence that follow six empty months.
    fn returned(&self) -> Option<f64> {
        self.presences(|bits, m| m > 6 && bits >> (m - 6) & 0b11_1111 == 0, 0)
    }
    fn presences(&self, counts: impl Fn(u128, usize) -> bool, ahead: usize) -> Option<f64> {
        let (mut all, mut some) = (0.0, 0.0);
        for (first, bits) in &self.presence {
            let seen = (self.new.len() as f64 - first) as usize;
            for m in (0..seen.saturating_sub(ahead).min(REMEMBERED - 7)).filter(|m| bits >> m & 1 == 1) {
                all += 1.0;
                some += f64::from(u8::from(counts(*bits, m)));
            }
        }
        (all > 0.0).then(|| some / all)
    }
    /// The month with the highest twelve-month mean, and the last such mean as a share of it.
    fn peak(&self) -> Option<(f64, f64)> {
        let means: Vec<f64> = self.active.windows(12).map(mean).collect();
        let (at, most) = means.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))?;
        (*most > 0.0).then(|| (at as f64 + 12.0, means[means.len() - 1] / most))
    }
}

/// Differences from month to month.
fn changes(counts: &[f64]) -> Vec<f64> {
    counts.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// Least squares of y on x: constant, slope, R², correlation; `None` for up to twelve points or without variance.
fn regression(x: &[f64], y: &[f64]) -> Option<(f64, f64, f64, f64)> {
    let x = &x[..y.len().min(x.len())];
    let (mx, my) = (mean(x), mean(y));
    let sum = |f: &dyn Fn(f64, f64) -> f64| x.iter().zip(y).map(|(a, b)| f(a - mx, b - my)).sum::<f64>();
    let (xx, xy, yy) = (sum(&|a, _| a * a), sum(&|a, b| a * b), sum(&|_, b| b * b));
    (x.len() > 12 && xx > 0.0 && yy > 0.0).then(|| {
        let slope = xy / xx;
        (my - slope * mx, slope, xy * xy / (xx * yy), xy / libm::sqrt(xx * yy))
    })
}

/// Riemann's zeta function above 1: a few terms, and the rest by Euler–Maclaurin.
fn zeta(s: f64) -> f64 {
    let n = 20.0;
    let terms: f64 = (1..20).map(|k| libm::pow(f64::from(k), -s)).sum();
    terms + libm::pow(n, 1.0 - s) / (s - 1.0) + libm::pow(n, -s) / 2.0 + s * libm::pow(n, -s - 1.0) / 12.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeta_of_two_is_known_and_a_power_law_gets_its_exponent_back() {
        assert!((zeta(2.0) - 1.644_934).abs() < 1e-6);
        for alpha in [1.6, 2.0, 2.6] {
            let mut contributions = Vec::new();
            for k in 1..4000_u64 {
                let n = 1e7 * libm::pow(k as f64, -alpha) / zeta(alpha);
                contributions.extend(vec![k; n.round() as usize]);
            }
            let community = Community {
                contributions,
                presence: Vec::new(),
                tenth: Vec::new(),
                months: Vec::new(),
                new: Vec::new(),
                active: Vec::new(),
            };
            assert!((community.lotka().unwrap() - alpha).abs() < 0.03, "{:?}", community.lotka());
        }
    }

    #[test]
    fn a_line_is_found_and_presence_is_read() {
        let x: Vec<f64> = (0..20).map(f64::from).collect();
        let y: Vec<f64> = x.iter().map(|x| 3.0 + 2.0 * x).collect();
        let (p, q, explained, _) = regression(&x, &y).unwrap();
        assert!((p - 3.0).abs() < 1e-9 && (q - 2.0).abs() < 1e-9 && (explained - 1.0).abs() < 1e-9);
        // Present in months 0, 1 and 9 of thirty: lost after 1 and 9, returned in 9.
        let community = Community {
            contributions: vec![3],
            presence: vec![(0.0, 0b10_0000_0011)],
            tenth: vec![(0.0, Some(3.0)), (0.0, None)],
            months: Vec::new(),
            new: vec![0.0; 30],
            active: x,
        };
        assert!((community.lost().unwrap() - 2.0 / 3.0).abs() < 1e-12);
        assert!((community.returned().unwrap() - 1.0 / 3.0).abs() < 1e-12);
        // Two people are too few for a share.
        assert_eq!((community.months_to_ten(), community.ten_within(24.0)), (Some(3.0), None));
    }
}
