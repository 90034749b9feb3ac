#include "converters/checkers/pdf/check.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/converters/checkers/pdf/editable_file.h"
#include "tests/converters/checkers/pdf/mutations.h"

namespace pressmark::pdf_check {
namespace {

// The codes of the findings with their places and words, for messages.
std::string listed(const CheckReport& report) {
  std::string out;
  for (const CheckFinding& finding : report.findings) {
    out += finding.code + " " + finding.place + ": " + finding.text + "\n";
  }
  return out;
}

TEST(CheckPdf, FindsNothingInGoodFiles) {
  const Result<CheckReport> report = check_pdf(good_file());
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(listed(*report), "");
  EXPECT_EQ(report->standards, (std::vector<std::string>{"PDF/A-3a", "PDF/UA-1"}));
  const Result<CheckReport> report_2 = check_pdf(good_file_2());
  ASSERT_TRUE(report_2) << report_2.error().message();
  EXPECT_EQ(listed(*report_2), "");
  EXPECT_EQ(report_2->standards, (std::vector<std::string>{"PDF/A-4f", "PDF/UA-2"}));
}

TEST(CheckPdf, FindsNothingInAFileWrittenAnew) {
  EXPECT_EQ(listed(*check_pdf(EditableFile(good_file()).write())), "");
  EXPECT_EQ(listed(*check_pdf(EditableFile(good_file_2()).write())), "");
}

TEST(CheckPdf, FindsEachMistake) {
  for (const Mutation& mutation : mutations()) {
    const Result<CheckReport> report = check_pdf(mutation.file);
    ASSERT_TRUE(report) << mutation.name << ": " << report.error().message();
    std::set<std::string, std::less<>> codes;
    for (const CheckFinding& finding : report->findings) codes.insert(finding.code);
    EXPECT_EQ(codes, (std::set<std::string, std::less<>>{std::string(mutation.code)}))
        << mutation.name << ":\n"
        << listed(*report);
  }
}

TEST(CheckPdf, RefusesWhatIsNoPdf) {
  EXPECT_FALSE(check_pdf(""));
  EXPECT_FALSE(check_pdf("<html></html>"));
}

// No octet of a file may be relied on: whatever is changed, the checker comes to an end.
TEST(CheckPdf, TakesDamagedFiles) {
  const Bytes file = EditableFile(good_file()).write();
  for (std::size_t i = 0; i < file.size(); i += 997) {
    Bytes damaged = file;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x15);
    static_cast<void>(check_pdf(damaged));
    static_cast<void>(check_pdf(std::string_view(file).substr(0, i)));
  }
}

}  // namespace
}  // namespace pressmark::pdf_check
