//! Networks: how far contagion from contact to contact reaches, and on which networks one seed matters.

use std::fmt::Write as _;

use super::opening;
use crate::study::{Study, close, mean, run};

/// Probabilities of degrees 0, 1, 2, …
type Degrees = Vec<f64>;

fn poisson(z: f64) -> Degrees {
    let mut p = vec![(-z).exp()];
    for k in 1..150 {
        p.push(p[k - 1] * z / k as f64);
    }
    p
}

fn alike(k: usize) -> Degrees {
    let mut p = vec![0.0; k + 1];
    p[k] = 1.0;
    p
}

/// p(k) proportional to k^−exponent, between two degrees.
fn power_law(exponent: f64, least: usize, most: usize) -> Degrees {
    let mut p = vec![0.0; most + 1];
    (least..=most).for_each(|k| p[k] = (k as f64).powf(-exponent));
    let all: f64 = p.iter().sum();
    p.into_iter().map(|x| x / all).collect()
}

fn mean_degree(p: &Degrees) -> f64 {
    p.iter().enumerate().map(|(k, p)| k as f64 * p).sum()
}

/// The final size if each tie transmits with a given probability and a share of people are seeds (Newman 2002).
fn final_size(p: &Degrees, transmits: f64, seeds: f64) -> f64 {
    let z = mean_degree(p);
    let g0 = |u: f64| p.iter().enumerate().map(|(k, p)| p * u.powi(k as i32)).sum::<f64>();
    let g1 = |u: f64| p.iter().enumerate().skip(1).map(|(k, p)| k as f64 * p * u.powi(k as i32 - 1)).sum::<f64>() / z;
    let u = (0..2000).fold(0.5, |u, _| 1.0 - transmits + transmits * (1.0 - seeds) * g1(u));
    1.0 - (1.0 - seeds) * g0(u)
}

/// Ties between people with this degree distribution, otherwise random, as a file.
fn file(p: &Degrees, people: usize) -> String {
    let mut ends: Vec<usize> = Vec::new();
    let (mut below, mut person) = (0.0, 0);
    for (k, p) in p.iter().enumerate() {
        below += p * people as f64;
        while person < (below + 0.5) as usize && person < people {
            ends.extend(std::iter::repeat_n(person, k));
            person += 1;
        }
    }
    let mut state = 12345_u64;
    for k in (1..ends.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ends.swap(k, ((state >> 33) % (k as u64 + 1)) as usize);
    }
    ends.chunks_exact(2).fold("from,to\n".to_owned(), |mut text, pair| {
        writeln!(text, "{},{}", pair[0], pair[1]).unwrap();
        text
    })
}

/// The number of people reached if members transmit with chance T to each contact before they leave for good.
fn reached(contacts: &str, transmits: f64, a_year: f64) -> f64 {
    let tick = 7.0 / 365.25;
    // Both are decided once a tick, infection first: T = b / (b + l − b·l).
    let leaves = -(-a_year * tick).exp_m1();
    let infects = transmits * leaves / (1.0 - transmits * (1.0 - leaves));
    let force = -(-infects).ln_1p() / tick;
    let gone = -(-a_year).exp_m1();
    let text = opening("1 week", "7 years", 3, "year")
        + contacts
        + &format!(
            r#"
            [segment.people]
            people = 20000
            members_at_start = 100
            ages_at_start = "new"
            [mechanism.adoption]
            external = "0 per year"
            social = "{force} per year"
            counts = "each"
            [mechanism.dropout]
            heterogeneity = "none"
            alpha = {}
            beta = {}
            "#,
            500.0 * gone,
            500.0 * (1.0 - gone)
        );
    let study = run(&text);
    assert!(study.mean("members", study.last()) < 5.0, "it goes on");
    study.mean("adopted-share", study.last())
}

