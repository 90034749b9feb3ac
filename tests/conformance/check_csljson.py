#!/usr/bin/python3
"""Checks CSL-JSON files by csl-data.json of CSL 1.0.2 (../shared/schemas/csl).

    check_csljson.py FILE...

Exits 0 where all are valid, 1 with a line for each error, 77 where the schema or the validator
(python3-jsonschema) is not here. PRESSMARK_SHARED names another folder than ../shared.
"""
import json
import os
import pathlib
import sys

shared = pathlib.Path(os.environ.get("PRESSMARK_SHARED") or
                      pathlib.Path(__file__).resolve().parents[2].parent / "shared")
schema = shared / "schemas/csl/csl-data.json"
try:
    import jsonschema
except ImportError:
    sys.exit(77)
if not schema.exists():
    sys.exit(77)
validator = jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))
bad = 0
for name in sys.argv[1:]:
    for error in validator.iter_errors(json.loads(pathlib.Path(name).read_text(encoding="utf-8"))):
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
        bad += 1
sys.exit(1 if bad else 0)
