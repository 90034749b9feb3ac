// tests/corpus/import_pages.cpp: imports many pages in one process and writes, for each, the three
// files that the corpora's scorers read.
//
//     import_pages FOLDER LIST OUT
//
// LIST has a line for each page: its id, a tab, the address it was saved from. FOLDER holds the
// unpacked pages as <id>.html; OUT gets <id>.txt (the text: deck and body), <id>.json (CSL-JSON)
// and <id>.html (a clean page without the front matter). At the end the CPU time a page is printed:
// median, mean and slowest.
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "converters/common/csl_json.h"
#include "converters/exporters/html/html.h"
#include "converters/exporters/text/text.h"
#include "converters/importers/html/html.h"
#include "core/model/walk.h"
#include "core/transforms/settle_metadata.h"
#include "tests/support/fake_environment.h"

namespace {

using namespace pressmark;

Bytes read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void write_file(const std::string& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// The article's text as the text output shows it: the deck above the body. Headline and authors are
// scored as metadata, and the kicker files the article: the truth of the corpora has none of them.
Document with_deck_in_body(Document document) {
  if (document.front.deck.empty()) return document;
  Blocks front = {paragraph(std::move(document.front.deck))};
  if (!document.front.dateline.empty()) {
    front.push_back(paragraph(std::move(document.front.dateline)));
    document.front.dateline.clear();
  }
  document.body.insert(document.body.begin(), front.begin(), front.end());
  return document;
}

// Formulas that the page has in TeX as that TeX, which the truth of the corpora has, too: pages
// that we write show them as MathML, and scorers read its letters.
Document with_tex_as_written(Document document) {
  for_each_inline(document, [](Inline& item) {
    const auto* formula = std::get_if<Formula>(&item.node);
    if (formula == nullptr || !formula->mathml.empty() || formula->tex.empty()) return;
    item.node = Text{formula->tex};
  });
  return document;
}

// Imports one page and returns the CPU milliseconds this took.
double import_page(const std::string& folder, const std::string& out, const std::string& id,
                   const std::string& url) {
  Source source;
  source.bytes = read_file(folder + "/" + id + ".html");
  source.name = id + ".html";
  source.url = url;
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  const std::clock_t start = std::clock();
  Result<Document> imported = html::import_html(source, {}, context);
  const double spent = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  if (!imported) {
    std::cerr << id << ": " << imported.error().describe() << '\n';
    return spent;
  }
  const Document document = settle_metadata(std::move(*imported));
  text_output::Options text;
  text.front = text_output::Front::left_out;
  write_file(out + "/" + id + ".txt",
             *text_output::export_text(with_deck_in_body(document), text, context));
  write_file(out + "/" + id + ".json", write_csl_json({{id, &document.metadata}}));
  html::PageOptions clean;
  clean.front = html::Front::left_out;
  const Result<Bytes> page = html::export_html(with_tex_as_written(document), clean, context);
  if (page) write_file(out + "/" + id + ".html", *page);
  return spent;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: import_pages FOLDER LIST OUT\n";
    return 2;
  }
  std::ifstream list(arguments[2]);
  std::vector<double> times;
  for (std::string line; std::getline(list, line);) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string url = tab < line.size() ? line.substr(tab + 1) : "";
    times.push_back(import_page(arguments[1], arguments[3], line.substr(0, tab), url));
  }
  if (times.empty()) return 1;
  std::ranges::sort(times);
  double sum = 0;
  for (const double time : times) sum += time;
  std::cout << times.size() << " pages, CPU ms a page: median " << times[times.size() / 2]
            << ", mean " << sum / static_cast<double>(times.size()) << ", slowest " << times.back()
            << '\n';
  return 0;
}
