#include "converters/exporters/epub/identity.h"
#include "converters/common/article_identifier.h"

#include <algorithm>

#include "converters/common/digest.h"
#include "converters/common/utc_moment.h"
#include "core/model/dump.h"

namespace pressmark::epub {
std::string identifier_of(const std::vector<const Document*>& articles, const std::string& title) {
  if (articles.size() == 1) {
    std::string own = article_identifier(*articles[0]);
    if (!own.empty()) return own;
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
