//! Boundaries: tournaments, goals that come near, and people who do not respond.

use super::{by_chance, members, metronome, normal_cdf, opening, upper};
use crate::study::{close, mean, run};

/// Everybody responds to near goals; a caller adds to this table.
fn effort(sharpness: f64) -> String {
    format!("\n[action.answer]\n[mechanism.effort]\nresponders = 1\nsharpness = {sharpness}")
}

fn tournament(kernel: &str, worth: f64, luck: f64, cost: f64) -> f64 {
    let text = opening("1 week", "1 year", 1, "tick")
        + &members(2)
        + &metronome(0.05)
        + &effort(0.001)
        + &format!(
            r#"
            own_sd = {luck}
            luck = 0
            kernel = "{kernel}"
            form = "linear"
            cost = {cost}
            [ladder.contest.tier.winner]
            entry = {{ seats = 1, rank_by = "deeds", every = "5 years", within = "5 years" }}
            benefit = {{ esteem = {worth} }}
            "#
        );
    let study = run(&text);
    study.mean("mean-intensity", study.last()) - 1.0
}

#[test]
fn two_players_put_in_the_effort_of_lazear_and_rosen() {
    for (worth, luck, cost) in [(10.0, 5.0, 1.0), (6.0, 5.0, 1.0), (10.0, 8.0, 1.0), (10.0, 5.0, 2.5)] {
        // V / (2 σ √π c): the density of the difference of two normal lucks at zero.
        let wanted = worth / (2.0 * luck * std::f64::consts::PI.sqrt() * cost);
        close(tournament("normal", worth, luck, cost), wanted, 0.02 * wanted);
    }
    close(10.0 / (10.0 * std::f64::consts::PI.sqrt()), 0.5642, 5e-5);
}

#[test]
fn two_players_with_uniform_luck_put_in_the_effort_of_bull_schotter_and_weigelt() {
    // Prizes that differ by V, luck ±a each, cost e²/C: C·V/(4a); the first is the paper's.
    for (worth, a, scale) in [(0.59, 40.0, 10_000.0), (5.9, 60.0, 1_000.0), (3.0, 40.0, 1_000.0), (8.0, 80.0, 400.0)] {
        let wanted = scale * worth / (4.0 * a);
        close(tournament("uniform", worth, a / 3.0_f64.sqrt(), 2.0 / scale), wanted, 0.02 * wanted);
    }
    close(10_000.0 * 0.59 / 160.0, 36.9, 0.03);
}

#[test]
fn what_is_still_to_come_blurs_a_cut_until_the_day_comes() {
    // Two players neck and neck with r deeds a week: at x done and L weeks to go the difference is normal with variance 2·ν·(x/W)·L.
    for (worth, rate, luck) in [(8.0, 1.0, 1.0), (8.0, 3.0, 1.0), (5.0, 1.0, 4.0)] {
        let text = opening("1 week", "2 years", 1, "tick")
            + &members(2)
            + &metronome(rate / 7.0)
            + &format!(
                r#"
                [action.answer]
                [mechanism.effort]
                responders = 1
                sharpness = 0.001
                luck = {luck}
                form = "linear"
                cost = 1000
                [ladder.contest.tier.winner]
                entry = {{ seats = 1, rank_by = "deeds", every = "1820 days", within = "1820 days" }}
                benefit = {{ esteem = {worth} }}
                "#
            );
        let study = run(&text);
        for row in [30, 60, 90] {
            let (x, left) = (f64::from(row as u32) * rate, 260.0 - f64::from(row as u32));
            let spread = (2.0 * luck * x / 260.0 * left).sqrt();
            let wanted = worth * (normal_cdf(1.0 / spread) - 0.5);
            close((study.mean("mean-intensity", row) - 1.0) * 1000.0, wanted, 0.04 * wanted);
        }
    }
}

/// Mean effort in a large field, and the standard deviation of its players' results.
fn field(share: f64, worth: f64, weeks: u32) -> (f64, f64) {
    let people = 12_000;
    let text = opening("1 week", &format!("{weeks} weeks"), 2, "tick")
        + &members(people)
        + &by_chance(1.0 / 7.0)
        + &effort(0.001)
        + &format!(
            r#"
            luck = 0
            form = "linear"
            [ladder.contest.tier.winner]
            entry = {{ seats = {}, rank_by = "deeds", every = "9 years", within = "9 years" }}
            benefit = {{ esteem = {worth} }}
            "#,
            (share * f64::from(people)).round()
        );
    let study = run(&text);
    let mean_effort: Vec<f64> =
        (study.last() - 7..=study.last()).map(|r| study.mean("mean-intensity", r) - 1.0).collect();
    (mean(&mean_effort), f64::from(weeks - 4).sqrt())
}

