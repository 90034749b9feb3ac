#!/usr/bin/env python3
"""Trains the block model and writes converters/importers/html/block_model_weights.cpp.

    train_block_model.py MANIFEST FOLDER DESCRIBE_BLOCKS WORK [--write WEIGHTS]

MANIFEST is that of the article corpus, FOLDER what unpack_pages.py made of it, DESCRIBE_BLOCKS the
program, WORK a folder for the tables. Prints, for five folds by site, the figures of pages that the
fold's model has not seen; with --write it trains on all pages and writes the numbers. Needs numpy
and lightgbm. docs/article-finding.md describes what happens here.
"""
import argparse
import collections
import gzip
import html.parser
import json
import pathlib
import subprocess
import sys
import urllib.parse

import lightgbm
import numpy

FOLDS = 5
TREES = 150
LEAVES = 31
# Nearly as the article finder keeps blocks: what is this likely; on pages where much more is a little
# less likely, that too (the finder: in the element with what is likely).
KEPT, UNSURE, MUCH_MORE = 0.5, 0.3, 1.3
# How much a page of a set counts: sets whose truth other extractors made count less.
SET_WEIGHTS = {"scrapinghub": 1.5, "wcxb": 1.0, "news": 1.2, "readability": 0.5, "defuddle": 0.4}
SNIPPET_WEIGHT = 6.0


class PlainText(html.parser.HTMLParser):
    BREAKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "br", "td", "th", "tr", "figcaption",
              "blockquote", "section", "pre"}

    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_starttag(self, tag, attrs):
        if tag in self.BREAKS:
            self.parts.append("\n")

    def handle_data(self, data):
        self.parts.append(data)


def truth_of(page, folder, scorer):
    """The text that belongs to the article; None where only snippets are known."""
    def read(name):
        return gzip.open(folder / page[name]).read().decode("utf-8", "replace")
    if page.get("text"):
        return page["text"]
    if page["set"] == "readability" and page.get("gt_html"):
        parser = PlainText()
        parser.feed(read("gt_html"))
        return "".join(parser.parts)
    if page["set"] == "defuddle" and page.get("gt_md"):
        return scorer.md_plain(read("gt_md"))
    return None


def label_by_text(truth, blocks, words):
    """Whether each block is in the truth: by its runs of four words; a short block as a line of the
    truth, or between blocks that are in it."""
    tokens = words(truth)
    runs = set(zip(*(tokens[i:] for i in range(4)))) if len(tokens) >= 4 else set()
    lines = {" ".join(words(line)) for line in truth.split("\n")}
    joined = " " + " ".join(tokens) + " "
    labels = [None] * len(blocks)
    for i, block in enumerate(blocks):
        if len(block) >= 6:
            count = len(block) - 3
            labels[i] = sum(tuple(block[k:k + 4]) in runs for k in range(count)) / count >= 0.5
    sure = [i for i, label in enumerate(labels) if label]
    first, last = (sure[0], sure[-1]) if sure else (0, -1)
    previous = False
    following = [False] * (len(blocks) + 1)
    for i in range(len(blocks) - 1, -1, -1):
        following[i] = labels[i] if labels[i] is not None else following[i + 1]
    for i, block in enumerate(blocks):
        if labels[i] is None:
            text = " ".join(block)
            inside = first - 3 <= i <= last + 3
            among = (previous or following[i + 1]) and len(block) > 1
            labels[i] = bool(block) and inside and (
                text in lines or (among and f" {text} " in joined))
        previous = labels[i]
    return labels


def label_pages(pages, tables, folder, scorer):
    def words(text):
        return [word.lower() for word in scorer.WORD.findall(text)]
    labels, weights = [], []
    for page, texts in zip(pages, tables):
        blocks = [words(text) for text in texts]
        truth = truth_of(page, folder, scorer)
        if truth is not None:
            found = label_by_text(truth, blocks, words)
            sizes = [max(1, min(len(block), 80)) ** 0.75 for block in blocks]
            whole = sum(size for size, label in zip(sizes, found) if label) or 30.0
            scale = SET_WEIGHTS[page["set"]] * (30.0 / whole) ** 0.5
            labels += found
            weights += [scale * size if block else 0 for size, block in zip(sizes, blocks)]
            continue
        wanted = [" ".join(words(text)) for text in page.get("with") or []]
        unwanted = [" ".join(words(text)) for text in page.get("without") or []]
        for block in blocks:
            text = f" {' '.join(block)} "
            good = any(f" {part} " in text for part in wanted)
            bad = any(f" {part} " in text for part in unwanted)
            labels.append(good)
            weights.append(SNIPPET_WEIGHT if good or bad else 0)
    return numpy.array(labels, dtype=numpy.int8), numpy.array(weights, dtype=numpy.float32)


def site_of(page):
    host = urllib.parse.urlparse(page.get("url") or "").netloc.lower().removeprefix("www.")
    return host or page["id"]


def train(rows, labels, weights):
    """Extremely randomised trees: a threshold is drawn for each feature, the best of these taken."""
    used = weights > 0
    data = lightgbm.Dataset(rows[used], labels[used], weight=weights[used])
    return lightgbm.train({
        "objective": "binary", "learning_rate": 0.08, "num_leaves": LEAVES, "extra_trees": True,
        "min_data_in_leaf": 60, "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1,
        "lambda_l2": 5, "max_bin": 127, "verbose": -1, "num_threads": 1, "seed": 1}, data, TREES)


