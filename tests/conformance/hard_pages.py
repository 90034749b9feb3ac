#!/usr/bin/env python3
"""Pages that are hard to get right, written for this test: broken markup, duplicate ids, entities, control characters,
deep nesting, data: images, dead and dangerous links, embeds, tables with wrong spans, MathML, SVG with script, tag soup
that claims to be XHTML, old encodings. Each becomes EPUB and TEI in both profiles, which the validators must accept; no
word that a reader sees may be missing; what is made from the TEI must equal what is made from the page."""
import base64
import re
import struct
import zipfile
import zlib

import checks

# What follows each piece of markup, so that the page is an article and its end can be looked for.
BEFORE = ("<p>The keeper of the lighthouse counted ships every evening of that year, and wrote the numbers into a book "
          "with a green cover, which his daughter found much later.</p>")
AFTER = ("<p>Nobody had asked him to count anything, but he did it with care, and the last line says that the "
         "harbour was empty: endmark.</p>")


def png(width=3, height=2):
    rows = b"".join(b"\0" + b"".join(bytes((x * 40 % 256, y * 60 % 256, 90)) for x in range(width)) for y in range(height))

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def page(body, head="", language="en", doctype="<!DOCTYPE html>"):
    return (f'{doctype}<html lang="{language}"><head><meta charset="utf-8"><title>The hard page</title>{head}</head>'
            f"<body><article><h1>The hard page</h1>{BEFORE}{body}{AFTER}</article></body></html>")


