//! Groups: what they must not change.

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

#[test]
fn groups_that_begin_on_a_date_change_nothing_before_it() {
    let groups = "
        [sig.late]
        off = true
        share = 0.5
        hours = 3
        release = \"35 days\"
        [sig.late.seat.integrators]
        places = 2
        heard = 1
        [chapter.late]
        off = true
        segment = \"developers\"
        ladder = \"contributor\"
        tier = \"contributor\"
        share = 0.6
        [treatment.groups]
        from = 2027-06-07
        \"sig.late\" = \"on\"
        \"chapter.late\" = \"on\"
    ";
    let study = run(&(RICH.to_owned() + groups));
    let at = |name: &str, design: &str, row: usize| {
        let column = study.names().iter().position(|n| n == name).unwrap();
        study.trajectory(design, 0).rows[row][column]
    };
    for row in 0..5 {
        let (one, other) = (&study.trajectory("baseline", 0).rows[row], &study.trajectory("groups", 0).rows[row]);
        assert!(crate::study::same(one, other), "row {row}");
    }
    let last = study.last();
    assert_eq!(at("seats:late", "groups", last), 1.0);
    assert!(at("seats:late", "baseline", last).is_nan(), "it has no seats");
    assert!(at("chapter-leaders", "groups", last) >= 1.0);
    assert_eq!(at("chapters-awake", "baseline", last), 0.0);
    assert_ne!(at("members", "baseline", last), at("members", "groups", last));
}
