// converters/opds/book.h: what a catalogue says of a book, read from the EPUB publication itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/pipeline/context.h"

namespace pressmark::opds {

struct Person {
  std::string name;
  std::string sort_name;  // empty: not said
};

// A picture of the cover, as a file beside the catalogue.
struct Picture {
  std::string name;  // "0f3a....jpg": of the digest of the octets
  std::string media_type;
  int width = 0;  // pixels; 0 where they are not known
  int height = 0;
};

struct Book {
  std::string path;  // of the file, relative to the catalogue, '/' between folders, not encoded
  std::string media_type;
  std::size_t octets = 0;

  std::string identifier;  // a URI, never empty
  std::string title;       // never empty
  std::vector<Person> authors;
  std::vector<std::string> languages;  // BCP 47 tags
  std::vector<std::string> subjects;
  std::string publisher;
  std::string summary;
  std::string rights;
  std::string issued;   // "2026-11-20", or less of it; empty: not said
  std::string updated;  // a moment in UTC (common/utc_moment.h), never empty
  std::string series;
  std::string position;  // in the series, a number
  std::optional<Picture> cover;
  std::optional<Picture> thumbnail;
};

struct PictureFile {
  std::string name;  // that of the Picture
  Bytes data;
};

struct ReadBook {
  Book book;
  std::vector<PictureFile> pictures;  // the cover's and, where it is another one, the thumbnail's
};

// Reads the package document (EPUB 3.3, 5; OPF 2.0.1) of the publication `octets`. A publication
// without a title has the file's name for one, one without an identifier that is a URI or an ISBN a
// UUID of version 5 of what it has together with the title, and without a date 1970. The cover is
// the image that the manifest or EPUB 2's meta element names; its thumbnail has sides of at most
// 300 pixels. Fails with ErrorKind::unrecognised for what is no ZIP archive with a package
// document, and with ErrorKind::limit where it unpacks to more than Limits::all_resource_bytes.
Result<ReadBook> read_book(const std::string& path, std::string_view octets, const Limits& limits);

}  // namespace pressmark::opds
