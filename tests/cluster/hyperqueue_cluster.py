"""Runs the array of a `hq submit` by a real server of HyperQueue with three workers; of its command line the wheel holds nothing.

    python hyperqueue_cluster.py 'hq submit …'
"""

import shlex
import sys

from hyperqueue import Job
from hyperqueue.cluster import LocalCluster, WorkerConfig

words = shlex.split(sys.argv[1])
first, last = next(word for word in words if word.startswith("--array=")).removeprefix("--array=").split("-")
command = words[words.index("--") + 1 :]
with LocalCluster() as cluster:
    for _ in range(3):
        cluster.start_worker(WorkerConfig(cores=1))
    client = cluster.client()
    job = Job()
    # A job numbers its tasks from nought, as the array does.
    for _ in range(int(first), int(last) + 1):
        job.program(command, stdout=None, stderr=None)
    submitted = client.submit(job)
    client.wait_for_jobs([submitted])
