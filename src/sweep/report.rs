//! The report of a sweep: the outcome of each design over the points, and its regret.
//!
//! Uncertainties make worlds; levers make settings. A design is chosen together with a setting, so regret and the share
//! of worlds that reach a target are computed for each setting over worlds, and not at all if every setting met another
//! world. Invariant: a gain is paired, by point and by luck; a point that cannot be run is left out; nothing is
//! averaged over levers as if they were random.

use std::collections::BTreeMap;
use std::io::Write;

use crate::error::Attempt;
use crate::error::Error;
use crate::plan::Role;
use crate::say;
use crate::scenario::Scenario;
use crate::stats::evidence::{Interval, tolerance_of};
use crate::stats::sweep_points::{Axis, Origin, Points};
use crate::stats::{Band, is_in_force, mean, regret};
use crate::store::sweep::SweepStore;
use crate::store::tables::number;

/// What the points of a sweep are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointsMeaning {
    /// Worlds: no lever varies.
    Worlds,
    /// Settings of levers, in the world of the scenario.
    Settings,
    /// Every setting in every world.
    Crossed,
    /// Settings and worlds together, each setting in another world.
    Mixed,
}

/// The outcome of one design over all points, or over all worlds at its best setting.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignOutcome {
    /// Its name in tables.
    pub design: String,
    /// The headline; mean over the runs of each point.
    pub level: Band,
    /// Gain over the baseline at each point, as a share of the baseline's mean over all points; `None` for the
    /// baseline.
    pub gain: Option<Band>,
    /// Half width of the 80 % interval of its mean over the points, from luck: runs of one replicate share their luck at
    /// all points, so they count once. `None` for the baseline, and if one run says nothing.
    pub luck: Option<f64>,
    /// Share of worlds in which its mean is better than the baseline's; `None` if points are not worlds.
    pub ahead: Option<f64>,
    /// Share of worlds in which the few runs leave open which of the two is better.
    pub open: Option<f64>,
    /// Levers in force and their values, `name value`: at the setting with the least regret, or with the highest
    /// headline.
    pub setting: Vec<String>,
    /// The largest regret over worlds: the loss against the best choice there.
    pub regret: Option<f64>,
    /// Share of worlds in which it reaches the target, if there is one.
    pub reaches: Option<f64>,
}

/// The outcomes of all designs.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What the points are.
    pub meaning: PointsMeaning,
    /// Number of worlds.
    pub worlds: usize,
    /// The outcomes of all designs, the baseline first.
    pub outcomes: Vec<DesignOutcome>,
    /// The design with the least regret, the next one, and whether paired runs distinguish them; `None` without regret.
    pub least: Option<(usize, usize, bool)>,
}

/// A sweep by settings and worlds.
pub struct SweepTable {
    points: Points,
    scenario: Scenario,
    meaning: PointsMeaning,
    /// `at[setting][world]`: index of the point; one row if every setting has another world.
    at: Vec<Vec<usize>>,
}

impl SweepTable {
    /// Reads the finished runs.
    ///
    /// # Errors
    /// A store that cannot be read.
    pub fn of(store: &SweepStore) -> Result<SweepTable, Error> {
        let points = super::points::points(store)?;
        let (scenario, _read) = super::load_scenario(store)?;
        let sound = points.sound();
        if sound.is_empty() && !points.is_empty() {
            return Err(Error::Argument(say!("explain-baseline-undefined")));
        }
        let by_levels = |role: Role| -> BTreeMap<Vec<u64>, Vec<usize>> {
            let own = |axis: &&Axis| axis.lever == (role == Role::Lever) && axis.varies(&sound);
            let axes: Vec<&Axis> = points.axes.iter().filter(own).collect();
            let mut found: BTreeMap<Vec<u64>, Vec<usize>> = BTreeMap::new();
            for p in &sound {
                found.entry(axes.iter().map(|axis| axis.key(*p)).collect()).or_default().push(*p);
            }
            found
        };
        let (settings, worlds) = (by_levels(Role::Lever), by_levels(Role::Uncertainty));
        let world: BTreeMap<usize, usize> =
            worlds.values().enumerate().flat_map(|(w, points)| points.iter().map(move |p| (*p, w))).collect();
        let meets_every_world = |own: &Vec<usize>| {
            let mut met: Vec<usize> = own.iter().filter_map(|p| world.get(p).copied()).collect();
            met.sort_unstable();
            met == (0..worlds.len()).collect::<Vec<_>>()
        };
        let meaning = match (settings.len(), worlds.len()) {
            (0 | 1, _) => PointsMeaning::Worlds,
            (_, 0 | 1) => PointsMeaning::Settings,
            _ if settings.values().all(meets_every_world) => PointsMeaning::Crossed,
            _ => PointsMeaning::Mixed,
        };
        let mut at: Vec<Vec<usize>> = match meaning {
            PointsMeaning::Mixed => vec![sound],
            _ => settings.into_values().collect(),
        };
        if meaning == PointsMeaning::Crossed {
            at.iter_mut().for_each(|own| own.sort_by_key(|p| world.get(p)));
        }
        // In the order of the points in the plan.
        at.sort_by_key(|own| own.iter().min().copied());
        Ok(SweepTable { points, scenario, meaning, at })
    }

