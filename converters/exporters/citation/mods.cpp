#include "converters/exporters/citation/mods.h"

#include <algorithm>

#include "converters/common/language.h"
#include "converters/common/marc_relators.h"
#include "converters/common/name_parts.h"
#include "converters/common/xml_writer.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/type_words.h"

namespace pressmark::citation {
namespace {

class ModsWriter {
 public:
  explicit ModsWriter(const Metadata& record)
      : view_(record,
              {.positions = true, .uris = true, .date_ranges = true, .date_certainty = true}) {}

  Bytes write(Diagnostics& diagnostics) {
    xml_.start("mods").attribute("xmlns", "http://www.loc.gov/mods/v3");
    xml_.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink").attribute("version", "3.8");
    title("", view_.text(Variable::title), view_.text(Variable::subtitle));
    title("abbreviated", view_.text(Variable::title_short), "");
    title("alternative", view_.text(Variable::headline), "");
    names();
    xml_.line().element("typeOfResource", "text");
    xml_.line().element("genre", genre_words(view_.type()));
    element("genre", Variable::genre);
    origin();
    language();
    physical();
    element("abstract", Variable::abstract_text);
    subjects();
    notes();
    host();
    series();
    identifiers();
    rights();
    xml_.line().start("recordInfo");
    xml_.line().element("recordOrigin", "Made by Pressmark from the article.");
    element("recordIdentifier", Variable::citation_key);
    xml_.end_line();
    xml_.end_line();
    view_.report_left_out("mods", diagnostics);
    return xml_.finish();
  }

 private:
  void element(const char* name, Variable variable) {
    const std::string value = view_.text(variable);
    if (!value.empty()) xml_.line().element(name, value);
  }

  void title(const char* type, const std::string& main, const std::string& sub) {
    if (main.empty() && sub.empty()) return;
    xml_.line().start("titleInfo").attribute_if("type", type);
    xml_.element("title", main);
    if (!sub.empty()) xml_.element("subTitle", sub);
    xml_.end();
  }

  void names() {
    for (const Role role : all_roles()) (void)view_.with_role(role);
    for (const Contributor& contributor : view_.record().contributors) {
      if (contributor.role == Role::container_author) continue;
      name(contributor, to_string(contributor.role), marc_relator(contributor));
    }
    const std::string agency = view_.text(Variable::source);
    if (!agency.empty())
      name({Role::contributor, literal_name(agency), "", {}}, "source", provider_relator);
  }

  // The role in the record's own word, and in MARC's code and term.
  void roles(std::string_view word, const MarcRelator& relator) {
    const bool differs = word != relator.term;
    if (differs)
      xml_.start("role").start("roleTerm").attribute("type", "text").text(word).end().end();
    xml_.start("role");
    for (const auto& [type, value] :
         {std::pair{"text", relator.term}, std::pair{"code", relator.code}}) {
      xml_.start("roleTerm").attribute("type", type).attribute("authority", "marcrelator");
      xml_.text(value).end();
    }
    xml_.end();
  }

  void name(const Contributor& contributor, std::string_view role, const MarcRelator& relator) {
    const Name& value = contributor.name;
    xml_.line().start("name").attribute("type", value.is_person() ? "personal" : "corporate");
    if (value.is_person()) {
      part("family", one_line(family_with_particle(value)));
      part("given", one_line(given_with_particle(value)));
      part("termsOfAddress", one_line(value.suffix));
    } else {
      xml_.element("namePart", one_line(value.literal));
    }
    roles(role, relator);
    if (!contributor.position.empty()) {
      xml_.element("description", one_line(contributor.position));
    }
    if (!value.uri.empty()) {
      const bool orcid = value.uri.find("orcid.org/") != std::string::npos;
      xml_.start("nameIdentifier").attribute("type", orcid ? "orcid" : "uri");
      xml_.text(one_line(value.uri)).end();
    }
    xml_.end();
  }

  void part(const char* type, const std::string& value) {
    if (!value.empty()) {
      xml_.start("namePart").attribute("type", type).text(value).end();
    }
  }

