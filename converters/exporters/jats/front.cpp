#include "converters/exporters/jats/front.h"

#include <algorithm>

#include "converters/common/title_block.h"
#include "core/model/walk.h"

namespace pressmark::jats {
namespace {

class FrontWriter {
 public:
  FrontWriter(XmlWriter& xml, const Document& article, const LineWriters& lines)
      : xml_(xml), article_(article), record_(article.metadata), lines_(lines) {}

  void write() {
    xml_.line().start("front");
    journal();
    xml_.line().start("article-meta");
    identifiers();
    category();
    titles();
    contributors();
    published();
    element("volume", Variable::volume);
    element("issue", Variable::issue);
    element("isbn", Variable::isbn);
    pages();
    history();
    permissions();
    if (const std::string& url = record_.text(Variable::url); !url.empty()) {
      xml_.line().start("self-uri").attribute("xlink:href", url).end();
    }
    if (const std::string& text = record_.text(Variable::abstract_text); !text.empty()) {
      xml_.line().start("abstract").element("p", text).end();
    }
    keywords();
    const std::size_t words = count_words(text_of(article_.body));
    xml_.line().start("counts").start("word-count");
    xml_.attribute("count", std::to_string(words)).end().end();
    custom();
    xml_.end_line();
    xml_.end_line();
  }

 private:
  void element(const char* name, Variable variable) {
    if (const std::string& value = record_.text(variable); !value.empty()) {
      xml_.line().element(name, value);
    }
  }

  void journal() {
    const bool known =
        std::any_of(std::begin(of_journal), std::end(of_journal),
                    [this](Variable variable) { return !record_.text(variable).empty(); });
    if (!known) return;
    xml_.line().start("journal-meta");
    const std::string& title = record_.text(Variable::container_title);
    const std::string& site = record_.text(Variable::site);
    const std::string& abbreviation = record_.text(Variable::container_title_short);
    if (!title.empty() || !site.empty() || !abbreviation.empty()) {
      xml_.line().start("journal-title-group");
      xml_.line().element("journal-title", title.empty() ? site : title);
      if (!abbreviation.empty()) {
        xml_.line().start("abbrev-journal-title").attribute("abbrev-type", "publisher");
        xml_.text(abbreviation).end();
      }
      xml_.end_line();
    }
    element("issn", Variable::issn);
    if (const std::string& publisher = record_.text(Variable::publisher); !publisher.empty()) {
      xml_.line().start("publisher").element("publisher-name", publisher);
      if (const std::string& place = record_.text(Variable::publisher_place); !place.empty()) {
        xml_.element("publisher-loc", place);
      }
      xml_.end();
    }
    xml_.end_line();
  }

  void identifier(const char* type, Variable variable) {
    const std::string& value = record_.text(variable);
    if (value.empty()) return;
    xml_.line().start("article-id").attribute("pub-id-type", type).text(value).end();
  }

  void identifiers() {
    identifier("doi", Variable::doi);
    identifier("pmid", Variable::pmid);
    identifier("pmcid", Variable::pmcid);
    identifier("publisher-id", Variable::identifier);
  }

  void category() {
    const std::string& section = record_.text(Variable::section);
    if (article_.front.kicker.empty() && section.empty()) return;
    xml_.line().start("article-categories").start("subj-group");
    xml_.attribute("subj-group-type", "heading").start("subject");
    // A subject has neither links nor marks of notes: those follow the title.
    xml_.text(article_.front.kicker.empty() ? section : text_of(article_.front.kicker));
    xml_.end().end().end();
  }

  void titles() {
    xml_.line().start("title-group").line().start("article-title");
    if (article_.front.headline.empty()) {
      xml_.text(title_of(article_));
    } else {
      lines_.title(article_.front.headline);
    }
    lines_.marks(article_.front.kicker);
    for (const Inlines& byline : article_.front.bylines) lines_.marks(byline);
    xml_.end();
    if (!article_.front.deck.empty()) {
      xml_.line().start("subtitle");
      lines_.title(article_.front.deck);
      xml_.end();
    } else {
      element("subtitle", Variable::subtitle);
    }
    xml_.end_line();
  }

  void name(const Name& name) {
    if (!name.is_person()) {
      xml_.line().element("collab", name.literal);
      return;
    }
    xml_.line().start("name");
    std::string family = name.family;
    if (!name.non_dropping_particle.empty()) family = name.non_dropping_particle + " " + family;
    if (!family.empty()) xml_.element("surname", family);
    std::string given = name.given;
    if (!name.dropping_particle.empty()) given += " " + name.dropping_particle;
    if (!given.empty()) xml_.element("given-names", given);
    if (!name.suffix.empty()) xml_.element("suffix", name.suffix);
    xml_.end();
  }

