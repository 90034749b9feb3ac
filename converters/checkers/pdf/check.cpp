#include "converters/checkers/pdf/check.h"

#include "converters/checkers/pdf/rules.h"

namespace pressmark::pdf_check {
namespace {

CheckReport damaged_report(std::string text) { return {{}, {{"pdf-syntax", "", std::move(text)}}}; }

std::vector<std::string> names_of(const Claims& claims) {
  std::string level = claims.archive_level;
  for (char& c : level) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return {"PDF/A-" + std::to_string(claims.archive_part) + level,
          "PDF/UA-" + std::to_string(claims.accessibility_part)};
}

// What is checked where a file claims nothing.
Claims completed(Claims claims, std::string_view octets) {
  const bool is_pdf_2 = octets.starts_with("%PDF-2");
  if (claims.archive_part == 0) {
    claims.archive_part = is_pdf_2 ? 4 : 3;
    claims.archive_level = is_pdf_2 ? "F" : "A";
  }
  if (claims.accessibility_part == 0) claims.accessibility_part = is_pdf_2 ? 2 : 1;
  return claims;
}

}  // namespace

Result<CheckReport> check_pdf(std::string_view octets) {
  if (octets.substr(0, 1024).find("%PDF-") == std::string_view::npos) {
    return Error(ErrorKind::unrecognised, "this is no PDF file: it has no header");
  }
  CheckReport report;
  const Result<File> file = File::read(octets, report.findings);
  if (!file) {
    if (file.error().kind() == ErrorKind::limit) return file.error();
    return damaged_report(file.error().message());
  }
  const Dictionary* catalog = file->get(file->trailer(), "Root").dictionary();
  if (catalog == nullptr) return damaged_report("the trailer leads to no catalog");
  const Subject subject{*file, *catalog, completed(claims_of(*file, *catalog), octets),
                        report.findings};
  report.standards = names_of(subject.claims);
  check_file(subject);
  check_metadata(subject);
  const StructureTree tree(*file, *catalog);
  const UsedContent used = check_content(subject, tree);
  check_structure(subject, tree);
  check_fonts(subject, used);
  check_pages(subject, tree, used);
  check_attachments(subject);
  return report;
}

}  // namespace pressmark::pdf_check
