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

/// A percentage as a share: `4%`, `4 %` and `4` are 0.04.
fn percent(text: &str) -> Result<f64, String> {
    let points = text.trim_end_matches('%').trim().parse::<f64>().ok().filter(|x| *x > 0.0 && *x <= 100.0);
    points.map(|points| points / 100.0).ok_or_else(|| say!("run-not-a-percentage"))
}
