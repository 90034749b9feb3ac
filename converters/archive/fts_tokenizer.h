// converters/archive/fts_tokenizer.h: the words of search_words.h as a tokenizer of SQLite's FTS5.
#pragma once

#include "converters/archive/sqlite_database.h"
#include "core/base/result.h"

namespace pressmark::archive {

// Makes "tokenize = 'pressmark'" known to this connection. Fails with ErrorKind::missing_tool where
// SQLite was built without FTS5.
Result<Done> register_tokenizer(const sqlite::Database& database);

}  // namespace pressmark::archive
