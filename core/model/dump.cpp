#include "core/model/dump.h"

#include <cstdio>

#include "core/base/match.h"
#include "core/model/node_names.h"

namespace pressmark {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

class Dumper {
 public:
  explicit Dumper(const DumpOptions& options) : options_(options) {}

  std::string take() { return std::move(out_); }

  void document(const Document& document) {
    line("document" + attribute("language", document.language) + direction(document.direction));
    ++indent_;
    group("kicker", document.front.kicker);
    group("headline", document.front.headline);
    group("deck", document.front.deck);
    for (const Inlines& byline : document.front.bylines) group("byline", byline);
    group("dateline", document.front.dateline);
    line("body");
    nested([&] { blocks(document.body); });
    line("metadata " + std::string(to_string(document.metadata.type)));
    nested([&] { metadata(document.metadata); });
    for (const auto& [id, resource] : document.resources.all()) {
      line("resource " + id + " " + resource.media_type + " " + std::to_string(resource.width) +
           "x" + std::to_string(resource.height) + " " + std::to_string(resource.data.size()) +
           " bytes" + attribute("origin", resource.origin));
    }
    if (options_.provenance) provenance(document.provenance);
    --indent_;
  }

  void blocks(const Blocks& list) {
    for (const Block& block : list) block_node(block);
  }

  void metadata(const Metadata& record) {
    if (options_.evidence) evidence(record.type_evidence);
    for (const auto& [variable, value] : record.texts()) {
      line(std::string(to_string(variable)) + " " + quoted(value.value));
      if (options_.evidence) evidence(value.evidence);
    }
    for (const auto& [variable, value] : record.dates()) {
      line(std::string(to_string(variable)) + " " + to_string(value.value));
      if (options_.evidence) evidence(value.evidence);
    }
    for (const Contributor& contributor : record.contributors) {
      const Name& name = contributor.name;
      line(std::string(to_string(contributor.role)) +
           (name.is_person() ? " person" : " literal " + quoted(name.literal)) +
           attribute("given", name.given) + attribute("dropping-particle", name.dropping_particle) +
           attribute("non-dropping-particle", name.non_dropping_particle) +
           attribute("family", name.family) + attribute("suffix", name.suffix) +
           attribute("uri", name.uri) + attribute("position", contributor.position));
      if (options_.evidence) evidence(contributor.evidence);
    }
    for (const auto& keyword : record.keywords) {
      line("keyword " + quoted(keyword.value));
      if (options_.evidence) evidence(keyword.evidence);
    }
    for (const auto& [key, value] : record.extra) line("extra " + key + " " + quoted(value));
    if (!options_.evidence) return;
    for (const Rejected& value : record.rejected) {
      line("rejected " + value.variable + " " + quoted(value.value) + " because " + value.reason);
      evidence(value.evidence);
    }
  }

 private:
  void line(const std::string& content) {
    out_ += options_.indented ? std::string(2 * indent_, ' ') : std::to_string(indent_) + " ";
    out_.append(content).append("\n");
  }
  template <class F>
  void nested(F content) {
    ++indent_;
    content();
    --indent_;
  }

  static std::string attribute(const char* name, const std::string& value) {
    return value.empty() ? "" : std::string(" ") + name + "=" + quoted(value);
  }
  static std::string direction(Direction value) {
    return value == Direction::inherit ? "" : " " + std::string(to_string(value));
  }

  template <class Wrapper>
  std::string wrapper(const Wrapper& node) const {
    std::string out;
    if (!node.id.empty()) out += " #" + node.id;
    out += attribute("language", node.language) + direction(node.direction);
    if (options_.locations && node.from.known()) {
      out += " @" + std::to_string(node.from.line) + ":" + std::to_string(node.from.column);
    }
    return out;
  }

  void evidence(const Evidence& value) {
    if (value.source.empty()) return;
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, " %.2f", value.confidence);
    std::string content = "  from " + value.source + confidence;
    if (value.inferred) content += " inferred";
    content += attribute("raw", value.raw);
    if (options_.locations && value.from.known()) {
      content += " @" + std::to_string(value.from.line) + ":" + std::to_string(value.from.column);
    }
    line(content);
  }

  void provenance(const Provenance& value) {
    line("provenance");
    nested([&] {
      const auto field = [&](const char* name, const std::string& content) {
        if (!content.empty()) line(std::string(name) + " " + quoted(content));
      };
      field("source", value.source_name);
      field("url", value.source_url);
      field("media-type", value.media_type);
      field("encoding", value.encoding);
      field("sha256", value.sha256);
      line("bytes " + std::to_string(value.bytes));
      if (!value.retrieved.empty()) line("retrieved " + to_string(value.retrieved));
      field("importer", value.importer);
      for (const std::string& transform : value.transforms) field("transform", transform);
    });
  }

  void group(const std::string& name, const Inlines& list) {
    if (list.empty()) return;
    line(name);
    nested([&] { inlines(list); });
  }
  void group(const std::string& name, const Blocks& list) {
    line(name);
    nested([&] { blocks(list); });
  }

  void inlines(const Inlines& list) {
    for (const Inline& item : list) inline_node(item);
  }

