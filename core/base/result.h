// core/base/result.h: Bytes, Error and Result<T>, the way a function says "no output can be made".
//
// Spelled like std::expected (C++23), which GCC 12 has in C++23 mode only. Losses that still leave
// an output are not errors: they go to Diagnostics (core/base/diagnostics.h).
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace pressmark {

// A string of octets. `std::string` by itself always means valid UTF-8 text in this project.
using Bytes = std::string;

// What kind of failure an Error is. The command maps each kind to one exit code (docs/manual.md).
enum class ErrorKind {
  usage,         // an option or a value that cannot be used
  unreadable,    // the input cannot be read (missing, a folder, no permission)
  unrecognised,  // the input was read, but it is of no format known here, or is damaged
  no_article,    // the input was understood, but there is no article in it
  unwritable,    // the output cannot be written
  missing_tool,  // a font, dictionary or program that is needed is not on this machine
  limit,         // a limit of size, depth or time was exceeded
  internal,      // a library failed in a way that no input should cause: a bug
};

// Why no output was made: for a person to read, so it names the subject and the remedy.
class Error {
 public:
  Error(ErrorKind kind, std::string message, std::string remedy = {})
      : kind_(kind), message_(std::move(message)), remedy_(std::move(remedy)) {}

  ErrorKind kind() const { return kind_; }
  // One sentence without a final full stop, for example "cannot read 'a.html': no such file".
  const std::string& message() const { return message_; }
  // What the user can do about it; empty where nothing is known to help.
  const std::string& remedy() const { return remedy_; }
  // Message and remedy as one line.
  std::string describe() const { return remedy_.empty() ? message_ : message_ + "; " + remedy_; }

 private:
  ErrorKind kind_;
  std::string message_;
  std::string remedy_;
};

// Either a T or the Error that prevented it. Test before use: value() of a failure is a bug.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(implicit)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(implicit)

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& value() const& { return checked(); }
  T& value() & { return const_cast<T&>(checked()); }
  T&& value() && { return std::move(const_cast<T&>(checked())); }
  const T& operator*() const& { return checked(); }
  T& operator*() & { return const_cast<T&>(checked()); }
  T&& operator*() && { return std::move(const_cast<T&>(checked())); }
  const T* operator->() const { return &checked(); }
  T* operator->() { return &const_cast<T&>(checked()); }

  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  const T& checked() const {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  std::variant<T, Error> state_;
};

// The Result of a function that returns nothing on success: `return Done{};`.
struct Done {};

}  // namespace pressmark
