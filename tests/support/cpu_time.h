// tests/support/cpu_time.h: how long something takes a processor, for tests of promises of speed.
#pragma once

#include <algorithm>
#include <ctime>

namespace pressmark {

// The least processor time, in seconds, of three runs: what a busy machine adds (other processes
// that empty its caches) is rarely there three times.
template <class Work>
double least_cpu_time(Work work) {
  double least = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t start = std::clock();
    work();
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return least;
}

// How much longer this build may take than what is promised: sanitizers multiply every access.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr double slow_build = 15;
#else
inline constexpr double slow_build = 1;
#endif

}  // namespace pressmark
