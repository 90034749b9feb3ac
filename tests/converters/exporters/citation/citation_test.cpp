#include <gtest/gtest.h>

#include <algorithm>

#include "converters/exporters/citation/bib_names.h"
#include "converters/exporters/citation/bibtex.h"
#include "converters/exporters/citation/format.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/records_file.h"
#include "converters/exporters/citation/type_words.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::citation {
namespace {

struct Written {
  std::string text;
  Diagnostics diagnostics;
};

Written write(const Format& format, const Document& document) {
  Written result;
  FakeEnvironment environment;
  Context context{environment, result.diagnostics};
  const auto bytes = format.write(document, {}, context);
  EXPECT_TRUE(bytes);
  if (bytes) result.text = *bytes;
  return result;
}

std::vector<Format> formats() {
  return {csljson_format(), bibtex_format(), biblatex_format(), ris_format(),
          enw_format(),     mods_format(),   marcxml_format(),  dc_format(),
          jsonld_format(),  coins_format(),  cff_format(),      wiki_format()};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Document with_title(const std::string& title) {
  Document document;
  document.metadata.set(Variable::title, title, {});
  return document;
}

TEST(CitationExport, Samples) {
  for (const Format& format : formats()) {
    for (const auto& [name, document] : sample::all()) {
      const Written written = write(format, document);
      EXPECT_EQ(written.text, write(format, document).text);
      const bool described = name == "wire" || name == "full_metadata" || name == "hostile";
      if (!described) continue;
      EXPECT_GOLDEN("converters/exporters/citation/" + name + "." + std::string(format.name),
                    written.text);
    }
  }
}

TEST(CitationExport, ReportsWhatHasNoField) {
  EXPECT_EQ(write(csljson_format(), sample::full_metadata()).diagnostics.all().size(), 0u);
  for (const Format& format : formats()) {
    if (format.name == "csljson") continue;
    const Written written = write(format, sample::full_metadata());
    EXPECT_GT(written.diagnostics.count("citation.value-lost"), 0u) << format.name;
    EXPECT_GT(written.diagnostics.count("citation.left-out"), 0u) << format.name;
    for (const Diagnostic& diagnostic : written.diagnostics.all()) {
      EXPECT_EQ(diagnostic.subject.rfind(std::string(format.name) + ": ", 0), 0u);
    }
    EXPECT_TRUE(write(format, sample::plain()).diagnostics.empty()) << format.name;
  }
}

// Each value by its name, and what was beside a value that was written.
TEST(CitationExport, ReportsByName) {
  Document document = with_title("T");
  Metadata& record = document.metadata;
  record.type = ItemType::interview;
  record.set(Variable::number, "7", {});
  record.set(Variable::issue, "3", {});
  record.set(Variable::isbn, "978-0-00-000001-1", {});
  record.set(Variable::issn, "1234-5679", {});
  record.set(Variable::site, "A site", {});
  record.set(DateVariable::issued, *parse_date("2024-05-01/2024-05-03"), {});
  record.keywords = {{"goat", {}}};
  Name name = person_name("Ann", "Roe");
  name.uri = "https://orcid.org/0000-0002-1825-0097";
  record.contributors = {{Role::author, name, "staff writer", {}},
                         {Role::chair, person_name("Bob", "Poe"), "", {}}};
  record.extra["arxiv"] = "1";
  const auto reported = [&](const Format& format) {
    std::string all;
    const Written written = write(format, document);
    for (const Diagnostic& diagnostic : written.diagnostics.all()) {
      all += (diagnostic.id() == "citation.value-lost" ? "!" : "") + diagnostic.subject + "\n";
    }
    return all;
  };
  EXPECT_EQ(reported(ris_format()),
            "!ris: ISBN\n!ris: chair\n!ris: issued.end\n!ris: number\n!ris: type\n"
            "ris: arxiv\nris: author.position\nris: author.uri\nris: site\n");
  EXPECT_EQ(reported(bibtex_format()),
            "!bibtex: chair\n!bibtex: issued.end\n!bibtex: number\n"
            "bibtex: arxiv\nbibtex: author.position\nbibtex: author.uri\nbibtex: site\n");
  EXPECT_EQ(reported(marcxml_format()), "!marcxml: number\nmarcxml: arxiv\nmarcxml: site\n");
  EXPECT_EQ(reported(mods_format()), "mods: arxiv\n");
  EXPECT_EQ(reported(wiki_format()),
            "!wiki: chair\n!wiki: keyword\n!wiki: number\nwiki: arxiv\nwiki: author.position\n"
            "wiki: author.uri\n");
}

TEST(CitationExport, TenThousandAuthors) {
  Document document = with_title("Many");
  for (int i = 0; i < 10'000; ++i) {
    document.metadata.contributors.push_back(
        {Role::author, person_name("A", "Author" + std::to_string(i)), "", {}});
  }
  for (const Format& format : formats()) {
    EXPECT_TRUE(contains(write(format, document).text, "Author9999")) << format.name;
  }
}

TEST(Bibtex, EscapesWhatTexTakesForMarkup) {
  EXPECT_EQ(latex_escape("a & b % c $ d # e _ f"), "a \\& b \\% c \\$ d \\# e \\_ f");
  EXPECT_EQ(latex_escape("{\\}^~"), "\\{\\textbackslash{}\\}\\textasciicircum{}\\textasciitilde{}");
  // Only braces that balance may be written as such.
  EXPECT_EQ(latex_escape("}{a}{"), "\\textbraceright{}\\{a\\}\\textbraceleft{}");
  EXPECT_EQ(latex_escape("<b> -- ''"), "$<$b$>$ -{}- '{}'");
  EXPECT_EQ(latex_escape("line\nbreak 😀 שלום"), "line break 😀 שלום");
}

TEST(Bibtex, KeepsCapitalsInTitles) {
  EXPECT_EQ(latex_title("Talks with NATO on the Security Council"),
            "Talks with {NATO} on the {Security} {Council}");
  EXPECT_EQ(latex_title("iPhone  and Über Ёлка"), "{iPhone}  and {Über} {Ёлка}");
  EXPECT_EQ(latex_title(""), "");
  // Some styles would make a capital of a small letter at the start.
  EXPECT_EQ(latex_title("jetty: an entry? yes"), "{jetty:} {an} entry? {yes}");
}

TEST(Bibtex, BracesStayBalanced) {
  const std::string text = write(bibtex_format(), with_title("}}{ a } {{{")).text;
  int depth = 0;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}') --depth;
    EXPECT_GE(depth, 0);
  }
  EXPECT_EQ(depth, 0);
}

