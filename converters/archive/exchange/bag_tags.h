// converters/archive/exchange/bag_tags.h: the tag files of a bag (RFC 8493, 2), read with their
// mistakes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/archive/verify_inventory.h"

namespace pressmark::archive {

// bagit.txt (2.1.1). Of a declaration that cannot be read, the version is 0.
struct BagDeclaration {
  int version = 0;  // 100 of "1.0", 97 of "0.97"
  std::string encoding = "UTF-8";

  bool is_first() const { return version >= 100; }  // BagIt 1.0, not a draft before it
};
BagDeclaration read_bag_declaration(std::string_view octets, Findings findings);

// One line of a manifest (2.1.3, 2.2.1).
struct ManifestLine {
  std::string digest;        // lower-case
  std::string path;          // with percent-encoded characters decoded
  std::string written_path;  // as it stands there
};
std::vector<ManifestLine> read_manifest(std::string_view text, const BagDeclaration& declaration,
                                        Findings findings);

// bag-info.txt (2.2.2): labels and values in their order, continued lines joined by spaces.
using BagInfo = std::vector<std::pair<std::string, std::string>>;
BagInfo read_bag_info(std::string_view text, Findings findings);
// Labels of Pressmark's own (2.2.2 leaves them free): why and by whom the version was stored.
inline constexpr std::string_view bag_version_message = "Version-Message";
inline constexpr std::string_view bag_version_user = "Version-User";
inline constexpr std::string_view bag_version_user_address = "Version-User-Address";
// The first value of a label, in any case; empty where there is none.
std::string bag_info_value(const BagInfo& info, std::string_view label);

// fetch.txt (2.2.3): the paths of what is to be fetched, decoded.
std::vector<std::string> read_fetch_list(std::string_view text, const BagDeclaration& declaration,
                                         Findings findings);

// "sha512" of "manifest-sha512.txt" with the beginning "manifest-"; absent for other names.
std::optional<std::string> manifest_algorithm(std::string_view name, std::string_view beginning);

// Whether a path of a manifest stays in the bag and means the same on every system.
bool is_bag_path(std::string_view path);

}  // namespace pressmark::archive
