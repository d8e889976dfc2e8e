//! Values outside of what is known, a sentence each.
//!
//! Invariant: a sentence says what was found, what is known and by whom, and asks whether it is meant.

use super::searchable;
use crate::experiment::Experiment;
use crate::say;
use crate::stats::Summary;
use crate::stats::plausible::{Odd, What, of_runs, of_scenario};
use crate::words::number::{figure, percent, range};

/// What closed forms give for a scenario, where it is odd.
pub fn plausible(experiment: &Experiment) -> Vec<String> {
    of_scenario(experiment).iter().map(sentence).collect()
}

/// What happened, where it is odd.
pub(super) fn happened(experiment: &Experiment, summary: &Summary) -> Vec<String> {
    of_runs(experiment, summary).iter().map(sentence).collect()
}

fn sentence(odd: &Odd) -> String {
    let known = odd.known();
    let write: fn(f64) -> String = match odd.what {
        What::Takeover | What::Hours | What::Partners => figure,
        _ => percent,
    };
    let found = write(odd.value);
    let within = match (known.low, known.high) {
        (low, f64::INFINITY) => say!("plausible-at-least", low = write(low)),
        (0.0, high) => say!("plausible-at-most", high = write(high)),
        (low, high) => range(&write(low), &write(high)),
    };
    let what = match odd.what {
        What::Stays => say!("plausible-stays", found = found),
        What::ThirdYear => say!("plausible-third-year", found = found),
        What::Takeover => say!("plausible-takeover", found = found),
        What::Reacts => say!("plausible-reacts", found = found),
        What::Hours => say!("plausible-hours", found = found),
        What::Aware if odd.value > 0.995 => say!("plausible-aware-all"),
        What::Aware => say!("plausible-aware", found = found),
        What::Universities => say!("plausible-universities", found = found),
        What::Contributors => say!("plausible-contributors", found = found),
        What::Partners => say!("plausible-partners", found = found),
        What::Quality => say!("plausible-quality", found = found),
    };
    let (place, title, link) = (odd.places.join(", "), known.title, known.link);
    searchable(&say!("plausible", place = place, what = what, known = within, title = title, link = link))
}
