#include "converters/citation/csl/person_name.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <vector>

#include "core/base/utf8.h"

namespace pressmark::csl {
namespace {

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_east_asian(std::string_view text) {
  for (std::size_t place = 0; place < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, place);
    place += static_cast<std::size_t>(decoded.size);
    UErrorCode failure = U_ZERO_ERROR;
    const UScriptCode script =
        uscript_getScript(static_cast<UChar32>(decoded.code_point), &failure);
    if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
        script == USCRIPT_HANGUL) {
      return true;
    }
  }
  return false;
}

// "d'" and "al-" stand against the name, "van" before a space.
bool stands_against(const std::string& particle) {
  return particle.ends_with('\'') || particle.ends_with("\u2019") || particle.ends_with('-') ||
         particle.ends_with("\u2013");
}

RichText spaced(std::vector<RichText> pieces) {
  RichText text;
  for (RichText& piece : pieces) {
    if (piece.empty()) continue;
    if (!text.empty()) text.append(RichText(" "));
    text.append(std::move(piece));
  }
  return text;
}

std::string given_text(const Name& name, const PersonFormat& format) {
  if (!format.initialize_with || name.family.empty()) return name.given;
  return initials(name.given, *format.initialize_with, format.hyphen, !format.initialize);
}

std::string trimmed_right(std::string text) {
  while (text.ends_with(' ')) text.pop_back();
  while (text.ends_with("\u00A0")) text.resize(text.size() - 2);
  return text;
}

// One word of a given name, without the hyphens and full stops around it.
struct Word {
  std::string text;
  bool hyphen_before = false;
  bool full_stop = false;  // one follows: an initial or an abbreviation
  bool space_before = false;
};

std::vector<Word> words_of(std::string_view given) {
  std::vector<Word> words;
  Word word;
  const auto finish = [&] {
    if (!word.text.empty()) words.push_back(word);
    word = {};
  };
  for (std::size_t place = 0; place < given.size();) {
    const utf8::Decoded decoded = utf8::decode(given, place);
    const char32_t c = decoded.code_point;
    const std::string_view octets = given.substr(place, static_cast<std::size_t>(decoded.size));
    place += static_cast<std::size_t>(decoded.size);
    if (c == ' ' || c == 0xA0 || c == 0x202F) {
      finish();
      word.space_before = true;
    } else if (c == '.') {
      word.full_stop = true;
      finish();
    } else if (c == '-' || c == 0x2010 || c == 0x2011) {
      finish();
      word.hyphen_before = !words.empty();
    } else {
      word.text += octets;
    }
  }
  finish();
  return words;
}

// "Philippe" -> "P", "Yu." -> "Yu": what of a word stands for it.
std::string initial_of(const Word& word) {
  const utf8::Decoded first = utf8::decode(word.text, 0);
  std::string initial(word.text.substr(0, static_cast<std::size_t>(first.size)));
  const bool abbreviated =
      word.full_stop && utf8::length(word.text) <= 3 && utf8::length(word.text) > 1;
  if (abbreviated) return word.text;
  // "JRR": capitals that are initials already.
  return initial;
}

bool is_initial(const Word& word) {
  return utf8::length(word.text) == 1 && is_upper(utf8::decode(word.text, 0).code_point);
}

}  // namespace

std::string initials(std::string_view given, std::string_view mark, bool hyphen,
                     bool only_existing) {
  const std::string mark_alone = trimmed_right(std::string(mark));
  std::string text;
  bool was_initial = false;
  for (const Word& word : words_of(given)) {
    const char32_t first = utf8::decode(word.text, 0).code_point;
    const bool abbreviation = word.full_stop && utf8::length(word.text) <= 3;
    const bool makes = is_letter(first) && !is_lower(first) &&
                       (only_existing ? is_initial(word) || abbreviation : true);
    if (makes) {
      if (!text.empty() && word.hyphen_before) {
        text = trimmed_right(std::move(text));
        if (hyphen) text += '-';
      } else if (!text.empty() && !was_initial && !text.ends_with(' ')) {
        text += ' ';
      }
      text += only_existing ? word.text : initial_of(word);
      text += mark;
      was_initial = true;
      continue;
    }
    // "Guo-ping" is "G.": a part in lower case is part of the name before it.
    if (was_initial && word.hyphen_before && is_lower(first)) continue;
    if (!text.empty() && word.hyphen_before) {
      text = trimmed_right(std::move(text)) + "-";
    } else if (!text.empty() && !text.ends_with(' ')) {
      text += ' ';
    }
    text += word.text;
    if (word.full_stop) text += '.';
    was_initial = false;
  }
  return trimmed_right(std::move(text));
}