#[test]
fn in_a_large_field_effort_is_the_density_of_results_at_the_cut() {
    // V φ(z) / (σ c), where the luck in results is that of deeds by chance; a large V would move the field itself.
    for (share, z) in [(0.5, 0.0_f64), (0.2, 0.8416), (0.1, 1.2816)] {
        for (worth, weeks) in [(0.1, 64), (0.05, 104)] {
            let (found, luck) = field(share, worth, weeks);
            let density = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
            let wanted = worth * density / luck;
            close(found, wanted, 0.08 * wanted);
        }
    }
}

/// Mean effort in a large field for a pot that its winners share, and the deeds per head until then, row by row.
fn scramble(share: f64, people: u32, weeks: u32, a_day: f64) -> Vec<(f64, f64)> {
    let text = opening("1 week", &format!("{weeks} weeks"), 1, "tick")
        + &members(people)
        + &by_chance(a_day)
        + &effort(0.001)
        + &format!(
            r#"
            luck = 0
            form = "linear"
            [ladder.contest.tier.winner]
            entry = {{ seats = {}, rank_by = "deeds", every = "9 years", within = "9 years" }}
            benefit = {{ esteem = 10, pot = true }}
            "#,
            (share * f64::from(people)).round()
        );
    let study = run(&text);
    let felt = |row: usize| (7.0 * a_day * row as f64, (study.mean("mean-intensity", row) - 1.0) * f64::from(people));
    (study.last() - 11..=study.last()).map(felt).collect()
}

/// The total effort for a pot of ten with random deeds at a given rate per head: half of the worth of a place goes to
/// people at the cut and to people one deed below.
fn spurred(share: f64, deeds: f64) -> f64 {
    let (mut chance, mut below, mut at, mut k) = ((-deeds).exp(), 0.0, 0.0, 0.0_f64);
    let mut beyond = 1.0;
    // The cut is the number of deeds that at most the share exceeds.
    while beyond > share {
        below = at;
        at = chance;
        beyond -= chance;
        k += 1.0;
        chance *= deeds / k;
    }
    10.0 / share * (below + at) / 2.0
}

#[test]
fn a_pot_for_few_spurs_more_than_the_same_for_many() {
    for (share, people) in [(0.5, 40_000), (0.2, 40_000), (0.1, 40_000)] {
        let (mut found, mut wanted) = (0.0, 0.0);
        for (deeds, felt) in scramble(share, people, 24, 1.0) {
            found += felt;
            wanted += spurred(share, deeds);
        }
        close(found / wanted, 1.0, 0.03);
    }
}

#[test]
fn the_same_pot_for_a_fifth_a_tenth_a_twentieth_or_a_hundredth_spurs_as_its_share_says() {
    // φ(z)/s, where luck is normal: that of thousands of deeds. Each person's luck goes with the root of what they did.
    let total = |share: f64, people: u32| -> f64 {
        scramble(share, people, 24, 20.0).into_iter().map(|(deeds, felt)| felt * deeds.sqrt()).sum()
    };
    let even = total(0.5, 40_000);
    for (share, people, ratio) in
        [(0.2, 40_000, 1.754), (0.1, 40_000, 2.200), (0.05, 60_000, 2.585), (0.01, 200_000, 3.340)]
    {
        let z = upper(share);
        close((-z * z / 2.0).exp() * 0.5 / share, ratio, 0.001);
        close(total(share, people) / even, ratio, 0.03 * ratio);
    }
}

fn goal(at: u32, sharpness: f64, worth: f64) -> String {
    metronome(1.0)
        + &effort(sharpness)
        + &format!(
            r#"
            form = "linear"
            [badge.goal]
            action = "answer"
            at = {at}
            value = {worth}
            "#
        )
}

