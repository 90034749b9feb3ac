#include "cli/help.h"

#include <fmt/format.h>

#include "cli/exit_code.h"

namespace pressmark::cli {
namespace {

constexpr std::size_t line_width = 79;
constexpr std::size_t text_column = 30;

// `text` in lines of at most `line_width`, each but the first indented by `indent` spaces; the
// first is taken to start at `column`.
std::string wrapped(std::string_view text, std::size_t column, std::size_t indent) {
  std::string out;
  std::size_t position = column;
  bool first_word = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!first_word && position + 1 + word.size() > line_width) {
      out += "\n" + std::string(indent, ' ');
      position = indent;
    } else if (!first_word) {
      out += ' ';
      ++position;
    }
    out += word;
    position += word.size();
    first_word = false;
  }
  return out;
}

std::string entry(const std::string& label, std::string_view text) {
  std::string line = "  " + label;
  if (line.size() + 2 > text_column) {
    line += "\n" + std::string(text_column, ' ');
  } else {
    line.resize(text_column, ' ');
  }
  return line + wrapped(text, text_column, text_column) + "\n";
}

std::string label_of(const OptionRow& option) {
  std::string label = option.letter != '\0' ? fmt::format("-{}, ", option.letter) : "    ";
  label += "--" + std::string(option.name);
  if (!option.value_name.empty()) label += " " + std::string(option.value_name);
  return label;
}

}  // namespace

std::string general_help() {
  std::string help =
      "pressmark: converts articles (plain text, HTML, MHTML, TEI-XML, JSON) to EPUB,\n"
      "PDF, TEI-XML and citation files, and archives them.\n\n"
      "Usage: pressmark COMMAND [OPTIONS] ...\n\nCommands:\n";
  for (const CommandRow& command : command_rows()) {
    help += entry(std::string(command.name), command.summary);
  }
  help += "\n'pressmark COMMAND --help' tells more; 'pressmark --version' shows the version.\n";
  help += "\nExit codes:\n";
  for (const ExitCodeText& text : exit_code_texts()) {
    help += entry(fmt::format("{:>3}", static_cast<int>(text.code)), text.meaning);
  }
  return help;
}

std::string command_help(const CommandRow& command) {
  std::string help =
      fmt::format("{}.\n\nUsage: pressmark {} [OPTIONS]", command.summary, command.name);
  if (!command.operand.empty()) help += " " + std::string(command.operand);
  const bool is_list = command.operand.find(' ') == std::string_view::npos;
  if (command.operands == CommandRow::Operands::any && is_list) help += "...";
  help += "\n";
  if (!command.operand_help.empty()) {
    help += "\n" + entry(std::string(command.operand), command.operand_help);
  }
  if (!command.details.empty()) help += "\n" + wrapped(command.details, 0, 0) + "\n";
  help += "\nOptions:\n";
  for (const OptionRow* option : options_of(command)) {
    std::string text(option->help);
    if (!option->alias.empty()) text += fmt::format(" Also --{}.", option->alias);
    help += entry(label_of(*option), text);
  }
  return help;
}

std::string_view version() { return PRESSMARK_VERSION; }

std::string version_text() { return fmt::format("pressmark {}\n", version()); }

}  // namespace pressmark::cli
