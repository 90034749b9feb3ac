// converters/exporters/citation/bibtex.h: the record as a BibTeX or BibLaTeX entry.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::citation {

enum class BibDialect { bibtex, biblatex };

// One entry with the key of converters/common/citation_key.h, in UTF-8. Characters that TeX takes
// for markup are commands, URLs are percent-encoded where they would be. Never fails.
Result<Bytes> export_bib(const Document& document, BibDialect dialect, Context& context);

// `text` for a field in braces: what TeX takes for markup as commands, so that braces stay
// balanced.
std::string latex_escape(std::string_view text);
// The same with words that have capitals inside braces, which keep styles from changing their case.
std::string latex_title(std::string_view title);

}  // namespace pressmark::citation
