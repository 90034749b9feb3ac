#include "tests/support/combinations.h"

#include <functional>

#include "core/model/walk.h"
#include "tests/support/sample_documents.h"

namespace pressmark::sample {
namespace {

Block p(const std::string& content) { return paragraph({text(content)}); }

Blocks every_kind(const ResourceId& picture) {
  Table table;
  table.rows = {{{Cell{{p("cell")}, 1, 1, Scope::row, Alignment::centre}}}, {}};
  const Inline image{Image{picture, "alt"}};
  return {
      p("paragraph"),
      paragraph({}),
      Block{Heading{3, {text("heading")}}},
      Block{Quotation{{p("quotation")}, {text("somebody"), Inline{Quoted{{text("q")}}}}, true}},
      Block{Quotation{{}, {}, false}},
      Block{List{Numbering::upper_roman, 3, {{p("item")}, {}, {paragraph({})}}}},
      Block{DefinitionList{{{{{text("term")}}, {{p("definition")}}},
                            {{{text("a")}, {text("b")}}, {}},
                            {{}, {{p("one")}, {p("two")}}}}}},
      Block{Speech{{text("speaker")}, {p("says")}}},
      Block{Speech{{}, {}}},
      Block{Figure{{paragraph({image})}, {text("caption")}, {text("credit")}}},
      Block{Figure{{p("no image"), paragraph({image, image})}, {}, {}}},
      Block{Figure{{}, {}, {}}},
      Block{Aside{AsideKind::callout, {text("title")}, {p("aside"), Block{Heading{2, {}}}}}},
      Block{Aside{AsideKind::correction, {}, {}}},
      Block{Preformatted{"a\n  b", true, "c"}},
      Block{Preformatted{"a\n  b", false, ""}},
      Block{Verse{{{{{text("line")}, 2}, {{}, 0}}}}},
      Block{table},
      Block{Break{}},
  };
}

Inlines every_inline_kind(const ResourceId& picture, bool with_note) {
  const Inlines word = {text("word")};
  Date season;
  season.start.year = 2026;
  season.start.season = 3;
  Date words;
  words.literal = "Easter 1916";
  Inlines all = {
      text("text"),
      Inline{Styled{Style::strong, word}},
      Inline{Styled{Style::italic, {}}},
      Inline{Styled{Style::deleted, word}},
      Inline{Named{NameKind::work, word}},
      Inline{Dated{season, word}},
      Inline{Dated{words, word}},
      Inline{Abbreviation{"", word}},
      Inline{Abbreviation{"expansion", word}},
      Inline{Quoted{word}},
      Inline{Code{"code", "c++ \"17\""}},
      Inline{Link{"https://example.org/%zz?<>#a#b", word}},
      Inline{Link{":::", word}},
      Inline{Image{picture, ""}},
      Inline{Image{"", "elsewhere", "https://example.org/a.jpg"}},
      Inline{Formula{"x", "<math/>", "", true}},
      Inline{Formula{"", "", "x", false}},
      Inline{Ruby{word, "reading"}},
      Inline{LineBreak{}},
      Inline{PageMark{"iv a"}},
      Inline{PageMark{""}},
  };
  if (with_note) {
    all.push_back(Inline{Note{"", {p("note"), Block{List{Numbering::none, 1, {{p("item")}}}}}}});
    all.push_back(Inline{Note{"label", {}}});
  }
  return all;
}

// Every inline, and every inline in every inline that has children.
Inlines nested_inlines(const ResourceId& picture) {
  const Inlines inner = every_inline_kind(picture, true);
  Inlines all = inner;
  for (const Style style : {Style::emphasis, Style::bold, Style::deleted, Style::inserted}) {
    all.push_back(Inline{Styled{style, inner}});
  }
  all.push_back(Inline{Named{NameKind::person, inner}});
  all.push_back(Inline{Dated{make_date(2026, 11), inner}});
  all.push_back(Inline{Abbreviation{"expansion", inner}});
  all.push_back(Inline{Quoted{inner}});
  all.push_back(Inline{Link{"https://example.org/", inner}});
  all.push_back(Inline{Note{"", {paragraph(every_inline_kind(picture, false))}}});
  all.push_back(Inline{Ruby{inner, "reading"}});
  return all;
}

using Container = std::function<Block(Blocks)>;

std::vector<Container> containers() {
  return {
      [](Blocks inner) {
        return Block{Quotation{std::move(inner), {text("who")}, false}};
      },
      [](Blocks inner) {
        return Block{List{Numbering::none, 1, {std::move(inner)}}};
      },
      [](Blocks inner) {
        return Block{DefinitionList{{{{{text("term")}}, {std::move(inner)}}}}};
      },
      [](Blocks inner) {
        return Block{Speech{{text("speaker")}, std::move(inner)}};
      },
      [](Blocks inner) {
        return Block{Figure{std::move(inner), {text("caption")}, {}}};
      },
      [](Blocks inner) {
        return Block{Aside{AsideKind::sidebar, {}, std::move(inner)}};
      },
      [](Blocks inner) {
        Table table;
        table.rows = {{{Cell{std::move(inner)}}}};
        return Block{table};
      },
      [](Blocks inner) {
        return paragraph({text("note"), Inline{Note{"", std::move(inner)}}});
      },
  };
}

// Gives an id, and in turns a language or a direction, to each node.
class Labeller {
 public:
  template <class Wrapper>
  void operator()(Wrapper& node) {
    ++number_;
    if (number_ % 3 != 0) node.id = "n" + std::to_string(number_);
    if (number_ % 4 == 0) node.language = "ar";
    if (number_ % 5 == 0) node.direction = Direction::right_to_left;
  }

