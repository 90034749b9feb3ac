#include "converters/archive/catalogue.h"

#include <boost/filesystem.hpp>
#include <nlohmann/json.hpp>

#include "converters/archive/catalogue_rows.h"
#include "converters/archive/durable_files.h"
#include "converters/archive/fts_tokenizer.h"
#include "converters/archive/ocfl.h"

namespace pressmark::archive {
namespace fs = boost::filesystem;
namespace {

using sqlite::Database;
using sqlite::Statement;

// Counts the forms of the tables; a catalogue of another form is made anew.
constexpr std::string_view form = "pressmark catalogue 1";

constexpr std::string_view tables = R"(
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pending (object_path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, object_path TEXT NOT NULL UNIQUE,
  stamp TEXT NOT NULL, version INTEGER NOT NULL, created TEXT NOT NULL, issued TEXT NOT NULL,
  first_day TEXT NOT NULL, last_day TEXT NOT NULL, language TEXT NOT NULL, url TEXT NOT NULL,
  csl TEXT NOT NULL);
CREATE INDEX articles_by_day ON articles (first_day DESC, id, last_day, language);
CREATE VIRTUAL TABLE texts USING fts5(title, author, publisher, place, agency, body,
                                      tokenize = 'pressmark');
)";

std::string remedy_for(const std::string& root) {
  return "'pressmark reindex " + root + "' makes it from the archive";
}

Error unusable(const std::string& root, std::string_view state, ErrorKind kind) {
  return Error(kind, "the catalogue '" + Catalogue::path_for(root) + "' " + std::string(state),
               remedy_for(root));
}

bool has_object(const Store& store) {
  const auto objects = store.objects();
  return !objects || !objects->empty();
}

}  // namespace

std::string Catalogue::path_for(const std::string& root) {
  boost::system::error_code error;
  const fs::path whole = fs::canonical(root, error);
  return (error ? root : whole.string()) + ".catalogue.sqlite";
}

void Catalogue::discard(const std::string& root) {
  const std::string path = path_for(root);
  for (const char* part : {"", "-wal", "-shm", "-journal"}) {
    (void)files::remove_tree(path + part).has_value();
  }
}

Result<Catalogue> Catalogue::connect(Store store, Database::Access access) {
  const std::string path = path_for(store.root());
  if (access != Database::Access::make && !files::exists(path)) {
    return unusable(store.root(), "is not there", ErrorKind::unreadable);
  }
  Result<Database> database = Database::open(path, access);
  if (!database) return database.error();
  if (auto registered = register_tokenizer(*database); !registered) return registered.error();
  return Catalogue(std::move(store), std::move(*database));
}

Result<Done> Catalogue::make_tables() {
  // Readers and one writer at a time; a commit waits for the disk.
  if (auto set = database_.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"); !set) {
    return set;
  }
  Result<Transaction> transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  Result<Statement> present = database_.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'state'");
  if (!present) return present.error();
  const Result<bool> has_tables = present->step();
  if (!has_tables) return has_tables.error();
  if (*has_tables) return Done{};
  if (auto made = database_.execute(std::string(tables)); !made) return made;
  Result<Statement> state = database_.prepare("INSERT INTO state VALUES (?1, ?2)");
  if (!state) return state.error();
  if (auto set = state->bind(1, "form").bind(2, form).run(); !set) return set;
  // Inside the transaction, so that nobody archives a first object in between.
  const std::string_view complete = has_object(store_) ? "no" : "yes";
  if (auto set = state->bind(1, "complete").bind(2, complete).run(); !set) return set;
  return transaction->commit();
}

Result<Done> Catalogue::check_complete() {
  Result<Statement> state = database_.prepare(
      "SELECT (SELECT value FROM state WHERE key = 'form'), "
      "(SELECT value FROM state WHERE key = 'complete')");
  const Result<bool> row = state ? state->step() : Result<bool>(state.error());
  if (!row) {
    if (database_.last_trouble() != sqlite::Trouble::damaged) return row.error();
    return unusable(store_.root(), "is damaged", ErrorKind::unrecognised);
  }
  if (!*row || state->text(0) != form) {
    return unusable(store_.root(), "is of another version of Pressmark", ErrorKind::unrecognised);
  }
  if (state->text(1) != "yes") {
    return unusable(store_.root(), "does not have every article", ErrorKind::unreadable);
  }
  return Done{};
}

Result<Catalogue> Catalogue::open_to_write(Store store) {
  const std::string root = store.root();
  Result<Catalogue> catalogue = connect(std::move(store), Database::Access::write);
  if (!catalogue) return catalogue;
  if (auto checked = catalogue->check_complete(); !checked) return checked.error();
  if (catalogue->database_.is_read_only()) {
    return unusable(root, "cannot be written", ErrorKind::unreadable);
  }
  if (auto settled = catalogue->settle_pending(); !settled) return settled.error();
  return catalogue;
}

