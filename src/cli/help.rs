//! The help of all commands, from the catalogue of words.
//!
//! The message of a command is `cli` and the names of its verbs: `cli-run`. Its value says what the command does; its attributes are
//! the help of each argument, by the argument's id (`.seed`), and of the values of an argument (`.case-behind`). A second message,
//! `cli-run-examples`, stands below the arguments. Invariant: every command, argument and value has its sentence, and the catalogue
//! holds no other `cli` message.

use crate::words::sentence;
use clap::{Arg, CommandFactory};

/// The program's commands with their help.
pub(super) fn command() -> clap::Command {
    worded(super::Command::command(), "cli")
}

/// The help of a value of an argument; the attribute is `argument-value`.
pub(super) fn value(message: &str, attribute: &str) -> String {
    sentence(message, Some(attribute)).unwrap_or_default()
}

/// A command and those below it, with their help. `id`: the command's message.
fn worded(mut command: clap::Command, id: &str) -> clap::Command {
    if let Some(about) = sentence(id, None) {
        command = command.about(about);
    }
    if let Some(examples) = sentence(&format!("{id}-examples"), None) {
        command = command.after_help(examples);
    }
    let argument = |arg: Arg| match sentence(id, Some(arg.get_id().as_str())) {
        Some(help) => arg.help(help),
        None => arg,
    };
    command.mut_args(argument).mut_subcommands(|verb| {
        let id = format!("{id}-{}", verb.get_name());
        worded(verb, &id)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Arguments whose values need no help.
    const PLAIN: [&str; 2] = ["screen", "shell"];

    /// Messages and attributes that a command and those below it need.
    fn needed(command: &clap::Command, id: &str, list: &mut BTreeSet<String>) {
        list.extend([id.to_owned(), format!("{id}-examples")]);
        for arg in command.get_arguments() {
            let name = arg.get_id().as_str();
            list.insert(format!("{id}.{name}"));
            let worded = arg.get_action().takes_values() && !PLAIN.contains(&name);
            for value in arg.get_possible_values().iter().filter(|_| worded) {
                let attribute = format!("{name}-{}", value.get_name());
                let help = value.get_help().map(ToString::to_string);
                assert_eq!(help, sentence(id, Some(&attribute)), "{id}.{attribute}");
                list.insert(format!("{id}.{attribute}"));
            }
        }
        for verb in command.get_subcommands() {
            needed(verb, &format!("{id}-{}", verb.get_name()), list);
        }
    }

    /// The `cli` messages of the catalogue and their attributes.
    fn held() -> BTreeSet<String> {
        let (mut list, mut message) = (BTreeSet::new(), "");
        for line in crate::words::ENGLISH.lines() {
            match line.split_once('=').map(|(name, _)| name.trim_end()) {
                Some(name) if name.starts_with("    .") && message.starts_with("cli") => {
                    list.insert(format!("{message}.{}", name.trim_start_matches([' ', '.'])));
                }
                Some(name) if name.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    message = name;
                    if name == "cli" || name.starts_with("cli-") {
                        list.insert(name.to_owned());
                    }
                }
                _ => {}
            }
        }
        list
    }

    #[test]
    fn every_command_argument_and_value_has_its_sentence_and_there_is_no_other() {
        let mut list = BTreeSet::new();
        needed(&command(), "cli", &mut list);
        assert!(list.len() > 100, "{list:?}");
        let differing: Vec<String> = held().symmetric_difference(&list).cloned().collect();
        assert!(differing.is_empty(), "{differing:?}");
    }
}
