#include <algorithm>
#include <array>
#include <map>

#include "converters/common/json.h"
#include "converters/records/record_builder.h"
#include "converters/records/records.h"
#include "core/base/utf8.h"

namespace pressmark::records {
namespace {

constexpr int deepest = 64;

struct WorkType {
  std::string_view name;
  ItemType type;
};

// schema.org's works, the narrower before the wider: of several types the first counts.
constexpr std::array work_types = {
    WorkType{"NewsArticle", ItemType::article_newspaper},
    WorkType{"ReportageNewsArticle", ItemType::article_newspaper},
    WorkType{"AnalysisNewsArticle", ItemType::article_newspaper},
    WorkType{"OpinionNewsArticle", ItemType::article_newspaper},
    WorkType{"BackgroundNewsArticle", ItemType::article_newspaper},
    WorkType{"ReviewNewsArticle", ItemType::review},
    WorkType{"ScholarlyArticle", ItemType::article_journal},
    WorkType{"MedicalScholarlyArticle", ItemType::article_journal},
    WorkType{"BlogPosting", ItemType::post_weblog},
    WorkType{"LiveBlogPosting", ItemType::post_weblog},
    WorkType{"SocialMediaPosting", ItemType::post},
    WorkType{"DiscussionForumPosting", ItemType::post},
    WorkType{"Report", ItemType::report},
    WorkType{"TechArticle", ItemType::webpage},
    WorkType{"Review", ItemType::review},
    WorkType{"Chapter", ItemType::chapter},
    WorkType{"Book", ItemType::book},
    WorkType{"Thesis", ItemType::thesis},
    WorkType{"Dataset", ItemType::dataset},
    WorkType{"SoftwareSourceCode", ItemType::software},
    WorkType{"SoftwareApplication", ItemType::software},
    WorkType{"Movie", ItemType::motion_picture},
    WorkType{"Article", ItemType::webpage},
    WorkType{"CreativeWork", ItemType::document},
};

std::string text_of(const Json& value) {
  if (value.is_string()) return utf8::to_text(value.get_ref<const std::string&>());
  if (value.is_number()) return value.dump();
  if (value.is_object() && value.contains("@value")) return text_of(value["@value"]);
  return {};
}

std::string member(const Json& object, const char* name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() ? "" : text_of(*found);
}

// The value itself, or the items of an array.
template <class Visit>
void each(const Json& value, Visit visit) {
  if (value.is_array()) {
    for (const Json& item : value) visit(item);
  } else if (!value.is_null()) {
    visit(value);
  }
}

bool has_type(const Json& node, std::string_view name) {
  bool found = false;
  const auto type = node.find("@type");
  if (type != node.end()) each(*type, [&](const Json& item) { found |= text_of(item) == name; });
  return found;
}

std::optional<ItemType> work_type(const Json& node) {
  if (!node.is_object()) return {};
  for (const WorkType& row : work_types) {
    if (has_type(node, row.name)) return row.type;
  }
  return {};
}

using ById = std::map<std::string, const Json*>;

class WorkReader {
 public:
  WorkReader(std::string_view source, Diagnostics& diagnostics, const ById& by_id)
      : record_(source, diagnostics), by_id_(by_id) {}

  Metadata read(const Json& work, ItemType type) {
    record_.type(type);
    for (const auto& [name, value] : work.items()) take(name, value);
    return record_.take();
  }

 private:
  // A node that only refers to another one by its @id.
  const Json& resolved(const Json& value) const {
    if (!value.is_object() || value.size() != 1 || !value.contains("@id")) return value;
    const auto found = by_id_.find(text_of(value["@id"]));
    return found == by_id_.end() ? value : *found->second;
  }

  void take(const std::string& name, const Json& value) {
    using TextName = std::pair<std::string_view, Variable>;
    constexpr std::array texts = {
        TextName{"headline", Variable::title},
        TextName{"name", Variable::title},
        TextName{"alternativeHeadline", Variable::subtitle},
        TextName{"articleSection", Variable::section},
        TextName{"pagination", Variable::page},
        TextName{"abstract", Variable::abstract_text},
        TextName{"description", Variable::abstract_text},
        TextName{"inLanguage", Variable::language},
        TextName{"license", Variable::license},
        TextName{"copyrightNotice", Variable::rights},
        TextName{"isbn", Variable::isbn},
        TextName{"issn", Variable::issn},
        TextName{"volumeNumber", Variable::volume},
        TextName{"issueNumber", Variable::issue},
        TextName{"version", Variable::version},
    };
    using RoleName = std::pair<std::string_view, Role>;
    constexpr std::array roles = {
        RoleName{"author", Role::author},           RoleName{"creator", Role::author},
        RoleName{"editor", Role::editor},           RoleName{"translator", Role::translator},
        RoleName{"illustrator", Role::illustrator}, RoleName{"contributor", Role::contributor}};
    const auto text = std::ranges::find(texts, name, &TextName::first);
    if (text != texts.end()) return first_text(text->second, value, name);
    const auto role = std::ranges::find(roles, name, &RoleName::first);
    if (role != roles.end()) return people(role->second, value, name);
    if (name == "url" || name == "mainEntityOfPage") {
      const Json& page = resolved(value);
      const std::string address = page.is_object() ? member(page, "@id") : text_of(page);
      const bool web = address.starts_with("http://") || address.starts_with("https://");
      if (web && record_.record().find(Variable::url) == nullptr) {
        record_.text(Variable::url, address, name);
      }
    } else if (name == "datePublished") {
      record_.date(DateVariable::issued, text_of(value), name);
    } else if (name == "dateModified") {
      record_.date(DateVariable::modified, text_of(value), name);
    } else if (name == "publisher") {
      named(Variable::publisher, value, name);
    } else if (name == "sourceOrganization") {
      named(Variable::source, value, name);
    } else if (name == "isPartOf") {
      container(resolved(value));
    } else if (name == "keywords") {
      keywords(value);
    } else if (name == "identifier" || name == "sameAs") {
      each(value, [&](const Json& item) { identifier(item, name); });
    } else if (!name.starts_with('@') && name != "image" && name != "articleBody") {
      record_.unknown(name, value.is_structured()
                                ? value.dump(-1, ' ', false, Json::error_handler_t::replace)
                                : text_of(value));
    }
  }

