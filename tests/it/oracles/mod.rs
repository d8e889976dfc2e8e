//! Comparison with established programs on the same numbers.
//!
//! Each test sends its question as JSON to a script in tests/oracles, and reads the answer as JSON. The tests are
//! ignored if the Python packages are not installed: `.ci/run` installs tests/oracles/requirements.txt and sets
//! ZAOSHI_PYTHON.

mod store;

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

mod explain;
mod pymoo;

/// The answer of a script of tests/oracles.
fn oracle(script: &str, question: &Value) -> Value {
    let python = std::env::var("ZAOSHI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let path = format!("{}/tests/oracles/{script}", env!("CARGO_MANIFEST_DIR"));
    let child = Command::new(&python).arg(&path).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.unwrap_or_else(|fault| panic!("{python} cannot be started: {fault}"));
    child.stdin.take().unwrap().write_all(question.to_string().as_bytes()).unwrap();
    let answer = child.wait_with_output().unwrap();
    assert!(answer.status.success(), "{script} has failed; are the packages of tests/oracles/requirements.txt there?");
    serde_json::from_slice(&answer.stdout).unwrap()
}
