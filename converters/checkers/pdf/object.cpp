#include "converters/checkers/pdf/object.h"

namespace pressmark::pdf_check {

std::optional<bool> Object::flag() const {
  const bool* value = std::get_if<bool>(&data);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<std::int64_t> Object::integer() const {
  const auto* value = std::get_if<std::int64_t>(&data);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<double> Object::number() const {
  if (const auto whole = integer()) return static_cast<double>(*whole);
  const double* value = std::get_if<double>(&data);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::string_view Object::name() const {
  const Name* value = std::get_if<Name>(&data);
  return value == nullptr ? std::string_view() : std::string_view(value->value);
}

const Bytes* Object::string() const {
  const String* value = std::get_if<String>(&data);
  return value == nullptr ? nullptr : &value->value;
}

const Reference* Object::reference() const { return std::get_if<Reference>(&data); }
const Array* Object::array() const { return std::get_if<Array>(&data); }
const Dictionary* Object::dictionary() const { return std::get_if<Dictionary>(&data); }

}  // namespace pressmark::pdf_check
