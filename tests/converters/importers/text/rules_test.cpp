// Each rule of the table: found where its example stands, switched off alone, and documented.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "converters/importers/text/import_text.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"

namespace pressmark::plain_text {
namespace {

// A text in which the rule works, with the lines of the rule's example in it.
struct Story {
  Rule rule;
  std::string before;
  std::string after;
};

const std::string body =
    "The ferry is back after two winters, and the goat that came with it will not leave the deck "
    "for anything but oats.\n\nNobody had asked for the goat, but nobody has sent it away since.\n";

const Story stories[] = {
    {Rule::mail, "", "\n\n" + body},
    {Rule::gutenberg, "Produced by volunteers\n\n", "\n\nThe goat\n\n" + body},
    {Rule::header_fields, "", "\n\n" + body},
    {Rule::end_marks, "Goat stays\n\n" + body + "\n", "\n"},
    {Rule::notes,
     "Goat stays\n\nThe ledger [1] says that the goat came by water.\n\n" + body + "\n", "\n"},
    {Rule::language, "Паром снова ходит\n\n", "\n"},
    {Rule::slugs, "", "\nGoat stays on the ferry\n\nOSLO, Oct 12 (NTB) - " + body},
    {Rule::headline, "", "\n\n" + body},
    {Rule::deck, "Ferry is back\n\n", "\n\nBy Ada Example\n\n" + body},
    {Rule::bylines, "Ferry is back\n\n", "\n\n" + body},
    {Rule::date_lines, "Ferry is back\n\n", "\n\n" + body},
    {Rule::datelines, "Ferry is back\n\n", " " + body},
    {Rule::unwrap, "Ferry is back\n\n", "\n"},
    {Rule::hyphens, "Ferry is back\n\nThe ferry is back after two winters, and there is oats ",
     " now.\n\n" + body},
    {Rule::interviews, "Two brothers and a wheel\n\n",
     "\n\nBORIS: Why was it yours?\n\nANTON: Nobody else asked for it.\n\nBORIS: I did ask.\n\n"
     "ANTON: Not in writing.\n"},
    {Rule::headings, "Ferry is back\n\n" + body + "\n", "\n\n" + body},
    {Rule::tables, "Ferry is back\n\n" + body + "\n", "\nWeir    2.2    1914\n\n" + body},
    {Rule::breaks, "Ferry is back\n\n" + body + "\n", "\n\n" + body},
    {Rule::lists, "Ferry is back\n\n" + body + "\nIt carries:\n\n", "\n\n" + body},
    {Rule::code, "Ferry is back\n\n" + body + "\n", "\n\n" + body},
    {Rule::quotations, "Ferry is back\n\n" + body + "\n", "\n\n" + body},
    {Rule::definitions, "Ferry is back\n\n" + body + "\n",
     "\n\nferryman\n    A man who is paid by those who do.\n\n" + body},
    {Rule::verse,
     "Ferry is back\n\nThe ferry keeps its own accounts of rope and rain, and what it lends to\n"
     "either bank it never lends again to anybody who has not paid for the first\nrope, the bell "
     "and the oats of the goat that lives on its deck.\n\n",
     "\nThe miller took a lamp and wait\nFor neither of the guests.\n\n" + body},
    {Rule::line_breaks, "Ferry is back\n\n" + body + "\n", "\nRiverton\n\n" + body},
    {Rule::links, "Ferry is back\n\nThe timetable is at ", ", as it always was.\n\n" + body},
    {Rule::emphasis, "Ferry is back\n\nIt is the ", " ferry, and it is back.\n\n" + body},
    {Rule::credits, "Ferry is back\n\n" + body + "\n", "\n"},
};

std::string text_of(const Story& story) {
  return story.before + std::string(describe(story.rule).example) + story.after;
}

struct Read {
  std::string dump;
  std::vector<std::string> left_out;  // what was reported as no part of the article
  Trace trace;
};

Read read(const std::string& text, const Rules& rules) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.name = "a.txt";
  source.bytes = text;
  Read read;
  const auto document = import_text(source, Options{rules}, context, &read.trace);
  EXPECT_TRUE(document.has_value()) << document.error().describe();
  if (!document) return read;
  EXPECT_EQ(validate(*document), std::vector<std::string>{});
  read.dump = dump(*document, {.locations = false, .evidence = true, .provenance = false});
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.id() == "text.line-left-out") read.left_out.push_back(diagnostic.subject);
  }
  return read;
}

