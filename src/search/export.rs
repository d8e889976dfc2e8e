//! The designs of a front as scenarios that can be run.
//!
//! Invariant: each file is the complete searched scenario with one more treatment.

use crate::say;
use crate::scenario::Scenario;
use crate::stats::front::{Front, Member};
use crate::words::number::GLUE;

/// One file per design of a front: name and text.
pub fn scenario_texts(scenario: &Scenario, front: &Front) -> Vec<(String, String)> {
    front.members.iter().map(|member| file(scenario, front, member)).collect()
}

fn file(scenario: &Scenario, front: &Front, member: &Member) -> (String, String) {
    let mut words = vec![member.letter.to_lowercase()];
    words.extend(member.called.iter().map(|name| name.replace(|c: char| !c.is_ascii_alphanumeric(), "-")));
    let slug = words.join("-");
    let name = format!("{}-{slug}", front.scenario);
    let own = format!("name = \"{}\"\n", front.scenario);
    let whole = scenario.resolved_toml().replacen(&own, &format!("name = \"{name}\"\n"), 1);
    let says = match member.called.as_slice() {
        [] => say!("search-design-of-front", letter = &member.letter),
        names => format!("{}, {}", member.letter, names.join(", ")),
    };
    let question = if front.question.is_empty() { say!("search-design-question") } else { front.question.clone() };
    let goals: Vec<String> = front
        .goals
        .iter()
        .zip(&member.goals)
        .map(|(goal, estimate)| format!("{} {}", goal.says, goal.figure(&front.currency, estimate.value)))
        .collect();
    let from = if member.from.is_empty() { String::new() } else { format!("from = {}\n", member.from) };
    let goals = goals.join(", ").replace(GLUE, " ");
    let about = say!("search-design-about", design = &says, levers = front.levers.to_string(), goals = goals);
    let judged = say!("search-design-judged", runs = member.runs.to_string());
    let rules = &member.rules;
    let text = format!(
        "# {question}\n#\n# {about}\n# {judged}\n{whole}\n[treatment.front-{slug}]\nsays = \"{says}\"\n{from}{rules}"
    );
    (format!("{name}.toml"), text)
}
