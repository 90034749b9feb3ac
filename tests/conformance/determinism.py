#!/usr/bin/env python3
"""The same input, options and version give the same bytes, whatever the clock, the time zone, the
locale, the working directory and the number of jobs."""
import os
import subprocess
import time

import checks

FORMATS = ("epub", "kepub", "tei", "pdf", "csljson", "bibtex", "ris", "html", "text", "markdown", "jats", "json", "native")

OPTIONS = {"epub": ["-O", "cover=generated"], "kepub": ["-O", "fonts=embed"]}


def turkish_locale(folder):
    """A locale with other letter case and other decimal signs, made here: machines have few."""
    made = subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8")],
                          capture_output=True, check=False)
    return made.returncode <= 1  # 1: made, with warnings


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    report = checks.Report()
    samples = sorted(p for p in (checks.ROOT / "samples").iterdir() if p.suffix in (".txt", ".html"))
    with checks.Workspace() as work:
        report.expect(turkish_locale(work), "localedef can make a Turkish locale")
        worlds = [
            {"TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
            {"TZ": "Pacific/Chatham", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LOCPATH": str(work)},
        ]
        outputs = []
        for number, world in enumerate(worlds):
            environment = {**os.environ, **world}
            results = {}
            for sample in samples:
                for kind in FORMATS:
                    out = work / f"{number}-{sample.stem}.{kind}"
                    # Once from the project's root by a relative path, once from elsewhere.
                    place = checks.ROOT if number == 0 else work
                    given = os.path.relpath(sample, place) if number == 0 else sample
                    result = checks.run([command, "convert", given, "-t", kind, "-o", out,
                                         *OPTIONS.get(kind, [])],
                                        env=environment, cwd=place)
                    report.expect(result.returncode == 0, f"{sample.name} to {kind}: {result.stderr[-300:]}")
                    results[sample.name, kind] = out.read_bytes() if out.exists() else None
            outputs.append(results)
            time.sleep(1.1)  # another second of the clock
        for key, first in outputs[0].items():
            report.expect(first is not None and first == outputs[1][key], f"{key[0]} to {key[1]}: other bytes")
        trees = []
        for jobs in ("1", "2", "8"):
            folder = work / f"jobs-{jobs}"
            result = checks.run([command, "batch", *samples, "--to", folder, "-t",
                                 "epub,pdf,tei", "-j", jobs])
            report.expect(result.returncode == 0, f"batch -j {jobs}: {result.stderr[-300:]}")
            trees.append({p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*"))
                          if p.suffix in (".epub", ".pdf", ".tei")})
        report.expect(len(trees[0]) == 3 * len(samples), f"batch made {len(trees[0])} files")
        for jobs, tree in zip(("2", "8"), trees[1:]):
            report.expect(trees[0] == tree, f"batch with 1 and with {jobs} jobs: other bytes")
    report.finish()


if __name__ == "__main__":
    main()
