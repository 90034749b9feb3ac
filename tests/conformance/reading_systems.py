#!/usr/bin/env python3
"""Books and pages as people read them, in Chromium: an EPUB in a reader (foliate-js), whose pages are turned to the end,
whose notes are followed and come back from, or pop up; pages of -t html by the rules of axe-core. In light and dark,
from left to right, from right to left, and set vertically."""
import json
import re

import checks

PARAGRAPHS = {
    "en": ("The keeper of the lighthouse counted the ships of that evening, number {} of his long list, and wrote them into "
           "a book with a green cover, which his daughter found much later under the stairs of the tower.", "A note on ship {}"),
    "ar": ("كان حارس المنارة يعد السفن كل مساء، ورقم هذه السفينة في قائمته الطويلة هو {}، وكان يكتب ذلك في دفتر "
           "أخضر الغلاف وجدته ابنته بعد سنوات طويلة تحت درج البرج القديم.", "ملاحظة عن السفينة رقم {}"),
    "ja": ("灯台守は毎晩、港に入る船を数え、長い一覧の{}番目の船として緑色の表紙の帳面に書き留めたが、娘がそれを見つけたのは何年も後のことで、"
           "塔の階段の下にしまわれていたのである。", "船{}についての注"),
}
COUNT = 40


def page(language):
    """An article of many screens with a note in its second paragraph, a table, a list, a drawing and code."""
    sentence, note = PARAGRAPHS[language]
    paragraphs = [sentence.format(number) for number in range(1, COUNT + 1)]
    marked = [f"<p>{text}</p>" for text in paragraphs]
    marked[1] = marked[1].replace("</p>", '<a href="#n1" id="r1"><sup>1</sup></a></p>')
    marked.insert(5, f"<h2>{note.format(5)}</h2>")
    marked.insert(12, "<table><caption>1-2</caption><tr><th>1</th><th>2</th></tr><tr><td>3</td><td>4</td></tr></table>")
    marked.insert(20, "<ul><li>one ship</li><li>two ships</li></ul><pre><code>count += 1;</code></pre>")
    marked.insert(26, '<figure><img src="ship.svg" alt="A ship"><figcaption>A ship.</figcaption></figure>')
    direction = "rtl" if language == "ar" else "ltr"
    text = (f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{note.format(0)}</title></head>'
            f'<body><article><h1>{note.format(0)}</h1>{"".join(marked)}'
            f'<p id="n1"><a href="#r1">1</a> {note.format(1)}.</p></article></body></html>')
    return text, paragraphs, note.format(1)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def check_book(report, name, seen, direction, paragraphs, note, scheme):
    where = f"{name}, {scheme}"
    report.expect(seen["problems"] == [], f"{where}: the reader reports {seen['problems'][:3]}")
    report.expect(seen["direction"] == direction, f"{where}: pages turn {seen['direction']}")
    report.expect(seen["contents"] >= 1, f"{where}: the reader has no contents")
    places = [one["fraction"] for one in seen["pages"]]
    report.expect(len(places) >= 5 and places == sorted(set(places)), f"{where}: pages at {places}")
    report.expect(places[-1] > 0.99, f"{where}: the last page is at {places[-1]}")
    text = squeezed("".join(one["text"] for one in seen["pages"]))
    lost = [number for number, words in enumerate(paragraphs, 1) if squeezed(words) not in text]
    report.expect(not lost, f"{where}: paragraphs {lost} are on no page")
    back = seen["turned_back"]
    report.expect(back["after"] < back["before"], f"{where}: turning back led from {back['before']} to {back['after']}")
    followed = seen["note"]
    if report.expect(followed is not None, f"{where}: the reader finds no note"):
        report.expect(followed["start"]["on_page"], f"{where}: the mark is not on its page")
        report.expect(followed["at_note"]["on_page"] and followed["at_note"]["role"] == "doc-footnote" and
                      note in followed["at_note"]["text"], f"{where}: the mark leads to {followed['at_note']}")
        report.expect(followed["back"]["on_page"], f"{where}: the way back misses the mark")
        shown = seen["pop_up"]
        report.expect(shown["type"] == "footnote" and shown["hidden"] and note in shown["text"],
                      f"{where}: what pops up is {shown}")
    contrast = seen["contrast"]
    report.expect(contrast["least"] >= 4.5, f"{where}: contrast {contrast['least']}")
    dark = sum(contrast["ground"]) < 3 * 64
    report.expect(dark == (scheme == "dark"), f"{where}: the ground is {contrast['ground']}")


