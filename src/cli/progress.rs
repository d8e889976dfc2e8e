//! The bar that shows how far a run has come.
//!
//! Invariant: it draws on standard error, and never under `--json`; where that is no terminal, a long sweep writes a line each minute instead.

use std::fmt::Write;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use zaoshi::stats::number::{many, wall_time};

use super::tell;

/// A bar of runs, with the time that is left.
pub(super) struct Bar {
    drawn: ProgressBar,
    /// When a line was last written where nothing can be drawn; nothing where nobody wants lines.
    wrote: Mutex<Option<Instant>>,
}

/// Between two lines of a log.
const PAUSE: Duration = Duration::from_secs(60);

impl Bar {
    pub(super) fn of(quiet: bool) -> Self {
        // indicatif hides it by itself where standard error is no terminal.
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let drawn = ProgressBar::with_draw_target(None, target);
        let style = ProgressStyle::with_template("  {wide_bar} {human_pos} of {human_len} runs{left}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        drawn.set_style(style.with_key("left", |state: &ProgressState, to: &mut dyn Write| {
            let _ = to.write_str(&left(state.per_sec(), state.eta()));
        }));
        drawn.enable_steady_tick(Duration::from_millis(200));
        Bar { drawn, wrote: Mutex::new(None) }
    }

    /// A sweep goes on: so many runs were done before, which says nothing of how fast they come now.
    pub(super) fn begin(&self, runs: usize, of: usize) {
        if let Ok(mut wrote) = self.wrote.lock() {
            *wrote = self.drawn.is_hidden().then(Instant::now);
        }
        self.drawn.set_length(of as u64);
        self.drawn.set_position(runs as u64);
        self.drawn.reset_eta();
    }

    /// So many runs are done, of so many.
    pub(super) fn at(&self, runs: usize, of: usize) {
        self.drawn.set_length(of as u64);
        self.drawn.set_position(runs as u64);
        // Whoever else is here writes the line.
        let Ok(mut wrote) = self.wrote.try_lock() else { return };
        if wrote.is_some_and(|at| at.elapsed() >= PAUSE) {
            *wrote = Some(Instant::now());
            let rest = left(self.drawn.per_sec(), self.drawn.eta());
            tell(&format!("{} of {}{rest}\n", many(runs, "run"), many(of, "run")));
        }
    }

    /// A line above the bar.
    pub(super) fn say(&self, text: &str) {
        if self.drawn.is_hidden() { tell(&format!("{text}\n")) } else { self.drawn.println(text) }
    }
}

/// `, 3 min left`; nothing before the first run has come.
fn left(pace: f64, time: Duration) -> String {
    if pace > 0.0 { format!(", {} left", wall_time(time.as_secs_f64())) } else { String::new() }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.drawn.finish_and_clear();
    }
}
