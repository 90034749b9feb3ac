// converters/records/bib_entries.h: the syntax of BibTeX files: entries with fields of TeX.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/pipeline/context.h"

namespace pressmark::records {

// An entry other than @string, @preamble and @comment. Names are in lower case, values are TeX with
// their outer braces or quotation marks off and macros replaced.
struct BibEntry {
  std::string type;
  std::string key;
  std::map<std::string, std::string, std::less<>> fields;

  // The value; the empty string where there is none.
  const std::string& field(std::string_view name) const;
  bool has(std::string_view name) const { return fields.contains(name); }
};

// The entries in the file's order. What stands between entries is passed over. The months' macros
// (jan to dec) are known from the start and stand for themselves. An entry takes the fields that
// it does not have from the entry that its `crossref` (a title becoming the container's) or
// `xdata` names, wherever that stands.
//
// Fails with ErrorKind::unrecognised where there is no entry at all, and with ErrorKind::limit for
// text over Limits::input_bytes, or where macros or references make more than that of it.
Result<std::vector<BibEntry>> read_bib_entries(std::string_view text, Context& context);

}  // namespace pressmark::records
