#include <algorithm>
#include <set>

#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/web_formats.h"
#include "core/base/utf8.h"

namespace pressmark::citation {
namespace {

// A double-quoted scalar (YAML 1.2, 7.3.1): what some readers take for a line's end or refuse is
// an escape.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    const auto size = static_cast<std::size_t>(decoded.size);
    const std::string_view character = text.substr(i, size);
    if (character == "\"" || character == "\\") {
      out.append("\\").append(character);
    } else if (decoded.code_point == 0x2028 || decoded.code_point == 0x2029) {
      out += decoded.code_point == 0x2028 ? "\\L" : "\\P";
    } else if (decoded.code_point == 0xFEFF) {
      out += "\\uFEFF";
    } else {
      out += character;
    }
    i += size;
  }
  return out + "\"";
}

std::string_view reference_type(ItemType type) {
  switch (type) {
    case ItemType::article_newspaper:
      return "newspaper-article";
    case ItemType::article_magazine:
      return "magazine-article";
    case ItemType::article:
    case ItemType::article_journal:
    case ItemType::review:
    case ItemType::review_book:
      return "article";
    case ItemType::post_weblog:
      return "blog";
    case ItemType::webpage:
    case ItemType::post:
      return "website";
    case ItemType::book:
      return "book";
    case ItemType::report:
      return "report";
    case ItemType::thesis:
      return "thesis";
    case ItemType::paper_conference:
      return "conference-paper";
    case ItemType::dataset:
      return "data";
    case ItemType::software:
      return "software";
    case ItemType::broadcast:
    case ItemType::motion_picture:
      return "film-broadcast";
    case ItemType::interview:
    case ItemType::personal_communication:
      return "personal-communication";
    case ItemType::pamphlet:
      return "pamphlet";
    case ItemType::patent:
      return "patent";
    case ItemType::map:
      return "map";
    case ItemType::manuscript:
      return "unpublished";
    case ItemType::standard:
      return "standard";
    default:
      return "generic";
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The forms that the schema of CFF 1.2.0 asks for.
bool is_doi(std::string_view text) {
  if (!text.starts_with("10.")) return false;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash + 1 == text.size()) return false;
  const std::string_view registrant = text.substr(3, slash - 3);
  const std::size_t stop = std::min(registrant.find('.'), registrant.size());
  if (stop < 4 || stop > 9 || registrant.ends_with('.')) return false;
  const bool digits =
      std::ranges::all_of(registrant.substr(0, stop), is_digit) &&
      (stop == registrant.size() || std::ranges::all_of(registrant.substr(stop + 1), is_digit));
  return digits && std::ranges::all_of(text.substr(slash + 1), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  std::string_view(":/_;-.()[]\\").find(c) != std::string_view::npos;
         });
}

bool is_issn(std::string_view text) {
  if (text.size() != 9 || text[4] != '-') return false;
  for (std::size_t i = 0; i < 8; ++i) {
    if (i != 4 && !is_digit(text[i])) return false;
  }
  return is_digit(text[8]) || text[8] == 'X' || text[8] == 'x';
}

bool is_isbn(std::string_view text) {
  if (text.ends_with('X')) text.remove_suffix(1);
  return text.size() >= 10 && text.size() <= 17 &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '-' || c == ' '; });
}

// A URI has ASCII only, and no white space and delimiters.
bool is_web_address(std::string_view text) {
  const bool scheme = text.starts_with("http://") || text.starts_with("https://");
  return scheme && std::ranges::all_of(text, [](char c) {
           return c > ' ' && c < '\x7F' &&
                  std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
         });
}

bool is_full_day(const Date& date) {
  return date.start.year && *date.start.year >= 1000 && *date.start.year <= 9999 &&
         date.start.day > 0 && !date.end && !date.circa;
}

class CffWriter {
 public:
  explicit CffWriter(const Metadata& record) : view_(record) {}

  Bytes write(Diagnostics& diagnostics) {
    out_ = "cff-version: 1.2.0\nmessage: \"Please cite the article by its preferred citation.\"\n";
    const std::string title = view_.text(Variable::title);
    line("", "title", title.empty() ? "Untitled" : title);
    authors("");
    out_ += "preferred-citation:\n";
    out_.append("  type: ").append(reference_type(view_.type())).append("\n");
    line("  ", "title", title.empty() ? "Untitled" : title);
    authors("  ");
    people("editors", Role::editor);
    people("translators", Role::translator);
    reference();
    view_.report_left_out("cff", diagnostics);
    return std::move(out_);
  }

 private:
  void line(std::string_view indent, std::string_view key, const std::string& value) {
    if (!value.empty()) out_.append(indent).append(key).append(": ").append(quoted(value)) += '\n';
  }
  void text(std::string_view key, Variable variable) { line("  ", key, view_.text(variable)); }

