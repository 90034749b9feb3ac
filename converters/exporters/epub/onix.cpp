// Elements in the order of the schema ONIX_BookProduct_3.0_reference; codes of ONIX code lists.
#include "converters/exporters/epub/onix.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "converters/common/xml_writer.h"
#include "core/model/walk.h"

namespace pressmark::epub {
namespace {

// List 17. Absent for those who did not make this work.
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
    case Role::container_author:
    case Role::original_author:
    case Role::reviewed_author:
    case Role::recipient:
      return {};
    default:
      return "Z99";  // another role
  }
}

// "20261120", or less of it; empty without a year of four digits.
std::string compact_day(const Date& date) {
  const DatePart& part = date.start;
  if (!part.year || *part.year < 1000 || *part.year > 9999) return {};
  Date day;
  day.start = part;
  day.start.season = 0;
  std::string text = day_string(day);
  std::erase(text, '-');
  return text;
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
    value("SenderName", publisher().empty() ? "Pressmark" : publisher());
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
  const std::string& publisher() const {
    const std::string& name = record().text(Variable::publisher);
    return name.empty() ? record().text(Variable::source) : name;
  }

  // List 5: 01 proprietary, 06 DOI.
  void identifiers() {
    open("ProductIdentifier");
    value("ProductIDType", "01");
    value("IDTypeName", "URN");
    value("IDValue", book_.identifier);
    close();
    const std::string& doi = record().text(Variable::doi);
    if (!is_single() || doi.empty()) return;
    open("ProductIdentifier");
    value("ProductIDType", "06");
    value("IDValue", doi);
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
        if (role.empty() || name.empty() || !written.insert(role + name).second) continue;
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

  // By three letters where the tag begins with them; list 74 has no others.
  void languages() {
    const std::string& tag = book_.language;
    const std::string language = tag.substr(0, tag.find('-'));
    const std::string three = language.size() == 3 ? language : three_letters(language);
    if (three.empty() || three == "und") return;
    open("Language");
    value("LanguageRole", "01");  // of the text
    value("LanguageCode", three);
    close();
  }

  // ISO 639-2/B of ISO 639-1, for the languages in which articles are mostly written.
  static std::string three_letters(std::string_view two) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Pair, 40> codes = {
        Pair{"ar", "ara"}, Pair{"bg", "bul"}, Pair{"ca", "cat"}, Pair{"cs", "cze"},
        Pair{"da", "dan"}, Pair{"de", "ger"}, Pair{"el", "gre"}, Pair{"en", "eng"},
        Pair{"es", "spa"}, Pair{"et", "est"}, Pair{"eu", "baq"}, Pair{"fa", "per"},
        Pair{"fi", "fin"}, Pair{"fr", "fre"}, Pair{"he", "heb"}, Pair{"hi", "hin"},
        Pair{"hr", "hrv"}, Pair{"hu", "hun"}, Pair{"id", "ind"}, Pair{"is", "ice"},
        Pair{"it", "ita"}, Pair{"ja", "jpn"}, Pair{"ko", "kor"}, Pair{"lt", "lit"},
        Pair{"lv", "lav"}, Pair{"nl", "dut"}, Pair{"no", "nor"}, Pair{"pl", "pol"},
        Pair{"pt", "por"}, Pair{"ro", "rum"}, Pair{"ru", "rus"}, Pair{"sk", "slo"},
        Pair{"sl", "slv"}, Pair{"sr", "srp"}, Pair{"sv", "swe"}, Pair{"tr", "tur"},
        Pair{"uk", "ukr"}, Pair{"ur", "urd"}, Pair{"vi", "vie"}, Pair{"zh", "chi"}};
    const auto found = std::ranges::find(codes, two, &Pair::first);
    return found == codes.end() ? std::string{} : std::string(found->second);
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
    std::string day;
    for (const Document* article : articles_) {
      day = std::max(day, compact_day(article->metadata.date(DateVariable::issued)));
    }
    if (publisher().empty() && day.empty()) return;
    open("PublishingDetail");
    if (!publisher().empty()) {
      open("Publisher");
      value("PublishingRole", "01");
      value("PublisherName", publisher());
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
