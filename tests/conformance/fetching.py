#!/usr/bin/env python3
"""--fetch: a page and its images from a server on this machine, and all that fetching must refuse."""
import functools
import http.server
import json
import os
import pathlib
import struct
import threading
import zlib

import checks

PARAGRAPH = ("The ferry crossed the sound again on Tuesday, the harbour office said, and the people who "
             "had waited for it, some of them since the morning, stood on the quay and clapped.")
TITLE = "Паром вернулся в гавань"


def png():
    """A grey picture of 40 by 30 pixels."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))
    rows = b"".join(b"\0" + bytes([128]) * 40 for _ in range(30))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def page():
    paragraphs = "".join(f"<p>{PARAGRAPH}</p>" for _ in range(6))
    return (f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
            f"<figure><img src='picture.png' alt='The quay'><figcaption>The quay</figcaption></figure>"
            f"{paragraphs}<figure><img src='gone.png' alt='Gone'></figure>{paragraphs}"
            "</article></body></html>").encode("windows-1251")


class Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, seen, *arguments):
        self.seen = seen
        super().__init__(*arguments)

    def do_GET(self):
        self.seen.append((self.path, dict(self.headers)))
        if self.path == "/news/ferry.html":
            # The page does not say its encoding: only the header does.
            self.answer(200, page(), {"Content-Type": "text/html; charset=windows-1251",
                                      "Set-Cookie": "reader=1"})
        elif self.path == "/news/picture.png":
            self.answer(200, png(), {"Content-Type": "image/png"})
        elif self.path == "/moved":
            self.answer(302, b"", {"Location": "/news/ferry.html", "Set-Cookie": "moved=1"})
        elif self.path == "/loop":
            self.answer(302, b"", {"Location": "/loop"})
        elif self.path == "/to-file":
            self.answer(302, b"", {"Location": "file:///etc/passwd"})
        elif self.path == "/to-login":
            self.answer(302, b"", {"Location": f"http://reader:secret@{self.headers['Host']}/moved"})
        elif self.path == "/page.txt":
            self.answer(200, page(), {"Content-Type": "text/html; charset=windows-1251"})
        elif self.path == "/large":
            self.answer(200, b"<p>" + b"x" * 3_000_000, {"Content-Type": "text/html"})
        elif self.path == "/bomb":
            body = zlib.compress(b"<p>" + b"x" * 3_000_000, 9)
            self.answer(200, body, {"Content-Type": "text/html", "Content-Encoding": "deflate"})
        else:
            self.answer(404, b"no", {})

    def answer(self, status, body, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client has had enough, as it should

    def log_message(self, *_):
        pass


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    report = checks.Report()
    seen = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, seen))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}

    def run(*arguments):
        return checks.run([command, *arguments], env=environment)

    allowed = ["--fetch", "--allow-private", "--no-config"]
    with checks.Workspace() as work:
        out = work / "out"
        result = run("convert", base + "/moved", *allowed, "-t", "epub,json,text", "-o", f"{out}/")
        report.expect(result.returncode == 0, f"convert: exit {result.returncode}: {result.stderr[-600:]}")
        names = sorted(p.name for p in out.iterdir()) if out.exists() else []
        report.expect(names == ["moved.epub", "moved.json", "moved.txt"], f"outputs are {names}")
        if names:
            text = (out / "moved.txt").read_text(encoding="utf-8")
            report.expect(TITLE in text, "the encoding of the header is not used")
            model = json.loads((out / "moved.json").read_text(encoding="utf-8"))
            dump = json.dumps(model, ensure_ascii=False)
            report.expect(f"{base}/news/ferry.html" in dump, "the address after the redirect is not kept")
            report.expect(f"{base}/news/picture.png" in dump, "the picture's address is not kept")
        report.expect("gone.png" in result.stderr and "404" in result.stderr,
                      f"a picture that is not there is not reported: {result.stderr[-600:]}")
        report.expect([p for p, _ in seen].count("/news/picture.png") == 1, "the picture is not fetched once")
        report.expect(all("Cookie" not in headers for _, headers in seen), "cookies are sent")
        checks.validate(report, "epub", [out / "moved.epub"])

        result = run("convert", base + "/page.txt#top", *allowed, "-t", "json")
        report.expect(result.returncode == 0 and "<p>" not in result.stdout and TITLE in result.stdout,
                      "a page that is served as one is not read as one")
        report.expect("#top" not in result.stdout, "the fragment is kept in the address")
        report.expect(all("Authorization" not in headers for _, headers in seen), "a password is sent")

        saved = work / "page.html"
        saved.write_bytes(page())
        seen.clear()
        url = base + "/news/ferry.html"
        result = run("convert", saved, "--url", url, "--encoding", "windows-1251", "-t", "json")
        report.expect(result.returncode == 0 and not seen, "something is fetched without --fetch")
        result = run("convert", saved, "--url", url, "--encoding", "windows-1251", "-t", "json", *allowed)
        report.expect(result.returncode == 0 and [p for p, _ in seen] == ["/news/picture.png", "/news/gone.png"],
                      f"pictures of a saved page: {seen}")

        cases = [  # arguments, exit code, words of the message
            ([base + "/news/ferry.html"], 2, "--fetch"),
            ([base + "/news/ferry.html", "--fetch"], 3, "--allow-private"),
            ([f"http://localhost:{server.server_port}/moved", "--fetch"], 3, "--allow-private"),
            ([base.replace("//", "//reader:secret@") + "/moved", *allowed], 3, "name or password"),
            ([base + "/to-login", *allowed], 3, "name or password"),
            ([saved, "--url", "https://reader:secret@paper.example/"], 2, "name or password"),
            ([base + "/loop", *allowed], 8, "redirects"),
            ([base + "/to-file", *allowed], 3, "http"),
            ([base + "/none", *allowed], 3, "404"),
            ([base + "/large", *allowed, "--max-input-bytes", "1000000"], 8, "1000000"),
            ([base + "/bomb", *allowed, "--max-input-bytes", "1000000"], 8, "1000000"),
            (["http://127.0.0.1:1/", *allowed], 3, "127.0.0.1"),
            ([saved, "--allow-private"], 2, "--fetch"),
        ]
        for arguments, code, word in cases:
            target = work / "refused.epub"
            result = run("convert", *arguments, "-o", target)
            case = " ".join(str(a) for a in arguments)
            report.expect(result.returncode == code, f"{case}: exit {result.returncode}, not {code}: {result.stderr[-300:]}")
            report.expect("secret" not in result.stderr, f"{case} shows the password")
            report.expect(word in result.stderr, f"{case}: no '{word}' in: {result.stderr[-300:]}")
            report.expect(not target.exists(), f"{case} leaves a file")

        items = work / "items.txt"
        items.write_text(f"{base}/news/ferry.html\n{base}/none\n", encoding="utf-8")
        result = run("batch", "--list", items, "--to", work / "batch", "-t", "tei", *allowed)
        made = sorted(p.name for p in (work / "batch").glob("ferry.*"))
        report.expect(result.returncode == 1 and made == ["ferry.tei"],
                      f"batch: exit {result.returncode}, made {made}: {result.stderr[-300:]}")
        result = run("archive", base + "/news/ferry.html", "--to", work / "root", *allowed)
        sources = [p for p in pathlib.Path(work / "root").rglob("source/*") if p.is_file()]
        stored = {p.name: p.read_bytes() for p in sources}
        # The image lies where the page's reference leads, so that the stored source shows it.
        report.expect(result.returncode == 0 and stored == {"ferry.html": page(), "picture.png": png()},
                      f"archive: exit {result.returncode}, stored {sorted(stored)}: {result.stderr[-300:]}")
    server.shutdown()
    report.finish()


if __name__ == "__main__":
    main()
