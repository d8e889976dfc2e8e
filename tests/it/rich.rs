//! The scenario that contains every feature, and the comparison of two runs to the byte.

use zaoshi::engine::Trajectory;

use crate::study::Study;

/// Every feature once, with contacts in a small-world network.
pub(crate) const RICH: &str = include_str!("rich/rich.toml");

/// The same with contacts between all people.
pub(crate) fn well_mixed() -> String {
    let text = RICH.replace("kind = \"small-world\"\n", "").replace("rule = \"complex\"\n", "rule = \"linear\"\n");
    assert!(text.len() < RICH.len(), "the rich scenario has changed");
    text
}

/// The bytes of a trajectory's numbers, each under its name.
fn numbers(names: &[String], run: &Trajectory) -> Vec<(String, u64)> {
    let mut list = Vec::new();
    for (k, row) in run.rows.iter().enumerate() {
        assert_eq!(row.len(), names.len(), "a row holds as many numbers as there are metrics");
        list.extend(names.iter().zip(row).map(|(name, x)| (format!("row {k}: {name}"), x.to_bits())));
    }
    if let Some(coast) = &run.coast {
        let twins = [("going", &coast.going), ("stopped", &coast.stopped)];
        list.extend(
            twins
                .into_iter()
                .flat_map(|(twin, rows)| rows.iter().map(move |x| (format!("coast: {twin}"), x.to_bits()))),
        );
        list.push(("coast".to_owned(), coast.left.to_bits()));
    }
    list
}

/// Fails with the first number that differs, unless two runs are the same to the byte.
#[track_caller]
pub(crate) fn same(names: &[String], one: &Trajectory, other: &Trajectory, what: &str) {
    for ((name, a), (_, b)) in numbers(names, one).into_iter().zip(numbers(names, other)) {
        assert!(a == b, "{what}: {name}: {} against {}", f64::from_bits(a), f64::from_bits(b));
    }
    assert_eq!(one.rows.len(), other.rows.len(), "{what}: rows");
    assert_eq!(one.coast, other.coast, "{what}: coast");
    assert!(one.tiers == other.tiers, "{what}: tiers differ");
    assert!(one.cohorts == other.cohorts, "{what}: cohorts differ");
    assert!(one.traces == other.traces, "{what}: traces differ");
}

/// Fails unless two studies are the same to the byte, design by design and replicate by replicate.
#[track_caller]
pub(crate) fn same_study(one: &Study, other: &Study, what: &str) {
    assert_eq!(one.names(), other.names(), "{what}: metrics");
    assert_eq!(one.ensemble.runs.len(), other.ensemble.runs.len(), "{what}: designs");
    for (design, (mine, theirs)) in one.ensemble.runs.iter().zip(&other.ensemble.runs).enumerate() {
        assert_eq!(mine.len(), theirs.len(), "{what}: replicates");
        for (replicate, (a, b)) in mine.iter().zip(theirs).enumerate() {
            same(&one.names(), a, b, &format!("{what}: design {design}, replicate {replicate}"));
        }
    }
}

impl Study {
    /// The names of the metrics, in the order of a row.
    pub(crate) fn names(&self) -> Vec<String> {
        self.experiment.metrics.iter().map(|metric| metric.name.clone()).collect()
    }
    /// The index of a design.
    pub(crate) fn design(&self, name: &str) -> usize {
        let designs = &self.experiment.designs;
        designs.iter().position(|design| design.name == name).unwrap_or_else(|| panic!("no design {name}"))
    }
    /// A run.
    pub(crate) fn trajectory(&self, design: &str, replicate: usize) -> &Trajectory {
        &self.ensemble.runs[self.design(design)][replicate]
    }
}
