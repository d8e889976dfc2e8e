//! Sweeps in a bucket, against a real server that speaks S3: whatever is killed, whoever comes twice, the same rows are there, once.
//!
//! Ignored unless somebody asks: `.ci/run` installs `moto[server]`, sets ZAOSHI_PYTHON and runs
//! `cargo test --features s3 --test s3 -- --ignored`.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

#[path = "it/sweeps/kills.rs"]
mod kills;

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
fn laboratory(server: &Server, points: usize) -> (tempfile::TempDir, (Vec<u8>, Vec<u8>), String) {
    let dir = tempfile::tempdir().unwrap();
    let scenario = dir.path().join("small.toml");
    // A table of its own beside it, so that a worker must fetch more than the scenario.
    let text = SMALL
        .replace("[plan]\npoints = 8", "[plan]\nseries = true\nsampling = \"table\"\nfile = \"tables/points.csv\"");
    std::fs::write(&scenario, text).unwrap();
    std::fs::create_dir(dir.path().join("tables")).unwrap();
    let share = |k: usize| k as f64 / points as f64;
    let rows: String = (0..points).map(|k| format!("{},{}\n", 5 + k % 40, 4.5 + 2.0 * share(k))).collect();
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
fn two_workers_in_a_bucket_that_are_killed_a_hundred_times_lose_and_double_nothing() {
    const SHARDS: usize = 100;
    let server = Server::start();
    let (dir, whole, id) = laboratory(&server, SHARDS);
    let scenario = dir.path().join("small.toml").display().to_string();
    let planned = server.done(&["sweep", &scenario, "--out", "s3://sweeps/killed", "--shard-runs", "4", "--plan"]);
    let folder = format!("s3://sweeps/killed/small/{id}");
    assert!(planned.contains(&folder), "{planned}");
    let args = |k: usize| ["worker", &folder, "--threads", "2", "--shards", ["0-69", "30-99"][k]];
    let start = |k| server.zaoshi(&args(k)).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let left = || {
        let list = format!("GET /sweeps?list-type=2&prefix=killed/small/{id}/results/metrics/");
        let answer = server.asked(&list).unwrap();
        let there = |shard: usize| answer.contains(&format!("part-{shard:06}.parquet"));
        [0..70, 30..SHARDS].map(|range| range.filter(|shard| !there(*shard)).count())
    };
    kills::hundred(&start, &left, Duration::from_millis(300));
    server.done(&["worker", &folder, "--shards", "0-99"]);
    assert!(server.done(&["sweep", &folder, "--status"]).starts_with("100 of 100 shards"));
    assert!(server.done(&["sweep", &folder, "--verify"]).starts_with("100 parts are complete"));
    assert_eq!(merged(&server, dir.path(), &folder), whole);
    // The same command with the scenario finds all of it there, tells, and writes what is derived.
    let table = server.done(&["sweep", &scenario, "--out", "s3://sweeps/killed", "--shard-runs", "4"]);
    assert!(table.contains("paired runs at each of 100 points"), "{table}");
    assert!(table.contains(&format!("Wrote {folder}/  summary.csv")), "{table}");
}

#[test]
#[ignore = "needs moto[server]: see the top of the file"]
fn two_workers_on_the_same_shards_of_a_bucket_give_one_sweep() {
    let server = Server::start();
    let (dir, whole, id) = laboratory(&server, 8);
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
    let (dir, _, id) = laboratory(&server, 8);
    let scenario = dir.path().join("small.toml").display().to_string();
    let args = ["sweep", &scenario, "--out", "s3://sweeps/mine", "--shard-runs", "4"];
    let name = format!("PUT /sweeps/mine/small/{id}/results/series/part-000003.parquet");
    server.asked(&name).unwrap();
    let output = server.zaoshi(&args).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("holds bytes that differ from what the same input gives now"), "{}", told(&output));
    // A bucket that is not there, and an address that is none.
    let nowhere = server.zaoshi(&["sweep", &scenario, "--out", "s3://nowhere/mine"]).output().unwrap();
    assert_eq!(nowhere.status.code(), Some(1), "{}", told(&nowhere));
    let nameless = server.zaoshi(&["sweep", &scenario, "--out", "s3:///mine"]).output().unwrap();
    assert_eq!(nameless.status.code(), Some(2), "{}", told(&nameless));
}
