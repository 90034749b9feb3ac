// Markdown as the table of formats reads and writes it.
#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "converters/formats.h"
#include "converters/importers/markdown/fragments.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "core/model/walk.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"

namespace pressmark::markdown {
namespace {

class ImportMarkdown : public testing::Test {
 protected:
  Result<Document> read(std::string bytes) {
    Source source;
    source.name = "a.md";
    source.bytes = std::move(bytes);
    Context context{environment_, diagnostics_, limits_};
    Result<Document> document = format_.read(source, {}, context);
    if (document) {
      EXPECT_EQ(validate(*document), std::vector<std::string>{});
    }
    return document;
  }
  std::string body_of(const std::string& bytes) {
    const auto document = read(bytes);
    EXPECT_TRUE(document.has_value()) << document.error().describe();
    return document ? dump(document->body) : "";
  }
  std::string write(const Document& document) {
    Context context{environment_, diagnostics_, limits_};
    const auto written = format_.write(document, {{"front-matter", "yes"}}, context);
    EXPECT_TRUE(written.has_value());
    return written ? *written : "";
  }

  const Format& format_ = *find_format(all_formats(), "markdown");
  FakeEnvironment environment_;
  Diagnostics diagnostics_;
  Limits limits_;
};

TEST_F(ImportMarkdown, TakesTheFirstHeadingAsHeadline) {
  const auto document = read("# The *goat*\n\n## Deck\n\nWords.\n\n#### Deep\n\nMore.\n");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(text_of(document->front.headline), "The goat");
  EXPECT_EQ(document->metadata.text(Variable::title), "The goat");
  EXPECT_EQ(document->metadata.find(Variable::title)->evidence.source, "markdown:heading");
  EXPECT_EQ(dump(document->body),
            "heading 2\n  text \"Deck\"\nparagraph\n  text \"Words.\"\n"
            "heading 3\n  text \"Deep\"\nparagraph\n  text \"More.\"\n");
  EXPECT_EQ(document->provenance.media_type, "text/markdown");
  EXPECT_EQ(document->provenance.importer, "markdown");
}

TEST_F(ImportMarkdown, ReadsYamlAndTomlIntoTheRecord) {
  const auto yaml = read(
      "---\ntitle: Goat\nauthor: [Ada Example]\ndate: 2024-10-12\nlang: de\n"
      "subtitle: Two winters\n---\nWords.\n");
  ASSERT_TRUE(yaml.has_value());
  EXPECT_EQ(yaml->metadata.text(Variable::title), "Goat");
  EXPECT_EQ(text_of(yaml->front.headline), "Goat");
  EXPECT_EQ(text_of(yaml->front.deck), "Two winters");
  EXPECT_EQ(yaml->language, "de");
  ASSERT_EQ(yaml->metadata.contributors.size(), 1u);
  EXPECT_EQ(to_string(yaml->metadata.date(DateVariable::issued)), "2024-10-12");
  ASSERT_EQ(yaml->body.size(), 1u);
  EXPECT_EQ(yaml->body[0].from.line, 8);

  const auto toml = read("+++\ntitle = \"Goat\"\n+++\n# Other headline\n\nWords.\n");
  ASSERT_TRUE(toml.has_value());
  EXPECT_EQ(toml->metadata.text(Variable::title), "Goat");
  EXPECT_EQ(text_of(toml->front.headline), "Other headline");

  const auto marked = read(
      "---\ntitle: \"The *goat* & its `snake_case` [owner](https://paper.example)\"\n"
      "subtitle: 1. A list\n---\nWords.\n");
  ASSERT_TRUE(marked.has_value());
  EXPECT_EQ(marked->metadata.text(Variable::title), "The goat & its snake_case owner");
  EXPECT_EQ(marked->metadata.text(Variable::subtitle), "1. A list");

  EXPECT_TRUE(read("---\n{[\n---\n\nWords.\n").has_value());
  EXPECT_EQ(diagnostics_.count("markdown.front-matter-as-text"), 1u);
}

TEST_F(ImportMarkdown, ReadsRecordsThatAreNoYamlAsTheyStand) {
  const auto mended = read(
      "---\ntitle: The garden: a history\nauthor: Ada Example and Ben Sample\ntags: [a, b\n---\n"
      "\nWords.\n");
  ASSERT_TRUE(mended.has_value());
  EXPECT_EQ(mended->metadata.text(Variable::title), "The garden: a history");
  ASSERT_EQ(mended->metadata.contributors.size(), 2u);
  EXPECT_EQ(mended->metadata.contributors[1].name, person_name("Ben", "Sample"));
  ASSERT_EQ(mended->metadata.keywords.size(), 2u);
  EXPECT_EQ(mended->metadata.keywords[0].value, "a");
  ASSERT_EQ(mended->body.size(), 1u);
  EXPECT_EQ(mended->body[0].from.line, 7);
  EXPECT_EQ(diagnostics_.count("markdown.front-matter-mended"), 1u);
}

TEST_F(ImportMarkdown, ReadsRecordsInOtherForms) {
  for (const char* record :
       {"% The goat\n% Ada Example; Ben Sample\n% 2024-10-12\n",
        "Title: The goat\nAuthor: Ada Example and Ben Sample\nDate: 2024-10-12\n",
        "{\n  \"title\": \"The goat\",\n  \"author\": [\"Ada Example\", \"Ben Sample\"],\n"
        "  \"date\": \"2024-10-12\"\n}\n"}) {
    const auto document = read(std::string(record) + "\nWords.\n");
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->metadata.text(Variable::title), "The goat") << record;
    EXPECT_EQ(document->metadata.contributors.size(), 2u) << record;
    EXPECT_EQ(to_string(document->metadata.date(DateVariable::issued)), "2024-10-12") << record;
    EXPECT_EQ(dump(document->body), "paragraph\n  text \"Words.\"\n");
  }
  // No record: a list in percent, one known field, an object inside of a text.
  for (const char* text : {"% of goats are late.\n% of bells ring.\n% a\n% b\n\nWords.\n",
                           "Title: The goat\nIt: was late.\n\nWords.\n", "{\nopen\n\nWords.\n"}) {
    const auto document = read(text);
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->metadata.text(Variable::title), "") << text;
    EXPECT_EQ(document->body.size(), 2u) << text;
  }
}

