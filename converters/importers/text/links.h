// converters/importers/text/links.h: addresses in running text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark::plain_text {

struct FoundLink {
  std::size_t start = 0;
  std::size_t length = 0;
  std::string target;  // absolute, without white space; characters outside ASCII percent-encoded
};

// The link that begins at `position` of the text: "https://...", "www....", "doi:10....",
// "<https://...>" (whose brackets are taken with it), an e-mail address. Final punctuation and a
// closing bracket without its opening one are not part. Absent where there is none; looks at a
// bounded number of octets.
std::optional<FoundLink> find_link_at(std::string_view text, std::size_t position);

// The DOI in a link or text that is one ("10.1000/182"); empty otherwise.
std::string_view doi_of(std::string_view words);

// Whether the words are nothing but an address of the Web or of mail, or a handle ("@ada").
bool is_address_or_handle(std::string_view words);

}  // namespace pressmark::plain_text
