#include "converters/exporters/pdf/layout/break_places.h"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

#include <algorithm>
#include <string_view>

#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

// Blocks with letters or marks that run from right to left, and the characters that turn text.
bool may_turn(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool ends_token(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

BreakPlaces::~BreakPlaces() {
  for (const auto& [language, iterator] : iterators_) {
    if (iterator != nullptr) ubrk_close(iterator);
  }
  if (bidi_ != nullptr) ubidi_close(bidi_);
}

void BreakPlaces::find(const ParagraphText& paragraph, const std::string& language) {
  base_level_ = paragraph.right_to_left ? 1 : 0;
  convert(paragraph.text);
  places_.assign(paragraph.text.size() + 1, 0);
  levels_.clear();
  find_places(language);
  keep_dashes(paragraph.text);
  find_url_places(paragraph.text);
  // A note's mark stays with what stands before it.
  for (const NoteCall& call : paragraph.notes) places_[call.at] = 0;
  if (has_right_to_left_ || paragraph.right_to_left) find_levels(paragraph.right_to_left);
}

void BreakPlaces::convert(const std::string& text) {
  units_.clear();
  byte_at_.clear();
  has_right_to_left_ = false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    const char32_t c = decoded.code_point;
    has_right_to_left_ = has_right_to_left_ || (c >= 0x590 && may_turn(c));
    byte_at_.push_back(static_cast<std::uint32_t>(at));
    if (c > 0xFFFF) {
      units_.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
      byte_at_.push_back(static_cast<std::uint32_t>(at));
      units_.push_back(static_cast<char16_t>(0xDC00 + (c & 0x3FF)));
    } else {
      units_.push_back(static_cast<char16_t>(c));
    }
    at += decoded.size;
  }
  byte_at_.push_back(static_cast<std::uint32_t>(text.size()));
}

void BreakPlaces::find_levels(bool right_to_left) {
  UErrorCode status = U_ZERO_ERROR;
  if (bidi_ == nullptr) bidi_ = ubidi_open();
  const auto count = static_cast<std::int32_t>(units_.size());
  ubidi_setPara(bidi_, units_.data(), count, right_to_left ? 1 : 0, nullptr, &status);
  const UBiDiLevel* levels = ubidi_getLevels(bidi_, &status);
  if (U_FAILURE(status) || levels == nullptr) return;
  levels_.assign(byte_at_.back(), base_level_);
  for (std::int32_t i = 0; i < count; ++i) {
    std::fill(levels_.begin() + byte_at_[i], levels_.begin() + byte_at_[i + 1], levels[i]);
  }
}

UBreakIterator* BreakPlaces::iterator_for(const std::string& language) {
  if (const auto found = iterators_.find(language); found != iterators_.end()) {
    return found->second;
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string locale = language.empty() ? "und" : language;
  std::replace(locale.begin(), locale.end(), '-', '_');
  // Strict: no line begins with a small kana or an iteration mark (JIS X 4051, kinsoku).
  locale += "@lb=strict";
  UBreakIterator* iterator = ubrk_open(UBRK_LINE, locale.c_str(), nullptr, 0, &status);
  if (U_FAILURE(status)) iterator = nullptr;
  iterators_.emplace(language, iterator);
  return iterator;
}

void BreakPlaces::find_places(const std::string& language) {
  UBreakIterator* iterator = iterator_for(language);
  UErrorCode status = U_ZERO_ERROR;
  if (iterator != nullptr) {
    ubrk_setText(iterator, units_.data(), static_cast<std::int32_t>(units_.size()), &status);
  }
  if (iterator == nullptr || U_FAILURE(status)) {
    for (std::size_t i = 1; i < units_.size(); ++i) {
      if (units_[i - 1] == ' ') places_[byte_at_[i]] = usual;
    }
    return;
  }
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    places_[byte_at_[at]] = usual;
  }
}

// A dash between spaces ends a line and begins none.
void BreakPlaces::keep_dashes(const std::string& text) {
  for (const std::string_view dash : {" \u2013 ", " \u2014 "}) {
    for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash, at + 1)) {
      places_[at + 1] = 0;
    }
  }
}

// After The Chicago Manual of Style, 7.46: before a full stop and most other marks, after a slash.
void BreakPlaces::find_url_places(const std::string& text) {
  const std::string_view view = text;
  for (std::size_t at = view.find("://"); at != std::string_view::npos; at = view.find("://", at)) {
    std::size_t begin = at;
    while (begin > 0 && !ends_token(view[begin - 1])) --begin;
    std::size_t end = at;
    while (end < view.size() && !ends_token(view[end])) ++end;
    for (std::size_t i = begin + 1; i < at + 3; ++i) places_[i] = 0;
    for (std::size_t i = at + 3; i + 2 < end; ++i) {
      const char c = view[i];
      const bool before = std::string_view(".?#&=_%~").find(c) != std::string_view::npos;
      const bool after = view[i - 1] == '/' && c != '/';
      // ICU's own places stay, such as those between ideographs.
      if (i > at + 5 && (before || after)) places_[i] = weak;
      if (places_[i] == usual && static_cast<unsigned char>(c) < 0x80) places_[i] = weak;
    }
    at = end;
  }
}

}  // namespace pressmark::pdf
