#include "converters/importers/text/inlines.h"

#include <optional>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/links.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_emphasis = 300;
constexpr std::size_t longest_mark = 8;

bool is_word(char32_t c) { return is_letter(c) || is_ascii_digit(c); }

// Whether a place between two characters can begin a link or an emphasis: not inside a word.
bool at_word_start(std::string_view text, std::size_t position) {
  return position == 0 || !is_word(last_of(text.substr(0, position)));
}

struct Emphasis {
  std::size_t mark = 0;  // octets of each mark
  std::size_t length = 0;
};

// "_so_", "*so*" or "**so**" at `position`: nothing of a word on its outer sides, no space on its
// inner ones, no other mark inside.
std::optional<Emphasis> find_emphasis(std::string_view text, std::size_t position) {
  const char sign = text[position];
  if ((sign != '_' && sign != '*') || !at_word_start(text, position)) return {};
  if (position > 0 && (text[position - 1] == sign || text[position - 1] == '/')) return {};
  const std::size_t mark = text.substr(position).starts_with("**") ? 2 : 1;
  const std::size_t start = position + mark;
  if (start >= text.size() || text[start] == sign || is_space(first_of(text.substr(start))))
    return {};
  const std::string_view inside = text.substr(start, longest_emphasis);
  const std::size_t length = inside.find(text.substr(position, mark));
  if (length == std::string_view::npos || length == 0) return {};
  const std::string_view words = inside.substr(0, length);
  const std::size_t end = start + length + mark;
  if (is_space(last_of(words)) || !has_letter(words) || words.find(sign) != words.npos) return {};
  if (end < text.size() && (is_word(first_of(text.substr(end))) || text[end] == sign)) return {};
  return Emphasis{mark, end - position};
}

// "[1]", "[a]", "[12]": the words inside; empty for anything else.
std::string_view note_mark_at(std::string_view text, std::size_t position) {
  if (text[position] != '[') return {};
  const std::size_t close = text.substr(position, longest_mark).find(']');
  if (close == std::string_view::npos || close < 2) return {};
  return text.substr(position + 1, close - 1);
}

// Builds one list of inlines; plain text is gathered until something else comes.
class Assembly {
 public:
  void add(std::string_view words) {
    for (std::size_t i = 0; i < words.size();) {
      // Printable characters of ASCII are most of most texts.
      std::size_t run = i;
      while (run < words.size() && words[run] > ' ' && words[run] < 0x7F) ++run;
      plain_.append(words, i, run - i);
      i = run;
      if (i == words.size()) break;
      const utf8::Decoded c = utf8::decode(words, i);
      // A no-break space means something; other white space is one space.
      const bool space = is_space(c.code_point) && c.code_point != 0xA0 && c.code_point != 0x202F;
      if (!space) {
        plain_.append(words, i, static_cast<std::size_t>(c.size));
      } else if (plain_.empty() ? !inlines_.empty() : plain_.back() != ' ') {
        plain_ += ' ';
      }
      i += static_cast<std::size_t>(c.size);
    }
  }
  void add(Inline node) {
    flush();
    inlines_.push_back(std::move(node));
  }
  Inlines take() {
    flush();
    return std::move(inlines_);
  }

 private:
  void flush() {
    if (!plain_.empty()) inlines_.push_back(pressmark::text(std::move(plain_)));
    plain_.clear();
  }

  Inlines inlines_;
  std::string plain_;
};

}  // namespace

Inlines InlineBuilder::build(std::string_view text, bool with_notes) const {
  Assembly assembly;
  std::size_t plain_start = 0;
  const auto put = [&](std::size_t start, std::size_t length, Inline node) {
    assembly.add(text.substr(plain_start, start - plain_start));
    assembly.add(std::move(node));
    ++nodes_;
    plain_start = start + length;
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const auto octet = static_cast<unsigned char>(c);
    const std::size_t before = i;
    // Inside a word nothing begins.
    if (octet >= 0x80 ||
        (is_word(octet) && i > 0 && is_word(static_cast<unsigned char>(text[i - 1])))) {
      ++i;
      continue;
    }
    if (rules_.has(Rule::notes) && with_notes && c == '[') {
      const auto note = notes_.find(std::string(note_mark_at(text, i)));
      if (note != notes_.end() && !note->second.used) {
        note->second.used = true;
        found(Rule::notes, text.substr(i, note->first.size() + 2));
        Block body = paragraph(build(note->second.text, false));
        body.from = note->second.from;
        ++nodes_;
        put(i, note->first.size() + 2, Inline{Note{note->first, {std::move(body)}}});
        i = plain_start;
      }
    }
    if (i == before && rules_.has(Rule::links) && (c == '<' || (octet < 0x80 && is_word(octet))) &&
        at_word_start(text, i)) {
      if (auto link = find_link_at(text, i)) {
        std::string_view words = text.substr(i, link->length);
        if (words.starts_with('<')) words = words.substr(1, words.size() - 2);
        found(Rule::links, words);
        put(i, link->length,
            Inline{Link{std::move(link->target), {Inline{Text{std::string(words)}}}}});
        ++nodes_;
        i = plain_start;
      }
    }
    if (i == before && rules_.has(Rule::emphasis)) {
      if (const auto emphasis = find_emphasis(text, i)) {
        const std::string_view inside =
            text.substr(i + emphasis->mark, emphasis->length - 2 * emphasis->mark);
        found(Rule::emphasis, text.substr(i, emphasis->length));
        const Style style = c == '_' ? Style::emphasis : Style::strong;
        put(i, emphasis->length, styled(style, build(inside, false)));
        i = plain_start;
      }
    }
    if (i == before) ++i;
  }
  assembly.add(text.substr(plain_start));
  Inlines inlines = assembly.take();
  nodes_ += inlines.size();
  return inlines;
}

}  // namespace pressmark::plain_text
