#include "converters/exporters/tei/header.h"
#include "converters/common/article_identifier.h"

#include "converters/common/digest.h"
#include "converters/common/record_json.h"
#include "converters/exporters/tei/attributes.h"
#include "converters/exporters/tei/source_description.h"
#include "core/model/dump.h"
#include "core/model/walk.h"

namespace pressmark::tei {
namespace {

constexpr const char* keywords_id = "source-keywords";

class HeaderWriter {
 public:
  HeaderWriter(XmlWriter& xml, const Document& document, const Survey& survey,
               const Options& options, const std::optional<Date>& time)
      : xml_(xml),
        document_(document),
        record_(document.metadata),
        survey_(survey),
        options_(options),
        time_(time) {}

  void write() {
    xml_.line().start("teiHeader").attribute("xml:lang", "en");
    file_description();
    encoding_description();
    profile_description();
    if (is_article()) record();
    revision_description();
    xml_.end_line();
  }

 private:
  bool is_article() const { return options_.profile == Profile::article; }

  std::string title() const {
    if (!record_.text(Variable::title).empty()) return record_.text(Variable::title);
    std::string headline = text_of(document_.front.headline);
    if (!headline.empty()) return headline;
    return document_.provenance.source_name.empty() ? "Untitled" : document_.provenance.source_name;
  }

  void file_description() {
    xml_.line().start("fileDesc");
    title_statement();
    xml_.line().start("editionStmt");
    xml_.line().start("edition");
    if (is_article()) xml_.attribute("n", "1");
    xml_.text("First TEI edition").end();
    xml_.end_line();
    const std::string words = std::to_string(survey_.words());
    xml_.line().start("extent");
    if (is_article()) {
      xml_.start("measure").attribute("unit", "words").attribute("quantity", words);
      xml_.text(words + " words").end();
    } else {
      xml_.text(words + " words");
    }
    xml_.end();
    publication_statement();
    notes_statement();
    write_source_description(xml_, record_, survey_, options_.profile);
    xml_.end_line();
  }

  void title_statement() {
    xml_.line().start("titleStmt");
    xml_.line().start("title").attribute("type", "main").text(title()).end();
    if (!record_.text(Variable::subtitle).empty()) {
      xml_.line().start("title").attribute("type", "sub");
      xml_.text(record_.text(Variable::subtitle)).end();
    }
    for (const Contributor& contributor : record_.contributors) {
      if (contributor.role != Role::author && contributor.role != Role::editor) continue;
      xml_.line();
      write_contributor(xml_, contributor, options_.profile);
    }
    xml_.line().start("respStmt").element("resp", "TEI encoding (automatic)");
    xml_.element("orgName", options_.publisher).end();
    xml_.end_line();
  }

  void publication_statement() {
    xml_.line().start("publicationStmt");
    xml_.line().element("publisher", options_.publisher);
    xml_.line().start("idno").attribute("type", "URN").text(article_identifier(document_)).end();
    if (!document_.provenance.sha256.empty() && is_article()) {
      xml_.line().start("idno").attribute("type", "fingerprint").attribute("subtype", "sha256");
      xml_.text(document_.provenance.sha256).end();
    }
    availability();
    if (time_) {
      xml_.line().start("date");
      Date day = *time_;
      day.time.clear();
      write_date_attributes(xml_, day);
      xml_.end();
    }
    xml_.end_line();
  }

  void availability() {
    const std::string& licence = record_.text(Variable::license);
    const std::string& rights = record_.text(Variable::rights);
    const bool free = licence.find("creativecommons.org/") != std::string::npos;
    const char* status = free                                ? "free"
                         : licence.empty() && rights.empty() ? "unknown"
                                                             : "restricted";
    xml_.line().start("availability").attribute("status", status);
    if (!licence.empty()) {
      const bool address = licence.starts_with("http://") || licence.starts_with("https://");
      const auto target = address ? pointer(licence) : std::nullopt;
      xml_.line().start("licence");
      if (target) xml_.attribute("target", *target);
      xml_.text(licence).end();
    }
    if (!rights.empty()) xml_.line().element("p", rights);
    if (licence.empty() && rights.empty()) {
      xml_.line().element("p", "The source says nothing about rights.");
    }
    xml_.end_line();
  }

