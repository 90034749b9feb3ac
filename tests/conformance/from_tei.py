#!/usr/bin/env python3
"""An archive's TEI is enough: EPUB, PDF and the others made from it equal those made from the source,
byte for byte; so do those made from the model as JSON."""
import checks

FORMATS = ("epub", "pdf", "tei", "csljson", "html", "text", "markdown", "jats", "native")


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    report = checks.Report()
    samples = sorted(p for p in (checks.ROOT / "samples").iterdir() if p.suffix in (".txt", ".html"))
    with checks.Workspace() as work:
        for sample in samples:
            folder = work / sample.name
            folder.mkdir()
            masters = {}
            for kind in ("tei", "json"):
                masters[kind] = folder / f"master.{kind}"
                result = checks.run([command, "convert", sample, "-t", kind, "-o", masters[kind]])
                report.expect(result.returncode == 0, f"{sample.name} to {kind}: {result.stderr[-300:]}")
            for kind in FORMATS:
                made = {}
                for name, source in {"source": sample, **masters}.items():
                    out = folder / f"{name}.{kind}"
                    result = checks.run([command, "convert", source, "-t", kind, "-o", out])
                    report.expect(result.returncode == 0, f"{source.name} to {kind}: {result.stderr[-300:]}")
                    made[name] = out.read_bytes() if out.exists() else None
                for name in masters:
                    report.expect(made["source"] is not None and made[name] == made["source"],
                                  f"{sample.name}: {kind} from {name} differs from {kind} from the source")
    report.finish()


if __name__ == "__main__":
    main()