def predict_unseen(rows, labels, weights, folds):
    """For each block what a model says that has seen no page of its site."""
    verdicts = numpy.zeros(len(rows), dtype=numpy.float32)
    for fold in range(FOLDS):
        seen = numpy.where(folds == fold, 0, weights)
        verdicts[folds == fold] = train(rows, labels, seen).predict(rows[folds == fold])
    return verdicts


def kept_blocks(texts, verdicts):
    sizes = numpy.array([len(text) for text in texts])
    sure = sizes[verdicts >= KEPT].sum()
    much_more = sizes[verdicts >= UNSURE].sum() > MUCH_MORE * sure
    return verdicts >= (UNSURE if much_more else KEPT)


def report(pages, tables, verdicts, scorer):
    scores, snippets = collections.defaultdict(list), [0, 0, 0]
    start = 0
    for page, texts in zip(pages, tables):
        kept = kept_blocks(texts, verdicts[start:start + len(texts)])
        start += len(texts)
        text = "\n".join(part for part, keep in zip(texts, kept) if keep)
        if page.get("text"):
            name = ":".join(filter(None, (page["set"], page.get("page_type"))))
            scores[name].append(scorer.page_text_scores(page["text"], text))
        elif page["set"] == "trafilatura":
            for part in page.get("with") or []:
                snippets[0 if part in text else 2] += 1
            snippets[1] += sum(part in text for part in page.get("without") or [])
    for name, found in sorted(scores.items()):
        figures = scorer.aggregate(found)
        print(f"{name:20} F1 {figures['f1']:.4f}  P {figures['p']:.4f}  R {figures['r']:.4f}  "
              f"bag {figures['bag_f1']:.4f}")
    right, wrong, missed = snippets
    print(f"{'trafilatura':20} F  {2 * right / (2 * right + wrong + missed):.4f}")


def forest(name, model):
    """C++ source of a model's trees."""
    nodes, roots = [], []

    def add(node, base):
        place = len(nodes)
        nodes.append(None)
        if "leaf_value" in node:
            nodes[place] = (-1, 0, 0, f"{node['leaf_value']:.4f}f")
            return place
        # The comparison is made with floats at run time: never above the trained threshold.
        value = numpy.float32(node["threshold"])
        if float(value) > node["threshold"]:
            value = numpy.nextafter(value, numpy.float32(-1e30))
        text = f"{value:.8g}"
        text += "f" if "." in text or "e" in text else ".0f"
        left = add(node["left_child"], base)
        right = add(node["right_child"], base)
        nodes[place] = (node["split_feature"], left - base, right - base, text)
        return place

    for tree in model.dump_model()["tree_info"]:
        roots.append(len(nodes))
        add(tree["tree_structure"], len(nodes))

    def fill(items):
        lines, line = [], "   "
        for item in items:
            if len(line) + len(item) + 2 > 100:
                lines.append(line)
                line = "   "
            line += f" {item},"
        return "\n".join(lines + [line])

    return (f"constexpr TreeNode {name}_nodes[] = {{\n"
            + fill("{%d,%d,%d,%s}" % node for node in nodes)
            + f"\n}};\nconstexpr std::int32_t {name}_roots[] = {{\n"
            + fill(str(root) for root in roots) + "\n};\n")


def write_weights(path, first, second):
    path.write_text(f'''#include "converters/importers/html/block_model.h"

// The numbers of the block model, written by tests/corpus/train_block_model.py; see
// docs/article-finding.md. A node is {{feature, left, right, value}}.

namespace pressmark::html {{
namespace {{

// clang-format off
{forest("first", first)}
{forest("second", second)}// clang-format on

}}  // namespace

Forest first_forest() {{ return {{first_nodes, first_roots}}; }}
Forest second_forest() {{ return {{second_nodes, second_roots}}; }}

}}  // namespace pressmark::html
''', encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("manifest", "folder", "program", "work"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--write", type=pathlib.Path)
    options = parser.parse_args()
    sys.path.insert(0, str(options.manifest.parent.parent))
    import score_extraction as scorer

    def describe(name, *verdicts):
        base = options.work / name
        subprocess.run([options.program.absolute(), options.folder, options.folder / "pages.tsv",
                        base, *verdicts], check=True)
        columns = len(base.with_suffix(".names").read_text().split())
        return numpy.fromfile(base.with_suffix(".bin"), dtype=numpy.float32).reshape(-1, columns)

    pages = [json.loads(line) for line in open(options.manifest, encoding="utf-8")]
    rows = describe("first")
    tables = [json.loads(line)["blocks"]
              for line in open(options.work / "first.jsonl", encoding="utf-8")]
    labels, weights = label_pages(pages, tables, options.manifest.parent, scorer)
    sites = sorted({site_of(page) for page in pages})
    order = numpy.random.RandomState(1).permutation(len(sites)) % FOLDS
    fold_of = dict(zip(sites, order))
    folds = numpy.concatenate([numpy.full(len(texts), fold_of[site_of(page)])
                               for page, texts in zip(pages, tables)])
    unseen = predict_unseen(rows, labels, weights, folds)
    print("first stage, unseen sites")
    report(pages, tables, unseen, scorer)
    unseen.tofile(options.work / "verdicts.bin")
    more_rows = describe("second", options.work / "verdicts.bin")
    print("second stage, unseen sites")
    report(pages, tables, predict_unseen(more_rows, labels, weights, folds), scorer)
    first, second = train(rows, labels, weights), train(more_rows, labels, weights)
    first.predict(rows).astype(numpy.float32).tofile(options.work / "verdicts.bin")
    print("second stage, the pages it was trained on")
    report(pages, tables, second.predict(describe("seen", options.work / "verdicts.bin")), scorer)
    if options.write:
        write_weights(options.write, first, second)


if __name__ == "__main__":
    main()
