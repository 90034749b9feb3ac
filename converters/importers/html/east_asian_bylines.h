// converters/importers/html/east_asian_bylines.h: bylines in Chinese, Japanese and Korean.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::html {

// Brings a byline whose roles are written in Chinese, Japanese or Korean into the form that others
// have: "取材・文＝山田花子 写真＝佐藤一郎" becomes "文: 山田花子", "김철수 기자" "文: 김철수".
// Roles stand before the name or behind it, with or without a mark between; names of photographers
// and editors are left out, places and addresses too; empty where only such are named. Text without
// such a role comes back as it is.
std::string plain_east_asian_byline(std::string_view text);

}  // namespace pressmark::html
