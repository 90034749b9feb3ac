"""What the conformance checks share: running the command, validators, and reporting."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIP = 77  # the exit status that ctest shows as "skipped"


def arguments(description, **extra):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--build", required=True, help="build folder, for example build/dev")
    for name, options in extra.items():
        parser.add_argument("--" + name.replace("_", "-"), **options)
    return parser.parse_args()


def command_of(build):
    path = pathlib.Path(build).resolve() / "cli" / "pressmark"
    if not path.exists():
        sys.exit(f"{path} does not exist; build it first")
    return str(path)


def shared():
    """The folder with test data beside the project; None where it is absent."""
    path = pathlib.Path(os.environ.get("PRESSMARK_SHARED", ROOT.parent / "shared")).resolve()
    return path if (path / "schemas").is_dir() else None


def run(arguments_, **options):
    """Runs a program; returns the finished process with its output as text."""
    options.setdefault("timeout", 600)
    return subprocess.run([str(a) for a in arguments_], capture_output=True, text=True,
                          errors="replace", check=False, **options)


class Report:
    """Collects failures; says how many checks were made, so that none cannot pass for all."""

    def __init__(self):
        self.checks = 0
        self.failures = []

    def expect(self, holds, message):
        self.checks += 1
        if not holds:
            self.failures.append(message)
            print("FAILED:", message, flush=True)
        return holds

    def finish(self):
        print(f"{self.checks - len(self.failures)} of {self.checks} checks passed")
        if self.checks == 0:
            print("no check was made")
        sys.exit(1 if self.failures or self.checks == 0 else 0)


# Which environment variable names each validator, and the files it judges.
VALIDATORS = {
    "epub": ("check_epub.sh", "PRESSMARK_EPUBCHECK"),
    "kepub": ("check_epub.sh", "PRESSMARK_EPUBCHECK"),
    "tei": ("check_tei.sh", None),
    "pdf": ("check_pdf.sh", "PRESSMARK_VERAPDF"),
}


def validate(report, kind, files):
    """Runs the validator script of `kind` on all files in one call."""
    script, variable = VALIDATORS[kind]
    if kind == "tei":
        available = shared() is not None
    else:
        available = os.path.exists(os.environ.get(variable, ""))
    if not available:
        message = f"a validator of {kind} is absent"
        if os.environ.get("PRESSMARK_REQUIRE_VALIDATORS"):
            report.expect(False, message)
        else:
            print("not checked in full:", message)
        if kind != "pdf":  # qpdf judges PDF files without veraPDF, too
            return
    if not report.expect(len(files) > 0, f"no {kind} file to validate"):
        return
    result = run([ROOT / "tests" / "conformance" / script, *files], timeout=1800)
    report.expect(result.returncode == 0,
                  f"{script} on {len(files)} files:\n{(result.stdout + result.stderr)[-4000:]}")


def compare_content(report, build, pairs):
    """Whether books hold what the models (as JSON) do; `pairs` are of model and book."""
    program = pathlib.Path(build).resolve() / "tests" / "conformance" / "compare_content"
    result = run([program, *(path for pair in pairs for path in pair)])
    report.expect(result.returncode == 0 and f"{len(pairs)} books" in result.stdout,
                  f"content of {len(pairs)} books:\n{result.stdout[-3000:]}{result.stderr[-500:]}")


def reported(log, code):
    """How often a file of --report names a diagnostic."""
    lines = [json.loads(line) for line in open(log, encoding="utf-8")]
    return sum(line.get("dropped", 1) for line in lines if line["code"] == code)


def has_browser():
    """Whether Chromium and what drives it are here (scripts/install --test, scripts/environment)."""
    modules = os.environ.get("PRESSMARK_NODE_MODULES", "")
    return (os.path.exists(os.environ.get("PRESSMARK_CHROMIUM", "")) and shutil.which("node") is not None and
            all(os.path.exists(os.path.join(modules, name)) for name in ("playwright-core", "axe-core", "@daisy/ace", "foliate-js")))


def need_browser():
    """Ends the check as skipped, or as failed under PRESSMARK_REQUIRE_VALIDATORS, where there is no browser."""
    if has_browser():
        return
    print("Chromium, or what the tests need with it, is absent: run scripts/install --test")
    sys.exit(1 if os.environ.get("PRESSMARK_REQUIRE_VALIDATORS") else SKIP)


def check_by_ace(report, books):
    """Lets Ace by DAISY judge books; `books` has for each path the number of its images that have no alternative text
    in the source, by our own diagnostic: nothing else is passed over."""
    if not has_browser():
        if os.environ.get("PRESSMARK_REQUIRE_VALIDATORS"):
            report.expect(False, "Ace or its browser is absent")
        else:
            print("not checked by Ace: it or its browser is absent")
        return
    script = ROOT / "tests" / "conformance" / "browser" / "run_ace.cjs"
    result = run(["node", script, *books], timeout=3600)
    lines = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    report.expect(len(lines) == len(books) > 0, f"Ace judged {len(lines)} of {len(books)} books: {result.stderr[-600:]}")
    for path, found in zip(books, lines):
        if not report.expect("error" not in found, f"Ace on {path.name}: {found.get('error')}"):
            continue
        without_alt = sum(one["rule"] == "image-alt" for one in found["violations"])
        report.expect(without_alt <= books[path],
                      f"Ace: {path.name} has {without_alt} images without alternative text, {books[path]} were reported")
        others = [one for one in found["violations"] if one["rule"] != "image-alt"]
        report.expect(not others, f"Ace: {path.name}: {len(others)} violations: {others[:3]}")


class Workspace:
    """A temporary folder, removed at the end."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="pressmark-check-"))
        return self.path

    def __exit__(self, *unused):
        shutil.rmtree(self.path, ignore_errors=True)
