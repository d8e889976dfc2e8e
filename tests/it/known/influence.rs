//! Influence: pay that is too small to matter, and worlds that differ because people follow each other.

use super::{by_chance, members, metronome, opening};
use crate::study::{Study, close, mean, run};

/// A year of pay, none, tiny, medium or large, and a year without; the baseline is never paid.
fn paid(kind: &str, felt: f64, hours: [f64; 3], recovery: f64) -> Study {
    let mut text = opening("1 week", "2 years", 2, "month")
        + &members(4_000)
        + &by_chance(1.0)
        + &format!(
            r#"
            [action.answer]
            effort = 1
            [action.rest]
            [prize.bonus]
            off = true
            action = "answer"
            controlling = "{kind}"
            pool = "things"
            relief = 0
            [mechanism.crowding]
            speed = 0.5
            recovery = "{recovery} days"
            [budget]
            total = 900_000_000_000
            hour = 100
            felt = {felt}
            pools = {{ things = 1.0 }}
            [intervention.free-choice]
            on = 2028-01-03
            set = {{ "prize.bonus" = "off" }}
            "#
        );
    for (name, hours) in ["tiny", "medium", "large"].iter().zip(hours) {
        text += &format!("[treatment.{name}]\n\"prize.bonus\" = \"on\"\n\"prize.bonus.cost\" = {}\n", hours * 100.0);
    }
    run(&text)
}

/// Answers, relative to those of people who were never paid.
fn against_never(study: &Study, design: &str, rows: std::ops::Range<usize>) -> f64 {
    let of = |design: usize| rows.clone().map(|row| mean(&study.values(design, "deeds:answer", row))).sum::<f64>();
    of(study.design(design)) / of(0)
}

#[test]
fn tiny_pay_is_worse_than_none_and_large_pay_is_hardly_better_than_some() {
    // Gneezy & Rustichini 2000: 23.1 < 28.4 < 34.7 ~ 34.1; the large pay is three times the medium.
    for (kind, size, felt, hours, recovery) in [
        ("completion", 0.36_f64, 0.10, [0.01, 300.0, 900.0], 180.0_f64),
        ("performance", 0.28, 0.06, [0.05, 2_000.0, 6_000.0], 365.0),
        // At about the actual amounts, and with the default value of money: the order is the same, but large pay is
        // felt.
        ("performance", 0.28, 0.3, [0.3, 3.3, 10.0], 180.0),
    ] {
        let study = paid(kind, felt, hours, recovery);
        let [tiny, medium, large] = ["tiny", "medium", "large"].map(|design| against_never(&study, design, 4..11));
        assert!(tiny < 0.9 && 1.0 < medium && medium <= large, "{tiny} {medium} {large}");
        // Pay is felt by its logarithm: it flattens where the medium is hundreds of hours' worth, and only there.
        let flat = large / medium - 1.0 < 0.25 * (medium / tiny - 1.0);
        assert_eq!(flat, hours[1] > 100.0, "{tiny} {medium} {large}");
        for (found, hours) in [tiny, medium, large].into_iter().zip(hours) {
            // Each deed moves m by a share of the way to e^−d, and every day some of the way back to 1.
            let pay = (1.0 + hours).powf(felt);
            let mut m = (-size).exp();
            for _ in 0..50 {
                let (away, back) = (0.5 * m * pay * -(-0.5_f64).exp_m1(), 1.0 / recovery);
                m = ((-size).exp() * away + back) / (away + back);
            }
            close(found, m * pay, 0.025 * m * pay);
        }
        // Withdrawn, each lies below those who were never paid, and comes back within the time of recovery.
        for design in ["tiny", "medium", "large"] {
            let after: Vec<f64> = (13..24).map(|row| against_never(&study, design, row..row + 1)).collect();
            assert!(after.iter().all(|share| *share < 1.0), "{design}: {after:?}");
            for (k, share) in after.iter().enumerate() {
                // A month on average, a month and a half after the end.
                let wanted = 1.0 + (after[0] - 1.0) * (-(k as f64) * 30.4375 / recovery).exp();
                close(*share, wanted, 0.015);
            }
        }
    }
}

/// Shares of all credit in eight worlds that differ only in luck.
fn worlds(songs: u32, strength: f64) -> Vec<Vec<f64>> {
    let world = |seed: u32| {
        let text = opening("1 week", "2 years", 1, "year")
            .replace("every = \"year\"", &format!("every = \"year\", people = {songs}"))
            .replace("replicates = 1", &format!("replicates = 1\nseed = {seed}"))
            + &members(songs)
            + &metronome(1.0 / 7.0)
            + "[action.song]\ncontribution = true\n[mechanism.status]\nstrength = 0\nfades = \"36525 days\"\n"
            + &format!("matthew = {strength}\n");
        let study = run(&text);
        let traces = &study.ensemble.runs[0][0].traces;
        let last = traces.iter().map(|t| t.tick).max().unwrap();
        let credits: Vec<f64> = traces.iter().filter(|t| t.tick == last).map(|t| f64::from(t.person.fame)).collect();
        let all: f64 = credits.iter().sum();
        credits.iter().map(|c| c / all).collect()
    };
    (1..=8).map(world).collect()
}

fn gini(shares: &[f64]) -> f64 {
    let mut rising = shares.to_vec();
    rising.sort_by(f64::total_cmp);
    let n = rising.len() as f64;
    let ranked: f64 = rising.iter().enumerate().map(|(k, x)| (k as f64 + 1.0) * x).sum();
    2.0 * ranked / n - (n + 1.0) / n
}

/// Difference between two worlds on one song, mean over all songs and pairs of worlds.
fn unpredictable(worlds: &[Vec<f64>]) -> f64 {
    let mut differences = Vec::new();
    for (k, one) in worlds.iter().enumerate() {
        for other in &worlds[..k] {
            differences.extend(one.iter().zip(other).map(|(a, b)| (a - b).abs()));
        }
    }
    mean(&differences)
}

#[test]
fn the_more_people_follow_each_other_the_less_equal_and_the_less_predictable_is_success() {
    // Salganik, Dodds & Watts 2006: 48 songs, eight worlds.
    for songs in [48, 20] {
        let found: Vec<(f64, f64)> = [0.0, 0.3, 0.6, 0.9]
            .iter()
            .map(|&strength| {
                let worlds = worlds(songs, strength);
                (mean(&worlds.iter().map(|world| gini(world)).collect::<Vec<_>>()), unpredictable(&worlds))
            })
            .collect();
        assert!(found[0].0 < 1e-6 && found[0].1 < 1e-6, "alone, equals do equally well: {found:?}");
        assert!(found.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1), "{found:?}");
    }
}