#[test]
fn effort_rises_to_the_goal_by_a_fifth_and_falls_back_behind_it() {
    for at in [10, 20] {
        // The worth at which the last step gains .3.
        let s = 0.5 * f64::from(at);
        let worth = 0.3 / (0.5 - normal_cdf(-1.0 / s));
        let study = run(&(opening("1 day", "60 days", 1, "tick") + &members(4) + &goal(at, 0.5, worth)));
        let (intensity, deeds) = (study.series("mean-intensity"), study.counts("deeds"));
        let mut done = 0.0;
        let (mut path, mut after) = (Vec::new(), Vec::new());
        for (row, n) in deeds.iter().enumerate() {
            // Felt gains in a row follow from the deeds before it.
            if done > 0.0 && done < f64::from(at) {
                let x = done - f64::from(at);
                close(intensity[row], 1.0 + worth * (normal_cdf((x + 1.0) / s) - normal_cdf(x / s)), 1e-3);
                path.push(intensity[row]);
            } else if done >= f64::from(at) {
                after.push(intensity[row]);
            }
            done += n / 4.0;
        }
        assert!(path.len() > 4 && path.windows(2).all(|w| w[0] < w[1]), "{path:?}");
        close(1.0 - path[0] / path[path.len() - 1], 0.20, 0.03);
        assert!(after.iter().all(|&i| i == 1.0), "{after:?}");
    }
}

#[test]
fn only_those_who_respond_show_a_break() {
    for share in [0.2, 0.35] {
        let text = opening("1 day", "80 days", 1, "month")
            .replace("every = \"month\"", "every = \"month\", people = 4000")
            + &members(4_000)
            + &goal(12, 0.4, 6.0)
                .replace("responders = 1", &format!("responders = {share}"))
                .replace("steady", "poisson");
        let study = run(&text.replace("1 per day", "0.3 per day"));
        let traces = &study.ensemble.runs[0][0].traces;
        let mut highest = vec![1.0_f32; 4_000];
        for trace in traces {
            let slot = &mut highest[trace.id as usize];
            *slot = slot.max(trace.person.urge);
        }
        let moved = highest.iter().filter(|u| **u > 1.05).count() as f64 / 4_000.0;
        close(moved, share, 0.02);
        assert!(highest.iter().all(|u| *u == 1.0 || *u > 1.001));
    }
}

/// Among people who fill a card of ten deeds, some of which may be given: the share that has filled it by the 43rd
/// week, and the mean week.
fn filled(at: u32, endowed: u32, worth: f64) -> (f64, f64) {
    let text = opening("1 week", "160 weeks", 1, "tick")
        + &members(20_000)
        + &by_chance(1.0 / 35.0)
        + &effort(0.3)
        + &format!(
            r#"
            [badge.card]
            action = "answer"
            at = {at}
            endowed = {endowed}
            value = {worth}
            "#
        );
    let study = run(&text);
    let shares: Vec<f64> = study.series("rewards").iter().map(|n| n / 20_000.0).collect();
    assert_eq!(shares[study.last()], 1.0, "somebody has not filled it");
    (shares[42], shares.iter().map(|share| 1.0 - share).sum())
}

#[test]
fn a_card_with_stamps_given_is_filled_by_more_and_faster() {
    for worth in [4.0, 8.0] {
        let [(given, sooner), (plain, later), (none, latest)] =
            [(12, 2, worth), (10, 0, worth), (10, 0, 0.0)].map(|(at, endowed, worth)| filled(at, endowed, worth));
        assert!(given > plain + 0.005 && plain > none + 0.05, "{given} against {plain} and {none}");
        assert!(sooner < later - 0.1 && later < latest - 3.0, "{sooner} against {later} and {latest} weeks");
    }
}

#[test]
fn what_is_held_back_is_worth_no_more_than_the_badge() {
    // For any number of deeds on the way, the gains add up to at most the worth.
    for (at, worth) in [(10, 2.0), (30, 2.0)] {
        let study = run(&(opening("1 day", "60 days", 1, "tick") + &members(2) + &goal(at, 0.2, worth)));
        let (intensity, deeds) = (study.series("mean-intensity"), study.counts("deeds"));
        let gains: Vec<f64> = intensity.iter().zip(&deeds).map(|(i, n)| (i - 1.0) * n / 2.0).collect();
        let total: f64 = gains.iter().sum();
        assert!(total > 0.5 && total < worth * 1.05, "{total}");
        assert!(mean(&intensity[45..]) < mean(&intensity[..45]));
    }
}
