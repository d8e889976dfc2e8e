//! Presets: published rules of real programmes that come with the program. One line of a scenario applies them.
//!
//! A preset names actions by a small vocabulary, which the scenario maps to its own actions. Invariant: a table of a preset replaces the
//! whole table of the same name.

use super::names::{Join, list as word_list, nearest};
use super::preset_form::Preset;
use super::schema;
use super::tree::{self, Node, Table, Value};
use super::values::{self, Invalid};
use crate::error::{Error, File, Mistake};
use crate::say;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../scenarios/presets/", $name, ".toml")))),*]
    };
}

/// Every file of `scenarios/presets/`. A test finds a forgotten one.
const FILES: &[(&str, &str)] = files![
    "alibaba-cloud-community",
    "apache-spamassassin",
    "aws-services-path",
    "cilium",
    "cloudfoundry",
    "cncf-ambassador",
    "cncf-membership",
    "cncf-toc",
    "discourse-trust",
    "elastic-contributor",
    "google-local-guides",
    "hacktoberfest-2019",
    "hacktoberfest-2020",
    "istio",
    "knative",
    "kubernetes",
    "linux-foundation",
    "microsoft-mvp",
    "openeuler",
    "openpower",
    "opentelemetry",
    "orbit-model",
    "postgresql-committer",
    "stack-exchange",
    "stack-exchange-public-beta",
    "starrocks",
    "tekton",
    "tencent-cloud-growth",
    "tidb-bug-hunt-2020",
    "tidb-challenge-2019",
    "tidb-challenge-season-2",
    "tidb-net-points",
    "tidb-net-points-older",
    "tidb-sig-docs",
    "tidb-sig-exec",
    "tidb-sig-governance",
    "tidb-sig-k8s",
    "tidb-sig-planner",
    "tidb-sig-tiup",
    "tidb-teams",
    "tug-points-2020",
];

/// Index of the first preset among files: places in presets do not depend on the number of files of the scenario.
const FIRST: usize = 1 << 20;

/// The presets inside the program.
///
/// # Errors
/// None that a user could cause: a test reads all presets.
pub fn presets() -> Result<Vec<Preset>, Error> {
    FILES.iter().map(|(name, text)| Preset::read(name, text)).collect()
}

/// The file of a number, if it is a preset.
pub(super) fn file(number: usize) -> Option<File> {
    let (name, text) = FILES.get(number.checked_sub(FIRST)?)?;
    Some(File { name: format!("presets/{name}.toml"), text: (*text).to_owned() })
}

/// The source of a number of a preset, as a comment of a scenario; `None` if the file is not a preset.
pub(super) fn source_comment(number: usize, path: &str) -> Option<String> {
    let (name, text) = FILES.get(number.checked_sub(FIRST)?)?;
    let preset = Preset::read(name, text).ok()?;
    Some(if preset.assumes(path) {
        "guess".to_owned()
    } else {
        say!("scenario-preset-source", source = preset.source, place = preset.place)
    })
}

/// The text of each preset that a tree names in any of its patches.
pub(super) fn named_texts(tree: &Table) -> Vec<&'static str> {
    let mut texts = Vec::new();
    for (key, node) in &tree.0 {
        match &node.value {
            Value::Table(table) => texts.extend(named_texts(table)),
            Value::List(items) if key == "presets" => {
                let name = |item: &Node| FILES.iter().find(|(name, _)| item.value == Value::Text((*name).to_owned()));
                texts.extend(items.iter().filter_map(name).map(|(_, text)| text));
            }
            _ => {}
        }
    }
    texts
}

/// Applies the presets that a list names to `tree`, a later one over an earlier one. `context` is the tree that holds the actions and
/// `preset-actions`.
pub(super) fn apply(tree: &mut Table, context: &Table, list: &Node) -> Vec<Mistake> {
    let mut found = Vec::new();
    let knob = schema::ROOT.knobs.iter().find(|knob| knob.name == "presets");
    if let Some(Err(Invalid { says, help, label, at })) = knob.map(|knob| values::read(knob, list)) {
        let at = at.unwrap_or(list.at.clone());
        found.push(Mistake {
            at,
            path: "presets".to_owned(),
            says: say!("mistake-at-path", path = "presets", says = says),
            help,
            label,
        });
    }
    let Value::List(items) = &list.value else { return found };
    for item in items {
        let Value::Text(name) = &item.value else { continue };
        let mut add = |says: String, label: String, help: String| {
            let (at, path) = (item.at.clone(), "presets".to_owned());
            found.push(Mistake { at, path, says, help: Some(help), label });
        };
        let Some(at) = FILES.iter().position(|(own, _)| own == name) else {
            let near = nearest(name, FILES.iter().map(|(name, _)| *name));
            let label = near
                .map_or_else(|| say!("scenario-preset-unknown-label"), |near| say!("mistake-meant-text", near = near));
            add(say!("scenario-preset-unknown", name = name), label, say!("scenario-preset-unknown-help"));
            continue;
        };
        let mut preset = tree::read(FILES[at].1, FIRST + at).unwrap_or_default();
        preset.0.retain(|(part, _)| part != "preset");
        let actions: Vec<&str> = context.table_at("action").map(|table| table.keys().collect()).unwrap_or_default();
        let mut missing: Vec<String> = Vec::new();
        rename(&mut preset, &mut |word: &str| {
            let own = match context.at(&format!("preset-actions.{word}")).map(|node| &node.value) {
                Some(Value::Text(own)) => own.clone(),
                _ => word.to_owned(),
            };
            if !actions.contains(&own.as_str()) && !missing.iter().any(|known| known == word) {
                missing.push(word.to_owned());
            }
            own
        });
        for word in &missing {
            let near = nearest(word, actions.iter().copied());
            let label = match near {
                Some(near) => say!("scenario-preset-no-action-label-near", near = near),
                None => say!("scenario-preset-no-action-label", word = word),
            };
            let own: Vec<String> = actions.iter().map(|action| format!("`{action}`")).collect();
            let meant = near.or(actions.first().copied()).unwrap_or("…");
            let own = word_list(&own, Join::And);
            let help = say!("scenario-preset-no-action-help", word = word, actions = own, near = meant);
            add(say!("scenario-preset-no-action", name = name, word = word), label, help);
        }
        if missing.is_empty() {
            for (part, node) in preset.0 {
                for (name, node) in node.table().map(|table| table.0.clone()).unwrap_or_default() {
                    tree.replace(&format!("{part}.{name}"), node);
                }
            }
        }
    }
    found
}

/// Replaces every action name of a preset by the name that `own` gives for it.
fn rename(table: &mut Table, own: &mut impl FnMut(&str) -> String) {
    for (key, node) in &mut table.0 {
        match &mut node.value {
            Value::Table(inner) => rename(inner, own),
            Value::Text(word) if key == "action" => *word = own(word),
            Value::List(items) if key == "actions" => {
                for item in items {
                    if let Value::Text(word) = &mut item.value {
                        *word = own(word);
                    }
                }
            }
            _ => {}
        }
    }
}
