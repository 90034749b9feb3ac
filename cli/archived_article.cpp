#include "cli/archived_article.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/console.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/verify_inventory.h"
#include "converters/common/article_identifier.h"
#include "converters/common/digest.h"
#include "converters/common/url.h"

namespace pressmark::cli {

Result<ArchivedArticle> open_article(const Settings& settings) {
  Result<archive::Store> store = archive::Store::open(settings.operands()[0]);
  if (!store) return store.error();
  std::string id = settings.operands()[1];
  if (is_web_url(id)) id = identifier_of_url(id);
  Result<std::optional<archive::Inventory>> inventory = store->find(id);
  if (!inventory) return inventory.error();
  if (!*inventory) {
    return Error(ErrorKind::unreadable,
                 "there is no article '" + settings.operands()[1] + "' in '" + store->root() + "'",
                 "'pressmark list' shows all, 'pressmark find' those with certain words");
  }
  std::string path = archive::storage_path(archive::object_digest(id));
  return ArchivedArticle{std::move(*store), std::move(path), std::move(**inventory)};
}

Result<Done> check_operand_count(const Settings& settings, std::size_t least, std::size_t most,
                                 std::string_view usage) {
  const std::size_t count = settings.operands().size();
  if (count >= least && count <= most) return Done{};
  return Error(ErrorKind::usage, count < least ? "an argument is missing" : "too many arguments",
               "the arguments are " + std::string(usage));
}

Result<int> version_of(const std::string& text, int otherwise,
                       const archive::Inventory& inventory) {
  if (text.empty()) return otherwise;
  const int number = archive::version_number(text.front() == 'v' ? text : "v" + text);
  if (number >= 1 && number <= inventory.head()) return number;
  return Error(ErrorKind::usage, "'" + text + "' is no version of the article",
               fmt::format("it has v1 to v{}", inventory.head()));
}

std::string entry_ndjson(const archive::CatalogueEntry& entry, const std::string& snippet) {
  using Json = nlohmann::ordered_json;
  Json object = {{"id", entry.id},
                 {"version", entry.version},
                 {"created", entry.created},
                 {"path", entry.object_path}};
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) object[key] = value;
  };
  add("title", entry.title);
  add("authors", entry.authors);
  add("issued", entry.issued);
  add("language", entry.language);
  add("publisher", entry.publisher);
  add("place", entry.place);
  add("agency", entry.agency);
  add("url", entry.url);
  add("snippet", snippet);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string entry_table(const archive::CatalogueEntry& entry, const std::string& snippet) {
  const std::string by = entry.authors.empty() ? "" : " (" + entry.authors + ")";
  std::string text =
      fmt::format("{:<10}  {}{}\n{:12}{} v{}\n", printable(entry.issued), printable(entry.title),
                  printable(by), "", printable(entry.id), entry.version);
  std::string line = snippet;
  for (char& c : line) c = c == '\n' ? ' ' : c;
  if (!line.empty()) text += fmt::format("{:12}{}\n", "", printable(line));
  return text;
}

}  // namespace pressmark::cli
