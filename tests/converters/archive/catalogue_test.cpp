// The store and the catalogue as a C++ program would use them: a reading room, OAI-PMH, OPDS.
#include "converters/archive/catalogue.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

#include "converters/archive/catalogue_keeper.h"
#include "converters/archive/ocfl.h"
#include "converters/common/csl_json.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

namespace fs = std::filesystem;

struct Article {
  std::string id, title, author, issued, language, publisher, place, agency, text;
};

const std::vector<Article> articles = {
    {"urn:a", "The ferry comes back", "Doe, Jane", "2021-03-04", "en-GB", "The Harbour Post",
     "Bergen", "Reuters", "The old ferry was seen in the harbour. Nobody had expected it."},
    {"urn:b", "Bridge closed", "Roe, Richard", "2022", "en", "The Harbour Post", "Oslo", "",
     "The bridge was closed after the harbour ferry had hit it."},
    {"urn:c", "\u6771\u4EAC\u90FD\u306E\u65B0\u805E", "\u5C71\u7530, \u592A\u90CE", "2020-05", "ja",
     "\u65B0\u805E\u793E", "\u6771\u4EAC", "",
     "\u6771\u4EAC\u90FD\u306F\u65B0\u3057\u3044\u6A4B\u3092\u67B6\u3051\u305F\u3002"},
    {"urn:d", "\u0627\u0644\u0643\u0650\u062A\u0627\u0628", "", "", "ar", "", "", "",
     "\u0647\u0630\u0627 \u0643\u062A\u0640\u0640\u0627\u0628 \u062C\u062F\u064A\u062F "
     "\u0641\u064A "
     "\u0627\u0644\u0642\u0627\u0647\u0631\u0629"}};

NewVersion version_of(const Article& article) {
  Metadata record;
  const auto set = [&](Variable variable, const std::string& value) {
    if (!value.empty()) record.set(variable, value, {});
  };
  set(Variable::title, article.title);
  set(Variable::language, article.language);
  set(Variable::publisher, article.publisher);
  set(Variable::publisher_place, article.place);
  set(Variable::source, article.agency);
  if (!article.issued.empty()) record.set(DateVariable::issued, *parse_date(article.issued), {});
  if (const std::size_t comma = article.author.find(", "); comma != std::string::npos) {
    record.contributors.push_back({Role::author, person_name(article.author.substr(comma + 2),
                                                             article.author.substr(0, comma))});
  }
  const std::string tei =
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>hidden</teiHeader>"
      "<text><body><head>" +
      article.title + "</head><p>" + article.text + "</p></body></text></TEI>";
  return {article.id,
          "2026-10-12T08:30:00Z",
          "Archived",
          "Pressmark",
          "urn:uuid:2",
          {{"metadata/csl.json", write_csl_json({{"x", &record}})}, {"tei/article.xml", tei}},
          {}};
}

class CatalogueTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const Article& article : articles) archive(article);
  }

  Store store() const {
    auto opened = Store::open_or_make(root());
    EXPECT_TRUE(opened) << opened.error().message();
    return *opened;
  }

  void archive(const Article& article) {
    Store opened = store();
    CatalogueKeeper keeper(opened);
    const auto committed = opened.commit(version_of(article), &keeper);
    ASSERT_TRUE(committed) << committed.error().message();
    EXPECT_FALSE(keeper.problem()) << keeper.problem()->describe();
  }

  std::vector<Hit> hits(const std::string& words) {
    const auto query = parse_catalogue_query(words);
    EXPECT_TRUE(query) << query.error().message();
    auto catalogue = Catalogue::open(store());
    EXPECT_TRUE(catalogue) << catalogue.error().message();
    if (!query || !catalogue) return {};
    const auto found = catalogue->find(*query, 100);
    EXPECT_TRUE(found) << found.error().message();
    return found ? *found : std::vector<Hit>();
  }

  // The ids that a query finds, sorted: "a b" for urn:a and urn:b.
  std::string found(const std::string& words) {
    std::set<std::string> ids;
    for (const Hit& hit : hits(words)) ids.insert(hit.entry.id.substr(4));
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : " ") + id;
    return text;
  }

  std::string dump() {
    auto catalogue = Catalogue::open(store());
    EXPECT_TRUE(catalogue) << catalogue.error().message();
    const auto lines = catalogue->dump();
    EXPECT_TRUE(lines) << lines.error().message();
    return *lines;
  }

  std::string root() const { return folder_ / "root"; }
  std::string path() const { return Catalogue::path_for(root()); }

  TemporaryFolder folder_;
};

