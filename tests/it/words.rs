//! The catalogue holds all words: every text for people is a message of `src/words/en.ftl`, and every message is used.
//!
//! The source is read as tokens, so strings in comments and documentation do not count, nor does code under
//! `#[cfg(test)]`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use zaoshi::registry::{Ask, Form, Knob, Shape, Source};
use zaoshi::scenario::{PRESET_FORM, schema};
use zaoshi::words::ENGLISH;
use zaoshi::{charts, metrics};

/// The texts and messages in the tokens of the source.
#[derive(Default)]
struct Found {
    /// Each `say!` with its place: the id and the names of its arguments.
    calls: Vec<(String, String, BTreeSet<String>)>,
    /// Each string literal with a blank between letters, with its place.
    prose: Vec<(String, String)>,
}

/// Macros and functions whose text is for programmers: an error in the code, or a failed check.
const FOR_PROGRAMMERS: [&str; 12] = [
    "expect",
    "unreachable",
    "panic",
    "todo",
    "unimplemented",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "compile_error",
];

/// Titles of publications stay as they are in every language.
const CITATIONS: [&str; 1] = ["cited"];

/// Files whose strings with blanks are no sentences to people, and what they are.
const NO_PROSE: [(&str, &str); 23] = [
    ("charts/draw/canvas.rs", "SVG"),
    ("charts/draw/outlines.rs", "SVG"),
    ("charts/draw/svg.rs", "SVG"),
    ("report/html.rs", "CSS"),
    ("cli/cluster/hq.rs", "shell"),
    ("cli/cluster/k8s.rs", "YAML"),
    ("cli/cluster/slurm.rs", "shell"),
    ("cli/machine.rs", "words of the system"),
    ("registry/settings.rs", "faults of ours"),
    ("registry/value.rs", "faults of ours"),
    ("metrics/unit.rs", "units as files store them"),
    ("plan/factor.rs", "scenario syntax"),
    ("scenario/format.rs", "scenario syntax"),
    ("scenario/json_schema.rs", "scenario syntax"),
    ("scenario/objectives.rs", "scenario syntax"),
    ("scenario/overlay.rs", "scenario syntax"),
    ("scenario/preset_form.rs", "scenario syntax"),
    ("scenario/toml_errors.rs", "what the TOML parser says"),
    ("search/export.rs", "scenario syntax"),
    ("stats/screening.rs", "scenario syntax"),
    ("sweep/sizes.rs", "scenario syntax"),
    ("stats/facts.rs", "keys of stylised_facts.csv"),
    ("stats/birth_facts.rs", "keys of stylised_facts.csv"),
];

fn sources(folder: &Path, list: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, list);
        } else if path.extension().is_some_and(|end| end == "rs") {
            list.push(path);
        }
    }
}

/// Every file of `src`, with its path there, as tokens.
fn files() -> Vec<(String, TokenStream)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut list = Vec::new();
    sources(&root, &mut list);
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    list.iter().map(|path| (name(path), fs::read_to_string(path).unwrap().parse().unwrap())).collect()
}

fn string(tree: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = tree else { return None };
    let text = literal.to_string();
    let inner = text.trim_start_matches(['b', 'c', 'r', '#']).trim_end_matches('#');
    let quoted = inner.len() >= 2 && inner.starts_with('"') && inner.ends_with('"');
    quoted.then(|| inner[1..inner.len() - 1].to_owned())
}

/// Whether a text is words: letters outside braces on both sides of a blank.
fn is_prose(text: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0_u32;
    for letter in text.replace("\\n", "\n").chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            other if depth == 0 => plain.push(other),
            _ => {}
        }
    }
    let words =
        plain.split([' ', '\n', '\u{a0}']).filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    words.count() > 1
}

