#include "converters/importers/html/inspection.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/kept_structures.h"
#include "converters/importers/html/page_reader.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr std::size_t excerpt_bytes = 60;
constexpr std::size_t path_bytes = 44;
// Levels of elements shown around a block: more is hard to read, fewer do not tell boxes apart.
constexpr int path_levels = 3;

long per_cent(double share) { return std::lround(100 * share); }

// "div#main.story": name, id and first class.
std::string selector(const Node& element) {
  std::string text(element.name);
  if (const std::string_view id = element.attribute("id"); !id.empty()) {
    text += '#';
    text += id;
  }
  const std::string_view classes = element.attribute("class");
  const std::size_t start = classes.find_first_not_of(" \t\r\n\f");
  if (start != std::string_view::npos) {
    text += '.';
    text += classes.substr(start, classes.find_first_of(" \t\r\n\f", start) - start);
  }
  return std::string(utf8::prefix(text, path_bytes));
}

// The innermost elements around a block, the outermost first: "article > div.text > p".
std::string path_of(const Node* element) {
  std::string path;
  for (int level = 0; level < path_levels && element != nullptr; ++level) {
    if (element->type != NodeType::element) break;
    path = path.empty() ? selector(*element) : selector(*element) + " > " + path;
    element = element->parent;
  }
  return path;
}

std::string excerpt(std::string_view text) {
  const std::string_view start = utf8::prefix(text, excerpt_bytes);
  return std::string(start) + (start.size() < text.size() ? "..." : "");
}

class Inspection {
 public:
  explicit Inspection(const Article& article) : article_(article), blocks_(article.blocks->all()) {}

  std::string text() {
    strategies();
    places();
    block_table();
    return std::move(out_);
  }

 private:
  // Letters and digits of the blocks with at least this verdict.
  int mass_from(float verdict) const {
    int mass = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (article_.verdicts[i] >= verdict) mass += blocks_[i].measure.mass;
    }
    return mass;
  }
  int kept_mass() const {
    int mass = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (article_.kept[i]) mass += blocks_[i].measure.mass;
    }
    return mass;
  }

  // Whether the block is in the article, for its own sake or as a part of a table, figure or list
  // that is.
  bool is_in_article(const TextBlock& block) const {
    const Node* node = block.first;
    while (node != nullptr && !article_.left_out[static_cast<std::size_t>(node->index)]) {
      if (std::ranges::find(article_.parts, node) != article_.parts.end()) return true;
      node = node->parent;
    }
    return false;
  }

  std::string_view fate(std::size_t block) const {
    if (!is_in_article(blocks_[block])) return "-";
    return article_.kept[block] ? "kept" : "along";
  }

  void strategies() {
    const auto kept = std::ranges::count(article_.kept, true);
    out_ +=
        fmt::format("strategy   {}: {} of {} blocks kept, {} of {} letters, mean verdict {} %\n",
                    article_.strategy, kept, blocks_.size(), kept_mass(),
                    article_.blocks->total_mass(), per_cent(article_.score));
    out_ += "others     ";
    const char* separator = "";
    for (const Strategy& strategy : strategies_by_verdict()) {
      out_ += fmt::format("{}{} would keep {} letters", separator, strategy.name,
                          mass_from(strategy.least_verdict));
      separator = "; ";
    }
    out_ += fmt::format("{}the page has {} letters of running text\n", separator,
                        article_.blocks->total_prose_mass());
  }

  void places() {
    if (article_.headline != nullptr) {
      out_ += fmt::format("headline   line {}, {}: {}\n", article_.headline->from.line,
                          path_of(article_.headline), excerpt(collapsed_text(article_.headline)));
    } else {
      out_ += "headline   none found\n";
    }
    for (const Node* part : article_.parts) {
      out_ += fmt::format("part       line {}, {}\n", part->from.line, path_of(part));
    }
  }

  void block_table() {
    out_ += "\n line verdict        letters links  where: text\n";
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const TextBlock& block = blocks_[i];
      const int line = block.first != nullptr && block.first->from.known() ? block.first->from.line
                                                                           : block.owner->from.line;
      out_ += fmt::format("{:5} {:5} % {:<5} {:6} {:3} %  {}: {}\n", line,
                          per_cent(article_.verdicts[i]), article_.kept[i] ? "kept" : "  - ",
                          block.measure.mass, per_cent(block.link_density()), path_of(block.owner),
                          excerpt(block.text));
    }
  }

  const Article& article_;
  const std::vector<TextBlock>& blocks_;
  std::string out_;
};

}  // namespace

Result<std::string> inspect_html(const Source& source, Context& context) {
  const Result<ReceivedPage> received = receive_page(source);
  if (!received) return received.error();
  const Result<ParsedPage> parsed = parse_page(received->page, context);
  if (!parsed) return parsed.error();
  std::optional<Article> article = find_article(parsed->dom, context);
  if (!article) return no_article(source);
  keep_structures(parsed->dom, *article);
  return Inspection(*article).text();
}

}  // namespace pressmark::html