TEST_F(CatalogueTest, FindsWords) {
  EXPECT_EQ(found("ferry"), "a b");
  EXPECT_EQ(found("FERRY nobody"), "a");
  EXPECT_EQ(found("\"harbour ferry\""), "b");
  EXPECT_EQ(found("harb*"), "a b");
  EXPECT_EQ(found("hidden"), "") << "the TEI header is no text of the article";
  EXPECT_EQ(found("ferry \u2014 zeppelin"), "");
}

TEST_F(CatalogueTest, FindsInFields) {
  EXPECT_EQ(found("title:ferry"), "a");
  EXPECT_EQ(found("author:doe"), "a");
  EXPECT_EQ(found("author:\"Jane Doe\""), "a");
  EXPECT_EQ(found("publisher:harbour title:bridge"), "b");
  EXPECT_EQ(found("place:oslo"), "b");
  EXPECT_EQ(found("agency:reuters"), "a");
  EXPECT_EQ(found("lang:en"), "a b");
  EXPECT_EQ(found("lang:EN-gb"), "a");
}

TEST_F(CatalogueTest, FindsByDate) {
  EXPECT_EQ(found("date:2020..2021"), "a c");
  EXPECT_EQ(found("date:2022-07"), "b") << "a year covers its months";
  EXPECT_EQ(found("date:2020-05-31"), "c");
  EXPECT_EQ(found("date:2020-06..2021-03-03"), "");
  EXPECT_EQ(found("date:..2020"), "c");
  EXPECT_EQ(found("date:2021-03-04.."), "a b");
}

TEST_F(CatalogueTest, FindsChineseJapaneseAndArabic) {
  EXPECT_EQ(found("\u6771\u4EAC"), "c");
  EXPECT_EQ(found("\u4EAC\u90FD"), "c") << "any part of a text without spaces";
  EXPECT_EQ(found("\u90FD\u4EAC"), "");
  EXPECT_EQ(found("\u6A4B"), "c");
  EXPECT_EQ(found("\u0643\u062A\u0627\u0628"), "d");
  EXPECT_EQ(found("\u0627\u0644\u0642\u0627\u0647\u0631\u0629"), "d");
}

TEST_F(CatalogueTest, ShowsTheWordsAround) {
  const auto all = hits("nobody");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_NE(all[0].snippet.find("[Nobody] had expected"), std::string::npos) << all[0].snippet;
  EXPECT_EQ(all[0].entry.title, "The ferry comes back");
  EXPECT_EQ(all[0].entry.authors, "Jane Doe");
  EXPECT_EQ(all[0].entry.publisher, "The Harbour Post");
  EXPECT_NE(all[0].entry.csl.find("\"family\""), std::string::npos);
}

TEST_F(CatalogueTest, PutsTheNewestFirstWhereWordsAreInTooMany) {
  const auto query = parse_catalogue_query("ferry harbour");
  auto catalogue = Catalogue::open(store());
  ASSERT_TRUE(query && catalogue);
  const auto ids = [&](std::size_t most, std::size_t most_weighed) {
    const auto found = catalogue->find(*query, most, most_weighed);
    EXPECT_TRUE(found);
    std::string text;
    for (const Hit& hit : *found) text += hit.entry.id.substr(4);
    return text;
  };
  EXPECT_EQ(ids(9, 4), "ab") << "the shorter text, with the word in its title, is better";
  EXPECT_EQ(ids(9, 3), "ba") << "two conditions in two articles are four to weigh";
  EXPECT_EQ(ids(1, 3), "b");
  EXPECT_EQ(ids(1, 4), "a");
}

