// converters/exporters/pdf/writer/file_information.h: what the file says about itself, in the Info
// dictionary and as an XMP packet (ISO 16684-1), both from the same values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/exporters/pdf/writer/profile.h"
#include "converters/exporters/pdf/writer/value.h"
#include "core/base/result.h"
#include "core/model/document.h"

namespace pressmark::pdf {

struct FileInformation {
  std::string title;  // never empty
  std::vector<std::string> authors;
  std::vector<std::string> contributors;
  std::string description;
  std::vector<std::string> keywords;
  std::string publisher;
  std::string identifier;
  std::string source;
  std::string rights;
  std::string license;          // URL of the rights statement
  std::string language;         // BCP 47, never empty
  std::string issued;           // as xmp_date() writes it; empty: unknown
  std::optional<Date> created;  // absent: the file has no dates
  // Names and values of PRISM's basic properties (PRISM 2.0): "publicationName", "issn", ...
  std::vector<std::pair<std::string_view, std::string>> prism;
};

// Collects the values of an article. The file's dates are `time`, else the article's own of
// modification or issue.
FileInformation describe_file(const Document& article, std::string_view language,
                              const std::optional<Date>& time);

// "2026-10-12T08:30:00+03:00", or less where less is known; empty where there is no year.
std::string xmp_date(const Date& date);
// The same as a PDF date (ISO 32000-1, 7.9.4): "D:20261012083000+03'00'".
std::string pdf_date(const Date& date);

// The Info dictionary, with the same values as the packet.
Dictionary info_dictionary(const FileInformation& information);

// The packet, with the claims of `profile` and descriptions of all properties that PDF/A does not
// know (PDF/A-3, 6.6.2.3).
Bytes xmp_packet(const FileInformation& information, Profile profile);

}  // namespace pressmark::pdf