TEST(Bibtex, NamesAndDates) {
  Document document = with_title("T");
  Metadata& record = document.metadata;
  record.contributors = {{Role::author, literal_name("Smith, Jones and Sons"), "", {}},
                         {Role::author, person_name("Ann and Bob", "Roe"), "", {}},
                         {Role::author, person_name("Plato", ""), "", {}}};
  record.set(DateVariable::issued, *parse_date("--10-12"), {});
  record.set(Variable::url, "https://example.org/{a}?b=50%", {});
  const std::string text = write(bibtex_format(), document).text;
  EXPECT_TRUE(contains(text, "{Smith, Jones and Sons} and Roe, {Ann and Bob} and {Plato}"));
  EXPECT_TRUE(contains(text, "month = oct"));
  EXPECT_TRUE(contains(text, "day = {12}"));
  EXPECT_FALSE(contains(text, "year"));
  EXPECT_TRUE(contains(text, "url = {https://example.org/%7Ba%7D?b=50%}"));
}

// Names as BibTeX takes them apart again.
TEST(Bibtex, NamesOfSeveralWords) {
  const auto written = [](const Name& name) {
    return bib_name_list({{Role::author, name, "", {}}});
  };
  const auto particles = [](const char* given, const char* dropping, const char* non_dropping,
                            const char* family) {
    Name name = person_name(given, family);
    name.dropping_particle = dropping;
    name.non_dropping_particle = non_dropping;
    return name;
  };
  EXPECT_EQ(written(person_name("Ana", "Ruiz de la Torre")), "{Ruiz de la Torre}, Ana");
  EXPECT_EQ(written(person_name("Maria", "De Luca")), "{De Luca}, Maria");
  EXPECT_EQ(written(particles("Georges", "de", "", "La Tour")), "de {La Tour}, Georges");
  EXPECT_EQ(written(particles("Vincent", "", "van", "Gogh")), "van Gogh, Vincent");
  EXPECT_EQ(written(particles("Jean", "d’", "", "Alembert")), "d’{Alembert}, Jean");
  EXPECT_EQ(written(person_name("", "Sor Juana")), "{Sor Juana}, {}");
  EXPECT_EQ(written(person_name("C=D", "A=B")), "{A=B}, {C=D}");
  EXPECT_EQ(written(literal_name("Sand, Sea & Sons")), "{Sand, Sea \\& Sons}");
}

