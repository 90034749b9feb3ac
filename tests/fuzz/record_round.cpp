#include "tests/fuzz/record_round.h"

#include <cstdlib>

#include "converters/common/citation_key.h"
#include "converters/common/csl_json.h"
#include "core/base/utf8.h"

namespace {

class NoEnvironment : public pressmark::Environment {
 public:
  pressmark::Result<pressmark::Bytes> read(std::string_view) override {
    return pressmark::Error(pressmark::ErrorKind::unreadable, "there is nothing here");
  }
  std::optional<pressmark::Date> time() const override { return {}; }
};

void check(bool holds) {
  if (!holds) std::abort();
}

void check_text(const pressmark::Metadata& record) {
  using pressmark::utf8::is_text;
  for (const auto& [variable, value] : record.texts()) check(is_text(value.value));
  for (const auto& [variable, value] : record.dates()) {
    check(is_text(value.value.literal) && is_valid(value.value));
  }
  for (const auto& contributor : record.contributors) {
    check(is_text(display_name(contributor.name)) && is_text(contributor.position));
    check(is_text(contributor.name.uri));
  }
  for (const auto& keyword : record.keywords) check(is_text(keyword.value));
  for (const auto& [name, value] : record.extra) check(is_text(name) && is_text(value));
}

pressmark::Bytes written(const std::vector<pressmark::Metadata>& records) {
  std::vector<pressmark::CitedRecord> cited;
  for (const pressmark::Metadata& record : records) {
    cited.push_back({pressmark::citation_key(record), &record});
  }
  return pressmark::write_csl_json(cited);
}

}  // namespace

void read_and_round(pressmark::records::RecordFormat format, const std::uint8_t* data,
                    std::size_t size) {
  NoEnvironment environment;
  pressmark::Diagnostics diagnostics;
  pressmark::Context context{environment, diagnostics};
  const std::string_view octets(reinterpret_cast<const char*>(data), size);
  const auto records = pressmark::records::read_records(octets, format, "fuzz", context);
  if (!records) return;
  for (const pressmark::Metadata& record : *records) check_text(record);
  const pressmark::Bytes once = written(*records);
  const auto again = pressmark::read_csl_json(once, "fuzz", context);
  check(again && written(*again) == once);
}