#[test]
fn an_outbreak_on_a_random_network_reaches_as_many_as_newman_says() {
    for (z, transmits, a_year) in [(4.0, 0.5, 6.0), (6.0, 0.25, 6.0), (3.0, 0.8, 4.0), (4.0, 0.2, 6.0)] {
        let found = reached(&format!("[contacts]\nkind = \"random\"\nmean_degree = {z}\n"), transmits, a_year);
        close(found, final_size(&poisson(z), transmits, 0.005), 0.015);
    }
}

#[test]
fn an_outbreak_depends_on_the_distribution_of_degrees_and_not_on_their_mean_alone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ties.csv");
    for (degrees, transmits) in
        [(alike(3), 0.7), (alike(5), 0.4), (power_law(2.5, 2, 80), 0.3), (power_law(3.0, 1, 60), 0.6)]
    {
        std::fs::write(&path, file(&degrees, 20_000)).unwrap();
        let found = reached(&format!("[contacts]\nkind = \"file\"\nfile = {path:?}\n"), transmits, 6.0);
        let wanted = final_size(&degrees, transmits, 0.005);
        close(found, wanted, 0.015);
        let even = final_size(&poisson(mean_degree(&degrees)), transmits, 0.005);
        assert!((wanted - even).abs() > 0.02, "{wanted} {even}");
    }
    // The same where everybody has as many contacts by the kind of the network.
    for (degree, transmits) in [(3, 0.7), (5, 0.4)] {
        let found = reached(&format!("[contacts]\nkind = \"regular\"\nmean_degree = {degree}\n"), transmits, 6.0);
        close(found, final_size(&alike(degree), transmits, 0.005), 0.015);
    }
}

#[test]
fn below_one_contact_each_an_outbreak_stays_small_however_well_it_passes() {
    for (z, transmits) in [(0.5, 0.95), (0.8, 0.9)] {
        let found = reached(&format!("[contacts]\nkind = \"random\"\nmean_degree = {z}\n"), transmits, 6.0);
        // The seeds, and a chain of 1 / (1 − zT) from each.
        let wanted = final_size(&poisson(z), transmits, 0.005);
        assert!(wanted < 0.02);
        close(found, wanted, 0.003);
    }
}

/// The largest share of members at one time, its week, and the total number reached; mean over runs in which members
/// transmit as above.
fn peak(contacts: &str, people: u32, degree: f64, transmits: f64, a_year: f64) -> (f64, f64, f64) {
    let tick = 7.0 / 365.25;
    let leaves = -(-a_year * tick).exp_m1();
    let infects = transmits * leaves / (1.0 - transmits * (1.0 - leaves));
    let gone = -(-a_year).exp_m1();
    let study = run(&(opening("1 week", "5 years", 12, "tick")
        + &format!(
            r#"
            [contacts]
            {contacts}
            mean_degree = {degree}
            [segment.people]
            people = {people}
            members_at_start = {}
            ages_at_start = "new"
            [mechanism.adoption]
            external = "0 per year"
            social = "{} per year"
            counts = "each"
            [mechanism.dropout]
            heterogeneity = "none"
            alpha = {}
            beta = {}
            "#,
            people / 100,
            -(-infects).ln_1p() / tick,
            500.0 * gone,
            500.0 * (1.0 - gone)
        )));
    let (mut most, mut when) = (vec![0.0_f64; 12], vec![0.0; 12]);
    for row in 0..=study.last() {
        for (k, members) in study.values(0, "members", row).into_iter().enumerate() {
            if members > most[k] {
                (most[k], when[k]) = (members, row as f64);
            }
        }
    }
    (mean(&most) / f64::from(people), mean(&when), study.mean("adopted-share", study.last()))
}