  void date(const char* name, DateVariable variable) {
    const Date& value = view_.date(variable);
    if (value.empty()) return;
    xml_.line().start(name);
    if (is_w3cdtf(value)) {
      xml_.attribute("encoding", "w3cdtf");
    } else if (!value.start.empty()) {
      xml_.attribute("encoding", "edtf");
    }
    const auto* found = view_.record().find(variable);
    if (found != nullptr && found->evidence.inferred) xml_.attribute("qualifier", "inferred");
    if (std::string_view(name) == "dateIssued") xml_.attribute("keyDate", "yes");
    if (std::string_view(name) == "dateOther") xml_.attribute("type", to_string(variable));
    xml_.text(one_line(edtf(value))).end();
  }

  bool has_any(std::initializer_list<Variable> variables) const {
    return std::ranges::any_of(
        variables, [this](Variable variable) { return view_.record().find(variable) != nullptr; });
  }

  // An originInfo or part without anything is not valid.
  void origin() {
    const auto& dates = view_.record().dates();
    const std::size_t accessed = dates.count(DateVariable::accessed);
    const bool anything =
        has_any({Variable::publisher_place, Variable::publisher, Variable::edition}) ||
        dates.size() > accessed;
    if (!anything) return;
    xml_.line().start("originInfo");
    const std::string place = view_.text(Variable::publisher_place);
    if (!place.empty()) {
      xml_.line().start("place").start("placeTerm").attribute("type", "text").text(place);
      xml_.end().end();
    }
    element("publisher", Variable::publisher);
    date("dateIssued", DateVariable::issued);
    date("dateModified", DateVariable::modified);
    date("dateOther", DateVariable::available_date);
    date("dateOther", DateVariable::event_date);
    date("dateOther", DateVariable::original_date);
    date("dateOther", DateVariable::submitted);
    element("edition", Variable::edition);
    xml_.end_line();
  }

  void language() {
    const std::string tag = view_.text(Variable::language);
    if (tag.empty()) return;
    xml_.line().start("language");
    xml_.start("languageTerm").attribute("type", "code").attribute("authority", "rfc5646");
    xml_.text(tag).end();
    xml_.start("languageTerm").attribute("type", "code").attribute("authority", "iso639-2b");
    xml_.text(marc_language(tag)).end().end();
  }

  void physical() {
    xml_.line().start("physicalDescription");
    xml_.line().start("form").attribute("authority", "marcform").text("electronic").end();
    element("extent", Variable::number_of_pages);
    xml_.end_line();
  }

  void subjects() {
    for (const std::string& words : view_.keywords()) {
      xml_.line().start("subject").element("topic", words).end();
    }
  }

  void notes() {
    for (const Variable variable : {Variable::note,
                                    Variable::annote,
                                    Variable::status,
                                    Variable::medium,
                                    Variable::archive,
                                    Variable::archive_collection,
                                    Variable::archive_location,
                                    Variable::archive_place,
                                    Variable::references,
                                    Variable::original_title,
                                    Variable::original_publisher,
                                    Variable::original_publisher_place,
                                    Variable::event_title,
                                    Variable::event_place,
                                    Variable::section,
                                    Variable::version,
                                    Variable::dimensions,
                                    Variable::scale,
                                    Variable::reviewed_title,
                                    Variable::reviewed_genre,
                                    Variable::authority,
                                    Variable::jurisdiction,
                                    Variable::site,
                                    Variable::source_digest}) {
      const std::string value = view_.text(variable);
      if (value.empty()) continue;
      xml_.line().start("note");
      if (variable != Variable::note) xml_.attribute("type", to_string(variable));
      xml_.text(value).end();
    }
  }

  void detail(const char* type, Variable variable) {
    const std::string value = view_.text(variable);
    if (value.empty()) return;
    xml_.line().start("detail").attribute("type", type).element("number", value).end();
  }

