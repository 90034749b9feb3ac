// converters/common/url.h: resolving and cleaning the references that pages and articles hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// The parts of a URL reference (RFC 3986, appendix B); a part that is absent differs from an empty
// one.
struct UrlParts {
  std::optional<std::string> scheme;  // lower case
  std::optional<std::string> authority;
  std::string path;
  std::optional<std::string> query;
  std::optional<std::string> fragment;
};
UrlParts split_url(std::string_view reference);
std::string join_url(const UrlParts& parts);

// The absolute URL of `reference` seen from `base` (RFC 3986, 5.2, with white space at the ends cut
// and tabs and line feeds removed as the WHATWG URL standard, 4.4, says). With an empty or relative
// base a relative reference stays as it is.
std::string resolve_url(std::string_view base, std::string_view reference);

// A link target for a document: resolved, white space and characters that no URL may hold
// percent-encoded. Absent for references that lead nowhere outside a browser (javascript:, data:,
// blob:, about:, vbscript:, file:) and for empty ones. Without a base, "//host/path" is taken for
// https, and any other relative reference stays as it is.
std::optional<std::string> clean_link_target(std::string_view base, std::string_view reference);

// Percent-decoding of a path; ill-formed sequences stay. The result need not be UTF-8.
std::string percent_decode(std::string_view text);

// The host in lower case without user, port and a leading "www."; empty where there is none.
std::string host_of(std::string_view url);

// Whether a name or password stands before the host ("https://reader:secret@paper.example/").
bool has_user_information(std::string_view url);

// Whether this is the address of a page on the web: http or https, with a host.
bool is_web_url(std::string_view url);

// Whether this is a URI with a scheme (RFC 3986, 3): letters, digits and "+-." before a ':', and
// behind it something, all of it characters that a URI may hold. Percent signs are not looked into.
bool is_absolute_uri(std::string_view text);

// The octets and media type of a data: URL (RFC 2397); absent where it is none or damaged.
struct DataUrl {
  std::string media_type;
  std::string data;
};
std::optional<DataUrl> decode_data_url(std::string_view url);

}  // namespace pressmark