def check_pages(report, seen, allowed, scheme):
    report.expect(seen["refused"] == [], f"{scheme}: asked of the network: {seen['refused'][:3]}")
    for name, found in seen["pages"].items():
        report.expect(found["passes"] >= 10, f"{name}: axe applied {found['passes']} rules")
        for broken in found["violations"]:
            fine = broken["rule"] == "image-alt" and broken["count"] <= allowed.get(name, 0)
            report.expect(fine, f"{name}, {scheme}: {broken}")
        if found["note"]:
            report.expect(found["note"] == {"at_note": True, "back": True}, f"{name}, {scheme}: {found['note']}")


def node(report, *arguments):
    """What the script prints as JSON; None where it fails."""
    result = checks.run(["node", *arguments], timeout=800)
    if not report.expect(result.returncode == 0, f"{arguments[0].name}: {result.stderr[-1500:]}"):
        return None
    return json.loads(result.stdout)


def main():
    options = checks.arguments(__doc__, pictures=dict(default="", help="folder for pictures of what was shown"))
    checks.need_browser()
    command = checks.command_of(options.build)
    report = checks.Report()
    scripts = checks.ROOT / "tests" / "conformance" / "browser"
    with checks.Workspace() as work:
        shots = checks.pathlib.Path(options.pictures or work)
        shots.mkdir(exist_ok=True)
        (work / "ship.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">'
                                       '<path d="M5 20h70l-15 15h-40z"/></svg>')
        written, books = {}, []
        for language, direction in (("en", "ltr"), ("ar", "rtl"), ("ja", "rtl")):
            text, paragraphs, note = page(language)
            written[language] = (direction, paragraphs, note)
            (work / f"{language}.html").write_text(text)
            book = work / f"{language}.epub"
            vertical = ["-O", "writing=vertical"] if language == "ja" else []
            result = checks.run([command, "convert", "-q", work / f"{language}.html", "-o", book, *vertical])
            report.expect(result.returncode == 0, f"{language}: {result.stderr[-300:]}")
            books.append(book)
        (work / "pages").mkdir()
        pages, allowed = [], {}
        samples = sorted(p for p in (checks.ROOT / "samples").iterdir() if p.suffix in (".txt", ".html"))
        for source in [*samples, work / "en.html", work / "ar.html", work / "ja.html"]:
            target, log = work / "pages" / f"{source.stem}.html", work / f"{source.stem}.log"
            result = checks.run([command, "convert", "-q", source, "-t", "html", "-o", target, "--report", log])
            report.expect(result.returncode == 0, f"{source.name} to html: {result.stderr[-300:]}")
            allowed[target.name] = checks.reported(log, "htmlpage.image-without-alt")
            pages.append(target)
        for scheme in ("light", "dark"):
            seen = node(report, scripts / "read_book.cjs", scheme, shots, *books)
            if seen is not None:
                report.expect(seen["refused"] == [], f"{scheme}: asked of the network: {seen['refused'][:3]}")
                for name, one in seen["books"].items():
                    check_book(report, name, one, *written[name], scheme)
            seen = node(report, scripts / "read_pages.cjs", scheme, shots if options.pictures else "-", *pages)
            if seen is not None:
                report.expect(sum(found["note"] is not None for found in seen["pages"].values()) >= 4, "pages with notes")
                check_pages(report, seen, allowed, scheme)
    report.finish()


if __name__ == "__main__":
    main()
