// tests/support/references.h: records as a long list of references has them.
#pragma once

#include <string>
#include <vector>

#include "core/model/metadata.h"

namespace pressmark::sample {

// Articles of newspapers and journals and books by one to four authors of two hundred, so that many
// need names or letters to be told apart.
inline std::vector<Metadata> references(int count) {
  std::vector<Metadata> records;
  for (int number = 0; number < count; ++number) {
    Metadata& record = records.emplace_back();
    record.type = number % 3 == 0   ? ItemType::article_newspaper
                  : number % 3 == 1 ? ItemType::article_journal
                                    : ItemType::book;
    record.set(Variable::title, "The ferry of the harbour number " + std::to_string(number), {});
    record.set(Variable::container_title, "Coast Daily", {});
    record.set(Variable::publisher, "Harbour Press", {});
    record.set(Variable::volume, std::to_string(number % 40 + 1), {});
    record.set(Variable::page, std::to_string(number) + "-" + std::to_string(number + 12), {});
    record.set(DateVariable::issued, make_date(1950 + number % 70, number % 12 + 1, 3), {});
    for (int i = 0; i <= number % 4; ++i) {
      const std::string family = "Perez" + std::to_string((number + i) % 200);
      record.contributors.push_back({Role::author, person_name("Ana Maria", family), "", {}});
    }
  }
  return records;
}

}  // namespace pressmark::sample
