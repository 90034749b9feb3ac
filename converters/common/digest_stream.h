// converters/common/digest_stream.h: digests of octets that come piece by piece.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace pressmark {

// One digest in the making.
class DigestStream {
 public:
  // By its name in OCFL and BagIt: "md5", "sha1", "sha224", "sha256", "sha384", "sha512",
  // "sha3-256", "sha3-512", "blake2b-512"; absent for another name.
  static std::optional<DigestStream> open(std::string_view algorithm);

  void add(std::string_view octets);
  // Lower-case hexadecimal. Behind it, other octets may be added for another digest.
  std::string finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

// Several digests of the same octets.
class DigestSet {
 public:
  // Names that DigestStream does not know are left out.
  explicit DigestSet(const std::set<std::string>& algorithms);

  void add(std::string_view octets);
  // By algorithm. Behind it, other octets may be added for other digests.
  std::map<std::string, std::string> finish();

 private:
  std::map<std::string, DigestStream> streams_;
};

}  // namespace pressmark
