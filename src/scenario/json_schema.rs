//! The language as a JSON Schema, for editors that complete and check while one types.
//!
//! Invariant: it is made from [`super::schema::ROOT`] alone, so it always agrees with the loader.

use serde_json::{Map, Value, json};

use super::format;
use super::schema_path::{self, Sheet};
use crate::registry::{Ask, Knob, Set, Shape};
use crate::say;

const KEBAB: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const AMOUNT: &str = "[-+]?[0-9_]*\\.?[0-9_]+(e[-+]?[0-9]+)?";
const SPAN: &str = "(hour|day|week|month|quarter|year)s?";

/// The JSON Schema of a scenario file.
pub fn schema_json() -> Value {
    let mut schema = sheet(&schema_path::root(), true);
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!("Scenario"));
    Value::Object(schema)
}

fn sheet(form: &Sheet, root: bool) -> Map<String, Value> {
    let mut properties = Map::new();
    if form.offable {
        properties.insert(
            "off".to_owned(),
            json!({ "type": "boolean", "default": false, "description": say!("schema-off") }),
        );
    }
    for knob in form.knobs {
        properties.insert(knob.name.to_owned(), value(knob));
    }
    for part in form.parts {
        properties.insert(part.name.to_owned(), shape(&part.shape));
    }
    let mut out = Map::new();
    out.insert("type".to_owned(), json!("object"));
    out.insert("description".to_owned(), json!(form.says()));
    out.insert("properties".to_owned(), Value::Object(properties));
    out.insert("additionalProperties".to_owned(), json!(false));
    let needed: Vec<&str> = form.knobs.iter().filter(|knob| knob.needed()).map(|knob| knob.name).collect();
    // A file that extends another may take its required values from that one.
    if !needed.is_empty() && root {
        out.insert("anyOf".to_owned(), json!([{ "required": ["extends"] }, { "required": needed }]));
    }
    out
}

fn shape(shape: &'static Shape) -> Value {
    match shape {
        Shape::One(form) => {
            let form = Sheet::of(form, false);
            Value::Object(sheet(&form, false))
        }
        Shape::Named(form) => named(&form.says(), sheet_under(shape)),
        Shape::Patches(form) => {
            let mut open = sheet_under(shape);
            open.insert("additionalProperties".to_owned(), json!(true));
            // A file that extends another may take out what it inherits.
            let each = json!({ "anyOf": [open, { "enum": ["off", "on"] }] });
            let mut all = named(&form.says(), Map::new());
            all["additionalProperties"] = each;
            all
        }
        Shape::Numbers(knob) => {
            json!({ "type": "object", "propertyNames": { "pattern": KEBAB }, "additionalProperties": value(knob) })
        }
        Shape::Rows(rows) => {
            let row = |(name, _, _): &(&'static str, _, _)| {
                schema_path::under(shape, name).map(|form| ((*name).to_owned(), Value::Object(sheet(&form, false))))
            };
            let properties: Map<String, Value> = rows().iter().filter_map(row).collect();
            json!({ "type": "object", "properties": properties, "additionalProperties": false })
        }
    }
}

fn sheet_under(shape: &'static Shape) -> Map<String, Value> {
    schema_path::under(shape, "name").map(|form| sheet(&form, false)).unwrap_or_default()
}

fn named(says: &str, each: Map<String, Value>) -> Value {
    json!({ "type": "object", "description": says, "propertyNames": { "pattern": KEBAB }, "additionalProperties": each })
}

/// A value of the knob to which the path beside it leads.
fn given() -> Value {
    json!({ "type": ["number", "string"], "examples": ["0.03 per year", "2027-01-04"] })
}

fn value(knob: &Knob) -> Value {
    let mut out = match knob.ask {
        Ask::Number { low, high, .. } => json!({ "type": "number", "minimum": low, "maximum": high }),
        Ask::Count { low, high, .. } => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Ask::Rate { .. } => {
            json!({ "type": "string", "pattern": format!("^{AMOUNT} per ([0-9.]+ )?{SPAN}$"), "examples": ["0.03 per year"] })
        }
        Ask::Duration { .. } => {
            json!({ "type": "string", "pattern": format!("^{AMOUNT} {SPAN}$"), "examples": ["30 days", "3 years"] })
        }
        Ask::Quota { .. } => {
            json!({ "type": "string", "pattern": format!("^{AMOUNT} per ([0-9.]+ )?{SPAN}$"), "examples": ["20 per week"] })
        }
        Ask::Choice { options, .. } => json!({ "enum": options }),
        Ask::Flag { .. } => json!({ "type": "boolean" }),
        Ask::Text { .. } | Ask::Name { .. } => json!({ "type": "string" }),
        Ask::Date { .. } => json!({ "type": "string", "format": "date", "examples": ["2027-01-04"] }),
        Ask::Names { .. } => json!({ "type": "array", "items": { "type": "string" } }),
        Ask::Given => given(),
        Ask::Givens => json!({ "type": "array", "items": given() }),
        Ask::Numbers { low, high, .. } => {
            json!({ "type": "array", "items": { "type": "number", "minimum": low, "maximum": high } })
        }
    };
    let tail = match knob.ask {
        Ask::Name { of, .. } | Ask::Names { of } if !of.starts_with('<') => say!("schema-from", table = of),
        _ if knob.unit().is_empty() => String::new(),
        _ => say!("schema-unit", unit = knob.unit()),
    };
    out["title"] = json!(knob.name);
    out["description"] = json!(format!("{}{tail}", knob.says()));
    let default = match knob.default() {
        Set::Absent => None,
        Set::Number(_) if matches!(knob.ask, Ask::Rate { .. } | Ask::Duration { .. }) => {
            Some(json!(format::written(knob, &knob.default()).trim_matches('"')))
        }
        Set::Number(x) => Some(json!(x)),
        Set::Count(n) => Some(json!(n)),
        Set::Quota(..) => Some(json!(format::written(knob, &knob.default()).trim_matches('"'))),
        Set::Text(text) => Some(json!(text)),
        Set::Flag(flag) => Some(json!(flag)),
        Set::Names(names) => Some(json!(names)),
        Set::Numbers(numbers) => Some(json!(numbers)),
        // No such value has a default but the empty list.
        Set::Given(_) => None,
        Set::Givens(_) => Some(json!([])),
    };
    if let Some(default) = default {
        out["default"] = default;
    }
    out
}
