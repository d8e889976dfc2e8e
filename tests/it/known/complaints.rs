//! Complaints: their number, their waiting time, the worth of resolving them, and the cost of ignoring them.

use super::{members, opening};
use crate::study::{Study, close, run};

/// Members who all come to a gripe session at a fixed interval of days.
fn session(people: u32, every: &str, gripe: &str, rest: &str) -> Study {
    run(&(opening("1 day", "2 years", 1, "tick")
        + &members(people)
        + &format!(
            "
            {rest}
            [occasion.gripes]
            on = 2027-01-04
            every = \"{every}\"
            interest = 30
            [occasion.gripes.gripe]
            {gripe}
            "
        )))
}

#[test]
fn what_is_open_is_what_comes_in_times_how_long_it_waits() {
    // n complaints every T days, resolved c a day: the last of them waits n/c days, all of them n/2c.
    for (people, every, a_day) in [(2000, 91.0, 30.0), (600, 60.0, 20.0)] {
        let hours = a_day * 30.4375;
        let gripe = format!("complaints = 1\nhours = {hours}\nhours_each = 1\n");
        let study = session(people, &format!("{every} days"), &gripe, "");
        let open = study.series("complaints-open");
        let periods = (open.len() as f64 / every).floor();
        let days = (periods * every) as usize;
        let found = open[..days].iter().sum::<f64>() / days as f64;
        let n = f64::from(people);
        let little = n / every * (n / a_day / 2.0);
        close(found / little, 1.0, 0.06);
    }
}

#[test]
fn quality_gains_a_step_for_each_complaint_that_is_resolved() {
    for (step, hours) in [(0.001, 3000.0), (0.0002, 40.0)] {
        let gripe = format!("complaints = 2\nhours = {hours}\nhours_each = 4\nquality = {step}\nmore = 0\n");
        let study = session(100, "60 days", &gripe, "[flywheel]\n");
        let resolved = study.mean("complaints-resolved", study.last());
        assert!(resolved > 100.0);
        close(study.mean("quality", study.last()).ln(), step * resolved, 1e-9);
    }
}

#[test]
fn users_complain_more_the_further_quality_lies_below_the_best_rival() {
    for (rival, more) in [(1.5, 2.0), (3.0, 0.5)] {
        let better = format!(
            "[flywheel]\n[organisation.rival]\njoined_at_start = 1\n[organisation.rival.as.rival]\nquality = {rival}\n"
        );
        let gripe = format!("complaints = 0.5\nmore = {more}\nhours = 0\npatience = \"36525 days\"\n");
        let study = session(3000, "30 days", &gripe, &better);
        let open = study.series("complaints-open");
        // On the first day the rival is not yet known.
        let found = (open[400] - open[40]) / 12.0 / 3000.0;
        close(found, 0.5 + more * f64::ln(rival), 0.03);
    }
}

#[test]
fn what_is_heard_and_ignored_costs_belief_and_members() {
    for leaves in [0.2, 0.8] {
        let gripe = format!("complaints = 1\nhours = 0\npatience = \"30 days\"\nleaves = {leaves}\n");
        let study = run(&(opening("1 day", "60 days", 1, "tick")
            + &members(4000)
            + &format!(
                "
                [belief]
                loss = 0.7
                returns = \"36525 days\"
                [occasion.gripes]
                on = 2027-01-04
                interest = 30
                [occasion.gripes.gripe]
                {gripe}
                "
            )));
        let ignored = study.mean("complaints-ignored", study.last());
        close(ignored, 4000.0, 200.0);
        assert_eq!(study.series("complaints-ignored")[28], 0.0);
        // Each of a Poisson number of complaints may lose its author: e^−l stay.
        close(study.mean("members", study.last()) / 4000.0, f64::exp(-leaves), 0.025);
        close(study.mean("belief", study.last()), f64::exp(-0.7), 2e-3);
    }
}
