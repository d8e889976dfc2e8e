//! The commands; each is one call into the library.
//!
//! Invariant: only this file and its folder print. Data goes to standard output, everything else to standard error; a reader that
//! closes the pipe early is no error.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use zaoshi::error::Error;
use zaoshi::scenario::{Patch, Scenario, commented, schema_json};
use zaoshi::{say, stats};

mod args;
mod check;
mod cluster;
mod design_table;
mod explain;
mod language;
mod list;
mod markdown;
mod presets;
mod progress;
mod report;
mod run;
mod search;
mod source;
mod stop;
mod sweep;
mod table_style;
mod worker;

use source::Source;

const AFTER: &str = "\
Exit codes:
  0    done, or already there with the same bytes
  1    the machine's fault: a file could not be read or written, a stored run differs
  2    the input's fault: the scenario, an argument
  130  interrupted; no half-written run is left under a run's name

Begin with `zaoshi run`. Nothing leaves the machine.";

/// Which incentive rules make an ecosystem grow, at what cost, and does it keep going when we stop paying?
#[derive(Debug, Parser)]
#[command(name = "zaoshi", version, after_help = AFTER, max_term_width = 120, propagate_version = true)]
pub(crate) struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Compare the designs of a scenario by paired runs; print the verdict and write a folder.
    #[command(after_help = say!("run-examples"))]
    Run(args::Asked),
    /// Report every mistake of a scenario at once, with line, column and the nearest valid name.
    #[command(after_help = "Examples:\n  zaoshi check mine.toml\n  zaoshi check open-source-database")]
    Check {
        /// A file, or the name of a scenario that comes with the program.
        scenario: String,
    },
    /// Show what a scenario may name: knobs, units, ranges, defaults, and where the defaults come from.
    #[command(after_help = list::EXAMPLES)]
    List(list::Args),
    /// Write a commented scenario to start from. Never overwrites.
    #[command(after_help = "Examples:\n  zaoshi new mine --from open-source-database\n  \
                            zaoshi new mine --from open-source-database --preset kubernetes\n  \
                            zaoshi new mine --from theirs.toml --out scenarios/mine.toml")]
    New {
        /// The new scenario's name, in kebab-case.
        name: String,
        /// The scenario to start from: a file, or the name of one that comes with the program.
        #[arg(long, value_name = "SCENARIO")]
        from: String,
        /// Published rules that stand in the new scenario in place of those of the same name; may be given several times.
        #[arg(long = "preset", value_name = "PRESET")]
        presets: Vec<String>,
        /// The file to write; NAME.toml where it is absent.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Print the JSON Schema of scenario files, for editors.
    #[command(after_help = "Examples:\n  zaoshi schema > zaoshi.schema.json\n  \
                            (then open a scenario with the line `#:schema zaoshi.schema.json`)")]
    Schema,
    /// Say which rules earned a design's gain, which assumptions it hangs on, and where it flips.
    #[command(after_help = explain::EXAMPLES)]
    Explain(explain::Asked),
    /// Draw charts and page again from a stored run, without simulating.
    #[command(after_help = report::EXAMPLES)]
    Report(report::Asked),
    /// Run every point of a plan of levers and uncertainties; what is done is kept, and the same command goes on.
    #[command(after_help = sweep::EXAMPLES)]
    Sweep(Box<sweep::Asked>),
    /// Search for the best designs under a budget; print the front, its knee, and whether the search has converged.
    #[command(after_help = search::EXAMPLES)]
    Search(search::Asked),
    /// Run some shards of a stored sweep, as a task on a cluster does.
    #[command(after_help = worker::EXAMPLES)]
    Worker(worker::Worker),
    /// Compare what a scenario gives with ranges read in publications.
    #[command(after_help = "Examples:\n  zaoshi facts\n  zaoshi facts mine.toml")]
    Facts {
        /// A file, or the name of a scenario that comes with the program [default: open-source-database].
        scenario: Option<String>,
    },
    /// Print completions for a shell.
    #[command(after_help = "Examples:\n  zaoshi completions bash > ~/.local/share/bash-completion/completions/zaoshi")]
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Print the manual page.
    #[command(after_help = "Examples:\n  zaoshi man > zaoshi.1")]
    Man,
}