TEST_F(ImportMarkdown, ReadsCalloutsDefinitionsAndAttributes) {
  EXPECT_EQ(body_of("> [!NOTE]\n> The goat is *late*.\n"),
            "aside callout\n  title\n    text \"Note\"\n  paragraph\n    text \"The goat is \"\n"
            "    emphasis\n      text \"late\"\n    text \".\"\n");
  EXPECT_EQ(body_of("> [!quote]- Ada *said*\n>\n> It is.\n"),
            "aside callout\n  title\n    text \"Ada \"\n    emphasis\n      text \"said\"\n"
            "  paragraph\n    text \"It is.\"\n");
  EXPECT_EQ(body_of("> [! no kind] words\n"),
            "quotation\n  paragraph\n    text \"[! no kind] words\"\n");
  EXPECT_EQ(body_of("Goose\n:   Does not pay.\n: Or *does*.\n\nBell\n: Rings.\n"),
            "definition-list\n  entry\n    term\n      text \"Goose\"\n    definition\n"
            "      paragraph\n        text \"Does not pay.\"\n    definition\n"
            "      paragraph\n        text \"Or \"\n        emphasis\n          text \"does\"\n"
            "        text \".\"\n  entry\n    term\n      text \"Bell\"\n    definition\n"
            "      paragraph\n        text \"Rings.\"\n");
  EXPECT_EQ(body_of(": no term\n: for it\n"), "paragraph\n  text \": no term : for it\"\n");
  EXPECT_EQ(body_of("Words.\n{: .lead}\n\nSee {x} and {: .y}\n"),
            "paragraph\n  text \"Words.\"\nparagraph\n  text \"See {x} and {: .y}\"\n");
  const std::string named = body_of("Goat\n\n## Old {#old .wide}\n\n## Set {a, b}\n\n[x](#old)\n");
  EXPECT_NE(named.find("text \"Old\""), std::string::npos) << named;
  EXPECT_NE(named.find("text \"Set {a, b}\""), std::string::npos) << named;
  EXPECT_NE(named.find("link \"#"), std::string::npos) << named;
}

TEST_F(ImportMarkdown, ReadsListsTasksAndCode) {
  EXPECT_EQ(body_of("3. one\n4. two\n   - [x] done\n   - [ ] open\n"),
            "list decimal start=3\n  item\n    paragraph\n      text \"one\"\n  item\n"
            "    paragraph\n      text \"two\"\n    list none\n      item\n        paragraph\n"
            "          text \"☑ done\"\n      item\n        paragraph\n"
            "          text \"☐ open\"\n");
  EXPECT_EQ(body_of("```cpp\nint x;\n```\n"), "preformatted code of=\"cpp\"\n  \"int x;\"\n");
}

TEST_F(ImportMarkdown, ReadsTablesWithAlignment) {
  EXPECT_EQ(body_of("| a | b |\n|:-:|--:|\n| 1 | x \\| y |\n"),
            "table header-rows=1\n  row\n    cell header=column centre\n      paragraph\n"
            "        text \"a\"\n    cell header=column end\n      paragraph\n        text \"b\"\n"
            "  row\n    cell centre\n      paragraph\n        text \"1\"\n    cell end\n"
            "      paragraph\n        text \"x | y\"\n");
}

TEST_F(ImportMarkdown, ReadsNotesAndKeepsThoseThatNothingRefersTo) {
  const std::string body = body_of("Words[^a] go on.\n\n[^a]: The *note*.\n\n[^b]: Stray.\n");
  EXPECT_NE(body.find("  note"), std::string::npos) << body;
  EXPECT_NE(body.find("text \"[^b]: Stray.\""), std::string::npos) << body;
  EXPECT_EQ(diagnostics_.count("markdown.note-without-mark"), 1u);
  // In code nothing is a note.
  EXPECT_EQ(body_of("```\n[^c]: x\n```\n"), "preformatted code\n  \"[^c]: x\"\n");
}