def pages():
    """Name: octets of the page, and words that must be in its text."""
    picture = "data:image/png;base64," + base64.b64encode(png()).decode()
    large = "data:image/png;base64," + base64.b64encode(png(900, 700)).decode()
    cases = {
        "unclosed": ("<p>one <b>two <i>three</b> four</i><p>five<div>six<p>seven</span></div>", "one two three four five six seven"),
        "misnested": ("<b><p>bold one</b> two</p><a href='https://example.org/1'><p>three</a> four</p>", "bold one two three four"),
        "table-soup": ("<table><tr><td>a1<tr><td>b1<td>b2<tr>loose<td>c1</table>", "a1 b1 b2 loose c1"),
        "duplicate-ids": ("<p id='x'>first</p><p id='x'>second</p><p><a href='#x'>to it</a></p><h2 id='x'>third</h2>", "first second third"),
        "bad-ids": ("<p id='1 2'>digits</p><p id='a:b'>colon</p><p id=''>none</p><p id='&lt;'>angle</p><a href='#1 2'>go</a>", "digits colon none angle"),
        "entities": ("<p>caf&eacute; &NotEqualTilde; &Zopf; &hellip &copy2026 &#150; &#x80; &bogus; &amp;lt; AT&T</p>", "café ©2026 &bogus; AT&T"),
        "controls": ("<p>bell&#7; vt&#11; null&#0; fffe&#xFFFE; del&#127; c1&#x85; end</p>", "bell null fffe del end"),
        "surrogates": ("<p>lone &#xD800; and &#x110000; stay out</p>", "lone stay out"),
        "bidi-controls": ("<p>left \u202eright\u202c \u2066isolate\u2069 \u200dzwj\ufeffbom</p>", "left isolate"),
        "deep-div": ("<div>" * 1000 + "<p>bottomwords here</p>" + "</div>" * 1000, "bottomwords"),
        "deep-quote": ("<blockquote>" * 1000 + "<p>bottomwords here</p>" + "</blockquote>" * 1000, "bottomwords"),
        "deep-list": ("<ul><li>" * 1000 + "bottomwords" + "</li></ul>" * 1000, "bottomwords"),
        "deep-inline": ("<p>" + "<em>" * 1000 + "bottomwords" + "</em>" * 1000 + "</p>", "bottomwords"),
        "deep-table": ("<table><tr><td>" * 200 + "bottomwords" + "</td></tr></table>" * 200, "bottomwords"),
        "data-image": (f"<p>see <img src='{picture}' alt='a gradient'> here</p>", "see here"),
        "huge-data-image": (f"<figure><img src='{large}' alt='a large gradient'><figcaption>The large one</figcaption></figure>", "The large one"),
        # Shorter ones are taken for placeholders of images that a script loads.
        "broken-data-image": (f"<p>see <img src='data:image/png;base64,{'ABCD' * 200}' alt='a broken picture'> here</p>", "see a broken picture here"),
        "no-image": ("<p><img src='missing.png' alt='a lost picture'> <img src='gone.jpg'> text</p>", "a lost picture text"),
        "dead-links": ("<p><a href='#nowhere'>dead</a> <a href=''>empty</a> <a>none</a> <a href='%zz'>odd</a></p>", "dead empty none odd"),
        "dangerous-links": ("<p><a href='javascript:alert(1)'>script</a> <a href='file:///etc/passwd'>file</a> "
                            "<a href='data:text/html,x'>data</a> <a href=' JaVaScRiPt:x'>case</a></p>", "script file data case"),
        "strange-links": ("<p><a href='https://[::1/x'>bracket</a> <a href='https://example.org/a b?c=\"d\"#e#f'>spaces</a> "
                          "<a href='mailto:a@example.org'>mail</a> <a href='//example.org/x'>scheme</a></p>", "bracket spaces mail scheme"),
        "nested-links": ("<p><a href='https://example.org/1'>outer <a href='https://example.org/2'>inner</a></a></p>", "outer inner"),
        "link-around-blocks": ("<a href='https://example.org/'><h2>A heading in it</h2><p>a paragraph in it</p></a>", "A heading in it a paragraph in it"),
        "iframe": ("<p>before</p><iframe src='https://video.example/embed/1' title='A talk'></iframe><p>behind</p>", "before behind"),
        "video": (f"<video controls poster='{picture}'><source src='https://video.example/a.mp4'>No player here.</video><p>behind</p>", "behind"),
        "audio-object": ("<audio src='https://audio.example/a.ogg'></audio><object data='https://x.example/a.swf'>fallback words</object><embed src='b.swf'><p>behind</p>", "behind"),
        "form": ("<form action='https://example.org/'><p>form words</p><input name='a' value='v'><textarea>typed</textarea></form><p>behind</p>", "behind"),
        "spans-overlap": ("<table><tr><td rowspan='3'>a</td><td colspan='2'>b</td></tr><tr><td>c</td></tr><tr><td colspan='9'>d</td><td>e</td></tr></table>", "a b c d e"),
        "spans-long": ("<table><tr><td colspan='900' rowspan='65535'>wide</td><td>next</td></tr><tr><td>below</td></tr></table>", "wide next below"),
        # A table ends at its 1000th column, which is reported.
        "spans-huge": ("<table><tr><td colspan='65535' rowspan='65535'>wide</td><td>next</td></tr><tr><td>below</td></tr></table>", "wide"),
        "spans-wrong": ("<table><tr><td colspan='-1'>minus</td><td rowspan='0'>zero</td><td colspan='x'>letter</td></tr><tr></tr><tr><td>last</td></tr></table>", "minus zero letter last"),
        "table-empty": ("<table></table><table><tr></tr></table><table><caption>only a caption</caption></table><p>behind</p>", "behind"),
        "table-blocks": ("<table><thead><tr><th>head</th></tr></thead><tbody><tr><td><p>one</p><ul><li>two</li></ul><table><tr><td>three</td></tr></table></td></tr></tbody><tfoot><tr><td>foot</td></tr></tfoot></table>", "head one two three foot"),
        "mathml": ("<p>so <math xmlns='http://www.w3.org/1998/Math/MathML'><mfrac><mi>a</mi><mn>2</mn></mfrac><mo>=</mo><msqrt><mi>b</mi></msqrt></math> holds</p>", "so holds"),
        "mathml-broken": ("<p>so <math><mfrac><mi>a</mi></mfrac><mfoo>b</mfoo><script>x()</script><annotation encoding='TeX'>a</annotation></math> holds</p>", "so holds"),
        "tex": ("<p>with \\(x &lt; y_1^2\\) and $$\\int_0^1 f$$ in it</p><script type='math/tex'>z^2</script>", "with in it"),
        "svg-script": ("<figure><svg xmlns='http://www.w3.org/2000/svg' width='20' height='10' onload='x()'><script>alert(1)</script>"
                       "<a xlink:href='javascript:x()'><rect width='20' height='10'/></a><foreignObject><p>html</p></foreignObject><text>drawn</text></svg>"
                       "<figcaption>The drawing</figcaption></figure>", "The drawing"),
        "scripts-styles": ("<script>document.write('<p>no</p>')</script><style>p{}</style><noscript><p>without script</p></noscript><template><p>t</p></template><p>shown</p>", "shown"),
        "definition-soup": ("<dl><dd>first a definition<dt>then a term<dt>and another<dd>with one<div><dt>grouped<dd>too</div></dl>", "first a definition then a term and another with one grouped too"),
        "list-soup": ("<ul>loose<li>item<ol start='-3' type='i' reversed><li value='7'>seven</ol>more</ul><li>orphan</li>", "loose item seven more orphan"),
        "heading-jumps": ("<h5>five</h5><p>a</p><h2>two</h2><h6>six</h6><h1>one again</h1><p>b</p><h3></h3>", "five two six one again"),
        "ruby": ("<p><ruby>漢<rt>かん</rt>字<rp>(</rp><rt>じ</rt></ruby> and <ruby>base</ruby> <rt>alone</rt></p>", "and base"),
        "notes": ("<p>one<sup><a href='#f1' id='r1'>1</a></sup> two<sup><a href='#f2' id='r2'>*</a></sup> three<sup><a href='#f9'>9</a></sup></p>"
                  "<ol><li id='f1'>first note <a href='#r1'>back</a></li><li id='f2'>second note <a href='#r2'>back</a></li></ol>", "one two three first note second note"),
        "pre-code": ("<pre>  a\n\tb <b>c</b>\n</pre><pre><code class='language-cpp'>if (a &lt; b &amp;&amp; c) { }\n\n</code></pre><p><code>x  y</code> <kbd>Ctrl</kbd></p>", "if (a < b && c) { } Ctrl"),
        "custom-elements": ("<x-box foo:bar='1'><p>inside a box</p></x-box><o:p>office</o:p><foo:bar>prefix</foo:bar><p>behind</p>", "inside a box behind"),
        "long-word": ("<p>" + "x" * 20000 + " short</p>", "short"),
        "many-attributes": ("<p " + " ".join(f"data-a{i}='{i}'" for i in range(500)) + ">attributed</p>", "attributed"),
        "comments": ("<!-- a -- b --><p>vis<!---->ible</p><!-- > --><!--[if IE]><p>old</p><![endif]--><![CDATA[cdata]]><?php echo 1 ?><p>behind</p>", "visible behind"),
        "nested-forms-of-text": ("<p><del>old</del><ins>new</ins> <mark>lit</mark> <small>fine</small> <q>quoted <q>twice</q></q> <abbr title='World Health &quot;Org&quot;'>WHO</abbr></p>", "old new lit fine quoted twice WHO"),
        "languages": ("<p lang='x_y'>odd tag</p><p lang=''>none</p><p lang='ar' dir='rtl'>مرحبا بالعالم</p><p dir='auto'>auto</p>", "odd tag none مرحبا auto"),
        "details-dialog": ("<details><summary>More of <a href='https://example.org/'>it</a></summary><p>hidden words</p></details><dialog open><p>spoken</p></dialog><p>behind</p>", "hidden words behind"),
    }
    for name, (body, words) in cases.items():
        yield name, page(body).encode("utf-8", "replace"), words
    xhtml = ('<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
             '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
             '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>The hard page</title></head>'
             f"<body><article><h1>The hard page</h1>{BEFORE}<p>soup<br>more<hr><p>open &nbsp; & <div/>{AFTER}</article></html>")
    yield "false-xhtml", xhtml.encode(), "soup more open"
    old = page("<p>Gr\u00fc\u00dfe aus K\u00f6ln, voil\u00e0</p>").replace("utf-8", "iso-8859-1")
    yield "latin-1", old.encode("latin-1"), "Grüße aus Köln voilà"
    yield "windows-1251", page("<p>Привет из порта, говорит смотритель</p>", language="ru").replace(
        "utf-8", "windows-1251").encode("windows-1251"), "Привет из порта"
    yield "shift-jis", page("<p>灯台守は船を数えた</p>", language="ja").replace("utf-8", "shift_jis").encode("shift_jis"), "灯台守は船を数えた"
    yield "utf-16", page("<p>wide letters ∑</p>").encode("utf-16"), "wide letters ∑"
    yield "ill-formed-utf-8", page("<p>good b@d good</p>").encode().replace(b"b@d", b"b\xff\xc0d"), "good"
    yield "nul-octets", page("<p>a nul\0l octet</p>").encode(), "octet"


