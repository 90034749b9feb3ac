#include "converters/exporters/epub/split.h"

#include "core/base/match.h"
#include "core/model/walk.h"

namespace pressmark::epub {
namespace {

// About what the markup of a block or an inline takes beside its text.
constexpr std::size_t markup_of_block = 20;
constexpr std::size_t markup_of_inline = 25;

std::size_t text_size(const Inline& item) {
  return std::visit(
      match{[](const Text& node) { return node.text.size(); },
            [](const Code& node) { return node.text.size() + markup_of_inline; },
            [](const Link& node) { return node.target.size() + markup_of_inline; },
            [](const Image& node) { return node.alt.value_or("").size() + 4 * markup_of_inline; },
            [](const Note&) { return 10 * markup_of_inline; },
            [](const Formula& node) {
              return node.mathml.empty() ? node.tex.size() + node.plain.size()
                                         : node.mathml.size() + node.tex.size();
            },
            [](const Ruby& node) { return node.reading.size() + 2 * markup_of_inline; },
            [](const Abbreviation& node) { return node.expansion.size() + markup_of_inline; },
            [](const Styled&) { return markup_of_inline; },
            [](const Named&) { return markup_of_inline; },
            [](const Dated&) { return markup_of_inline; },
            [](const Quoted&) { return markup_of_inline; },
            [](const LineBreak&) { return markup_of_inline; },
            [](const PageMark&) { return 3 * markup_of_inline; }},
      item.node);
}

std::size_t octets_of(const Block& block) {
  std::size_t size = 0;
  for_each_block(block, [&](const Block& inner) {
    size += markup_of_block;
    if (const auto* code = std::get_if<Preformatted>(&inner.node)) size += code->text.size();
    if (const auto* table = std::get_if<Table>(&inner.node)) {
      for (const Row& row : table->rows) size += markup_of_block * (1 + row.cells.size());
    }
  });
  for_each_inline(block, [&](const Inline& item) { size += text_size(item); });
  return size;
}

class Divider {
 public:
  Divider(const Blocks& body, std::size_t most) : body_(body), most_(most) {
    sizes_.reserve(body.size());
    for (const Block& block : body) sizes_.push_back(octets_of(block));
  }

  std::vector<Range> run() {
    divide({0, body_.size()}, 2);
    return joined();
  }

 private:
  std::size_t size_of(Range range) const {
    std::size_t size = 0;
    for (std::size_t i = range.first; i < range.last; ++i) size += sizes_[i];
    return size;
  }

  bool begins_section(std::size_t position, int level) const {
    const auto* heading = std::get_if<Heading>(&body_[position].node);
    return heading != nullptr && heading->level == level;
  }

  void divide(Range range, int level) {
    constexpr int lowest_level = 6;
    if (size_of(range) <= most_) {
      pieces_.push_back(range);
      return;
    }
    if (level > lowest_level) {
      for (std::size_t i = range.first; i < range.last; ++i) pieces_.push_back({i, i + 1});
      return;
    }
    std::size_t start = range.first;
    for (std::size_t i = range.first + 1; i <= range.last; ++i) {
      if (i < range.last && !begins_section(i, level)) continue;
      divide({start, i}, level + 1);
      start = i;
    }
  }

  // Neighbours that fit together make one file.
  std::vector<Range> joined() const {
    std::vector<Range> files;
    std::size_t size = 0;
    for (const Range& piece : pieces_) {
      const std::size_t more = size_of(piece);
      if (files.empty() || size + more > most_) {
        files.push_back(piece);
        size = more;
      } else {
        files.back().last = piece.last;
        size += more;
      }
    }
    if (files.empty()) files.push_back({0, 0});
    return files;
  }

  const Blocks& body_;
  std::size_t most_;
  std::vector<std::size_t> sizes_;
  std::vector<Range> pieces_;
};

}  // namespace

Division divide(const Document& article, std::size_t most_octets) {
  Division division;
  division.files = Divider(article.body, most_octets).run();
  std::size_t file = 0;
  const auto add = [&](const std::string& id) {
    if (!id.empty()) division.ids.emplace(id, file);
  };
  const FrontMatter& front = article.front;
  const auto add_inlines = [&](const Inlines& inlines) {
    for_each_inline(inlines, [&](const Inline& item) { add(item.id); });
  };
  for (const Inlines* part : {&front.kicker, &front.headline, &front.deck, &front.dateline}) {
    add_inlines(*part);
  }
  for (const Inlines& byline : front.bylines) add_inlines(byline);
  for (; file < division.files.size(); ++file) {
    for (std::size_t i = division.files[file].first; i < division.files[file].last; ++i) {
      for_each_block(article.body[i], [&](const Block& block) { add(block.id); });
      for_each_inline(article.body[i], [&](const Inline& item) { add(item.id); });
    }
  }
  return division;
}

}  // namespace pressmark::epub