TEST(Bibtex, ParticlesBelongToTheFamilyNameOrNot) {
  Document document = with_title("T");
  Name name = person_name("Georges", "La Tour");
  name.dropping_particle = "de";
  document.metadata.contributors = {{Role::author, name, "", {}}};
  EXPECT_TRUE(contains(write(biblatex_format(), document).text, "options = {useprefix=false}"));
  std::swap(name.dropping_particle, name.non_dropping_particle);
  document.metadata.contributors = {{Role::editor, name, "", {}}};
  EXPECT_TRUE(contains(write(bibtex_format(), document).text, "options = {useprefix=true}"));
}

TEST(Biblatex, ListsOfPublishersAreNotDivided) {
  Document document = with_title("T");
  document.metadata.set(Variable::publisher, "Sea and Land", {});
  EXPECT_TRUE(contains(write(biblatex_format(), document).text, "publisher = {{Sea and Land}}"));
  EXPECT_TRUE(contains(write(bibtex_format(), document).text, "publisher = {Sea and Land}"));
}

// MARC 21: an article in an issue is a monographic component part, what stands alone an item.
TEST(Marcxml, LeaderSaysWhatTheRecordIsOf) {
  Document document = with_title("T");
  const auto leader = [&] {
    const std::string text = write(marcxml_format(), document).text;
    return text.substr(text.find("<leader>") + 8, 24);
  };
  EXPECT_EQ(leader(), "     nam a22     3c 4500");
  document.metadata.set(Variable::container_title, "The Gazette", {});
  document.metadata.type = ItemType::article_newspaper;
  EXPECT_EQ(leader(), "     naa a22     3c 4500");
  document.metadata.type = ItemType::map;
  EXPECT_EQ(leader(), "     nea a22     3c 4500");
  document.metadata.type = ItemType::periodical;
  EXPECT_EQ(leader(), "     nas a22     3c 4500");
}

TEST(Marcxml, RolesHaveRelatorTermsAndCodes) {
  Document document = with_title("T");
  Metadata& record = document.metadata;
  record.contributors = {{Role::author, person_name("Ann", "Roe"), "staff writer", {}},
                         {Role::contributor, person_name("Bob", "Poe"), "photo", {}},
                         {Role::guest, person_name("Cy", "Doe"), "", {}}};
  record.set(Variable::source, "TASS", {});
  const std::string text = write(marcxml_format(), document).text;
  // "$ewords" of each subfield behind the name.
  const auto subfields = [&](const std::string& name) {
    const std::size_t start = text.find(">" + name + "<");
    const std::string rest = text.substr(start, text.find("</datafield>", start) - start);
    std::string all;
    for (std::size_t at = rest.find("code=\""); at != std::string::npos;
         at = rest.find("code=\"", at + 1)) {
      const std::size_t value = at + std::string_view("code=\"x\">").size();
      all += "$" + rest.substr(at + 6, 1) + rest.substr(value, rest.find('<', value) - value);
    }
    return all;
  };
  EXPECT_EQ(subfields("Roe, Ann"), "$eauthor$estaff writer$4aut");
  EXPECT_EQ(subfields("Poe, Bob"), "$ephotographer$ephoto$4pht");
  EXPECT_EQ(subfields("Doe, Cy"), "$eguest$4oth");
  EXPECT_EQ(subfields("TASS"), "$eprovider$4prv");
}

TEST(Mods, RolesAreInMarcsWordsToo) {
  Document document = with_title("T");
  document.metadata.contributors = {
      {Role::contributor, person_name("Bob", "Poe"), "additional reporting", {}}};
  EXPECT_TRUE(contains(write(mods_format(), document).text,
                       "<role><roleTerm type=\"text\">contributor</roleTerm></role>"
                       "<role><roleTerm type=\"text\" authority=\"marcrelator\">reporter</roleTerm>"
                       "<roleTerm type=\"code\" authority=\"marcrelator\">rpt</roleTerm></role>"));
}

TEST(Enw, DayStandsBesideTheYear) {
  const auto dates = [](const char* written) {
    Document document = with_title("T");
    document.metadata.set(DateVariable::issued, *parse_date(written), {});
    const std::string text = write(enw_format(), document).text;
    const std::size_t start = text.find("%T T\n") + 5;
    return text.substr(start, text.find("%F") - start);
  };
  EXPECT_EQ(dates("2026-03-04"), "%D 2026\n%8 March 4\n");
  EXPECT_EQ(dates("2026-03"), "%D 2026\n%8 March\n");
  EXPECT_EQ(dates("0987"), "%D 0987\n");
  EXPECT_EQ(dates("--10-12"), "%8 October 12\n");
  EXPECT_EQ(dates("2024-05-01/2024-05-03"), "%D 2024\n%8 May 1-May 3\n");
  EXPECT_EQ(dates("1890/1895"), "%D 1890-1895\n");
}

