#include "converters/formats.h"

#include <algorithm>
#include <memory>
#include <set>

#include "converters/exporters/citation/bibtex.h"
#include "converters/exporters/citation/csljson.h"
#include "converters/exporters/citation/format.h"
#include "converters/exporters/citation/mods.h"
#include "converters/exporters/epub/format.h"
#include "converters/exporters/html/format.h"
#include "converters/exporters/jats/format.h"
#include "converters/exporters/markdown/format.h"
#include "converters/exporters/native/format.h"
#include "converters/exporters/pdf/cover/title_page.h"
#include "converters/exporters/pdf/fonts/web_fonts.h"
#include "converters/exporters/pdf/format.h"
#include "converters/exporters/pdf/layout/codes.h"
#include "converters/exporters/pdf/layout/shaper.h"
#include "converters/exporters/tei/format.h"
#include "converters/exporters/tei/tei.h"
#include "converters/exporters/text/format.h"
#include "converters/importers/html/format.h"
#include "converters/importers/html/html.h"
#include "converters/importers/markdown/import_markdown.h"
#include "converters/importers/native/format.h"
#include "converters/importers/tei/format.h"
#include "converters/importers/text/format.h"
#include "converters/records/records.h"
#include "converters/records/structured_text.h"

namespace pressmark {
namespace {

template <class T>
void append(std::vector<T>& list, const std::vector<T>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

// One row for each name: what an importer and an exporter say of the same format is put together.
Formats joined(Formats rows) {
  Formats table;
  for (Format& row : rows) {
    const auto same = std::find_if(table.begin(), table.end(),
                                   [&](const Format& other) { return other.name == row.name; });
    if (same == table.end()) {
      table.push_back(std::move(row));
      continue;
    }
    if (row.read) same->read = std::move(row.read);
    if (row.write) same->write = std::move(row.write);
    if (row.write_many) same->write_many = std::move(row.write_many);
    if (row.inspect) same->inspect = std::move(row.inspect);
    same->binary = same->binary || row.binary;
    for (const std::string_view extension : row.extensions) {
      if (std::find(same->extensions.begin(), same->extensions.end(), extension) ==
          same->extensions.end()) {
        same->extensions.push_back(extension);
      }
    }
    append(same->read_options, row.read_options);
    append(same->write_options, row.write_options);
    append(same->codes, row.codes);
  }
  return table;
}

// What every PDF carries with it: the article as TEI, and its citation record.
Result<std::vector<pdf::Attachment>> make_attachments(const Document& article, Context& context) {
  Result<Bytes> tei = tei::export_tei(article, {}, context);
  if (!tei) return tei.error();
  Result<Bytes> record = citation::export_csljson(article, {}, context);
  if (!record) return record.error();
  // What BibTeX has no field for is no loss here: the CSL-JSON record holds all of it.
  Diagnostics ignored;
  Context quiet{context.environment, ignored, context.limits};
  Result<Bytes> bibtex = citation::export_bib(article, citation::BibDialect::bibtex, quiet);
  if (!bibtex) return bibtex.error();
  return std::vector<pdf::Attachment>{
      {"article.tei.xml", "application/tei+xml", "The article as TEI P5", pdf::Relationship::source,
       std::move(*tei)},
      {"citation.json", "application/vnd.citationstyles.csl+json",
       "The article's citation record as CSL-JSON", pdf::Relationship::data, std::move(*record)},
      {"citation.bib", "application/x-bibtex", "The article's citation record as BibTeX",
       pdf::Relationship::data, std::move(*bibtex)},
  };
}

// PDF sets with them, and so are the covers of EPUB drawn: fonts are opened once for both.
const std::shared_ptr<pdf::FontLibraries>& font_libraries() {
  static const auto libraries = std::make_shared<pdf::FontLibraries>();
  return libraries;
}

Result<Bytes> draw_cover(const Document& words, const std::string& font_folder, Context& context) {
  return pdf::draw_title_page(words, font_libraries()->find(font_folder), context);
}

Result<epub::Record> make_record(const Document& article, const std::string& form,
                                 Context& context) {
  // What a form has no field for is no loss of the book.
  Diagnostics ignored;
  Context quiet{context.environment, ignored, context.limits};
  if (form == "marcxml") {
    Result<Bytes> data = citation::export_marcxml(article, quiet);
    if (!data) return data.error();
    return epub::Record{std::move(*data), "application/marcxml+xml", "marc.xml"};
  }
  if (form == "mods") {
    Result<Bytes> data = citation::export_mods(article, quiet);
    if (!data) return data.error();
    return epub::Record{std::move(*data), "application/mods+xml", "mods.xml"};
  }
  Result<Bytes> data = citation::export_csljson(article, {}, quiet);
  if (!data) return data.error();
  return epub::Record{std::move(*data), "application/vnd.citationstyles.csl+json", "csl.json"};
}

Result<std::vector<epub::EmbeddedFont>> embed_fonts(const std::set<char32_t>& characters,
                                                    const std::string& language,
                                                    const std::string& font_folder) {
  const pdf::Region region = pdf::region_of(language).value_or(pdf::Region::simplified_chinese);
  Result<std::vector<pdf::WebFont>> fonts =
      pdf::make_web_fonts(font_libraries()->find(font_folder), characters, region);
  if (!fonts) return fonts.error();
  std::vector<epub::EmbeddedFont> embedded;
  for (pdf::WebFont& font : *fonts) {
    const std::string kind = font.is_cff ? "otf" : "ttf";
    embedded.push_back({std::move(font.file), kind, "font/" + kind, font.family,
                        font.weight == pdf::Weight::bold, font.slant == pdf::Slant::italic});
  }
  return embedded;
}

Format with_cover_codes(Format row) {
  // The only one that setting a title can report.
  row.codes.push_back(&pdf::missing_glyph);
  return row;
}

// The record in the YAML or TOML block at the start of a Markdown text.
Result<std::optional<markdown::FrontRecord>> read_front_record(std::string_view text,
                                                               Context& context) {
  const auto block = records::find_front_matter(text);
  if (!block) return std::optional<markdown::FrontRecord>();
  const bool yaml = block->language == records::FrontMatterBlock::Language::yaml;
  constexpr std::string_view source = "front-matter";
  auto read =
      yaml ? records::read_yaml(text, source, context) : records::read_toml(text, source, context);
  if (!read) return read.error();
  return std::optional(markdown::FrontRecord{std::move(read->front()), block->octets});
}

// Markup inside of Markdown is reported with the codes of HTML.
Format markdown_reader() {
  Format row = markdown::reader({html::import_whole, read_front_record});
  append(row.codes, html::format().codes);
  append(row.codes, {&records::ignored_field, &records::unknown_field});
  return row;
}

Format pdf_format() {
  Format row = pdf::format(font_libraries(), make_attachments);
  const std::vector<const DiagnosticCode*> attached = tei::format().codes;
  append(row.codes, attached);
  return row;
}

}  // namespace

const Formats& all_formats() {
  // Each folder describes its own formats in its format.h; a new format is one more line here.
  static const epub::Services book_services = {draw_cover, make_record, embed_fonts};
  static const Formats table = joined({
      with_cover_codes(epub::format(book_services)),
      with_cover_codes(epub::kobo_format(book_services)),
      html::format(),
      html::page_format(),
      plain_text::format(),
      text_output::format(),
      markdown::format(),
      markdown_reader(),
      jats::format(),
      tei::format(),
      tei::reader(),
      citation::csljson_format(),
      citation::bibtex_format(),
      citation::biblatex_format(),
      citation::ris_format(),
      citation::enw_format(),
      citation::mods_format(),
      citation::marcxml_format(),
      citation::dc_format(),
      citation::jsonld_format(),
      citation::coins_format(),
      citation::cff_format(),
      citation::wiki_format(),
      native::json_format(),
      native::json_reader(),
      native::dump_format(),
      pdf_format(),
  });
  return table;
}

}  // namespace pressmark