fn read(file: &str, tokens: TokenStream, found: &mut Found) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        match &trees[at] {
            // An attribute, including doc comments; one that contains `cfg(test)` skips the item after it.
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                let next = trees.get(at + 1).map(ToString::to_string).unwrap_or_default();
                let inner = next == "!";
                // The message of an error is named in its attribute.
                if let Some(TokenTree::Group(group)) = trees.get(if inner { at + 2 } else { at + 1 }) {
                    let mut within = Found::default();
                    read(file, group.stream(), &mut within);
                    found.calls.extend(within.calls);
                }
                at += if inner { 3 } else { 2 };
                if next.replace(' ', "") == "[cfg(test)]" {
                    while let Some(tree) = trees.get(at) {
                        at += 1;
                        let body = matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
                        if body || matches!(tree, TokenTree::Punct(end) if end.as_char() == ';') {
                            break;
                        }
                    }
                }
            }
            TokenTree::Ident(name) => {
                let bang = matches!(trees.get(at + 1), Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
                let group = match trees.get(if bang { at + 2 } else { at + 1 }) {
                    Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::Brace || bang => Some(group),
                    _ => None,
                };
                let name = name.to_string();
                match group {
                    Some(_) if FOR_PROGRAMMERS.contains(&name.as_str()) || CITATIONS.contains(&name.as_str()) => {
                        at += if bang { 3 } else { 2 };
                    }
                    Some(group) if bang && name == "say" => {
                        let line = group.span_open().start().line;
                        call(&format!("src/{file}:{line}"), group.stream(), found);
                        read(file, group.stream(), found);
                        at += 3;
                    }
                    _ => at += 1,
                }
            }
            TokenTree::Group(group) => {
                read(file, group.stream(), found);
                at += 1;
            }
            tree => {
                if let Some(text) = string(tree).filter(|text| is_prose(text)) {
                    found.prose.push((format!("src/{file}:{}", tree.span().start().line), text));
                }
                at += 1;
            }
        }
    }
}

/// One `say!`: its id, and the names before `=` at its own depth.
fn call(place: &str, tokens: TokenStream, found: &mut Found) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let Some(id) = trees.first().and_then(string) else { return };
    let mut names = BTreeSet::new();
    for triple in trees.windows(3) {
        let comma = matches!(&triple[0], TokenTree::Punct(mark) if mark.as_char() == ',');
        let equals = matches!(&triple[2], TokenTree::Punct(mark) if mark.as_char() == '=');
        if let (true, TokenTree::Ident(name), true) = (comma, &triple[1], equals) {
            names.insert(name.to_string());
        }
    }
    found.calls.push((place.to_owned(), id, names));
}

/// Ids of the catalogue with their arguments: a message's attributes are listed as `id.attribute`.
fn catalogue() -> BTreeMap<String, BTreeSet<String>> {
    let mut list: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut entry) = (String::new(), String::new());
    for line in ENGLISH.lines().filter(|line| !line.starts_with('#')) {
        let indented = line.starts_with(' ');
        let (head, rest) = line.split_once('=').unwrap_or((line, ""));
        let text = if !indented && line.contains('=') {
            message = head.trim().to_owned();
            entry.clone_from(&message);
            assert!(!list.contains_key(&entry), "{entry} stands in the catalogue twice");
            rest
        } else if indented && head.trim().starts_with('.') && line.contains('=') {
            entry = format!("{message}{}", head.trim());
            assert!(!list.contains_key(&entry), "{entry} stands in the catalogue twice");
            rest
        } else {
            line
        };
        if entry.is_empty() {
            continue;
        }
        let arguments = list.entry(entry.clone()).or_default();
        for part in text.split('$').skip(1) {
            arguments
                .insert(part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect());
        }
    }
    list
}

fn found() -> Found {
    let mut found = Found::default();
    let read_here = |file: &str| !file.starts_with("words/") && !file.contains("/tests");
    for (file, tokens) in files().into_iter().filter(|(file, _)| read_here(file)) {
        read(&file, tokens, &mut found);
    }
    found
}

