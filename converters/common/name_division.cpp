#include "converters/common/name_division.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "converters/common/word_set.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

// Particles of the family name where they begin with a capital.
constexpr std::string_view capital_particles =
    "de, del, della, delle, dello, dell, degli, dei, di, da, dal, dalla, du, des, la, le, lo, li, "
    "los, las, van, vande, vander, von, der, den, ter, ten, vom, zum, zur, zu, ben, bin, ibn, abu, "
    "abou, al, el, bint, mac, st, st., saint, sainte, 't, op";

constexpr std::string_view small_particles =
    "van, der, den, ter, ten, te, vom, zum, zur, bin, ibn, bint, ben, abu, al, el, la, le, las, "
    "los, op, 't, de, von, zu, af, av, du, da, di, del, dei, della, degli, do, dos, das, e, y";
constexpr std::string_view dropping_particles =
    "de, von, zu, af, av, du, da, di, del, dei, della, degli, do, dos, das, los, las";
// Behind "von" and "zu" German articles go with them: "Leyen, Ursula von der".
constexpr std::string_view german_articles = "der, den, dem";

// The more usual surnames of Spain and Latin America that are no usual given names, in lower case;
// those in "-ez" need not be listed.
constexpr std::string_view spanish_surnames =
    "acosta, aguilar, alonso, aranda, arias, ayala, blanco, bravo, caballero, cabrera, calderón, "
    "calvo, campos, cano, cárdenas, carmona, carrasco, castillo, castro, contreras, cortés, "
    "crespo, "
    "delgado, díaz, diaz, durán, escobar, espinosa, espinoza, esteban, ferrer, figueroa, flores, "
    "fuentes, gallardo, gallego, garcía, garcia, garrido, gil, guerra, guerrero, guzmán, herrera, "
    "herrero, hidalgo, ibarra, iglesias, izquierdo, lara, león, lorca, lozano, luna, maldonado, "
    "marín, medina, mejía, mendoza, molina, montero, mora, morales, moreno, moya, muñoz, navarro, "
    "nieto, ochoa, ojeda, ortega, ortiz, pacheco, palacios, paredes, parra, pastor, peña, pineda, "
    "prieto, quintana, ramos, reyes, ríos, rivas, rivera, roca, rojas, roldán, romero, rosales, "
    "rubio, ruiz, salas, salazar, salinas, sanz, serrano, sierra, silva, solano, soler, solís, "
    "soto, sáenz, sáinz, tapia, torres, trujillo, valdés, valencia, valenzuela, vargas, vega, "
    "velasco, vera, vidal, villa, villalobos, zamora, zapata, zavala";

std::string lower(std::string_view word) {
  std::string folded;
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded c = utf8::decode(word, i);
    i += static_cast<std::size_t>(c.size);
    utf8::append(folded, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code_point))));
  }
  return folded;
}

bool is_capital(std::string_view word) {
  return !word.empty() && u_isupper(static_cast<UChar32>(utf8::decode(word, 0).code_point)) != 0;
}

bool has(const WordSet& set, std::string_view word) { return set.contains(lower(word)); }

class NameDivider {
 public:
  NameDivider(std::span<const std::string_view> words, std::string_view language)
      : words_(words), language_(language), family_(words.size() - 1), particles_(family_) {}

  Name divide() {
    take_capital_particles();
    take_small_particles();
    if (is_first_surname()) {
      family_ = --particles_;
      take_small_particles();
    } else if (const std::size_t first = surname_behind_particle()) {
      family_ = particles_ = first;
      take_small_particles();
    }
    Name name;
    name.given = join(0, particles_);
    const std::size_t dropped = end_of_dropping();
    name.dropping_particle = join(particles_, dropped);
    name.non_dropping_particle = join(dropped, family_);
    name.family = join(family_, words_.size());
    return name;
  }

 private:
  void take_capital_particles() {
    static const WordSet capitals(capital_particles);
    while (family_ > 1 && is_capital(words_[family_ - 1]) && has(capitals, words_[family_ - 1])) {
      --family_;
    }
    particles_ = family_;
  }

