// converters/opds/catalogue.h: a folder of books as a catalogue that reading programs browse.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "converters/opds/book.h"
#include "core/base/result.h"
#include "core/model/date.h"

namespace pressmark::opds {

// A publication: what its books (the same one as EPUB and for Kobo, say) have in common is that of
// the first.
struct Entry {
  std::vector<Book> books;  // at least one

  const Book& book() const { return books.front(); }
};

struct Catalogue {
  std::string identifier;  // a urn:uuid: of title and books
  std::string title;
  std::string updated;  // a moment in UTC
  std::vector<Entry> entries;
};

// Books of one identifier become one entry. Entries are sorted by title as the Unicode Collation
// Algorithm has it, then by identifier; the books of an entry by path. The same books in any order
// give the same catalogue. `updated` is `time` where it is given, else the latest moment of the
// books. Fails with ErrorKind::internal where ICU has no collation.
Result<Catalogue> make_catalogue(std::vector<Book> books, const std::string& title,
                                 const std::optional<Date>& time);

// Where the files that a catalogue refers to lie, seen from it: as paths with '/' between folders.
struct Places {
  std::string self;            // the catalogue's own name
  std::string picture_folder;  // with '/' at its end
};

// An OPDS 1.2 acquisition feed (Atom, RFC 4287), all of whose addresses are relative. Every book is
// offered by a link of open access. A book without an author is shown as by its publisher, else by
// a word for an unknown author, since the feed's author would count for it (RFC 4287, 4.2.1).
Bytes write_atom(const Catalogue& catalogue, const Places& places);

// The same as OPDS 2.0 (draft of 2025), in JSON.
Bytes write_json(const Catalogue& catalogue, const Places& places);

}  // namespace pressmark::opds
