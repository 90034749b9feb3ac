#include "converters/archive/catalogue_rows.h"

namespace pressmark::archive {

CatalogueEntry entry_of(const sqlite::Statement& row) {
  CatalogueEntry entry;
  entry.id = row.text(0);
  entry.object_path = row.text(1);
  entry.stamp = row.text(2);
  entry.version = static_cast<int>(row.number(3));
  entry.created = row.text(4);
  entry.issued = row.text(5);
  entry.first_day = row.text(6);
  entry.last_day = row.text(7);
  entry.language = row.text(8);
  entry.url = row.text(9);
  entry.csl = row.text(10);
  entry.title = row.text(11);
  entry.authors = row.text(12);
  entry.publisher = row.text(13);
  entry.place = row.text(14);
  entry.agency = row.text(15);
  return entry;
}

Result<Transaction> Transaction::begin(const sqlite::Database& database, Kind kind) {
  const Result<Done> begun =
      database.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
  if (!begun) return begun.error();
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(other.database_) {
  other.database_ = nullptr;
}

Transaction::~Transaction() {
  if (database_ != nullptr) (void)database_->execute("ROLLBACK").has_value();
}

Result<Done> Transaction::commit() {
  Result<Done> committed = database_->execute("COMMIT");
  if (committed) database_ = nullptr;
  return committed;
}

}  // namespace pressmark::archive
