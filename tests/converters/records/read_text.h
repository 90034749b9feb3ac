// tests/converters/records/read_text.h: reading records of a text in a test.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "converters/records/records.h"
#include "tests/support/fake_environment.h"

namespace pressmark::records {

struct ReadText {
  std::vector<Metadata> records;  // empty after a failure
  std::string error;
  Diagnostics diagnostics;

  // The first record's values.
  const std::string& text(Variable variable) const { return records.at(0).text(variable); }
  std::string date(DateVariable variable) const { return to_string(records.at(0).date(variable)); }
  std::vector<Name> names(Role role) const {
    std::vector<Name> names;
    for (const Contributor& contributor : records.at(0).with_role(role)) {
      names.push_back(contributor.name);
    }
    return names;
  }
};

inline ReadText read_text(std::string_view text, RecordFormat format, const Limits& limits = {}) {
  ReadText read;
  FakeEnvironment environment;
  Context context{environment, read.diagnostics, limits};
  const auto records = read_records(text, format, "test", context);
  if (records) {
    read.records = *records;
  } else {
    read.error = records.error().message();
  }
  return read;
}

inline Name particle_name(std::string given, std::string particle, std::string family) {
  Name name = person_name(std::move(given), std::move(family));
  name.non_dropping_particle = std::move(particle);
  return name;
}

}  // namespace pressmark::records
