//! Industries with organisations of a single group: these see no references but their own.

use super::Sentences;
use crate::kinds::Organisation;
use crate::say;
use crate::scenario::{Scenario, nearest};

/// Groups that name an industry of no other group. Groups that are off count: a design may switch them on.
pub(super) fn single_groups(scenario: &Scenario, list: &mut Sentences) {
    let industry = |group: &str| scenario.table::<Organisation>(&format!("organisation.{group}")).industry;
    let all: Vec<(String, String)> =
        scenario.all_names("organisation").into_iter().map(|group| (industry(&group), group)).collect();
    for (word, group) in all.iter().filter(|(word, group)| !word.is_empty() && scenario.is_on(&table_of(group))) {
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

fn table_of(group: &str) -> String {
    format!("organisation.{group}")
}
