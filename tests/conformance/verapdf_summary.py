#!/usr/bin/env python3
"""verapdf_summary.py FLAVOUR REPORT...: the failed rules of veraPDF's XML reports, a line each.

Prints "file: FLAVOUR clause-test (count): description". Exits 1 where a rule failed, a file could
not be checked or a report holds no result.
"""
import sys
import xml.etree.ElementTree as tree


def summarise(flavour, path):
    """The number of files checked and the lines to print."""
    # xargs may have called veraPDF more than once, so the output can hold several reports.
    with open(path, encoding="utf-8") as report:
        parts = report.read().split("<?xml")
    checked, lines = 0, []
    for part in parts[1:]:
        for job in tree.fromstring("<?xml" + part).iter("job"):
            name = job.findtext("item/name", "?")
            result = job.find("validationReport")
            if result is None:
                lines.append(f"{name}: {flavour} not checked: {job.findtext('taskException/exceptionMessage', '?')}")
                continue
            checked += 1
            for rule in result.iter("rule"):
                if rule.get("status") == "failed":
                    lines.append(f"{name}: {flavour} {rule.get('clause')}-{rule.get('testNumber')} "
                                 f"({rule.get('failedChecks')}): {rule.findtext('description', '').strip()}"
                                 f" [{rule.findtext('check/errorMessage', '').strip()}]")
            if result.get("isCompliant") != "true" and not any(line.startswith(name) for line in lines):
                lines.append(f"{name}: {flavour} not compliant")
    return checked, lines


def main():
    flavour, status = sys.argv[1], 0
    for path in sys.argv[2:]:
        try:
            checked, lines = summarise(flavour, path)
        except tree.ParseError as error:
            checked, lines = 0, [f"{flavour}: veraPDF's report cannot be read: {error}"]
        print(*lines, f"{flavour}: {checked} files checked", sep="\n")
        if lines or checked == 0:
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
