#include "converters/common/digest.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "converters/common/digest_stream.h"

namespace pressmark {
namespace {

Bytes digest(const EVP_MD* algorithm, std::string_view octets) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned int size = 0;
  // Fails only where libcrypto itself cannot work (no memory, algorithm switched off).
  if (EVP_Digest(octets.data(), octets.size(), out.data(), &size, algorithm, nullptr) != 1) {
    throw std::runtime_error("libcrypto cannot compute a digest");
  }
  return Bytes(reinterpret_cast<const char*>(out.data()), size);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

std::string to_hex(std::string_view octets) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * octets.size());
  for (const char c : octets) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 0xF];
  }
  return out;
}

std::optional<Bytes> from_hex(std::string_view digits) {
  if (digits.size() % 2 != 0) return {};
  Bytes out;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const int high = hex_value(digits[i]);
    const int low = hex_value(digits[i + 1]);
    if (high < 0 || low < 0) return {};
    out += static_cast<char>(high * 16 + low);
  }
  return out;
}

std::string sha256_hex(std::string_view octets) { return to_hex(digest(EVP_sha256(), octets)); }
std::string sha512_hex(std::string_view octets) { return to_hex(digest(EVP_sha512(), octets)); }
std::string md5_hex(std::string_view octets) { return to_hex(digest(EVP_md5(), octets)); }

std::optional<std::string> digest_hex(std::string_view algorithm, std::string_view octets) {
  std::optional<DigestStream> stream = DigestStream::open(algorithm);
  if (!stream) return {};
  stream->add(octets);
  return stream->finish();
}

std::string uuid_v5_url(std::string_view name) {
  // 6ba7b811-9dad-11d1-80b4-00c04fd430c8, the namespace of URLs (RFC 9562, 6.6).
  const Bytes url_namespace = *from_hex("6ba7b8119dad11d180b400c04fd430c8");
  Bytes hash = digest(EVP_sha1(), url_namespace + std::string(name)).substr(0, 16);
  hash[6] = static_cast<char>((hash[6] & 0x0F) | 0x50);
  hash[8] = static_cast<char>((hash[8] & 0x3F) | 0x80);
  std::string text = to_hex(hash);
  for (const int position : {8, 13, 18, 23}) text.insert(position, 1, '-');
  return text;
}

std::string base64_encode(std::string_view octets) {
  std::string out((octets.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   reinterpret_cast<const unsigned char*>(octets.data()),
                                   static_cast<int>(octets.size()));
  out.resize(size);
  return out;
}

std::optional<Bytes> base64_decode(std::string_view text) {
  std::string clean;
  clean.reserve(text.size() + 3);
  for (const char c : text) {
    if (!is_white_space(c)) clean += c;
  }
  while (!clean.empty() && clean.back() == '=') clean.pop_back();
  if (clean.find('=') != std::string::npos || clean.size() % 4 == 1) return {};
  const std::size_t padding = (4 - clean.size() % 4) % 4;
  clean.append(padding, '=');
  Bytes out(clean.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   reinterpret_cast<const unsigned char*>(clean.data()),
                                   static_cast<int>(clean.size()));
  if (size < 0) return {};
  out.resize(size - padding);
  return out;
}

}  // namespace pressmark