  void inline_node(const Inline& item) {
    const std::string end = wrapper(item);
    const auto with_children = [&](const std::string& head, const Inlines& children) {
      line(head + end);
      nested([&] { inlines(children); });
    };
    std::visit(
        match{
            [&](const Text& node) { line("text " + quoted(node.text) + end); },
            [&](const Styled& node) {
              with_children(std::string(to_string(node.style)), node.children);
            },
            [&](const Named& node) {
              with_children("name " + std::string(to_string(node.kind)), node.children);
            },
            [&](const Dated& node) {
              with_children("date " + to_string(node.when), node.children);
            },
            [&](const Abbreviation& node) {
              with_children("abbreviation" + attribute("expansion", node.expansion), node.children);
            },
            [&](const Quoted& node) { with_children("quoted", node.children); },
            [&](const Code& node) {
              line("code " + quoted(node.text) + attribute("of", node.code_language) + end);
            },
            [&](const Link& node) { with_children("link " + quoted(node.target), node.children); },
            [&](const Image& node) {
              line("image" + (node.resource.empty() ? "" : " " + node.resource) +
                   attribute("source", node.source) +
                   (node.alt ? " alt=" + quoted(*node.alt) : "") + end);
            },
            [&](const Note& node) {
              line("note" + attribute("label", node.label) + end);
              nested([&] { blocks(node.children); });
            },
            [&](const Formula& node) {
              line(std::string("formula") + (node.display ? " display" : "") +
                   attribute("tex", node.tex) + attribute("mathml", node.mathml) +
                   attribute("plain", node.plain) + end);
            },
            [&](const Ruby& node) {
              with_children("ruby" + attribute("reading", node.reading), node.base);
            },
            [&](const LineBreak&) { line("line-break" + end); },
            [&](const PageMark& node) { line("page" + attribute("label", node.label) + end); }},
        item.node);
  }

  void block_node(const Block& block) {
    const std::string end = wrapper(block);
    std::visit(match{[&](const Paragraph& node) {
                       line("paragraph" + end);
                       nested([&] { inlines(node.children); });
                     },
                     [&](const Heading& node) {
                       line("heading " + std::to_string(node.level) + end);
                       nested([&] { inlines(node.children); });
                     },
                     [&](const Quotation& node) {
                       line(std::string("quotation") + (node.pulled ? " pulled" : "") + end);
                       nested([&] {
                         blocks(node.children);
                         group("attribution", node.attribution);
                       });
                     },
                     [&](const List& node) {
                       std::string head = "list " + std::string(to_string(node.numbering));
                       if (node.start != 1) head += " start=" + std::to_string(node.start);
                       line(head + end);
                       nested([&] {
                         for (const Blocks& item : node.items) group("item", item);
                       });
                     },
                     [&](const DefinitionList& node) {
                       line("definition-list" + end);
                       nested([&] {
                         for (const DefinitionEntry& entry : node.entries) {
                           line("entry");
                           nested([&] {
                             for (const Inlines& term : entry.terms) group("term", term);
                             for (const Blocks& definition : entry.definitions)
                               group("definition", definition);
                           });
                         }
                       });
                     },
                     [&](const Speech& node) {
                       line("speech" + end);
                       nested([&] {
                         group("speaker", node.speaker);
                         blocks(node.children);
                       });
                     },
                     [&](const Figure& node) {
                       line("figure" + end);
                       nested([&] {
                         blocks(node.content);
                         group("caption", node.caption);
                         group("credit", node.credit);
                       });
                     },
                     [&](const Aside& node) {
                       line("aside " + std::string(to_string(node.kind)) + end);
                       nested([&] {
                         group("title", node.title);
                         blocks(node.children);
                       });
                     },
                     [&](const Preformatted& node) {
                       line(std::string("preformatted") + (node.code ? " code" : "") +
                            attribute("of", node.code_language) + end);
                       nested([&] { line(quoted(node.text)); });
                     },
                     [&](const Verse& node) {
                       line("verse" + end);
                       nested([&] {
                         for (const auto& stanza : node.stanzas) {
                           line("stanza");
                           nested([&] {
                             for (const VerseLine& verse_line : stanza) {
                               line("line" + (verse_line.indent != 0
                                                  ? " indent=" + std::to_string(verse_line.indent)
                                                  : ""));
                               nested([&] { inlines(verse_line.children); });
                             }
                           });
                         }
                       });
                     },
                     [&](const Table& node) {
                       line("table header-rows=" + std::to_string(node.header_rows) + end);
                       nested([&] { table(node); });
                     },
                     [&](const Break&) { line("break" + end); }},
               block.node);
  }

  void table(const Table& node) {
    group("caption", node.caption);
    for (const Row& row : node.rows) {
      line("row");
      nested([&] {
        for (const Cell& cell : row.cells) {
          std::string head = "cell";
          if (cell.rows != 1) head += " rows=" + std::to_string(cell.rows);
          if (cell.columns != 1) head += " columns=" + std::to_string(cell.columns);
          if (cell.header != Scope::none) head += " header=" + std::string(to_string(cell.header));
          if (cell.alignment != Alignment::none)
            head += " " + std::string(to_string(cell.alignment));
          group(head, cell.children);
        }
      });
    }
  }

  DumpOptions options_;
  std::string out_;
  int indent_ = 0;
};

}  // namespace

std::string dump(const Document& document, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.document(document);
  return dumper.take();
}

std::string dump(const Blocks& blocks, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.blocks(blocks);
  return dumper.take();
}

std::string dump(const Metadata& metadata, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.metadata(metadata);
  return dumper.take();
}

}  // namespace pressmark
