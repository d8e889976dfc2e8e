//! Occasions: attendance, capacity, pot, swag, tournament, mentors, learning, and the effect of an empty pool.

use super::{members, opening, upper};
use crate::study::{Study, close, mean, run};

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

const POOL: &str = "[budget]\ntotal = 10_000_000\npools = { events = 1.0 }\n";

/// People without adopters, and an occasion.
fn outsiders(people: u32, occasion: &str) -> Study {
    let text = opening("1 week", "52 weeks", 4, "tick") + &format!("[segment.people]\npeople = {people}\n") + POOL;
    run(&(text + occasion))
}

#[test]
fn attendance_is_that_of_interest_and_never_more_than_there_is_room_for() {
    for (interest, capacity) in [(-2.0, 100_000), (-4.0, 100_000), (-2.0, 700), (0.0, 50)] {
        let text = format!("[occasion.talk]\non = 2027-02-01\ninterest = {interest}\ncapacity = {capacity}\n");
        let study = outsiders(20_000, &text);
        let came = study.values(0, "attendance:talk", study.last());
        let wanted = (20_000.0 * logistic(interest)).min(f64::from(capacity));
        assert!(came.iter().all(|n| *n <= f64::from(capacity)), "{came:?}");
        close(mean(&came), wanted, 0.03 * wanted);
        assert_eq!(study.mean("occasions-held", study.last()), 1.0);
        assert_eq!(study.mean("attendance:talk", 3), 0.0);
    }
}

#[test]
fn what_is_paid_draws_as_pay_is_felt() {
    for (pot, felt, interest) in [(800_000, 0.3, -3.0), (80_000, 1.0, -2.0)] {
        let text = format!(
            "felt = {felt}\nhour = 50\n[occasion.hackathon]\non = 2027-02-01\ninterest = {interest}\nhours = 20\npool = \"events\"
            [occasion.hackathon.prize]\npot = {pot}\n"
        );
        let study = outsiders(20_000, &text);
        let each = f64::from(pot) / (20_000.0 * logistic(interest)) / 20.0;
        let wanted = 20_000.0 * logistic(interest + felt * (1.0 + each / 50.0).ln());
        close(mean(&study.values(0, "attendance:hackathon", study.last())), wanted, 0.03 * wanted);
    }
}

#[test]
fn a_challenge_draws_those_whom_it_fits() {
    for (level, width) in [(0.5, 0.25), (0.2, 0.1)] {
        let text = opening("1 week", "8 weeks", 1, "tick")
            + &members(20_000)
            + &format!(
                "
                [mechanism.knowledge]
                flow = \"0 per year\"
                at_start = 0.3
                per_deed = 0
                [occasion.contest]
                on = 2027-01-04
                interest = -2.0
                [occasion.contest.challenge]
                level = {level}
                width = {width}
                draws = 2.0
                "
            );
        let study = run(&text);
        let apart: f64 = (0.3 - level) / width;
        let wanted = 20_000.0 * logistic(-2.0 + 2.0 * (-0.5 * apart * apart).exp());
        close(study.mean("attendance:contest", study.last()), wanted, 0.04 * wanted);
    }
}

