//! Needs, status, knowledge and weather: what motivates people besides rewards.

use super::{by_chance, members, metronome, opening};
use crate::study::{close, mean, run, sd};

/// Rate of rare deeds that relieve half of one need, with all deficits at their full height.
fn driven(need: &str, prepotency: f64, weight: f64) -> f64 {
    let text = opening("1 month", "10 years", 1, "year")
        + &members(5)
        + &metronome(1.0 / 365.25)
        + &format!(
            r#"
            [action.share.relief]
            {need} = 0.5
            [mechanism.needs]
            rise = "10 days"
            height = 1.0
            weight = {weight}
            prepotency = {prepotency}
            "#
        );
    let study = run(&text);
    study.mean("mean-intensity", study.last())
}

#[test]
fn needs_are_independent_without_prepotency_and_hidden_by_lower_ones_with_it() {
    for weight in [1.0, 2.0] {
        for (need, below) in [("safety", 0), ("esteem", 2), ("transcendence", 5)] {
            for prepotency in [0.0, 0.3, 1.0_f64] {
                // Deficits of 1 against the reference of one half, each hidden by those below.
                let full = weight * (1.0 - prepotency).powi(below);
                let rest = weight * 0.5 * (1.0 - 0.5 * prepotency).powi(below);
                let wanted = (0.5 * (full - rest)).exp();
                close(driven(need, prepotency, weight), wanted, 1e-3);
            }
        }
        // Strictly prepotent: full lower needs leave nothing of the highest.
        assert!(driven("transcendence", 1.0, weight) < 1.0 && driven("transcendence", 0.0, weight) > 1.2);
    }
}

/// Deeds a year of a person without fame, with people of the given fame around.
fn beside(fame: f64, strength: f64, width: f64, reference: f64) -> f64 {
    let text = opening("1 week", "3 years", 4, "year")
        + &format!(
            r#"
            [segment.known]
            people = 200
            members_at_start = 200
            ages_at_start = "new"
            [segment.unknown]
            people = 3000
            members_at_start = 3000
            ages_at_start = "new"
            [action.speak]
            who = ["known"]
            [action.ask]
            who = ["unknown"]
            [points.ask]
            [ladder.speakers]
            actions = ["speak"]
            [ladder.speakers.tier.speaker]
            entry = {{ deeds = 1, within = "10 years" }}
            benefit = {{ fame = {fame} }}
            [mechanism.status]
            strength = {strength}
            width = {width}
            reference = {reference}
            fades = "36000 days"
            "#
        )
        + &by_chance(0.1);
    let study = run(&text);
    study.count("deeds:ask", study.last())
}

#[test]
fn a_small_gap_spurs_and_a_big_one_does_less() {
    let none = beside(2.0, 0.0, 2.0, 0.0);
    for width in [2.0, 5.0] {
        let spur = |gap: f64| 0.4 * gap * (1.0 - gap).exp();
        let wanted = |gap: f64| none * spur(gap).exp();
        let found: Vec<f64> = [0.3, 1.0, 6.0].iter().map(|gap| beside(gap * width, 0.4, width, 0.0)).collect();
        for (gap, found) in [0.3, 1.0, 6.0].into_iter().zip(&found) {
            close(*found, wanted(gap), 0.03 * none);
        }
        assert!(found[0] > none && found[1] > found[0] && found[2] < found[0]);
    }
}

#[test]
fn the_fame_that_is_usual_moves_nobody_and_only_the_rest_does() {
    let none = beside(2.0, 0.0, 2.0, 0.0);
    for (fame, width) in [(2.0, 2.0), (3.0, 5.0)] {
        // It is nearly constant from the first week on, in which nobody has fame yet.
        close(beside(fame, 0.4, width, fame), none, 0.01 * none);
        assert!(beside(fame, 0.4, width, 0.5 * fame) > 1.02 * none);
    }
}

/// Years since the start, and mean knowledge then.
fn knowing(flow: f64, start: f64, more: &str, horizon: &str) -> Vec<(f64, f64)> {
    let knowledge = format!("[mechanism.knowledge]\nflow = \"{flow} per year\"\nat_start = {start}\nper_deed = 0\n");
    let text = opening("1 week", horizon, 2, "year") + &members(8_000) + &knowledge + more;
    let study = run(&text);
    study.series("mean-knowledge").into_iter().enumerate().map(|(row, known)| (study.years(row), known)).collect()
}

#[test]
fn without_newcomers_the_gap_closes() {
    for (flow, start) in [(0.5_f64, 0.2), (1.2, 0.6)] {
        let known = knowing(flow, start, "", "6 years");
        for (years, k) in known {
            let wanted = (1.0 - start) * (-flow * years).exp();
            close(1.0 - k, wanted, 0.02 * wanted);
        }
    }
}

#[test]
fn with_newcomers_the_gap_settles_where_inflow_and_learning_meet() {
    for (flow, start, leaves) in [(0.5, 0.2, 0.5_f64), (1.2, 0.2, 0.3), (0.3, 0.6, 0.7)] {
        // Each person who leaves is replaced by a returning one, with the knowledge of newcomers.
        let turnover = format!(
            "[mechanism.dropout]\nalpha = {leaves}\nbeta = {}\nheterogeneity = \"none\"\ncomeback = \"20 per year\"\n",
            1.0 - leaves
        );
        let known = knowing(flow, start, &turnover, "16 years");
        let exits = -(1.0 - leaves).ln();
        let wanted = (1.0 - start) * exits / (exits + flow);
        let gap = 1.0 - mean(&known[11..].iter().map(|(_, known)| *known).collect::<Vec<_>>());
        close(gap, wanted, 0.02 * wanted);
    }
}