    /// The names of the levers and uncertainties that turn nothing.
    pub fn idle(&self) -> Vec<String> {
        self.points.idle().iter().map(|axis| axis.says.clone()).collect()
    }

    /// The origin of the runs.
    pub fn origin(&self) -> &Origin {
        &self.points.origin
    }

    /// The outcome of each design; `target` is the sufficient headline in a world.
    pub fn report(&self, target: Option<f64>) -> Report {
        let designs = self.points.designs.len();
        let values: Vec<Vec<f64>> = self.choices().iter().map(|(d, s)| self.levels(*d, *s)).collect();
        let over_worlds = matches!(self.meaning, PointsMeaning::Worlds | PointsMeaning::Crossed);
        // If choices met different worlds, or no worlds, there is no regret.
        let better = self.points.origin.better;
        let largest = if over_worlds { regret::regrets(&values, better).1 } else { vec![0.0; values.len()] };
        let best_setting = |d: usize| -> usize {
            let all = 0..self.at.len();
            let worst = |s: usize| -better.sign() * mean(&values[self.choice(d, s)]);
            let by = |s: &usize| if over_worlds { largest[self.choice(d, *s)] } else { worst(*s) };
            all.min_by(|a, b| by(a).total_cmp(&by(b))).unwrap_or(0)
        };
        let outcomes = (0..designs).map(|d| self.outcome(d, best_setting(d), &largest, target)).collect();
        let mut order: Vec<usize> = (0..designs).collect();
        order.sort_by(|a, b| {
            largest[self.choice(*a, best_setting(*a))].total_cmp(&largest[self.choice(*b, best_setting(*b))])
        });
        let least = match order.as_slice() {
            [first, next, ..] if over_worlds => Some((
                *first,
                *next,
                self.is_distinct((*first, best_setting(*first)), (*next, best_setting(*next)), &values),
            )),
            _ => None,
        };
        Report { meaning: self.meaning, worlds: self.at.first().map_or(0, Vec::len), outcomes, least }
    }

    fn outcome(&self, d: usize, setting: usize, largest: &[f64], target: Option<f64>) -> DesignOutcome {
        // If points are settings, all of them count; if they are worlds, those at one setting.
        let points: Vec<usize> = match self.meaning {
            PointsMeaning::Settings => self.at.concat(),
            _ => self.at.get(setting).cloned().unwrap_or_default(),
        };
        let level = |d: usize| -> Vec<f64> { points.iter().map(|p| self.points.level(d, *p)).collect() };
        let (own, base) = (level(d), level(0));
        let scale = mean(&base).abs();
        let gains: Vec<f64> = own.iter().zip(&base).map(|(own, base)| own - base).collect();
        let share = |count: usize| count as f64 / gains.len().max(1) as f64;
        let worlds = matches!(self.meaning, PointsMeaning::Worlds | PointsMeaning::Crossed);
        let better = self.points.origin.better;
        let leads: Vec<Vec<f64>> = points.iter().map(|p| self.points.leads(d, 0, *p)).collect();
        let tolerance = |k: usize| self.points.tolerance(d, 0, points[k]);
        let is_ahead = |k: &usize| mean(&leads[*k]) > tolerance(*k);
        let is_open = |k: &usize| (mean(&leads[*k]) - tolerance(*k)).abs() <= regret::known_among(&leads, *k, 1);
        let counted =
            |of: &dyn Fn(&usize) -> bool| (worlds && d > 0).then(|| share((0..leads.len()).filter(|k| of(k)).count()));
        DesignOutcome {
            design: self.points.designs[d].says.clone(),
            level: Band::of(&own),
            gain: (d > 0 && scale != 0.0).then(|| Band::of(&gains).times(1.0 / scale)),
            luck: (d > 0 && scale != 0.0).then(|| of_luck(&leads) / scale).filter(|half| half.is_finite()),
            ahead: counted(&is_ahead),
            open: counted(&is_open),
            setting: self.setting(d, setting),
            regret: worlds.then(|| largest[self.choice(d, setting)]),
            reaches: target
                .filter(|_| worlds)
                .map(|t| share(own.iter().filter(|x| regret::is_reached(**x, t, better)).count())),
        }
    }