std::optional<Catalogue> Catalogue::open_read_only(const Store& store) {
  // Without the files that writers share, SQLite cannot read beside them; then there is no writer.
  for (const Database::Access access : {Database::Access::read, Database::Access::frozen}) {
    const bool has_log = files::exists(path_for(store.root()) + "-wal");
    if (access == Database::Access::frozen && has_log) continue;
    Result<Catalogue> catalogue = connect(store, access);
    if (!catalogue || !catalogue->check_complete()) continue;
    Result<Statement> pending = catalogue->database_.prepare("SELECT 1 FROM pending");
    const Result<bool> row = pending ? pending->step() : Result<bool>(pending.error());
    if (!row || *row) continue;
    catalogue->is_read_only_ = true;
    return std::move(*catalogue);
  }
  return {};
}

Result<Catalogue> Catalogue::make_in_memory(Store store) {
  Result<Database> database = Database::open(":memory:", Database::Access::make);
  if (!database) return database.error();
  if (auto registered = register_tokenizer(*database); !registered) return registered.error();
  Catalogue catalogue(std::move(store), std::move(*database));
  if (auto made = catalogue.make_tables(); !made) return made.error();
  ReindexReport report;
  if (auto filled = catalogue.refill(report); !filled) return filled.error();
  catalogue.is_in_memory_ = true;
  return catalogue;
}

Result<Catalogue> Catalogue::open(Store store) {
  const std::string path = path_for(store.root());
  const bool can_be_written = files::is_writable(files::folder_of(path)) &&
                              (!files::exists(path) || files::is_writable(path));
  if (can_be_written) return open_to_write(std::move(store));
  if (std::optional<Catalogue> catalogue = open_read_only(store)) return std::move(*catalogue);
  return make_in_memory(std::move(store));
}

Result<Catalogue> Catalogue::open_or_make(Store store) {
  Result<Catalogue> catalogue = connect(std::move(store), Database::Access::make);
  if (!catalogue) return catalogue;
  if (auto made = catalogue->make_tables(); !made) return made.error();
  return catalogue;
}

// What was begun by a process that is no longer there. One that is at work finishes by itself.
Result<Done> Catalogue::settle_pending() {
  Result<Statement> select = database_.prepare("SELECT object_path FROM pending");
  if (!select) return select.error();
  std::vector<std::string> paths;
  for (;;) {
    const Result<bool> row = select->step();
    if (!row) return row.error();
    if (!*row) break;
    paths.push_back(select->text(0));
  }
  for (const std::string& path : paths) {
    Result<Done> finished = Done{};
    store_.with_object_at_rest(path, [&] { finished = finish(path); });
    if (!finished) return finished;
  }
  return Done{};
}

Result<Done> Catalogue::begin(const std::string& object_path) {
  Result<Statement> insert = database_.prepare("INSERT OR IGNORE INTO pending VALUES (?1)");
  if (!insert) return insert.error();
  return insert->bind(1, object_path).run();
}

Result<Done> Catalogue::finish(const std::string& object_path) {
  Result<Transaction> transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  if (auto updated = update(object_path); !updated) return updated.error();
  Result<Statement> done = database_.prepare("DELETE FROM pending WHERE object_path = ?1");
  if (!done) return done.error();
  if (auto ran = done->bind(1, object_path).run(); !ran) return ran;
  return transaction->commit();
}

Result<bool> Catalogue::update(const std::string& object_path) {
  // The stamp must be that of the inventory: a writer may put a version in place meanwhile.
  std::string stamp;
  auto inventory = Result<std::optional<Inventory>>(std::nullopt);
  do {
    stamp = object_stamp(store_, object_path);
    inventory = store_.read_inventory(object_path);
  } while (object_stamp(store_, object_path) != stamp);
  if (!inventory) return false;
  if (!*inventory) {
    const Result<Done> removed = remove(object_path);
    return removed ? Result<bool>(true) : Result<bool>(removed.error());
  }
  Result<Statement> known = database_.prepare("SELECT stamp FROM articles WHERE object_path = ?1");
  if (!known) return known.error();
  const Result<bool> row = known->bind(1, object_path).step();
  if (!row) return row.error();
  if (*row && known->text(0) == stamp) return true;
  Result<CatalogueEntry> entry = read_catalogue_entry(store_, object_path, **inventory);
  if (!entry) return false;
  entry->stamp = stamp;
  const Result<Done> stored = put(*entry);
  return stored ? Result<bool>(true) : Result<bool>(stored.error());
}

