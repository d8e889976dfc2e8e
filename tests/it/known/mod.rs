//! Known answers: each mechanism and rule, alone, against its closed form, through a scenario that a user could write.

mod accounting;
mod arrows;
mod aspirations;
mod balances;
mod benefits;
mod boundaries;
mod carriers;
mod chapters;
mod charters;
mod complaints;
mod concentration;
mod conditions;
mod contests;
mod contributors;
mod diffusion;
mod exchanged;
mod expectations;
mod feelings;
mod frameworks;
mod given;
mod grades;
mod habit_and_tolerance;
mod influence;
mod judged;
mod ladders;
mod learning;
mod matches;
mod measured;
mod mesh;
mod milestones;
mod momentum;
mod motivation;
mod networks;
mod newcomers;
mod occasions;
mod organisations;
mod paths;
mod points;
mod retention;
mod scales;
mod selection;
mod self_drive;
mod shocks;
mod sigs;
mod trials;
mod trust;
mod votes;
mod windows;

/// The head of a scenario: ticks, horizon, paired runs and the interval of rows.
fn opening(tick: &str, horizon: &str, replicates: u32, every: &str) -> String {
    format!(
        r#"
        name = "known"
        start = 2027-01-04
        horizon = "{horizon}"
        tick = "{tick}"
        replicates = {replicates}
        headline = "members"
        record = {{ every = "{every}" }}
        coast = {{ replicates = 0 }}
        "#
    )
}

/// People who are all members from the first tick on, and have just joined.
fn members(people: u32) -> String {
    format!(
        r#"
        [segment.people]
        people = {people}
        members_at_start = {people}
        ages_at_start = "new"
        "#
    )
}

/// Deeds at regular intervals, a number per day.
fn metronome(a_day: f64) -> String {
    format!(
        r#"
        [mechanism.triggers]
        own = "{a_day} per day"
        own_spread = 0
        paid = "0 per year"
        social = 0
        internal = "0 per year"
        count = "steady"
        "#
    )
}

/// Deeds at random, at the same rate for all people.
fn by_chance(a_day: f64) -> String {
    metronome(a_day).replace("steady", "poisson")
}

/// The standard normal distribution function, by Simpson's rule.
fn normal_cdf(x: f64) -> f64 {
    let f = |t: f64| (-t * t / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let (n, h) = (400, x / 400.0);
    let inner: f64 = (1..n).map(|k| f(f64::from(k) * h) * if k % 2 == 1 { 4.0 } else { 2.0 }).sum();
    0.5 + (f(0.0) + f(x) + inner) * h / 3.0
}

/// The point that a standard normal exceeds with the given probability.
fn upper(share: f64) -> f64 {
    let (mut low, mut high) = (-6.0, 6.0);
    for _ in 0..60 {
        let z = (low + high) / 2.0;
        if 1.0 - normal_cdf(z) > share { low = z } else { high = z }
    }
    low
}
