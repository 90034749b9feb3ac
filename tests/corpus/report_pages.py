#!/usr/bin/env python3
"""Says page by page what an import missed and what it let in, worst pages first.

    report_pages.py SHARED FOLDER [--set NAME] [--page ID] [--worst N]

FOLDER is what `check_floors.py --keep FOLDER` left. For each page of the articles' corpus:

  score      the lowest of F1 of runs of four words (or F of snippets) and F1 of structure, as the
             truth allows
  missed     stretches of the true text that the article lacks, in the truth's words
  let in     stretches of the article that the true text lacks
  structure  headings, items, cells, code, quotations, notes, links, images of one side only
  record     fields of the record that are wrong, wanted and got

Standard library only; the scores are those of SHARED/corpora/score_extraction.py.
"""
import argparse
import collections
import json
import pathlib
import statistics
import sys

LONGEST = 160
RUN = 4


def load_scorer(corpora):
    sys.path.insert(0, str(corpora))
    import score_extraction
    return score_extraction


def stretches(scorer, text, other):
    """Stretches of `text` of which no run of four words is in `other`, as they stand."""
    words = list(scorer.WORD.finditer(text))
    tokens = [word.group() for word in words]
    known = scorer.shingle_counts(other)
    covered = [False] * len(words)
    if len(tokens) <= RUN:
        covered = [" ".join(tokens) in " ".join(other.split())] * len(words)
    for i in range(len(tokens) - RUN + 1):
        run = tuple(tokens[i:i + RUN])
        if known[run] > 0:
            known[run] -= 1
            covered[i:i + RUN] = [True] * RUN
    start = None
    for i in range(len(words) + 1):
        alone = i < len(words) and not covered[i]
        if alone and start is None:
            start = i
        if not alone and start is not None:
            yield i - start, " ".join(text[words[start].start():words[i - 1].end()].split())
            start = None


def shortened(text):
    return text if len(text) <= LONGEST else text[:LONGEST] + " ..."


def text_report(scorer, page, got):
    scores = scorer.page_text_scores(page["text"], got)
    lines = [f"  {kind:8} {count:4} words: {shortened(stretch)}"
             for kind, one, two in (("missed", page["text"], got), ("let in", got, page["text"]))
             for count, stretch in stretches(scorer, one, two)]
    return scorer.harmonic(scores["p"], scores["r"]), lines


def snippet_report(scorer, page, got):
    flat = " ".join(got.lower().split())
    inside = {kind: [s for s in page.get(kind) or [] if " ".join(s.lower().split()) in flat]
              for kind in ("with", "without")}
    missed = [s for s in page.get("with") or [] if s not in inside["with"]]
    precision, recall = scorer.ratios(len(inside["with"]), len(inside["without"]), len(missed))
    lines = [f"  missed   snippet: {shortened(s)}" for s in missed]
    lines += [f"  let in   snippet: {shortened(s)}" for s in inside["without"]]
    return scorer.harmonic(precision, recall), lines


def structure_report(scorer, truth, got):
    lines = []
    for name, one, two in (("missed", truth, got), ("let in", got, truth)):
        for (kind, text), count in sorted((one - two).items()):
            times = f" ({count} times)" if count > 1 else ""
            lines.append(f"  {name:8} {kind}: {shortened(text)}{times}")
    return scorer.harmonic(*scorer.ratios(*scorer.overlap(truth, got))), lines


def without_headline(items, headline):
    """The items but headings and links that are the headline's words."""
    return collections.Counter({item: count for item, count in items.items()
                                if item[1] != headline or item[0] not in ("h", "link")})


def structure_figures(scorer, truth, got, headline):
    """F1 of structure, and the same where neither side has the headline; None: no structure."""
    if not truth and not got:
        return None
    rest = [without_headline(items, headline) for items in (truth, got)]
    return (scorer.harmonic(*scorer.ratios(*scorer.overlap(truth, got))),
            scorer.harmonic(*scorer.ratios(*scorer.overlap(*rest))))


def record_report(scorer, page, record):
    return [f"  record   {field}: wanted {page[field]!r}, got {record.get(field)!r}"
            for field in scorer.META
            if page.get(field) and not scorer.meta_right(field, page[field], record.get(field))]


def report(scorer, corpus, out, page, structures):
    base = str(out / page["id"])
    got = scorer.read_any(base + ".txt") or ""
    score, lines = 1.0, []
    if page.get("text"):
        score, lines = text_report(scorer, page, got)
    elif page.get("with") or page.get("without"):
        score, lines = snippet_report(scorer, page, got)
    if page.get("gt_html") or page.get("gt_md"):
        truth = scorer.read_any(str(corpus / (page.get("gt_html") or page["gt_md"])))
        items = scorer.html_items if page.get("gt_html") else scorer.md_items
        found = scorer.html_items(scorer.read_any(base + ".html") or "")
        headline = scorer.fold(scorer.read_metadata(base + ".json").get("title") or "")
        figures = structure_figures(scorer, items(truth), found, headline)
        structures += [figures] if figures else []
        structure, items_lines = structure_report(scorer, items(truth), found)
        score = min(score, structure)
        lines += items_lines
    lines += record_report(scorer, page, scorer.read_metadata(base + ".json"))
    return score, lines


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--set", help="only pages of this set, such as news or wcxb:forum")
    parser.add_argument("--page", help="only this page")
    parser.add_argument("--worst", type=int, help="only so many pages, the worst")
    options = parser.parse_args()
    corpora = options.shared.resolve() / "corpora"
    scorer = load_scorer(corpora)
    corpus, out = corpora / "articles", options.folder / "articles" / "out"
    reports = collections.defaultdict(list)
    structures = collections.defaultdict(list)
    for line in open(corpus / "manifest.jsonl", encoding="utf-8"):
        page = json.loads(line)
        names = list(scorer.set_names(page))
        if options.page not in (None, page["id"]) or options.set not in (None, *names):
            continue
        score, lines = report(scorer, corpus, out, page, structures[names[-1]])
        reports[names[-1]].append((score, page["id"], page.get("url") or "", lines))
    for name, pages in sorted(reports.items()):
        print(f"# {name}: {len(pages)} pages")
        if structures[name]:
            both, rest = (statistics.fmean(column) for column in zip(*structures[name]))
            print(f"structure F1 {both:.3f}; headline left out on both sides {rest:.3f}")
        for score, identifier, url, lines in sorted(pages)[:options.worst]:
            if lines or options.page:
                print(f"\n{identifier}  {score:.3f}  {url}", *lines, sep="\n")
        print()


if __name__ == "__main__":
    main()
