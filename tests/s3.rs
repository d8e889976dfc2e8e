//! Sweeps in a bucket, against a real server that speaks S3: whatever is killed, whoever comes twice, the same rows are there, once.
//!
//! Ignored unless somebody asks: `.ci/run` installs `moto[server]`, sets ZAOSHI_PYTHON and runs
//! `cargo test --features s3 --test s3 -- --ignored`.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

const SMALL: &str = include_str!("it/sweeps/small.toml");

/// A server of buckets for the time of a test, with one bucket.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start() -> Self {
        let python = std::env::var("ZAOSHI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        // Free a moment ago; nobody else on this machine is in such a hurry.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = Command::new(&python)
            .args(["-m", "moto.server", "-H", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|fault| panic!("{python} cannot be started: {fault}"));
        let mut server = Server { child, port };
        for _ in 0..600 {
            assert!(server.child.try_wait().unwrap().is_none(), "the server has ended; is moto[server] installed?");
            if server.asked("PUT /sweeps").is_some_and(|answer| answer.starts_with("HTTP/1.1 200")) {
                return server;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("the server does not answer");
    }

    /// A request without a body, and the answer.
    fn asked(&self, what: &str) -> Option<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "{what} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    fn zaoshi(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zaoshi"));
        command
            .args(args)
            .env("AWS_ENDPOINT", format!("http://127.0.0.1:{}", self.port))
            .env("AWS_ALLOW_HTTP", "true")
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("AWS_REGION", "us-east-1");
        command
    }

    fn done(&self, args: &[&str]) -> String {
        let output = self.zaoshi(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", told(&output));
        told(&output)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Both CSVs that a sweep merges to.
fn merged(server: &Server, dir: &Path, folder: &str) -> (Vec<u8>, Vec<u8>) {
    let (csv, series) = (dir.join("all.csv").display().to_string(), dir.join("series.csv").display().to_string());
    server.done(&["sweep", folder, "--merge", &csv]);
    server.done(&["sweep", folder, "--merge-series", &series]);
    (std::fs::read(csv).unwrap(), std::fs::read(series).unwrap())
}

/// A folder with the scenario, what a sweep of it into a folder gives that nobody disturbed, and its name in a bucket.
fn laboratory(server: &Server) -> (tempfile::TempDir, (Vec<u8>, Vec<u8>), String) {
    let dir = tempfile::tempdir().unwrap();
    let scenario = dir.path().join("small.toml");
    // A table of its own beside it, so that a worker must fetch more than the scenario.
    let text = SMALL
        .replace("[plan]\npoints = 8", "[plan]\nseries = true\nsampling = \"table\"\nfile = \"tables/points.csv\"");
    std::fs::write(&scenario, text).unwrap();
    std::fs::create_dir(dir.path().join("tables")).unwrap();
    let rows: String = (0..8).map(|k| format!("{},{}\n", 5 + 5 * k, 4.5 + 0.25 * f64::from(k))).collect();
    std::fs::write(dir.path().join("tables/points.csv"), format!("price,own\n{rows}")).unwrap();
    let out = dir.path().join("whole").display().to_string();
    server.done(&["sweep", &scenario.display().to_string(), "--out", &out, "--shard-runs", "4"]);
    let folder = std::fs::read_dir(dir.path().join("whole/small")).unwrap().next().unwrap().unwrap().path();
    let bytes = merged(server, dir.path(), &folder.display().to_string());
    let id = folder.file_name().unwrap().to_string_lossy().into_owned();
    (dir, bytes, id)
}

#[test]
#[ignore = "needs moto[server]: see the top of the file"]
fn a_sweep_in_a_bucket_that_is_killed_goes_on_and_loses_and_doubles_nothing() {
    let server = Server::start();
    let (dir, whole, id) = laboratory(&server);
    let scenario = dir.path().join("small.toml").display().to_string();
    let planned = server.done(&["sweep", &scenario, "--out", "s3://sweeps/killed", "--shard-runs", "4", "--plan"]);
    let folder = format!("s3://sweeps/killed/small/{id}");
    assert!(planned.contains(&folder), "{planned}");
    // Moments spread over the time that it takes, by a fixed sequence.
    for k in 0..40_u64 {
        let mut child = server
            .zaoshi(&["worker", &folder, "--shards", "0-7", "--threads", "2"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(5 + k * 7919 % 211));
        let _ = child.kill();
        let _ = child.wait();
    }
    server.done(&["worker", &folder, "--shards", "0-7"]);
    assert!(server.done(&["sweep", &folder, "--status"]).starts_with("8 of 8 shards"));
    assert!(server.done(&["sweep", &folder, "--verify"]).starts_with("8 parts are whole"));
    assert_eq!(merged(&server, dir.path(), &folder), whole);
    // The same command with the scenario finds all of it there, tells, and writes what is derived.
    let table = server.done(&["sweep", &scenario, "--out", "s3://sweeps/killed", "--shard-runs", "4"]);
    assert!(table.contains("paired runs at each of 8 points"), "{table}");
    assert!(table.contains(&format!("Wrote {folder}/  summary.csv")), "{table}");
}

#[test]
#[ignore = "needs moto[server]: see the top of the file"]
fn two_workers_on_the_same_shards_of_a_bucket_give_one_sweep() {
    let server = Server::start();
    let (dir, whole, id) = laboratory(&server);
    let scenario = dir.path().join("small.toml").display().to_string();
    server.done(&["sweep", &scenario, "--out", "s3://sweeps/two", "--shard-runs", "4", "--plan"]);
    let folder = format!("s3://sweeps/two/small/{id}");
    let start = |shards: &str| server.zaoshi(&["worker", &folder, "--shards", shards]).stdout(Stdio::null()).spawn();
    let (mut one, mut other) = (start("0-5").unwrap(), start("2-7").unwrap());
    assert!(one.wait().unwrap().success() && other.wait().unwrap().success());
    assert_eq!(merged(&server, dir.path(), &folder), whole);
}

#[test]
#[ignore = "needs moto[server]: see the top of the file"]
fn other_bytes_under_a_name_in_a_bucket_are_said_and_not_written_over() {
    let server = Server::start();
    let (dir, _, id) = laboratory(&server);
    let scenario = dir.path().join("small.toml").display().to_string();
    let args = ["sweep", &scenario, "--out", "s3://sweeps/mine", "--shard-runs", "4"];
    let name = format!("PUT /sweeps/mine/small/{id}/results/series/part-000003.parquet");
    server.asked(&name).unwrap();
    let output = server.zaoshi(&args).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("holds other bytes than the same work gives now"), "{}", told(&output));
    // A bucket that is not there, and an address that is none.
    let nowhere = server.zaoshi(&["sweep", &scenario, "--out", "s3://nowhere/mine"]).output().unwrap();
    assert_eq!(nowhere.status.code(), Some(1), "{}", told(&nowhere));
    let nameless = server.zaoshi(&["sweep", &scenario, "--out", "s3:///mine"]).output().unwrap();
    assert_eq!(nameless.status.code(), Some(2), "{}", told(&nameless));
}
