#include "cli/command_line.h"

#include <gtest/gtest.h>

#include <set>

#include "cli/exit_code.h"
#include "cli/help.h"
#include "tests/cli/sample_formats.h"
#include "tests/support/golden.h"

namespace pressmark::cli {
namespace {

Result<Arguments> parse(const std::vector<std::string>& words) {
  return parse_arguments(*find_command("convert"), words);
}

TEST(CommandLine, ReadsOptionsInAllTheirSpellings) {
  const auto parsed = parse({"-t", "epub", "a.txt", "-O", "x=1", "--option=y=-2", "-o", "-"});
  ASSERT_TRUE(parsed) << parsed.error().message();
  EXPECT_EQ(parsed->operands, std::vector<std::string>{"a.txt"});
  EXPECT_EQ(parsed->values.at("to-format"), std::vector<std::string>{"epub"});
  EXPECT_EQ(parsed->values.at("option"), (std::vector<std::string>{"x=1", "y=-2"}));
  EXPECT_EQ(parsed->values.at("output"), std::vector<std::string>{"-"});
  EXPECT_FALSE(parsed->values.contains("strict"));
  const auto dash = parse({"-", "-tepub", "--warnings-as-errors"});
  ASSERT_TRUE(dash) << dash.error().message();
  EXPECT_EQ(dash->operands, std::vector<std::string>{"-"});
  EXPECT_TRUE(dash->values.contains("strict"));
}

TEST(CommandLine, TakesWhatFollowsTwoDashesAsOperand) {
  const auto parsed = parse({"-t", "epub", "--", "-odd.txt"});
  ASSERT_TRUE(parsed) << parsed.error().message();
  EXPECT_EQ(parsed->operands, std::vector<std::string>{"-odd.txt"});
}

TEST(CommandLine, RefusesWhatItDoesNotKnow) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"a", "--colour", "red"},
                                             {"a", "-o"},
                                             {"a", "-o", "x", "-o", "y"},
                                             {"a", "--jobs", "3"}}) {
    const auto parsed = parse(words);
    ASSERT_FALSE(parsed) << testing::PrintToString(words);
    EXPECT_EQ(parsed.error().kind(), ErrorKind::usage);
    EXPECT_FALSE(parsed.error().remedy().empty()) << parsed.error().message();
  }
}

TEST(CommandLine, ACommandForOneArticleTakesOne) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"a", "b"}, {}}) {
    const auto parsed = parse_arguments(*find_command("inspect"), words);
    ASSERT_FALSE(parsed) << testing::PrintToString(words);
    EXPECT_EQ(parsed.error().kind(), ErrorKind::usage);
    EXPECT_FALSE(parsed.error().remedy().empty()) << parsed.error().message();
  }
}

TEST(CommandLine, TablesAreSound) {
  std::set<std::string_view> names;
  std::set<char> letters;
  for (const OptionRow& row : option_rows()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    if (row.letter != '\0') {
      EXPECT_TRUE(letters.insert(row.letter).second) << row.letter;
    }
    EXPECT_TRUE(row.help.ends_with('.')) << row.name;
    EXPECT_EQ(row.kind == OptionKind::flag, row.value_name.empty()) << row.name;
  }
  for (const CommandRow& command : command_rows()) {
    for (const std::string_view option : command.options) {
      EXPECT_NE(find_option(option), nullptr) << command.name << " " << option;
    }
  }
}

TEST(Help, IsMadeFromTheTables) {
  std::string all = general_help();
  for (const CommandRow& command : command_rows()) {
    all += "\n---- " + std::string(command.name) + "\n\n" + command_help(command);
    const CommandRun run = run_command({std::string(command.name), "--help"});
    EXPECT_EQ(run.code, ExitCode::done);
    EXPECT_EQ(run.out, command_help(command));
  }
  EXPECT_GOLDEN("cli/help.txt", all);
  for (std::size_t start = 0; start < all.size();) {
    const std::size_t end = all.find('\n', start);
    EXPECT_LE(end - start, 79U) << all.substr(start, end - start);
    start = end + 1;
  }
}

TEST(Help, IsThereForEachWayOfAsking) {
  EXPECT_EQ(run_command({"--help"}).out, general_help());
  EXPECT_EQ(run_command({"help"}).out, general_help());
  EXPECT_EQ(run_command({"help", "meta"}).out, command_help(*find_command("meta")));
  EXPECT_EQ(run_command({"--version"}).out, version_text());
}

}  // namespace
}  // namespace pressmark::cli
