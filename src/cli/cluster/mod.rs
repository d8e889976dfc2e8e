//! `sweep --on`: the shards that are missing, handed to a cluster.
//!
//! A task is `zaoshi worker` over some shards, whatever the engine; the results go to the sweep's place and through nothing else.
//!
//! Invariant: the record of what is done is the sweep's own. No engine is asked for it, so one that is lost or changed loses nothing.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use zaoshi::error::Error;
use zaoshi::store::sweep::SweepStore;
use zaoshi::words::number::many;

use super::tell;

mod hq;
mod k8s;
mod ray;
pub(super) mod shards;
mod slurm;

/// What runs tasks on many machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Engine {
    /// A Ray cluster that runs: waits, shows how far it is, and ends with the table.
    Ray,
    /// A Slurm array job: submits and ends.
    Slurm,
    /// A HyperQueue task array: submits and ends.
    Hq,
    /// An Indexed Job of Kubernetes, printed with --dry-run for `kubectl create -f -`.
    K8s,
}

/// Tasks that a sweep is cut into where nothing else is asked for: no more than Slurm takes in one array as it comes.
const MOST_TASKS: usize = 1000;
/// A longer list of shards is no argument of a program any more.
const LONGEST_LIST: usize = 100_000;
/// How often a task is tried again that may go well.
const TRIES: u32 = 5;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "On a cluster (docs/cluster.md)")]
pub(super) struct Cluster {
    /// Hand the missing shards to a cluster instead of this machine's threads.
    #[arg(long, value_name = "ENGINE", group = "instead")]
    pub(super) on: Option<Engine>,
    /// Print what would be submitted, and submit nothing.
    #[arg(long, requires = "on")]
    dry_run: bool,
    /// Shards of one task, instead of as few as make at most a thousand tasks.
    #[arg(long, value_name = "N", requires = "on", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    per_task: Option<u64>,
    /// Cores of one task.
    #[arg(long, value_name = "N", requires = "on", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=4096))]
    cpus: u64,
    /// Tasks at one time, at most.
    #[arg(long, value_name = "N", requires = "on", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    at_once: Option<u64>,
    /// Where zaoshi stands on the machines of the cluster; where it stands here, if absent.
    #[arg(long, value_name = "PATH", requires = "on")]
    program: Option<String>,
    /// Ray: the cluster's address, instead of RAY_ADDRESS or the one that runs on this machine.
    #[arg(long, value_name = "HOST:PORT", requires = "on")]
    address: Option<String>,
    /// Kubernetes: the image that holds zaoshi.
    #[arg(long, value_name = "IMAGE", requires = "on")]
    image: Option<String>,
    /// Kubernetes: the volume claim to be mounted where the results stand here.
    #[arg(long, value_name = "NAME", requires = "on")]
    claim: Option<String>,
    /// Kubernetes: the secret whose entries become variables of the worker, such as the keys of a bucket.
    #[arg(long, value_name = "NAME", requires = "on")]
    secret: Option<String>,
    /// Slurm, HyperQueue: what follows -- goes to sbatch or hq submit as it is.
    #[arg(last = true, value_name = "ARGUMENTS", requires = "on")]
    more: Vec<String>,
}

/// The tasks of a sweep: which shards are missing, and how many of them each task takes.
struct Tasks<'a> {
    asked: &'a Cluster,
    store: &'a SweepStore,
    /// Where the sweep stands, as every machine finds it.
    place: String,
    /// zaoshi, as every machine finds it.
    program: String,
    /// The shards to be run, which the tasks take in turn.
    shards: Vec<usize>,
    per_task: usize,
}

