#include "converters/archive/catalogue.h"

#include <boost/filesystem.hpp>
#include <nlohmann/json.hpp>

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
CREATE INDEX articles_by_day ON articles (first_day, last_day);
CREATE VIRTUAL TABLE texts USING fts5(title, author, publisher, place, agency, body,
                                      tokenize = 'pressmark');
)";

constexpr std::string_view columns =
    "a.id, a.object_path, a.stamp, a.version, a.created, a.issued, a.first_day, a.last_day, "
    "a.language, a.url, a.csl, t.title, t.author, t.publisher, t.place, t.agency";
constexpr int number_of_columns = 16;

CatalogueEntry entry_of(const Statement& row) {
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

std::string remedy_for(const std::string& root) {
  return "'pressmark reindex " + root + "' makes it from the archive";
}

Error unusable(const std::string& root, std::string_view state, ErrorKind kind) {
  return Error(kind, "the catalogue '" + Catalogue::path_for(root) + "' " + std::string(state),
               remedy_for(root));
}

// A transaction that is undone unless it was committed.
class Transaction {
 public:
  static Result<Transaction> begin(const Database& database) {
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
    return Transaction(database);
  }
  Transaction(Transaction&& other) noexcept : database_(other.database_) {
    other.database_ = nullptr;
  }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction() {
    if (database_ != nullptr) (void)database_->execute("ROLLBACK").has_value();
  }
  Result<Done> commit() {
    Result<Done> committed = database_->execute("COMMIT");
    if (committed) database_ = nullptr;
    return committed;
  }

 private:
  explicit Transaction(const Database& database) : database_(&database) {}
  const Database* database_;
};

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

Result<Catalogue> Catalogue::open(Store store) {
  const std::string root = store.root();
  Result<Catalogue> catalogue = connect(std::move(store), Database::Access::write);
  if (!catalogue) return catalogue;
  if (auto checked = catalogue->check_complete(); !checked) return checked.error();
  if (auto settled = catalogue->settle_pending(); !settled) return settled.error();
  return catalogue;
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
  const auto inventory = store_.read_inventory(object_path);
  if (!inventory) return false;
  if (!*inventory) {
    const Result<Done> removed = remove(object_path);
    return removed ? Result<bool>(true) : Result<bool>(removed.error());
  }
  const std::string stamp = object_stamp(store_, object_path);
  Result<Statement> known = database_.prepare("SELECT stamp FROM articles WHERE object_path = ?1");
  if (!known) return known.error();
  const Result<bool> row = known->bind(1, object_path).step();
  if (!row) return row.error();
  if (*row && known->text(0) == stamp) return true;
  const Result<CatalogueEntry> entry = read_catalogue_entry(store_, object_path, **inventory);
  if (!entry) return false;
  const Result<Done> stored = put(*entry);
  return stored ? Result<bool>(true) : Result<bool>(stored.error());
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

// Another program may have changed objects since; they are read again, and the query asked again.
Result<std::vector<Hit>> Catalogue::find(const CatalogueQuery& query, std::size_t most) {
  constexpr int attempts = 3;
  for (int attempt = 1;; ++attempt) {
    Result<std::vector<Hit>> hits = find_once(query, most);
    if (!hits) return hits;
    bool is_changed = false;
    for (Hit& hit : *hits) {
      const std::string& path = hit.entry.object_path;
      if (object_stamp(store_, path) == hit.entry.stamp) continue;
      const Result<bool> updated = update(path);
      if (!updated) return updated.error();
      hit.is_readable = *updated;
      is_changed = is_changed || *updated;
    }
    if (!is_changed || attempt == attempts) return hits;
  }
}

Result<std::vector<Hit>> Catalogue::find_once(const CatalogueQuery& query, std::size_t most) {
  std::string sql = "SELECT " + std::string(columns);
  sql += query.match.empty() ? ", substr(t.body, 1, 120)"
                             : ", snippet(texts, 5, '" + std::string(snippet_start) + "', '" +
                                   std::string(snippet_end) + "', '\xE2\x80\xA6', 16)";
  sql += " FROM texts t JOIN articles a ON a.number = t.rowid WHERE 1";
  if (!query.match.empty()) sql += " AND texts MATCH ?1";
  if (!query.first_day.empty()) sql += " AND a.last_day >= ?2";
  if (!query.last_day.empty()) sql += " AND a.first_day <= ?3 AND a.first_day <> ''";
  if (!query.language.empty()) {
    sql +=
        " AND (lower(a.language) = ?4 OR substr(lower(a.language), 1, length(?4) + 1) = ?4 || "
        "'-')";
  }
  sql += query.match.empty() ? " ORDER BY a.first_day DESC, a.id" : " ORDER BY t.rank, a.id";
  sql += " LIMIT ?5";
  Result<Statement> select = database_.prepare(sql);
  if (!select) return select.error();
  select->bind(1, query.match).bind(2, query.first_day).bind(3, query.last_day);
  select->bind(4, query.language).bind(5, static_cast<long long>(most));
  std::vector<Hit> hits;
  for (;;) {
    const Result<bool> row = select->step();
    if (!row) return row.error();
    if (!*row) return hits;
    hits.push_back({entry_of(*select), select->text(number_of_columns)});
  }
}

Result<Done> Catalogue::for_each(const std::function<bool(const CatalogueEntry&)>& take) {
  Result<Statement> select =
      database_.prepare("SELECT " + std::string(columns) +
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
      "SELECT " + std::string(columns) +
      ", t.body FROM articles a JOIN texts t ON t.rowid = a.number ORDER BY a.id");
  if (!select) return select.error();
  std::string lines;
  for (;;) {
    const Result<bool> row = select->step();
    if (!row) return row.error();
    if (!*row) return lines;
    Json values = Json::array();
    for (int column = 0; column <= number_of_columns; ++column) {
      values.push_back(select->text(column));
    }
    lines += values.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
}

}  // namespace pressmark::archive
