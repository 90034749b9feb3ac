#include "converters/exporters/epub/epub.h"

#include <set>

#include "converters/common/digest.h"
#include "converters/exporters/epub/codes.h"
#include "converters/exporters/epub/format.h"
#include "tests/converters/exporters/epub/opened_book.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::epub {
namespace {

constexpr const char* text_file = "EPUB/article.xhtml";
constexpr const char* package_file = "EPUB/package.opf";

// The entries as text: XML as it is, other files by size and digest.
std::string listing(const OpenedBook& book) {
  std::string text;
  for (const ZipEntry& entry : book.entries) {
    text += "==== " + entry.path + (entry.stored ? " (stored)" : "") + "\n";
    const bool shown = entry.path.ends_with("html") || entry.path.ends_with(".opf") ||
                       entry.path.ends_with(".ncx") || entry.path.ends_with(".xml");
    text += shown ? entry.data
                  : std::to_string(entry.data.size()) + " bytes, sha256 " + sha256_hex(entry.data) +
                        "\n";
  }
  return text;
}

TEST(EpubExport, WritesEverySampleAsExpected) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_GOLDEN("exporters/epub/" + name + ".txt", listing(open_book({document}))) << name;
  }
}

TEST(EpubExport, EqualDocumentsGiveEqualBytes) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_EQ(open_book({document}).octets, open_book({document}).octets) << name;
  }
}

TEST(EpubExport, TheContainerBeginsAsOcfWantsIt) {
  const OpenedBook book = open_book({sample::plain()});
  ASSERT_FALSE(book.entries.empty());
  EXPECT_EQ(book.entries[0].path, "mimetype");
  EXPECT_TRUE(book.entries[0].stored);
  EXPECT_EQ(book.octets.substr(30, 28), "mimetypeapplication/epub+zip");
}

TEST(EpubExport, TheRecordIsInThePackage) {
  const OpenedBook book = open_book({sample::full_metadata()});
  for (const char* piece :
       {">urn:uuid:6f1c2b7e-2f43-5a6e-9d0b-0f0d8a6f2b11</dc:identifier>",
        ">https://doi.org/10.1234/abcd</dc:identifier>", "scheme=\"marc:relators\">trl</meta>",
        "property=\"file-as\">Gogh, Vincent van, Jr.</meta>", ">Example News Agency</dc:creator>",
        "<dc:date>2026-11-20</dc:date>", "<dc:subject>Transport</dc:subject>",
        "property=\"dcterms:modified\">2026-11-20T05:30:00Z</meta>",
        "property=\"dcterms:identifier\">urn:issn:1234-5679</meta>",
        "<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>",
        "<dc:source>https://news.example/2026/11/bridge?a=1&amp;b=2</dc:source>"}) {
    EXPECT_TRUE(book.has(package_file, piece)) << piece;
  }
}

TEST(EpubExport, TheModifiedTimeIsTheEnvironments) {
  FakeEnvironment environment;
  environment.now = parse_date("2027-01-02T03:04:05Z");
  EXPECT_TRUE(open_book({sample::plain()}, {}, environment)
                  .has(package_file, "dcterms:modified\">2027-01-02T03:04:05Z<"));
  EXPECT_TRUE(open_book({sample::plain()}).has(package_file, ">2000-01-01T00:00:00Z<"));
}

TEST(EpubExport, NotesFollowTheTextAndLinkBack) {
  const OpenedBook book = open_book({sample::notes()});
  EXPECT_TRUE(book.has(text_file,
                       "<a id=\"fnref-1\" href=\"#fn-1\" epub:type=\"noteref\" "
                       "role=\"doc-noteref\">1</a>"));
  EXPECT_TRUE(book.has(text_file,
                       "<aside id=\"fn-1\" epub:type=\"footnote\" role=\"doc-footnote\"><p>"
                       "<a href=\"#fnref-1\" role=\"doc-backlink\""));
  const std::string text = book.file(text_file);
  EXPECT_GT(text.find("<aside id=\"fn-1\""),
            text.find("First paragraph") == std::string::npos ? 0 : text.find("fnref-5"));
}

