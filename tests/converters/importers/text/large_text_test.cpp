// A large text is read in linear time and within ten times its size in memory. What is measured
// here is small; PRESSMARK_LARGE_TEXT_MB=100 measures a text of so many megabytes (10^6 octets).
#include <gtest/gtest.h>
#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <ctime>
#include <new>
#include <string>

#include "converters/importers/text/import_text.h"
#include "tests/support/fake_environment.h"

namespace {

std::atomic<std::size_t> live = 0;  // octets that are allocated
std::atomic<std::size_t> peak = 0;

void* counted(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  const std::size_t now = live += malloc_usable_size(memory);
  if (now > peak) peak = now;
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return counted(std::malloc(size)); }
void operator delete(void* memory) noexcept {
  live -= memory != nullptr ? malloc_usable_size(memory) : 0;
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace pressmark::plain_text {
namespace {

// An article of about `size` octets: wrapped paragraphs, and here and there a heading, a list, a
// quotation. The same for the same size.
std::string make_text(std::size_t size) {
  constexpr std::string_view words[] = {"the",  "ferry", "keeps", "its",   "own",    "accounts",
                                        "of",   "rope",  "and",   "rain",  "what",   "it",
                                        "goat", "lends", "bank",  "never", "winter", "lamp-bearer"};
  std::string text =
      "The ferry in its own words\n\nBy Ada Example\n\nRIVERTON, Oct 12 (Reuters) - It is back.\n";
  std::uint32_t state = 1;
  const auto next = [&](std::uint32_t below) {
    state = state * 1664525u + 1013904223u;
    return (state >> 12) % below;
  };
  while (text.size() < size) {
    text += "\n";
    const std::uint32_t kind = next(40);
    if (kind == 0) text += "THE WHEEL AND THE RIVER\n";
    if (kind == 1) text += "- rope\n- oats and the rest\n- a bell\n";
    if (kind == 2) text += "> In spring.\n> Never.\n";
    if (kind < 3) continue;
    std::size_t column = 0;
    const std::uint32_t count = 60 + next(60);
    text += "There";
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::string_view word = words[next(std::size(words))];
      const bool full = column + word.size() > 70;
      text += full ? '\n' : ' ';
      text += word;
      column = full ? word.size() : column + word.size() + 1;
    }
    text += ".\n";
  }
  return text;
}

struct Cost {
  double seconds;
  double memory;  // the peak beside the source, in sizes of the source
};

Cost cost_of(std::size_t size) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.name = "large.txt";
  source.bytes = make_text(size);
  const std::size_t before = live;
  peak = before;
  const std::clock_t start = std::clock();
  const auto document = import_text(source, {}, context);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_TRUE(document.has_value()) << document.error().describe();
  const Cost cost{seconds, static_cast<double>(peak - before) / static_cast<double>(size)};
  std::printf("%zu octets: %.2f s, %.1f times its size in memory\n", size, cost.seconds,
              cost.memory);
  return cost;
}

TEST(LargeText, TakesLinearTimeAndTenTimesItsSize) {
  constexpr std::size_t megabyte = 1'000'000;
  const char* megabytes = std::getenv("PRESSMARK_LARGE_TEXT_MB");
  const std::size_t large =
      megabytes != nullptr ? std::strtoul(megabytes, nullptr, 10) * megabyte : 4 * megabyte;
  const Cost small = cost_of(large / 4);
  const Cost whole = cost_of(large);
  EXPECT_LT(whole.seconds, 6 * small.seconds + 0.3);
  EXPECT_LT(small.memory, 10);
  EXPECT_LT(whole.memory, 10);
}

}  // namespace
}  // namespace pressmark::plain_text
