#include <gtest/gtest.h>

#include <algorithm>

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
    EXPECT_GT(written.diagnostics.count("citation.left-out"), 0u) << format.name;
    for (const Diagnostic& diagnostic : written.diagnostics.all()) {
      EXPECT_EQ(diagnostic.subject.rfind(std::string(format.name) + ": ", 0), 0u);
    }
    EXPECT_FALSE(written.diagnostics.has_warnings());
    EXPECT_TRUE(write(format, sample::plain()).diagnostics.empty()) << format.name;
  }
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
  EXPECT_EQ(latex_escape("{\\}^~"),
            "\\textbraceleft{}\\textbackslash{}\\textbraceright{}\\textasciicircum{}"
            "\\textasciitilde{}");
  EXPECT_EQ(latex_escape("line\nbreak 😀 שלום"), "line break 😀 שלום");
}

TEST(Bibtex, KeepsCapitalsInTitles) {
  EXPECT_EQ(latex_title("Talks with NATO on the Security Council"),
            "Talks with {NATO} on the {Security} {Council}");
  EXPECT_EQ(latex_title("iPhone  and Über Ёлка"), "{iPhone}  and {Über} {Ёлка}");
  EXPECT_EQ(latex_title(""), "");
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
  EXPECT_TRUE(contains(text, "TI  - one ER  -  two\r\n"));
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
  EXPECT_EQ(written.diagnostics.count("citation.left-out"), 4U);
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
