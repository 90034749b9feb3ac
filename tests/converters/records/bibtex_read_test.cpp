#include "tests/converters/records/read_text.h"

namespace pressmark::records {
namespace {

ReadText bib(std::string_view text) { return read_text(text, RecordFormat::bibtex); }

TEST(BibtexRead, StringsAndConcatenation) {
  const ReadText read = bib(
      "desk@paper.example writes\n@string{paper = {The Gazette}}\n@STRING(week = \" Weekend\")\n"
      "@Article(k, Journal = paper # week, YEAR = 2026, month = oct # {~12}, pages = \"4--5\",)");
  ASSERT_EQ(read.records.size(), 1U);
  EXPECT_EQ(read.text(Variable::container_title), "The Gazette Weekend");
  EXPECT_EQ(read.date(DateVariable::issued), "2026-10-12");
  EXPECT_EQ(read.text(Variable::page), "4-5");
  EXPECT_EQ(read.text(Variable::citation_key), "k");
  EXPECT_EQ(read.records[0].type, ItemType::article_journal);
  EXPECT_TRUE(read.diagnostics.empty());
}

TEST(BibtexRead, NamesInEveryForm) {
  const ReadText read =
      bib("@book{k, author = {Ludwig van Beethoven and van der Berg, Jan and Davis, Jr., Sammy and "
          "{Ministry of Sea and Land} and Jos{\\'e} de la {\\'A}vila AND Madonna and "
          "family=Gogh, given=Vincent, prefix=van and others}}");
  Name davis = person_name("Sammy", "Davis");
  davis.suffix = "Jr.";
  EXPECT_EQ(
      read.names(Role::author),
      (std::vector<Name>{
          particle_name("Ludwig", "van", "Beethoven"), particle_name("Jan", "van der", "Berg"),
          davis, literal_name("Ministry of Sea and Land"), particle_name("José", "de la", "Ávila"),
          literal_name("Madonna"), particle_name("Vincent", "van", "Gogh")}));
  EXPECT_EQ(read.diagnostics.count("record.ignored-field"), 1U);
}

// As our own writer marks them.
TEST(BibtexRead, PartsOfNamesInBraces) {
  const ReadText read = bib(
      "@book{k, author = {{Ruiz de la Torre}, Ana and d’{Alembert}, Jean and {Sor Juana}, {} and "
      "de {La Tour}, Georges}, options = {useprefix=false}}");
  Name alembert = person_name("Jean", "Alembert");
  alembert.dropping_particle = "d’";
  Name tour = person_name("Georges", "La Tour");
  tour.dropping_particle = "de";
  EXPECT_EQ(read.names(Role::author),
            (std::vector<Name>{person_name("Ana", "Ruiz de la Torre"), alembert,
                               person_name("", "Sor Juana"), tour}));
}

TEST(BibtexRead, AddressesOfDoisAreDois) {
  const ReadText field = bib("@article{k, title = {T}, doi = {https://doi.org/10.1000/182}}");
  EXPECT_EQ(field.text(Variable::doi), "10.1000/182");
  const ReadText address = bib("@article{k, title = {T}, url = {https://doi.org/10.1000/182}}");
  EXPECT_EQ(address.text(Variable::doi), "10.1000/182");
  EXPECT_EQ(address.text(Variable::url), "https://doi.org/10.1000/182");
}

TEST(BibtexRead, EntrySubtypesNameTheType) {
  EXPECT_EQ(bib("@misc{k, title = {T}, entrysubtype = {interview}}").records[0].type,
            ItemType::interview);
  EXPECT_EQ(bib("@article{k, title = {T}, entrysubtype = {newspaper}}").records[0].type,
            ItemType::article_newspaper);
  EXPECT_EQ(bib("@legal{k, title = {T}}").records[0].type, ItemType::treaty);
}

TEST(BibtexRead, CrossReferences) {
  const ReadText read =
      bib("@incollection{a, title = {Part}, crossref = {Whole}}\n"
          "@collection{whole, title = {Whole}, publisher = {P}, editor = {Roe, John}, url = {u}}\n"
          "@misc{b, title = {B}, xdata = {common}}\n@xdata{common, publisher = {C}}");
  ASSERT_EQ(read.records.size(), 3U);
  EXPECT_EQ(read.text(Variable::title), "Part");
  EXPECT_EQ(read.text(Variable::container_title), "Whole");
  EXPECT_EQ(read.text(Variable::publisher), "P");
  EXPECT_EQ(read.text(Variable::url), "");
  EXPECT_EQ(read.names(Role::editor), (std::vector<Name>{person_name("John", "Roe")}));
  EXPECT_EQ(read.records[2].text(Variable::publisher), "C");
}

TEST(BibtexRead, DatesInEveryForm) {
  EXPECT_EQ(bib("@misc{k, date = {2026-10/2026-11}}").date(DateVariable::issued),
            "2026-10/2026-11");
  EXPECT_EQ(bib("@misc{k, year = {c. 1890}}").date(DateVariable::issued), "1890~");
  EXPECT_EQ(bib("@misc{k, year = 2026, month = {Oktober}}").date(DateVariable::issued), "2026-10");
  EXPECT_EQ(bib("@misc{k, month = oct, day = 12}").date(DateVariable::issued), "--10-12");
  EXPECT_EQ(bib("@misc{k, year = {in press}}").records[0].date(DateVariable::issued).literal,
            "in press");
  EXPECT_EQ(bib("@misc{k, year = 2026, month = 13}").diagnostics.count("record.ignored-field"), 1U);
}

TEST(BibtexRead, WebPagesOfOldStyles) {
  const ReadText read =
      bib("@misc{k, title={T}, howpublished={The Gazette, \\url{https://a.example/x_y}}}");
  EXPECT_EQ(read.records.at(0).type, ItemType::webpage);
  EXPECT_EQ(read.text(Variable::url), "https://a.example/x_y");
  EXPECT_EQ(read.text(Variable::container_title), "The Gazette");
}

TEST(BibtexRead, FieldsAndLanguages) {
  const ReadText read =
      bib("@article{k, entrysubtype={newspaper}, number=3, doi={https://doi.org/10.1/a\\_b}, "
          "langid={ngerman}, keywords={a; b, c}, shelf={7}, file={x.pdf}}");
  EXPECT_EQ(read.records.at(0).type, ItemType::article_newspaper);
  EXPECT_EQ(read.text(Variable::issue), "3");
  EXPECT_EQ(read.text(Variable::doi), "10.1/a_b");
  EXPECT_EQ(read.text(Variable::language), "de");
  EXPECT_EQ(read.records[0].keywords.size(), 3U);
  EXPECT_EQ(read.records[0].extra.at("shelf"), "7");
  EXPECT_FALSE(read.records[0].extra.contains("file"));
}

TEST(BibtexRead, DamageKeepsWhatIsWhole) {
  const ReadText read = bib("@misc{a, title={One}, note={never closed\n@misc{b, title={Two}}");
  ASSERT_EQ(read.records.size(), 1U);
  EXPECT_EQ(read.text(Variable::title), "One");
  EXPECT_GE(read.diagnostics.count("record.damaged-entry"), 1U);
  EXPECT_NE(bib("no entry at all").error, "");
}

TEST(BibtexRead, MacrosCannotFillTheMemory) {
  std::string text = "@string{a0 = {xxxxxxxxxxxxxxxx}}\n";
  for (int i = 1; i < 60; ++i) {
    const std::string last = "a" + std::to_string(i - 1);
    text += "@string{a" + std::to_string(i) + " = " + last + " # " + last + "}\n";
  }
  Limits limits;
  limits.input_bytes = 1 << 20;
  EXPECT_NE(read_text(text + "@misc{k, title = a59}", RecordFormat::bibtex, limits).error, "");
}

}  // namespace
}  // namespace pressmark::records