  // Members that stand for the same variable come in the order of their names.
  void first_text(Variable variable, const Json& value, const std::string& name) {
    bool done = record_.record().find(variable) != nullptr;
    each(value, [&](const Json& item) {
      std::string text = text_of(item);
      if (text.empty() && item.is_object()) text = member(item, "name");
      if (done || text.empty()) return;
      record_.text(variable, text, name);
      done = true;
    });
  }

  void named(Variable variable, const Json& value, const std::string& name) {
    each(value, [&](const Json& item) {
      const Json& node = resolved(item);
      const std::string words = node.is_object() ? member(node, "name") : text_of(node);
      if (record_.record().find(variable) == nullptr) record_.text(variable, words, name);
    });
  }

  void people(Role role, const Json& value, const std::string& field) {
    each(value, [&](const Json& item) {
      const Json& node = resolved(item);
      Name name = node.is_object() ? name_of(node) : name_by_order(text_of(node));
      if (name.empty()) return record_.ignore(field);
      record_.name(role, std::move(name), member(node, "jobTitle"));
    });
  }

  static Name name_of(const Json& node) {
    const std::string whole = member(node, "name");
    Name name = person_name(member(node, "givenName"), member(node, "familyName"));
    if (name.family.empty() && name.given.empty()) {
      const bool person = has_type(node, "Person") || !node.contains("@type");
      name = person ? name_by_order(whole) : literal_name(whole);
    }
    if (name.is_person()) name.suffix = member(node, "honorificSuffix");
    each(node.contains("sameAs") ? node["sameAs"] : Json(), [&](const Json& item) {
      if (name.uri.empty()) name.uri = text_of(item);
    });
    return name;
  }

  // An issue is part of a volume, and that of a periodical.
  void container(const Json& node) {
    const Json* part = &node;
    for (int level = 0; level < 4 && part->is_object(); ++level) {
      const Json& found = *part;
      if (has_type(found, "PublicationIssue")) {
        record_.text(Variable::issue, member(found, "issueNumber"), "isPartOf");
      } else if (has_type(found, "PublicationVolume")) {
        record_.text(Variable::volume, member(found, "volumeNumber"), "isPartOf");
      } else if (!has_type(found, "WebPage")) {
        record_.text(Variable::container_title, member(found, "name"), "isPartOf");
      }
      record_.text(Variable::issn, member(found, "issn"), "isPartOf");
      const auto outer = found.find("isPartOf");
      if (outer == found.end()) return;
      part = &resolved(*outer);
    }
  }

  void keywords(const Json& value) {
    each(value, [&](const Json& item) {
      std::string text = text_of(item);
      if (text.empty() && item.is_object()) text = member(item, "name");
      std::string word;
      // A list may stand in one string.
      for (const char c : text + (value.is_array() ? "" : ",")) {
        if (c == ',' && !value.is_array()) {
          record_.keyword(std::move(word));
          word.clear();
        } else {
          word += c;
        }
      }
      record_.keyword(std::move(word));
    });
  }

  void identifier(const Json& item, const std::string& field) {
    const std::string value = item.is_object() ? member(item, "value") : text_of(item);
    const bool doi = value.find("doi.org/10.") != std::string::npos || value.starts_with("10.") ||
                     value.starts_with("doi:");
    if (doi) {
      record_.doi(value, field);
    } else if (value.starts_with("urn:")) {
      record_.text(Variable::identifier, value, field);
    } else {
      record_.unknown(field, value);
    }
  }

  RecordBuilder record_;
  const ById& by_id_;
};

}  // namespace

Result<std::vector<Metadata>> read_json_ld(std::string_view text, std::string_view source,
                                           Context& context) {
  const Result<Json> parsed = parse_json(text, context.limits, deepest);
  if (!parsed) return parsed.error();
  std::vector<const Json*> nodes;
  each(*parsed, [&](const Json& item) {
    if (!item.is_object()) return;
    nodes.push_back(&item);
    if (const auto graph = item.find("@graph"); graph != item.end()) {
      each(*graph, [&](const Json& node) {
        if (node.is_object()) nodes.push_back(&node);
      });
    }
  });
  ById by_id;
  for (const Json* node : nodes) {
    if (const std::string id = member(*node, "@id"); !id.empty() && node->size() > 1) {
      by_id.try_emplace(id, node);
    }
  }
  std::vector<Metadata> records;
  for (const Json* node : nodes) {
    if (const auto type = work_type(*node)) {
      records.push_back(WorkReader(source, context.diagnostics, by_id).read(*node, *type));
    }
  }
  if (records.empty()) {
    return Error(ErrorKind::unrecognised, "this JSON has no work of schema.org",
                 "an Article or another CreativeWork is read");
  }
  return records;
}

}  // namespace pressmark::records
