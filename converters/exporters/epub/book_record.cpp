#include "converters/exporters/epub/book_record.h"

#include <algorithm>

namespace pressmark::epub {

const std::string& publisher_of(const Metadata& record) {
  const std::string& publisher = record.text(Variable::publisher);
  return publisher.empty() ? record.text(Variable::source) : publisher;
}

bool is_of_another_work(Role role) {
  return role == Role::container_author || role == Role::original_author ||
         role == Role::reviewed_author || role == Role::recipient;
}

std::string latest_day(const std::vector<const Document*>& articles) {
  std::string latest;
  for (const Document* article : articles) {
    Date day;
    day.start = article->metadata.date(DateVariable::issued).start;
    day.start.season = 0;
    if (!day.start.year || *day.start.year < 1 || *day.start.year > 9999) continue;
    latest = std::max(latest, day_string(day));
  }
  return latest;
}

}  // namespace pressmark::epub
