// cli/console.h: the three standard streams: results to standard output, talk to standard error.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark::cli {

enum class Verbosity { quiet, normal, verbose };

// Safe to use from several threads; lines are never mixed.
class Console {
 public:
  Console();
  // Streams on other descriptors, for tests.
  Console(int input, int output, int error);

  Verbosity verbosity = Verbosity::normal;

  bool output_is_terminal() const;
  bool error_is_terminal() const;

  Result<Bytes> read_input(std::size_t most_bytes) const;
  // Standard input, for who reads it piece by piece.
  int input_descriptor() const { return input_; }

  // Writes all octets to standard output. Fails with ErrorKind::unwritable; where the reader has
  // gone away, output_closed() is true from then on.
  Result<Done> write(std::string_view octets);
  bool output_closed() const { return output_closed_; }

  // One line to standard error, "pressmark: " before it. Control characters are made visible.
  void error(std::string_view text);
  void warning(std::string_view text);  // not when quiet
  void note(std::string_view text);     // only when verbose

  // One line to standard error for programs to read, as it is, also when quiet.
  void event(std::string_view text);

  // A line that replaces the one before it, on a terminal only; the empty text clears it.
  void progress(std::string_view text);

 private:
  void line(std::string_view text);

  int input_;
  int output_;
  int error_;
  std::atomic<bool> output_closed_ = false;
  std::mutex mutex_;
  std::string progress_;
};

// The text with control characters and ill-formed octets written as "\x1b": safe for terminals.
std::string printable(std::string_view text);

}  // namespace pressmark::cli