TEST(EpubExport, LinksToANoteLeadToItAndFurtherMarksPopItUp) {
  Document document = sample::plain();
  Inline note{Note{"", {paragraph({text("A note.")})}}};
  note.id = "the-note";
  const auto link = [](const char* words) { return Inline{Link{"#the-note", {text(words)}}}; };
  document.body = {paragraph({link("below"), note, link("again")})};
  const OpenedBook book = open_book({document});
  const std::string article = text_file;
  EXPECT_TRUE(book.has(article, "<a href=\"#the-note\">below</a>"));
  EXPECT_TRUE(book.has(article, "<a id=\"fnref-1\" href=\"#the-note\" epub:type=\"noteref\""));
  EXPECT_TRUE(book.has(article,
                       "<a href=\"#the-note\" epub:type=\"noteref\" "
                       "role=\"doc-noteref\">again</a>"));
  EXPECT_TRUE(book.has(article, "<aside id=\"the-note\" epub:type=\"footnote\""));
  EXPECT_TRUE(book.has(article, "<a href=\"#fnref-1\" role=\"doc-backlink\""));
}

TEST(EpubExport, FormulasInTexAreMathmlWithAnAlternative) {
  const auto written = [](const Formula& formula) {
    Document document = sample::plain();
    document.body = {paragraph({Inline{formula}})};
    const OpenedBook book = open_book({document});
    const std::string page = book.file("EPUB/article.xhtml");
    const std::size_t begin = page.rfind("<p>") + 3;
    return page.substr(begin, page.rfind("</p>") - begin);
  };
  const std::string xml = " xmlns=\"http://www.w3.org/1998/Math/MathML\"";
  const std::string half = "<mfrac><mn>1</mn><mn>2</mn></mfrac>";
  const std::string markup = "<math" + xml + ">" + half + "</math>";
  EXPECT_EQ(written({"\\frac12", "", "\\frac12", false}),
            "<math" + xml + " alttext=\"\\frac12\">" + half + "</math>");
  EXPECT_EQ(written({"", markup, "12", false}),
            "<math" + xml + " alttext=\"1/2\">" + half + "</math>");
  EXPECT_EQ(written({"\\frac12", markup, "a half", true}),
            "<math" + xml + " display=\"block\" alttext=\"a half\">" + half + "</math>");
  EXPECT_EQ(written({"\\frac12", "<math><broken", "", false}),
            "<math" + xml + " alttext=\"\\frac12\">" + half + "</math>");
  EXPECT_EQ(written({"\\mystery{1}", "", "", false}),
            "<code class=\"formula\">\\mystery{1}</code>");
}

TEST(EpubExport, DirectionAndLanguageAreKept) {
  const OpenedBook book = open_book({sample::right_to_left()});
  EXPECT_TRUE(book.has(package_file, "page-progression-direction=\"rtl\""));
  EXPECT_TRUE(book.has(text_file, "xml:lang=\"ar\" lang=\"ar\" dir=\"rtl\""));
  EXPECT_TRUE(book.has(text_file, "<p xml:lang=\"he\" lang=\"he\">"));
  Document mixed = sample::plain();
  mixed.body[0].language = "he";
  EXPECT_TRUE(open_book({mixed}).has(text_file, "<p xml:lang=\"he\" lang=\"he\" dir=\"rtl\">"));
}

TEST(EpubExport, NoHeadingRankIsLeftOut) {
  const OpenedBook book = open_book({sample::headings()});
  EXPECT_TRUE(book.has(text_file, ">Four, three left out</h3>"));
  EXPECT_TRUE(book.has(text_file, ">Three</h3>"));
  EXPECT_TRUE(book.has(text_file, ">Six</h3>"));
}

