// cs:date: localized and other dates, and ranges of them.
#include <algorithm>
#include <cstdlib>

#include "converters/citation/csl/renderer.h"

namespace pressmark::csl {
namespace {

using Part = DatePartFormat::Name;

std::string padded(int number, int digits) {
  std::string text = std::to_string(number);
  while (static_cast<int>(text.size()) < digits) text.insert(0, "0");
  return text;
}

std::string numbered_term(std::string_view stem, int number) {
  return std::string(stem) + padded(number, 2);
}

bool has(const DatePart& part, Part name) {
  switch (name) {
    case Part::year:
      return part.year.has_value();
    case Part::month:
      return part.month != 0 || part.season != 0;
    case Part::day:
      return part.day != 0;
  }
  return false;
}

// The parts of a localized date that `wanted` asks for, with what the call changes in them.
std::vector<DatePartFormat> localized_parts(const DateFormat& date, const DateElement& element) {
  std::vector<DatePartFormat> parts;
  for (DatePartFormat part : date.parts) {
    if (part.name == Part::day && element.parts < 3) continue;
    if (part.name == Part::month && element.parts < 2) continue;
    for (const DatePartFormat& change : element.part_formats) {
      if (change.name != part.name) continue;
      if (change.form != DatePartFormat::Form::unset) part.form = change.form;
      if (!change.span.plain()) part.span = change.span;
      if (change.text_case != TextCase::unset) part.text_case = change.text_case;
      if (change.strip_periods) part.strip_periods = true;
      if (change.has_prefix) part.prefix = change.prefix;
      if (change.has_suffix) part.suffix = change.suffix;
      if (change.has_range_delimiter) part.range_delimiter = change.range_delimiter;
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

// A part for sorting: larger for later, whatever the sign of the year.
std::string sortable(const DatePart& part, bool year, bool month, bool day) {
  std::string text;
  if (year) text += padded(part.year.value_or(0) + 100000, 6);
  if (month) text += padded(part.month != 0 ? part.month : part.season * 3, 2);
  if (day) text += padded(part.day, 2);
  return text;
}

}  // namespace

Output Renderer::render_date(const DateElement& date, const ElementFormat& format) {
  Output output;
  output.calls_variable = true;
  if (substituted_.contains(date.variable)) return output;
  const Date* value = cite_->reference->date(date.variable);
  if (value == nullptr || value->empty()) return output;
  output.has_variable = true;
  if (used_ != nullptr) used_->insert(date.variable);
  if (sorting_) {
    output.text = RichText(date_sort_text(*value, &date));
    return output;
  }
  current_date_ = date.variable;
  output.text = date_text(*value, date, format);
  // A date none of whose parts the style asks for is as good as none.
  if (output.text.empty()) output.has_variable = false;
  return output;
}

std::string Renderer::date_sort_text(const Date& date, const DateElement* element) const {
  bool year = true;
  bool month = true;
  bool day = true;
  if (element != nullptr) {
    if (element->form) {
      month = element->parts >= 2;
      day = element->parts >= 3;
    } else {
      const auto asks = [&](Part name) {
        return std::ranges::any_of(element->part_formats,
                                   [&](const auto& part) { return part.name == name; });
      };
      year = asks(Part::year);
      month = asks(Part::month);
      day = asks(Part::day);
    }
  }
  if (date.start.empty()) return date.literal;
  std::string text = sortable(date.start, year, month, day);
  if (date.end) text += "-" + sortable(*date.end, year, month, day);
  return text;
}

RichText Renderer::date_text(const Date& date, const DateElement& element,
                             const ElementFormat& format) {
  if (date.start.empty()) return formatted(parse_markup(date.literal), format);
  std::vector<DatePartFormat> parts = element.part_formats;
  std::string delimiter = format.delimiter;
  ElementFormat localized;
  if (element.form) {
    const auto found = locale_.dates.find(*element.form);
    if (found == locale_.dates.end()) return {};
    parts = localized_parts(found->second, element);
    delimiter = found->second.delimiter;
    localized.span = found->second.span;
    localized.prefix = found->second.prefix;
    localized.suffix = found->second.suffix;
    localized.text_case = found->second.text_case;
  }
  RichText text = date.end ? date_range(date, parts, delimiter)
                           : date_parts(date.start, parts, delimiter, false, false);
  return formatted(formatted(std::move(text), localized), format);
}

RichText Renderer::date_parts(const DatePart& part, const std::vector<DatePartFormat>& formats,
                              std::string_view delimiter, bool cut_last_suffix,
                              bool cut_first_prefix) {
  std::vector<DatePartFormat> present;
  for (const DatePartFormat& format : formats) {
    if (has(part, format.name)) present.push_back(format);
  }
  if (present.empty()) return {};
  if (cut_last_suffix) present.back().suffix.clear();
  if (cut_first_prefix) present.front().prefix.clear();
  std::vector<RichText> pieces;
  for (const DatePartFormat& format : present) pieces.push_back(date_part(part, format));
  return join_all(std::move(pieces), delimiter);
}

RichText Renderer::date_range(const Date& date, const std::vector<DatePartFormat>& formats,
                              std::string_view delimiter) {
  const DatePart& start = date.start;
  const DatePart& end = *date.end;
  const bool years = start.year != end.year;
  const bool months = years || start.month != end.month || start.season != end.season;
  const bool days = months || start.day != end.day;
  const auto differs = [&](const DatePartFormat& format) {
    if (!has(start, format.name) && !has(end, format.name)) return false;
    return format.name == Part::year ? years : format.name == Part::month ? months : days;
  };
  const auto first = std::ranges::find_if(formats, differs);
  if (first == formats.end()) return date_parts(start, formats, delimiter, false, false);
  auto last = formats.end();
  while (!differs(*(last - 1))) --last;
  // The delimiter of the largest part that differs.
  const Part largest = years ? Part::year : months ? Part::month : Part::day;
  std::string between = first->range_delimiter;
  for (auto format = first; format != last; ++format) {
    if (format->name == largest) between = format->range_delimiter;
  }
  RichText text = date_parts(start, std::vector(formats.begin(), last), delimiter, true, false);
  if (end.empty() || end == DatePart{.year = 0}) {
    text.append(RichText(between));
    return text;
  }
  RichText rest = date_parts(end, std::vector(first, formats.end()), delimiter, false, true);
  text.append(RichText(between));
  text.append(std::move(rest));
  return text;
}

RichText Renderer::date_part(const DatePart& part, const DatePartFormat& format) {
  using Form = DatePartFormat::Form;
  std::string text;
  switch (format.name) {
    case Part::year: {
      const int year = *part.year;
      text = std::to_string(std::abs(year));
      if (format.form == Form::short_form && text.size() == 4) text.erase(0, 2);
      if (year < 0) {
        text += locale_.text("bc").value_or("BC");
      } else if (year < 1000 && year > 0) {
        text += locale_.text("ad").value_or("AD");
      }
      break;
    }
    case Part::month: {
      const TermForm form =
          format.form == Form::short_form ? TermForm::short_form : TermForm::long_form;
      if (part.season != 0) {
        text = locale_.text(numbered_term("season-", part.season), form).value_or("");
      } else if (format.form == Form::numeric) {
        text = std::to_string(part.month);
      } else if (format.form == Form::numeric_leading_zeros) {
        text = padded(part.month, 2);
      } else {
        text = locale_.text(numbered_term("month-", part.month), form).value_or("");
      }
      break;
    }
    case Part::day:
      if (format.form == Form::ordinal &&
          (part.day == 1 || !locale_.limit_day_ordinals.value_or(false))) {
        text = locale_.ordinal(part.day, locale_.gender_of(numbered_term("month-", part.month)));
      } else {
        text = format.form == Form::numeric_leading_zeros ? padded(part.day, 2)
                                                          : std::to_string(part.day);
      }
      break;
  }
  RichText content(std::move(text));
  if (format.name == Part::year && current_date_ == "issued" && !style_.has_year_suffix) {
    if (!year_suffix_done_) {
      content.append(RichText(variable_text("year-suffix", false)));
      year_suffix_done_ = true;
    }
  }
  return formatted(std::move(content), ElementFormat{.span = format.span,
                                                     .prefix = format.prefix,
                                                     .suffix = format.suffix,
                                                     .text_case = format.text_case,
                                                     .strip_periods = format.strip_periods});
}

}  // namespace pressmark::csl
