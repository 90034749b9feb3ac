#include "converters/importers/text/trace.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

// The start of the words on one line.
std::string excerpt(std::string_view words) {
  std::string text(utf8::prefix(words, Trace::words_bytes));
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  if (text.size() < words.size()) text += "...";
  return text;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string made(text);
  if (made.size() < width) made.append(width - made.size(), ' ');
  return made;
}

std::string lines_of(const Finding& finding) {
  if (finding.first_line == 0) return "all";
  if (finding.first_line >= finding.last_line) return std::to_string(finding.first_line);
  return std::to_string(finding.first_line) + "-" + std::to_string(finding.last_line);
}

std::string two_digits(double confidence) {
  const int hundredths = static_cast<int>(confidence * 100 + 0.5);
  std::string text = std::to_string(hundredths / 100) + ".";
  if (hundredths % 100 < 10) text += '0';
  return text + std::to_string(hundredths % 100);
}

std::string findings_of(Rule rule, const Trace& trace) {
  std::vector<const Finding*> found;
  for (const Finding& finding : trace.findings()) {
    if (finding.rule == rule) found.push_back(&finding);
  }
  std::ranges::stable_sort(found, {}, [](const Finding* finding) { return finding->first_line; });
  std::string text;
  for (const Finding* finding : found) {
    text += "    " + padded(lines_of(*finding), 9) + " " + two_digits(finding->confidence) + "  " +
            finding->words + "\n";
  }
  if (trace.count(rule) > found.size()) {
    text += "    and " + std::to_string(trace.count(rule) - found.size()) + " more\n";
  }
  return text;
}

}  // namespace

void Trace::add(Rule rule, int first_line, int last_line, double confidence,
                std::string_view words) {
  if (counts_[static_cast<std::size_t>(rule)]++ >= kept_per_rule) return;
  findings_.push_back({rule, first_line, last_line, confidence, excerpt(words)});
}

void Trace::add_inside(Rule rule, std::string_view words) {
  const std::size_t before = findings_.size();
  add(rule, 0, 0, describe(rule).confidence, words);
  if (findings_.size() > before) unplaced_.push_back(before);
}

void Trace::place(int first_line, int last_line) {
  for (const std::size_t index : unplaced_) {
    findings_[index].first_line = first_line;
    findings_[index].last_line = last_line;
  }
  unplaced_.clear();
}

std::string describe(const Trace& trace, const Rules& rules) {
  std::string found = "\nrules that worked, with lines and confidence\n";
  std::string idle;
  std::string off;
  for (const RuleDescription& rule : all_rules()) {
    if (!rules.has(rule.rule)) {
      off += "  " + std::string(rule.name) + "\n";
    } else if (trace.count(rule.rule) == 0) {
      idle += "  " + padded(rule.name, 14) + excerpt(rule.example) + "\n";
    } else {
      found += "  " + std::string(rule.name) + ": " + std::string(rule.finds) + "\n" +
               findings_of(rule.rule, trace);
    }
  }
  if (!idle.empty()) found += "\nrules that found nothing like\n" + idle;
  if (!off.empty()) found += "\nrules that are switched off\n" + off;
  return found;
}

}  // namespace pressmark::plain_text
