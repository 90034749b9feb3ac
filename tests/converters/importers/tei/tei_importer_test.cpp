#include "converters/importers/tei/tei.h"

#include <gtest/gtest.h>

#include "converters/common/resource_names.h"
#include "converters/exporters/tei/format.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "core/model/walk.h"
#include "tests/support/combinations.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::tei {
namespace {

struct ReadBack {
  Result<Document> document = Document{};
  Diagnostics diagnostics;
};

ReadBack read(const std::string& xml, const Document& original = {}) {
  ReadBack result;
  FakeEnvironment environment;
  for (const auto& [id, resource] : original.resources.all()) {
    environment.files[std::string(image_folder) + resource_file_name(resource)] = resource.data;
  }
  Context context{environment, result.diagnostics};
  result.document = import_tei(Source{.bytes = xml, .name = "a.xml"}, context);
  return result;
}

std::string write(const Document& document) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  return *format().write(document, {}, context);
}

std::string in_tei(const std::string& body) {
  return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt>"
         "<title>A title</title></titleStmt></fileDesc></teiHeader><text><body>" +
         body + "</body></text></TEI>";
}

Document body_of(const std::string& body) {
  const ReadBack back = read(in_tei(body));
  EXPECT_TRUE(back.document) << back.document.error().describe();
  return back.document ? *back.document : Document{};
}

TEST(TeiImport, ReadsBackWhatWeWrite) {
  auto documents = sample::all();
  documents.emplace_back("generated", sample::generated(5000));
  documents.emplace_back("combinations", sample::combinations());
  for (const auto& [name, document] : documents) {
    const std::string xml = write(document);
    const ReadBack back = read(xml, document);
    ASSERT_TRUE(back.document) << name << ": " << back.document.error().describe();
    const DumpOptions everything{.locations = false, .evidence = true};
    EXPECT_EQ(dump(*back.document, everything), dump(document, everything)) << name;
    EXPECT_EQ(back.document->resources, document.resources) << name;
    EXPECT_TRUE(back.diagnostics.empty()) << name << ": " << back.diagnostics.all()[0].message();
    EXPECT_EQ(write(*back.document), xml) << name;
  }
}

TEST(TeiImport, ReadsTheElementsOfOtherPrograms) {
  const Document document = body_of(
      "<div type=\"article\"><head>Head\n  line</head><p>One\n    <hi rend=\"bold\">two</hi>\n"
      "    <quote>three</quote>.</p><div2><head>Sub</head><p>x <persName>Ana</persName></p>"
      "<list type=\"ordered\"><item>a</item><item><p>b</p></item></list></div2>"
      "<lg><l>line</l><l>line</l></lg></div>");
  EXPECT_EQ(text_of(document.front.headline), "Head line");
  EXPECT_EQ(dump(document.body),
            "paragraph\n  text \"One \"\n  bold\n    text \"two\"\n  text \" \"\n  quoted\n"
            "    text \"three\"\n  text \".\"\n"
            "heading 2\n  text \"Sub\"\n"
            "paragraph\n  text \"x \"\n  name person\n    text \"Ana\"\n"
            "list decimal\n  item\n    paragraph\n      text \"a\"\n  item\n    paragraph\n"
            "      text \"b\"\n"
            "verse\n  stanza\n    line\n      text \"line\"\n    line\n      text \"line\"\n");
}

TEST(TeiImport, ReadsAForeignHeader) {
  const std::string xml =
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"de\"><teiHeader><fileDesc><titleStmt>"
      "<title>T</title><author><persName>Pérez, Ana</persName></author></titleStmt>"
      "<sourceDesc><biblStruct><monogr><title level=\"j\">Gazette</title><imprint>"
      "<publisher>P</publisher><date when=\"2026-11-20\">x</date></imprint></monogr></biblStruct>"
      "</sourceDesc></fileDesc></teiHeader><text><body><p>x</p></body></text></TEI>";
  const ReadBack back = read(xml);
  ASSERT_TRUE(back.document);
  const Metadata& record = back.document->metadata;
  EXPECT_EQ(record.text(Variable::title), "T");
  EXPECT_EQ(record.text(Variable::container_title), "Gazette");
  EXPECT_EQ(record.date(DateVariable::issued), make_date(2026, 11, 20));
  ASSERT_EQ(record.contributors.size(), 1u);
  EXPECT_EQ(record.contributors[0].name.family, "Pérez");
  EXPECT_EQ(back.document->language, "de");
  EXPECT_EQ(text_of(back.document->front.headline), "T");
}

TEST(TeiImport, ReportsWhatItDoesNotUnderstand) {
  const ReadBack back = read(
      in_tei("<p xml:lang=\"x_y\">a <unheard>b</unheard> <ref target=\"#gone\">c</ref>"
             "<figure rend=\"inline\"><graphic url=\"no.png\"/><figDesc>d</figDesc></figure></p>"));
  ASSERT_TRUE(back.document);
  EXPECT_EQ(text_of(back.document->body), "a b cd");
  EXPECT_EQ(back.diagnostics.count("tei.unknown-element"), 1u);
  EXPECT_EQ(back.diagnostics.count("tei.bad-value"), 2u);
  EXPECT_EQ(back.diagnostics.count("tei.missing-image"), 1u);
}

TEST(TeiImport, RefusesWhatIsNotTei) {
  for (const char* text : {"", "plain", "<a>", "<html/>", "<TEI", "\xff\xfe<"}) {
    const ReadBack back = read(text);
    ASSERT_FALSE(back.document) << text;
    EXPECT_EQ(back.document.error().kind(), ErrorKind::unrecognised) << text;
  }
  EXPECT_EQ(read("<TEI/>").document.error().kind(), ErrorKind::no_article);
}

TEST(TeiImport, SurvivesHostileXml) {
  std::string deep = in_tei("");
  std::string open;
  std::string close;
  for (int i = 0; i < 100'000; ++i) {
    open += "<quote>";
    close += "</quote>";
  }
  EXPECT_EQ(read(in_tei(open + close)).document.error().kind(), ErrorKind::limit);
  EXPECT_FALSE(read("<!DOCTYPE TEI [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" +
                    in_tei("<p n=\"&b;\">&b;</p>"))
                   .document);
  const std::string xml = write(sample::every_block());
  for (std::size_t place = 0; place < xml.size(); place += 7) {
    for (const char octet : {'<', '"', '\0', '\xff'}) {
      std::string changed = xml;
      changed[place] = octet;
      const ReadBack back = read(changed, sample::every_block());
      if (!back.document) continue;
      EXPECT_TRUE(validate(*back.document).empty());
    }
  }
}

}  // namespace
}  // namespace pressmark::tei
