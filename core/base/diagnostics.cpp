#include "core/base/diagnostics.h"

#include "core/base/utf8.h"

namespace pressmark {

std::string Diagnostic::message() const {
  std::string line(code->text);
  if (!subject.empty()) line.append(": ").append(subject);
  return line;
}

void Diagnostics::report(const DiagnosticCode& code, Location where, std::string_view subject) {
  if (code.severity == Severity::warning) ++warnings_;
  if (++counts_[code.id] > kept_per_code) return;
  kept_.push_back({&code, where, std::string(utf8::prefix(subject, subject_bytes))});
}

std::size_t Diagnostics::count(std::string_view id) const {
  const auto found = counts_.find(id);
  return found == counts_.end() ? 0 : found->second;
}

std::map<std::string_view, std::size_t> Diagnostics::dropped() const {
  std::map<std::string_view, std::size_t> result;
  for (const auto& [id, count] : counts_) {
    if (count > kept_per_code) result[id] = count - kept_per_code;
  }
  return result;
}

std::string_view to_string(Severity severity) {
  return severity == Severity::note ? "note" : "warning";
}

}  // namespace pressmark