/// The same with full mixing and without randomness.
fn mixed(degree: f64, transmits: f64, a_year: f64) -> f64 {
    let leaves = -(-a_year * 7.0 / 365.25_f64).exp_m1();
    let infects = transmits * leaves / (1.0 - transmits * (1.0 - leaves));
    let force = -(-infects).ln_1p() * degree;
    let (mut open, mut members, mut most) = (0.99, 0.01, 0.0_f64);
    for _ in 0..260 {
        let new = open * -(-force * members).exp_m1();
        (open, members) = (open - new, members * (1.0 - leaves) + new);
        most = most.max(members);
    }
    most
}

#[test]
fn the_more_ties_stay_next_door_the_lower_is_the_peak() {
    // Rahmandad & Sterman 2008. With as little passed on as .15 to each of 16 contacts, hubs would lift it above even that of full mixing.
    for (degree, transmits, a_year) in [(10.0, 0.3, 6.0), (6.0, 0.5, 6.0), (8.0, 0.4, 4.0)] {
        let of = |contacts: &str| peak(&format!("kind = {contacts}"), 2_000, degree, transmits, a_year);
        let (full, random, hubs) = (of("\"well-mixed\""), of("\"random\""), of("\"scale-free\""));
        let (small, ring) = (of("\"small-world\""), of("\"small-world\"\nrewire = 0"));
        assert!(full.0 > random.0 + 0.02 && full.0 > hubs.0 + 0.02, "{full:?} {random:?} {hubs:?}");
        close(hubs.0, random.0, 0.03);
        assert!(random.0.min(hubs.0) > small.0 + 0.1 && small.0 > ring.0 + 0.05, "{random:?} {small:?} {ring:?}");
        // Hubs bring it sooner and not to all; local ties bring it later.
        assert!(hubs.1 < random.1 - 2.0 && hubs.2 < random.2 && small.1 > random.1 + 5.0);
        let many = peak("kind = \"well-mixed\"", 30_000, degree, transmits, a_year);
        close(many.0, mixed(degree, transmits, a_year), 0.005);
    }
}

#[test]
fn where_contacts_are_not_stored_each_of_the_mean_degree_counts() {
    for (kind, degree, social) in [("well-mixed", 10.0, 0.05), ("well-mixed", 4.0, 0.2), ("blocks", 0.5, 1.6)] {
        let adopted = |more: &str| {
            let text = opening("1 week", "8 years", 2, "year")
                + &format!(
                    "[contacts]\nkind = \"{kind}\"\nmean_degree = {degree}\n[segment.people]\npeople = 5000\nmembers_at_start = 50\n"
                )
                + &format!("[mechanism.adoption]\nexternal = \"0 per year\"\n{more}\n");
            let study = run(&text);
            study.series("adopted")
        };
        let each = adopted(&format!("counts = \"each\"\nsocial = \"{social} per year\""));
        assert_eq!(each, adopted(&format!("social = \"{} per year\"", social * degree)));
    }
}

/// Runs with one seed in a random network of people who all have the same threshold.
fn cascades(z: f64, threshold: f64) -> Study {
    let text = opening("1 week", "3 years", 40, "year")
        + &format!(
            r#"
            [contacts]
            kind = "random"
            mean_degree = {z}
            [segment.people]
            people = 4000
            members_at_start = 1
            [mechanism.adoption]
            external = "0 per year"
            rule = "threshold"
            thresholds = "same"
            threshold_low = {threshold}
            "#
        );
    run(&text)
}

