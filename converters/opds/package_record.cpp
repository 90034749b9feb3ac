#include "converters/opds/package_record.h"

#include <algorithm>

#include "converters/common/digest.h"
#include "converters/common/isbn.h"
#include "converters/common/url.h"
#include "converters/common/utc_moment.h"
#include "converters/common/white_space.h"

namespace pressmark::opds {
namespace {

constexpr std::string_view dublin_core = "http://purl.org/dc/elements/1.1/";

// The metadata element, with what refines its elements at hand.
class Record {
 public:
  explicit Record(const XmlNode& metadata) {
    // EPUB 2 allows the elements of Dublin Core in an element of their own.
    for (const XmlNode& child : metadata.children) {
      if (child.name == "dc-metadata" || child.name == "x-metadata") add(child);
    }
    add(metadata);
  }

  std::vector<const XmlNode*> all(std::string_view name) const {
    std::vector<const XmlNode*> found;
    for (const XmlNode* element : elements_) {
      if (element->name == name && element->name_space == dublin_core) found.push_back(element);
    }
    return found;
  }
  std::string first(std::string_view name) const {
    for (const XmlNode* element : all(name)) {
      std::string text = collapse_space(element->all_text());
      if (!text.empty()) return text;
    }
    return {};
  }
  // Of <meta property="...">; `id` empty: of the publication, else of the element that it refines.
  std::string property(std::string_view name, std::string_view id = {}) const {
    for (const XmlNode* element : elements_) {
      if (element->name != "meta" || element->attribute("property") != name) continue;
      const std::string& refined = element->attribute("refines");
      const bool fits = id.empty() ? refined.empty() : refined == "#" + std::string(id);
      if (fits) return collapse_space(element->all_text());
    }
    return {};
  }
  // EPUB 2's <meta name="..." content="...">.
  std::string named(std::string_view name) const {
    for (const XmlNode* element : elements_) {
      if (element->name == "meta" && element->attribute("name") == name) {
        return element->attribute("content");
      }
    }
    return {};
  }
  const std::vector<const XmlNode*>& elements() const { return elements_; }

 private:
  void add(const XmlNode& parent) {
    for (const XmlNode& child : parent.children) {
      if (!child.is_text()) elements_.push_back(&child);
    }
  }
  std::vector<const XmlNode*> elements_;
};

// What refines an element, or EPUB 2's attribute of that name.
std::string detail(const Record& record, const XmlNode& element, std::string_view name) {
  const std::string& id = element.attribute("id");
  std::string value = id.empty() ? std::string{} : record.property(name, id);
  return value.empty() ? element.attribute("opf:" + std::string(name)) : value;
}

std::string title_of(const Record& record) {
  for (const XmlNode* title : record.all("title")) {
    const std::string text = collapse_space(title->all_text());
    if (!text.empty() && detail(record, *title, "title-type") == "main") return text;
  }
  return record.first("title");
}

// Authors by their role, or without any.
std::vector<Person> authors_of(const Record& record) {
  std::vector<Person> authors;
  for (const XmlNode* creator : record.all("creator")) {
    const std::string name = collapse_space(creator->all_text());
    const std::string role = detail(record, *creator, "role");
    if (name.empty() || (!role.empty() && role != "aut")) continue;
    authors.push_back({name, collapse_space(detail(record, *creator, "file-as"))});
  }
  return authors;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Atom wants a URI (RFC 4287, 4.2.6). An identifier that is neither one nor an ISBN names a book
// only together with its title: programs that make books write the same word into many.
std::string identifier_of(const XmlNode& package, const Record& record, const std::string& title) {
  std::string text;
  for (const XmlNode* identifier : record.all("identifier")) {
    const bool unique = identifier->attribute("id") == package.attribute("unique-identifier");
    if (text.empty() || unique) text = collapse_space(identifier->all_text());
    if (unique && !text.empty()) break;
  }
  if (text.empty()) return {};
  if (is_absolute_uri(text)) return text;
  if (const std::string isbn = isbn_13(text); !isbn.empty()) return "urn:isbn:" + isbn;
  return "urn:uuid:" + uuid_v5_url(text + "\n" + title);
}

// The moment of a date, and the day that it says.
std::string moment_of(const std::string& text) {
  const std::optional<Date> date = parse_date(text);
  return date ? utc_moment(*date).value_or("") : std::string{};
}
std::string day_of(const std::string& text) {
  const std::optional<Date> date = parse_date(text);
  const bool plain = date && date->start.year && *date->start.year > 0 &&
                     *date->start.year <= 9999 && date->start.season == 0;
  if (!plain) return {};
  Date only;
  only.start = date->start;
  return day_string(only);
}

std::vector<std::string> texts_of(const Record& record, std::string_view name) {
  std::vector<std::string> texts;
  for (const XmlNode* element : record.all(name)) {
    std::string text = collapse_space(element->all_text());
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) {
      texts.push_back(std::move(text));
    }
  }
  return texts;
}

void read_series(const Record& record, Book& book) {
  for (const XmlNode* element : record.elements()) {
    if (element->attribute("property") != "belongs-to-collection") continue;
    book.series = collapse_space(element->all_text());
    book.position = detail(record, *element, "group-position");
    break;
  }
  if (book.series.empty()) {
    book.series = record.named("calibre:series");
    book.position = record.named("calibre:series_index");
  }
  const bool number = !book.position.empty() && book.position.size() < 10 &&
                      book.position.find_first_not_of("0123456789.") == std::string::npos &&
                      is_digit(book.position.front()) && is_digit(book.position.back()) &&
                      std::ranges::count(book.position, '.') < 2;
  if (!number) book.position.clear();
}

}  // namespace

void read_package_record(const XmlNode& package, Book& book) {
  const XmlNode* metadata = package.child("metadata");
  if (metadata == nullptr) return;
  const Record record(*metadata);
  if (std::string title = title_of(record); !title.empty()) book.title = std::move(title);
  book.identifier = identifier_of(package, record, book.title);
  book.authors = authors_of(record);
  book.languages = texts_of(record, "language");
  book.subjects = texts_of(record, "subject");
  book.publisher = record.first("publisher");
  book.summary = record.first("description");
  book.rights = record.first("rights");
  const std::string date = record.first("date");
  book.issued = day_of(date);
  book.updated = moment_of(record.property("dcterms:modified"));
  if (book.updated.empty()) book.updated = moment_of(date);
  read_series(record, book);
}

std::string cover_address(const XmlNode& package) {
  const XmlNode* manifest = package.child("manifest");
  const XmlNode* metadata = package.child("metadata");
  if (manifest == nullptr) return {};
  const std::string named = metadata == nullptr ? std::string{} : Record(*metadata).named("cover");
  std::string address;
  for (const XmlNode& item : manifest->children) {
    const std::string properties = " " + item.attribute("properties") + " ";
    if (properties.find(" cover-image ") != std::string::npos) return item.attribute("href");
    if (!named.empty() && item.attribute("id") == named) address = item.attribute("href");
  }
  return address;
}

}  // namespace pressmark::opds
