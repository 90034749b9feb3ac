#include "converters/archive/catalogue.h"
#include "converters/archive/catalogue_rows.h"
#include "converters/archive/snippet.h"

namespace pressmark::archive {
namespace {

using sqlite::Statement;

std::string conditions_of(const CatalogueQuery& query) {
  std::string sql;
  if (!query.first_day.empty()) sql += " AND a.last_day >= ?2";
  if (!query.last_day.empty()) sql += " AND a.first_day <= ?3 AND a.first_day <> ''";
  if (!query.language.empty()) {
    sql +=
        " AND (lower(a.language) = ?4 OR substr(lower(a.language), 1, length(?4) + 1) = ?4 || "
        "'-')";
  }
  return sql;
}

void bind(Statement& select, const CatalogueQuery& query, std::size_t most) {
  select.bind(1, query.match).bind(2, query.first_day).bind(3, query.last_day);
  select.bind(4, query.language).bind(5, static_cast<long long>(most));
}

}  // namespace

// Another program may have changed objects since; they are read again, and the query asked again.
Result<std::vector<Hit>> Catalogue::find(const CatalogueQuery& query, std::size_t most,
                                         std::size_t most_weighed) {
  constexpr int attempts = 3;
  for (int attempt = 1;; ++attempt) {
    Result<std::vector<Hit>> hits = find_once(query, most, most_weighed);
    if (!hits) return hits;
    bool is_changed = false;
    for (Hit& hit : *hits) {
      const std::string& path = hit.entry.object_path;
      if (object_stamp(store_, path) == hit.entry.stamp) continue;
      if (is_read_only_) {
        Result<Catalogue> anew = make_in_memory(store_);
        if (!anew) return anew.error();
        *this = std::move(*anew);
        return find_once(query, most, most_weighed);
      }
      const Result<bool> updated = refresh(path);
      if (!updated) return updated.error();
      hit.is_readable = *updated;
      is_changed = is_changed || *updated;
    }
    if (!is_changed || attempt == attempts) return hits;
  }
}

Result<bool> Catalogue::can_be_weighed(const CatalogueQuery& query, std::size_t most_weighed) {
  if (query.match.empty()) return false;
  const std::size_t most = most_weighed / query.conditions;
  Result<Statement> count =
      database_.prepare("SELECT count(*) FROM (SELECT 1 FROM texts WHERE texts MATCH ?1 LIMIT ?2)");
  if (!count) return count.error();
  count->bind(1, query.match).bind(2, static_cast<long long>(most + 1));
  const Result<bool> row = count->step();
  if (!row) return row.error();
  return count->number(0) <= static_cast<long long>(most);
}

// Which articles are hits, in their order. Nothing else is read of those that are not shown.
Result<std::vector<long long>> Catalogue::find_numbers(const CatalogueQuery& query,
                                                       std::size_t most, bool is_weighed) {
  // CROSS JOIN keeps the order: the full-text index gives articles, and is not asked for each.
  std::string sql = query.match.empty() ? "SELECT a.number FROM articles a WHERE 1"
                                        : "SELECT a.number FROM texts t CROSS JOIN articles a "
                                          "ON a.number = t.rowid WHERE texts MATCH ?1";
  sql += conditions_of(query);
  sql += is_weighed ? " ORDER BY t.rank, a.id" : " ORDER BY a.first_day DESC, a.id";
  sql += " LIMIT ?5";
  Result<Statement> select = database_.prepare(sql);
  if (!select) return select.error();
  bind(*select, query, most);
  std::vector<long long> numbers;
  for (;;) {
    const Result<bool> row = select->step();
    if (!row) return row.error();
    if (!*row) return numbers;
    numbers.push_back(select->number(0));
  }
}

Result<std::vector<Hit>> Catalogue::find_once(const CatalogueQuery& query, std::size_t most,
                                              std::size_t most_weighed) {
  Result<Transaction> transaction = Transaction::begin(database_, Transaction::Kind::read);
  if (!transaction) return transaction.error();
  const Result<bool> is_weighed = can_be_weighed(query, most_weighed);
  if (!is_weighed) return is_weighed.error();
  const Result<std::vector<long long>> numbers = find_numbers(query, most, *is_weighed);
  if (!numbers) return numbers.error();
  std::vector<Hit> hits;
  Result<Statement> select = database_.prepare(
      "SELECT " + std::string(article_columns) +
      ", t.body FROM articles a JOIN texts t ON t.rowid = a.number WHERE a.number = ?1");
  if (!select) return select.error();
  for (const long long number : *numbers) {
    const Result<bool> row = select->bind(1, number).step();
    if (!row) return row.error();
    if (*row) {
      hits.push_back(
          {entry_of(*select), snippet_of(select->text(number_of_article_columns), query.phrases)});
    }
    select->reset();
  }
  return hits;
}

}  // namespace pressmark::archive
