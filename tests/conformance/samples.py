#!/usr/bin/env python3
"""Converts every sample to every format; the outputs must satisfy the official validators,
and the books Ace by DAISY."""
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
            for kind in ("epub", "kepub", "tei", "pdf", "csljson", "bibtex", "ris", "html", "text", "markdown", "jats", "json", "native"):
                out = work / f"{sample.stem}.{kind}"
                log = work / f"{sample.stem}.{kind}.log"
                # Kobo's variant with fonts of its own, so that the validators see some.
                options_of_kind = ["-O", "fonts=embed"] if kind == "kepub" else []
                result = checks.run([command, "convert", sample, "-t", kind, *options_of_kind, "-o", out,
                                     "--report", log])
                if report.expect(result.returncode == 0 and out.exists() and out.stat().st_size > 0,
                                 f"{sample.name} to {kind}: exit {result.returncode}: {result.stderr[-500:]}"):
                    made.setdefault(kind, []).append(out)
        for kind in ("epub", "kepub", "tei", "pdf"):
            files = []
            for path in made.get(kind, []):  # validators look at the extension
                named = path.rename(path.with_suffix({"epub": ".epub", "kepub": ".kepub.epub", "tei": ".xml", "pdf": ".pdf"}[kind]))
                files.append(named)
            checks.validate(report, kind, files)
            if kind == "epub":
                checks.check_by_ace(report, {path: checks.reported(work / f"{path.stem}.epub.log", "epub.image-without-alt")
                                             for path in files})
    report.finish()


if __name__ == "__main__":
    main()