 private:
  int number_ = 0;
};

}  // namespace

Document combinations() {
  Document document = images();
  document.body.clear();
  const ResourceId picture = document.resources.all().begin()->first;
  const Inlines everything = every_inline_kind(picture, true);
  const Blocks kinds = every_kind(picture);

  document.front.kicker = everything;
  document.front.headline = everything;
  document.front.deck = everything;
  document.front.bylines = {everything, {text("By nobody")}, {}};
  document.front.dateline = everything;

  Table table;
  table.caption = everything;
  table.rows = {{{Cell{{paragraph(everything)}}}}};
  document.body = {
      paragraph(nested_inlines(picture)),
      Block{Heading{2, everything}},
      Block{Quotation{{}, everything, false}},
      Block{DefinitionList{{{{everything, everything}, {{p("definition")}}}, {{everything}, {}}}}},
      Block{Speech{everything, {}}},
      Block{Figure{{}, everything, everything}},
      Block{Aside{AsideKind::details, everything, {}}},
      Block{Verse{{{{everything, 1}}}}},
      Block{table},
  };
  for (const Block& kind : kinds) document.body.push_back(kind);
  const std::vector<Container> all_containers = containers();
  for (const Container& container : all_containers) {
    document.body.push_back(container(kinds));
    for (const Block& kind : kinds) document.body.push_back(container({kind}));
    // A note holds no note, so the container of notes is not nested again.
    for (std::size_t i = 0; i + 1 < all_containers.size(); ++i) {
      document.body.push_back(container({all_containers[i]({kinds.front(), kinds[2]})}));
    }
  }
  Labeller label;
  const std::size_t first_labelled = document.body.size();
  const Blocks copies = document.body;
  document.body.insert(document.body.end(), copies.begin(), copies.end());
  for (std::size_t i = first_labelled; i < document.body.size(); ++i) {
    document.body[i] = map_blocks({document.body[i]}, [&](Block block) {
                         label(block);
                         return Blocks{std::move(block)};
                       }).front();
  }
  int number = 0;
  for_each_inline(document, [&](Inline& item) {
    if (++number % 2 == 0) label(item);
  });
  return document;
}

}  // namespace pressmark::sample
