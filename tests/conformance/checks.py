"""What the conformance checks share: running the command, validators, and reporting."""
import argparse
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


class Workspace:
    """A temporary folder, removed at the end."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="pressmark-check-"))
        return self.path

    def __exit__(self, *unused):
        shutil.rmtree(self.path, ignore_errors=True)
