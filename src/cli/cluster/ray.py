"""Runs the tasks of a sweep on a Ray cluster, for `zaoshi sweep --on ray`.

The question is one line of JSON on standard input. The input stays open: when it closes, all tasks are cancelled. The answers go to standard
output, one line of JSON each. No results pass through here: a worker writes them into the place of the sweep, and only its exit code and last
line come back (0: done; 42: fails wherever it is tried; anything else may succeed if it is tried again).
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


def answer(**line):
    print(json.dumps(line), flush=True)


def work(argv, words):
    """One task, on a node: the exit code of the worker, and its last line."""

    def end_with_parent():
        # The worker ends with this process, even where this one is killed. Only Linux offers it; elsewhere the worker goes on, which costs time only.
        if hasattr(signal, "SIGKILL") and sys.platform == "linux":
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)

    node = os.uname().nodename
    try:
        worker = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=end_with_parent)
    except OSError as fault:
        return 42, words["absent"].format(program=argv[0], node=node, fault=fault.strerror)
    try:
        output, _ = worker.communicate()
    except BaseException:
        worker.kill()
        worker.wait()
        raise
    lines = output.decode(errors="replace").strip().splitlines()
    return worker.returncode, lines[-1].removeprefix("error: ") if lines else words["ended"].format(code=worker.returncode, node=node)


def connected(ray, question):
    address = question["address"] or os.environ.get("RAY_ADDRESS") or "auto"
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    try:
        # Without this, Ray tries for minutes.
        if colon and port.isdigit():
            socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
        ray.init(address=address, log_to_driver=False, logging_level="ERROR", namespace="zaoshi")
    except BaseException as fault:  # Ray raises SystemExit too.
        answer(fault="unreachable", address=address, says=(str(fault).strip() or type(fault).__name__).splitlines()[0])
        return False
    return True


def slots(ray, question):
    """How many tasks the cluster can run at one time, as it is now."""
    there = int(ray.cluster_resources().get("CPU", 0) // question["cpus"])
    return min(there, question["at_once"] or there)


def main():
    question = json.loads(sys.stdin.readline())
    stop = threading.Event()

    def watch():
        sys.stdin.read()
        stop.set()
        # Ray may block the other threads: end anyway, and its cluster ends the tasks.
        time.sleep(15)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    try:
        import ray
    except ImportError:
        return answer(fault="absent", python=sys.executable)
    if not connected(ray, question):
        return None
    # Ray itself tries a task again that was lost with a machine or a process of Ray. A worker that fails raises nothing, so Ray leaves it alone.
    task = ray.remote(num_cpus=question["cpus"], max_retries=question["tries"], scheduling_strategy="SPREAD")(work)
    waiting = [(k, 0) for k in reversed(range(len(question["tasks"])))]
    flying = {}
    known, looked = 0, 0.0
    while (waiting or flying) and not stop.is_set():
        if time.monotonic() - looked > 1:
            now, looked = slots(ray, question), time.monotonic()
            if now != known:
                known = now
                answer(slots=known)
        # Twice as many as can run: no core waits for work, and few are lost with the head node.
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
            answer(task=k, code=code, says=says, again=again)
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
