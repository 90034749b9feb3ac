#include "cli/curl_library.h"

#include <dlfcn.h>

namespace pressmark::cli {
namespace {

// The soname of libcurl since 7.16; Debian's package libcurl4 has it.
constexpr const char* soname = "libcurl.so.4";
constexpr unsigned least_version = 0x075500;  // 7.85, which has CURLOPT_PROTOCOLS_STR

Error missing(const std::string& what) {
  return Error(ErrorKind::missing_tool, "cannot fetch: " + what, "install the package libcurl4");
}

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

Result<CurlLibrary> load() {
  void* library = dlopen(soname, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return missing("the library libcurl is not on this machine");
  CurlLibrary curl;
  decltype(&::curl_global_init) global_init = nullptr;
  decltype(&::curl_version_info) version_info = nullptr;
  const bool complete = find(library, "curl_global_init", global_init) &&
                        find(library, "curl_version_info", version_info) &&
                        find(library, "curl_easy_init", curl.easy_init) &&
                        find(library, "curl_easy_cleanup", curl.easy_cleanup) &&
                        find(library, "curl_easy_setopt", curl.easy_setopt) &&
                        find(library, "curl_easy_perform", curl.easy_perform) &&
                        find(library, "curl_easy_getinfo", curl.easy_getinfo) &&
                        find(library, "curl_easy_strerror", curl.easy_strerror);
  if (!complete || version_info(CURLVERSION_NOW)->version_num < least_version) {
    return missing("the library libcurl on this machine is older than 7.85");
  }
  if (global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    return missing("the library libcurl cannot be set up");
  }
  return curl;
}

}  // namespace

const Result<CurlLibrary>& curl_library() {
  static const Result<CurlLibrary> library = load();
  return library;
}

}  // namespace pressmark::cli