Result<bool> Catalogue::refresh(const std::string& object_path) {
  Result<Transaction> transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  const Result<bool> updated = update(object_path);
  if (!updated) return updated;
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return updated;
}

Result<Done> Catalogue::remove(const std::string& object_path) {
  for (const char* sql :
       {"DELETE FROM texts WHERE rowid = (SELECT number FROM articles WHERE object_path = ?1)",
        "DELETE FROM articles WHERE object_path = ?1"}) {
    Result<Statement> statement = database_.prepare(sql);
    if (!statement) return statement.error();
    if (auto ran = statement->bind(1, object_path).run(); !ran) return ran;
  }
  return Done{};
}

Result<Done> Catalogue::put(const CatalogueEntry& entry) {
  if (auto removed = remove(entry.object_path); !removed) return removed;
  Result<Statement> article = database_.prepare(
      "INSERT INTO articles (id, object_path, stamp, version, created, issued, first_day, "
      "last_day, language, url, csl) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  if (!article) return article.error();
  article->bind(1, entry.id).bind(2, entry.object_path).bind(3, entry.stamp);
  article->bind(4, static_cast<long long>(entry.version)).bind(5, entry.created);
  article->bind(6, entry.issued).bind(7, entry.first_day).bind(8, entry.last_day);
  article->bind(9, entry.language).bind(10, entry.url).bind(11, entry.csl);
  if (auto ran = article->run(); !ran) return ran;
  Result<Statement> text = database_.prepare(
      "INSERT INTO texts (rowid, title, author, publisher, place, agency, body) "
      "VALUES (last_insert_rowid(), ?1, ?2, ?3, ?4, ?5, ?6)");
  if (!text) return text.error();
  text->bind(1, entry.title).bind(2, entry.authors).bind(3, entry.publisher);
  text->bind(4, entry.place).bind(5, entry.agency).bind(6, entry.text);
  return text->run();
}

Result<ReindexReport> Catalogue::reindex(Store store) {
  const std::string root = store.root();
  Result<Catalogue> catalogue = open_or_make(store);
  if (!catalogue || !catalogue->check_complete()) {
    discard(root);
    catalogue = open_or_make(std::move(store));
    if (!catalogue) return catalogue.error();
  }
  ReindexReport report;
  if (auto filled = catalogue->refill(report); !filled) return filled.error();
  return report;
}

Result<Done> Catalogue::refill(ReindexReport& report) {
  const auto all = [this](const std::string& sql) -> Result<Done> {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    if (auto ran = database_.execute(sql); !ran) return ran;
    return transaction->commit();
  };
  const Result<Done> emptied =
      all("UPDATE state SET value = 'no' WHERE key = 'complete'; DELETE FROM articles; "
          "DELETE FROM texts;");
  if (!emptied) return emptied;
  const auto objects = store_.objects();
  if (!objects) return objects.error();
  constexpr std::size_t step = 100;  // objects a transaction: others may write in between
  for (std::size_t next = 0; next < objects->size();) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    for (const std::size_t end = std::min(next + step, objects->size()); next < end; ++next) {
      const Result<bool> updated = update((*objects)[next]);
      if (!updated) return updated.error();
      ++report.objects;
      if (!*updated) report.unreadable.push_back((*objects)[next]);
    }
    if (auto committed = transaction->commit(); !committed) return committed;
  }
  return all("UPDATE state SET value = 'yes' WHERE key = 'complete'");
}

Result<Done> Catalogue::for_each(const std::function<bool(const CatalogueEntry&)>& take) {
  Result<Statement> select =
      database_.prepare("SELECT " + std::string(article_columns) +
                        " FROM articles a JOIN texts t ON t.rowid = a.number ORDER BY a.id");
  if (!select) return select.error();
  for (;;) {
    const Result<bool> row = select->step();
    if (!row) return row.error();
    if (!*row || !take(entry_of(*select))) return Done{};
  }
}

Result<std::string> Catalogue::dump() {
  using Json = nlohmann::ordered_json;
  Result<Statement> select = database_.prepare(
      "SELECT " + std::string(article_columns) +
      ", t.body FROM articles a JOIN texts t ON t.rowid = a.number ORDER BY a.id");
  if (!select) return select.error();
  std::string lines;
  for (;;) {
    const Result<bool> row = select->step();
    if (!row) return row.error();
    if (!*row) return lines;
    Json values = Json::array();
    for (int column = 0; column <= number_of_article_columns; ++column) {
      values.push_back(select->text(column));
    }
    lines += values.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
}

}  // namespace pressmark::archive