TEST(EpubExport, TheContentsAreAsDeepAsAskedFor) {
  Options options;
  options.toc_depth = 1;
  EXPECT_FALSE(open_book({sample::headings()}, options).has("EPUB/nav.xhtml", "Two"));
  options.toc_depth = 2;
  const OpenedBook book = open_book({sample::headings()}, options);
  EXPECT_TRUE(book.has("EPUB/nav.xhtml", ">Two again<"));
  EXPECT_FALSE(book.has("EPUB/nav.xhtml", ">Three<"));
}

TEST(EpubExport, AccessibilityIsSaidOfWhatIsThere) {
  const OpenedBook plain = open_book({sample::plain()});
  EXPECT_TRUE(plain.has(package_file, "accessModeSufficient\">textual<"));
  EXPECT_FALSE(plain.has(package_file, "visual"));
  EXPECT_FALSE(plain.has(package_file, "conformsTo"));
  const OpenedBook pictures = open_book({sample::images()});
  EXPECT_FALSE(pictures.has(package_file, "accessModeSufficient\">textual<"));
  EXPECT_FALSE(pictures.has(package_file, "alternativeText"));
  EXPECT_TRUE(pictures.has(package_file, "Of 5 images, 3 have alternative texts."));
  const OpenedBook mixed = open_book({sample::every_inline()});
  EXPECT_TRUE(mixed.has(package_file, "accessibilityFeature\">MathML<"));
  EXPECT_TRUE(mixed.has(package_file, "accessibilityFeature\">rubyAnnotations<"));
  EXPECT_TRUE(mixed.has(package_file, "property=\"pageBreakSource\""));
  EXPECT_TRUE(mixed.has("EPUB/nav.xhtml", "epub:type=\"page-list\""));
}

TEST(EpubExport, AnEmptyDocumentIsABook) {
  const OpenedBook book = open_book({Document{}});
  EXPECT_TRUE(book.has(package_file, ">Untitled</dc:title>"));
  EXPECT_TRUE(book.has(package_file, "<dc:language>und</dc:language>"));
}

TEST(EpubExport, LinksThatNoBookMayHaveBecomeText) {
  Document document = sample::plain();
  document.body = {paragraph(
      {Inline{Link{"javascript:alert(1)", {text("a")}}}, Inline{Link{"page.html", {text("b")}}},
       Inline{Link{"file:///etc/passwd", {text("c")}}}, Inline{Link{"http:///nohost", {text("d")}}},
       Inline{Link{"https://example.org/a b|c%zz", {text("e")}}}})};
  const OpenedBook book = open_book({document});
  EXPECT_TRUE(
      book.has(text_file, "<p>abcd<a href=\"https://example.org/a%20b%7Cc%25zz\">e</a></p>"));
  EXPECT_EQ(book.diagnostics.count(link_as_text.id), 4u);
}

TEST(EpubExport, EveryLinkHasAName) {
  Document document = sample::images();
  const ResourceId picture = document.resources.all().begin()->first;
  const std::string target = "https://example.org/";
  document.body = {paragraph({Inline{Link{target, {Inline{Image{picture, ""}}}}}}),
                   paragraph({Inline{Link{target, {Inline{Image{picture, "a map"}}}}}}),
                   paragraph({Inline{Link{target, {Inline{Image{{}, "", target + "x.png"}}}}}}),
                   paragraph({Inline{Link{target, {}}}})};
  const OpenedBook book = open_book({document});
  EXPECT_TRUE(book.has(text_file, "<a href=\"https://example.org/\" aria-label=\"Image\"><img "));
  EXPECT_TRUE(book.has(text_file, "<a href=\"https://example.org/\"><img "));
  EXPECT_TRUE(book.has(text_file, "aria-label=\"Image\"><span class=\"image\">Image</span></a>"));
  EXPECT_TRUE(book.has(text_file, "\">https://example.org/</a>"));
}

