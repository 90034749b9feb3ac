"""How what other programs read differs from the record, each difference with its reason.

A deviation changes the facts that a record is expected to have on its paths (format/program). docs/formats/citations.md explains each
under its name; citations.py fails where one changes nothing that matters any more.
"""
import re

from citation_readers import NAME_PARTS, TEXTS

PANDOC_BIB = ("bibtex/pandoc", "biblatex/pandoc")
BIBUTILS_BIB = ("bibtex/bib2xml",)
TAGGED = ("ris/ris2xml", "enw/end2xml")
PLAIN_NAMES = TAGGED + ("mods/modsclean", "marcxml/yaz", "coins/html")
ONE_LINE = PANDOC_BIB + BIBUTILS_BIB + PLAIN_NAMES
PROSE = tuple(field for field in TEXTS if field not in ("URL", "DOI"))


def of_texts(change, names=True, texts=PROSE):
    """A change of every text value and every part of a name, addresses aside."""
    def changed(facts, _):
        made = {k: change(v) if k in texts else v for k, v in facts.items()}
        made["author"] = [tuple(change(p) for p in n) if names else n for n in facts["author"]]
        return made
    return changed


def of_names(change):
    """A change of each name, a dictionary of its parts; a change may give several names, or none."""
    def changed(facts, _):
        names = []
        for name in facts["author"]:
            done = change(dict(zip(NAME_PARTS, name)))
            names += [tuple(n.get(p, "") for p in NAME_PARTS) for n in (done if isinstance(done, list) else [done])]
        return {**facts, "author": names}
    return changed


def one_line(text):
    text = re.sub(r"\r\n?", "\n", text)
    return re.sub(r"[ \t]*\n[ \t\n]*", " ", text).replace("\t", " ")


def without_single_braces(text):
    """pandoc 2.17 drops \\textbraceleft and \\textbraceright."""
    open_, single = [], set()
    for place, c in enumerate(text):
        if c == "{":
            open_.append(place)
        elif c == "}":
            single.add(place) if not open_ else open_.pop()
    single |= set(open_)
    return "".join(c for place, c in enumerate(text) if place not in single)


def joined_particles(name):
    def with_particle(particle, rest):
        return particle + ("" if not particle or particle[-1] in "'’-" else " ") + rest
    family = with_particle(name["non-dropping-particle"], name["family"])
    given = f"{name['given']} {name['dropping-particle']}".strip()
    return {"family": family, "given": given, "suffix": name["suffix"], "literal": name["literal"]}


def particles_with_family(name):
    """bibutils' bib2xml: all particles before the family name."""
    name = dict(name, **{"non-dropping-particle": (name["dropping-particle"] + " " + name["non-dropping-particle"]).strip(), "dropping-particle": ""})
    return joined_particles(name)


def second_particle_in_family(name):
    if not name["dropping-particle"] or not name["non-dropping-particle"]:
        return name
    family = f"{name['non-dropping-particle']} {name['family']}"
    return dict(name, family=family, **{"dropping-particle": "", "non-dropping-particle": name["dropping-particle"]})


def capital_particle_in_family(name):
    particle = name["non-dropping-particle"]
    return dict(name, family=f"{particle} {name['family']}", **{"non-dropping-particle": ""}) if particle[:1].isupper() else name


def apostrophe_does_not_drop(name):
    particle = name["dropping-particle"]
    return dict(name, **{"dropping-particle": "", "non-dropping-particle": particle}) if particle.endswith("’") else name


def comma_divides_given(name):
    given, comma, suffix = name["given"].partition(",")
    return dict(name, given=given, suffix=suffix.strip()) if comma and not name["suffix"] else name


def space_for_no_break(name):
    return dict(name, given=name["given"].replace("\u00a0", " "))


def stops_of_initials(name):
    """bibutils takes the full stop behind a letter of given names for that of an initial."""
    return name if name["literal"] else dict(name, given=re.sub(r"(?<![^\W\d_])([^\W\d_])\.(?= |$)", r"\1", name["given"]))


def quotes_of_pandoc_texts(text):
    """pandoc reads quotation marks as quotations and writes them anew; an inner pair alone becomes an outer one."""
    text = text.replace("'", "’").replace("`", "‘")
    text = re.sub("‘‘([^‘’]*)’’", "“‘\\1’”", text)
    return re.sub("(?<![“‘])‘([^‘’]*)’(?!’)", "“\\1”", text)


def quotes_of_pandoc_json(text):
    text = re.sub('"([^"]*)"', "“\\1”", text)
    text = re.sub(r"(?<![\w’'\\`])'([^']*)'(?!\w)", "“\\1”", text)
    return re.sub("‘([^‘’]*)’", "“\\1”", text.replace("'", "’"))


def typographic(text):
    return text.replace("'", "’").replace("`", "‘")


