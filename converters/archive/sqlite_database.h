// converters/archive/sqlite_database.h: SQLite by values: a database, and statements in it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace pressmark::sqlite {

// What a failed call means to its caller.
enum class Trouble {
  busy,     // another process holds the lock for longer than is waited for
  damaged,  // the file is no database, or a bad one
  other,    // no space, no permission, ...
};

class Database;

// One prepared statement. Parameters count from 1, columns from 0.
class Statement {
 public:
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, long long number);
  // The next row; false where there is none. Fails with ErrorKind::unreadable or ::unwritable.
  Result<bool> step();
  // Runs it to its end and makes it ready to be bound anew.
  Result<Done> run();
  // Makes it ready to be bound and stepped anew.
  void reset();
  std::string text(int column) const;
  long long number(int column) const;

 private:
  friend class Database;
  Statement(sqlite3_stmt* statement, const Database& database);
  struct Finaliser {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finaliser> statement_;
  const Database* database_;
};

class Database {
 public:
  enum class Access {
    read,    // others may write meanwhile
    frozen,  // nobody writes meanwhile: for a file in a folder that cannot be written
    write,
    make,  // where it is not there; the path ":memory:" is that of one that is no file
  };
  // Opens a file; waits up to a minute where another process writes. Fails with
  // ErrorKind::unreadable or, to write, ErrorKind::unwritable.
  static Result<Database> open(const std::string& path, Access access);

  // Whether nothing can be written to it: also of a file that was opened to be written.
  bool is_read_only() const;

  Result<Statement> prepare(std::string_view sql) const;
  // Runs statements without parameters or rows.
  Result<Done> execute(const std::string& sql) const;

  sqlite3* get() const { return database_.get(); }
  // The error of the last call that failed, and what it means.
  Error last_error(std::string_view action) const;
  Trouble last_trouble() const;

 private:
  Database(sqlite3* database, std::string path);
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Closer> database_;
  std::string path_;
};

}  // namespace pressmark::sqlite
