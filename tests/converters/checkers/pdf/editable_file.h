// A PDF file taken apart so that a test can change one thing and put it together again.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "converters/checkers/pdf/object.h"
#include "core/base/result.h"

namespace pressmark::pdf_check {

class EditableFile {
 public:
  struct Entry {
    Object value;
    std::optional<Bytes> stream;  // unpacked; those of images stay as they are
  };

  explicit EditableFile(std::string_view octets);

  // Without object streams, with a classic cross-reference table.
  Bytes write() const;

  std::map<std::int64_t, Entry> objects;
  Dictionary trailer;
  std::string version = "1.7";

  Dictionary& at(std::int64_t number);
  Dictionary& catalog();
  Dictionary& info();
  // The numbers of the objects that have the value as the key's name, in order.
  std::vector<std::int64_t> with(std::string_view key, std::string_view value) const;
  Dictionary& first(std::string_view key, std::string_view value);
  // The dictionary or array that a key's value leads to, directly or by a reference.
  Object& follow(Dictionary& dictionary, std::string_view key);
  Bytes& stream_of(Dictionary& dictionary, std::string_view key);
};

Object name(std::string_view value);
Object text(std::string_view octets);
Object integer(std::int64_t value);

// Sets or replaces a key's value.
void set(Dictionary& dictionary, std::string_view key, Object value);
// Takes a key away, which must be there.
void erase(Dictionary& dictionary, std::string_view key);
Object* find(Dictionary& dictionary, std::string_view key);
// Replaces the first occurrence, which must be there.
void replace(Bytes& octets, std::string_view old, std::string_view with);

// A value as PDF writes it.
Bytes syntax_of(const Object& value);

}  // namespace pressmark::pdf_check
