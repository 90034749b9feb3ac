// converters/citation/csl/processor.h: records to citations and a bibliography by a CSL 1.0.2
// style.
//
// Plain values in, plain values out: no files, no printing, no state outside of the object.
// Source: Citation Style Language 1.0.2,
// https://docs.citationstyles.org/en/stable/specification.html
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "converters/citation/csl/output.h"
#include "core/base/result.h"
#include "core/model/metadata.h"
#include "core/pipeline/context.h"

namespace pressmark::csl {

struct CiteRequest {
  std::size_t record = 0;  // its place among the processor's records
  std::string locator = {};
  std::string label = {};  // "page" unless given
  std::string prefix = {};
  std::string suffix = {};
  bool suppress_author = false;
  bool author_only = false;
};

struct CitationRequest {
  std::vector<CiteRequest> cites;
  int note = 0;  // of its footnote; 0: in the text
};

struct BibliographyEntry {
  std::size_t record;
  std::string text;  // in the markup that was asked for
};

struct Bibliography {
  std::vector<BibliographyEntry> entries;
  bool hanging_indent = false;
  bool second_field_align = false;
  int line_spacing = 1;
  int entry_spacing = 1;
};

class Processor {
 public:
  // `style` is the XML of an independent style. `locales` are the XML of locale files, best first:
  // what the first does not have is looked for in the next ones. Empty `language`: the style's
  // default locale, else en-US. Fails with ErrorKind::unrecognised as read_style() and
  // read_locale() do.
  static Result<Processor> create(std::string_view style, const std::vector<Bytes>& locales,
                                  std::string_view language, const Limits& limits);
  Processor(Processor&&) noexcept;
  Processor& operator=(Processor&&) noexcept;
  ~Processor();

  // The records that are cited, in the order of their first citation; replaces earlier ones.
  // Numbers, year suffixes and other disambiguation come from all of them together.
  void set_records(const std::vector<Metadata>& records);

  // What may stand for the title of a record that has none: its genre, else its type in the
  // language of the citations, in brackets: "[Newspaper article]". Styles leave such titles out,
  // and what they make then may say nothing of the work.
  std::string description_of(const Metadata& record) const;

  bool has_bibliography() const;
  // Entries in the style's order. None for a style without bibliography.
  Bibliography bibliography(Markup markup);

  // The citations of a text, in the order of the text. Records that are out of range are passed
  // over.
  std::vector<std::string> citations(const std::vector<CitationRequest>& requests, Markup markup);

  // The languages to load locales for, best first, for a style and a language that the user asks
  // for (empty: none): file names without "locales-" and ".xml".
  static Result<std::vector<std::string>> locale_names(std::string_view style,
                                                       std::string_view language,
                                                       const Limits& limits);

 private:
  struct State;
  explicit Processor(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressmark::csl
