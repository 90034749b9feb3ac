#include "converters/opds/book.h"

#include <gtest/gtest.h>

#include "converters/common/image.h"
#include "converters/common/zip.h"
#include "converters/exporters/epub/epub.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::opds {
namespace {

constexpr std::string_view container =
    "<container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='OPS/a b.opf' media-type='application/oebps-package+xml'/></rootfiles>"
    "</container>";

// A publication with that metadata element's content and manifest.
Bytes publication(const std::string& metadata, const std::string& manifest = "",
                  std::vector<ZipEntry> files = {}) {
  const std::string package =
      "<package xmlns='http://www.idpf.org/2007/opf' unique-identifier='id'>"
      "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/' "
      "xmlns:opf='http://www.idpf.org/2007/opf'>" +
      metadata + "</metadata><manifest>" + manifest + "</manifest></package>";
  files.insert(files.begin(), {{"mimetype", "application/epub+zip", true},
                               {"META-INF/container.xml", Bytes(container)},
                               {"OPS/a b.opf", package}});
  return *write_zip(files);
}

Book read(const Bytes& octets, const std::string& path = "books/a.epub") {
  const Result<ReadBook> read = read_book(path, octets, {});
  EXPECT_TRUE(read) << read.error().describe();
  return read ? read->book : Book{};
}

TEST(OpdsBook, OurOwnBooksAreReadWhole) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  const Bytes octets = *epub::export_epub(sample::full_metadata(), {}, context);
  const Book book = read(octets);
  EXPECT_EQ(book.identifier, "urn:uuid:6f1c2b7e-2f43-5a6e-9d0b-0f0d8a6f2b11");
  EXPECT_EQ(book.title, "Full metadata");
  EXPECT_EQ(book.updated, "2026-11-20T05:30:00Z");
  EXPECT_EQ(book.issued, "2026-11-20");
  EXPECT_EQ(book.octets, octets.size());
  EXPECT_EQ(book.media_type, "application/epub+zip");
  std::vector<std::string> authors;
  for (const Person& author : book.authors) {
    authors.push_back(author.name + " | " + author.sort_name);
  }
  EXPECT_EQ(authors, (std::vector<std::string>{"Ana Pérez | Pérez, Ana",
                                               "Vincent van Gogh Jr. | Gogh, Vincent van, Jr.",
                                               "Example News Agency | Example News Agency"}));
  EXPECT_EQ(book.languages, std::vector<std::string>{"en"});
  EXPECT_EQ(book.publisher, "value of publisher");
  EXPECT_EQ(book.subjects, (std::vector<std::string>{"Transport", "Local politics"}));
  EXPECT_EQ(book.summary, "value of abstract");
  EXPECT_EQ(book.rights, "value of rights");
  EXPECT_EQ(book.series, "value of collection-title");
  EXPECT_EQ(book.position, "");
  EXPECT_FALSE(book.cover || book.thumbnail);
}

TEST(OpdsBook, RefinementsOfEpub3AreRead) {
  const Book book = read(publication(
      "<dc:identifier>other</dc:identifier><dc:identifier id='id'> urn:x:1 </dc:identifier>"
      "<dc:title id='s'>Sub</dc:title><dc:title id='t'>The\n  Whole</dc:title>"
      "<meta refines='#s' property='title-type'>subtitle</meta>"
      "<meta refines='#t' property='title-type'>main</meta>"
      "<dc:creator id='a'>Ann Able</dc:creator><dc:creator id='i'>Ida Ink</dc:creator>"
      "<meta refines='#a' property='file-as'>Able, Ann</meta>"
      "<meta refines='#i' property='role' scheme='marc:relators'>ill</meta>"
      "<dc:language>en</dc:language><dc:language>ar</dc:language><dc:language>en</dc:language>"
      "<dc:date>2026-05-06T01:02:03Z</dc:date>"
      "<meta property='dcterms:modified'>2026-07-08T09:10:11Z</meta>"
      "<meta property='belongs-to-collection' id='c'>Tales</meta>"
      "<meta refines='#c' property='group-position'>2.5</meta>"));
  EXPECT_EQ(book.identifier, "urn:x:1");
  EXPECT_EQ(book.title, "The Whole");
  ASSERT_EQ(book.authors.size(), 1u);
  EXPECT_EQ(book.authors[0].name, "Ann Able");
  EXPECT_EQ(book.authors[0].sort_name, "Able, Ann");
  EXPECT_EQ(book.languages, (std::vector<std::string>{"en", "ar"}));
  EXPECT_EQ(book.issued, "2026-05-06");
  EXPECT_EQ(book.updated, "2026-07-08T09:10:11Z");
  EXPECT_EQ(book.series, "Tales");
  EXPECT_EQ(book.position, "2.5");
}

TEST(OpdsBook, AttributesOfEpub2AreRead) {
  const Book book = read(publication(
      "<dc-metadata><dc:identifier "
      "id='id'>978-0-306-40615-7</dc:identifier><dc:title>Old</dc:title>"
      "<dc:creator opf:role='aut' opf:file-as='Old, O.'>O. Old</dc:creator>"
      "<dc:creator opf:role='trl'>T. Ran</dc:creator><dc:date>1999</dc:date></dc-metadata>"
      "<meta name='calibre:series' content='Line'/><meta name='calibre:series_index' "
      "content='x'/>"));
  EXPECT_EQ(book.identifier, "urn:isbn:9780306406157");
  EXPECT_EQ(book.title, "Old");
  ASSERT_EQ(book.authors.size(), 1u);
  EXPECT_EQ(book.authors[0].sort_name, "Old, O.");
  EXPECT_EQ(book.issued, "1999");
  EXPECT_EQ(book.updated, "1999-01-01T00:00:00Z");
  EXPECT_EQ(book.series, "Line");
  EXPECT_EQ(book.position, "");
}

