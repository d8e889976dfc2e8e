//! Contests: the effort of unequal people for a prize, and which of them participate.

use super::{members, opening, upper};
use crate::study::{close, mean, run};

/// Extra effort of each person, largest first, if a share of unequal people wins prizes of a given worth each, once a
/// week for a number of weeks.
fn efforts(people: f64, weeks: u32, share: f64, noise: f64, skill: f64, worth: f64) -> Vec<f64> {
    let deeds = 1000.0;
    let winners: f64 = (share * people).round();
    // Everybody's fame is their deeds, minus a small decay, and fame motivates nobody.
    let usual: f64 = (1..=weeks).map(|week| deeds * (-7.0 * f64::from(week) / 36_525.0).exp()).sum();
    let study = run(&(opening("1 week", &format!("{} weeks", weeks + 1), 1, "year")
        .replace("every = \"year\"", &format!("every = \"year\", people = {people}"))
        + &members(people as u32)
        + &format!(
            "
            [action.code]
            contribution = true
            [mechanism.status]
            strength = 0
            fades = \"36525 days\"
            [occasion.hackathon]
            on = 2027-01-04
            every = \"7 days\"
            until = {}
            interest = 30
            pool = \"events\"
            action = \"code\"
            deeds = {deeds}
            hours = 10
            [occasion.hackathon.prize]
            pot = {}
            winners = {winners}
            noise = {noise}
            skill_spread = {skill}
            [budget]
            total = 1_000_000_000_000
            pools = {{ events = 1.0 }}
            felt = 10
            hour = 1000
            ",
            jiff::civil::date(2027, 1, 4) + jiff::Span::new().weeks(weeks),
            // Its felt value is ten times ln(1 + pay over 10,000).
            (10_000.0 * (worth / 10.0).exp_m1() * winners).round()
        )));
    let traces = &study.ensemble.runs[0][0].traces;
    let last = traces.iter().map(|t| t.tick).max().unwrap();
    let done = traces.iter().filter(|t| t.tick == last);
    let mut efforts: Vec<f64> = done.map(|t| (f64::from(t.person.fame) / usual).ln()).collect();
    assert_eq!(efforts.len(), people as usize);
    efforts.sort_by(|a, b| b.total_cmp(a));
    efforts
}

/// The share of all effort by the first fifth.
fn fifth(efforts: &[f64]) -> f64 {
    efforts[..efforts.len() / 5].iter().sum::<f64>() / efforts.iter().sum::<f64>()
}

/// The same for V·φ((c − a)/σ)/σ with normal skills a.
fn expected(share: f64, noise: f64, skill: f64) -> f64 {
    let cut = noise.hypot(skill) * upper(share);
    let try_of = |k: u32| (-((cut - skill * upper((f64::from(k) + 0.5) / 500.0)) / noise).powi(2) / 2.0).exp();
    let mut efforts: Vec<f64> = (0..500).map(try_of).collect();
    efforts.sort_by(|a, b| b.total_cmp(a));
    fifth(&efforts)
}

#[test]
fn the_fewer_win_and_the_less_alike_people_are_the_fewer_try_at_all() {
    let documented =
        [(5.0, [(0.5, 0.28), (0.1, 0.54), (0.01, 0.87)]), (10.0, [(0.5, 0.43), (0.1, 0.78), (0.01, 1.00)])];
    for (skill, cases) in documented {
        for (share, wanted) in cases {
            close(expected(share, 5.0, skill), wanted, 0.01);
            close(fifth(&efforts(5_000.0, 25, share, 5.0, skill, 30.0)), wanted, 0.02);
        }
    }
    for (share, noise, skill) in [(0.2, 4.0, 6.0), (0.05, 6.0, 6.0)] {
        close(fifth(&efforts(5_000.0, 25, share, noise, skill, 30.0)), expected(share, noise, skill), 0.02);
    }
}

#[test]
fn the_less_alike_people_are_the_less_they_try_whatever_the_share_of_winners() {
    for share in [0.5, 0.2, 0.1] {
        let level = |skill: f64| mean(&efforts(40_000.0, 2, share, 5.0, skill, 30.0));
        let alike = level(0.0);
        for (skill, percent) in [(5.0, 70.71), (10.0, 44.72), (7.5, 55.47)] {
            let wanted = 5.0 / 5.0_f64.hypot(skill);
            close(100.0 * wanted, percent, 5e-3);
            close(level(skill) / alike, wanted, 0.03 * wanted);
        }
    }
}

#[test]
fn a_prize_of_one_moves_people_who_differ_as_much_as_luck_by_as_little_as_the_density_says() {
    for (share, listed, people) in [(0.5, 0.0566, 20_000.0), (0.1, 0.0248, 20_000.0), (0.01, 0.0037, 100_000.0)] {
        // V·φ(z)/√(σ² + σₐ²) with V = 1 and both 5.
        let z = upper(share);
        let wanted = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt() / 50.0_f64.sqrt();
        close(wanted, listed, 0.02 * listed);
        let found = mean(&efforts(people, 25, share, 5.0, 5.0, 1.0));
        close(found, wanted, 0.03 * wanted);
    }
}
