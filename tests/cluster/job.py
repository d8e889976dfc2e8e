"""Holds a Job against the schema of Kubernetes, strictly, and prints it as JSON.

    python job.py FILE
"""

import json
import sys

import kubernetes_validate
import yaml

with open(sys.argv[1]) as file:
    job = yaml.safe_load(file)
for version in ["1.33", "1.36"]:
    kubernetes_validate.validate(job, version, strict=True)
print(json.dumps(job))
