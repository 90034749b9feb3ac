#!/usr/bin/env python3
"""cold_processes.py COMMAND... [--words N,N] [--runs N] [--full] [--batch COMMAND]: CPU time, peak memory and
size of PDFs of generated articles, one cold process each, of Pressmark and of its peers in the same run.

A COMMAND is a program with {in} (HTML) and {out} (PDF), quoted as one argument:

    cold_processes.py 'build/release/cli/pressmark convert {in} -o {out}' 'weasyprint {in} {out}'

typst_peer.py makes Typst such a program. --full adds figures and scripts to the articles. --batch is a
command with {in} for the names of forty articles of 1,000 words and {out} for a folder, such as
'build/release/cli/pressmark batch {in} --to {out} -t pdf -j 1': the time of one is a fortieth of its.

Prints a line for each command and length: the median of user and system seconds, the largest
resident set and the octets written, under the load of the machine. Needs ../shared (make_article.py).
"""
import argparse
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile

GENERATOR = pathlib.Path(__file__).resolve().parents[3] / "shared" / "bench" / "make_article.py"


def measure(command):
    """CPU seconds and peak MiB of one process; None where it fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return None if process.returncode else (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def generate(words, seed, full, target):
    kinds = ["--figures", "--scripts"] if full else []
    subprocess.run([sys.executable, GENERATOR, str(words), str(seed), "html", *kinds, "-o", target], check=True)


def measure_batch(command, full, work):
    sources = [work / f"batch-{seed}.html" for seed in range(1, 41)]
    for seed, source in enumerate(sources, 1):
        generate(1000, seed, full, source)
    shutil.rmtree(work / "batch", ignore_errors=True)  # what is there already would not be made again
    parts = []
    for part in shlex.split(command):
        parts += [str(source) for source in sources] if part == "{in}" else [part.format(out=work / "batch")]
    result = measure(parts)
    made = list((work / "batch").rglob("*.pdf"))
    if result is None or len(made) != len(sources):
        print(f"batch  failed, {len(made)} files  {command}")
    else:
        print(f"  1,000 words  {result[0] / len(sources):7.4f} s CPU each in a batch of {len(sources)}  "
              f"{result[1]:6.0f} MiB  {command}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commands", nargs="+")
    parser.add_argument("--words", default="1000,100000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--batch", action="append", default=[])
    options = parser.parse_args()
    if not GENERATOR.exists():
        sys.exit(f"{GENERATOR} is absent")
    print(f"load {os.getloadavg()[0]:.1f}, {options.runs} runs each")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for words in options.words.split(","):
            source = work / f"{words}.html"
            generate(words, 1, options.full, source)
            for command in options.commands:
                results, size = [], 0
                for _ in range(options.runs):
                    target = work / "out.pdf"
                    target.unlink(missing_ok=True)
                    result = measure([part.format(**{"in": source, "out": target}) for part in shlex.split(command)])
                    if result is None or not target.exists():
                        print(f"{words:>7} words  failed  {command}")
                        break
                    results.append(result)
                    size = target.stat().st_size
                else:
                    cpu = statistics.median(result[0] for result in results)
                    memory = max(result[1] for result in results)
                    print(f"{words:>7} words  {cpu:7.3f} s CPU  {memory:6.0f} MiB  {size:>9} octets  {command}", flush=True)
        for command in options.batch:
            measure_batch(command, options.full, work)


if __name__ == "__main__":
    main()
