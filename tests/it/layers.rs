//! Imports point down: a file uses only lower floors.
//!
//! Invariant: the floors are one list, so imports that point down have no cycle of floors; within a floor, files are
//! checked for cycles.

use std::fs;
use std::path::Path;

/// The floors from the bottom up. A new top-level module gets its place here.
const FLOORS: &[&str] = &[
    "words",
    "error",
    "registry",
    "world",
    "incentives",
    "mechanisms",
    "kinds",
    "scenario",
    "model",
    "metrics",
    "engine",
    "experiment",
    "plan",
    "stats",
    "findings",
    "charts",
    "report",
    "store",
    "sweep",
    "search",
    "run",
    "evidence",
    "cli",
    "lib",
    "main",
];

#[test]
fn the_floors_stand_in_contributing_as_they_are() {
    let told = include_str!("../../CONTRIBUTING.md").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(&FLOORS.join(" · ")), "CONTRIBUTING.md: the floors are {}", FLOORS.join(" · "));
}

#[test]
fn the_front_page_lists_the_modules_from_the_ground_floor_up() {
    let page = include_str!("../../src/lib.rs");
    let listed: Vec<&str> =
        page.lines().filter_map(|line| Some(line.strip_prefix("//! - [`")?.split_once("`]:")?.0)).collect();
    let program = FLOORS.iter().position(|floor| *floor == "cli").unwrap();
    assert_eq!(listed, &FLOORS[..program]);
}

/// Macros are at the root, wherever they are defined.
const MACROS: [&str; 3] = ["say", "params", "knob"];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|f| *f == module)
}

/// The top-level module of a file: `world/people.rs` gives `world`.
fn module(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

/// The code of a line: comments, and doc links in them, are not imports.
fn code(line: &str) -> &str {
    line.find("//").map_or(line, |at| &line[..at])
}

fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())]
}

/// The first names of `{a, b::{c, d}, e}`, without the opening brace.
fn listed(text: &str) -> Vec<&str> {
    let (mut depth, mut names, mut start) = (0, Vec::new(), Some(0));
    for (at, c) in text.char_indices() {
        if depth == 0 && start.is_some() && !c.is_whitespace() && c != '}' {
            names.push(word(&text[at..]));
            start = None;
        }
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = Some(at),
            _ => {}
        }
    }
    names
}

/// Where paths of this crate begin, and with which word.
fn roots(code: &str) -> Vec<(&'static str, usize)> {
    let begins = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    let of = |root: &'static str| code.match_indices(root).filter(|(at, _)| begins(*at)).map(move |(at, _)| (root, at));
    ["crate::", "zaoshi::", "super::"].into_iter().flat_map(of).collect()
}

