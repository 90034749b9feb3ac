// converters/archive/catalogue_entry.h: what the catalogue knows of an article, read from the root.
#pragma once

#include <string>

#include "converters/archive/inventory.h"
#include "converters/archive/store.h"
#include "core/base/result.h"

namespace pressmark::archive {

// Of the newest version. Texts are empty where the record has no value.
struct CatalogueEntry {
  std::string id;
  std::string object_path;  // below the root
  std::string stamp;        // the object's sidecar: says which state of the object this is
  int version = 0;
  std::string created;  // of that version, RFC 3339
  std::string title;
  std::string authors;              // "Jane Doe; Reuters"
  std::string issued;               // the written form of core/model/date.h, to the day
  std::string first_day, last_day;  // what `issued` covers
  std::string language;             // BCP 47
  std::string publisher;            // with the title of the publication
  std::string place;
  std::string agency;
  std::string url;
  std::string csl;   // the record as CSL-JSON: one item
  std::string text;  // of the article, one line for each block

  bool operator==(const CatalogueEntry&) const = default;
};

// Reads metadata/csl.json and tei/article.xml of the newest version. An object without one of them
// (another program's) has the fields empty that it would fill. Fails where a file is damaged.
Result<CatalogueEntry> read_catalogue_entry(const Store& store, const std::string& object_path,
                                            const Inventory& inventory);

// The octets that tell the states of an object apart; empty where there is no such object.
std::string object_stamp(const Store& store, const std::string& object_path);

// The text of a version's TEI: front matter and body, one line for each block. Fails with
// ErrorKind::unreadable where the version has none, ErrorKind::unrecognised where it is no XML.
Result<std::string> read_article_text(const Store& store, const Inventory& inventory, int version);

}  // namespace pressmark::archive
