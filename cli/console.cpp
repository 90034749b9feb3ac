#include "cli/console.h"

#include <unistd.h>

#include <cerrno>

#include "converters/archive/durable_files.h"
#include "core/base/utf8.h"

namespace pressmark::cli {

Console::Console() : Console(STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO) {}
Console::Console(int input, int output, int error)
    : input_(input), output_(output), error_(error) {}

bool Console::output_is_terminal() const { return ::isatty(output_) == 1; }
bool Console::error_is_terminal() const { return ::isatty(error_) == 1; }

Result<Bytes> Console::read_input(std::size_t most_bytes) const {
  return files::read_descriptor(input_, "standard input", most_bytes);
}

Result<Done> Console::write(std::string_view octets) {
  const std::lock_guard lock(mutex_);
  if (output_closed_) return Error(ErrorKind::unwritable, "standard output is closed");
  errno = 0;
  Result<Done> written = files::write_all(output_, octets, "standard output");
  if (!written && errno == EPIPE) output_closed_ = true;
  return written;
}

void Console::error(std::string_view text) { line(text); }

void Console::warning(std::string_view text) {
  if (verbosity != Verbosity::quiet) line(text);
}

void Console::note(std::string_view text) {
  if (verbosity == Verbosity::verbose) line(text);
}

void Console::line(std::string_view text) {
  const std::lock_guard lock(mutex_);
  std::string out;
  if (!progress_.empty()) out = "\r\x1b[K";
  out += "pressmark: " + printable(text) + "\n";
  if (!progress_.empty()) out += progress_;
  // Nothing can be said where standard error itself cannot be written.
  (void)files::write_all(error_, out, "standard error").has_value();
}

void Console::event(std::string_view text) {
  const std::lock_guard lock(mutex_);
  (void)files::write_all(error_, std::string(text) + "\n", "standard error").has_value();
}

void Console::progress(std::string_view text) {
  if (!error_is_terminal() || verbosity == Verbosity::quiet) return;
  const std::lock_guard lock(mutex_);
  progress_ = printable(text);
  (void)files::write_all(error_, "\r\x1b[K" + progress_, "standard error").has_value();
}

std::string printable(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    if (decoded.valid && utf8::is_text(decoded.code_point) && decoded.code_point != '\n') {
      out.append(text.substr(i, decoded.size));
    } else {
      for (const char octet : text.substr(i, decoded.size)) {
        const auto value = static_cast<unsigned char>(octet);
        out.append("\\x").append(1, digits[value >> 4]).append(1, digits[value & 0xF]);
      }
    }
    i += static_cast<std::size_t>(decoded.size);
  }
  return out;
}

}  // namespace pressmark::cli
