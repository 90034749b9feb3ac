#include "converters/archive/fts_tokenizer.h"

#include <sqlite3.h>

#include "converters/archive/search_words.h"

namespace pressmark::archive {
namespace {

// The tokenizer has no state; FTS5 wants a non-null handle.
int make_tokenizer(void*, const char**, int, Fts5Tokenizer** made) {
  static char handle = 0;
  *made = reinterpret_cast<Fts5Tokenizer*>(&handle);
  return SQLITE_OK;
}

void delete_tokenizer(Fts5Tokenizer*) {}

int tokenize(Fts5Tokenizer*, void* context, int, const char* text, int size,
             int (*give)(void*, int, const char*, int, int, int)) {
  if (text == nullptr || size <= 0) return SQLITE_OK;
  int code = SQLITE_OK;
  for_each_search_word(
      {text, static_cast<std::size_t>(size)}, [&](const std::string& word, int start, int end) {
        code = give(context, 0, word.data(), static_cast<int>(word.size()), start, end);
        return code == SQLITE_OK;
      });
  return code;
}

// The interface of FTS5 is handed out through a pointer that is bound to a query (SQLite's
// documentation of FTS5, section 8).
fts5_api* find_interface(sqlite3* database) {
  fts5_api* interface = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK) {
    return nullptr;
  }
  sqlite3_bind_pointer(statement, 1, static_cast<void*>(&interface), "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  return interface;
}

}  // namespace

Result<Done> register_tokenizer(const sqlite::Database& database) {
  fts5_api* interface = find_interface(database.get());
  fts5_tokenizer functions = {make_tokenizer, delete_tokenizer, tokenize};
  if (interface == nullptr || interface->xCreateTokenizer(interface, "pressmark", nullptr,
                                                          &functions, nullptr) != SQLITE_OK) {
    return Error(ErrorKind::missing_tool, "SQLite has no full-text search (FTS5)");
  }
  return Done{};
}

}  // namespace pressmark::archive