impl Command {
    /// Does what was asked.
    pub(crate) fn run(self) -> Result<(), Error> {
        match self.verb {
            Verb::Run(asked) => run::run(&asked),
            Verb::Check { scenario } => print(&Source::of(Some(&scenario))?.read(check::check)?),
            Verb::List(args) => list::list(&args),
            Verb::New { name, from, presets, out } => new(&name, &from, &presets, out),
            Verb::Explain(asked) => explain::explain(&asked),
            Verb::Report(asked) => report::report(&asked),
            Verb::Sweep(asked) => sweep::sweep(&asked),
            Verb::Search(asked) => search::search(&asked),
            Verb::Worker(asked) => worker::worker(&asked),
            Verb::Schema => print(&schema()?),
            Verb::Facts { scenario } => {
                let facts = |path: &Path| stats::facts::of(&Scenario::load(path)?);
                print(&list::facts(&Source::of(scenario.as_deref())?.read(facts)?))
            }
            Verb::Completions { shell } => {
                let mut text = Vec::new();
                clap_complete::generate(shell, &mut Command::command(), "zaoshi", &mut text);
                print(&String::from_utf8_lossy(&text))
            }
            Verb::Man => {
                let mut text = Vec::new();
                let page = clap_mangen::Man::new(Command::command()).render(&mut text);
                page.map_err(|source| Error::Drawing { what: "the manual page".to_owned(), says: source.to_string() })?;
                print(&String::from_utf8_lossy(&text))
            }
        }
    }
}

fn new(name: &str, from: &str, presets: &[String], out: Option<PathBuf>) -> Result<(), Error> {
    let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.chars().all(kebab) || !name.starts_with(|c: char| c.is_ascii_lowercase()) || name.ends_with('-') {
        return Err(Error::Asked(format!(
            "{name:?} is no name for a scenario: take small letters, digits and hyphens, such as `first-bounty`"
        )));
    }
    let path = out.unwrap_or_else(|| PathBuf::from(format!("{name}.toml")));
    let (text, files) = Source::of(Some(from))?.read(|path| {
        let scenario = start(path, presets)?;
        Ok((commented(&scenario, name), scenario.files()?))
    })?;
    fresh(&path, &text)?;
    let mut wrote = format!("Wrote {}\n", path.display());
    // What the scenario reads comes with it; a file that is there already stays as it is.
    for (name, bytes) in files {
        let beside = path.parent().unwrap_or(Path::new("")).join(&name);
        if !beside.exists() {
            let above = beside.parent().unwrap_or(Path::new(""));
            let written = std::fs::create_dir_all(above).and_then(|()| std::fs::write(&beside, bytes));
            written.map_err(|source| Error::File { verb: "cannot write", path: beside.clone(), source })?;
            wrote += &format!("Wrote {}\n", beside.display());
        }
    }
    print(&wrote)
}

/// The scenario to start from, with the presets in it.
fn start(path: &Path, presets: &[String]) -> Result<Scenario, Error> {
    let scenario = Scenario::load(path)?;
    if presets.is_empty() {
        return Ok(scenario);
    }
    scenario.patched(&Patch::from_args(&[format!("presets={presets:?}")])?)
}

/// The JSON Schema of scenario files.
fn schema() -> Result<String, Error> {
    serde_json::to_string_pretty(&schema_json())
        .map(|text| text + "\n")
        .map_err(|fault| Error::Drawing { what: say!("schema-what"), says: fault.to_string() })
}

/// Writes a file that was not there.
fn fresh(path: &Path, text: &str) -> Result<(), Error> {
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    match opened.and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Ok(()),
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => Err(Error::Asked(format!(
            "{} is there already and is not overwritten: choose another with --out",
            path.display()
        ))),
        Err(source) => Err(Error::File { verb: "cannot write", path: path.to_path_buf(), source }),
    }
}

/// So many threads for all that follows; all cores where nothing is asked for.
fn threads(asked: Option<u64>) -> Result<(), Error> {
    let Some(threads) = asked else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads as usize).build_global();
    pool.map_err(|fault| Error::Asked(format!("cannot start {threads} threads: {fault}")))
}

/// Prints to standard output, coloured only where a terminal wants it.
fn print(text: &str) -> Result<(), Error> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever read us has seen enough.
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(source) => Err(Error::File { verb: "cannot write", path: PathBuf::from("<standard output>"), source }),
        Ok(()) => Ok(()),
    }
}

/// Tells standard error something on the way.
fn tell(text: &str) {
    // There is nobody left to tell where even this fails.
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Prints what went wrong to standard error.
pub(crate) fn complain(error: &Error) {
    let colour = anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never;
    let text = match error {
        Error::Scenario(mistakes) => mistakes.render(colour),
        Error::Task { why, .. } => return complain(why),
        other => format!("{} {other}\n", if colour { "\u{1b}[31merror:\u{1b}[0m" } else { "error:" }),
    };
    tell(&text);
}

/// How wide the terminal is; a hundred columns where there is none.
fn width() -> usize {
    comfy_table::Table::new().width().filter(|columns| *columns > 0).map_or(100, usize::from)
}

/// `; did you mean "x"?`, where a name is near enough.
fn did_you_mean<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> String {
    zaoshi::scenario::nearest(word, names).map_or(String::new(), |name| format!("; did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_well_formed() {
        Command::command().debug_assert();
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
