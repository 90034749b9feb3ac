// converters/records/record_builder.h: putting the values of a read record together, with their
// evidence and the reports of what could not be read.
#pragma once

#include <string>
#include <string_view>

#include "core/base/diagnostics.h"
#include "core/model/metadata.h"

namespace pressmark::records {

// Adds to one record. Names of fields are the source's own ("booktitle") and used in reports only.
class RecordBuilder {
 public:
  RecordBuilder(std::string_view source, Diagnostics& diagnostics);

  void type(ItemType type);
  // Sets a variable that has no value yet; a further value goes to `extra` by its field's name. A
  // language that is no tag is reported.
  void text(Variable variable, std::string value, std::string_view field);
  // The written form of core/model/date.h, other words as a literal date.
  void date(DateVariable variable, std::string_view written, std::string_view field);
  void date(DateVariable variable, Date value, std::string_view field);
  void name(Role role, Name name, std::string position = {});
  // Each once.
  void keyword(std::string value);
  // Of no variable: kept in Metadata::extra, and reported.
  void unknown(std::string_view field, std::string value);
  void ignore(std::string_view field);

  // A DOI without its resolver's address, and an address as it is.
  void doi(std::string value, std::string_view field);

  const Metadata& record() const { return record_; }
  Metadata take() { return std::move(record_); }

 private:
  Evidence evidence() const { return {.source = source_}; }

  std::string source_;
  Diagnostics& diagnostics_;
  Metadata record_;
};

// Without white space at both ends.
std::string trimmed(std::string_view text);

// "Family, Given", "Family, Given, Suffix" as a person; without a comma the literal.
Name name_by_commas(std::string_view text);
// The same, and "Given Family" as a person whose family name is the last word; one word is a
// literal.
Name name_by_order(std::string_view text);

}  // namespace pressmark::records
