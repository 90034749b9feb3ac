#include <nlohmann/json.hpp>

#include "cli/archived_article.h"
#include "cli/commands/commands.h"
#include "converters/archive/catalogue.h"

namespace pressmark::cli {
namespace {

constexpr std::size_t usual_most = 100;

std::string csl_array(const std::vector<archive::Hit>& hits) {
  using Json = nlohmann::ordered_json;
  Json items = Json::array();
  for (const archive::Hit& hit : hits) {
    const Json record = Json::parse(hit.entry.csl, nullptr, false);
    if (record.is_array()) items.insert(items.end(), record.begin(), record.end());
  }
  return items.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string shown(const std::vector<archive::Hit>& hits, const std::string& format) {
  if (format == "csljson") return csl_array(hits);
  std::string text;
  for (const archive::Hit& hit : hits) {
    text += format == "ndjson" ? entry_ndjson(hit.entry, hit.snippet)
                               : entry_table(hit.entry, hit.snippet);
  }
  return text;
}

}  // namespace

Result<ExitCode> run_find(const Settings& settings, Session& session) {
  if (auto checked = check_operand_count(settings, 2, ~std::size_t{0}, "ROOT QUERY"); !checked) {
    return checked.error();
  }
  const std::string format = settings.has("to-format") ? settings.text("to-format") : "table";
  if (format != "table" && format != "ndjson" && format != "csljson") {
    return Error(ErrorKind::usage, "'" + format + "' is no format of a list",
                 "the formats are table, ndjson and csljson");
  }
  const Result<std::size_t> most = settings.number("limit", usual_most, 1);
  if (!most) return most.error();
  std::string words;
  for (std::size_t i = 1; i < settings.operands().size(); ++i) {
    words += (i > 1 ? " " : "") + settings.operands()[i];
  }
  const Result<archive::CatalogueQuery> query = archive::parse_catalogue_query(words);
  if (!query) return query.error();
  Result<archive::Store> store = archive::Store::open(settings.operands()[0]);
  if (!store) return store.error();
  Result<archive::Catalogue> catalogue = archive::Catalogue::open(std::move(*store));
  if (!catalogue) return catalogue.error();
  const Result<std::vector<archive::Hit>> hits = catalogue->find(*query, *most);
  if (!hits) return hits.error();
  if (auto written = session.console.write(shown(*hits, format)); !written) return written.error();
  for (const archive::Hit& hit : *hits) {
    if (hit.is_readable) continue;
    session.console.warning("warning: " + hit.entry.id +
                            " is damaged since; 'pressmark verify' shows what is wrong");
  }
  if (catalogue->is_in_memory()) session.console.warning(std::string(catalogue_made_in_memory));
  if (hits->size() == *most) session.console.note("there may be more; --limit gives them");
  return hits->empty() ? ExitCode::some_failed : ExitCode::done;
}

}  // namespace pressmark::cli
