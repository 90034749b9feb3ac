// cli/archived_article.h: what the commands on an archive's articles share.
#pragma once

#include <string>
#include <string_view>

#include "cli/settings.h"
#include "converters/archive/catalogue_entry.h"
#include "converters/archive/inventory.h"
#include "converters/archive/store.h"
#include "core/base/result.h"

namespace pressmark::cli {

struct ArchivedArticle {
  archive::Store store;
  std::string object_path;  // below the root
  archive::Inventory inventory;
};

// Said where find and list had to read the whole archive.
inline constexpr std::string_view catalogue_made_in_memory =
    "warning: the catalogue is of no use and cannot be written: the whole archive was read "
    "instead; "
    "who may write there should run 'pressmark reindex'";

// Opens the archive ROOT (the first operand) and finds the article ID (the second): its identifier,
// or the address of its page. Fails with ErrorKind::unreadable where there is no such archive or
// article.
Result<ArchivedArticle> open_article(const Settings& settings);

// Fails with ErrorKind::usage unless there are `least` to `most` operands; `usage` shows them.
Result<Done> check_operand_count(const Settings& settings, std::size_t least, std::size_t most,
                                 std::string_view usage);

// The number of a version: "2", "v2"; for the empty text `otherwise`. Fails with ErrorKind::usage,
// also for a version that the article does not have.
Result<int> version_of(const std::string& text, int otherwise, const archive::Inventory& inventory);

// One entry as a line of NDJSON: id, version, created, path, title, authors, issued, language,
// publisher, place, agency, url; empty ones are left out.
std::string entry_ndjson(const archive::CatalogueEntry& entry, const std::string& snippet);
// The same for people: date, title, authors, and the identifier on a line below.
std::string entry_table(const archive::CatalogueEntry& entry, const std::string& snippet);

}  // namespace pressmark::cli
