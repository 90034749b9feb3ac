#include "converters/exporters/citation/type_words.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::citation {
namespace {

struct Articles {
  std::string_view language;
  std::array<std::string_view, 8> words;  // each with the space or apostrophe that ends it
};

constexpr std::array<Articles, 8> articles = {{
    {"en", {"the ", "a ", "an "}},
    {"de", {"der ", "die ", "das ", "ein ", "eine "}},
    {"fr", {"le ", "la ", "les ", "un ", "une ", "l'", "l’"}},
    {"es", {"el ", "la ", "los ", "las ", "un ", "una "}},
    {"it", {"il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "l’"}},
    {"pt", {"o ", "a ", "os ", "as ", "um ", "uma "}},
    {"nl", {"de ", "het ", "een "}},
    {"sv", {"en ", "ett "}},
}};

}  // namespace

std::string genre_words(ItemType type) {
  switch (type) {
    case ItemType::article_newspaper:
      return "newspaper article";
    case ItemType::article_magazine:
      return "magazine article";
    case ItemType::article_journal:
      return "journal article";
    case ItemType::post_weblog:
      return "blog post";
    case ItemType::webpage:
      return "web page";
    default: {
      std::string words(to_string(type));
      std::ranges::replace(words, '-', ' ');
      std::ranges::replace(words, '_', ' ');
      return words;
    }
  }
}

std::string edtf(const Date& date) {
  if (date.start.empty()) return date.literal;
  const std::string written = day_string(date);
  return written.starts_with("--") ? "XXXX" + written.substr(1) : written;
}

bool is_w3cdtf(const Date& date) {
  return date.start.year && *date.start.year >= 0 && date.start.season == 0 && !date.end &&
         !date.circa;
}

int nonfiling_characters(std::string_view title, std::string_view language) {
  const std::string primary = ascii::to_lower(language.substr(0, language.find('-')));
  const std::string start = ascii::to_lower(utf8::prefix(title, 12));
  for (const Articles& row : articles) {
    if (row.language != primary) continue;
    for (const std::string_view word : row.words) {
      if (!word.empty() && start.starts_with(word) && title.size() > word.size()) {
        return static_cast<int>(utf8::length(word));
      }
    }
  }
  return 0;
}

}  // namespace pressmark::citation
