#include "converters/importers/html/json_ld.h"

#include <algorithm>
#include <array>

#include "converters/importers/html/plain_text.h"

namespace pressmark::html {
namespace {

using nlohmann::json;

constexpr int deepest_level = 12;
constexpr std::size_t most_items = 5000;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \n\t\r;");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \n\t\r;") - first + 1);
}

// Takes away the comment or CDATA marks that some sites put around or in a script.
std::string without_marks(std::string_view text) {
  std::string clean(text);
  constexpr std::array<std::string_view, 7> marks = {"<!--",      "-->", "//<![CDATA[", "//]]>",
                                                     "<![CDATA[", "]]>", "/*]]>*/"};
  for (const std::string_view mark : marks) {
    std::size_t at = 0;
    while ((at = clean.find(mark, at)) != std::string::npos) clean.erase(at, mark.size());
  }
  return clean;
}

// Escapes line ends inside of strings and drops commas before a closing bracket.
std::string repaired(std::string_view text) {
  std::string clean;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\' && i + 1 < text.size()) {
        const bool known =
            std::string_view("\"\\/bfnrtu").find(text[i + 1]) != std::string_view::npos;
        if (known) clean += c;
        clean += text[++i];
      } else if (c == '\n' || c == '\t' || c == '\r') {
        clean += ' ';
      } else {
        in_string = c != '"';
        clean += c;
      }
      continue;
    }
    if (c == ',') {
      const auto next = text.find_first_not_of(" \n\t\r,", i + 1);
      if (next == std::string_view::npos || text[next] == '}' || text[next] == ']') continue;
    }
    in_string = c == '"';
    clean += c;
  }
  return clean;
}

json parse_script(std::string_view text) {
  json value = json::parse(trimmed(text), nullptr, false);
  if (!value.is_discarded()) return value;
  const std::string unmarked = without_marks(text);
  value = json::parse(repaired(trimmed(unmarked)), nullptr, false);
  if (!value.is_discarded()) return value;
  // A script cut off in the middle or with something behind its end: the first whole object.
  return value;
}

std::string type_name(const json& type) {
  const json& first = type.is_array() && !type.empty() ? type.front() : type;
  if (!first.is_string()) return {};
  const auto& name = first.get_ref<const std::string&>();
  const auto slash = name.find_last_of("/#:");
  return slash == std::string::npos ? name : name.substr(slash + 1);
}

}  // namespace

LinkedData::LinkedData(const Dom& dom) {
  for (const Node* node = dom.root(); node != nullptr; node = next_in_order(node, dom.root())) {
    if (!node->is("script")) continue;
    const std::string_view type = node->attribute("type");
    if (!type.starts_with("application/ld+json")) continue;
    std::string text;
    for (const Node* child = node->first_child; child != nullptr; child = child->next) {
      text += child->text;
    }
    if (trimmed(text).empty()) continue;
    json value = parse_script(text);
    if (value.is_discarded()) {
      ++damaged_;
      continue;
    }
    scripts_.push_back(std::move(value));
    collect(scripts_.back(), node->from, 0);
  }
}

void LinkedData::collect(const json& value, Location from, int level) {
  if (level > deepest_level || items_.size() >= most_items) return;
  if (value.is_array()) {
    for (const json& element : value) collect(element, from, level);
    return;
  }
  if (!value.is_object()) return;
  const auto type = value.find("@type");
  if (type != value.end()) {
    std::string name = type_name(*type);
    if (!name.empty()) items_.push_back({std::move(name), &value, from, level});
  }
  const auto id = value.find("@id");
  if (id != value.end() && id->is_string() && value.size() > 1) {
    by_id_.try_emplace(id->get<std::string>(), &value);
  }
  for (const auto& [name, member] : value.items()) {
    if (member.is_structured()) collect(member, from, name == "@graph" ? level : level + 1);
  }
}

const json& LinkedData::resolve(const json& value) const {
  if (!value.is_object() || value.size() != 1) return value;
  const auto id = value.find("@id");
  if (id == value.end() || !id->is_string()) return value;
  const auto found = by_id_.find(id->get_ref<const std::string&>());
  return found == by_id_.end() ? value : *found->second;
}

const json* LinkedData::property(const json& object, std::string_view name) const {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return nullptr;
  return &resolve(*found);
}

std::string LinkedData::text(const json& object, std::string_view name) const {
  const json* value = property(object, name);
  for (int level = 0; value != nullptr && level < 4; ++level) {
    if (value->is_string()) return plain_text(value->get_ref<const std::string&>());
    if (value->is_number_integer()) return value->dump();
    if (value->is_array()) {
      value = value->empty() ? nullptr : &resolve(value->front());
    } else if (value->is_object()) {
      const char* member = value->contains("name") ? "name" : "@value";
      value = property(*value, member);
    } else {
      value = nullptr;
    }
  }
  return {};
}

bool is_article_type(std::string_view type) {
  constexpr std::array<std::string_view, 17> types = {"AdvertiserContentArticle",
                                                      "AnalysisNewsArticle",
                                                      "Article",
                                                      "AskPublicNewsArticle",
                                                      "BackgroundNewsArticle",
                                                      "BlogPosting",
                                                      "LiveBlogPosting",
                                                      "MedicalScholarlyArticle",
                                                      "NewsArticle",
                                                      "OpinionNewsArticle",
                                                      "Report",
                                                      "ReportageNewsArticle",
                                                      "Review",
                                                      "ReviewNewsArticle",
                                                      "ScholarlyArticle",
                                                      "SatiricalArticle",
                                                      "TechArticle"};
  return std::ranges::find(types, type) != types.end();
}

bool is_thread_type(std::string_view type) {
  return type == "DiscussionForumPosting" || type == "QAPage" || type == "Question";
}

}  // namespace pressmark::html
