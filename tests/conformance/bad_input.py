#!/usr/bin/env python3
"""Bad input gives one clear message, the documented exit code, and leaves nothing behind."""
import os
import resource

import checks


def small_files_only():
    """What a full disk does: a write beyond 2,000 bytes fails."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    report = checks.Report()
    sample = checks.ROOT / "samples" / "harbour-ferry.txt"
    with checks.Workspace() as work:
        inputs = work / "in"
        inputs.mkdir()
        (inputs / "empty.html").write_bytes(b"")
        (inputs / "empty.txt").write_bytes(b"")
        (inputs / "broken.json").write_bytes(b'{"pressmark-document": ')
        (inputs / "broken.xml").write_bytes(b"<TEI><text>")
        (inputs / "other.xml").write_bytes(b"<letter/>")
        (inputs / "binary.txt").write_bytes(bytes(range(256)) * 64)
        (inputs / "archive.html").write_bytes(b"PK\x03\x04" + bytes(2000))
        (inputs / "only-markup.html").write_bytes(b"<div></div>" * 100)
        with open(inputs / "divs.html", "wb") as file:
            for _ in range(200):
                file.write(b"<div>" * (1 << 20 >> 2))
        cases = [  # input, exit codes that the manual allows, a word that the message must have
            (inputs / "empty.html", (4,), "'empty.html' is empty"),
            (inputs / "empty.txt", (4,), "'empty.txt' is empty"),
            (inputs / "broken.json", (3,), "'broken.json'"),
            (inputs / "broken.xml", (3,), "'broken.xml'"),
            (inputs / "other.xml", (3,), "'other.xml'"),
            (inputs / "binary.txt", (3,), "binary"),
            (inputs / "archive.html", (3,), "archive.html"),
            (inputs / "only-markup.html", (4,), "only-markup.html"),
            (inputs / "missing.txt", (3,), "missing.txt"),
            (inputs, (2, 3), "folder"),
            (inputs / "divs.html", (8,), "divs.html"),
        ]
        for kind in ("epub", "tei", "pdf"):
            for given, codes, word in cases:
                folder = work / "out"
                folder.mkdir(exist_ok=True)
                result = checks.run([command, "convert", given, "-t", kind, "-o", folder / "x.out"])
                report.expect(result.returncode in codes,
                              f"{given.name} to {kind}: exit {result.returncode}, not {codes}: {result.stderr[-300:]}")
                report.expect(word in result.stderr, f"{given.name} to {kind}: no '{word}' in: {result.stderr[-300:]}")
                report.expect(os.listdir(folder) == [], f"{given.name} to {kind} leaves {os.listdir(folder)}")
        for kind in ("epub", "pdf"):  # larger than the limit on file sizes
            folder = work / "full"
            folder.mkdir(exist_ok=True)
            result = checks.run([command, "convert", sample, "-t", kind, "-o", folder / "x.out"],
                                preexec_fn=small_files_only)
            report.expect(result.returncode == 5, f"no room for {kind}: exit {result.returncode}: {result.stderr[-300:]}")
            report.expect("x.out" in result.stderr, f"no room for {kind}: {result.stderr[-300:]}")
            report.expect(os.listdir(folder) == [], f"no room for {kind} leaves {os.listdir(folder)}")
        root = work / "root"
        result = checks.run([command, "archive", inputs / "empty.txt", "--to", root])
        report.expect(result.returncode in (3, 4), f"archive of an empty file: exit {result.returncode}")
        left = [p for p in root.rglob("*") if p.is_file() and "source" in p.parts] if root.exists() else []
        report.expect(left == [], f"archive of an empty file leaves {left}")
        result = checks.run([command, "batch", sample, inputs / "missing.txt", inputs / "empty.html", "-t", "text",
                             "--to", work / "batch"])
        report.expect(result.returncode == 1, f"batch with a missing operand: exit {result.returncode}: {result.stderr}")
        report.expect(len(result.stdout.splitlines()) == 3, f"batch with a missing operand reports {result.stdout}")
        report.expect((work / "batch" / "harbour-ferry.txt").exists(), "a missing operand ends the batch")
        page = inputs / "broken-image.html"
        page.write_text("<html><body><article><h1>Title of it</h1><p>" + "Words of the text. " * 60 +
                        '</p><p><img src="broken.png" alt="the broken one"></p></article></body></html>')
        (inputs / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnot really")
        for kind in ("epub", "tei", "pdf"):
            out = work / f"broken.{kind}"
            result = checks.run([command, "convert", page, "-t", kind, "-o", out])
            report.expect(result.returncode == 0 and out.exists(), f"unreadable image to {kind}: {result.stderr[-300:]}")
            report.expect("broken.png" in result.stderr, f"unreadable image to {kind} is not reported: {result.stderr}")
    report.finish()


if __name__ == "__main__":
    main()
