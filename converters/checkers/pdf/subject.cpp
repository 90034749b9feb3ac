#include "converters/checkers/pdf/subject.h"

namespace pressmark::pdf_check {

std::string place_of(const Object* object) {
  const Reference* reference = object == nullptr ? nullptr : object->reference();
  return reference == nullptr ? std::string() : "object " + std::to_string(reference->number);
}

}  // namespace pressmark::pdf_check
