#include "converters/archive/sqlite_database.h"

#include <sqlite3.h>

namespace pressmark::sqlite {
namespace {

constexpr int busy_milliseconds = 60'000;

Trouble trouble_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Trouble::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR:  // a table or column that is not there
      return Trouble::damaged;
    default:
      return Trouble::other;
  }
}

// A path as SQLite's URI: these characters have a meaning in it.
std::string file_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    } else {
      uri += c;
    }
  }
  return uri;
}

}  // namespace

void Statement::Finaliser::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt* statement, const Database& database)
    : statement_(statement), database_(&database) {}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A text without octets has no address, which would be NULL.
  const char* octets = text.empty() ? "" : text.data();
  sqlite3_bind_text64(statement_.get(), parameter, octets, text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(int parameter, long long number) {
  sqlite3_bind_int64(statement_.get(), parameter, number);
  return *this;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return database_->last_error("use");
}

Result<Done> Statement::run() {
  for (;;) {
    const Result<bool> row = step();
    if (!row) {
      sqlite3_reset(statement_.get());
      return row.error();
    }
    if (!*row) break;
  }
  sqlite3_reset(statement_.get());
  return Done{};
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::string Statement::text(int column) const {
  const auto* octets = sqlite3_column_text(statement_.get(), column);
  if (octets == nullptr) return {};
  return {reinterpret_cast<const char*>(octets),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

long long Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void Database::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Database::Database(sqlite3* database, std::string path)
    : database_(database), path_(std::move(path)) {}

Result<Database> Database::open(const std::string& path, Access access) {
  int flags = SQLITE_OPEN_NOMUTEX;
  const bool is_to_read = access == Access::read || access == Access::frozen;
  flags |= is_to_read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (access == Access::make) flags |= SQLITE_OPEN_CREATE;
  if (access == Access::frozen) flags |= SQLITE_OPEN_URI;
  const std::string name = access == Access::frozen ? file_uri(path) + "?immutable=1" : path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  Database database(handle, path);
  if (code != SQLITE_OK) return database.last_error("open");
  sqlite3_busy_timeout(handle, busy_milliseconds);
  return database;
}

bool Database::is_read_only() const { return sqlite3_db_readonly(database_.get(), "main") == 1; }

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  if (code != SQLITE_OK) return last_error("use");
  return Statement(statement, *this);
}

Result<Done> Database::execute(const std::string& sql) const {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return last_error("use");
  }
  return Done{};
}

Trouble Database::last_trouble() const {
  return database_ ? trouble_of(sqlite3_errcode(database_.get())) : Trouble::other;
}

Error Database::last_error(std::string_view action) const {
  const std::string reason = database_ ? sqlite3_errmsg(database_.get()) : "out of memory";
  return Error(last_trouble() == Trouble::damaged ? ErrorKind::unrecognised : ErrorKind::unreadable,
               "cannot " + std::string(action) + " '" + path_ + "': " + reason);
}

}  // namespace pressmark::sqlite
