"""Runs the tasks of a sweep on a Ray cluster, for `zaoshi sweep --on ray`.

The question comes as one line of JSON on standard input, which stays open: once it is closed, everything is cancelled. The answers go to
standard output, one line of JSON each. No results pass through here: a worker puts them where the sweep stands, and its exit code is all
that comes back (0 done, 42 no use to try again, anything else may go well).
"""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time


def tell(**answer):
    print(json.dumps(answer), flush=True)


def work(argv, words):
    """One task, on a node: the exit code of the worker, and its last line."""

    def bound():
        # The worker ends with us, even where we are killed. Only Linux offers it; elsewhere it goes on, which costs time and no byte.
        if hasattr(signal, "SIGKILL") and sys.platform == "linux":
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)

    node = os.uname().nodename
    try:
        worker = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=bound)
    except OSError as fault:
        return 42, words["absent"].format(program=argv[0], node=node, fault=fault.strerror)
    try:
        said, _ = worker.communicate()
    except BaseException:
        worker.kill()
        worker.wait()
        raise
    lines = said.decode(errors="replace").strip().splitlines()
    return worker.returncode, lines[-1].removeprefix("error: ") if lines else words["ended"].format(code=worker.returncode, node=node)


def connected(ray, question):
    address = question["address"] or os.environ.get("RAY_ADDRESS") or "auto"
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    try:
        # Ray itself would try for minutes.
        if colon and port.isdigit():
            socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
        ray.init(address=address, log_to_driver=False, logging_level="ERROR", namespace="zaoshi")
    except BaseException as fault:  # Ray raises what it likes, SystemExit too.
        tell(fault="unreachable", address=address, says=(str(fault).strip() or type(fault).__name__).splitlines()[0])
        return False
    return True


def slots(ray, question):
    """How many tasks the cluster can run at one time, as it is now."""
    there = int(ray.cluster_resources().get("CPU", 0) // question["cpus"])
    return min(there, question["at_once"] or there)


def main():
    question = json.loads(sys.stdin.readline())
    stop = threading.Event()

    def heed():
        sys.stdin.read()
        stop.set()
        # Where Ray holds the rest of us up, its cluster ends what we have begun once we are gone.
        time.sleep(15)
        os._exit(1)

    threading.Thread(target=heed, daemon=True).start()
    try:
        import ray
    except ImportError:
        return tell(fault="absent", python=sys.executable)
    if not connected(ray, question):
        return None
    # Ray tries again what was lost with a machine or a process of its own; what the worker itself says is not raised, so Ray leaves it alone.
    task = ray.remote(num_cpus=question["cpus"], max_retries=question["tries"], scheduling_strategy="SPREAD")(work)
    waiting = [(k, 0) for k in reversed(range(len(question["tasks"])))]
    flying = {}
    known, looked = 0, 0.0
    while (waiting or flying) and not stop.is_set():
        if time.monotonic() - looked > 1:
            now, looked = slots(ray, question), time.monotonic()
            if now != known:
                known = now
                tell(slots=known)
        # Twice as many as can run: nobody waits for work, and a lost head forgets little.
        at_once = question["at_once"] or 2 * max(known, 1)
        while waiting and len(flying) < at_once:
            k, tries = waiting.pop()
            argv = question["worker"] + ["--shards=" + question["tasks"][k]]
            flying[task.remote(argv, question["words"])] = (k, tries)
        done, _ = ray.wait(list(flying), num_returns=1, timeout=0.5)
        for ref in done:
            k, tries = flying.pop(ref)
            try:
                code, says = ray.get(ref)
            except Exception as fault:
                code, says = 75, question["words"]["lost"].format(fault=str(fault).strip().splitlines()[0])
            again = code not in (0, 42) and tries + 1 < question["tries"]
            tell(task=k, code=code, says=says, again=again)
            if again:
                waiting.insert(0, (k, tries + 1))
    for ref in flying:
        ray.cancel(ref)
    if flying:
        ray.wait(list(flying), num_returns=len(flying), timeout=5)
    ray.shutdown()
    return None


if __name__ == "__main__":
    main()
