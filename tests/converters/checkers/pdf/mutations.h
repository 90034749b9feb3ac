// Good PDF files and the mistakes that make them bad, one at a time.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::pdf_check {

// A file of PDF/A-3a and PDF/UA-1 with every kind of structure, and attachments.
const Bytes& good_file();
// The same as PDF/A-4f and PDF/UA-2.
const Bytes& good_file_2();

struct Mutation {
  std::string_view name;  // "no-identifier"
  std::string_view code;  // of the finding that it must cause
  Bytes file;
};
std::vector<Mutation> mutations();

}  // namespace pressmark::pdf_check
