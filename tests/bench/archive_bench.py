#!/usr/bin/env python3
"""How an archive behaves with many articles: throughput, memory, search, verification, reindexing.

    archive_bench.py PRESSMARK [N] [--folder DIR] [--jobs J]

Generates N articles (default 1000) of some 400 words, archives them with 'pressmark batch --archive', and prints
what each step took. Fails where a bound is broken: memory that grows with the number of articles, a search of more than
50 ms of processor time, a catalogue that reindexing makes another. The folder is emptied at the end unless --keep is
given."""
import argparse
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

WORDS = ("harbour ferry bridge council market winter station library teacher engine garden festival budget railway "
         "island orchestra hospital museum election harvest weather journey village theatre valley bakery fountain "
         "printer archive window lantern passenger signal mountain river meadow quarry chapel orchard").split()

# Words that are in every article, in some, in one, and in none; phrases, beginnings, fields and filters.
QUERIES = ("harbour", "harbour ferry bridge council market winter station library", "ferry bridge title:market",
           "\"ferry bridge\"", "\"ferry bridge council\"", "h*", "title:harbour", "harbour date:2021", "date:2020..2022",
           "lang:en", "lang:de", "harbour lang:de", "zeppelin")


def generate(folder, count):
    """Articles of words drawn with a fixed seed, so that every run has the same. Gives the lines of a list: three of
    four articles have a day of issue."""
    folder.mkdir(parents=True)
    source = random.Random(4)
    lines = []
    for number in range(count):
        paragraphs = []
        for _ in range(8):
            words = [source.choice(WORDS) for _ in range(50)]
            paragraphs.append(" ".join(words).capitalize() + ".")
        title = f"Article {number} about the {source.choice(WORDS)} and the {source.choice(WORDS)}"
        name = folder / f"{number // 1000:03}-{number:06}.txt"
        name.write_text(title + "\n\n" + "\n\n".join(paragraphs) + f"\n\nNumber w{number}q ends here.\n")
        item = {"path": str(name), "lang": "en"}
        if number % 4:
            item["set"] = {"issued": f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"}
        lines.append(json.dumps(item) + "\n")
    return lines


# Runs a program and prints its exit code and largest resident memory in kB. A process of its own, because Linux counts
# the memory of the process that starts another as that one's, too.
RUNNER = """
import os, sys
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss, file=sys.stderr)
"""


def measure(words, name):
    """Runs a program; returns seconds and its largest resident memory in MB."""
    start = time.monotonic()
    runner = subprocess.run([sys.executable, "-S", "-c", RUNNER, *(str(w) for w in words)], stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, check=True)
    seconds = time.monotonic() - start
    *errors, last = runner.stderr.decode(errors="replace").splitlines()
    code, kilobytes = last.split()
    if code != "0":
        sys.exit(f"{name}: exit {code}: " + "\n".join(errors)[-800:])
    return seconds, int(kilobytes) / 1024


def search(words, runs=5):
    """Medians of the seconds, and the processor's seconds, of a search in a new process, and how many lines it gave."""
    walls, processors = [], []
    for _ in range(runs):
        start = time.monotonic()
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen([str(w) for w in words], stdout=output, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            walls.append(time.monotonic() - start)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 1):
                sys.exit(f"{words}: exit {process.returncode}")
            processors.append(usage.ru_utime + usage.ru_stime)
            output.seek(0)
            lines = output.read().count(b"\n")
    return sorted(walls)[runs // 2], sorted(processors)[runs // 2], lines


class Bounds:
    """Collects what is broken, so that every figure is printed first."""

    def __init__(self):
        self.broken = []

    def expect(self, holds, sentence):
        if not holds:
            self.broken.append(sentence)

    def end(self):
        for sentence in self.broken:
            print(f"bound broken: {sentence}", file=sys.stderr)
        return 1 if self.broken else 0


def tree_size(folder):
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def hash_speed(octets=1 << 28):
    """Octets a second of one core's sha512, with the library that Pressmark uses."""
    block = bytes(1 << 20)
    digest = hashlib.sha512()
    start = time.monotonic()
    for _ in range(octets >> 20):
        digest.update(block)
    return octets / (time.monotonic() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pressmark", type=pathlib.Path)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--jobs", default=str(os.cpu_count()))
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    command = options.pressmark.resolve()
    work = pathlib.Path(tempfile.mkdtemp(prefix="pressmark-bench-", dir=options.folder)).resolve()
    try:
        bounds = Bounds()
        memories = []
        half = options.count // 2
        inputs = generate(work / "in", options.count)
        root = work / "root"
        for part, (name, files) in enumerate((("first half", inputs[:half]), ("second half", inputs[half:]))):
            listing = work / f"list-{part}"
            listing.write_text("".join(files))
            seconds, memory = measure([command, "batch", "--list", listing, "--archive", root, "--journal",
                                       work / f"journal-{part}", "-j", options.jobs, "-q"], name)
            memories.append(memory)
            print(f"archive, {name}: {len(files)} articles, {seconds:.1f} s, {len(files) / seconds:.1f} a second, "
                  f"largest memory {memory:.0f} MB")
        # The second half goes into an archive that is there already: the same memory, but for what an allocator keeps.
        bounds.expect(memories[1] < 1.25 * memories[0] + 20, f"memory grew from {memories[0]:.0f} to {memories[1]:.0f} MB")
        octets = tree_size(root)
        print(f"root: {octets / 1e6:.1f} MB; catalogue: "
              f"{(work / 'root.catalogue.sqlite').stat().st_size / 1e6:.1f} MB")
        for query in QUERIES + (f"w{options.count - 1}q",):
            wall, processor, hits = search([command, "find", root, query, "-t", "ndjson"])
            print(f"find {query}: {hits} shown, {1000 * wall:.1f} ms, {1000 * processor:.1f} ms of processor "
                  "(medians of 5, process start included)")
            # Processor time does not depend on who else uses the machine.
            bounds.expect(processor < 0.05, f"find {query} took {1000 * processor:.0f} ms of processor")
        listed = subprocess.run([command, "list", root, "--json"], capture_output=True, check=True).stdout
        bounds.expect(listed.count(b"\n") == options.count, f"the catalogue has {len(listed.splitlines())} articles")
        speed = hash_speed()
        for jobs in ("1", options.jobs):
            seconds, memory = measure([command, "verify", root, "-j", jobs], "verify")
            print(f"verify -j {jobs}: {seconds:.1f} s, {octets / seconds / 1e6:.0f} MB/s (sha512 of one core: "
                  f"{speed / 1e6:.0f} MB/s), largest memory {memory:.0f} MB")
        seconds, memory = measure([command, "reindex", root], "reindex")
        again = subprocess.run([command, "list", root, "--json"], capture_output=True, check=True).stdout
        bounds.expect(again == listed, "reindexing made another catalogue")
        print(f"reindex: {seconds:.1f} s, {options.count / seconds:.0f} articles a second, largest memory {memory:.0f} MB")
        return bounds.end()
    finally:
        if not options.keep:
            shutil.rmtree(work)


if __name__ == "__main__":
    sys.exit(main())
