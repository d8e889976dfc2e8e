//! Trial: a first stage of membership, against the equations of epidemics with a latent stage.

use super::opening;
use crate::study::{Study, close, run};

/// An epidemic by day: members infect at `force` a day and leave after `stays` days on average; `trial`: the table of the trial.
fn epidemic(people: u32, seeds: u32, horizon: &str, force: f64, stays: f64, trial: &str) -> Study {
    let leaves = -(-365.25 / stays).exp_m1();
    run(&format!(
        r#"
        name = "epidemic"
        start = 2027-01-04
        horizon = "{horizon}"
        tick = "1 day"
        replicates = 2
        headline = "adopted"
        record = {{ every = "tick" }}
        coast = {{ replicates = 0 }}
        [segment.users]
        people = {people}
        members_at_start = {seeds}
        ages_at_start = "new"
        [mechanism.adoption]
        external = "0 per year"
        social = "{} per year"
        [mechanism.dropout]
        alpha = {}
        beta = {}
        heterogeneity = "none"
        {trial}
        "#,
        force * 365.25,
        1000.0 * leaves,
        1000.0 * (1.0 - leaves)
    ))
}

fn trial(rest: &str) -> String {
    format!("[mechanism.trial]\n{rest}")
}

/// Growth a day of a metric between two days.
fn growth(study: &Study, metric: &str, from: usize, to: usize) -> f64 {
    (study.mean(metric, to - 1) / study.mean(metric, from - 1)).ln() / (to - from) as f64
}

#[test]
fn with_a_latent_stage_growth_is_the_root_of_its_equation() {
    let (stays, lasts, rate) = (40.0_f64, 10.0_f64, 0.05_f64);
    // Exits and ends are decided once a day: r, σ and γ become e^r − 1, 1 − e^−σ and 1 − e^−γ.
    let (r, end, exit) = (rate.exp_m1(), -(-1.0 / lasts).exp_m1(), -(-1.0 / stays).exp_m1());
    // Exponential: (r + σ)(r + γ) = βσ. Fixed: r + γ = β·e^(−r·lasts).
    let exponential = (r + end) * (r + exit) / end;
    let fixed = (r + exit) * (rate * lasts).exp();
    for (clock, force) in [("exponential", exponential), ("fixed", fixed)] {
        let stage = trial(&format!("lasts = \"10 days\"\nclock = \"{clock}\""));
        let study = epidemic(250_000, 400, "2 months", force, stays, &stage);
        close(growth(&study, "in-trial", 28, 58), rate, 0.004);
    }
    // Without the stage r = β − γ.
    let plain = epidemic(250_000, 400, "1 month", exponential, stays, "");
    close(growth(&plain, "members", 10, 25), (exponential - exit).ln_1p(), 0.005);
}

#[test]
fn a_latent_stage_changes_when_an_epidemic_comes_and_not_how_far() {
    let (people, seeds) = (10_000, 40);
    let mut size = 0.5_f64;
    for _ in 0..200 {
        size = 1.0 - (1.0 - f64::from(seeds) / f64::from(people)) * (-2.0 * size).exp();
    }
    for stage in [String::new(), trial("lasts = \"20 days\""), trial("lasts = \"20 days\"\nclock = \"fixed\"")] {
        let study = epidemic(people, seeds, "3 years", 0.05, 40.0, &stage);
        close(study.mean("adopted-share", study.last()), size, 0.02);
    }
}

fn spreading(contacts: &str, rest: &str) -> Study {
    run(&(opening("1 week", "2 years", 2, "tick")
        + &format!(
            r#"
            [contacts]
            kind = "{contacts}"
            mean_degree = 6
            [segment.users]
            people = 2000
            members_at_start = 40
            [mechanism.adoption]
            external = "0.02 per year"
            social = "3 per year"
            {rest}
            "#
        )))
}

#[test]
fn a_trial_of_no_time_is_none() {
    for contacts in ["well-mixed", "random"] {
        let plain = spreading(contacts, "[mechanism.dropout]");
        for clock in ["exponential", "fixed"] {
            let stage = trial(&format!("lasts = \"0 days\"\nclock = \"{clock}\"\nword = 0.5\n[mechanism.dropout]"));
            let none = spreading(contacts, &stage);
            for metric in &plain.experiment.metrics {
                let same = |study: &Study| study.series(&metric.name).iter().map(|v| v.to_bits()).collect::<Vec<_>>();
                assert_eq!(same(&plain), same(&none), "{}", metric.name);
            }
        }
    }
}

#[test]
fn whoever_passes_on_as_much_in_trial_as_a_member_spreads_the_product_as_fast() {
    for contacts in ["well-mixed", "random"] {
        let plain = spreading(contacts, "").series("adopted");
        // Nobody ever becomes a member, and all that members would do to others is done in trial.
        let tried = spreading(contacts, &trial("lasts = \"9000 days\"\nclock = \"fixed\"\nword = 1")).series("tried");
        assert_eq!(plain, tried.iter().map(|n| n + 40.0).collect::<Vec<_>>(), "{contacts}");
    }
}

#[test]
fn a_trial_that_passes_on_nothing_and_convinces_nobody_brings_nobody() {
    for contacts in ["well-mixed", "random"] {
        for lasts in ["0 days", "60 days"] {
            let study = spreading(contacts, &trial(&format!("lasts = \"{lasts}\"\nconverts = 0")));
            assert!(study.series("adopted").iter().all(|n| *n == 40.0));
            assert!(study.mean("tried", study.last()) > 100.0, "many try");
        }
        let half = spreading(contacts, &trial("lasts = \"7 days\"\nclock = \"fixed\"\nconverts = 0.5"));
        let (tried, adopted) = (half.mean("tried", half.last()), half.mean("adopted", half.last()) - 40.0);
        close(adopted / (tried - half.mean("in-trial", half.last())), 0.5, 0.06);
    }
}
