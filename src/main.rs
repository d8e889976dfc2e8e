//! The program: reads the command line, runs the command, prints its error once and chooses the exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::Command::read().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::complain(&error);
            ExitCode::from(error.exit_code())
        }
    }
}
