//! The bar that shows how far a run has come.
//!
//! Invariant: it draws on standard error, and never under `--json`; where that is no terminal, a long sweep writes a line each minute instead.

use std::fmt::Write;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use zaoshi::words::number::{many, wall_time};

use super::tell;

/// A bar of runs, with the time that is left.
pub(super) struct Bar {
    drawn: ProgressBar,
    pace: Arc<Mutex<Pace>>,
}

/// How fast runs come.
struct Pace {
    /// When it began, and how many runs were done before.
    begun: Instant,
    before: u64,
    /// When a line was last written where nothing can be drawn; nothing where nobody wants lines.
    wrote: Option<Instant>,
}

/// Between two lines of a log.
const PAUSE: Duration = Duration::from_secs(60);

impl Bar {
    pub(super) fn of(quiet: bool) -> Self {
        // indicatif hides it by itself where standard error is no terminal.
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let drawn = ProgressBar::with_draw_target(None, target);
        let pace = Arc::new(Mutex::new(Pace { begun: Instant::now(), before: 0, wrote: None }));
        let style = ProgressStyle::with_template("  {wide_bar} {human_pos} of {human_len} runs{left}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let paced = Arc::clone(&pace);
        drawn.set_style(style.with_key("left", move |state: &ProgressState, to: &mut dyn Write| {
            if let Ok(pace) = paced.lock() {
                let _ = to.write_str(&pace.left(state.pos(), state.len().unwrap_or(0)));
            }
        }));
        drawn.enable_steady_tick(Duration::from_millis(200));
        Bar { drawn, pace }
    }

    /// A sweep goes on: so many runs were done before, which says nothing of how fast they come now.
    pub(super) fn begin(&self, runs: usize, of: usize) {
        let now = Instant::now();
        let wrote = self.drawn.is_hidden().then_some(now);
        if let Ok(mut pace) = self.pace.lock() {
            *pace = Pace { begun: now, before: runs as u64, wrote };
        }
        self.at(runs, of);
    }

    /// So many runs are done, of so many.
    pub(super) fn at(&self, runs: usize, of: usize) {
        self.drawn.set_length(of as u64);
        self.drawn.set_position(runs as u64);
        // Whoever else is here writes the line.
        let Ok(mut pace) = self.pace.try_lock() else { return };
        if pace.wrote.is_some_and(|at| at.elapsed() >= PAUSE) {
            pace.wrote = Some(Instant::now());
            let left = pace.left(runs as u64, of as u64);
            tell(&format!("{} done of {}{left}\n", many(runs, "run"), many(of, "run")));
        }
    }

    /// Takes it away again.
    pub(super) fn clear(&self) {
        self.drawn.finish_and_clear();
    }

    /// A line above the bar.
    pub(super) fn say(&self, text: &str) {
        if self.drawn.is_hidden() { tell(&format!("{text}\n")) } else { self.drawn.println(text) }
    }
}

impl Pace {
    /// `, 3 min left`; nothing before the first run has come.
    fn left(&self, runs: u64, of: u64) -> String {
        let come = runs.saturating_sub(self.before);
        if come == 0 || runs >= of {
            return String::new();
        }
        let seconds = self.begun.elapsed().as_secs_f64() * (of - runs) as f64 / come as f64;
        format!(", {} left", wall_time(seconds))
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