  // A byline that no name was read from is an author as the source writes it.
  void contributors() {
    const bool by_line_only =
        record_.with_role(Role::author).empty() && !article_.front.bylines.empty();
    if (record_.contributors.empty() && !by_line_only) return;
    xml_.line().start("contrib-group");
    for (const Contributor& contributor : record_.contributors) {
      xml_.line().start("contrib").attribute("contrib-type", to_string(contributor.role));
      if (contributor.name.uri.starts_with("https://orcid.org/")) {
        xml_.line().start("contrib-id").attribute("contrib-id-type", "orcid");
        xml_.text(contributor.name.uri).end();
      }
      name(contributor.name);
      if (!contributor.position.empty()) xml_.line().element("role", contributor.position);
      xml_.end_line();
    }
    if (by_line_only) {
      for (const Inlines& byline : article_.front.bylines) {
        xml_.line().start("contrib").attribute("contrib-type", "author");
        xml_.element("string-name", text_of(byline)).end();
      }
    }
    xml_.end_line();
  }

  void parts(const Date& date) {
    const DatePart& part = date.start;
    xml_.attribute("iso-8601-date", day_string(date));
    if (part.day != 0) xml_.element("day", std::to_string(part.day));
    if (part.month != 0) xml_.element("month", std::to_string(part.month));
    if (part.season != 0) {
      constexpr const char* seasons[] = {"Spring", "Summer", "Autumn", "Winter"};
      xml_.element("season", seasons[part.season - 1]);
    }
    xml_.element("year", std::to_string(*part.year));
  }

  // JATS has no dates without a year.
  void published() {
    const Date& date = record_.date(DateVariable::issued);
    if (!date.start.year || !date.literal.empty()) return;
    xml_.line().start("pub-date").attribute("date-type", "pub");
    parts(date);
    xml_.end();
  }

  void history() {
    const Date& modified = record_.date(DateVariable::modified);
    const Date& submitted = record_.date(DateVariable::submitted);
    const auto usable = [](const Date& date) { return date.start.year && date.literal.empty(); };
    if (!usable(modified) && !usable(submitted)) return;
    xml_.line().start("history");
    if (usable(submitted)) {
      xml_.start("date").attribute("date-type", "received");
      parts(submitted);
      xml_.end();
    }
    if (usable(modified)) {
      xml_.start("date").attribute("date-type", "updated");
      parts(modified);
      xml_.end();
    }
    xml_.end();
  }

  void pages() {
    const std::string& pages = record_.text(Variable::page);
    if (pages.empty()) return;
    std::size_t dash = pages.find('-');
    std::size_t width = 1;
    if (dash == std::string::npos) {
      dash = pages.find("–");
      width = std::string_view("–").size();
    }
    xml_.line().element("fpage", pages.substr(0, dash));
    if (dash == std::string::npos) return;
    xml_.line().element("lpage", pages.substr(dash + width));
    xml_.line().element("page-range", pages);
  }

  void permissions() {
    const std::string& rights = record_.text(Variable::rights);
    const std::string& license = record_.text(Variable::license);
    if (rights.empty() && license.empty()) return;
    xml_.line().start("permissions");
    if (!rights.empty()) xml_.line().element("copyright-statement", rights);
    if (!license.empty()) {
      xml_.line().start("license").attribute("xlink:href", license);
      xml_.element("license-p", license).end();
    }
    xml_.end_line();
  }

  void keywords() {
    if (record_.keywords.empty()) return;
    xml_.line().start("kwd-group").attribute("kwd-group-type", "author");
    for (const auto& keyword : record_.keywords) xml_.line().element("kwd", keyword.value);
    xml_.end_line();
  }

  // What JATS has no element for.
  void custom() {
    constexpr Variable kept[] = {Variable::source, Variable::genre, Variable::headline,
                                 Variable::source_digest};
    const bool any = std::any_of(std::begin(kept), std::end(kept), [this](Variable variable) {
      return !record_.text(variable).empty();
    });
    if (!any) return;
    xml_.line().start("custom-meta-group");
    for (const Variable variable : kept) {
      if (record_.text(variable).empty()) continue;
      xml_.line().start("custom-meta").element("meta-name", to_string(variable));
      xml_.element("meta-value", record_.text(variable)).end();
    }
    xml_.end_line();
  }

  static constexpr Variable of_journal[] = {Variable::container_title,
                                            Variable::container_title_short, Variable::site,
                                            Variable::issn, Variable::publisher};

  XmlWriter& xml_;
  const Document& article_;
  const Metadata& record_;
  const LineWriters& lines_;
};

}  // namespace

std::string_view article_type(ItemType type) {
  switch (type) {
    case ItemType::article_journal:
    case ItemType::paper_conference:
      return "research-article";
    case ItemType::article_newspaper:
      return "news";
    case ItemType::review_book:
      return "book-review";
    case ItemType::interview:
      return "interview";
    case ItemType::personal_communication:
      return "letter";
    default:
      return "other";
  }
}

void write_front(XmlWriter& xml, const Document& article, const LineWriters& lines) {
  FrontWriter(xml, article, lines).write();
}

}  // namespace pressmark::jats
