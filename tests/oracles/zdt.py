"""NSGA-II of pymoo on ZDT problems: {"problems", "seeds", "population", "evaluations"} to the fronts of each problem and seed."""

import json
import sys

import numpy as np
from pymoo.algorithms.moo.nsga2 import NSGA2
from pymoo.core.problem import Problem
from pymoo.optimize import minimize


class Zdt(Problem):
    def __init__(self, which):
        super().__init__(n_var=30, n_obj=2, xl=0.0, xu=1.0)
        self.which = which

    def _evaluate(self, x, out, *args, **kwargs):
        f = x[:, 0]
        g = 1 + 9 * np.sum(x[:, 1:], axis=1) / (self.n_var - 1)
        if self.which == 1:
            h = 1 - np.sqrt(f / g)
        elif self.which == 2:
            h = 1 - (f / g) ** 2
        else:
            h = 1 - np.sqrt(f / g) - f / g * np.sin(10 * np.pi * f)
        out["F"] = np.column_stack([f, g * h])


def front(which, seed, population, evaluations):
    found = minimize(Zdt(which), NSGA2(pop_size=population), ("n_eval", evaluations), seed=seed)
    return found.F.tolist()


asked = json.load(sys.stdin)
sizes = asked["population"], asked["evaluations"]
json.dump([[front(which, seed, *sizes) for seed in asked["seeds"]] for which in asked["problems"]], sys.stdout)