def signs_of_bib2xml(text):
    """bibutils makes dashes and quotation marks of doubled signs whatever stands between them, and knows no \\textbackslash."""
    for sign, made in (("\\", "\\textbackslash"), ("^", "⌃"), ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ('"', "”"), ("'", "’"), ("`", "‘")):
        text = text.replace(sign, made)
    return text


def spaces(text):
    return re.sub(" +", " ", text)


def tilde_in_names(name):
    return {part: value.replace("~", " ") for part, value in name.items()}


def range_to_its_start(facts, _):
    return {**facts, "issued": facts["issued"] and facts["issued"].partition("/")[0]}


def field_is(field, change):
    return lambda facts, item: {**facts, field: change(facts[field], item)}


def each(words, to):
    return {kind: to for kind in words.split()}


# Types that come back as another one, or as none ("").
MISC = """article bill broadcast dataset document event figure graphic hearing interview legal_case legislation map motion_picture musical_score
patent performance periodical personal_communication post post-weblog regulation software song standard treaty webpage"""
BIBTEX_PANDOC = {**each("review review-book", "article-journal"), **each("classic collection", "book"), "speech": "manuscript",
                 **each("entry entry-dictionary entry-encyclopedia", "chapter"), **each(MISC, "")}
BIBLATEX_PANDOC = {**each("article document event hearing interview map musical_score periodical", ""), **each("classic collection software", "book"),
                   **each("entry entry-dictionary", "entry-encyclopedia"), **each("bill regulation standard", "legislation"),
                   **each("post post-weblog", "webpage"), "broadcast": "motion_picture", "figure": "graphic", "performance": "speech",
                   "review-book": "review", "speech": "manuscript"}
BIBTEX_BIBUTILS = {**BIBTEX_PANDOC, **each("article-magazine article-newspaper", "article-journal"), **each("speech manuscript", ""), "pamphlet": "book"}
RIS_BIBUTILS = {**each("""article bill broadcast classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
                          manuscript motion_picture musical_score pamphlet paper-conference performance periodical post-weblog regulation
                          software song speech standard""", ""),
                **each("review review-book", "article-journal"), "treaty": "legislation", "post": "webpage", "interview": "personal_communication"}
ENW_BIBUTILS = {**{kind: to for kind, to in RIS_BIBUTILS.items() if kind not in ("graphic", "manuscript", "motion_picture", "paper-conference")},
                "bill": "legislation"}
TYPES = {
    "ris/ris2xml": RIS_BIBUTILS,
    "enw/end2xml": ENW_BIBUTILS,
    "mods/modsclean": {"periodical": "article-journal"},
    "bibtex/pandoc": BIBTEX_PANDOC,
    "biblatex/pandoc": BIBLATEX_PANDOC,
    "bibtex/bib2xml": BIBTEX_BIBUTILS,
}


def types_on(path):
    return field_is("type", lambda kind, item: TYPES[path].get(item["type"], kind))


class Deviation:
    def __init__(self, name, paths, change):
        self.name, self.paths, self.change = name, paths, change


ARTICLES = "article-journal article-magazine article-newspaper review review-book".split()
PARTS = "chapter entry entry-dictionary entry-encyclopedia paper-conference".split()


def has_container(item):
    return item["type"] in ARTICLES + PARTS


def without(field, applies):
    """What a program makes of a value is not looked at where `applies`."""
    return lambda facts, item: {**facts, field: None} if applies(item) else facts


def without_containers(facts, item):
    """BibTeX's @misc and BibLaTeX's @online have the container as howpublished and organization, which others call publisher."""
    return facts if has_container(item) else {**facts, "container-title": None, "publisher": None}


def any_name(test):
    return lambda item: any(test(name) for name in item["author"])


def comma_ends_family(name):
    """RIS and refer have no sign that would keep a comma from dividing a name."""
    family, comma, rest = name["family"].partition(",")
    return dict(name, family=family, given=f"{rest.strip()}, {name['given']}") if comma else name


def day_of_end2xml(facts, item):
    """bibutils takes the day of these for nothing, and of a range the first month, or the years."""
    day = facts["issued"]
    if item["type"] in ("book", "chapter", "map", "patent", "software"):
        return {**facts, "issued": day[:4]}
    return {**facts, "issued": re.sub(r"^(\d{4}-\d\d)-\d\d/.*", r"\1", day).replace("/", "-")} if day else facts


def particles_behind_given(name):
    given = " ".join(part for part in (name["given"], name["dropping-particle"], name["non-dropping-particle"]) if part)
    return {"family": name["family"], "given": given, "suffix": name["suffix"], "literal": name["literal"]}


def suffix_behind_given(name):
    return dict(name, given=f"{name['given']}, {name['suffix']}", suffix="") if name["suffix"] else name


LAWS = ("bill", "hearing", "legal_case", "legislation", "treaty")


def no_person(name):
    """bibutils takes a name without a comma for "Given Family", or for an organisation if it is one word."""
    return "literal" in name or "given" not in name


def line_ends(text):
    return text.replace("\r\n", "\n")


