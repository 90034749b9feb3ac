#!/usr/bin/env python3
"""tex_breaks.py [--update] [FILE]: whether TeX breaks the paragraphs of tex_breaks.txt as the file says.

Every paragraph is given to `tex -ini` as boxes, glue, penalties and discretionaries of explicit
width; no font, format or package takes part. The lines are read from the box that TeX shows in its
log. --update writes TeX's lines into the file. Exits 77 where no tex is installed (Debian:
texlive-binaries).
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PREAMBLE = r"""\catcode`\{=1 \catcode`\}=2
\pretolerance=100 \tolerance=200 \linepenalty=10 \hyphenpenalty=50 \exhyphenpenalty=50
\doublehyphendemerits=10000 \finalhyphendemerits=5000 \adjdemerits=10000
\parfillskip=0pt plus 1fil \hbadness=10000 \hfuzz=1000pt
\showboxbreadth=100000 \showboxdepth=10 \batchmode
"""


def tex_items(tokens):
    """The paragraph's items as TeX reads them. A box is 1pt high, so that the log tells it from a hyphen."""
    for token in tokens:
        if token == "~":
            yield r"\hskip 3.25pt plus 1.75pt minus 1pt"
        elif token == ":":
            yield r"\hskip 4.5pt plus 3pt minus .75pt"
        elif token == "-":
            yield r"\discretionary{\hbox to 3pt{}}{}{}"
        elif token[0] == "p":
            yield rf"\penalty {token[1:]} "
        else:
            yield rf"\hbox to {int(token) / 4}pt{{\vrule height 1pt width 0pt}}"


def tex_source(head, tokens):
    values = dict(item.split("=") for item in head[1:])
    return (PREAMBLE + rf"\hsize={head[0]}pt \parindent={values.get('indent', 0)}pt "
            rf"\emergencystretch={values.get('emergency', 0)}pt" "\n"
            r"\setbox0=\vbox{\indent " + "%\n".join(tex_items(tokens)) + "\\par}\n\\showbox0 \\end\n")


def boxes_on_lines(log):
    """How many boxes stand on each line of the paragraph that `log` shows."""
    lines = []
    for line in log.split("> \\box0=", 1)[1].splitlines():
        if line.startswith(".\\hbox("):
            lines.append(0)
        elif line.startswith("..\\hbox(1.0+0.0)"):
            lines[-1] += 1
    return lines


def lines_of_tex(tex, head, tokens):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "paragraph.tex").write_text(tex_source(head, tokens), encoding="ascii")
        subprocess.run([tex, "-ini", "paragraph.tex"], cwd=path, capture_output=True, check=False,
                       stdin=subprocess.DEVNULL, timeout=60, env={**os.environ, "TEXINPUTS": "."})
        return boxes_on_lines((path / "paragraph.log").read_text(encoding="ascii", errors="replace"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=pathlib.Path(__file__).with_suffix(".txt"))
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    tex = shutil.which("tex")
    if tex is None:
        print("tex is not installed")
        return 77
    path = pathlib.Path(options.file)
    lines, paragraphs, differ = path.read_text(encoding="ascii").splitlines(), 0, 0
    for number, line in enumerate(lines):
        if not line or line[0] == "#":
            continue
        head, tokens, said = (part.split() for part in line.split("|"))
        found = [str(count) for count in lines_of_tex(tex, head, tokens)]
        paragraphs += 1
        if found != said:
            differ += 1
            print(f"{path.name}:{number + 1}: TeX breaks into {' '.join(found)}, the file says {' '.join(said)}")
            lines[number] = line.rsplit("|", 1)[0] + "| " + " ".join(found)
    if options.update:
        path.write_text("\n".join(lines) + "\n", encoding="ascii")
        return 0
    print(f"{paragraphs - differ} of {paragraphs} paragraphs are broken as the file says")
    return 1 if differ or not paragraphs else 0


if __name__ == "__main__":
    sys.exit(main())
