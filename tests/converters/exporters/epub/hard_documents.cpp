#include "tests/converters/exporters/epub/hard_documents.h"

#include "converters/common/digest.h"

namespace pressmark::epub {
namespace {

Document titled(const char* title) {
  Document document;
  document.front.headline = {text(title)};
  document.language = "en";
  return document;
}

Block p(std::string content) { return paragraph({text(std::move(content))}); }
Inline note(const char* content) { return Inline{Note{"", {p(content)}}}; }

// Everything that may stand in a line, inside of everything that holds a line.
Document nested_inlines() {
  Document document = titled("Nested");
  const Inline link{Link{"https://example.org/", {text("link")}}};
  Inlines all = {link,
                 note("A note."),
                 Inline{Ruby{{text("base"), link}, "reading"}},
                 Inline{Quoted{{link}}},
                 Inline{Dated{make_date(2026, 1, 2), {link}}},
                 Inline{Named{NameKind::work, {link}}},
                 Inline{Code{"code", "a b"}},
                 Inline{LineBreak{}},
                 Inline{Formula{"x", "", "", true}},
                 Inline{PageMark{""}},
                 Inline{PageMark{"iv"}},
                 Inline{PageMark{"iv"}}};
  for (int depth = 0; depth < 3; ++depth) {
    Inlines next = all;
    next.push_back(Inline{Link{"https://example.org/outer", all}});
    next.push_back(Inline{Ruby{all, "r"}});
    next.push_back(Inline{Quoted{all}});
    next.push_back(Inline{Abbreviation{"", all}});
    next.push_back(Inline{Styled{Style::superscript, all}});
    all = std::move(next);
  }
  document.body = {paragraph(all), Block{Heading{2, all}}, Block{Heading{2, {}}},
                   Block{Verse{{{{all, 30}}}}}};
  return document;
}

Document nested_blocks() {
  Document document = titled("Blocks in blocks");
  Table table;
  table.caption = {text("caption"), note("of the caption")};
  table.header_rows = 1;
  table.rows = {{{Cell{{p("a")}, 3, 1, Scope::column}}}, {{}}, {{Cell{{Block{Break{}}}}}}};
  Blocks all = {p("text"),
                Block{Heading{4, {text("inner")}}},
                Block{List{Numbering::upper_roman, -3, {{}, {Block{table}}}}},
                Block{table},
                Block{DefinitionList{{{{}, {{p("only a definition")}}}, {{{text("term")}}, {}}}}},
                Block{Preformatted{"\n\ncode", false, ""}},
                Block{Figure{{}, {text("nothing but a caption")}, {}}},
                Block{Speech{{}, {p("without a speaker")}}},
                Block{Speech{{text("Only a speaker")}, {}}},
                Block{Break{}}};
  for (int depth = 0; depth < 2; ++depth) {
    Blocks next = all;
    next.push_back(Block{Quotation{all, {text("who")}, depth % 2 == 0}});
    next.push_back(Block{Figure{all, {text("caption")}, {text("credit")}}});
    for (const AsideKind kind :
         {AsideKind::sidebar, AsideKind::callout, AsideKind::details, AsideKind::correction}) {
      next.push_back(Block{Aside{kind, {text("title"), note("of the title")}, all}});
      next.push_back(Block{Aside{kind, {}, all}});
    }
    next.push_back(Block{List{Numbering::none, 1, {all, all}}});
    next.push_back(Block{DefinitionList{{{{{text("t")}}, {all}}}}});
    all = std::move(next);
  }
  document.body = all;
  document.body.push_back(paragraph({Inline{Note{"*", {Block{table}, p("x")}}},
                                     Inline{Note{"", {}}}, Inline{Note{"<", {all[1]}}}}));
  return document;
}

Document links() {
  Document document = titled("Links");
  for (const char* target : {"https://example.org",
                             "HTTP://EXAMPLE.ORG/A",
                             "http://user:pa ss@example.org:80/",
                             "http://[::1]:8080/x",
                             "http://[::zz]/",
                             "http://example.org:99999/",
                             "http://1.2.3/",
                             "http://256.1.1.1/",
                             "http://1.2.3.4/",
                             "https://пример.рф/путь?а=б#в",
                             "http://a..b/",
                             "http://-a.example/",
                             "http://exa mple.org/",
                             "http://a_b.example/",
                             "http://%zz/",
                             "https://example.org/a#b#c",
                             "https://example.org/%",
                             "https://example.org/%e4%f6",
                             "https://example.org/[x]{y}|z^`\\",
                             "mailto:a@example.org?subject=a b",
                             "mailto:",
                             "tel:+1 234",
                             "javascript:void(0)",
                             "vbscript:x",
                             "data:text/html,x",
                             "about:blank",
                             "blob:https://example.org/x",
                             "file:///etc/passwd",
                             "relative/path.html",
                             "//host/path",
                             "?query",
                             "urn:isbn:123",
                             "magnet:?xt=urn:btih:x",
                             "geo:1,2",
                             "foo:bar",
                             "sms:1",
                             "news:a",
                             "xmpp:a@b",
                             "sip:a@b",
                             "ftps://a/",
                             "http:",
                             "http://",
                             "https://example.org/\xC2\xA0x",
                             "ftp://example.org/f",
                             "https://example.org:/"}) {
    document.body.push_back(paragraph({Inline{Link{target, {text(target)}}}}));
  }
  return document;
}

Document formulas() {
  Document document = titled("Formulas");
  const std::string math = "<math xmlns='http://www.w3.org/1998/Math/MathML'>";
  for (const std::string& markup :
       {math + "<mfrac><mi>a</mi></mfrac></math>",
        math + "<msubsup><mi>a</mi><mn>1</mn><mn>2</mn><mn>3</mn></msubsup></math>",
        math + "loose text <mi>x</mi><mn>1</mn></math>",
        math + "<semantics><mrow><mi>x</mi></mrow><annotation encoding='application/x-tex'>x"
               "</annotation><annotation-xml encoding='MathML-Content'><ci>x</ci>"
               "</annotation-xml></semantics></math>",
        math + "<mtable><mtr><mtd><mi>a</mi></mtd><mi>b</mi></mtr><mi>c</mi>"
               "<mlabeledtr><mtd/></mlabeledtr></mtable></math>",
        math + "<mmultiscripts><mi>X</mi><mn>1</mn><mprescripts/><none/><mn>2</mn><mprescripts/>"
               "</mmultiscripts></math>",
        math + "<mo stretchy='maybe' mathcolor='red' onclick='x' id='y' form='prefix'>+</mo>"
               "<mspace width='1em' height='tall'/></math>",
        math + "<mi href='javascript:x'>a</mi><script>x</script><mglyph src='x'/></math>",
        math + "<apply><plus/><ci>a</ci><cn>1</cn></apply></math>",
        std::string("<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'><m:mi>p</m:mi></m:math>"),
        std::string("<math><mi>no namespace</mi></math>"), std::string("<math><mi>broken</math>"),
        math + "</math>", math + "<menclose notation='circle box'><mi>a</mi></menclose></math>",
        math + "<mtext>a <b>b</b></mtext><mover accent='true'><mi>x</mi><mo>^</mo></mover></math>",
        math + "<mfenced open='[' separators=';'><mi>a</mi><mi>b</mi></mfenced></math>"}) {
    document.body.push_back(paragraph(
        {Inline{Formula{"tex", markup, "", false}}, Inline{Formula{"", markup, "plain", true}}}));
  }
  return document;
}

Document vector_images() {
  Document document = titled("Vector images");
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' "
      "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9' ";
  for (const std::string& markup :
       {svg + "><rect width='9' height='9' fill='red' data-name='x' aria-label='x'/></svg>",
        svg + "><style>@import 'x.css'; rect { fill: red }</style><rect class='a'/></svg>",
        svg + "><style>.a { fill: url(#g) }</style><linearGradient id='g'><stop offset='0'/>"
              "</linearGradient><rect id='g' class='a'/><use href='#g'/><use xlink:href='a.svg#b'/>"
              "</svg>",
        svg + "><script>x</script><a href='https://example.org/'><text x='1'>t</text></a>"
              "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject></svg>",
        svg + "xmlns:i='urn:i' i:thing='x' onload='x'><i:pgf/><metadata>x</metadata>"
              "<animate attributeName='x'/><image xlink:href='https://example.org/a.png'/></svg>",
        std::string("<svg width='5' height='5'><path d='M0 0'/></svg>"),
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY e 'x'>]>" + svg + "><text>&e;</text></svg>",
        svg + "id='1bad' version='1.1' baseProfile='full' enable-background='new' xml:space="
              "'preserve'><title>T</title><desc>D</desc><switch><g/></switch></svg>"}) {
    Resource resource;
    resource.data = markup;
    resource.sha256 = sha256_hex(markup);
    resource.media_type = "image/svg+xml";
    const ResourceId id = document.resources.add(resource);
    document.body.push_back(paragraph({Inline{Image{id, "vector"}}, Inline{Image{id, {}}}}));
  }
  return document;
}

Document dates_and_people() {
  Document document = titled("Dates");
  for (const char* date :
       {"2026", "2026-10", "2026-21", "--10-12", "--10", "2026-10-12~", "2026-10/2026-11",
        "-0044-03-15", "2026-10-12T08:30", "2026-10-12T08:30:00Z", "2026-10-12T08:30:00+03:00"}) {
    if (const auto value = parse_date(date)) {
      document.body.push_back(paragraph({Inline{Dated{*value, {text(date)}}}}));
      document.metadata.set(DateVariable::issued, *value, {});
    }
  }
  document.metadata.set(Variable::doi, "10.1/a b<c>\"", {});
  document.metadata.set(Variable::url, "not a url", {});
  document.metadata.set(Variable::license, "all rights reserved", {});
  document.metadata.set(Variable::issn, "none", {});
  document.metadata.set(Variable::container_title, "A & B", {});
  document.metadata.set(Variable::issue, "Spring", {});
  document.metadata.contributors = {{Role::author, literal_name("A & B <C>"), "", {}},
                                    {Role::reviewed_author, person_name("R", "A"), "", {}}};
  document.language = "en-US";
  return document;
}

Document identifiers() {
  Document document = titled("Ids");
  // Those that the exporter would make are the document's own here.
  for (const char* id : {"fn-1", "fnref-1", "h-1", "page-1", "toc", "ü-1", "h-1-2"}) {
    document.body.push_back(paragraph({text("x"), note("n"), Inline{PageMark{"1"}}}));
    document.body.back().id = id;
    document.body.push_back(Block{Heading{2, {Inline{Link{"#" + std::string(id), {text("up")}}}}}});
  }
  Inline marked = note("with an id");
  marked.id = "own-note";
  Inline line_break{LineBreak{}};
  line_break.id = "own-break";
  Inline formula{Formula{"x", "", "", false}};
  formula.id = "own-formula";
  Inline empty{Styled{Style::bold, {}}};
  empty.id = "own-empty";
  document.body.push_back(paragraph({marked, line_break, formula, empty}));
  for (const char* id : {"own-note", "own-break", "own-formula", "own-empty"}) {
    document.body.push_back(paragraph({Inline{Link{"#" + std::string(id), {text("to it")}}}}));
  }
  return document;
}

Document wide_table() {
  Document document = titled("A wide table");
  Table table;
  table.header_rows = 2;
  Row row;
  for (int i = 0; i < 1100; ++i) row.cells.push_back(Cell{{p("x")}, 1 + i % 3, 1 + i % 5});
  table.rows = {row, row, {{Cell{{p("y")}, 1, 100'000, Scope::row}}}, {}};
  document.body = {Block{table}};
  return document;
}

}  // namespace

std::vector<std::pair<std::string, Document>> hard_documents() {
  return {{"nested-inlines", nested_inlines()},
          {"nested-blocks", nested_blocks()},
          {"links", links()},
          {"formulas", formulas()},
          {"vector-images", vector_images()},
          {"dates", dates_and_people()},
          {"ids", identifiers()},
          {"wide-table", wide_table()}};
}

}  // namespace pressmark::epub
