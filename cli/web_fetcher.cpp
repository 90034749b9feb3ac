#include "cli/web_fetcher.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

#include "cli/curl_library.h"
#include "cli/help.h"
#include "cli/public_address.h"
#include "converters/common/url.h"
#include "core/base/ascii.h"

namespace pressmark::cli {
namespace {

struct Transfer {
  const FetchRules& rules;
  std::size_t most_bytes;
  Bytes octets = {};
  bool too_large = false;
  bool forbidden_address = false;
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t bytes = size * count;
  if (bytes > transfer.most_bytes - transfer.octets.size()) {
    transfer.too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  transfer.octets.append(data, bytes);
  return bytes;
}

curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (!transfer.rules.allow_private && !is_public_address(address->addr)) {
    transfer.forbidden_address = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void configure(const CurlLibrary& curl, CURL* handle, const std::string& url, Transfer& transfer) {
  const auto set = [&](CURLoption option, auto value) { curl.easy_setopt(handle, option, value); };
  const FetchRules& rules = transfer.rules;
  const std::string agent = "Pressmark/" + std::string(version());
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);  // of the first URL and of redirects
  set(CURLOPT_FOLLOWLOCATION, 1L);
  set(CURLOPT_MAXREDIRS, static_cast<long>(rules.redirects));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(rules.connecting.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(rules.transfer.count()));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_FAILONERROR, 1L);
  set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl undoes itself
  set(CURLOPT_USERAGENT, agent.c_str());
  if (!rules.allow_private) set(CURLOPT_PROXY, "");
  set(CURLOPT_WRITEFUNCTION, &receive);
  set(CURLOPT_WRITEDATA, &transfer);
  set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  set(CURLOPT_OPENSOCKETDATA, &transfer);
}

// What an address holds is written into all that is made of the article.
Error has_login(std::string_view url) {
  return Error(ErrorKind::unreadable,
               "cannot fetch from '" + host_of(url) +
                   "': the address, or one it redirects to, has a "
                   "name or password",
               "log in with a browser and save the page");
}

Error failure(const CurlLibrary& curl, CURLcode code, CURL* handle, const std::string& url,
              const Transfer& transfer, const char* details) {
  const std::string subject = "cannot fetch '" + url + "': ";
  if (transfer.forbidden_address) {
    return Error(ErrorKind::unreadable, subject + "it is on a private network or this machine",
                 "--allow-private permits that");
  }
  if (transfer.too_large) {
    return Error(ErrorKind::limit,
                 subject + fmt::format("it has more than {} bytes", transfer.most_bytes),
                 "--max-input-bytes is the limit of an article; that of an image is fixed");
  }
  switch (code) {
    case CURLE_HTTP_RETURNED_ERROR: {
      long status = 0;
      curl.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
      return Error(ErrorKind::unreadable, subject + fmt::format("the server says {}", status),
                   "see whether a browser shows it without a login");
    }
    case CURLE_TOO_MANY_REDIRECTS:
      return Error(ErrorKind::limit,
                   subject + fmt::format("more than {} redirects", transfer.rules.redirects));
    case CURLE_OPERATION_TIMEDOUT:
      return Error(ErrorKind::limit, subject + "it took too long", "try again later");
    case CURLE_UNSUPPORTED_PROTOCOL:
      return Error(ErrorKind::unreadable,
                   subject + "it, or what it redirects to, is not http or https");
    case CURLE_LOGIN_DENIED:
      return has_login(url);
    default:
      return Error(ErrorKind::unreadable,
                   subject + (*details != '\0' ? details : curl.easy_strerror(code)),
                   "check the address and the connection");
  }
}

// "text/html" of 'Text/HTML; charset="Shift_JIS"' (RFC 9110, 8.3.1).
std::string media_type_of(std::string_view content_type) {
  return ascii::to_lower(content_type.substr(0, content_type.find_first_of("; \t")));
}

// The charset of 'text/html; charset="Shift_JIS"' (RFC 9110, 8.3.1); empty where there is none.
std::string charset_of(std::string_view content_type) {
  const std::string lower = ascii::to_lower(content_type);
  constexpr std::string_view name = "charset=";
  const std::size_t start = lower.find(name);
  if (start == std::string::npos) return {};
  std::string_view charset = content_type.substr(start + name.size());
  if (charset.starts_with('"')) {
    charset.remove_prefix(1);
    return std::string(charset.substr(0, charset.find('"')));
  }
  return std::string(charset.substr(0, charset.find_first_of("; \t")));
}

}  // namespace

Result<Fetched> fetch(const std::string& url, std::size_t most_bytes, const FetchRules& rules) {
  if (!is_web_url(url)) {
    return Error(ErrorKind::usage, "cannot fetch '" + url + "': it is not http or https");
  }
  if (has_user_information(url)) return has_login(url);
  const Result<CurlLibrary>& library = curl_library();
  if (!library) return library.error();
  const CurlLibrary& curl = *library;
  const std::unique_ptr<CURL, decltype(curl.easy_cleanup)> handle(curl.easy_init(),
                                                                  curl.easy_cleanup);
  if (!handle) return Error(ErrorKind::internal, "the library libcurl makes no transfer");
  Transfer transfer{rules, most_bytes};
  char details[CURL_ERROR_SIZE] = "";
  curl.easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, details);
  configure(curl, handle.get(), url, transfer);
  const CURLcode code = curl.easy_perform(handle.get());
  if (code != CURLE_OK) return failure(curl, code, handle.get(), url, transfer, details);

  Fetched fetched;
  fetched.octets = std::move(transfer.octets);
  const char* last = nullptr;
  curl.easy_getinfo(handle.get(), CURLINFO_EFFECTIVE_URL, &last);
  fetched.url = last != nullptr && *last != '\0' ? last : url;
  fetched.url.resize(std::min(fetched.url.find('#'), fetched.url.size()));
  const char* type = nullptr;
  curl.easy_getinfo(handle.get(), CURLINFO_CONTENT_TYPE, &type);
  if (type != nullptr) {
    fetched.media_type = media_type_of(type);
    fetched.charset = charset_of(type);
  }
  return fetched;
}

}  // namespace pressmark::cli
