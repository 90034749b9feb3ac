#include "cli/settings.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/configuration_file.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

// A working directory, a home and an environment of its own for a test.
class SettingsTest : public testing::Test {
 protected:
  void SetUp() override {
    old_folder_ = ::get_current_dir_name();
    work_.write("project/deep/x", "");
    ASSERT_EQ(::chdir((work_ / "project/deep").c_str()), 0);
    ::setenv("XDG_CONFIG_HOME", (work_ / "config").c_str(), 1);
    ::unsetenv("PRESSMARK_URL");
  }
  void TearDown() override {
    ASSERT_EQ(::chdir(old_folder_), 0);
    ::free(old_folder_);
    ::unsetenv("XDG_CONFIG_HOME");
    ::unsetenv("PRESSMARK_URL");
    ::unsetenv("PRESSMARK_STRICT");
  }

  static Result<Settings> load(const std::vector<std::string>& words) {
    const CommandRow& command = *find_command("convert");
    Result<Arguments> arguments = parse_arguments(command, words);
    if (!arguments) return arguments.error();
    return load_settings(command, std::move(*arguments));
  }

  TemporaryFolder work_;
  char* old_folder_ = nullptr;
};

TEST_F(SettingsTest, TheStrongerSourceWins) {
  EXPECT_EQ(load({"a"})->text("url"), "");
  work_.write("config/pressmark/pressmark.toml", "[convert]\nurl = \"user\"\nlang = \"de\"\n");
  EXPECT_EQ(load({"a"})->text("url"), "user");
  work_.write("project/pressmark.toml", "[convert]\nurl = \"project\"\n");
  EXPECT_EQ(load({"a"})->text("url"), "project");
  ::setenv("PRESSMARK_URL", "environment", 1);
  EXPECT_EQ(load({"a"})->text("url"), "environment");
  EXPECT_EQ(load({"a", "--url", "line"})->text("url"), "line");
  // What a stronger source leaves open, a weaker one fills.
  EXPECT_EQ(load({"a", "--url", "line"})->text("lang"), "de");
}

TEST_F(SettingsTest, FilesCanBeNamedAndPassedOver) {
  work_.write("project/pressmark.toml", "[convert]\nurl = \"project\"\n");
  const std::string other = work_.write("other.toml", "[common]\nverbose = true\n");
  EXPECT_FALSE(load({"a", "--no-config"})->has("url"));
  const auto named = load({"a", "--config", other});
  EXPECT_FALSE(named->has("url"));
  EXPECT_TRUE(named->has("verbose"));
  EXPECT_FALSE(load({"a", "--config", work_ / "none.toml"}));
}

TEST_F(SettingsTest, FlagsCanBeSwitchedOff) {
  work_.write("project/pressmark.toml", "[convert]\nstrict = true\n");
  EXPECT_TRUE(load({"a"})->has("strict"));
  ::setenv("PRESSMARK_STRICT", "0", 1);
  EXPECT_FALSE(load({"a"})->has("strict"));
  ::setenv("PRESSMARK_STRICT", "maybe", 1);
  EXPECT_FALSE(load({"a"}));
}

TEST_F(SettingsTest, ReadsListsAndFormatOptions) {
  work_.write("project/pressmark.toml",
              "[convert]\nto-format = [\"epub\", \"pdf\"]\nset = [\"publisher=A\"]\n"
              "[options.epub]\ntoc-depth = 2\n[batch]\njobs = 3\n");
  const auto settings = load({"a"});
  ASSERT_TRUE(settings) << settings.error().message();
  EXPECT_EQ(settings->text("to-format"), "epub,pdf");
  EXPECT_EQ(settings->list("set"), std::vector<std::string>{"publisher=A"});
  EXPECT_EQ(settings->list("option"), std::vector<std::string>{"epub.toc-depth=2"});
  EXPECT_FALSE(settings->has("jobs"));
}

TEST_F(SettingsTest, SaysWhereAFileIsWrong) {
  for (const auto& [text, place] :
       std::vector<std::pair<std::string, std::string>>{{"[convert]\nurl = \n", ":2"},
                                                        {"[convert]\n\ncolour = 1\n", ":3"},
                                                        {"[dance]\nurl = \"x\"\n", ":1"},
                                                        {"[batch]\nreport = \"x\"\n", ":2"},
                                                        {"[convert]\nfetch = true\n", ":2"},
                                                        {"[common]\nallow-private = true\n", ":2"},
                                                        {"[convert]\nurl = 2026-10-12\n", ":2"},
                                                        {"[convert]\nstrict = \"yes\"\n", ":2"},
                                                        {"[convert]\nurl = [\"a\", \"b\"]\n", ":2"},
                                                        {"url = \"x\"\n", ":1"}}) {
    work_.write("project/pressmark.toml", text);
    const auto settings = load({"a"});
    ASSERT_FALSE(settings) << text;
    EXPECT_EQ(settings.error().kind(), ErrorKind::usage);
    EXPECT_NE(settings.error().message().find("pressmark.toml" + place), std::string::npos)
        << settings.error().message();
  }
}

TEST(Settings, NumbersAreChecked) {
  Arguments arguments;
  arguments.values["jobs"] = {"12"};
  EXPECT_EQ(*Settings(arguments).number("jobs", 1, 1), 12U);
  EXPECT_EQ(*Settings(arguments).number("other", 7, 1), 7U);
  for (const char* wrong : {"", "0", "-1", "1x", "99999999999999999999999"}) {
    arguments.values["jobs"] = {wrong};
    EXPECT_FALSE(Settings(arguments).number("jobs", 1, 1)) << wrong;
  }
}

TEST(Settings, JobsAreBounded) {
  Arguments arguments;
  EXPECT_GE(*Settings(arguments).number_of_jobs(), 1U);
  for (const auto& [text, good] : {std::pair("auto", true), std::pair("3", true),
                                   std::pair("0", false), std::pair("100000", false)}) {
    arguments.values["jobs"] = {text};
    EXPECT_EQ(Settings(arguments).number_of_jobs().has_value(), good) << text;
  }
}

}  // namespace
}  // namespace pressmark::cli
