#include "converters/exporters/pdf/writer/cff.h"

#include <cstddef>

namespace pressmark::pdf {
namespace {

// Operators of a Top DICT (Technical Note 5176, tables 9 and 10); two-byte ones as 0x0C00 + second.
constexpr unsigned operator_charset = 15;
constexpr unsigned operator_ros = 0x0C00 + 30;

// A bounds-checked cursor: reads beyond the end give 0 and make it fail.
class Cursor {
 public:
  Cursor(std::string_view data, std::size_t position) : data_(data), position_(position) {}
  bool good() const { return good_; }
  std::size_t position() const { return position_; }
  unsigned unsigned_integer(int octets) {
    unsigned value = 0;
    for (int i = 0; i < octets; ++i) value = value << 8 | octet();
    return value;
  }
  void skip(std::size_t octets) { position_ += octets; }

 private:
  unsigned octet() {
    if (position_ >= data_.size()) {
      good_ = false;
      return 0;
    }
    return static_cast<unsigned char>(data_[position_++]);
  }
  std::string_view data_;
  std::size_t position_;
  bool good_ = true;
};

struct Index {
  std::size_t first_begin = 0;  // of the first element's data
  std::size_t first_end = 0;
  std::size_t end = 0;  // behind the whole INDEX
};

std::optional<Index> read_index(std::string_view data, std::size_t position) {
  Cursor cursor(data, position);
  const unsigned count = cursor.unsigned_integer(2);
  if (!cursor.good()) return std::nullopt;
  if (count == 0) return Index{cursor.position(), cursor.position(), cursor.position()};
  const unsigned offset_size = cursor.unsigned_integer(1);
  if (offset_size < 1 || offset_size > 4) return std::nullopt;
  const std::size_t offsets = cursor.position();
  const std::size_t base = offsets + (std::size_t{count} + 1) * offset_size - 1;
  const auto offset_at = [&](std::size_t i) {
    return Cursor(data, offsets + i * offset_size).unsigned_integer(static_cast<int>(offset_size));
  };
  const Index index{base + offset_at(0), base + offset_at(1), base + offset_at(count)};
  if (!cursor.good() || index.first_end < index.first_begin || index.end > data.size()) {
    return std::nullopt;
  }
  return index;
}

struct TopDictionary {
  bool is_cid_keyed = false;
  unsigned charset = 0;  // offset; 0, 1 and 2 are predefined charsets
};

std::optional<TopDictionary> read_top_dictionary(std::string_view data, std::size_t begin,
                                                 std::size_t end) {
  TopDictionary top;
  unsigned operand = 0;  // the last integer seen
  Cursor cursor(data, begin);
  while (cursor.good() && cursor.position() < end) {
    const unsigned first = cursor.unsigned_integer(1);
    if (first <= 21) {
      const unsigned code = first == 12 ? 0x0C00 + cursor.unsigned_integer(1) : first;
      if (code == operator_charset) top.charset = operand;
      if (code == operator_ros) top.is_cid_keyed = true;
    } else if (first == 28) {
      operand = cursor.unsigned_integer(2);
    } else if (first == 29) {
      operand = cursor.unsigned_integer(4);
    } else if (first == 30) {  // a real number: nibbles up to one of 0xF
      unsigned octet = 0;
      do {
        octet = cursor.unsigned_integer(1);
      } while (cursor.good() && (octet & 0xF) != 0xF && (octet >> 4) != 0xF);
    } else if (first <= 246) {
      operand = first - 139;
    } else if (first <= 254) {
      const unsigned second = cursor.unsigned_integer(1);
      operand = first <= 250 ? (first - 247) * 256 + second + 108 : 0;
    }
  }
  if (!cursor.good()) return std::nullopt;
  return top;
}

std::optional<std::vector<std::uint16_t>> read_charset(std::string_view data, std::size_t position,
                                                       unsigned glyph_count) {
  Cursor cursor(data, position);
  const unsigned format = cursor.unsigned_integer(1);
  if (format > 2) return std::nullopt;
  std::vector<std::uint16_t> ids{0};
  while (cursor.good() && ids.size() < glyph_count) {
    unsigned id = cursor.unsigned_integer(2);
    const unsigned more = format == 0 ? 0 : cursor.unsigned_integer(format == 1 ? 1 : 2);
    for (unsigned i = 0; i <= more && ids.size() < glyph_count; ++i) {
      ids.push_back(static_cast<std::uint16_t>(id++));
    }
  }
  if (!cursor.good()) return std::nullopt;
  return ids;
}

}  // namespace

std::optional<std::vector<std::uint16_t>> cff_character_ids(std::string_view program,
                                                            unsigned glyph_count) {
  Cursor header(program, 2);
  const unsigned header_size = header.unsigned_integer(1);
  const auto names = read_index(program, header_size);
  if (!header.good() || !names) return std::nullopt;
  const auto tops = read_index(program, names->end);
  if (!tops) return std::nullopt;
  const auto top = read_top_dictionary(program, tops->first_begin, tops->first_end);
  if (!top) return std::nullopt;
  if (!top->is_cid_keyed) return std::vector<std::uint16_t>{};
  // Predefined charsets are for name-keyed fonts; in a CID-keyed one they mean "CID is the index".
  if (top->charset <= 2) return std::vector<std::uint16_t>{};
  return read_charset(program, top->charset, glyph_count);
}

}  // namespace pressmark::pdf
