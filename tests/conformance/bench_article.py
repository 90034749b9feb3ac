#!/usr/bin/env python3
"""Generated articles with figures and several scripts, of 1,000 words (and of 100,000 where
PRESSMARK_LONG_TESTS is set): valid by qpdf and veraPDF in both families of profiles, and of bounded size."""
import os
import sys

import checks

# The most octets of a PDF, with TEI and fonts, without figures and scripts and with them.
LARGEST_PLAIN = {1000: 52_000, 100_000: 1_150_000}
LARGEST_FULL = {1000: 60_000, 100_000: 1_200_000}
PROFILES = ("auto", "pdfa-4f+ua-2")


def main():
    options = checks.arguments(__doc__)
    shared = checks.shared()
    generator = shared / "bench" / "make_article.py" if shared else None
    if generator is None or not generator.exists():
        print("the folder ../shared with the generator is absent")
        sys.exit(checks.SKIP)
    command = checks.command_of(options.build)
    report = checks.Report()
    sizes = [1000] + ([100_000] if os.environ.get("PRESSMARK_LONG_TESTS") else [])
    with checks.Workspace() as work:
        made = []
        for words in sizes:
            plain, full = work / f"plain-{words}.html", work / f"full-{words}.html"
            checks.run([sys.executable, generator, words, 1, "html", "-o", plain])
            checks.run([sys.executable, generator, words, 1, "html", "--figures", "--scripts", "-o", full])
            small = work / f"plain-{words}.pdf"
            result = checks.run([command, "convert", plain, "-t", "pdf", "-o", small])
            report.expect(result.returncode == 0, f"{words} words: {result.stderr[-400:]}")
            size = small.stat().st_size if small.exists() else 0
            report.expect(0 < size <= LARGEST_PLAIN[words], f"{words} words take {size} octets")
            for profile in PROFILES:
                target = work / f"full-{words}-{profile}.pdf"
                result = checks.run([command, "convert", full, "-t", "pdf", "-O", f"profile={profile}", "-o", target])
                if report.expect(result.returncode == 0, f"{words} words, {profile}: {result.stderr[-400:]}"):
                    made.append(target)
                    size = target.stat().st_size
                    report.expect(size <= LARGEST_FULL[words], f"{words} words, {profile}: {size} octets")
        checks.validate(report, "pdf", made)
    report.finish()


if __name__ == "__main__":
    main()
