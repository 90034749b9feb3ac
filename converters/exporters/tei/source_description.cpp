#include "converters/exporters/tei/source_description.h"

#include <algorithm>
#include <array>

#include "converters/exporters/tei/attributes.h"

namespace pressmark::tei {
namespace {

// Variables that write_source_description() or the rest of the header has an element for.
constexpr std::array has_place = {
    Variable::title,
    Variable::subtitle,
    Variable::title_short,
    Variable::headline,
    Variable::container_title,
    Variable::container_title_short,
    Variable::site,
    Variable::collection_title,
    Variable::doi,
    Variable::pmid,
    Variable::pmcid,
    Variable::issn,
    Variable::isbn,
    Variable::url,
    Variable::source,
    Variable::edition,
    Variable::publisher,
    Variable::publisher_place,
    Variable::volume,
    Variable::issue,
    Variable::page,
    Variable::part,
    Variable::chapter_number,
    Variable::collection_number,
    Variable::abstract_text,
    Variable::license,
    Variable::rights,
    Variable::identifier,
    Variable::language,
};

bool is_placed(Variable variable) {
  return std::ranges::find(has_place, variable) != has_place.end();
}

bool is_inferred(const Metadata& record, Variable variable) {
  const auto* found = record.find(variable);
  return found != nullptr && found->evidence.inferred;
}

class SourceWriter {
 public:
  SourceWriter(XmlWriter& xml, const Metadata& record, Profile profile)
      : xml_(xml), record_(record), is_article_(profile == Profile::article), profile_(profile) {}

  void analytic() {
    xml_.line().start("analytic");
    for (const Contributor& contributor : record_.contributors) {
      if (contributor.role == Role::container_author) continue;
      xml_.line();
      write_contributor(xml_, contributor, profile_);
    }
    if (!record_.text(Variable::source).empty()) {
      xml_.line().start("respStmt").element("resp", "source");
      xml_.element("orgName", record_.text(Variable::source)).end();
    }
    title(Variable::title, "a", "main");
    title(Variable::subtitle, "a", "sub");
    title(Variable::title_short, "a", "short");
    title(Variable::headline, "a", is_article_ ? "headline" : "alt");
    if (record_.find(Variable::title) == nullptr) {
      xml_.line().start("title").attribute("level", "a").end();
    }
    if (is_article_ && is_language()) {
      xml_.line().start("textLang").attribute("mainLang", record_.text(Variable::language)).end();
    }
    identifier(Variable::doi);
    identifier(Variable::pmid);
    identifier(Variable::pmcid);
    url();
    xml_.end_line();
  }

  void monograph() {
    xml_.line().start("monogr");
    for (const Contributor& contributor : record_.with_role(Role::container_author)) {
      xml_.line();
      write_contributor(xml_, {Role::author, contributor.name, contributor.position, {}}, profile_);
    }
    title(Variable::container_title, "j", "main");
    title(Variable::container_title_short, "j", "short");
    title(Variable::site, "j", is_article_ ? "site" : "alt");
    const bool titled = record_.find(Variable::container_title) != nullptr ||
                        record_.find(Variable::container_title_short) != nullptr ||
                        record_.find(Variable::site) != nullptr;
    if (!titled) xml_.line().start("title").attribute("level", "j").end();
    identifier(Variable::issn);
    identifier(Variable::isbn);
    element(Variable::edition, "edition");
    imprint();
    xml_.end_line();
  }

  void series() {
    if (record_.find(Variable::collection_title) == nullptr &&
        record_.find(Variable::collection_number) == nullptr) {
      return;
    }
    xml_.line().start("series");
    title(Variable::collection_title, "s", "main");
    scope(Variable::collection_number, "volume");
    xml_.end_line();
  }

  void notes() {
    for (const auto& [variable, value] : record_.texts()) {
      if (is_placed(variable)) continue;
      xml_.line().start("note").attribute("type", to_string(variable));
      if (value.evidence.inferred && is_article_) xml_.attribute("cert", "medium");
      xml_.text(value.value).end();
    }
    for (const auto& [key, value] : record_.extra) {
      xml_.line().start("note").attribute("type", "extra").attribute("n", key);
      xml_.text(value).end();
    }
    const std::string& address = record_.text(Variable::url);
    if (!address.empty() && !pointer(address)) {
      xml_.line().start("note").attribute("type", "URL").text(address).end();
    }
  }

 private:
  bool is_language() const { return record_.find(Variable::language) != nullptr; }

  void title(Variable variable, const char* level, const char* type) {
    const std::string& value = record_.text(variable);
    if (value.empty()) return;
    xml_.line().start("title").attribute("level", level).attribute("type", type);
    if (is_inferred(record_, variable) && is_article_) xml_.attribute("cert", "medium");
    xml_.text(value).end();
  }

  void element(Variable variable, const char* name) {
    const std::string& value = record_.text(variable);
    if (!value.empty()) xml_.line().element(name, value);
  }

