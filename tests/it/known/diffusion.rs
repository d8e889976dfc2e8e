//! Adoption: Bass, broadcast, thresholds, epidemics.

use super::normal_cdf;
use crate::study::{close, run, sd};

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
    for (p, q, replicates) in [(0.03, 0.38, 16), (0.01, 0.6, 4)] {
        let study =
            run(&bass(p, q, 100_000, replicates, "1 week", 20).replace("every = \"year\"", "every = \"month\""));
        let share: Vec<f64> = (0..=study.last()).map(|month| study.mean("adopted-share", month)).collect();
        for year in [1, 2, 5, 10, 15, 20_usize] {
            close(share[12 * year - 1], closed_form(p, q, study.years(12 * year - 1)), 0.005);
        }
        // The peak is flat: over a year about it the mean rate is within half a percent of it.
        let rate =
            |month: usize| (share[month + 6] - share[month - 6]) / (study.years(month + 6) - study.years(month - 6));
        let peak = (6..share.len() - 6).max_by(|a, b| rate(*a).total_cmp(&rate(*b))).unwrap();
        let wanted = (p + q).powi(2) / (4.0 * q);
        close(rate(peak), wanted, 0.02 * wanted);
        let when = (q / p).ln() / (p + q);
        close((peak as f64 + 1.0) / 12.0, when, 0.4);
        close(share[(12.0 * when).round() as usize - 1], 0.5 - p / (2.0 * q), 0.01);
    }
    for (t, wanted) in [(1.0, 0.0358), (2.0, 0.0851), (5.0, 0.3312), (10.0, 0.8128), (15.0, 0.9716), (20.0, 0.9963)] {
        close(closed_form(0.03, 0.38, t), wanted, 5e-5);
    }
    close(0.41_f64.powi(2) / 1.52, 0.1106, 5e-5);
}

/// The Bass equation after five years, without randomness, in ticks of this many days.
fn ticked(p: f64, q: f64, days: f64) -> f64 {
    let ticks = (5.0 * 365.25 / days).round() as u32;
    (0..ticks).fold(0.0, |f, _| f + (1.0 - f) * -(-(p + q * f) * days / 365.25).exp_m1())
}

#[test]
fn a_long_tick_slows_adoption_by_as_much_as_it_must() {
    // The documented bias: in expectation for all ticks; in runs for all but one day, which would take minutes.
    let documented = [
        ("1 year", 365.25, 0.2611),
        ("1 quarter", 91.3125, 0.3108),
        ("1 month", 30.4375, 0.3242),
        ("1 week", 7.0, 0.3296),
        ("1 day", 1.0, 0.3310),
    ];
    for (_, days, wanted) in documented {
        close(ticked(0.03, 0.38, days), wanted, 0.0002);
    }
    for (tick, _, wanted) in &documented[..4] {
        let study = run(&bass(0.03, 0.38, 1_000_000, 8, tick, 5));
        close(study.mean("adopted-share", 4), *wanted, 0.0005);
    }
    // A tick of a day is expensive: fewer people, and three of their standard errors.
    let study = run(&bass(0.03, 0.38, 200_000, 1, "1 day", 5));
    close(study.mean("adopted-share", 4), 0.3310, 0.0062);
    // The same with other numbers.
    for (tick, days) in [("1 year", 365.25), ("1 quarter", 91.3125)] {
        let study = run(&bass(0.01, 0.6, 500_000, 8, tick, 5));
        close(study.mean("adopted-share", 4), ticked(0.01, 0.6, days), 0.0015);
    }
}

#[test]
fn a_small_world_is_as_uncertain_as_its_size_says() {
    let cases = [(1_000, "1 week", 200, 0.0278), (10_000, "1 week", 200, 0.0089), (100_000, "1 month", 200, 0.0029)];
    for (people, tick, replicates, wanted) in cases {
        let study = run(&bass(0.03, 0.38, people, replicates, tick, 5));
        close(sd(&study.values(0, "adopted-share", 4)), wanted, 0.2 * wanted);
    }
}

#[test]
fn broadcast_alone_is_an_exponential() {
    for p in [0.03, 0.4] {
        let study = run(&bass(p, 0.0, 100_000, 4, "1 month", 8));
        for year in [1, 3, 8_usize] {
            let f = 1.0 - (-p * year as f64).exp();
            let error = (f * (1.0 - f) / 400_000.0_f64).sqrt();
            close(study.mean("adopted-share", year - 1), f, 3.0 * error);
        }
    }
}

/// People whose thresholds are 0, `second` and then evenly up to all but one.
fn crowd(people: u32, second: f64) -> String {
    let n = f64::from(people);
    format!(
        r#"
        name = "riot"
        start = 2027-01-04
        horizon = "4 months"
        tick = "1 day"
        replicates = 1
        headline = "adopted"
        coast = {{ replicates = 0 }}
        [mechanism.adoption]
        external = "0 per year"
        rule = "threshold"
        thresholds = "same"
        [segment.first]
        people = 1
        mechanism.adoption = {{ threshold_low = 0 }}
        [segment.second]
        people = 1
        mechanism.adoption = {{ threshold_low = {} }}
        [segment.rest]
        people = {}
        mechanism.adoption = {{ thresholds = "even", threshold_low = {}, threshold_high = {} }}
        "#,
        second / n,
        people - 2,
        2.0 / n,
        (n - 1.0) / n
    )
}

