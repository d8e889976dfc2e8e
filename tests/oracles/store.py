"""Reads the parts that a sweep wrote, as an analyst would with duckdb: how many runs, and the mean of a metric by price."""

import json
import sys

import duckdb

asked = json.load(sys.stdin)
folder, metric = asked["folder"], asked["metric"]
rows = duckdb.sql(
    f"""
    select d.point, avg(m."{metric}") as mean, count(*) as runs
    from '{folder}/results/metrics/*.parquet' m
    join '{folder}/design.parquet' d using (point)
    group by all order by d.point
    """
).fetchall()
series = duckdb.sql(
    f"""
    select count(distinct run), min(date)::varchar, max(tick), typeof(min(date)), count(distinct (design, replicate, point))
    from '{folder}/results/series/*.parquet'
    """
).fetchall()[0]
json.dump({"points": [list(row) for row in rows], "series": list(series)}, sys.stdout)
