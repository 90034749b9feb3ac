// converters/importers/html/ids.h: the places of an article that links lead to.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/model/document.h"

namespace pressmark::html {

// Source ids become unique NCNames; several source ids can mean one place. Only ids that some link
// of the page asks for are kept, so that a document has no ids without use.
class Ids {
 public:
  // Notes that a link wants this fragment.
  void want(std::string_view source_id) { wanted_.emplace(source_id); }
  bool is_wanted(std::string_view source_id) const { return wanted_.contains(source_id); }

  // Makes `id` (of a block or inline) a place for `source_id`: sets it where it is empty, and
  // remembers the name it has.
  void place(std::string_view source_id, std::string& id);

  // The document's id for a source id; empty where the place is not in the document.
  std::string find(std::string_view source_id) const;

 private:
  std::string unique_name(std::string_view source_id);

  std::set<std::string, std::less<>> wanted_;
  std::map<std::string, std::string, std::less<>> names_;  // by source id
  std::set<std::string, std::less<>> used_;
  std::map<std::string, int, std::less<>> last_numbers_;  // by name
};

// Replaces the "#source-id" targets of links by the document's ids; links to places that are not in
// the document become their children. Returns the targets of these.
std::set<std::string> settle_links(Document& document, const Ids& ids);

}  // namespace pressmark::html
