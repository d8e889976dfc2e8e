//! What people come to expect: Rescorla–Wagner, winners who are shown, and how long they wait for what stays away.

use super::{members, metronome, opening};
use crate::study::{close, run};

fn prized(people: u32, a_day: f64, prize: &str, mechanisms: &str, horizon: &str) -> String {
    opening("1 day", horizon, 1, "tick")
        + "[action.answer]\n"
        + &format!("[prize.answer]\n{prize}\n")
        + &members(people)
        + &metronome(a_day)
        + mechanisms
}

fn learning(speed: f64) -> String {
    format!("[mechanism.learning]\nspeed = {speed}\nspeed_down = {speed}\npull = 0\n")
}

#[test]
fn a_constant_reward_is_learnt_as_rescorla_and_wagner_say() {
    for (speed, a_day, mean) in [(0.1_f64, 1, 1.0), (0.3, 1, 1.0), (0.05, 3, 1.0), (0.1, 1, 2.5)] {
        let prize = format!("mean = {mean}");
        let study = run(&prized(10, f64::from(a_day), &prize, &learning(speed), "30 days"));
        let v = study.series("mean-anticipation");
        // What is settled in a tick is felt in the next: row n has felt the deeds of n ticks.
        for n in [5, 10, 22] {
            close(v[n as usize], mean * (1.0 - (1.0 - speed).powi(n * a_day)), 1e-6 * mean);
        }
    }
    for (n, wanted) in [(5, 0.4095), (10, 0.6513), (22, 0.9015)] {
        close(1.0 - 0.9_f64.powi(n), wanted, 5e-5);
    }
}

#[test]
fn a_variable_reward_leaves_as_much_variance_as_the_speed_says() {
    for (speed, chance) in [(0.1, 0.5), (0.3, 0.5), (0.1, 0.2)] {
        let prize = format!("schedule = \"variable\"\nchance = {chance}");
        let text = prized(200, 1.0, &prize, &learning(speed), "900 days")
            .replace("every = \"tick\"", "every = \"year\", people = 200");
        let study = run(&text);
        let v: Vec<f64> = study.ensemble.runs[0][0]
            .traces
            .iter()
            .filter(|t| t.tick > 100)
            .map(|t| f64::from(t.person.anticipation))
            .collect();
        let of_reward = (1.0 - chance) / chance;
        let wanted = speed / (2.0 - speed) * of_reward;
        close(crate::study::sd(&v).powi(2), wanted, 0.05 * wanted);
        close(crate::study::mean(&v), 1.0, 0.03);
    }
}

/// Days until everybody has given up.
fn endurance(patience: f64, chance: f64) -> f64 {
    let prize = format!("schedule = \"variable\"\nchance = {chance}\npaid = 0");
    let stops = format!("[mechanism.disappointment]\npatience = {patience}\n");
    let study = run(&prized(50, 1.0, &prize, &stops, "120 days"));
    let left = study.series("members");
    left.iter().position(|&n| n == 0.0).expect("everybody gives up") as f64
}

#[test]
fn thin_schedules_hold_out_longer_in_proportion() {
    for patience in [8.0, 12.0] {
        let once = endurance(patience, 1.0);
        close(once, patience, 0.1);
        for (chance, times) in [(0.5, 2.0), (1.0 / 3.0, 3.0), (0.2, 5.0)] {
            close(endurance(patience, chance) / once, times, 0.1 * times);
        }
    }
}

#[test]
fn who_sees_winners_alone_comes_to_expect_what_winners_get() {
    for (speed, chance) in [(0.025_f64, 0.1), (0.1, 0.25)] {
        let prize = format!("schedule = \"variable\"\nchance = {chance}");
        let vicarious = format!("[mechanism.vicarious]\nspeed = {speed}\n");
        let study = run(&prized(500, 1.0, &prize, &vicarious, "400 days"));
        let v = study.series("mean-anticipation");
        for n in [10, 40, 390] {
            close(v[n as usize], (1.0 - (1.0 - speed).powi(n)) / chance, 1e-3 / chance);
        }
    }
}

#[test]
fn anticipation_overshoots_what_is_handed_out_and_slumps_when_winners_are_no_longer_shown() {
    for (alpha, shown) in [(0.1, 0.025), (0.2, 0.05)] {
        let chance = 0.1;
        let prize = format!("schedule = \"variable\"\nchance = {chance}");
        let both = learning(alpha) + &format!("[mechanism.vicarious]\nspeed = {shown}\n");
        let silence = "[intervention.silence]\non = 2027-10-01\nset = { \"mechanism.vicarious.speed\" = 0 }\n";
        let study = run(&prized(2_000, 1.0, &prize, &(both + silence), "500 days"));
        let v = study.series("mean-anticipation");
        let average = |from: usize, to: usize| v[from..to].iter().sum::<f64>() / (to - from) as f64;
        // Each deed is learnt from, then the winners of the day are looked at.
        let own = alpha * (1.0 - shown) + shown / chance;
        let wanted = own / (1.0 - (1.0 - alpha) * (1.0 - shown));
        assert!(wanted > 2.0);
        close(average(150, 260), wanted, 0.03 * wanted);
        close(average(420, 500), 1.0, 0.05);
    }
}
