#include <gtest/gtest.h>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/sample_formats.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

TEST(Convert, WritesToStandardOutputAndFiles) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\nbody\n");
  EXPECT_EQ(run_command({"convert", input, "-t", "upper"}).out, "HEAD!\nBODY\n");
  EXPECT_EQ(run_command({"convert", "-", "-t", "upper", "-o", "-"}, "Head\n").out, "HEAD!\n\n");
  EXPECT_EQ(run_command({"convert", input, "-o", folder / "b.up"}).code, ExitCode::done);
  EXPECT_EQ(read_file_octets(folder / "b.up"), "HEAD!\nBODY\n");
  EXPECT_EQ(run_command({"convert", input, "-t", "upper,blob", "-o", folder / "new/"}).code,
            ExitCode::done);
  EXPECT_EQ(tree_listing(folder / "new"), "a.blob: HEAD!\nBODY\n\na.up: HEAD!\nBODY\n\n");
}

TEST(Convert, SeveralArticlesMakeOneOutput) {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", "Second\nbody\n");
  const std::string b = folder.write("b.txt", "First\ntext\n");
  const CommandRun given = run_command({"convert", b, a, "-t", "upper", "--title", "Both"});
  EXPECT_EQ(given.code, ExitCode::done) << given.err;
  EXPECT_EQ(given.out, "BOTH!\nFIRST\nTEXT\nSECOND\nBODY\n");
  EXPECT_EQ(run_command({"convert", b, a, "-t", "upper", "--order", "name"}).out,
            "SECOND!\nSECOND\nBODY\nFIRST\nTEXT\n");
  EXPECT_EQ(run_command({"convert", "--from-dir", folder.path(), "-t", "upper"}).out,
            "SECOND!\nSECOND\nBODY\nFIRST\nTEXT\n");
  EXPECT_EQ(run_command({"convert", "--list", "-", "-t", "upper"}, b + "\n" + a + "\n").out,
            "FIRST!\nFIRST\nTEXT\nSECOND\nBODY\n");
}

TEST(Convert, AFormatWithAFormForManyArticlesUsesIt) {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", "One\nbody\n");
  const std::string b = folder.write("b.txt", "Two\ntext\n");
  EXPECT_EQ(run_command({"convert", a, b, "-t", "many", "--title", "T"}).out, "T: 2 articles\n");
}

TEST(Convert, ABookThatLacksAnArticleIsNotWritten) {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", "One\nbody\n");
  EXPECT_EQ(run_command({"convert", a, folder / "none.txt", "-o", folder / "b.up"}).code,
            ExitCode::unreadable);
  EXPECT_EQ(run_command({"convert", a, "-", "-o", folder / "b.up"}).code, ExitCode::usage);
  EXPECT_EQ(run_command({"convert", a, folder.path(), "-o", folder / "b.up"}).code,
            ExitCode::usage);
  EXPECT_EQ(run_command({"convert", a, a + "x", "--order", "size", "-t", "upper"}).code,
            ExitCode::unreadable);
  EXPECT_FALSE(std::filesystem::exists(folder / "b.up"));
  EXPECT_EQ(run_command({"convert", a, "--title", "T", "-t", "upper"}).code, ExitCode::usage);
  EXPECT_EQ(run_command({"convert", "-t", "upper"}).code, ExitCode::usage);
}

TEST(Convert, ABookNeverReplacesAnArticle) {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", "One\nbody\n");
  const std::string b = folder.write("b.txt", "Two\ntext\n");
  EXPECT_EQ(run_command({"convert", a, b, "-t", "upper", "-o", b}).code, ExitCode::usage);
  EXPECT_EQ(read_file_octets(b), "Two\ntext\n");
}

TEST(Convert, NamesFilesAsABatchDoes) {
  const TemporaryFolder folder;
  const std::string input = folder.write(".version-3.5\x1b[1m", "Head\n");
  EXPECT_EQ(run_command({"convert", input, "-t", "upper", "-o", folder / "out/"}).code,
            ExitCode::done);
  EXPECT_EQ(tree_listing(folder / "out"), "_version-3.5_[1m.up: HEAD!\n\n\n");
}

TEST(Convert, ReplacesTheFileItWasToldButNoOther) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\nbody\n");
  const std::string output = folder.write("a.up", "precious");
  const CommandRun made_up = run_command({"convert", input, "-t", "upper", "-o", folder.path()});
  EXPECT_EQ(made_up.code, ExitCode::unwritable);
  EXPECT_NE(made_up.err.find("--force"), std::string::npos) << made_up.err;
  EXPECT_EQ(read_file_octets(output), "precious");
  EXPECT_EQ(run_command({"convert", input, "-o", output, "--no-clobber"}).code,
            ExitCode::unwritable);
  EXPECT_EQ(read_file_octets(output), "precious");
  EXPECT_EQ(run_command({"convert", input, "-o", output}).code, ExitCode::done);
  EXPECT_EQ(read_file_octets(output), "HEAD!\nBODY\n");
  // The same content again is no conflict.
  EXPECT_EQ(run_command({"convert", input, "-t", "upper", "-o", folder.path()}).code,
            ExitCode::done);
  folder.write("a.up", "precious");
  EXPECT_EQ(run_command({"convert", input, "-t", "upper", "-o", folder.path(), "--force"}).code,
            ExitCode::done);
  EXPECT_EQ(read_file_octets(output), "HEAD!\nBODY\n");
}

