//! The language of a preset file: the sources of its numbers, and rules in the form of any scenario.
//!
//! Invariant: a preset contains only rules that people design, each under a name, so that it can replace a rule of the same name.

use super::check;
use super::preset_actions::ACTIONS;
use super::schema_path::{self, Place, Sheet, join};
use super::tree::{self, Node, Table, Value};
use super::{format, values};
use crate::error::{Error, File, Mistake, Mistakes};
use crate::incentives::{badge, balance, campaign, ladder, occasion, path, points, prize, shop};
use crate::params;
use crate::registry::{Form, Part, Shape};
use crate::say;

/// The whole file.
pub const FORM: Form = Form {
    id: "preset-file",
    knobs: &[],
    parts: &[
        Part { name: "preset", shape: Shape::One(&HEAD) },
        Part { name: "points", shape: Shape::Named(&points::FORM) },
        Part { name: "balance", shape: Shape::One(&balance::FORM) },
        Part { name: "shop", shape: Shape::Named(&shop::FORM) },
        Part { name: "prize", shape: Shape::Named(&prize::FORM) },
        Part { name: "badge", shape: Shape::Named(&badge::FORM) },
        Part { name: "ladder", shape: Shape::Named(&ladder::FORM) },
        Part { name: "campaign", shape: Shape::Named(&campaign::FORM) },
        Part { name: "occasion", shape: Shape::Named(&occasion::FORM) },
        Part { name: "path", shape: Shape::Named(&path::FORM) },
        Part { name: VERSIONS, shape: Shape::Named(&VERSION) },
    ],
};

params! {
    /// `[preset]`.
    struct Head: "preset" {
        pub says: String = needed_text();
        pub source: String = needed_text();
        pub place: String = needed_text();
        pub link: String = needed_text();
        pub read_on: String = date();
        pub from: Option<String> = maybe_date();
        pub status: String = choice(&["repository", "official page", "third party"], "repository");
        pub not_published: Vec<String> = references("<words>");
        pub assumed: Vec<String> = references("<words>");
    }
}

/// `[preset]`.
pub(super) const HEAD: Form =
    Form { id: "preset", knobs: Head::KNOBS, parts: &[Part { name: "fields", shape: Shape::Named(&FIELD) }] };

params! {
    /// `[preset.fields.reviewer]`.
    struct HeadField: "preset-field" {
        pub published: String = needed_text();
        pub path: String = text("");
        pub how: String = choice(&["modelled", "approximated", "not modelled"], "modelled");
        pub note: String = text("");
    }
}

/// `[preset.fields.reviewer]`.
pub(super) const FIELD: Form = Form { id: "preset-field", knobs: HeadField::KNOBS, parts: &[] };

params! {
    /// `[version.2019]`: what the rules were before, laid over those of the file.
    struct HeadVersion: "preset-version" {
        pub says: String = needed_text();
        pub place: String = needed_text();
        pub link: String = needed_text();
        pub from: Option<String> = maybe_date();
        pub changes: Vec<String> = references("<words>");
    }
}

/// `[version.2019]`, without the rules in it.
const VERSION: Form = Form { id: "preset-version", knobs: HeadVersion::KNOBS, parts: &[] };

/// A preset as people read about it.
#[derive(Clone, Debug, serde::Serialize)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Preset {
    pub name: String,
    pub says: String,
    pub source: String,
    pub place: String,
    pub link: String,
    pub read_on: String,
    /// The day from which these rules hold, if the source says it.
    pub from: Option<String>,
    pub status: String,
    pub fields: Vec<Field>,
    pub not_published: Vec<String>,
    pub assumed: Vec<String>,
    /// Every number, word and name that it sets, as a scenario writes them.
    pub sets: Vec<(String, String)>,
    /// Its rules at earlier dates.
    pub versions: Vec<Version>,
}

/// The rules of a preset at an earlier date.
#[derive(Clone, Debug, serde::Serialize)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Version {
    pub name: String,
    pub says: String,
    pub place: String,
    pub link: String,
    /// The day from which they held; `None` if they are a variant of the newest.
    pub from: Option<String>,
    pub changes: Vec<String>,
    /// As of the preset.
    pub sets: Vec<(String, String)>,
}

/// One thing that the source of a preset publishes.
#[derive(Clone, Debug, serde::Serialize)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Field {
    pub name: String,
    pub published: String,
    pub path: String,
    pub how: String,
    pub note: String,
    /// What the preset sets there.
    pub set: Option<String>,
}

