#include "converters/importers/text/byline.h"

#include <gtest/gtest.h>

#include "converters/importers/text/person.h"

namespace pressmark::plain_text {
namespace {

std::string names_of(const std::optional<Byline>& byline) {
  std::string names;
  if (!byline) return names;
  for (const BylineName& name : byline->names) {
    if (!names.empty()) names += "; ";
    names += display_name(name.contributor.name);
    if (!name.contributor.position.empty()) names += " (" + name.contributor.position + ")";
  }
  return names;
}

struct BylineCase {
  std::string_view text;
  std::string_view names;  // empty: none
};

TEST(Byline, ReadsThoseThatSayBy) {
  constexpr BylineCase lines[] = {
      {"By Ada Example", "Ada Example"},
      {"BY ADA EXAMPLE", "ADA EXAMPLE"},
      {"by Ada Example and Ben Sample", "Ada Example; Ben Sample"},
      {"By Ada Example, Ben Sample and Cem Deneme", "Ada Example; Ben Sample; Cem Deneme"},
      {"By Ada Example, Ben Sample, and Cem Deneme", "Ada Example; Ben Sample; Cem Deneme"},
      {"By Ada Example, Staff Writer", "Ada Example (Staff Writer)"},
      {"By Ada Example in Geneva", "Ada Example (in Geneva)"},
      {"By ADA EXAMPLE | Reuters", "ADA EXAMPLE; Reuters"},
      {"By Reuters Staff", "Reuters Staff"},
      {"— by Ada Example, staff writer —", "Ada Example (staff writer)"},
      {"Story by Ada van der Example", "Ada van der Example"},
      {"Von Ada Beispiel und Ben Muster", "Ada Beispiel; Ben Muster"},
      {"Von Ada Beispiel, Korrespondentin in Wien", "Ada Beispiel (Korrespondentin in Wien)"},
      {"Par Ada Exemple et Ben Modèle", "Ada Exemple; Ben Modèle"},
      {"Por Ada Ejemplo y Ben Muestra", "Ada Ejemplo; Ben Muestra"},
      {"di Ada Esempio", "Ada Esempio"},
      {"Por Ada Exemplo e Ben Modelo", "Ada Exemplo; Ben Modelo"},
      {"Door Ada Voorbeeld en Ben Model", "Ada Voorbeeld; Ben Model"},
      {"Av Ada Exempel och Ben Prov", "Ada Exempel; Ben Prov"},
      {"Af Ada Eksempel", "Ada Eksempel"},
      {"Tekst: Ada Przykład", "Ada Przykład"},
      {"Автор: Анна Лугова", "Анна Лугова"},
      {"Текст: Анна Лугова и Пётр Речной", "Анна Лугова; Пётр Речной"},
      {"Yazan: Ada Örnek", "Ada Örnek"},
      {"文／王小雨", "王小雨"},
      {"记者：王小雨、林远", "王小雨; 林远"},
      {"بقلم: ليلى مثال", "ليلى مثال"},
      {"By\u00A0Ada Example", "Ada Example"},
      {"By Dr. Ada Example, Ph.D., and Prof. Ben Sample", "Ada Example; Ben Sample"},
      {"By Ada Example (ada@paper.example)", "Ada Example"},
      {"Story and photos by Ada Example", "Ada Example"},
      {"by Xinhua writers Wang Xiaoyu, Li Ming", "Wang Xiaoyu (Xinhua writers); Li Ming"},
      {"Von Anna Beispiel (mit dpa)", "Anna Beispiel; dpa"},
      {"Par Anne Exemple (avec AFP)", "Anne Exemple; AFP"},
      {"Texte : Anne Exemple", "Anne Exemple"},
      {"Por Ana Exemplo, G1 São Paulo", "Ana Exemplo (G1 São Paulo)"},
      {"文 | 王小雨", "王小雨"},
      {"新华社记者王小雨、李明", "王小雨; 李明"},
      {"记者 王小雨 实习生 李四", "王小雨; 李四 (实习生)"},
      {"文・写真　山田太郎", "山田太郎"},
      {"كتب - أحمد مثال", "أحمد مثال"},
      {"מאת: עדה דוגמה", "עדה דוגמה"},
      // Decoys.
      {"De Gaulle Returns", ""},
      {"Interview: What the Ferryman Saw", ""},
      {"文章 王小雨", ""},
      {"By the river they sat down", ""},
      {"By Monday the bridge was open.", ""},
      {"By 1917 Ada Example was famous", ""},
      {"Von der Brücke aus sieht man viel", ""},
      {"Di sera tutto tace", ""},
      {"By \"Ada Example\"", ""},
      {"", ""},
      {"By", ""},
  };
  for (const BylineCase& line : lines) {
    EXPECT_EQ(names_of(find_byline(line.text, BylineForms::marked_only)), line.names) << line.text;
  }
}

TEST(Byline, ReadsNamesAloneWhereItIsTold) {
  constexpr BylineCase lines[] = {
      {"Ada Example, Staff Writer", "Ada Example (Staff Writer)"},
      {"Ada Example | Reuters", "Ada Example; Reuters"},
      {"Анна Вересова, Илья Громов", "Анна Вересова; Илья Громов"},
      {"김하늘 기자", "김하늘 (기자)"},
      {"김하늘 홍길동 기자", "김하늘 (기자); 홍길동 (기자)"},
      {"Le Monde avec AFP", "Le Monde; AFP"},
      {"Great Lakes, Saturday Market", ""},
      {"The ferry is late", ""},
      {"Ferry", ""},
  };
  for (const BylineCase& line : lines) {
    EXPECT_FALSE(find_byline(line.text, BylineForms::marked_only)) << line.text;
    EXPECT_EQ(names_of(find_byline(line.text, BylineForms::all)), line.names) << line.text;
  }
}

TEST(Credit, ReadsRoles) {
  const auto credit = find_credit(
      "(Reporting by Ada Example in Riverton and Ben Sample; Writing by Cem Deneme; Editing by "
      "Dora "
      "Muster)");
  ASSERT_TRUE(credit);
  EXPECT_EQ(names_of(credit),
            "Ada Example (reporting, in Riverton); Ben Sample (reporting); Cem Deneme (writing); "
            "Dora Muster (editing)");
  EXPECT_EQ(credit->names[3].contributor.role, Role::editor);
  EXPECT_EQ(names_of(find_credit("(Reportage de Ada Exemple, édité par Ben Modèle)")),
            "Ada Exemple (reportage); Ben Modèle (édité)");
  EXPECT_EQ(names_of(find_credit("Editing by Ada Example")), "Ada Example (editing)");
  EXPECT_EQ(names_of(find_credit("Associated Press writers Ada Example in Paris and Ben Sample "
                                 "contributed to this report.")),
            "Ada Example (Associated Press writers, in Paris); Ben Sample");
  EXPECT_EQ(names_of(find_credit("김하늘 기자 haneul@paper.example")), "김하늘 (기자)");
  EXPECT_EQ(names_of(find_credit("(إعداد أحمد مثال للنشرة العربية - تحرير ليلى مثال)")),
            "أحمد مثال (إعداد, للنشرة العربية); ليلى مثال (تحرير)");
  EXPECT_EQ(find_credit("Editor: Budi Sampel")->names[0].contributor.role, Role::editor);
  EXPECT_FALSE(find_credit("Editor Budi Sampel left."));
  EXPECT_FALSE(find_credit("The rain contributed to this flood."));
  EXPECT_FALSE(find_credit("(Reporting by the river is hard.)"));
  EXPECT_FALSE(find_credit("He said so."));
}

TEST(Person, DividesNames) {
  const Name plain = parse_person("Ada Maria Example");
  EXPECT_EQ(plain.family, "Example");
  EXPECT_EQ(plain.given, "Ada Maria");
  const Name dutch = parse_person("Vincent van der Model");
  EXPECT_EQ(dutch.non_dropping_particle, "van der");
  EXPECT_EQ(dutch.family, "Model");
  const Name german = parse_person("Ada von Beispiel");
  EXPECT_EQ(german.dropping_particle, "von");
  const Name junior = parse_person("Ben Sample, Jr.");
  EXPECT_EQ(junior.suffix, "Jr.");
  EXPECT_EQ(junior.family, "Sample");
  EXPECT_EQ(parse_person("王小雨").literal, "王小雨");
  const Name korean = parse_person("Kim Ha-neul");
  EXPECT_EQ(korean.family, "Kim");
  EXPECT_EQ(korean.given, "Ha-neul");
  EXPECT_EQ(parse_person("Kim Example-Sample").family, "Example-Sample");
  EXPECT_EQ(parse_person("Prof. Dr. Ada Example").given, "Ada");
}

TEST(Person, RefusesWhatIsNone) {
  for (const std::string_view words : {"", "Ada", "the Example", "Ada 2 Example", "NATO Summit",
                                       "Ada example", "Ada Example Ben Sample Cem Deneme Dora"}) {
    EXPECT_FALSE(looks_like_person(words)) << words;
  }
}

}  // namespace
}  // namespace pressmark::plain_text
