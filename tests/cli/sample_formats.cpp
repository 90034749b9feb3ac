#include "tests/cli/sample_formats.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <new>
#include <sstream>
#include <stdexcept>

#include "cli/run.h"
#include "converters/common/digest.h"
#include "core/model/walk.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

constexpr DiagnosticCode sample_warning = {"sample.lost", Severity::warning, "lost"};
constexpr DiagnosticCode sample_note = {"sample.guess", Severity::note, "guessed"};

Error asked_error(const std::string& kind) {
  const std::pair<std::string, ErrorKind> kinds[] = {{"usage", ErrorKind::usage},
                                                     {"unreadable", ErrorKind::unreadable},
                                                     {"unrecognised", ErrorKind::unrecognised},
                                                     {"no-article", ErrorKind::no_article},
                                                     {"unwritable", ErrorKind::unwritable},
                                                     {"missing-tool", ErrorKind::missing_tool},
                                                     {"limit", ErrorKind::limit}};
  for (const auto& [name, value] : kinds) {
    if (name == kind) return Error(value, "asked for " + kind, "do not ask");
  }
  return Error(ErrorKind::internal, "asked for " + kind);
}

Result<Document> read_sample(const Source& source, const OptionValues&, Context& context) {
  Document document;
  std::istringstream lines(source.bytes);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::istringstream words(line);
    std::string command;
    std::string rest;
    words >> command >> rest;
    if (command == "!fail") return asked_error(rest);
    if (command == "!throw") throw std::runtime_error("asked to throw");
    if (command == "!memory") throw std::bad_alloc();
    if (command == "!abort") std::abort();
    while (command == "!hang") ::pause();
    if (command == "!take") {
      const std::string taken(std::stoul(rest) << 20, 'x');
      line = "took " + std::to_string(taken.size());
    }
    if (command == "!warn") {
      context.diagnostics.report(sample_warning, {number, 1}, rest);
    } else if (command == "!note") {
      context.diagnostics.report(sample_note, {number, 1}, rest);
    } else if (command == "!url") {
      document.metadata.set(Variable::url, rest, {.source = "sample"});
    } else if (command == "!image") {
      const Result<Bytes> octets = context.environment.read(rest);
      if (!octets) {
        context.diagnostics.report(sample_warning, {number, 1}, octets.error().message());
        continue;
      }
      document.resources.add({{}, *octets, "image/png", rest, sha256_hex(*octets), 1, 1});
    } else if (document.front.headline.empty()) {
      document.front.headline = {Inline{Text{line}}};
    } else {
      document.body.push_back(Block{Paragraph{{Inline{Text{line}}}}});
    }
  }
  document.provenance.source_name = source.name;
  document.provenance.media_type = "text/plain";
  document.provenance.importer = "text";
  return document;
}

std::string shouted(const Document& document, std::string_view mark) {
  std::string out = document.metadata.text(Variable::title) + std::string(mark) + "\n";
  out += text_of(document.body) + "\n";
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

Format reader(std::string_view name, std::string_view extension) {
  Format format;
  format.name = name;
  format.extensions = {extension};
  format.read = read_sample;
  return format;
}

}  // namespace

Formats sample_formats() {
  Format upper;
  upper.name = "upper";
  upper.extensions = {"up"};
  upper.write_options = {{"mark", "!", "What follows the headline."}};
  upper.write = [](const Document& document, const OptionValues& options,
                   Context&) -> Result<Bytes> {
    const auto mark = options.find("mark");
    return shouted(document, mark == options.end() ? "!" : mark->second);
  };
  Format card = upper;
  card.name = "card";
  card.extensions = {"card"};
  card.write_options = {};
  card.record_only = true;
  Format blob = upper;
  blob.name = "blob";
  blob.extensions = {"blob"};
  blob.write_options = {};
  blob.binary = true;
  Format paged = blob;
  paged.name = "paged";
  paged.extensions = {"pg"};
  paged.binary = false;
  paged.images_beside = true;
  Format broken = paged;
  broken.name = "broken";
  broken.extensions = {"brk"};
  broken.write = [](const Document&, const OptionValues&, Context&) -> Result<Bytes> {
    return Error(ErrorKind::missing_tool, "there is no font", "install one");
  };
  Format many = upper;
  many.name = "many";
  many.extensions = {"many"};
  many.write_many = [](const std::vector<Document>& articles, const std::string& title,
                       const OptionValues&, Context&) -> Result<Bytes> {
    return title + ": " + std::to_string(articles.size()) + " articles\n";
  };
  Format text = reader("text", "txt");
  text.read_options = {{"first-line", "headline", "What the first line is."}};
  Format html = reader("html", "html");
  return {text, html, upper, card, blob, paged, broken, many};
}

CommandRun run_command(const std::vector<std::string>& words, const std::string& input) {
  const TemporaryFolder folder;
  const int in = ::open(folder.write("in", input).c_str(), O_RDONLY);
  const int out = ::open((folder / "out").c_str(), O_WRONLY | O_CREAT, 0600);
  const int err = ::open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
  const Formats formats = sample_formats();
  Console console(in, out, err);
  const ExitCode code = run(words, formats, console);
  for (const int descriptor : {in, out, err}) ::close(descriptor);
  return {code, read_file_octets(folder / "out"), read_file_octets(folder / "err")};
}

}  // namespace pressmark::cli
