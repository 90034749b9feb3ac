// converters/exporters/pdf/writer/profile.h: which standards a file claims and keeps.
#pragma once

#include <string_view>

namespace pressmark::pdf {

enum class Profile {
  archive_2a,  // PDF/A-2a and PDF/UA-1: nothing attached
  archive_3a,  // PDF/A-3a and PDF/UA-1: with attachments
  archive_4,   // PDF/A-4 and PDF/UA-2, on PDF 2.0: nothing attached
  archive_4f,  // PDF/A-4f and PDF/UA-2, on PDF 2.0: with attachments
};

inline bool is_pdf_2(Profile profile) {
  return profile == Profile::archive_4 || profile == Profile::archive_4f;
}
inline bool allows_attachments(Profile profile) {
  return profile == Profile::archive_3a || profile == Profile::archive_4f;
}
inline std::string_view pdf_version(Profile profile) { return is_pdf_2(profile) ? "2.0" : "1.7"; }

}  // namespace pressmark::pdf
