#include "converters/exporters/epub/identity.h"

#include <algorithm>

#include "converters/common/digest.h"
#include "converters/common/utc_moment.h"
#include "core/model/dump.h"

namespace pressmark::epub {
namespace {

bool is_urn_uuid(std::string_view text) {
  constexpr std::string_view prefix = "urn:uuid:";
  if (!text.starts_with(prefix) || text.size() != prefix.size() + 36) return false;
  text.remove_prefix(prefix.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (hyphen ? c != '-' : !digit) return false;
  }
  return true;
}

}  // namespace

std::string identifier_of(const std::vector<const Document*>& articles, const std::string& title) {
  if (articles.size() == 1) {
    const std::string& own = articles[0]->metadata.text(Variable::identifier);
    if (is_urn_uuid(own)) return own;
  }
  std::string contents = title;
  for (const Document* article : articles) {
    DumpOptions options;
    options.provenance = false;
    options.indented = false;
    contents += '\n' + sha256_hex(dump(*article, options));
  }
  return "urn:uuid:" + uuid_v5_url("pressmark:" + sha256_hex(contents));
}

std::string modified_of(const std::vector<const Document*>& articles,
                        const std::optional<Date>& time) {
  if (time) {
    if (const std::optional<std::string> moment = utc_moment(*time)) return *moment;
  }
  std::string latest;
  for (const Document* article : articles) {
    for (const DateVariable variable : {DateVariable::modified, DateVariable::issued}) {
      const std::optional<std::string> moment = utc_moment(article->metadata.date(variable));
      if (moment) latest = std::max(latest, *moment);
    }
  }
  return latest.empty() ? "2000-01-01T00:00:00Z" : latest;
}

}  // namespace pressmark::epub