  void notes_statement() {
    const Provenance& provenance = document_.provenance;
    std::string words = "Made by Pressmark";
    if (!provenance.importer.empty()) words += " from a source read as " + provenance.importer;
    words += ".";
    const auto add = [&](const char* label, const std::string& value) {
      if (!value.empty()) words += std::string(" ") + label + ": " + value + ".";
    };
    add("Source file", provenance.source_name);
    add("Address", provenance.source_url);
    add("Media type", provenance.media_type);
    add("Character encoding", provenance.encoding);
    if (provenance.bytes > 0) add("Bytes", std::to_string(provenance.bytes));
    add("Retrieved", to_string(provenance.retrieved));
    xml_.line().start("notesStmt");
    xml_.line().start("note");
    if (is_article()) xml_.attribute("type", "harvest");
    xml_.text(words).end();
    xml_.end_line();
  }

  void encoding_description() {
    xml_.line().start("encodingDesc");
    xml_.line().start("projectDesc");
    xml_.line().element("p", "Article kept for reading and preservation.");
    xml_.end_line();
    if (!is_article()) {
      xml_.line().start("schemaRef").attribute("type", "RELAXNG");
      xml_.attribute("url", "bptl:L3-v4.0.0").end();
    }
    editorial_declaration();
    tags_declaration();
    if (is_article() && !record_.keywords.empty()) {
      xml_.line().start("classDecl").start("taxonomy");
      xml_.attribute("xml:id", survey_.free_id(keywords_id));
      xml_.element("bibl", "Keywords that the source gives.").end().end();
    }
    application();
    if (!is_article()) {
      xml_.line().start("listPrefixDef").start("prefixDef").attribute("ident", "bptl");
      xml_.attribute("matchPattern", "L([1-5])-v(\\d+\\.\\d+\\.\\d+[aαβb]?)");
      xml_.attribute("replacementPattern", "http://www.tei-c.org/SIG/Libraries/teiinlibraries/$2/");
      xml_.end().end();
    }
    xml_.end_line();
  }

  void editorial_declaration() {
    xml_.line().start("editorialDecl");
    xml_.line().start("correction").attribute("method", "silent");
    xml_.element("p", "The words of the source are not corrected.").end();
    xml_.line().start("hyphenation").attribute("eol", "none");
    xml_.element("p", "Words that the source divides at line ends are joined.").end();
    xml_.line().start("normalization").attribute("method", "silent");
    xml_.element("p", "Runs of white space are one space, except in preformatted text.").end();
    xml_.line().start("quotation").attribute("marks", "all");
    xml_.element("p", "Quotation marks are kept as characters; q has none of its own.").end();
    xml_.line().element("p", "Navigation, advertising and comments are left out.");
    xml_.end_line();
  }

  void tags_declaration() {
    struct Look {
      Style style;
      const char* id;
      const char* css;
    };
    constexpr Look looks[] = {
        {Style::italic, "italic", "font-style: italic"},
        {Style::bold, "bold", "font-weight: bold"},
        {Style::underline, "underline", "text-decoration: underline"},
        {Style::superscript, "sup", "vertical-align: super; font-size: smaller"},
        {Style::subscript, "sub", "vertical-align: sub; font-size: smaller"},
        {Style::small_caps, "smallcaps", "font-variant: small-caps"},
        {Style::highlighted, "highlight", "background-color: yellow"}};
    xml_.line().start("tagsDecl");
    for (const Look& look : looks) {
      if (!is_article() || !survey_.looks().contains(look.style)) continue;
      xml_.line().start("rendition").attribute("scheme", "css");
      xml_.attribute("selector", std::string("hi[rend=\"") + look.id + "\"]");
      xml_.text(look.css).end();
    }
    xml_.line().start("namespace").attribute("name", "http://www.tei-c.org/ns/1.0");
    xml_.start("tagUsage").attribute("gi", "div").text("Unnumbered divs used.").end().end();
    xml_.end_line();
  }

