// converters/exporters/epub/book_record.h: what the package document and the ONIX record say of a
// book's articles alike.
#pragma once

#include <string>
#include <vector>

#include "core/model/document.h"

namespace pressmark::epub {

// The publisher of an article; an agency that distributes it is its publisher where none is named.
// May be empty.
const std::string& publisher_of(const Metadata& record);

// Whether a role is one of another work's people, who did not make this one.
bool is_of_another_work(Role role);

// The latest day of issue of the articles ("2026-11-20", or less of it; of a season its year);
// empty where none has a year from 1 to 9999.
std::string latest_day(const std::vector<const Document*>& articles);

}  // namespace pressmark::epub
