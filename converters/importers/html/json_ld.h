// converters/importers/html/json_ld.h: the JSON-LD of a page, read as pages write it.
//
// No JSON-LD processor: contexts are not expanded, since pages use schema.org's names as they are.
// What is damaged in the usual ways (comments, control characters, final commas or semicolons) is
// repaired; what is damaged otherwise is passed over.
#pragma once

#include <deque>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "converters/importers/html/dom.h"
#include "core/base/location.h"

namespace pressmark::html {

// An object with a type, at any level of a script.
struct LinkedItem {
  std::string type;  // the first type, without "http://schema.org/"
  const nlohmann::json* object;
  Location from;  // of the script
  int level = 0;  // 0: at the top or in @graph
};

class LinkedData {
 public:
  explicit LinkedData(const Dom& dom);

  // All objects with a type, in the order of the page.
  const std::vector<LinkedItem>& items() const { return items_; }
  // Scripts that could not be read.
  int damaged() const { return damaged_; }
  // The object that a reference {"@id": ...} stands for; else the value itself.
  const nlohmann::json& resolve(const nlohmann::json& value) const;
  // The property as resolved value; null where there is none.
  const nlohmann::json* property(const nlohmann::json& object, std::string_view name) const;
  // The property as one line of plain text: of an array the first, of an object its name; a number
  // as written. Empty where there is none.
  std::string text(const nlohmann::json& object, std::string_view name) const;

 private:
  void collect(const nlohmann::json& value, Location from, int level);

  std::deque<nlohmann::json> scripts_;  // a deque: the items point into it
  std::vector<LinkedItem> items_;
  std::unordered_map<std::string, const nlohmann::json*> by_id_;
  int damaged_ = 0;
};

// Whether a schema.org type is an article of some kind, or a page that holds one.
bool is_article_type(std::string_view type);
// A forum posting, or a page of a question with its answers.
bool is_thread_type(std::string_view type);

}  // namespace pressmark::html