  void application() {
    xml_.line().start("appInfo").start("application").attribute("ident", "pressmark");
    xml_.attribute("version", PRESSMARK_VERSION);
    xml_.element("label", "Pressmark").end().end();
  }

  void profile_description() {
    xml_.line().start("profileDesc");
    if (is_article()) {
      if (const auto* abstract = record_.find(Variable::abstract_text)) {
        xml_.line().start("abstract").element("p", abstract->value).end();
      }
      const Date& issued = record_.date(DateVariable::issued);
      if (!issued.empty()) {
        xml_.line().start("creation").start("date");
        write_date_attributes(xml_, issued);
        xml_.text(shown_date(issued)).end().end();
      }
    }
    languages();
    text_classes();
    xml_.end_line();
  }

  void languages() {
    xml_.line().start("langUsage");
    std::set<std::string> tags = survey_.languages();
    if (tags.empty()) tags.insert("und");
    for (const std::string& tag : tags) xml_.line().start("language").attribute("ident", tag).end();
    xml_.end_line();
  }

  void text_classes() {
    if (record_.keywords.empty()) return;
    xml_.line().start("textClass");
    xml_.line()
        .start("keywords")
        .attribute("scheme",
                   is_article() ? "#" + survey_.free_id(keywords_id) : "tag:pressmark:keywords");
    for (const auto& keyword : record_.keywords) xml_.line().element("term", keyword.value);
    xml_.end_line();
    xml_.end_line();
  }

  // The record as the model has it, evidence and rejected values included, so that this file alone
  // is enough to make every other output again.
  void record() {
    OrderedJson resources = OrderedJson::array();
    for (const auto& [id, resource] : document_.resources.all()) {
      resources.push_back(resource_json(resource));
    }
    OrderedJson json = OrderedJson::object();
    put(json, "version", 1);
    put(json, "metadata", to_json(record_));
    put(json, "provenance", to_json(document_.provenance));
    if (!resources.empty()) put(json, "resources", std::move(resources));
    OrderedJson root = OrderedJson::object();
    put(root, "pressmark-record", std::move(json));
    Bytes text = to_bytes(root, Layout::compact);
    text.pop_back();
    xml_.line().start("xenoData").attribute("type", "application/json").text(text).end();
  }

  static OrderedJson resource_json(const Resource& resource) {
    OrderedJson object = OrderedJson::object();
    put(object, "id", resource.id);
    put(object, "media_type", resource.media_type);
    put_if(object, "origin", resource.origin);
    put(object, "sha256", resource.sha256);
    if (resource.width != 0) put(object, "width", resource.width);
    if (resource.height != 0) put(object, "height", resource.height);
    put(object, "bytes", resource.data.size());
    return object;
  }

  void revision_description() {
    // Level 3 demands the day of each change.
    if (!is_article() && !time_) return;
    xml_.line().start("revisionDesc");
    xml_.line().start("change");
    if (time_) write_date_attributes(xml_, *time_);
    if (!is_article()) xml_.attribute("who", "tag:pressmark:pressmark");
    xml_.text("Encoded by Pressmark " PRESSMARK_VERSION ".").end();
    xml_.end_line();
  }

  XmlWriter& xml_;
  const Document& document_;
  const Metadata& record_;
  const Survey& survey_;
  const Options& options_;
  const std::optional<Date>& time_;
};

}  // namespace

void write_header(XmlWriter& xml, const Document& document, const Survey& survey,
                  const Options& options, const std::optional<Date>& time) {
  HeaderWriter(xml, document, survey, options, time).write();
}

}  // namespace pressmark::tei
