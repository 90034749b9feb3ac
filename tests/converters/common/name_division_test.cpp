#include "converters/common/name_division.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "converters/common/word_set.h"

namespace pressmark {
namespace {

// "given | dropping | non-dropping | family"
std::string parts(std::string_view name, std::string_view language) {
  std::vector<std::string_view> words;
  for (std::size_t at = name.find(' '); at != name.npos; at = name.find(' ')) {
    words.push_back(name.substr(0, at));
    name.remove_prefix(at + 1);
  }
  words.push_back(name);
  const Name divided = divide_name(words, language);
  return divided.given + " | " + divided.dropping_particle + " | " + divided.non_dropping_particle +
         " | " + divided.family;
}

TEST(NameParts, TakesBothSurnamesOfSpanishNames) {
  EXPECT_EQ(parts("Gabriel García Márquez", "en"), "Gabriel |  |  | García Márquez");
  EXPECT_EQ(parts("José Luis Rodríguez Zapatero", "es"), "José Luis |  |  | Rodríguez Zapatero");
  EXPECT_EQ(parts("Mario Vargas Llosa", "es"), "Mario |  |  | Vargas Llosa");
  EXPECT_EQ(parts("Ana Ruiz de la Torre", ""), "Ana |  |  | Ruiz de la Torre");
  EXPECT_EQ(parts("José Ortega y Gasset", ""), "José |  |  | Ortega y Gasset");
  EXPECT_EQ(parts("Miguel de Cervantes Saavedra", "es"), "Miguel | de |  | Cervantes Saavedra");
}

TEST(NameParts, LeavesGivenNamesBeforeOneSurname) {
  EXPECT_EQ(parts("Juan Carlos Pérez", "es"), "Juan Carlos |  |  | Pérez");
  EXPECT_EQ(parts("María de la Cruz Gómez", "es"), "María de la Cruz |  |  | Gómez");
  EXPECT_EQ(parts("Mary Flores Brown", "en"), "Mary Flores |  |  | Brown");
  EXPECT_EQ(parts("Ana da Silva Costa", "pt"), "Ana da Silva |  |  | Costa");
}

TEST(NameParts, KeepsParticlesInCapitalsWithTheFamilyName) {
  EXPECT_EQ(parts("Erri De Luca", "it"), "Erri |  |  | De Luca");
  EXPECT_EQ(parts("Oscar De La Hoya", "en"), "Oscar |  |  | De La Hoya");
  EXPECT_EQ(parts("Edward St. Aubyn", "en"), "Edward |  |  | St. Aubyn");
  EXPECT_EQ(parts("Ben Van", "en"), "Ben |  |  | Van");
}

TEST(NameParts, TellsDroppingParticlesByTheLanguage) {
  EXPECT_EQ(parts("Georges de La Tour", "en"), "Georges | de |  | La Tour");
  EXPECT_EQ(parts("Guy de Maupassant", "fr"), "Guy | de |  | Maupassant");
  EXPECT_EQ(parts("Eva de Boer", "nl"), "Eva |  | de | Boer");
  EXPECT_EQ(parts("Walter de la Mare", "en"), "Walter |  | de la | Mare");
  EXPECT_EQ(parts("Ursula von der Leyen", "de"), "Ursula | von der |  | Leyen");
  EXPECT_EQ(parts("Ada van der Berg", "nl"), "Ada |  | van der | Berg");
  EXPECT_EQ(parts("José dos Santos", "pt"), "José | dos |  | Santos");
}

TEST(NameParts, MakesALiteralOfOneWord) { EXPECT_EQ(parts("Ada", ""), " |  |  | "); }

}  // namespace
}  // namespace pressmark