TEST(Convert, NeverReplacesItsInput) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.up", "Head\nbody\n");
  std::filesystem::create_symlink(input, folder / "link.up");
  std::filesystem::create_hard_link(input, folder / "other.up");
  for (const char* output : {"a.up", "./a.up", "link.up", "other.up"}) {
    const CommandRun run =
        run_command({"convert", input, "-f", "text", "-o", folder / output, "--force"});
    EXPECT_EQ(run.code, ExitCode::usage) << output;
    EXPECT_NE(run.err.find("is the input itself"), std::string::npos) << run.err;
  }
  for (const char* verb : {"convert", "meta"}) {
    EXPECT_EQ(run_command({verb, input, "-f", "text", "-t",
                           verb == std::string("meta") ? "card" : "upper", "--report", input})
                  .code,
              ExitCode::usage);
  }
  EXPECT_EQ(run_command({"meta", input, "-f", "text", "-o", input}).code, ExitCode::usage);
  EXPECT_EQ(
      run_command({"convert", input, "-f", "text", "-t", "upper", "-o", folder.path(), "--force"})
          .code,
      ExitCode::usage);
  EXPECT_EQ(read_file_octets(input), "Head\nbody\n");
}

TEST(Convert, MakesAllOutputsOrNone) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\nbody\n");
  const CommandRun run =
      run_command({"convert", input, "-t", "upper,broken", "-o", folder / "out/"});
  EXPECT_EQ(run.code, ExitCode::missing_tool);
  EXPECT_EQ(tree_listing(folder.path()), "a.txt: Head\nbody\n\n");
  folder.write("out/a.blob", "precious");
  EXPECT_EQ(run_command({"convert", input, "-t", "upper,blob", "-o", folder / "out/"}).code,
            ExitCode::unwritable);
  EXPECT_EQ(tree_listing(folder / "out"), "a.blob: precious\n");
}

TEST(Convert, PutsImagesBesideOutputsThatReferToThem) {
  const TemporaryFolder folder;
  folder.write("pics/a b.png", "png octets");
  const std::string input = folder.write("a.txt", "Head\n!image pics/a%20b.png\n");
  ASSERT_EQ(run_command({"convert", input, "-o", folder / "out.pg"}).code, ExitCode::done);
  EXPECT_NE(tree_listing(folder.path()).find("images/r-"), std::string::npos);
}

TEST(Convert, EachFailureHasItsExitCode) {
  const TemporaryFolder folder;
  const std::pair<std::string, ExitCode> cases[] = {{"usage", ExitCode::usage},
                                                    {"unreadable", ExitCode::unreadable},
                                                    {"unrecognised", ExitCode::unreadable},
                                                    {"no-article", ExitCode::no_article},
                                                    {"unwritable", ExitCode::unwritable},
                                                    {"missing-tool", ExitCode::missing_tool},
                                                    {"limit", ExitCode::limit},
                                                    {"internal", ExitCode::internal}};
  for (const auto& [kind, code] : cases) {
    const CommandRun run =
        run_command({"convert", folder.write("a.txt", "!fail " + kind), "-t", "upper"});
    EXPECT_EQ(run.code, code) << kind;
    EXPECT_EQ(run.out, "");
    const std::string subject = kind == "usage" ? "" : "'a.txt': ";
    EXPECT_EQ(run.err.rfind("pressmark: error: " + subject + "asked for " + kind, 0), 0U)
        << run.err;
  }
  EXPECT_EQ(run_command({"convert", folder.write("a.txt", "!throw"), "-t", "upper"}).code,
            ExitCode::internal);
  EXPECT_EQ(run_command({"convert", folder.write("a.txt", "!memory"), "-t", "upper"}).code,
            ExitCode::limit);
}

