// cli/input_environment.h: what a conversion sees of the world: the files beside its input and,
// where the user asked for it, the network.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "cli/article_input.h"
#include "cli/disk_environment.h"
#include "cli/web_fetcher.h"

namespace pressmark::cli {

class InputEnvironment : public Environment {
 public:
  // `operand` is the input's path or address; "-" and addresses have no files beside them.
  InputEnvironment(const std::string& operand, const ImportSettings& settings);

  // Fails beside the environments' usual reasons with ErrorKind::limit where fetching for this
  // input has taken longer than FetchRules::all_images.
  Result<Bytes> read(std::string_view reference) override;
  bool fetches() const override { return fetch_.has_value(); }
  std::optional<Date> time() const override { return files_.time(); }

 private:
  DiskEnvironment files_;
  std::optional<FetchRules> fetch_;
  std::chrono::steady_clock::time_point end_;  // of all fetching
  std::size_t file_bytes_;
  std::atomic<std::size_t> bytes_left_;  // of what may be fetched
};

}  // namespace pressmark::cli
