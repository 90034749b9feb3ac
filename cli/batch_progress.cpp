#include "cli/batch_progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

namespace pressmark::cli {
namespace {

long long now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

BatchProgress::BatchProgress(BatchPlan::Progress kind, Console& console)
    : kind_(kind), console_(console), started_ms_(now_ms()) {}

void BatchProgress::show(const BatchCounts& counts, std::optional<std::size_t> total) {
  constexpr long long line_interval_ms = 100;
  constexpr long long event_interval_ms = 1000;
  const long long now = now_ms();
  const bool is_event = kind_ == BatchPlan::Progress::json;
  if (now - shown_ms_ < (is_event ? event_interval_ms : line_interval_ms)) return;
  shown_ms_ = now;
  write(counts, total, now);
}

void BatchProgress::end(const BatchCounts& counts, std::optional<std::size_t> total) {
  if (kind_ == BatchPlan::Progress::json) write(counts, total, now_ms());
  if (kind_ == BatchPlan::Progress::line) console_.progress("");
}

void BatchProgress::write(const BatchCounts& counts, std::optional<std::size_t> total,
                          long long now) {
  if (kind_ == BatchPlan::Progress::none) return;
  const double seconds = static_cast<double>(std::max<long long>(1, now - started_ms_)) / 1000;
  const auto finished = static_cast<double>(counts.finished());
  const double per_second = finished / seconds;
  std::optional<double> left;
  if (total && counts.finished() > 0) {
    left = static_cast<double>(*total - std::min(counts.finished(), *total)) / per_second;
  }
  if (kind_ == BatchPlan::Progress::line) {
    const std::string of = total ? fmt::format(" of {}", *total) : std::string();
    const std::string rest = left ? fmt::format(", {:.0f} s left", *left) : std::string();
    console_.progress(fmt::format("{}{} done, {} failed, {:.1f} a second{}", counts.finished(), of,
                                  counts.failed, per_second, rest));
    return;
  }
  const auto tenths = [](double value) { return std::round(value * 10) / 10; };
  nlohmann::ordered_json event = {
      {"done", counts.done}, {"skipped", counts.skipped}, {"failed", counts.failed}};
  if (total) event["total"] = *total;
  event["seconds"] = tenths(seconds);
  event["per_second"] = tenths(per_second);
  if (left) event["seconds_left"] = tenths(*left);
  console_.event(event.dump());
}

}  // namespace pressmark::cli
