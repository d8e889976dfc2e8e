//! Clusters: any engine that runs the shards, in tasks of any size, retried or lost, gives the same rows once.
//!
//! Shell scripts replace sbatch, scontrol and hq, and run the submitted tasks here. Ray, HyperQueue's server and the
//! schema of Kubernetes are real if the packages of tests/cluster/requirements.txt are installed.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const SMALL: &str = include_str!("sweeps/small.toml");
const ZAOSHI: &str = env!("CARGO_BIN_EXE_zaoshi");

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A folder with the small scenario, and programs that come first in the search path.
struct Laboratory {
    folder: tempfile::TempDir,
}

/// Runs an array's tasks as Slurm would: sbatch keeps the script and runs each task until it is no longer requeued.
const SBATCH: &str = r#"
cat > "$LAB/script"
array=$(sed -n 's/^#SBATCH --array=0-\([0-9]*\).*/\1/p' "$LAB/script")
export SLURM_ARRAY_JOB_ID=77 SLURM_ARRAY_TASK_ID=0 SLURM_RESTART_COUNT
while [ $SLURM_ARRAY_TASK_ID -le $array ]; do
    SLURM_RESTART_COUNT=0
    while sh "$LAB/script" >> "$LAB/said" 2>&1; code=$?; echo "$SLURM_ARRAY_TASK_ID $code" >> "$LAB/codes"
        rmdir "$LAB/requeued-77_$SLURM_ARRAY_TASK_ID" 2> "$LAB/nothing"; do SLURM_RESTART_COUNT=$((SLURM_RESTART_COUNT + 1))
    done
    SLURM_ARRAY_TASK_ID=$((SLURM_ARRAY_TASK_ID + 1))
done
echo "77;a-cluster""#;
const SCONTROL: &str = r#"[ "$1" = requeue ] && mkdir "$LAB/requeued-$2""#;

