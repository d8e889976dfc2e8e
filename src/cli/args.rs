//! The arguments of `run`.

use std::path::PathBuf;

use crate::say;

/// When assumptions are screened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Screen {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct RunArgs {
    pub(super) scenario: Option<String>,
    #[command(flatten)]
    pub(super) how: How,
    /// Programmes in place of the scenario's own designs, and the day on which they begin.
    #[arg(skip)]
    pub(super) programmes: (Vec<String>, Option<jiff::civil::Date>),
}

/// `compare-presets`: a run whose designs are programmes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct ProgrammesArgs {
    pub(super) scenario: String,
    #[arg(required = true, value_name = "PRESET")]
    pub(super) presets: Vec<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) from: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub(super) how: How,
}

impl ProgrammesArgs {
    /// As the arguments of a run.
    pub(super) fn into_run(self) -> RunArgs {
        let ProgrammesArgs { scenario, presets, from, how } = self;
        RunArgs { scenario: Some(scenario), how, programmes: (presets, from) }
    }
}

/// How a run is done.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct How {
    #[arg(long = "with", value_name = "PATH=VALUE")]
    pub(super) with: Vec<String>,
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub(super) set: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub(super) replicates: Option<u64>,
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(super) until: Option<f64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=i64::MAX as u64))]
    pub(super) seed: Option<u64>,
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) out: PathBuf,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    pub(super) threads: Option<u64>,
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) screen: Screen,
    #[arg(long, value_name = "FILE")]
    pub(super) font: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

/// A date, such as 2027-01-04.
fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| say!("run-not-a-date"))
}

/// A percentage as a share: `4%`, `4 %` and `4` are 0.04.
fn percent(text: &str) -> Result<f64, String> {
    let points = text.trim_end_matches('%').trim().parse::<f64>().ok().filter(|x| *x > 0.0 && *x <= 100.0);
    points.map(|points| points / 100.0).ok_or_else(|| say!("run-not-a-percentage"))
}
