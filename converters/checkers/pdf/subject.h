// converters/checkers/pdf/subject.h: what the rules look at and where they say what they found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/checkers/pdf/file.h"
#include "converters/common/check_report.h"

namespace pressmark::pdf_check {

// The standards that a file claims in its XMP packet.
struct Claims {
  int archive_part = 0;        // of ISO 19005; 0: none
  std::string archive_level;   // "A", "U", "B", "F", "E"; empty for PDF/A-4 by itself
  int accessibility_part = 0;  // of ISO 14289; 0: none
  bool is_archive_4() const { return archive_part == 4; }
};

struct Subject {
  const File& file;
  const Dictionary& catalog;
  Claims claims;
  std::vector<CheckFinding>& findings;

  void report(std::string_view code, std::string place, std::string text) const {
    findings.push_back({std::string(code), std::move(place), std::move(text)});
  }
};

// The name of an object for a finding: "object 12" for a reference, else the empty string.
std::string place_of(const Object* object);

}  // namespace pressmark::pdf_check
