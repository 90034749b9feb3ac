#include "cli/name_template.h"

#include <algorithm>
#include <array>

#include "cli/output_name.h"
#include "converters/common/citation_key.h"
#include "converters/common/digest.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::cli {
namespace {

constexpr std::array<std::string_view, 7> fields = {"name", "id",   "title", "key",
                                                    "date", "year", "lang"};

Error wrong(std::string_view text, const std::string& what) {
  return Error(ErrorKind::usage, "--name '" + std::string(text) + "' " + what,
               "its fields are {name}, {id}, {title}, {key}, {date}, {year} and {lang}, as in "
               "'{date}-{name}'");
}

// Letters and digits; of other scripts whatever is no punctuation or space of a common block.
bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  const bool is_punctuation =
      c < 0xC0 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F);
  return !is_punctuation;
}

// "Ferry lifts 'ban'" as "ferry-lifts-ban".
std::string hyphenated(std::string_view title) {
  constexpr std::size_t longest = 60;
  constexpr char32_t apostrophe = 0x2019;
  std::string words;
  bool between = false;
  for (std::size_t i = 0; i < title.size();) {
    const utf8::Decoded decoded = utf8::decode(title, i);
    const std::string_view octets = title.substr(i, static_cast<std::size_t>(decoded.size));
    i += octets.size();
    if (!decoded.valid || !is_word_character(decoded.code_point)) {
      between = between || (decoded.code_point != '\'' && decoded.code_point != apostrophe);
      continue;
    }
    if (between && !words.empty()) words += '-';
    between = false;
    words += ascii::to_lower(octets);
  }
  const std::string_view cut = utf8::prefix(words, longest);
  return std::string(cut.substr(0, cut.find_last_not_of('-') + 1));
}

std::string value_of(const std::string& field, const Document& document) {
  const Metadata& record = document.metadata;
  if (field == "title") return hyphenated(record.text(Variable::title));
  if (field == "key") return citation_key(record);
  if (field == "lang") return record.text(Variable::language);
  const DatePart& issued = record.date(DateVariable::issued).start;
  if (!issued.year) return {};
  if (field == "year") return to_string(make_date(*issued.year));
  return to_string(make_date(*issued.year, issued.month, issued.day));
}

}  // namespace

Result<NameTemplate> NameTemplate::parse(std::string_view text) {
  NameTemplate result;
  bool is_unique = false;
  for (std::string_view rest = text; !rest.empty();) {
    if (rest.front() == '}') return wrong(text, "has a '}' without '{'");
    if (rest.front() != '{') {
      const std::size_t end = std::min(rest.find_first_of("{}"), rest.size());
      result.parts_.push_back({std::string(rest.substr(0, end))});
      rest.remove_prefix(end);
      continue;
    }
    const std::size_t end = rest.find('}');
    if (end == std::string_view::npos) return wrong(text, "has a '{' without '}'");
    const std::string field(rest.substr(1, end - 1));
    if (std::ranges::find(fields, field) == fields.end()) {
      return wrong(text, "has no such field: '" + field + "'");
    }
    is_unique = is_unique || field == "name" || field == "id";
    result.parts_.push_back({field, true});
    rest.remove_prefix(end + 1);
  }
  if (!is_unique) return wrong(text, "would give two articles of one title the same name");
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find('/', start), text.size());
    if (start == end || text[start] == '.') return wrong(text, "has a part that is no file name");
    start = end + 1;
  }
  return result;
}

std::string NameTemplate::name_of(const Document& document, const std::string& item_name,
                                  const std::string& item_id) const {
  constexpr std::size_t id_digits = 8;
  std::string path;
  std::string part;
  const auto end_part = [&] {
    path += (path.empty() ? "" : "/") + safe_name(part);
    part.clear();
  };
  const auto append = [&](std::string_view text, bool with_folders) {
    for (const char c : text) {
      if (c == '/' && with_folders) {
        end_part();
      } else {
        part += c;
      }
    }
  };
  for (const Part& piece : parts_) {
    if (!piece.is_field) {
      append(piece.text, true);
    } else if (piece.text == "id") {
      append(sha256_hex(item_id).substr(0, id_digits), false);
    } else if (piece.text == "name") {
      append(item_name, true);  // with --keep-dirs it has folders
    } else {
      const std::string value = value_of(piece.text, document);
      append(value.empty() ? "unknown" : value, false);
    }
  }
  end_part();
  return path;
}

}  // namespace pressmark::cli
