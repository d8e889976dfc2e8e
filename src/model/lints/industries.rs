//! Industries: a word for an industry that names nobody else, so that its organisations look at nobody's references.

use super::Found;
use crate::say;
use crate::scenario::{Scenario, nearest};

/// Industries of one group alone that are written out. Groups that are off count: a design may switch them on.
pub(super) fn alone(scenario: &Scenario, list: &mut Found) {
    let industry = |group: &str| scenario.settings(&format!("organisation.{group}")).text("industry");
    let all: Vec<(String, String)> =
        scenario.all_names("organisation").into_iter().map(|group| (industry(&group), group)).collect();
    for (word, group) in all.iter().filter(|(word, group)| !word.is_empty() && scenario.is_on(&at(group))) {
        let others = all.iter().filter(|(_, other)| other != group);
        let others: Vec<&str> = others.map(|(of, other)| if of.is_empty() { other } else { of }.as_str()).collect();
        if word == group || others.contains(&word.as_str()) {
            continue;
        }
        list.push(match nearest(word, others) {
            Some(near) => say!("lint-industry-meant", group = group, industry = word, near = near),
            None => say!("lint-industry", group = group, industry = word),
        });
    }
}

fn at(group: &str) -> String {
    format!("organisation.{group}")
}
