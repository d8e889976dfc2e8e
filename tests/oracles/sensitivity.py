"""Sobol indices and elementary effects of outcomes at given points, as SALib estimates them."""
import json
import sys

import numpy as np
from SALib.analyze import morris, sobol

asked = json.load(sys.stdin)
k = asked["factors"]
problem = {"num_vars": k, "names": [f"x{i}" for i in range(k)], "bounds": [[0.0, 1.0]] * k}
y = np.array(asked["sobol"]["outcomes"])
indices = sobol.analyze(problem, y, calc_second_order=False, num_resamples=1000, seed=1)
x = np.array(asked["morris"]["points"])
effects = morris.analyze(problem, x, np.array(asked["morris"]["outcomes"]), num_levels=asked["morris"]["levels"], seed=1)
json.dump(
    {
        "first": list(indices["S1"]),
        "first_to": list(indices["S1_conf"]),
        "total": list(indices["ST"]),
        "total_to": list(indices["ST_conf"]),
        "mean": list(map(float, effects["mu"])),
        "size": list(map(float, effects["mu_star"])),
        "spread": list(map(float, effects["sigma"])),
    },
    sys.stdout,
)
