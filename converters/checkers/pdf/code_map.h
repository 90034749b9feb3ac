// converters/checkers/pdf/code_map.h: CMaps (ISO 32000-1, 9.7.5 and 9.10.3): what the codes of a
// string mean.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::pdf_check {

class CodeMap {
 public:
  // Two octets for each code, which is the CID itself: Identity-H and Identity-V.
  static CodeMap identity();
  // Simple fonts: one octet for each code.
  static CodeMap one_octet();
  // A CMap file. What cannot be read of it is left out; a map has 65,536 codes at most.
  static CodeMap read(std::string_view octets);

  // The codes of a shown string, by the code space.
  std::vector<std::uint32_t> codes_of(std::string_view string) const;
  // 0 for a code that is not in the map.
  std::uint32_t character_id(std::uint32_t code) const;
  // UTF-16BE of the ToUnicode value; null for a code that is not in the map.
  const Bytes* unicode(std::uint32_t code) const;

 private:
  struct Range {
    std::size_t octets;
    std::uint32_t first, last;
  };
  void add_unicode_range(std::uint32_t first, std::uint32_t last, const Bytes& value);

  bool is_identity_ = false;
  std::vector<Range> space_;
  std::map<std::uint32_t, std::uint32_t> ids_;
  std::map<std::uint32_t, Bytes> texts_;
};

}  // namespace pressmark::pdf_check
