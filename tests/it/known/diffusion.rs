//! Adoption: Bass, broadcast, thresholds, epidemics.

use crate::study::{close, run};

fn bass(p: f64, q: f64, people: u32, replicates: u32, tick: &str, years: u32) -> String {
    format!(
        r#"
        name = "bass"
        start = 2027-01-04
        horizon = "{years} years"
        tick = "{tick}"
        replicates = {replicates}
        headline = "adopted"
        record = {{ every = "year" }}
        coast = {{ replicates = 0 }}
        [segment.users]
        people = {people}
        [mechanism.adoption]
        external = "{p} per year"
        social = "{q} per year"
        "#
    )
}

fn closed_form(p: f64, q: f64, t: f64) -> f64 {
    let e = (-(p + q) * t).exp();
    (1.0 - e) / (1.0 + q / p * e)
}

#[test]
fn adoption_follows_the_bass_curve() {
    for (p, q) in [(0.03, 0.38), (0.01, 0.6)] {
        let study = run(&bass(p, q, 100_000, 8, "1 week", 20));
        for year in [1, 2, 5, 10, 15, 20_usize] {
            let wanted = closed_form(p, q, year as f64);
            close(study.mean("adopted-share", year - 1), wanted, 0.005);
        }
    }
}