/// Every `crate::name` (and `zaoshi::name` in the program): line, and the module that it names.
fn arrows(file: &str, text: &str) -> Vec<(usize, String)> {
    let code: String = text.lines().map(|line| format!("{}\n", code(line))).collect();
    // In `engine.rs` and `world/mod.rs`, `super` is the root as well.
    let at_top = !file.contains('/') || file.ends_with("/mod.rs") && file.matches('/').count() == 1;
    let mut found = Vec::new();
    for (root, at) in roots(&code) {
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + root.len()..];
        let names = if let Some(list) = rest.strip_prefix('{') { listed(list) } else { vec![word(rest)] };
        for name in names.into_iter().filter(|n| !n.is_empty()) {
            match floor(name) {
                Some(_) if root != "super::" || at_top => found.push((line, name.to_owned())),
                // `crate::Summary` is a re-export at the root.
                None if root == "crate::" && !MACROS.contains(&name) => found.push((line, "lib".to_owned())),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// The violations in a tree of files, one sentence each.
fn complaints(files: &[(String, String)]) -> Vec<String> {
    let mut list = Vec::new();
    for (file, text) in files {
        let from = module(file);
        let Some(here) = floor(from) else {
            list.push(format!("src/{file}: the module {from} has no floor: give it a place in FLOORS"));
            continue;
        };
        for (line, to) in arrows(file, text) {
            if floor(&to).is_some_and(|there| there > here) {
                list.push(format!("src/{file}:{line}: {from} -> {to} points up: {to} stands above {from}"));
            }
        }
    }
    list
}

/// The module of a file: `world/people.rs` gives `world`, `people`; `world/mod.rs` gives `world`.
fn path_of(file: &str) -> Vec<&str> {
    let path = file.trim_end_matches(".rs");
    path.trim_end_matches("/mod").split('/').collect()
}

/// The files that a file uses, without its own parents: `super::sides::side` in `engine/trust.rs` is `engine/sides.rs`.
fn uses(file: &str, text: &str, files: &[(String, String)]) -> Vec<usize> {
    let own = path_of(file);
    let code: String = text.lines().map(|line| format!("{}\n", code(line))).collect();
    let mut found = Vec::new();
    for (root, at) in roots(&code) {
        let mut rest = &code[at + root.len()..];
        let mut to: Vec<&str> = if root == "super::" { own[..own.len() - 1].to_vec() } else { Vec::new() };
        while let Some(further) = rest.strip_prefix("super::") {
            to.pop();
            rest = further;
        }
        while let Some((name, further)) = rest.split_once("::").filter(|(name, _)| word(name) == *name) {
            to.push(name);
            rest = further;
        }
        let names = if let Some(list) = rest.strip_prefix('{') { listed(list) } else { vec![word(rest)] };
        for name in names {
            // The longest path that is a file: what follows are names in that file.
            let whole: Vec<&str> = to.iter().copied().chain([name]).collect();
            let longest =
                (1..=whole.len()).rev().find_map(|n| files.iter().position(|(f, _)| path_of(f) == whole[..n]));
            found.extend(longest.filter(|to| {
                let there = path_of(&files[*to].0);
                !own.starts_with(&there) && !there.starts_with(&own)
            }));
        }
    }
    found
}

/// A cycle of files that use each other, if there is one.
fn circle(files: &[(String, String)]) -> Option<Vec<&str>> {
    let arrows: Vec<Vec<usize>> = files.iter().map(|(file, text)| uses(file, text, files)).collect();
    // Files that use no remaining file are removed until there are none.
    let mut left: Vec<usize> = (0..files.len()).collect();
    while let Some(at) = left.iter().position(|file| arrows[*file].iter().all(|to| !left.contains(to))) {
        left.swap_remove(at);
    }
    // Every remaining file leads into a cycle.
    let mut way = vec![*left.first()?];
    loop {
        let next = *arrows[way[way.len() - 1]].iter().find(|to| left.contains(to))?;
        if let Some(start) = way.iter().position(|file| *file == next) {
            return Some(way[start..].iter().map(|file| files[*file].0.as_str()).collect());
        }
        way.push(next);
    }
}

fn read(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else if name.ends_with(".rs") {
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn every_import_points_down() {
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    assert!(files.len() > 5, "the test reads the tree");
    let list = complaints(&files);
    assert!(list.is_empty(), "{}", list.join("\n"));
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    let arrows: usize = files.iter().map(|(file, text)| uses(file, text, &files).len()).sum();
    assert!(arrows > 1000, "the test finds the arrows: {arrows}");
    assert_eq!(circle(&files), None);
}

#[test]
fn a_circle_within_a_folder_is_found() {
    let three = |third: &str| -> Vec<(String, String)> {
        let texts = [
            ("engine/mod.rs", "mod trust; mod sides; mod ration; use self::trust::judge;"),
            ("engine/trust.rs", "use super::sides::side;\nuse super::tick;"),
            ("engine/sides.rs", "use crate::engine::{ration::hours};"),
            ("engine/ration.rs", third),
        ];
        texts.map(|(file, text)| (file.to_owned(), text.to_owned())).to_vec()
    };
    assert_eq!(circle(&three("use super::tick; // super::trust")), None);
    let round = three("fn f() { super::trust::judge() }");
    let mut told = circle(&round).unwrap();
    told.sort();
    assert_eq!(told, ["engine/ration.rs", "engine/sides.rs", "engine/trust.rs"]);
}

fn told(file: &str, text: &str) -> Vec<String> {
    complaints(&[(file.to_owned(), text.to_owned())])
}

#[test]
fn an_arrow_up_is_told_with_file_line_and_arrow() {
    let list = told("world/people.rs", "//! People.\n\nuse crate::engine::Tick;\n");
    assert_eq!(list, ["src/world/people.rs:3: world -> engine points up: engine stands above world"]);
}

#[test]
fn an_arrow_up_is_found_in_braces_in_paths_and_behind_super() {
    assert_eq!(told("world/mod.rs", "use crate::{\n    error::{Error, Mistake},\n    stats,\n};").len(), 1);
    assert_eq!(told("world/people.rs", "fn f(s: &crate::stats::Summary) {}").len(), 1);
    assert_eq!(told("model.rs", "use super::engine;").len(), 1);
    assert_eq!(told("store/mod.rs", "use crate::Everything;").len(), 1);
}

#[test]
fn an_arrow_down_a_comment_and_ones_own_floor_are_fine() {
    let text = "//! Read by [`crate::charts`].\nuse crate::error::Error; // crate::cli\nuse crate::stats::Band;\n";
    assert_eq!(told("stats/bands.rs", text), [""; 0]);
    assert_eq!(told("main.rs", "use zaoshi::{cli, error::Error};"), [""; 0]);
}

#[test]
fn a_circle_has_an_arrow_up_somewhere() {
    let circle = [("model.rs", "use crate::engine::run;"), ("engine.rs", "use crate::model::Model;")];
    let files = circle.map(|(file, text)| (file.to_owned(), text.to_owned()));
    assert_eq!(complaints(&files).len(), 1);
}

#[test]
fn a_module_without_a_floor_is_told() {
    assert_eq!(
        told("gardens/rose.rs", ""),
        ["src/gardens/rose.rs: the module gardens has no floor: give it a place in FLOORS"]
    );
}
