// How elements look, and what they name.
#include <algorithm>
#include <array>

#include "converters/importers/tei/inline_reader.h"

namespace pressmark::tei {

std::vector<Style> looks_of(const XmlNode& hi, bool own, std::string& unknown) {
  using Pair = std::pair<std::string_view, Style>;
  constexpr std::array<Pair, 34> looks = {
      Pair{"italic", Style::italic}, Pair{"bold", Style::bold}, Pair{"underline", Style::underline},
      Pair{"sup", Style::superscript}, Pair{"sub", Style::subscript},
      Pair{"smallcaps", Style::small_caps}, Pair{"highlight", Style::highlighted},
      Pair{"i", Style::italic}, Pair{"b", Style::bold}, Pair{"it", Style::italic},
      Pair{"u", Style::underline}, Pair{"superscript", Style::superscript},
      Pair{"subscript", Style::subscript}, Pair{"sc", Style::small_caps},
      Pair{"k", Style::small_caps}, Pair{"italics", Style::italic}, Pair{"ital", Style::italic},
      Pair{"small-caps", Style::small_caps}, Pair{"underlined", Style::underline},
      Pair{"ul", Style::underline}, Pair{"super", Style::superscript},
      Pair{"strike", Style::deleted}, Pair{"strikethrough", Style::deleted},
      Pair{"line-through", Style::deleted},
      // Letters set apart are the emphasis of German print.
      Pair{"g", Style::emphasis}, Pair{"spaced", Style::emphasis},
      Pair{"letterspace", Style::emphasis}, Pair{"gesperrt", Style::emphasis},
      Pair{"aq", Style::italic}, Pair{"expanded", Style::emphasis}, Pair{"strong", Style::strong},
      Pair{"fett", Style::bold}, Pair{"kursiv", Style::italic}, Pair{"oblique", Style::italic}};
  std::vector<Style> styles;
  const auto take = [&](const std::string& attribute) {
    std::string word;
    const auto end_word = [&] {
      std::string_view plain = word;
      if (plain.starts_with("simple:")) plain.remove_prefix(7);
      if (plain.starts_with('#')) plain.remove_prefix(1);
      const auto look = std::ranges::find(looks, plain, &Pair::first);
      if (look == looks.end()) {
        const bool direction = plain == "rtl" || plain == "ltr";
        if (!plain.empty() && !direction) unknown += (unknown.empty() ? "" : " ") + word;
      } else if (std::ranges::find(styles, look->second) == styles.end()) {
        styles.push_back(look->second);
      }
      word.clear();
    };
    for (const char c : attribute) {
      if (c == ' ' || c == ';') {
        end_word();
      } else if (c == ':' && word != "simple") {
        word.clear();  // a property of CSS; its value follows
      } else {
        word += c;
      }
    }
    end_word();
  };
  take(hi.attribute("rend"));
  take(hi.attribute("rendition"));
  if (!own) take(hi.attribute("style"));
  return styles;
}

std::optional<Style> style_of(const XmlNode& element) {
  const std::string& name = element.name;
  const std::string& rend = element.attribute("rend");
  if (name == "del") return Style::deleted;
  if (name == "add") return Style::inserted;
  if (name == "emph") return has_word(rend, "strong") ? Style::strong : Style::emphasis;
  if (any_of(name, {"term", "mentioned", "soCalled", "distinct", "gloss", "title", "stage",
                    "kinesic", "vocal", "incident", "writing"})) {
    return Style::italic;
  }
  return {};
}

std::optional<NameKind> name_kind(const XmlNode& element) {
  const std::string& name = element.name;
  if (name == "persName" || name == "docAuthor") return NameKind::person;
  if (name == "orgName") return NameKind::organisation;
  if (name == "placeName" || name == "settlement" || name == "country" || name == "geogName") {
    return NameKind::place;
  }
  if (name != "name" && name != "rs") return {};
  const std::string& type = element.attribute("type");
  if (type == "org" || type == "organisation") return NameKind::organisation;
  if (type == "place") return NameKind::place;
  if (type == "work") return NameKind::work;
  return NameKind::person;
}

}  // namespace pressmark::tei