TEST_F(ImportMarkdown, LinksToHeadingsByTheirNames) {
  EXPECT_EQ(body_of("[there](#the-wheel-of-1912)\n\n## The wheel of 1912!\n"),
            "paragraph\n  link \"#the-wheel-of-1912\"\n    text \"there\"\n"
            "heading 2 #the-wheel-of-1912\n  text \"The wheel of 1912!\"\n");
  Fragments fragments;
  EXPECT_EQ(fragments.name("Über uns: 2 Ziegen"), "über-uns-2-ziegen");
  EXPECT_EQ(fragments.name("Über uns 2 Ziegen"), "über-uns-2-ziegen-1");
}

TEST_F(ImportMarkdown, ReadsMarkupAsOnAPage) {
  EXPECT_EQ(body_of("a <u>b</u> H<sub>2</sub>O<br>c <script>alert(1)</script> ~~d~~\n"),
            "paragraph\n  text \"a \"\n  underline\n    text \"b\"\n  text \" H\"\n  subscript\n"
            "    text \"2\"\n  text \"O\"\n  line-break\n  text \"c \"\n  deleted\n"
            "    text \"d\"\n");
  const std::string details = body_of("<details><summary>S</summary>\n\nIn *md*.\n\n</details>\n");
  EXPECT_TRUE(details.starts_with("aside details\n")) << details;
}

TEST_F(ImportMarkdown, AnImageWithoutWordsSaysNothing) {
  const auto document = read(
      "a ![](https://a.example/b.png?c=1&d) ![ *e* ](https://a.example/f.png) "
      "<img src=\"https://a.example/g.png\" alt=\"\"> h\n");
  ASSERT_TRUE(document.has_value());
  std::vector<Image> images;
  for_each_inline(document->body, [&](const Inline& item) {
    if (const auto* image = std::get_if<Image>(&item.node)) images.push_back(*image);
  });
  ASSERT_EQ(images.size(), 3u);
  EXPECT_EQ(images[0], (Image{"", std::nullopt, "https://a.example/b.png?c=1&d"}));
  EXPECT_EQ(images[1], (Image{"", "e", "https://a.example/f.png"}));
  EXPECT_EQ(images[2], (Image{"", "", "https://a.example/g.png"}));
}

TEST_F(ImportMarkdown, ReadsFormulas) {
  EXPECT_EQ(body_of("$`a<b`$ or\n\n```math\n\\frac12\n```\n"),
            "paragraph\n  formula tex=\"a<b\" plain=\"a<b\"\n  text \" or\"\n"
            "paragraph\n  formula display tex=\"\\\\frac12\" plain=\"\\\\frac12\"\n");
}

TEST_F(ImportMarkdown, FailsClearly) {
  EXPECT_EQ(read("").error().kind(), ErrorKind::no_article);
  EXPECT_EQ(read("> \n***\n").error().kind(), ErrorKind::no_article);
  EXPECT_EQ(read("%PDF-1.7\n1 0 obj").error().kind(), ErrorKind::unrecognised);
  EXPECT_EQ(read(std::string(100'000, '>') + " deep").error().kind(), ErrorKind::limit);
}

// What was written is read as what it was written from, and written again with the same octets.
TEST_F(ImportMarkdown, ComesBackFromWriting) {
  std::string source = read_project_file("tests/fuzz/seeds/markdown/all_features.md");
  // A disclosure is written as a quotation.
  const std::size_t details = source.find("<details>");
  source.erase(details, source.find("<script>") - details);
  const auto first = read(source);
  ASSERT_TRUE(first.has_value());
  Document plain = *first;
  plain.front.deck.clear();
  plain.metadata.contributors.clear();
  const std::string written = write(plain);
  const auto second = read(written);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(dump(second->body), dump(first->body)) << written;
  EXPECT_EQ(text_of(second->front.headline), text_of(first->front.headline));
  EXPECT_EQ(write(*second), written);
}

// Processor time for a text of `bytes` octets that repeats a pattern.
double seconds_for(const std::string& pattern, std::size_t bytes) {
  Source source;
  source.name = "a.md";
  source.bytes = "word ";
  while (source.bytes.size() < bytes) source.bytes += pattern;
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  const std::clock_t start = std::clock();
  EXPECT_TRUE(find_format(all_formats(), "markdown")->read(source, {}, context).has_value());
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(MarkdownSpeed, GrowsWithTheSizeOnly) {
  for (const std::string pattern :
       {"The *goat* [stays](https://example.org) on `deck`.\n\n", "[", "![", "*a ", "**a_b ",
        "`a``", "<a ", "&amp", "|a|b|\n", "- a\n", "> a\n", "[^a]", "[^a]: b\n\n", "[a]: b\n",
        "~~a ", "www.a", "a@b.", "$`a`$ "}) {
    constexpr std::size_t size = 12'000;
    const double once = seconds_for(pattern, size);
    EXPECT_LT(seconds_for(pattern, 4 * size), 10 * once + 0.5) << pattern;
  }
}

}  // namespace
}  // namespace pressmark::markdown
