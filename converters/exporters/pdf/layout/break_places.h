// converters/exporters/pdf/layout/break_places.h: where lines of a text may end (UAX 14, by ICU,
// and URLs), and the directions of its characters (UAX 9, by ICU), by byte offset.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "converters/exporters/pdf/layout/text.h"

struct UBreakIterator;
struct UBiDi;

namespace pressmark::pdf {

// For one thread; find() is called for each paragraph, the others tell of the last one.
class BreakPlaces {
 public:
  BreakPlaces() = default;
  ~BreakPlaces();
  BreakPlaces(const BreakPlaces&) = delete;
  BreakPlaces& operator=(const BreakPlaces&) = delete;

  void find(const ParagraphText& paragraph, const std::string& language);

  // Whether a line may end before the byte.
  bool allows(std::size_t at) const { return at < places_.size() && places_[at] != 0; }
  // Whether that place is one inside a URL.
  bool is_weak(std::size_t at) const { return places_[at] == weak; }
  // The embedding level of the character at the byte.
  std::uint8_t level(std::size_t at) const {
    return at < levels_.size() ? levels_[at] : base_level_;
  }

 private:
  static constexpr std::uint8_t usual = 1;
  static constexpr std::uint8_t weak = 2;

  void convert(const std::string& text);
  void find_levels(bool right_to_left);
  void find_places(const std::string& language);
  void keep_dashes(const std::string& text);
  void find_url_places(const std::string& text);
  UBreakIterator* iterator_for(const std::string& language);

  std::map<std::string, UBreakIterator*> iterators_;
  UBiDi* bidi_ = nullptr;
  std::vector<char16_t> units_;         // the text in UTF-16
  std::vector<std::uint32_t> byte_at_;  // byte offset of each unit, and of the end
  std::vector<std::uint8_t> places_;    // by byte
  std::vector<std::uint8_t> levels_;    // by byte; empty: all have the base level
  std::uint8_t base_level_ = 0;
  bool has_right_to_left_ = false;
};

}  // namespace pressmark::pdf