  void take_small_particles() {
    static const WordSet small(small_particles);
    while (particles_ > 1 && !is_capital(words_[particles_ - 1]) &&
           has(small, words_[particles_ - 1])) {
      --particles_;
    }
  }

  // Whether the word before the particles is the first of two surnames.
  bool is_first_surname() const {
    static const WordSet surnames(spanish_surnames);
    constexpr std::size_t shortest = 5;  // octets of a name in "-ez"
    if (particles_ < 2 || !is_capital(words_[particles_ - 1])) return false;
    // "Ortega y Gasset"
    if (family_ == particles_ + 1 && lower(words_[particles_]) == "y") return true;
    const std::string word = lower(words_[particles_ - 1]);
    const bool usual = surnames.contains(word) || (word.size() >= shortest && word.ends_with("ez"));
    return usual && is_spanish();
  }

  // "Miguel de Cervantes Saavedra": the first surname, where a particle stands before it. Behind
  // "María" a particle is of the given name ("María de la Cruz"). 0 for none.
  std::size_t surname_behind_particle() const {
    static const WordSet small(small_particles);
    if (!is_of_spain() || particles_ < 3) return 0;
    const std::string given = lower(words_[0]);
    const std::size_t first = particles_ - 1;
    const bool behind = is_capital(words_[first]) && !is_capital(words_[first - 1]) &&
                        has(small, words_[first - 1]);
    return behind && given != "maría" && given != "maria" ? first : 0;
  }

  bool is_language(std::string_view tag) const {
    return language_.starts_with(tag) &&
           (language_.size() == tag.size() || language_[tag.size()] == '-');
  }
  bool is_of_spain() const {
    return is_language("es") || is_language("ca") || is_language("gl") || is_language("eu");
  }

  // Whether the language, an accent or "de la" says so.
  bool is_spanish() const {
    if (is_of_spain()) return true;
    if (family_ > particles_ + 1 && lower(words_[particles_]) == "de") return true;
    for (std::size_t i = particles_ - 1; i < words_.size(); ++i) {
      for (const std::string_view letter :
           {"á", "é", "í", "ó", "ú", "ñ", "Á", "É", "Í", "Ó", "Ú"}) {
        if (words_[i].find(letter) != std::string_view::npos) return true;
      }
    }
    return false;
  }

  // Romance languages drop "de"; in Dutch it is an article that stays, and English names keep it. A
  // capital article behind it is French: "Georges de La Tour".
  bool drops_de() const {
    static const WordSet articles("la, le, les");
    for (const std::string_view tag : {"fr", "es", "pt", "it", "ca", "gl", "eu", "ro", "de"}) {
      if (is_language(tag)) return true;
    }
    return has(articles, words_[family_]) && is_capital(words_[family_]);
  }

  // Behind the particles that go behind the given name.
  std::size_t end_of_dropping() const {
    static const WordSet dropping(dropping_particles);
    static const WordSet articles(german_articles);
    std::size_t end = particles_;
    bool german = false;
    for (; end < family_; ++end) {
      const std::string word = lower(words_[end]);
      if (!dropping.contains(word) && !(german && articles.contains(word))) break;
      if (word == "de" && !drops_de()) break;
      german = german || word == "von" || word == "zu";
    }
    return end;
  }

  std::string join(std::size_t from, std::size_t to) const {
    std::string joined;
    for (std::size_t i = from; i < to; ++i) {
      if (!joined.empty()) joined += ' ';
      joined += words_[i];
    }
    return joined;
  }

  std::span<const std::string_view> words_;
  std::string_view language_;
  std::size_t family_;     // index of the first word of the family name
  std::size_t particles_;  // and of the first particle before it
};

}  // namespace

Name divide_name(std::span<const std::string_view> words, std::string_view language) {
  if (words.size() < 2) return literal_name(words.empty() ? "" : std::string(words.front()));
  return NameDivider(words, language).divide();
}

}  // namespace pressmark
