#include "converters/opds/catalogue.h"

#include <unicode/coll.h>

#include <algorithm>
#include <map>
#include <memory>

#include "converters/common/digest.h"
#include "converters/common/utc_moment.h"

namespace pressmark::opds {
namespace {

// Titles in the order of the Unicode Collation Algorithm, whatever the machine's locale.
class TitleOrder {
 public:
  TitleOrder() {
    UErrorCode status = U_ZERO_ERROR;
    collator_.reset(icu::Collator::createInstance(icu::Locale::getRoot(), status));
  }
  int compare(const std::string& one, const std::string& other) const {
    UErrorCode status = U_ZERO_ERROR;
    if (collator_ == nullptr) return one.compare(other);
    return collator_->compareUTF8(one, other, status);
  }

 private:
  std::unique_ptr<icu::Collator> collator_;
};

std::string latest_moment(const std::vector<Book>& books) {
  std::string latest = "1970-01-01T00:00:00Z";
  for (const Book& book : books) latest = std::max(latest, book.updated);
  return latest;
}

}  // namespace

Catalogue make_catalogue(std::vector<Book> books, const std::string& title,
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
  const TitleOrder order;
  std::ranges::stable_sort(catalogue.entries, [&](const Entry& one, const Entry& other) {
    return order.compare(one.book().title, other.book().title) < 0;
  });
  return catalogue;
}

}  // namespace pressmark::opds