/// Runs an array's tasks as HyperQueue would: once each.
const HQ: &str = r#"
for word; do case "$word" in --array=0-*) array=${word#--array=0-} ;; esac; done
while [ "$1" != -- ]; do shift; done; shift
HQ_TASK_ID=0; export HQ_TASK_ID
while [ $HQ_TASK_ID -le $array ]; do
    "$@" >> "$LAB/said" 2>&1; echo "$HQ_TASK_ID $?" >> "$LAB/codes"
    HQ_TASK_ID=$((HQ_TASK_ID + 1))
done
echo "Job submitted successfully, job ID: 5""#;

impl Laboratory {
    fn new() -> Self {
        let lab = Laboratory { folder: tempfile::tempdir().unwrap() };
        fs::write(lab.path("small.toml"), SMALL).unwrap();
        fs::create_dir(lab.path("bin")).unwrap();
        for (name, text) in [("sbatch", SBATCH), ("scontrol", SCONTROL), ("hq", HQ), ("sleep", "exit 0")] {
            lab.program(&format!("bin/{name}"), text);
        }
        lab
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn program(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path.display().to_string()
    }

    /// `zaoshi sweep` of the small scenario in eight shards, into its own folder.
    fn sweep(&self, out: &str, more: &[&str]) -> Output {
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap());
        let mut command = Command::new(ZAOSHI);
        command.arg("sweep").arg(self.path("small.toml")).arg("--out").arg(self.path(out)).args(["--shard-runs", "4"]);
        command.args(more).env("PATH", path).env("LAB", self.folder.path());
        for name in ["SLURM_ARRAY_TASK_ID", "HQ_TASK_ID", "JOB_COMPLETION_INDEX"] {
            command.env_remove(name);
        }
        command.output().unwrap()
    }

    fn done(&self, out: &str, more: &[&str]) -> String {
        let output = self.sweep(out, more);
        assert!(output.status.success(), "{}", told(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// All stored rows.
    fn merged(&self, out: &str) -> Vec<u8> {
        let csv = self.path(out).join("all.csv");
        self.done(out, &["--merge", &csv.display().to_string()]);
        fs::read(csv).unwrap()
    }

    /// The same sweep on the threads of this machine.
    fn whole(&self) -> Vec<u8> {
        self.done("whole", &[]);
        self.merged("whole")
    }

    fn stored(&self, out: &str) -> PathBuf {
        fs::read_dir(self.path(out).join("small")).unwrap().next().unwrap().unwrap().path()
    }

    /// A text without the parts that depend on this machine or version.
    fn plain(&self, out: &str, text: &str) -> String {
        let stored = self.stored(out);
        let id = stored.file_name().unwrap().to_string_lossy().into_owned();
        let text = text.replace(&self.folder.path().display().to_string(), "/shared").replace(&id, "ID");
        text.replace(ZAOSHI, "/usr/bin/zaoshi")
    }
}

fn holes(lab: &Laboratory, out: &str) {
    lab.done(out, &["--plan"]);
    let folder = lab.stored(out).display().to_string();
    let output = Command::new(ZAOSHI).args(["worker", &folder, "--shards", "1,3-4"]).output().unwrap();
    assert_eq!(told(&output), "3 shards done, 0 there already\n");
}

#[test]
fn what_would_be_submitted_is_shown_and_holds_only_what_is_missing() {
    let lab = Laboratory::new();
    holes(&lab, "out");
    let shown = |more: &[&str]| lab.plain("out", &lab.done("out", &[more, &["--dry-run"]].concat()));
    let slurm = ["--on", "slurm", "--dry-run", "--per-task", "2", "--at-once", "20", "--cpus", "4"];
    let slurm = [&slurm[..], &["--", "--partition=short", "--comment=two words"]].concat();
    insta::assert_snapshot!("slurm", lab.plain("out", &lab.done("out", &slurm)));
    insta::assert_snapshot!("hq", shown(&["--on", "hq"]));
    insta::assert_snapshot!("ray", shown(&["--on", "ray", "--per-task", "3"]));
    insta::assert_snapshot!(
        "k8s",
        shown(&[
            "--on",
            "k8s",
            "--image",
            "ours/zaoshi:1",
            "--claim",
            "results",
            "--secret",
            "keys",
            "--at-once",
            "2",
            "--per-task",
            "2"
        ])
    );
    assert!(!lab.path("codes").exists(), "nothing was submitted");
}

#[test]
fn no_name_reaches_a_script_as_more_than_a_name() {
    let lab = Laboratory::new();
    let engines =
        [&["--on", "slurm"][..], &["--on", "hq"], &["--on", "ray"], &["--on", "k8s", "--image", "x", "--claim", "y"]];
    for engine in engines {
        for name in ["a\nrm -rf b", "a\rb", "a\u{1b}[2Jb"] {
            let given = [engine, &["--dry-run", "--program", name]].concat();
            for output in [lab.sweep("out", &given), lab.sweep(name, &[engine, &["--dry-run"]].concat())] {
                assert_eq!(output.status.code(), Some(2), "{engine:?} {}", told(&output));
                assert!(told(&output).contains("a control character"), "{}", told(&output));
                assert!(output.stdout.is_empty());
            }
        }
    }
    // What the engines would replace is escaped.
    let program = "/opt/$(HOME)/$$x/zaoshi";
    let job = lab.done("out", &["--on", "k8s", "--image", "x", "--claim", "y", "--dry-run", "--program", program]);
    assert!(job.contains(r#"- "/opt/$$(HOME)/$$$$x/zaoshi""#), "{job}");
    let script = lab.done("50%j", &["--on", "slurm", "--dry-run"]);
    assert!(script.contains("/50%%j/") && script.contains("/said/slurm-%A-%a.txt"), "{script}");
}

#[test]
fn an_array_job_gives_the_bytes_of_a_local_sweep_whatever_was_done_before() {
    let lab = Laboratory::new();
    let whole = lab.whole();
    for (engine, per_task) in [("slurm", "1"), ("slurm", "2"), ("hq", "1"), ("hq", "5")] {
        let out = format!("{engine}-{per_task}");
        holes(&lab, &out);
        let says = lab.done(&out, &["--on", engine, "--per-task", per_task]);
        assert!(says.contains("(5 shards)") && says.contains("--status"), "{says}");
        assert_eq!(lab.merged(&out), whole, "{out}");
        let again = lab.sweep(&out, &["--on", engine, "--dry-run"]);
        assert_eq!(told(&again), "Nothing is missing: 8 shards done\n");
    }
    let says = lab.done("first", &["--on", "slurm"]);
    assert!(says.starts_with("Handed 8 tasks (8 shards) to Slurm as job 77: `squeue -j 77` shows it"), "{says}");
    assert_eq!(lab.merged("first"), whole);
}

#[test]
fn what_may_go_well_is_tried_again_and_what_cannot_is_not() {
    let lab = Laboratory::new();
    let whole = lab.whole();
    let first = r#"mkdir "$LAB/tried-$SLURM_ARRAY_TASK_ID$HQ_TASK_ID" 2> "$LAB/nothing" && exit 75"#;
    let flaky = lab.program("flaky", &format!("{first}\nexec {ZAOSHI} \"$@\""));
    let never = lab.program("never", r#"echo once >> "$LAB/tries"; exit $CODE"#);
    for engine in ["slurm", "hq"] {
        lab.done(engine, &["--on", engine, "--program", &flaky, "--per-task", "3"]);
        assert_eq!(lab.merged(engine), whole);
        assert_eq!(
            fs::read_dir(lab.folder.path()).unwrap().filter(|entry| name(entry).starts_with("tried-")).count(),
            3
        );
        for task in 0..3 {
            fs::remove_dir(lab.path(&format!("tried-{task}"))).unwrap();
        }
        for (code, tries) in [(42, 1), (75, if engine == "slurm" { 6 } else { 5 }), (1, 1)] {
            let out = format!("{engine}-{code}");
            let never = lab.program("never-so", &format!("CODE={code}; export CODE; exec {never}"));
            lab.done(&out, &["--on", engine, "--program", &never, "--per-task", "8"]);
            let lines = |name: &str| fs::read_to_string(lab.path(name)).unwrap();
            assert_eq!(lines("tries").lines().count(), tries, "{engine} {code}");
            assert!(lines("codes").ends_with(&format!("0 {code}\n")), "{}", lines("codes"));
            fs::remove_file(lab.path("tries")).unwrap();
        }
    }
}

fn name(entry: &std::io::Result<fs::DirEntry>) -> String {
    entry.as_ref().unwrap().file_name().to_string_lossy().into_owned()
}

#[test]
fn tasks_of_many_shards_are_made_where_there_would_be_more_than_a_thousand() {
    let lab = Laboratory::new();
    let more = ["--set", "plan.points=600", "--shard-runs", "2", "--on", "slurm", "--dry-run"];
    let output = Command::new(ZAOSHI)
        .arg("sweep")
        .arg(lab.path("small.toml"))
        .arg("--out")
        .arg(lab.path("many"))
        .args(more)
        .output()
        .unwrap();
    let script = told(&output);
    // 600 points × 2 runs are 1,200 shards with one replicate each.
    assert!(script.contains("--array=0-599\n") && script.contains("--shards=0-1199 --per-task=2"), "{script}");
}

#[test]
fn what_is_wrong_is_a_sentence_with_what_would_be_right() {
    let lab = Laboratory::new();
    let bare = lab.program("bare-python", "exec python3 -I -S \"$@\"");
    let refused = lab.program("bin/sbatch", "cat > /dev/null; echo 'Invalid job array specification' >&2; exit 1");
    for (more, says) in [
        (&["--on", "k8s", "--dry-run"][..], "--image is missing"),
        (&["--on", "k8s", "--dry-run", "--image", "x"], "a pod cannot see this machine's folder: give the volume"),
        (&["--on", "k8s", "--image", "x"], "pipe it into `kubectl create -f -`"),
        (&["--on", "slurm", "--image", "x"], "--image has no meaning for Slurm"),
        (&["--on", "ray", "--", "--partition=x"], "what follows -- has no meaning for Ray"),
        (&["--on", "hq", "--at-once", "3"], "--at-once has no meaning for HyperQueue"),
        (&["--on", "slurm"], "Invalid job array specification"),
        (&["--on", "slurm"], "give a larger --per-task than 1"),
        (&["--on", "ray"], "Ray is not installed for "),
        (&["--on", "slrm"], "slurm"),
        (&["--dry-run"], "--on"),
        (&["--on", "hq", "--threads", "2"], "cannot be used with"),
        (&["--on", "ray", "--status"], "cannot be used with"),
    ] {
        let mut command = Command::new(ZAOSHI);
        command.arg("sweep").arg(lab.path("small.toml")).arg("--out").arg(lab.path("out")).args(more);
        let path = format!("{}:{}", Path::new(&refused).parent().unwrap().display(), std::env::var("PATH").unwrap());
        let output = command.env("ZAOSHI_PYTHON", &bare).env("PATH", path).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{more:?}: {}", told(&output));
        assert!(told(&output).contains(says), "{more:?}: {}", told(&output));
    }
    let nowhere = Command::new(ZAOSHI)
        .arg("sweep")
        .arg(lab.path("small.toml"))
        .arg("--out")
        .arg(lab.path("out"))
        .args(["--on", "hq"])
        .env("PATH", lab.path("empty"))
        .output()
        .unwrap();
    assert!(
        told(&nowhere).contains("hq cannot be started") && told(&nowhere).contains("--dry-run"),
        "{}",
        told(&nowhere)
    );
}

fn python() -> String {
    std::env::var("ZAOSHI_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

#[test]
#[ignore = "needs the packages of tests/cluster/requirements.txt"]
fn real_kubernetes_schema_holds_for_the_job() {
    let lab = Laboratory::new();
    for more in
        [&["--claim", "results"][..], &["--claim", "no: \"yes\"", "--secret", "keys", "--at-once", "3", "--cpus", "8"]]
    {
        let job = lab.done("out", &[&["--on", "k8s", "--dry-run", "--image", "ours/zaoshi:1"], more].concat());
        fs::write(lab.path("job.yaml"), job).unwrap();
        let script = format!("{}/tests/cluster/job.py", env!("CARGO_MANIFEST_DIR"));
        let output = Command::new(python()).arg(script).arg(lab.path("job.yaml")).output().unwrap();
        assert!(output.status.success(), "{}", told(&output));
        let job: Value = serde_json::from_slice(&output.stdout).unwrap();
        let spec = &job["spec"];
        assert_eq!((&spec["completionMode"], &spec["completions"]), (&"Indexed".into(), &8.into()));
        assert_eq!(spec["parallelism"], if more.len() > 2 { 3 } else { 8 });
        let rules = spec["podFailurePolicy"]["rules"].as_array().unwrap();
        let action =
            |code: i64| rules.iter().find(|rule| rule["onExitCodes"]["values"][0] == code).unwrap()["action"].clone();
        assert_eq!((action(42), action(75)), ("FailIndex".into(), "Count".into()));
        let pod = &spec["template"]["spec"];
        assert_eq!(pod["volumes"][0]["persistentVolumeClaim"]["claimName"], more[1]);
        assert_eq!(pod["containers"][0]["volumeMounts"][0]["mountPath"], lab.path("out").display().to_string());
        // Runs here what the pod of an index would run.
        let words: Vec<&str> =
            pod["containers"][0]["command"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        assert_eq!(words[0], "zaoshi");
        for index in 0..8 {
            let task =
                Command::new(ZAOSHI).args(&words[1..]).env("JOB_COMPLETION_INDEX", index.to_string()).output().unwrap();
            assert!(task.status.success(), "{}", told(&task));
        }
        if more.len() == 2 {
            assert_eq!(lab.merged("out"), lab.whole());
            fs::remove_dir_all(lab.path("out")).unwrap();
        }
    }
}

#[test]
#[ignore = "needs the packages of tests/cluster/requirements.txt"]
fn real_hyperqueue_runs_what_would_be_submitted() {
    let lab = Laboratory::new();
    let whole = lab.whole();
    holes(&lab, "out");
    let submit = lab.done("out", &["--on", "hq", "--dry-run", "--per-task", "2"]);
    let script = format!("{}/tests/cluster/hyperqueue_cluster.py", env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(python()).arg(script).arg(submit).output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    assert_eq!(lab.merged("out"), whole);
}

#[test]
#[ignore = "needs the packages of tests/cluster/requirements.txt"]
fn real_ray_loses_a_node_and_the_sweep_loses_nothing() {
    let lab = Laboratory::new();
    // 512 shards: long enough to be observed while running, on a fast machine too.
    let scenario = SMALL.replace("points = 8", "points = 256");
    fs::write(lab.path("small.toml"), scenario).unwrap();
    let script = format!("{}/tests/cluster/ray_cluster.py", env!("CARGO_MANIFEST_DIR"));
    let words = [Path::new(&script), Path::new(ZAOSHI), &lab.path("small.toml"), &lab.path("ray")];
    let output = Command::new(python()).args(words).output().unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)));
    let said =
        |name: &str| (answer[name]["code"].as_i64().unwrap(), answer[name]["stderr"].as_str().unwrap().to_owned());
    let (code, text) = said("nobody");
    assert!(code == 2 && text.contains("no Ray cluster answers at 127.0.0.1:1"), "{text}");
    let (code, text) = said("no program");
    assert!(code == 1 && text.contains("/nowhere/zaoshi cannot be started on") && text.contains("--program"), "{text}");
    let (code, text) = said("stopped");
    assert!(code == 130 && text.contains("shards are done and kept; the same command resumes the sweep"), "{text}");
    assert_eq!(answer["stopped"]["workers"], 0, "a worker goes on after its sweep was stopped");
    let parts = |value: &Value| value.as_i64().unwrap();
    assert!(parts(&answer["stopped"]["parts"]) < 512, "it was stopped on its way");
    assert!(parts(&answer["killed at"]) < 512, "the node was killed on its way");
    let (code, text) = said("whole");
    assert_eq!((code, &answer["whole"]["parts"]), (0, &512.into()), "{text}");
    let (code, text) = said("again");
    assert!(code == 0 && text.contains("Nothing is missing: 512 shards done"), "{text}");

    let csv = |out: &str| {
        let file = lab.path(out).with_extension("csv");
        lab_sweep(&lab, out, &["--merge", &file.display().to_string()]);
        fs::read(file).unwrap()
    };
    let table = lab_sweep(&lab, "threads", &[]);
    assert_eq!(csv("ray"), csv("threads"));
    // The same table, except for its path.
    let head =
        |text: &str| text.lines().take_while(|line| !line.starts_with("Wrote")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(head(answer["whole"]["stdout"].as_str().unwrap()), head(&table));
}

/// The long sweep, in the shards that tests/cluster/ray_cluster.py expects.
fn lab_sweep(lab: &Laboratory, out: &str, more: &[&str]) -> String {
    let mut command = Command::new(ZAOSHI);
    command.arg("sweep").arg(lab.path("small.toml")).arg("--out").arg(lab.path(out)).args(["--shard-runs", "2"]);
    let output = command.args(more).output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    String::from_utf8(output.stdout).unwrap()
}
