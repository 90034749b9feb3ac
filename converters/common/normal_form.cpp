#include "converters/common/normal_form.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace pressmark {

std::string normal_form(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string result;
  if (U_SUCCESS(status)) {
    nfc->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())}),
                   status)
        .toUTF8String(result);
  }
  return U_FAILURE(status) ? std::string(text) : result;
}

}  // namespace pressmark
