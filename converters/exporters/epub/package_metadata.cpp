#include "converters/exporters/epub/package_metadata.h"

#include <set>

#include "converters/common/marc_relators.h"
#include "converters/exporters/epub/book_record.h"
#include "core/model/walk.h"

namespace pressmark::epub {
namespace {

// Roles of other works' people, who did not make this one.
bool is_of_another_work(Role role) {
  return role == Role::container_author || role == Role::original_author ||
         role == Role::reviewed_author || role == Role::recipient;
}

class MetadataWriter {
 public:
  MetadataWriter(XmlWriter& out, const Package& package) : out_(out), package_(package) {}

  void write() {
    out_.line().start("metadata").attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    const BookIdentity& book = package_.book;
    dublin_core("identifier", book.identifier, identifier_id);
    for (const Document* article : package_.articles) identifiers(article->metadata);
    titles();
    languages();
    for (const Document* article : package_.articles) people(article->metadata);
    for (const Document* article : package_.articles) record(article->metadata);
    dates();
    property("dcterms:modified", book.modified);
    collection();
    if (package_.page_list) property("pageBreakSource", page_source());
    for (const AccessibilityStatement& statement : accessibility_of(package_.evidence)) {
      const bool words = statement.property == "schema:accessibilitySummary";
      out_.line().start("meta").attribute("property", statement.property);
      if (words) out_.attribute("xml:lang", "en").attribute("dir", "ltr");
      out_.text(statement.value).end();
    }
    // Linked resources are not in the manifest (EPUB 3.3, 5.5.7).
    for (const RecordFile& record : *package_.records) {
      out_.line().start("link").attribute("rel", "record").attribute("href", record.name);
      out_.attribute("media-type", record.media_type);
      out_.attribute_if("properties", record.properties).end();
    }
    if (!package_.cover.empty()) named("cover", "cover-image");
    out_.end_line();
  }

 private:
  void dublin_core(std::string_view name, std::string_view value, std::string_view id = {}) {
    out_.line().start("dc:" + std::string(name)).attribute_if("id", id).text(value).end();
  }
  // Once for each value in the book.
  void dublin_core_once(std::string_view name, const std::string& value) {
    if (value.empty() || !written_.insert(std::string(name) + "=" + value).second) return;
    dublin_core(name, value);
  }
  void property(std::string_view name, std::string_view value) {
    out_.line().start("meta").attribute("property", name).text(value).end();
  }
  void refine(const std::string& id, std::string_view name, std::string_view value,
              std::string_view scheme = {}) {
    if (value.empty()) return;
    out_.line().start("meta").attribute("refines", "#" + id).attribute("property", name);
    out_.attribute_if("scheme", scheme).text(value).end();
  }
  // EPUB 2's form, which many readers still look for.
  void named(std::string_view name, std::string_view content) {
    out_.line().start("meta").attribute("name", name).attribute("content", content).end();
  }

  void identifiers(const Metadata& record) {
    const std::string& doi = record.text(Variable::doi);
    if (doi.empty()) return;
    const std::string id = "doi-" + std::to_string(++dois_);
    dublin_core("identifier", "https://doi.org/" + doi, id);
    refine(id, "identifier-type", "06", "onix:codelist5");
  }

  void titles() {
    dublin_core("title", package_.book.title, "title");
    refine("title", "title-type", "main");
    if (package_.articles.size() != 1) return;
    const Document& article = *package_.articles[0];
    std::string subtitle = article.metadata.text(Variable::subtitle);
    if (subtitle.empty()) subtitle = text_of(article.front.deck);
    if (subtitle.empty() || subtitle == package_.book.title) return;
    dublin_core("title", subtitle, "subtitle");
    refine("subtitle", "title-type", "subtitle");
    refine("title", "display-seq", "1");
    refine("subtitle", "display-seq", "2");
  }

  void languages() {
    dublin_core_once("language", package_.book.language);
    for (const Document* article : package_.articles) {
      dublin_core_once("language", article->language);
    }
  }

  void people(const Metadata& record) {
    for (const Contributor& contributor : record.contributors) {
      if (is_of_another_work(contributor.role)) continue;
      const std::string name = display_name(contributor.name);
      const std::string_view relator = marc_relator(contributor).code;
      if (!written_.insert("person=" + std::string(relator) + name).second) continue;
      const std::string id = "person-" + std::to_string(++people_);
      dublin_core(contributor.role == Role::author ? "creator" : "contributor", name, id);
      refine(id, "role", relator, "marc:relators");
      refine(id, "file-as", sort_name(contributor.name));
      refine(id, "display-seq", std::to_string(people_));
    }
  }

  void record(const Metadata& record) {
    dublin_core_once("publisher", publisher_of(record));
    if (package_.articles.size() == 1) {
      dublin_core_once("description", record.text(Variable::abstract_text));
    }
    for (const auto& keyword : record.keywords) dublin_core_once("subject", keyword.value);
    dublin_core_once("source", record.text(Variable::url));
    dublin_core_once("rights", record.text(Variable::rights));
    dublin_core_once("rights", record.text(Variable::license));
  }

  // The latest day of issue; of an anthology's articles each has its own in its text.
  void dates() {
    const std::string latest = latest_day(package_.articles);
    if (!latest.empty()) dublin_core("date", latest);
  }

  // The journal, newspaper or series that the article is a part of.
  void collection() {
    if (package_.articles.size() != 1) return;
    const Metadata& record = package_.articles[0]->metadata;
    const std::string& series = record.text(Variable::collection_title);
    const bool in_series = !series.empty();
    const std::string& title = in_series ? series : record.text(Variable::container_title);
    if (title.empty()) return;
    out_.line().start("meta").attribute("property", "belongs-to-collection");
    out_.attribute("id", "collection").text(title).end();
    refine("collection", "collection-type", "series");
    const std::string& number =
        record.text(in_series ? Variable::collection_number : Variable::issue);
    const bool numeric = !number.empty() && number.size() < 7 && number[0] != '0' &&
                         number.find_first_not_of("0123456789") == std::string::npos;
    if (numeric) refine("collection", "group-position", number);
    const std::string& issn = record.text(Variable::issn);
    if (!issn.empty()) refine("collection", "dcterms:identifier", "urn:issn:" + issn);
    named("calibre:series", title);
    if (numeric) named("calibre:series_index", number);
  }

  std::string page_source() const {
    const Metadata& record = package_.articles[0]->metadata;
    for (const Variable variable :
         {Variable::isbn, Variable::issn, Variable::container_title, Variable::url}) {
      const std::string& value = record.text(variable);
      if (!value.empty()) return value;
    }
    return package_.book.title;
  }

  XmlWriter& out_;
  const Package& package_;
  std::set<std::string, std::less<>> written_;
  int dois_ = 0;
  int people_ = 0;
};

}  // namespace

void write_metadata(XmlWriter& out, const Package& package) {
  MetadataWriter(out, package).write();
}

}  // namespace pressmark::epub
