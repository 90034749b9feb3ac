// converters/archive/catalogue.h: finding articles in an archive without reading all of it.
//
// An SQLite database beside the root, "ROOT.catalogue.sqlite": only ever a cache, made anew from
// the root alone. CatalogueKeeper keeps it in step with who archives: it notes what is about to
// change and takes the note away after it. What was noted and not done (a kill) is read again by
// the next one who opens it; each hit is compared with its object before it is given. A missing,
// damaged or incomplete catalogue is an error that names the remedy, never an empty answer.
//
// No printing, no exit, no global state: one Catalogue for each thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "converters/archive/catalogue_entry.h"
#include "converters/archive/catalogue_query.h"
#include "converters/archive/sqlite_database.h"
#include "converters/archive/store.h"
#include "core/base/result.h"

namespace pressmark::archive {

struct Hit {
  CatalogueEntry entry;     // without its text
  std::string snippet;      // some words around those that were found (snippet.h)
  bool is_readable = true;  // false: the object is damaged, and this is what it was before
};

struct ReindexReport {
  std::size_t objects = 0;
  std::vector<std::string> unreadable;  // folders of damaged objects, which it therefore lacks
};

class Catalogue {
 public:
  // Where the catalogue of a root lies.
  static std::string path_for(const std::string& root);

  // Opens the catalogue of a root to read. Fails with ErrorKind::unreadable where there is none, or
  // it is not complete, and ErrorKind::unrecognised where it is damaged: reindex() makes a good
  // one. Where the catalogue cannot be written (a root on a read-only disk, another's files), it is
  // read as it is; where that will not do either, it is made in memory from the root.
  static Result<Catalogue> open(Store store);
  // Opens it to write; makes one where there is none, which is complete only where the root has no
  // object yet. A damaged one is an error as above.
  static Result<Catalogue> open_or_make(Store store);
  // Makes it anew from the root alone.
  static Result<ReindexReport> reindex(Store store);
  // Removes it: where it could not be kept in step, none is better than a wrong one.
  static void discard(const std::string& root);

  // Notes that an object is about to change. Fails where that cannot be written.
  Result<Done> begin(const std::string& object_path);
  // Reads the object again and takes the note away. Call both while the object's lock is held.
  Result<Done> finish(const std::string& object_path);

  // bm25 weighs each condition of a query in each article that it finds: how many of these one
  // query may take. Beyond, the words are in so many articles that they say little of which one is
  // meant, and weighing them would take longer than a reader waits.
  static constexpr std::size_t usual_most_weighed = 20'000;

  // At most `most` hits, each as its object is now. The best are first (bm25). Where there are more
  // than `most_weighed` to weigh, and where no word is looked for, the newest are first.
  Result<std::vector<Hit>> find(const CatalogueQuery& query, std::size_t most,
                                std::size_t most_weighed = usual_most_weighed);
  // Every article in the order of ids, without its text; `take` says whether to go on.
  Result<Done> for_each(const std::function<bool(const CatalogueEntry&)>& take);
  // All that the catalogue holds as JSON lines in the order of ids, texts included: equal for equal
  // roots, to compare catalogues.
  Result<std::string> dump();

  const Store& store() const { return store_; }
  // Whether open() or find() had to read the whole root, since the catalogue beside it is of no use
  // and cannot be written.
  bool is_in_memory() const { return is_in_memory_; }

 private:
  Catalogue(Store store, sqlite::Database database)
      : store_(std::move(store)), database_(std::move(database)) {}

  static Result<Catalogue> connect(Store store, sqlite::Database::Access access);
  static Result<Catalogue> open_to_write(Store store);
  // Absent where it cannot be read so, or something is pending in it.
  static std::optional<Catalogue> open_read_only(const Store& store);
  static Result<Catalogue> make_in_memory(Store store);
  Result<Done> make_tables();
  Result<Done> check_complete();
  Result<Done> settle_pending();
  // Makes the row that of the object as it is, inside a transaction. False where the object cannot
  // be read.
  Result<bool> update(const std::string& object_path);
  // The same in a transaction of its own.
  Result<bool> refresh(const std::string& object_path);
  Result<Done> remove(const std::string& object_path);
  Result<Done> put(const CatalogueEntry& entry);
  Result<std::vector<Hit>> find_once(const CatalogueQuery& query, std::size_t most,
                                     std::size_t most_weighed);
  Result<bool> can_be_weighed(const CatalogueQuery& query, std::size_t most_weighed);
  Result<std::vector<long long>> find_numbers(const CatalogueQuery& query, std::size_t most,
                                              bool is_weighed);
  Result<Done> refill(ReindexReport& report);

  Store store_;
  sqlite::Database database_;
  bool is_read_only_ = false;
  bool is_in_memory_ = false;
};

}  // namespace pressmark::archive
