#include "converters/common/record_json.h"
#include "converters/common/resource_names.h"
#include "converters/importers/tei/state.h"
#include "converters/importers/tei/tei.h"
#include "core/model/validate.h"

namespace pressmark::tei {
namespace {

constexpr int record_depth = 16;

// Visits every element of a name inside `element`, at any depth.
template <class Visit>
void for_each(const XmlNode& element, std::string_view name, const Visit& visit) {
  for (const XmlNode& child : element.children) {
    if (child.is_text()) continue;
    if (child.name == name) visit(child);
    for_each(child, name, visit);
  }
}

const XmlNode* way(const XmlNode* element, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (element == nullptr) return nullptr;
    element = element->child(name);
  }
  return element;
}

// The record that we put into xenoData; false where there is none that can be read.
bool read_record(State& state, const XmlNode& header) {
  const XmlNode* data = header.child("xenoData");
  if (data == nullptr) return false;
  const std::string text = data->all_text();
  if (text.find("\"pressmark-record\"") == std::string::npos) return false;
  const Result<Json> parsed = parse_json(text, state.context.limits, record_depth);
  std::string failure = parsed ? "" : parsed.error().message();
  if (parsed) {
    const JsonCursor root(*parsed, failure);
    const auto record = root.need("pressmark-record");
    if (record && record->integer("version", 1, 1, 0) == 1) {
      if (const auto metadata = record->need("metadata")) {
        state.document.metadata = read_metadata(*metadata);
      }
      if (const auto provenance = record->need("provenance")) {
        state.document.provenance = read_provenance(*provenance);
      }
      if (const auto resources = record->find("resources")) {
        resources->each_item([&](const JsonCursor& item) {
          Resource resource;
          resource.id = item.text("id");
          resource.media_type = item.text("media_type");
          resource.origin = item.text("origin");
          resource.sha256 = item.text("sha256");
          resource.width = static_cast<int>(item.integer("width", 0, 1'000'000'000, 0));
          resource.height = static_cast<int>(item.integer("height", 0, 1'000'000'000, 0));
          const std::string name = std::string(image_folder) + resource_file_name(resource);
          state.known_images[name] = std::move(resource);
        });
      }
    } else if (record) {
      record->fail("is of a newer Pressmark");
    }
  }
  if (failure.empty()) return true;
  state.context.diagnostics.report(bad_value, data->from, "xenoData: " + failure);
  state.document.metadata = {};
  state.document.provenance = {};
  state.known_images.clear();
  return false;
}

Name name_of(const XmlNode& element) {
  const XmlNode* person = element.name == "persName" ? &element : element.child("persName");
  if (person == nullptr) return literal_name(line_of(element));
  Name name;
  const auto part = [&](const char* child, std::string& target) {
    if (const XmlNode* found = person->child(child)) target = line_of(*found);
  };
  part("forename", name.given);
  part("surname", name.family);
  part("nameLink", name.non_dropping_particle);
  part("genName", name.suffix);
  if (name.empty()) {
    // "Pérez, Ana" is the order of authority files.
    const std::string line = line_of(*person);
    const std::size_t comma = line.find(", ");
    name = comma == std::string::npos ? literal_name(line)
                                      : person_name(line.substr(comma + 2), line.substr(0, comma));
  }
  name.uri = person->attribute("ref").starts_with("http") ? person->attribute("ref") : "";
  return name;
}

// The record of a header that is not ours: what TEI's own elements say.
class ForeignHeader {
 public:
  ForeignHeader(State& state, const XmlNode& header)
      : state_(state), record_(state.document.metadata), header_(header) {}

  void read() {
    const XmlNode* source = way(&header_, {"fileDesc", "sourceDesc"});
    const XmlNode* analytic = way(source, {"biblStruct", "analytic"});
    const XmlNode* title = way(&header_, {"fileDesc", "titleStmt"});
    const XmlNode* statement = analytic != nullptr ? analytic : title;
    if (statement == nullptr) return;
    record_.type = ItemType::document;
    if (const XmlNode* language = way(&header_, {"profileDesc", "langUsage", "language"})) {
      const std::string& tag = language->attribute("ident");
      if (is_language_tag(tag)) state_.document.language = tag;
    }
    titles(*statement);
    if (record_.find(Variable::title) == nullptr && title != nullptr) titles(*title);
    names(*statement, "author", Role::author);
    names(*statement, "editor", Role::editor);
    if (source != nullptr) publication(*source);
    if (const XmlNode* abstract = way(&header_, {"profileDesc", "abstract"})) {
      set(Variable::abstract_text, line_of(*abstract));
    }
    for_each(header_, "term", [&](const XmlNode& term) {
      std::string keyword = line_of(term);
      if (!keyword.empty()) record_.keywords.push_back({std::move(keyword), evidence("term")});
    });
    if (const XmlNode* licence =
            way(&header_, {"fileDesc", "publicationStmt", "availability", "licence"})) {
      set(Variable::license, licence->attribute("target"));
      set(Variable::rights, line_of(*licence));
    }
  }

 private:
  static Evidence evidence(const char* element) {
    return Evidence{.source = std::string("tei:") + element};
  }
  void set(Variable variable, std::string value) {
    if (record_.find(variable) == nullptr)
      record_.set(variable, std::move(value), evidence("header"));
  }

  void titles(const XmlNode& statement) {
    for (const XmlNode& child : statement.children) {
      if (child.name != "title") continue;
      const std::string& type = child.attribute("type");
      if (type == "sub" || type == "desc") {
        set(Variable::subtitle, line_of(child));
      } else if (type.empty() || type == "main") {
        set(Variable::title, line_of(child));
      }
    }
  }

  void names(const XmlNode& statement, std::string_view element, Role role) {
    for (const XmlNode& child : statement.children) {
      if (child.name != element) continue;
      Name name = name_of(child);
      if (!name.empty())
        record_.contributors.push_back({role, std::move(name), "", evidence("author")});
    }
  }

  void publication(const XmlNode& source) {
    for_each(source, "title", [&](const XmlNode& title) {
      const std::string& level = title.attribute("level");
      if (level == "j" || level == "m" || level == "u") {
        set(Variable::container_title, line_of(title));
        if (level == "j") record_.type = ItemType::article;
      }
    });
    for_each(source, "publisher",
             [&](const XmlNode& name) { set(Variable::publisher, line_of(name)); });
    for_each(source, "pubPlace",
             [&](const XmlNode& name) { set(Variable::publisher_place, line_of(name)); });
    for_each(source, "idno", [&](const XmlNode& number) {
      const auto variable = parse_variable(number.attribute("type"));
      if (variable) set(*variable, line_of(number));
    });
    for_each(source, "ptr", [&](const XmlNode& pointer) {
      if (pointer.attribute("target").starts_with("http")) {
        set(Variable::url, pointer.attribute("target"));
      }
    });
    for_each(source, "date", [&](const XmlNode& element) {
      Date date = read_date(element);
      if (date.start.empty()) {
        const std::string words = line_of(element);
        date = parse_date(words).value_or(Date{.start = {}, .literal = words});
      }
      const std::string& type = element.attribute("type");
      const DateVariable variable = type == "accessed"   ? DateVariable::accessed
                                    : type == "modified" ? DateVariable::modified
                                                         : DateVariable::issued;
      if (record_.find(variable) == nullptr) {
        record_.set(variable, std::move(date), evidence("date"));
      }
    });
    for_each(source, "biblScope", [&](const XmlNode& scope) {
      const auto variable = parse_variable(scope.attribute("unit"));
      if (variable) set(*variable, line_of(scope));
    });
  }

  State& state_;
  Metadata& record_;
  const XmlNode& header_;
};

}  // namespace

void read_header(State& state, const XmlNode& header) {
  for_each(header, "application", [&](const XmlNode& application) {
    if (application.attribute("ident") == "pressmark") state.own = true;
  });
  if (read_record(state, header)) return;
  ForeignHeader(state, header).read();
}

}  // namespace pressmark::tei
