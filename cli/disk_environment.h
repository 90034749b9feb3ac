// cli/disk_environment.h: the Environment of the command: the input's folder and nothing else.
#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "core/pipeline/context.h"

namespace pressmark::cli {

// Reads files below one folder only: no network, no absolute path, nothing that ".." or a symbolic
// link leads out to. A saved page's companion folder ("Page_files") lies inside.
class DiskEnvironment : public Environment {
 public:
  // `folder` is the input's; empty for standard input, which has no files beside it. `time` is the
  // one to write where a format asks for one.
  DiskEnvironment(std::string folder, std::optional<Date> time, const Limits& limits);

  // The error has a remedy where the file is there and something keeps it from being read.
  Result<Bytes> read(std::string_view reference) override;
  std::optional<Date> time() const override { return time_; }

 private:
  std::string folder_;  // canonical; empty: none
  std::optional<Date> time_;
  std::size_t file_bytes_;
  std::atomic<std::size_t> bytes_left_;
};

// SOURCE_DATE_EPOCH as a date; absent where it is not set. Fails with ErrorKind::usage where it is
// no number of seconds.
Result<std::optional<Date>> source_date_epoch();

}  // namespace pressmark::cli
