// cli/cited_articles.h: the records that `cite` works on, and many of them as one file.
#pragma once

#include <string>
#include <vector>

#include "cli/article_input.h"
#include "cli/console.h"
#include "converters/citation/csl/processor.h"
#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// Where the records of a run come from, and what was met on the way.
struct CitedArticles {
  std::vector<Document> documents;  // in the operands' order; of a record alone, without a body
  bool had_warnings = false;
};

// Reads every operand: an article of any readable format, or a file of CSL-JSON with one item or an
// array of them; --set values apply to all. Diagnostics are shown on the console. Fails as
// import_input() does, for the first operand that cannot be read.
Result<CitedArticles> read_cited_articles(const std::vector<std::string>& operands,
                                          const ImportSettings& import, const Formats& formats,
                                          Console& console);

// The records as one file of `format`, each with a key that is unique in the file and the same
// whenever the same records are given in the same order (converters/common/citation_key.h). Fails
// with ErrorKind::usage for a format that writes whole articles, and for more than one record where
// a file of the format holds one.
Result<Bytes> write_records(const std::vector<Document>& documents, const Format& format,
                            const ImportSettings& import, const Formats& formats, Context& context);

// A record's own key cannot stand: another record has it, or it has characters that keys may not
// have.
inline constexpr DiagnosticCode key_changed{"cite.key-changed", Severity::warning,
                                            "the record's own key was changed"};
// A record has no title, and nothing else that styles say of the work: its type stands for it.
inline constexpr DiagnosticCode untitled{
    "cite.untitled", Severity::note,
    "the record has no title; a description in brackets stands for it"};
// Citation styles ask for years: a day without one is no date for them.
inline constexpr DiagnosticCode date_without_year{
    "cite.date-without-year", Severity::warning,
    "the date has no year, and citation styles show none"};

// The bibliography of the records, or with `in_text` the citation of each, in their order; one a
// line as text, a paragraph each as Markdown, and as HTML a list for readers of all kinds. Reports
// what of a record styles cannot show, with its key. Never fails.
Bytes format_citations(const std::vector<Document>& documents, csl::Processor& processor,
                       csl::Markup markup, bool in_text, Diagnostics& diagnostics);

}  // namespace pressmark::cli
