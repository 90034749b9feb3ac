#include "core/model/validate.h"

#include <set>

#include "core/base/match.h"
#include "core/base/utf8.h"
#include "core/model/walk.h"

namespace pressmark {
namespace {

constexpr std::size_t most_problems = 100;

bool is_name_start(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
         (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) ||
         (c >= 0x370 && c <= 0x1FFF && c != 0x37E) || (c >= 0x2C00 && c <= 0x2FEF) ||
         (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
         (c >= 0xFDF0 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0xEFFFF);
}

bool is_name_character(char32_t c) {
  return is_name_start(c) || c == '-' || c == '.' || (c >= '0' && c <= '9') || c == 0xB7 ||
         (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

class Validator {
 public:
  Validator(const Document& document, int depth) : document_(document), most_depth_(depth) {}

  std::vector<std::string> run() {
    collect_ids();
    inlines(document_.front.kicker, 0);
    inlines(document_.front.headline, 0);
    inlines(document_.front.deck, 0);
    for (const Inlines& byline : document_.front.bylines) inlines(byline, 0);
    inlines(document_.front.dateline, 0);
    blocks(document_.body, 0);
    metadata();
    language(document_.language);
    for (const auto& [id, resource] : document_.resources.all()) {
      require(resource.sha256.size() == 64 && !resource.media_type.empty(),
              "resource without digest or media type", id);
      text(resource.origin);
    }
    return std::move(problems_);
  }

 private:
  void require(bool holds, const char* what, std::string_view subject) {
    if (holds || problems_.size() >= most_problems) return;
    problems_.push_back(std::string(what) + ": " + std::string(utf8::prefix(subject, 100)));
  }

  void collect_ids() {
    const auto add = [this](const std::string& id) {
      if (id.empty()) return;
      require(is_valid_id(id), "id that is no NCName", id);
      require(ids_.insert(id).second, "id that is not unique", id);
    };
    for_each_block(document_, [&](const Block& block) { add(block.id); });
    for_each_inline(document_, [&](const Inline& item) { add(item.id); });
  }

  void text(std::string_view value) {
    require(utf8::is_text(value), "octets that are no text", value);
  }
  void language(const std::string& tag) {
    require(tag.empty() || is_language_tag(tag), "language that is no BCP 47 tag", tag);
  }
  void date(const Date& value) {
    require(is_valid(value), "impossible date", to_string(value));
    text(value.literal);
  }

  bool enter(int depth) {
    require(depth < most_depth_, "node that is too deep", "");
    return depth < most_depth_;
  }

  void link(const std::string& target) {
    require(!target.empty() && target.find_first_of(" \t\n") == std::string::npos,
            "link target that is empty or has white space", target);
    text(target);
    if (target.starts_with('#')) {
      require(ids_.contains(target.substr(1)), "link without its target", target);
    }
  }

  void inlines(const Inlines& list, int depth) {
    if (!enter(depth)) return;
    for (const Inline& item : list) inline_node(item, depth);
  }

  void inline_node(const Inline& item, int depth) {
    language(item.language);
    const int below = depth + 1;
    std::visit(
        match{[&](const Text& node) {
                text(node.text);
                require(!node.text.empty(), "empty text node", "");
              },
              [&](const Styled& node) { inlines(node.children, below); },
              [&](const Named& node) { inlines(node.children, below); },
              [&](const Dated& node) {
                date(node.when);
                inlines(node.children, below);
              },
              [&](const Abbreviation& node) {
                text(node.expansion);
                inlines(node.children, below);
              },
              [&](const Quoted& node) { inlines(node.children, below); },
              [&](const Code& node) {
                text(node.text);
                text(node.code_language);
              },
              [&](const Link& node) {
                link(node.target);
                inlines(node.children, below);
              },
              [&](const Image& node) {
                if (node.resource.empty() && !node.source.empty()) {
                  link(node.source);
                  require(!node.source.starts_with('#'), "image source that is no URL",
                          node.source);
                } else {
                  require(node.source.empty() && document_.resources.find(node.resource) != nullptr,
                          "image without its resource", node.resource);
                }
                text(node.alt.value_or(""));
              },
              [&](const Note& node) {
                require(!in_note_, "note inside a note", text_of(node.children));
                text(node.label);
                in_note_ = true;
                blocks(node.children, below);
                in_note_ = false;
              },
              [&](const Formula& node) {
                require(!node.tex.empty() || !node.mathml.empty() || !node.plain.empty(),
                        "empty formula", "");
                text(node.tex);
                text(node.mathml);
                text(node.plain);
              },
              [&](const Ruby& node) {
                inlines(node.base, below);
                text(node.reading);
              },
              [&](const LineBreak&) {}, [&](const PageMark& node) { text(node.label); }},
        item.node);
  }

  void blocks(const Blocks& list, int depth) {
    if (!enter(depth)) return;
    for (const Block& block : list) block_node(block, depth);
  }

  void block_node(const Block& block, int depth) {
    language(block.language);
    const int below = depth + 1;
    std::visit(match{[&](const Paragraph& node) { inlines(node.children, below); },
                     [&](const Heading& node) {
                       require(node.level >= 2 && node.level <= 6, "heading level out of 2 to 6",
                               std::to_string(node.level));
                       inlines(node.children, below);
                     },
                     [&](const Quotation& node) {
                       blocks(node.children, below);
                       inlines(node.attribution, below);
                     },
                     [&](const List& node) {
                       require(!node.items.empty(), "list without items", "");
                       for (const Blocks& item : node.items) blocks(item, below);
                     },
                     [&](const DefinitionList& node) {
                       require(!node.entries.empty(), "definition list without entries", "");
                       for (const DefinitionEntry& entry : node.entries) {
                         require(!entry.terms.empty() || !entry.definitions.empty(),
                                 "definition entry without term and definition", "");
                         for (const Inlines& term : entry.terms) inlines(term, below);
                         for (const Blocks& definition : entry.definitions)
                           blocks(definition, below);
                       }
                     },
                     [&](const Speech& node) {
                       inlines(node.speaker, below);
                       blocks(node.children, below);
                     },
                     [&](const Figure& node) {
                       blocks(node.content, below);
                       inlines(node.caption, below);
                       inlines(node.credit, below);
                     },
                     [&](const Aside& node) {
                       inlines(node.title, below);
                       blocks(node.children, below);
                     },
                     [&](const Preformatted& node) {
                       text(node.text);
                       text(node.code_language);
                     },
                     [&](const Verse& node) {
                       require(!node.stanzas.empty(), "verse without stanzas", "");
                       for (const auto& stanza : node.stanzas) {
                         require(!stanza.empty(), "stanza without lines", "");
                         for (const VerseLine& line : stanza) inlines(line.children, below);
                       }
                     },
                     [&](const Table& node) { table(node, below); }, [&](const Break&) {}},
               block.node);
  }

  void table(const Table& node, int below) {
    inlines(node.caption, below);
    std::size_t cells = 0;
    for (const Row& row : node.rows) {
      cells += row.cells.size();
      for (const Cell& cell : row.cells) {
        require(cell.rows >= 1 && cell.columns >= 1, "cell span below 1", "");
        blocks(cell.children, below);
      }
    }
    require(cells > 0, "table without cells", text_of(node.caption));
    require(node.header_rows >= 0 && node.header_rows <= static_cast<int>(node.rows.size()),
            "more header rows than rows", std::to_string(node.header_rows));
  }

  void metadata() {
    const Metadata& record = document_.metadata;
    for (const auto& [variable, value] : record.texts()) {
      text(value.value);
      require(!value.value.empty(), "empty value", to_string(variable));
    }
    for (const auto& [variable, value] : record.dates()) date(value.value);
    for (const Contributor& contributor : record.contributors) {
      const Name& name = contributor.name;
      require(!name.empty(), "contributor without a name", to_string(contributor.role));
      require(name.literal.empty() || (name.family.empty() && name.given.empty()),
              "name that is person and literal at once", name.literal);
      text(display_name(name));
      text(contributor.position);
    }
    for (const auto& keyword : record.keywords) text(keyword.value);
    for (const auto& [key, value] : record.extra) {
      text(key);
      text(value);
    }
    language(record.text(Variable::language));
  }

  const Document& document_;
  int most_depth_;
  std::set<std::string, std::less<>> ids_;
  std::vector<std::string> problems_;
  bool in_note_ = false;
};

}  // namespace

std::vector<std::string> validate(const Document& document, int depth) {
  return Validator(document, depth).run();
}

bool is_valid_id(std::string_view id) {
  if (id.empty() || !utf8::is_text(id)) return false;
  for (std::size_t i = 0; i < id.size();) {
    const utf8::Decoded decoded = utf8::decode(id, i);
    if (!(i == 0 ? is_name_start(decoded.code_point) : is_name_character(decoded.code_point))) {
      return false;
    }
    i += decoded.size;
  }
  return true;
}

bool is_language_tag(std::string_view tag) {
  int length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (!(letter || (digit && !first)) || ++length > 8) return false;
  }
  return length > 0;
}

}  // namespace pressmark