TEST(EpubExport, AUserStyleSheetMayNotReferToAnything) {
  FakeEnvironment environment;
  environment.files["good.css"] = "p { text-indent: 1em }";
  environment.files["bad.css"] = "@import 'https://example.org/x.css';";
  Options options;
  options.stylesheet = "good.css";
  EXPECT_EQ(open_book({sample::plain()}, options, environment).file("EPUB/style.css"),
            "p { text-indent: 1em }");
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  options.stylesheet = "bad.css";
  EXPECT_EQ(export_epub(sample::plain(), options, context).error().kind(), ErrorKind::usage);
}

TEST(EpubExport, RecordsAreLinkedAndNotInTheManifest) {
  Options options;
  options.records = {"marcxml", "mods"};
  options.services.make_record = [](const Document&, const std::string& form,
                                    Context&) -> Result<Record> {
    return Record{"record in " + form, "application/" + form + "+xml", form + ".xml"};
  };
  const OpenedBook book = open_book({sample::plain()}, options);
  EXPECT_EQ(book.file("EPUB/records/article.marcxml.xml"), "record in marcxml");
  EXPECT_EQ(book.file("EPUB/records/article.mods.xml"), "record in mods");
  EXPECT_TRUE(book.has(package_file,
                       "<link rel=\"record\" href=\"records/article.marcxml.xml\" "
                       "media-type=\"application/marcxml+xml\"/>"));
  const std::string package = book.file(package_file);
  EXPECT_EQ(package.substr(package.find("<manifest")).find("records/"), std::string::npos);
  const OpenedBook many = open_book({sample::plain(), sample::notes()}, options);
  EXPECT_EQ(many.count_of_files("EPUB/records/article-2."), 2u);
  options.services.make_record = {};
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  EXPECT_FALSE(export_epub(sample::plain(), options, context));
}

TEST(EpubExport, TheBooksOwnRecordIsOnix) {
  Options options;
  options.records = {"onix"};
  const OpenedBook book = open_book({sample::full_metadata()}, options);
  EXPECT_TRUE(book.has(package_file,
                       "<link rel=\"record\" href=\"records/onix.xml\" "
                       "media-type=\"application/xml\" properties=\"onix\"/>"));
  EXPECT_GOLDEN("exporters/epub/onix.xml", book.file("EPUB/records/onix.xml"));
  const OpenedBook many = open_book({sample::plain(), sample::notes()}, options);
  EXPECT_TRUE(many.has("EPUB/records/onix.xml", "<TitleText>Many</TitleText>"));
  EXPECT_EQ(many.count_of_files("EPUB/records/"), 1u);
}

TEST(EpubExport, OnixSaysOfManyArticlesWhatIsTrueOfAll) {
  Options options;
  options.records = {"onix"};
  const auto article = [](const char* publisher, const char* agency) {
    Document document = sample::plain();
    document.language = "nb";
    document.metadata.set(Variable::publisher, publisher, {.source = "sample"});
    document.metadata.set(Variable::source, agency, {.source = "sample"});
    return document;
  };
  const std::string onix = "EPUB/records/onix.xml";
  const auto name = [](const std::string& text) {
    return "<PublisherName>" + text + "</PublisherName>";
  };
  EXPECT_TRUE(open_book({article("One", "x"), article("", "One")}, options).has(onix, name("One")));
  const OpenedBook many = open_book({article("One", ""), article("Two", "")}, options);
  EXPECT_FALSE(many.has(onix, "<Publisher>"));
  EXPECT_TRUE(many.has(onix, "<SenderName>Pressmark</SenderName>"));
  EXPECT_FALSE(open_book({article("One", ""), article("", "")}, options).has(onix, "<Publisher>"));
  EXPECT_TRUE(open_book({article("", "")}, options).has(onix, "<LanguageCode>nob</LanguageCode>"));
}

