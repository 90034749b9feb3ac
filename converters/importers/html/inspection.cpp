#include "converters/importers/html/inspection.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/page_reader.h"
#include "converters/importers/html/page_understanding.h"
#include "core/base/utf8.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

constexpr std::size_t excerpt_bytes = 60;
constexpr std::size_t path_bytes = 44;
// Levels of elements shown around a block: more is hard to read, fewer do not tell boxes apart.
constexpr int path_levels = 3;

long per_cent(double share) { return std::lround(100 * share); }

// Appends the first word of an attribute's value, with a mark before it; nothing where it has none.
void add_word(char mark, std::string_view value, std::string& text) {
  constexpr std::string_view white_space = " \t\r\n\f";
  const std::size_t start = value.find_first_not_of(white_space);
  if (start == std::string_view::npos) return;
  text += mark;
  text += value.substr(start, value.find_first_of(white_space, start) - start);
}

// "div#main.story": name, id and first class.
std::string selector(const Node& element) {
  std::string text(element.name);
  add_word('#', element.attribute("id"), text);
  add_word('.', element.attribute("class"), text);
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
  Inspection(const Article& article, const FrontMatter& front)
      : article_(article), blocks_(article.blocks->all()) {
    add_front("kicker", front.kicker);
    add_front("headline", front.headline);
    add_front("deck", front.deck);
    for (const Inlines& byline : front.bylines) add_front("byline", byline);
  }

  std::string text() {
    strategies();
    places();
    block_table();
    return std::move(out_);
  }

 private:
  void add_front(std::string_view part, const Inlines& line) {
    if (!line.empty()) front_.emplace_back(text_of(line), part);
  }

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
    if (is_in_article(blocks_[block])) return article_.kept[block] ? "kept" : "along";
    const auto in_front = std::ranges::find(front_, blocks_[block].text, &FrontLine::first);
    return in_front == front_.end() ? "-" : in_front->second;
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
    out_ += "\n line verdict           letters links  where: text\n";
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const TextBlock& block = blocks_[i];
      const int line = block.first != nullptr && block.first->from.known() ? block.first->from.line
                                                                           : block.owner->from.line;
      out_ +=
          fmt::format("{:5} {:5} % {:<8} {:6} {:3} %  {}: {}\n", line,
                      per_cent(article_.verdicts[i]), fate(i), block.measure.mass,
                      per_cent(block.link_density()), path_of(block.owner), excerpt(block.text));
    }
  }

  using FrontLine = std::pair<std::string, std::string_view>;  // its text, and what it is

  const Article& article_;
  const std::vector<TextBlock>& blocks_;
  std::vector<FrontLine> front_;
  std::string out_;
};

}  // namespace

Result<std::string> inspect_html(const Source& source, Context& context) {
  const Result<ReceivedPage> received = receive_page(source);
  if (!received) return received.error();
  const Result<ParsedPage> parsed = parse_page(received->page, context);
  if (!parsed) return parsed.error();
  Document document;
  const auto understood = understand_page(*received, *parsed, document);
  if (!understood) return no_article(source);
  return Inspection(understood->article, document.front).text();
}

}  // namespace pressmark::html
