#!/usr/bin/env python3
"""A disk that is really full: a small tmpfs, which only root may mount (else this is skipped).

Each command says which file found no space and exits as the manual says, leaves no part of a file
and no folder of its own, and harms nothing that was there."""
import hashlib
import json
import os
import subprocess
import sys

import checks

PAGE = 4096  # what a tmpfs gives out space in


class SmallDisk:
    """A tmpfs of `pages` pages at `path`; unmounted at the end, whatever happens."""

    def __init__(self, path, pages):
        self.path = path
        self.pages = pages

    def __enter__(self):
        self.path.mkdir()
        mounted = checks.run(["mount", "-t", "tmpfs", "-o", f"size={self.pages * PAGE}", "tmpfs", self.path])
        if mounted.returncode != 0:
            print("skipped: no tmpfs can be mounted:", mounted.stderr.strip())
            sys.exit(checks.SKIP)
        return self

    def __exit__(self, *unused):
        subprocess.run(["umount", self.path], check=True)

    def fill(self, pages_left):
        """Takes all space but `pages_left` pages."""
        status = os.statvfs(self.path)
        ballast = status.f_bavail * status.f_frsize - pages_left * PAGE
        with open(self.path / "ballast", "wb") as file:
            file.write(bytes(ballast))

    def empty(self):
        os.unlink(self.path / "ballast")

    def content(self):
        """Every folder and file but the ballast and the catalogue (a cache), with the digest of its octets."""
        found = {}
        for path in sorted(self.path.rglob("*")):
            if path.name != "ballast" and ".catalogue.sqlite" not in path.name:
                found[str(path.relative_to(self.path))] = (
                    hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder")
        return found


def expect_no_space(report, what, result, code, name):
    report.expect(result.returncode == code, f"{what}: exit {result.returncode}, not {code}: {result.stderr[-400:]}")
    report.expect("no space left on device" in result.stderr and "free some space" in result.stderr,
                  f"{what}: {result.stderr[-400:]}")
    report.expect(name in result.stderr, f"{what}: '{name}' is not named in: {result.stderr[-400:]}")


def check_convert(report, command, source, work):
    for kind in ("epub", "pdf", "tei", "text", "html"):
        with SmallDisk(work / f"disk-{kind}", 64) as disk:
            disk.fill(pages_left=0)
            before = disk.content()
            output = disk.path / f"x.{kind}"
            result = checks.run([command, "convert", source, "-t", kind, "-o", output])
            expect_no_space(report, f"convert to {kind}", result, 5, output.name)
            report.expect(disk.content() == before, f"convert to {kind} leaves {disk.content()}")
            # An output that is there stays as it is.
            disk.empty()
            output.write_text("an earlier output")
            disk.fill(pages_left=0)
            before = disk.content()
            result = checks.run([command, "convert", source, "-t", kind, "-o", output])
            expect_no_space(report, f"convert to {kind} again", result, 5, output.name)
            report.expect(disk.content() == before, f"convert to {kind} again leaves {disk.content()}")


def check_images(report, command, work):
    """An article with images in a format that has them beside it: whole images may stay."""
    page = checks.ROOT / "samples" / "kite-makers.html"
    with SmallDisk(work / "disk-images", 256) as disk:
        output = disk.path / "x.tei"
        output.write_text("an earlier output")
        for pages in range(12):
            disk.fill(pages)
            result = checks.run([command, "convert", page, "-t", "tei", "-o", output])
            disk.empty()
            if result.returncode == 0:
                break
            what = f"convert with images, {pages} pages left"
            expect_no_space(report, what, result, 5, str(disk.path))
            report.expect(output.read_text() == "an earlier output", f"{what} changes the earlier output")
            whole = {hashlib.sha256(image.read_bytes()).hexdigest() for image in (disk.path / "images").glob("*")}
            report.expect(whole <= originals(page), f"{what} leaves a part of an image")
            report.expect(not list(disk.path.rglob(".*")), f"{what} leaves {list(disk.path.rglob('.*'))}")
        report.expect(pages > 1 and result.returncode == 0, f"convert with images: {result.stderr[-300:]}")


def originals(page):
    files = page.with_name(page.stem + "_files").iterdir()
    return {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def check_archive(report, command, source, work):
    with SmallDisk(work / "disk-archive", 1024) as disk:
        root = disk.path / "root"
        changed = work / source.name  # of the same address, with other words
        changed.write_text(source.read_text() + "\nA last paragraph, which came a day later.\n")
        verify = [command, "verify", root]

        def archive(article, identifier="urn:example:ferry"):
            return checks.run([command, "archive", article, "--to", root, "--id", identifier])

        # Full at once: there is no archive yet, and none is left by half.
        disk.fill(pages_left=0)
        result = archive(source)
        expect_no_space(report, "a new archive", result, 5, "root")
        disk.empty()
        result = archive(source)
        report.expect(result.returncode == 0 and "v1" in result.stdout, f"v1: {result.stdout}{result.stderr}")
        before = disk.content()
        # From no space at all to nearly enough: it fails in different places, and always does no harm.
        for pages in (0, 1, 2, 4, 8, 16, 24):
            disk.fill(pages)
            for article, identifier in ((changed, "urn:example:ferry"), (source, "urn:example:new")):
                result = archive(article, identifier)
                what = f"archive of {identifier} with {pages} pages left"
                expect_no_space(report, what, result, 5, "root")
                report.expect(disk.content() == before, f"{what} leaves {set(disk.content()) ^ set(before)}")
                result = checks.run(verify)
                report.expect(result.returncode == 0, f"{what}, verify: {result.stdout}{result.stderr}")
            disk.empty()
        result = archive(changed)
        report.expect(result.returncode == 0 and "v2" in result.stdout, f"v2: {result.stdout}{result.stderr}")
        result = checks.run(verify)
        report.expect(result.returncode == 0, f"verify of v2: {result.stdout}{result.stderr}")


def check_batch_archive(report, command, source, work):
    """Into an archive: what a line acknowledges is there, whatever the others found no space for."""
    inputs = work / "to-archive"
    inputs.mkdir()

    def write(edition):
        for name in ("a", "b", "c", "d"):
            text = f"The ferry of {name}\n\n{source.read_text()}\n\nEdition {edition} of {name}.\n"
            (inputs / f"{name}.txt").write_text(text)

    items = work / "items.ndjson"
    items.write_text("".join(json.dumps({"path": str(inputs / f"{name}.txt"), "url": f"https://paper.example/{name}"})
                             + "\n" for name in ("a", "b", "c", "d")))
    with SmallDisk(work / "disk-batch-archive", 4096) as disk:
        root = disk.path / "root"

        def batch():
            result = checks.run([command, "batch", "--list", items, "--archive", root, "-j", "2",
                                 "--journal", work / "archive-journal.ndjson"])
            return result, [json.loads(line) for line in result.stdout.splitlines()]

        def stored_versions():
            return {str(p.relative_to(root)) for p in root.rglob("v*") if p.is_dir() and p.name[1:].isdigit()}

        write(0)
        result, lines = batch()
        report.expect(result.returncode == 0 and len(stored_versions()) == 4, f"batch --archive: {result.stderr}")
        outcomes = set()
        for edition, pages in enumerate((0, 2, 8, 24, 40, 56, 72, 96, 160, 320), start=1):
            write(edition)
            before = stored_versions()
            disk.fill(pages)
            result, lines = batch()
            disk.empty()
            what = f"batch --archive with {pages} pages left"
            done = [line for line in lines if line["status"] in ("ok", "warn")]
            outcomes.add(len(done))
            report.expect(len(lines) == 4, f"{what}: {result.stdout}{result.stderr}")
            for line in lines:
                report.expect(line in done or line["error"]["code"] == "unwritable", f"{what}: {line}")
            acknowledged = {f"{line['object']['path']}/v{line['object']['version']}" for line in done}
            report.expect(before | acknowledged == stored_versions(),
                          f"{what}: acknowledged {acknowledged}, stored {stored_versions() - before}")
            result = checks.run([command, "verify", root])
            report.expect(result.returncode == 0, f"{what}, verify: {result.stdout}{result.stderr}")
        report.expect({0, 4} <= outcomes, f"batch --archive: only {outcomes} articles were stored")
        # The catalogue is a cache: one that found no space is gone, and is made anew.
        result = checks.run([command, "reindex", root])
        report.expect(result.returncode == 0, f"reindex after full disks: {result.stderr}")
        result = checks.run([command, "find", root, f"edition {edition}"])
        report.expect(result.returncode == 0, f"find after full disks: {result.stderr}")


def check_batch(report, command, source, work):
    inputs = work / "in"
    inputs.mkdir()
    for name in ("a", "b", "c"):
        (inputs / f"{name}.txt").write_text(source.read_text())
    with SmallDisk(work / "disk-batch", 256) as disk:
        out = disk.path / "out"
        journal = work / "journal.ndjson"
        batch = [command, "batch", inputs, "--to", out, "-t", "epub", "-j", "2"]
        out.mkdir()
        disk.fill(pages_left=0)
        result = checks.run([*batch, "--journal", journal])
        expect_no_space(report, "batch", result, 9, "a.epub")
        lines = [json.loads(line) for line in result.stdout.splitlines()]
        report.expect(len(lines) == 3 and all(line["status"] == "error" and line["error"]["code"] == "unwritable"
                                              and line["outputs"] == [] for line in lines),
                      f"batch: {result.stdout}")
        report.expect(os.listdir(out) == [], f"batch leaves {os.listdir(out)}")
        # With the journal on the full disk, too: what cannot be noted down is not begun.
        result = checks.run(batch)
        expect_no_space(report, "batch with its journal", result, 5, "pressmark-journal.ndjson")
        left = set(os.listdir(out)) - {"pressmark-journal.ndjson"}
        report.expect(left == set(), f"batch with its journal leaves {left}")
        disk.empty()
        result = checks.run(batch)
        report.expect(result.returncode == 0, f"batch with space again: {result.stderr}")
        report.expect({"a.epub", "b.epub", "c.epub"} <= set(os.listdir(out)), f"batch: {os.listdir(out)}")


def main():
    options = checks.arguments(__doc__)
    in_own_namespace = "PRESSMARK_OWN_MOUNTS"
    if in_own_namespace not in os.environ:
        # What is mounted there goes with the last process, even where the test is killed.
        isolated = ["unshare", "--mount"]
        if os.geteuid() != 0 or checks.run([*isolated, "true"]).returncode != 0:
            print("skipped: only root may mount a tmpfs")
            sys.exit(checks.SKIP)
        os.environ[in_own_namespace] = "1"
        os.execvp(isolated[0], [*isolated, sys.executable, *sys.argv])
    command = checks.command_of(options.build)
    report = checks.Report()
    source = checks.ROOT / "samples" / "harbour-ferry.txt"
    with checks.Workspace() as work:
        check_convert(report, command, source, work)
        check_images(report, command, work)
        check_archive(report, command, source, work)
        check_batch_archive(report, command, source, work)
        check_batch(report, command, source, work)
    report.finish()


if __name__ == "__main__":
    main()
