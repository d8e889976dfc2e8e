//! The progress bar of runs.
//!
//! Invariant: it draws on standard error, and never under `--json`. If standard error is no terminal, a line is written each minute
//! instead.

use std::fmt::Write;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::say;
use crate::words::number::wall_time;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::log;

/// A bar of runs with the time that is left.
pub(super) struct Bar {
    bar: ProgressBar,
    pace: Arc<Mutex<Pace>>,
}

/// How fast runs end.
struct Pace {
    begun: Instant,
    /// Runs that were done when it began.
    before: u64,
    /// When the last line of a log was written; `None` if a bar is drawn, or nothing.
    wrote: Option<Instant>,
}

/// The time between two lines of a log.
const PAUSE: Duration = Duration::from_secs(60);

impl Bar {
    pub(super) fn of(quiet: bool) -> Self {
        // indicatif itself hides the bar if standard error is no terminal.
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        let pace = Arc::new(Mutex::new(Pace { begun: Instant::now(), before: 0, wrote: None }));
        let template =
            say!("progress-bar", bar = "{wide_bar}", done = "{human_pos}", of = "{human_len}", left = "{left}");
        let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let paced = Arc::clone(&pace);
        bar.set_style(style.with_key("left", move |state: &ProgressState, to: &mut dyn Write| {
            if let Ok(pace) = paced.lock() {
                let _ = to.write_str(&pace.left(state.pos(), state.len().unwrap_or(0)));
            }
        }));
        bar.enable_steady_tick(Duration::from_millis(200));
        Bar { bar, pace }
    }

    /// Begins, or continues a sweep of which `runs` are done; these do not count in the estimate of the time that is left.
    pub(super) fn begin(&self, runs: usize, of: usize) {
        let now = Instant::now();
        let wrote = self.bar.is_hidden().then_some(now);
        if let Ok(mut pace) = self.pace.lock() {
            *pace = Pace { begun: now, before: runs as u64, wrote };
        }
        self.at(runs, of);
    }

    /// Shows that `runs` are done, of `of`.
    pub(super) fn at(&self, runs: usize, of: usize) {
        self.bar.set_length(of as u64);
        self.bar.set_position(runs as u64);
        // Another thread that holds the lock writes the line.
        let Ok(mut pace) = self.pace.try_lock() else { return };
        if pace.wrote.is_some_and(|at| at.elapsed() >= PAUSE) {
            pace.wrote = Some(Instant::now());
            let left = pace.left(runs as u64, of as u64);
            log(&(say!("progress-line", runs = runs, of = of, left = left) + "\n"));
        }
    }

    /// Takes the bar away.
    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// Writes a line above the bar.
    pub(super) fn print(&self, text: &str) {
        if self.bar.is_hidden() { log(&format!("{text}\n")) } else { self.bar.println(text) }
    }
}

impl Pace {
    /// `, 3 min left`; empty until the first run has ended.
    fn left(&self, runs: u64, of: u64) -> String {
        let ended = runs.saturating_sub(self.before);
        if ended == 0 || runs >= of {
            return String::new();
        }
        let seconds = self.begun.elapsed().as_secs_f64() * (of - runs) as f64 / ended as f64;
        say!("progress-left", time = wall_time(seconds))
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_before_says_nothing_of_what_is_left() {
        let begun = Instant::now() - Duration::from_secs(100);
        let pace = |before| Pace { begun, before, wrote: None };
        assert_eq!(pace(0).left(250, 1000), ", 5 min 0 s left");
        assert_eq!(pace(150).left(250, 1000), ", 12 min 30 s left");
        assert_eq!(pace(250).left(250, 1000), "");
        assert_eq!(pace(0).left(1000, 1000), "");
    }
}
