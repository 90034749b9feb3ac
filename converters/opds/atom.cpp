// The catalogue as an Atom feed (RFC 4287; OPDS Catalog 1.2, 5).
#include "converters/common/language.h"
#include "converters/common/xml_writer.h"
#include "converters/opds/addresses.h"
#include "converters/opds/catalogue.h"

namespace pressmark::opds {
namespace {

constexpr std::string_view feed_type = "application/atom+xml;profile=opds-catalog;kind=acquisition";

void link(XmlWriter& out, std::string_view relation, const std::string& path,
          std::string_view media_type, std::size_t octets = 0) {
  out.line().start("link").attribute("rel", relation);
  out.attribute("href", relative_address(path)).attribute("type", media_type);
  if (octets > 0) out.attribute("length", std::to_string(octets));
  out.end();
}

void element_if(XmlWriter& out, std::string_view name, const std::string& text) {
  if (!text.empty()) out.line().element(name, text);
}

void picture(XmlWriter& out, std::string_view relation, const std::optional<Picture>& picture,
             const Places& places) {
  if (picture) link(out, relation, places.picture_folder + picture->name, picture->media_type);
}

void write_author(XmlWriter& out, std::string_view name) {
  out.line().start("author").line().element("name", name).end_line();
}

std::string unknown(const Book& book) {
  const std::string language = book.languages.empty() ? std::string{} : book.languages.front();
  return std::string(label(Label::unknown, language));
}

void write_entry(XmlWriter& out, const Entry& entry, const Places& places) {
  const Book& book = entry.book();
  out.line().start("entry");
  out.line().element("title", book.title);
  out.line().element("id", book.identifier);
  out.line().element("updated", book.updated);
  for (const Person& author : book.authors) write_author(out, author.name);
  // Without an author of its own an entry has the feed's (RFC 4287, 4.2.1).
  if (book.authors.empty())
    write_author(out, book.publisher.empty() ? unknown(book) : book.publisher);
  for (const std::string& language : book.languages) {
    out.line().element("dcterms:language", language);
  }
  element_if(out, "dcterms:publisher", book.publisher);
  element_if(out, "dcterms:issued", book.issued);
  for (const std::string& subject : book.subjects) {
    out.line().start("category").attribute("term", subject).attribute("label", subject).end();
  }
  element_if(out, "rights", book.rights);
  if (!book.summary.empty()) {
    out.line().start("summary").attribute("type", "text").text(book.summary).end();
  }
  picture(out, "http://opds-spec.org/image", book.cover, places);
  picture(out, "http://opds-spec.org/image/thumbnail", book.thumbnail, places);
  for (const Book& one : entry.books) {
    link(out, open_access, one.path, one.media_type, one.octets);
  }
  out.end_line();
}

}  // namespace

Bytes write_atom(const Catalogue& catalogue, const Places& places) {
  XmlWriter out;
  out.start("feed").attribute("xmlns", "http://www.w3.org/2005/Atom");
  out.attribute("xmlns:dcterms", "http://purl.org/dc/terms/");
  out.line().element("id", catalogue.identifier);
  out.line().element("title", catalogue.title);
  out.line().element("updated", catalogue.updated);
  // A feed has an author where an entry has none (RFC 4287, 4.1.1): who wrote the catalogue.
  write_author(out, "Pressmark");
  link(out, "self", places.self, feed_type);
  link(out, "start", places.self, feed_type);
  for (const Entry& entry : catalogue.entries) write_entry(out, entry, places);
  out.end_line();
  return out.finish();
}

}  // namespace pressmark::opds
