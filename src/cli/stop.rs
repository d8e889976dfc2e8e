//! Signals that ask the program to stop (Ctrl-C, SIGTERM, SIGHUP): the first asks the work to stop and to keep what is done, the second ends
//! the program at once.
//!
//! Invariant: one flag holds the request, and only long work reads it; outside of such work the first signal ends the program. The exit code
//! is 130 for each of them.

use std::panic::resume_unwind;
use std::process::exit;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use crate::error::Error;
use crate::say;

use super::{complain, log};

static STOP: AtomicBool = AtomicBool::new(false);
/// Whether work that reads the flag has begun.
static WORKS: AtomicBool = AtomicBool::new(false);
/// Whether the first signal is answered by a line of its own.
static ANSWERS: AtomicBool = AtomicBool::new(false);
static LISTENS: Once = Once::new();

/// From here on a signal ends the program in good order, with exit code 130.
pub(super) fn listen() {
    LISTENS.call_once(handle);
}

/// From here on a signal sets the flag that work reads between its parts; a second one ends the program at once.
pub(super) fn catch() {
    listen();
    ANSWERS.store(true, Ordering::Relaxed);
    WORKS.store(true, Ordering::Relaxed);
}

/// Runs work on a thread of its own and waits for it; a signal ends the wait. What the work stores must be complete at any time.
///
/// # Errors
/// Those of the work; that it was stopped.
pub(super) fn unless_stopped<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    listen();
    WORKS.store(true, Ordering::Relaxed);
    let (to, from) = channel();
    let worker = std::thread::spawn(move || {
        // After a signal nobody receives.
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

/// The error of a run that was stopped before anything was stored.
pub(super) fn stopped() -> Error {
    Error::Stopped(say!("stop-nothing-written"))
}

/// Answers a signal.
fn asked() {
    if !WORKS.load(Ordering::Relaxed) {
        complain(&stopped());
        leave();
    }
    if STOP.swap(true, Ordering::Relaxed) {
        leave();
    }
    if ANSWERS.load(Ordering::Relaxed) {
        log(&format!("\n{}\n", say!("stop-requested")));
    }
}

/// Ends the program at once.
fn leave() -> ! {
    exit(130)
}

/// Sets the handler. Without one, a signal ends the program at once; parts that are stored are kept.
#[cfg(unix)]
fn handle() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = vec![SIGINT, SIGTERM];
    // `nohup` ignores SIGHUP, and so must we. Where this cannot be seen, SIGHUP is left as it is.
    if ignored(SIGHUP) == Some(false) {
        signals.push(SIGHUP);
    }
    if let Ok(mut signals) = signal_hook::iterator::Signals::new(signals) {
        std::thread::spawn(move || signals.forever().for_each(|_| asked()));
    }
}

#[cfg(not(unix))]
fn handle() {
    let _ = ctrlc::set_handler(asked);
}

/// Whether the program was started with a signal ignored; `None` if the system does not say.
#[cfg(unix)]
fn ignored(signal: i32) -> Option<bool> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?;
    let mask = u64::from_str_radix(mask.trim(), 16).ok()?;
    Some(mask >> (signal - 1) & 1 == 1)
}

/// Whether a signal came.
pub(super) fn stopping() -> bool {
    STOP.load(Ordering::Relaxed)
}

/// The flag that a signal sets.
pub(super) fn flag() -> &'static AtomicBool {
    &STOP
}
