#include "cli/name_template.h"

#include <gtest/gtest.h>

#include "tests/cli/batch_lines.h"
#include "tests/cli/sample_formats.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

Document article() {
  Document document;
  document.metadata.set(Variable::title,
                        "Ferry lifts \xE2\x80\x9C"
                        "ban\xE2\x80\x9D: '27 & after/",
                        {.source = "test"});
  document.metadata.set(Variable::language, "en", {.source = "test"});
  document.metadata.set(DateVariable::issued, make_date(2026, 10, 12), {.source = "test"});
  return document;
}

std::string name_of(const std::string& text, const Document& document = article()) {
  const auto name = NameTemplate::parse(text);
  return name ? name->name_of(document, "in/a-2", "id") : name.error().message();
}

TEST(NameTemplate, FillsItsFields) {
  EXPECT_EQ(name_of("{name}"), "in/a-2");
  EXPECT_EQ(name_of("{year}/{date}_{id}"), "2026/2026-10-12_a5614527");
  EXPECT_EQ(name_of("{lang}-{title}-{id}"), "en-ferry-lifts-ban-27-after-a5614527");
  EXPECT_EQ(name_of("{date}-{lang}-{title}-{name}", {}), "unknown-unknown-unknown-in/a-2");
  EXPECT_EQ(name_of("{key}-{id}"), "anon2026ferry-a5614527");
}

TEST(NameTemplate, NeverLeavesItsFolder) {
  Document document;
  document.metadata.set(Variable::language, "../../x", {.source = "test"});
  EXPECT_EQ(name_of("{lang}/{id}", document), "_._.._x/a5614527");
}

TEST(NameTemplate, SaysWhatIsWrong) {
  for (const char* wrong : {"{date}", "{nome}-{id}", "{id", "id}", "../{id}", "/{id}", "a//{id}",
                            "{id}/", "", ".{id}"}) {
    EXPECT_FALSE(NameTemplate::parse(wrong)) << wrong;
  }
}

TEST(NameTemplate, NamesTheOutputsOfABatch) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "First\n");
  folder.write("in/b.txt", "First\n");
  folder.write("out/first-a.up", "precious");
  const std::vector<std::string> words = {"batch", folder / "in", "--to",   folder / "out",
                                          "-t",    "upper",       "--name", "{title}-{name}"};
  CommandRun run = run_command(words);
  EXPECT_EQ(run.code, ExitCode::some_failed) << run.err;
  EXPECT_EQ(read_file_octets(folder / "out/first-a.up"), "precious");
  EXPECT_EQ(read_file_octets(folder / "out/first-b.up"), "FIRST!\n\n");
  run = run_command(words);
  EXPECT_EQ(lines_by_id(run.out).at(folder / "in/b.txt")["status"], "skip");
  // Another title gives another file, and the same one again is replaced.
  folder.write("in/b.txt", "Second\n");
  run_command(words);
  EXPECT_EQ(read_file_octets(folder / "out/second-b.up"), "SECOND!\n\n");
  folder.write("in/b.txt", "Second\nMore.\n");
  run_command(words);
  EXPECT_EQ(read_file_octets(folder / "out/second-b.up"), "SECOND!\nMORE.\n");
}

TEST(NameTemplate, NeverReplacesAnInput) {
  const TemporaryFolder folder;
  folder.write("in/second-b.up", "First\n");
  folder.write("in/b.txt", "Second\n");
  const CommandRun run =
      run_command({"batch", folder / "in", "--glob", "*", "-f", "text", "--to", folder / "in", "-t",
                   "upper", "--name", "{title}-{name}", "--force"});
  EXPECT_EQ(run.code, ExitCode::some_failed) << run.out;
  EXPECT_EQ(read_file_octets(folder / "in/second-b.up"), "First\n");
}

}  // namespace
}  // namespace pressmark::cli
