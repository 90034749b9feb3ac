#include "converters/exporters/epub/package.h"

#include "converters/exporters/epub/package_metadata.h"

namespace pressmark::epub {
namespace {

void item(XmlWriter& out, std::string_view id, std::string_view name, std::string_view media_type,
          std::string_view properties = {}) {
  out.line().start("item").attribute("id", id).attribute("href", name);
  out.attribute("media-type", media_type).attribute_if("properties", properties).end();
}

void manifest(XmlWriter& out, const Package& package) {
  out.line().start("manifest");
  item(out, "nav", "nav.xhtml", "application/xhtml+xml", "nav");
  item(out, "ncx", "toc.ncx", "application/x-dtbncx+xml");
  item(out, "style", "style.css", "text/css");
  if (package.cover_page != nullptr) {
    item(out, "cover-page", package.cover_page->name, "application/xhtml+xml");
  }
  int number = 0;
  for (const TextFile* text : package.texts) {
    item(out, "text-" + std::to_string(++number), text->name, "application/xhtml+xml",
         text->has_mathml ? "mathml" : "");
  }
  number = 0;
  for (const ImageFile& image : *package.images) {
    const bool cover = image.name == package.cover;
    const std::string id = cover ? "cover-image" : "image-" + std::to_string(++number);
    item(out, id, image.name, image.media_type, cover ? "cover-image" : "");
  }
  number = 0;
  for (const FontFile& font : *package.fonts) {
    item(out, "font-" + std::to_string(++number), font.name, font.media_type);
  }
  out.end_line();
}

void spine(XmlWriter& out, const Package& package) {
  out.line().start("spine").attribute("toc", "ncx");
  const bool right_to_left =
      package.book.direction == Direction::right_to_left || package.book.vertical;
  if (right_to_left) out.attribute("page-progression-direction", "rtl");
  if (package.cover_page != nullptr) {
    out.line().start("itemref").attribute("idref", "cover-page").end();
  }
  if (package.navigation_in_spine) out.line().start("itemref").attribute("idref", "nav").end();
  for (std::size_t i = 0; i < package.texts.size(); ++i) {
    out.line().start("itemref").attribute("idref", "text-" + std::to_string(i + 1)).end();
  }
  out.end_line();
}

}  // namespace

Bytes write_package(const Package& package) {
  XmlWriter out;
  out.start("package").attribute("xmlns", "http://www.idpf.org/2007/opf");
  out.attribute("version", "3.0").attribute("unique-identifier", identifier_id);
  out.attribute("xml:lang", package.book.language);
  if (package.book.direction == Direction::right_to_left) out.attribute("dir", "rtl");
  write_metadata(out, package);
  manifest(out, package);
  spine(out, package);
  out.end_line();
  return out.finish();
}

}  // namespace pressmark::epub