#[test]
fn one_threshold_decides_between_a_riot_and_a_lone_rioter() {
    for people in [100, 60] {
        let adopters = |second: f64| {
            let study = run(&crowd(people, second));
            study.mean("adopted", study.last())
        };
        assert_eq!(adopters(1.0), f64::from(people));
        assert_eq!(adopters(2.0), 1.0);
    }
}

/// The final share of adopters among people with normal thresholds.
fn moved(mean: f64, spread: f64) -> f64 {
    let study = run(&format!(
        r#"
        name = "herd"
        start = 2027-01-04
        horizon = "200 days"
        tick = "1 day"
        replicates = 1
        headline = "adopted"
        record = {{ every = "year" }}
        coast = {{ replicates = 0 }}
        [segment.people]
        people = 50000
        [mechanism.adoption]
        external = "0 per year"
        rule = "threshold"
        thresholds = "normal"
        threshold_low = {mean}
        threshold_high = {spread}
        "#
    ));
    study.mean("adopted-share", study.last())
}

#[test]
fn one_spread_of_normal_thresholds_decides_whether_a_few_act_or_nearly_all() {
    for mean in [0.25, 0.4, 0.15] {
        // Where r = Φ((r − μ)/σ) is touched from above, at z: σ = φ(z) and μ = Φ(z) − z·φ(z) (Granovetter 1978).
        let density = |z: f64| (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
        let (mut low, mut high) = (-4.0, 0.0);
        for _ in 0..60 {
            let z = (low + high) / 2.0;
            if normal_cdf(z) - z * density(z) < mean { low = z } else { high = z }
        }
        let critical = density(low);
        let settles = |spread: f64| (0..5_000).fold(0.0, |r, _| normal_cdf((r - mean) / spread));
        for (spread, most) in [(critical - 0.006, false), (critical + 0.006, true)] {
            let wanted = settles(spread);
            assert_eq!(wanted > 0.5, most, "{mean} {spread}: {wanted}");
            close(moved(mean, spread), wanted, 0.015);
        }
        if mean == 0.25 {
            close(critical, 0.122, 0.001);
        }
    }
}

#[test]
fn an_epidemic_reaches_its_final_size() {
    for (reproduction, a_year, listed) in
        [(1.5_f64, 4.0_f64, 0.5828), (2.0, 4.0, 0.7968), (3.0, 4.0, 0.9405), (2.0, 8.0, 0.7968)]
    {
        let (people, seeds) = (100_000.0, 40.0);
        // Leaving is decided once a tick, so infection is slightly larger than in continuous time.
        let x = a_year * 7.0 / 365.25;
        let force = reproduction * a_year * -(-x).exp_m1() / x;
        let leaves = -(-a_year).exp_m1();
        let study = run(&format!(
            r#"
            name = "epidemic"
            start = 2027-01-04
            horizon = "12 years"
            tick = "1 week"
            replicates = 3
            headline = "adopted"
            record = {{ every = "year" }}
            coast = {{ replicates = 0 }}
            [segment.users]
            people = {people}
            members_at_start = {seeds}
            ages_at_start = "new"
            [mechanism.adoption]
            external = "0 per year"
            social = "{force} per year"
            [mechanism.dropout]
            alpha = {}
            beta = {}
            heterogeneity = "none"
            "#,
            500.0 * leaves,
            500.0 * (1.0 - leaves)
        ));
        let mut size = 0.5_f64;
        for _ in 0..200 {
            size = 1.0 - (1.0 - seeds / people) * (-reproduction * size).exp();
        }
        close(study.mean("adopted-share", study.last()), size, 0.01);
        // With almost no seeds.
        close(study.mean("adopted-share", study.last()), listed, 0.01);
    }
}

fn network(kind: &str, seeds: u32, rule: &str) -> String {
    format!(
        r#"
        name = "cascade"
        start = 2027-01-04
        horizon = "5 years"
        tick = "1 week"
        replicates = 4
        headline = "adopted"
        coast = {{ replicates = 0 }}
        [contacts]
        kind = "{kind}"
        mean_degree = 8
        [segment.users]
        people = 2000
        members_at_start = {seeds}
        [mechanism.adoption]
        external = "0 per year"
        social = "20 per year"
        {rule}
        "#
    )
}

#[test]
fn a_complex_contagion_does_not_start_from_one_seed_but_from_many() {
    for (kind, needed) in [("small-world", 2), ("random", 3)] {
        let adopted = |seeds: u32, rule: &str| {
            let study = run(&network(kind, seeds, rule));
            study.mean("adopted-share", study.last())
        };
        let complex = format!("rule = \"complex\"\nreinforcement = {needed}");
        assert_eq!(adopted(1, &complex), 1.0 / 2000.0, "{kind}");
        assert!(adopted(1, "") > 0.98, "{kind}");
        assert!(adopted(400, &complex) > 0.9, "{kind}");
    }
}

#[test]
fn a_threshold_above_one_contact_in_many_stops_what_starts_from_one_seed() {
    // A small world of degree 8 without short cuts: one seed is an eighth of its neighbours' contacts.
    for (threshold, spreads) in [(0.12, true), (0.13, false)] {
        let rule = format!("rule = \"threshold\"\nthresholds = \"same\"\nthreshold_low = {threshold}");
        let text = network("small-world", 1, &rule).replace("mean_degree = 8", "mean_degree = 8\nrewire = 0");
        let study = run(&text);
        let share = study.mean("adopted-share", study.last());
        assert_eq!(share > 0.99, spreads, "{threshold}: {share}");
        assert_eq!(share < 0.001, !spreads, "{threshold}: {share}");
    }
}
