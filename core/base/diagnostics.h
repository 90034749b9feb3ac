// core/base/diagnostics.h: what was lost, repaired or guessed while an output was still made.
//
// The library never prints. Whoever calls it owns a Diagnostics and shows it, writes it as JSON
// lines, or stores it in an archive. A failure without output is an Error (core/base/result.h).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/location.h"

namespace pressmark {

enum class Severity {
  note,     // a guess or a harmless repair, worth knowing
  warning,  // something of the source is missing or changed in the output
};

// One kind of diagnostic, declared once as a constant by the converter that reports it and listed
// in that converter's row of the table of formats. `id` is stable: scripts may match on it.
struct DiagnosticCode {
  std::string_view id;  // "html.missing-image": converter, full stop, what happened
  Severity severity;
  std::string_view text;  // one sentence; the subject follows it after a colon
};

// One thing that happened.
struct Diagnostic {
  const DiagnosticCode* code;  // never null; points to a constant
  Location where;
  std::string subject;  // what it happened to, in the words of the source; UTF-8, may be empty

  std::string_view id() const { return code->id; }
  Severity severity() const { return code->severity; }
  // "text: subject" without the place.
  std::string message() const;
};

// Collects diagnostics in the order of their reports. Of each code the first `kept_per_code` are
// kept whole and the others counted, so that hostile input cannot fill the memory.
class Diagnostics {
 public:
  static constexpr std::size_t kept_per_code = 200;
  static constexpr std::size_t subject_bytes = 300;  // a longer subject is cut at a character

  void report(const DiagnosticCode& code, Location where, std::string_view subject);
  void report(const DiagnosticCode& code, std::string_view subject) {
    report(code, Location{}, subject);
  }

  const std::vector<Diagnostic>& all() const { return kept_; }
  bool empty() const { return kept_.empty(); }
  // Whether any report had the severity `warning`.
  bool has_warnings() const { return warnings_ > 0; }
  // How often a code was reported, kept or not.
  std::size_t count(std::string_view id) const;
  // The reports that were counted only, by code.
  std::map<std::string_view, std::size_t> dropped() const;

 private:
  std::vector<Diagnostic> kept_;
  std::map<std::string_view, std::size_t> counts_;
  std::size_t warnings_ = 0;
};

std::string_view to_string(Severity severity);  // "note", "warning"

}  // namespace pressmark
