//! The registries: every entry can be made from its own knobs and has a sentence.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use zaoshi::incentives::{
    self, badge, balance, campaign, carrier, framework, gripe, grows, ladder, occasion, path, points, prize, shop,
};
use zaoshi::kinds::{chapter, sig};
use zaoshi::mechanisms;
use zaoshi::metrics;
use zaoshi::registry::{Ask, Form, Knob, Set, Settings, Shape, Source};
use zaoshi::scenario::schema;

use crate::rich::RICH;
use crate::study::run;

fn is_kebab(name: &str) -> bool {
    name.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

fn is_snake(name: &str) -> bool {
    is_kebab(&name.replace('_', "-"))
}

/// One sentence: begins with a capital or a quote, ends with a full stop, and has no other.
fn is_sentence(says: &str) -> bool {
    let begins = says.chars().next().is_some_and(|c| c.is_uppercase());
    begins && says.ends_with('.') && !says.trim_end_matches('.').contains(". ")
}

/// Calls `each` with every form of the language, its path, and the knobs of every entry of a registry.
fn walk(each: &mut dyn FnMut(&str, &str, &'static [Knob])) {
    fn form(path: &str, sheet: &'static Form, each: &mut dyn FnMut(&str, &str, &'static [Knob])) {
        each(path, &sheet.says(), sheet.knobs);
        for part in sheet.parts {
            let inner = format!("{path}.{}", part.name);
            match &part.shape {
                Shape::One(table) | Shape::Named(table) | Shape::Patches(table) => form(&inner, table, each),
                Shape::Numbers(knob) => each(&inner, "Numbers.", std::slice::from_ref(*knob)),
                Shape::Rows(rows) => {
                    for (name, id, knobs) in rows() {
                        let says = zaoshi::words::sentence(id, None).unwrap_or_default();
                        each(&format!("{inner}.{name}"), &says, knobs);
                    }
                }
            }
        }
    }
    form("", &schema::ROOT, each);
}

#[test]
fn every_mechanism_is_made_from_its_own_defaults() {
    for row in mechanisms::REGISTRY.entries {
        for days in [1.0, 7.0, 365.25] {
            let _ = (row.make)(&Settings::defaults(row.knobs), days);
        }
    }
}

/// The defaults of a form, with a value for each required knob.
fn filled(form: &Form) -> Settings {
    let mut settings = Settings { values: form.knobs.iter().map(|knob| (knob.name, knob.default())).collect() };
    for knob in form.knobs.iter().filter(|knob| knob.needed()) {
        settings = settings.with(knob.name, Set::Text("something".to_owned()));
    }
    settings
}

#[test]
fn every_table_of_a_rule_is_the_struct_that_the_code_works_with() {
    fn made<T: DeserializeOwned>(name: &str, form: &Form) {
        if let Err(fault) = filled(form).try_make::<T>() {
            panic!("{name}: {fault}");
        }
    }
    made::<points::Points>("points", &points::FORM);
    made::<shop::Item>("shop", &shop::FORM);
    made::<prize::Prize>("prize", &prize::FORM);
    made::<badge::Badge>("badge", &badge::FORM);
    made::<campaign::Campaign>("campaign", &campaign::FORM);
    made::<carrier::Carrier>("carrier", &carrier::FORM);
    made::<occasion::Occasion>("occasion", &occasion::FORM);
    made::<occasion::Prize>("pot", &occasion::PRIZE);
    made::<occasion::Swag>("swag", &occasion::SWAG);
    made::<occasion::Challenge>("challenge", &occasion::CHALLENGE);
    made::<occasion::FollowUp>("follow_up", &occasion::FOLLOW_UP);
    made::<gripe::Gripe>("gripe", &gripe::FORM);
    made::<balance::Balance>("balance", &balance::FORM);
    made::<path::Path>("path", &path::FORM);
    made::<path::Entry>("entry of a path", &path::ENTRY);
    made::<path::Review>("review of a path", &path::REVIEW);
    made::<path::Benefit>("benefit of a path", &path::BENEFIT);
    made::<path::Obligation>("obligation", &path::OBLIGATION);
    made::<framework::University>("university", &framework::UNIVERSITY);
    made::<framework::Traffic>("traffic", &framework::TRAFFIC);
    made::<sig::Sig>("sig", &sig::FORM);
    made::<sig::Seat>("seat", &sig::SEAT);
    made::<chapter::Chapter>("chapter", &chapter::FORM);
    made::<grows::Grows>("grows", &grows::FORM);
    made::<ladder::Entry>("entry", &ladder::ENTRY);
    made::<ladder::Vote>("vote", &ladder::VOTE);
    made::<ladder::Review>("review", &ladder::REVIEW);
    made::<ladder::Exit>("exit", &ladder::EXIT);
    made::<ladder::Benefit>("benefit", &ladder::BENEFIT);
    made::<incentives::Six>("relief", &incentives::NEEDS);
}

#[test]
fn every_option_of_every_choice_is_a_word_that_the_code_knows() {
    for row in mechanisms::REGISTRY.entries {
        for knob in row.knobs {
            if let Ask::Choice { options, .. } = knob.ask {
                for option in options {
                    let set = Set::Text((*option).to_owned());
                    let _ = (row.make)(&Settings::defaults(row.knobs).with(knob.name, set), 7.0);
                }
            }
        }
    }
    fn known<T: DeserializeOwned>(name: &str, form: &Form) {
        for knob in form.knobs {
            if let Ask::Choice { options, .. } = knob.ask {
                for option in options {
                    let set = Set::Text((*option).to_owned());
                    if let Err(fault) = filled(form).with(knob.name, set).try_make::<T>() {
                        panic!("{name}.{} = {option}: {fault}", knob.name);
                    }
                }
            }
        }
    }
    known::<points::Points>("points", &points::FORM);
    known::<shop::Item>("shop", &shop::FORM);
    known::<prize::Prize>("prize", &prize::FORM);
    known::<badge::Badge>("badge", &badge::FORM);
    known::<occasion::Occasion>("occasion", &occasion::FORM);
    known::<occasion::Prize>("pot", &occasion::PRIZE);
    known::<occasion::Swag>("swag", &occasion::SWAG);
    known::<ladder::Entry>("entry", &ladder::ENTRY);
    known::<ladder::Review>("review", &ladder::REVIEW);
}

#[test]
fn names_are_kebab_case_and_knobs_snake_case() {
    walk(&mut |path, _, knobs| {
        for name in path.split('.').filter(|name| !name.is_empty()) {
            assert!(is_kebab(name), "{path}");
        }
        for knob in knobs {
            assert!(is_snake(knob.name), "{path}.{}", knob.name);
        }
        let names: BTreeSet<&str> = knobs.iter().map(|knob| knob.name).collect();
        assert_eq!(names.len(), knobs.len(), "{path}: two knobs of one name");
    });
    let rows: BTreeSet<&str> = mechanisms::REGISTRY.entries.iter().map(|row| row.name).collect();
    assert_eq!(rows.len(), mechanisms::REGISTRY.entries.len(), "two mechanisms of one name");
    for row in metrics::FAMILIES {
        assert!(is_kebab(row.name), "{}", row.name);
    }
}

#[test]
fn everything_says_what_it_is_in_one_sentence() {
    walk(&mut |path, says, knobs| {
        assert!(is_sentence(says), "{path}: {says}");
        for knob in knobs {
            assert!(is_sentence(&knob.says()), "{path}.{}: {}", knob.name, knob.says());
        }
    });
    for family in metrics::FAMILIES {
        assert!(is_sentence(&family.sentence()), "{}", family.name);
    }
}

#[test]
fn defaults_lie_within_their_ranges() {
    walk(&mut |path, _, knobs| {
        for knob in knobs {
            let path = format!("{path}.{}", knob.name);
            let within = |low: f64, high: f64, x: Option<f64>| {
                assert!(low < high && x.is_none_or(|x| (low..=high).contains(&x)), "{path}: {low} to {high}, {x:?}");
            };
            match knob.ask {
                Ask::Number { low, high, default, .. }
                | Ask::Rate { low, high, default }
                | Ask::Duration { low, high, default } => within(low, high, default),
                Ask::Count { low, high, default, .. } => within(low as f64, high as f64, default.map(|n| n as f64)),
                Ask::Quota { low, high, default } => within(low, high, default.map(|(n, _)| n)),
                Ask::Numbers { low, high, .. } => within(low, high, None),
                Ask::Choice { options, default } => {
                    assert!(options.len() > 1 && options.contains(&default), "{path}: {default}");
                }
                Ask::Flag { .. } | Ask::Text { .. } | Ask::Date { .. } | Ask::Name { .. } | Ask::Names { .. } => {}
                Ask::Given | Ask::Givens => {}
            }
        }
    });
}

#[test]
fn every_knob_has_a_source() {
    walk(&mut |path, _, knobs| {
        for knob in knobs {
            match knob.source {
                Source::Cited { link, .. } => {
                    assert!(knob.origin().len() > 10, "{path}.{}: {}", knob.name, knob.origin());
                    assert!(link.starts_with("http"), "{path}.{}: {link}", knob.name);
                }
                Source::Calibrated => assert!(knob.origin().len() > 10, "{path}.{}: {}", knob.name, knob.origin()),
                Source::Guess | Source::Choice => {}
            }
            // A number about the world is an assumption with a source; only decisions of the user are choices.
            let rate = matches!(knob.ask, Ask::Rate { .. });
            let decided = path.contains("ladder") || path.contains("campaign");
            assert!(!rate || decided || knob.source != Source::Choice, "{path}.{} has no source", knob.name);
        }
    });
}

#[test]
fn a_metric_row_names_as_many_metrics_as_it_reads_and_names_are_unique() {
    let study = run(RICH);
    let names = study.names();
    let unique: BTreeSet<&String> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
    for (design, runs) in study.ensemble.runs.iter().enumerate() {
        for row in runs.iter().flat_map(|run| &run.rows) {
            assert_eq!(row.len(), names.len(), "design {design}");
        }
    }
    for metric in &study.experiment.metrics {
        let plain = metric.name.replace([':', '.'], "-");
        assert!(is_kebab(&plain), "{}", metric.name);
        assert!(!metric.title.is_empty() && metric.title.chars().next().is_some_and(|c| !c.is_whitespace()));
        assert_eq!(metric.total, metric.title.ends_with("so far"), "{}", metric.name);
    }
}