TEST(OpdsBook, WhatIsMissingIsMadeOfWhatIsThere) {
  const Book book =
      read(publication("<dc:identifier id='id'>no uri</dc:identifier>"), "x/My Book.KEPUB.epub");
  EXPECT_EQ(book.title, "My Book.KEPUB");
  EXPECT_EQ(book.media_type, "application/kepub+zip");
  EXPECT_TRUE(book.identifier.starts_with("urn:uuid:")) << book.identifier;
  EXPECT_EQ(book.updated, "1970-01-01T00:00:00Z");
  EXPECT_TRUE(read(publication("")).identifier.starts_with("urn:uuid:"));
}

TEST(OpdsBook, IdentifiersThatAreNoUrisCountWithTheTitle) {
  const auto identifier = [](const std::string& text, const std::string& title) {
    return read(publication("<dc:identifier id='id'>" + text + "</dc:identifier><dc:title>" +
                            title + "</dc:title>"),
                title + ".kepub.epub")
        .identifier;
  };
  EXPECT_NE(identifier("bookid", "One"), identifier("bookid", "Two"));
  EXPECT_EQ(identifier("bookid", "One"), identifier("bookid", "One"));
  EXPECT_EQ(identifier("urn:x:1", "One"), identifier("urn:x:1", "Two"));
  EXPECT_EQ(identifier("0-306-40615-2", "One"), "urn:isbn:9780306406157");
  // Ten digits with a wrong check digit: a number of somebody's own.
  EXPECT_TRUE(identifier("0306406153", "One").starts_with("urn:uuid:"));
  const Bytes one = publication("<dc:identifier id='id'>bookid</dc:identifier>");
  EXPECT_NE(read(one, "a.epub").identifier, read(one, "b.epub").identifier);
  const Bytes titled =
      publication("<dc:identifier id='id'>bookid</dc:identifier><dc:title>T</dc:title>");
  EXPECT_EQ(read(titled, "a.epub").identifier, read(titled, "k.kepub.epub").identifier);
}

TEST(OpdsBook, CoversHaveThumbnails) {
  const Bytes png = *encode_png({600, 800, 1, Bytes(600 * 800, 'x')});
  for (const char* manifest :
       {"<item id='c' href='../img/c%20d.png' media-type='image/png' properties='cover-image'/>",
        "<item id='cov' href='../img/c%20d.png' media-type='image/png'/>"}) {
    const Bytes octets =
        publication("<meta name='cover' content='cov'/>", manifest, {{"img/c d.png", png, true}});
    const Result<ReadBook> read = read_book("a.epub", octets, {});
    ASSERT_TRUE(read);
    ASSERT_TRUE(read->book.cover && read->book.thumbnail) << manifest;
    EXPECT_EQ(read->book.cover->width, 600);
    EXPECT_EQ(read->book.thumbnail->width, 225);
    EXPECT_EQ(read->book.thumbnail->height, 300);
    ASSERT_EQ(read->pictures.size(), 2u);
    EXPECT_EQ(read->pictures[0].data, png);
    EXPECT_EQ(read->pictures[1].name, read->book.thumbnail->name);
    EXPECT_EQ(inspect_image(read->pictures[1].data)->media_type, "image/jpeg");
  }
}

TEST(OpdsBook, SmallAndDamagedCovers) {
  const std::string manifest = "<item id='c' href='c' properties='cover-image'/>";
  const Bytes small = *encode_png({3, 4, 1, Bytes(12, 'x')});
  const Result<ReadBook> one =
      read_book("a.epub", publication("", manifest, {{"OPS/c", small, true}}), {});
  ASSERT_TRUE(one && one->book.cover);
  EXPECT_EQ(one->book.thumbnail->name, one->book.cover->name);
  EXPECT_EQ(one->pictures.size(), 1u);
  const Result<ReadBook> damaged =
      read_book("a.epub", publication("", manifest, {{"OPS/c", "no image", true}}), {});
  ASSERT_TRUE(damaged);
  EXPECT_FALSE(damaged->book.cover);
  EXPECT_FALSE(read(publication("", "<item href='gone' properties='cover-image'/>")).cover);
}

TEST(OpdsBook, WhatIsNoPublicationIsRefused) {
  const auto kind = [](std::string_view octets) {
    return read_book("a.epub", octets, {}).error().kind();
  };
  EXPECT_EQ(kind("junk"), ErrorKind::unrecognised);
  EXPECT_EQ(kind(*write_zip({{"a", "b"}})), ErrorKind::unrecognised);
  EXPECT_EQ(kind(*write_zip({{"META-INF/container.xml", "<container/>"}})),
            ErrorKind::unrecognised);
  EXPECT_EQ(kind(*write_zip({{"META-INF/container.xml", Bytes(container)}})),
            ErrorKind::unrecognised);
  EXPECT_EQ(
      kind(*write_zip({{"META-INF/container.xml", Bytes(container)}, {"OPS/a b.opf", "<package"}})),
      ErrorKind::unrecognised);
  Limits limits;
  limits.all_resource_bytes = 10;
  EXPECT_EQ(read_book("a.epub", publication(""), limits).error().kind(), ErrorKind::limit);
}

}  // namespace
}  // namespace pressmark::opds
