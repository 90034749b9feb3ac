// Octets as CSL-JSON: what is read must be written, and read again, as the same records.
#include <cstdint>
#include <cstdlib>

#include "converters/common/citation_key.h"
#include "converters/common/csl_json.h"

namespace {

class NoEnvironment : public pressmark::Environment {
 public:
  pressmark::Result<pressmark::Bytes> read(std::string_view) override {
    return pressmark::Error(pressmark::ErrorKind::unreadable, "there is nothing here");
  }
  std::optional<pressmark::Date> time() const override { return {}; }
};

pressmark::Bytes written(const std::vector<pressmark::Metadata>& records) {
  std::vector<pressmark::CitedRecord> cited;
  for (const pressmark::Metadata& record : records) {
    cited.push_back({pressmark::citation_key(record), &record});
  }
  return pressmark::write_csl_json(cited);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  NoEnvironment environment;
  pressmark::Diagnostics diagnostics;
  pressmark::Context context{environment, diagnostics};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto records = pressmark::read_csl_json(text, "sidecar", context);
  if (!records) return 0;
  const pressmark::Bytes once = written(*records);
  const auto again = pressmark::read_csl_json(once, "sidecar", context);
  if (!again || written(*again) != once) std::abort();
  return 0;
}
