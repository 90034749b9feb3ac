#include "converters/archive/inventory.h"

#include <gtest/gtest.h>

#include "converters/archive/ocfl.h"
#include "converters/common/digest.h"
#include "tests/support/golden.h"

namespace pressmark::archive {
namespace {

Inventory example() {
  const std::string one = sha512_hex("one");
  const std::string two = sha512_hex("two");
  Inventory inventory;
  inventory.id = "urn:uuid:1";
  inventory.manifest = {{one, {"v1/content/a"}}, {two, {"v2/content/b"}}};
  inventory.sha256 = {{sha256_hex("one"), {"v1/content/a"}}};
  inventory.versions = {
      {"2026-10-12T08:30:00Z", "First", "Pressmark", "urn:uuid:2", {{one, {"a"}}}},
      {"2026-10-13T08:30:00Z", "Second", "Pressmark", "", {{one, {"a", "c"}}, {two, {"b"}}}}};
  return inventory;
}

TEST(Inventory, IsWrittenAndReadBack) {
  const std::string json = inventory_json(example());
  EXPECT_GOLDEN("converters/archive/inventory.json", json);
  const auto read = parse_inventory(json);
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(inventory_json(*read), json);
  EXPECT_EQ(sidecar_text(json), sha512_hex(json) + " inventory.json\n");
}

TEST(Inventory, RefusesWhatItCannotTrust) {
  const std::string good = inventory_json(example());
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = good;
    const std::size_t at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return changed.replace(at, from.size(), to);
  };
  for (const std::string& bad :
       {std::string(), std::string("{"), std::string("[]"), good.substr(0, good.size() / 2),
        with("\"sha512\"", "\"md5\""), with("\"v2\"", "\"v3\""), with("v1/content/a", "../a"),
        with("v1/content/a", "/etc/a"), with("\"b\"", "\"../b\""), with("\"manifest\"", "\"m\""),
        with("\"versions\"", "\"v\""), with("urn:uuid:1", "")}) {
    EXPECT_FALSE(parse_inventory(bad)) << bad.substr(0, 200);
  }
}

TEST(Ocfl, PathsFollowTheLayout) {
  const std::string digest = object_digest("urn:uuid:1");
  EXPECT_EQ(digest, sha256_hex("urn:uuid:1"));
  EXPECT_EQ(storage_path(digest), digest.substr(0, 3) + "/" + digest.substr(3, 3) + "/" +
                                      digest.substr(6, 3) + "/" + digest);
}

TEST(Ocfl, RefusesPathsThatClimbOut) {
  for (const char* good : {"a", "a/b.c", "source/\xD0\xB0 b", "..a", "a..b"}) {
    EXPECT_TRUE(is_safe_path(good)) << good;
  }
  for (const char* bad : {"", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "a/.", "~/a", "~a",
                          "c:/a", "a\\b", "a\nb", "a/\xFF"}) {
    EXPECT_FALSE(is_safe_path(bad)) << bad;
  }
}

}  // namespace
}  // namespace pressmark::archive
