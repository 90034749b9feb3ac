// converters/archive/finding_codes.h: every code that a verification may report, with its rule.
#pragma once

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace pressmark::archive {

struct FindingRule {
  std::string_view code;
  std::string_view rule;  // what must hold; of a warning: what should
};

// E... and W...: of OCFL 1.1 (its validation codes); the others are Pressmark's own.
inline constexpr std::array finding_rules = std::to_array<FindingRule>({
    {"E001", "an object's folder holds nothing but what OCFL names"},
    {"E003", "an object has one declaration"},
    {"E006", "the declaration of an object is named 0=ocfl_object_ and a version"},
    {"E007", "the text of an object's declaration is its name behind '=', and a line feed"},
    {"E008", "an object has a version"},
    {"E009", "the first version is number 1"},
    {"E010", "no version number is left out"},
    {"E012", "version names are all padded to one length, or none is padded"},
    {"E015", "a version's folder holds no file but its inventory and the sidecar"},
    {"E017", "the name of the content folder is that of one folder"},
    {"E018", "the content folder is not '.' or '..'"},
    {"E019", "all inventories of an object name one content folder"},
    {"E023", "every content file is in the manifest"},
    {"E024", "no folder of the content is empty"},
    {"E025", "the digest algorithm is sha512 or sha256"},
    {"E033", "an inventory is a JSON object"},
    {"E036", "an inventory has id, type, digestAlgorithm and head"},
    {"E037", "the id is a text, and of one object only"},
    {"E038", "the type names the specification that the declaration names"},
    {"E040", "the head is the newest version"},
    {"E041", "an inventory has a manifest"},
    {"E042", "content paths lie in a version's content folder"},
    {"E043", "an inventory has versions"},
    {"E044", "the versions are a JSON object"},
    {"E046", "versions are named v1, v2 and so on, and have their folders"},
    {"E047", "a version is a JSON object"},
    {"E048", "a version has created and state"},
    {"E049", "created is a date and time of RFC 3339 with its offset"},
    {"E050", "a state is a JSON object of digests that are in the manifest"},
    {"E051", "the logical paths of a digest are an array of texts"},
    {"E052", "a logical path has no empty element, '.' or '..'"},
    {"E053", "a logical path does not begin or end with a slash"},
    {"E054", "a user has a name"},
    {"E056", "the algorithms of the fixity block are known"},
    {"E057", "the fixity block has arrays of content paths by digest, for each algorithm"},
    {"E058", "an inventory has its sidecar"},
    {"E060", "the digest in the sidecar is the inventory's"},
    {"E061", "the sidecar is a digest, white space and the name of the inventory"},
    {"E063", "an object has an inventory"},
    {"E064", "the inventory of the newest version is the object's"},
    {"E066", "an earlier inventory has the same files in the versions that it knows"},
    {"E067", "the extensions of an object are folders"},
    {"E069", "a storage root has a declaration"},
    {"E070", "ocfl_layout.json has extension and description"},
    {"E072", "a storage root holds no files outside of objects"},
    {"E073", "a storage root holds no empty folders"},
    {"E076", "a storage root has one declaration"},
    {"E079", "the declaration of a root is named 0=ocfl_ and a version"},
    {"E080", "the text of a root's declaration is its name behind '=', and a line feed"},
    {"E083", "an object lies where the layout of the root says"},
    {"E088", "the folders of a storage root lead to objects"},
    {"E090", "content is files, and no links or devices"},
    {"E092", "content has the digest that the manifest says"},
    {"E093", "content has the digest that the fixity block says"},
    {"E094", "the message of a version is a text"},
    {"E095", "logical paths of a version are different, and none is the folder of another"},
    {"E096", "each digest is once in the manifest, in whatever case"},
    {"E097", "each digest is once for an algorithm of the fixity block, in whatever case"},
    {"E099", "a content path has no empty element, '.' or '..'"},
    {"E100", "a content path does not begin or end with a slash"},
    {"E101", "content paths are different, and none is the folder of another"},
    {"E102", "an inventory has no keys but those of OCFL"},
    {"E103", "no earlier inventory is of a later version of OCFL"},
    {"E106", "the manifest is a JSON object"},
    {"E107", "every digest of the manifest is in a version's state"},
    {"E110", "all inventories of an object have one id"},
    {"E111", "the fixity block is a JSON object"},
    {"E112", "the extensions of a storage root are folders"},
    {"W001", "version names are not zero-padded"},
    {"W002", "a version's folder has no folders but that of its content"},
    {"W003", "no content folder is empty"},
    {"W004", "the digest algorithm is sha512"},
    {"W005", "the id is a URI"},
    {"W007", "a version has message and user"},
    {"W008", "a user has an address"},
    {"W009", "the address of a user is a URI"},
    {"W010", "each version has its inventory"},
    {"W011", "earlier inventories have the same time, message and user of a version"},
    {"W013", "extensions of an object are registered"},
    {"W016", "extensions of a storage root are registered"},
    {"mets", "METS is well-formed and in order, and its files are those of the version"},
    {"premis", "PREMIS is well-formed, and its files are those of the version"},
    {"bag-declaration", "bagit.txt has its two lines, of a known version"},
    {"bag-encoding", "tag files are in the encoding that bagit.txt names"},
    {"bag-payload", "there is the folder data/"},
    {"bag-manifest", "manifests have a digest and a path a line, each file once"},
    {"bag-missing", "every listed file is there"},
    {"bag-extra", "every payload file is listed"},
    {"bag-digest", "files have the digests that the manifests say"},
    {"bag-path", "paths lie inside the bag, and lead to files"},
    {"bag-name", "names differ in more than case or the form of their characters"},
    {"bag-info", "bag-info.txt has labels with values, and the payload's true size"},
    {"bag-fetch", "what fetch.txt names has been fetched"},
    {"bag-packing", "a packed bag has one folder at its top, and each entry once"},
});

constexpr bool is_finding_code(std::string_view code) {
  return std::ranges::any_of(finding_rules,
                             [&](const FindingRule& rule) { return rule.code == code; });
}

// A code of finding_rules: another literal does not compile.
class FindingCode {
 public:
  consteval FindingCode(const char* code) : code_(code) {  // NOLINT(google-explicit-constructor)
    if (!is_finding_code(code)) throw std::logic_error("this code has no rule");
  }
  constexpr std::string_view text() const { return code_; }

 private:
  std::string_view code_;
};

}  // namespace pressmark::archive
