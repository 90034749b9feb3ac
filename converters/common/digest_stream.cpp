#include "converters/common/digest_stream.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "converters/common/digest.h"

namespace pressmark {
namespace {

using Algorithm = const EVP_MD* (*)();
constexpr std::array<std::pair<std::string_view, Algorithm>, 9> algorithms = {
    {{"md5", EVP_md5},
     {"sha1", EVP_sha1},
     {"sha224", EVP_sha224},
     {"sha256", EVP_sha256},
     {"sha384", EVP_sha384},
     {"sha512", EVP_sha512},
     {"sha3-256", EVP_sha3_256},
     {"sha3-512", EVP_sha3_512},
     {"blake2b-512", EVP_blake2b512}}};

// Fails only where libcrypto itself cannot work (no memory, algorithm switched off).
void expect_success(int result) {
  if (result != 1) throw std::runtime_error("libcrypto cannot compute a digest");
}

}  // namespace

void DigestStream::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

std::optional<DigestStream> DigestStream::open(std::string_view algorithm) {
  for (const auto& [name, find] : algorithms) {
    if (name != algorithm) continue;
    DigestStream stream;
    stream.context_.reset(EVP_MD_CTX_new());
    expect_success(stream.context_ != nullptr &&
                   EVP_DigestInit_ex(stream.context_.get(), find(), nullptr) == 1);
    return stream;
  }
  return {};
}

void DigestStream::add(std::string_view octets) {
  expect_success(EVP_DigestUpdate(context_.get(), octets.data(), octets.size()));
}

std::string DigestStream::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned int size = 0;
  expect_success(EVP_DigestFinal_ex(context_.get(), out.data(), &size));
  expect_success(EVP_DigestInit_ex(context_.get(), nullptr, nullptr));
  return to_hex({reinterpret_cast<const char*>(out.data()), size});
}

DigestSet::DigestSet(const std::set<std::string>& names) {
  for (const std::string& name : names) {
    if (auto stream = DigestStream::open(name)) streams_.emplace(name, std::move(*stream));
  }
}

void DigestSet::add(std::string_view octets) {
  for (auto& [name, stream] : streams_) stream.add(octets);
}

std::map<std::string, std::string> DigestSet::finish() {
  std::map<std::string, std::string> digests;
  for (auto& [name, stream] : streams_) digests.emplace(name, stream.finish());
  return digests;
}

}  // namespace pressmark
