//! Industries: a word for an industry that names nobody else, so that its organisations look at nobody's references.

use super::Found;
use crate::kinds::Organisation;
use crate::scenario::{Scenario, nearest};

/// Industries of one group alone that are written out. Groups that are off count: a design may switch them on.
pub(super) fn alone(scenario: &Scenario, list: &mut Found) {
    let industry = |group: &str| scenario.table::<Organisation>(&format!("organisation.{group}")).industry;
    let all: Vec<(String, String)> =
        scenario.all_names("organisation").into_iter().map(|group| (industry(&group), group)).collect();
    for (word, group) in all.iter().filter(|(word, group)| !word.is_empty() && scenario.is_on(&at(group))) {
        let others = all.iter().filter(|(_, other)| other != group);
        let others: Vec<&str> = others.map(|(of, other)| if of.is_empty() { other } else { of }.as_str()).collect();
        if word == group || others.contains(&word.as_str()) {
            continue;
        }
        let meant = nearest(word, others).map_or(String::new(), |near| format!("; did you mean \"{near}\"?"));
        list.push(format!(
            "{}.industry: no other organisation is of \"{word}\", so they look at nobody's references but their own{meant}",
            at(group)
        ));
    }
}

fn at(group: &str) -> String {
    format!("organisation.{group}")
}
