//! Groups: what they must leave alone.

use crate::rich::{RICH, same, well_mixed};
use crate::study::{Study, run};

/// Fails unless every metric of the first is the same in the second, to the byte.
fn same_but_for_more(plain: &Study, grouped: &Study, what: &str) {
    let (names, all) = (plain.names(), grouped.names());
    let places: Vec<usize> = names.iter().map(|name| all.iter().position(|n| n == name).unwrap()).collect();
    for design in &plain.experiment.designs {
        for replicate in 0..2 {
            let one = plain.trajectory(&design.name, replicate);
            let mut other = grouped.trajectory(&design.name, replicate).clone();
            for row in &mut other.rows {
                *row = places.iter().map(|place| row[*place]).collect();
            }
            same(&names, one, &other, what);
        }
    }
}

#[test]
fn one_sig_with_all_the_work_and_all_the_hours_is_no_sig() {
    for text in [RICH.to_owned(), well_mixed()] {
        let grouped = text.replace("[mechanism.review]\nhours = 14", "[mechanism.review]\nhours = 0")
            + "\n[sig.all]\nshare = 1\nhours = 14\n";
        assert_ne!(grouped.len(), text.len());
        same_but_for_more(&run(&text), &run(&grouped), "one SIG");
    }
}

#[test]
fn a_chapter_that_never_meets_and_seats_that_nobody_may_take_change_nothing() {
    let nothing = "
        [chapter.asleep]
        segment = \"developers\"
        ladder = \"contributor\"
        tier = \"pmc\"
        share = 0.7
        most = \"0 per year\"
        [sig.none]
        share = 0
        hours = 5
        [sig.none.seat.banks]
        places = 0
    ";
    same_but_for_more(&run(RICH), &run(&(RICH.to_owned() + nothing)), "groups that do nothing");
}
