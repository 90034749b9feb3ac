#include "converters/exporters/tei/tei.h"

#include <gtest/gtest.h>

#include "converters/exporters/tei/attributes.h"
#include "converters/exporters/tei/format.h"
#include "tests/support/combinations.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::tei {
namespace {

struct Written {
  std::string xml;
  Diagnostics diagnostics;
};

Written write(const Document& document, const OptionValues& options = {},
              std::optional<Date> now = {}) {
  Written result;
  FakeEnvironment environment;
  environment.now = std::move(now);
  Context context{environment, result.diagnostics};
  const auto bytes = format().write(document, options, context);
  EXPECT_TRUE(bytes);
  if (bytes) result.xml = *bytes;
  return result;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string date_element(const char* written) {
  XmlWriter xml(XmlWriter::Declaration::no);
  xml.start("date");
  write_date_attributes(xml, *parse_date(written));
  xml.end();
  std::string element = xml.finish();
  element.pop_back();
  return element;
}

TEST(TeiExport, Samples) {
  for (const auto& [name, document] : sample::all()) {
    const Written written = write(document);
    EXPECT_EQ(written.xml, write(document).xml) << name;
    EXPECT_GOLDEN("converters/exporters/tei/" + name + ".xml", written.xml);
  }
}

TEST(TeiExport, LibrariesProfile) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_GOLDEN("converters/exporters/tei/bptl3/" + name + ".xml",
                  write(document, {{"profile", "bptl3"}}).xml);
  }
}

TEST(TeiExport, EveryVariableIsInTheHeader) {
  const Document document = sample::full_metadata();
  std::string header = write(document).xml;
  header.resize(header.find("<xenoData"));
  for (const auto& [variable, value] : document.metadata.texts()) {
    EXPECT_TRUE(contains(header, xml_escape_text(value.value)) ||
                contains(header, xml_escape_attribute(value.value)))
        << to_string(variable);
  }
  for (const auto& [variable, value] : document.metadata.dates()) {
    if (variable == DateVariable::issued) continue;
    EXPECT_TRUE(contains(header, "<date type=\"" + std::string(to_string(variable)) + "\""));
  }
  for (const Role role : all_roles()) {
    if (role == Role::author || role == Role::editor || role == Role::container_author) continue;
    EXPECT_TRUE(contains(header, "<resp>" + std::string(to_string(role)) + "</resp>"));
  }
  EXPECT_TRUE(contains(header, "<term>Local politics</term>"));
  EXPECT_TRUE(contains(header, "<note type=\"extra\" n=\"arxiv\">2611.00001</note>"));
}

TEST(TeiExport, HeaderIdsGiveWayToTheDocuments) {
  Document document = sample::full_metadata();
  document.body[0].id = "source";
  const std::string xml = write(document).xml;
  EXPECT_TRUE(contains(xml, "xml:id=\"source-1\""));
  EXPECT_TRUE(contains(xml, "<p xml:id=\"source\">"));
}

TEST(TeiExport, TimeComesFromTheCallerOnly) {
  EXPECT_FALSE(contains(write(sample::plain()).xml, "2026"));
  const std::string xml = write(sample::plain(), {}, date_of_unix_time(1'790'000'000)).xml;
  EXPECT_TRUE(contains(xml, "<date when=\"2026-09-21\"/>"));
  EXPECT_TRUE(contains(xml, "<change when=\"2026-09-21T"));
}

TEST(TeiExport, NamesTheValuesOfABadOption) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  const auto result = format().write(sample::plain(), {{"profile", "lite"}}, context);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::usage);
  EXPECT_TRUE(contains(result.error().remedy(), "bptl3"));
  EXPECT_FALSE(format().write(sample::plain(), {{"publisher", ""}}, context));
  EXPECT_TRUE(contains(write(sample::plain(), {{"publisher", "A & B"}}).xml,
                       "<publisher>A &amp; B</publisher>"));
}

TEST(TeiExport, ReportsTargetsItRepairs) {
  const Written written = write(sample::combinations());
  EXPECT_GT(written.diagnostics.count("tei.repaired-target"), 0u);
  EXPECT_GT(written.diagnostics.count("tei.left-out-target"), 0u);
  EXPECT_EQ(written.diagnostics.count("tei.reduced-markup"), 0u);
}

TEST(TeiAttributes, Dates) {
  EXPECT_EQ(date_element("2026-10-12"), "<date when=\"2026-10-12\"/>");
  EXPECT_EQ(date_element("--10-12"), "<date when=\"--10-12\"/>");
  EXPECT_EQ(date_element("--10"), "<date when=\"--10\"/>");
  EXPECT_EQ(date_element("-0044-03"), "<date when=\"-0044-03\"/>");
  EXPECT_EQ(date_element("2026/2027-03"), "<date from=\"2026\" to=\"2027-03\"/>");
  EXPECT_EQ(date_element("2026~"), "<date when=\"2026\" precision=\"medium\"/>");
  EXPECT_EQ(date_element("2026-21"), "<date when-custom=\"2026-21\"/>");
  EXPECT_EQ(date_element("0000"), "<date when-custom=\"0000\"/>");
  EXPECT_EQ(date_element("2026-10-12T08:30:00+03:00"),
            "<date when=\"2026-10-12T08:30:00+03:00\"/>");
  EXPECT_EQ(date_element("2026-10-12T08:30"),
            "<date when=\"2026-10-12T08:30:00\" when-custom=\"2026-10-12T08:30\"/>");
}

TEST(TeiAttributes, Pointers) {
  EXPECT_EQ(pointer("https://example.org/a?b=c#d"), "https://example.org/a?b=c#d");
  EXPECT_EQ(pointer("https://пример.рф/путь"), "https://пример.рф/путь");
  EXPECT_EQ(pointer("https://example.org/%zz"), "https://example.org/%25zz");
  EXPECT_EQ(pointer("https://example.org/a b\"<>#a#b[1]"),
            "https://example.org/a%20b%22%3C%3E#a%23b%5B1%5D");
  EXPECT_EQ(pointer("http://[2001:db8::1]/"), "http://[2001:db8::1]/");
  EXPECT_EQ(pointer("http://[bad"), "http://%5Bbad");
  EXPECT_EQ(pointer("https://[::1/x"), "https://%5B%3A:1/x");
  EXPECT_EQ(pointer("https://[::1]x/"), "https://%5B%3A%3A1%5Dx/");
  EXPECT_EQ(pointer("https://a:8080/b:c"), "https://a:8080/b:c");
  EXPECT_EQ(pointer("https://[::1]:8080/"), "https://[::1]:8080/");
  EXPECT_EQ(pointer("https://me:pass@a:80/"), "https://me:pass@a:80/");
  EXPECT_EQ(pointer("https://a:port/"), "https://a%3Aport/");
  EXPECT_EQ(pointer("https://a:123456789012/"), "https://a%3A123456789012/");
  EXPECT_EQ(pointer("https://a@b@c/d@e"), "https://a%40b@c/d@e");
  EXPECT_EQ(pointer("//a:b/"), "//a%3Ab/");
  EXPECT_EQ(pointer("urn:a:b//c:d"), "urn:a:b//c:d");
  EXPECT_EQ(pointer("1http://x/"), std::nullopt);
  EXPECT_EQ(pointer(":::"), std::nullopt);
}

}  // namespace
}  // namespace pressmark::tei