  void identifier(Variable variable) {
    const std::string& value = record_.text(variable);
    if (value.empty()) return;
    xml_.line().start("idno").attribute("type", to_string(variable)).text(value).end();
  }

  void url() {
    const std::string& address = record_.text(Variable::url);
    if (address.empty()) return;
    if (const auto target = pointer(address)) {
      xml_.line().start("ptr").attribute("target", *target);
      if (*target != address) xml_.attribute("n", address);
      xml_.end();
    }
  }

  void scope(Variable variable, const char* unit) {
    const std::string& value = record_.text(variable);
    if (value.empty()) return;
    xml_.line().start("biblScope").attribute("unit", unit);
    if (variable == Variable::page) page_range(value);
    xml_.text(value).end();
  }

  // "4-5" and "4–5" also as numbers.
  void page_range(const std::string& pages) {
    std::size_t end = 0;
    while (end < pages.size() && pages[end] >= '0' && pages[end] <= '9') ++end;
    std::string_view rest = std::string_view(pages).substr(end);
    for (const std::string_view dash : {"-", "–"}) {
      if (rest.starts_with(dash)) {
        rest.remove_prefix(dash.size());
        break;
      }
    }
    const bool numbers = end > 0 && !rest.empty() && end + rest.size() < pages.size() &&
                         std::ranges::all_of(rest, [](char c) { return c >= '0' && c <= '9'; });
    if (numbers) xml_.attribute("from", pages.substr(0, end)).attribute("to", rest);
  }

  void imprint() {
    xml_.line().start("imprint");
    element(Variable::publisher_place, "pubPlace");
    element(Variable::publisher, "publisher");
    bool empty = record_.find(Variable::publisher_place) == nullptr &&
                 record_.find(Variable::publisher) == nullptr;
    for (const auto& [variable, value] : record_.dates()) {
      xml_.line().start("date");
      if (is_article_) xml_.attribute("type", date_type(variable));
      write_date_attributes(xml_, value.value);
      // A year that the dateline leaves out, for example, is a conclusion of ours.
      if (value.evidence.inferred && is_article_) xml_.attribute("cert", "medium");
      xml_.text(shown_date(value.value)).end();
      empty = false;
    }
    if (empty) xml_.line().start("date").end();
    scope(Variable::volume, "volume");
    scope(Variable::issue, "issue");
    scope(Variable::page, "page");
    scope(Variable::part, "part");
    scope(Variable::chapter_number, "chapter");
    xml_.end_line();
  }

  static std::string_view date_type(DateVariable variable) {
    return variable == DateVariable::issued ? "published" : to_string(variable);
  }

  XmlWriter& xml_;
  const Metadata& record_;
  bool is_article_;
  Profile profile_;
};

void write_person(XmlWriter& xml, const Name& name, Profile profile) {
  xml.start("persName");
  if (profile == Profile::bptl3) {
    xml.text(sort_name(name)).end();
    return;
  }
  if (const auto address = pointer(name.uri); address && !name.uri.empty()) {
    xml.attribute("ref", *address);
  }
  bool first = true;
  const auto part = [&](const char* element, const char* type, const std::string& value) {
    if (value.empty()) return;
    if (!first) xml.text(" ");
    xml.start(element);
    if (*type != '\0') xml.attribute("type", type);
    xml.text(value).end();
    first = false;
  };
  part("forename", "", name.given);
  part("nameLink", "dropping", name.dropping_particle);
  part("nameLink", "non-dropping", name.non_dropping_particle);
  part("surname", "", name.family);
  part("genName", "", name.suffix);
  xml.end();
}

void write_name(XmlWriter& xml, const Name& name, Profile profile) {
  if (name.is_person()) return write_person(xml, name, profile);
  xml.start("orgName");
  if (const auto address = pointer(name.uri);
      address && !name.uri.empty() && profile == Profile::article) {
    xml.attribute("ref", *address);
  }
  xml.text(name.literal).end();
}

}  // namespace

void write_contributor(XmlWriter& xml, const Contributor& contributor, Profile profile) {
  const bool own_element = contributor.role == Role::author || contributor.role == Role::editor;
  if (own_element) {
    xml.start(contributor.role == Role::author ? "author" : "editor");
  } else {
    xml.start("respStmt").element("resp", to_string(contributor.role));
  }
  write_name(xml, contributor.name, profile);
  if (!contributor.position.empty() && profile == Profile::article) {
    if (own_element) {
      xml.text(" ").element("roleName", contributor.position);
    } else {
      xml.element("note", contributor.position);
    }
  }
  xml.end();
}

void write_source_description(XmlWriter& xml, const Metadata& record, const Survey& survey,
                              Profile profile) {
  xml.line().start("sourceDesc");
  xml.line().start("biblStruct");
  if (profile == Profile::article) {
    xml.attribute("type", to_string(record.type)).attribute("xml:id", survey.free_id("source"));
  }
  SourceWriter writer(xml, record, profile);
  writer.analytic();
  writer.monograph();
  writer.series();
  writer.notes();
  xml.end_line();
  xml.end_line();
}

}  // namespace pressmark::tei