TEST_F(CatalogueTest, PutsTheNewestFirstWhereNoWordIsLookedFor) {
  std::string ids;
  for (const Hit& hit : hits("date:2020..")) ids += hit.entry.id.substr(4);
  EXPECT_EQ(ids, "bac");
}

TEST_F(CatalogueTest, TakesNoOperatorsFromAQuery) {
  for (const char* words :
       {"ferry AND", "NOT", "\"", "\"ferry", "a\"b", "(ferry", "ferry)", "^", "{title}",
        "title:\"\"x", "fer'ry", "x NEAR y", "-", "*", "12:30", "a:b:c", "urn:a"}) {
    const auto query = parse_catalogue_query(words);
    if (!query) continue;
    auto catalogue = Catalogue::open(store());
    ASSERT_TRUE(catalogue);
    const auto all = catalogue->find(*query, 10);
    EXPECT_TRUE(all) << words << ": " << all.error().message();
  }
}

TEST_F(CatalogueTest, RefusesQueriesThatCannotBeMeant) {
  for (const char* words : {"", "  ", "...", "colour:red", "date:", "date:..", "date:soon",
                            "lang:", "date:2020-13", "\xFF"}) {
    const auto query = parse_catalogue_query(words);
    ASSERT_FALSE(query) << words;
    EXPECT_EQ(query.error().kind(), ErrorKind::usage);
  }
}

TEST_F(CatalogueTest, FollowsNewVersions) {
  Article changed = articles[1];
  changed.text = "It is open again, says a zeppelin.";
  archive(changed);
  EXPECT_EQ(found("zeppelin"), "b");
  EXPECT_EQ(found("closed after"), "");
  EXPECT_EQ(hits("zeppelin")[0].entry.version, 2);
}

TEST_F(CatalogueTest, IsTheSameWhenMadeAnew) {
  Article changed = articles[1];
  changed.text = "Another text.";
  archive(changed);
  const std::string before = dump();
  const auto report = Catalogue::reindex(store());
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(report->objects, articles.size());
  EXPECT_TRUE(report->unreadable.empty());
  EXPECT_EQ(dump(), before);
  Catalogue::discard(root());
  ASSERT_TRUE(Catalogue::reindex(store()));
  EXPECT_EQ(dump(), before);
}

TEST_F(CatalogueTest, IsToldAndNotTrustedWhereItIsBad) {
  const std::string before = dump();
  Catalogue::discard(root());
  EXPECT_FALSE(Catalogue::open(store()));
  // One that begins when there are articles already does not have them all.
  archive({"urn:e", "A fifth", "", "", "en", "", "", "", "text"});
  const auto partial = Catalogue::open(store());
  ASSERT_FALSE(partial);
  EXPECT_NE(partial.error().message().find("does not have every article"), std::string::npos);
  for (const std::string& octets :
       {std::string(), std::string("no database"), std::string(8192, 'x')}) {
    Catalogue::discard(root());
    folder_.write(fs::path(path()).filename().string(), octets);
    EXPECT_FALSE(Catalogue::open(store())) << octets.size();
    ASSERT_TRUE(Catalogue::reindex(store())) << octets.size();
    EXPECT_EQ(found("ferry"), "a b");
  }
}

TEST_F(CatalogueTest, GivesWayToTheArchive) {
  Catalogue::discard(root());
  fs::create_directories(path() + "/in the way");
  Store opened = store();
  CatalogueKeeper keeper(opened);
  EXPECT_TRUE(keeper.problem());
  EXPECT_TRUE(
      opened.commit(version_of({"urn:e", "A fifth", "", "", "en", "", "", "", "text"}), &keeper));
}

TEST_F(CatalogueTest, SeesChangesByOthers) {
  // Archived without a catalogue in hand, as a program that does not know of it would.
  Store opened = store();
  Article changed = articles[0];
  changed.text = "The ferry sank as a zeppelin watched.";
  ASSERT_TRUE(opened.commit(version_of(changed)));
  const auto all = hits("ferry comes");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].entry.version, 2);
  EXPECT_EQ(found("zeppelin"), "a");
  fs::remove_all(root() + "/" + storage_path(object_digest("urn:a")));
  EXPECT_EQ(found("zeppelin"), "");
}

