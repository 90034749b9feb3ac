#include "converters/common/name_parts.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/web_formats.h"

namespace pressmark::citation {
namespace {

// RFC 3986, 2.3: all but unreserved characters are percent-encoded.
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (unreserved) {
      out += c;
    } else {
      const auto octet = static_cast<unsigned char>(c);
      out += '%';
      out += digits[octet >> 4U];
      out += digits[octet & 0xFU];
    }
  }
  return out;
}

// A date of a year, month or day; other dates have no form in OpenURL.
std::string openurl_date(const Date& date) {
  return date.start.year && date.start.season == 0 && !date.end && !date.circa ? day_string(date)
                                                                               : "";
}

class CoinsWriter {
 public:
  explicit CoinsWriter(const Metadata& record) : view_(record) {}

  Bytes write(Diagnostics& diagnostics) {
    pair("ctx_ver", "Z39.88-2004");
    switch (view_.type()) {
      case ItemType::article:
      case ItemType::article_journal:
      case ItemType::article_magazine:
      case ItemType::article_newspaper:
      case ItemType::review:
      case ItemType::review_book:
        journal("article");
        break;
      case ItemType::paper_conference:
        journal("proceeding");
        break;
      case ItemType::book:
      case ItemType::chapter:
      case ItemType::report:
        book();
        break;
      default:
        dublin_core();
    }
    identifiers();
    view_.report_left_out("coins", diagnostics);
    // What is percent-encoded has nothing that HTML would take for markup but the dividers.
    return "<span class=\"Z3988\" title=\"" + out_ + "\"></span>\n";
  }

 private:
  void pair(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    if (!out_.empty()) out_ += "&amp;";
    out_.append(key).append("=").append(percent_encoded(value));
  }
  void text(std::string_view key, Variable variable) { pair(key, view_.text(variable)); }
  void issued() {
    const std::string written = openurl_date(view_.record().date(DateVariable::issued));
    if (!written.empty()) (void)view_.date(DateVariable::issued);
    pair("rft.date", written);
  }

  void journal(std::string_view genre) {
    pair("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal");
    pair("rft.genre", genre);
    text("rft.atitle", Variable::title);
    text("rft.jtitle", Variable::container_title);
    text("rft.stitle", Variable::container_title_short);
    text("rft.volume", Variable::volume);
    text("rft.issue", Variable::issue);
    pages();
    text("rft.issn", Variable::issn);
    issued();
    authors();
  }

  void book() {
    const bool part = view_.type() == ItemType::chapter;
    pair("rft_val_fmt", "info:ofi/fmt:kev:mtx:book");
    pair("rft.genre", part ? "bookitem" : view_.type() == ItemType::report ? "report" : "book");
    text(part ? "rft.atitle" : "rft.btitle", Variable::title);
    if (part) text("rft.btitle", Variable::container_title);
    text("rft.edition", Variable::edition);
    text("rft.series", Variable::collection_title);
    text("rft.pub", Variable::publisher);
    text("rft.place", Variable::publisher_place);
    pages();
    text("rft.isbn", Variable::isbn);
    text("rft.issn", Variable::issn);
    issued();
    authors();
  }

  void dublin_core() {
    pair("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc");
    pair("rft.type", to_string(view_.type()));
    text("rft.title", Variable::title);
    text("rft.source", Variable::container_title);
    text("rft.publisher", Variable::publisher);
    text("rft.description", Variable::abstract_text);
    text("rft.language", Variable::language);
    text("rft.rights", Variable::rights);
    issued();
    for (const Contributor& contributor : view_.with_role(Role::author)) {
      pair("rft.creator", one_line(sort_name(contributor.name)));
    }
    for (const Contributor& contributor : view_.with_role(Role::editor)) {
      pair("rft.contributor", one_line(sort_name(contributor.name)));
    }
    for (const std::string& words : view_.keywords()) pair("rft.subject", words);
  }

  void pages() {
    const auto [first, last] = page_range(view_.text(Variable::page));
    pair("rft.spage", first);
    pair("rft.epage", last);
    if (!last.empty()) pair("rft.pages", first + "-" + last);
  }

  // The formats of journals and books have parts for the first author only.
  void authors() {
    const std::vector<Contributor> all = view_.with_role(Role::author);
    if (!all.empty() && all.front().name.is_person()) {
      const Name& first = all.front().name;
      pair("rft.aulast", one_line(family_with_particle(first)));
      pair("rft.aufirst", one_line(given_with_particle(first)));
      pair("rft.ausuffix", one_line(first.suffix));
    }
    for (const Contributor& contributor : all) {
      const Name& name = contributor.name;
      pair(name.is_person() ? "rft.au" : "rft.aucorp", one_line(sort_name(name)));
    }
  }

  void identifiers() {
    const std::string doi = view_.text(Variable::doi);
    if (!doi.empty()) pair("rft_id", "info:doi/" + doi);
    const std::string pmid = view_.text(Variable::pmid);
    if (!pmid.empty()) pair("rft_id", "info:pmid/" + pmid);
    text("rft_id", Variable::url);
    text("rft_id", Variable::identifier);
  }

  RecordView view_;
  std::string out_;
};

}  // namespace

Result<Bytes> export_coins(const Document& document, Context& context) {
  return CoinsWriter(document.metadata).write(context.diagnostics);
}

}  // namespace pressmark::citation
