//! `sweep --on`: hands the missing shards to a cluster.
//!
//! A task is `zaoshi worker` over some shards, whatever the engine; it writes its results straight into the sweep's place.
//!
//! Invariant: the sweep itself records what is done. No engine is asked for it, so nothing is lost if an engine is lost or replaced by
//! another.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use crate::error::Error;
use crate::say;
use crate::store::sweep::SweepStore;

use super::{help, log};

mod hq;
mod k8s;
mod ray;
pub(super) mod shards;
mod slurm;

/// What runs tasks on many machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Engine {
    #[value(help = help::value("cli-sweep", "on-ray"))]
    Ray,
    #[value(help = help::value("cli-sweep", "on-slurm"))]
    Slurm,
    #[value(help = help::value("cli-sweep", "on-hq"))]
    Hq,
    #[value(help = help::value("cli-sweep", "on-k8s"))]
    K8s,
}

/// The most tasks of a sweep without --per-task: Slurm's usual limit of one array.
const MOST_TASKS: usize = 1000;
/// The longest list of shards, in bytes, that an argument holds.
const LONGEST_LIST: usize = 100_000;
/// How often a task is tried as long as a retry may succeed.
const TRIES: u32 = 5;

/// The heading above the arguments of clusters.
static HEADING: LazyLock<String> = LazyLock::new(|| say!("cluster-heading"));

#[derive(Debug, clap::Args)]
#[command(next_help_heading = HEADING.as_str())]
pub(super) struct Cluster {
    #[arg(long, value_name = "ENGINE", group = "instead")]
    pub(super) on: Option<Engine>,
    #[arg(long, requires = "on")]
    dry_run: bool,
    #[arg(long, value_name = "N", requires = "on", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    per_task: Option<u64>,
    #[arg(long, value_name = "N", requires = "on", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=4096))]
    cpus: u64,
    #[arg(long, value_name = "N", requires = "on", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    at_once: Option<u64>,
    #[arg(long, value_name = "PATH", requires = "on")]
    program: Option<String>,
    #[arg(long, value_name = "HOST:PORT", requires = "on")]
    address: Option<String>,
    #[arg(long, value_name = "IMAGE", requires = "on")]
    image: Option<String>,
    #[arg(long, value_name = "NAME", requires = "on")]
    claim: Option<String>,
    #[arg(long, value_name = "NAME", requires = "on")]
    secret: Option<String>,
    #[arg(last = true, value_name = "ARGUMENTS", requires = "on")]
    more: Vec<String>,
}

/// The tasks of a sweep: the missing shards, in groups of `per_task`.
struct Tasks<'a> {
    options: &'a Cluster,
    store: &'a SweepStore,
    /// Folder or address of the sweep, the same on every machine.
    place: String,
    /// The path of zaoshi, the same on every machine.
    program: String,
    /// In rising order; the tasks take them in turn.
    shards: Vec<usize>,
    per_task: usize,
}

impl Tasks<'_> {
    fn new<'a>(
        options: &'a Cluster,
        engine: Engine,
        store: &'a SweepStore,
        missing: &[usize],
    ) -> Result<Tasks<'a>, Error> {
        let mut shards = missing.to_vec();
        if let ([first, .., last], true) = (missing, shards::written(missing).len() > LONGEST_LIST) {
            // A worker skips shards that are done.
            shards = (*first..=*last).collect();
        }
        let fewest = shards.len().div_ceil(MOST_TASKS);
        let per_task = options.per_task.map_or(fewest, |n| n as usize).max(1);
        let program = match (&options.program, engine) {
            (Some(program), _) => program.clone(),
            (None, Engine::K8s) => "zaoshi".to_owned(),
            (None, _) => here()?,
        };
        Ok(Tasks { options, store, place: absolute(store.place.root()), program, shards, per_task })
    }

    fn count(&self) -> usize {
        self.shards.len().div_ceil(self.per_task)
    }

    /// The name of a job: letters, digits and hyphens.
    fn name(&self) -> String {
        format!("zaoshi-{}", self.store.manifest.id)
    }

    /// The command of a task of an array, which finds its number in a variable.
    fn worker(&self, variable: &str) -> Vec<String> {
        vec![
            self.program.clone(),
            "worker".to_owned(),
            self.place.clone(),
            format!("--from-env={variable}"),
            format!("--shards={}", shards::written(&self.shards)),
            format!("--per-task={}", self.per_task),
            format!("--threads={}", self.options.cpus),
        ]
    }

    /// The folder for the output of tasks, beside the results; `None` if the results are in a bucket.
    fn output(&self) -> Result<Option<PathBuf>, Error> {
        if is_bucket(&self.place) {
            return Ok(None);
        }
        let folder = Path::new(&self.place).join("said");
        match std::fs::create_dir_all(&folder) {
            Ok(()) => Ok(Some(folder)),
            Err(source) => Err(Error::File { attempt: crate::error::Attempt::MakeFolder, path: folder, source }),
        }
    }

    /// Refuses the first option that is given and that the engine cannot use.
    fn refuse(&self, engine: &str, wrong: &[(&str, bool)]) -> Result<(), Error> {
        match wrong.iter().find(|(_, given)| *given) {
            None => Ok(()),
            Some((option, _)) => Err(Error::Argument(say!("cluster-option", option = *option, engine = engine))),
        }
    }

    /// Refuses a name with a line break or another control character: a script would hold it as a line of its own.
    fn are_plain(&self) -> Result<(), Error> {
        let options = self.options;
        let given = [&options.address, &options.image, &options.claim, &options.secret].into_iter().flatten();
        let mut words = [&self.place, &self.program].into_iter().chain(given).chain(&options.more);
        match words.find(|word| word.chars().any(char::is_control)) {
            None => Ok(()),
            Some(word) => Err(Error::Argument(say!("cluster-control-character", word = format!("{word:?}")))),
        }
    }

    /// Refuses options that belong to another engine.
    fn fits(&self, engine: Engine) -> Result<(), Error> {
        let options = self.options;
        let image = ("--image", options.image.is_some());
        let claim = ("--claim", options.claim.is_some());
        let secret = ("--secret", options.secret.is_some());
        let address = ("--address", options.address.is_some());
        let arguments = say!("cluster-arguments");
        let more = (arguments.as_str(), !options.more.is_empty());
        match engine {
            Engine::Ray => self.refuse("Ray", &[image, claim, secret, more]),
            Engine::Slurm => self.refuse("Slurm", &[image, claim, secret, address]),
            Engine::Hq => {
                let limit = ("--at-once", options.at_once.is_some());
                self.refuse(&say!("cluster-hyperqueue"), &[image, claim, secret, address, limit])
            }
            Engine::K8s => self.refuse("Kubernetes", &[address, more]),
        }
    }
}