TEST(Convert, SaysWhatIsWrongWithTheInput) {
  const TemporaryFolder folder;
  const CommandRun missing = run_command({"convert", folder / "none.txt", "-t", "upper"});
  EXPECT_EQ(missing.code, ExitCode::unreadable);
  EXPECT_NE(missing.err.find("no such file"), std::string::npos) << missing.err;
  const CommandRun directory = run_command({"convert", folder.path(), "-t", "upper"});
  EXPECT_EQ(directory.code, ExitCode::unreadable);
  EXPECT_NE(directory.err.find("pressmark batch"), std::string::npos) << directory.err;
  const std::string input = folder.write("a.txt", "Head\nbody\n");
  const CommandRun large = run_command({"convert", input, "-t", "upper", "--max-input-bytes", "4"});
  EXPECT_EQ(large.code, ExitCode::limit);
  EXPECT_NE(large.err.find("--max-input-bytes"), std::string::npos) << large.err;
  const CommandRun folderless = run_command({"convert", input, "-o", folder / "no/such/a.up"});
  EXPECT_EQ(folderless.code, ExitCode::unwritable);
}

TEST(Convert, RefusesCommandLinesThatSayTooLittle) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\n");
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{},
                                             {"-o", folder / "a.unknown"},
                                             {"-t", "nothing"},
                                             {"-t", "text"},
                                             {"-t", "upper,blob", "-o", folder / "file"},
                                             {"-t", "upper", "-f", "upper"},
                                             {"-t", "upper", "-O", "mark"},
                                             {"-t", "upper", "-O", "unknown=1"},
                                             {"-t", "upper", "-O", "upper.unknown=1"},
                                             {"-t", "upper", "-O", "unknown.mark=1"},
                                             {"-t", "upper", "--lang", "not a tag"},
                                             {"-t", "upper", "--url", "not a url"},
                                             {"-t", "upper", "--url", "paper.example/a"},
                                             {"-t", "upper", "--url", "file:///tmp/a.html"},
                                             {"-t", "upper", "--captured", "yesterday"},
                                             {"-t", "upper", "--max-input-bytes", "many"},
                                             {"-t", "upper", "--force", "--no-clobber"}}) {
    std::vector<std::string> words = {"convert", input};
    words.insert(words.end(), more.begin(), more.end());
    const CommandRun run = run_command(words);
    EXPECT_EQ(run.code, ExitCode::usage) << testing::PrintToString(more) << run.err;
    EXPECT_EQ(run.out, "");
  }
}

TEST(Convert, GivesFormatOptionsToTheirFormats) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\n");
  EXPECT_EQ(run_command({"convert", input, "-t", "upper", "-O", "mark=?"}).out, "HEAD?\n\n");
  EXPECT_EQ(run_command({"convert", input, "-t", "upper", "-O", "upper.mark=."}).out, "HEAD.\n\n");
}

TEST(Convert, RefusesOptionsThatWouldHaveNoEffect) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\n");
  const auto error_of = [&](const std::string& verb, const std::string& option,
                            const std::vector<std::string>& more) {
    std::vector<std::string> words = {verb, input, "-O", option};
    words.insert(words.end(), more.begin(), more.end());
    const CommandRun run = run_command(words);
    EXPECT_EQ(run.code, ExitCode::usage) << option << run.err;
    EXPECT_EQ(run.out, "");
    return run.err;
  };
  // The format is in use, but not that side of it.
  EXPECT_EQ(error_of("meta", "upper.mark=?", {}),
            "pressmark: error: --option upper.mark is without effect: 'upper' is neither read nor "
            "written here; leave it out, or put it into a configuration file\n");
  EXPECT_EQ(error_of("meta", "mark=?", {}),
            "pressmark: error: no format in use has the option 'mark'; text's options for reading "
            "are: first-line\n");
  EXPECT_EQ(error_of("convert", "text.mark=?", {"-t", "upper"}),
            "pressmark: error: format 'text' has no option 'mark'; text's options for reading are: "
            "first-line; text has no options for writing\n");
  EXPECT_EQ(error_of("convert", "upper.mark=?", {"-t", "blob"}),
            "pressmark: error: --option upper.mark is without effect: 'upper' is neither read nor "
            "written here; leave it out, or put it into a configuration file\n");
  EXPECT_EQ(error_of("batch", "mark=?", {"-t", "blob", "--to", folder / "out"}),
            "pressmark: error: no format in use has the option 'mark'; text's options for reading "
            "are: first-line\n");
  EXPECT_EQ(run_command({"convert", input, "-t", "blob", "-O", "first-line=kicker"}).code,
            ExitCode::done);
}

TEST(Convert, TakesOptionsOfOtherFormatsFromAConfiguration) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\n");
  const std::string configuration =
      folder.write("pressmark.toml", "[options.upper]\nmark = \"?\"\n");
  const CommandRun other = run_command({"convert", input, "-t", "blob", "--config", configuration});
  EXPECT_EQ(other.code, ExitCode::done) << other.err;
  EXPECT_EQ(run_command({"convert", input, "-t", "upper", "--config", configuration}).out,
            "HEAD?\n\n");
}

