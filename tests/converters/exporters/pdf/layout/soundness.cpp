#include "tests/converters/exporters/pdf/layout/soundness.h"

#include <gtest/gtest.h>

#include <set>

#include "converters/exporters/pdf/layout/dump.h"
#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

// Without space and the quotation marks that layout adds.
std::string without_space(std::string text) {
  for (const std::string_view mark : {" ", "\n", "\t", "“", "”", "‘", "’", "「", "」"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

// Where the octets of `word` end in `text` from `at` on, with at most a few others between them:
// the reading of ruby, the mark of a note.
std::size_t find_scattered(const std::string& text, const std::string& word, std::size_t at) {
  std::size_t skipped = 0;
  for (const char c : word) {
    while (at < text.size() && text[at] != c) {
      ++at;
      if (++skipped > 40) return std::string::npos;
    }
    if (at == text.size()) return std::string::npos;
    ++at;
  }
  return at;
}

}  // namespace

void expect_all_words(const Document& document, const Layout& layout, const std::string& name) {
  std::string expected;
  for (const Inlines* part :
       {&document.front.kicker, &document.front.headline, &document.front.deck}) {
    expected += text_of(*part) + "\n";
  }
  for (const Inlines& byline : document.front.bylines) expected += text_of(byline) + "\n";
  expected += text_of(document.front.dateline) + "\n" + text_of(document.body);
  const std::string found = without_space(text_in_reading_order(layout, NoteMarks::left_out));
  std::size_t at = 0;
  std::string word;
  for (const char c : expected + "\n") {
    if (c != ' ' && c != '\n' && c != '\t') {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    word = without_space(word);
    std::size_t end = found.find(word, at);
    // What layout adds between two words is short: marks, labels, readings, an image by its
    // caption.
    const bool near = end != std::string::npos && end <= at + 500;
    end = near ? end + word.size() : find_scattered(found, word, at);
    ASSERT_NE(end, std::string::npos)
        << name << ": " << word << " is not behind the word before, at " << found.substr(at, 200);
    at = end;
    word.clear();
  }
}

void expect_sound_structure(const Layout& layout, const std::string& name) {
  std::vector<int> owners(static_cast<std::size_t>(layout.content_count), 0);
  int last_level = 0;
  ContentId last_content = -1;
  std::set<std::string> note_ids;
  const auto visit = [&](const auto& self, ElementId id) -> void {
    const Element& element = layout.elements[static_cast<std::size_t>(id)];
    if (element.tag == Tag::heading) {
      EXPECT_LE(element.level, last_level + 1) << name;
      EXPECT_GE(element.level, 1) << name;
      last_level = element.level;
    }
    if (element.tag == Tag::note) {
      EXPECT_TRUE(note_ids.insert(element.id).second) << name;
    }
    for (const Element::Kid& kid : element.kids) {
      if (kid.element) {
        EXPECT_EQ(layout.elements[static_cast<std::size_t>(*kid.element)].parent, id) << name;
        self(self, *kid.element);
      } else {
        EXPECT_GT(kid.content, last_content) << name << ": not in reading order";
        last_content = kid.content;
        ++owners[static_cast<std::size_t>(kid.content)];
      }
    }
  };
  visit(visit, 0);
  for (const int count : owners) EXPECT_EQ(count, 1) << name;
}

void expect_sound_pages(const Layout& layout, const PageStyle& style, const std::string& name) {
  for (const Page& page : layout.pages) {
    std::set<ContentId> finished;
    ContentId current = artifact;
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      const ContentId content = std::visit([](const auto& part) { return part.content; }, item);
      EXPECT_LT(content, layout.content_count);
      if (content != current) {
        EXPECT_TRUE(finished.insert(content).second) << name << ": content is torn apart";
        current = content;
      }
      if (run == nullptr) continue;
      ASSERT_LT(run->font, static_cast<int>(layout.fonts.size()));
      EXPECT_FALSE(run->glyphs.empty()) << name << ": " << run->text;
      Length right = run->x;
      for (const Glyph& glyph : run->glyphs) {
        EXPECT_NE(glyph.id, 0u) << name << ": " << run->text;
        EXPECT_LT(glyph.cluster, run->text.size()) << name << ": " << run->text;
        right += glyph.advance;
      }
      // The space at a line's end stands out, and hanging punctuation by a few points.
      if (run->text.back() == ' ' && !run->right_to_left) right -= run->glyphs.back().advance;
      EXPECT_LE(right, style.width - style.margin_right + 8 * point) << name << ": " << run->text;
      EXPECT_GE(run->x, style.margin_left - 8 * point) << name << ": " << run->text;
      EXPECT_LE(run->y, style.height - style.margin_bottom / 4) << name << ": " << run->text;
    }
  }
}

}  // namespace pressmark::pdf
