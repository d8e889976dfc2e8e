//! The commands; each is one call into the library.
//!
//! Invariant: only this file and its folder print. Data goes to standard output, everything else to standard error. It is not an error if a
//! reader closes the pipe early.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::error::Error;
use crate::experiment::with_design;
use crate::scenario::{Patch, Scenario, commented, schema_json, seen};
use crate::{say, stats};
use clap::{FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;

mod args;
mod check;
mod cluster;
mod design_table;
mod evidence;
mod explain;
mod export;
mod help;
mod language;
mod list;
mod machine;
mod markdown;
mod presets;
mod progress;
mod report;
mod run;
mod search;
mod sizes;
mod source;
mod stop;
mod sweep;
mod table_style;
mod worker;

use source::Source;

// Help comes from the catalogue: see `help`. An argument's id is the name of its field.
#[derive(Debug, Parser)]
#[command(name = "zaoshi", version, max_term_width = 120, propagate_version = true)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Run(args::RunArgs),
    ComparePresets(args::ProgrammesArgs),
    Check {
        scenario: String,
    },
    List(list::Args),
    New {
        name: String,
        #[arg(long, value_name = "SCENARIO")]
        from: String,
        #[arg(long = "preset", value_name = "PRESET")]
        presets: Vec<String>,
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    Schema,
    Explain(explain::Args),
    Report(report::Args),
    Export(export::Args),
    Sweep(Box<sweep::Args>),
    Search(search::Args),
    Worker(worker::Args),
    Evidence(evidence::Args),
    Facts {
        scenario: Option<String>,
    },
    Completions {
        shell: Shell,
    },
    Man,
}

/// Reads the command line, runs the command, prints its error once and chooses the exit code.
pub fn main() -> ExitCode {
    match Command::read().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::from(error.exit_code())
        }
    }
}

impl Command {
    /// Reads the command line. Ends the program if the line is wrong or asks for help.
    fn read() -> Self {
        let matches = help::command().get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|fault| fault.format(&mut help::command()).exit())
    }

    /// Runs the command.
    fn run(self) -> Result<(), Error> {
        if matches!(
            self.verb,
            Verb::Run(_)
                | Verb::ComparePresets(_)
                | Verb::Explain(_)
                | Verb::Sweep(_)
                | Verb::Search(_)
                | Verb::Worker(_)
        ) {
            stop::listen();
        }
        match self.verb {
            Verb::Run(asked) => run::run(&asked),
            Verb::ComparePresets(asked) => run::run(&asked.into_run()),
            Verb::Check { scenario } => print(&Source::of(Some(&scenario))?.read(check::check)?),
            Verb::List(args) => list::list(&args),
            Verb::New { name, from, presets, out } => new(&name, &from, &presets, out),
            Verb::Explain(args) => explain::explain(&args),
            Verb::Report(args) => report::report(&args),
            Verb::Export(args) => export::export(&args),
            Verb::Sweep(args) => sweep::sweep(&args),
            Verb::Search(args) => search::search(&args),
            Verb::Worker(args) => worker::worker(&args),
            Verb::Schema => print(&schema()?),
            Verb::Evidence(args) => evidence::evidence(&args),
            Verb::Facts { scenario } => {
                let facts = |path: &Path| stats::facts::measure(&Scenario::load(path)?);
                print(&list::facts(&Source::of(scenario.as_deref())?.read(facts)?))
            }
            Verb::Completions { shell } => {
                let mut text = Vec::new();
                clap_complete::generate(shell, &mut help::command(), "zaoshi", &mut text);
                print(&String::from_utf8_lossy(&text))
            }
            Verb::Man => {
                let mut text = Vec::new();
                let page = clap_mangen::Man::new(help::command()).render(&mut text);
                page.map_err(|source| Error::Drawing { what: say!("man-page"), says: source.to_string() })?;
                print(&String::from_utf8_lossy(&text))
            }
        }
    }
}

