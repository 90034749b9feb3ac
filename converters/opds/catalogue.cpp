#include "converters/opds/catalogue.h"

#include <unicode/coll.h>

#include <algorithm>
#include <map>
#include <memory>

#include "converters/common/digest.h"
#include "converters/common/utc_moment.h"

namespace pressmark::opds {
namespace {

// By title in the order of the Unicode Collation Algorithm, whatever the machine's locale.
Result<Done> sort_by_title(std::vector<Entry>& entries) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    return Error(ErrorKind::internal,
                 std::string("ICU has no order for titles: ") + u_errorName(status));
  }
  std::ranges::stable_sort(entries, [&](const Entry& one, const Entry& other) {
    UErrorCode ignored = U_ZERO_ERROR;  // of UTF-8 that is ill-formed, which texts are not
    return collator->compareUTF8(one.book().title, other.book().title, ignored) < 0;
  });
  return Done{};
}

std::string latest_moment(const std::vector<Book>& books) {
  std::string latest = "1970-01-01T00:00:00Z";
  for (const Book& book : books) latest = std::max(latest, book.updated);
  return latest;
}

}  // namespace

Result<Catalogue> make_catalogue(std::vector<Book> books, const std::string& title,
                                 const std::optional<Date>& time) {
  Catalogue catalogue;
  catalogue.title = title;
  if (time) catalogue.updated = utc_moment(*time).value_or("");
  if (catalogue.updated.empty()) catalogue.updated = latest_moment(books);
  std::ranges::sort(books, {}, &Book::path);
  std::map<std::string, Entry> entries;
  for (Book& book : books) {
    std::string identifier = book.identifier;
    entries[std::move(identifier)].books.push_back(std::move(book));
  }
  std::string names = "pressmark:catalogue:" + title;
  for (auto& [identifier, entry] : entries) {
    names += "\n" + identifier;
    catalogue.entries.push_back(std::move(entry));
  }
  catalogue.identifier = "urn:uuid:" + uuid_v5_url(names);
  if (const Result<Done> sorted = sort_by_title(catalogue.entries); !sorted) return sorted.error();
  return catalogue;
}

}  // namespace pressmark::opds
