#include "converters/citation/csl/sort_order.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>

#include "core/base/utf8.h"
#include "core/model/metadata.h"

namespace pressmark::csl {
namespace {

std::string padded(const std::string& digits) {
  return digits.size() >= 10 ? digits : std::string(10 - digits.size(), '0') + digits;
}

bool is_number(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string sortable(const DatePart& part) {
  const auto digits = [](int number, std::size_t size) {
    std::string text = std::to_string(number);
    return text.size() < size ? std::string(size - text.size(), '0') + text : text;
  };
  return digits(part.year.value_or(0) + 100000, 6) +
         digits(part.month != 0 ? part.month : part.season * 3, 2) + digits(part.day, 2);
}

std::string date_value(const Date& date) {
  if (date.start.empty()) return date.literal;
  return sortable(date.start) + (date.end ? "-" + sortable(*date.end) : "");
}

// Quotation marks, apostrophes and brackets do not count for the order.
std::string without_marks(const std::string& text) {
  std::string result;
  for (std::size_t place = 0; place < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, place);
    const std::size_t size = static_cast<std::size_t>(decoded.size);
    const auto kind = u_charType(static_cast<UChar32>(decoded.code_point));
    const bool mark = kind == U_INITIAL_PUNCTUATION || kind == U_FINAL_PUNCTUATION ||
                      kind == U_START_PUNCTUATION || kind == U_END_PUNCTUATION ||
                      decoded.code_point == '"' || decoded.code_point == '\'';
    if (!mark) result.append(text, place, size);
    place += size;
  }
  return result.empty() ? text : result;
}

// The value of one key for one cite; empty where there is none.
std::string value_of(const Cite& cite, const SortKey& key, Renderer& renderer) {
  if (!key.macro.empty()) {
    const std::string text = renderer.render_sort_macro(cite, key);
    return is_number(text) ? padded(text) : text;
  }
  const Reference& reference = *cite.reference;
  if (key.variable == "citation-number") return padded(std::to_string(cite.number));
  if (const Date* date = reference.date(key.variable)) return date_value(*date);
  if (reference.names_of(key.variable) != nullptr) {
    return renderer.sort_names(cite, key.variable, key);
  }
  if (parse_role(key.variable)) return {};
  std::string text = reference.text(key.variable);
  if (is_number(text)) return padded(text);
  return parse_markup(text).plain();
}

}  // namespace

struct Collation::Impl {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation(const std::string& language) : impl_(std::make_unique<Impl>()) {
  UErrorCode failure = U_ZERO_ERROR;
  impl_->collator.reset(icu::Collator::createInstance(
      language.empty() ? icu::Locale::getEnglish() : icu::Locale::forLanguageTag(language, failure),
      failure));
  if (U_FAILURE(failure)) {
    failure = U_ZERO_ERROR;
    impl_->collator.reset(icu::Collator::createInstance(icu::Locale::getRoot(), failure));
  }
  if (U_FAILURE(failure)) impl_->collator.reset();
}

Collation::~Collation() = default;

std::string Collation::key(const std::string& text) const {
  if (text.empty() || !impl_->collator) return text;
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  const int32_t size = impl_->collator->getSortKey(wide, nullptr, 0);
  std::string key(static_cast<std::size_t>(std::max<int32_t>(size, 0)), '\0');
  impl_->collator->getSortKey(wide, reinterpret_cast<uint8_t*>(key.data()), size);
  return key;
}

std::vector<std::size_t> sorted_order(const std::vector<Cite>& cites,
                                      const std::vector<SortKey>& keys, Renderer& renderer,
                                      const Collation& collation) {
  std::vector<std::vector<std::string>> values(cites.size());
  for (std::size_t i = 0; i < cites.size(); ++i) {
    for (const SortKey& key : keys) {
      values[i].push_back(collation.key(without_marks(value_of(cites[i], key, renderer))));
    }
  }
  std::vector<std::size_t> order(cites.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const std::string& a = values[left][k];
      const std::string& b = values[right][k];
      if (a == b) continue;
      if (a.empty() || b.empty()) return b.empty();
      return keys[k].descending ? b < a : a < b;
    }
    return false;
  });
  return order;
}

}  // namespace pressmark::csl
