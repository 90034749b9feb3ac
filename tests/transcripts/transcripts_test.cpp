// Runs the transcripts in this folder: Markdown pages whose code blocks are files ("```file NAME")
// and sessions ("```console"): a line that begins with "$ " is a command for the shell, those below
// it its output (standard error too) and, where it is not 0, "[exit CODE]".
// PRESSMARK_UPDATE_GOLDEN=1 rewrites the outputs.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

std::string session_output(const std::string& line, const std::string& folder) {
  const std::string path = fs::path(PRESSMARK_COMMAND).parent_path().string() + ":/usr/bin:/bin";
  const ProcessResult result = run_process(
      {"/bin/sh", "-c", "exec 2>&1\n" + line},
      {.folder = folder,
       .environment = {{"PATH", path}, {"HOME", folder}, {"SOURCE_DATE_EPOCH", "1790000000"}}});
  std::string output = result.out;
  if (!output.empty() && output.back() != '\n') output += '\n';
  if (result.code != 0) output += "[exit " + std::to_string(result.code) + "]\n";
  return output;
}

// The page with each session's output as the program has it now.
std::string replayed(const std::string& page, const std::string& folder) {
  std::istringstream lines(page);
  std::string out;
  std::string file;
  std::string content;
  enum class Inside { text, document, console } inside = Inside::text;
  for (std::string line; std::getline(lines, line);) {
    if (inside == Inside::console && line != "```" && !line.starts_with("$ ")) continue;
    out += line + "\n";
    if (line.starts_with("```file ")) {
      inside = Inside::document;
      file = line.substr(8);
    } else if (line == "```console") {
      inside = Inside::console;
    } else if (line == "```") {
      if (inside == Inside::document) {
        fs::create_directories((fs::path(folder) / file).parent_path());
        std::ofstream(fs::path(folder) / file) << content;
      }
      content.clear();
      inside = Inside::text;
    } else if (inside == Inside::document) {
      content += line + "\n";
    } else if (inside == Inside::console) {
      out += session_output(line.substr(2), folder);
    }
  }
  return out;
}

TEST(Transcripts, SayWhatTheCommandDoes) {
  int pages = 0;
  for (const auto& entry : fs::directory_iterator(PRESSMARK_SOURCE_DIR "/tests/transcripts")) {
    if (entry.path().extension() != ".md") continue;
    ++pages;
    const TemporaryFolder folder;
    const std::string page = read_file_octets(entry.path().string());
    const std::string now = replayed(page, folder.path());
    if (std::getenv("PRESSMARK_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(entry.path()) << now;
    } else {
      EXPECT_EQ(page, now) << entry.path();
    }
  }
  EXPECT_GE(pages, 3);
}

}  // namespace
}  // namespace pressmark
