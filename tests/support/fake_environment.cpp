#include "tests/support/fake_environment.h"

namespace pressmark {

Result<Bytes> FakeEnvironment::read(std::string_view reference) {
  const auto found = files.find(reference);
  if (found == files.end()) {
    return Error(ErrorKind::unreadable, "no such file: " + std::string(reference));
  }
  return found->second;
}

}  // namespace pressmark
