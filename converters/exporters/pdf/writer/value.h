// converters/exporters/pdf/writer/value.h: the value types of PDF (ISO 32000-1, 7.3) as plain data.
//
// The writer builds these; podofo_objects turns them into PDF syntax. They are ordinary values:
// copied and moved, shared between threads as such, with nothing of PoDoFo in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace pressmark::pdf {

struct Value;

struct Null {};

struct PdfName {
  std::string name;  // without the solidus; any octets but NUL
};

// A text string (7.9.2.2): `utf8` is written as it is where it is printable ASCII, else as UTF-16BE
// with a byte order mark.
struct TextString {
  std::string utf8;
};

struct ByteString {
  Bytes octets;
};

// An indirect reference; generation numbers are always 0.
struct Reference {
  int number = 0;
  friend bool operator==(const Reference&, const Reference&) = default;
};

// A real number in thousandths: written without exponent, zeros at its end or a locale's comma.
struct Real {
  std::int64_t thousandths = 0;
};

using Array = std::vector<Value>;

// Keys are written sorted, whatever the order of set().
class Dictionary {
 public:
  Dictionary() = default;
  Dictionary(std::initializer_list<std::pair<std::string_view, Value>> entries);
  // `key` must not be there yet.
  Dictionary& set(std::string_view key, Value value);
  bool empty() const { return entries_.empty(); }
  const std::vector<std::pair<std::string, Value>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<std::string, Value>> entries_;
};

struct Value {
  std::variant<Null, bool, std::int64_t, Real, PdfName, TextString, ByteString, Reference, Array,
               Dictionary>
      data;

  Value() = default;
  // Implicit on purpose: Dictionary{{"Type", name("Page")}, {"Count", 3}} is the point of this
  // type.
  Value(Null) {}                                       // NOLINT
  Value(bool flag) : data(flag) {}                     // NOLINT
  Value(int number) : data(std::int64_t{number}) {}    // NOLINT
  Value(std::int64_t number) : data(number) {}         // NOLINT
  Value(Real number) : data(number) {}                 // NOLINT
  Value(PdfName value) : data(std::move(value)) {}     // NOLINT
  Value(TextString value) : data(std::move(value)) {}  // NOLINT
  Value(ByteString value) : data(std::move(value)) {}  // NOLINT
  Value(Reference value) : data(value) {}              // NOLINT
  Value(Array value) : data(std::move(value)) {}       // NOLINT
  Value(Dictionary value) : data(std::move(value)) {}  // NOLINT
  Value(const char*) = delete;                         // say name(), text() or bytes()
};

inline Dictionary::Dictionary(std::initializer_list<std::pair<std::string_view, Value>> entries) {
  entries_.reserve(entries.size());
  for (const auto& [key, value] : entries) set(key, value);
}
inline Dictionary& Dictionary::set(std::string_view key, Value value) {
  entries_.emplace_back(std::string(key), std::move(value));
  return *this;
}

inline PdfName name(std::string_view value) { return PdfName{std::string(value)}; }
inline TextString text_string(std::string_view utf8) { return TextString{std::string(utf8)}; }
inline ByteString byte_string(std::string_view octets) { return ByteString{Bytes(octets)}; }

// UTF-16BE of valid UTF-8 with the byte order mark U+FEFF before it.
Bytes utf16_with_mark(std::string_view utf8);

// The decimal text of thousandths, shortest: "12", "-0.5", "3.142".
std::string decimal(std::int64_t thousandths);

// A Length (1/65536 point) as thousandths of a point, rounded half away from zero.
std::int64_t thousandths_of_point(std::int64_t length);
inline Real real_of(std::int64_t length) { return Real{thousandths_of_point(length)}; }

}  // namespace pressmark::pdf
