// tests/support/fake_environment.h: an Environment held in memory.
#pragma once

#include <map>
#include <string>

#include "core/pipeline/context.h"

namespace pressmark {

class FakeEnvironment : public Environment {
 public:
  std::map<std::string, Bytes, std::less<>> files;  // by reference, or by URL where it fetches
  bool has_network = false;
  std::optional<Date> now;

  Result<Bytes> read(std::string_view reference) override;
  bool fetches() const override { return has_network; }
  std::optional<Date> time() const override { return now; }
};

}  // namespace pressmark
