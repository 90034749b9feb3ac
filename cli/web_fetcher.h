// cli/web_fetcher.h: pages and images from the network, where the user asked for it (--fetch).
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "core/base/result.h"

namespace pressmark::cli {

// What a fetch may do. Only http and https are spoken, no cookies or passwords are sent or kept.
struct FetchRules {
  int redirects = 10;
  std::chrono::milliseconds connecting{10'000};
  std::chrono::milliseconds transfer{60'000};     // from the first try to connect to the last octet
  std::chrono::milliseconds all_images{300'000};  // for the images of one input together
  // Whether loopback, private and other special addresses may be connected to. Each address is
  // judged when it is connected to, those of redirects too, so no name can lead there. Without it
  // no proxy is used either: what lies behind one cannot be judged.
  bool allow_private = false;
};

struct Fetched {
  Bytes octets;            // without content and transfer encodings
  std::string url;         // where they came from in the end, after redirects; without fragment
  std::string media_type;  // as the server's Content-Type says, lower case; may be empty
  std::string charset;     // the same
};

// Fetches an http or https URL. Safe to call from several threads.
//
// Fails with ErrorKind::limit where there are more than `most_bytes` octets, more redirects or more
// time needed than the rules allow, with ErrorKind::usage for a URL of another scheme, with
// ErrorKind::missing_tool where libcurl is not on this machine, and with ErrorKind::unreadable for
// the rest: an address that the rules forbid, one with a name or password, no connection, a status
// other than success.
Result<Fetched> fetch(const std::string& url, std::size_t most_bytes, const FetchRules& rules);

}  // namespace pressmark::cli