#[test]
fn every_message_that_the_code_says_is_in_the_catalogue_with_all_its_arguments() {
    let (catalogue, found) = (catalogue(), found());
    assert!(found.calls.len() > 500, "the test finds the messages: {}", found.calls.len());
    let mut wrong = Vec::new();
    for (place, id, given) in &found.calls {
        match catalogue.get(id) {
            None => wrong.push(format!("{place}: the catalogue has no {id}")),
            Some(asked) if asked != given => wrong.push(format!("{place}: {id} takes {asked:?}, is given {given:?}")),
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Ids that the code makes from names: tables and their knobs, units, families of metrics, charts.
fn made() -> BTreeSet<String> {
    fn table(id: &str, knobs: &[Knob], ids: &mut BTreeSet<String>) {
        ids.insert(id.to_owned());
        for knob in knobs {
            ids.insert(format!("{}.{}", knob.table, knob.name));
            match knob.source {
                Source::Cited { .. } => ids.insert(format!("{}.{}-found", knob.table, knob.name)),
                Source::Calibrated => ids.insert(format!("{}.{}-target", knob.table, knob.name)),
                Source::Guess | Source::Choice => false,
            };
            if let Ask::Number { unit, .. } | Ask::Count { unit, .. } | Ask::Numbers { unit, .. } = knob.ask {
                ids.insert(format!("unit-{unit}"));
            }
        }
    }
    fn walk(form: &'static Form, ids: &mut BTreeSet<String>) {
        table(form.id, form.knobs, ids);
        for part in form.parts {
            match &part.shape {
                Shape::One(inner) | Shape::Named(inner) | Shape::Patches(inner) => walk(inner, ids),
                Shape::Numbers(knob) => table(knob.table, std::slice::from_ref(*knob), ids),
                Shape::Rows(rows) => rows().into_iter().for_each(|(_, id, knobs)| table(id, knobs, ids)),
            }
        }
    }
    let mut ids = BTreeSet::new();
    walk(&schema::ROOT, &mut ids);
    walk(&PRESET_FORM, &mut ids);
    ids.extend(metrics::FAMILIES.iter().map(|family| format!("metric-family-{}", family.name)));
    ids.extend(charts::CHARTS.iter().map(|chart| format!("chart-{}", chart.name)));
    ids
}

#[test]
fn the_catalogue_holds_nothing_that_nobody_says() {
    let said: BTreeSet<String> = found().calls.into_iter().map(|(_, id, _)| id).collect();
    let page = include_str!("../../src/report/report.html.jinja");
    let paged = |id: &str| page.contains(&format!("say(\"{id}\""));
    let made = made();
    // The help of commands has a test of its own, beside the commands.
    let help = |id: &str| id == "cli" || id.starts_with("cli-") || id.starts_with("cli.");
    let unused = |id: &&String| !said.contains(*id) && !paged(id) && !made.contains(*id) && !help(id);
    let catalogue = catalogue();
    let unused: Vec<&String> = catalogue.keys().filter(unused).collect();
    assert!(unused.is_empty(), "nothing says these messages of src/words/en.ftl: {unused:?}");
}

#[test]
fn the_catalogue_has_the_messages_that_declarations_need() {
    let catalogue = catalogue();
    let missing: Vec<String> = made().into_iter().filter(|id| !catalogue.contains_key(id) && id != "unit-").collect();
    assert!(missing.is_empty(), "src/words/en.ftl lacks: {missing:?}");
}

#[test]
fn no_words_for_people_stand_outside_the_catalogue() {
    let mut wrong = Vec::new();
    for (place, text) in found().prose {
        if !NO_PROSE.iter().any(|(file, _)| place.starts_with(&format!("src/{file}:"))) {
            wrong.push(format!("{place}: {text:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} texts stand outside src/words:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn prose_is_told_from_names_and_markup() {
    for text in ["two words", "{n} runs of {m}", "not yet"] {
        assert!(is_prose(text), "{text}");
    }
    for text in ["{} {}", "{a}, {b}", "one-word", "stroke=\"{x}\"", "¥ {x}", "a b"] {
        assert!(!is_prose(text), "{text}");
    }
}

#[test]
fn a_call_is_read_with_its_arguments() {
    let mut found = Found::default();
    let source = r#"fn f() { x(say!("a-b", one = g(1, two = 2), three = 3)) } #[cfg(test)] mod t { const A: &str = "not read"; }"#;
    read("x.rs", source.parse().unwrap(), &mut found);
    let names: Vec<&str> = found.calls[0].2.iter().map(String::as_str).collect();
    assert_eq!((found.calls[0].1.as_str(), names), ("a-b", vec!["one", "three"]));
    assert!(found.prose.is_empty());
}
