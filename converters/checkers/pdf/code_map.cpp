#include "converters/checkers/pdf/code_map.h"

#include <algorithm>

#include "converters/checkers/pdf/lexer.h"

namespace pressmark::pdf_check {
namespace {

constexpr std::uint32_t most_codes = 65'536;

std::uint32_t number_of(const Bytes& octets) {
  std::uint32_t number = 0;
  for (const char c : octets) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

// How many codes of a range are taken.
std::uint32_t last_taken(std::uint32_t first, std::uint32_t last) {
  if (last < first) return first;
  return first + std::min(last - first, most_codes - 1);
}

}  // namespace

CodeMap CodeMap::identity() {
  CodeMap map;
  map.is_identity_ = true;
  map.space_ = {{2, 0, 0xFFFF}};
  return map;
}

CodeMap CodeMap::one_octet() {
  CodeMap map;
  map.is_identity_ = true;
  map.space_ = {{1, 0, 0xFF}};
  return map;
}

void CodeMap::add_unicode_range(std::uint32_t first, std::uint32_t last, const Bytes& value) {
  if (value.size() < 2) return;
  const std::uint32_t unit = number_of(value.substr(value.size() - 2));
  for (std::uint32_t code = first; code <= last_taken(first, last); ++code) {
    const std::uint32_t own = unit + (code - first);
    Bytes text = value.substr(0, value.size() - 2);
    text += static_cast<char>(own >> 8 & 0xFF);
    text += static_cast<char>(own & 0xFF);
    texts_.emplace(code, std::move(text));
  }
}

CodeMap CodeMap::read(std::string_view octets) {
  CodeMap map;
  Lexer lexer(octets, 0, Lexer::References::no);
  Array operands;
  const auto string = [&operands](std::size_t index) -> const Bytes& {
    static const Bytes none;
    const Bytes* value = operands[index].string();
    return value == nullptr ? none : *value;
  };
  while (auto object = lexer.next()) {
    const auto* keyword = std::get_if<Keyword>(&object->data);
    if (keyword == nullptr) {
      operands.push_back(std::move(*object));
      continue;
    }
    const Bytes& word = keyword->word;
    const std::size_t count = operands.size();
    if (word == "endcodespacerange") {
      for (std::size_t i = 0; i + 1 < count; i += 2) {
        map.space_.push_back({string(i).size(), number_of(string(i)), number_of(string(i + 1))});
      }
    } else if (word == "endcidchar") {
      for (std::size_t i = 0; i + 1 < count; i += 2) {
        const std::int64_t id = operands[i + 1].integer().value_or(0);
        map.ids_.emplace(number_of(string(i)), static_cast<std::uint32_t>(id));
      }
    } else if (word == "endcidrange") {
      for (std::size_t i = 0; i + 2 < count; i += 3) {
        const auto id = static_cast<std::uint32_t>(operands[i + 2].integer().value_or(0));
        const std::uint32_t first = number_of(string(i));
        const std::uint32_t last = last_taken(first, number_of(string(i + 1)));
        for (std::uint32_t code = first; code <= last && map.ids_.size() < most_codes; ++code) {
          map.ids_.emplace(code, id + (code - first));
        }
      }
    } else if (word == "endbfchar") {
      for (std::size_t i = 0; i + 1 < count; i += 2) {
        map.texts_.emplace(number_of(string(i)), string(i + 1));
      }
    } else if (word == "endbfrange") {
      for (std::size_t i = 0; i + 2 < count && map.texts_.size() < most_codes; i += 3) {
        const std::uint32_t first = number_of(string(i));
        if (const Array* texts = operands[i + 2].array()) {
          for (std::size_t n = 0; n < texts->size(); ++n) {
            const Bytes* text = (*texts)[n].string();
            if (text != nullptr) map.texts_.emplace(first + static_cast<std::uint32_t>(n), *text);
          }
        } else {
          map.add_unicode_range(first, number_of(string(i + 1)), string(i + 2));
        }
      }
    }
    operands.clear();
  }
  return map;
}

std::vector<std::uint32_t> CodeMap::codes_of(std::string_view string) const {
  std::vector<std::uint32_t> codes;
  while (!string.empty()) {
    std::size_t taken = 0;
    for (const Range& range : space_) {
      const std::uint32_t code = number_of(Bytes(string.substr(0, range.octets)));
      if (range.octets > 0 && range.octets <= string.size() && code >= range.first &&
          code <= range.last) {
        codes.push_back(code);
        taken = range.octets;
        break;
      }
    }
    string.remove_prefix(std::max<std::size_t>(taken, 1));
  }
  return codes;
}

std::uint32_t CodeMap::character_id(std::uint32_t code) const {
  if (is_identity_) return code;
  const auto found = ids_.find(code);
  return found == ids_.end() ? 0 : found->second;
}

const Bytes* CodeMap::unicode(std::uint32_t code) const {
  const auto found = texts_.find(code);
  return found == texts_.end() ? nullptr : &found->second;
}

}  // namespace pressmark::pdf_check