    /// Whether paired runs show that the second loses more in its worst world than the first: one standard deviation of
    /// the difference for all worlds, corrected for the number of worlds and choices.
    fn is_distinct(&self, first: (usize, usize), next: (usize, usize), values: &[Vec<f64>]) -> bool {
        let (a, b) = (&values[self.choice(first.0, first.1)], &values[self.choice(next.0, next.1)]);
        let better = self.points.origin.better;
        let lost = |w: usize| better.sign() * (regret::best(values.iter().map(|own| own[w]), better) - b[w]);
        let worst = (0..b.len()).max_by(|x, y| lost(*x).total_cmp(&lost(*y))).unwrap_or(0);
        let pairs = |w: usize| -> Vec<f64> {
            let runs = |(d, s): (usize, usize)| &self.points.runs[d][self.at[s][w]];
            runs(first).iter().zip(runs(next)).map(|(a, b)| better.sign() * (a - b)).collect()
        };
        let all: Vec<Vec<f64>> = (0..a.len()).map(pairs).collect();
        regret::exceeds(&all, worst, a.len() * (values.len().max(2) - 1), tolerance_of(a[worst], b[worst]))
    }

    /// `(design, setting)`, in the order of the regrets.
    fn choices(&self) -> Vec<(usize, usize)> {
        (0..self.points.designs.len()).flat_map(|d| (0..self.at.len()).map(move |s| (d, s))).collect()
    }

    fn choice(&self, design: usize, setting: usize) -> usize {
        design * self.at.len() + setting
    }

    fn levels(&self, design: usize, setting: usize) -> Vec<f64> {
        self.at[setting].iter().map(|p| self.points.level(design, *p)).collect()
    }

    /// The values of the levers that are in force in a design.
    fn setting(&self, design: usize, setting: usize) -> Vec<String> {
        let Some(point) = self.at.get(setting).and_then(|own| own.first()) else { return Vec::new() };
        if matches!(self.meaning, PointsMeaning::Worlds | PointsMeaning::Mixed) {
            return Vec::new();
        }
        let patch = self.scenario.treatments().into_iter().find(|p| p.name == self.points.designs[design].name);
        let there = patch.and_then(|patch| self.scenario.patched(&patch).ok());
        let there = there.as_ref().unwrap_or(&self.scenario);
        let sound = self.points.sound();
        let axes =
            self.points.axes.iter().filter(|axis| axis.lever && axis.varies(&sound) && is_in_force(there, &axis.path));
        axes.map(|axis| format!("{} {}", axis.says, axis.cell(*point))).collect()
    }

    /// Writes the means as CSV: one row per point and design, with the settings of the point; and the regret against
    /// the best choice in that world, if there is regret.
    ///
    /// # Errors
    /// A store that cannot be read; I/O errors.
    pub fn write(&self, store: &SweepStore, to: &mut dyn Write) -> Result<(), Error> {
        let broken = |source: csv::Error| Error::File {
            attempt: Attempt::Write,
            path: store.place.path("summary.csv"),
            source: source.into(),
        };
        let (manifest, design) = (&store.manifest, store.design()?);
        let set = &design.columns[1..];
        let mut writer = csv::Writer::from_writer(to);
        let heads = ["point", "design"].into_iter().chain(set.iter().map(|(name, _)| name.as_str()));
        writer.write_record(heads.chain(["runs", manifest.headline.as_str(), "gain", "regret"])).map_err(broken)?;
        let best = self.best_levels();
        for point in self.points.sound() {
            for (d, name) in manifest.designs.iter().enumerate() {
                let level = self.points.level(d, point);
                let mut cells = vec![point.to_string(), name.clone()];
                cells.extend(set.iter().map(|(_, column)| column.cell(point)));
                cells.push(self.points.runs[d][point].len().to_string());
                cells.push(number(level));
                cells.push(number(level - self.points.level(0, point)));
                let lost = |best: &f64| number((self.points.origin.better.sign() * (best - level)).max(0.0));
                cells.push(best.get(&point).map_or(String::new(), lost));
                writer.write_record(&cells).map_err(broken)?;
            }
        }
        writer.flush().map_err(|fault| broken(fault.into()))
    }

    /// The best level of any choice in the world of each point; empty without regret.
    fn best_levels(&self) -> BTreeMap<usize, f64> {
        if !matches!(self.meaning, PointsMeaning::Worlds | PointsMeaning::Crossed) {
            return BTreeMap::new();
        }
        let worlds = self.at.first().map_or(0, Vec::len);
        let all = || (0..self.points.designs.len()).flat_map(|d| self.at.iter().map(move |own| (d, own)));
        let better = self.points.origin.better;
        let best_in = |w: usize| regret::best(all().map(|(d, own)| self.points.level(d, own[w])), better);
        (0..worlds).flat_map(|w| self.at.iter().map(move |own| (own[w], best_in(w)))).collect()
    }
}

/// Half width of the 80 % interval of the mean over all points, from luck: `leads[point][replicate]`.
fn of_luck(leads: &[Vec<f64>]) -> f64 {
    let runs = leads.iter().map(Vec::len).min().unwrap_or(0);
    let each = |r: usize| mean(&leads.iter().map(|own| own[r]).collect::<Vec<f64>>());
    Interval::of_mean(&(0..runs).map(each).collect::<Vec<f64>>()).half_width()
}