// The words of a text as often as it has them; those that a hyphen divides are one.
std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) ++words[word];
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto octet = static_cast<unsigned char>(text[i]);
    if (std::isalnum(octet) != 0 || octet >= 0x80) {
      word += static_cast<char>(octet);
    } else if (octet == '-' && !word.empty()) {
      while (i + 1 < text.size() && (text[i + 1] == '\n' || text[i + 1] == ' ')) ++i;
    } else if (octet == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
      ++i;  // a line feed in a dump
      end_word();
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

std::set<int> lines_of_example(const Story& story) {
  const auto lines_in = [](std::string_view text) {
    return static_cast<int>(std::ranges::count(text, '\n'));
  };
  std::set<int> lines;
  const int first = 1 + lines_in(story.before);
  for (int i = 0; i <= lines_in(describe(story.rule).example); ++i) lines.insert(first + i);
  return lines;
}

TEST(TextRules, AreAllTold) {
  ASSERT_EQ(std::size(stories), all_rules().size());
  for (const RuleDescription& rule : all_rules()) {
    EXPECT_EQ(stories[static_cast<std::size_t>(rule.rule)].rule, rule.rule) << rule.name;
    EXPECT_GT(rule.confidence, 0.0) << rule.name;
    EXPECT_LE(rule.confidence, 1.0) << rule.name;
  }
}

TEST(TextRules, FindTheirExample) {
  for (const Story& story : stories) {
    const Read with = read(text_of(story), Rules::all());
    std::set<int> found;
    for (const Finding& finding : with.trace.findings()) {
      if (finding.rule != story.rule) continue;
      EXPECT_GT(finding.confidence, 0.0);
      // The language is told by the text as a whole.
      if (finding.first_line == 0) found = lines_of_example(story);
      for (int line = finding.first_line; line <= finding.last_line; ++line) found.insert(line);
    }
    EXPECT_TRUE(std::ranges::includes(found, lines_of_example(story)))
        << to_string(story.rule) << "\n"
        << describe(with.trace, Rules::all());
  }
}

TEST(TextRules, AreSwitchedOffAlone) {
  for (const Story& story : stories) {
    const std::string text = text_of(story);
    Rules rules = Rules::all();
    rules.remove(story.rule);
    const Read with = read(text, Rules::all());
    const Read without = read(text, rules);
    EXPECT_NE(with.dump, without.dump) << to_string(story.rule);
    EXPECT_EQ(without.trace.count(story.rule), 0u) << to_string(story.rule);
    std::string kept = without.dump;
    for (const std::string& line : without.left_out) kept += "\n" + line;
    const auto words = words_of(kept);
    for (const auto& [word, times] : words_of(text)) {
      const auto found = words.find(word);
      EXPECT_GE(found == words.end() ? 0 : found->second, times)
          << to_string(story.rule) << " off loses '" << word << "'\n"
          << without.dump;
    }
  }
}

// A row of the table in docs/formats/text.md.
std::string documented(const RuleDescription& rule) {
  std::string example;
  std::string line;
  const auto end_line = [&] {
    example += (example.empty() ? "`" : " / `") + line + "`";
    line.clear();
  };
  for (const char c : rule.example) {
    if (c == '\n') {
      end_line();
    } else {
      line += c;
    }
  }
  end_line();
  const std::string confidence = std::to_string(rule.confidence).substr(0, 4);
  return "| `" + std::string(rule.name) + "` | " + std::string(rule.finds) + " | " + confidence +
         " | " + example + " | " + std::string(rule.makes) + " |\n";
}

TEST(TextRules, AreDocumented) {
  std::string table =
      "| rule | finds | confidence | example | becomes |\n"
      "| --- | --- | --- | --- | --- |\n";
  for (const RuleDescription& rule : all_rules()) table += documented(rule);
  EXPECT_NE(read_project_file("docs/formats/text.md").find(table + "\n"), std::string::npos)
      << "docs/formats/text.md has another table than rule_table.cpp; it should be\n"
      << table;
}

TEST(TextRules, AreShownByInspect) {
  Rules rules = Rules::all();
  rules.remove(Rule::lists);
  const Read made = read("Ferry is back\n\nBy Ada Example\n\nIt is the _old_ ferry.\n", rules);
  const std::string shown = describe(made.trace, rules);
  EXPECT_NE(shown.find("    1         0.95  Ferry is back\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("    3         0.95  By Ada Example\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("    5         0.85  _old_\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("  breaks        * * *\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("rules that are switched off\n  lists\n"), std::string::npos) << shown;
}

TEST(TextTrace, KeepsTheFirstFindingsOfARule) {
  Trace trace;
  for (int i = 1; i <= 1000; ++i) trace.add(Rule::links, i, i, 0.5, "x");
  EXPECT_EQ(trace.findings().size(), Trace::kept_per_rule);
  EXPECT_NE(describe(trace, Rules::all()).find("    and 800 more\n"), std::string::npos);
}

}  // namespace
}  // namespace pressmark::plain_text
