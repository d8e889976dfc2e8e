//! The designs of a front as scenarios that can be run.
//!
//! Invariant: each file is the complete searched scenario with one more treatment, which sets only levers that have an effect there.

use crate::say;
use crate::scenario::{Scenario, quote};
use crate::stats::front::{Front, Member};
use crate::words::number::GLUE;

/// One file per design of a front: name and text.
pub fn scenario_texts(scenario: &Scenario, front: &Front) -> Vec<(String, String)> {
    let designs = front.members.iter().filter(|member| !member.is_baseline());
    designs.map(|member| file(scenario, front, member)).collect()
}

fn file(scenario: &Scenario, front: &Front, member: &Member) -> (String, String) {
    let mut words = vec![member.letter.to_lowercase()];
    words.extend(member.keys.iter().cloned());
    let slug = words.join("-");
    let name = format!("{}-{slug}", front.scenario);
    let own = format!("name = \"{}\"\n", front.scenario);
    let whole = scenario.kept().resolved_toml().replacen(&own, &format!("name = \"{name}\"\n"), 1);
    let says = match member.called.as_slice() {
        [] => say!("search-design-of-front", letter = &member.letter),
        names => format!("{}, {}", member.letter, names.join(", ")),
    };
    let question = if front.question.is_empty() { say!("search-design-question") } else { front.question.clone() };
    let goals = front.goals.iter().zip(&member.goals);
    let goals = goals.filter(|(_, estimate)| !estimate.value.is_nan());
    let goals: Vec<String> =
        goals.map(|(goal, found)| format!("{} {}", goal.says, goal.figure(&front.currency, found.value))).collect();
    let from = if member.from.is_empty() { String::new() } else { format!("from = {}\n", member.from) };
    let goals = goals.join(", ").replace(GLUE, " ");
    let about = say!("search-design-about", design = &says, levers = front.levers.to_string(), goals = goals);
    let judged = say!("search-design-judged", runs = member.runs.to_string());
    let (rules, says) = (&member.rules, quote(&says));
    let text = format!(
        "# {question}\n#\n# {about}\n# {judged}\n{whole}\n[treatment.front-{slug}]\nsays = {says}\n{from}{rules}"
    );
    (format!("{name}.toml"), text)
}
