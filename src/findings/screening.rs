//! The warning that a screening of the assumptions gives.

use crate::say;
use crate::stats::screening::Screening;

/// How many of the strongest assumptions are guesses.
pub(super) fn warning(found: &Screening) -> String {
    let screened = found.screened.to_string();
    let Some(first) = found.strongest.first() else {
        return say!("finding-screening-none", screened = screened, runs = found.runs.to_string());
    };
    if found.strongest.len() == 1 {
        return say!("finding-screening-one", screened = screened, path = &first.path, standing = &first.standing);
    }
    say!(
        "finding-screening-some",
        guesses = found.strongest.iter().filter(|s| s.standing == "guess").count(),
        strongest = found.strongest.len(),
        path = &first.path,
        standing = &first.standing
    )
}
