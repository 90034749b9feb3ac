#include "converters/importers/html/ids.h"

#include <utility>

#include "converters/importers/html/inline_text.h"
#include "core/base/match.h"
#include "core/base/utf8.h"
#include "core/model/validate.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

constexpr std::size_t most_name_bytes = 200;

std::string ncname(std::string_view source_id) {
  std::string name;
  const std::string_view cut = utf8::prefix(source_id, most_name_bytes);
  for (std::size_t i = 0; i < cut.size();) {
    const utf8::Decoded decoded = utf8::decode(cut, i);
    std::string character;
    utf8::append(character, decoded.code_point);
    name += is_valid_id("a" + character) ? character : "-";
    i += static_cast<std::size_t>(decoded.size);
  }
  if (!is_valid_id(name)) name.insert(0, "id-");
  return name;
}

class LinkSettler {
 public:
  LinkSettler(const Document& document, const Ids& ids) : ids_(ids) {
    const auto add = [this](const std::string& id) {
      if (!id.empty()) present_.insert(id);
    };
    for_each_block(document, [&](const Block& block) { add(block.id); });
    for_each_inline(document, [&](const Inline& item) { add(item.id); });
  }

  // Settles the links directly in a list; deeper lists have been visited by then or will be.
  void list(Inlines& inlines) {
    bool dead = false;
    for (Inline& item : inlines) {
      auto* link = std::get_if<Link>(&item.node);
      if (link == nullptr || !link->target.starts_with('#')) continue;
      std::string id = ids_.find(std::string_view(link->target).substr(1));
      // A place that was built may have gone with what the front matter repeats.
      if (!present_.contains(id)) id.clear();
      if (id.empty()) {
        dead_.insert(link->target);
        dead = true;
      }
      link->target = id.empty() ? "" : "#" + id;
    }
    if (dead) unwrap_dead(inlines);
  }

  std::set<std::string> take_dead() { return std::move(dead_); }

 private:
  static void unwrap_dead(Inlines& inlines) {
    Inlines kept;
    kept.reserve(inlines.size());
    for (Inline& item : inlines) {
      auto* link = std::get_if<Link>(&item.node);
      if (link == nullptr || !link->target.empty()) {
        Inlines one;
        one.push_back(std::move(item));
        append_all(kept, std::move(one));
        continue;
      }
      Inlines& children = link->children;
      if (!item.id.empty() && !children.empty()) {
        // A link that is itself a place leaves its id to its first child; where that has one
        // already, the link stays as a place that leads to itself.
        if (!children.front().id.empty()) {
          link->target = "#" + item.id;
          kept.push_back(std::move(item));
          continue;
        }
        children.front().id = item.id;
      }
      append_all(kept, std::move(children));
    }
    inlines = std::move(kept);
  }

  const Ids& ids_;
  std::set<std::string, std::less<>> present_;
  std::set<std::string> dead_;
};

// Calls `visit` with every list of inlines, inner ones first.
template <class Visit>
class ListWalk {
 public:
  explicit ListWalk(Visit visit) : visit_(visit) {}

  void blocks(Blocks& list) {
    for (Block& block : list) this->block(block);
  }
  void inlines(Inlines& list) {
    for (Inline& item : list) {
      std::visit(
          match{[](Text&) {}, [&](Styled& node) { inlines(node.children); },
                [&](Named& node) { inlines(node.children); },
                [&](Dated& node) { inlines(node.children); },
                [&](Abbreviation& node) { inlines(node.children); },
                [&](Quoted& node) { inlines(node.children); }, [](Code&) {},
                [&](Link& node) { inlines(node.children); }, [](Image&) {},
                [&](Note& node) { blocks(node.children); }, [](Formula&) {},
                [&](Ruby& node) { inlines(node.base); }, [](LineBreak&) {}, [](PageMark&) {}},
          item.node);
    }
    visit_(list);
  }

 private:
  void block(Block& block) {
    std::visit(match{[&](Paragraph& node) { inlines(node.children); },
                     [&](Heading& node) { inlines(node.children); },
                     [&](Quotation& node) {
                       blocks(node.children);
                       inlines(node.attribution);
                     },
                     [&](List& node) {
                       for (Blocks& item : node.items) blocks(item);
                     },
                     [&](DefinitionList& node) {
                       for (DefinitionEntry& entry : node.entries) {
                         for (Inlines& term : entry.terms) inlines(term);
                         for (Blocks& definition : entry.definitions) blocks(definition);
                       }
                     },
                     [&](Speech& node) {
                       inlines(node.speaker);
                       blocks(node.children);
                     },
                     [&](Figure& node) {
                       blocks(node.content);
                       inlines(node.caption);
                       inlines(node.credit);
                     },
                     [&](Aside& node) {
                       inlines(node.title);
                       blocks(node.children);
                     },
                     [](Preformatted&) {},
                     [&](Verse& node) {
                       for (auto& stanza : node.stanzas) {
                         for (VerseLine& line : stanza) inlines(line.children);
                       }
                     },
                     [&](Table& node) {
                       inlines(node.caption);
                       for (Row& row : node.rows) {
                         for (Cell& cell : row.cells) blocks(cell.children);
                       }
                     },
                     [](Break&) {}},
               block.node);
  }

  Visit visit_;
};

}  // namespace

void Ids::place(std::string_view source_id, std::string& id) {
  if (names_.contains(source_id)) return;
  if (id.empty()) id = unique_name(source_id);
  names_.emplace(source_id, id);
}

std::string Ids::unique_name(std::string_view source_id) {
  const std::string name = ncname(source_id);
  std::string unique = name;
  int& number = last_numbers_.try_emplace(name, 1).first->second;
  while (!used_.insert(unique).second) unique = name + "-" + std::to_string(++number);
  return unique;
}

std::string Ids::find(std::string_view source_id) const {
  const auto found = names_.find(source_id);
  return found == names_.end() ? std::string() : found->second;
}

std::set<std::string> settle_links(Document& document, const Ids& ids) {
  LinkSettler settler(document, ids);
  const auto visit = [&](Inlines& list) { settler.list(list); };
  ListWalk<decltype(visit)> walk(visit);
  walk.inlines(document.front.kicker);
  walk.inlines(document.front.headline);
  walk.inlines(document.front.deck);
  for (Inlines& byline : document.front.bylines) walk.inlines(byline);
  walk.inlines(document.front.dateline);
  walk.blocks(document.body);
  return settler.take_dead();
}

}  // namespace pressmark::html
