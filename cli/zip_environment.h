// cli/zip_environment.h: the Environment of an article in a ZIP archive: the entries beside it.
#pragma once

#include <optional>
#include <string>

#include "converters/containers/zip_container.h"
#include "core/pipeline/context.h"

namespace pressmark::cli {

// Reads entries below the folder of the article's entry only. The archive is opened when the first
// one is asked for.
class ZipEnvironment : public Environment {
 public:
  ZipEnvironment(std::string archive, const std::string& entry, std::optional<Date> time,
                 const Limits& limits);

  Result<Bytes> read(std::string_view reference) override;
  std::optional<Date> time() const override { return time_; }

 private:
  std::string archive_;
  std::string folder_;  // of the entry: empty, or with '/' at its end
  std::optional<Date> time_;
  std::size_t entry_bytes_;
  std::size_t bytes_left_;
  std::optional<containers::ZipContainer> zip_;
};

}  // namespace pressmark::cli