/// Whether one seed may start a global cascade, its chance to do so, and the size of the cascade (Watts 2002; Gleeson &
/// Cahalane 2007).
fn watts(z: f64, threshold: f64) -> (bool, f64, f64) {
    let p = poisson(z);
    let moved = |k: usize, m: usize| m as f64 >= threshold * k as f64 - 1e-9 && (m > 0 || k == 0);
    // People who adopt after one member contact.
    let vulnerable: Vec<f64> = (0..p.len()).map(|k| if k > 0 && moved(k, 1) { p[k] } else { 0.0 }).collect();
    let branches: f64 = vulnerable.iter().enumerate().map(|(k, p)| (k * k.saturating_sub(1)) as f64 * p).sum();
    let along = |u: f64| {
        let q = vulnerable.iter().enumerate().skip(1).map(|(k, p)| k as f64 * p / z * (1.0 - u.powi(k as i32 - 1)));
        1.0 - q.sum::<f64>()
    };
    let u = (0..3000).fold(0.5, |u, _| along(u));
    let starts = 1.0 - p.iter().enumerate().map(|(k, p)| p * u.powi(k as i32)).sum::<f64>();
    let binomial = |n: usize, r: f64| {
        let mut chance = (1.0 - r).powi(n as i32);
        (0..=n)
            .map(|m| {
                let this = chance;
                chance *= (n - m) as f64 / (m + 1) as f64 * r / (1.0 - r).max(1e-300);
                this
            })
            .collect::<Vec<f64>>()
    };
    let share = |n: usize, k: usize, r: f64| {
        binomial(n, r).into_iter().enumerate().filter(|(m, _)| moved(k, *m)).map(|(_, c)| c).sum::<f64>()
    };
    let through = |r: f64| (1..60).map(|k| k as f64 * p[k] / z * share(k - 1, k, r)).sum::<f64>();
    let r = (0..500).fold(0.001, |r, _| through(r).min(1.0 - 1e-9));
    let size = (1..60).map(|k| p[k] * share(k, k, r)).sum::<f64>();
    (branches > z, starts, size)
}

#[test]
fn one_seed_starts_a_global_cascade_inside_the_window_of_watts_and_nowhere_else() {
    let cases = [
        (0.18, 1.0, false),
        (0.18, 2.0, true),
        (0.18, 4.5, true),
        (0.18, 8.0, false),
        (0.24, 1.0, false),
        (0.24, 2.5, true),
        (0.24, 5.5, false),
    ];
    for (threshold, z, inside) in cases {
        let (global, starts, size) = watts(z, threshold);
        assert_eq!(global, inside, "threshold {threshold}, degree {z}");
        let study = cascades(z, threshold);
        let shares = study.values(0, "adopted-share", study.last());
        let large: Vec<f64> = shares.iter().copied().filter(|share| *share > 0.2).collect();
        let found = large.len() as f64 / shares.len() as f64;
        if inside {
            // Three standard errors of so many runs.
            close(found, starts, 3.0 * (starts * (1.0 - starts) / shares.len() as f64).sqrt().max(0.03));
            close(mean(&large), size, 0.03);
        } else {
            assert_eq!(found, 0.0, "threshold {threshold}, degree {z}: {shares:?}");
        }
    }
}

/// The share of members left from a start, if the keenest person would pay 1 for it with all people as members.
fn market(price: f64, start: f64) -> f64 {
    let text = opening("1 week", "2 years", 1, "year")
        + &format!(
            r#"
            [segment.people]
            people = 50000
            members_at_start = {}
            ages_at_start = "new"
            [mechanism.adoption]
            external = "0 per year"
            rule = "critical-mass"
            price = {price}
            "#,
            (start * 50_000.0_f64).round()
        );
    let study = run(&text);
    study.mean("members", study.last()) / 50_000.0
}

#[test]
fn below_critical_mass_a_market_dies_and_above_it_grows_to_the_larger_equilibrium() {
    for price in [0.16_f64, 0.09, 0.21] {
        let root = (1.0 - 4.0 * price).sqrt();
        let (less, more) = ((1.0 - root) / 2.0, (1.0 + root) / 2.0);
        assert_eq!(market(price, less - 0.02), 0.0, "{price}");
        close(market(price, less + 0.02), more, 0.01);
        // From above it falls to the same.
        close(market(price, 0.98), more, 0.01);
    }
    // Above a quarter there is no market at all.
    for price in [0.26, 0.4] {
        assert_eq!(market(price, 0.95), 0.0, "{price}");
    }
}
