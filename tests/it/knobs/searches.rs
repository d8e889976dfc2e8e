//! Cases of searches: goals and method. They change which designs are tried, not the runs.

use zaoshi::scenario::Scenario;
use zaoshi::search::Search;

use crate::searched::SMALL;

/// The knob, and its value instead of that of the small scenario.
pub(super) const TURNS: &[(&str, &str)] = &[
    ("search.objectives", "objectives = [\"most members\"]"),
    ("search.budget", "budget = 300"),
    ("search.limits", "limits = \"members > 4\""),
    ("search.robust", "robust = \"p25\""),
    ("search.designs", "designs = [\"ads\"]"),
    ("search.worlds", "worlds = 3"),
    ("search.population", "population = 9"),
    ("search.generations", "generations = 3"),
    ("search.replicates", "replicates = 3"),
    ("search.elite", "elite = 9"),
    ("search.final", "final = 9"),
];

fn planned(text: &str) -> String {
    format!("{:?}", Search::of(&Scenario::parse("small.toml", text).unwrap()).unwrap())
}

#[test]
fn every_knob_of_a_search_changes_the_search() {
    let before = planned(SMALL);
    for (knob, line) in TURNS {
        let name = knob.trim_start_matches("search.");
        let (head, rest) = SMALL.split_once("[search]\n").unwrap();
        let (own, after) = rest.split_once("[lever.price]").unwrap();
        let kept: String =
            own.lines().filter(|l| !l.starts_with(&format!("{name} ="))).map(|l| format!("{l}\n")).collect();
        let after = planned(&format!("{head}[search]\n{line}\n{kept}[lever.price]{after}"));
        assert_ne!(before, after, "{line} changes nothing");
    }
}
