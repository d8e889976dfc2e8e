//! The bar that shows how far a run has come.
//!
//! Invariant: it draws on standard error, only on a terminal, and never under `--json`.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar of runs, with the time that is left.
pub(super) struct Bar(ProgressBar);

impl Bar {
    pub(super) fn of(quiet: bool) -> Self {
        // indicatif hides it by itself where standard error is no terminal.
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        let style = ProgressStyle::with_template("  {wide_bar} {human_pos} of {human_len} runs, {eta} left")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        bar.enable_steady_tick(Duration::from_millis(200));
        Bar(bar)
    }

    /// So many runs are done, of so many.
    pub(super) fn at(&self, runs: usize, of: usize) {
        self.0.set_length(of as u64);
        self.0.set_position(runs as u64);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
