#include "converters/archive/catalogue_entry.h"

#include <algorithm>
#include <array>

#include "converters/archive/catalogue_query.h"
#include "converters/archive/durable_files.h"
#include "converters/archive/ocfl.h"
#include "converters/common/csl_json.h"
#include "converters/common/xml_reader.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view csl_path = "metadata/csl.json";
constexpr std::string_view tei_path = "tei/article.xml";
constexpr int deepest_xml = 1000;  // our importers give at most 200 levels of the document

// TEI elements whose content is a line of its own.
constexpr std::array<std::string_view, 19> block_elements = {
    "p",       "ab",      "head",  "byline", "dateline", "docAuthor", "titlePart",
    "l",       "item",    "label", "cell",   "speaker",  "note",      "figDesc",
    "formula", "trailer", "quote", "q",      "argument"};

bool is_block(std::string_view name) {
  return std::ranges::find(block_elements, name) != block_elements.end();
}

// Gathers lines: white space collapsed, empty lines left out.
class Lines {
 public:
  void add(std::string_view text) {
    for (const char c : text) {
      const bool is_space = c == ' ' || c == '\n' || c == '\t';
      if (!is_space) {
        if (wants_space_ && !line_.empty()) line_ += ' ';
        line_ += c;
      }
      wants_space_ = is_space;
    }
  }
  void end() {
    if (!line_.empty()) text_ += line_ + "\n";
    line_.clear();
    wants_space_ = false;
  }
  std::string take() {
    end();
    return std::move(text_);
  }

 private:
  std::string text_;
  std::string line_;
  bool wants_space_ = false;
};

void gather(const XmlNode& node, Lines& lines) {
  if (node.is_text()) {
    lines.add(node.text);
    return;
  }
  if (node.name == "lb") lines.add(" ");
  const bool is_line = is_block(node.name);
  if (is_line) lines.end();
  for (const XmlNode& child : node.children) gather(child, lines);
  if (is_line) lines.end();
}

// A world with nothing in it: reading a record needs none.
class NoEnvironment : public Environment {
 public:
  Result<Bytes> read(std::string_view reference) override {
    return Error(ErrorKind::unreadable, "'" + std::string(reference) + "' is not there");
  }
  std::optional<Date> time() const override { return {}; }
};

void add_record(const Metadata& record, CatalogueEntry& entry) {
  entry.title = record.text(Variable::title);
  for (const Contributor& author : record.with_role(Role::author)) {
    entry.authors += (entry.authors.empty() ? "" : "; ") + display_name(author.name);
  }
  entry.issued = day_string(record.date(DateVariable::issued));
  if (const auto days = day_range(entry.issued)) {
    entry.first_day = days->first;
    entry.last_day = days->last;
  }
  entry.language = record.text(Variable::language);
  entry.publisher = record.text(Variable::publisher);
  const std::string& container = record.text(Variable::container_title);
  if (!container.empty() && container != entry.publisher) {
    entry.publisher += (entry.publisher.empty() ? "" : "; ") + container;
  }
  entry.place = record.text(Variable::publisher_place);
  entry.agency = record.text(Variable::source);
  entry.url = record.text(Variable::url);
}

bool has_file(const Inventory& inventory, std::string_view path) {
  return std::ranges::any_of(inventory.versions.back().state, [&](const auto& entry) {
    return std::ranges::find(entry.second, path) != entry.second.end();
  });
}

}  // namespace

std::string object_stamp(const Store& store, const std::string& object_path) {
  const Result<Bytes> sidecar =
      files::read_file(store.root() + "/" + object_path + "/" + std::string(sidecar_name), 10000);
  return sidecar ? sidecar->substr(0, sidecar->find(' ')) : std::string();
}

Result<std::string> read_article_text(const Store& store, const Inventory& inventory, int version) {
  const Result<Bytes> tei = store.read_file(inventory, version, tei_path);
  if (!tei) return tei.error();
  const Result<XmlNode> root = read_xml(*tei, Limits{}, deepest_xml);
  if (!root) return root.error();
  Lines lines;
  if (const XmlNode* text = root->child("text")) gather(*text, lines);
  return lines.take();
}

Result<CatalogueEntry> read_catalogue_entry(const Store& store, const std::string& object_path,
                                            const Inventory& inventory) {
  CatalogueEntry entry;
  entry.id = inventory.id;
  entry.object_path = object_path;
  entry.stamp = object_stamp(store, object_path);
  entry.version = inventory.head();
  entry.created = inventory.versions.back().created;
  if (has_file(inventory, csl_path)) {
    const Result<Bytes> json = store.read_file(inventory, inventory.head(), csl_path);
    if (!json) return json.error();
    NoEnvironment environment;
    Diagnostics diagnostics;
    Context context{environment, diagnostics};
    const auto records = read_csl_json(*json, "archive", context);
    if (!records) return records.error();
    if (!records->empty()) {
      add_record(records->front(), entry);
      const std::string key = entry.id;
      entry.csl = write_csl_json({{key, &records->front()}});
    }
  }
  if (has_file(inventory, tei_path)) {
    Result<std::string> text = read_article_text(store, inventory, inventory.head());
    if (!text) return text.error();
    entry.text = std::move(*text);
  }
  return entry;
}

}  // namespace pressmark::archive