  // A value of the form that the schema asks for; any other is left out, and reported.
  void checked(std::string_view key, Variable variable, bool (*fits)(std::string_view)) {
    if (fits(view_.record().text(variable))) text(key, variable);
  }

  void entity(std::string_view key, Variable variable) {
    const std::string name = view_.text(variable);
    if (name.empty()) return;
    out_.append("  ").append(key).append(":\n");
    line("    ", "name", name);
  }

  // At least one is asked for: an article without a name stands under its agency or paper.
  void authors(const std::string& indent) {
    out_.append(indent).append("authors:\n");
    const std::vector<Contributor> all = view_.with_role(Role::author);
    for (const Contributor& contributor : all) person(indent, contributor.name);
    if (!all.empty()) return;
    for (const Variable variable :
         {Variable::source, Variable::publisher, Variable::container_title, Variable::site}) {
      const std::string name = one_line(view_.record().text(variable));
      if (!name.empty()) return person(indent, literal_name(name));
    }
    person(indent, literal_name("Anonymous"));
  }

  void people(std::string_view key, Role role) {
    const std::vector<Contributor> all = view_.with_role(role);
    if (all.empty()) return;
    out_.append("  ").append(key).append(":\n");
    for (const Contributor& contributor : all) person("  ", contributor.name);
  }

  void person(const std::string& indent, const Name& name) {
    std::string mark = indent + "  - ";
    const auto part = [&](std::string_view key, const std::string& value) {
      if (value.empty()) return;
      line(mark, key, one_line(value));
      mark = indent + "    ";
    };
    if (!name.is_person()) {
      part("name", name.literal);
    } else {
      part("family-names", name.family);
      part("given-names", name.given);
      const bool both = !name.dropping_particle.empty() && !name.non_dropping_particle.empty();
      part("name-particle",
           name.dropping_particle + (both ? " " : "") + name.non_dropping_particle);
      part("name-suffix", name.suffix);
    }
    constexpr std::string_view orcid = "https://orcid.org/";
    if (name.uri.starts_with(orcid) && is_orcid(name.uri.substr(orcid.size()))) {
      part("orcid", name.uri);
    }
  }

  static bool is_orcid(std::string_view number) {
    if (number.size() != 19) return false;
    for (std::size_t i = 0; i < number.size(); ++i) {
      const bool dash = i == 4 || i == 9 || i == 14;
      const bool last = i == 18 && number[i] == 'X';
      if (dash ? number[i] != '-' : !is_digit(number[i]) && !last) return false;
    }
    return true;
  }

  void reference() {
    dates();
    text("journal", Variable::container_title);
    text("collection-title", Variable::collection_title);
    entity("publisher", Variable::publisher);
    entity("location", Variable::publisher_place);
    text("volume", Variable::volume);
    text("issue", Variable::issue);
    text("section", Variable::section);
    text("edition", Variable::edition);
    const auto [first, last] = page_range(view_.text(Variable::page));
    line("  ", "start", first);
    line("  ", "end", last);
    checked("doi", Variable::doi, is_doi);
    checked("url", Variable::url, is_web_address);
    checked("issn", Variable::issn, is_issn);
    checked("isbn", Variable::isbn, is_isbn);
    checked("license-url", Variable::license, is_web_address);
    text("copyright", Variable::rights);
    text("abstract", Variable::abstract_text);
    text("notes", Variable::note);
    language();
    keywords();
  }

  void dates() {
    const Date& issued = view_.date(DateVariable::issued);
    if (is_full_day(issued)) line("  ", "date-published", day_string(issued));
    if (issued.start.year) {
      out_ += "  year: " + std::to_string(*issued.start.year) + "\n";
    } else {
      line("  ", "year", one_line(issued.literal));
    }
    if (issued.start.month > 0) out_ += "  month: " + std::to_string(issued.start.month) + "\n";
    if (is_full_day(view_.record().date(DateVariable::accessed))) {
      line("  ", "date-accessed", day_string(view_.date(DateVariable::accessed)));
    }
  }

  void language() {
    const std::string tag = view_.record().text(Variable::language);
    const std::string primary = tag.substr(0, tag.find('-'));
    const bool fits = primary.size() >= 2 && primary.size() <= 3 &&
                      std::ranges::all_of(primary, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!fits) return;
    (void)view_.text(Variable::language);
    out_ += "  languages:\n    - " + quoted(primary) + "\n";
  }

  void keywords() {
    std::set<std::string> written;
    for (const std::string& word : view_.keywords()) {
      if (word.empty() || !written.insert(word).second) continue;
      if (written.size() == 1) out_ += "  keywords:\n";
      out_ += "    - " + quoted(word) + "\n";
    }
  }

  RecordView view_;
  std::string out_;
};

}  // namespace

Result<Bytes> export_cff(const Document& document, Context& context) {
  return CffWriter(document.metadata).write(context.diagnostics);
}

}  // namespace pressmark::citation
