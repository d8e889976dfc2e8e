//! What is asked of a run: the arguments of `run`, as typed.

use std::path::PathBuf;

/// When assumptions are screened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Screen {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Asked {
    /// A file, or the name of a scenario that comes with the program [default: open-source-database].
    pub(super) scenario: Option<String>,
    /// Change a value in one more design; all --with of a call make that design together.
    #[arg(long = "with", value_name = "PATH=VALUE")]
    pub(super) with: Vec<String>,
    /// Paired runs of each design, instead of the scenario's number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub(super) replicates: Option<u64>,
    /// Go on beyond that number until the mean gain of every design is known to so many percent of the baseline, such as 4%.
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(super) until: Option<f64>,
    /// Seed of the whole experiment, instead of the scenario's.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=i64::MAX as u64))]
    pub(super) seed: Option<u64>,
    /// Folder for results.
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) out: PathBuf,
    /// Threads; all cores where it is absent. The results do not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    pub(super) threads: Option<u64>,
    /// Screen the assumptions that the baseline hangs on, in further runs over a part of the horizon; auto: where that takes no longer
    /// than the designs.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) screen: Screen,
    /// Print the summary as JSON instead of the verdict.
    #[arg(long)]
    pub(super) json: bool,
}

/// `4%`, `4 %` or `4`: four percent, as a share.
fn percent(text: &str) -> Result<f64, String> {
    let points = text.trim_end_matches('%').trim().parse::<f64>().ok().filter(|x| *x > 0.0 && *x <= 100.0);
    points.map(|points| points / 100.0).ok_or_else(|| "give percent of the baseline above 0, such as 4%".to_owned())
}
