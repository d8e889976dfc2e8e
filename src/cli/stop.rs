//! Ctrl-C: the first asks the work to stop and to keep what is done, the second ends the program at once.
//!
//! Invariant: one flag holds the request, and only long work reads it.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use crate::error::Error;
use crate::say;

use super::log;

static STOP: AtomicBool = AtomicBool::new(false);

/// From here on Ctrl-C sets the flag that work reads between its parts; a second one ends the program at once.
pub(super) fn catch() {
    handle(format!("\n{}\n", say!("stop-requested")));
}

/// Runs work on a thread of its own and waits for it; Ctrl-C ends the wait. The work must store nothing until it is
/// complete.
///
/// # Errors
/// Those of the work; that it was stopped.
pub(super) fn unless_stopped<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    handle(String::new());
    let (to, from) = channel();
    let worker = std::thread::spawn(move || {
        // After Ctrl-C nobody receives.
        let _ = to.send(work());
    });
    loop {
        match from.recv_timeout(Duration::from_millis(50)) {
            Ok(done) => return done,
            Err(RecvTimeoutError::Timeout) if stopping() => return Err(stopped()),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => match worker.join() {
                Err(panic) => resume_unwind(panic),
                Ok(()) => return Err(stopped()),
            },
        }
    }
}

/// The error of a run that was stopped.
pub(super) fn stopped() -> Error {
    Error::Stopped(say!("stop-nothing-written"))
}

/// Sets the handler of Ctrl-C, which prints `answer` the first time.
fn handle(answer: String) {
    // Without a handler, Ctrl-C ends the program at once; parts that are stored are kept.
    let _ = ctrlc::set_handler(move || {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        log(&answer);
    });
}

/// Whether Ctrl-C was pressed.
pub(super) fn stopping() -> bool {
    STOP.load(Ordering::Relaxed)
}

/// The flag that Ctrl-C sets.
pub(super) fn flag() -> &'static AtomicBool {
    &STOP
}
