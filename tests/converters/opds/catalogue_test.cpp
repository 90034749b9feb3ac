#include "converters/opds/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/golden.h"

namespace pressmark::opds {
namespace {

Book book(const std::string& path, const std::string& identifier, const std::string& title) {
  Book book;
  book.path = path;
  book.media_type = "application/epub+zip";
  book.octets = 1234;
  book.identifier = identifier;
  book.title = title;
  book.updated = "2026-01-02T03:04:05Z";
  return book;
}

std::vector<Book> books() {
  Book full = book("deep/a & b#1.epub", "urn:x:full", "Über alles");
  full.authors = {{"Ann Able", "Able, Ann"}, {"Literal", ""}};
  full.languages = {"de", "en"};
  full.subjects = {"Sea & \"land\""};
  full.publisher = "Press";
  full.summary = "A <short> text.";
  full.rights = "CC0";
  full.issued = "2025-12";
  full.updated = "2026-03-01T00:00:00Z";
  full.series = "Tales";
  full.position = "2";
  full.cover = Picture{"c.png", "image/png", 600, 800};
  full.thumbnail = Picture{"t.jpg", "image/jpeg", 225, 300};
  Book kobo = full;
  kobo.path = "kobo/a.kepub.epub";
  kobo.media_type = "application/kepub+zip";
  return {book("z.epub", "urn:x:2", "zebra"), kobo, book("y.epub", "urn:x:1", "Zebra"), full,
          book("b:c.epub", "urn:x:3", "ant")};
}

Catalogue catalogue_of(std::vector<Book> books) {
  Result<Catalogue> catalogue = make_catalogue(std::move(books), "Shelf", {});
  EXPECT_TRUE(catalogue) << catalogue.error().describe();
  return catalogue ? *catalogue : Catalogue{};
}

TEST(OpdsCatalogue, EntriesAreSortedByTitleAndBooksOfOneIdentifierAreOne) {
  const Catalogue catalogue = catalogue_of(books());
  std::vector<std::string> titles;
  for (const Entry& entry : catalogue.entries) titles.push_back(entry.book().title);
  EXPECT_EQ(titles, (std::vector<std::string>{"ant", "Über alles", "zebra", "Zebra"}));
  ASSERT_EQ(catalogue.entries[1].books.size(), 2u);
  EXPECT_EQ(catalogue.entries[1].book().path, "deep/a & b#1.epub");
  EXPECT_EQ(catalogue.updated, "2026-03-01T00:00:00Z");
  EXPECT_EQ(make_catalogue(books(), "Shelf", make_date(2027, 1, 1))->updated,
            "2027-01-01T00:00:00Z");
}

TEST(OpdsCatalogue, TheOrderOfReadingDoesNotMatter) {
  const Places places{"catalog.atom", "covers/"};
  std::vector<Book> reversed = books();
  std::ranges::reverse(reversed);
  EXPECT_EQ(write_atom(catalogue_of(books()), places), write_atom(catalogue_of(reversed), places));
}

TEST(OpdsCatalogue, BothFormsAreAsExpected) {
  const Catalogue catalogue = catalogue_of(books());
  EXPECT_GOLDEN("converters/opds/catalog.atom",
                write_atom(catalogue, {"catalog.atom", "catalog-covers/"}));
  EXPECT_GOLDEN("converters/opds/catalog.json",
                write_json(catalogue, {"catalog.json", "catalog-covers/"}));
}

// Else the feed's author would be theirs (RFC 4287, 4.2.1).
TEST(OpdsCatalogue, BooksWithoutAnAuthorHaveAnotherNameForOne) {
  Book printed = book("a.epub", "urn:x:1", "A");
  printed.publisher = "Press & Sons";
  Book german = book("b.epub", "urn:x:2", "B");
  german.languages = {"de-AT", "en"};
  const Places places{"a", "b/"};
  const std::string feed =
      write_atom(catalogue_of({printed, german, book("c.epub", "urn:x:3", "C")}), places);
  for (const char* const name : {"Press &amp; Sons", "Unbekannt", "Unknown", "Pressmark"}) {
    const std::string element = "<name>" + std::string(name) + "</name>";
    const std::size_t first = feed.find(element);
    ASSERT_NE(first, std::string::npos) << element << feed;
    EXPECT_EQ(feed.find(element, first + 1), std::string::npos) << element;
  }
}

TEST(OpdsCatalogue, AFolderWithoutBooksIsACatalogue) {
  const Catalogue catalogue = *make_catalogue({}, "Empty", {});
  EXPECT_NE(write_atom(catalogue, {"a", "b/"}).find("<title>Empty</title>"), std::string::npos);
  const auto json = nlohmann::json::parse(write_json(catalogue, {"a", "b/"}));
  EXPECT_EQ(json["metadata"]["numberOfItems"], 0);
  EXPECT_TRUE(json["publications"].empty());
}

}  // namespace
}  // namespace pressmark::opds
