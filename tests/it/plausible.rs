//! Plausibility: what lies outside of the known ranges is asked about, before a run and after it, and nothing else is.

use zaoshi::experiment::Experiment;
use zaoshi::findings;
use zaoshi::stats::plausible::{KNOWN, Odd, What, of_runs, of_scenario};

use crate::study::{run, scenario};

const WORLD: &str = r#"
    name = "plausible"
    start = 2027-01-04
    horizon = "4 years"
    replicates = 2
    headline = "members"
    coast = { replicates = 0 }
    [segment.people]
    people = 2000
    members_at_start = 500
    [mechanism.adoption]
    [mechanism.triggers]
    [action.answer]
    effort = 1.0
"#;

fn asked(text: &str) -> Vec<Odd> {
    of_scenario(&Experiment::design(&scenario(text)).unwrap())
}

/// Fails unless this alone is asked about the first text, and nothing about the second.
#[track_caller]
fn asks(what: What, value: f64, odd: &str, usual: &str) {
    let found = asked(&format!("{WORLD}{odd}"));
    assert!(found.iter().any(|odd| odd.what == what && (odd.value / value - 1.0).abs() < 0.05), "{what:?}: {found:?}");
    let usual = asked(&format!("{WORLD}{usual}"));
    assert!(usual.iter().all(|odd| odd.what != what), "{usual:?}");
}

#[test]
fn every_range_has_its_place_a_source_and_a_sentence() {
    for (k, known) in KNOWN.iter().enumerate() {
        assert_eq!(known.what as usize, k);
        assert!(known.low < known.high && known.beyond >= 1.0 && !known.title.is_empty());
        assert!(known.link.starts_with("https://"), "{}", known.link);
    }
    assert_eq!(asked(WORLD), Vec::new(), "the defaults are usual");
}

#[test]
fn closed_forms_outside_of_what_is_known_are_asked_about() {
    let dropout = |rest: &str| format!("[mechanism.dropout]\n{rest}\n");
    // Half of the members gone in three years at a steady rate; of all others, the many who go go early.
    let steady = dropout("heterogeneity = \"none\"\nalpha = 0.2063\nbeta = 0.7937");
    asks(What::ThirdYear, 0.7937, &steady, &dropout(""));
    asks(What::Stays, 0.125, &dropout("heterogeneity = \"none\"\nalpha = 1\nbeta = 1"), &dropout(""));
    // 2.2/p for p alone, and ln 81/q for q alone.
    let adoption = |rest: &str| WORLD.replace("[mechanism.adoption]", &format!("[mechanism.adoption]\n{rest}"));
    let takeover = |text: String| asked(&text).iter().find(|odd| odd.what == What::Takeover).map(|odd| odd.value);
    let fast = takeover(adoption("external = \"2 per year\"\nsocial = \"0 per year\"")).unwrap();
    assert!((fast - 9.0_f64.ln() / 2.0).abs() < 1e-9);
    let fast = takeover(adoption("external = \"0 per year\"\nsocial = \"4 per year\"")).unwrap();
    assert!((fast - 81.0_f64.ln() / 4.0).abs() < 1e-9);
    let busy = WORLD.replace("effort = 1.0", "effort = 90");
    assert!(asked(&busy).iter().any(|odd| odd.what == What::Hours && odd.value > 80.0));
    // Every second message seen leads to an act.
    let ads = |adoption: u32| {
        format!(
            "[carrier.ads]\nreach = 0.02\nmessages = \"52 per year\"\nrepeats = 1\ntrust = 1\nadoption = \"{adoption} per year\"\ntriggers = \"0 per year\"\n"
        )
    };
    asks(What::Reacts, 0.5, &ads(18), &ads(1));
    asks(What::Aware, 1.0, "[occasion.talk]\non = 2027-05-03\n", "");
    let schools = |joins: u32| {
        format!(
            "[organisation.schools]\nnumber = 30\njoins = \"{joins} per year\"\n[organisation.schools.as.university]\nenters = \"people\"\n"
        )
    };
    asks(What::Universities, 1.0 - (-0.75_f64).exp(), &schools(9), &schools(1));
}

#[test]
fn what_happened_outside_of_what_is_known_is_asked_about() {
    let text = format!(
        "{WORLD}{}",
        r#"
        [treatment.fast]
        says = "Fast"
        "mechanism.adoption.external" = "3 per year"
        "#
    )
    .replace("members_at_start = 500", "members_at_start = 20");
    let study = run(&text);
    let summary = findings::summary(&study.experiment, &study.ensemble).unwrap();
    let found = of_runs(&study.experiment, &summary);
    let takeover = found.iter().find(|odd| odd.what == What::Takeover).unwrap();
    assert_eq!(takeover.places, ["Fast"]);
    assert!((takeover.value - 0.73).abs() < 0.15, "{takeover:?}");
    assert_eq!(summary.odd.len(), found.len());
    let told = &summary.odd[0];
    for part in ["Fast: adoption goes from a tenth", "known is at least 6", "Bass 1969", "https://", "Is that meant?"] {
        assert!(told.contains(part), "{told}");
    }
    // The baseline alone is usual, and then nothing is said.
    let study = run(WORLD);
    assert!(findings::summary(&study.experiment, &study.ensemble).unwrap().odd.is_empty());
}