TEST_F(CatalogueTest, ReadsAgainWhatAKilledRunHadBegun) {
  Store opened = store();
  auto catalogue = Catalogue::open_or_make(opened);
  ASSERT_TRUE(catalogue);
  const Article late = {"urn:late", "A late article", "", "", "en", "", "", "", "zeppelin"};
  ASSERT_TRUE(catalogue->begin(storage_path(object_digest(late.id))));
  ASSERT_TRUE(opened.commit(version_of(late)));
  EXPECT_EQ(found("zeppelin"), "late");
}

TEST_F(CatalogueTest, TellsDamagedObjects) {
  const std::string object = "root/" + storage_path(object_digest("urn:a"));
  folder_.write(object + "/inventory.json", "{}");
  folder_.write(object + "/inventory.json.sha512", "0 inventory.json\n");
  const auto all = hits("nobody");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_FALSE(all[0].is_readable);
  const auto report = Catalogue::reindex(store());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->unreadable.size(), 1U);
}

TEST_F(CatalogueTest, ListsEverything) {
  auto catalogue = Catalogue::open(store());
  ASSERT_TRUE(catalogue);
  std::string ids;
  ASSERT_TRUE(catalogue->for_each([&](const CatalogueEntry& entry) {
    ids += entry.id + " ";
    return entry.id != "urn:c";
  }));
  EXPECT_EQ(ids, "urn:a urn:b urn:c ");
}

// As a server would use them: readers on threads of their own, each with its store and catalogue,
// while a writer stores versions, and a second archive beside the first. Nothing is printed, and
// what is wrong comes back as a value.
TEST_F(CatalogueTest, ServesReadersWhileAnArticleIsStored) {
  constexpr int editions = 6;
  const std::string other_root = folder_ / "other";
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  {
    auto other = Store::open_or_make(other_root);
    ASSERT_TRUE(other);
    CatalogueKeeper keeper(*other);
    ASSERT_TRUE(other->commit(version_of({"urn:z", "Elsewhere", "", "", "en", "", "", "", "ferry"}),
                              &keeper));
  }
  std::atomic<bool> is_done = false;
  std::atomic<int> answers = 0;
  std::mutex mutex;
  std::set<std::string> wrong;
  // What a reader found amiss; empty for nothing.
  const auto amiss = [](const std::string& root, const std::string& id) -> std::string {
    const auto opened = Store::open(root);
    if (!opened) return "store: " + opened.error().message();
    auto catalogue = Catalogue::open(*opened);
    if (!catalogue) return "catalogue: " + catalogue.error().message();
    const auto found = catalogue->find(*parse_catalogue_query("ferry"), 10);
    if (!found) return "find: " + found.error().message();
    const auto hit = std::ranges::find(*found, id, [](const Hit& one) { return one.entry.id; });
    if (hit == found->end()) return "the article is not found";
    const auto inventory = opened->find(id);
    if (!inventory || !*inventory) return "inventory: " + inventory.error().message();
    // The version that is shown can be read, whatever comes after it.
    const auto file = opened->read_file(**inventory, hit->entry.version, "tei/article.xml");
    return file ? "" : "file: " + file.error().message();
  };
  const auto read = [&](const std::string& root, const std::string& id) {
    do {
      const std::string problem = amiss(root, id);
      const std::lock_guard lock(mutex);
      ++answers;
      if (!problem.empty()) wrong.insert(problem);
    } while (!is_done);
  };
  {
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i) readers.emplace_back(read, root(), "urn:a");
    readers.emplace_back(read, other_root, "urn:z");
    for (int edition = 1; edition <= editions; ++edition) {
      // Someone has read between two editions.
      for (const int before = answers; answers == before;) std::this_thread::yield();
      Article changed = articles[0];
      changed.text = "The ferry of edition " + std::to_string(edition) + ".";
      archive(changed);
    }
    is_done = true;
  }
  EXPECT_GE(answers, editions);
  const auto all = hits("ferry edition");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].entry.version, editions + 1);
  EXPECT_EQ(Catalogue::open(*Store::open(other_root))->store().root(), other_root);
  EXPECT_EQ(Store::open(folder_ / "none").error().kind(), ErrorKind::unreadable);
  const std::string printed = testing::internal::GetCapturedStdout();
  EXPECT_EQ(wrong, std::set<std::string>{});
  EXPECT_EQ(printed, "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(DayRange, CoversPartialDates) {
  EXPECT_EQ(day_range("2020-02")->last, "2020-02-29");
  EXPECT_EQ(day_range("2021")->first, "2021-01-01");
  EXPECT_EQ(day_range("2021")->last, "2021-12-31");
  EXPECT_EQ(day_range("2026-10/2026-11")->last, "2026-11-30");
  EXPECT_FALSE(day_range("--10-12"));
  EXPECT_FALSE(day_range("Easter"));
}