namespace {

// Puts a name's parts together, each formatted by itself.
class PersonWriter {
 public:
  PersonWriter(const Name& name, const PersonFormat& format, const PartFormat& part)
      : name_(name), format_(format), part_(part), given_(given_text(name, format)) {}

  RichText east_asian() const {
    RichText text =
        part_.affixes(part_.words(name_.non_dropping_particle + name_.family, true), true);
    if (!format_.is_short) text.append(part_.affixes(part_.words(name_.given, false), false));
    return text;
  }

  RichText short_form() const {
    if (name_.family.empty()) return part_.affixes(part_.words(given_, false), false);
    return part_.affixes(family_with(particles(true)), true);
  }

  // "Jean de La Fontaine III"
  RichText given_first() const {
    const bool against = stands_against(name_.dropping_particle);
    // A dropping particle that stands against the family name goes inside its affixes.
    RichText family = family_with(particles(true));
    RichText given = part_.words(given_, false);
    if (against && !family.empty()) {
      RichText particle = part_.words(name_.dropping_particle, false);
      particle.append(std::move(family));
      family = std::move(particle);
    } else {
      given = spaced({std::move(given), part_.words(name_.dropping_particle, false)});
    }
    RichText text =
        spaced({part_.affixes(std::move(given), false), part_.affixes(std::move(family), true)});
    if (!name_.suffix.empty()) {
      const bool apart = text.empty() || suffix_has_comma();
      text.append(RichText((apart ? "" : " ") + name_.suffix));
    }
    return text;
  }

  // A suffix that has its comma in every order keeps it (reference.h).
  bool suffix_has_comma() const { return name_.suffix.starts_with(", "); }

  // "Fontaine, Jean de La, III" or "La Fontaine, Jean de, III"
  RichText family_first(bool demotes) const {
    RichText text = part_.affixes(family_with(particles(!demotes)), true);
    std::vector<RichText> behind = {part_.words(given_, false),
                                    part_.words(name_.dropping_particle, false)};
    if (demotes) behind.push_back(part_.words(name_.non_dropping_particle, true));
    RichText rest = part_.affixes(spaced(std::move(behind)), false);
    if (!rest.empty()) {
      text.join(RichText(format_.separator));
      text.append(std::move(rest));
    }
    if (!name_.suffix.empty()) {
      text.append(RichText(format_.separator));
      text.append(RichText(suffix_has_comma() ? name_.suffix.substr(2) : name_.suffix));
    }
    return text;
  }

 private:
  const std::string& particles(bool with) const {
    static const std::string none;
    return with ? name_.non_dropping_particle : none;
  }

  RichText family_with(const std::string& particle) const {
    RichText family = part_.words(name_.family, true);
    if (particle.empty()) return family;
    RichText text = part_.words(particle, true);
    if (!stands_against(particle) && !family.empty()) text.append(RichText(" "));
    text.append(std::move(family));
    return text;
  }

  const Name& name_;
  const PersonFormat& format_;
  const PartFormat& part_;
  std::string given_;
};

}  // namespace

RichText person_text(const Name& name, const PersonFormat& format, const PartFormat& part) {
  if (!name.is_person()) return part.affixes(part.words(name.literal, true), true);
  const PersonWriter writer(name, format, part);
  if (is_east_asian(name.family) || (name.family.empty() && is_east_asian(name.given))) {
    return writer.east_asian();
  }
  if (format.is_short) return writer.short_form();
  if (!format.inverted || name.family.empty()) return writer.given_first();
  return writer.family_first(format.demote == Demote::display_and_sort ||
                             (format.sorting && format.demote == Demote::sort_only));
}

}  // namespace pressmark::csl