TEST(EpubExport, OnixHasTheIsbnOfAWholeBook) {
  Options options;
  options.records = {"onix"};
  const std::string type = "<ProductIDType>15</ProductIDType>";
  Document whole = sample::plain();
  whole.metadata.set(Variable::isbn, "0-306-40615-2", {.source = "sample"});
  const OpenedBook book = open_book({whole}, options);
  EXPECT_TRUE(book.has("EPUB/records/onix.xml", type));
  EXPECT_TRUE(book.has("EPUB/records/onix.xml", "<IDValue>9780306406157</IDValue>"));
  Document part = whole;
  part.metadata.set(Variable::container_title, "Collected", {.source = "sample"});
  EXPECT_FALSE(open_book({part}, options).has("EPUB/records/onix.xml", type));
  whole.metadata.set(Variable::isbn, "0-306-40615-3", {.source = "sample"});
  EXPECT_FALSE(open_book({whole}, options).has("EPUB/records/onix.xml", type));
}

TEST(EpubExport, SeasonsCountByTheirYear) {
  Document spring = sample::plain();
  Date season;
  season.start.year = 2025;
  season.start.season = 1;
  spring.metadata.set(DateVariable::issued, season, {.source = "sample"});
  EXPECT_TRUE(open_book({spring}).has(package_file, "<dc:date>2025</dc:date>"));
}

TEST(EpubExport, FontsOfTheBooksOwnAreFilesWithRules) {
  Options options;
  options.fonts = Fonts::embedded;
  std::set<char32_t> wanted;
  options.services.embed_fonts = [&](const std::set<char32_t>& characters, const std::string&,
                                     const std::string&) -> Result<std::vector<EmbeddedFont>> {
    wanted = characters;
    return std::vector<EmbeddedFont>{{"one", "ttf", "font/ttf", 0, false, false},
                                     {"two", "otf", "font/otf", 1, true, true}};
  };
  const OpenedBook book = open_book({sample::right_to_left()}, options);
  EXPECT_EQ(book.file("EPUB/fonts/book-1.ttf"), "one");
  EXPECT_EQ(book.file("EPUB/fonts/book-2-bold-italic.otf"), "two");
  EXPECT_TRUE(book.has(package_file,
                       "<item id=\"font-2\" href=\"fonts/book-2-bold-italic.otf\" "
                       "media-type=\"font/otf\"/>"));
  EXPECT_TRUE(
      book.has("EPUB/style.css",
               "@font-face { font-family: \"Book 2\"; font-weight: bold; font-style: italic; "
               "src: url(fonts/book-2-bold-italic.otf); }"));
  EXPECT_TRUE(book.has("EPUB/style.css", "body { font-family: \"Book\", \"Book 2\", serif; }"));
  EXPECT_TRUE(wanted.contains(U'\u0627') && wanted.contains(U'a') && !wanted.contains(U'\u4E00'));
  EXPECT_FALSE(open_book({sample::plain()}).has("EPUB/style.css", "@font-face"));
}

TEST(EpubExport, TheColophonCitesTheArticle) {
  EXPECT_TRUE(open_book({sample::full_metadata()}).has(text_file, "<p class=\"citation\">"));
  EXPECT_FALSE(open_book({sample::plain()}).has(text_file, "class=\"citation\""));
}

TEST(EpubExport, VerticalWritingRunsFromTheRight) {
  Options options;
  options.writing = Writing::vertical;
  const OpenedBook book = open_book({sample::east_asian()}, options);
  EXPECT_TRUE(book.has(package_file, "page-progression-direction=\"rtl\""));
  EXPECT_TRUE(book.has("EPUB/style.css", "writing-mode: vertical-rl"));
}

TEST(EpubExport, ValuesOfOptionsAreChecked) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  for (const auto& [key, value] :
       OptionValues{{"toc-depth", "7"}, {"max-image-side", "3"}, {"writing", "up"}}) {
    const auto result = format().write(sample::plain(), {{key, value}}, context);
    ASSERT_FALSE(result) << key;
    EXPECT_EQ(result.error().kind(), ErrorKind::usage);
    EXPECT_FALSE(result.error().remedy().empty());
  }
  EXPECT_TRUE(format().write(sample::plain(), {{"toc-depth", "2"}}, context));
}

}  // namespace
}  // namespace pressmark::epub