// Somebody who may read and not write.
class ReadOnlyCatalogue : public CatalogueTest {
 protected:
  void SetUp() override {
    CatalogueTest::SetUp();
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become somebody else";
    std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
  }

  // What "ferry" finds for them.
  std::string found_by_reader(bool& is_in_memory) {
    const auto query = parse_catalogue_query("ferry");
    EXPECT_EQ(::seteuid(65534), 0);
    auto store = Store::open(root());
    auto catalogue = store ? Catalogue::open(*store) : Result<Catalogue>(store.error());
    std::string text = catalogue ? "" : catalogue.error().message();
    if (catalogue) {
      const auto hits = catalogue->find(*query, 100);
      std::set<std::string> ids;
      if (hits) {
        for (const Hit& hit : *hits) ids.insert(hit.entry.id);
      }
      for (const std::string& id : ids) text += id + " ";
      if (!hits) text = hits.error().message();
      is_in_memory = catalogue->is_in_memory();
    }
    EXPECT_EQ(::seteuid(0), 0);
    return text;
  }
};

TEST_F(ReadOnlyCatalogue, IsReadAsItIs) {
  bool is_in_memory = true;
  EXPECT_EQ(found_by_reader(is_in_memory), "urn:a urn:b ");
  EXPECT_FALSE(is_in_memory);
}

TEST_F(ReadOnlyCatalogue, IsReadBesideAWriter) {
  auto writer = Catalogue::open(store());
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->begin("abc/def/012/none"));
  ASSERT_TRUE(writer->finish("abc/def/012/none"));
  ASSERT_TRUE(std::filesystem::exists(path() + "-wal"));
  bool is_in_memory = true;
  EXPECT_EQ(found_by_reader(is_in_memory), "urn:a urn:b ");
  EXPECT_FALSE(is_in_memory);
}

TEST_F(ReadOnlyCatalogue, IsMadeInMemoryWhereItIsOfNoUse) {
  // What a killed writer had begun cannot be settled.
  auto writer = Catalogue::open(store());
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->begin(storage_path(object_digest("urn:a"))));
  bool is_in_memory = false;
  EXPECT_EQ(found_by_reader(is_in_memory), "urn:a urn:b ");
  EXPECT_TRUE(is_in_memory);
  ASSERT_TRUE(writer->finish(storage_path(object_digest("urn:a"))));

  Catalogue::discard(root());
  is_in_memory = false;
  EXPECT_EQ(found_by_reader(is_in_memory), "urn:a urn:b ");
  EXPECT_TRUE(is_in_memory);
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(ReadOnlyCatalogue, IsMadeInMemoryWhereAnObjectHasChanged) {
  Store opened = store();
  Article other = articles[0];
  other.title = "Another ferry";
  ASSERT_TRUE(opened.commit(version_of(other)));
  bool is_in_memory = false;
  EXPECT_EQ(found_by_reader(is_in_memory), "urn:a urn:b ");
  EXPECT_TRUE(is_in_memory);
}

}  // namespace
}  // namespace pressmark::archive
