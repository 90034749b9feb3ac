#!/usr/bin/env python3
"""Converts every sample to every format; the outputs must satisfy the official validators."""
import checks


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    report = checks.Report()
    samples = sorted(p for p in (checks.ROOT / "samples").iterdir() if p.suffix in (".txt", ".html"))
    report.expect(len(samples) >= 7, "at least seven samples")
    with checks.Workspace() as work:
        made = {}
        for sample in samples:
            for kind in ("epub", "tei", "pdf", "csljson", "bibtex", "ris", "html", "text", "markdown", "jats", "json", "native"):
                out = work / f"{sample.stem}.{kind}"
                result = checks.run([command, "convert", sample, "-t", kind, "-o", out])
                if report.expect(result.returncode == 0 and out.exists() and out.stat().st_size > 0,
                                 f"{sample.name} to {kind}: exit {result.returncode}: {result.stderr[-500:]}"):
                    made.setdefault(kind, []).append(out)
        for kind in ("epub", "tei", "pdf"):
            files = []
            for path in made.get(kind, []):  # validators look at the extension
                named = path.rename(path.with_suffix({"epub": ".epub", "tei": ".xml", "pdf": ".pdf"}[kind]))
                files.append(named)
            checks.validate(report, kind, files)
    report.finish()


if __name__ == "__main__":
    main()