impl Tasks<'_> {
    fn of<'a>(
        asked: &'a Cluster,
        engine: Engine,
        store: &'a SweepStore,
        missing: &[usize],
    ) -> Result<Tasks<'a>, Error> {
        let mut shards = missing.to_vec();
        if let ([first, .., last], true) = (missing, shards::written(missing).len() > LONGEST_LIST) {
            // Those between that are done are left alone where they are met.
            shards = (*first..=*last).collect();
        }
        let fewest = shards.len().div_ceil(MOST_TASKS);
        let per_task = asked.per_task.map_or(fewest, |n| n as usize).max(1);
        let program = match (&asked.program, engine) {
            (Some(program), _) => program.clone(),
            (None, Engine::K8s) => "zaoshi".to_owned(),
            (None, _) => here()?,
        };
        Ok(Tasks { asked, store, place: absolute(store.place.root()), program, shards, per_task })
    }

    fn count(&self) -> usize {
        self.shards.len().div_ceil(self.per_task)
    }

    /// The name of a job: letters, digits and hyphens.
    fn name(&self) -> String {
        format!("zaoshi-{}", self.store.manifest.id)
    }

    /// What a task of an array runs, which finds its number in a variable.
    fn worker(&self, variable: &str) -> Vec<String> {
        vec![
            self.program.clone(),
            "worker".to_owned(),
            self.place.clone(),
            format!("--from-env={variable}"),
            format!("--shards={}", shards::written(&self.shards)),
            format!("--per-task={}", self.per_task),
            format!("--threads={}", self.asked.cpus),
        ]
    }

    /// A folder for what tasks say, beside the results; nothing where the results stand in no folder.
    fn said(&self) -> Result<Option<PathBuf>, Error> {
        if is_bucket(&self.place) {
            return Ok(None);
        }
        let folder = Path::new(&self.place).join("said");
        match std::fs::create_dir_all(&folder) {
            Ok(()) => Ok(Some(folder)),
            Err(source) => Err(Error::File { verb: "cannot make the folder", path: folder, source }),
        }
    }

    /// `250 tasks (1,000 shards)`.
    fn told(&self) -> String {
        format!("{} ({})", many(self.count(), "task"), many(self.shards.len(), "shard"))
    }

    fn refuse(&self, engine: &str, wrong: &[(&str, bool)]) -> Result<(), Error> {
        match wrong.iter().find(|(_, given)| *given) {
            None => Ok(()),
            Some((option, _)) => Err(Error::Asked(format!("{option} says nothing to {engine}: leave it away"))),
        }
    }

    /// Options that belong to another engine are no silent ones.
    fn fits(&self, engine: Engine) -> Result<(), Error> {
        let asked = self.asked;
        let image = ("--image", asked.image.is_some());
        let claim = ("--claim", asked.claim.is_some());
        let secret = ("--secret", asked.secret.is_some());
        let address = ("--address", asked.address.is_some());
        let more = ("what follows --", !asked.more.is_empty());
        match engine {
            Engine::Ray => self.refuse("Ray", &[image, claim, secret, more]),
            Engine::Slurm => self.refuse("Slurm", &[image, claim, secret, address]),
            Engine::Hq => {
                let limit = ("--at-once", asked.at_once.is_some());
                self.refuse("HyperQueue, which fills the workers that it has", &[image, claim, secret, address, limit])
            }
            Engine::K8s => self.refuse("Kubernetes", &[address, more]),
        }
    }
}

/// Hands shards to an engine. True where nothing is missing afterwards, so that there is something to tell.
pub(super) fn hand(asked: &Cluster, engine: Engine, store: &SweepStore, missing: &[usize]) -> Result<bool, Error> {
    if missing.is_empty() {
        tell(&format!("Nothing is missing: {} done\n", many(store.manifest.shards(), "shard")));
        return Ok(!asked.dry_run);
    }
    let tasks = Tasks::of(asked, engine, store, missing)?;
    tasks.fits(engine)?;
    match engine {
        Engine::Ray => return ray::run(&tasks),
        Engine::Slurm => slurm::submit(&tasks)?,
        Engine::Hq => hq::submit(&tasks)?,
        Engine::K8s => k8s::show(&tasks)?,
    }
    Ok(false)
}

/// Starts a program that submits, and returns what it says.
fn submitted(command: &mut Command, script: &str, remedy: &str) -> Result<String, Error> {
    let name = command.get_program().to_string_lossy().into_owned();
    let absent = |fault: std::io::Error| Error::Asked(format!("{name} cannot be started ({fault}): {remedy}"));
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(absent)?;
    if let Some(mut stdin) = child.stdin.take() {
        // One that does not read has ended, and says why.
        let _ = stdin.write_all(script.as_bytes());
    }
    let output = child.wait_with_output().map_err(absent)?;
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() {
        return Ok(said(&output.stdout));
    }
    let why = [said(&output.stderr), said(&output.stdout)].into_iter().find(|text| !text.is_empty());
    Err(Error::Asked(format!("{name} has refused: {}", why.unwrap_or_else(|| output.status.to_string()))))
}

/// How to hear of what an engine does that nobody waits for.
fn afterwards(tasks: &Tasks<'_>) -> String {
    let place = quoted(&tasks.store.place.root().display().to_string());
    format!(
        "  zaoshi sweep {place} --status   says how far it is\n  \
         zaoshi sweep {place}            prints the table once all is there; before, it would run what is missing here\n"
    )
}

fn here() -> Result<String, Error> {
    let gone = |fault| Error::Asked(format!("this program does not know where it stands ({fault}): give --program"));
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

/// A word as a shell reads it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

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
