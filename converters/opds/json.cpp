// The catalogue as OPDS 2.0, a Readium Web Publication Manifest of other manifests.
#include "converters/common/json.h"

#include <charconv>

#include "converters/opds/addresses.h"
#include "converters/opds/catalogue.h"

namespace pressmark::opds {
namespace {

OrderedJson link(const std::string& path, std::string_view media_type) {
  OrderedJson object;
  put(object, "href", relative_address(path));
  put(object, "type", std::string(media_type));
  return object;
}

// A list, or its only value alone.
void put_list(OrderedJson& object, std::string_view key, const std::vector<std::string>& values) {
  if (values.size() == 1) {
    put(object, key, values[0]);
  } else if (!values.empty()) {
    put(object, key, values);
  }
}

// Of digits with a full stop among them (Book::position), whatever the locale.
OrderedJson number_of(const std::string& digits) {
  double number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const auto whole = static_cast<long long>(number);
  return static_cast<double>(whole) == number ? OrderedJson(whole) : OrderedJson(number);
}

OrderedJson metadata_of(const Book& book) {
  OrderedJson metadata;
  put(metadata, "@type", "http://schema.org/Book");
  put(metadata, "identifier", book.identifier);
  put(metadata, "title", book.title);
  OrderedJson authors = OrderedJson::array();
  for (const Person& author : book.authors) {
    OrderedJson person;
    put(person, "name", author.name);
    put_if(person, "sortAs", author.sort_name);
    authors.push_back(std::move(person));
  }
  if (!authors.empty()) put(metadata, "author", std::move(authors));
  put_list(metadata, "language", book.languages);
  put_if(metadata, "publisher", book.publisher);
  put_if(metadata, "published", book.issued);
  put(metadata, "modified", book.updated);
  if (!book.subjects.empty()) put(metadata, "subject", book.subjects);
  put_if(metadata, "description", book.summary);
  put_if(metadata, "rights", book.rights);
  if (!book.series.empty()) {
    OrderedJson series;
    put(series, "name", book.series);
    if (!book.position.empty()) put(series, "position", number_of(book.position));
    OrderedJson whole;
    put(whole, "series", std::move(series));
    put(metadata, "belongsTo", std::move(whole));
  }
  return metadata;
}

OrderedJson publication_of(const Entry& entry, const Places& places) {
  OrderedJson publication;
  put(publication, "metadata", metadata_of(entry.book()));
  OrderedJson links = OrderedJson::array();
  for (const Book& book : entry.books) {
    OrderedJson one = link(book.path, book.media_type);
    put(one, "rel", std::string(open_access));
    put(one, "size", book.octets);
    links.push_back(std::move(one));
  }
  put(publication, "links", std::move(links));
  OrderedJson images = OrderedJson::array();
  const auto add = [&](const std::optional<Picture>& picture) {
    if (!picture) return;
    OrderedJson one = link(places.picture_folder + picture->name, picture->media_type);
    if (picture->width > 0 && picture->height > 0) {
      put(one, "width", picture->width);
      put(one, "height", picture->height);
    }
    images.push_back(std::move(one));
  };
  const Book& book = entry.book();
  add(book.cover);
  if (book.cover && book.thumbnail->name != book.cover->name) add(book.thumbnail);
  if (!images.empty()) put(publication, "images", std::move(images));
  return publication;
}

}  // namespace

Bytes write_json(const Catalogue& catalogue, const Places& places) {
  OrderedJson root;
  OrderedJson metadata;
  put(metadata, "identifier", catalogue.identifier);
  put(metadata, "title", catalogue.title);
  put(metadata, "modified", catalogue.updated);
  put(metadata, "numberOfItems", catalogue.entries.size());
  put(root, "metadata", std::move(metadata));
  OrderedJson self = link(places.self, "application/opds+json");
  put(self, "rel", "self");
  put(root, "links", OrderedJson::array({std::move(self)}));
  OrderedJson publications = OrderedJson::array();
  for (const Entry& entry : catalogue.entries) {
    publications.push_back(publication_of(entry, places));
  }
  put(root, "publications", std::move(publications));
  return to_bytes(root);
}

}  // namespace pressmark::opds