TEST(Convert, ShowsWarningsAndWritesThemAsJson) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\n!warn x\x1b[31m\n!note y\n");
  const CommandRun run =
      run_command({"convert", input, "-t", "upper", "--report", folder / "r.ndjson"});
  EXPECT_EQ(run.code, ExitCode::done);
  EXPECT_NE(run.err.find("warning: " + input + ":2:1: lost: x\\x1b[31m [sample.lost]"),
            std::string::npos)
      << run.err;
  EXPECT_EQ(run.err.find("guess"), std::string::npos);
  EXPECT_NE(run_command({"convert", input, "-t", "upper", "-v"}).err.find("sample.guess"),
            std::string::npos);
  EXPECT_EQ(run_command({"convert", input, "-t", "upper", "-q"}).err, "");
  const std::string report = read_file_octets(folder / "r.ndjson");
  const auto first = nlohmann::json::parse(report.substr(0, report.find('\n')));
  EXPECT_EQ(first["code"], "sample.lost");
  EXPECT_EQ(first["severity"], "warning");
  EXPECT_EQ(first["line"], 2);
}

TEST(Convert, StrictTurnsWarningsIntoFailure) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\n!warn x\n");
  const CommandRun run = run_command({"convert", input, "-o", folder / "a.up", "--strict"});
  EXPECT_EQ(run.code, ExitCode::warnings);
  EXPECT_EQ(tree_listing(folder.path()), "a.txt: Head\n!warn x\n\n");
}

TEST(Convert, TellsTheFormatByExtensionAndContent) {
  const TemporaryFolder folder;
  // Names without a known extension: the sample readers read both; what is of neither is text.
  EXPECT_EQ(run_command({"convert", folder.write("page", "<!DOCTYPE html>\n"), "-t", "upper"}).code,
            ExitCode::done);
  EXPECT_EQ(run_command({"convert", folder.write("note", "Head\n"), "-t", "upper"}).out,
            "HEAD!\n\n");
}

TEST(Meta, ShowsATableAndItsEvidence) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\nbody\n");
  const CommandRun table = run_command({"meta", input, "--set", "author=Jane Doe"});
  EXPECT_EQ(table.code, ExitCode::done);
  EXPECT_NE(table.out.find("title                  Head\n"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("author                 Jane Doe\n"), std::string::npos) << table.out;
  const CommandRun explained = run_command({"meta", input, "--explain"});
  EXPECT_NE(explained.out.find("from front:headline"), std::string::npos) << explained.out;
  EXPECT_EQ(run_command({"meta", input, "-t", "card"}).out, "HEAD!\nBODY\n");
}

TEST(Meta, WritesRecordsByExtensionAndNoArticles) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "Head\nbody\n");
  EXPECT_EQ(run_command({"meta", input, "-o", folder / "a.card"}).code, ExitCode::done);
  EXPECT_EQ(read_file_octets(folder / "a.card"), "HEAD!\nBODY\n");
  EXPECT_EQ(run_command({"meta", input, "-o", folder / "a.table"}).code, ExitCode::done);
  EXPECT_NE(read_file_octets(folder / "a.table").find("title  "), std::string::npos);
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"-t", "upper"}, {"-t", "card,blob"}, {"-o", folder / "a.blob"}}) {
    std::vector<std::string> words = {"meta", input};
    words.insert(words.end(), more.begin(), more.end());
    const CommandRun run = run_command(words);
    EXPECT_EQ(run.code, ExitCode::usage) << run.err;
    EXPECT_NE(run.err.find("is no format of citation records; use one of card,"), std::string::npos)
        << run.err;
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "a.blob"));
  const CommandRun explained = run_command({"meta", input, "--explain", "-t", "card"});
  EXPECT_EQ(explained.code, ExitCode::usage);
  EXPECT_NE(explained.err.find("--explain is without effect"), std::string::npos) << explained.err;
}

TEST(FormatsCommand, ListsTheTable) {
  const CommandRun run = run_command({"formats"});
  EXPECT_NE(run.out.find("upper            write"), std::string::npos) << run.out;
  EXPECT_NE(run_command({"formats", "upper"})
                .out.find("\noptions for writing (--option KEY=VALUE):\n  mark "),
            std::string::npos);
  EXPECT_NE(run_command({"formats", "text"})
                .out.find("\noptions for reading (--option KEY=VALUE):\n  first-line "),
            std::string::npos);
  EXPECT_EQ(run_command({"formats", "none"}).code, ExitCode::usage);
}

TEST(Dispatch, RefusesUnknownCommands) {
  EXPECT_EQ(run_command({}).code, ExitCode::usage);
  EXPECT_EQ(run_command({"dance"}).code, ExitCode::usage);
  EXPECT_EQ(run_command({"help", "dance"}).code, ExitCode::usage);
}

}  // namespace
}  // namespace pressmark::cli
