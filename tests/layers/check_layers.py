#!/usr/bin/env python3
"""Checks that every #include of the project points down the layers of docs/architecture.md.

    check_layers.py ROOT | --self-test

Prints each line that breaks a rule as file:line: reason and exits 1; else exits 0.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# A folder (longest prefix wins) and the project folders that its files may include.
LAYERS = {
    "core/base": ["core/base"],
    "core/model": ["core/base", "core/model"],
    "core/transforms": ["core/base", "core/model", "core/transforms"],
    "core/pipeline": ["core/base", "core/model", "core/transforms", "core/pipeline"],
    "converters/common": ["core", "converters/common"],
    "converters/records": ["core", "converters/common", "SELF"],
    "converters/importers/*": ["core", "converters/common", "SELF"],
    "converters/exporters/*": ["core", "converters/common", "SELF"],
    "converters/checkers/*": ["core", "converters/common", "SELF"],
    "converters/archive": ["core", "converters/common", "SELF"],
    "converters/citation/csl": ["core", "converters/common", "SELF"],
    "converters/opds": ["core", "converters/common", "SELF"],
    "converters/containers": ["core", "converters/common", "SELF"],
    "converters": ["core", "converters"],
    "cli": ["core", "converters", "cli"],
}

# Third-party headers by their spelling's beginning, and where each may stand: a prefix of the
# file's path; "*.cpp" at its end allows sources only.
THIRD_PARTY = {
    "podofo/": ["converters/exporters/pdf/writer/podofo_objects.cpp"],
    "libxml/": ["converters/common/*.cpp"],
    "zip.h": ["converters/common/*.cpp", "converters/containers/*.cpp"],
    "archive.h": ["converters/common/*.cpp"],
    "archive_entry.h": ["converters/common/*.cpp"],
    "zlib.h": ["converters/containers/*.cpp"],
    "brotli/": ["converters/containers/*.cpp"],
    "libdeflate.h": ["converters/common/*.cpp"],
    "nlohmann/": ["converters/common", "converters/importers", "converters/exporters",
                  "converters/records", "converters/archive", "cli"],
    "openssl/": ["converters/common/*.cpp"],
    "jpeglib.h": ["converters/common/*.cpp"],
    "png.h": ["converters/common/*.cpp"],
    "webp/": ["converters/common/*.cpp"],
    "gif_lib.h": ["converters/common/*.cpp"],
    "libheif/": ["converters/common/heif_library.h"],
    "dlfcn.h": ["converters/common/heif_library.cpp", "cli"],
    "tiffio.h": ["converters/common/*.cpp"],
    "cmark-gfm": ["converters/importers/markdown/to_html.cpp", "converters/importers/markdown/cmark_tree.h"],
    "gumbo.h": ["converters/importers/html/parse.cpp"],
    "unicode/": ["converters"],
    "sqlite3.h": ["converters/archive/sqlite_database.cpp", "converters/archive/fts_tokenizer.cpp"],
    "uchardet/": ["converters/common/*.cpp"],
    "hb": ["converters/exporters/pdf"],
    "ft2build.h": ["converters/exporters/pdf"],
    "fontconfig/": ["converters/exporters/pdf/fonts"],
    "hyphen.h": ["converters/exporters/pdf"],
    "boost/": ["converters/archive", "cli"],
    "CLI/": ["cli"],
    "curl/": ["cli/curl_library.h"],
    "toml++/": ["cli", "converters/common/toml.cpp"],
    "yaml-cpp/": ["converters/records/structured_text.cpp"],
    "fmt/": ["converters", "cli"],
}


def layer_of(path):
    best = None
    for layer in LAYERS:
        prefix = layer.removesuffix("/*")
        if path.startswith(prefix + "/") and (best is None or len(prefix) > len(best.removesuffix("/*"))):
            best = layer
    return best


def own_folder(path, layer):
    """The folder that SELF stands for: converters/importers/html of .../html/dom.h."""
    prefix = layer.removesuffix("/*")
    if not layer.endswith("/*"):
        return prefix
    return prefix + "/" + path[len(prefix) + 1:].split("/")[0]


def fits(path, place):
    if place.endswith("*.cpp"):
        return path.startswith(place.removesuffix("*.cpp")) and path.endswith(".cpp")
    return path == place or path.startswith(place + "/")


def problem(path, kind, header):
    """Why `path` must not include `header`; None where it may."""
    layer = layer_of(path)
    if layer is None:
        return None
    if kind == '"':
        allowed = [own_folder(path, layer) if a == "SELF" else a for a in LAYERS[layer]]
        if header.startswith(("core/", "converters/", "cli/", "tests/")):
            if any(header.startswith(a + "/") for a in allowed):
                return None
            return f"{layer} must not include {header}"
        return f'"{header}" is not written from the project\'s root'
    for beginning, places in THIRD_PARTY.items():
        exact = beginning.endswith(".h")
        matches = header == beginning if exact else (
            header.startswith(beginning) and (beginning != "hb" or re.match(r"hb(-[a-z]+)?\.h$", header)))
        if matches:
            if any(fits(path, place) for place in places):
                return None
            return f"<{header}> is for {', '.join(places)} only"
    # A standard header has no full stop or folder; system headers belong to the command and archive.
    if "/" in header or "." in header:
        if path.startswith(("cli/", "converters/archive/")):
            return None
        return f"<{header}> is a third-party header that no layer lists"
    return None


def check(root):
    bad = []
    for folder in ("core", "converters", "cli"):
        for file in sorted((root / folder).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            path = file.relative_to(root).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if match:
                    reason = problem(path, match[1], match[2])
                    if reason:
                        bad.append(f"{path}:{number}: {reason}")
    return bad


def self_test():
    wrong = [
        ("core/model/node.h", '"', "core/pipeline/context.h"),
        ("core/base/utf8.h", '"', "converters/common/zip.h"),
        ("converters/importers/html/html.cpp", '"', "converters/importers/text/text.h"),
        ("converters/importers/html/html.cpp", '"', "converters/exporters/epub/epub.h"),
        ("converters/archive/version.cpp", '"', "converters/exporters/tei/tei.h"),
        ("converters/common/xml_reader.h", "<", "libxml/tree.h"),
        ("converters/exporters/pdf/pdf.cpp", "<", "podofo/podofo.h"),
        ("core/base/utf8.cpp", "<", "unicode/uchar.h"),
        ("core/base/utf8.cpp", '"', "utf8.h"),
    ]
    right = [
        ("cli/main.cpp", '"', "converters/formats.h"),
        ("converters/formats.cpp", '"', "converters/exporters/tei/tei.h"),
        ("converters/importers/html/parse.cpp", "<", "gumbo.h"),
        ("converters/exporters/pdf/fonts/font.h", "<", "hb.h"),
        ("converters/exporters/pdf/pdf.cpp", '"', "converters/exporters/pdf/layout/page.h"),
        ("core/base/utf8.cpp", "<", "string"),
    ]
    failed = [case for case in wrong if problem(*case) is None]
    failed += [case for case in right if problem(*case) is not None]
    return [f"wrong verdict: {case}" for case in failed]


def main():
    bad = self_test() if sys.argv[1] == "--self-test" else check(pathlib.Path(sys.argv[1]))
    print("\n".join(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
