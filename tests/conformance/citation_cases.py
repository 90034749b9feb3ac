"""CSL-JSON records that are hard to carry: all types, names of all shapes, dates, and hostile texts in every field."""

# As csl-data.json of CSL 1.0.2 lists them.
TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map
motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog
regulation report review review-book software song speech standard thesis treaty webpage""".split()

NAMES = {
    "plain": {"family": "Perez", "given": "Ana Maria"},
    "two-families": {"family": "García Márquez", "given": "Gabriel"},
    "small-words": {"family": "Ruiz de la Torre", "given": "Ana"},
    "capital-particle": {"family": "De Luca", "given": "Maria"},
    "dropping": {"family": "La Tour", "given": "Georges", "dropping-particle": "de"},
    "non-dropping": {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
    "long-particle": {"family": "Berg", "given": "Piet", "non-dropping-particle": "van den"},
    "capital-in-particle": {"family": "Berg", "given": "Pia", "non-dropping-particle": "Van den"},
    "both-particles": {"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"},
    "apostrophe": {"family": "Alembert", "given": "Jean", "dropping-particle": "d’"},
    "hyphen": {"family": "Biruni", "given": "Abu", "non-dropping-particle": "al-"},
    "suffix": {"family": "Davis", "given": "Sammy", "suffix": "Jr."},
    "number": {"family": "Davis Long", "given": "Sam", "suffix": "III"},
    "initials": {"family": "Tolkien", "given": "J. R. R."},
    "small-family": {"family": "hooks", "given": "bell"},
    "small-families": {"family": "der kleine", "given": "bell"},
    "family-only": {"family": "Aristotle"},
    "families-only": {"family": "Sor Juana"},
    "double": {"family": "Müller-Lüdenscheidt", "given": "Jean-Luc"},
    "comma-family": {"family": "Sand, Sea", "given": "Ole"},
    "comma-given": {"family": "Sand", "given": "Ole, Sir"},
    "and-family": {"family": "Sand and Sea", "given": "Ole"},
    "equals": {"family": "A=B", "given": "C=D"},
    "east-asian": {"family": "山田", "given": "太郎"},
    "korean": {"family": "남궁 성", "given": "민수"},
    "hebrew": {"family": "בן דוד", "given": "יצחק"},
    "arabic": {"family": "ابن خلدون", "given": "عبد الرحمن"},
    "cyrillic": {"family": "Римский-Корсаков", "given": "Николай Андреевич"},
    "agency": {"literal": "TASS"},
    "company": {"literal": "Sand, Sea & Sons (and others)"},
    "desk": {"literal": "The Editors of the Example Gazette"},
}

# Each stands in every text field and name part by itself.
HOSTILE = {
    "braces": "a {b} c", "braces-of-words": "{A b} C", "open-brace": "a { b", "close-brace": "a } b", "crossed": "a } b { c",
    "backslash": "a \\ b \\alpha \\{", "tex-accent": "\\'e \\cite{x}", "ampersand": "a & b &amp; c", "percent": "50 % of 7%", "dollar": "$5 and $6 $x^2$",
    "hash": "#1 of a#b", "underscore": "a_b _c_", "tilde": "a~b ^c^", "less": "a < b > c", "script": "x</script><b>y</b>",
    "comment": "<!-- x --> ]]> <![CDATA[y]]>", "at": "@article{x, y = {z}} @", "pipes": "a | b || c {{d|e=f}} [[g]]",
    "straight": "\"a\" 'b' c's", "curly": "“a” ‘b’ «c»", "back": "``a'' `b'", "dashes": "a - b -- c --- d – e — f",
    "end-mark": "x\nER  - \nTY  - BOOK", "refer-end": "x\n%0 Book\n%A y", "lines": "a\r\nb\n\nc\td", "separators": "a\u2028b\u2029c",
    "spaces": "a   b", "no-break": "a\u00a0b", "rtl": "שלום עולם ‏123‏", "arabic": "مرحبا بالعالم", "bidi": "a \u202eb\u202c c \u2066d\u2069",
    "cjk": "日本語の記事、中文", "emoji": "a 😀 👩\u200d👩\u200d👧 🇫🇷", "combining": "e\u0301 x\u0323\u0307", "capitals": "NASA and mRNA of iPhone",
    "small-first": "jetty", "colon": "a: b; C, De e", "yaml": "- a: [b] #c", "marks": "a ‐ b ′ c … d ... e", "long": "word " * 400 + "end",
    "digits": "007", "ends-in-backslash": "a\\", "only-braces": "{}", "slashes": "//a/b http://x.example/?q={a}",
}

TEXT_FIELDS = ("title", "container-title", "publisher", "publisher-place", "abstract")

URLS = {
    "query": "https://a.example/x_y/z~w?a=1&b=2%20c#d-e", "percent": "https://a.example/%7Bx%7D%25", "brackets": "https://a.example/x(y)[z]'w",
    "umlaut": "https://ä.example/ö/日本", "dollar": "https://a.example/$x/#!y;z,w", "dashes": "https://a.example/a--b---c",
}

DATES = {
    "year": [[2024]], "month": [[2024, 6]], "day": [[2024, 10, 2]], "early": [[987, 1, 1]], "days": [[2024, 5, 1], [2024, 5, 3]],
    "years": [[1890], [1895]],
}


def record(kind, key, **values):
    made = {"id": f"{kind}-{key}", "type": "article-newspaper", "title": "Ferry returns", "container-title": "Coast Daily",
            "author": [NAMES["plain"]], "issued": {"date-parts": [[2026, 3, 4]]}, "URL": "https://coast.example/ferry"}
    made.update(values)
    return made


def hostile(key, text):
    values = {field: text for field in TEXT_FIELDS}
    authors = [{"family": f"Family {text} End", "given": "Ole"}, {"family": "Sand", "given": f"Given {text} End"}]
    return record("hostile", key, author=authors, **values)


def cases(authors=10000):
    made = [record("type", kind, type=kind) for kind in TYPES]
    made += [record("name", key, author=[name]) for key, name in NAMES.items()]
    # Of one kind of particle, for an entry of BibLaTeX says once what its particles are.
    made.append(record("name", "all", author=[n for n in NAMES.values() if "dropping-particle" not in n]))
    made += [hostile(key, text) for key, text in HOSTILE.items()]
    made += [record("literal", key, author=[{"literal": f"Agency {text} End"}]) for key, text in HOSTILE.items()]
    made += [record("url", key, type="webpage", URL=url) for key, url in URLS.items()]
    made += [record("date", key, issued={"date-parts": parts}) for key, parts in DATES.items()]
    made.append(record("numbers", "all", type="article-journal", volume="12", issue="3 (1)", page="4-15", DOI="10.1234/a_b(c)d<1>",
                       ISSN="1234-5679", language="de"))
    made.append(record("untitled", "all"))
    del made[-1]["title"]
    made.append(record("no-year", "day", issued={"literal": "--10-12"}))
    many = [{"family": f"Family {n}", "given": f"Given {n}"} for n in range(authors)]
    made.append(record("many", "authors", author=many))
    return made
