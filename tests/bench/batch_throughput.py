#!/usr/bin/env python3
"""Measures `pressmark batch` on many articles, and peers on some of the same ones in the same run.

    batch_throughput.py COMMAND [-n ARTICLES] [-j JOBS] [-t FORMATS] [--words N] [--peers N]
                        [--isolate thread|process] [--archive] [--most MILLISECONDS]

Prints for each tool the articles a second, and the processor seconds an article, which say more on
a machine that does other work, too. The articles are made here and are the same in every run: so are
the bytes that Pressmark makes of them (their digest is printed). The peers, where they are installed,
make EPUB with pandoc and PDF with WeasyPrint, one process an article, as scripts do.

Fails where an article takes `pressmark batch` more processor time than --most: by default what two
processors may spend at 60 articles a second.
"""
import argparse
import hashlib
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

WORDS = """harbour ferry council tide morning letter minister river market bridge report winter
house question answer village engine timetable passenger captain storm island school teacher
evening decision money budget number figure water light street window garden music history
language paper reader writer editor printer story record""".split()
VERBS = "said carried closed opened crossed read wrote found kept promised delayed repaired".split()


class Numbers:
    """Numbers that are the same everywhere: a linear congruential generator (Knuth, MMIX)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound

    def one_of(self, words):
        return words[self.below(len(words))]


def sentence(numbers):
    words = ["The", numbers.one_of(WORDS), numbers.one_of(VERBS), "the", numbers.one_of(WORDS)]
    for _ in range(numbers.below(12)):
        words += [numbers.one_of(["of", "and", "near", "with"]), "the", numbers.one_of(WORDS)]
    return " ".join(words) + "."


def article(number, words):
    numbers = Numbers(number + 1)
    title = " ".join(numbers.one_of(WORDS) for _ in range(5)).capitalize()
    parts = [f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>",
             f"<link rel='canonical' href='https://paper.example/{number}'>",
             "<meta name='author' content='Ana Perez'>",
             "<meta property='article:published_time' content='2026-10-12T08:30:00Z'></head>",
             f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>"]
    written = 0
    while written < words:
        if numbers.below(5) == 0:
            parts.append(f"<h2>{sentence(numbers)[:-1]}</h2>")
        if numbers.below(8) == 0:
            parts.append("<ul>" + "".join(f"<li>{sentence(numbers)}</li>" for _ in range(3)) + "</ul>")
        text = " ".join(sentence(numbers) for _ in range(3 + numbers.below(4)))
        written += text.count(" ") + 1
        parts.append(f"<p>{text} <em>{numbers.one_of(WORDS)}</em></p>")
    return "\n".join(parts + ["</article></body></html>\n"])


def run(words):
    """Seconds by the clock and by the processor of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    result = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    seconds = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.exit(f"{words[0]} ended with {result.returncode}: {result.stderr.decode()[-500:]}")
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def show(name, count, seconds, processor):
    print(f"{name:24} {count / seconds:8.2f} articles/s {1000 * processor / count:9.1f} ms of processor "
          f"an article")
    return processor / count


def digest_of(folder):
    digest = hashlib.sha256()
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file() and path.suffix != ".ndjson":
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command")
    parser.add_argument("-n", type=int, default=400)
    parser.add_argument("-j", default="2")
    parser.add_argument("-t", default="epub,pdf,tei")
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--peers", type=int, default=5)
    parser.add_argument("--isolate", default="thread")
    parser.add_argument("--archive", action="store_true")
    parser.add_argument("--most", type=float, default=2000 / 60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        os.mkdir(folder + "/in")
        for number in range(options.n):
            path = f"{folder}/in/{number:05}.html"
            pathlib.Path(path).write_text(article(number, options.words), encoding="utf-8")
            pages.append(path)
        words = [options.command, "batch", folder + "/in", "-j", options.j, "-q", "--no-config",
                 "--isolate", options.isolate]
        if options.archive:
            words += ["--archive", folder + "/root"]
        else:
            words += ["--to", folder + "/out", "-t", options.t]
        own = show("pressmark batch", options.n, *run(words))
        if not options.archive:
            print("sha256 of the outputs:", digest_of(folder + "/out"))
        peers = 0.0
        some = pages[:options.peers]
        for name, command in (("pandoc", lambda page: ["pandoc", "-s", page, "-o", page + ".epub"]),
                              ("weasyprint", lambda page: ["weasyprint", page, page + ".pdf"])):
            if not shutil.which(name) or not some:
                print(f"{name} is not run")
                continue
            measured = [run(command(page)) for page in some]
            peers += show(name, len(some), sum(m[0] for m in measured), sum(m[1] for m in measured))
        if peers:
            print(f"the peers together need {peers / own:.1f} times the processor time")
        if 1000 * own > options.most:
            sys.exit(f"an article takes {1000 * own:.1f} ms of processor; {options.most:.1f} ms is the bound")


if __name__ == "__main__":
    main()
