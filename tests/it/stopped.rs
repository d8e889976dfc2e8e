//! Runs that are stopped: every signal is answered alike, what is done is kept, and the same command ends with the same bytes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use zaoshi::engine::Trajectory;
use zaoshi::experiment::kept::{Keeper, to_bytes};
use zaoshi::experiment::{Ensemble, Hands};
use zaoshi::store::begun::{Begun, PAUSE};
use zaoshi::{Options, Run, Scenario, Screen};

const REPLICATES: usize = 24;

fn prepared() -> Run {
    let text = format!(
        "extends = \"first-step\"\nhorizon = \"20 weeks\"\nreplicates = {REPLICATES}\nsegment.developers.people = 300\n\
         segment.developers.members_at_start = 100\ncoast.replicates = 2\n"
    );
    let options = Options { screen: Screen::Never, ..Options::default() };
    Run::prepare(&Scenario::parse("stopped.toml", &text).unwrap(), &options).unwrap()
}

/// A keeper that counts the replicates that were run again.
struct Counting<'a>(&'a Begun, AtomicUsize);

impl Keeper for Counting<'_> {
    fn done(&self, replicate: usize) -> Option<Vec<Trajectory>> {
        self.0.done(replicate)
    }
    fn keep(&self, replicate: usize, runs: &[Trajectory]) {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.keep(replicate, runs);
    }
}

/// Runs with what was begun in a folder: all trajectories, and how many replicates were run.
fn with(begun: &Begun) -> (Ensemble, usize) {
    let keeper = Counting(begun, AtomicUsize::new(0));
    let ensemble = prepared().simulate_with(Hands { keeper: &keeper, traces: None }, &|_| {});
    (ensemble, keeper.1.into_inner())
}

/// All of an ensemble, to the bit: a missing number equals itself.
fn bytes(ensemble: &Ensemble) -> Vec<Vec<u8>> {
    ensemble.runs.iter().map(|runs| to_bytes(runs)).collect()
}

fn parts(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let below = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let begun = std::fs::read_dir(below).unwrap().next().unwrap().unwrap().path();
    let mut parts: Vec<_> = std::fs::read_dir(begun).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("part-"));
    parts.sort();
    parts
}

#[test]
fn a_run_goes_on_from_what_is_done_and_ends_as_if_it_had_never_stopped() {
    let whole = bytes(&prepared().simulate(&|_| {}));
    let folder = tempfile::tempdir().unwrap();
    let begin = |pause| Begun::of(folder.path(), &prepared().experiment, pause);
    let begun = begin(Duration::ZERO);
    assert_eq!(begun.before(), 0);
    let (ensemble, run) = with(&begun);
    assert!(bytes(&ensemble) == whole && run == REPLICATES);
    // Another process that runs the same neither reads nor writes what this one has.
    let other = begin(Duration::ZERO);
    assert_eq!(other.before(), 0);
    assert!(bytes(&with(&other).0) == whole);
    drop(other);
    assert_eq!(begun.close().unwrap(), REPLICATES);
    drop(begun);
    // A part that is gone, and one that is torn: their replicates run again.
    let parts = parts(folder.path());
    std::fs::remove_file(&parts[1]).unwrap();
    let torn = std::fs::read(&parts[2]).unwrap();
    std::fs::write(&parts[2], &torn[..torn.len() - 1]).unwrap();
    let begun = begin(Duration::ZERO);
    let before = begun.before();
    assert!(before < REPLICATES && before > 0, "{before}");
    let (ensemble, run) = with(&begun);
    assert!(bytes(&ensemble) == whole, "the same to the bit");
    assert_eq!(run, REPLICATES - before);
    begun.forget();
    assert_eq!(begin(PAUSE).before(), 0);
    // A run of a moment leaves nothing.
    let quick = begin(PAUSE);
    assert!(bytes(&with(&quick).0) == whole);
    assert_eq!(quick.close().unwrap(), 0);
    let below = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    assert_eq!(std::fs::read_dir(below).unwrap().count(), 0);
}

#[cfg(unix)]
mod signals {
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::time::Duration;

    const LONG: &str = "name = \"long\"\nstart = 2027-01-04\nhorizon = \"10 years\"\nreplicates = 3000\nseed = 1\n\
        [segment.people]\npeople = 3000\nmembers_at_start = 1000\n[mechanism.adoption]\n[mechanism.triggers]\n\
        [mechanism.dropout]\n[action.use]\n[treatment.more]\n\"mechanism.adoption.social\" = \"1 per year\"\n\
        [lever.x]\npath = \"mechanism.adoption.external\"\nlow = 0.01\nhigh = 0.1\n[plan]\npoints = 4096\n\
        [record]\nevery = \"year\"\n";

    fn begin(folder: &Path, args: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_zaoshi"))
            .args(args)
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    fn signal(child: &Child, name: &str) {
        assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
    }

    /// What a command says, and its exit code, after a signal in the midst of its work.
    fn stopped(folder: &Path, args: &[&str], name: &str) -> (Option<i32>, String) {
        let child = begin(folder, args);
        std::thread::sleep(Duration::from_millis(1200));
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    }

    #[test]
    fn each_signal_ends_each_command_alike() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("long.toml"), LONG).unwrap();
        let commands: [(&str, &[&str]); 7] = [
            ("-INT", &["run", "long.toml", "--screen", "never"]),
            ("-TERM", &["run", "long.toml", "--screen", "never", "--until", "0.01%"]),
            ("-HUP", &["run", "long.toml", "--screen", "always"]),
            ("-TERM", &["sweep", "long.toml"]),
            ("-HUP", &["sweep", "long.toml", "--shard-runs", "2"]),
            ("-TERM", &["search", "long.toml"]),
            ("-HUP", &["explain", "long.toml", "--assumptions", "--replicates", "1000"]),
        ];
        std::thread::scope(|scope| {
            for (at, (name, command)) in commands.into_iter().enumerate() {
                let folder = folder.path();
                scope.spawn(move || {
                    let out = format!("out-{at}");
                    let (code, said) = stopped(folder, &[command, &["--out", &out, "--threads", "1"]].concat(), name);
                    assert_eq!(code, Some(130), "{name} {command:?}: {said}");
                    assert!(said.contains("stopped: "), "{name} {command:?}: {said}");
                });
            }
        });
        // Of a run nothing has the name of a run.
        for at in 0..3 {
            let below = folder.path().join(format!("out-{at}/long"));
            for entry in std::fs::read_dir(below).into_iter().flatten().flatten() {
                assert!(entry.file_name().to_string_lossy().starts_with(".begun-"), "{entry:?}");
            }
        }
        // A worker tells its cluster that another try may succeed.
        let sweep = std::fs::read_dir(folder.path().join("out-3/long")).unwrap().next().unwrap().unwrap().path();
        let sweep = sweep.display().to_string();
        let (code, said) = stopped(folder.path(), &["worker", &sweep, "--shards", "0-9", "--threads", "1"], "-TERM");
        assert_eq!(code, Some(75), "{said}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_run_under_nohup_lives_on_when_the_terminal_closes() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("long.toml"), LONG).unwrap();
        let program = env!("CARGO_BIN_EXE_zaoshi");
        let mut child = Command::new("nohup")
            .args([program, "run", "long.toml", "--threads", "1"])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(500));
        signal(&child, "-HUP");
        std::thread::sleep(Duration::from_millis(300));
        assert!(child.try_wait().unwrap().is_none(), "it goes on");
        signal(&child, "-TERM");
        assert_eq!(child.wait().unwrap().code(), Some(130));
    }
}
