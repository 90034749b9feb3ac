#include "converters/checkers/pdf/filters.h"

#include <cstdlib>

#include "converters/checkers/pdf/lexer.h"
#include "converters/common/deflate.h"

namespace pressmark::pdf_check {
namespace {

std::int64_t parameter(const Object& parameters, std::string_view key, std::int64_t otherwise) {
  const Dictionary* dictionary = parameters.dictionary();
  const Object* value = dictionary == nullptr ? nullptr : dictionary->find(key);
  return value == nullptr ? otherwise : value->integer().value_or(otherwise);
}

unsigned paeth(int left, int above, int corner) {
  const int estimate = left + above - corner;
  const int to_left = std::abs(estimate - left);
  const int to_above = std::abs(estimate - above);
  const int to_corner = std::abs(estimate - corner);
  if (to_left <= to_above && to_left <= to_corner) return static_cast<unsigned>(left);
  return static_cast<unsigned>(to_above <= to_corner ? above : corner);
}

// PNG's filters: each row begins with the number of the one it was made with.
Bytes undo_png(std::string_view rows, std::size_t row_size, std::size_t pixel_size) {
  Bytes out;
  out.reserve(rows.size());
  for (std::size_t start = 0; start + 1 < rows.size(); start += row_size + 1) {
    const std::string_view row = rows.substr(start + 1, row_size);
    const std::size_t begin = out.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto at = [&out](std::size_t index) {
        return static_cast<int>(static_cast<unsigned char>(out[index]));
      };
      const int left = i >= pixel_size ? at(begin + i - pixel_size) : 0;
      const int above = begin >= row_size ? at(begin + i - row_size) : 0;
      const int corner =
          i >= pixel_size && begin >= row_size ? at(begin + i - row_size - pixel_size) : 0;
      unsigned add = 0;
      switch (rows[start]) {
        case 1:
          add = static_cast<unsigned>(left);
          break;
        case 2:
          add = static_cast<unsigned>(above);
          break;
        case 3:
          add = static_cast<unsigned>((left + above) / 2);
          break;
        case 4:
          add = paeth(left, above, corner);
          break;
        default:
          break;
      }
      out += static_cast<char>(static_cast<unsigned char>(row[i]) + add);
    }
  }
  return out;
}

}  // namespace

Result<Bytes> unpack_flate(std::string_view packed, const Object& parameters, std::size_t most) {
  Result<Bytes> octets = zlib_decompress_up_to(packed, most);
  const std::int64_t predictor = parameter(parameters, "Predictor", 1);
  if (!octets || predictor == 1) return octets;
  const std::int64_t colours = parameter(parameters, "Colors", 1);
  const std::int64_t bits = parameter(parameters, "BitsPerComponent", 8);
  const std::int64_t columns = parameter(parameters, "Columns", 1);
  const bool is_sane = predictor >= 10 && predictor <= 15 && colours >= 1 && colours <= 32 &&
                       bits >= 1 && bits <= 16 && columns >= 1 && columns <= (1 << 24);
  if (!is_sane)
    return Error(ErrorKind::unrecognised, "the parameters of a predictor are not known");
  const auto row_size = static_cast<std::size_t>((colours * bits * columns + 7) / 8);
  const auto pixel_size = static_cast<std::size_t>((colours * bits + 7) / 8);
  return undo_png(*octets, row_size, pixel_size);
}

Bytes unpack_hexadecimal(std::string_view packed) {
  const Bytes text = '<' + Bytes(packed.substr(0, packed.find('>'))) + '>';
  const auto object = Lexer(text, 0, Lexer::References::no).next();
  return object && object->string() != nullptr ? *object->string() : Bytes();
}

}  // namespace pressmark::pdf_check
