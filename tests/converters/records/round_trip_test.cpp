// What Pressmark's own exporters write is read back: all that the format has a field for.
#include "converters/exporters/citation/format.h"
#include "tests/converters/records/read_text.h"
#include "tests/support/sample_documents.h"

namespace pressmark::records {
namespace {

Metadata read_back(const Format& format, const Document& document, RecordFormat as) {
  Diagnostics diagnostics;
  FakeEnvironment environment;
  Context context{environment, diagnostics};
  const auto written = format.write(document, {}, context);
  EXPECT_TRUE(written);
  const ReadText read = read_text(*written, as);
  EXPECT_EQ(read.records.size(), 1U) << format.name << ": " << read.error;
  return read.records.empty() ? Metadata{} : read.records[0];
}

struct Way {
  Format format;
  RecordFormat as;
  bool joins_particles;  // has no place for particles of their own
};

std::vector<Way> ways() {
  return {{citation::bibtex_format(), RecordFormat::bibtex, false},
          {citation::biblatex_format(), RecordFormat::bibtex, false},
          {citation::ris_format(), RecordFormat::ris, true},
          {citation::mods_format(), RecordFormat::mods, true}};
}

Document article() {
  Document document;
  Metadata& record = document.metadata;
  record.type = ItemType::article_newspaper;
  record.set(Variable::title, "Ferries & <trains>: 50 % of \"the\" {price}, 日本 😀", {});
  record.set(Variable::container_title, "The Example Gazette", {});
  record.set(Variable::publisher, "Example & Sons", {});
  record.set(Variable::publisher_place, "Łódź", {});
  record.set(Variable::url, "https://news.example/a_b?x=1&y=%7B2%7D#z", {});
  record.set(Variable::doi, "10.1234/ab_c", {});
  record.set(Variable::issn, "1234-5679", {});
  record.set(Variable::page, "4-5", {});
  record.set(Variable::volume, "12", {});
  record.set(Variable::issue, "3", {});
  record.set(Variable::language, "de", {});
  record.set(DateVariable::issued, make_date(2026, 10, 12), {});
  record.set(DateVariable::accessed, make_date(2026, 11, 1), {});
  Name van = person_name("Vincent", "Gogh");
  van.non_dropping_particle = "van";
  Name junior = person_name("Sammy", "Davis");
  junior.suffix = "Jr.";
  for (const Name& name : {person_name("Ana María", "Pérez Gómez"), van, junior,
                           literal_name("Sea and Land Agency")}) {
    record.contributors.push_back({Role::author, name, "", {}});
  }
  record.keywords = {{"Transport", {}}, {"Local politics", {}}};
  return document;
}

TEST(RoundTrip, AnArticleOfOurOwnExporters) {
  const Document document = article();
  for (const Way& way : ways()) {
    SCOPED_TRACE(way.format.name);
    const Metadata read = read_back(way.format, document, way.as);
    EXPECT_EQ(read.type, ItemType::article_newspaper);
    for (const auto& [variable, value] : document.metadata.texts()) {
      EXPECT_EQ(read.text(variable), value.value) << to_string(variable);
    }
    for (const auto& [variable, value] : document.metadata.dates()) {
      EXPECT_EQ(read.date(variable), value.value) << to_string(variable);
    }
    ASSERT_EQ(read.contributors.size(), document.metadata.contributors.size());
    for (std::size_t i = 0; i < read.contributors.size(); ++i) {
      Name wanted = document.metadata.contributors[i].name;
      if (way.joins_particles && !wanted.non_dropping_particle.empty()) {
        wanted.family = wanted.non_dropping_particle + " " + wanted.family;
        wanted.non_dropping_particle.clear();
      }
      EXPECT_EQ(read.contributors[i].name, wanted);
    }
    ASSERT_EQ(read.keywords.size(), 2U);
    EXPECT_EQ(read.keywords[1].value, "Local politics");
  }
}

TEST(RoundTrip, BibliographiesKeepEveryType) {
  for (const Way& way : ways()) {
    if (way.as != RecordFormat::bibtex) continue;
    for (const ItemType type : all_item_types()) {
      Document document = article();
      document.metadata.type = type;
      EXPECT_EQ(read_back(way.format, document, way.as).type, type)
          << way.format.name << " " << to_string(type);
    }
  }
}

TEST(RoundTrip, SchemaOrg) {
  const Document document = article();
  const Metadata& record = document.metadata;
  Document with_language = document;
  with_language.language = "de";
  const Metadata read = read_back(citation::jsonld_format(), with_language, RecordFormat::json_ld);
  EXPECT_EQ(read.type, record.type);
  for (const Variable variable :
       {Variable::title, Variable::container_title, Variable::publisher, Variable::url,
        Variable::doi, Variable::issn, Variable::page, Variable::language}) {
    EXPECT_EQ(read.text(variable), record.text(variable)) << to_string(variable);
  }
  EXPECT_EQ(read.date(DateVariable::issued), record.date(DateVariable::issued));
  ASSERT_EQ(read.contributors.size(), 4U);
  EXPECT_EQ(read.contributors[0].name, person_name("Ana María", "Pérez Gómez"));
  EXPECT_EQ(read.contributors[3].name, literal_name("Sea and Land Agency"));
  EXPECT_EQ(read.keywords.size(), 2U);
}

TEST(RoundTrip, EverySampleIsReadWithItsTitle) {
  for (const auto& [name, document] : sample::all()) {
    for (const Way& way : ways()) {
      const std::string& title = document.metadata.text(Variable::title);
      if (title.empty()) continue;
      SCOPED_TRACE(name + " in " + std::string(way.format.name));
      EXPECT_EQ(read_back(way.format, document, way.as).text(Variable::title), title);
    }
  }
}

TEST(RoundTrip, ModsKeepsMostOfAFullRecord) {
  const Document document = sample::full_metadata();
  const Metadata read = read_back(citation::mods_format(), document, RecordFormat::mods);
  std::size_t kept = 0;
  for (const auto& [variable, value] : document.metadata.texts()) {
    kept += read.text(variable) == value.value ? 1 : 0;
  }
  EXPECT_GE(kept, 50U);
  EXPECT_EQ(day_string(read.date(DateVariable::modified)), "2026-11-20");
}

}  // namespace
}  // namespace pressmark::records
