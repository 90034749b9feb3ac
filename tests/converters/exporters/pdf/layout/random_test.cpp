// Random articles of all kinds of blocks: nothing is lost, nothing leaves its page.
#include <gtest/gtest.h>

#include "tests/converters/exporters/pdf/layout/sample_layout.h"
#include "tests/converters/exporters/pdf/layout/soundness.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

class RandomArticle {
 public:
  explicit RandomArticle(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}

  Document make() {
    Document document = sample::images();
    image_ = document.resources.all().begin()->first;
    document.front.headline = words_without_notes(3 + below(12));
    document.body = blocks(12 + below(20), 0);
    return document;
  }

 private:
  int below(int limit) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<int>((state_ >> 8) % static_cast<std::uint32_t>(limit));
  }

  std::string word() {
    static constexpr const char* some[] = {"harbour",
                                           "a",
                                           "consideration",
                                           "of",
                                           "1,204.50",
                                           "Überraschung",
                                           "мост",
                                           "well-known",
                                           "the",
                                           "(sic)",
                                           "γέφυρα",
                                           "שלום",
                                           "قافلة",
                                           "橋が",
                                           "affiliate",
                                           "I",
                                           "http://example.org/a/long/path?query=1&b=2",
                                           "office,",
                                           "end."};
    // A number makes each word one of its kind, so that its place is certain.
    return some[below(static_cast<int>(std::size(some)))] + std::to_string(++words_made_);
  }

  Inlines words(int count) {
    Inlines line;
    std::string plain;
    const auto flush = [&] {
      if (!plain.empty()) line.push_back(text(std::move(plain)));
      plain.clear();
    };
    for (int i = 0; i < count; ++i) {
      const int kind = below(40);
      if (kind == 0 && !in_note_) {
        flush();
        in_note_ = true;
        line.push_back(Inline{Note{"", blocks(1 + below(2), 3)}});
        in_note_ = false;
      } else if (kind == 1) {
        flush();
        line.push_back(styled(static_cast<Style>(below(11)), {text(word())}));
      } else if (kind == 2) {
        flush();
        line.push_back(Inline{Link{"https://example.org/x", {text(word() + " " + word())}}});
      } else if (kind == 3) {
        flush();
        line.push_back(Inline{Code{"int x = 1;", "cpp"}});
      } else if (kind == 4) {
        flush();
        line.push_back(Inline{Image{image_, "picture"}});
      } else {
        plain += word();
      }
      plain += ' ';
    }
    flush();
    return line;
  }

  // The notes of a run-in line follow the paragraph it runs into, those of a verse its stanza.
  Inlines words_without_notes(int count) {
    const bool before = in_note_;
    in_note_ = true;
    Inlines line = words(count);
    in_note_ = before;
    return line;
  }

  Blocks blocks(int count, int depth) {
    Blocks result;
    for (int i = 0; i < count; ++i) result.push_back(block(depth));
    return result;
  }

  Block block(int depth) {
    const int kind = depth > 2 ? 0 : below(16);
    switch (kind) {
      case 1:
        return Block{Heading{2 + below(4), words(1 + below(6))}};
      case 2:
        return Block{Quotation{blocks(1 + below(2), depth + 1), words(2), below(3) == 0}};
      case 3: {
        List list;
        list.numbering = static_cast<Numbering>(below(6));
        for (int i = 0; i <= below(5); ++i) list.items.push_back(blocks(1 + below(2), depth + 1));
        return Block{list};
      }
      case 4: {
        Table table;
        table.header_rows = below(2);
        table.rows.resize(static_cast<std::size_t>(2 + below(20)));
        for (Row& row : table.rows) {
          const int cells = 1 + below(5);
          for (int i = 0; i < cells; ++i) {
            row.cells.push_back(
                Cell{{paragraph(words(1 + below(30)))}, 1 + below(2), 1 + below(2)});
          }
        }
        return Block{table};
      }
      case 5:
        return Block{Figure{{paragraph({Inline{Image{image_, std::nullopt}}})},
                            words_without_notes(5),
                            words_without_notes(2)}};
      case 6:
        return Block{Aside{AsideKind::sidebar, words(3), blocks(1 + below(3), depth + 1)}};
      case 7:
        return Block{Preformatted{"one  two\n\tthree\n\nfour", true, ""}};
      case 8:
        return Block{Verse{{{{words_without_notes(6), 0}, {words_without_notes(20), 2}},
                            {{words_without_notes(4), 1}}}}};
      case 9:
        return Block{Speech{words_without_notes(1), blocks(1, depth + 1)}};
      case 10:
        return Block{DefinitionList{{{{words(2)}, {blocks(1, depth + 1)}}}}};
      case 11:
        return Block{Break{}};
      default:
        return paragraph(words(1 + below(120)));
    }
  }

  std::uint32_t state_;
  ResourceId image_;
  bool in_note_ = false;
  int words_made_ = 100;
};

TEST(RandomArticles, AreSetSoundlyAndCompletely) {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    const Document document = RandomArticle(seed).make();
    for (const auto& [size, style] : page_styles({"A4", "e-reader"})) {
      const Layout layout = lay_out_quietly(document, style);
      const std::string name = "seed " + std::to_string(seed) + " on " + size;
      expect_sound_structure(layout, name);
      expect_sound_pages(layout, style, name);
      expect_all_words(document, layout, name);
      if (testing::Test::HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace pressmark::pdf
