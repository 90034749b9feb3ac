// converters/importers/markdown/import_markdown.h: reads Markdown into a Document.
//
// cmark-gfm (GitHub Flavored Markdown 0.29: CommonMark, tables, task lists, strikethrough,
// autolinks, footnotes) makes HTML of the text, which the reader of HTML makes a document of; so
// markup inside of Markdown is read as on a page.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::markdown {

// What the record at the start of a text says, and how many octets it takes with its marks.
struct FrontRecord {
  Metadata record;
  std::size_t octets = 0;
};

// The readers of other folders that this one is made of.
struct Readers {
  // HTML that is all article; the source is what it was made of.
  std::function<Result<Document>(const Source&, std::string_view html, Context&)> html;
  // The YAML or TOML block at the start of a text; absent where there is none. Fails where the
  // block cannot be read.
  std::function<Result<std::optional<FrontRecord>>(std::string_view text, Context&)> front_record;
};

extern const DiagnosticCode front_matter_as_text;
extern const DiagnosticCode front_matter_mended;
extern const DiagnosticCode note_without_mark;
extern const DiagnosticCode encoding_guessed;
extern const DiagnosticCode octets_replaced;

// A heading of the first level at the beginning is the headline and, where the record has none, the
// title; without one the record's title is the headline. The record's subtitle is the deck.
//
// Fails with ErrorKind::no_article for a text without a word, with `unrecognised` for octets that
// are no text, with `limit` for one that is nested too deeply or too large for Limits::nodes.
Result<Document> import_markdown(const Source& source, const Readers& readers, Context& context);

// The row "markdown" for reading.
Format reader(Readers readers);

}  // namespace pressmark::markdown
