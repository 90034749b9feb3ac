// cli/curl_library.h: libcurl, loaded when it is first needed.
//
// Linked in the usual way, libcurl and the forty libraries behind it cost every start of the
// command 6 ms of CPU time, half of what a short article takes. Few runs fetch.
#pragma once

#include <curl/curl.h>

#include "core/base/result.h"

namespace pressmark::cli {

// The functions of libcurl that are used, with libcurl's own types and names.
struct CurlLibrary {
  decltype(&::curl_easy_init) easy_init = nullptr;
  decltype(&::curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&::curl_easy_setopt) easy_setopt = nullptr;
  decltype(&::curl_easy_perform) easy_perform = nullptr;
  decltype(&::curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&::curl_easy_strerror) easy_strerror = nullptr;
};

// Loads libcurl 7.85 or later and sets it up, once; safe to call from several threads. The library
// stays loaded. Fails with ErrorKind::missing_tool where it is not on this machine.
const Result<CurlLibrary>& curl_library();

}  // namespace pressmark::cli
