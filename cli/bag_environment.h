// cli/bag_environment.h: the Environment of an article in a bag: the payload files beside it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "converters/archive/store.h"
#include "core/pipeline/context.h"

namespace pressmark::cli {

class BagEnvironment : public Environment {
 public:
  // `files` are the payload, sorted by path, and must outlive it; `article` is the path of one.
  BagEnvironment(const std::vector<archive::ArchivedFile>& files, const std::string& article,
                 std::optional<Date> time)
      : files_(files), folder_(article.substr(0, article.rfind('/') + 1)), time_(std::move(time)) {}

  Result<Bytes> read(std::string_view reference) override;
  std::optional<Date> time() const override { return time_; }

 private:
  const std::vector<archive::ArchivedFile>& files_;
  std::string folder_;  // of the article: empty, or with '/' at its end
  std::optional<Date> time_;
};

}  // namespace pressmark::cli
