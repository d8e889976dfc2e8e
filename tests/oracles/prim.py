"""The peeling and pasting trajectory of EMA Workbench's PRIM on data sets that ship with scikit-learn (BSD licences).

Answers with the data too, so that both see the same numbers; nothing of them is kept.
"""
import json
import sys
import warnings

warnings.filterwarnings("ignore")

import pandas as pd
from ema_workbench.analysis import prim
from sklearn import datasets

asked = json.load(sys.stdin)
data = getattr(datasets, asked["data"])()
columns = asked["columns"]
x = pd.DataFrame(data.data[:, columns].astype(float), columns=[f"x{c}" for c in columns])
# Ties are broken alike in both: a little is added to each row that no reading would see.
x = x + pd.DataFrame([[1e-9 * i] * len(columns) for i in range(len(x))], columns=x.columns)
y = (data.target == asked["class"]).astype(int)
algorithm = prim.Prim(x, y, threshold=0.1, peel_alpha=0.05, paste_alpha=0.05, mass_min=0.05)
box = algorithm.find_box()
steps = box.peeling_trajectory
json.dump(
    {
        "x": [list(x[c]) for c in x.columns],
        "hit": [bool(v) for v in y],
        "coverage": list(steps["coverage"]),
        "density": list(steps["density"]),
        "mass": list(steps["mass"]),
        "low": [list(map(float, lims.loc[0])) for lims in box.box_lims],
        "high": [list(map(float, lims.loc[1])) for lims in box.box_lims],
    },
    sys.stdout,
)
