#!/usr/bin/env python3
"""usage: check_schema.py SCHEMA LINES...    Every line of every file must be an object that SCHEMA allows. Exit code 77: no validator."""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed: skipped")
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    validator = jsonschema.Draft202012Validator(json.load(file), format_checker=jsonschema.FormatChecker())
count = faults = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            count += 1
            for fault in validator.iter_errors(json.loads(line)):
                faults += 1
                print(f"{path}:{number}: {list(fault.absolute_path)}: {fault.message[:200]}")
print(f"{count} lines, {faults} faults")
sys.exit(1 if faults or not count else 0)
