// converters/common/text_plausibility.h: how much a decoded text looks like written language.
#pragma once

#include <string_view>

namespace pressmark {

// Which writing an encoding is made for: the same characters are judged by it differently (Hiragana
// is usual in EUC-JP and a sign of a wrong reading in GB18030).
enum class Writing { western, cyrillic, greek, hebrew, arabic, thai, japanese, chinese, korean };

// The mean, over all characters above U+007F, of a value between -5 (a control character) and 1 (a
// frequent letter of the language that fits best, in its place). 0 for a text of ASCII only.
double plausibility(std::string_view text, Writing writing);

}  // namespace pressmark
