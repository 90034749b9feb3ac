// Text, and the lines, columns and pages that divide it.
#include <algorithm>
#include <array>

#include "converters/importers/tei/inline_reader.h"
#include "converters/importers/tei/tei.h"
#include "core/model/walk.h"

namespace pressmark::tei {

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

void InlineReader::add_text(std::string_view raw, Location from) {
  std::string text = state_.own ? std::string(raw) : collapsed(raw);
  if (!state_.own) join_to_last(text, from);
  if (text.empty()) return;
  if (!out_.empty()) {
    Inline& last = out_.back();
    auto* before = std::get_if<Text>(&last.node);
    const bool bare =
        last.id.empty() && last.language.empty() && last.direction == Direction::inherit;
    if (before != nullptr && bare) {
      before->text += text;
      return;
    }
  }
  Inline item{Text{std::move(text)}};
  item.from = from;
  out_.push_back(std::move(item));
}

bool InlineReader::ends_with_space() const {
  std::size_t end = out_.size();
  if (end > 0 && std::holds_alternative<PageMark>(out_[end - 1].node)) --end;
  const auto* text = end == 0 ? nullptr : std::get_if<Text>(&out_[end - 1].node);
  return text != nullptr && text->text.ends_with(' ');
}

void InlineReader::join_to_last(std::string& text, Location from) {
  if (divided_ == Divided::surely || (divided_ == Divided::perhaps && goes_on(text))) {
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) return;
    if (divided_ == Divided::perhaps && hyphened_ < out_.size()) {
      auto& before = std::get<Text>(out_[hyphened_].node).text;
      while (before.ends_with(' ')) before.pop_back();
      if (before.ends_with('-')) before.pop_back();
      state_.context.diagnostics.report(
          joined_word, from,
          before.substr(before.rfind(' ') + 1) + "|" + text.substr(0, text.find(' ')));
    }
  } else if (text.starts_with(' ') && ends_with_space()) {
    text.erase(0, 1);
  }
  if (text.find_first_not_of(' ') != std::string::npos) divided_ = Divided::no;
}

bool InlineReader::goes_on(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(" ,.;"));
  if (word.empty() || any_of(word, {"und", "oder", "bis", "and", "or", "to", "et", "ou"})) {
    return false;
  }
  const char first = word.front();
  return (first >= 'a' && first <= 'z') || static_cast<unsigned char>(first) >= 0xC3;
}

void InlineReader::line_end(const XmlNode& element) {
  const std::string& broken = element.attribute("break");
  Text* last = last_text();
  if (last != nullptr) {
    std::string& before = last->text;
    const std::size_t end = before.find_last_not_of(' ') + 1;
    const auto ends = [&](std::string_view mark) {
      return std::string_view(before).substr(0, end).ends_with(mark);
    };
    for (const std::string_view mark : {"\u00AD", "\u00AC", "\u2E17", "-"}) {
      if (!ends(mark)) continue;
      if (mark == "-" && broken != "no") {
        if (end < 2 || before[end - 2] == ' ' || before[end - 2] == '-') break;
        divided_ = Divided::perhaps;
        hyphened_ = out_.size() - 1;
      } else {
        before.resize(end - mark.size());
        divided_ = Divided::surely;
      }
      break;
    }
    if (broken == "no") before.resize(std::min(before.size(), before.find_last_not_of(' ') + 1));
  }
  if (broken == "no") divided_ = Divided::surely;
  if (divided_ == Divided::no && element.name != "pb") add_text(" ", element.from);
}

}  // namespace pressmark::tei
