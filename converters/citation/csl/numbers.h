// converters/citation/csl/numbers.h: numbers inside variables, and ranges of pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/citation/csl/locale.h"
#include "converters/citation/csl/style.h"

namespace pressmark::csl {

// Whether the content is numeric as "is-numeric" means it: numbers with or without letters before
// and behind them, between commas, hyphens and ampersands ("12", "D2", "2nd", "1-3", "1, 4 & 5").
bool is_numeric(std::string_view text);

// Whether a label for the content is to be plural: more than one number, or for "number-of-..."
// variables a number above 1.
bool is_plural(std::string_view variable, std::string_view text, const Locale& locale);

// A numeric content with each number in the form, ranges with an en dash, ampersands and commas
// spaced; `noun` is the term whose gender ordinals take.
std::string format_numbers(std::string_view text, NumberElement::Form form, std::string_view noun,
                           const Locale& locale);

// Pages and locators: ranges by the style's page-range-format and the locale's delimiter.
std::string format_page_ranges(std::string_view text, PageRangeFormat format, const Locale& locale);

}  // namespace pressmark::csl
