//! Presets: published rules of real programmes that come with the program. One line of a scenario applies them.
//!
//! A preset names actions by a small vocabulary, which the scenario maps to its own actions. Invariant: a table of a preset replaces the
//! whole table of the same name.

use super::names::{Join, list as word_list, nearest};
use super::preset_form::{Preset, rules, versions};
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
    "apache-answer",
    "apache-nomination",
    "apache-spamassassin",
    "aws-services-path",
    "backstage",
    "cilium",
    "cloudfoundry",
    "cncf-ambassador",
    "cncf-membership",
    "cncf-toc",
    "csdn-blog",
    "daily-dev",
    "discourse-trust",
    "elastic-contributor",
    "google-local-guides",
    "gsoc-2024",
    "hackerone-reputation",
    "hacktoberfest",
    "istio",
    "istio-steering",
    "karmada",
    "knative",
    "kubeedge",
    "kubernetes",
    "kubestronaut",
    "linux-foundation",
    "microsoft-mvp",
    "mindspore",
    "mozilla-reps",
    "nodejs",
    "openeuler",
    "opengauss-docs-2021",
    "openharmony",
    "openpower",
    "opentelemetry",
    "orbit-model",
    "ospp",
    "ovn",
    "postgresql-committer",
    "salesforce-consulting",
    "stack-exchange",
    "starrocks",
    "tekton",
    "tekton-governing-board",
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
    "volcano",
    "wikidata",
    "wikipedia-en",
    "wikipedia-simple",
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
                let name = |item: &Node| match &item.value {
                    Value::Text(text) => {
                        let base = text.split('@').next()?;
                        FILES.iter().find(|(name, _)| *name == base)
                    }
                    _ => None,
                };
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
        let (at, version) = match find(name, item) {
            Ok(found) => found,
            Err(mistake) => {
                found.push(*mistake);
                continue;
            }
        };
        let mut add = |says: String, label: String, help: String| {
            let (at, path) = (item.at.clone(), "presets".to_owned());
            found.push(Mistake { at, path, says, help: Some(help), label });
        };
        let file = tree::read(FILES[at].1, FIRST + at).unwrap_or_default();
        let mut preset = rules(&file, version).unwrap_or_default();
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

/// The file of a preset and the version that a text names, or what is wrong with it.
fn find<'n>(name: &'n str, item: &Node) -> Result<(usize, Option<&'n str>), Box<Mistake>> {
    let wrong = |says: String, label: String, help: String| {
        let (at, path) = (item.at.clone(), "presets".to_owned());
        Err(Box::new(Mistake { at, path, says, help: Some(help), label }))
    };
    let (base, version) = name.split_once('@').map_or((name, None), |(base, of)| (base, Some(of)));
    let Some(at) = FILES.iter().position(|(own, _)| *own == base) else {
        let near = nearest(base.trim_start_matches("preset."), FILES.iter().map(|(name, _)| *name));
        let label =
            near.map_or_else(|| say!("scenario-preset-unknown-label"), |near| say!("mistake-meant-text", near = near));
        return wrong(say!("scenario-preset-unknown", name = name), label, say!("scenario-preset-unknown-help"));
    };
    let file = tree::read(FILES[at].1, FIRST + at).unwrap_or_default();
    if rules(&file, version).is_none() {
        let has: Vec<String> = versions(&file).iter().map(|of| format!("\"{base}@{of}\"")).collect();
        let help = match has.is_empty() {
            true => say!("scenario-preset-no-versions-help", name = base),
            false => say!("scenario-preset-version-help", name = base, list = word_list(&has, Join::And)),
        };
        let says = say!("scenario-preset-version", name = base, version = version.unwrap_or_default());
        return wrong(says, say!("scenario-preset-version-label"), help);
    }
    Ok((at, version))
}

/// What is wrong with names of presets.
pub(super) fn unknown(items: &[Node]) -> Vec<Mistake> {
    let wrong = |item: &Node| match &item.value {
        Value::Text(name) => find(name, item).err().map(|mistake| *mistake),
        _ => None,
    };
    items.iter().filter_map(wrong).collect()
}

/// The rules that a later preset of a list takes from an earlier one: the table, the earlier and the later preset.
pub fn given_way(names: &[String]) -> Vec<(String, String, String)> {
    let mut held: Vec<(String, String)> = Vec::new();
    let mut list = Vec::new();
    for name in names {
        let item = Node::unplaced(Value::Text(name.clone()));
        let Ok((at, version)) = find(name, &item) else { continue };
        let file = tree::read(FILES[at].1, FIRST + at).unwrap_or_default();
        for (part, node) in rules(&file, version).unwrap_or_default().0.iter().filter(|(part, _)| part != "preset") {
            for rule in node.table().map(|table| table.keys().collect::<Vec<_>>()).unwrap_or_default() {
                let table = format!("{part}.{rule}");
                match held.iter_mut().find(|(own, _)| *own == table) {
                    Some((_, by)) => list.push((table, std::mem::replace(by, name.clone()), name.clone())),
                    None => held.push((table, name.clone())),
                }
            }
        }
    }
    list
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