fn new(name: &str, from: &str, presets: &[String], out: Option<PathBuf>) -> Result<(), Error> {
    let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.chars().all(kebab) || !name.starts_with(|c: char| c.is_ascii_lowercase()) || name.ends_with('-') {
        return Err(Error::Argument(say!("new-not-a-name", name = format!("{name:?}"))));
    }
    let path = out.unwrap_or_else(|| PathBuf::from(format!("{name}.toml")));
    let (text, files) = Source::of(Some(from))?.read(|path| {
        let scenario = start(path, presets)?;
        Ok((commented(&scenario.kept(), name), scenario.files()?))
    })?;
    // Folders first: a scenario without its files is of no use.
    let beside = |name: &String| path.parent().unwrap_or(Path::new("")).join(name);
    for above in files.iter().filter_map(|(name, _)| beside(name).parent().map(Path::to_owned)) {
        if let Some(file) = above.ancestors().find(|part| part.is_file()) {
            return Err(Error::Argument(say!("new-folder-is-file", path = file.display().to_string())));
        }
    }
    fresh(&path, &text)?;
    let mut wrote = say!("new-wrote", path = path.display().to_string()) + "\n";
    // The files that the scenario reads come with it; one that exists already stays as it is.
    for (name, bytes) in files {
        let beside = beside(&name);
        if !beside.exists() {
            let above = beside.parent().unwrap_or(Path::new(""));
            let written = std::fs::create_dir_all(above).and_then(|()| std::fs::write(&beside, bytes));
            written.map_err(|source| Error::File {
                attempt: crate::error::Attempt::Write,
                path: beside.clone(),
                source,
            })?;
            wrote += &(say!("new-wrote", path = beside.display().to_string()) + "\n");
        }
    }
    print(&wrote)
}

/// The scenario of a file, changed by `--set`, with the design of `--with`; prints the note on that design.
fn changed(path: &Path, set: &[String], with: &[String]) -> Result<Scenario, Error> {
    let mut scenario = Scenario::load(path)?;
    if !set.is_empty() {
        scenario = scenario.patched(&Patch::from_args(set)?)?;
    }
    let (scenario, begins) = with_design(&scenario, with)?;
    note(begins.iter());
    Ok(scenario)
}

/// Writes notes to standard error.
fn note<'a>(notes: impl Iterator<Item = &'a String>) {
    notes.for_each(|says| log(&(say!("check-note", says = says) + "\n")));
}

/// The scenario to start from, with the presets in it.
fn start(path: &Path, presets: &[String]) -> Result<Scenario, Error> {
    let scenario = Scenario::load(path)?;
    if presets.is_empty() {
        return Ok(scenario);
    }
    scenario.patched(&Patch::of_presets(presets))
}

/// The JSON Schema of scenario files.
fn schema() -> Result<String, Error> {
    serde_json::to_string_pretty(&schema_json())
        .map(|text| text + "\n")
        .map_err(|fault| Error::Drawing { what: say!("schema-what"), says: fault.to_string() })
}

/// Writes a new file; never overwrites.
fn fresh(path: &Path, text: &str) -> Result<(), Error> {
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    match opened.and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Ok(()),
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {
            Err(Error::Argument(say!("new-exists", path = path.display().to_string())))
        }
        Err(source) => Err(Error::File { attempt: crate::error::Attempt::Write, path: path.to_path_buf(), source }),
    }
}

/// Sets the number of threads of the program; without it, one thread per core.
fn threads(threads: Option<u64>) -> Result<(), Error> {
    let Some(threads) = threads else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads as usize).build_global();
    pool.map_err(|fault| {
        Error::Argument(say!("threads-not-started", threads = threads.to_string(), fault = fault.to_string()))
    })
}

/// Prints to standard output, coloured only if it is a terminal that shows colours.
fn print(text: &str) -> Result<(), Error> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // The reader has closed the pipe: no error.
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(source) => Err(Error::File {
            attempt: crate::error::Attempt::Write,
            path: PathBuf::from(say!("standard-output")),
            source,
        }),
        Ok(()) => Ok(()),
    }
}

/// Writes to standard error.
fn log(text: &str) {
    // There is nowhere to report a fault here.
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Prints an error to standard error.
fn complain(error: &Error) {
    let colour = anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never;
    let text = match error {
        Error::Scenario(mistakes) => mistakes.render(colour),
        Error::Task { why, .. } => return complain(why),
        other if colour => format!("\u{1b}[31m{}\u{1b}[0m {}\n", say!("error-mark"), seen(&other.to_string())),
        other => format!("{} {}\n", say!("error-mark"), seen(&other.to_string())),
    };
    log(&text);
}

/// The width of the terminal in columns; 100 if there is none.
fn width() -> usize {
    comfy_table::Table::new().width().filter(|columns| *columns > 0).map_or(100, usize::from)
}

/// The end of a sentence about an unknown word, ``; did you mean `x`?``; empty if no name is near enough.
fn did_you_mean<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> String {
    crate::scenario::nearest(word, names).map_or(String::new(), |name| say!("did-you-mean", name = name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_well_formed() {
        help::command().debug_assert();
    }

    #[test]
    fn a_new_file_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        fresh(&path, "first").unwrap();
        let fault = fresh(&path, "second").unwrap_err();
        assert_eq!((fault.exit_code(), std::fs::read_to_string(&path).unwrap().as_str()), (2, "first"));
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        let names = || ["mechanisms", "metrics"].into_iter();
        assert_eq!(did_you_mean("mechanism", names()), "; did you mean `mechanisms`?");
        assert_eq!(did_you_mean("elephants", names()), "");
    }
}
