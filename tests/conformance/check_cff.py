#!/usr/bin/python3
"""Checks CITATION.cff files by the JSON Schema of the Citation File Format 1.2.0.

    check_cff.py FILE...

PRESSMARK_CFF_SCHEMA names the schema (scripts/install --test fetches it). Exits 0 where all are valid, 1 with a line for
each error, 77 where the schema, python3-yaml or python3-jsonschema is not here.
"""
import json
import os
import pathlib
import sys

schema = pathlib.Path(os.environ.get("PRESSMARK_CFF_SCHEMA", ""))
try:
    import jsonschema
    import yaml
except ImportError:
    sys.exit(77)
if not schema.is_file():
    sys.exit(77)
validator = jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8")),
                                       format_checker=jsonschema.FormatChecker())
bad = 0
for name in sys.argv[1:]:
    content = yaml.safe_load(pathlib.Path(name).read_text(encoding="utf-8"))
    for error in validator.iter_errors(content):
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
        bad += 1
    if "preferred-citation" not in content:
        print(f"{name}: the article is not there")
        bad += 1
sys.exit(1 if bad else 0)
