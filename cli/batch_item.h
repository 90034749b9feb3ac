// cli/batch_item.h: an item of a batch, and the names of the items' outputs.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "cli/settings.h"
#include "core/base/result.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

struct BatchItem {
  std::string id;                // as the list says, else the path
  std::string path;              // empty where only the content is given
  std::optional<Bytes> content;  // of a JSON line, or of a container's page
  std::string entry = {};        // of the ZIP archive at `path`: images lie beside it in there
  std::string source_name = {};  // of a content; empty: none
  Bytes record = {};             // of a WARC file that has the content, as received; else empty
  std::string stem;              // of the outputs' names as asked for; empty: of the path
  std::string folder;            // below the output folder; empty, or with '/' at its end
  // Options of this item alone, which beat the command's: from, url, encoding, lang, captured, set.
  OptionLists settings;
  // The line of the report when the same run did it before; empty where it did not.
  std::string last_line = {};
  // Why there is nothing to convert: a line of the list is of no use, a folder cannot be listed.
  // Such an item fails, and only it.
  std::optional<Error> error;
};

// A name for each item's outputs, without extension, unique whatever the upper and lower case:
// the items of equal names get "-2", "-3" in their order. Names in `taken` (by item id) are kept
// for those items.
class OutputNames {
 public:
  // Whether an item may come again, and has the same name then; each name is then remembered.
  enum class Items { once, again };
  OutputNames(const Formats& formats, std::map<std::string, std::string> taken,
              Items items = Items::once);

  std::string name_of(const BatchItem& item);

 private:
  const Formats& formats_;
  std::map<std::string, std::string> taken_;
  Items items_;
  std::set<std::string> used_;
  std::map<std::string, int> next_;  // the number to try for a name, so that n equal ones cost n
};

}  // namespace pressmark::cli