  void host() {
    const bool in_part =
        has_any({Variable::volume, Variable::issue, Variable::number, Variable::part,
                 Variable::chapter_number, Variable::supplement, Variable::page});
    const bool anything = in_part ||
                          has_any({Variable::container_title, Variable::container_title_short,
                                   Variable::issn, Variable::isbn}) ||
                          !view_.record().with_role(Role::container_author).empty();
    if (!anything) return;
    const std::string container = view_.text(Variable::container_title);
    xml_.line().start("relatedItem").attribute("type", "host");
    title("", container, "");
    title("abbreviated", view_.text(Variable::container_title_short), "");
    for (const Contributor& contributor : view_.with_role(Role::container_author)) {
      name(contributor, "author", marc_relator(contributor));
    }
    host_genre();
    identifier("issn", Variable::issn);
    identifier("isbn", Variable::isbn);
    if (in_part) part_of_host();
    xml_.end_line();
  }

  // MARC's genre terms, by which other programs tell what the host is.
  void host_genre() {
    const ItemType type = view_.type();
    const std::string_view term =
        type == ItemType::article_newspaper                                       ? "newspaper"
        : type == ItemType::article_journal || type == ItemType::article_magazine ? "periodical"
                                                                                  : "";
    if (term.empty()) return;
    xml_.line().start("genre").attribute("authority", "marcgt").text(term).end();
  }

  void part_of_host() {
    xml_.line().start("part");
    detail("volume", Variable::volume);
    detail("issue", Variable::issue);
    detail("number", Variable::number);
    detail("part", Variable::part);
    detail("chapter", Variable::chapter_number);
    detail("supplement", Variable::supplement);
    const std::string pages = view_.text(Variable::page);
    if (!pages.empty()) {
      const auto [first, last] = page_range(pages);
      xml_.line().start("extent").attribute("unit", "pages").element("start", first);
      if (!last.empty()) xml_.element("end", last);
      xml_.end();
    }
    xml_.end_line();
  }

  void series() {
    const std::string name = view_.text(Variable::collection_title);
    const std::string number = view_.text(Variable::collection_number);
    if (name.empty() && number.empty()) return;
    xml_.line().start("relatedItem").attribute("type", "series");
    xml_.line().start("titleInfo").element("title", name);
    if (!number.empty()) xml_.element("partNumber", number);
    xml_.end();
    xml_.end_line();
  }

  void identifier(const char* type, Variable variable) {
    const std::string value = view_.text(variable);
    if (value.empty()) return;
    xml_.line().start("identifier").attribute("type", type).text(value).end();
  }

  void identifiers() {
    identifier("doi", Variable::doi);
    identifier("pmid", Variable::pmid);
    identifier("pmcid", Variable::pmcid);
    identifier("uri", Variable::identifier);
    const std::string url = view_.text(Variable::url);
    const std::string shelf = view_.text(Variable::call_number);
    const Date& accessed = view_.date(DateVariable::accessed);
    if (url.empty() && shelf.empty() && accessed.empty()) return;
    xml_.line().start("location");
    if (!shelf.empty()) xml_.line().element("shelfLocator", shelf);
    if (!url.empty() || !accessed.empty()) {
      xml_.line().start("url").attribute("usage", "primary display");
      if (!accessed.empty()) xml_.attribute("dateLastAccessed", one_line(edtf(accessed)));
      xml_.text(url).end();
    }
    xml_.end_line();
  }

  void rights() {
    const std::string licence = view_.text(Variable::license);
    const std::string words = view_.text(Variable::rights);
    if (licence.empty() && words.empty()) return;
    xml_.line().start("accessCondition").attribute("type", "use and reproduction");
    const bool address = licence.starts_with("http://") || licence.starts_with("https://");
    if (address && licence.find_first_of(" \"<>{}|\\^`%") == std::string::npos) {
      xml_.attribute("xlink:href", licence);
    }
    xml_.text(words.empty() ? licence : words).end();
  }

  RecordView view_;
  XmlWriter xml_;
};

}  // namespace

Result<Bytes> export_mods(const Document& document, Context& context) {
  return ModsWriter(document.metadata).write(context.diagnostics);
}

}  // namespace pressmark::citation
