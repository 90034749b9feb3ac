// converters/exporters/epub/book.h: a publication as plain data, before it is packed.
#pragma once

#include <string>
#include <vector>

#include "converters/common/xhtml_body.h"
#include "core/base/result.h"
#include "core/model/document.h"

namespace pressmark::epub {

// The folder of all files but those that OCF places.
inline constexpr std::string_view root_folder = "EPUB/";

// A content document of the spine.
struct TextFile {
  std::string name;  // in root_folder
  Bytes data;
  bool has_mathml = false;
};

// A record that the package links to.
struct RecordFile {
  std::string name;  // in root_folder, with its folder
  Bytes data;
  std::string media_type;
  std::string properties = {};  // of EPUB 3.3's vocabulary of links (D.5); empty: none
};

// A font of the book's own.
struct FontFile {
  std::string name;  // in root_folder, with its folder
  Bytes data;
  std::string media_type;
  int family = 0;  // as in EmbeddedFont
  bool bold = false;
  bool italic = false;
};

struct ImageFile {
  std::string name;  // in root_folder, with its folder
  Bytes data;
  std::string media_type;
  bool animated = false;  // may be: a GIF
};

// A line of the contents: the headline of an article (rank 1) or a heading below it.
struct Entry {
  std::string text;
  std::string address;  // file, with a fragment where it is not the file's beginning
  int rank = 1;
};

struct PageEntry {
  std::string label;
  std::string address;
};

// What one article became.
struct Chapter {
  std::vector<TextFile> files;
  std::vector<Entry> entries;
  std::vector<PageEntry> pages;
  xhtml::Counts counts;
};

// What the package says of the book as a whole.
struct BookIdentity {
  std::string identifier;  // "urn:uuid:..."
  std::string modified;    // "2026-11-20T05:30:00Z"
  std::string title;       // never empty
  std::string language;    // never empty: "und" where it is not known
  Direction direction = Direction::left_to_right;
  bool vertical = false;
};

}  // namespace pressmark::epub
