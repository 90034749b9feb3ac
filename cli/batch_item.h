// cli/batch_item.h: the items of a batch, from files, folders and lists, and the names of their
// outputs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/settings.h"
#include "core/base/result.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

struct BatchItem {
  std::string id;    // as the list says, else the path
  std::string path;  // empty where the content is given
  std::optional<Bytes> content;
  std::string stem;    // of the outputs' names as asked for; empty: of the path
  std::string folder;  // below the output folder; empty, or with '/' at its end
  // Options of this item alone, which beat the command's: from, url, encoding, lang, captured, set.
  OptionLists settings;
  // Why there is nothing to convert: a line of the list is of no use, a folder cannot be listed.
  // Such an item fails, and only it.
  std::optional<Error> error;
};

// The items of all operands in their order, then those of the lists that --list names. A file is an
// item; a folder gives its files that can be read, sorted by name; "-" is a list on standard input.
// A folder or a list without any is a warning on the console.
// Fails with ErrorKind::unreadable for a list that cannot be read, with ErrorKind::usage for a file
// that looks like a list, and with ErrorKind::unrecognised for a list that is a page or is binary.
// A wrong line of a list, a folder that cannot be listed, or an id that is taken, becomes an item
// with an error; a file that is not there an item that fails; a file named twice is one item.
Result<std::vector<BatchItem>> batch_items(const Settings& settings, const Formats& formats,
                                           Console& console);

// A name for each item's outputs, without extension, unique whatever the upper and lower case:
// the items of equal names get "-2", "-3" in their order. Names in `taken` (by item id) are kept
// for those items.
std::vector<std::string> output_names(const std::vector<BatchItem>& items, const Formats& formats,
                                      const std::map<std::string, std::string>& taken);

}  // namespace pressmark::cli
