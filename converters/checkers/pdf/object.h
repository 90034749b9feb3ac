// converters/checkers/pdf/object.h: the objects of a PDF file as they were read (ISO 32000-1, 7.3).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace pressmark::pdf_check {

struct Object;

struct Name {
  Bytes value;  // without the solidus, with its #xx written out
};
struct String {
  Bytes value;  // with its escapes written out
};
struct Reference {
  std::int64_t number = 0;
  std::int64_t generation = 0;
};
// A word that is no object: an operator of a content stream, "obj", "endobj".
struct Keyword {
  Bytes word;
};
using Array = std::vector<Object>;

// In the order of the file.
struct Dictionary {
  std::vector<std::pair<Bytes, Object>> entries;
  // The value as it stands there, which may be a reference; null where there is none.
  const Object* find(std::string_view key) const;
};

struct Object {
  std::variant<std::monostate, bool, std::int64_t, double, Name, String, Reference, Keyword, Array,
               Dictionary>
      data;

  bool is_null() const { return data.index() == 0; }
  bool is_name(std::string_view value) const { return name() == value; }

  // Each gives what the object holds, or nothing where it is of another type.
  std::optional<bool> flag() const;
  std::optional<std::int64_t> integer() const;
  std::optional<double> number() const;  // integers too
  std::string_view name() const;         // empty for no name
  const Bytes* string() const;
  const Reference* reference() const;
  const Array* array() const;
  const Dictionary* dictionary() const;
};

inline const Object* Dictionary::find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name == key) return &value;
  }
  return nullptr;
}

}  // namespace pressmark::pdf_check
