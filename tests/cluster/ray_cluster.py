"""A real Ray cluster of a head and three nodes on this machine, on which a sweep is stopped, goes on, loses a node, and ends.

    python ray_cluster.py ZAOSHI SCENARIO OUT

Prints as JSON what each command has said, and how far the sweep was when the node was killed.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

os.environ["RAY_AUTH_MODE"] = "token"
os.environ["RAY_AUTH_TOKEN"] = "a-token-for-a-test-of-no-use-elsewhere"
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import ray.cluster_utils

zaoshi, scenario, out = sys.argv[1:]
environment = os.environ | {"ZAOSHI_PYTHON": sys.executable}


def sweep(address, *more):
    words = [zaoshi, "sweep", scenario, "--out", out, "--shard-runs", "2", "--on", "ray", "--address", address, "--per-task", "2"]
    return subprocess.Popen([*words, *more], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(process):
    stdout, stderr = process.communicate(timeout=120)
    return {"code": process.returncode, "stdout": stdout, "stderr": stderr}


def parts():
    return len(list(pathlib.Path(out).glob("*/*/results/metrics/part-*.parquet")))


def reach(count, process):
    until = time.monotonic() + 60
    while parts() < count and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    return parts()


def workers():
    """Processes of zaoshi that run shards of this sweep."""
    own = os.fsencode(out)
    lines = [path.read_bytes() for path in pathlib.Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    return sum(own in line and b"worker" in line.split(b"\0") for line in lines)


told = {}
told["nobody"] = ended(sweep("127.0.0.1:1"))
cluster = ray.cluster_utils.Cluster(initialize_head=True, head_node_args={"num_cpus": 0})
nodes = [cluster.add_node(num_cpus=1) for _ in range(3)]
cluster.wait_for_nodes()
told["no program"] = ended(sweep(cluster.address, "--program", "/nowhere/zaoshi"))

process = sweep(cluster.address)
reach(8, process)
process.send_signal(signal.SIGINT)
told["stopped"] = ended(process)
told["stopped"]["parts"] = parts()
time.sleep(0.5)
told["stopped"]["workers"] = workers()

process = sweep(cluster.address)
before = parts()
told["killed at"] = reach(before + 12, process)
cluster.remove_node(nodes[1], allow_graceful=False)
told["whole"] = ended(process)
told["whole"]["parts"] = parts()
told["again"] = ended(sweep(cluster.address))
cluster.shutdown()
print(json.dumps(told))
