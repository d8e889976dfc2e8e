#!/usr/bin/env python3
"""Compares two builds of the program: every verb over every shipped scenario, all that it prints and writes.

    tests/compare_builds.py OLD NEW [--replicates N]

OLD and NEW are paths of two binaries. A refactoring must not change a byte; run ids, hashes, versions and times are set aside.
Prints each command or file that differs, and exits with 1 if there is one. Needs Python 3 and no package.
"""

import argparse
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SWEEP = ROOT / "tests/it/sweeps/small.toml"
SEARCH = ROOT / "tests/it/searched/small.toml"
HEX = re.compile(r"\b[0-9a-f]{12,64}\b")
TIME = re.compile(r"\b\d+(\.\d+)? ?(ms|s|min|h)\b")


def commands(replicates):
    """Every command, by a name for it."""
    scenarios = sorted(path.stem for path in (ROOT / "scenarios").glob("*.toml"))
    for name in scenarios:
        yield f"run-{name}", ["run", name, "--replicates", str(replicates), "--out", "runs"]
        yield f"check-{name}", ["check", name]
        yield f"new-{name}", ["new", f"mine-{name}", "--from", name]
        yield f"metrics-{name}", ["list", "metrics", name]
    for name in ["open-source-database", "from-birth", "how-many-partners", "channels"]:
        yield f"explain-{name}", ["explain", name, "--replicates", "2", "--out", "explained"]
        yield f"facts-{name}", ["facts", name]
    for what in ["mechanisms", "incentives", "organisations", "metrics", "charts", "presets", "scenarios", "search", "plan",
                 "ladder", "path", "prize", "segment", "mechanism.adoption", "preset.kubernetes"]:
        yield f"list-{what}", ["list", what]
    yield "list", ["list"]
    yield "assumptions", ["list", "assumptions", "--markdown"]
    yield "schema", ["schema"]
    yield "man", ["man"]
    yield "help", ["--help"]
    for verb in ["run", "check", "list", "new", "schema", "explain", "report", "sweep", "search", "worker", "facts"]:
        yield f"help-{verb}", [verb, "--help"]
    yield "sweep", ["sweep", str(SWEEP), "--out", "swept"]
    yield "sweep-plan", ["sweep", "best-programme", "--plan", "--out", "planned"]
    yield "search", ["search", str(SEARCH), "--out", "searched", "--write-scenarios", "designs"]
    for part in [["--assumptions"], ["--flips"], ["--sensitivity", "sobol"], ["--sensitivity", "morris"]]:
        name = "explain" + "".join(part).replace("--", "-")
        yield name, ["explain", str(SWEEP), *part, "--out", "parts", "--points", "16", "--replicates", "2"]
    yield "json", ["run", "points-or-titles", "--replicates", "8", "--json", "--out", "json"]
    yield "with", ["run", "points-or-titles", "--replicates", "8", "--with", "budget.total=2000", "--screen", "always", "--out", "with"]
    for wrong in [["run", "nosuch"], ["search", "first-step"], ["list", "nosuch"], ["run", "--with", "horizon=3"], ["run", "--replicates", "0"]]:
        yield "wrong-" + "-".join(wrong).replace("--", ""), [*wrong]


def outputs(binary, replicates, folder):
    """Runs every command in a folder; what it printed stands beside what it wrote."""
    for name, arguments in commands(replicates):
        done = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, check=False)
        (folder / f"{name}.printed").write_bytes(done.stdout + b"\n--\n" + done.stderr + f"\n-- {done.returncode}\n".encode())


def digest(path, folder):
    data = path.read_bytes()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return hashlib.sha256(data).hexdigest()
    text = re.sub(r" +TIME", " TIME", TIME.sub("TIME", HEX.sub("ID", text.replace(str(folder), "FOLDER"))))
    return hashlib.sha256(text.encode()).hexdigest()


def tree(folder):
    """Digests of all files, by path without ids."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "timing.json":
            found.setdefault(HEX.sub("ID", str(path.relative_to(folder))), []).append(digest(path, folder))
    return {name: sorted(digests) for name, digests in found.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--replicates", type=int, default=4)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sides = []
        for side, binary in [("old", asked.old), ("new", asked.new)]:
            folder = pathlib.Path(scratch).resolve() / side
            folder.mkdir()
            # Usage lines hold the name of the binary.
            program = pathlib.Path(scratch).resolve() / f"{side}-bin" / "zaoshi"
            program.parent.mkdir()
            shutil.copy(binary, program)
            outputs(str(program), asked.replicates, folder)
            sides.append(tree(folder))
    old, new = sides
    differ = [name for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name)]
    for name in differ:
        print(f"differs: {name}")
    print(f"{len(old)} files and prints of the old build, {len(differ)} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