impl Preset {
    /// Reads and checks the text of a preset file.
    ///
    /// # Errors
    /// All of its mistakes at once, as of a scenario.
    pub fn read(name: &str, text: &str) -> Result<Preset, Error> {
        let wrong = |list: Vec<Mistake>| {
            let file = File { name: format!("{name}.toml"), text: text.to_owned() };
            Error::Scenario(Mistakes { files: vec![file], list })
        };
        let whole = tree::read(text, 0).map_err(wrong)?;
        let tree = rules(&whole, None).unwrap_or_default();
        let mut list = mistakes(&tree);
        let sets = sets(&tree);
        let head = tree.table_at("preset").cloned().unwrap_or_default();
        let of = |form: &'static Form, table: &Table| {
            let sheet = Sheet::of(form, false);
            super::access::fill(sheet.defaults(), &sheet, Some(table))
        };
        let mut fields = Vec::new();
        for (name, node) in head.table_at("fields").map(|table| table.0.as_slice()).unwrap_or_default() {
            let own: HeadField = of(&FIELD, node.table().unwrap_or(&Table::default())).make();
            let HeadField { published, path, how, note } = own;
            let set = sets.iter().find(|(at, _)| *at == path).map(|(_, set)| set.clone());
            if (how == "not modelled") != path.is_empty() || !path.is_empty() && set.is_none() {
                list.push(Mistake {
                    at: node.key.clone(),
                    path: format!("preset.fields.{name}"),
                    says: match path.as_str() {
                        "" => say!("scenario-preset-field-no-path", field = name, how = &how),
                        path => say!("scenario-preset-field", field = name, how = &how, path = path),
                    },
                    help: Some(say!("scenario-preset-field-help")),
                    label: say!("scenario-preset-field-label"),
                });
            }
            fields.push(Field { name: name.clone(), published, path, how, note, set });
        }
        if !list.is_empty() {
            list.sort_by(|a, b| a.at.cmp(&b.at));
            return Err(wrong(list));
        }
        let Head { says, source, place, link, read_on, from, status, not_published, assumed } = of(&HEAD, &head).make();
        let mut preset = Preset {
            name: name.to_owned(),
            says,
            source,
            place,
            link,
            read_on,
            from,
            status,
            fields,
            not_published,
            assumed,
            sets,
            versions: Vec::new(),
        };
        for (name, node) in whole.table_at(VERSIONS).map(|table| table.0.as_slice()).unwrap_or_default() {
            let own = Table(node.table().map(|table| table.0.clone()).unwrap_or_default());
            let mut head = own.clone();
            head.0.retain(|(key, _)| VERSION.knobs.iter().any(|knob| knob.name == key));
            let tree = rules(&whole, Some(name)).unwrap_or_default();
            list.extend(check::check_table(&head, Sheet::of(&VERSION, false), &head));
            list.extend(mistakes(&tree));
            if list.is_empty() {
                let HeadVersion { says, place, link, from, changes } = of(&VERSION, &head).make();
                let sets = self::sets(&tree);
                preset.versions.push(Version { name: name.clone(), says, place, link, from, changes, sets });
            }
        }
        preset.versions.sort_by(|a, b| a.from.cmp(&b.from));
        if list.is_empty() { Ok(preset) } else { Err(wrong(list)) }
    }

    /// Whether the preset states that it sets a path without a source.
    pub fn assumes(&self, path: &str) -> bool {
        let covers = |assumed: &str| {
            let (mut above, mut keys) = (assumed.split('.'), path.split('.'));
            above.all(|a| keys.next().is_some_and(|key| a == "*" || a == key))
        };
        self.assumed.iter().any(|assumed| covers(assumed))
    }
}

/// The table of the versions of a preset.
const VERSIONS: &str = "version";

/// The names of the versions of a preset file.
pub(super) fn versions(file: &Table) -> Vec<&str> {
    file.table_at(VERSIONS).map(|table| table.keys().collect()).unwrap_or_default()
}

/// The rules of a preset file with its head: the newest, or those of a version; `None` if there is no such version.
pub(super) fn rules(file: &Table, version: Option<&str>) -> Option<Table> {
    let mut tree = file.clone();
    tree.0.retain(|(part, _)| part != VERSIONS);
    if let Some(version) = version {
        let mut over = file.table_at(VERSIONS)?.get(version)?.table()?.clone();
        over.0.retain(|(key, _)| VERSION.knobs.iter().all(|knob| knob.name != key));
        tree.merge(over);
    }
    Some(tree)
}

/// What is wrong with the rules of a preset.
fn mistakes(tree: &Table) -> Vec<Mistake> {
    // It uses the words of the vocabulary; each scenario has these actions under its own names.
    let mut among = tree.clone();
    for knob in ACTIONS.knobs {
        among.put(&join("action", knob.name), Node::unplaced(Value::Table(Table::default())));
    }
    check::check_table(&among, Sheet::of(&FORM, false), tree)
}

/// Every value that the rules of a preset set.
fn sets(tree: &Table) -> Vec<(String, String)> {
    let mut sets = Vec::new();
    for (part, node) in tree.0.iter().filter(|(part, _)| part != "preset") {
        leaves(part, node, &mut sets);
    }
    sets
}

/// Every value below a path, as a scenario file writes it.
fn leaves(path: &str, node: &Node, list: &mut Vec<(String, String)>) {
    match &node.value {
        Value::Table(table) if table.is_off() => {}
        Value::Table(table) => table.0.iter().for_each(|(key, node)| leaves(&join(path, key), node, list)),
        _ => {
            if let Some(Place::Knob(knob)) = schema_path::place(path)
                && let Ok(set) = values::read(knob, node)
            {
                list.push((path.to_owned(), format::written(knob, &set)));
            }
        }
    }
}
