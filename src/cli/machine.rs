//! What this machine has: the memory that the program may still take, and the free space of a disk.
//!
//! Invariant: nothing is guessed; what the system does not say is `None`.

use std::fs;
use std::path::{Path, PathBuf};

/// Bytes of memory that the program may still take: what the machine has left, and what the limits of its group and of the process leave.
pub(super) fn memory() -> Option<f64> {
    memory_below(Path::new("/"))
}

/// As [`memory`], for a tree of files as Linux has it.
fn memory_below(root: &Path) -> Option<f64> {
    let read = |path: &str| fs::read_to_string(root.join(path)).ok();
    let machine =
        read("proc/meminfo").and_then(|text| field(&text, "MemAvailable:").map(|kilobytes| kilobytes * 1024.0));
    let groups = read("proc/self/cgroup").map(|text| group_limits(root, &text)).unwrap_or_default();
    let limits = read("proc/self/limits").and_then(|text| field(&text, "Max address space"));
    let taken = read("proc/self/status").and_then(|text| field(&text, "VmSize:")).unwrap_or(0.0) * 1024.0;
    let process = limits.map(|most| (most - taken).max(0.0));
    [machine, process].into_iter().flatten().chain(groups).reduce(f64::min)
}

/// The number behind a word at the beginning of a line.
fn field(text: &str, name: &str) -> Option<f64> {
    text.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}

/// What the limits of the groups that the process is in leave, in either version of control groups.
fn group_limits(root: &Path, groups: &str) -> Vec<f64> {
    let mut left = Vec::new();
    for line in groups.lines() {
        // `0::/below` of the second version, `4:memory:/below` of the first.
        let mut parts = line.splitn(3, ':');
        let (Some(_), Some(kinds), Some(below)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let (top, most, taken, given_back) = match kinds {
            "" => ("sys/fs/cgroup", "memory.max", "memory.current", "inactive_file "),
            kinds if kinds.split(',').any(|kind| kind == "memory") => {
                ("sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file ")
            }
            _ => continue,
        };
        let top = root.join(top);
        let mut folder: PathBuf = top.join(below.trim_start_matches('/'));
        // A group has no more than the groups around it. Inside a container the path may not be there, and the top is its group.
        while folder.starts_with(&top) {
            let number = |file: &str| fs::read_to_string(folder.join(file)).ok()?.trim().parse::<f64>().ok();
            if let Some(most) = number(most) {
                // Files that were read and can be dropped count as taken.
                let stat = fs::read_to_string(folder.join("memory.stat")).unwrap_or_default();
                let taken = number(taken).unwrap_or(0.0) - field(&stat, given_back).unwrap_or(0.0);
                left.push((most - taken.max(0.0)).max(0.0));
            }
            if !folder.pop() {
                break;
            }
        }
    }
    left
}

/// Free bytes of the disk that a folder lies on, or would lie on.
pub(super) fn disk(folder: &Path) -> Option<f64> {
    let there = std::path::absolute(folder).ok()?;
    let there = there.ancestors().find(|path| path.is_dir())?;
    free(there)
}

#[cfg(unix)]
fn free(folder: &Path) -> Option<f64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail as f64 * disk.f_frsize as f64)
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<f64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        root
    }

    const MACHINE: (&str, &str) = ("proc/meminfo", "MemTotal:  9000 kB\nMemAvailable:    4000 kB\n");

    #[test]
    fn the_smallest_limit_counts() {
        let left = |more: &[(&str, &str)]| memory_below(tree(&[&[MACHINE], more].concat()).path());
        assert_eq!(memory_below(tree(&[]).path()), None);
        assert_eq!(left(&[]), Some(4_096_000.0));
        let second = |most| {
            [
                ("proc/self/cgroup", "0::/job/task\n"),
                ("sys/fs/cgroup/job/task/memory.max", "max\n"),
                ("sys/fs/cgroup/job/memory.max", most),
                ("sys/fs/cgroup/job/memory.current", "500000\n"),
                ("sys/fs/cgroup/job/memory.stat", "anon 1\ninactive_file 200000\n"),
            ]
        };
        assert_eq!(left(&second("1000000\n")), Some(700_000.0), "files that were only read can be dropped");
        assert_eq!(left(&second("max\n")), Some(4_096_000.0));
        let first = [
            ("proc/self/cgroup", "7:cpu,memory:/elsewhere\n1:name=systemd:/\n"),
            ("sys/fs/cgroup/memory/memory.limit_in_bytes", "3000000\n"),
            ("sys/fs/cgroup/memory/memory.usage_in_bytes", "1000000\n"),
        ];
        assert_eq!(left(&first), Some(2_000_000.0));
        let process = [
            ("proc/self/limits", "Limit  Soft Limit\nMax address space         2048000     unlimited   bytes\n"),
            ("proc/self/status", "VmSize:     1000 kB\n"),
        ];
        assert_eq!(left(&process), Some(1_024_000.0));
        assert_eq!(
            left(&[("proc/self/limits", "Max address space   unlimited  unlimited bytes\n")]),
            Some(4_096_000.0)
        );
    }

    #[cfg(unix)]
    #[test]
    fn the_disk_of_a_folder_that_is_not_there_yet_is_that_above_it() {
        let folder = tempfile::tempdir().unwrap();
        assert!(disk(&folder.path().join("not/yet")).unwrap() > 0.0);
    }
}
