"""The fields of a Parquet file as pyarrow reads them: name, type, whether it may be null, and metadata."""

import json
import sys

import pyarrow.parquet as pq

schema = pq.read_schema(json.load(sys.stdin)["file"])
text = lambda metadata: {key.decode(): value.decode() for key, value in (metadata or {}).items()}
json.dump([[field.name, str(field.type), field.nullable, text(field.metadata)] for field in schema], sys.stdout)