/// Members with full knowledge, and three times as many who begin at a fifth of it; they use, and answer if others know
/// less.
fn sharing(flow: f64, gap: f64, more: &str) -> String {
    opening("1 week", "6 years", 16, "year")
        + &by_chance(0.05)
        + &format!(
            "
            [segment.old]
            people = 1_000
            members_at_start = 1_000
            [segment.old.mechanism.knowledge]
            at_start = 1.0
            [segment.new]
            people = 3_000
            members_at_start = 3_000
            ages_at_start = \"new\"
            [action.use]
            [action.answer]
            [action.answer.value]
            knowledge = 1
            [mechanism.knowledge]
            flow = \"{flow} per year\"
            at_start = 0.2
            per_deed = 0
            shares = 1
            gap = {gap}
            {more}
            "
        )
}

#[test]
fn as_the_gap_closes_nobody_is_left_with_whom_to_share() {
    for (flow, gap) in [(0.5_f64, 0.8), (1.2, 0.8), (0.5, 1.0)] {
        let study = run(&sharing(flow, gap, ""));
        for year in 0..=study.last() {
            let answers = study.count("deeds:answer", year);
            // Those who know are ahead of the mean by three quarters of the gap, and the others are behind it; the weeks of a year one by one.
            let weeks = 365.25 / 7.0;
            let share = |week: f64| {
                let kept = 0.75 * 0.8 * (-flow * week / weeks).exp() / gap;
                kept / (1.0 + kept)
            };
            let ends = |row: usize| (study.years(row) * weeks).round() as u32;
            let (first, last) = (year.checked_sub(1).map_or(0, ends), ends(year));
            let wanted: f64 = (first..last).map(|week| 1_000.0 * 0.35 * share(f64::from(week))).sum();
            close(answers, wanted, 0.02 * wanted + 15.0);
        }
    }
}

#[test]
fn whoever_passes_knowledge_on_is_known_for_it() {
    let fame = |each: f64| {
        run(&sharing(0.5, 0.8, &format!("[mechanism.status]\nstrength = 0\nfades = \"36525 days\"\nsharing = {each}")))
    };
    let study = fame(3.0);
    let passed: f64 = (0..=study.last()).map(|year| study.count("deeds:answer", year)).sum();
    // Except for what fades in six of a hundred years.
    let found = 4_000.0 * study.mean("mean-fame", study.last()) / 3.0;
    assert!(found < passed && found > 0.94 * passed, "{found} of {passed}");
    close(fame(0.0).mean("mean-fame", study.last()), 0.0, 1e-9);
}

fn arrivals(sd: f64, memory: &str) -> Vec<f64> {
    let text = opening("1 week", "10 weeks", 500, "tick")
        + &format!(
            r#"
            [segment.people]
            people = 20000
            [mechanism.adoption]
            external = "0.5 per year"
            social = "0 per year"
            [mechanism.weather]
            sd = {sd}
            memory = "{memory}"
            "#
        );
    let study = run(&text);
    let (before, after) = (study.values(0, "adopted", 0), study.values(0, "adopted", 1));
    after.iter().zip(before).map(|(a, b)| a - b).collect()
}

#[test]
fn weather_spreads_arrivals_as_much_as_it_says() {
    let dispersion = |list: &[f64]| sd(list).powi(2) / mean(list);
    close(dispersion(&arrivals(0.0, "90 days")), 1.0, 0.15);
    for (spread, memory) in [(0.3, "90 days"), (0.5, "20 days")] {
        let list = arrivals(spread, memory);
        // About 190 a week: what is Poisson in ln N has variance 1 / 190.
        let logs: Vec<f64> = list.iter().map(|n| n.ln()).collect();
        let own = sd(&logs).powi(2) - 1.0 / mean(&list);
        close(own.sqrt(), spread, 0.1 * spread);
        assert!(dispersion(&list) > 10.0);
    }
}

#[test]
fn weather_is_forgotten_in_its_memory() {
    for days in [20.0_f64, 60.0] {
        let text = opening("1 week", "10 weeks", 600, "tick")
            + "[segment.people]\npeople = 20000\n[mechanism.adoption]\nexternal = \"0.5 per year\"\nsocial = \"0 per year\"\n"
            + &format!("[mechanism.weather]\nsd = 0.6\nmemory = \"{days} days\"\n");
        let study = run(&text);
        let logs = |row: usize| -> Vec<f64> {
            let (a, b) = (study.values(0, "adopted", row), study.values(0, "adopted", row - 1));
            a.iter().zip(b).map(|(a, b)| (a - b).ln()).collect()
        };
        let (x, y) = (logs(1), logs(4));
        let (mx, my) = (mean(&x), mean(&y));
        let both = x.iter().zip(&y).map(|(x, y)| (x - mx) * (y - my)).sum::<f64>() / (x.len() - 1) as f64;
        close(both / (sd(&x) * sd(&y)), (-21.0 / days).exp(), 0.1);
    }
}
