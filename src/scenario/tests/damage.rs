//! Damage: whatever a file holds, the loader answers with mistakes and never panics.

use super::{WORLD, sound, world};
use crate::error::Error;
use crate::scenario::{Patch, Scenario, commented};

#[test]
fn a_document_nested_out_of_all_measure_is_a_mistake_and_no_more() {
    let key = ["a"; 79].join(".");
    let value = (0..20).fold("1".to_owned(), |value, _| format!("{{ {key} = {value} }}"));
    assert!(Scenario::parse("deep.toml", &format!("[treatment.deep]\n{key} = {value}")).is_err());
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_loader_panic(text in "(name|start|[a-z.\"=\\[\\]{}0-9 \n#ψ]|points|answer|off|treatment|\"){0,60}") {
        if let Err(Error::Scenario(mistakes)) = Scenario::parse("any.toml", &text) {
            mistakes.render(false);
        }
    }

    #[test]
    fn no_damage_to_a_scenario_makes_the_loader_panic(at in 0..WORLD.len(), cut in 0..40_usize, put in "[\"'=.{}\\[\\]\n0-9a-zψ]{0,6}") {
        let text = format!("{}{put}{}", &WORLD[..at], &WORLD[(at + cut).min(WORLD.len())..]);
        match Scenario::parse("any.toml", &text) {
            Ok(scenario) => {
                let resolved = scenario.resolved_toml();
                proptest::prop_assert_eq!(sound(&resolved).resolved_toml(), resolved);
                commented(&scenario, "copy");
                scenario.assumptions();
            }
            Err(Error::Scenario(mistakes)) => {
                mistakes.render(false);
            }
            Err(_) => {}
        }
    }

    #[test]
    fn no_argument_makes_a_patch_panic(args in proptest::collection::vec("[a-z.]{0,12}=?[^=]{0,8}", 0..4)) {
        let laid = Patch::from_args(&args).and_then(|patch| world().patched(&patch));
        if let Err(Error::Scenario(mistakes)) = laid {
            mistakes.render(false);
        }
    }
}
