// Elements in the order of the schema ONIX_BookProduct_3.0_reference; codes of ONIX code lists.
#include "converters/exporters/epub/onix.h"

#include <algorithm>
#include <set>

#include "converters/common/isbn.h"
#include "converters/common/language.h"
#include "converters/common/xml_writer.h"
#include "converters/exporters/epub/book_record.h"
#include "core/model/walk.h"

namespace pressmark::epub {
namespace {

// List 17.
std::string_view contributor_role(Role role) {
  switch (role) {
    case Role::author:
      return "A01";
    case Role::illustrator:
      return "A12";
    case Role::compiler:
      return "C01";
    case Role::editor:
    case Role::editorial_director:
      return "B01";
    case Role::collection_editor:
      return "B09";
    case Role::translator:
      return "B06";
    case Role::composer:
      return "A06";
    case Role::interviewer:
      return "A43";
    case Role::narrator:
      return "E07";
    default:
      return "Z99";  // another role
  }
}

// "20261120T0530Z" of "2026-11-20T05:30:00Z" (list 55, 13).
std::string compact_moment(std::string moment) {
  std::erase(moment, '-');
  std::erase(moment, ':');
  return moment.substr(0, 13) + "Z";
}

class OnixWriter {
 public:
  OnixWriter(const std::vector<const Document*>& articles, const BookIdentity& book)
      : articles_(articles), book_(book) {}

  Bytes write() {
    xml_.start("ONIXMessage").attribute("release", "3.0");
    xml_.attribute("xmlns", "http://ns.editeur.org/onix/3.0/reference");
    open("Header");
    open("Sender");
    const std::string sender = publisher();
    value("SenderName", sender.empty() ? "Pressmark" : sender);
    close();
    value("SentDateTime", compact_moment(book_.modified));
    close();
    open("Product");
    value("RecordReference", book_.identifier);
    value("NotificationType", "03");  // confirmed
    identifiers();
    descriptive_detail();
    collateral_detail();
    publishing_detail();
    close();
    xml_.end_line();
    return xml_.finish();
  }

 private:
  void open(std::string_view name) { xml_.line().start(name); }
  void close() { xml_.end_line(); }
  void value(std::string_view name, std::string_view text) {
    if (!text.empty()) xml_.line().element(name, text);
  }

  const Metadata& record() const { return articles_[0]->metadata; }
  bool is_single() const { return articles_.size() == 1; }
  // The one that all articles have; a book of several publishers' articles is none of theirs.
  std::string publisher() const {
    const std::string& name = publisher_of(record());
    const bool same = std::ranges::all_of(articles_, [&](const Document* article) {
      return publisher_of(article->metadata) == name;
    });
    return same ? name : std::string{};
  }

  // List 5: 01 proprietary, 06 DOI, 15 ISBN.
  void identifiers() {
    open("ProductIdentifier");
    value("ProductIDType", "01");
    value("IDTypeName", "URN");
    value("IDValue", book_.identifier);
    close();
    if (!is_single()) return;
    identifier("06", record().text(Variable::doi));
    // An article's ISBN is that of the book that it is a part of.
    const bool is_part = !record().text(Variable::container_title).empty();
    if (!is_part) identifier("15", isbn_13(record().text(Variable::isbn)));
  }
  void identifier(std::string_view type, const std::string& text) {
    if (text.empty()) return;
    open("ProductIdentifier");
    value("ProductIDType", type);
    value("IDValue", text);
    close();
  }

  void descriptive_detail() {
    open("DescriptiveDetail");
    value("ProductComposition", "00");   // a single item
    value("ProductForm", "ED");          // digital download
    value("ProductFormDetail", "E101");  // EPUB
    open("TitleDetail");
    value("TitleType", "01");
    open("TitleElement");
    value("TitleElementLevel", "01");
    value("TitleText", book_.title);
    if (is_single()) value("Subtitle", subtitle());
    close();
    close();
    contributors();
    languages();
    subjects();
    close();
  }

  std::string subtitle() const {
    const std::string& catalogued = record().text(Variable::subtitle);
    std::string text = catalogued.empty() ? text_of(articles_[0]->front.deck) : catalogued;
    return text == book_.title ? std::string{} : text;
  }

  void contributors() {
    std::set<std::string> written;
    int number = 0;
    for (const Document* article : articles_) {
      for (const Contributor& contributor : article->metadata.contributors) {
        const std::string role(contributor_role(contributor.role));
        const std::string name = display_name(contributor.name);
        if (is_of_another_work(contributor.role) || name.empty()) continue;
        if (!written.insert(role + name).second) continue;
        open("Contributor");
        value("SequenceNumber", std::to_string(++number));
        value("ContributorRole", role);
        if (contributor.name.is_person()) {
          value("PersonName", name);
          value("PersonNameInverted", sort_name(contributor.name));
        } else {
          value("CorporateName", name);
        }
        close();
      }
    }
    if (number == 0) xml_.line().start("NoContributor").end();
  }

  void languages() {
    const std::string code = marc_language(book_.language);
    if (code == "und") return;
    open("Language");
    value("LanguageRole", "01");  // of the text
    value("LanguageCode", code);
    close();
  }

  // List 27, 20: keywords.
  void subjects() {
    std::set<std::string> written;
    for (const Document* article : articles_) {
      for (const auto& keyword : article->metadata.keywords) {
        if (keyword.value.empty() || !written.insert(keyword.value).second) continue;
        open("Subject");
        value("SubjectSchemeIdentifier", "20");
        value("SubjectHeadingText", keyword.value);
        close();
      }
    }
  }

  void collateral_detail() {
    const std::string& abstract = record().text(Variable::abstract_text);
    if (!is_single() || abstract.empty()) return;
    open("CollateralDetail");
    open("TextContent");
    value("TextType", "03");         // description
    value("ContentAudience", "00");  // unrestricted
    value("Text", abstract);
    close();
    close();
  }

  void publishing_detail() {
    std::string day = latest_day(articles_);
    std::erase(day, '-');
    const std::string name = publisher();
    if (name.empty() && day.empty()) return;
    open("PublishingDetail");
    if (!name.empty()) {
      open("Publisher");
      value("PublishingRole", "01");
      value("PublisherName", name);
      close();
    }
    if (!day.empty()) {
      open("PublishingDate");
      value("PublishingDateRole", "01");
      // List 55: 00 YYYYMMDD, 01 YYYYMM, 05 YYYY.
      const std::string_view form = day.size() == 8 ? "00" : day.size() == 6 ? "01" : "05";
      xml_.line().start("Date").attribute("dateformat", form).text(day).end();
      close();
    }
    close();
  }

  const std::vector<const Document*>& articles_;
  const BookIdentity& book_;
  XmlWriter xml_;
};

}  // namespace

Bytes write_onix(const std::vector<const Document*>& articles, const BookIdentity& book) {
  return OnixWriter(articles, book).write();
}

}  // namespace pressmark::epub