/// Hands shards to an engine. True if nothing is missing afterwards, so that the table can be printed.
pub(super) fn hand(options: &Cluster, engine: Engine, store: &SweepStore, missing: &[usize]) -> Result<bool, Error> {
    if missing.is_empty() {
        log(&(say!("cluster-nothing-missing", shards = store.manifest.shards()) + "\n"));
        return Ok(!options.dry_run);
    }
    let tasks = Tasks::new(options, engine, store, missing)?;
    tasks.fits(engine)?;
    tasks.are_plain()?;
    match engine {
        Engine::Ray => return ray::run(&tasks),
        Engine::Slurm => slurm::submit(&tasks)?,
        Engine::Hq => hq::submit(&tasks)?,
        Engine::K8s => k8s::show(&tasks)?,
    }
    Ok(false)
}

/// Starts a program that submits, with a script as its input, and returns its output. `remedy`: what to do if it cannot be started.
fn submitted(command: &mut Command, script: &str, remedy: &str) -> Result<String, Error> {
    let name = command.get_program().to_string_lossy().into_owned();
    let absent = |fault: std::io::Error| {
        Error::Argument(say!("cluster-not-started", program = &name, fault = fault.to_string(), remedy = remedy))
    };
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(absent)?;
    if let Some(mut stdin) = child.stdin.take() {
        // If writing fails, the program has ended; its output says why.
        let _ = stdin.write_all(script.as_bytes());
    }
    let output = child.wait_with_output().map_err(absent)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    let why = [text(&output.stderr), text(&output.stdout)].into_iter().find(|text| !text.is_empty());
    let why = why.unwrap_or_else(|| output.status.to_string());
    Err(Error::Argument(say!("cluster-refused", program = name, why = why)))
}

/// How to follow tasks that run without this program: two lines.
fn afterwards(tasks: &Tasks<'_>) -> String {
    let place = quoted(&tasks.store.place.root().display().to_string());
    say!("cluster-afterwards", place = place) + "\n"
}

/// The path of this program.
fn here() -> Result<String, Error> {
    let gone = |fault: std::io::Error| Error::Argument(say!("cluster-no-program", fault = fault.to_string()));
    Ok(std::env::current_exe().map_err(gone)?.display().to_string())
}

fn is_bucket(place: &str) -> bool {
    place.contains("://")
}

fn absolute(place: &Path) -> String {
    let text = place.display().to_string();
    if is_bucket(&text) {
        return text;
    }
    std::path::absolute(place).map_or(text, |path| path.display().to_string())
}

/// A word for a shell, in quotes if it needs them.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// A command line for a shell.
fn line(words: &[String]) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_back_what_was_quoted() {
        for word in ["plain", "two words", "it's", "$HOME `x` \"y\"", "", "%{JOB_ID}", "a\nb"] {
            let said = Command::new("sh").arg("-c").arg(format!("printf %s {}", quoted(word))).output().unwrap();
            assert_eq!(String::from_utf8(said.stdout).unwrap(), word);
        }
    }
}