TEST(Bibtex, NotesHoldWhatHasNoField) {
  Document document = with_title("T");
  Metadata& record = document.metadata;
  record.set(DateVariable::issued, *parse_date("--10-12"), {});
  record.set(Variable::source, "Agency & Co", {});
  const auto note_of = [&](const Format& format) {
    const std::string text = write(format, document).text;
    const std::size_t start = text.find("\n  note = {");
    return start == std::string::npos ? ""
                                      : text.substr(start + 11, text.find("}", start) - start - 11);
  };
  EXPECT_EQ(note_of(bibtex_format()), "Agency \\& Co");
  EXPECT_EQ(note_of(biblatex_format()), "12 October");
  record.set(Variable::note, "Printed on page one.", {});
  EXPECT_EQ(note_of(bibtex_format()), "Printed on page one. Agency \\& Co");
  EXPECT_EQ(note_of(biblatex_format()), "12 October. Printed on page one.");
  record.set(DateVariable::issued, *parse_date("--10"), {});
  EXPECT_EQ(note_of(biblatex_format()), "October. Printed on page one.");
  // The words of the dateline are in the article's own language.
  record.set(DateVariable::issued, *parse_date("--10-12"), {});
  document.front.dateline = {text("MADRID, "),
                             Inline{Dated{*parse_date("--10-12"), {text("12 de octubre")}}}};
  EXPECT_EQ(note_of(biblatex_format()), "12 de octubre. Printed on page one.");
}

TEST(Ris, LinesEndWithCrLfAndValuesStayOnTheirs) {
  const std::string text = write(ris_format(), with_title("one\nER  - \ntwo")).text;
  EXPECT_TRUE(text.starts_with("TY  - ELEC\r\n"));
  EXPECT_TRUE(contains(text, "TI  - one ER  - two\r\n"));
  EXPECT_TRUE(text.ends_with("\r\nER  - \r\n"));
}

TEST(Ris, Dates) {
  EXPECT_TRUE(contains(write(ris_format(), sample::wire()).text, "DA  - /10/12/\r\n"));
  EXPECT_TRUE(contains(write(ris_format(), sample::full_metadata()).text, "DA  - 2026/11/20/\r\n"));
}

TEST(Libraries, ArticlesAndDays) {
  EXPECT_EQ(nonfiling_characters("The harbour", "en-GB"), 4);
  EXPECT_EQ(nonfiling_characters("L’été", "fr"), 2);
  EXPECT_EQ(nonfiling_characters("Thebes", "en"), 0);
  EXPECT_EQ(nonfiling_characters("Die Brücke", "en"), 0);
  EXPECT_EQ(edtf(*parse_date("--10-12")), "XXXX-10-12");
}

TEST(Libraries, XmlIsEscaped) {
  for (const Format& format : {mods_format(), marcxml_format(), dc_format()}) {
    const std::string text = write(format, with_title("</title>&\"'{}%")).text;
    EXPECT_TRUE(contains(text, "&lt;/title&gt;&amp;\"'{}%")) << format.name;
  }
}

TEST(WebFormats, NothingOfAValueIsMarkup) {
  const std::string title = "</script><!-- \"q\" 'i' ''b'' {{x}} [[y]] |z= & % ~~~~ \\ __TOC__";
  const std::string json = write(jsonld_format(), with_title(title)).text;
  EXPECT_FALSE(contains(json, "<"));
  const std::string coins = write(coins_format(), with_title(title)).text;
  EXPECT_EQ(std::count(coins.begin(), coins.end(), '"'), 4);
  EXPECT_EQ(std::count(coins.begin(), coins.end(), '<'), 2);
  const std::string wiki = write(wiki_format(), with_title(title)).text;
  EXPECT_EQ(wiki.find("{{"), 0U);
  EXPECT_EQ(wiki.find("{{", 1), std::string::npos);
  EXPECT_EQ(wiki.find("}}"), wiki.size() - 3);
  for (const char* markup : {"<", "[[", "''", "~~", " |z", "__"}) {
    EXPECT_FALSE(contains(wiki, markup)) << markup;
  }
  EXPECT_TRUE(contains(write(cff_format(), with_title(title)).text, "\\\"q\\\""));
}