#[test]
fn only_those_come_who_heard_of_it() {
    for a_day in [0.05, 0.3] {
        let text = format!(
            "
            [carrier.forum]
            messages = \"{a_day} per day\"
            reach = 1.0
            repeats = 1
            trust = 1.0
            adoption = \"0 per year\"
            [occasion.talk]
            on = 2027-10-04
            interest = 0
            adopts = 0
            told_by = [\"forum\"]
            "
        );
        let study = outsiders(20_000, &text);
        let heeded = 1.0 - (-a_day * 7.0 / std::f64::consts::LN_2).exp();
        close(mean(&study.values(0, "attendance:talk", study.last())), 10_000.0 * heeded, 150.0);
    }
}

#[test]
fn a_book_is_read_by_half_as_many_after_each_half_life() {
    for (half, ratio) in [("91 days", 0.5), ("182 days", 0.5_f64.sqrt())] {
        let text = format!(
            "[occasion.book]\non = 2027-01-04\nevery = \"91 days\"\nfades = \"{half}\"\ninterest = 0\nadopts = 0\n"
        );
        let study = outsiders(20_000, &text);
        let so_far: Vec<f64> = [0, 13, 26, 39].map(|week| study.mean("attendance:book", week)).to_vec();
        close(so_far[0], 10_000.0, 200.0);
        for k in 1..3 {
            let (before, now) = (so_far[k] - so_far[k - 1], so_far[k + 1] - so_far[k]);
            close(now / before, ratio, 0.03);
        }
    }
}

#[test]
fn an_occasion_with_nothing_to_do_changes_nothing_beyond_attendance() {
    let world = |occasion: &str| {
        let text = opening("1 week", "1 year", 1, "month")
            + "[segment.people]\npeople = 3000\nmembers_at_start = 500\n[mechanism.adoption]\n[mechanism.triggers]\n[mechanism.knowledge]\n[mechanism.dropout]\n";
        run(&(text + occasion))
    };
    let without = world("");
    let with = world("[occasion.talk]\non = 2027-02-01\nevery = \"30 days\"\nadopts = 0\ninterest = -1\n");
    assert!(with.mean("attendance:talk", with.last()) > 1000.0);
    for metric in ["members", "active-people", "deeds:use", "mean-knowledge", "mean-anticipation"] {
        assert_eq!(with.series(metric), without.series(metric), "{metric}");
    }
}

#[test]
fn those_who_come_adopt_with_their_chance_and_learn_a_share_of_the_gap() {
    for (adopts, learns) in [(0.2, 0.5), (0.7, 0.1)] {
        let text = format!(
            "
            [mechanism.knowledge]
            flow = \"0 per year\"
            at_start = 0.2
            [occasion.academy]
            on = 2027-02-01
            interest = 0
            adopts = {adopts}
            knowledge = {learns}
            "
        );
        let study = outsiders(20_000, &text);
        let joined = mean(&study.values(0, "members", study.last()));
        close(joined, 10_000.0 * adopts, 200.0);
        assert_eq!(joined, mean(&study.values(0, "entrants", study.last())));
        close(study.mean("mean-knowledge", study.last()), 1.0 - 0.8 * (1.0 - learns), 1e-5);
    }
}

/// Members at a hackathon with a pot, with a number of deeds each.
fn hackathon(people: u32, deeds: f64, rest: &str) -> Study {
    run(&(opening("1 week", "4 weeks", 1, "tick")
        + &members(people)
        + &format!(
            "
            [action.code]
            [occasion.hackathon]
            on = 2027-01-04
            interest = 30
            pool = \"events\"
            action = \"code\"
            deeds = {deeds}
            hours = 10
            {rest}
            "
        )))
}

#[test]
fn a_pot_is_paid_to_the_unit_and_an_occasion_that_cannot_be_paid_is_not_held() {
    for (pot, winners) in [(100_001, 7), (10, 3)] {
        let prize = format!("[occasion.hackathon.prize]\npot = {pot}\nwinners = {winners}\n");
        let study = hackathon(50, 3.0, &(prize.clone() + POOL));
        assert_eq!(study.mean("paid:events", study.last()), f64::from(pot));
        assert_eq!(study.mean("rewards", study.last()), f64::from(winners));
        // If there are fewer people than prizes, they share the pot.
        let few = hackathon(2, 30.0, &(prize.clone() + POOL));
        assert_eq!(few.mean("paid:events", few.last()), f64::from(pot));
        assert_eq!(few.mean("rewards", few.last()), 2.0);
        // Swag is paid from the money after the pot.
        let swag = format!(
            "[occasion.hackathon.swag]\ncost = 7\n[budget]\ntotal = {}\npools = {{ events = 1.0 }}\n",
            pot + 10
        );
        let both = hackathon(50, 3.0, &(prize.clone() + &swag));
        assert_eq!(both.mean("paid:events", both.last()), f64::from(pot + 7));
        let short = format!("[budget]\ntotal = {}\npools = {{ events = 1.0 }}\n", pot - 1);
        let none = hackathon(50, 3.0, &(prize + &short));
        assert_eq!(none.mean("occasions-cancelled", none.last()), 1.0);
        assert_eq!(none.mean("unpaid", none.last()), 1.0);
        assert_eq!(none.mean("paid:events", none.last()) + none.mean("attendance:hackathon", none.last()), 0.0);
    }
}

#[test]
fn a_broken_promise_of_an_occasion_is_believed_no_more() {
    for loss in [0.5, 2.0] {
        let text = format!(
            "cost = 20_000_000\n{POOL}[belief]\nloss = {loss}\nreturns = \"36525 days\"\n[shop.mug]\nprice = 1\n"
        );
        let study = hackathon(10, 3.0, &text);
        let belief = study.mean("belief", study.last());
        close(belief, f64::exp(-loss), 2e-3);
    }
}

#[test]
fn swag_is_paid_for_each_deed_and_draws_more_of_them() {
    for (cost, draws) in [(7, 0.0), (3, 0.7)] {
        let swag = format!("[occasion.hackathon.swag]\ncost = {cost}\ndraws = {draws}\n");
        let study = hackathon(2000, 4.0, &(swag + POOL));
        let deeds = study.count("deeds:code", 0);
        close(deeds, 2000.0 * 4.0 * f64::exp(draws), 300.0);
        assert_eq!(study.mean("paid:events", study.last()), deeds * f64::from(cost));
    }
}

/// Mean extra effort in a tournament with a share of winners, and its expected value: V·φ(z)/√(σ² + σₐ²).
fn effort(share: f64, noise: f64, skill: f64) -> (f64, f64) {
    let people = 30_000.0;
    let winners = (people * share).round();
    let prize = format!(
        "[occasion.hackathon.prize]\npot = 600_000\nwinners = {winners}\nnoise = {noise}\nskill_spread = {skill}\n
        [budget]\ntotal = 10_000_000\npools = {{ events = 1.0 }}\nfelt = 10\nhour = 1000\n"
    );
    // Enough people to make chance small relative to the effect.
    let deeds = 1000.0;
    let study = hackathon(people as u32, deeds, &prize);
    let worth = 10.0 * f64::ln_1p(600_000.0 / winners / 10.0 / 1000.0);
    let z = upper(share);
    let density = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let felt = (study.count("deeds:code", 0) / people / deeds).ln();
    (felt, worth * density / noise.hypot(skill))
}

#[test]
fn effort_in_a_tournament_is_the_prize_times_the_density_at_the_cut() {
    // Equal people: Lazear & Rosen. Skills that vary as much as luck, and twice as much: the level falls by √2 and by
    // √5.
    for (noise, skill) in [(5.0, 0.0), (5.0, 5.0), (5.0, 10.0)] {
        for share in [0.5, 0.2, 0.1] {
            let (found, wanted) = effort(share, noise, skill);
            close(found / wanted, 1.0, 0.06);
        }
    }
    // A fixed pot among fewer winners is worth φ(z)/s to each.
    let even = effort(0.5, 5.0, 0.0).0;
    close(effort(0.2, 5.0, 0.0).0 / even, 1.754, 0.06);
    close(effort(0.1, 5.0, 0.0).0 / even, 2.200, 0.08);
}

/// People who contribute first at a hackathon, then at a rate per year, and who stop after a spell with chance p.
fn newcomers(people: u32, rate: f64, p: f64, rest: &str) -> Study {
    let text = opening("1 week", "52 weeks", 1, "month") + &members(people) + POOL;
    run(&(text
        + &format!(
            "
            [mechanism.engagement]
            rate = \"{rate} per year\"
            rate_spread = 0
            extra = 0
            drop_alpha = {}
            drop_beta = {}
            comeback = \"0 per year\"
            core = 0
            [action.code]
            contribution = true
            appeal = -30
            [occasion.hackathon]
            on = 2027-01-04
            pool = \"events\"
            action = \"code\"
            deeds = 100
            {rest}
            ",
            1000.0 * p,
            1000.0 * (1.0 - p)
        )))
}

/// The share of attendants who still contribute, without other reasons to contribute.
fn stay(p: f64, rest: &str) -> f64 {
    let study = newcomers(4000, 0.0001, p, rest);
    study.mean("engaged-contributors", 0) / study.mean("attendance:hackathon", 0)
}

#[test]
fn mentors_hold_newcomers_as_far_as_they_reach() {
    for (p, holds) in [(0.5, 1.0), (0.7, 2.0)] {
        let with = 1.0 - logistic((p / (1.0_f64 - p)).ln() - holds);
        let mentors = |n: u32| {
            format!("interest = 30\n[occasion.hackathon.follow-up]\nmentors = {n}\neach = 5\nholds = {holds}\n")
        };
        close(stay(p, &mentors(0)), 1.0 - p, 0.03);
        close(stay(p, &mentors(800)), with, 0.03);
        close(stay(p, &mentors(400)), 0.5 * with + 0.5 * (1.0 - p), 0.03);
    }
}

#[test]
fn those_who_came_for_what_is_paid_stop_sooner() {
    for drive_by in [1.0, 2.0] {
        // One in three thousand would come without a gift, and nearly everybody comes for the swag.
        let swag = format!("drive_by = {drive_by}\ninterest = -8\n[occasion.hackathon.swag]\ndraws = 10\n");
        close(stay(0.5, &swag), 1.0 - logistic(drive_by), 0.03);
        let anyway = swag.replace("-8", "30");
        close(stay(0.5, &anyway), 0.5, 0.03);
    }
}

#[test]
fn entrants_are_asked_after_when_nine_months_are_over() {
    for (p, kept) in [(0.001, 1.0), (0.6, 0.0)] {
        // Sixty times a year: every continuing contributor is observed, and those who may stop are gone.
        let study = newcomers(2000, 60.0, p, "interest = 30\n");
        assert_eq!(study.mean("entrants", study.last()), 2000.0);
        assert!(study.mean("entrants-kept-share", 7).is_nan());
        close(study.mean("entrants-kept-share", study.last()), kept, 0.06);
    }
}
