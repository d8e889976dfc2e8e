//! Sizes before work: what a run takes is reckoned before it is laid out, and what does not fit is refused with both numbers.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use zaoshi::experiment::{Hands, TraceFiles};
use zaoshi::{Options, Run, Scenario, Screen};

/// A scenario with its people, its horizon and its replicates; `more` comes last.
fn scenario(people: u64, horizon: &str, replicates: usize, more: &str) -> String {
    let members = people / 4;
    format!(
        "name = \"sized\"\nstart = 2027-01-04\nhorizon = \"{horizon}\"\nreplicates = {replicates}\n\
         [segment.people]\npeople = {people}\nmembers_at_start = {members}\n\
         [mechanism.adoption]\n[mechanism.triggers]\n[mechanism.dropout]\n[mechanism.habit]\n\
         [action.use]\n[treatment.more]\n\"mechanism.adoption.social\" = \"1 per year\"\n{more}"
    )
}

fn options() -> Options {
    Options { screen: Screen::Never, ..Options::default() }
}

fn zaoshi(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(args).current_dir(folder).output().unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The largest memory of a run of a text, as the system counts it, in bytes.
#[cfg(target_os = "linux")]
fn peak(text: &str) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sized.toml"), text).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_zaoshi"))
        .args(["run", "sized.toml", "--screen", "never", "--threads", "1", "--out", "out"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0.0_f64;
    while child.try_wait().unwrap().is_none() {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        most = most.max(kilobytes.unwrap_or(0.0) * 1024.0);
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(child.wait().unwrap().success());
    most
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_reckoned_within_half_of_what_is_measured() {
    let network = "[contacts]\nkind = \"random\"\nmean_degree = 20\n[coast]\nreplicates = 0";
    let cases = [
        ("the program", scenario(100, "8 weeks", 2, "")),
        ("people", scenario(2_000_000, "2 weeks", 2, "[coast]\nreplicates = 0")),
        ("contacts", scenario(500_000, "1 week", 2, network)),
        ("results", scenario(50, "1 year", 500, "[coast]\nreplicates = 0\n[record]\nevery = \"tick\"")),
    ];
    for (what, text) in cases {
        let run = Run::prepare(&Scenario::parse("sized.toml", &text).unwrap(), &options()).unwrap();
        let (reckoned, measured) = (run.size(1).memory.bytes(), peak(&text));
        let ratio = reckoned / measured;
        let said = format!("{what}: {:.0} MB reckoned, {:.0} MB measured", reckoned / 1e6, measured / 1e6);
        assert!((1.0 / 1.5..=1.5).contains(&ratio), "{said}");
    }
}

#[test]
fn a_run_that_no_machine_can_hold_is_refused_by_every_command_before_a_folder_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let plan = "[lever.x]\npath = \"mechanism.adoption.external\"\nlow = 0.01\nhigh = 0.1\n[plan]\npoints = 16\n";
    let people: String = ["b", "c", "d"].map(|name| format!("[segment.{name}]\npeople = 1_000_000_000\n")).concat();
    let huge = scenario(1_000_000_000, "1 year", 4, &format!("{people}{plan}"));
    // Counts as large as the ranges of their knobs allow: none wraps.
    let long = "tick = \"1 day\"\n".to_owned()
        + &scenario(
            1_000_000_000,
            "100 years",
            100_000,
            &format!("{people}{plan}[record]\nevery = \"tick\"\npeople = 1_000_000\n"),
        );
    for text in [huge, long] {
        std::fs::write(folder.path().join("sized.toml"), text).unwrap();
        let begun = Instant::now();
        let checked = zaoshi(folder.path(), &["check", "sized.toml"]);
        let said = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert!(checked.status.success() && said.contains("a run of it takes about"), "{said}{}", err(&checked));
        assert!(said.contains("note: this takes about"), "{said}");
        let commands: [&[&str]; 6] = [
            &["run", "sized.toml"],
            &["run", "sized.toml", "--threads", "1"],
            &["sweep", "sized.toml", "--plan"],
            &["sweep", "sized.toml"],
            &["search", "sized.toml"],
            &["explain", "sized.toml", "--assumptions"],
        ];
        for command in commands {
            let output = zaoshi(folder.path(), &[command, &["--out", "out"]].concat());
            let said = err(&output);
            assert_eq!(output.status.code(), Some(2), "{command:?}: {said}");
            assert!(said.contains("of memory, and") && said.contains(" most of it: "), "{command:?}: {said}");
        }
        assert!(!folder.path().join("out").exists());
        assert!(begun.elapsed() < Duration::from_secs(30), "refused at once");
    }
}

#[test]
fn a_grid_of_very_many_points_is_counted_and_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let lever = |(at, path): (usize, &&str)| {
        format!("[lever.x{at}]\npath = \"mechanism.{path}\"\nlow = 0.01\nhigh = 0.1\nsteps = 1000\n")
    };
    let paths = ["adoption.external", "dropout.comeback", "adoption.social"];
    let checked = |levers: usize| {
        let levers: String = paths.iter().take(levers).enumerate().map(lever).collect();
        let text = scenario(100, "4 weeks", 1, &format!("{levers}[plan]\nsampling = \"grid\"\nreplicates = 1\n"));
        std::fs::write(folder.path().join("sized.toml"), text).unwrap();
        let begun = Instant::now();
        let output = zaoshi(folder.path(), &["check", "sized.toml"]);
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
        output
    };
    let many = checked(2);
    let said = String::from_utf8_lossy(&many.stdout).into_owned();
    assert!(said.contains("1000000 points") || said.contains("1,000,000 points"), "{said}{}", err(&many));
    let too_many = checked(3);
    assert_eq!(too_many.status.code(), Some(2));
    assert!(err(&too_many).contains("1e9 points"), "{}", err(&too_many));
}

#[test]
fn traces_are_the_same_whether_they_are_held_or_streamed() {
    let text = scenario(300, "10 weeks", 2, "[record]\nevery = \"tick\"\npeople = 40\n[mechanism.effort]\n");
    let text = Scenario::parse("sized.toml", &text).unwrap();
    let mut held = Run::prepare(&text, &options()).unwrap();
    let rows = held.experiment.traced();
    let held = held.simulate(&|_| {}).traces(&Run::prepare(&text, &options()).unwrap().experiment).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut run = Run::prepare(&text, &options()).unwrap();
    let files = TraceFiles::of(&run.experiment, folder.path()).unwrap();
    let ensemble = run.simulate_with(Hands { traces: Some(&files), ..Hands::default() }, &|_| {});
    assert!(ensemble.runs.iter().flatten().all(|run| run.traces.is_empty()), "nothing is held");
    for _ in 0..2 {
        let mut streamed = Vec::new();
        files.write(&mut streamed).unwrap();
        assert_eq!(String::from_utf8(streamed).unwrap(), String::from_utf8(held.clone()).unwrap());
    }
    assert_eq!(String::from_utf8(held).unwrap().lines().count() - 1, rows as usize);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no file has a name");
}

#[test]
fn the_largest_point_and_world_are_reckoned_too() {
    let names = ["b", "c", "d", "e"];
    let small: String = names.map(|name| format!("[segment.{name}]\npeople = 50\n")).concat();
    let varied = |part: &str, how: &str| {
        names.map(|name| format!("[{part}.{name}]\npath = \"segment.{name}.people\"\n{how}\n")).concat()
    };
    let world = names.map(|name| format!("\"segment.{name}.people\" = 1_000_000_000\n")).concat();
    let cases = [
        (varied("lever", "low = 50\nhigh = 1_000_000_000"), &["sweep", "search"][..]),
        (varied("uncertainty", "low = 50\nhigh = 1_000_000_000"), &["sweep", "explain"]),
        (varied("lever", "values = [50, 1_000_000_000]"), &["sweep"]),
        (format!("[world.big]\n{world}"), &["run"]),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (more, verbs) in cases {
        std::fs::write(folder.path().join("sized.toml"), scenario(400, "6 months", 2, &format!("{small}{more}")))
            .unwrap();
        let check = zaoshi(folder.path(), &["check", "sized.toml"]);
        let noted = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(check.status.success() && noted.contains("at the largest values"), "{more}: {noted}{}", err(&check));
        for verb in verbs {
            let part: &[&str] = if *verb == "explain" { &["--sensitivity", "sobol"] } else { &[] };
            let output = zaoshi(folder.path(), &[&[*verb, "sized.toml", "--out", "out"], part].concat());
            assert_eq!(output.status.code(), Some(2), "{verb} {more}: {}", err(&output));
            assert!(err(&output).contains("at the largest values"), "{verb}: {}", err(&output));
            assert!(!folder.path().join("out").exists(), "{verb} {more}");
        }
    }
}
