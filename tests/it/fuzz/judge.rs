//! What must hold of an answer.
//!
//! The exit code is 0, 1, 2 or 130; nothing panics, hangs or eats the memory; a mistake has a place and a remedy; no control character
//! reaches the terminal; what is refused leaves nothing behind; what `check` accepts is run.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verb {
    Check,
    Run,
    Sweep,
    /// The points of a sweep, which is not run.
    Plan,
}

/// How the program ended.
pub(super) struct Ended {
    verb: Verb,
    /// None: by a signal.
    pub(super) code: Option<i32>,
    /// It was asked to stop, for it took long.
    asked: bool,
    /// It did not stop when it was asked.
    hangs: bool,
    out: String,
    err: String,
}

impl Ended {
    /// Runs the program in the folder of the file, with eight gigabytes of address space at most.
    pub(super) fn of(verb: Verb, file: &Path, extra: &[String], patience: Duration) -> Ended {
        let folder = file.parent().unwrap();
        let args: &[&str] = match verb {
            Verb::Check => &["check", "mine.toml"],
            Verb::Run => &["run", "mine.toml", "--replicates", "2", "--screen", "never", "--out", "OUT"],
            Verb::Sweep => &["sweep", "mine.toml", "--out", "OUT"],
            Verb::Plan => &["sweep", "mine.toml", "--plan", "--out", "OUT"],
        };
        let mut child = Command::new("sh")
            .args(["-c", "ulimit -v 8000000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_zaoshi")])
            .args(args)
            .args(extra)
            .current_dir(folder)
            .env("RUST_BACKTRACE", "0")
            .env("RAYON_NUM_THREADS", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (out, err) = (reader(child.stdout.take().unwrap()), reader(child.stderr.take().unwrap()));
        let (mut asked, mut hangs) = (false, false);
        let mut status = waited(&mut child, patience);
        if status.is_none() {
            asked = true;
            let _ = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
            status = waited(&mut child, Duration::from_secs(10));
        }
        if status.is_none() {
            hangs = true;
            let _ = child.kill();
            status = child.wait().ok();
        }
        Ended {
            verb,
            code: status.and_then(|status| status.code()),
            asked,
            hangs,
            out: out.join().unwrap(),
            err: err.join().unwrap(),
        }
    }

    /// What must hold of every answer.
    fn general(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut say = |what: &str| wrong.push(format!("{:?}: {what}\n{}", self.verb, self.err));
        if self.hangs {
            say("it did not stop when it was asked");
        }
        if self.asked && matches!(self.verb, Verb::Check | Verb::Plan) {
            say("it takes too long");
        }
        if !matches!(self.code, Some(0 | 1 | 2 | 130)) && !self.hangs {
            say(&format!("exit code {:?}", self.code));
        }
        if self.code == Some(130) && !self.asked {
            say("nobody asked it to stop");
        }
        if self.code == Some(0) && self.err.contains(" × ") {
            say("a mistake, and exit code 0");
        }
        if matches!(self.code, Some(1 | 2)) && self.err.trim().is_empty() {
            say("no word why");
        }
        if self.err.contains("panicked") || self.err.contains("memory allocation") {
            say("a panic");
        }
        for text in [&self.out, &self.err] {
            if let Some(sign) = text.chars().find(|sign| odd(*sign)) {
                say(&format!("the sign U+{:04X} reaches the terminal", u32::from(sign)));
            }
        }
        for help in
            self.err.lines().filter(|line| line.trim_start().starts_with("help:") && !line.contains("its columns"))
        {
            if ["NaN", "nan per", " inf", "\"inf", "e300", "e+300", "1000000000000000"]
                .iter()
                .any(|bad| help.contains(bad))
            {
                say(&format!("a help that is no help: {help}"));
            }
        }
        wrong
    }
}

/// Control characters, and those that turn the direction of writing.
fn odd(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\n' | '\t'))
        || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

fn reader(mut from: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = from.read_to_end(&mut bytes);
        String::from_utf8(bytes).unwrap_or_else(|_| "\u{1}no text".to_owned())
    })
}

fn waited(child: &mut Child, patience: Duration) -> Option<std::process::ExitStatus> {
    let begun = Instant::now();
    while begun.elapsed() < patience {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(4));
    }
    None
}

/// Of `check`: each mistake has a place and, unless the text is no TOML, a remedy. One lost bracket in a `sound` text is no crowd of mistakes.
pub(super) fn check(ended: &Ended, text: &[u8], sound: bool) -> Vec<String> {
    let mut wrong = ended.general();
    if ended.code == Some(1) {
        wrong.push(format!("check ends with 1\n{}", ended.err));
    }
    if ended.code != Some(2) {
        return wrong;
    }
    let is_toml = std::str::from_utf8(text).is_ok_and(|text| text.parse::<toml::Table>().is_ok());
    let blocks: Vec<&str> = ended.err.split("  × ").skip(1).collect();
    for block in &blocks {
        if !placed(block) {
            wrong.push(format!("a mistake without a place: {block}"));
        }
        if is_toml && !block.contains("help:") && !block.contains("did you mean") {
            wrong.push(format!("a mistake without a remedy: {block}"));
        }
    }
    if blocks.is_empty() && !placed(&ended.err) && !ended.err.contains("--") {
        wrong.push(format!("refused without a place: {}", ended.err));
    }
    // A table that stands there twice has each of its keys twice.
    let own = blocks.iter().filter(|block| !block.contains("is defined twice")).count();
    if sound && !is_toml && own > 12 {
        wrong.push(format!("{own} mistakes of one text that is no TOML\n{}", ended.err));
    }
    wrong
}

/// Whether a text names a line: `file:12` or `file:12:3`.
fn placed(text: &str) -> bool {
    text.match_indices(':').any(|(at, _)| text[at + 1..].starts_with(|sign: char| sign.is_ascii_digit()))
}

/// Of a run of what `check` accepts: it is not refused, and nothing is half done.
pub(super) fn run(ended: &Ended, folder: &Path) -> Vec<String> {
    let mut wrong = ended.general();
    // What does not fit into the memory of this machine is a note of `check`.
    if ended.code == Some(2) && !ended.err.contains("of memory, and ") {
        wrong.push(format!("check accepts what run refuses\n{}", ended.err));
    }
    if ended.code != Some(0) {
        wrong.extend(left(folder));
    }
    wrong
}

/// Of what `check` refuses: the other verbs refuse it too, and create nothing. A run does not ask for what only a sweep needs.
pub(super) fn refused(check: &Ended, ended: &Ended, folder: &Path) -> Vec<String> {
    let mut wrong = ended.general();
    let only = ["lever", "uncertainty", "plan", "search", "weights"].iter().any(|part| check.err.contains(part));
    if ended.code == Some(0) && !(ended.verb == Verb::Run && only) {
        wrong.push(format!("check refuses what {:?} accepts\n{}", ended.verb, ended.out));
    }
    if ended.code == Some(2) && folder.join("OUT").exists() {
        wrong.push(format!("{:?} was refused and left a folder", ended.verb));
    }
    wrong
}

/// What a run that did not end well has left: parts of files, or a folder after a refusal.
fn left(folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    let mut open = vec![folder.join("OUT")];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                open.push(entry.path());
            } else if name.starts_with('.') || name.ends_with(".tmp") {
                out.push(format!("left behind: {name}"));
            }
        }
    }
    out
}
