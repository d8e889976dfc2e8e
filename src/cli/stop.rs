//! Ctrl-C: heard once it is a wish to stop with what is done kept, heard twice it ends the program at once.
//!
//! Invariant: whoever works asks here, and nobody else hears of it.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use zaoshi::error::Error;

use super::tell;

static STOP: AtomicBool = AtomicBool::new(false);

/// Makes Ctrl-C end what is at work in good order; a second one ends it at once.
pub(super) fn heed() {
    listen("\nStopping: what is done is kept. Ctrl-C again ends at once.\n");
}

/// Does what keeps nothing until it is whole, on a thread of its own, and waits no longer for it once somebody presses Ctrl-C.
///
/// # Errors
/// Those of the work; that it was stopped.
pub(super) fn unless_stopped<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    listen("");
    let (to, from) = channel();
    let worker = std::thread::spawn(move || {
        // Nobody waits any more where it was stopped.
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

/// That a run was stopped.
pub(super) fn stopped() -> Error {
    Error::Stopped("stopped: nothing was written; the same command begins again".to_owned())
}

fn listen(answer: &'static str) {
    // Where a handler cannot be set, Ctrl-C ends the program at once; what is done is kept all the same.
    let _ = ctrlc::set_handler(move || {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        tell(answer);
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