TEST(Wiki, NamesAndDates) {
  Document document = with_title("T");
  Metadata& record = document.metadata;
  record.type = ItemType::article_newspaper;
  record.contributors = {{Role::author, literal_name("News Desk"), "", {}},
                         {Role::author, person_name("Ana", "Pérez"), "", {}}};
  record.set(Variable::container_title, "The Gazette", {});
  record.set(Variable::url, "https://a.example/x y|z", {});
  const auto written_date = [&](const char* date) {
    record.set(DateVariable::issued, *parse_date(date), {});
    const std::string text = write(wiki_format(), document).text;
    return text.substr(text.find("|date="));
  };
  EXPECT_EQ(written_date("2026-10-12"), "|date=12 October 2026}}\n");
  EXPECT_EQ(written_date("2026-10/2026-11"), "|date=October 2026 – November 2026}}\n");
  EXPECT_EQ(written_date("2026-21~"), "|date=c. Spring 2026}}\n");
  EXPECT_EQ(written_date("--10-12"), "|date=12 October}}\n");
  EXPECT_TRUE(contains(write(wiki_format(), document).text,
                       "{{cite news |last1=News Desk |last2=Pérez |first2=Ana |title=T "
                       "|url=https://a.example/x%20y%7Cz |work=The Gazette"));
}

TEST(Coins, FormatsOfOpenUrl) {
  Document document = with_title("Ferries & trains");
  document.metadata.set(DateVariable::issued, make_date(2026, 10, 12), {});
  document.metadata.set(Variable::doi, "10.1/x", {});
  EXPECT_EQ(write(coins_format(), document).text,
            "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;"
            "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&amp;rft.type=webpage&amp;"
            "rft.title=Ferries%20%26%20trains&amp;rft.date=2026-10-12&amp;"
            "rft_id=info%3Adoi%2F10.1%2Fx\"></span>\n");
  document.metadata.type = ItemType::article_journal;
  EXPECT_TRUE(contains(write(coins_format(), document).text,
                       "mtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=Ferries"));
}

TEST(Cff, WritesOnlyWhatItsSchemaTakes) {
  Document document;
  Metadata& record = document.metadata;
  record.set(Variable::doi, "doi with spaces", {});
  record.set(Variable::issn, "value", {});
  record.set(Variable::url, "https://a.example/ö", {});
  record.set(Variable::source, "Agency", {});
  const Written written = write(cff_format(), document);
  EXPECT_EQ(written.text,
            "cff-version: 1.2.0\n"
            "message: \"Please cite the article by its preferred citation.\"\n"
            "title: \"Untitled\"\nauthors:\n  - name: \"Agency\"\n"
            "preferred-citation:\n  type: website\n  title: \"Untitled\"\n"
            "  authors:\n    - name: \"Agency\"\n");
  EXPECT_EQ(written.diagnostics.count("citation.value-lost"), 4U);
}

TEST(RecordsFile, HoldsRecordsAsEachIsAlone) {
  const auto joined = [](std::string_view format, const std::vector<Bytes>& records) {
    const RecordsFile* file = find_records_file(format);
    return file == nullptr ? Bytes("none") : join_records(*file, records);
  };
  const Bytes declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  EXPECT_EQ(joined("mods", {declaration + "<mods>a</mods>\n", declaration + "<mods>b</mods>\n"}),
            declaration +
                "<modsCollection xmlns=\"http://www.loc.gov/mods/v3\">\n"
                "<mods>a</mods>\n<mods>b</mods>\n</modsCollection>\n");
  EXPECT_EQ(joined("jsonld", {"{\"a\":1}\n", "{\"b\":2}\n"}), "[\n{\"a\":1}\n,\n{\"b\":2}\n]\n");
  EXPECT_EQ(joined("jsonld", {}), "[\n]\n");
  EXPECT_EQ(joined("ris", {"A", "B", "C"}), "A\r\nB\r\nC");
  EXPECT_EQ(joined("wiki", {"A\n", "B\n"}), "A\nB\n");
  EXPECT_EQ(joined("cff", {"A"}), "none");
  EXPECT_EQ(joined("dc", {"A"}), "none");
}

TEST(RecordView, PageRanges) {
  using Pair = std::pair<std::string, std::string>;
  EXPECT_EQ(page_range("4-5"), (Pair{"4", "5"}));
  EXPECT_EQ(page_range("A4–A5"), (Pair{"A4", "A5"}));
  EXPECT_EQ(page_range("4"), (Pair{"4", ""}));
  EXPECT_EQ(page_range("4-5, 7-9"), (Pair{"4-5, 7-9", ""}));
}

}  // namespace
}  // namespace pressmark::citation
