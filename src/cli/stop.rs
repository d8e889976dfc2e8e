//! Ctrl-C: heard once it is a wish to stop with what is done kept, heard twice it ends the program at once.
//!
//! Invariant: whoever works asks here, and nobody else hears of it.

use std::sync::atomic::{AtomicBool, Ordering};

use super::tell;

static STOP: AtomicBool = AtomicBool::new(false);

/// Makes Ctrl-C end what is at work in good order; a second one ends it at once.
pub(super) fn heed() {
    // Where a handler cannot be set, Ctrl-C ends the program at once; what is done is kept all the same.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        tell("\nStopping: what is done is kept. Ctrl-C again ends at once.\n");
    });
}

/// Whether somebody has pressed Ctrl-C.
pub(super) fn stopping() -> bool {
    STOP.load(Ordering::Relaxed)
}

/// What is set once somebody has.
pub(super) fn stop() -> &'static AtomicBool {
    &STOP
}
