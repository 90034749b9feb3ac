// converters/archive/catalogue_rows.h: what the parts of the catalogue share of its tables.
#pragma once

#include <string_view>

#include "converters/archive/catalogue_entry.h"
#include "converters/archive/sqlite_database.h"
#include "core/base/result.h"

namespace pressmark::archive {

// Of an entry without its text, with `a` for the table of articles and `t` for that of texts.
inline constexpr std::string_view article_columns =
    "a.id, a.object_path, a.stamp, a.version, a.created, a.issued, a.first_day, a.last_day, "
    "a.language, a.url, a.csl, t.title, t.author, t.publisher, t.place, t.agency";
inline constexpr int number_of_article_columns = 16;

// The entry of a row that begins with article_columns.
CatalogueEntry entry_of(const sqlite::Statement& row);

// A transaction that is undone unless it was committed.
class Transaction {
 public:
  enum class Kind {
    read,  // sees one state of the tables from its first query on
    write  // no other writes meanwhile
  };
  static Result<Transaction> begin(const sqlite::Database& database, Kind kind = Kind::write);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<Done> commit();

 private:
  explicit Transaction(const sqlite::Database& database) : database_(&database) {}
  const sqlite::Database* database_;
};

}  // namespace pressmark::archive