DEVIATIONS = [
    Deviation("line feeds", ONE_LINE, of_texts(one_line)),
    Deviation("line feeds", ("csljson/pandoc", "jsonld/json"), of_texts(line_ends)),
    Deviation("white space", PANDOC_BIB + BIBUTILS_BIB, of_texts(spaces)),
    Deviation("white space", TAGGED, of_names(lambda name: {part: spaces(value) for part, value in name.items()})),
    Deviation("white space", ("csljson/pandoc",), of_texts(lambda text: re.sub(r"[ \n\t]+", " ", text), names=False)),
    Deviation("braces without a partner", PANDOC_BIB, of_texts(without_single_braces)),
    Deviation("quotation marks", PANDOC_BIB, of_texts(quotes_of_pandoc_texts, names=False)),
    Deviation("quotation marks", PANDOC_BIB, of_texts(typographic, texts=())),
    Deviation("quotation marks", ("csljson/pandoc",), of_texts(quotes_of_pandoc_json, names=False)),
    Deviation("quotation marks", ("csljson/pandoc",), of_texts(lambda text: text.replace("'", "’"), texts=("URL",))),
    Deviation("signs of TeX", BIBUTILS_BIB, of_texts(signs_of_bib2xml)),
    Deviation("second particle", PANDOC_BIB, of_names(second_particle_in_family)),
    Deviation("particle with an apostrophe", PANDOC_BIB, of_names(apostrophe_does_not_drop)),
    Deviation("capital particle", ("biblatex/pandoc",), of_names(capital_particle_in_family)),
    Deviation("comma in given names", PANDOC_BIB + ("csljson/pandoc",), of_names(comma_divides_given)),
    Deviation("no-break space in given names", PANDOC_BIB, of_names(space_for_no_break)),
    Deviation("particles", TAGGED + ("mods/modsclean", "jsonld/json"), of_names(joined_particles)),
    Deviation("particles", ("marcxml/yaz", "coins/html"), of_names(particles_behind_given)),
    Deviation("particles before the family name", BIBUTILS_BIB, of_names(particles_with_family)),
    Deviation("stops of initials", TAGGED + BIBUTILS_BIB, of_names(stops_of_initials)),
    Deviation("commas in names", TAGGED + ("marcxml/yaz", "coins/html"), of_names(comma_ends_family)),
    Deviation("suffixes", TAGGED, of_names(lambda name: dict(name, given=name["given"] + ("," if name["suffix"] else "")))),
    Deviation("suffixes", ("coins/html",), of_names(suffix_behind_given)),
    Deviation("tilde in names", BIBUTILS_BIB, of_names(tilde_in_names)),
    Deviation("ranges of dates", ("bibtex/pandoc", "bibtex/bib2xml", "ris/ris2xml"), range_to_its_start),
    Deviation("years before 1000", BIBUTILS_BIB, field_is("issued", lambda day, _: day and day.lstrip("0"))),
    Deviation("language", PANDOC_BIB, field_is("language", lambda tag, _: {"de": "de-DE"}.get(tag, tag))),
    Deviation("types", ("bibtex/pandoc",), types_on("bibtex/pandoc")),
    Deviation("types", ("biblatex/pandoc",), types_on("biblatex/pandoc")),
    Deviation("types", ("bibtex/bib2xml",), types_on("bibtex/bib2xml")),
    Deviation("types", ("ris/ris2xml",), types_on("ris/ris2xml")),
    Deviation("types", ("enw/end2xml",), types_on("enw/end2xml")),
    Deviation("ranges of dates", ("jsonld/json", "coins/html"), field_is("issued", lambda day, _: "" if day and "/" in day else day)),
    Deviation("days of books", ("enw/end2xml",), day_of_end2xml),
    Deviation("no title", ("marcxml/yaz",), field_is("title", lambda title, _: title or "[Untitled]")),
    # What is not looked at comes last.
    Deviation("containers", ("enw/end2xml",), without("container-title", lambda item: not has_container(item) or item["type"].startswith("entry"))),
    Deviation("containers", ("coins/html",), without("container-title", lambda item: item["type"] in ("book", "report"))),
    Deviation("publishers of newspapers", ("enw/end2xml",), without("publisher", lambda item: item["type"] == "article-newspaper")),
    Deviation("authors of laws", ("enw/end2xml",), without("author", lambda item: item["type"] in LAWS)),
    Deviation("DOI", ("enw/end2xml",), without("DOI", lambda item: "DOI" in item)),
    Deviation("organisations", TAGGED, without("author", any_name(no_person))),
    Deviation("and", ("ris/ris2xml",), without("author", any_name(lambda name: " and " in str(name.values())))),
    Deviation("vertical bars", BIBUTILS_BIB + TAGGED + ("mods/modsclean",), without("author", any_name(lambda name: "|" in str(name.values())))),
    Deviation("containers", PANDOC_BIB + BIBUTILS_BIB, without_containers),
]
