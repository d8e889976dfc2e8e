//! Expectations of rewards: Rescorla–Wagner, visible winners, and the time until people stop without rewards.

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
        // What a tick settles is felt in the next: row n includes the deeds of n ticks.
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

/// Days until everybody has stopped.
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
        // People learn from each deed, then from the winners of the day.
        let own = alpha * (1.0 - shown) + shown / chance;
        let wanted = own / (1.0 - (1.0 - alpha) * (1.0 - shown));
        assert!(wanted > 2.0);
        close(average(150, 260), wanted, 0.03 * wanted);
        close(average(420, 500), 1.0, 0.05);
    }
}

#[test]
fn whatever_is_got_again_and_again_surprises_nobody_any_longer() {
    for (speed, down, means) in [(0.1, 0.1, [1.0, 2.5, 0.5]), (0.2, 0.05, [2.0, 0.0, 3.0])] {
        let learns = format!("[mechanism.learning]\nspeed = {speed}\nspeed_down = {down}\npull = 0\n");
        let changes = format!(
            "[intervention.second]\non = 2027-06-01\nset = {{ \"prize.answer.mean\" = {} }}\n\
             [intervention.third]\non = 2027-11-01\nset = {{ \"prize.answer.mean\" = {} }}\n",
            means[1], means[2]
        );
        let study = run(&prized(5, 1.0, &format!("mean = {}", means[0]), &(learns + &changes), "450 days"));
        let v = study.series("mean-anticipation");
        // The first days on which a prize is felt: a day after it is given.
        let from = [1_usize, 149, 302, 450];
        let mut before = 0.0;
        for (k, &mean) in means.iter().enumerate() {
            let surprise: Vec<f64> = (from[k]..from[k + 1]).map(|day| mean - v[day]).collect();
            let speed: f64 = if mean > before { speed } else { down };
            for (n, found) in surprise.iter().enumerate() {
                close(*found, (mean - before) * (1.0 - speed).powi(n as i32 + 1), 1e-5);
            }
            assert!(surprise[surprise.len() - 1].abs() < 2e-3);
            before = v[from[k + 1] - 1];
        }
    }
}

/// The factor on a person's deeds if each deed may win this much money.
fn drawn(prize: &str) -> f64 {
    let text = opening("1 day", "3 days", 1, "tick")
        + &members(2)
        + &metronome(1.0)
        + "[action.answer]\neffort = 1\n[budget]\ntotal = 1_000_000_000_000\nhour = 100\nfelt = 0.3\npools = { things = 1.0 }\n"
        + &format!("[prize.answer]\npool = \"things\"\n{prize}\n");
    let study = run(&text);
    study.mean("mean-intensity", study.last())
}

#[test]
fn a_chance_of_money_draws_as_it_weighs_in_prospect() {
    // Tversky & Kahneman 1992 at .61: small chances weigh more than they are, large ones less.
    let listed = [(0.01, 0.055), (0.05, 0.132), (0.1, 0.186), (0.5, 0.421), (0.9, 0.712), (0.99, 0.912)];
    for g in [0.61, 0.8, 1.0] {
        for (chance, median) in listed {
            let (wins, loses) = (f64::powf(chance, g), f64::powf(1.0 - chance, g));
            let weight = wins / (wins + loses).powf(1.0 / g);
            let by_lot = drawn(&format!("schedule = \"variable\"\nchance = {chance}\nweighting = {g}\ncost = 100_000"));
            close(by_lot, (1.0 + weight * 1000.0).powf(0.3), 1e-4 * by_lot);
            // As a certain prize that is smaller by this factor.
            close(by_lot, drawn(&format!("cost = {}", (weight * 100_000.0).round())), 1e-4 * by_lot);
            if g == 0.61 {
                close(weight, median, 6e-4);
            }
        }
    }
}