def text_of(markup):
    """The characters of XML outside of its tags, without white space."""
    text = re.sub(r"<[^>]*>", "", markup)
    for name, character in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        text = text.replace(f"&{name};", character)
    return re.sub(r"\s+", "", text)


def main():
    options = checks.arguments(__doc__, keep=dict(default=""))
    command = checks.command_of(options.build)
    report = checks.Report()
    with checks.Workspace() as work:
        if options.keep:
            work = checks.pathlib.Path(options.keep)
        made = {"epub": [], "tei": [], "bptl3": [], "json": []}
        names = []
        for name, octets, words in pages():
            names.append(name)
            source = work / f"{name}.html"
            source.write_bytes(octets)
            outputs = {"epub": [work / f"{name}.epub", "-t", "epub"],
                       "tei": [work / f"{name}.xml", "-t", "tei"],
                       "bptl3": [work / f"{name}.bptl3.xml", "-t", "tei", "-O", "profile=bptl3"],
                       "json": [work / f"{name}.json", "-t", "json"]}
            for kind, (target, *arguments) in outputs.items():
                result = checks.run([command, "convert", "-q", source, *arguments, "-o", target,
                                     "--report", work / f"{name}.{kind}.log"], timeout=60)
                if report.expect(result.returncode == 0, f"{name} to {kind}: {result.returncode} {result.stderr[-400:]}"):
                    made[kind].append(target)
            if not outputs["epub"][0].exists() or not outputs["tei"][0].exists():
                continue
            book = zipfile.ZipFile(outputs["epub"][0])
            texts = "".join(book.read(entry).decode() for entry in book.namelist()
                            if entry.endswith(".xhtml") and not entry.endswith("nav.xhtml"))
            tei = outputs["tei"][0].read_text()
            for kind, shown in (("EPUB", text_of(texts)), ("TEI", text_of(tei))):
                for word in words.split() + ["endmark."]:
                    report.expect(word in shown, f"{name}: the word {word!r} is not in the {kind}")
            report.expect(not re.search(r"(javascript|file|data):", "".join(re.findall(r'(?:href|src)="([^"]*)"', texts)), re.I),
                          f"{name}: the book has a dangerous link")
            for kind in ("epub", "native"):
                both = []
                for origin in (source, outputs["tei"][0]):
                    target = work / f"{name}.{origin.suffix[1:]}.{kind}"
                    checks.run([command, "convert", "-q", origin, "-t", kind, "-o", target], timeout=60)
                    both.append(target.read_bytes() if target.exists() else None)
                report.expect(both[0] is not None and both[0] == both[1], f"{name}: {kind} from the TEI differs")
        report.expect(len(names) >= 40, f"{len(names)} pages")
        # Cells beyond a table's 1000th column are left out, and reported.
        whole = [path for path in made["epub"]
                 if not checks.reported(work / f"{path.stem}.epub.log", "epub.cells-left-out")]
        report.expect(len(whole) >= len(made["epub"]) - 1, f"{len(whole)} books hold all cells")
        checks.compare_content(report, options.build, [(path.with_suffix(".json"), path) for path in whole])
        result = checks.run([command, "check", "-q", *made["tei"], *made["bptl3"]])
        report.expect(result.returncode == 0, f"our own schema: {(result.stdout + result.stderr)[-800:]}")
        checks.validate(report, "epub", made["epub"])
        checks.check_by_ace(report, {path: checks.reported(work / f"{path.stem}.epub.log", "epub.image-without-alt")
                                     for path in made["epub"]})
        checks.validate(report, "tei", made["tei"])
        checks.os.environ["PRESSMARK_TEI_SCHEMA"] = "bptl-L3.rng"
        checks.validate(report, "tei", made["bptl3"])
    report.finish()


if __name__ == "__main__":
    main()
